# An example for Airflow 2.4 or newer: scores the adsets every Monday and posts the summary with Airflow's own Slack hook.
import json
from pathlib import Path

import pendulum
from airflow import DAG
from airflow.operators.bash import BashOperator
from airflow.operators.python import PythonOperator
from airflow.providers.slack.hooks.slack_webhook import SlackWebhookHook

FOLDER = Path("/srv/marketing/{{ ds }}")


def post(folder: str) -> None:
    message = json.loads((Path(folder) / "slack.json").read_text(encoding="utf-8"))
    # The connection holds the address of an incoming webhook; Outlay itself sends nothing.
    SlackWebhookHook(slack_webhook_conn_id="slack_marketing").send_dict(message)


with DAG(
    dag_id="outlay_scores",
    schedule="0 7 * * MON",
    start_date=pendulum.datetime(2026, 1, 5, tz="Europe/London"),
    catchup=False,
) as dag:
    report = BashOperator(
        task_id="report",
        # Exit code 1 or 2 fails the task; the reason is one line in its log.
        bash_command=(
            "mkdir -p \"$FOLDER\" && outlay report scoring/adsets /srv/marketing/adset_weeks.csv"
            " --link https://intranet.example/scores"
            " --out \"$FOLDER/report.xlsx\" --out \"$FOLDER/summary.md\" --out \"$FOLDER/slack.json\""
        ),
        env={"FOLDER": str(FOLDER)},
        append_env=True,
    )
    slack = PythonOperator(task_id="slack", python_callable=post, op_kwargs={"folder": str(FOLDER)})
    report >> slack

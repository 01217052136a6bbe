# Touches to paths and their heuristic shares with pandas: sort, group, join, count.
import pandas
from answer import serve


def run(asked):
    rows = pandas.read_csv(asked["file"], engine="c", parse_dates=["timestamp"])
    rows = rows.sort_values(["user_id", "timestamp"], kind="stable")
    paths = rows.groupby("user_id").agg(path=("channel", " > ".join), conversions=("conversion", "max"))
    table = paths.groupby("path").conversions.agg(["size", "sum"])
    won = rows[rows.user_id.map(paths.conversions) > 0]
    first, last = won.groupby("user_id").channel.first(), won.groupby("user_id").channel.last()
    linear = (1 / won.groupby("user_id").channel.transform("size")).groupby(won.channel).sum()
    shares = pandas.DataFrame({"first": first.value_counts(), "last": last.value_counts(), "linear": linear})
    return {"paths": len(table), "conversions": int(table["sum"].sum()), "channels": len(shares)}


serve(run)

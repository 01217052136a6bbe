# Writes the golden cases of the impact analyses: the decision formula, the bridge and the index once more, in pandas.
#
# Run with Python 3.11, pandas 3 and numpy from the top of the repository: python3 scripts/golden/impact.py
import json
import math
import pathlib
import random
import re

import numpy as np
import pandas as pd

FOLDER = pathlib.Path("tests/golden/impact")
SOURCE = "pandas, by scripts/golden/impact.py"
PERFORMANCE = "date,campaign_name,ad_group_name,target_text,customer_search_term,match_type,impressions,clicks,spend,sales,orders"
ACTIONS = "action_date,action_type,campaign_name,ad_group_name,target_text,match_type,old_value,new_value,reason"
BIDS = ("BID_CHANGE", "BID_UP", "BID_DOWN", "VISIBILITY_BOOST")
FAST = {"compare_horizons": False, "draws": 100}


def frame(header, lines):
    rows = pd.DataFrame([line.split(",") for line in lines], columns=header.split(","))
    for name in rows:
        if name in ("impressions", "clicks", "spend", "sales", "orders"):
            rows[name] = rows[name].astype(float)
        elif "date" in name:
            rows[name] = pd.to_datetime(rows[name])
        elif name != "reason":
            rows[name] = rows[name].str.strip().str.lower()
    return rows


def bid(text):
    amount = re.fullmatch(r"\s*\$?([0-9]+(?:\.[0-9]+)?)\s*", text)
    return float(amount[1]) if amount and float(amount[1]) > 0 else math.nan


class Account:
    def __init__(self, performance, weekly, before=14, horizon=14):
        self.p, self.weekly, self.before, self.horizon = performance, weekly, before, horizon
        self.latest = performance.date.max()

    def window(self, rows, day, first, last):
        inside = rows[(rows.date >= day + pd.Timedelta(first, "D")) & (rows.date <= day + pd.Timedelta(last, "D"))]
        # Of dates within the same seven days only one counts as a week: campaigns may begin theirs on different days.
        weeks = ((inside.date - day).dt.days - first) // 7
        return inside[["impressions", "clicks", "spend", "sales"]].sum(), weeks.nunique() * 7 if self.weekly else inside.date.nunique()

    def rows_of(self, a):
        p, kind = self.p, a.action_type.upper()
        campaign = p[p.campaign_name == a.campaign_name]
        inside = campaign if a.ad_group_name == "" else campaign[campaign.ad_group_name == a.ad_group_name]
        target, term = inside[inside.target_text == a.target_text], inside[inside.customer_search_term == a.target_text]
        if kind == "HARVEST":
            target = target[target.match_type != "exact"]
            term = term[~((term.match_type == "exact") & (term.target_text == a.target_text))]
        elif kind != "NEGATIVE" and (target.match_type == a.match_type).any():
            target = target[target.match_type == a.match_type]
        if a.target_text and len(target):
            return "target", target
        if a.target_text and kind in ("NEGATIVE", "HARVEST") and len(term):
            return "search_term", term
        return ("campaign", campaign) if len(campaign) else ("none", campaign)

    def judge(self, a):
        kind = a.action_type.upper()
        level, rows = self.rows_of(a)
        b, before_days = self.window(rows, a.action_date, -self.before, -1)
        after, _ = self.window(rows, a.action_date, 0, self.horizon - 1)
        _, before_days = self.window(self.p, a.action_date, -self.before, -1)
        _, after_days = self.window(self.p, a.action_date, 0, self.horizon - 1)
        out = {"match_level": level, "before_days": before_days, "after_days": after_days, "after_spend": after.spend,
               "mature": str((self.latest - a.action_date).days + 1 >= self.horizon + 3).lower()}
        placed = level != "none" and not (level == "campaign" and a.target_text) and before_days > 0 and after_days > 0
        if not placed:
            return out | {"status": "Unverified", "impact": 0, "weight": 0}
        scale = after_days / before_days
        s = b * scale
        old, new, cpc = bid(a.old_value), bid(a.new_value), b.spend / b.clicks if b.clicks else math.nan
        now = after.spend / after.clicks if after.clicks else math.nan
        fell = 1 - after.spend / after_days / (b.spend / before_days) if b.spend else math.nan
        weight = 0 if b.clicks < 5 else min(1, b.clicks / 15)
        if kind == "NEGATIVE":
            account, _ = self.window(self.p, a.action_date, -self.before, -1)
            account_after, _ = self.window(self.p, a.action_date, 0, self.horizon - 1)
            drop = fell - (1 - account_after.spend / after_days / (account.spend / before_days))
            status = "Confirmed blocked" if after.spend == 0 else "Normalized match" if drop * 100 >= 50 else "NOT IMPLEMENTED"
            raw, weight = 0 if "harvest" in a.reason.lower() else s.spend, 1
        elif kind == "HARVEST":
            p, t = self.p, a.target_text
            whole = p[(p.customer_search_term == t) | ((p.match_type == "exact") & (p.target_text == t)) | p.index.isin(rows.index)]
            (tb, _), (ta, _) = self.window(whole, a.action_date, -self.before, -1), self.window(whole, a.action_date, 0, self.horizon - 1)
            raw, weight = 0.1 * (ta.sales - tb.sales * scale), 1
            moved = max(0, math.floor(100 * (0 if math.isnan(fell) else fell) + 0.5))
            status = ("Harvested (complete)" if after.spend == 0 else "Harvested (90%+ blocked)" if fell >= 0.9
                      else f"NOT IMPLEMENTED ({moved}% migrated)")
        else:
            up = {"BID_UP": 1, "VISIBILITY_BOOST": 1, "BID_DOWN": -1, "PAUSE": -1}.get(kind, 0)
            if kind != "PAUSE" and not math.isnan(old) and not math.isnan(new) and old != new:
                up = 1 if new > old else -1
            if after.spend == 0:
                status = "Spend Eliminated" if up < 0 and b.spend > 0 else "Unverified"
            elif kind == "PAUSE":
                status = "NOT IMPLEMENTED"
            elif math.isnan(new) and not (up and cpc):
                status = "Unverified"
            elif abs(now - new) <= 0.15 * new:
                status = "CPC Validated"
            elif up * (now / cpc - 1) > 0.05:
                status = "Directional match"
            else:
                status = "NOT IMPLEMENTED"
            base, _ = self.window(rows, a.action_date, -30, -1)
            if up < 0 and after.spend == 0:
                raw = (after.sales - s.sales) - (after.spend - s.spend)
            elif kind == "PAUSE" or not b.clicks:
                raw = 0
            else:
                raw = after.sales - after.spend / cpc * base.sales / base.clicks
        return out | {"status": status, "raw_impact": raw, "weight": weight, "impact": raw * weight,
                      "before_spend": s.spend, "before_sales": s.sales, "before_clicks": s.clicks}


def plain(value):
    if isinstance(value, (np.floating, np.integer)):
        value = value.item()
    return None if isinstance(value, float) and math.isnan(value) else value


def write(op, name, about, inputs, params, expect, explain=()):
    case = {"about": about, "source": SOURCE, "inputs": inputs, "params": params, "expect": expect}
    if explain:
        case["explain"] = list(explain)
    (FOLDER / op).mkdir(parents=True, exist_ok=True)
    (FOLDER / op / f"{name}.json").write_text(json.dumps(case, indent=1) + "\n")


def given(performance, actions=None):
    inputs = {"performance": {"file": "performance.csv", "csv": [PERFORMANCE, *performance]}}
    return inputs if actions is None else inputs | {"actions": {"file": "actions.csv", "csv": [ACTIONS, *actions]}}


def explained(account, a):
    """Numbers of the steps that explain an action, from the rows themselves."""
    judged = account.judge(a)
    if "raw_impact" not in judged:
        return {"trust": {"impact": 0}}
    rows, first, last = account.rows_of(a)[1], a.action_date - pd.Timedelta(account.before, "D"), a.action_date + pd.Timedelta(account.horizon - 1, "D")
    steps = {"rows": {"rows": int(((rows.date >= first) & (rows.date <= last)).sum())},
             "formula": {k: plain(judged[k]) for k in ("raw_impact", "weight", "impact")}}
    before, after = account.window(rows, a.action_date, -account.before, -1)[0], account.window(rows, a.action_date, 0, account.horizon - 1)[0]
    if a.action_type.upper() in ("NEGATIVE", "HARVEST"):
        daily = after.spend / judged["after_days"] / (before.spend / judged["before_days"]) if before.spend else math.nan
        steps["carried_out"] = {"fell": plain(1 - daily)}
    steps["guardrails"] = {"clicks": plain(before.clicks), "weight": plain(judged["weight"])}
    return steps


def decisions(name, about, performance, actions, weekly=False, notices=(), explain=(), late=(), **windows):
    """`late`: further rows of the file that are to be left out."""
    account = Account(frame(PERFORMANCE, performance), weekly, **windows)
    rows = {str(i + 1): {k: plain(v) for k, v in account.judge(a).items()}
            for i, a in enumerate(frame(ACTIONS, actions).itertuples())}
    params = FAST | ({"horizon_days": windows["horizon"]} if "horizon" in windows else {})
    write("decisions", name, about, given([*performance, *late], actions), params,
          {"scalars": {"latest_data_date": str(account.latest.date())}, "tables": {"actions": {"key": "row", "rows": rows}}, "notices": list(notices)},
          [{"row": {"row": str(k)}, "expect": explained(account, list(frame(ACTIONS, actions).itertuples())[k - 1])} for k in explain]
          + [{"row": {"row": str(len(actions) + 1)}, "expect": {"error": {"code": "bad_param", "where": {"parameter": "/row/row"}}}}
             for _ in explain[:1]])


def refused(op, name, about, performance, actions, params, code, where):
    write(op, name, about, given(performance, actions), params, {"error": {"code": code, "where": where}})


def lines(step, count, campaigns=3, seed=7):
    rng, out = random.Random(seed), []
    for day in range(count):
        date = (pd.Timestamp("2026-03-02") + pd.Timedelta(day * step, "D")).date()
        for c in range(campaigns):
            for t, match in enumerate(("BROAD", "EXACT", "PHRASE")):
                if rng.random() < 0.15:
                    continue
                clicks = rng.randrange(0, 6 * step)
                orders = sum(rng.random() < 0.1 for _ in range(clicks))
                off = (c, t) == (1, 0) and day >= count // 2
                clicks, orders = (0, 0) if off else (clicks, orders)
                out.append(f"{date},Camp {c},Group {t % 2},target {t},term {t},{match},{clicks * 20 + 3},{clicks},"
                           f"{clicks * 0.75:.2f},{orders * 24.5:.2f},{orders}")
    return out


LOG = ["2026-04-01,BID_UP,camp 0,Group 0,Target 0,BROAD,0.75,$0.75,", "2026-04-01,BID_DOWN,Camp 0, group 1 ,target 1,EXACT,$0.90,0.60,",
       "2026-04-01,PAUSE,Camp 1,Group 0,target 0,,,,", "2026-04-03,NEGATIVE,Camp 1,,term 0,,,,wasted",
       "2026-04-03,NEGATIVE,Camp 2,Group 1,term 1,,,,Isolation after HARVEST", "2026-04-05,HARVEST,Camp 1,Group 0,term 0,EXACT,,,3 orders",
       "2026-04-05,BID_UP,Camp 2,,no such target,,0.5,0.6,", "2026-04-06,BID_DOWN,Camp 9,,target 0,,0.5,0.4,",
       "2026-04-06,PAUSE,Camp 2,,,,,,", "2026-04-27,BID_CHANGE,Camp 2,Group 0,target 2,PHRASE,0.70,0.80,"]


def bridge(name, about, performance, periods, notices=()):
    p = frame(PERFORMANCE, performance)
    cut = [p[(p.date >= periods[a]) & (p.date <= periods[b])] for a, b in (("earlier_from", "earlier_to"), ("later_from", "later_to"))]
    sums = [rows.groupby("campaign_name")[["clicks", "spend", "sales", "orders"]].sum() for rows in cut]
    (a, b), (ca, cb) = sums, (sums[0].spend.sum(), sums[1].spend.sum())
    x0, x1 = a.sales / ca, b.sales / cb
    weight = (x1 - x0) / np.log(x1 / x0)
    parts = pd.DataFrame({"mix": np.log((b.spend / cb) / (a.spend / ca)),
                          "cost_per_click": -np.log((b.spend / b.clicks) / (a.spend / a.clicks)),
                          "conversion": np.log((b.orders / b.clicks) / (a.orders / a.clicks)),
                          "order_value": np.log((b.sales / b.orders) / (a.sales / a.orders))}).mul(weight, axis=0)
    total = parts.sum()
    roas = [rows.sales.sum() / rows.spend.sum() for rows in cut]
    assert abs(total.sum() - (roas[1] - roas[0])) < 1e-12
    names = {key: key.title() for key in parts.index}
    write("bridge", name, about, given(performance), periods,
          {"notices": list(notices), "scalars": {"roas_earlier": roas[0], "roas_later": roas[1], "roas_change": roas[1] - roas[0], **total.to_dict()},
           "tables": {"parts": {"key": "name", "rows": {names[k]: v.to_dict() for k, v in parts.iterrows()}}}})


def efficiency(name, about, performance, late=(), notices=()):
    p = frame(PERFORMANCE, performance)
    share = p.groupby("match_type")[["spend", "sales"]].sum()
    index = (share.sales / share.sales.sum()) / (share.spend / share.spend.sum())
    label = {k: "Amplifier" if v > 1 else "Balanced" if v >= 0.75 else "Review" if v >= 0.5 else "Drag" for k, v in index.items()}
    groups = p.groupby(["campaign_name", "ad_group_name"])[["spend", "sales"]].sum()
    good = groups[groups.sales / groups.spend >= 2].spend.sum()
    write("efficiency", name, about, given([*performance, *late]), {},
          {"notices": list(notices), "scalars": {"efficient_spend": good, "spend_efficiency_pct": good / p.spend.sum() * 100},
           "tables": {"segments": {"key": "match_type", "rows": {k: {"efficiency_index": index[k], "label": label[k]} for k in index.index}}}})


def main():
    daily, weekly = lines(1, 60), lines(7, 16, seed=11)
    decisions("daily", "Each type and level; a missing target, an unknown campaign, an action still too young.", daily, LOG,
              notices=["actions_unmatched", "actions_at_campaign"], explain=range(1, 11))
    decisions("gap_in_days", "Days without data shorten a window; before is scaled to after.",
              [row for row in daily if not "2026-03-22" <= row[:10] <= "2026-03-27"], LOG, notices=["windows_scaled"])
    decisions("weekly", "Weeks count seven days and belong where they start.", weekly,
              [row.replace("2026-04", "2026-05") for row in LOG], weekly=True, notices=["weekly_data"], explain=[1, 6])
    late = ["2031-01-05,Camp 0,Group 0,target 0,term 0,BROAD,23,1,0.75,0.00,0"]
    decisions("late_row", "A row in the far future is left out and told: no action is mature by it.", daily, LOG, late=late,
              notices=["late_dates_left_out"])
    shifted = [str((pd.Timestamp(row[:10]) - pd.Timedelta(1, "D")).date()) + row[10:] if ",Camp 1," in row else row for row in weekly]
    decisions("weeks_begin_differently", "The weeks of one campaign begin on a Sunday, those of the others on a Monday.", shifted,
              [row.replace("2026-04", "2026-05") for row in LOG], weekly=True, notices=["weekly_data"])
    for name, step, about in (("fortnights", 14, "Rows two weeks apart"), ("months", 30, "Rows a month apart")):
        write("decisions", name, f"{about}: no action is judged, and it is said why.", given(lines(step, 12), LOG), FAST,
              {"scalars": {"counted": 0, "net_impact": 0, "validated": 0}, "notices": ["rows_too_far_apart"]})
    later = [row for row in daily if row[:10] >= "2026-04-06"]
    early = [f"{pd.Timestamp('2026-04-06') - pd.Timedelta(7 * k, 'D'):%Y-%m-%d}{row[10:]}" for k in range(6, 0, -1) for row in later[:9]]
    decisions("weeks_then_days", "Rows of weeks, then rows of days: taken as days, and told.", [*early, *later], LOG[:3],
              notices=["weeks_among_days"])
    decisions("horizon30", "A longer horizon, cut at the latest data.", daily, LOG, horizon=30, notices=["windows_scaled"])
    odd = ["2026-04-01,RENAME,Camp 0,,target 0,,,,", "2026-04-01,PAUSE,Camp 0,,target 0,,,,", "2026-04-01,PAUSE,Camp 0,,target 0,,,,",
           "2027-01-01,PAUSE,Camp 0,,target 0,,,,", "2026-01-01,PAUSE,Camp 0,,target 0,,,,", ",PAUSE,Camp 0,,target 1,,,,"]
    write("decisions", "doubtful_log", "An unknown type, a repeated action, one in the future, one before the data, one without date.",
          given(daily, odd), FAST,
          {"scalars": {"actions": 6, "counted": 0},
           "notices": ["unknown_action_type", "repeated_actions", "actions_in_future", "actions_before_data", "actions_without_date",
                       "too_few_controls"]})
    write("decisions", "error_no_log", "Performance without a log of actions.", given(daily), FAST,
          {"error": {"code": "not_enough_data", "where": {"table": "actions"}}})
    write("decisions", "error_no_performance", "A log of actions without performance.", {"actions": given([], LOG)["actions"]}, FAST,
          {"error": {"code": "not_enough_data", "where": {"table": "performance"}}})
    write("decisions", "error_log_without_rows", "A log with a header alone.", given(daily, []), FAST,
          {"error": {"code": "bad_file", "where": {"file": "actions.csv"}}})
    write("decisions", "bids_in_euro", "Bids with a sign that is not the account's.",
          given(daily, ["2026-04-01,BID_UP,Camp 0,Group 0,target 0,,$0.70,\u20ac0.80,"]), FAST, {"notices": ["bid_currency_differs"]})
    odd_bids = ["2026-04-01,BID_CHANGE,Camp 0,Group 0,target 0,BROAD,0.50,50%,", "2026-04-01,BID_UP,Camp 0,Group 0,target 2,PHRASE,0.50,x0.75,",
                "2026-04-01,BID_DOWN,Camp 2,Group 0,target 0,BROAD,0.90,(0.75),", "2026-04-01,BID_UP,Camp 2,Group 0,target 2,PHRASE,0.60,+0.75,"]
    decisions("bids_no_amounts", "A percentage, a factor, an amount in brackets and a change are no bids.", daily, odd_bids,
              notices=["bids_unreadable"])
    still = [(3, "0.90", "4.90"), (7, "0.70", "4.90"), (3, "0.70", "0.70"), (7, "1.10", "12.35")]
    rows = [f"{(pd.Timestamp('2026-03-02') + pd.Timedelta(d, 'D')).date()},Camp {i},G,target {i},,EXACT,9,{clicks},{spend},{sales},1"
            for d in range(50) for i, (clicks, spend, sales) in enumerate(still)]
    log = [f"2026-04-01,BID_UP,Camp {i},G,target {i},EXACT,0.01,{float(spend) / clicks:.2f}," for i, (clicks, spend, _) in enumerate(still)]
    write("decisions", "nothing_changes", "Sales are as before and as expected, exactly: rounding decides no outcome.", given(rows, log), FAST,
          {"scalars": {"counted": 4, "win_rate_pct": 100, "win_rate_nonzero_pct": None},
           "tables": {"actions": {"key": "row", "rows": {str(i + 1): {"status": "CPC Validated", "tag": "Offensive Win"} for i in range(4)}}}})
    write("decisions", "nothing_matches", "A log of another account.", given(daily, ["2026-04-01,PAUSE,Other,,target 0,,,,"]), FAST,
          {"scalars": {"counted": 0, "net_impact": 0}, "notices": ["actions_unmatched"]})
    mixed = [PERFORMANCE + ",currency", *[row + (",EUR" if i == 5 else ",USD") for i, row in enumerate(daily[:10])]]
    case = {"performance": {"file": "performance.csv", "csv": mixed}, "actions": given([], LOG)["actions"]}
    write("decisions", "error_currencies", "Rows in two currencies.", case, {},
          {"error": {"code": "bad_column", "where": {"line": 7, "text": "EUR", "role": "currency"}}})
    refused("decisions", "error_as_of", "A day before the data.", daily, LOG, {"as_of": "2020-01-01"}, "not_enough_data", {"parameter": "/as_of"})
    refused("decisions", "error_bad_date", "A text where the action's date belongs.", daily, [LOG[0], "soon" + LOG[1][10:]], {},
            "bad_column", {"line": 3, "column": "action_date", "text": "soon"})
    periods = {"earlier_from": "2026-03-02", "earlier_to": "2026-03-29", "later_from": "2026-04-01", "later_to": "2026-04-28"}
    bridge("campaigns", "Mix, cost per click, conversion and order value add up to the change.", daily, periods)
    bridge("beyond_data", "Periods that begin before the data and end after it are told.", daily,
           periods | {"earlier_from": "2026-02-01", "later_to": "2026-06-30"}, ["periods_beyond_data"])
    refused("bridge", "error_overlap", "Two periods that overlap.", daily, None, periods | {"earlier_to": "2026-04-10"}, "bad_param", {"parameter": "/earlier_to"})
    refused("bridge", "error_no_spend", "A period outside the data.", daily, None, periods | {"earlier_from": "2025-01-01", "earlier_to": "2025-02-01"},
            "not_enough_data", {})
    efficiency("match_types", "The index by match type and the spend in efficient ad groups.", daily)
    # Each campaign's ROAS is 2 and each has 1 order in 4 clicks, exactly; in binary some sums fall short of it.
    pairs = (("0.10", "0.20", "0.30"), ("0.70", "0.10", "0.80"), ("1.10", "2.20", "3.30"))
    ties = [f"2026-03-02,Camp {c},,target {i},term {i},EXACT,9,4,{spend},{both},1" for c, (one, two, both) in enumerate(pairs)
            for i, spend in enumerate((one, two))]
    write("efficiency", "ties", "What reaches a bound exactly does so whatever the rounding of sums.", given(ties), {},
          {"scalars": {"spend_efficiency_pct": 100, "stars": 3, "cut": 0, "amplifier_spend": 0},
           "tables": {"segments": {"key": "match_type", "rows": {"exact": {"efficiency_index": 1, "label": "Balanced"}}}}})
    efficiency("late_row", "A row in the far future is left out and told.", daily, late, ["late_dates_left_out"])
    # "-" and nothing are what Amazon writes for automatic and product targeting.
    dashed = [row.replace(",EXACT,", ",-,").replace(",BROAD,", ",,").replace(",PHRASE,", ",-,") for row in daily]
    unnamed("no_match_type", "Rows without a match type are a segment that says so.", dashed, "No match type")
    automatic = [re.sub(r",target \d,", lambda found: f",{AUTOMATIC[int(found[0][8]) % 3]},", row) for row in dashed]
    unnamed("automatic_targets", "Targets that Amazon chooses itself have no match type.", automatic, "Automatic targeting")
    header, *bare = [row.rsplit(",", 1)[0] for row in [PERFORMANCE, *daily]]
    write("efficiency", "no_orders", "Without orders a conversion rate is unknown, not 0, and no campaign is placed by it.",
          {"performance": {"file": "performance.csv", "csv": [header, *bare]}}, {},
          {"scalars": {"stars": 0, "scale_potential": 0, "cut": 0}, "notices": ["quadrants_without_orders"],
           "tables": {"quadrants": {"key": "name", "rows": {f"Camp {i}": {"cvr": None, "median_cvr": None, "quadrant": None} for i in range(3)}}}})


AUTOMATIC = ("close-match", "Loose-match", "*")


def unnamed(name, about, performance, called):
    """All spend in one segment, which has no match type."""
    p = frame(PERFORMANCE, performance)
    write("efficiency", name, about, given(performance), {},
          {"scalars": {"balanced_spend": p.spend.sum()},
           "tables": {"segments": {"key": "name", "rows": {called: {"match_type": None, "spend": p.spend.sum(), "label": "Balanced"}}}}})


main()

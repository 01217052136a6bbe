# Writes the golden cases of scoring/adsets: an independent implementation of the method in pandas and statsmodels.
#
# Run with Python 3.11, pandas 3 and statsmodels 0.15 from the top of the repository: python3 scripts/golden/scoring_adsets.py
import io
import json
import math
import pathlib
import random

import pandas as pd
from statsmodels.stats.proportion import proportion_confint

FOLDER = pathlib.Path("tests/golden/scoring/adsets")
SOURCE = "pandas 3 and statsmodels 0.15 proportion_confint, by scripts/golden/scoring_adsets.py"
HEADER = "week_start,channel,campaign_id,campaign_name,adset_id,adset_name,spend,clicks,ihc,pltv"
DEFAULTS = dict(min_spend=100, min_clicks=100, min_ihc=1, min_weeks=3, max_weeks=8, window_clicks=300, window_ihc=10,
                alpha=0.2, uplift={}, scale="max", dead_zone=0.1)
LAST = pd.Timestamp("2026-11-16")


def weighted(group):
    group = group.dropna(subset=["pltv"])
    if group.empty:
        return math.nan
    weights = group.ihc
    return (group.pltv * weights).sum() / weights.sum() if weights.sum() > 0 else group.pltv.mean()


def score(lines, params):
    p = DEFAULTS | params
    rows = pd.read_csv(io.StringIO("\n".join([HEADER, *lines])), parse_dates=["week_start"])
    rows["back"] = (LAST - (rows.week_start - pd.to_timedelta(rows.week_start.dt.day_of_week, "D"))).dt.days // 7
    rows[["spend", "clicks", "ihc"]] = rows[["spend", "clicks", "ihc"]].fillna(0)
    rows["orders"] = rows.ihc * rows.channel.map(p["uplift"]).fillna(1)
    adsets, dropped = {}, {}
    for adset, history in rows.groupby("adset_id"):
        recent = lambda weeks, column: history.loc[history.back < weeks, column].sum()
        gates = [name for name, hit in (("spend", recent(3, "spend") < p["min_spend"]),
                                        ("engagement", recent(8, "clicks") < p["min_clicks"] or recent(8, "ihc") < p["min_ihc"])) if hit]
        if gates:
            dropped[adset] = {"gate": " and ".join(gates), "recent_spend": recent(3, "spend")}
            continue
        weeks = next((w for w in range(p["min_weeks"], p["max_weeks"] + 1)
                      if recent(w, "clicks") >= p["window_clicks"] or recent(w, "orders") >= p["window_ihc"]), None)
        clicks, count = recent(8, "clicks"), recent(8, "ihc")
        low, high = proportion_confint(min(count, clicks), clicks, p["alpha"], "beta")
        lb = weeks is not None and recent(weeks, "orders") > 0
        basis = weeks if lb else 8
        orders = recent(weeks, "orders") if lb else clicks * high
        adsets[adset] = {
            "weeks_used": weeks or p["max_weeks"], "selection_reason": "LB" if lb else "Binomial optimistic",
            "spend_LB": recent(weeks or p["max_weeks"], "spend"), "clicks_LB": recent(weeks or p["max_weeks"], "clicks"),
            "estimated_cac": recent(basis, "spend") / orders, "ihc_final": orders,
            "binomial_lb_cvr": 0 if count == 0 else low, "binomial_ub_cvr": 1 if count >= clicks else high,
            "avg_pltv_influ_LB": weighted(history[history.back < basis])}
    distance = {a: (v["avg_pltv_influ_LB"] - v["estimated_cac"]) / math.sqrt(2) for a, v in adsets.items()}
    known = pd.Series(distance).dropna().abs()
    unit = known.max() if p["scale"] == "max" else known.quantile(0.95)
    for adset, values in adsets.items():
        scaled = max(-1, min(1, distance[adset] / unit))
        values["signed_distance_from_y_eq_x"] = distance[adset]
        values["scaled_distance"] = scaled
        values["score_bucket"] = None if math.isnan(scaled) else int(scaled > p["dead_zone"]) - int(scaled < -p["dead_zone"])
    clean = lambda values: {k: None if isinstance(v, float) and math.isnan(v) else v if isinstance(v, (str, int, type(None))) else float(v)
                            for k, v in values.items()}
    return {a: clean(v) for a, v in adsets.items()}, {a: clean(v) for a, v in dropped.items()}


def weeks(adset, channel, counts, pltv=60, campaign="C1"):
    """Rows of one adset, latest week first; counts are (spend, clicks, ihc)."""
    for back, (spend, clicks, ihc) in enumerate(counts):
        day = (LAST - pd.Timedelta(weeks=back)).date()
        yield f"{day},{channel},{campaign},Campaign {campaign},{adset},Ad set {adset},{spend},{clicks},{ihc},{pltv + back}"


BASE = [
    *weeks("exact", "Meta", [(40, 100, 1)] * 3),                          # 300 clicks after three weeks exactly
    *weeks("five", "Meta", [(60, 60, 0.4)] * 8),                          # 300 clicks after five
    *weeks("orders", "TikTok", [(50, 20, 2.0)] * 8, 40),                  # 10 orders by uplift after four
    *weeks("small", "TikTok", [(50, 20, 0.25)] * 8, 90),                  # never enough: optimistic
    *weeks("barren", "Meta", [(90, 150, 0)] * 3 + [(90, 150, 1.5)] * 5),  # enough clicks, no orders in the window
    *weeks("rich", "Search", [(70, 40, 60)] * 8, 30, "C2"),               # more orders than clicks
    *weeks("gap", "Search", [(80, 120, 3), (0, 0, 0), (80, 120, 3)], 55, "C2"),
    *weeks("cheap", "Meta", [(33.33, 100, 5)] * 3),                       # 99.99 in three weeks: dropped by spend
    *weeks("quiet", "Meta", [(200, 12, 5)] * 8),                          # 96 clicks: dropped by engagement
    *weeks("dead", "Meta", [(1, 1, 0)] * 2),                              # both
]


def write(name, lines, params, note, header=HEADER, notices=(), as_lines=None, orders=None, explain=()):
    adsets, dropped = score(lines, params)
    sent = {k: v for k, v in params.items()}
    if orders:
        sent.pop("uplift")
    case = {"about": note, "source": SOURCE,
            "inputs": {"performance": {"file": "adset_weeks.csv", "csv": [header, *(as_lines or lines)]}}}
    if orders:
        case["inputs"]["orders"] = {"file": "orders.csv", "csv": orders}
    case |= {"params": sent, "expect": {"scalars": {"adsets_scored": len(adsets), "adsets_dropped": len(dropped)},
                                        "tables": {"adsets": {"key": "adset_id", "rows": adsets},
                                                   "dropped": {"key": "adset_id", "rows": dropped}}, "notices": list(notices)}}
    if explain:
        case["explain"] = [{"row": {"adset_id": a}, "expect": explained(adsets.get(a))} for a in explain]
    (FOLDER / f"{name}.json").write_text(json.dumps(case, indent=1) + "\n")


def explained(values):
    """Numbers of the steps that explain an adset, from its row."""
    if values is None:
        return {"weeks": {}, "gates": {}}
    cac = {"cac": values["estimated_cac"]}
    if values["selection_reason"] == "LB":
        cac["orders"] = values["ihc_final"]
    else:
        cac["rate"] = values["binomial_ub_cvr"]
    return {"window": {"weeks": values["weeks_used"]}, "cac": cac, "pltv": {"pltv": values["avg_pltv_influ_LB"]},
            "score": {"score": values["scaled_distance"], "distance": values["signed_distance_from_y_eq_x"]}}


def messy(lines):
    """The same rows: split in duplicates, shuffled, other column order, quotes, renamed headers, daily dates."""
    out = []
    for i, line in enumerate(lines):
        day, channel, cid, cname, aid, aname, spend, clicks, ihc, pltv = line.split(",")
        part = lambda s, c, o: f'"{aname}, ""x""",{o},{pltv},{channel}, {c} ,{s},{aid},{cid},"{cname}",{day}'
        if i % 3 == 0:
            out += [part(float(spend) * 0.25, float(clicks) * 0.5, float(ihc) * 0.5), part(float(spend) * 0.75, float(clicks) * 0.5, float(ihc) * 0.5)]
        else:
            out.append(part(spend, "" if clicks == "0" else clicks, ihc))
    random.Random(5).shuffle(out)
    return out


def error(name, lines, params, code, where, note, header=HEADER):
    case = {"about": note, "source": "The specification of errors: code and place.",
            "inputs": {"performance": {"file": "adset_weeks.csv", "csv": [header, *lines] if header else []}},
            "params": params, "expect": {"error": {"code": code, "where": where}}}
    (FOLDER / f"error_{name}.json").write_text(json.dumps(case, indent=1) + "\n")


def reference(name, params):
    columns = {"window_weeks": "weeks_used", "selection_reason": "selection_reason", "channel": "channel", "campaign_id": "campaign_id",
               "total_spend": "spend_LB", "total_clicks": "clicks_LB", "total_ihc": "redistributed_ihc_LB", "fb_spend": "fb_spend",
               "fb_clicks": "fb_clicks", "fb_ihc": "fb_ihc", "cvr_lb": "binomial_lb_cvr", "cvr_ub": "binomial_ub_cvr",
               "estimated_cac": "estimated_cac", "ihc_final": "ihc_final", "pltv": "avg_pltv_influ_LB",
               "signed_distance": "signed_distance_from_y_eq_x"}
    tables = {"adsets": {"key": "adset_id", "reference": f"ref/scoring/{name}_adsets.csv", "referenceKey": "adset_id", "columns": columns}}
    if name == "default":
        shared = {"adsets": "adsets", "n_lb": "adsets_lb", "n_binomial": "adsets_binomial", "total_spend": "spend_LB",
                  "total_clicks": "clicks_LB", "total_ihc": "redistributed_ihc_LB", "ihc_final": "ihc_final",
                  "cac_final": "estimated_cac", "pltv_weighted": "avg_pltv_influ_LB"}
        for table, key in (("campaigns", "campaign_id"), ("channels", "channel")):
            tables[table] = {"key": key, "reference": f"ref/scoring/default_rollup_{key}.csv", "referenceKey": key, "columns": shared}
    case = {"about": f"The reference run, parameter set {name}.", "source": "pandas and statsmodels, checked in base R to 2e-13",
            "inputs": {"performance": {"reference": "ref/scoring/adset_weeks.csv"}}, "params": params, "expect": {"tables": tables}}
    (FOLDER / f"reference_{name}.json").write_text(json.dumps(case, indent=1) + "\n")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    uplift = {"TikTok": 1.25, "Search": 0.9}
    write("paths", BASE, {"uplift": uplift}, "Every path of the window search, the fallback and the gates.",
          notices=["window_without_orders", "count_clamped", "uplift_below_1"],
          explain=["orders", "small", "barren", "rich", "cheap"])
    write("messy", BASE, {"uplift": uplift}, "The rows of paths.json with other headers and order, split, shuffled, quoted.",
          header='"Ad Set",IHC,pLTV,Channel,CLICKS,Amount spent (USD),AdSet Id, Campaign ID ,Campaign,Week Start',
          notices=["duplicates_collapsed"], as_lines=messy(BASE))
    write("robust_scale", BASE, {"scale": "p95", "dead_zone": 0.3, "alpha": 0.05}, "The 95th percentile as the scale.")
    write("other_window", BASE, {"min_weeks": 2, "max_weeks": 5, "window_clicks": 200, "window_ihc": 4, "min_spend": 20, "min_clicks": 50},
          "Other windows and gates; the fallback still looks at eight weeks.")
    blank = [line if i % 7 else ",".join([*line.split(",")[:9], ""]) for i, line in enumerate(BASE)]
    write("blank_pltv", blank, {}, "Rows without pLTV are left out of its mean.", notices=["blank_pltv"])
    orders = ["Channel,Orders"]
    totals = {"Meta": 30, "TikTok": 27}
    attributed = {"Meta": sum(float(l.split(",")[8]) for l in BASE if ",Meta," in l), "TikTok": sum(float(l.split(",")[8]) for l in BASE if ",TikTok," in l)}
    orders += [f"{c},{n}" for c, n in totals.items()]
    write("estimated_uplift", BASE, {"uplift": {c: totals[c] / attributed[c] for c in totals}}, "Uplift from a table of true orders.",
          notices=["uplift_estimated"], orders=orders)
    good = BASE[:3]
    error("missing_column", ["2026-11-16,1,2"], {}, "bad_column", {"role": "adset_id", "file": "adset_weeks.csv"},
          "A required column is not there.", header="week_start,spend,clicks")
    error("empty_file", [], {}, "bad_file", {"file": "adset_weeks.csv"}, "A file of no bytes.", header="")
    error("header_only", [], {}, "bad_file", {"file": "adset_weeks.csv", "line": 2}, "A header and no rows.")
    error("text_in_number", [*good, BASE[4].replace(",60,60,", ",60,sixty,")], {}, "bad_column",
          {"line": 5, "column": "clicks", "text": "sixty"}, "A text where a number belongs.")
    error("bad_date", [*good, BASE[4].replace("2026-11-09", "last week")], {}, "bad_column",
          {"line": 5, "column": "week_start", "text": "last week"}, "A text where a date belongs.")
    error("negative_uplift", good, {"uplift": {"Meta": -1}}, "bad_param", {"parameter": "/uplift/Meta"}, "A factor below 0.")
    error("weeks_crossed", good, {"min_weeks": 5, "max_weeks": 4}, "bad_param", {"parameter": "/max_weeks"}, "max_weeks below min_weeks.")
    error("unknown_parameter", good, {"min_spent": 5}, "bad_param", {"parameter": "/min_spent"}, "A parameter that does not exist.")
    error("as_of_too_early", good, {"as_of_week": "2020-01-06"}, "not_enough_data", {"parameter": "/as_of_week"}, "A week before the data.")
    common = {"uplift": {"TikTok": 1.35, "Meta": 1.18, "Google Brand": 0.55, "Google Non-Brand": 0.92, "PMAX": 0.8}}
    reference("default", common)
    reference("no_filters", common | {"min_spend": 0, "min_clicks": 0, "min_ihc": 0})
    reference("no_uplift", {})
    reference("filter_on_redistributed", common | {"gate_ihc": "redistributed"})
    reference("fallback_on_redistributed", common | {"binomial_count": "redistributed"})
    reference("other_thresholds", common | {"min_spend": 250, "min_clicks": 150, "min_ihc": 2, "min_weeks": 2, "max_weeks": 6,
                                            "window_clicks": 150, "window_ihc": 5, "alpha": 0.1, "target_coverage": 0.7})
    reference("as_of_2024_05_20", common | {"as_of_week": "2024-05-20"})


main()

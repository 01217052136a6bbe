# Writes the golden cases of scoring/adsets: an independent implementation of the method in pandas, statsmodels and scipy.
#
# Run with Python 3.11, pandas 3, scipy 1.17 and statsmodels 0.15 from the top of the repository: python3 scripts/golden/scoring_adsets.py
import io
import json
import math
import pathlib
import random

import numpy as np
import pandas as pd
from scipy import optimize, special
from scipy.stats import beta
from statsmodels.stats.proportion import proportion_confint

FOLDER = pathlib.Path("tests/golden/scoring/adsets")
SOURCE = "pandas 3, statsmodels 0.15 proportion_confint and scipy 1.17 stats.beta, by scripts/golden/scoring_adsets.py"
HEADER = "week_start,channel,campaign_id,campaign_name,adset_id,adset_name,spend,clicks,ihc,pltv"
DEFAULTS = dict(min_spend=100, min_clicks=100, min_ihc=1, min_weeks=3, max_weeks=8, window_clicks=300, window_ihc=10,
                alpha=0.2, uplift={}, scale="max", dead_zone=0.1, interval_prior="channel", pause_stake=100)
LAST = pd.Timestamp("2026-11-16")


def weighted(group):
    group = group.dropna(subset=["pltv"])
    if group.empty:
        return math.nan
    weights = group.ihc
    return (group.pltv * weights).sum() / weights.sum() if weights.sum() > 0 else group.pltv.mean()


def fit_prior(counts, trials):
    """The mode of log a, log b under p(a, b) ~ (a + b)^(-5/2); Jeffreys' for few adsets or orders."""
    k, n = np.array(counts), np.array(trials)
    if len(k) < 10 or k.sum() < 20:
        return 0.5, 0.5
    def loss(t):
        a, b = np.exp(t)
        return -(np.sum(special.betaln(k + a, n - k + b) - special.betaln(a, b)) + t[0] + t[1] - 2.5 * np.log(a + b))
    def slope(t):
        a, b = np.exp(t)
        psi, s = special.digamma, a + b
        return [a * np.sum(psi(k + a) - psi(a) - psi(n + s) + psi(s)) + 1 - 2.5 * a / s,
                b * np.sum(psi(n - k + b) - psi(b) - psi(n + s) + psi(s)) + 1 - 2.5 * b / s]
    top = optimize.minimize(loss, [0, 3], method="Nelder-Mead", options={"xatol": 1e-6, "fatol": 1e-10, "maxiter": 10000}).x
    return tuple(np.exp(optimize.root(slope, top, tol=1e-15).x))


def confidence(v, clicks, ihc, spend, uplift, prior, p):
    """Interval, chance of profit and what would decide, from the posterior of attributed orders per click."""
    if ihc > clicks:
        return {"cac_lower": None, "cac_upper": None, "p_profitable": None, "undecided": None, "clicks_needed": None}
    a, b = prior[0] + ihc, prior[1] + clicks - ihc
    low, high = (spend / (clicks * uplift * beta.ppf(q, a, b)) for q in (1 - p["alpha"] / 2, p["alpha"] / 2))
    out = {"cac_lower": low, "cac_upper": high, "p_profitable": None, "undecided": None, "clicks_needed": None}
    pltv = v["avg_pltv_influ_LB"]
    if math.isnan(pltv):
        return out
    rate = spend / (clicks * uplift * pltv)
    out["p_profitable"] = beta.sf(rate, a, b)
    out["undecided"] = int(low < pltv < high)
    if out["undecided"]:
        tail = beta.cdf if a / (a + b) > rate else beta.sf
        excess = lambda m: tail(rate, a * (1 + m / (a + b)), b * (1 + m / (a + b))) - p["alpha"] / 2
        end = 1
        while excess(end) > 0:
            end *= 2
        out["clicks_needed"] = math.ceil(optimize.brentq(excess, 0, end, xtol=1e-10, rtol=1e-15))
    return out


def action(v, p):
    if v["score_bucket"] is None:
        return None
    sure = v["cac_lower"] is not None and v["cac_lower"] > v["avg_pltv_influ_LB"]
    pause = sure and -v["money_at_stake"] > p["pause_stake"]
    return ["hold", "scale", "pause" if pause else "reduce"][v["score_bucket"]]


def score(lines, params, last=LAST):
    p = DEFAULTS | params
    rows = pd.read_csv(io.StringIO("\n".join([HEADER, *lines])), parse_dates=["week_start"])
    rows = rows[rows.week_start < last + pd.Timedelta(weeks=1)].copy()
    rows["back"] = (last - (rows.week_start - pd.to_timedelta(rows.week_start.dt.day_of_week, "D"))).dt.days // 7
    rows[["spend", "clicks", "ihc"]] = rows[["spend", "clicks", "ihc"]].fillna(0)
    rows["orders"] = rows.ihc * rows.channel.map(p["uplift"]).fillna(1)
    adsets, dropped, basis_of = {}, {}, {}
    recent_rows = rows[rows.back < 8].groupby(["channel", "adset_id"])[["clicks", "ihc"]].sum().reset_index()
    priors = {}
    for channel, group in recent_rows.groupby("channel"):
        group = group[(group.clicks > 0) & (group.ihc <= group.clicks)]
        priors[channel] = fit_prior(group.ihc, group.clicks) if p["interval_prior"] == "channel" else (0.5, 0.5)
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
        channel = history.channel.iloc[0]
        values = adsets[adset]
        values |= confidence(values, recent(basis, "clicks"), recent(basis, "ihc"), recent(basis, "spend"),
                             p["uplift"].get(channel, 1), priors[channel], p)
        values["money_at_stake"] = recent(1, "spend") * (values["avg_pltv_influ_LB"] / values["estimated_cac"] - 1)
    distance = {a: (v["avg_pltv_influ_LB"] - v["estimated_cac"]) / math.sqrt(2) for a, v in adsets.items()}
    known = pd.Series(distance).dropna().abs()
    unit = known.max() if p["scale"] == "max" else known.quantile(0.95)
    for adset, values in adsets.items():
        scaled = max(-1, min(1, distance[adset] / unit))
        values["signed_distance_from_y_eq_x"] = distance[adset]
        values["scaled_distance"] = scaled
        values["score_bucket"] = None if math.isnan(scaled) else int(scaled > p["dead_zone"]) - int(scaled < -p["dead_zone"])
        values["action"] = action(values, p)
    clean = lambda values: {k: None if isinstance(v, float) and math.isnan(v) else v if isinstance(v, (str, int, type(None))) else float(v)
                            for k, v in values.items()}
    return {a: clean(v) for a, v in adsets.items()}, {a: clean(v) for a, v in dropped.items()}


def changes(lines, params, before_params=None):
    """Buckets a week before and now, for the adsets whose bucket or membership differs."""
    (now, _), (before, _) = score(lines, params), score(lines, before_params or params, LAST - pd.Timedelta(weeks=1))
    out = {}
    for adset in sorted(now.keys() | before.keys()):
        a, b = before.get(adset), now.get(adset)
        if (a is None) == (b is None) and a["score_bucket"] == b["score_bucket"]:
            continue
        get = lambda values, key: values[key] if values else None
        out[adset] = {"bucket_before": get(a, "score_bucket"), "bucket_after": get(b, "score_bucket"),
                      "cac_before": get(a, "estimated_cac"), "cac_after": get(b, "estimated_cac"),
                      "pltv_before": get(a, "avg_pltv_influ_LB"), "pltv_after": get(b, "avg_pltv_influ_LB"),
                      "weeks_before": get(a, "weeks_used"), "weeks_after": get(b, "weeks_used"),
                      "score_before": get(a, "scaled_distance"), "score_after": get(b, "scaled_distance")}
    return out


def monitoring(lines, orders):
    """Orders over attributed ones in trailing eight weeks, against the eight before; of one channel."""
    table = pd.DataFrame([line.split(",") for line in orders[1:]], columns=["channel", "orders", "week"])
    true = table.assign(orders=table.orders.astype(float)).groupby("week").orders.sum().rolling(8).sum()
    rows = pd.read_csv(io.StringIO("\n".join([HEADER, *lines])))
    seen = rows.groupby("week_start").ihc.sum().rolling(8).sum()
    factor = true / seen
    past = factor.shift(8)
    bound = (2.6 * (1 / true + 1 / seen + (1 / true + 1 / seen).shift(8)) ** 0.5).clip(lower=0.1)
    change = factor / past - 1
    get = lambda value: None if math.isnan(value) else float(value)
    return {week: {"orders": float(true[week]), "attributed": float(seen[week]), "factor": float(factor[week]),
                   "reference": get(past[week]), "change": get(change[week]), "bound": get(bound[week]),
                   "drifts": None if math.isnan(past[week]) else int(abs(math.log1p(change[week])) > math.log1p(bound[week]))}
            for week in factor.dropna().index}


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


def write(name, lines, params, note, header=HEADER, notices=(), as_lines=None, orders=None, explain=(), before=None, whys=None, watched=False):
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
    if watched:
        case["expect"]["tables"]["monitoring"] = {"key": "week_start", "rows": monitoring(lines, orders)}
    case["expect"]["tables"]["changes"] = {"key": "adset_id", "rows": changes(lines, params, before)}
    case["expect"]["scalars"]["changed_count"] = len(case["expect"]["tables"]["changes"]["rows"])
    for count, word in (("pause_count", "pause"), ("scale_count", "scale"), ("hold_count", "hold")):
        case["expect"]["scalars"][count] = sum(v["action"] == word for v in adsets.values())
    case["expect"]["scalars"]["undecided_count"] = sum(v["undecided"] == 1 for v in adsets.values())
    for name_of_why, why in (whys or {}).items():
        case["expect"]["tables"]["changes"]["rows"][name_of_why]["why"] = why
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
    interval = {key: values[key] for key in ("cac_lower", "cac_upper", "p_profitable", "clicks_needed") if values["cac_lower"] is not None}
    return {"interval": interval, "action": {"stake": values["money_at_stake"]}, "window": {"weeks": values["weeks_used"]}, "cac": cac, "pltv": {"pltv": values["avg_pltv_influ_LB"]},
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
    # Twelve adsets of a channel: the interval starts from what they have in common. Rates lie around break-even.
    many = [line for i in range(12) for line in weeks(f"many{i:02}", "Meta", [(60 + 5 * i, 40 + 9 * i, round(0.5 + 0.17 * i + (w % 3) * 0.3, 2))
            for w in range(8)], 20 + 7 * (i % 5))] + list(BASE)
    write("channel_prior", many, {"pause_stake": 20}, "Intervals from a prior fitted to the channel.",
          explain=["many03", "small", "five"])
    write("jeffreys_prior", many, {"interval_prior": "jeffreys", "alpha": 0.1}, "Intervals from Jeffreys' prior at 90%.")
    moved = [line for i in range(12) for line in weeks(f"still{i:02}", "Meta", [(100, 150, 3 + i * 0.2)] * 9, 30 + i)]
    moved += weeks("worse", "Meta", [(400, 150, 2)] + [(100, 150, 4)] * 8, 40)
    moved += weeks("better", "Meta", [(100, 150, 9)] + [(150, 110, 1)] * 8, 90)
    moved += weeks("fresh", "Meta", [(200, 250, 5)], 50)
    moved += weeks("woken", "Meta", [(300, 200, 6)] + [(5, 40, 1)] * 8, 50)
    moved += weeks("asleep", "Meta", [(0, 0, 0)] * 2 + [(99, 150, 4)] + [(150, 150, 4)] * 5, 50)
    write("changed", moved, {}, "Against the run of the week before: worse, better, fresh, woken, fallen asleep.",
          whys={"fresh": "new", "woken": "passed spend gate", "asleep": "left out by spend gate", "worse": "CAC rose"})
    long = [line for i in range(3) for line in weeks(f"long{i}", "Meta", [(100, 150 + i, 20 + i + w % 4) for w in range(24)], 50)]
    dated = ["Channel,Orders,Week"] + [f"Meta,{100 if back > 5 else 160},{(LAST - pd.Timedelta(weeks=back)).date()}" for back in reversed(range(24))]
    recent = lambda now: sum(float(l.split(",")[8]) for l in long if 0 <= (now - pd.Timestamp(l.split(",")[0])).days < 56)
    true = lambda now: sum(float(l.split(",")[1]) for l in dated[1:] if 0 <= (now - pd.Timestamp(l.split(",")[2])).days < 56)
    earlier = LAST - pd.Timedelta(weeks=1)
    write("drift", long, {"uplift": {"Meta": true(LAST) / recent(LAST)}}, "The uplift drifts away from what it was.", orders=dated, watched=True,
          before={"uplift": {"Meta": true(earlier) / recent(earlier)}}, notices=["uplift_drift", "uplift_estimated"])
    good = BASE[:3]
    error("missing_column", ["2026-11-16,1,2"], {}, "bad_column", {"role": "adset_id", "file": "adset_weeks.csv"},
          "A required column is not there.", header="week_start,spend,clicks")
    error("empty_file", [], {}, "bad_file", {"file": "adset_weeks.csv"}, "A file of no bytes.", header="")
    error("header_only", [], {}, "bad_file", {"file": "adset_weeks.csv", "line": 2}, "A header and no rows.")
    error("text_in_number", [*good, BASE[4].replace(",60,60,", ",60,sixty,")], {}, "bad_column",
          {"line": 5, "column": "clicks", "text": "sixty"}, "A text where a number belongs.")
    error("bad_date", [*good, BASE[4].replace("2026-11-09", "last week")], {}, "bad_column",
          {"line": 5, "column": "week_start", "text": "last week"}, "A text where a date belongs.")
    error("bad_prior", good, {"interval_prior": "flat"}, "bad_param", {"parameter": "/interval_prior"}, "A prior that does not exist.")
    error("negative_pause", good, {"pause_stake": -1}, "bad_param", {"parameter": "/pause_stake"}, "A loss below 0.")
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

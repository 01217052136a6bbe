# Golden cases of attribution: expected values by pandas and numpy, by routes of their own (walks and full sums, no shortcuts).
#
# python scripts/golden/attribution.py writes tests/golden/attribution/{paths,sessions}/*.json
import itertools
import json
import math
import pathlib

import numpy as np
import pandas as pd

ROOT = pathlib.Path(__file__).resolve().parents[2] / "tests" / "golden" / "attribution"
SOURCE = "pandas and numpy, by scripts/golden/attribution.py"


def write(op, name, about, inputs, params, expect, source=SOURCE, explain=()):
    case = {"about": about, "source": source, "inputs": inputs, "params": params, "expect": expect}
    if explain:
        case["explain"] = list(explain)
    folder = ROOT / op
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(case, indent=1) + "\n")


def csv_of(file, text):
    return {"file": file, "csv": text.strip("\n").split("\n")}


# --- models over journeys: a list of (tuple of channels, conversions, value, nulls)


def shares(rule, path):
    n = len(path)
    if rule == "first":
        return [1] + [0] * (n - 1)
    if rule == "last":
        return [0] * (n - 1) + [1]
    if rule == "last_non_direct":
        places = [i for i, c in enumerate(path) if c != "Direct"]
        chosen = places[-1] if places else n - 1
        return [float(i == chosen) for i in range(n)]
    if rule == "linear":
        return [1 / n] * n
    if rule == "time_decay":
        w = np.array([2.0 ** -(n - 1 - i) for i in range(n)])
        return list(w / w.sum())
    if rule == "position":
        if n == 1:
            return [1]
        if n == 2:
            return [0.5, 0.5]
        return [0.4] + [0.2 / (n - 2)] * (n - 2) + [0.4]
    raise KeyError(rule)


def rule_credits(rule, journeys):
    out = {}
    for path, conversions, value, _ in journeys:
        for channel, share in zip(path, shares(rule, path)):
            c, v = out.get(channel, (0, 0))
            out[channel] = (c + share * conversions, v + share * value)
    return out


def markov(journeys, order):
    windows = lambda p: [p] if len(p) <= order else [p[i : i + order] for i in range(len(p) - order + 1)]
    count, value = {}, {}
    for path, conversions, worth, nulls in journeys:
        states = ["start"] + windows(path)
        for a, b in zip(states, states[1:]):
            count[a, b] = count.get((a, b), 0) + conversions + nulls
        count[states[-1], "conversion"] = count.get((states[-1], "conversion"), 0) + conversions
        count[states[-1], "lost"] = count.get((states[-1], "lost"), 0) + nulls
        value[states[-1]] = value.get(states[-1], 0) + worth
    states = sorted({s for pair in count for s in pair if isinstance(s, tuple)})
    number = {s: i for i, s in enumerate(states)}
    leaving = {}
    for (a, _), n in count.items():
        leaving[a] = leaving.get(a, 0) + n

    def reach(removed):
        q = np.zeros((len(states), len(states)))
        r, v, start = (np.zeros(len(states)) for _ in range(3))
        for (a, b), n in count.items():
            p = n / leaving[a]
            gone = isinstance(b, tuple) and removed in b
            if a == "start":
                start[number[b]] += 0 if gone else p
            elif b == "conversion":
                r[number[a]] += p
            elif isinstance(b, tuple) and not gone:
                q[number[a], number[b]] += p
        for s, worth in value.items():
            v[number[s]] = worth / leaving[s]
        solve = lambda reward: start @ np.linalg.solve(np.eye(len(states)) - q, reward)
        return solve(r), solve(v)

    whole = reach(None)
    channels = sorted({c for path, *_ in journeys for c in path})
    effects = {c: tuple(1 - part / all_ for part, all_ in zip(reach(c), whole)) for c in channels}
    sums = [sum(e[k] for e in effects.values()) for k in range(2)]
    totals = [sum(j[1] for j in journeys), sum(j[2] for j in journeys)]
    credits = {c: tuple(e[k] / sums[k] * totals[k] for k in range(2)) for c, e in effects.items()}
    return whole, effects, credits


def distinct(path, ordered):
    seen = list(dict.fromkeys(path))
    return tuple(seen if ordered else sorted(seen))


def rate_shapley(journeys, ordered, caution=10):
    seen = {}
    for path, conversions, value, nulls in journeys:
        c, v, n = seen.get(distinct(path, ordered), (0, 0, 0))
        seen[distinct(path, ordered)] = (c + conversions, v + value, n + conversions + nulls)
    common = sum(c for c, _, _ in seen.values()) / sum(n for _, _, n in seen.values())

    def rate(part):
        if not part:
            return 0
        c, _, n = seen.get(part, (0, 0, 0))
        return (c + caution * common) / (n + caution)

    out = {}
    for members, (conversions, value, _) in seen.items():
        orders = list(itertools.permutations(members))
        for order in orders:
            for i, channel in enumerate(order):
                keep = lambda joined: tuple(m for m in members if m in joined)
                gain = rate(keep(order[: i + 1])) - rate(keep(order[:i]))
                c, v = out.get(channel, (0, 0))
                share = gain / rate(members) / len(orders)
                out[channel] = (c + share * conversions, v + share * value)
    return out


def set_shapley(journeys):
    channels = sorted({c for path, *_ in journeys for c in path})
    out = {}
    for k in (1, 2):
        worth = lambda s: sum(j[k] for j in journeys if set(j[0]) <= s)
        for channel in channels:
            others = [c for c in channels if c != channel]
            sum_ = 0
            for size in range(len(others) + 1):
                weight = math.factorial(size) * math.factorial(len(others) - size) / math.factorial(len(channels))
                for part in itertools.combinations(others, size):
                    sum_ += weight * (worth(set(part) | {channel}) - worth(set(part)))
            out.setdefault(channel, []).append(sum_)
    return out


def expectations(journeys, rules=("first", "last", "last_non_direct", "linear", "time_decay", "position")):
    channels = sorted({c for path, *_ in journeys for c in path})
    models = {rule: rule_credits(rule, journeys) for rule in rules}
    models["markov"] = markov(journeys, 1)[2]
    models["shapley"] = set_shapley(journeys)
    models["shapley_rate"] = rate_shapley(journeys, False)
    models["shapley_ordered"] = rate_shapley(journeys, True)
    rows = {}
    for model, credits in models.items():
        for channel in channels:
            conversions, value = credits.get(channel, (0, 0))
            rows[f"{channel}|{model}"] = {"conversions": conversions, "value": value}
    return {"key": ["channel", "model"], "rows": rows}, ",".join(models)


SMALL = [
    (("Search",), 12, 240.5, 70),
    (("Search", "Search Brand"), 20, 410, 31),
    (("Display", "Search", "Search Brand"), 9, 180.25, 44),
    (("Display", "Display", "Direct"), 4, 61, 120),
    (("Email", "Direct"), 16, 333, 25),
    (("Direct",), 11, 205, 60),
    (("Display", "Email", "Search", "Email", "Direct"), 7, 99.75, 13),
    (("Search Brand", "Search"), 5, 88, 9),
]


def explained(channel, journeys, rows):
    """Numbers of the steps that explain a channel's credit by the chain, from the journeys themselves."""
    (p, _), effects, credits = markov(journeys, 1)
    holds = [j for j in journeys if channel in j[0]]
    rest = [j for j in journeys if channel not in j[0]]
    rate = lambda part: sum(j[1] for j in part) / sum(j[1] + j[3] for j in part)
    total = sum(j[1] for j in journeys)
    of_models = [row["conversions"] / total for key, row in rows.items() if key.split("|")[0] == channel]
    took_part = sum(j[1] for j in holds)
    best = sorted((j[1] for j in holds), reverse=True)[:8]
    difference = abs(rows[f"{channel}|markov"]["value"] - rows[f"{channel}|last"]["value"])
    return {"shares": {"least": min(of_models), "most": max(of_models)},
            "part": {"conversions": took_part, "last": sum(j[1] for j in holds if j[0][-1] == channel),
                     "rate_with": rate(holds), "rate_without": rate(rest)},
            "paths": {"paths": len(holds), "part": sum(best) / took_part},
            "removal": {"effect": effects[channel][0], "without": p * (1 - effects[channel][0]), "credit": credits[channel][0],
                        "sum": sum(e[0] for e in effects.values())},
            "last_touch": {"difference": difference}}


def small_paths():
    lines = ["path,total_conversions,total_conversion_value,total_null"]
    lines += [f"{' > '.join(path)},{c},{v},{n}" for path, c, v, n in SMALL]
    table, models = expectations(SMALL)
    (p, value), effects, _ = markov(SMALL, 1)
    removal = {c: {"removal_effect": e[0], "removal_effect_value": e[1]} for c, e in effects.items()}
    tables = {"channels": table, "removal_effects": {"key": "channel", "rows": removal}}
    scalars = {"conversion_probability": p, "expected_value": value, "journeys": sum(c + n for _, c, _, n in SMALL)}
    inputs = {"paths": csv_of("paths.csv", "\n".join(lines))}
    write("paths", "small_table", "Channels of which one is part of another, a repeat, every model but those that fit.", inputs,
          {"models": models, "bootstrap": 10}, {"scalars": scalars, "tables": tables},
          explain=[{"row": {"channel": c}, "expect": explained(c, SMALL, table["rows"])} for c in ("Search", "Search Brand", "Display")]
          + [{"row": {"channel": "Searc"}, "expect": {"error": {"code": "bad_param", "where": {"parameter": "/row/channel"}}}},
             {"row": {"channel": "Search", "model": "none"}, "expect": {"error": {"code": "bad_param"}}}])
    (p, value), effects, credits = markov(SMALL, 3)
    removal = {c: {"removal_effect": e[0], "conversions": credits[c][0]} for c, e in effects.items()}
    write("paths", "small_table_order_3", "A chain of order 3.", inputs, {"models": "markov", "order": 3, "bootstrap": 0},
          {"scalars": {"conversion_probability": p, "expected_value": value},
           "tables": {"removal_effects": {"key": "channel", "rows": removal}}})


def log_rows():
    rng = np.random.default_rng(20261116)
    rows = []
    for user in range(60):
        time = pd.Timestamp("2026-01-05") + pd.Timedelta(hours=int(rng.integers(0, 700)))
        for _ in range(int(rng.integers(1, 7))):
            channel = ["Search", "Email", "Direct", "Display"][int(rng.integers(0, 4))]
            bought = rng.random() < 0.25
            rows.append((f"u{user}", time, channel, int(bought), round(float(rng.uniform(5, 50)), 2) if bought else None))
            time += pd.Timedelta(minutes=int(rng.integers(5, 60 * 24 * 16)))
    rng.shuffle(rows)
    return rows


def journeys_of(rows, lookback_days, half_life_days):
    frame = pd.DataFrame(rows, columns=["user", "time", "channel", "bought", "value"]).sort_values(["user", "time"])
    journeys, aged = [], {}
    for _, touches in frame.groupby("user"):
        open_ = []
        for touch in touches.itertuples():
            open_.append(touch)
            if not touch.bought:
                continue
            kept = [t for t in open_ if t.time >= touch.time - pd.Timedelta(days=lookback_days)]
            journeys.append((tuple(t.channel for t in kept), 1, touch.value, 0))
            ages = np.array([(touch.time - t.time).total_seconds() / 86400 for t in kept])
            weights = 2.0 ** (-ages / half_life_days)
            for t, w in zip(kept, weights / weights.sum()):
                c, v = aged.get(t.channel, (0, 0))
                aged[t.channel] = (c + w, v + w * touch.value)
            open_ = []
        if open_:
            kept = [t for t in open_ if t.time >= open_[-1].time - pd.Timedelta(days=lookback_days)]
            journeys.append((tuple(t.channel for t in kept), 0, 0, 1))
    return journeys, aged


def small_log():
    rows = log_rows()
    lines = ["customer_id,time,channel,conversion,conversion_value"]
    lines += [f"{u},{t:%Y-%m-%d %H:%M},{c},{b},{'' if v is None else v}" for u, t, c, b, v in rows]
    inputs = {"touches": csv_of("log.csv", "\n".join(lines)),
              "spend": csv_of("spend.csv", "channel,spend\nSearch,400\nemail,50.5\nDisplay,220")}
    journeys, aged = journeys_of(rows, 14, 3)
    table, models = expectations(journeys, ("first", "last", "last_non_direct", "linear", "position"))
    for channel, (c, v) in aged.items():
        table["rows"][f"{channel}|time_decay"] = {"conversions": c, "value": v}
    spend = {"Search": 400, "Email": 50.5, "Display": 220, "Direct": None}
    for key, row in table["rows"].items():
        cost = spend[key.split("|")[0]]
        row["cpa"] = cost / row["conversions"] if cost and row["conversions"] > 0 else None
        row["roas"] = row["value"] / cost if cost else None
    scalars = {"conversions": sum(j[1] for j in journeys), "nulls": sum(j[3] for j in journeys),
               "value": sum(j[2] for j in journeys), "touches": len(rows), "users": 60}
    write("paths", "small_log", "A shuffled log with a window, age by days, and spend that is joined by name.", inputs,
          {"models": models + ",time_decay", "lookback_days": 14, "half_life_days": 3, "bootstrap": 10},
          {"scalars": scalars, "tables": {"channels": table}})


def w_credits(journeys, first, middle, last):
    out = {}
    for path, conversions, value, _ in journeys:
        n = len(path)
        weights = [0.0] * n
        for i in range(n):
            weights[i] = first if i == 0 else last if i == n - 1 else middle if i == (n - 1) // 2 else 0
        if n > 3:
            weights = [w or (1 - first - middle - last) / (n - 3) for w in weights]
        for channel, w in zip(path, weights):
            c, v = out.get(channel, (0, 0))
            out[channel] = (c + w / sum(weights) * conversions, v + w / sum(weights) * value)
    return out


def odd_paths():
    clean = [(("Google", "Email"), 10, 100, 20), (("Email", "Google", "Direct"), 4, 60, 9), (("Google",), 6, 30, 40),
             (("Direct", "Email"), 3, 45, 7), (("Google", "Direct", "Google", "Email", "Direct"), 2, 10, 5)]
    text = """path,total_conversions,total_conversion_value,total_null
,11,5,3
Google > Email,6,60,12
google > EMAIL,4,40,8
Email|Google|Direct,4,60,9
(start) > Google > (conversion),6,30,40
"Direct,Email",3,45,7
" GOOGLE > Direct > Google > Email > Direct ",2,10,5"""
    table, models = expectations(clean)
    for channel, (c, v) in w_credits(clean, 0.2, 0.25, 0.5).items():
        table["rows"][f"{channel}|w_shaped"] = {"conversions": c, "value": v}
    write("paths", "odd_table", "A blank path, two spellings, three marks, markers of another tool and weights of the W.",
          {"paths": csv_of("paths.csv", text)},
          {"models": models + ",w_shaped", "bootstrap": 0, "w_first": 0.2, "w_middle": 0.25, "w_last": 0.5},
          {"scalars": {"conversions": 25, "value": 245, "nulls": 81}, "tables": {"channels": table},
           "notices": ["journeys_without_path", "spellings_joined", "paths_with_other_mark", "path_markers_left_out"]},
          SOURCE + ", over the paths written out cleanly")


def blank_channels():
    text = """user_id,timestamp,channel,utm_source,utm_medium,conversion
1,2026-03-01,reddit_ads,reddit,ppc,0
1,2026-03-02,,reddit,ppc,1
2,2026-03-01,(not set),bing,cpc,1
3,2026-03-01,,,,0
3,2026-03-02,Reddit_Ads,reddit,ppc,0
3,2026-03-03,,(not set),,1"""
    journeys = [(("reddit_ads", "reddit_ads"), 1, 0, 0), (("Paid Search",), 1, 0, 0), (("reddit_ads",), 1, 0, 0)]
    rows = {}
    for rule in ("first", "last", "linear"):
        for channel, (c, _) in rule_credits(rule, journeys).items():
            rows[f"{channel}|{rule}"] = {"conversions": c}
    write("paths", "blank_channels", "Blank channels: as other rows of their source and medium name it, else by the rules.",
          {"touches": csv_of("log.csv", text)}, {"models": "first,last,linear", "bootstrap": 0},
          {"scalars": {"conversions": 3, "touches": 4}, "tables": {"channels": {"key": ["channel", "model"], "rows": rows}},
           "notices": ["channels_filled", "rows_without_channel", "spellings_joined"]},
          "By hand: the journeys; their shares by scripts/golden/attribution.py")


def cancelling_values():
    journeys = [(("A", "B"), 1, 30.0, 2), (("B",), 1, -30.0, 3)]
    kept = {f"{channel}|{rule}": {"conversions": c, "value": v, "value_share": None}
            for rule in ("first", "last", "linear") for channel, (c, v) in rule_credits(rule, journeys).items()}
    write("paths", "values_that_cancel", "Values that sum to nothing are values; nothing can be shared out of their sum.",
          {"paths": csv_of("paths.csv", "path,total_conversions,total_conversion_value,total_null\nA > B,1,30,2\nB,1,-30,3")},
          {"models": "first,last,linear", "bootstrap": 20},
          {"scalars": {"value": 0, "has_value": True}, "tables": {"channels": {"key": ["channel", "model"], "rows": kept}}})


def errors():
    paths = lambda text: {"paths": csv_of("paths.csv", text)}
    log = lambda text: {"touches": csv_of("log.csv", text)}
    why = "The specification of errors: code and place."
    head = "user_id,timestamp,channel,conversion\n"
    refuse = lambda name, about, inputs, params, code, where: write(
        "paths", name, about, inputs, params, {"error": {"code": code, "where": where}}, why)
    refuse("error_bad_time", "A time that is none.", log(head + "a,2026-03-01,X,0\na,soon,X,1"), {}, "bad_column",
           {"line": 3, "text": "soon"})
    refuse("error_no_conversions", "Nobody converted.", log(head + "a,2026-03-01,X,0\nb,2026-03-01,Y,0"), {},
           "not_enough_data", {"role": "conversions"})
    refuse("error_negative_count", "A count below 0.", paths("path,total_conversions,total_null\nA > B,1,1\nA,-2,1"), {},
           "bad_column", {"line": 3, "role": "conversions"})
    refuse("error_unknown_model", "A model that does not exist.", paths("path,total_conversions\nA > B,1"),
           {"models": "frist"}, "bad_param", {"parameter": "/models"})
    refuse("error_channel_rule", "A rule without a field.",
           log("user_id,timestamp,utm_source,conversion\na,2026-03-01,X,1"), {"channel_rules": "Partners = acme"},
           "bad_param", {"parameter": "/channel_rules"})
    million = 1_000_000
    long_path = {"channels": {"key": ["channel", "model"], "rows": {
        "A|first": {"conversions": 0}, "B|first": {"conversions": 3}, "A|last": {"conversions": 2}, "B|last": {"conversions": 1},
        "A|linear": {"conversions": 2 * million / (million + 1)}, "B|linear": {"conversions": 2 / (million + 1) + 1},
        "A|shapley": {"conversions": 1}, "B|shapley": {"conversions": 2}}}}
    write("paths", "million_steps", "A path of a million and one steps.",
          paths(f"path,total_conversions,total_null\nB > A x {million},2,3\nB,1,1"), {"models": "first,last,linear,shapley", "bootstrap": 5},
          {"scalars": {"touches": 5 * (million + 1) + 2, "conversions": 3}, "tables": long_path}, "By hand: shares of a path are counts.")
    refunds = [(("A", "B"), 3, -30.0, 2), (("B",), 1, 50.0, 9)]
    table, _ = expectations(refunds, ("first", "last", "linear"))
    kept = {k: v for k, v in table["rows"].items() if k.split("|")[1] in ("first", "last", "linear")}
    write("paths", "negative_values", "A refund lowers what its channels earned.",
          paths("path,total_conversions,total_conversion_value,total_null\nA > B,3,-30,2\nB,1,50,9"),
          {"models": "first,last,linear", "bootstrap": 0},
          {"scalars": {"value": 20}, "tables": {"channels": {"key": ["channel", "model"], "rows": kept}},
           "notices": ["negative_conversion_values"]})
    one = {"channels": {"key": ["channel", "model"], "rows": {
        f"Only|{m}": {"conversions": 3, "share": 1} for m in ("first", "linear", "markov", "shapley_rate")}}}
    write("paths", "one_channel_without_nulls", "One channel, no lost journeys, an empty path.",
          paths("path,total_conversions\nOnly > Only,2\nOnly,1\n > ,5"),
          {"models": "first,linear,markov,shapley_rate", "bootstrap": 5},
          {"scalars": {"conversions": 3, "conversion_probability": 1}, "tables": one,
           "notices": ["one_channel", "no_lost_journeys", "journeys_without_path", "few_conversions"]},
          "By hand: one channel earns everything.")


def small_sessions():
    rng = np.random.default_rng(7)
    lines = ["session_id,user_id,session_start_ts,session_end_ts,utm_source,utm_medium,utm_term,page,referrer,Sign_up"]
    seconds, sources = [], []
    for i in range(80):
        start = pd.Timestamp("2026-05-04") + pd.Timedelta(minutes=37 * i)
        length = int(rng.gamma(3, 60)) + 5 + (9000 if i == 41 else 0)
        source = ["google", "bing", "blank"][i % 3]
        seconds.append(length)
        sources.append(source)
        referrer = ["https://www.google.co.uk/", "https://www.youtube.com/", ""][i % 5 % 3]
        end = start + pd.Timedelta(seconds=length)
        lines.append(f"s{i},u{i % 30},{start},{end},{source},{'cpc' if source != 'blank' else ''},shoes,Home,{referrer},"
                     f"{'TRUE' if i % 20 == 0 else 'FALSE'}")
    s = pd.Series(seconds)
    q1, q3 = s.quantile(0.25), s.quantile(0.75)
    low, high = q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1)
    outliers = int(((s < low) | (s > high)).sum())
    groups = {"All sessions": s}
    groups.update({name: s[[x == name for x in sources]] for name in ("google", "bing")})
    rows = {}
    for name, part in groups.items():
        by = "all" if name == "All sessions" else "source"
        rows[f"{by}|{name}"] = {"sessions": len(part), "mean": part.mean(), "q1": part.quantile(0.25),
                                "median": part.median(), "q3": part.quantile(0.75), "maximum": float(part.max())}
    expect = {"scalars": {"sessions": 80, "users": 30, "conversions": 4, "median": s.median(), "mean": s.mean(),
                          "p95": s.quantile(0.95), "longest": int(s.max()), "outliers": outliers, "fence_high": high},
              "tables": {"groups": {"key": ["dimension", "group"], "rows": rows, "some": True}}}
    write("sessions", "small", "Durations, quartiles and fences; one session without end.",
          {"sessions": csv_of("sessions.csv", "\n".join(lines))}, {}, expect)
    reverse = "session_id,session_start_ts,session_end_ts,channel\na,2026-03-01 10:00,2026-03-01 09:00,X"
    write("sessions", "error_no_duration", "Every session ends before it starts.",
          {"sessions": csv_of("sessions.csv", reverse)}, {}, {"error": {"code": "not_enough_data"}},
          "The specification of errors: code and place.")


def main():
    small_paths()
    small_log()
    odd_paths()
    blank_channels()
    cancelling_values()
    errors()
    small_sessions()


main()

# Writes the golden cases of budget/reallocate: the published notebook run, instances with proven optima, small cases solved by
# hand, by exact fractions, by SciPy's SLSQP and HiGHS, and by trying every split.
#
# Run with Python 3.11, numpy and scipy 1.17 from the top of the repository: python3 scripts/golden/budget_reallocate.py REFERENCE
import csv
import itertools
import json
import math
import pathlib
import sys

import numpy as np
from scipy.optimize import brentq, linprog, minimize
from scipy.stats import gamma

FOLDER = pathlib.Path("tests/golden/budget/reallocate")
REFERENCE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
PLAIN = {"draws": 0, "frontier_points": 0}
HEADER = "campaign,cost,clicks,conversions,revenue,group"
# Four campaigns of 100 each that bring 0.4, 0.3, 0.2 and 0.1 conversions a dollar, worth 10, 20, 10 and 50 each.
ROWS = ["a,100,200,40,400,search", "b,100,200,30,600,search", "c,100,200,20,200,social", "d,100,200,10,500,social"]
RATE = dict(a=0.4, b=0.3, c=0.2, d=0.1)
# Curves sqrt: 4, 2, 2 and 1 times the root of the spend.
CURVES = ["campaign,cost,curve,curve_a,curve_b,group", "a,100,power,4,0.5,x", "b,100,power,2,0.5,x", "c,100,power,2,0.5,y",
          "d,100,power,1,0.5,y"]


def write(name, about, source, params, expect, lines=None, reference=None, header=HEADER, explain=None):
    data = {"reference": reference} if reference else {"file": "campaigns.csv", "csv": ([header] if header else []) + (lines or ROWS)}
    case = {"about": about, "source": source, "inputs": {"campaigns": data}, "params": PLAIN | params, "expect": expect}
    if explain:
        case["explain"] = [{"row": {"campaign": campaign}, "expect": steps} for campaign, steps in explain.items()]
    (FOLDER / f"{name}.json").write_text(json.dumps(case, indent=1) + "\n")


def budgets(split, **scalars):
    return {"tables": {"campaigns": {"key": "campaign", "rows": {k: {"optimized_budget": v} for k, v in split.items()}}},
            "scalars": scalars}


def linear(name, about, params, split, source="By hand: the best are filled first.", **more):
    value = sum(RATE[k] * v for k, v in split.items())
    write(name, about, source, params, budgets(split, **({"optimized_conversions": value, "lift": value - 100, "gap": 0} | more)))


def by_trial(allowed, step=10, total=400, value=lambda s: sum(RATE[k] * v for k, v in s.items())):
    """The best of all splits in whole steps; its value is checked by hand where the optimum lies on the steps."""
    grid = range(0, total + 1, step)
    splits = ({"a": a, "b": b, "c": c, "d": total - a - b - c} for a, b, c in itertools.product(grid, repeat=3) if a + b + c <= total)
    return max((s for s in splits if allowed(s)), key=value)


def linear_cases():
    linear("linear_unbounded", "Without limits the best campaign gets all.", {}, dict(a=400, b=0, c=0, d=0))
    linear("linear_share", "Shares of 10% to 40%.", {"min_share": 0.1, "max_share": 0.4}, dict(a=160, b=160, c=40, d=40))
    linear("linear_change", "At most 20% more or 30% less.", {"min_change": -0.3, "max_change": 0.2}, dict(a=120, b=120, c=90, d=70))
    linear("linear_total", "Another total: 500, at most 50% more each.", {"total_budget": 500, "max_change": 0.5}, dict(a=150, b=150, c=150, d=50))
    linear("linear_lock", "One campaign locked at today's, one given its budget, one capped by hand.",
           {"edits": {"d": {"locked": True}, "b": {"budget": 120}, "a": {"max": 150}}}, dict(a=150, b=120, c=30, d=100))
    linear("linear_groups", "Search may take 250 at most, social must take 120.",
           {"group_bounds": {"search": {"max": 250}, "social": {"min": 120}}}, dict(a=250, b=0, c=150, d=0))
    split = by_trial(lambda s: all(v == 0 or v >= 150 for v in s.values()) and max(s.values()) <= 200)
    linear("linear_viable", "Nothing or at least 150, at most 200 each: two run in full.", {"min_viable_spend": 150, "max_share": 0.5}, split,
           source="Every split in steps of 10 tried.")
    linear("linear_viable_floor", "A floor of 60 makes every campaign run at the least viable spend.",
           {"min_viable_spend": 80, "min_share": 0.15, "max_share": 0.5}, dict(a=160, b=80, c=80, d=80))
    linear("linear_rounded", "353 in steps of 10: the campaign that gains most carries the odd 3.",
           {"total_budget": 353, "max_change": 0.58, "round_to": 10}, dict(a=153, b=150, c=50, d=0),
           source="By hand: caps of 158 hold 15 steps and the odd 3; the best campaign gets them. No bound is above what whole steps allow.", bound=116.2)
    write("objective_revenue", "Revenue a dollar is 4, 6, 2 and 5.", "By hand: the best are filled first.",
          {"objective": "revenue", "max_share": 0.4}, budgets(dict(a=80, b=160, c=0, d=160), optimized_value=4 * 80 + 6 * 160 + 5 * 160, baseline_value=1700))
    write("objective_profit", "At a margin of 22%, a dollar of revenue 4, 6, 2, 5 earns 0.88, 1.32, 0.44, 1.1: only b and d pay, and a range of totals lets money stay unspent.",
          "By hand.", {"objective": "profit", "margin": 0.22, "min_total": 0, "max_total": 400, "max_share": 0.4},
          budgets(dict(a=0, b=160, c=0, d=160), optimized_value=160 * 0.32 + 160 * 0.1, optimized_budget=320))
    # CPA 4 with caps of 160: a 160 (64 conv), b 160 (48), then c until spend / conv = 4: (320 + x) / (112 + 0.2 x) = 4.
    x = (4 * 112 - 320) / (1 - 0.8)
    linear("target_cpa_slack", "A CPA of 4 leaves room: a range of totals is spent in full.",
           {"min_total": 100, "max_total": 400, "max_change": 0.6, "target_cpa": 4}, dict(a=160, b=160, c=80, d=0))
    assert x > 80
    x = (3 * 112 - 320) / (1 - 0.6)
    linear("target_cpa", "A CPA of 3 over the whole stops c at 40.", {"min_total": 100, "max_total": 400, "max_change": 0.6, "target_cpa": 3},
           dict(a=160, b=160, c=x, d=0), source="By hand: (320 + x) / (112 + 0.2 x) = 3.", average_cpa=3)
    # Highest conversions with revenue / spend >= 4.5 at 400 in all: mixing by linear programming.
    rate, roas = np.array([0.4, 0.3, 0.2, 0.1]), np.array([4, 6, 2, 5.0])
    lp = linprog(-rate, A_ub=[-(roas - 5)], b_ub=[0], A_eq=[[1] * 4], b_eq=[400], bounds=[(0, 260)] * 4, method="highs")
    write("target_roas", "A ROAS of 5 over the whole.", "HiGHS by scipy.optimize.linprog",
          {"target_roas": 5, "max_share": 0.65}, budgets(dict(zip("abcd", map(float, lp.x))), optimized_conversions=float(-lp.fun), average_roas=5))
    lp = linprog(-rate, A_ub=[-(roas - 5), 1 - 2.9 * rate], b_ub=[0, 0], A_eq=[[1] * 4], b_eq=[400], bounds=[(0, 260)] * 4, method="highs")
    write("target_both", "A ROAS of 5 and a CPA of 2.9 together, and a group limit that does not bind.", "HiGHS by scipy.optimize.linprog",
          {"target_roas": 5, "target_cpa": 2.9, "max_share": 0.65, "group_bounds": {"search": {"max": 400}}},
          budgets(dict(zip("abcd", map(float, lp.x))), optimized_conversions=float(-lp.fun)))


def curve_case(name, about, source, params, split, lines=None, **more):
    a = dict(a=4, b=2, c=2, d=1)
    value = sum(a[k] * math.sqrt(v) for k, v in split.items())
    write(name, about, source, {"method": "diminishing"} | params, budgets(split, optimized_conversions=value, gap=0, **more), lines or CURVES, header="")


def diminishing_cases():
    curve_case("roots", "Square roots share in proportion to the squares of their scales: 16, 4, 4, 1.", "By hand.", {},
               dict(a=256, b=64, c=64, d=16), marginal_cpa=8, price=1 / 8)
    curve_case("roots_cap", "a capped at 160: the others share 240 as 4, 4, 1.", "By hand.", {"max_share": 0.4},
               dict(a=160, b=240 * 4 / 9, c=240 * 4 / 9, d=240 / 9), marginal_cpa=math.sqrt(240 * 4 / 9))
    curve_case("roots_groups", "Group x at most 250 shares 16 to 4; group y shares the rest 4 to 1.", "By hand.",
               {"group_bounds": {"x": {"max": 250}}}, dict(a=200, b=50, c=120, d=30))
    best = by_trial(lambda s: True, value=lambda s: sum(k * math.sqrt(s[n]) for n, k in zip("abcd", (4, 2, 2, 1))))
    write("roots_rounded", "In steps of 10, the total kept.", "Every split in steps of 10 tried.", {"method": "diminishing", "round_to": 10},
          budgets(best, optimized_conversions=sum(k * math.sqrt(best[n]) for n, k in zip("abcd", (4, 2, 2, 1)))), CURVES, header="")
    # CPA of 3.5 with at most 900: on the frontier conversions are sqrt(25 B), so sqrt(B) / 5 = 3.5 at B = 306.25.
    B = 306.25
    curve_case("roots_cpa", "A CPA of 3.5 over the whole ends a range of totals at 306.25.", "By hand: B / (5 sqrt(B)) = 3.5.",
               {"min_total": 0, "max_total": 900, "target_cpa": 3.5}, {k: B * w / 25 for k, w in dict(a=16, b=4, c=4, d=1).items()})
    # Elasticity 0.5 through today's point: scale = conversions / sqrt(100): the same as sqrt curves of 4, 3, 2, 1.
    total = 16 + 9 + 4 + 1
    split = {k: 400 * w / total for k, w in dict(a=16, b=9, c=4, d=1).items()}
    write("elasticity", "Curves through today's point with elasticity 0.5.", "By hand: shares as 16, 9, 4, 1.", {"method": "diminishing", "elasticity": 0.5},
          budgets(split, optimized_conversions=sum(c / 10 * math.sqrt(v) for c, v in zip((40, 30, 20, 10), split.values()))))
    scipy_case()


def scipy_case():
    """All four kinds of curve, boxes, groups; SLSQP from many starts."""
    lines = ["campaign,cost,curve,curve_a,curve_b,curve_s,min_budget,max_budget,group", "p,100,power,3,0.6,,20,180,x", "l,100,log,40,,60,0,150,x",
             "h,100,hill,90,0.9,80,10,,y", "e,100,exponential,50,,70,,120,y"]
    f = [lambda x: 3 * x**0.6, lambda x: 40 * np.log1p(x / 60), lambda x: 90 * x**0.9 / (x**0.9 + 80**0.9), lambda x: 50 * (1 - np.exp(-x / 70))]
    bounds = [(20, 180), (0, 150), (10, 400), (0, 120)]
    cons = [{"type": "eq", "fun": lambda x: x.sum() - 400}, {"type": "ineq", "fun": lambda x: 180 - x[0] - x[1]}]
    best = max((minimize(lambda x: -sum(g(v) for g, v in zip(f, x)), s, bounds=bounds, constraints=cons, method="SLSQP", options={"ftol": 1e-15, "maxiter": 1000})
                for s in ([100] * 4, [60, 100, 120, 120], [20, 150, 150, 80])), key=lambda r: -r.fun)
    write("all_curves", "Every kind of curve, bounds of their own, a cap on a group. Its value, and a proof that no plan is better.",
          "scipy 1.17 SLSQP; the value agrees to 1e-9", {"method": "diminishing", "group_bounds": {"x": {"max": 180}}},
          {"scalars": {"optimized_conversions": float(-best.fun), "bound": float(-best.fun), "gap": 0}}, lines, header="")


def projected_cases():
    # Weights 0.4 .. 0.1 of 400 are 160, 120, 80, 40; caps of 140 cut 20, which the others share evenly, or by factors.
    write("projected_squares", "Least squares: the 20 cut from a go to the others in equal parts.", "By hand.", {"method": "projected", "max_share": 0.35},
          budgets(dict(a=140, b=120 + 20 / 3, c=80 + 20 / 3, d=40 + 20 / 3)))
    write("projected_divergence", "Divergence: the others grow by one factor.", "By hand.", {"method": "projected", "distance": "divergence", "max_share": 0.35},
          budgets(dict(a=140, b=130, c=80 * 260 / 240, d=40 * 260 / 240)))
    write("projected_groups", "With social at 160 at least: within it 80 and 40 gain 20 each, search loses 20 each.", "By hand.",
          {"method": "projected", "group_bounds": {"social": {"min": 160}}}, budgets(dict(a=140, b=100, c=100, d=60)))


def notebook_cases():
    published = {"file": "ref/budget/budget_optimization_results.csv"}
    rows = {}
    with open(REFERENCE / published["file"]) as file:
        for row in csv.DictReader(file):
            name = " / ".join(row[c] for c in ("Ad Type", "Ad Placement", "Ad Topic", "Location"))
            pairs = {"optimized_budget": "optimized_budget", "budget_change": "budget_change", "conversion_rate": "conversion_rate", "cpc": "cpc",
                     "conversions_per_dollar": "conversions_per_dollar", "spend_share": "spend_share", "optimized_spend_share": "optimized_spend_share",
                     "expected_conversions_optimized": "expected_conversions_optimized", "conversion_efficiency_rank": "conversion_efficiency_rank"}
            rows[name] = {ours: float(row[theirs]) for ours, theirs in pairs.items()}
    source = "The notebook's published results, budget_optimization_results.csv"
    data = "ref/budget/campaign_performance_summary.csv"
    expect = {"scalars": {"baseline_budget": 25153, "optimized_budget": 25153, "baseline_conversions": 10214.6096, "optimized_conversions": 10208.5360250469,
                          "lift": -6.073574953098909, "lift_share": -0.0005945968755476381, "verdict": "as_good"},
              "tables": {"campaigns": {"key": "campaign", "rows": rows}}, "notices": ["min_share_not_held"]}
    write("notebook_published", "The published run: 5% to 40% for 216 campaigns ends as an equal split.", source,
          {"method": "proportional", "min_share": 0.05, "max_share": 0.4, "draws": 200}, expect, reference=data)
    write("notebook_optimum", "The true optimum with shares from 0.2% to 1%.", "HiGHS and exact fractions, notebook_expected.json",
          {"min_share": 0.002, "max_share": 0.01}, {"scalars": {"optimized_conversions": 10834.4164824454985, "lift": 619.8068824454986,
                                                               "lift_share": 0.06067847002645094, "gap": 0}}, reference=data)
    for method in ("projected", "linear"):
        write(f"notebook_infeasible_{method}", "5% for 216 campaigns is refused where bounds hold.", "216 times 5% is 1,080%.", {"method": method, "min_share": 0.05},
              {"error": {"code": "infeasible", "where": {"parameter": "/min_share"}}}, reference=data)


def instance_cases():
    folder = REFERENCE / "ref/budget/instances"
    expected = {**json.loads((folder / "concave_expected.json").read_text()), **json.loads((folder / "hill_expected.json").read_text())}
    for name, want in expected.items():
        params = json.loads((folder / f"{name}.params.json").read_text())
        write(f"instance_{name}", f"{want['n']} campaigns with given curves.", "KKT bisection or branch and bound with zero gap, *_expected.json", params,
              {"scalars": {"optimized_conversions": want["optimum"], "bound": want["optimum"], "optimized_budget": params["total_budget"], "gap": 0}},
              reference=f"ref/budget/instances/{name}.csv")


def error_cases():
    def error(name, about, params, code, where, lines=None, header=HEADER):
        write(f"error_{name}", about, "The specification of errors: code and place.", params, {"error": {"code": code, "where": where}}, lines, header=header)

    error("no_clicks", "Clicks are needed without curves.", {}, "bad_column", {"role": "clicks"}, ["a,100,3"], "campaign,cost,conversions")
    error("no_revenue", "Revenue is needed for its objective.", {"objective": "revenue"}, "bad_column", {"role": "revenue"}, ["a,100,10,3"], "campaign,cost,clicks,conversions")
    error("bad_curve", "A power curve with an exponent above 1.", {"method": "diminishing"}, "bad_column", {"role": "curve_b", "line": 3},
          ["a,100,power,1,0.5", "b,100,power,1,1.5"], "campaign,cost,curve,curve_a,curve_b")
    error("unknown_curve", "A curve that is not known.", {}, "bad_column", {"role": "curve", "line": 2}, ["a,100,cubic,1,1"], "campaign,cost,curve,curve_a,curve_b")
    error("no_evidence", "No campaign has clicks.", {}, "not_enough_data", {}, ["a,100,0,0,0,x"])
    error("shares_crossed", "max_share below min_share.", {"min_share": 0.3, "max_share": 0.2}, "bad_param", {"parameter": "/max_share"})
    error("group_bounds", "A record with an unknown field.", {"group_bounds": {"search": {"least": 3}}}, "bad_param", {"parameter": "/group_bounds/search/least"})
    error("infeasible_groups", "Both groups' caps together are below the total.", {"group_bounds": {"search": {"max": 100}, "social": {"max": 200}}},
          "infeasible", {"parameter": "/group_bounds"})
    error("infeasible_cpa", "The best CPA is 2.5.", {"target_cpa": 2}, "infeasible", {"parameter": "/target_cpa"})
    error("infeasible_rounding", "Three caps of 280 of 800 hold no 800 in steps of 100.", {"max_share": 0.35, "round_to": 100}, "infeasible", {"parameter": "/round_to"},
          ["a,270,500,27", "b,265,500,24", "c,265,500,21"], "campaign,cost,clicks,conversions")
    error("locked_word", "A word that is neither yes nor no.", {}, "bad_column", {"role": "locked", "line": 3}, ["a,100,10,3,yes", "b,100,10,3,maybe"], "campaign,cost,clicks,conversions,locked")
    error("negative_cap", "A largest budget below 0.", {}, "bad_column", {"role": "max_budget", "line": 2}, ["a,100,10,3,-20", "b,100,10,3,"], "campaign,cost,clicks,conversions,max_budget")
    error("too_large", "Spends that add up to more than can be told to the cent.", {}, "bad_column", {"role": "cost", "line": 3}, ["a,1e15,10,3", "b,1e308,10,3"], "campaign,cost,clicks,conversions")
    error("too_fine", "More than a million million steps.", {"total_budget": 1e14, "round_to": 1}, "bad_param", {"parameter": "/round_to"})
    error("total_out_of_range", "The total lies outside of the range beside it.", {"total_budget": 1000, "max_total": 900}, "bad_param", {"parameter": "/total_budget"})
    error("infeasible_viable", "400 is neither one campaign of at most 300 nor two of at least 250.", {"min_viable_spend": 250, "max_share": 0.75},
          "infeasible", {"parameter": "/max_share"})


def rounding_cases():
    """Plans in whole steps, each by trying every split in them."""
    header, rows = "campaign,cost,clicks,conversions", ["a,270,500,27", "b,265,500,24", "c,265,500,21"]
    cost, count = dict(a=270, b=265, c=265), dict(a=27, b=24, c=21)
    value = lambda s: sum(count[k] * (v / cost[k]) ** 0.7 for k, v in s.items())
    grid = range(0, 801, 100)
    splits = [dict(a=a, b=b, c=800 - a - b) for a in grid for b in grid if 800 - a - b >= 0]
    best = max((s for s in splits if all(v == 0 or v >= 250 for v in s.values())), key=value)
    write("viable_rounded", "Nothing or at least 250 each, in steps of 100: only two of 400 are left, or fewer.", "Every split in steps of 100 tried.",
          {"method": "diminishing", "min_viable_spend": 250, "round_to": 100}, budgets(best, optimized_conversions=value(best), gap=0), rows, header=header)
    # S-shaped: what x brings is a x^b / (x^b + s^b).
    curves = dict(a=(10, 3, 120), b=(8, 4, 90), c=(6, 2, 60), d=(12, 3, 200))
    hill = lambda k, x: curves[k][0] * x ** curves[k][1] / (x ** curves[k][1] + curves[k][2] ** curves[k][1])
    best = by_trial(lambda s: True, 20, 400, lambda s: sum(hill(k, v) for k, v in s.items()))
    write("hill_rounded", "S-shaped curves in steps of 20.", "Every split in steps of 20 tried.", {"method": "diminishing", "round_to": 20},
          budgets(best, optimized_conversions=sum(hill(k, v) for k, v in best.items()), gap=0),
          [f"{k},100,hill,{a},{b},{s}" for k, (a, b, s) in curves.items()], header="campaign,cost,curve,curve_a,curve_b,curve_s")
    equal = ["a,100,10,10,x", "b,200,10,20,x", "c,300,10,30,y", "d,50,10,5,y"]
    today = dict(a=100, b=200, c=300, d=50)
    for name, params in dict(viable={"min_viable_spend": 40, "max_change": 0.5}, group={"group_bounds": {"x": {"max": 500}}, "max_change": 0.5},
                             rounded={"round_to": 10}, revenue={"min_viable_spend": 40, "group_bounds": {"y": {"min": 10}}}).items():
        write(f"equal_rates_{name}", "Equal rates: no money is moved for nothing.", "By hand: every split is worth the same, so today's stays.", params,
              budgets(today, moved=0, lift=0), equal, header="campaign,cost,clicks,conversions,group")
    write("proportional_rounded", "Shares in proportion to efficiency, rounded to the nearest step.", "Every split in steps of 50 tried: the least sum of squared distances from 160, 120, 80 and 40.",
          {"method": "proportional", "round_to": 50}, budgets(by_trial(lambda s: True, 50, 400, lambda s: -sum((s[k] - v) ** 2 for k, v in dict(a=160, b=120, c=80, d=40).items()))))


def own_word_cases():
    header = "campaign,cost,clicks,conversions,max_budget,locked,date"
    rows = ["a,100,10,40,150,,2026-11-16", "a,100,10,40,130,,2026-11-09", "b,100,10,20,,no,2026-11-09", "b,100,10,20,,,2026-11-16"]
    write("limits_differ", "Weekly rows that give two caps: the latest day's counts.", "By hand.", {"recent_weeks": 2},
          budgets(dict(a=150, b=50)) | {"notices": ["average_week", "limits_differ"]}, rows, header=header)
    write("limits_last", "Rows without dates that give two caps: the last row's counts; blanks say nothing.", "By hand.", {},
          budgets(dict(a=180, b=220)) | {"notices": ["limits_differ"]}, ["a,100,10,40,150", "a,100,10,40,180", "a,0,0,0,", "b,200,10,20,"], header="campaign,cost,clicks,conversions,max_budget")
    write("negative_sum", "Conversions taken back: they count as none, and a notice says so.", "By hand.", {},
          budgets(dict(a=200, b=0)) | {"notices": ["negative_sum"]}, ["a,100,10,4", "b,100,10,2", "b,0,0,-5"], header="campaign,cost,clicks,conversions")
    write("total_in_range", "A total within the range that is given beside it has no effect.", "By hand: the range lets everything be spent.", {"total_budget": 300, "min_total": 200, "max_total": 500, "max_change": 0.5},
          budgets(dict(a=150, b=150, c=150, d=50)) | {"notices": ["total_not_used"]})


def other_cases():
    write("no_evidence", "No clicks: it keeps its spend and is listed.", "By hand.", {"max_share": 0.5},
          {"tables": {"campaigns": {"key": "campaign", "rows": {
              "a": {"optimized_budget": 200, "at_bound": "max"}, "b": {"optimized_budget": 50, "at_bound": None},
              "c": {"optimized_budget": 50, "conversion_rate": None, "at_bound": "no evidence"}, "d": {"optimized_budget": 100, "at_bound": "locked"}}}},
           "scalars": {"no_evidence": 1}, "notices": ["no_evidence"]},
          ["a,150,300,60,", "b,100,200,30,", "c,50,0,0,", "d,100,200,10,yes"], header="campaign,cost,clicks,conversions,locked")
    # Two weeks of two; today's is the mean of the last two, the third is history.
    weeks = ["date,campaign,cost,clicks,conversions", *(f"2026-11-{d:02d},{c},{v},100,{k}" for d, c, v, k in
             ((2, "a", 500, 9), (9, "a", 90, 30), (16, "a", 110, 50), (2, "b", 700, 9), (9, "b", 80, 10), (16, "b", 120, 30)))]
    write("weekly", "Weekly rows: today's spend is the mean of the last two weeks.", "By hand.", {"recent_weeks": 2, "max_change": 0.5},
          {"tables": {"campaigns": {"key": "campaign", "rows": {"a": {"cost": 100, "expected_conversions": 40, "optimized_budget": 150},
                                                               "b": {"cost": 100, "expected_conversions": 20, "optimized_budget": 50}}}},
           "scalars": {"lift": 10}, "notices": ["average_week"]}, weeks, header="")
    ratios = {"conversion_rate": [0.2, 0.15, 0.1, 0.05], "cpc": [0.5] * 4, "conversions_per_dollar": [0.4, 0.3, 0.2, 0.1], "spend_share": [0.25] * 4}
    spread = {name: {"count": 4, "mean": np.mean(v), "std": np.std(v, ddof=1), **{q: np.percentile(v, p) for q, p in
                     (("min", 0), ("25%", 25), ("50%", 50), ("75%", 75), ("max", 100))}} for name, v in ratios.items()}
    write("summary", "describe() of the ratios.", "numpy: mean, std with ddof 1, percentile", {},
          {"tables": {"summary": {"key": "metric", "rows": spread},
              "groups": {"key": "group", "rows": {"search": {"cost": 200, "optimized_budget": 400, "campaigns": 2}, "social": {"cost": 200, "optimized_budget": 0}}}}})
    write("certainty", "Draws are seeded: both builds give the same interval.", "The other build: nothing here is expected but agreement and the sign.",
          {"draws": 300, "max_change": 0.3, "min_change": -0.3, "frontier_points": 11}, {"scalars": {"verdict": "gain", "lift": 12}})


def rate_laws(counts, exposures):
    """Weights, means and shapes of the laws that the rates may follow (shape 0: all equal), as the README says: a grid of deviations,
    the mean by Laplace's approximation at the five points of Gauss and Hermite."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(5)
    laws = []

    def add(log_mean, information, log_likelihood, shape, prior):
        for x, w in zip(nodes, weights / math.sqrt(2 * math.pi)):
            laws.append((math.log(w) + math.log(prior) + log_likelihood - math.log(information) / 2, math.exp(log_mean + x / math.sqrt(information)), shape))

    c, e = np.array(counts, float), np.array(exposures, float)
    log_mean = math.log(c.sum() / e.sum())
    add(log_mean, c.sum(), c.sum() * log_mean - math.exp(log_mean) * e.sum(), 0, 0.5)
    for k in range(40):
        shape = 1 / (0.03 * (2 / 0.03) ** (k / 39)) ** 2
        rate = lambda m: shape * math.exp(-m)
        slope = lambda m: float(np.sum((shape + c) * rate(m) / (rate(m) + e)) - shape * len(c))
        m = brentq(slope, log_mean - 5, log_mean + 5, xtol=1e-15, rtol=1e-15)
        part = rate(m) / (rate(m) + e)
        loggamma = np.vectorize(math.lgamma)
        likelihood = np.sum(loggamma(shape + c) - math.lgamma(shape) + shape * math.log(rate(m)) - (shape + c) * np.log(rate(m) + e))
        add(m, float(np.sum((shape + c) * part * (1 - part))), float(likelihood), shape, 0.5 / 40)
    most = max(law[0] for law in laws)
    total = sum(math.exp(law[0] - most) for law in laws)
    return [(math.exp(w - most) / total, mean, shape) for w, mean, shape in laws]


def certainty(laws, count, exposure):
    """What the step on certainty says: the rate to expect and its 80% interval, as costs of a conversion."""
    def below(x):
        return sum(w * (gamma.cdf(x, shape + count, scale=1 / (shape / mean + exposure)) if shape else mean <= x) for w, mean, shape in laws)

    expected = sum(w * ((shape + count) / (shape / mean + exposure) if shape else mean) for w, mean, shape in laws)
    ends = [brentq(lambda x: below(x) - p, 1e-9, 10 * expected + 1, xtol=1e-16, rtol=1e-15) for p in (0.1, 0.9)]
    return {"shrunk_cpa": 1 / expected, "cpa_low": 1 / ends[1], "cpa_high": 1 / ends[0]}


def explanation_cases():
    laws = rate_laws((40, 30, 20, 10), (100,) * 4)
    write("explain_linear", "Why: a at its cap, c with what is left, d locked.", "By hand; certainty by scipy 1.17, gamma.cdf and brentq over the same laws",
          {"edits": {"d": {"locked": True}, "b": {"budget": 120}, "a": {"max": 150}}}, budgets(dict(a=150, b=120, c=30, d=100)), explain={
              "a": {"change": {"budget": 150, "cost": 100, "change": 50, "before": 40, "after": 60}, "evidence": {"cpa": 2.5, "rank": 1, "campaigns": 4},
                    "response": {"a": 0.4, "expected": 60}, "limits": {"budget": 150}, "price": {"marginal_cpa": 2.5, "common": 5, "per_thousand": 400},
                    "certainty": {"cpa": 2.5, "pool_cpa": 4} | certainty(laws, 40, 100)},
              "c": {"change": {"change": -70, "after": 6}, "price": {"marginal_cpa": 5, "common": 5}, "certainty": certainty(laws, 20, 100)},
              "d": {"change": {"change": 0}, "limits": {"budget": 100}, "certainty": {"cpa": 10} | certainty(laws, 10, 100)}})
    free = 240 * 4 / 9
    write("explain_curves", "A curve that is given: its formula, its price below the common one at a cap.", "By hand: the slope of 4 sqrt(x) is 2 / sqrt(x).",
          {"method": "diminishing", "max_share": 0.4}, budgets(dict(a=160, b=free, c=free, d=free / 4)), CURVES, header="", explain={
              "a": {"change": {"budget": 160, "after": 4 * math.sqrt(160)}, "response": {"a": 4, "b": 0.5}, "price": {"marginal_cpa": math.sqrt(160) / 2, "common": math.sqrt(free)}},
              "b": {"price": {"marginal_cpa": math.sqrt(free), "common": math.sqrt(free)}}})
    write("explain_elasticity", "Diminishing returns without dates: the elasticity is that of the parameters.", "By hand: shares as 16, 9, 4, 1; the slope of c sqrt(x) / 10 is c / (20 sqrt(x)).",
          {"method": "diminishing", "elasticity": 0.5}, {"scalars": {"gap": 0}}, explain={
              "b": {"change": {"budget": 120}, "response": {"a": 3, "b": 0.5, "elasticity": 0.5}, "price": {"marginal_cpa": 20 * math.sqrt(120) / 30}}})
    write("explain_no_evidence", "Without clicks there is nothing to explain but that.", "By hand.", {"max_share": 0.5}, {"scalars": {"no_evidence": 1}},
          ["a,150,300,60", "b,100,200,30", "c,50,0,0"], header="campaign,cost,clicks,conversions",
          explain={"c": {"change": {"change": 0, "cost": 50}, "evidence": {}}, "nobody": {"error": {"code": "bad_param", "where": {"parameter": "/row/campaign"}}}})


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for group in (linear_cases, diminishing_cases, projected_cases, notebook_cases, instance_cases, error_cases, rounding_cases, own_word_cases, other_cases, explanation_cases):
        group()


main()

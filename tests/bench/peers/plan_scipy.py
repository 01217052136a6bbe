# The same plan by scipy's SLSQP or trust-constr, stopped after a while: what it reached and in which time.
import time

import numpy
import pandas
from answer import serve
from scipy import optimize


class Enough(Exception):
    pass


def curves_of(table):
    a, b, s = table.curve_a.values, table.curve_b.values, table.curve_s.values
    if (table.curve == "power").all():
        return lambda x: a * x**b, lambda x: a * b * numpy.maximum(x, 1e-9) ** (b - 1)
    rising = lambda x: numpy.maximum(x, 1e-9) ** b
    return lambda x: a * rising(x) / (s**b + rising(x)), lambda x: a * b * s**b * rising(x) / numpy.maximum(x, 1e-9) / (s**b + rising(x)) ** 2


def repaired(x, low, high, total):
    """The point itself if it keeps the total; else moved along the room there is."""
    x = numpy.clip(x, low, high)
    rest = total - x.sum()
    room = high - x if rest > 0 else x - low
    return x + rest * room / max(room.sum(), 1e-300)


def run(asked):
    table, total, seconds = pandas.read_csv(asked["file"]), asked["total"], asked["seconds"]
    low, high = table.min_budget.values, table.max_budget.values
    value, slope = curves_of(table)
    group = pandas.Categorical(table.group).codes if table.group.notna().any() else None
    limits = [optimize.LinearConstraint(numpy.ones((1, len(table))), total, total)]
    members = numpy.array([group == code for code in range(group.max() + 1)], float) if group is not None else None
    if members is not None:
        limits.append(optimize.LinearConstraint(members, 0, asked["group_max"]))
    best = {"value": -numpy.inf}
    end = time.perf_counter() + seconds
    random = numpy.random.default_rng(asked.get("start", 0))

    def seen(x, *_):
        # Only what keeps the limits of the groups as well counts as reached.
        mended = repaired(x, low, high, total)
        if members is None or (members @ mended).max() <= asked["group_max"] * (1 + 1e-6):
            best["value"] = max(best["value"], float(value(mended).sum()))
        if time.perf_counter() > end:
            raise Enough

    def minus(x):
        if time.perf_counter() > end:
            raise Enough
        return -value(numpy.maximum(x, 0)).sum()

    done = True
    try:
        for start in range(asked["starts"]):
            x = table.cost.values if start == 0 else random.uniform(low, high)
            x = repaired(x, low, high, total)
            seen(x)
            answer = optimize.minimize(minus, x, jac=lambda x: -slope(x), method=asked["method"], bounds=list(zip(low, high)),
                                       constraints=limits, callback=seen, options={"maxiter": 1000})
            seen(answer.x)
    except Enough:
        done = False
    return {"value": best["value"], "finished": done}


serve(run)

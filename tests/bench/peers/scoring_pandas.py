# The scoring notebook with pandas and statsmodels, ad set by ad set as notebooks do it, or whole columns at a time.
import numpy
import pandas
from answer import serve
from statsmodels.stats.proportion import proportion_confint


def sums(rows, weeks):
    return rows[rows.back < weeks].groupby("adset_id")[["spend", "clicks", "ihc"]].sum()


def weighted_value(rows, weeks_used):
    """The lifetime value of the weeks behind the CAC, weighted by attributed orders."""
    part = rows[rows.back < rows.adset_id.map(weeks_used)].dropna(subset=["pltv"])
    part = part.assign(weighted=part.pltv * part.ihc).groupby("adset_id")[["weighted", "ihc"]].sum()
    return part.weighted / part.ihc


def score(rows):
    last = rows.week_start.max()
    rows["back"] = (last - rows.week_start).dt.days // 7
    recent, latest = sums(rows, 8), sums(rows, 3)
    kept = (latest.spend >= 100).reindex(recent.index, fill_value=False) & (recent.clicks >= 100) & (recent.ihc >= 1)
    out = recent[kept].add_prefix("fb_")
    weeks = pandas.Series(numpy.nan, index=out.index)
    for window in range(3, 9):
        so_far = sums(rows, window).reindex(out.index, fill_value=0)
        enough = (so_far.clicks >= 300) | (so_far.ihc >= 10)
        weeks = weeks.mask(weeks.isna() & enough, window)
    out["weeks_used"] = weeks.fillna(8)
    parts = [sums(rows, w).reindex(out.index)[out.weeks_used == w] for w in range(3, 9)]
    out = out.join(pandas.concat(parts))
    upper = proportion_confint(numpy.minimum(out.fb_ihc, out.fb_clicks), out.fb_clicks, 0.2, "beta")[1]
    lower_bound = weeks.notna() & (out.ihc > 0)
    cac = numpy.where(lower_bound, out.spend / out.ihc, out.fb_spend / (out.fb_clicks * upper))
    value = weighted_value(rows, out.weeks_used.where(lower_bound, 8)).reindex(out.index)
    distance = (value - cac) / numpy.sqrt(2)
    scaled = (distance / distance.abs().max()).clip(-1, 1)
    out["score_bucket"] = (scaled > 0.1).astype(int) - (scaled < -0.1).astype(int)
    return out.assign(cac=cac, value=value, scaled=scaled)


def score_one(history):
    """One ad set's latest weeks: its CAC and lifetime value, or nothing when it did too little."""
    recent = lambda weeks: history[history.back < weeks]
    last = recent(8)
    if recent(3).spend.sum() < 100 or last.clicks.sum() < 100 or last.ihc.sum() < 1:
        return None
    for weeks in range(3, 9):
        part = recent(weeks)
        if part.clicks.sum() >= 300 or part.ihc.sum() >= 10:
            break
    else:
        part = None
    if part is not None and part.ihc.sum() > 0:
        cac = part.spend.sum() / part.ihc.sum()
    else:
        part = last
        upper = proportion_confint(min(last.ihc.sum(), last.clicks.sum()), last.clicks.sum(), 0.2, "beta")[1]
        cac = last.spend.sum() / (last.clicks.sum() * upper)
    part = part.dropna(subset=["pltv"])
    weight = part.ihc.sum()
    return cac, (part.pltv * part.ihc).sum() / weight if weight > 0 else part.pltv.mean()


def score_each(rows):
    rows["back"] = (rows.week_start.max() - rows.week_start).dt.days // 7
    found = {adset: score_one(history) for adset, history in rows.groupby("adset_id")}
    out = pandas.DataFrame({adset: pair for adset, pair in found.items() if pair}, index=["cac", "value"]).T
    distance = (out.value - out.cac) / numpy.sqrt(2)
    out["scaled"] = (distance / distance.abs().max()).clip(-1, 1)
    out["score_bucket"] = (out.scaled > 0.1).astype(int) - (out.scaled < -0.1).astype(int)
    return out


def run(asked):
    rows = pandas.read_csv(asked["file"], engine="c", parse_dates=["week_start"])
    table = (score_each if asked["each"] else score)(rows)
    table.to_csv(asked["out"])
    return {"scored": len(table), "sum": float(table.scaled.sum())}


serve(run)

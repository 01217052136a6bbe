# Clopper-Pearson bounds, half of them lower ones, by scipy's beta.ppf on whole columns.
import numpy
from answer import serve
from scipy.stats import beta


def run(asked):
    k = numpy.arange(asked["size"] // 2)
    trials = 100.0 + k % 9973
    count = trials * (k % 89 + 1) / 1000
    lower, upper = beta.ppf(0.1, count, trials - count + 1), beta.ppf(0.9, count + 1, trials - count)
    return {"sum": float(lower.sum() + upper.sum())}


serve(run)

// The product's own table: adsets by week, with attributed orders and predicted lifetime value.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.7, .headers = "ihc or pltv or Influenced trials or hvc_male_influenced or hvc_female_influenced"},
    {.weight = 0.6, .headers = "Attributed orders or Avg pLTV or Predicted LTV or Predicted lifetime value"},
};

constexpr Alias aliases[] = {
    {"week_start",
     "Week | Week start | Week starting | Week beginning | Week of | Reporting starts | Period | Date | Day | Tag | "
     "Día | Dia | Woche | Semaine | Semana"},
    {"ihc",
     "Attributed orders | Attributed orders (IHC) | IHC orders | Attributed conversions | Conversions | Purchases"},
    {"pltv", "Predicted LTV | Avg pLTV | Average pLTV | pLTV influ | Avg pLTV influ | Predicted lifetime value | LTV"},
    {"influenced_trials", "Trials | Influenced users"},
    {"hvc_male_influenced", "HVC male | High-value customers male | High value customers (male)"},
    {"hvc_female_influenced", "HVC female | High-value customers female | High value customers (female)"},
    {"orders", "True orders | Shop orders | Total orders | Orders placed"},
    {"sessions", "Visits | Website sessions"},
};

}  // namespace

constinit const Platform adset_weeks = {
    .id = "adset_weeks", .label = "Adset weeks", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest

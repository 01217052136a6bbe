// Randomised tests, by arm or by user, and the two campaigns of a split test.
#include "ingest/platforms/platform.h"

namespace outlay::ingest {
namespace {

constexpr Fingerprint fingerprints[] = {
    {.weight = 0.6, .headers = "variant or variation or test group or experiment_group"},
    {.weight = 0.6, .headers = "arm | conversions or visitors or users"},
    {.weight = 0.6, .headers = "userid | version"},
    {.weight = 0.6, .headers = "user_id | group"},
    {.weight = 0.6, .headers = "group | visitors or converted or landing_page or page_design"},
    {.weight = 0.6, .headers = "# of Website Clicks | # of Purchase"},
};

constexpr Alias aliases[] = {
    {"variant", "variant | variation | test group | test_group | experiment_group | treatment | bucket"},
    {"variant", "group | version | arm | page_design | Campaign Name", true},
    {"visitors", "visitors | users | exposures | sample size | participants | n", true},
    {"visitors", "visitors | unique visitors"},
    {"user_id", "user_id | userid | user id | User_ID"},
    {"conversions", "conversions | converted | subscribed | conversion | successes", true},
    {"orders", "# of Purchase"},
    {"impressions", "# of Impressions"},
    {"link_clicks", "# of Website Clicks"},
    {"",
     "landing_page | retention_1 | retention_7 | sum_gamerounds | # of Searches | # of View Content | # of Add to Cart "
     "| total ads | most ads day | most ads hour",
     true},
};

}  // namespace

constinit const Platform experiment = {
    .id = "experiment", .label = "Experiment", .fingerprints = fingerprints, .aliases = aliases};

}  // namespace outlay::ingest

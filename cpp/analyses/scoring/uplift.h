// The factor per channel that makes up for orders which tracking missed.
#pragma once

#include "analyses/scoring/adset_weeks.h"
#include "core/archive.h"

namespace outlay::scoring {

/// Factor per channel code: as given by name, else `orders / sum(ihc)` over the last 8 weeks up to `as_of` where a
/// table of true orders is there, else 1. Notices tell of factors below 1 or above 3, of names that match no channel,
/// and of estimates.
UpliftByCode uplift_by_code(const AdsetWeeks& weeks, const NumberByName& given, const BoundTable* orders,
                            std::int32_t as_of, Context& context);

}  // namespace outlay::scoring

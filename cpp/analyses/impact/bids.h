// Bids as action logs write them: an amount, perhaps with a currency beside it. Anything else is no bid.
#pragma once

#include <string_view>

namespace outlay::impact {

struct Bid {
  double value;               // NaN when blank, unreadable or not above 0
  std::string_view currency;  // an ISO 4217 code, or a sign that several share ("$"); empty when none is stated
  bool unreadable = false;    // something stands there that is no amount: a percent, a factor, a range, a word
};

/// "1.20", " $1.20 ", "1,234.50", "EUR 1,20", "$1.20 USD". A comma is dropped, except one that can only be a decimal
/// mark. "50%", "x1.5", "(0.60)" and "+0.10" are not bids but changes of one, and therefore missing.
Bid read_bid(std::string_view text);

/// Whether two stated currencies may be one: "$" is any dollar's.
bool may_be_same(std::string_view a, std::string_view b);

}  // namespace outlay::impact

// Headers that are made rather than chosen: sales within a number of days, a measure of one media channel.
#pragma once

#include <optional>
#include <string>

#include "ingest/platforms/folding.h"

namespace outlay::ingest {

/// "14 Day Total Sales", "7 Tage, Umsatz gesamt", "purchases_30_d": what is counted, within how many days of the ad.
struct SalesWindow {
  const char* role;  // revenue | orders | units
  int days;
};
std::optional<SalesWindow> sales_window(const Folded& header);

/// "tv_S", "Channel0_impression": a column of data for a mix model, and whose it is.
struct MediaColumn {
  const char* role;  // media_spend | media_impressions | media_clicks | control
  std::string channel;
};
std::optional<MediaColumn> media_column(const Folded& header);

}  // namespace outlay::ingest

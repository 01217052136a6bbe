// Names of adsets, campaigns and channels, taken from rows of the input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/inputs.h"

namespace outlay::scoring {

class AdsetNames {
 public:
  explicit AdsetNames(const BoundTable& table);

  // Columns of the input; null where it has none.
  const TextColumn* const campaign_name;
  const TextColumn* const campaign_id;
  const TextColumn* const adset_name;
  const TextColumn* const adset_id;
  const TextColumn* const channel;

  /// -1 for a missing cell or column.
  static std::int32_t code(const TextColumn* column, std::size_t row) { return column ? column->codes[row] : -1; }

  /// The column at some rows, with a dictionary of only what is used; all missing when there is no such column.
  static TextColumn take(const TextColumn* column, const std::vector<std::size_t>& rows);

  /// The five naming columns of a table of adsets.
  template <class AdsetRows>
  void fill(const std::vector<std::size_t>& rows, AdsetRows& out) const {
    out.campaign_name = take(campaign_name, rows);
    out.campaign_id = take(campaign_id, rows);
    out.adset_name = take(adset_name, rows);
    out.adset_id = take(adset_id, rows);
    out.channel = take(channel, rows);
  }
};

}  // namespace outlay::scoring

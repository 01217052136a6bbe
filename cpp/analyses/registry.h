// All analyses of the product.
#pragma once

#include <string_view>
#include <vector>

#include "core/analysis.h"

namespace outlay {

const std::vector<Analysis>& registry();

/// Throws `bad_param` for an unknown name, listing those that exist.
const Analysis& find_analysis(std::string_view id);

}  // namespace outlay

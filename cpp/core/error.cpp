// Names of the error codes as they cross the boundary.
#include "core/error.h"

#include <utility>

namespace outlay {

std::string_view name_of(ErrorCode code) {
  constexpr std::string_view names[] = {"bad_file",        "bad_column",    "bad_param", "infeasible",
                                        "not_enough_data", "not_converged", "cancelled", "internal"};
  return names[static_cast<int>(code)];
}

Error::Error(ErrorCode code_, std::string message_, std::string remedy_, Where where_, std::vector<Notice> details_)
    : code(code_),
      message(std::move(message_)),
      remedy(std::move(remedy_)),
      where(std::move(where_)),
      details(std::move(details_)) {}

}  // namespace outlay

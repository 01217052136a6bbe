// What must hold of any explanation: every place in its texts has its number, every table its cells.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/explanation.h"

namespace outlay::support {

inline double number_of(const Explanation& told, const std::string& step, const std::string& name) {
  for (const ExplainedStep& one : told.steps) {
    for (const NamedNumber& number : one.numbers) {
      if (one.id == step && number.name == name) return number.value;
    }
  }
  ADD_FAILURE() << "no " << step << "." << name << " in " << told.title;
  return std::nan("");
}

inline const ExplainedStep* step_of(const Explanation& told, const std::string& id) {
  for (const ExplainedStep& step : told.steps) {
    if (step.id == id) return &step;
  }
  return nullptr;
}

inline void expect_filled(const ExplainedStep& step, const std::string& template_text) {
  for (std::size_t at = template_text.find('{'); at != std::string::npos; at = template_text.find('{', at + 1)) {
    const std::string name = template_text.substr(at + 1, template_text.find('}', at) - at - 1);
    bool found = false;
    for (const NamedNumber& number : step.numbers) found = found || (number.name == name && !std::isnan(number.value));
    EXPECT_TRUE(found) << step.id << ": {" << name << "} in " << template_text;
  }
}

inline void expect_whole(const Explanation& told) {
  EXPECT_FALSE(told.title.empty());
  for (const ExplainedStep& step : told.steps) {
    EXPECT_FALSE(step.title.empty());
    EXPECT_FALSE(step.text.empty()) << step.id;
    expect_filled(step, step.text);
    expect_filled(step, step.formula);
    if (!step.table) continue;
    for (const std::vector<Json>& row : step.table->rows) EXPECT_EQ(row.size(), step.table->columns.size()) << step.id;
    for (std::size_t marked : step.table->marked) EXPECT_LT(marked, step.table->rows.size()) << step.id;
    if (!step.table->units.empty()) EXPECT_EQ(step.table->units.size(), step.table->rows.size()) << step.id;
  }
}

}  // namespace outlay::support

// Binomial intervals: closed forms, and 1,475 reference intervals where they are at hand.
#include "math/binomial.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "support/reference.h"

namespace outlay::math {
namespace {

// statsmodels 0.15: proportion_confint(3, 20, alpha=0.2, method="beta").
TEST(ClopperPearson, KnownIntervals) {
  const Interval interval = clopper_pearson(3, 20, 0.2);
  EXPECT_NEAR(interval.lower, 0.05641789624311603, 1e-14);
  EXPECT_NEAR(interval.upper, 0.3041868114074787, 1e-14);
  EXPECT_EQ(clopper_pearson(0, 10, 0.2).lower, 0);
  EXPECT_NEAR(clopper_pearson(0, 10, 0.2).upper, 1 - std::pow(0.1, 0.1), 1e-14);
  EXPECT_EQ(clopper_pearson(10, 10, 0.2).upper, 1);
}

TEST(ClopperPearson, ClampsACountAboveTheTrials) {
  EXPECT_EQ(clopper_pearson(15, 10, 0.2).upper, 1);
  EXPECT_EQ(clopper_pearson(15, 10, 0.2).lower, clopper_pearson(10, 10, 0.2).lower);
}

TEST(BinomialIntervals, AreUndefinedWithoutTrials) {
  for (auto method : {clopper_pearson, jeffreys, wilson, agresti_coull, wald}) {
    EXPECT_TRUE(std::isnan(method(0, 0, 0.2).lower));
    EXPECT_TRUE(std::isnan(method(-1, 5, 0.2).upper));
    EXPECT_TRUE(std::isnan(method(1, 5, 0).upper));
  }
}

TEST(BinomialIntervals, MatchTheReference) {
  const std::string path = support::reference_path("ref/intervals/proportion_ci.csv");
  if (path.empty()) GTEST_SKIP() << "no reference data";
  const ingest::File file = support::table_of(support::read_file(path));
  const auto number = [&](const char* name) { return std::get<NumberColumn>(file.tables[0].table.find(name)->values); };
  const auto count = number("count"), trials = number("nobs"), alpha = number("alpha"), lower = number("lower"),
             upper = number("upper");
  const auto& method = std::get<TextColumn>(file.tables[0].table.find("method")->values);
  const std::map<std::string, Interval (*)(double, double, double)> methods = {{"beta", clopper_pearson},
                                                                               {"jeffreys", jeffreys},
                                                                               {"wilson", wilson},
                                                                               {"agresti_coull", agresti_coull},
                                                                               {"normal", wald}};
  ASSERT_GT(file.tables[0].table.rows, 1000u);
  for (std::size_t row = 0; row < file.tables[0].table.rows; ++row) {
    const auto found = methods.find(std::string(method.at(row)));
    ASSERT_NE(found, methods.end()) << method.at(row);
    const Interval got = found->second(count[row], trials[row], alpha[row]);
    EXPECT_NEAR(got.lower, lower[row], 1e-9 * lower[row] + 1e-15) << method.at(row) << " row " << row;
    EXPECT_NEAR(got.upper, upper[row], 1e-9 * upper[row] + 1e-15) << method.at(row) << " row " << row;
  }
}

}  // namespace
}  // namespace outlay::math

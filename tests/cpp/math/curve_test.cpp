// Response curves and their envelopes.
#include "math/curve.h"

#include <gtest/gtest.h>

#include <cmath>

#include "math/envelope.h"

namespace outlay::math {
namespace {

const Curve curves[] = {{CurveKind::power, 3, 0.6, 1}, {CurveKind::log, 5, 1, 40},
                        {CurveKind::hill, 9, 0.8, 50}, {CurveKind::hill, 9, 1, 50},
                        {CurveKind::hill, 9, 2.5, 50}, {CurveKind::exponential, 4, 1, 30},
                        {CurveKind::linear, 0.3, 1, 1}};

// By hand: 2 * 9^0.5 = 6, 10 log(1 + 3), 8 * 4 / (4 + 12), 8 (1 - e^-2).
TEST(Curve, FollowsItsFormula) {
  EXPECT_DOUBLE_EQ((Curve{CurveKind::power, 2, 0.5, 1}.value(9)), 6);
  EXPECT_DOUBLE_EQ((Curve{CurveKind::log, 10, 1, 5}.value(15)), 10 * std::log(4));
  EXPECT_DOUBLE_EQ((Curve{CurveKind::hill, 8, 1, 12}.value(4)), 2);
  EXPECT_DOUBLE_EQ((Curve{CurveKind::exponential, 8, 1, 3}.value(6)), 8 * (1 - std::exp(-2)));
  for (const Curve& curve : curves) EXPECT_EQ(curve.value(0), 0);
}

TEST(Curve, SlopeIsTheDerivative) {
  for (const Curve& curve : curves) {
    for (double x : {0.5, 7.0, 60.0, 900.0}) {
      const double h = 1e-5 * x;
      const double numeric = (curve.value(x + h) - curve.value(x - h)) / (2 * h);
      EXPECT_NEAR(curve.slope(x), numeric, 1e-7 * std::abs(numeric) + 1e-12)
          << static_cast<int>(curve.kind) << " " << x;
      const double bend = (std::log(curve.slope(x + h)) - std::log(curve.slope(x - h))) / (2 * h);
      EXPECT_NEAR(curve.log_slope_change(x), bend, 1e-5 * std::abs(bend) + 1e-9);
    }
  }
}

TEST(Curve, InverseSlopeUndoesTheSlope) {
  for (const Curve& curve : curves) {
    if (curve.is_linear()) continue;
    for (double x : {1e-3, 0.7, 20.0, 55.0, 300.0, 1e6}) {
      if (x < curve.inflection() || curve.slope(x) < 1e-280) continue;
      EXPECT_NEAR(curve.inverse_slope(std::log(curve.slope(x))) / x, 1, 1e-9)
          << static_cast<int>(curve.kind) << " " << x;
    }
  }
}

TEST(Curve, TurnsAtTheInflection) {
  const Curve curve{CurveKind::hill, 9, 2.5, 50};
  const double x = curve.inflection();
  EXPECT_NEAR(curve.log_slope_change(x), 0, 1e-12);
  EXPECT_GT(curve.log_slope_change(0.9 * x), 0);
  EXPECT_LT(curve.log_slope_change(1.1 * x), 0);
  EXPECT_DOUBLE_EQ(curve.inverse_slope(std::log(curve.slope(x)) + 1), x);
}

// With b = 2 the tangent from 0 touches x^2/(x^2 + s^2) at s: slope 1/(2s).
TEST(Envelope, TouchesAnSShapeAtItsTangent) {
  const Envelope e = envelope({CurveKind::hill, 1, 2, 10}, {0, 0, 100});
  EXPECT_DOUBLE_EQ(e.touch, 10);
  EXPECT_DOUBLE_EQ(e.chord, 0.05);
  EXPECT_TRUE(e.is_above());
}

TEST(Envelope, LiesAboveTheCurveAndIsConcave) {
  for (const Stretch& stretch : {Stretch{0, 0, 200}, Stretch{5, 5, 120}, Stretch{0, 30, 200}, Stretch{0, 0, 20},
                                 Stretch{60, 60, 90}, Stretch{0, 180, 200}}) {
    for (const Curve& curve : curves) {
      const Envelope e = envelope(curve, stretch);
      double last_slope = INFINITY;
      for (int k = 1; k < 200; ++k) {
        const double width = (stretch.high - stretch.low) / 200, x = stretch.low + k * width;
        if (x >= stretch.on) EXPECT_GE(e.value(x), curve.value(x) * (1 - 1e-12));
        const double slope = e.value(x + width) - e.value(x);
        EXPECT_LE(slope, last_slope + 1e-10);
        last_slope = slope;
      }
    }
  }
}

TEST(Envelope, OfAConcaveCurveIsTheCurve) {
  const Envelope e = envelope({CurveKind::power, 3, 0.6, 1}, {2, 2, 50});
  EXPECT_FALSE(e.has_chord());
  EXPECT_EQ(e.value(10), e.curve.value(10));
  EXPECT_FALSE(envelope({CurveKind::linear, 2, 1, 1}, {0, 0, 5}).is_above());
}

}  // namespace
}  // namespace outlay::math

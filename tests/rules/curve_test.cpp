// Curves: what value gives how many points, at, between and beyond all edges, and which curves are
// refused.

#include "core/rules/curve.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "tests/base/print.h"
#include "tests/rules/small_program.h"

namespace shopgauge {
namespace {

using small::decimal;

constexpr CurveCodes kCodes = {"value", "gap", "overlap"};

struct Reading {
  std::optional<Curve> curve;
  std::vector<std::string> issues;  // "code path"; of what is missing, the path that it would have
};

// Points lie within 0 to 100.
Reading read(std::string_view json) {
  const Json root = parse_json(json).take();
  Issues issues;
  const CursorContext context{issues, "type", "unknown_key", "missing"};
  Reading reading;
  reading.curve = read_curve(Cursor(root, context), 0, 100, kCodes);
  for (const Issue& issue : issues) {
    const bool missing = issue.code == "missing";
    reading.issues.push_back(issue.code + " " + issue.path +
                             (missing ? "/" + issue.params.at(0).value : ""));
  }
  return reading;
}

Curve good(std::string_view json) {
  const Reading reading = read(json);
  EXPECT_EQ(reading.issues, std::vector<std::string>()) << json;
  return reading.curve.value_or(Curve{});
}

Rational points(const Curve& curve, std::string_view value) {
  return look_up(curve, decimal(value)).points;
}

TEST(Curve, StraightLinesRunBetweenNeighbouringKnots) {
  const Curve curve = good(R"({"kind": "linear", "knots": [[1, 50], [3, 60], [5, 100]]})");
  EXPECT_EQ(points(curve, "1"), Rational(50));
  EXPECT_EQ(points(curve, "1.1"), decimal("50.5"));
  EXPECT_EQ(points(curve, "2"), Rational(55));
  EXPECT_EQ(points(curve, "3"), Rational(60));
  EXPECT_EQ(points(curve, "3.5"), Rational(70));
  EXPECT_EQ(points(curve, "4.999999"), decimal("99.99998"));
  EXPECT_EQ(points(curve, "5"), Rational(100));
  EXPECT_EQ(look_up(curve, Rational::ratio(4, 3)).points, Rational::ratio(155, 3));
}

TEST(Curve, BeyondTheOuterKnotsTheEndValueHolds) {
  const Curve curve = good(R"({"kind": "linear", "knots": [[1, 50], [3, 60], [5, 100]]})");
  EXPECT_EQ(points(curve, "0.999999"), Rational(50));
  EXPECT_EQ(points(curve, "-1000"), Rational(50));
  EXPECT_EQ(points(curve, "5.000001"), Rational(100));
  EXPECT_EQ(points(curve, "1000"), Rational(100));
}

TEST(Curve, StraightLinesMayFallAndRunLevel) {
  const Curve curve = good(R"({"kind": "linear", "knots": [[-2, 90], [0, 30], [4, 30], [7, 0]]})");
  EXPECT_EQ(points(curve, "-3"), Rational(90));
  EXPECT_EQ(points(curve, "-1.5"), Rational(75));
  EXPECT_EQ(points(curve, "0"), Rational(30));
  EXPECT_EQ(points(curve, "2"), Rational(30));
  EXPECT_EQ(points(curve, "5"), Rational(20));
  EXPECT_EQ(points(curve, "8"), Rational(0));
}

TEST(Curve, TheLineThatWasUsedIsToldByItsLeftKnot) {
  const Curve curve = good(R"({"kind": "linear", "knots": [[1, 50], [3, 60], [5, 100]]})");
  EXPECT_EQ(look_up(curve, 0).row, 0U);
  EXPECT_EQ(look_up(curve, 1).row, 0U);
  EXPECT_EQ(look_up(curve, 2).row, 0U);
  EXPECT_EQ(look_up(curve, 4).row, 1U);
  EXPECT_EQ(look_up(curve, 5).row, 1U);
  EXPECT_EQ(look_up(curve, 6).row, 1U);
}

TEST(Curve, StepsThatAreClosedLeftBeginOnTheirBoundary) {
  const Curve curve = good(
      R"({"kind": "steps", "closed": "left", "rows": [[0, 12, 100], [12, 24, 90], [24, 48, 50]]})");
  EXPECT_EQ(points(curve, "0"), Rational(100));
  EXPECT_EQ(points(curve, "11.999999"), Rational(100));
  EXPECT_EQ(points(curve, "12"), Rational(90));
  EXPECT_EQ(points(curve, "12.000001"), Rational(90));
  EXPECT_EQ(points(curve, "23.999999"), Rational(90));
  EXPECT_EQ(points(curve, "24"), Rational(50));
  EXPECT_EQ(points(curve, "48"), Rational(50));
}

TEST(Curve, StepsThatAreClosedRightEndOnTheirBoundary) {
  const Curve curve = good(
      R"({"kind": "steps", "closed": "right", "rows": [[0, 12, 100], [12, 24, 90], [24, 48, 50]]})");
  EXPECT_EQ(points(curve, "0"), Rational(100));
  EXPECT_EQ(points(curve, "11.999999"), Rational(100));
  EXPECT_EQ(points(curve, "12"), Rational(100));
  EXPECT_EQ(points(curve, "12.000001"), Rational(90));
  EXPECT_EQ(points(curve, "24"), Rational(90));
  EXPECT_EQ(points(curve, "24.000001"), Rational(50));
  EXPECT_EQ(points(curve, "48"), Rational(50));
}

TEST(Curve, BeyondTheOutermostRowsTheEndValueHolds) {
  for (const char* side : {"left", "right"}) {
    const Curve curve = good(small::fill(
        R"({"kind": "steps", "closed": "$", "rows": [[0, 12, 100], [12, 24, 90]]})", {side}));
    EXPECT_EQ(points(curve, "-0.000001"), Rational(100)) << side;
    EXPECT_EQ(points(curve, "-50"), Rational(100)) << side;
    EXPECT_EQ(points(curve, "24.000001"), Rational(90)) << side;
    EXPECT_EQ(points(curve, "1000"), Rational(90)) << side;
  }
}

// Every quarter from below the first row to above the last, against the definition of the interval.
TEST(Curve, EveryStepHoldsExactlyWhereItsIntervalSaysSo) {
  for (const bool left : {true, false}) {
    const Curve curve = good(small::fill(
        R"({"kind": "steps", "closed": "$", "rows": [[0, 1, 10], [1, 3, 20], [3, 4, 30], [4, 9, 40]]})",
        {left ? "left" : "right"}));
    for (int quarter = -4; quarter <= 40; ++quarter) {
      const Rational value = Rational::ratio(quarter, 4);
      std::size_t expected = value < Rational(0) ? 0 : 3;
      for (std::size_t i = 0; i < curve.rows.size(); ++i) {
        const Curve::Row& row = curve.rows[i];
        const bool inside =
            left ? row.from <= value && value < row.to : row.from < value && value <= row.to;
        if (inside) {
          expected = i;
        }
      }
      if (value == Rational(0)) {
        expected = 0;
      }
      const Lookup found = look_up(curve, value);
      ASSERT_EQ(found.row, expected) << (left ? "left " : "right ") << to_fraction(value);
      ASSERT_EQ(found.points, curve.rows[expected].points);
    }
  }
}

TEST(Curve, IdentityGivesTheValueItself) {
  const Curve curve = good(R"({"kind": "identity"})");
  for (const char* value : {"0", "61.25", "-3", "1000"}) {
    EXPECT_EQ(points(curve, value), decimal(value));
  }
}

TEST(Curve, PointsMayLieOnTheEndsOfTheirRange) {
  (void)good(R"({"kind": "linear", "knots": [[0, 0], [1, 100]]})");
  (void)good(R"({"kind": "steps", "closed": "left", "rows": [[0, 1, 0], [1, 2, 100]]})");
}

TEST(Curve, FaultyCurvesAreRefusedWithThePlaceOfEachFault) {
  struct Row {
    std::string_view json;
    std::vector<std::string> issues;
  };
  const Row rows[] = {
      {R"({})", {"missing /kind"}},
      {R"({"kind": "cubic"})", {"value /kind"}},
      {R"({"kind": true})", {"type /kind", "value /kind"}},
      {R"({"kind": "linear"})", {"missing /knots"}},
      {R"({"kind": "linear", "knots": 3})", {"type /knots"}},
      {R"({"kind": "linear", "knots": []})", {"value /knots"}},
      {R"({"kind": "linear", "knots": [[0, 1]]})", {"value /knots"}},
      {R"({"kind": "linear", "knots": [[0, 1], [1]]})", {"value /knots/1"}},
      {R"({"kind": "linear", "knots": [[0, 1, 2], [1, 2]]})", {"value /knots/0"}},
      {R"({"kind": "linear", "knots": [[0, 1], 5]})", {"type /knots/1"}},
      {R"({"kind": "linear", "knots": [[0, 1], [1, "2"]]})", {"type /knots/1/1"}},
      {R"({"kind": "linear", "knots": [[0, 1], [0, 2]]})", {"overlap /knots/1"}},
      {R"({"kind": "linear", "knots": [[0, 1], [2, 2], [1, 3]]})", {"overlap /knots/2"}},
      {R"({"kind": "linear", "knots": [[0, -0.000001], [1, 100.000001]]})",
       {"value /knots/0", "value /knots/1"}},
      {R"({"kind": "steps", "closed": "left"})", {"missing /rows"}},
      {R"({"kind": "steps", "rows": [[0, 1, 5]]})", {"missing /closed"}},
      {R"({"kind": "steps", "closed": "both", "rows": [[0, 1, 5]]})", {"value /closed"}},
      {R"({"kind": "steps", "closed": "left", "rows": []})", {"value /rows"}},
      {R"({"kind": "steps", "closed": "left", "rows": [[0, 1]]})", {"value /rows/0"}},
      {R"({"kind": "steps", "closed": "left", "rows": [[0, null, 5]]})", {"type /rows/0/1"}},
      {R"({"kind": "steps", "closed": "left", "rows": [[1, 1, 5]]})", {"value /rows/0"}},
      {R"({"kind": "steps", "closed": "left", "rows": [[2, 1, 5]]})", {"value /rows/0"}},
      {R"({"kind": "steps", "closed": "left", "rows": [[0, 1, 5], [1.000001, 2, 6]]})",
       {"gap /rows/1"}},
      {R"({"kind": "steps", "closed": "left", "rows": [[0, 1, 5], [0.999999, 2, 6]]})",
       {"overlap /rows/1"}},
      {R"({"kind": "steps", "closed": "left", "rows": [[0, 1, 5], [2, 3, 6], [2.5, 4, 101]]})",
       {"gap /rows/1", "overlap /rows/2", "value /rows/2"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(read(row.json).issues, row.issues) << row.json;
  }
}

}  // namespace
}  // namespace shopgauge

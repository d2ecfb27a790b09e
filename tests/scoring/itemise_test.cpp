// What is printed of a sum's parts: it sums exactly, and no part moves by a whole unit.

#include "core/scoring/itemise.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/decimal.h"
#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::decimal;

constexpr std::uint64_t kSeed = 20'260'908;

Rational sum_of(const std::vector<Rational>& parts) {
  Rational sum;
  for (const Rational& part : parts) {
    sum += part;
  }
  return sum;
}

std::vector<std::string> printed(const std::vector<Rational>& parts, const Rational& total) {
  std::vector<std::string> texts;
  for (const Rational& part : apportion(parts, total)) {
    texts.push_back(to_decimal(part));
  }
  return texts;
}

TEST(Apportion, PartsThatAreShortEnoughStay) {
  EXPECT_EQ(printed({decimal("34.5"), decimal("19.8"), decimal("25.5"), 2}, decimal("81.8")),
            (std::vector<std::string>{"34.5", "19.8", "25.5", "2"}));
  EXPECT_EQ(printed({decimal("0.000001"), decimal("-0.000001")}, 0),
            (std::vector<std::string>{"0.000001", "-0.000001"}));
  EXPECT_EQ(printed({}, 0), std::vector<std::string>());
}

TEST(Apportion, OfEqualThirdsTheFirstGetsTheMissingUnit) {
  const Rational third = Rational::ratio(1, 3);
  EXPECT_EQ(printed({third, third, third}, 1),
            (std::vector<std::string>{"0.333334", "0.333333", "0.333333"}));
  const Rational two = Rational::ratio(2, 3);
  EXPECT_EQ(printed({two, two, two}, 2),
            (std::vector<std::string>{"0.666667", "0.666667", "0.666666"}));
}

TEST(Apportion, TheLargestRemainderGetsTheUnitWhereverItStands) {
  // Remainders of 1/7, 2/7 and 4/7 units, in all orders: only the largest is rounded up.
  const Rational unit = Rational::ratio(1, 1'000'000);
  const Rational parts[] = {Rational::ratio(1, 7) * unit, Rational::ratio(2, 7) * unit,
                            Rational::ratio(4, 7) * unit};
  const std::vector<std::size_t> orders[] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                             {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
  for (const std::vector<std::size_t>& order : orders) {
    const std::vector<Rational> result =
        apportion({parts[order[0]], parts[order[1]], parts[order[2]]}, unit);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_EQ(result[i], order[i] == 2 ? unit : Rational(0));
    }
  }
}

TEST(Apportion, NegativePartsAreRoundedDownBeforeTheyGetUnits) {
  EXPECT_EQ(printed({Rational::ratio(-1, 3), Rational::ratio(4, 3)}, 1),
            (std::vector<std::string>{"-0.333333", "1.333333"}));
  EXPECT_EQ(printed({Rational::ratio(-2, 3), Rational::ratio(-2, 3), Rational::ratio(-2, 3)}, -2),
            (std::vector<std::string>{"-0.666666", "-0.666667", "-0.666667"}));
  EXPECT_EQ(printed({Rational::ratio(4, 3), Rational::ratio(-1, 3)}, 1),
            (std::vector<std::string>{"1.333333", "-0.333333"}));
}

TEST(Apportion, ATieAmongRemaindersGoesToTheEarlier) {
  const Rational half = Rational::ratio(1, 2'000'000);
  EXPECT_EQ(printed({half, half}, decimal("0.000001")),
            (std::vector<std::string>{"0.000001", "0"}));
  EXPECT_EQ(printed({1, half, 2, half}, decimal("3.000001")),
            (std::vector<std::string>{"1", "0.000001", "2", "0"}));
  EXPECT_EQ(printed({-half, -half}, decimal("-0.000001")),
            (std::vector<std::string>{"0", "-0.000001"}));
}

TEST(Apportion, AnyPartsSumExactlyAndEachStaysWithinOneUnit) {
  const Rational unit = Rational::ratio(1, 1'000'000);
  small::Chance chance(kSeed);
  for (int round = 0; round < 3000; ++round) {
    std::vector<Rational> parts(static_cast<std::size_t>(chance.whole(1, 12)));
    for (Rational& part : parts) {
      part = chance.fraction(-100, 100, 1 + chance.whole(0, 2) * 997);
    }
    const Rational total = round_to(sum_of(parts), 6, Rounding::half_up);
    const std::vector<Rational> result = apportion(parts, total);
    ASSERT_EQ(result.size(), parts.size());
    ASSERT_EQ(sum_of(result), total) << "seed " << kSeed << " round " << round;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      ASSERT_LT(abs(result[i] - parts[i]), unit)
          << "seed " << kSeed << " round " << round << " part " << i;
      ASSERT_EQ(floor_to(result[i], 6), result[i])
          << "seed " << kSeed << " round " << round << " part " << i;
    }
  }
}

// No part with a smaller remainder gets a unit before one with a larger, or with an equal one
// earlier.
TEST(Apportion, UnitsGoByRemainderThenByOrder) {
  small::Chance chance(kSeed + 1);
  for (int round = 0; round < 3000; ++round) {
    std::vector<Rational> parts(static_cast<std::size_t>(chance.whole(2, 8)));
    for (Rational& part : parts) {
      part = Rational::ratio(chance.whole(-40, 40), 7'000'000);
    }
    const std::vector<Rational> result =
        apportion(parts, round_to(sum_of(parts), 6, Rounding::half_up));
    const auto lost = [&](std::size_t i) { return parts[i] - floor_to(parts[i], 6); };
    const auto raised = [&](std::size_t i) { return result[i] > parts[i]; };
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (std::size_t j = 0; j < parts.size(); ++j) {
        const bool before = lost(i) > lost(j) || (lost(i) == lost(j) && i < j);
        ASSERT_FALSE(before && raised(j) && !raised(i))
            << "seed " << kSeed + 1 << " round " << round << " parts " << i << ", " << j;
      }
    }
  }
}

NodeResult part(const Rational& low, const Rational& high, std::vector<NodeResult> nodes = {}) {
  NodeResult node;
  node.contribution = {low, high};
  node.nodes = std::move(nodes);
  return node;
}

Rational sum_at(const std::vector<NodeResult>& nodes, Rational Span::*end) {
  Rational sum;
  for (const NodeResult& node : nodes) {
    sum += node.contribution.*end;
  }
  return sum;
}

TEST(Itemise, ChildrenSumToTheirPrintedParentAndAllToTheTotalAtBothEnds) {
  const Rational ninth = Rational::ratio(1, 9);
  const Rational third = Rational::ratio(1, 3);
  Assessment assessment;
  const NodeResult leaf = part(ninth, ninth * 2);
  assessment.nodes = {part(third, third * 2, {leaf, leaf, leaf}),
                      part(third, third * 2, {leaf, leaf, leaf}), part(third, third)};
  AdjustmentResult adjustment;
  adjustment.points = {Rational::ratio(-1, 7), Rational::ratio(1, 7)};
  assessment.adjustments = {adjustment};
  assessment.score = ScoreResult{{Rational::ratio(6, 7), Rational::ratio(38, 21)}, {}, {}, {}};
  itemise(assessment);
  for (Rational Span::*end : {&Span::low, &Span::high}) {
    const Rational total = round_to(assessment.score->unrounded.*end, 6, Rounding::half_up);
    EXPECT_EQ(sum_at(assessment.nodes, end) + assessment.adjustments[0].points.*end, total);
    EXPECT_EQ(sum_at(assessment.nodes[0].nodes, end), assessment.nodes[0].contribution.*end);
    EXPECT_EQ(sum_at(assessment.nodes[1].nodes, end), assessment.nodes[1].contribution.*end);
  }
  // 3 x 0.333333 - 0.142858 lacks two units to 0.857143: -1/7 has lost most, then the first third.
  EXPECT_EQ(to_decimal(assessment.adjustments[0].points.low), "-0.142857");
  EXPECT_EQ(to_decimal(assessment.nodes[0].contribution.low), "0.333334");
}

}  // namespace
}  // namespace shopgauge

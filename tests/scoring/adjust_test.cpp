// What is added to the weighted sum: bonuses and deductions, bands, cap and floor, at both ends of
// what is possible.

#include "core/scoring/adjust.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::decimal;
using small::fill;
using small::give;
using small::official;
using small::show;

constexpr std::uint64_t kSeed = 20'261'122;

const std::string kBonus =
    fill(R"({"id": "bonus", "title": $, "when": {"metric": "flag", "is": true}, "points": $})",
         {small::kText, official("5")});
const std::string kFine =
    fill(R"({"id": "fine", "title": $, "when": {"metric": "other_flag", "is": true}, "points": $})",
         {small::kText, official("-4")});
// Two points each, at most ten; 2.5 each, at most 4.
const std::string kDeduction =
    fill(R"({"id": "deduction", "title": $, "metric": "bad", "each": $, "limit": $})",
         {small::kText, official("-2"), official("-10")});
const std::string kReward =
    fill(R"({"id": "reward", "title": $, "metric": "good", "each": $, "limit": $})",
         {small::kText, official("2.5"), official("4")});
const std::string kBands = fill(
    R"({"id": "bands", "title": $, "when": {"metric": "bad_rate", "at_least": $}, "status": "official", "source": "rulebook",
    "bands": [{"at_least": 4.9, "shown": [4.8, 4.9]}, {"at_least": 4.8, "shown": [4.7, 4.8]}]})",
    {small::kText, official("0.15")});

Program program(const std::string& adjustments, const std::string& limits = "", int digits = 2) {
  small::Document document;
  document.metrics = small::flag("flag") + ", " + small::flag("other_flag") + ", " +
                     small::metric("bad", "count") + ", " + small::metric("good", "count") + ", " +
                     small::metric("bad_rate", "rate") + ", " + small::metric("points");
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": $, "mode": "half_up", "status": "official", "source": "rulebook"},
      "nodes": [$], "adjustments": [$]$})",
      {std::to_string(digits), small::indicator("points", official("1"), small::kIdentity),
       adjustments, limits.empty() ? "" : ", \"limits\": " + limits});
  return small::read(document);
}

std::string limits(std::string_view low, std::string_view high) {
  return fill(R"({"low": $, "high": $})", {small::assumed(low), small::assumed(high)});
}

struct Case {
  Program rules;
  Reading reading = empty_reading(rules);

  [[nodiscard]] AdjustedResult run(const Span& sum, bool limited = true) const {
    return adjust(sum, rules.score->adjustments, limited, Facts{rules, reading, reading.enrolment});
  }
  [[nodiscard]] AdjustedResult run(std::string_view low, std::string_view high) const {
    return run({decimal(low), decimal(high)});
  }
};

// "yes 5", "undetermined -10..0".
std::string show(const AdjustmentResult& adjustment) {
  return small::show(adjustment.applied) + " " + small::show(adjustment.points);
}

TEST(Adjust, EventsCountUpToTheirLimit) {
  Case at{program(kDeduction + ", " + kReward)};
  struct Row {
    int count;
    const char* deduction;
    const char* reward;
  };
  for (const Row& row :
       {Row{0, "no 0", "no 0"}, Row{1, "yes -2", "yes 5/2"}, Row{2, "yes -4", "yes 4"},
        Row{4, "yes -8", "yes 4"}, Row{5, "yes -10", "yes 4"}, Row{6, "yes -10", "yes 4"},
        Row{1000, "yes -10", "yes 4"}}) {
    give(at.reading, at.rules, "bad", row.count);
    give(at.reading, at.rules, "good", row.count);
    const AdjustedResult result = at.run({80, 80});
    EXPECT_EQ(show(result.adjustments[0]), row.deduction) << row.count;
    EXPECT_EQ(show(result.adjustments[1]), row.reward) << row.count;
    EXPECT_EQ(show(result.assumptions), "");
  }
}

TEST(Adjust, AnUnknownCountMayBeAnythingUpToTheLimit) {
  Case at{program(kDeduction + ", " + kReward)};
  give(at.reading, at.rules, "bad", InputState::unknown);
  give(at.reading, at.rules, "good", InputState::unknown);
  const AdjustedResult result = at.run({80, 80});
  EXPECT_EQ(show(result.adjustments[0]), "undetermined -10..0");
  EXPECT_EQ(show(result.adjustments[1]), "undetermined 0..4");
  EXPECT_EQ(show(result.total), "70..84");
  EXPECT_EQ(show(result.needs), "bad, good");
}

TEST(Adjust, AnAbsentCountIsTakenAsNoneAndListed) {
  const Case at{program(kDeduction)};
  const AdjustedResult result = at.run({80, 80});
  EXPECT_EQ(show(result.adjustments[0]), "no 0");
  EXPECT_EQ(show(result.total), "80");
  EXPECT_EQ(show(result.assumptions), "metric bad = 0 (not_given)");
  EXPECT_EQ(show(result.needs), "");
}

TEST(Adjust, AConditionAppliesItsPointsOrNotOrMay) {
  Case at{program(kBonus + ", " + kFine)};
  const auto both = [&](const Rational& flag) {
    give(at.reading, at.rules, "flag", flag);
    give(at.reading, at.rules, "other_flag", flag);
  };
  both(1);
  EXPECT_EQ(show(at.run({80, 80}).adjustments[0]), "yes 5");
  EXPECT_EQ(show(at.run({80, 80}).adjustments[1]), "yes -4");
  both(0);
  EXPECT_EQ(show(at.run({80, 80}).adjustments[0]), "no 0");
  EXPECT_EQ(show(at.run({80, 80}).adjustments[1]), "no 0");
  give(at.reading, at.rules, "flag", InputState::unknown);
  give(at.reading, at.rules, "other_flag", InputState::unknown);
  const AdjustedResult open = at.run({80, 80});
  EXPECT_EQ(show(open.adjustments[0]), "undetermined 0..5");
  EXPECT_EQ(show(open.adjustments[1]), "undetermined -4..0");
  EXPECT_EQ(show(open.total), "76..85");
  EXPECT_EQ(show(open.needs), "flag, other_flag");
  const Case absent{program(kBonus)};
  EXPECT_EQ(show(absent.run({80, 80}).adjustments[0]), "no 0");
  EXPECT_EQ(show(absent.run({80, 80}).assumptions), "metric flag = no (not_given)");
}

TEST(Bands, AScoreIsShownInTheBandBelowTheEdgeThatItReaches) {
  Case at{program(kBands)};
  give(at.reading, at.rules, "bad_rate", decimal("0.15"));
  struct Row {
    const char* sum;
    const char* applied;
    const char* low;
    const char* high;
  };
  for (const Row& row : {Row{"4.799999", "no", "4.799999", "4.799999"},
                         Row{"4.8", "yes", "4.7", "4.79"}, Row{"4.800001", "yes", "4.7", "4.79"},
                         Row{"4.899999", "yes", "4.7", "4.79"}, Row{"4.9", "yes", "4.8", "4.89"},
                         Row{"4.900001", "yes", "4.8", "4.89"}, Row{"5", "yes", "4.8", "4.89"}}) {
    const AdjustedResult result = at.run(row.sum, row.sum);
    EXPECT_EQ(show(result.adjustments[0].applied), row.applied) << row.sum;
    EXPECT_EQ(result.total.low, decimal(row.low)) << row.sum;
    EXPECT_EQ(result.total.high, decimal(row.high)) << row.sum;
    EXPECT_EQ(result.adjustments[0].points.low, decimal(row.low) - decimal(row.sum)) << row.sum;
    EXPECT_EQ(result.adjustments[0].points.high, decimal(row.high) - decimal(row.sum)) << row.sum;
  }
}

TEST(Bands, AnIntervalAcrossEdgesCoversAllThatMayBeShown) {
  Case at{program(kBands)};
  give(at.reading, at.rules, "bad_rate", 1);
  struct Row {
    const char* sum[2];
    const char* applied;
    const char* shown[2];
  };
  for (const Row& row :
       {Row{{"4.82", "4.88"}, "yes", {"4.7", "4.79"}},
        Row{{"4.85", "4.95"}, "yes", {"4.7", "4.89"}}, Row{{"4.8", "4.9"}, "yes", {"4.7", "4.89"}},
        Row{{"4.75", "4.85"}, "undetermined", {"4.7", "4.8"}},
        Row{{"4.65", "4.85"}, "undetermined", {"4.65", "4.8"}},
        Row{{"4.6", "5"}, "undetermined", {"4.6", "4.89"}},
        Row{{"4.6", "4.79"}, "no", {"4.6", "4.79"}}}) {
    const AdjustedResult result = at.run(row.sum[0], row.sum[1]);
    EXPECT_EQ(show(result.adjustments[0].applied), row.applied) << row.sum[0] << ".." << row.sum[1];
    EXPECT_EQ(result.total.low, decimal(row.shown[0])) << row.sum[0] << ".." << row.sum[1];
    EXPECT_EQ(result.total.high, decimal(row.shown[1])) << row.sum[0] << ".." << row.sum[1];
  }
}

TEST(Bands, TheHighestFigureOfABandHasTheDigitsThatAreShown) {
  Case at{program(kBands, "", 3)};
  give(at.reading, at.rules, "bad_rate", 1);
  EXPECT_EQ(at.run("4.95", "4.95").total.high, decimal("4.899"));
}

TEST(Bands, TheConditionDecidesWhetherTheBandsApply) {
  Case at{program(kBands)};
  give(at.reading, at.rules, "bad_rate", decimal("0.149999"));
  EXPECT_EQ(show(at.run("4.95", "4.95").adjustments[0]), "no 0");
  give(at.reading, at.rules, "bad_rate", InputState::unknown);
  const AdjustedResult open = at.run("4.95", "4.95");
  EXPECT_EQ(show(open.adjustments[0]), "undetermined -3/20..0");
  EXPECT_EQ(open.total.low, decimal("4.8"));
  EXPECT_EQ(open.total.high, decimal("4.95"));
  EXPECT_EQ(show(open.needs), "bad_rate");
  EXPECT_EQ(show(at.run("4.5", "4.5").adjustments[0]), "no 0");
  EXPECT_EQ(show(at.run("4.5", "4.5").needs), "");
  give(at.reading, at.rules, "bad_rate", InputState::absent);
  EXPECT_EQ(show(at.run("4.95", "4.95").adjustments[0]), "no 0");
  EXPECT_EQ(show(at.run("4.95", "4.95").assumptions), "metric bad_rate = no (not_given)");
}

TEST(Limits, CapAndFloorAreAdjustmentsWithTheirExactPoints) {
  const Case at{program("", limits("0", "100"))};
  struct Row {
    const char* sum[2];
    const char* id;  // nothing: no adjustment
    const char* shown;
  };
  for (const Row& row :
       {Row{{"99.999999", "99.999999"}, "", ""}, Row{{"100", "100"}, "", ""},
        Row{{"100.000001", "100.000001"}, "cap", "yes -1/1000000"},
        Row{{"103", "105"}, "cap", "yes -5..-3"}, Row{{"98", "105"}, "cap", "undetermined -5..0"},
        Row{{"0", "0"}, "", ""}, Row{{"-0.000001", "-0.000001"}, "floor", "yes 1/1000000"},
        Row{{"-7", "-2"}, "floor", "yes 2..7"}, Row{{"-7", "2"}, "floor", "undetermined 0..7"}}) {
    const AdjustedResult result = at.run(row.sum[0], row.sum[1]);
    const std::string_view id =
        result.adjustments.empty() ? std::string_view() : result.adjustments[0].id;
    EXPECT_EQ(id, row.id) << row.sum[0] << ".." << row.sum[1];
    EXPECT_LE(result.adjustments.size(), 1U);
    if (!result.adjustments.empty()) {
      const AdjustmentResult& limit = result.adjustments[0];
      const Span by_size = {min(limit.points.low, limit.points.high),
                            max(limit.points.low, limit.points.high)};
      EXPECT_EQ(show(limit.applied) + " " + show(by_size), row.shown)
          << row.sum[0] << ".." << row.sum[1];
      EXPECT_EQ(result.total.low, decimal(row.sum[0]) + limit.points.low);
      EXPECT_EQ(result.total.high, decimal(row.sum[1]) + limit.points.high);
      EXPECT_EQ(show(result.assumptions), row.id == std::string_view("cap")
                                              ? "program = 100 (assumed)"
                                              : "program = 0 (assumed)");
    } else {
      EXPECT_EQ(show(result.assumptions), "");
    }
  }
}

TEST(Limits, AStageHasNone) {
  const Case at{program("", limits("0", "100"))};
  EXPECT_TRUE(at.run({103, 103}, false).adjustments.empty());
  EXPECT_EQ(show(at.run({103, 103}, false).total), "103");
}

TEST(Limits, AnIntervalBeyondBothLimitsGetsBoth) {
  const Case at{program("", limits("0", "100"))};
  const AdjustedResult result = at.run("-7", "105");
  ASSERT_EQ(result.adjustments.size(), 2U);
  EXPECT_EQ(show(result.total), "0..100");
}

// The least and most of what one input may add, by trying all of it.
Span possible(const Input& input, const Rational& each, const Rational& limit) {
  Span span;
  for (int count = 0; count <= 20; ++count) {
    Rational points;
    for (int i = 0; i < count; ++i) {
      points += each;
    }
    points = limit.sign() < 0 ? max(points, limit) : min(points, limit);
    if (input.state == InputState::value && input.value == Rational(count)) {
      return {points, points};
    }
    if (input.state == InputState::unknown) {
      span = {min(span.low, points), max(span.high, points)};
    }
  }
  return span;
}

TEST(Adjust, ThePartsSumToTheTotalAndTheTotalHoldsAllThatIsPossible) {
  Case at{program(kBonus + ", " + kFine + ", " + kDeduction + ", " + kReward, limits("0", "100"))};
  small::Chance chance(kSeed);
  for (int round = 0; round < 3000; ++round) {
    Span sum = {chance.fraction(-20, 110, 7), {}};
    sum.high = sum.low + (chance.whole(0, 1) == 0 ? Rational(0) : chance.fraction(0, 40, 7));
    Span expected = sum;
    struct Part {
      const char* metric;
      int most;
      Rational each;
      Rational limit;
    };
    for (const Part& part : {Part{"flag", 1, 5, 5}, Part{"other_flag", 1, -4, -4},
                             Part{"bad", 8, -2, -10}, Part{"good", 8, decimal("2.5"), 4}}) {
      const int state = chance.whole(0, 3);
      if (state < 2) {
        give(at.reading, at.rules, part.metric, chance.whole(0, part.most));
      } else {
        give(at.reading, at.rules, part.metric,
             state == 2 ? InputState::unknown : InputState::absent);
      }
      const Span points =
          possible(small::input(at.reading, at.rules, part.metric), part.each, part.limit);
      expected.low += points.low;
      expected.high += points.high;
    }
    expected = {clamp(expected.low, 0, 100), clamp(expected.high, 0, 100)};
    const AdjustedResult result = at.run(sum);
    ASSERT_EQ(show(result.total), show(expected)) << "seed " << kSeed << " round " << round;
    Span parts = sum;
    for (const AdjustmentResult& adjustment : result.adjustments) {
      parts.low += adjustment.points.low;
      parts.high += adjustment.points.high;
    }
    ASSERT_EQ(show(parts), show(result.total)) << "seed " << kSeed << " round " << round;
  }
}

// Bands stand last and are decided on the sum with everything before them.
TEST(Bands, AreDecidedAfterTheOtherAdjustmentsAndSumToTheTotal) {
  Case at{program(kReward + ", " + kBands, limits("3", "5"))};
  small::Chance chance(kSeed + 1);
  for (int round = 0; round < 2000; ++round) {
    give(at.reading, at.rules, "good", chance.whole(0, 1));
    give(at.reading, at.rules, "bad_rate", chance.whole(0, 2) == 0 ? 0 : 1);
    const Rational low = chance.fraction(2, 6, 60);
    const Span sum = {low,
                      low + (chance.whole(0, 1) == 0 ? Rational(0) : chance.fraction(0, 1, 60))};
    const AdjustedResult result = at.run(sum);
    Span parts = sum;
    for (const AdjustmentResult& adjustment : result.adjustments) {
      parts.low += adjustment.points.low;
      parts.high += adjustment.points.high;
    }
    ASSERT_EQ(show(parts), show(result.total)) << "seed " << kSeed + 1 << " round " << round;
    ASSERT_LE(result.total.low, result.total.high) << "seed " << kSeed + 1 << " round " << round;
    const Rational before = sum.high + result.adjustments[0].points.high;
    const bool banded = small::input(at.reading, at.rules, "bad_rate").value == Rational(1) &&
                        before >= decimal("4.8");
    ASSERT_EQ(result.adjustments[1].applied != Truth::no, banded)
        << "seed " << kSeed + 1 << " round " << round;
  }
}

}  // namespace
}  // namespace shopgauge

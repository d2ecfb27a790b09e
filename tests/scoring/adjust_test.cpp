// What is added to the weighted sum: bonuses and deductions, bands, cap and floor in their places,
// at both ends of what is possible.

#include "core/scoring/adjust.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scoring/assess.h"
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

Program program(const std::string& adjustments, int digits = 2) {
  small::Document document;
  document.metrics = small::flag("flag") + ", " + small::flag("other_flag") + ", " +
                     small::metric("bad", "count") + ", " + small::metric("good", "count") + ", " +
                     small::metric("bad_rate", "rate") + ", " + small::metric("points");
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": $, "mode": "half_up", "status": "official", "source": "rulebook"},
      "nodes": [$], "adjustments": [$]})",
      {std::to_string(digits), small::indicator("points", official("1"), small::kIdentity),
       adjustments});
  return small::read(document);
}

std::string cap(std::string_view high, std::string_view id = "cap") {
  return fill(R"({"id": "$", "title": $, "at_most": $})", {id, small::kText, small::assumed(high)});
}
std::string floor_at(std::string_view low, std::string_view id = "floor") {
  return fill(R"({"id": "$", "title": $, "at_least": $})", {id, small::kText, small::assumed(low)});
}
std::string limits(std::string_view low, std::string_view high) {
  return floor_at(low) + ", " + cap(high);
}

struct Case {
  Program rules;
  Reading reading = empty_reading(rules);

  [[nodiscard]] AdjustedResult run(const Span& sum) const {
    return adjust(sum, rules.score->adjustments, Facts{rules, reading, reading.enrolment});
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
  Case at{program(kBands, 3)};
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
  const Case at{program(limits("0", "100"))};
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

TEST(Limits, AnIntervalBeyondBothLimitsGetsBoth) {
  const Case at{program(limits("0", "100"))};
  const AdjustedResult result = at.run("-7", "105");
  ASSERT_EQ(result.adjustments.size(), 2U);
  EXPECT_EQ(show(result.total), "0..100");
}

TEST(Limits, CutTheSumInTheirPlaceInTheList) {
  struct Row {
    std::string list;
    const char* sum;
    const char* shown;
    std::vector<std::string> ids;  // that are reported
  };
  const Row rows[] = {
      // With the bonus of 5: before the cap, after it, between two.
      {kBonus + ", " + cap("100"), "97", "100", {"bonus", "cap"}},
      {cap("100") + ", " + kBonus, "97", "102", {"bonus"}},
      {cap("100") + ", " + kBonus, "103", "105", {"cap", "bonus"}},
      {cap("90", "first") + ", " + kBonus + ", " + cap("100", "last"),
       "97",
       "95",
       {"first", "bonus"}},
      {cap("98", "first") + ", " + kBonus + ", " + cap("100", "last"),
       "99",
       "100",
       {"first", "bonus", "last"}},
      // With the fine of 4.
      {kFine + ", " + floor_at("0"), "3", "0", {"fine", "floor"}},
      {floor_at("0") + ", " + kFine, "3", "-1", {"fine"}},
      {floor_at("0") + ", " + kFine, "-3", "-4", {"floor", "fine"}},
      // A floor above the cap that stands before it has the last word.
      {cap("50") + ", " + floor_at("60"), "80", "60", {"cap", "floor"}},
      {floor_at("60") + ", " + cap("50"), "80", "50", {"cap"}},
  };
  for (const Row& row : rows) {
    Case at{program(row.list)};
    give(at.reading, at.rules, "flag", 1);
    give(at.reading, at.rules, "other_flag", 1);
    const AdjustedResult result = at.run(row.sum, row.sum);
    EXPECT_EQ(show(result.total), row.shown) << row.sum;
    std::vector<std::string> ids;
    Rational sum = decimal(row.sum);
    for (const AdjustmentResult& adjustment : result.adjustments) {
      ids.emplace_back(adjustment.id);
      sum += adjustment.points.low;
    }
    EXPECT_EQ(ids, row.ids) << row.sum;
    EXPECT_EQ(sum, result.total.low) << row.sum;
  }
}

// 2 points each without a limit of their own; there are at most 40 events.
Program endless() {
  small::Document document;
  document.metrics =
      small::ranged("bad", "count", "lower", "[0, 40]") + ", " + small::metric("points");
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"},
      "nodes": [$], "adjustments": [{"id": "endless", "title": $, "metric": "bad", "each": $}]})",
      {small::indicator("points", official("1"), small::kIdentity), small::kText, official("-2")});
  return small::read(document);
}

TEST(Adjust, EventsWithoutALimitAllCount) {
  Case at{endless()};
  for (const int count : {0, 1, 5, 6, 40}) {
    give(at.reading, at.rules, "bad", count);
    EXPECT_EQ(show(at.run({80, 80}).total), to_fraction(Rational(80 - 2 * count)));
  }
  give(at.reading, at.rules, "bad", InputState::absent);
  EXPECT_EQ(show(at.run({80, 80}).total), "80");
  EXPECT_EQ(show(at.run({80, 80}).assumptions), "metric bad = 0 (not_given)");
}

// An unknown number of events is not none: it may be any that there can be.
TEST(Adjust, AnUnknownCountWithoutALimitMayBeAnyOfTheMetricsRange) {
  Case at{endless()};
  give(at.reading, at.rules, "bad", InputState::unknown);
  const AdjustedResult open = at.run({80, 80});
  EXPECT_EQ(show(open.adjustments[0]), "undetermined -80..0");
  EXPECT_EQ(show(open.total), "0..80");
  EXPECT_EQ(show(open.needs), "bad");
}

// Points of one dimension: goods weighs 0.6 and lies within 50..100, service 0.4.
Program by_dimension(const std::string& adjustments, const std::string& gates = "") {
  small::Document document;
  document.metrics = small::flag("flag") + ", " + small::flag("other_flag") + ", " +
                     small::metric("a") + ", " + small::metric("b");
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"},
      "nodes": [$, $], "adjustments": [$]})",
      {small::dimension("goods", official("0.6"),
                        small::indicator("a", official("1"), small::kIdentity, "[50, 100]"),
                        "[50, 100]"),
       small::dimension("service", official("0.4"),
                        small::indicator("b", official("1"), small::kIdentity)),
       adjustments});
  document.gates = gates;
  return small::read(document);
}
std::string for_goods(std::string_view id, std::string_view flag, std::string_view points,
                      std::string_view status = "official") {
  return fill(
      R"({"id": "$", "title": $, "when": {"metric": "$", "is": true}, "points": $, "node": "goods"})",
      {id, small::kText, flag, small::figure(points, status)});
}

struct Dimensions {
  Program rules;
  Reading reading = empty_reading(rules);

  Dimensions(const std::string& adjustments, int goods, const std::string& gates = "")
      : rules(by_dimension(adjustments, gates)) {
    give(reading, rules, "a", goods);
    give(reading, rules, "b", 50);
    give(reading, rules, "flag", 1);
    give(reading, rules, "other_flag", 1);
  }
  // The total, and what each adjustment brings to it.
  [[nodiscard]] std::string total() const {
    const Assessment result = assess(rules, reading);
    std::string text = show(result.score->unrounded);
    for (const AdjustmentResult& adjustment : result.adjustments) {
      text += ", " + std::string(adjustment.id) + " " + show(adjustment);
    }
    return text;
  }
};

TEST(NodePoints, AreWeighedIntoTheTotalWithTheirDimensionAndStayWithinItsRange) {
  for (const auto& [goods, total] :
       {std::pair(80, "71, plus yes 3"), std::pair(94, "397/5, plus yes 3"),
        std::pair(95, "80, plus yes 3"), std::pair(96, "80, plus yes 12/5"),
        std::pair(99, "80, plus yes 3/5"), std::pair(100, "80, plus no 0")}) {
    EXPECT_EQ(Dimensions(for_goods("plus", "flag", "5"), goods).total(), total) << goods;
  }
  for (const auto& [goods, total] :
       {std::pair(56, "50, minus yes -18/5"), std::pair(55, "50, minus yes -3"),
        std::pair(50, "50, minus no 0")}) {
    EXPECT_EQ(Dimensions(for_goods("minus", "flag", "-6"), goods).total(), total) << goods;
  }
}

TEST(NodePoints, ADimensionThatIsGivenHasThemAlready) {
  Dimensions at(for_goods("plus", "flag", "5", "assumed"), 80);
  EXPECT_EQ(assess(at.rules, at.reading).basis, Basis::estimated);
  small::node(at.reading, at.rules, "goods").given = 85;
  EXPECT_EQ(at.total(), "71, plus no 0");
  EXPECT_EQ(assess(at.rules, at.reading).basis, Basis::exact);
}

TEST(NodePoints, OfADimensionThatIsNotAssessedBringNothing) {
  Dimensions at(for_goods("plus", "flag", "5"), 80);
  small::node(at.reading, at.rules, "goods").not_assessed = true;
  EXPECT_EQ(at.total(), "50, plus no 0");
}

TEST(NodePoints, AreWeighedWithTheWeightThatTheDimensionHas) {
  Dimensions at(for_goods("plus", "flag", "5"), 80);
  small::node(at.reading, at.rules, "service").not_assessed = true;
  EXPECT_EQ(at.total(), "85, plus yes 5");
  small::node(at.reading, at.rules, "service").not_assessed = false;
  small::node(at.reading, at.rules, "goods").weight = decimal("0.2");
  small::node(at.reading, at.rules, "service").weight = decimal("0.8");
  EXPECT_EQ(at.total(), "57, plus yes 1");
}

TEST(NodePoints, WhereTheConditionOrTheDimensionIsOpenTheTotalHoldsBoth) {
  Dimensions at(for_goods("plus", "flag", "5"), 80);
  give(at.reading, at.rules, "flag", InputState::unknown);
  EXPECT_EQ(at.total(), "68..71, plus undetermined 0..3");
  give(at.reading, at.rules, "a", InputState::unknown);
  EXPECT_EQ(assess(at.rules, at.reading).score->unrounded.low, Rational(50));
  EXPECT_EQ(assess(at.rules, at.reading).score->unrounded.high, Rational(80));
  give(at.reading, at.rules, "flag", 1);  // 55..100
  EXPECT_EQ(show(assess(at.rules, at.reading).score->unrounded), "53..80");
  give(at.reading, at.rules, "flag", InputState::absent);
  EXPECT_EQ(show(assess(at.rules, at.reading).score->unrounded), "50..80");
}

// Together they do not lift the dimension above its range.
TEST(NodePoints, SeveralOfOneDimensionStayWithinItsRangeTogether) {
  const std::string both =
      for_goods("plus", "flag", "5") + ", " + for_goods("more", "other_flag", "5");
  EXPECT_EQ(Dimensions(both, 80).total(), "74, plus yes 3, more yes 3");
  EXPECT_EQ(Dimensions(both, 93).total(), "80, plus yes 3, more yes 6/5");
  EXPECT_EQ(Dimensions(both, 98).total(), "80, plus yes 6/5, more no 0");
}

// A gate on the dimension reads the score that the back office shows: with its points.
TEST(NodePoints, AreSeenByAConditionOnTheDimension) {
  const std::string gate = fill(
      R"({"id": "gate", "title": $, "when": {"node": "goods", "at_least": $}, "consequence": $, "status": "official", "source": "rulebook"})",
      {small::kText, official("85"), small::kText});
  for (const auto& [goods, met] :
       {std::pair(79, "no"), std::pair(80, "yes"), std::pair(81, "yes")}) {
    Dimensions at(for_goods("plus", "flag", "5"), goods, gate);
    EXPECT_EQ(show(assess(at.rules, at.reading).gates[0].met), met) << goods;
  }
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
  Case at{program(kBonus + ", " + kFine + ", " + kDeduction + ", " + kReward + ", " +
                  limits("0", "100"))};
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

// Bands are decided on the sum with everything before them.
TEST(Bands, AreDecidedAfterTheOtherAdjustmentsAndSumToTheTotal) {
  Case at{program(kReward + ", " + kBands + ", " + limits("3", "5"))};
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

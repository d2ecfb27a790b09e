// Scores by the lowest part instead of weights: totals, both ends, contributions, given nodes and
// the anchoring of a what-if; and which method a shop's page uses.

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scoring/assess.h"
#include "core/scoring/tree.h"
#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::dimension;
using small::fill;
using small::give;
using small::indicator;
using small::node;
using small::official;
using small::show;

constexpr std::uint64_t kSeed = 20'250'618;
constexpr std::string_view kIds[] = {"a", "b", "c", "d", "e"};

// goods (a, b), logistics (c, d, which is optional), service (e); each value is the points, 0..100;
// goods lies within 20..100.
Program program(std::string_view order = R"(["minimum", "weighted"])",
                std::string_view status = "official") {
  const std::string goods =
      dimension("goods", small::figure("0.5", status),
                indicator("a", small::figure("0.6", status), small::kIdentity) + ", " +
                    indicator("b", small::figure("0.4", status), small::kIdentity),
                "[20, 100]");
  const std::string logistics =
      dimension("logistics", small::figure("0.3", status),
                indicator("c", small::figure("0.5", status), small::kIdentity) + ", " +
                    indicator("d", small::figure("0.5", status), small::kIdentity, "[0, 100]",
                              R"(, "optional": true)"));
  const std::string service = dimension("service", small::figure("0.2", status),
                                        indicator("e", official("1"), small::kIdentity));
  small::Document document;
  for (const std::string_view id : kIds) {
    document.metrics += (document.metrics.empty() ? "" : ", ") + small::metric(id);
  }
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"},
          "nodes": [$, $, $], "methods": {"of": $, "status": "$", "source": "rulebook"}})",
      {goods, logistics, service, order, status});
  return small::read(document);
}

constexpr int kAbsent = -1;
constexpr int kUnknown = -2;

Reading reading_of(const Program& rules, const std::vector<int>& values) {
  Reading reading = empty_reading(rules);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] >= 0) {
      give(reading, rules, kIds[i], values[i]);
    } else if (values[i] == kUnknown) {
      give(reading, rules, kIds[i], InputState::unknown);
    }
  }
  return reading;
}

// "goods 40..60 (a 40, b 0..20)", contributions.
std::string contributions(const std::vector<NodeResult>& nodes) {
  std::string list;
  for (const NodeResult& known : nodes) {
    list += (list.empty() ? "" : ", ") + std::string(known.id) + " " + show(known.contribution);
    list += known.nodes.empty() ? "" : " (" + contributions(known.nodes) + ")";
  }
  return list;
}

TEST(Minimum, ANodeIsWorthItsLowestPartAndTheLowestBringsTheWholeTotal) {
  const Program rules = program();
  const Reading reading = reading_of(rules, {90, 70, 80, 40, 60});
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(show(tree.nodes[0].score), "70");
  EXPECT_EQ(show(tree.nodes[1].score), "40");
  EXPECT_EQ(show(tree.nodes[2].score), "60");
  EXPECT_EQ(show(tree.total), "40");
  EXPECT_EQ(contributions(tree.nodes),
            "goods 0 (a 0, b 0), logistics 40 (c 0, d 40), service 0 (e 0)");
}

TEST(Minimum, OfEqualPartsTheFirstBringsItAll) {
  const Program rules = program();
  const Reading reading = reading_of(rules, {50, 50, 50, 50, 50});
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(contributions(tree.nodes),
            "goods 50 (a 50, b 0), logistics 0 (c 0, d 0), service 0 (e 0)");
}

TEST(Minimum, AMissingPartIsOpenDownToItsLowestAndUpToTheOthers) {
  const Program rules = program();
  const Reading reading = reading_of(rules, {90, kUnknown, 80, 40, 60});
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(show(tree.nodes[0].score), "0..90");
  EXPECT_EQ(tree.nodes[0].basis, NodeBasis::partial);
  EXPECT_EQ(show(tree.total), "0..40");
  EXPECT_EQ(contributions(tree.nodes),
            "goods 0 (a 0, b 0), logistics 0..40 (c 0, d 0..40), service 0 (e 0)");
  EXPECT_EQ(tree.missing, std::vector<std::string_view>{"b"});
}

TEST(Minimum, WeightsDoNotMatterAndAreNotReliedOn) {
  const Program rules = program(R"(["minimum", "weighted"])", "assumed");
  Reading reading = reading_of(rules, {90, 70, 80, 40, 60});
  node(reading, rules, "goods").weight = Rational::ratio(9, 10);
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(show(tree.total), "40");
  EXPECT_EQ(show(tree.assumptions).find("weight"), std::string::npos);
}

TEST(Minimum, AGivenNodeStandsForItsPartsAndOneThatIsNotAssessedIsLeftOut) {
  const Program rules = program();
  Reading reading = reading_of(rules, {90, 70, 80, 40, 60});
  node(reading, rules, "logistics").given = 65;
  EXPECT_EQ(show(score_tree(rules, reading, nullptr).total), "60");
  node(reading, rules, "service").not_assessed = true;
  EXPECT_EQ(show(score_tree(rules, reading, nullptr).total), "65");
  node(reading, rules, "logistics").given.reset();
  node(reading, rules, "d").not_assessed = true;
  EXPECT_EQ(show(score_tree(rules, reading, nullptr).total), "70");
  reading = reading_of(rules, {90, 70, 80, kAbsent, 75});  // d is optional
  EXPECT_EQ(show(score_tree(rules, reading, nullptr).total), "70");
  for (const char* id : {"goods", "logistics", "service"}) {
    EXPECT_TRUE(score_tree(rules, reading, nullptr).assessed);
    node(reading, rules, id).not_assessed = true;
  }
  EXPECT_FALSE(score_tree(rules, reading, nullptr).assessed);
}

struct Sums {
  Rational low;
  Rational high;
  int bring_low = 0;  // leaves that bring something
  int bring_high = 0;
};

void add_leaves(const std::vector<NodeResult>& nodes, Sums& sums) {
  for (const NodeResult& known : nodes) {
    if (!known.nodes.empty()) {
      add_leaves(known.nodes, sums);
      continue;
    }
    sums.low += known.contribution.low;
    sums.high += known.contribution.high;
    sums.bring_low += known.contribution.low.is_zero() ? 0 : 1;
    sums.bring_high += known.contribution.high.is_zero() ? 0 : 1;
  }
}

// The lowest of everything known, with 0 and 100 for what is not.
TEST(Minimum, TheTotalIsTheLowestOfAllThatIsPossibleAndOneLeafBringsIt) {
  const Program rules = program();
  small::Chance chance(kSeed);
  for (int round = 0; round < 3000; ++round) {
    std::vector<int> values;
    int low = 100;
    int high = 100;
    for (std::size_t i = 0; i < 5; ++i) {
      const int state = chance.whole(0, 5);
      values.push_back(state == 0 ? kUnknown : state == 1 ? kAbsent : chance.whole(1, 100));
      if (values[i] >= 0) {
        low = std::min(low, values[i]);
        high = std::min(high, values[i]);
      } else if (!(i == 3 && values[i] == kAbsent)) {
        low = 0;
      }
    }
    const Reading reading = reading_of(rules, values);
    const TreeResult tree = score_tree(rules, reading, nullptr);
    ASSERT_EQ(show(tree.total), show(Span{low, high})) << "seed " << kSeed << " round " << round;
    Sums sums;
    add_leaves(tree.nodes, sums);
    ASSERT_EQ(sums.low, tree.total.low) << "seed " << kSeed << " round " << round;
    ASSERT_EQ(sums.high, tree.total.high) << "seed " << kSeed << " round " << round;
    ASSERT_LE(sums.bring_low, 1) << "seed " << kSeed << " round " << round;
    ASSERT_EQ(sums.bring_high, 1) << "seed " << kSeed << " round " << round;
  }
}

TEST(Minimum, OnlyTheLowestCostsAnything) {
  const Program rules = program();
  const Reading reading = reading_of(rules, {90, 70, 80, 40, 60});
  const Assessment result = assess(rules, reading);
  ASSERT_EQ(result.worst.size(), 1U);
  EXPECT_EQ(result.worst[0]->id, "d");
  EXPECT_EQ(cost_of(*result.worst[0]), Rational(60));
}

// goods is given as 62; a and b are as today says.
struct Anchored {
  Program rules = program();
  Reading today = reading_of(rules, {70, 60, 80, 40, 60});
  Reading what_if = today;

  Anchored() { give_goods(62); }
  void give_goods(int score) {
    node(today, rules, "goods").given = score;
    node(what_if, rules, "goods").given = score;
  }
  [[nodiscard]] TreeResult tree() const { return score_tree(rules, what_if, &today); }
  [[nodiscard]] std::string goods() const { return show(tree().nodes[0].score); }
};

TEST(MinimumAnchoring, AGivenScoreMovesAsItsLowestPartDoes) {
  Anchored at;
  EXPECT_EQ(at.goods(), "62");
  give(at.what_if, at.rules, "b", 65);
  EXPECT_EQ(at.goods(), "67");
  EXPECT_EQ(at.tree().nodes[0].basis, NodeBasis::anchored);
  EXPECT_EQ(at.tree().nodes[0].anchor->moved, Rational(5));
  EXPECT_TRUE(at.tree().warnings.empty());
  give(at.what_if, at.rules, "b", 90);  // a is the lowest then
  EXPECT_EQ(at.goods(), "72");
  give(at.what_if, at.rules, "b", 60);
  give(at.what_if, at.rules, "a", 50);
  EXPECT_EQ(at.goods(), "52");
  give(at.what_if, at.rules, "a", 100);  // above the lowest nothing moves
  EXPECT_EQ(at.goods(), "62");
  EXPECT_EQ(at.tree().nodes[0].basis, NodeBasis::given);
}

TEST(MinimumAnchoring, AMovedScoreStaysWithinItsNodesRange) {
  Anchored at;
  at.give_goods(21);
  give(at.what_if, at.rules, "b", 50);
  EXPECT_EQ(at.goods(), "20");
  EXPECT_EQ(at.tree().nodes[0].anchor->moved, Rational(-1));
}

TEST(MinimumAnchoring, APartThatIsUnknownLeavesTheScoreAndIsWarnedOf) {
  for (const bool unknown_today : {true, false}) {
    Anchored at;
    give(unknown_today ? at.today : at.what_if, at.rules, "a", InputState::unknown);
    give(at.what_if, at.rules, "b", 30);
    EXPECT_EQ(at.goods(), "62");
    const TreeResult tree = at.tree();
    ASSERT_EQ(tree.warnings.size(), 1U);
    EXPECT_EQ(tree.warnings[0].code, "what_if_not_anchored");
    EXPECT_EQ(tree.warnings[0].node, "goods");
    EXPECT_FALSE(tree.warnings[0].needs.empty());
  }
}

// What nobody changed moves nothing: there is nothing to warn of.
TEST(MinimumAnchoring, WithoutAChangeAGivenScoreStaysAndNothingIsWarnedOf) {
  Anchored at;
  EXPECT_TRUE(at.tree().warnings.empty());
  give(at.today, at.rules, "a", InputState::absent);
  give(at.what_if, at.rules, "a", InputState::absent);
  EXPECT_EQ(at.goods(), "62");
  EXPECT_TRUE(at.tree().warnings.empty());
}

TEST(MinimumAnchoring, APartThatIsNotAssessedIsLeftOut) {
  Anchored at;
  node(at.today, at.rules, "b").not_assessed = true;
  node(at.what_if, at.rules, "b").not_assessed = true;
  give(at.what_if, at.rules, "b", 1);
  give(at.what_if, at.rules, "a", 75);
  EXPECT_EQ(at.goods(), "67");
}

// A part cannot score more than its range: 130 and 120 are both 100 points.
TEST(MinimumAnchoring, PartsScoreWithinTheirRangesOnBothDays) {
  Anchored at;
  give(at.today, at.rules, "a", 130);
  give(at.today, at.rules, "b", 140);
  give(at.what_if, at.rules, "a", 120);
  give(at.what_if, at.rules, "b", 140);
  EXPECT_EQ(at.goods(), "62");
}

// A rate f that scores 4 flat below 30 cases, else its own number in 0..5, beside g: the lowest.
TEST(MinimumAnchoring, ASampleThatGrowsMovesAGivenScore) {
  small::Document document;
  document.metrics = small::metric("f", "rate") + ", " + small::metric("g");
  const std::string flat =
      fill(R"(, "flat": {"when": {"sample_of": "f", "below": $}, "points": $})",
           {official("30"), official("4")});
  document.score = fill(
      R"({"scale": [0, 5], "rounding": {"digits": 2, "mode": "half_up", "status": "official", "source": "rulebook"}, "nodes": [$],
          "methods": {"of": ["minimum", "weighted"], "status": "official", "source": "rulebook"}})",
      {dimension(
          "all", official("1"),
          indicator("f", official("0.5"), small::straight("[[0, 0], [1, 5]]"), "[0, 5]", flat) +
              ", " + indicator("g", official("0.5"), small::kIdentity, "[0, 5]"),
          "[0, 5]")});
  const Program rules = small::read(document);
  Reading today = empty_reading(rules);
  node(today, rules, "all").given = Rational::ratio(7, 2);
  give(today, rules, "g", 3);
  small::give_counts(today, rules, "f", R"({"num": 0, "den": 29})");
  Reading what_if = today;
  small::give_counts(what_if, rules, "f", R"({"num": 0, "den": 30})");
  EXPECT_EQ(show(score_tree(rules, what_if, &today).total), "1/2");
}

TEST(Method, TheProfilesMethodIsUsedElseTheFirst) {
  for (const char* order : {R"(["minimum", "weighted"])", R"(["weighted", "minimum"])"}) {
    const Program rules = program(order);
    Reading reading = reading_of(rules, {90, 70, 80, 40, 60});
    const bool minimum = std::string_view(order).substr(2, 7) == "minimum";
    Assessment result = assess(rules, reading);
    EXPECT_EQ(result.score->method, minimum ? Method::minimum : Method::weighted);
    EXPECT_EQ(show(result.score->unrounded), minimum ? "40" : "71");
    EXPECT_NE(show(result.assumptions).find("method (official)"), std::string::npos);
    EXPECT_EQ(result.basis, Basis::exact);
    for (const Method method : {Method::minimum, Method::weighted}) {
      reading.method = method;
      result = assess(rules, reading);
      EXPECT_EQ(result.score->method, method);
      EXPECT_EQ(show(result.score->unrounded), method == Method::minimum ? "40" : "71");
      EXPECT_EQ(show(result.assumptions).find("method"), std::string::npos);
    }
  }
}

TEST(Method, OneThatIsAssumedMakesAnEstimateUnlessTheProfileSaysIt) {
  const Program rules = program(R"(["minimum", "weighted"])", "assumed");
  Reading reading = reading_of(rules, {90, 70, 80, 40, 60});
  EXPECT_EQ(assess(rules, reading).basis, Basis::estimated);
  EXPECT_EQ(show(assess(rules, reading).assumptions), "method (assumed)");
  reading.method = Method::minimum;
  EXPECT_EQ(assess(rules, reading).basis, Basis::exact);
}

TEST(Method, AProgramWithOneMethodNamesNone) {
  small::Document document;
  document.metrics = small::metric("a");
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"}, "nodes": [$]})",
      {indicator("a", official("1"), small::kIdentity)});
  const Program rules = small::read(document);
  Reading reading = empty_reading(rules);
  give(reading, rules, "a", 5);
  EXPECT_EQ(assess(rules, reading).score->method, std::nullopt);
}

}  // namespace
}  // namespace shopgauge

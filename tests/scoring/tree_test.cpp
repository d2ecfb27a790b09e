// The score tree: weights, given nodes, what is missing or not assessed, and the anchoring of a
// what-if on scores read off the back office.

#include "core/scoring/tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::assumed;
using small::dimension;
using small::fill;
using small::give;
using small::indicator;
using small::node;
using small::official;
using small::show;

constexpr std::string_view kTen = "[[0, 0], [10, 100]]";  // ten points for each of the value

// goods 0.5 (a 0.6, b 0.4), logistics 0.3 (c 0.5, d 0.5, d optional), service 0.2 (e alone). Each
// indicator gives ten points for each of its value; goods lies within 50..100.
struct Shape {
  std::vector<std::size_t> order = {0, 1, 2};
  bool children_turned = false;
  std::string_view status = "official";  // of weights and curves
};

Program program(const Shape& shape = {}) {
  const auto weight = [&](std::string_view value) { return small::figure(value, shape.status); };
  const std::string curve = small::straight(kTen, shape.status);
  const auto two = [&](const std::string& first, const std::string& second) {
    return shape.children_turned ? second + ", " + first : first + ", " + second;
  };
  const std::string dimensions[] = {
      dimension("goods", weight("0.5"),
                two(indicator("a", weight("0.6"), curve), indicator("b", weight("0.4"), curve)),
                "[50, 100]"),
      dimension("logistics", weight("0.3"),
                two(indicator("c", weight("0.5"), curve),
                    indicator("d", weight("0.5"), curve, "[0, 100]", R"(, "optional": true)"))),
      dimension("service", weight("0.2"), indicator("e", weight("1"), curve)),
  };
  small::Document document;
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    document.metrics += (document.metrics.empty() ? "" : ", ") + small::metric(id);
  }
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"}, "nodes": [$, $, $]})",
      {dimensions[shape.order[0]], dimensions[shape.order[1]], dimensions[shape.order[2]]});
  return small::read(document);
}

// All five inputs; a value below 0 is absent.
Reading reading_of(const Program& program, const std::vector<int>& values) {
  Reading reading = empty_reading(program);
  const char* const ids[] = {"a", "b", "c", "d", "e"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] >= 0) {
      give(reading, program, ids[i], values[i]);
    }
  }
  return reading;
}

const NodeResult& found(const std::vector<NodeResult>& nodes, std::string_view id) {
  return *std::find_if(nodes.begin(), nodes.end(),
                       [&](const NodeResult& known) { return known.id == id; });
}

std::string weights(const std::vector<NodeResult>& nodes) {
  std::string list;
  for (const NodeResult& known : nodes) {
    list += (list.empty() ? "" : " ") + std::string(known.id) + "=" + to_fraction(known.weight);
  }
  return list;
}

std::string missing(const TreeResult& tree) {
  std::string list;
  for (const std::string_view id : tree.missing) {
    list += (list.empty() ? "" : " ") + std::string(id);
  }
  return list;
}

void expect_sums(const std::vector<NodeResult>& nodes, const Span& total) {
  Span sum;
  for (const NodeResult& known : nodes) {
    sum.low += known.contribution.low;
    sum.high += known.contribution.high;
    if (!known.nodes.empty()) {
      expect_sums(known.nodes, known.contribution);
    }
  }
  EXPECT_EQ(sum.low, total.low);
  EXPECT_EQ(sum.high, total.high);
}

TEST(Tree, ScoresAreWeighedIntoTheirParentsAndContributionsSumToThem) {
  const Program rules = program();
  const Reading reading = reading_of(rules, {9, 7, 8, 4, 3});
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(show(tree.nodes[0].score), "82");
  EXPECT_EQ(show(tree.nodes[1].score), "60");
  EXPECT_EQ(show(tree.nodes[2].score), "30");
  EXPECT_EQ(show(tree.total), "65");
  EXPECT_EQ(show(tree.nodes[0].contribution), "41");
  EXPECT_EQ(show(tree.nodes[0].nodes[1].contribution), "14");
  EXPECT_EQ(tree.nodes[0].basis, NodeBasis::computed);
  EXPECT_EQ(missing(tree), "");
  EXPECT_TRUE(tree.assessed);
  expect_sums(tree.nodes, tree.total);
}

TEST(Tree, AGivenNodeSettlesItsChildren) {
  const Program rules = program();
  Reading reading = reading_of(rules, {1, -1, 8, 4, 3});
  node(reading, rules, "goods").given = 69;
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(tree.nodes[0].basis, NodeBasis::given);
  EXPECT_EQ(show(tree.nodes[0].score), "69");
  EXPECT_TRUE(tree.nodes[0].nodes.empty());
  EXPECT_EQ(missing(tree), "");
  EXPECT_EQ(show(tree.total), "117/2");
  expect_sums(tree.nodes, tree.total);
}

TEST(Tree, AGivenIndicatorStandsForItsMetric) {
  const Program rules = program();
  Reading reading = reading_of(rules, {-1, 7, 8, 4, 3});
  node(reading, rules, "a").given = 90;
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(show(tree.total), "65");
  EXPECT_EQ(missing(tree), "");
}

TEST(Tree, AMissingInputLeavesTheWholeRangeOfItsNode) {
  const Program rules = program();
  for (const InputState state :
       {InputState::absent, InputState::unknown, InputState::no_sample, InputState::no_score}) {
    Reading reading = reading_of(rules, {9, -1, 8, 4, 3});
    give(reading, rules, "b", state);
    const TreeResult tree = score_tree(rules, reading, nullptr);
    EXPECT_EQ(show(tree.nodes[0].nodes[1].score), "0..100");
    EXPECT_EQ(tree.nodes[0].nodes[1].basis, NodeBasis::missing);
    EXPECT_EQ(show(tree.nodes[0].score), "54..94");
    EXPECT_EQ(tree.nodes[0].basis, NodeBasis::partial);
    EXPECT_EQ(show(tree.total), "51..71");
    EXPECT_EQ(missing(tree), "b");
    expect_sums(tree.nodes, tree.total);
  }
}

TEST(Tree, WithNothingKnownEveryNodeIsMissing) {
  const Program rules = program();
  const Reading reading = empty_reading(rules);
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(missing(tree), "a b c e");
  EXPECT_EQ(tree.nodes[0].basis, NodeBasis::missing);
  EXPECT_EQ(tree.nodes[1].basis, NodeBasis::missing);
  EXPECT_TRUE(tree.assessed);
}

TEST(Tree, AnOptionalIndicatorThatIsAbsentIsNotAssessedAndTheOthersWeighMore) {
  const Program rules = program();
  const Reading reading = reading_of(rules, {9, 7, 8, -1, 3});
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(tree.nodes[1].nodes[1].basis, NodeBasis::not_assessed);
  EXPECT_EQ(weights(tree.nodes[1].nodes), "c=1 d=0");
  EXPECT_EQ(show(tree.nodes[1].score), "80");
  EXPECT_EQ(missing(tree), "");
  expect_sums(tree.nodes, tree.total);
}

TEST(Tree, AnOptionalIndicatorThatIsUnknownIsMissing) {
  const Program rules = program();
  Reading reading = reading_of(rules, {9, 7, 8, -1, 3});
  for (const InputState state : {InputState::unknown, InputState::no_sample}) {
    give(reading, rules, "d", state);
    const TreeResult tree = score_tree(rules, reading, nullptr);
    EXPECT_EQ(show(tree.nodes[1].score), "40..90");
    EXPECT_EQ(missing(tree), "d");
  }
}

TEST(Tree, NodesThatAreNotAssessedLeaveTheirWeightToTheOthersExactly) {
  const Program rules = program();
  Reading reading = reading_of(rules, {9, 7, 8, 4, 3});
  node(reading, rules, "service").not_assessed = true;
  TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(weights(tree.nodes), "goods=5/8 logistics=3/8 service=0");
  EXPECT_EQ(show(tree.total), "295/4");
  expect_sums(tree.nodes, tree.total);

  node(reading, rules, "service").not_assessed = false;
  node(reading, rules, "goods").not_assessed = true;
  tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(weights(tree.nodes), "goods=0 logistics=3/5 service=2/5");
  EXPECT_EQ(show(tree.total), "48");
  EXPECT_EQ(tree.spans[find_node(rules.score->nodes, "goods")->index].has_value(), false);
}

TEST(Tree, ADimensionWithoutAssessedChildrenIsNotAssessedItself) {
  const Program rules = program();
  Reading reading = reading_of(rules, {9, 7, -1, -1, 3});
  node(reading, rules, "c").not_assessed = true;
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(tree.nodes[1].basis, NodeBasis::not_assessed);
  EXPECT_EQ(weights(tree.nodes), "goods=5/7 logistics=0 service=2/7");
  EXPECT_EQ(missing(tree), "");
  EXPECT_EQ(show(tree.total), "470/7");
}

TEST(Tree, WithoutAnyAssessedNodeThereIsNoTotal) {
  const Program rules = program();
  Reading reading = reading_of(rules, {9, 7, 8, 4, 3});
  for (const char* id : {"goods", "logistics", "service"}) {
    EXPECT_TRUE(score_tree(rules, reading, nullptr).assessed);
    node(reading, rules, id).not_assessed = true;
  }
  EXPECT_FALSE(score_tree(rules, reading, nullptr).assessed);
}

TEST(Tree, WeightsOfTheProfileReplaceTheProgramsOwn) {
  const Program rules = program();
  Reading reading = reading_of(rules, {9, 7, 8, 4, 3});
  for (const char* id : {"goods", "logistics", "service"}) {
    node(reading, rules, id).weight = Rational::ratio(1, 3);
  }
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(show(tree.total), "172/3");
  EXPECT_EQ(show(tree.assumptions).find("weight goods"), std::string::npos);
  EXPECT_NE(show(tree.assumptions).find("weight a = 3/5 (official)"), std::string::npos);
}

TEST(Tree, ATableOfTheProfileReplacesTheProgramsCurve) {
  const Program rules = program({{0, 1, 2}, false, "assumed"});
  Reading reading = reading_of(rules, {9, 7, 8, 4, 3});
  node(reading, rules, "a").table = Curve{};  // the value is the points
  const TreeResult tree = score_tree(rules, reading, nullptr);
  EXPECT_EQ(show(tree.nodes[0].nodes[0].score), "9");
  EXPECT_TRUE(tree.nodes[0].nodes[0].own_table);
  EXPECT_EQ(show(tree.assumptions).find("table a"), std::string::npos);
  EXPECT_NE(show(tree.assumptions).find("table b (assumed)"), std::string::npos);
}

TEST(Tree, AGroupOfOneReliesOnNoWeight) {
  const Program rules = program({{0, 1, 2}, false, "assumed"});
  Reading reading = empty_reading(rules);
  node(reading, rules, "goods").given = 69;
  node(reading, rules, "logistics").given = 99;
  give(reading, rules, "e", 3);
  EXPECT_EQ(show(score_tree(rules, reading, nullptr).assumptions),
            "table e (assumed), weight goods = 1/2 (assumed), weight logistics = 3/10 (assumed), "
            "weight service = 1/5 (assumed)");
  node(reading, rules, "goods").not_assessed = true;
  EXPECT_EQ(show(score_tree(rules, reading, nullptr).assumptions),
            "table e (assumed), weight logistics = 3/10 (assumed), weight service = 1/5 (assumed)");
  node(reading, rules, "logistics").not_assessed = true;
  EXPECT_EQ(show(score_tree(rules, reading, nullptr).assumptions), "table e (assumed)");
}

// Goods given as 69 with a = 4, b = 5 today.
struct Anchored {
  Program rules = program({{0, 1, 2}, false, "assumed"});
  Reading today = reading_of(rules, {4, 5, 8, 4, 3});
  Reading what_if = today;

  Anchored() { give_goods(69); }
  void give_goods(int score) {
    node(today, rules, "goods").given = score;
    node(what_if, rules, "goods").given = score;
  }
  [[nodiscard]] TreeResult tree() const { return score_tree(rules, what_if, &today); }
};

TEST(Anchoring, AGivenScoreMovesByTheDifferenceOfTheCurvesTimesTheWeights) {
  Anchored at;
  give(at.what_if, at.rules, "a", 5);
  const TreeResult tree = at.tree();
  EXPECT_EQ(tree.nodes[0].basis, NodeBasis::anchored);
  EXPECT_EQ(show(tree.nodes[0].score), "75");
  EXPECT_EQ(tree.nodes[0].anchor->given, Rational(69));
  EXPECT_EQ(tree.nodes[0].anchor->moved, Rational(6));
  EXPECT_TRUE(tree.warnings.empty());
  expect_sums(tree.nodes, tree.total);
  give(at.what_if, at.rules, "b", 4);
  EXPECT_EQ(show(at.tree().nodes[0].score), "71");
}

TEST(Anchoring, OnlyWhatMovedTheScoreIsReliedOn) {
  Anchored at;
  give(at.what_if, at.rules, "a", 5);
  const std::string list = show(at.tree().assumptions);
  EXPECT_NE(list.find("table a (assumed)"), std::string::npos) << list;
  EXPECT_NE(list.find("weight a = 3/5 (assumed)"), std::string::npos) << list;
  EXPECT_EQ(list.find("table b"), std::string::npos) << list;
}

TEST(Anchoring, WithoutAChangeAGivenScoreStays) {
  const Anchored at;
  const TreeResult tree = at.tree();
  EXPECT_EQ(tree.nodes[0].basis, NodeBasis::given);
  EXPECT_EQ(show(tree.nodes[0].score), "69");
  EXPECT_FALSE(tree.nodes[0].anchor.has_value());
  EXPECT_TRUE(tree.warnings.empty());
}

TEST(Anchoring, AMovedScoreStaysWithinItsNodesRange) {
  Anchored at;
  at.give_goods(97);
  give(at.what_if, at.rules, "a", 10);
  EXPECT_EQ(show(at.tree().nodes[0].score), "100");
  EXPECT_EQ(at.tree().nodes[0].anchor->moved, Rational(3));
  at.give_goods(51);
  give(at.what_if, at.rules, "a", 0);
  EXPECT_EQ(show(at.tree().nodes[0].score), "50");
  EXPECT_EQ(at.tree().nodes[0].anchor->moved, Rational(-1));
}

TEST(Anchoring, AMetricThatIsUnknownTodayMovesNothingAndIsWarnedOf) {
  Anchored at;
  give(at.today, at.rules, "a", InputState::absent);
  give(at.what_if, at.rules, "a", 5);
  give(at.what_if, at.rules, "b", 6);
  const TreeResult tree = at.tree();
  EXPECT_EQ(show(tree.nodes[0].score), "73");
  ASSERT_EQ(tree.warnings.size(), 1U);
  EXPECT_EQ(tree.warnings[0].code, "what_if_not_anchored");
  EXPECT_EQ(tree.warnings[0].node, "goods");
  EXPECT_EQ(show(tree.warnings[0].needs), "a");
  EXPECT_EQ(missing(tree), "");
}

TEST(Anchoring, AWhatIfOfUnknownMovesNothingAndIsWarnedOf) {
  Anchored at;
  give(at.what_if, at.rules, "b", InputState::unknown);
  const TreeResult tree = at.tree();
  EXPECT_EQ(show(tree.nodes[0].score), "69");
  ASSERT_EQ(tree.warnings.size(), 1U);
  EXPECT_EQ(show(tree.warnings[0].needs), "b");
}

TEST(Anchoring, AChildThatIsNotAssessedLeavesItsWeightToTheOthers) {
  Anchored at;
  node(at.today, at.rules, "b").not_assessed = true;
  node(at.what_if, at.rules, "b").not_assessed = true;
  give(at.what_if, at.rules, "a", 5);
  give(at.what_if, at.rules, "b", 9);
  EXPECT_EQ(show(at.tree().nodes[0].score), "79");
}

TEST(Anchoring, NodesThatAreNotGivenAreComputedFromTheWhatIf) {
  Anchored at;
  give(at.what_if, at.rules, "e", 7);
  EXPECT_EQ(show(found(at.tree().nodes, "service").score), "70");
}

// A rate f that scores 4 flat below 30 cases, else twice its value in percent; beside it, g weighs
// the same. Points lie within 0..5.
Program flat_program(std::string_view status = "official", std::string_view more = "") {
  const std::string flat =
      fill(R"(, "flat": {"when": {"sample_of": "f", "below": $}, "points": $}$)",
           {official("30"), small::figure("4", status), more});
  small::Document document;
  document.metrics = small::metric("f", "rate") + ", " + small::metric("g");
  document.score = fill(
      R"({"scale": [0, 5], "rounding": {"digits": 2, "mode": "half_up", "status": "official", "source": "rulebook"}, "nodes": [$]})",
      {dimension(
          "all", official("1"),
          indicator("f", official("0.5"), small::straight("[[0, 0], [1, 5]]"), "[0, 5]", flat) +
              ", " + indicator("g", official("0.5"), small::kIdentity, "[0, 5]"),
          "[0, 5]")});
  return small::read(document);
}

struct Flat {
  Program rules;
  Reading reading = empty_reading(rules);

  explicit Flat(std::string_view status = "official", std::string_view more = "")
      : rules(flat_program(status, more)) {
    give(reading, rules, "g", 3);
  }
  [[nodiscard]] TreeResult tree() const { return score_tree(rules, reading, nullptr); }
  [[nodiscard]] static const NodeResult& leaf(const TreeResult& tree) {
    return tree.nodes[0].nodes[0];
  }
};

TEST(FlatScore, ASmallSampleScoresItsPointsWhateverTheCurveSays) {
  Flat at;
  struct Row {
    const char* counts;
    const char* score;
    NodeBasis basis;
  };
  for (const Row& row : {Row{R"({"num": 0, "den": 29})", "4", NodeBasis::flat},
                         Row{R"({"num": 29, "den": 29})", "4", NodeBasis::flat},
                         Row{R"({"num": 0, "den": 0})", "4", NodeBasis::flat},
                         Row{R"({"num": 0, "den": 30})", "0", NodeBasis::computed},
                         Row{R"({"num": 30, "den": 30})", "5", NodeBasis::computed},
                         Row{R"({"num": 16, "den": 32})", "5/2", NodeBasis::computed}}) {
    small::give_counts(at.reading, at.rules, "f", row.counts);
    const TreeResult tree = at.tree();
    EXPECT_EQ(show(Flat::leaf(tree).score), row.score) << row.counts;
    EXPECT_EQ(Flat::leaf(tree).basis, row.basis) << row.counts;
    EXPECT_EQ(missing(tree), "") << row.counts;
    expect_sums(tree.nodes, tree.total);
  }
}

TEST(FlatScore, ItsPointsAreReliedOnWhereItHolds) {
  Flat at("assumed");
  small::give_counts(at.reading, at.rules, "f", R"({"num": 1, "den": 29})");
  EXPECT_NE(show(at.tree().assumptions).find("program = 4 (assumed)"), std::string::npos);
  EXPECT_EQ(show(at.tree().assumptions).find("table f"), std::string::npos);
  small::give_counts(at.reading, at.rules, "f", R"({"num": 1, "den": 30})");
  EXPECT_EQ(show(at.tree().assumptions).find("program = 4 (assumed)"), std::string::npos);
  EXPECT_NE(show(at.tree().assumptions).find("table f"), std::string::npos);
}

// Not known to hold: a rate without its counts is scored by the curve, and it is given.
TEST(FlatScore, ARateWithoutCountsIsScoredByTheCurve) {
  Flat at;
  give(at.reading, at.rules, "f", Rational::ratio(1, 2));
  const TreeResult tree = at.tree();
  EXPECT_EQ(show(Flat::leaf(tree).score), "5/2");
  EXPECT_EQ(Flat::leaf(tree).basis, NodeBasis::computed);
  EXPECT_EQ(show(tree.assumptions).find("not_given"), std::string::npos);
}

TEST(FlatScore, AnInputThatIsUnknownOrAbsentIsMissing) {
  Flat at;
  for (const InputState state : {InputState::unknown, InputState::absent}) {
    give(at.reading, at.rules, "f", state);
    const TreeResult tree = at.tree();
    EXPECT_EQ(show(Flat::leaf(tree).score), "0..5");
    EXPECT_EQ(Flat::leaf(tree).basis, NodeBasis::missing);
    EXPECT_EQ(missing(tree), "f");
  }
}

TEST(FlatScore, AnOptionalIndicatorThatIsAbsentIsStillNotAssessed) {
  Flat at("official", R"(, "optional": true)");
  const TreeResult tree = at.tree();
  EXPECT_EQ(Flat::leaf(tree).basis, NodeBasis::not_assessed);
  EXPECT_EQ(show(tree.total), "3");
}

TEST(FlatScore, AGivenScoreComesFirst) {
  Flat at;
  small::give_counts(at.reading, at.rules, "f", R"({"num": 1, "den": 29})");
  node(at.reading, at.rules, "f").given = 1;
  EXPECT_EQ(show(at.tree().total), "2");
}

// The condition asks for another input, which is open: the curve or the points.
TEST(FlatScore, WhereTheConditionIsOpenBothArePossible) {
  small::Document document;
  document.metrics = small::metric("f") + ", " + small::metric("orders", "count");
  document.score = fill(
      R"({"scale": [0, 5], "rounding": {"digits": 2, "mode": "half_up", "status": "official", "source": "rulebook"}, "nodes": [$]})",
      {indicator("f", official("1"), small::kIdentity, "[0, 5]",
                 fill(R"(, "flat": {"when": {"metric": "orders", "below": $}, "points": $})",
                      {official("30"), official("4")}))});
  const Program rules = small::read(document);
  Reading reading = empty_reading(rules);
  give(reading, rules, "f", 1);
  give(reading, rules, "orders", InputState::unknown);
  const TreeResult open = score_tree(rules, reading, nullptr);
  EXPECT_EQ(show(open.total), "1..4");
  EXPECT_EQ(open.nodes[0].basis, NodeBasis::partial);
  EXPECT_EQ(missing(open), "orders");
  give(reading, rules, "orders", InputState::absent);
  const TreeResult absent = score_tree(rules, reading, nullptr);
  EXPECT_EQ(show(absent.total), "1");
  EXPECT_NE(show(absent.assumptions).find("metric orders = no (not_given)"), std::string::npos);
  give(reading, rules, "orders", 29);
  give(reading, rules, "f", InputState::unknown);
  EXPECT_EQ(show(score_tree(rules, reading, nullptr).total), "4");
}

// On both days the sample is small: the curve says nothing, so nothing moves.
TEST(FlatScore, DoesNotMoveAGivenScore) {
  Flat at;
  node(at.reading, at.rules, "all").given = 3;
  small::give_counts(at.reading, at.rules, "f", R"({"num": 2, "den": 20})");
  Reading what_if = at.reading;
  small::give_counts(what_if, at.rules, "f", R"({"num": 10, "den": 20})");
  EXPECT_EQ(show(score_tree(at.rules, what_if, &at.reading).total), "3");
}

// From the flat 4 points to the curve's 0, and back, though the rate itself stays 0.
TEST(FlatScore, MovesAGivenScoreWhereTheSampleGrowsOrShrinks) {
  Flat at;
  node(at.reading, at.rules, "all").given = 3;
  small::give_counts(at.reading, at.rules, "f", R"({"num": 0, "den": 29})");
  Reading what_if = at.reading;
  small::give_counts(what_if, at.rules, "f", R"({"num": 0, "den": 30})");
  EXPECT_EQ(show(score_tree(at.rules, what_if, &at.reading).total), "1");
  EXPECT_EQ(show(score_tree(at.rules, at.reading, &what_if).total), "5");
}

TEST(Tree, TheOrderOfTheNodesChangesNoScore) {
  Shape shape;
  do {
    for (const bool turned : {false, true}) {
      shape.children_turned = turned;
      const Program rules = program(shape);
      Reading today = reading_of(rules, {4, 5, 8, -1, 3});
      node(today, rules, "goods").given = 69;
      node(today, rules, "service").weight = Rational::ratio(2, 10);
      Reading what_if = today;
      give(what_if, rules, "a", 7);
      give(what_if, rules, "c", InputState::unknown);
      const TreeResult tree = score_tree(rules, what_if, &today);
      EXPECT_EQ(show(found(tree.nodes, "goods").score), "87");
      EXPECT_EQ(show(found(tree.nodes, "logistics").score), "0..100");
      EXPECT_EQ(show(tree.total), "99/2..159/2");
      EXPECT_EQ(missing(tree), "c");
      expect_sums(tree.nodes, tree.total);
    }
  } while (std::next_permutation(shape.order.begin(), shape.order.end()));
}

}  // namespace
}  // namespace shopgauge

// One reading under one edition: whether there is a score, by which stage, on what it rests, and
// how standards are judged.

#include "core/scoring/assess.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scoring/judge.h"
#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::assumed;
using small::decimal;
using small::fill;
using small::give;
using small::node;
using small::official;
using small::show;

// Goods 1/2 and service 1/2, from 0 to 100 as typed in; a bonus of 5; stages by the number of
// orders: below 30 the score is 70, or 60 with bad behaviour, once a product is on sale.
struct Shape {
  std::string_view weights = "official";
  std::string_view rounding = "official";
  bool with_stages = true;
};

Program program(const Shape& shape = {}) {
  small::Document document;
  document.metrics = small::metric("goods") + ", " + small::metric("service") + ", " +
                     small::flag("bonus") + ", " + small::metric("orders", "count") + ", " +
                     small::metric("products", "count") + ", " + small::flag("bad");
  const std::string weight = small::figure("0.5", shape.weights);
  const std::string bonus =
      fill(R"({"id": "bonus", "title": $, "when": {"metric": "bonus", "is": true}, "points": $})",
           {small::kText, official("5")});
  const std::string fine =
      fill(R"({"id": "fine", "title": $, "when": {"metric": "bad", "is": true}, "points": $})",
           {small::kText, official("-10")});
  const std::string stages = fill(
      R"("stage": "formal", "stages": [{"id": "growing", "when": {"metric": "orders", "below": $}, "not_scored": [{"reason": "task_not_met", "when": {"metric": "products", "below": $}}],
          "node": "growing_stage", "points": $, "adjustments": [$]}],)",
      {official("30"), official("1"), official("70"), fine});
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "$", "source": "rulebook"}, $
      "not_scored": [{"reason": "personal_store", "when": {"enrolment": "store_type", "is": "personal"}}],
      "nodes": [$, $], "adjustments": [$, {"id": "cap", "title": $, "at_most": $}, {"id": "floor", "title": $, "at_least": $}],
      "derived": [{"id": "stars", "title": $, "of": "value", "curve": {"kind": "steps", "closed": "left", "rows": [[0, 60, 3], [60, 80, 4], [80, 100, 5]], "status": "official", "source": "rulebook"}},
                  {"id": "badge", "title": $, "of": "stars", "curve": {"kind": "steps", "closed": "left", "rows": [[0, 5, 0], [5, 6, 1]], "status": "official", "source": "rulebook"}}]})",
      {shape.rounding, shape.with_stages ? stages : "",
       small::indicator("goods", weight, small::kIdentity),
       small::indicator("service", weight, small::kIdentity), bonus, small::kText, official("100"),
       small::kText, official("0"), small::kText, small::kText});
  document.gates = fill(
      R"({"id": "feed", "title": $, "when": {"score": "value", "at_least": $}, "consequence": $, "status": "official", "source": "rulebook"})",
      {small::kText, official("60"), small::kText});
  document.not_applicable =
      R"({"reason": "official_store", "when": {"enrolment": "store_type", "is": "official_store"}})";
  document.texts =
      std::string(
          "reason.personal_store reason.official_store store_type.personal "
          "store_type.official_store") +
      (shape.with_stages ? " reason.task_not_met stage.growing stage.formal stage.growing_stage"
                         : "");
  return small::read(document);
}

// What an Assessment points into.
struct Held {
  explicit Held(Program program) : rules(std::move(program)) {}
  Program rules;
  Reading reading = empty_reading(rules);
};

struct Case {
  std::shared_ptr<Held> held;
  Program& rules;
  Reading& reading;

  explicit Case(const Shape& shape = {})
      : held(std::make_shared<Held>(program(shape))), rules(held->rules), reading(held->reading) {}
  Case& with(std::string_view metric, const Rational& value) {
    give(reading, rules, metric, value);
    return *this;
  }
  Case& unknown(std::string_view metric) {
    give(reading, rules, metric, InputState::unknown);
    return *this;
  }
  // Results may outlive the case: what they point into is kept.
  [[nodiscard]] Assessment run() const {
    static std::vector<std::shared_ptr<Held>> kept;
    kept.push_back(held);
    return assess(rules, reading);
  }
};

// Everything known: 80 and 64, no bonus, formal.
Case formal(const Shape& shape = {}) {
  Case at(shape);
  at.with("goods", 80)
      .with("service", 64)
      .with("bonus", 0)
      .with("orders", 30)
      .with("products", 1)
      .with("bad", 0);
  return at;
}

std::string sum_of_parts(const Assessment& assessment) {
  Span sum;
  for (const NodeResult& known : assessment.nodes) {
    sum.low += known.contribution.low;
    sum.high += known.contribution.high;
  }
  for (const AdjustmentResult& adjustment : assessment.adjustments) {
    sum.low += adjustment.points.low;
    sum.high += adjustment.points.high;
  }
  return show(sum);
}

std::string printed_total(const Assessment& assessment) {
  const Span& exact = assessment.score->unrounded;
  return show(
      Span{round_to(exact.low, 6, Rounding::half_up), round_to(exact.high, 6, Rounding::half_up)});
}

TEST(Assess, AReadingWithEverythingKnownIsExact) {
  const Assessment result = formal().with("bonus", 1).run();
  EXPECT_EQ(result.status, AssessmentStatus::scored);
  EXPECT_EQ(result.basis, Basis::exact);
  EXPECT_EQ(show(result.score->unrounded), "77");
  EXPECT_EQ(result.score->stage, "formal");
  EXPECT_EQ(show(result.score->derived[0].value), "4");
  EXPECT_EQ(show(result.score->derived[1].value), "0");
  EXPECT_EQ(result.gates[0].met, Truth::yes);
  EXPECT_EQ(sum_of_parts(result), "77");
}

TEST(Assess, AnAssumedWeightMakesAnEstimateUnlessTheShopsOwnReplacesIt) {
  Case at = formal({"assumed"});
  EXPECT_EQ(at.run().basis, Basis::estimated);
  node(at.reading, at.rules, "goods").weight = Rational::ratio(1, 3);
  node(at.reading, at.rules, "service").weight = Rational::ratio(2, 3);
  const Assessment own = at.run();
  EXPECT_EQ(own.basis, Basis::exact);
  EXPECT_EQ(show(own.score->unrounded), "208/3");
  EXPECT_EQ(show(own.score->value), "69");
  EXPECT_EQ(sum_of_parts(own), printed_total(own));
}

TEST(Assess, AMissingInputMakesAPartialResultWithBothEnds) {
  const Assessment result = formal({"assumed"}).unknown("service").run();
  EXPECT_EQ(result.basis, Basis::partial);
  EXPECT_EQ(show(result.score->unrounded), "40..90");
  EXPECT_EQ(show(result.score->derived[0].value), "3..5");
  EXPECT_EQ(result.missing, std::vector<std::string_view>{"service"});
  EXPECT_EQ(result.gates[0].met, Truth::undetermined);
  EXPECT_EQ(show(result.gates[0].needs), "service");
  EXPECT_EQ(sum_of_parts(result), printed_total(result));
}

TEST(Assess, AnUnknownBonusMakesAPartialResultToo) {
  const Assessment result = formal().unknown("bonus").run();
  EXPECT_EQ(result.basis, Basis::partial);
  EXPECT_EQ(show(result.score->unrounded), "72..77");
  EXPECT_EQ(result.missing, std::vector<std::string_view>{"bonus"});
  EXPECT_EQ(sum_of_parts(result), "72..77");
}

TEST(Assess, ABonusThatWasNotGivenIsListedAndMakesNoEstimate) {
  Case at = formal();
  give(at.reading, at.rules, "bonus", InputState::absent);
  const Assessment result = at.run();
  EXPECT_EQ(result.basis, Basis::exact);
  EXPECT_EQ(show(result.score->unrounded), "72");
  EXPECT_NE(show(result.assumptions).find("metric bonus = no (not_given)"), std::string::npos);
}

TEST(Assess, TheCapIsOneOfThePartsOfTheTotal) {
  const Assessment result = formal().with("goods", 100).with("service", 98).with("bonus", 1).run();
  EXPECT_EQ(show(result.score->unrounded), "100");
  ASSERT_EQ(result.adjustments.size(), 2U);
  EXPECT_EQ(result.adjustments[1].id, "cap");
  EXPECT_EQ(show(result.adjustments[1].points), "-4");
  EXPECT_EQ(sum_of_parts(result), "100");
}

TEST(Assess, TheRoundingIsReliedOnOnlyOnATie) {
  struct Row {
    const char* service;
    const char* shown;
    bool tie;
  };
  for (const Row& row :
       {Row{"64", "72", false}, Row{"64.999998", "72", false}, Row{"65", "73", true},
        Row{"65.000002", "73", false}, Row{"66", "73", false}}) {
    const Assessment result =
        formal({"official", "assumed"}).with("service", decimal(row.service)).run();
    EXPECT_EQ(show(result.score->value), row.shown) << row.service;
    EXPECT_EQ(show(result.assumptions).find("program (assumed)") != std::string::npos, row.tie)
        << row.service;
    EXPECT_EQ(result.basis, row.tie ? Basis::estimated : Basis::exact) << row.service;
  }
  EXPECT_EQ(formal({"official", "official"}).with("service", 65).run().basis, Basis::exact);
}

TEST(Assess, AStoreOfAnotherKindIsNotApplicable) {
  Case at = formal();
  at.reading.enrolment.words = {{"store_type", "official_store"}};
  const Assessment result = at.run();
  EXPECT_EQ(result.status, AssessmentStatus::not_applicable);
  EXPECT_EQ(result.reason, "official_store");
  EXPECT_FALSE(result.score.has_value());
  EXPECT_TRUE(result.gates.empty());
  EXPECT_EQ(not_applicable(at.rules, at.reading.enrolment), "official_store");
  EXPECT_EQ(not_applicable(at.rules, Enrolment{}), std::nullopt);
}

TEST(Assess, AStoreWithoutAScoreHasAReasonAndNoNumber) {
  Case at = formal();
  at.reading.enrolment.words = {{"store_type", "personal"}};
  const Assessment result = at.run();
  EXPECT_EQ(result.status, AssessmentStatus::not_scored);
  EXPECT_EQ(result.reason, "personal_store");
  EXPECT_FALSE(result.score.has_value());
  EXPECT_TRUE(result.nodes.empty());
  EXPECT_TRUE(result.gates.empty());
}

TEST(Assess, WithNothingAssessedThereIsNoScore) {
  Case at = formal();
  node(at.reading, at.rules, "goods").not_assessed = true;
  node(at.reading, at.rules, "service").not_assessed = true;
  const Assessment result = at.run();
  EXPECT_EQ(result.status, AssessmentStatus::not_scored);
  EXPECT_FALSE(result.score.has_value());
}

TEST(Stage, OrdersBelowTheThresholdAreInTheGrowingStage) {
  for (const int orders : {0, 29, 30, 31}) {
    const Assessment result = formal().with("orders", orders).run();
    EXPECT_EQ(result.score->stage, orders < 30 ? "growing" : "formal") << orders;
    EXPECT_EQ(show(result.score->value), orders < 30 ? "70" : "72") << orders;
  }
}

TEST(Stage, AFixedScoreIsOneNodeWithItsOwnAdjustmentsAndNoDerivedFigures) {
  const Assessment result = formal().with("orders", 3).with("bad", 1).with("bonus", 1).run();
  ASSERT_EQ(result.nodes.size(), 1U);
  EXPECT_EQ(result.nodes[0].id, "growing_stage");
  EXPECT_EQ(result.nodes[0].basis, NodeBasis::fixed);
  EXPECT_EQ(show(result.nodes[0].contribution), "70");
  ASSERT_EQ(result.adjustments.size(), 1U);
  EXPECT_EQ(show(result.adjustments[0].points), "-10");
  EXPECT_EQ(show(result.score->value), "60");
  EXPECT_TRUE(result.score->derived.empty());
  EXPECT_EQ(result.basis, Basis::exact);
}

// The limits of the score are adjustments of its own list; a stage has another.
TEST(Stage, TheLimitsOfTheScoreAreNotThoseOfAStage) {
  const auto limited = [](const std::string& of_stage) {
    small::Document document;
    document.metrics = small::metric("a") + ", " + small::metric("orders", "count");
    const std::string bonus = fill(
        R"({"id": "bonus", "title": $, "when": {"metric": "orders", "at_least": $}, "points": $})",
        {small::kText, official("0"), official("40")});
    document.score = fill(
        R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"}, "stage": "formal",
            "stages": [{"id": "growing", "when": {"metric": "orders", "below": $}, "node": "start", "points": $, "adjustments": [$$]}],
            "nodes": [$], "adjustments": [$, {"id": "cap", "title": $, "at_most": $}]})",
        {official("30"), official("70"), bonus, of_stage,
         small::indicator("a", official("1"), small::kIdentity), bonus, small::kText,
         official("100")});
    document.texts = "stage.growing stage.formal stage.start";
    const Program rules = small::read(document);
    Reading reading = empty_reading(rules);
    give(reading, rules, "a", 70);
    std::string scores;
    for (const int orders : {29, 30}) {
      give(reading, rules, "orders", orders);
      scores += show(assess(rules, reading).score->value) + " ";
    }
    return scores;
  };
  EXPECT_EQ(limited(""), "110 100 ");
  EXPECT_EQ(limited(fill(R"(, {"id": "own_cap", "title": $, "at_most": $})",
                         {small::kText, official("90")})),
            "90 100 ");
}

TEST(Stage, ATaskThatIsNotMetLeavesTheStageWithoutAScore) {
  const Assessment result = formal().with("orders", 3).with("products", 0).run();
  EXPECT_EQ(result.status, AssessmentStatus::not_scored);
  EXPECT_EQ(result.reason, "task_not_met");
  EXPECT_FALSE(result.score.has_value());
  EXPECT_EQ(formal().with("orders", 30).with("products", 0).run().status, AssessmentStatus::scored);
}

TEST(Stage, AnAbsentTaskInputCountsAsMetAndIsListed) {
  Case at = formal();
  give(at.reading, at.rules, "products", InputState::absent);
  const Assessment result = at.with("orders", 3).run();
  EXPECT_EQ(result.status, AssessmentStatus::scored);
  EXPECT_EQ(show(result.assumptions),
            "enrolment store_type = no (not_given), metric products = no (not_given)");
}

TEST(Stage, AnAbsentOrderCountIsScoredAsFormalAndListed) {
  Case at;
  node(at.reading, at.rules, "goods").given = 80;
  node(at.reading, at.rules, "service").given = 64;
  const Assessment result = at.run();
  EXPECT_EQ(result.score->stage, "formal");
  EXPECT_EQ(show(result.score->value), "72");
  EXPECT_EQ(result.basis, Basis::exact);
  EXPECT_NE(show(result.assumptions).find("metric orders = no (not_given)"), std::string::npos);
}

TEST(Stage, AnUnknownOrderCountGivesTheLeastAndMostOfAllPossibleStages) {
  struct Row {
    int goods;
    int service;
    const char* bad;  // 0, 1 or null
    const char* shown;
  };
  for (const Row& row :
       {Row{80, 64, "0", "70..72"}, Row{40, 40, "0", "40..70"}, Row{80, 64, "1", "60..72"},
        Row{80, 64, "null", "60..72"}, Row{70, 70, "0", "70"}}) {
    Case at = formal();
    at.with("goods", row.goods).with("service", row.service).unknown("orders");
    if (std::string_view(row.bad) == "null") {
      at.unknown("bad");
    } else {
      at.with("bad", row.bad[0] - '0');
    }
    const Assessment result = at.run();
    EXPECT_EQ(show(result.score->value), row.shown);
    EXPECT_EQ(result.basis, Basis::partial);
    EXPECT_EQ(result.score->stage, "");
    EXPECT_EQ(result.nodes.size(), 1U);
    EXPECT_EQ(result.warnings[0].code, "stage_undetermined");
    EXPECT_EQ(show(result.warnings[0].needs), "orders");
    EXPECT_EQ(result.missing.front(), "orders");
    EXPECT_EQ(sum_of_parts(result), printed_total(result));
  }
}

// "No score yet" is never 0: a formal stage in which nothing is assessed gives no number.
TEST(Stage, AnUnknownOrderCountWithNothingAssessedLeavesTheOtherStageAlone) {
  Case at = formal();
  node(at.reading, at.rules, "goods").not_assessed = true;
  node(at.reading, at.rules, "service").not_assessed = true;
  const Assessment result = at.unknown("orders").run();
  EXPECT_EQ(show(result.score->value), "70");
}

// Three standards: 4.5 by the shop's page, at most 0.005 (ours), a flag.
Program judged_program() {
  small::Document document;
  document.metrics = small::metric("score", "amount", R"(, "no_score": true)") + ", " +
                     small::metric("rate", "rate") + ", " + small::flag("category");
  document.standards = fill(
      R"({"id": "enough", "title": $, "metric": "score", "at_least": {"profile": "targets.score"}, "source": "rulebook"},
                               {"id": "few", "title": $, "metric": "rate", "at_most": $}, {"id": "match", "title": $, "metric": "category", "is": true})",
      {small::kText, small::kText, assumed("0.005"), small::kText});
  document.profile = "targets.score";
  return small::read(document);
}

struct Standards {
  Program rules = judged_program();
  Reading reading = empty_reading(rules);

  Standards() {
    small::own(reading, "targets.score", decimal("4.5"));
    give(reading, rules, "score", decimal("4.5"));
    give(reading, rules, "rate", decimal("0.005"));
    give(reading, rules, "category", 1);
  }
};

TEST(Standards, AllThatAreMetPassAtTheirEdges) {
  Standards at;
  const Assessment result = assess(at.rules, at.reading);
  EXPECT_EQ(result.status, AssessmentStatus::judged);
  EXPECT_EQ(result.verdict, Truth::yes);
  EXPECT_EQ(result.basis, Basis::estimated);
  EXPECT_FALSE(result.score.has_value());
  EXPECT_EQ(result.standards[0].id, "enough");
  EXPECT_EQ(result.standards[0].margin, Rational(0));
  give(at.reading, at.rules, "rate", decimal("0.005000000000000001"));
  EXPECT_EQ(assess(at.rules, at.reading).verdict, Truth::no);
}

TEST(Standards, OneThatFailsDecidesWhateverElseIsUnknown) {
  Standards at;
  give(at.reading, at.rules, "category", 0);
  give(at.reading, at.rules, "rate", InputState::unknown);
  const Assessment result = assess(at.rules, at.reading);
  EXPECT_EQ(result.verdict, Truth::no);
  EXPECT_EQ(show(result.needs), "");
}

TEST(Standards, WhatIsUnknownOrHasNoTargetIsNeeded) {
  Standards at;
  give(at.reading, at.rules, "rate", InputState::absent);
  at.reading.profile.clear();
  const Assessment result = assess(at.rules, at.reading);
  EXPECT_EQ(result.verdict, Truth::undetermined);
  EXPECT_EQ(result.basis, Basis::partial);
  EXPECT_EQ(show(result.needs), "profile targets.score, rate");
}

TEST(Standards, AMonthWithoutAScoreIsNotAssessed) {
  Standards at;
  give(at.reading, at.rules, "score", InputState::no_score);
  EXPECT_EQ(judge(at.rules, {0, 1, 2}, at.reading).verdict, JudgementVerdict::not_assessed);
  EXPECT_EQ(judge(at.rules, {1, 2}, at.reading).verdict, JudgementVerdict::pass);
}

TEST(Standards, OnlyTheStandardsThatAreAskedForAreJudged) {
  Standards at;
  give(at.reading, at.rules, "category", 0);
  EXPECT_EQ(judge(at.rules, {0, 1}, at.reading).verdict, JudgementVerdict::pass);
  EXPECT_EQ(judge(at.rules, {2}, at.reading).verdict, JudgementVerdict::fail);
  EXPECT_EQ(judge(at.rules, {0, 1}, at.reading).findings.size(), 2U);
}

}  // namespace
}  // namespace shopgauge

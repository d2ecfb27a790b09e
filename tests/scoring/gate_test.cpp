// Gates: those that ask for an exact score, and those that say something of a store without one.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/scoring/assess.h"
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

std::string gate(std::string_view id, std::string_view when, std::string_view more = "") {
  return fill(
      R"({"id": "$", "title": $, "when": $, "consequence": $, "status": "official", "source": "rulebook"$})",
      {id, small::kText, when, small::kText, more});
}

constexpr std::string_view kExact = R"(, "exact": true)";
const std::string kEnough = fill(R"({"score": "value", "at_least": $})", {official("60")});
const std::string kOrders = fill(R"({"metric": "orders", "at_least": $})", {official("10")});
const std::string kNode = fill(R"({"node": "goods", "at_least": $})", {official("60")});

// goods (a, b) and service (c), with weights of that status; a store without tasks has no score.
Program program(std::string_view status, std::string_view methods = "") {
  small::Document document;
  document.metrics = small::metric("a") + ", " + small::metric("b") + ", " + small::metric("c") +
                     ", " + small::metric("orders", "count") + ", " +
                     small::metric("tasks", "count") + ", " + small::metric("d");
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"},
          "not_scored": [{"reason": "no_tasks", "when": {"metric": "tasks", "below": $}}], "nodes": [$, $, $]$})",
      {official("1"),
       dimension("goods", small::figure("0.5", status),
                 indicator("a", official("0.5"), small::kIdentity) + ", " +
                     indicator("b", official("0.5"), small::kIdentity)),
       dimension("service", small::figure("0.25", status),
                 indicator("c", official("1"), small::kIdentity)),
       dimension("other", official("0.25"), indicator("d", official("1"), small::kIdentity)),
       methods});
  document.gates = gate("exact", kEnough, kExact) + ", " + gate("any", kEnough) + ", " +
                   gate("orders", kOrders, kExact) + ", " +
                   gate("both", fill(R"({"all": [$, $]})", {kEnough, kOrders}), kExact) + ", " +
                   gate("node", kNode);
  document.texts = "reason.no_tasks";
  return small::read(document);
}

struct Case {
  Program rules;
  Reading reading = empty_reading(rules);

  explicit Case(std::string_view status, std::string_view methods = "")
      : rules(program(status, methods)) {
    for (const std::string_view id : {"a", "b", "c", "d"}) {
      give(reading, rules, id, 80);
    }
    give(reading, rules, "orders", 10);
    give(reading, rules, "tasks", 1);
  }
  // "exact yes, any undetermined needs a, …"
  [[nodiscard]] std::string gates() const {
    std::string list;
    for (const GateResult& result : assess(rules, reading).gates) {
      list += (list.empty() ? "" : ", ") + std::string(result.gate->id) + " " + show(result.met);
    }
    return list;
  }
  [[nodiscard]] std::string needs(std::string_view id) const {
    const Assessment result = assess(rules, reading);
    for (const GateResult& known : result.gates) {
      if (known.gate->id == id) {
        return show(known.needs);
      }
    }
    return "no such gate";
  }
};

TEST(ExactGate, OfAnExactScoreIsLikeAnyOther) {
  Case at("official");
  EXPECT_EQ(at.gates(), "exact yes, any yes, orders yes, both yes, node yes");
  for (const std::string_view id : {"a", "b", "c", "d"}) {
    give(at.reading, at.rules, id, 59);
  }
  EXPECT_EQ(at.gates(), "exact no, any no, orders yes, both no, node no");
}

TEST(ExactGate, OfAnEstimateIsOpenAndAsksForTheShopsOwnNumbers) {
  const Case at("assumed");
  EXPECT_EQ(assess(at.rules, at.reading).basis, Basis::estimated);
  EXPECT_EQ(at.gates(), "exact undetermined, any yes, orders yes, both undetermined, node yes");
  EXPECT_EQ(at.needs("exact"),
            "given goods, weight goods, given service, weight service, given other");
  EXPECT_EQ(at.needs("any"), "");
}

TEST(ExactGate, OfAnEstimateAsksOnlyForWhatIsNotTheShopsOwnYet) {
  Case at("assumed");
  node(at.reading, at.rules, "goods").given = 80;
  node(at.reading, at.rules, "other").not_assessed = true;
  EXPECT_EQ(at.needs("exact"), "weight goods, given service, weight service");
  node(at.reading, at.rules, "goods").weight = small::decimal("0.5");
  node(at.reading, at.rules, "service").weight = small::decimal("0.5");
  EXPECT_EQ(assess(at.rules, at.reading).basis, Basis::exact);
  EXPECT_EQ(at.gates(), "exact yes, any yes, orders yes, both yes, node yes");
}

TEST(ExactGate, OfAMethodThatIsAssumedAsksForTheMethod) {
  Case at(
      "official",
      R"(, "methods": {"of": ["weighted", "minimum"], "status": "assumed", "source": "rulebook"})");
  EXPECT_EQ(at.gates(), "exact undetermined, any yes, orders yes, both undetermined, node yes");
  EXPECT_EQ(at.needs("exact"), "given goods, given service, given other, profile method");
  at.reading.method = Method::weighted;
  EXPECT_EQ(at.gates(), "exact yes, any yes, orders yes, both yes, node yes");
}

TEST(ExactGate, OfAPartlyKnownScoreNamesWhatIsMissingEvenWhereBothEndsAgree) {
  Case at("official");
  give(at.reading, at.rules, "d", InputState::unknown);
  for (const std::string_view id : {"a", "b", "c"}) {
    give(at.reading, at.rules, id, 100);
  }
  EXPECT_EQ(show(assess(at.rules, at.reading).score->value), "75..100");
  EXPECT_EQ(at.gates(), "exact undetermined, any yes, orders yes, both undetermined, node yes");
  EXPECT_EQ(at.needs("exact").substr(0, 1), "d");
}

TEST(ExactGate, APartThatIsNoScoreDecidesWhateverTheScoreRestsOn) {
  Case at("assumed");
  give(at.reading, at.rules, "orders", 9);
  EXPECT_EQ(at.gates(), "exact undetermined, any yes, orders no, both no, node yes");
}

TEST(NotScored, OnlyGatesThatDoNotAskForAScoreAreListed) {
  Case at("official");
  give(at.reading, at.rules, "tasks", 0);
  EXPECT_EQ(assess(at.rules, at.reading).status, AssessmentStatus::not_scored);
  EXPECT_EQ(at.gates(), "orders yes");
  give(at.reading, at.rules, "orders", 9);
  EXPECT_EQ(at.gates(), "orders no, both no");
  give(at.reading, at.rules, "orders", InputState::unknown);
  EXPECT_EQ(at.gates(), "");
}

}  // namespace
}  // namespace shopgauge

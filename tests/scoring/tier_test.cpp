// Tiers and look-backs: the first whose condition holds, or those that may.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scoring/assess.h"
#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::assumed;
using small::fill;
using small::give;
using small::official;
using small::show;

std::string tier(std::string_view id, std::string_view when, std::string_view status = "official") {
  return fill(
      R"({"id": "$", "title": $, $"consequences": ["$"], "status": "$", "source": "rulebook"})",
      {id, small::kText, when, id, status});
}
std::string when(std::string_view condition) { return fill(R"("when": $, )", {condition}); }
std::string at_least(std::string_view metric, std::string_view figure) {
  return fill(R"({"metric": "$", "at_least": $})", {metric, figure});
}

const std::string kScore = fill(
    R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"},
    "stage": "formal", "stages": [{"id": "growing", "when": {"metric": "orders", "below": $}, "not_scored": [{"reason": "no_task", "when": {"metric": "tasks", "below": $}}],
    "node": "start", "points": $}], "nodes": [$]})",
    {official("30"), official("1"), official("70"),
     small::indicator("a", official("1"), small::kIdentity)});

// Over metrics a, b, orders and tasks; with a score of a, of 70 below 30 orders, and of none
// without tasks. Without `score` it is judged by a standard.
Program program(const std::string& tiers, const std::string& look_back = "", bool score = true) {
  small::Document document;
  document.metrics = small::metric("a") + ", " + small::metric("b") + ", " +
                     small::metric("orders", "count") + ", " + small::metric("tasks", "count") +
                     ", " + small::metric("r", "rate");
  if (score) {
    document.score = kScore;
    document.texts = "reason.no_task stage.growing stage.formal stage.start";
  } else {
    document.standards = fill(R"({"id": "one", "title": $, "metric": "a", "at_least": $})",
                              {small::kText, official("1")});
  }
  for (const std::string_view id : {"gold", "silver", "bronze", "nil"}) {
    if (tiers.find(fill(R"("id": "$")", {id})) != std::string::npos) {
      document.texts += " consequence." + std::string(id);
    }
  }
  document.tiers = tiers;
  document.look_back = look_back;
  return small::read(document);
}

struct Case {
  Program rules;
  Reading reading = empty_reading(rules);

  explicit Case(Program program) : rules(std::move(program)) {}
  Case& with(std::string_view metric, const Rational& value) {
    give(reading, rules, metric, value);
    return *this;
  }
  Case& unknown(std::string_view metric) {
    give(reading, rules, metric, InputState::unknown);
    return *this;
  }
  [[nodiscard]] Assessment run() const { return assess(rules, reading); }
  // "gold"; "gold | silver needs a" where it is open; empty where there is none.
  [[nodiscard]] std::string tier() const {
    const Choice choice = run().tier;
    std::string text = choice.index ? std::string(rules.tiers[*choice.index].id) : "";
    for (const std::size_t i : choice.possible) {
      text += (text.empty() ? "" : " | ") + std::string(rules.tiers[i].id);
    }
    return text + (choice.needs.empty() ? "" : " needs " + show(choice.needs));
  }
  [[nodiscard]] std::string look_back() const {
    const Choice choice = run().look_back;
    std::string text = choice.index ? std::string(rules.look_back[*choice.index].id) : "";
    for (const std::size_t i : choice.possible) {
      text += (text.empty() ? "" : " | ") + std::string(rules.look_back[i].id);
    }
    return text + (choice.needs.empty() ? "" : " needs " + show(choice.needs));
  }
};

const std::string kGold =
    tier("gold", when(fill(R"({"score": "value", "at_least": $})", {official("80")})));
const std::string kSilver =
    tier("silver", when(fill(R"({"score": "value", "at_least": $})", {official("60")})));
const std::string kBronze = tier("bronze", "");
const std::string kNil = tier("nil", R"("not_scored": true, )");

Case scored(const std::string& tiers) {
  Case at(program(tiers));
  at.with("orders", 30).with("tasks", 1);
  return at;
}

TEST(Tier, TheFirstThatHoldsBelowAtAndAboveEachEdge) {
  Case at = scored(kGold + ", " + kSilver + ", " + kBronze);
  for (const auto& [a, expected] :
       {std::pair("59.499999", "bronze"), std::pair("59.5", "silver"), std::pair("60", "silver"),
        std::pair("79.499999", "silver"), std::pair("79.5", "gold"), std::pair("100", "gold")}) {
    EXPECT_EQ(at.with("a", small::decimal(a)).tier(), expected) << a;
  }
}

TEST(Tier, WithoutALastOneForAllAStoreMayHaveNone) {
  Case at = scored(kGold + ", " + kSilver);
  EXPECT_EQ(at.with("a", 59).tier(), "");
  EXPECT_TRUE(at.run().tier.empty());
  EXPECT_EQ(at.with("a", 60).tier(), "silver");
}

TEST(Tier, AnOpenScoreNamesThoseThatMayBeAndWhatWouldDecide) {
  Case at = scored(kGold + ", " + kSilver + ", " + kBronze);
  EXPECT_EQ(at.unknown("a").tier(), "gold | silver | bronze needs a");
  Case none = scored(kGold);
  EXPECT_EQ(none.unknown("a").tier(), "gold needs a");
}

TEST(Tier, OnlyThoseBeforeTheFirstThatSurelyHoldsArePossible) {
  Case at(program(tier("gold", when(at_least("a", official("80")))) + ", " +
                      tier("silver", when(at_least("b", official("10")))) + ", " + kBronze,
                  "", false));
  EXPECT_EQ(at.unknown("a").with("b", 10).tier(), "gold | silver needs a");
  EXPECT_EQ(at.with("b", 9).tier(), "gold | bronze needs a");
  EXPECT_EQ(at.unknown("b").tier(), "gold | silver | bronze needs a, b");
  EXPECT_EQ(at.with("a", 80).tier(), "gold");
  EXPECT_EQ(at.with("a", 79).tier(), "silver | bronze needs b");
  EXPECT_EQ(at.with("b", 10).tier(), "silver");
}

TEST(Tier, AStoreWithoutAScoreHasTheTierOfThose) {
  Case at(program(kGold + ", " + kBronze + ", " + kNil));
  at.with("orders", 3).with("tasks", 0);
  EXPECT_EQ(at.run().status, AssessmentStatus::not_scored);
  EXPECT_EQ(at.tier(), "nil");
  EXPECT_EQ(at.with("tasks", 1).tier(), "bronze");  // 70 points
  EXPECT_EQ(at.with("orders", 30).with("a", 80).tier(), "gold");
  EXPECT_EQ(at.unknown("a").tier(), "gold | bronze needs a");
}

TEST(Tier, WithoutATierForThoseAStoreWithoutAScoreHasNone) {
  Case at(program(kGold + ", " + kBronze));
  at.with("orders", 3).with("tasks", 0);
  EXPECT_EQ(at.tier(), "");
}

TEST(Tier, OfAProgramWithoutAScoreFollowsItsStandards) {
  Case at(program(tier("gold", when(R"({"met": ["one"]})")) + ", " + kBronze, "", false));
  EXPECT_EQ(at.with("a", 1).tier(), "gold");
  EXPECT_EQ(at.with("a", 0).tier(), "bronze");
  EXPECT_EQ(at.unknown("a").tier(), "gold | bronze needs a");
}

TEST(Tier, ItsNumbersAreReliedOnWhereTheyDecided) {
  const auto relied = [](const Rational& a) {
    Case at(program(
        tier("gold", when(at_least("a", assumed("80"))), "assumed") + ", " + tier("bronze", ""), "",
        false));
    const Assessment result = at.with("a", a).run();
    EXPECT_EQ(result.basis, Basis::estimated);
    return show(result.assumptions);
  };
  EXPECT_EQ(relied(80), "program = 80 (assumed), program (assumed)");
  EXPECT_EQ(relied(79), "program = 80 (assumed)");
}

// The stage itself is open: no tier that asks for it may be claimed.
TEST(Tier, OfAStageThatIsOpenIsOpen) {
  Case at(program(tier("gold", when(R"({"stage": "growing"})"))));
  EXPECT_EQ(at.with("orders", 29).with("a", 50).with("tasks", 1).tier(), "gold");
  EXPECT_EQ(at.with("orders", 30).tier(), "");
  const Choice open = at.unknown("orders").run().tier;
  EXPECT_EQ(open.index, std::nullopt);
  EXPECT_EQ(open.possible, std::vector<std::size_t>{0});
  EXPECT_EQ(show(open.needs), "orders");
}

const std::string kThree =
    fill(R"({"id": "three", "title": $, "months": $, "when": {"sample_of": "r", "at_least": $}})",
         {small::kText, official("3"), official("400")});
std::string twelve(std::string_view status = "official") {
  return fill(R"({"id": "twelve", "title": $, "months": $})",
              {small::kText, small::figure("12", status)});
}

Case looking_back(const std::string& entries) {
  Case at(program("", entries));
  at.with("orders", 30).with("tasks", 1).with("a", 80);
  return at;
}

TEST(LookBack, TheFirstThatHoldsBelowAtAndAboveTheEdge) {
  Case at = looking_back(kThree + ", " + twelve());
  for (const auto& [sample, expected] : {std::pair("399", "twelve"), std::pair("400", "three"),
                                         std::pair("401", "three"), std::pair("0", "twelve")}) {
    small::give_counts(at.reading, at.rules, "r", fill(R"({"num": 0, "den": $})", {sample}));
    EXPECT_EQ(at.look_back(), expected) << sample;
  }
  EXPECT_EQ(at.rules.look_back[0].months, 3);
  EXPECT_EQ(at.rules.look_back[1].months, 12);
}

TEST(LookBack, WhereItIsOpenTheReplyNamesBothAndWhatWouldDecide) {
  Case at = looking_back(kThree + ", " + twelve());
  EXPECT_EQ(at.look_back(), "three | twelve needs r");
  EXPECT_EQ(at.with("r", small::decimal("0.01")).look_back(), "three | twelve needs r");
  EXPECT_EQ(at.unknown("r").look_back(), "three | twelve needs r");
}

TEST(LookBack, OneForAllNeedsNoInput) {
  EXPECT_EQ(looking_back(twelve()).look_back(), "twelve");
  EXPECT_EQ(show(looking_back(twelve()).run().assumptions).find("program"), std::string::npos);
  EXPECT_NE(show(looking_back(twelve("assumed")).run().assumptions).find("program"),
            std::string::npos);
}

TEST(LookBack, IsNamedForAStoreWithoutAScoreToo) {
  Case at(program("", twelve()));
  at.with("orders", 3).with("tasks", 0);
  EXPECT_EQ(at.run().status, AssessmentStatus::not_scored);
  EXPECT_EQ(at.look_back(), "twelve");
}

}  // namespace
}  // namespace shopgauge

// Standards: alternatives, ratios of nothing, recommendations, what a phase alone judges, areas,
// what the platform does not assess, and how they stand beside a score.

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scoring/assess.h"
#include "core/scoring/judge.h"
#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::decimal;
using small::fill;
using small::give;
using small::official;
using small::show;

constexpr Truth kTruths[] = {Truth::no, Truth::undetermined, Truth::yes};
int rank(Truth truth) { return truth == Truth::no ? 0 : truth == Truth::undetermined ? 1 : 2; }

// Judged by `standards` over rates a and b and counts c and d; `score` as in small::Document.
Program program(const std::string& standards, const std::string& profile = "",
                const std::string& texts = "", const std::string& score = "",
                const std::string& cycle = "") {
  small::Document document;
  document.metrics = small::metric("a", "rate") + ", " + small::metric("b", "rate") + ", " +
                     small::metric("c", "count") + ", " + small::metric("d", "count");
  document.standards = standards;
  document.profile = profile;
  document.texts = texts;
  document.score = score;
  document.cycle = cycle;
  return small::read(document);
}

// {"id": id, "metric": metric, "at_most": figure}
std::string at_most(std::string_view id, std::string_view metric, std::string_view figure,
                    std::string_view more = "") {
  return fill(R"({"id": "$", "title": $, "metric": "$", "at_most": $$})",
              {id, small::kText, metric, official(figure), more});
}
std::string with_or(std::string_view metric, std::string_view figure, std::string_view metric_2,
                    std::string_view figure_2) {
  return fill(R"(, "or": [{"metric": "$", "at_most": $}, {"metric": "$", "at_most": $}])",
              {metric, official(figure), metric_2, official(figure_2)});
}

struct Case {
  Program rules;
  Reading reading = empty_reading(rules);

  explicit Case(Program program) : rules(std::move(program)) {}
  void make(std::string_view metric, Truth truth, const Rational& limit) {
    if (truth == Truth::undetermined) {
      give(reading, rules, metric, InputState::unknown);
    } else {
      give(reading, rules, metric, truth == Truth::yes ? limit : limit * 2);
    }
  }
  [[nodiscard]] Judgement judge_all(Advisory advisory = Advisory::ignored) const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < rules.standards.size(); ++i) {
      all.push_back(i);
    }
    return judge(rules, all, reading, advisory);
  }
};

std::string verdict(const Judgement& judgement) {
  const char* names[] = {"pass", "fail", "undetermined", "not_assessed"};
  return names[static_cast<int>(judgement.verdict)];
}

// A number of the profile as a row of the platform's table gives it.
void row_gives(Case& at, std::string_view path, ProfileNumber::Kind kind) {
  ProfileNumber number;
  number.kind = kind;
  at.reading.profile.push_back({path, number});
}

std::string at_most_own(std::string_view id, std::string_view metric, std::string_view path,
                        std::string_view more = "") {
  return fill(
      R"({"id": "$", "title": $, "metric": "$", "at_most": {"profile": "$"}, "source": "rulebook"$})",
      {id, small::kText, metric, path, more});
}

// At most 2 %, or at most 4 buyers, or at most 1 %.
const std::string kCompound = at_most("few", "a", "0.02", with_or("c", "4", "b", "0.01"));

TEST(Or, AStandardIsMetWhenItselfOrAnyAlternativeIs) {
  Case at(program(kCompound));
  for (const Truth a : kTruths) {
    for (const Truth c : kTruths) {
      for (const Truth b : kTruths) {
        at.make("a", a, decimal("0.02"));
        at.make("c", c, 4);
        at.make("b", b, decimal("0.01"));
        const int most = std::max(rank(a), std::max(rank(c), rank(b)));
        const Judgement judgement = at.judge_all();
        ASSERT_EQ(verdict(judgement), most == 2   ? "pass"
                                      : most == 1 ? "undetermined"
                                                  : "fail")
            << show(a) << " " << show(c) << " " << show(b);
        const Finding& finding = judgement.findings[0];
        ASSERT_EQ(rank(finding.met), most);
        ASSERT_EQ(finding.alternatives.size(), 2U);
        ASSERT_EQ(finding.alternatives[0].met, c);
        ASSERT_EQ(finding.alternatives[1].met, b);
        std::string needs;
        for (const auto& [id, truth] : {std::pair("a", a), std::pair("c", c), std::pair("b", b)}) {
          if (most == 1 && truth == Truth::undetermined) {
            needs += (needs.empty() ? "" : ", ") + std::string(id);
          }
        }
        ASSERT_EQ(show(finding.needs), needs);
        ASSERT_EQ(show(judgement.needs), needs);
      }
    }
  }
}

TEST(Or, EachWayIsRightBelowAtAndAboveItsThreshold) {
  struct Row {
    const char* a;
    int c;
    const char* met;
  };
  for (const Row& row :
       {Row{"0.019999", 5, "yes"}, Row{"0.02", 5, "yes"}, Row{"0.020001", 5, "no"},
        Row{"0.020001", 4, "yes"}, Row{"0.020001", 3, "yes"}, Row{"0.019999", 4, "yes"}}) {
    Case at(program(kCompound));
    give(at.reading, at.rules, "a", decimal(row.a));
    give(at.reading, at.rules, "c", row.c);
    give(at.reading, at.rules, "b", 1);
    EXPECT_EQ(show(at.judge_all().findings[0].met), row.met) << row.a << " " << row.c;
  }
}

TEST(Or, AMarginIsNeverNegativeWhereTheStandardIsMet) {
  Case at(program(kCompound));
  give(at.reading, at.rules, "b", 1);
  for (const auto& [a, c] : {std::pair("0.03", 4), std::pair("0.03", 5), std::pair("0.01", 5)}) {
    give(at.reading, at.rules, "a", decimal(a));
    give(at.reading, at.rules, "c", c);
    const Finding finding = at.judge_all().findings[0];
    const bool met = finding.met == Truth::yes;
    EXPECT_FALSE(met && finding.margin && finding.margin->sign() < 0) << a << " " << c;
    if (!met) {
      EXPECT_EQ(finding.margin, decimal("-0.01"));
    }
  }
}

TEST(NoSample, ARatioOfNothingIsMetWhereTheStandardSaysSo) {
  Case at(program(at_most("few", "a", "0.02", R"(, "no_sample": "met")") + ", " +
                  at_most("other", "b", "0.02")));
  const auto verdict_with = [&](InputState a, InputState b) {
    give(at.reading, at.rules, "a", a);
    give(at.reading, at.rules, "b", b);
    return verdict(at.judge_all());
  };
  give(at.reading, at.rules, "b", 0);
  EXPECT_EQ(verdict_with(InputState::no_sample, InputState::value), "pass");
  EXPECT_EQ(verdict_with(InputState::no_sample, InputState::no_sample), "undetermined");
  EXPECT_EQ(verdict_with(InputState::absent, InputState::value), "undetermined");
  EXPECT_EQ(verdict_with(InputState::unknown, InputState::value), "undetermined");
  small::give_counts(at.reading, at.rules, "a", R"({"num": 0, "den": 0})");
  give(at.reading, at.rules, "b", 0);
  EXPECT_EQ(verdict(at.judge_all()), "pass");
  EXPECT_EQ(at.judge_all().findings[0].margin, std::nullopt);
}

TEST(NoSample, WithoutTheWordItIsUndeterminedAndAnAlternativeMayStillMeetIt) {
  Case at(program(kCompound));
  give(at.reading, at.rules, "a", InputState::no_sample);
  give(at.reading, at.rules, "b", 1);
  give(at.reading, at.rules, "c", 5);
  EXPECT_EQ(verdict(at.judge_all()), "undetermined");
  EXPECT_EQ(show(at.judge_all().needs), "a");
  give(at.reading, at.rules, "c", 4);
  EXPECT_EQ(verdict(at.judge_all()), "pass");
}

// There is nothing to compare with the target, so nobody needs to know it.
TEST(NoSample, ARatioOfNothingNeedsNoTarget) {
  Case at(program(at_most_own("few", "a", "targets.a", R"(, "no_sample": "met")"), "targets.a"));
  give(at.reading, at.rules, "a", InputState::no_sample);
  EXPECT_EQ(verdict(at.judge_all()), "pass");
  EXPECT_EQ(show(at.judge_all().findings[0].needs), "");
  give(at.reading, at.rules, "a", 0);
  EXPECT_EQ(verdict(at.judge_all()), "undetermined");
  EXPECT_EQ(show(at.judge_all().needs), "profile targets.a");
}

// The platform assesses such stores by something else, with or without cases.
TEST(NoSample, WhatARowLeavesEmptyIsStillNotAssessed) {
  Case at(program(at_most_own("few", "a", "targets.a", R"(, "no_sample": "met")"), "targets.a"));
  row_gives(at, "targets.a", ProfileNumber::Kind::not_assessed);
  give(at.reading, at.rules, "a", InputState::no_sample);
  EXPECT_TRUE(at.judge_all().findings[0].not_assessed);
  EXPECT_EQ(verdict(at.judge_all()), "not_assessed");
}

TEST(Advisory, IsReportedAndIsNoPartOfTheVerdict) {
  Case at(program(at_most("must", "a", "0.02") + ", " +
                  at_most("better", "b", "0.01", R"(, "advisory": true)")));
  give(at.reading, at.rules, "a", decimal("0.02"));
  for (const char* b : {"0.01", "0.010001"}) {
    give(at.reading, at.rules, "b", decimal(b));
    EXPECT_EQ(verdict(at.judge_all()), "pass") << b;
  }
  EXPECT_EQ(at.judge_all().findings[1].met, Truth::no);
  EXPECT_TRUE(at.judge_all().findings[1].standard->advisory);
  EXPECT_EQ(verdict(at.judge_all(Advisory::counts)), "fail");
  give(at.reading, at.rules, "b", InputState::unknown);
  const Assessment open = assess(at.rules, at.reading);
  EXPECT_EQ(open.verdict, Truth::yes);
  EXPECT_EQ(show(open.needs), "");
  EXPECT_TRUE(open.missing.empty());
  EXPECT_EQ(open.basis, Basis::exact);
  EXPECT_EQ(show(open.standards[1].needs), "b");
  EXPECT_EQ(verdict(at.judge_all(Advisory::counts)), "undetermined");
  give(at.reading, at.rules, "a", 1);
  give(at.reading, at.rules, "b", 0);
  EXPECT_EQ(verdict(at.judge_all()), "fail");
}

// A phase that judges by "later".
constexpr std::string_view kLaterCycle =
    R"({"entries": [{"fields": ["opened"], "phase": "formal", "from": {"field": "opened"}}],
        "phases": [{"id": "formal", "length": "open", "judge": ["later"]}]})";
const std::string kLater = at_most("later", "b", "0.01", R"(, "only": "timeline")");

TEST(OnlyTimeline, IsJudgedByAPhaseAndNotInOneReading) {
  Case at(
      program(at_most("now", "a", "0.02") + ", " + kLater, "", "", "", std::string(kLaterCycle)));
  give(at.reading, at.rules, "a", decimal("0.02"));
  give(at.reading, at.rules, "b", decimal("0.02"));
  const Assessment result = assess(at.rules, at.reading);
  EXPECT_EQ(result.verdict, Truth::yes);
  ASSERT_EQ(result.standards.size(), 1U);
  EXPECT_EQ(result.standards[0].id, "now");
  EXPECT_EQ(judge(at.rules, {1}, at.reading).verdict, JudgementVerdict::fail);
}

TEST(OnlyTimeline, WithNothingElseThereIsNoVerdict) {
  Case at(program(kLater, "", "", "", std::string(kLaterCycle)));
  const Assessment result = assess(at.rules, at.reading);
  EXPECT_EQ(result.verdict, std::nullopt);
  EXPECT_TRUE(result.standards.empty());
}

TEST(Area, EachStandardNamesItsOwn) {
  Case at(program(
      at_most("one", "a", "0.02", R"(, "area": "logistics")") + ", " + at_most("two", "b", "0.02"),
      "", "area.logistics"));
  const Judgement judgement = at.judge_all();
  EXPECT_EQ(judgement.findings[0].standard->area, "logistics");
  EXPECT_EQ(judgement.findings[1].standard->area, "");
}

TEST(NotAssessed, AStandardThatARowLeavesEmptyCountsNeitherWay) {
  Case at(program(at_most_own("own", "a", "targets.a") + ", " + at_most("other", "b", "0.02"),
                  "targets.a"));
  row_gives(at, "targets.a", ProfileNumber::Kind::not_assessed);
  for (const auto& [b, expected] : {std::pair("0.02", "pass"), std::pair("0.020001", "fail")}) {
    give(at.reading, at.rules, "b", decimal(b));
    for (const InputState state :
         {InputState::absent, InputState::unknown, InputState::no_score, InputState::no_sample}) {
      give(at.reading, at.rules, "a", state);
      const Judgement judgement = at.judge_all();
      EXPECT_EQ(verdict(judgement), expected);
      EXPECT_TRUE(judgement.findings[0].not_assessed);
      EXPECT_FALSE(judgement.findings[1].not_assessed);
      EXPECT_EQ(show(judgement.findings[0].needs), "");
      EXPECT_EQ(show(judgement.needs), "");
    }
  }
  give(at.reading, at.rules, "a", 1);
  EXPECT_EQ(verdict(at.judge_all()), "fail");
  give(at.reading, at.rules, "b", 0);
  EXPECT_EQ(verdict(at.judge_all()), "pass");
}

TEST(NotAssessed, WhereNoStandardIsThereIsNothingToJudge) {
  Case at(program(at_most_own("own", "a", "targets.a"), "targets.a"));
  row_gives(at, "targets.a", ProfileNumber::Kind::not_assessed);
  give(at.reading, at.rules, "a", 0);
  EXPECT_EQ(verdict(at.judge_all()), "not_assessed");
  EXPECT_EQ(assess(at.rules, at.reading).verdict, Truth::undetermined);
}

// What the platform does not assess meets nothing: the rest of the standard decides.
TEST(NotAssessed, AnAlternativeThatARowLeavesEmptyMeetsNothing) {
  Case at(program(at_most("few", "a", "0.02",
                          R"(, "or": [{"metric": "c", "at_most": {"profile": "targets.c"}}])"),
                  "targets.c"));
  row_gives(at, "targets.c", ProfileNumber::Kind::not_assessed);
  give(at.reading, at.rules, "c", 100);
  give(at.reading, at.rules, "a", decimal("0.02"));
  EXPECT_EQ(verdict(at.judge_all()), "pass");
  give(at.reading, at.rules, "a", decimal("0.03"));
  EXPECT_EQ(verdict(at.judge_all()), "fail");
}

TEST(Positive, ATargetOfMoreThanNothingIsMetByAnythingAboveIt) {
  Case at(program(
      fill(
          R"({"id": "sales", "title": $, "metric": "c", "at_least": {"profile": "targets.c"}, "source": "rulebook"})",
          {small::kText}),
      "targets.c"));
  row_gives(at, "targets.c", ProfileNumber::Kind::positive);
  for (const auto& [c, met] : {std::pair(0, "no"), std::pair(1, "yes"), std::pair(9000, "yes")}) {
    give(at.reading, at.rules, "c", c);
    const Finding finding = at.judge_all().findings[0];
    EXPECT_EQ(show(finding.met), met) << c;
    EXPECT_TRUE(finding.positive);
    EXPECT_FALSE(finding.not_assessed);
  }
  give(at.reading, at.rules, "c", InputState::unknown);
  EXPECT_EQ(show(at.judge_all().needs), "c");
}

// A score of its own metric beside the standards.
const std::string kScore = fill(
    R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"}, "nodes": [$]})",
    {small::indicator("d", official("1"), small::kIdentity)});

TEST(BesideAScore, StandardsHaveTheirOwnVerdictAndDoNotTouchTheScoresBasis) {
  Case at(program(fill(R"({"id": "few", "title": $, "metric": "a", "at_most": $})",
                       {small::kText, small::official("0.02")}),
                  "", "", kScore));
  give(at.reading, at.rules, "d", 80);
  Assessment result = assess(at.rules, at.reading);
  EXPECT_EQ(result.status, AssessmentStatus::scored);
  EXPECT_EQ(result.basis, Basis::exact);
  EXPECT_EQ(show(result.score->value), "80");
  EXPECT_EQ(result.verdict, Truth::undetermined);
  EXPECT_EQ(show(result.needs), "a");
  EXPECT_TRUE(result.missing.empty());
  give(at.reading, at.rules, "a", decimal("0.03"));
  result = assess(at.rules, at.reading);
  EXPECT_EQ(result.verdict, Truth::no);
  EXPECT_EQ(show(result.score->value), "80");
}

TEST(BesideAScore, AScoreThatIsOpenLeavesTheVerdictDecided) {
  Case at(program(at_most("few", "a", "0.02"), "", "", kScore));
  give(at.reading, at.rules, "a", decimal("0.02"));
  const Assessment result = assess(at.rules, at.reading);
  EXPECT_EQ(result.verdict, Truth::yes);
  EXPECT_EQ(result.basis, Basis::partial);
  EXPECT_EQ(result.missing, std::vector<std::string_view>{"d"});
}

}  // namespace
}  // namespace shopgauge

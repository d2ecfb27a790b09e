// Conditions in three-valued logic: full truth tables, what an absent input means, and which
// assumptions and needs a result rests on.

#include "core/scoring/condition.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::assumed;
using small::fill;
using small::give;
using small::official;
using small::show;

constexpr Truth kTruths[] = {Truth::no, Truth::undetermined, Truth::yes};

// {"metric": id, "at_least": 1} with a figure of that status.
std::string at_least_one(std::string_view id, std::string_view status = "official") {
  return fill(R"({"metric": "$", "at_least": $})", {id, small::figure("1", status)});
}

std::string joined(std::string_view kind, std::initializer_list<std::string> parts) {
  std::string list;
  for (const std::string& part : parts) {
    list += (list.empty() ? "" : ", ") + part;
  }
  return fill(R"({"$": [$]})", {kind, list});
}

// A program whose only gate is the condition, over metrics a, b, c, a flag f, a count v that is 0
// when absent, a flag g that is true when absent, a rate r, a mean m, and a score of two nodes in
// two stages. The standards: "one" is a, "either" is b or c, "few" is r, a ratio of nothing met.
Program program_with(const std::string& condition, const std::string& profile = "",
                     const std::string& store_type = "") {
  small::Document document;
  document.metrics = small::metric("a") + ", " + small::metric("b") + ", " + small::metric("c") +
                     ", " + small::flag("f") + ", " +
                     small::metric("v", "count", R"(, "if_absent": 0)") + ", " +
                     small::flag("g", R"(, "if_absent": true)") + ", " +
                     small::metric("r", "rate") + ", " + small::metric("m", "mean");
  document.standards = fill(
      R"({"id": "one", "title": $, "metric": "a", "at_least": $},
         {"id": "either", "title": $, "metric": "b", "at_least": $, "or": [{"metric": "c", "at_least": $}]},
         {"id": "few", "title": $, "metric": "r", "at_most": $, "no_sample": "met", "advisory": true})",
      {small::kText, official("1"), small::kText, official("1"), official("1"), small::kText,
       official("0.1")});
  const std::string nodes = small::indicator("a", official("0.5"), small::kIdentity) + ", " +
                            small::indicator("b", official("0.5"), small::kIdentity);
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"},
      "stage": "formal", "stages": [{"id": "growing", "when": {"metric": "c", "below": $}, "node": "start", "points": $}], "nodes": [$]})",
      {official("-1000"), official("70"), nodes});
  document.gates = fill(
      R"({"id": "gate", "title": $, "when": $, "consequence": $, "status": "official", "source": "rulebook"})",
      {small::kText, condition, small::kText});
  document.texts = "stage.growing stage.formal stage.start" +
                   std::string(store_type.empty() ? "" : " store_type.") + store_type;
  document.profile = profile;
  return small::read(document);
}

struct Case {
  Program program;
  Reading reading;

  explicit Case(Program read) : program(std::move(read)), reading(empty_reading(program)) {}
  [[nodiscard]] Outcome ask(Absent absent = Absent::undetermined) const {
    return evaluate(program.gates[0].when, Facts{program, reading, reading.enrolment}, absent);
  }
};

// Makes `metric >= 1` come out like that.
void set(Case& at, std::string_view metric, Truth truth) {
  if (truth == Truth::undetermined) {
    give(at.reading, at.program, metric, InputState::unknown);
  } else {
    give(at.reading, at.program, metric, truth == Truth::yes ? 1 : 0);
  }
}

int rank(Truth truth) { return truth == Truth::no ? 0 : truth == Truth::undetermined ? 1 : 2; }
Truth lowest(Truth a, Truth b) { return rank(a) < rank(b) ? a : b; }
Truth highest(Truth a, Truth b) { return rank(a) > rank(b) ? a : b; }

TEST(Condition, AllAndAnyFollowTheirTruthTables) {
  Case all(program_with(joined("all", {at_least_one("a"), at_least_one("b"), at_least_one("c")})));
  Case any(program_with(joined("any", {at_least_one("a"), at_least_one("b"), at_least_one("c")})));
  for (const Truth a : kTruths) {
    for (const Truth b : kTruths) {
      for (const Truth c : kTruths) {
        for (Case* at : {&all, &any}) {
          set(*at, "a", a);
          set(*at, "b", b);
          set(*at, "c", c);
        }
        const std::string row = show(a) + " " + show(b) + " " + show(c);
        ASSERT_EQ(show(all.ask().truth), show(lowest(a, lowest(b, c)))) << "all " << row;
        ASSERT_EQ(show(any.ask().truth), show(highest(a, highest(b, c)))) << "any " << row;
        ASSERT_EQ(show(all.ask(Absent::not_applied).truth), show(all.ask().truth)) << "all " << row;
        ASSERT_EQ(show(any.ask(Absent::not_applied).truth), show(any.ask().truth)) << "any " << row;
      }
    }
  }
}

TEST(Condition, JoinedConditionsNest) {
  Case any_of_all(program_with(
      joined("any", {joined("all", {at_least_one("a"), at_least_one("b")}), at_least_one("c")})));
  Case all_of_any(program_with(
      joined("all", {at_least_one("c"), joined("any", {at_least_one("a"), at_least_one("b")})})));
  for (const Truth a : kTruths) {
    for (const Truth b : kTruths) {
      for (const Truth c : kTruths) {
        for (Case* at : {&any_of_all, &all_of_any}) {
          set(*at, "a", a);
          set(*at, "b", b);
          set(*at, "c", c);
        }
        ASSERT_EQ(show(any_of_all.ask().truth), show(highest(lowest(a, b), c)));
        ASSERT_EQ(show(all_of_any.ask().truth), show(lowest(c, highest(a, b))));
      }
    }
  }
}

TEST(Condition, OnlyUndeterminedPartsOfAnUndeterminedConditionAreNeeded) {
  for (const char* kind : {"all", "any"}) {
    const Truth deciding = std::string_view(kind) == "all" ? Truth::no : Truth::yes;
    Case at(program_with(joined(kind, {at_least_one("a"), at_least_one("b"), at_least_one("c")})));
    for (const Truth a : kTruths) {
      for (const Truth b : kTruths) {
        for (const Truth c : kTruths) {
          set(at, "a", a);
          set(at, "b", b);
          set(at, "c", c);
          std::vector<Need> expected;
          const bool decided = a == deciding || b == deciding || c == deciding;
          for (const auto& [id, truth] :
               {std::pair("a", a), std::pair("b", b), std::pair("c", c)}) {
            if (!decided && truth == Truth::undetermined) {
              expected.push_back({Need::Kind::metric, id});
            }
          }
          ASSERT_EQ(show(at.ask().needs), show(expected))
              << kind << " " << show(a) << " " << show(b) << " " << show(c);
        }
      }
    }
  }
}

TEST(Condition, EachOperatorIsRightBelowAtAndAboveItsThreshold) {
  struct Row {
    const char* operator_;
    const char* below;
    const char* at;
    const char* above;
  };
  for (const Row& row : {Row{"at_least", "no", "yes", "yes"}, Row{"above", "no", "no", "yes"},
                         Row{"at_most", "yes", "yes", "no"}, Row{"below", "yes", "no", "no"}}) {
    Case at(program_with(
        fill(R"({"metric": "a", "$": $})", {row.operator_, official(R"({"num": 1, "den": 3})")})));
    give(at.reading, at.program, "a", small::decimal("0.333333333333333333"));
    EXPECT_EQ(show(at.ask().truth), row.below) << row.operator_;
    give(at.reading, at.program, "a", Rational::ratio(1, 3));
    EXPECT_EQ(show(at.ask().truth), row.at) << row.operator_;
    give(at.reading, at.program, "a", small::decimal("0.333333333333333334"));
    EXPECT_EQ(show(at.ask().truth), row.above) << row.operator_;
  }
}

TEST(Condition, AFlagIsComparedWithTheTruthThatIsAskedFor) {
  for (const bool wanted : {true, false}) {
    Case at(program_with(fill(R"({"metric": "f", "is": $})", {wanted ? "true" : "false"})));
    give(at.reading, at.program, "f", 1);
    EXPECT_EQ(at.ask().truth, wanted ? Truth::yes : Truth::no);
    give(at.reading, at.program, "f", 0);
    EXPECT_EQ(at.ask().truth, wanted ? Truth::no : Truth::yes);
    give(at.reading, at.program, "f", InputState::unknown);
    EXPECT_EQ(at.ask().truth, Truth::undetermined);
    give(at.reading, at.program, "f", InputState::absent);
    EXPECT_EQ(at.ask(Absent::not_applied).truth, Truth::no);
    EXPECT_EQ(show(at.ask(Absent::not_applied).assumptions), "metric f = no (not_given)");
  }
}

TEST(Condition, AnAbsentInputIsNotAppliedOrUndeterminedAsTheCallerSays) {
  const Case at(program_with(at_least_one("a")));
  const Outcome applied = at.ask(Absent::not_applied);
  EXPECT_EQ(applied.truth, Truth::no);
  EXPECT_EQ(show(applied.assumptions), "metric a = no (not_given)");
  EXPECT_EQ(show(applied.needs), "");
  const Outcome open = at.ask(Absent::undetermined);
  EXPECT_EQ(open.truth, Truth::undetermined);
  EXPECT_EQ(show(open.needs), "a");
}

TEST(Condition, NullAndNoSampleAreUndeterminedInBothModes) {
  Case at(program_with(at_least_one("a")));
  for (const InputState state :
       {InputState::unknown, InputState::no_sample, InputState::no_score}) {
    give(at.reading, at.program, "a", state);
    for (const Absent absent : {Absent::not_applied, Absent::undetermined}) {
      EXPECT_EQ(at.ask(absent).truth, Truth::undetermined);
      EXPECT_EQ(show(at.ask(absent).needs), "a");
    }
  }
}

TEST(Condition, AValueThatStandsForAnAbsentInputIsUsedAndListed) {
  Case at(program_with(fill(R"({"metric": "v", "below": $})", {official("3")})));
  for (const Absent absent : {Absent::not_applied, Absent::undetermined}) {
    EXPECT_EQ(at.ask(absent).truth, Truth::yes);
    EXPECT_EQ(show(at.ask(absent).assumptions), "metric v = 0 (not_given)");
  }
  give(at.reading, at.program, "v", 3);
  EXPECT_EQ(at.ask().truth, Truth::no);
  EXPECT_EQ(show(at.ask().assumptions), "");
  give(at.reading, at.program, "v", InputState::unknown);
  EXPECT_EQ(at.ask(Absent::not_applied).truth, Truth::undetermined);
  EXPECT_EQ(show(at.ask(Absent::not_applied).needs), "v");
}

TEST(Condition, AnInputThatWasNotGivenIsListedEvenWhereAnotherPartDecides) {
  for (const char* kind : {"any", "all"}) {
    Case at(program_with(joined(kind, {at_least_one("a"), at_least_one("b")})));
    set(at, "b", std::string_view(kind) == "any" ? Truth::yes : Truth::no);
    EXPECT_EQ(show(at.ask(Absent::not_applied).assumptions), "metric a = no (not_given)") << kind;
  }
}

// "n" and "y" for the two parts; the second figure is ours, the first official, or both ours.
TEST(Condition, ADecidedConditionRestsOnTheLeastDoubtfulPartThatDecides) {
  struct Row {
    const char* kind;
    const char* statuses[2];
    Truth truths[2];
    std::string expected;
  };
  const std::string ours = "program = 1 (assumed)";
  const Row rows[] = {
      {"all", {"official", "assumed"}, {Truth::no, Truth::no}, ""},
      {"all", {"assumed", "official"}, {Truth::no, Truth::no}, ""},
      {"all", {"official", "assumed"}, {Truth::yes, Truth::no}, ours},
      {"all", {"official", "assumed"}, {Truth::no, Truth::yes}, ""},
      {"all", {"official", "assumed"}, {Truth::yes, Truth::yes}, ours},
      {"any", {"official", "assumed"}, {Truth::yes, Truth::yes}, ""},
      {"any", {"assumed", "official"}, {Truth::yes, Truth::yes}, ""},
      {"any", {"official", "assumed"}, {Truth::no, Truth::yes}, ours},
      {"any", {"official", "assumed"}, {Truth::yes, Truth::no}, ""},
      {"any", {"official", "assumed"}, {Truth::no, Truth::no}, ours},
      {"all", {"assumed", "assumed"}, {Truth::no, Truth::no}, ours},
      {"all", {"assumed", "assumed"}, {Truth::yes, Truth::yes}, ours + ", " + ours},
      {"any", {"official", "reported"}, {Truth::yes, Truth::yes}, ""},
  };
  for (const Row& row : rows) {
    Case at(program_with(joined(
        row.kind, {at_least_one("a", row.statuses[0]), at_least_one("b", row.statuses[1])})));
    set(at, "a", row.truths[0]);
    set(at, "b", row.truths[1]);
    EXPECT_EQ(show(at.ask().assumptions), row.expected)
        << row.kind << " " << show(row.truths[0]) << " " << row.statuses[0] << " "
        << show(row.truths[1]) << " " << row.statuses[1];
  }
}

TEST(Condition, AThresholdOfTheProfileTakesTheShopsNumberThenTheDefault) {
  Case at(program_with(R"({"metric": "a", "at_most": {"profile": "targets.a", "default": )" +
                           small::figure("5", "example") + "}}",
                       "targets.a"));
  give(at.reading, at.program, "a", 6);
  EXPECT_EQ(at.ask().truth, Truth::no);
  EXPECT_EQ(show(at.ask().assumptions), "profile targets.a = 5 (example)");
  small::own(at.reading, "targets.a", 6);
  EXPECT_EQ(at.ask().truth, Truth::yes);
  EXPECT_EQ(show(at.ask().assumptions), "");
}

TEST(Condition, AThresholdOfTheProfileWithoutADefaultIsNeeded) {
  Case at(program_with(R"({"metric": "a", "at_most": {"profile": "targets.a"}})", "targets.a"));
  EXPECT_EQ(show(at.ask().needs), "a, profile targets.a");
  give(at.reading, at.program, "a", 6);
  for (const Absent absent : {Absent::not_applied, Absent::undetermined}) {
    EXPECT_EQ(at.ask(absent).truth, Truth::undetermined);
    EXPECT_EQ(show(at.ask(absent).needs), "profile targets.a");
  }
  small::own(at.reading, "targets.b", 5);
  small::own(at.reading, "targets.a", 6);
  EXPECT_EQ(at.ask().truth, Truth::yes);
  EXPECT_EQ(show(at.ask().needs), "");
}

TEST(Condition, AScoreBetweenTwoEndsDecidesOnlyWhereBothAgree) {
  const Case at(program_with(fill(R"({"score": "value", "at_least": $})", {official("60")})));
  struct Row {
    int low;
    int high;
    const char* truth;
  };
  for (const Row& row : {Row{60, 60, "yes"}, Row{59, 59, "no"}, Row{59, 60, "undetermined"},
                         Row{60, 90, "yes"}, Row{40, 59, "no"}}) {
    // The unrounded score says the opposite and must not matter.
    const ScoreResult score{
        {row.high >= 60 ? 0 : 100, row.high >= 60 ? 0 : 100}, {row.low, row.high}, "formal", {}};
    const std::vector<std::string_view> missing = {"a"};
    const Facts facts{at.program, at.reading, at.reading.enrolment, &score, nullptr, &missing};
    const Outcome outcome = evaluate(at.program.gates[0].when, facts, Absent::undetermined);
    EXPECT_EQ(show(outcome.truth), row.truth) << row.low << ".." << row.high;
    EXPECT_EQ(show(outcome.needs), outcome.truth == Truth::undetermined ? "a" : "");
  }
  EXPECT_EQ(at.ask().truth, Truth::undetermined);
}

TEST(Condition, TheUnroundedScoreIsAnotherThanTheShownOne) {
  const Case at(program_with(fill(R"({"score": "unrounded", "at_least": $})", {official("60")})));
  const ScoreResult score{{small::decimal("59.9"), small::decimal("59.9")}, {60, 60}, "formal", {}};
  EXPECT_EQ(
      evaluate(at.program.gates[0].when,
               Facts{at.program, at.reading, at.reading.enrolment, &score}, Absent::undetermined)
          .truth,
      Truth::no);
}

TEST(Condition, ANodeIsComparedByItsOwnScore) {
  const Case at(program_with(fill(R"({"node": "b", "below": $})", {official("60")})));
  for (const auto& [low, high, truth] :
       {std::tuple(59, 59, "yes"), std::tuple(60, 60, "no"), std::tuple(50, 60, "undetermined")}) {
    const std::vector<std::optional<Span>> nodes = {Span{0, 0}, Span{low, high}};
    EXPECT_EQ(show(evaluate(at.program.gates[0].when,
                            Facts{at.program, at.reading, at.reading.enrolment, nullptr, &nodes},
                            Absent::undetermined)
                       .truth),
              truth);
  }
  const std::vector<std::optional<Span>> nodes = {Span{0, 0}, std::nullopt};
  EXPECT_EQ(evaluate(at.program.gates[0].when,
                     Facts{at.program, at.reading, at.reading.enrolment, nullptr, &nodes},
                     Absent::undetermined)
                .truth,
            Truth::undetermined);
}

TEST(Condition, AWordOfTheEnrolmentIsThatWordOrAnother) {
  Case at(program_with(R"({"enrolment": "store_type", "is": "personal"})", "", "personal"));
  EXPECT_EQ(at.ask().truth, Truth::undetermined);
  EXPECT_EQ(show(at.ask().needs), "enrolment store_type");
  EXPECT_EQ(at.ask(Absent::not_applied).truth, Truth::no);
  EXPECT_EQ(show(at.ask(Absent::not_applied).assumptions), "enrolment store_type = no (not_given)");
  at.reading.enrolment.words = {{"category", "personal"}, {"store_type", "flagship"}};
  EXPECT_EQ(at.ask().truth, Truth::no);
  at.reading.enrolment.words = {{"store_type", "personal"}};
  EXPECT_EQ(at.ask().truth, Truth::yes);
}

TEST(Condition, AStageIsTheOneThatTheStoreIsIn) {
  const Case at(program_with(R"({"stage": "growing"})"));
  for (const auto& [stage, truth] :
       {std::pair("growing", "yes"), std::pair("formal", "no"), std::pair("", "undetermined")}) {
    const ScoreResult score{{1, 1}, {1, 1}, stage, {}};
    EXPECT_EQ(show(evaluate(at.program.gates[0].when,
                            Facts{at.program, at.reading, at.reading.enrolment, &score},
                            Absent::undetermined)
                       .truth),
              truth)
        << stage;
  }
}

TEST(Condition, AFlagThatStandsForAnAbsentInputIsListedAsYes) {
  Case at(program_with(R"({"metric": "g", "is": true})"));
  EXPECT_EQ(at.ask().truth, Truth::yes);
  EXPECT_EQ(show(at.ask().assumptions), "metric g = yes (not_given)");
  give(at.reading, at.program, "g", 0);
  EXPECT_EQ(at.ask().truth, Truth::no);
  EXPECT_EQ(show(at.ask().assumptions), "");
}

// Counts of which exactly `count` are events or cases.
std::string counts(std::string_view subject, int count) {
  const std::string number = std::to_string(count);
  return subject == "count_of" ? fill(R"({"num": $, "den": 1000})", {number})
                               : fill(R"({"num": 0, "den": $})", {number});
}

TEST(Counts, EventsAndCasesAreComparedBelowAtAndAboveTheirThreshold) {
  struct Row {
    const char* operator_;
    const char* below;
    const char* at;
    const char* above;
  };
  for (const char* subject : {"count_of", "sample_of"}) {
    for (const Row& row : {Row{"at_least", "no", "yes", "yes"}, Row{"above", "no", "no", "yes"},
                           Row{"at_most", "yes", "yes", "no"}, Row{"below", "yes", "no", "no"}}) {
      Case at(
          program_with(fill(R"({"$": "r", "$": $})", {subject, row.operator_, official("30")})));
      const auto ask = [&](int count) {
        small::give_counts(at.reading, at.program, "r", counts(subject, count));
        EXPECT_EQ(show(at.ask().needs), "");
        EXPECT_EQ(show(at.ask().truth), show(at.ask(Absent::not_applied).truth));
        return show(at.ask().truth);
      };
      EXPECT_EQ(ask(29), row.below) << subject << " " << row.operator_;
      EXPECT_EQ(ask(30), row.at) << subject << " " << row.operator_;
      EXPECT_EQ(ask(31), row.above) << subject << " " << row.operator_;
    }
  }
}

TEST(Counts, TheCasesOfAMeanAreItsNumber) {
  Case at(program_with(fill(R"({"sample_of": "m", "at_least": $})", {official("3")})));
  for (const int number : {2, 3, 4}) {
    small::give_counts(at.reading, at.program, "m",
                       fill(R"({"sum": 9.5, "n": $})", {std::to_string(number)}));
    EXPECT_EQ(at.ask().truth, number < 3 ? Truth::no : Truth::yes) << number;
  }
}

// That there was nothing is known, though the ratio has no value.
TEST(Counts, NoCasesAreANumberOfCases) {
  Case cases(program_with(fill(R"({"sample_of": "r", "below": $})", {official("1")})));
  Case events(program_with(fill(R"({"count_of": "r", "at_most": $})", {official("0")})));
  for (Case* at : {&cases, &events}) {
    small::give_counts(at->reading, at->program, "r", R"({"num": 0, "den": 0})");
    EXPECT_EQ(at->ask().truth, Truth::yes);
    EXPECT_EQ(at->ask(Absent::not_applied).truth, Truth::yes);
  }
}

TEST(Counts, WithoutCountsTheyAreUndeterminedAndTheMetricIsNeeded) {
  for (const char* subject : {"count_of", "sample_of"}) {
    Case at(program_with(fill(R"({"$": "r", "at_most": $})", {subject, official("30")})));
    EXPECT_EQ(at.ask().truth, Truth::undetermined);
    EXPECT_EQ(show(at.ask().needs), "r");
    give(at.reading, at.program, "r", small::decimal("0.01"));
    EXPECT_EQ(at.ask().truth, Truth::undetermined) << subject;
    EXPECT_EQ(show(at.ask().needs), "r") << subject;
    give(at.reading, at.program, "r", InputState::unknown);
    EXPECT_EQ(at.ask().truth, Truth::undetermined) << subject;
    EXPECT_EQ(at.ask(Absent::not_applied).truth, Truth::undetermined) << subject;
  }
}

// In an adjustment or a stage: a rate that is not given is listed; one given without its counts is
// given, and what is not known to hold does not apply.
TEST(Counts, WhereAbsentMeansNotAppliedOnlyAnInputThatIsNotGivenIsListed) {
  Case at(program_with(fill(R"({"sample_of": "r", "below": $})", {official("30")})));
  EXPECT_EQ(at.ask(Absent::not_applied).truth, Truth::no);
  EXPECT_EQ(show(at.ask(Absent::not_applied).assumptions), "metric r = no (not_given)");
  give(at.reading, at.program, "r", small::decimal("0.01"));
  EXPECT_EQ(at.ask(Absent::not_applied).truth, Truth::no);
  EXPECT_EQ(show(at.ask(Absent::not_applied).assumptions), "");
}

TEST(Met, HoldsWhereAllTheStandardsAreMetByThemselvesOrAnAlternative) {
  Case at(program_with(R"({"met": ["one", "either"]})"));
  for (const Truth a : kTruths) {
    for (const Truth b : kTruths) {
      for (const Truth c : kTruths) {
        set(at, "a", a);
        set(at, "b", b);
        set(at, "c", c);
        const Truth expected = lowest(a, highest(b, c));
        ASSERT_EQ(show(at.ask().truth), show(expected))
            << show(a) << " " << show(b) << " " << show(c);
        ASSERT_EQ(at.ask().needs.empty(), expected != Truth::undetermined);
      }
    }
  }
}

TEST(Met, NamesTheInputsThatWouldDecide) {
  Case at(program_with(R"({"met": ["one", "either"]})"));
  EXPECT_EQ(show(at.ask().needs), "a, b, c");
  set(at, "a", Truth::yes);
  set(at, "b", Truth::no);
  EXPECT_EQ(show(at.ask().needs), "c");
  set(at, "a", Truth::no);
  EXPECT_EQ(show(at.ask().needs), "");
}

// A standard is met here as it is met anywhere: a ratio of nothing too, and one that is advisory.
TEST(Met, TakesStandardsAsTheyAre) {
  Case at(program_with(R"({"met": ["few"]})"));
  EXPECT_EQ(at.ask().truth, Truth::undetermined);
  give(at.reading, at.program, "r", InputState::no_sample);
  EXPECT_EQ(at.ask().truth, Truth::yes);
  give(at.reading, at.program, "r", small::decimal("0.100001"));
  EXPECT_EQ(at.ask().truth, Truth::no);
  give(at.reading, at.program, "r", small::decimal("0.1"));
  EXPECT_EQ(at.ask().truth, Truth::yes);
}

TEST(Condition, TheTraceHoldsEveryComparisonWithTargetAndMargin) {
  Case at(program_with(
      joined("any", {fill(R"({"metric": "a", "at_least": $})", {official("3")}),
                     joined("all", {fill(R"({"metric": "b", "at_most": $})", {official("3")}),
                                    at_least_one("c")})})));
  give(at.reading, at.program, "a", 5);
  give(at.reading, at.program, "b", 7);
  std::vector<Finding> trace;
  EXPECT_EQ(evaluate(at.program.gates[0].when, Facts{at.program, at.reading, at.reading.enrolment},
                     Absent::undetermined, &trace)
                .truth,
            Truth::yes);
  ASSERT_EQ(trace.size(), 3U);
  EXPECT_EQ(trace[0].id, "a");
  EXPECT_EQ(trace[0].target, Rational(3));
  EXPECT_EQ(trace[0].margin, Rational(2));
  EXPECT_EQ(trace[1].met, Truth::no);
  EXPECT_EQ(trace[1].margin, Rational(-4));
  EXPECT_EQ(trace[2].met, Truth::undetermined);
  EXPECT_EQ(trace[2].margin, std::nullopt);
  EXPECT_EQ(show(trace[2].needs), "c");
}

}  // namespace
}  // namespace shopgauge

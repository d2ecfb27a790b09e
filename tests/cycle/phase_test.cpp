// Phases beside months and quarters: none, the end of the year, months that begin with the 15th,
// what the seller may choose, leaving; and when the end of a phase is certain.

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/cycle/timeline.h"
#include "tests/cycle/small_cycle.h"

namespace shopgauge {
namespace {

using small::add_month;
using small::add_months_given;
using small::all_texts;
using small::by_metrics;
using small::date;
using small::event;
using small::events;
using small::fill;
using small::issues;
using small::judged;
using small::Lines;
using small::months;
using small::official;
using small::opened_on;
using small::phase;
using small::phases;
using small::trace;

constexpr std::string_view kJudged = R"(, "judge": ["score"])";

std::string rule(std::string_view id, std::string_view on, std::string_view reaches,
                 std::string_view more = "") {
  return fill(R"({"id": "$", "on": "$"$, "events": [$]$})",
              {id, on, reaches.empty() ? "" : fill(R"(, "reaches": $)", {official(reaches)}),
               event(id, id), more});
}
std::string then(std::string_view phase) {
  return fill(R"(, "then": {"phase": "$", "month_after": 1, "day": 1})", {phase});
}

Course with_months(const Program& program, std::string_view opened, std::string_view first,
                   std::string_view verdicts, std::string_view until) {
  Course course = opened_on(program, opened, until);
  add_months_given(course, program, first, verdicts);
  return course;
}

// Two months of trial, a month that belongs to no phase, then formal ones of two months.
Program with_a_month_between() {
  return small::read(small::Phases{
      phase("first", small::months("2"),
            fill(R"(, "phase": "trial"$, "next": [{"phase": "between"}])", {kJudged})) +
      ", " +
      phase("between", small::months("1"), R"(, "phase": "none", "next": [{"phase": "formal"}])") +
      ", " +
      phase("formal", small::months("2"),
            fill(R"(, "numbered": true$, "next": [{"phase": "formal"}])", {kJudged}))});
}

TEST(None, ItsDaysBelongToNoPhase) {
  const Program program = with_a_month_between();
  Course course = with_months(program, "2026-01-01", "2026-01", "pf", "2026-04-30");
  EXPECT_EQ(phases(program, course),
            (Lines{"trial 2026-01-01..2026-02-28", "formal 1 2026-04-01..2026-05-31"}));
  for (const auto& [day, phase] :
       {std::pair("2026-02-28", "trial"), std::pair("2026-03-01", ""), std::pair("2026-03-31", ""),
        std::pair("2026-04-01", "formal")}) {
    course.date = date(day);
    EXPECT_EQ(trace(program, course).standing.phase, phase) << day;
  }
  add_month(course, "2026-03", judged(program, 'p'));
  EXPECT_EQ(issues(program, course), (Lines{"months.not_assessed /months/2"}));
}

// Several phases of a document may have one name in replies; each keeps its own id.
TEST(PhaseId, IsTheDocumentsOwnBesideTheNameThatRepliesGive) {
  const Program program = with_a_month_between();
  Course course = with_months(program, "2026-01-01", "2026-01", "pf", "2026-04-30");
  const Timeline timeline = trace(program, course);
  ASSERT_EQ(timeline.phases.size(), 2U);
  EXPECT_EQ(timeline.phases[0].id, "first");
  EXPECT_EQ(timeline.phases[1].id, "formal");
  EXPECT_EQ(timeline.months[0].id, "first");
  EXPECT_EQ(timeline.months[2].id, "formal");
  EXPECT_EQ(timeline.standing.id, "formal");
  course.date = date("2026-03-15");
  EXPECT_EQ(trace(program, course).standing.id, "between");
}

// Removed with the second failure, for good.
Program with_removal() {
  return small::read(small::Phases{
      phase(
          "first", small::months("6"),
          fill(
              R"(, "phase": "formal", "numbered": true$, "rules": [$, $], "completed": {"events": [$]}, "next": [{"phase": "first"}])",
              {kJudged, rule("warned", "failures", "1"),
               rule("removed", "failures", "2", then("gone")),
               event("cycle_completed", "completed")})) +
      ", " + phase("gone", R"("open")", R"(, "phase": "none")")});
}

TEST(Removal, LeavesTheStoreInNoPhaseWithNothingAhead) {
  const Program program = with_removal();
  Course course = with_months(program, "2026-01-01", "2026-01", "fpf", "2026-12-31");
  EXPECT_EQ(phases(program, course), (Lines{"formal 1 2026-01-01..2026-03-31"}));
  EXPECT_EQ(events(program, course), (Lines{"2026-01-31 warned", "2026-03-31 removed"}));
  const Standing after = trace(program, course).standing;
  EXPECT_EQ(after.phase, "");
  EXPECT_EQ(after.cycle, std::nullopt);
  EXPECT_EQ(after.store_type, "flagship");
  EXPECT_EQ(after.failures, std::nullopt);
  EXPECT_EQ(after.failures_left, std::nullopt);
  EXPECT_EQ(after.passes_needed, std::nullopt);
  EXPECT_FALSE(after.deadline.has_value());
  EXPECT_FALSE(after.next.has_value());
  course.date = date("2026-03-31");
  EXPECT_EQ(trace(program, course).standing.phase, "formal");
  EXPECT_EQ(trace(program, course).standing.failures, 2);
  add_month(course, "2026-04", judged(program, 'p'));
  EXPECT_EQ(issues(program, course), (Lines{"months.not_assessed /months/3"}));
}

TEST(YearEnd, APhaseRunsToTheLastDayOfTheYearOfItsFirst) {
  const Program program = small::read(small::Phases{
      phase("first", R"({"until": "year_end"})",
            fill(R"(, "phase": "trial"$, "next": [{"phase": "year"}])", {kJudged})) +
      ", " +
      phase(
          "year", R"({"until": "year_end"})",
          fill(
              R"(, "phase": "formal", "numbered": true$, "completed": {"events": [$]}, "next": [{"phase": "year"}])",
              {kJudged, event("cycle_completed", "completed")}))});
  for (const auto& [opened, first] : {std::pair("2026-01-01", "trial 2026-01-01..2026-12-31"),
                                      std::pair("2026-03-17", "trial 2026-03-17..2026-12-31"),
                                      std::pair("2026-12-31", "trial 2026-12-31..2026-12-31")}) {
    const Course course = opened_on(program, opened, "2028-06-30");
    EXPECT_EQ(phases(program, course),
              (Lines{first, "formal 1 2027-01-01..2027-12-31", "formal 2 2028-01-01..2028-12-31"}))
        << opened;
    EXPECT_EQ(events(program, course), (Lines{"2027-12-31 cycle_completed"})) << opened;
  }
  const Course course = with_months(program, "2026-11-20", "2026-11", "pfp", "2027-01-31");
  EXPECT_EQ(months(program, course),
            (Lines{"2026-11 trial pass", "2026-12 trial fail", "2027-01 formal 1 pass"}));
}

Program from_month(std::string_view day, std::string_view status = "official") {
  return small::read(small::Phases{
      .phases =
          phase("first", small::months("3"), fill(R"(, "phase": "trial"$, "next": [])", {kJudged})),
      .entry = fill(
          R"({"fields": ["opened"], "phase": "first", "from": {"field": "opened", "month_start": $}})",
          {small::figure(day, status)})});
}

TEST(MonthStart, UpToItsDayTheMonthItselfCountsElseTheNext) {
  struct Row {
    const char* day;
    const char* opened;
    const char* first;
  };
  for (const Row& row : {
           Row{"15", "2026-04-01", "2026-04-01"},
           Row{"15", "2026-04-14", "2026-04-01"},
           Row{"15", "2026-04-15", "2026-04-01"},
           Row{"15", "2026-04-16", "2026-05-01"},
           Row{"15", "2026-04-30", "2026-05-01"},
           Row{"15", "2026-05-31", "2026-06-01"},
           Row{"15", "2026-12-15", "2026-12-01"},
           Row{"15", "2026-12-16", "2027-01-01"},
           Row{"15", "2026-12-31", "2027-01-01"},
           Row{"15", "2028-02-29", "2028-03-01"},
           Row{"15", "2026-02-28", "2026-03-01"},
           Row{"1", "2026-04-01", "2026-04-01"},
           Row{"1", "2026-04-02", "2026-05-01"},
           Row{"31", "2026-05-31", "2026-05-01"},
           Row{"31", "2026-04-30", "2026-04-01"},
           Row{"31", "2026-02-28", "2026-02-01"},
           Row{"30", "2026-05-31", "2026-06-01"},
           Row{"30", "2026-05-30", "2026-05-01"},
       }) {
    const Program program = from_month(row.day);
    const Timeline timeline = trace(program, opened_on(program, row.opened, "2028-06-30"));
    EXPECT_EQ(to_text(timeline.first_day.value()), row.first) << row.day << " " << row.opened;
    EXPECT_EQ(to_text(timeline.phases[0].from), row.first) << row.day << " " << row.opened;
  }
}

TEST(MonthStart, TheMonthOfTheOpeningIsJudgedWhereItCounts) {
  const Program program = from_month("15");
  EXPECT_EQ(issues(program, with_months(program, "2026-04-15", "2026-04", "p", "2026-05-31")),
            Lines());
  EXPECT_EQ(issues(program, with_months(program, "2026-04-16", "2026-04", "p", "2026-05-31")),
            (Lines{"months.not_assessed /months/0"}));
}

TEST(MonthStart, ADayThatIsAssumedIsListed) {
  const Program program = from_month("15", "assumed");
  EXPECT_EQ(small::show(trace(program, opened_on(program, "2026-04-16", "2026-05-31")).assumptions),
            "program (assumed)");
}

// Formal months, from which a store may leave or be converted.
std::string choice(std::string_view id, std::string_view more = "") {
  return fill(R"({"id": "$", "events": [$]$})", {id, event(id, id), more});
}
Program with_choices(const std::string& choices, const std::string& rules = "",
                     const std::string& length = R"("open")", const std::string& more = "",
                     const std::string& other_phases = "") {
  return small::read(
      small::Phases{phase("first", length,
                          fill(R"(, "phase": "formal"$, "rules": [$], "choices": [$]$)",
                               {kJudged, rules, choices, more})) +
                    other_phases});
}

TEST(Leaving, EndsThePhaseTheDayBeforeAndNothingFollows) {
  const Program program = with_choices(choice("converted") + ", " + choice("exited"));
  for (const char* id : {"converted", "exited"}) {
    Course course = with_months(program, "2026-01-01", "2026-01", "pf", "2026-12-31");
    course.choices = {{id, {"2026-03-10"}}};
    EXPECT_EQ(phases(program, course), (Lines{"formal 2026-01-01..2026-03-09"}));
    EXPECT_EQ(events(program, course), (Lines{std::string("2026-03-10 ") + id}));
    EXPECT_EQ(months(program, course).size(), 2U);
    const Standing after = trace(program, course).standing;
    EXPECT_EQ(after.phase, "");
    EXPECT_FALSE(after.deadline.has_value());
    EXPECT_FALSE(after.next.has_value());
    course.date = date("2026-03-09");
    EXPECT_EQ(trace(program, course).standing.phase, "formal");
    EXPECT_EQ(small::show(*trace(program, course).standing.next), std::string("2026-03-10 ") + id);
    add_month(course, "2026-03", judged(program, 'p'));
    EXPECT_EQ(issues(program, course), (Lines{"months.not_assessed /months/2"}));
  }
}

TEST(Leaving, IsOpenOnEachDayOfThePhaseUpToTheLastDay) {
  const Program program = with_choices(choice("exited"));
  for (const auto& [day, open] : {std::pair("2025-12-31", false), std::pair("2026-01-01", true),
                                  std::pair("2026-01-31", true), std::pair("2026-02-01", true),
                                  std::pair("2026-06-30", true), std::pair("2026-07-01", false)}) {
    Course course = opened_on(program, "2026-01-01", "2026-06-30");
    course.choices = {{"exited", {day}}};
    EXPECT_EQ(issues(program, course), open ? Lines() : Lines{"choices.date /choices/exited"})
        << day;
  }
}

// Of a phase that has run out nothing can be chosen any more, also not in its last month.
TEST(Leaving, IsNotOpenAfterThePhasesLastDay) {
  const Program program = with_choices(choice("exited"), "", small::days("40"),
                                       R"(, "next": [{"phase": "recovery"}])", "");
  for (const auto& [day, open] : {std::pair("2026-02-08", true), std::pair("2026-02-09", true),
                                  std::pair("2026-02-10", false), std::pair("2026-02-28", false),
                                  std::pair("2026-03-01", false)}) {
    Course course = opened_on(program, "2026-01-01", "2026-06-30");
    course.choices = {{"exited", {day}}};
    EXPECT_EQ(issues(program, course), open ? Lines() : Lines{"choices.date /choices/exited"})
        << day;
  }
}

TEST(Leaving, TheEarlierOfTwoChoicesEndsThePhase) {
  const Program program = with_choices(choice("converted") + ", " + choice("exited"));
  for (const auto& [converted, exited, left] :
       {std::tuple("2026-03-10", "2026-03-20", "exited"),
        std::tuple("2026-03-20", "2026-03-10", "converted"),
        std::tuple("2026-04-20", "2026-03-10", "converted")}) {
    Course course = opened_on(program, "2026-01-01", "2026-06-30");
    course.choices = {{"converted", {converted}}, {"exited", {exited}}};
    EXPECT_EQ(issues(program, course), (Lines{std::string("choices.date /choices/") + left}))
        << converted << " " << exited;
  }
}

TEST(Choice, AfterARuleIsOpenOnceItHasFired) {
  const Program program =
      with_choices(choice("exited", R"(, "after": "warned")"), rule("warned", "failures", "2"));
  for (const auto& [verdicts, open] :
       {std::pair("ff", true), std::pair("fpf", true), std::pair("fp", false),
        std::pair("f-", false), std::pair("ffp", true), std::pair("ffpp", true),
        std::pair("", false)}) {
    Course course = with_months(program, "2026-01-01", "2026-01", verdicts, "2026-12-31");
    course.choices = {{"exited", {"2026-06-15"}}};
    EXPECT_EQ(issues(program, course), open ? Lines() : Lines{"choices.date /choices/exited"})
        << verdicts;
  }
}

TEST(Choice, AfterAnyOfSeveralRulesIsOpenOnceOneHasFired) {
  const Program program = with_choices(choice("exited", R"(, "after": ["warned", "restricted"])"),
                                       rule("warned", "failures", "3") + ", " +
                                           rule("restricted", "failures_in_a_row", "2") + ", " +
                                           rule("rewarded", "passes_in_a_row", "1"));
  for (const auto& [verdicts, open] : {std::pair("ff", true), std::pair("fpfpf", true),
                                       std::pair("fpfp", false), std::pair("pp", false)}) {
    Course course = with_months(program, "2026-01-01", "2026-01", verdicts, "2026-12-31");
    course.choices = {{"exited", {"2026-06-15"}}};
    EXPECT_EQ(issues(program, course), open ? Lines() : Lines{"choices.date /choices/exited"})
        << verdicts;
  }
}

// A rule that fires each time has fired.
TEST(Choice, AfterARuleThatFiresAgainIsOpenToo) {
  for (const std::string& fired : {rule("warned", "each_failure", ""),
                                   rule("warned", "failures_in_a_row", "1", R"(, "again": true)"),
                                   rule("warned", "failures", "1", R"(, "again": true)")}) {
    const Program program = with_choices(choice("exited", R"(, "after": "warned")"), fired);
    Course course = with_months(program, "2026-01-01", "2026-01", "pf", "2026-12-31");
    course.choices = {{"exited", {"2026-03-15"}}};
    EXPECT_EQ(issues(program, course), Lines());
    course.choices = {{"exited", {"2026-02-15"}}};
    EXPECT_EQ(issues(program, course), (Lines{"choices.date /choices/exited"}));
  }
}

// Once fired is fired, also in a later block.
TEST(Choice, AfterARuleWithBlocksStaysOpen) {
  const Program program =
      with_choices(choice("exited", R"(, "after": "warned")"),
                   rule("warned", "failures", "1", fill(R"(, "blocks": $)", {official("2")})));
  Course course = with_months(program, "2026-01-01", "2026-01", "fpp", "2026-12-31");
  course.choices = {{"exited", {"2026-04-15"}}};
  EXPECT_EQ(issues(program, course), Lines());
}

TEST(Choice, InAMonthAfterAPassingOne) {
  const Program program = with_choices(choice("exited", R"(, "month_after": "pass")"));
  for (const auto& [verdicts, day, open] :
       {std::tuple("p", "2026-02-01", true), std::tuple("p", "2026-02-28", true),
        std::tuple("p", "2026-01-15", false), std::tuple("p", "2026-03-01", false),
        std::tuple("pp", "2026-03-01", true), std::tuple("pf", "2026-03-01", false),
        std::tuple("pn", "2026-03-01", false), std::tuple("fp", "2026-03-31", true)}) {
    Course course = with_months(program, "2026-01-01", "2026-01", verdicts, "2026-12-31");
    course.choices = {{"exited", {day}}};
    EXPECT_EQ(issues(program, course), open ? Lines() : Lines{"choices.date /choices/exited"})
        << verdicts << " " << day;
  }
}

TEST(Choice, WithATransitionTheNextPhaseBeginsOnItsDayOrMonthsAfter) {
  for (const auto& [then, begin] :
       {std::pair(R"({"phase": "recovery"})", "2026-03-10"),
        std::pair(R"({"phase": "recovery", "month_after": 1, "day": 1})", "2026-04-01"),
        std::pair(R"({"phase": "recovery", "month_after": 2, "day": 28})", "2026-05-28")}) {
    const Program program =
        with_choices(choice("converted", fill(R"(, "then": $)", {then})), "", R"("open")", "", "");
    Course course = opened_on(program, "2026-01-01", "2026-12-31");
    course.choices = {{"converted", {"2026-03-10"}}};
    EXPECT_EQ(phases(program, course),
              (Lines{"formal 2026-01-01..2026-03-09", std::string("recovery ") + begin + ".."}));
  }
}

// The type that the seller chooses may stand at any event.
TEST(Choice, OfATypeMayStandAtTheEndOfAPhase) {
  const Program program = small::read(small::Phases{
      .phases = phase(
          "first", small::months("1"),
          fill(
              R"(, "phase": "formal", "completed": {"events": [$]}, "next": [])",
              {event(
                  "converted", "done",
                  R"(, "to": {"choice": "convert_to", "of": ["flagship", "specialty_store"], "default": "flagship"})")})),
      .texts = "store_type.specialty_store"});
  Course course = opened_on(program, "2026-01-01", "2026-12-31");
  EXPECT_EQ(events(program, course), (Lines{"2026-01-31 converted flagship"}));
  course.choices = {{"convert_to", {"specialty_store"}}};
  EXPECT_EQ(issues(program, course), Lines());
  if (issues(program, course).empty()) {
    EXPECT_EQ(events(program, course), (Lines{"2026-01-31 converted specialty_store"}));
  }
}

TEST(Next, AnEmptyListMeansThatTheStoreLeaves) {
  const Program program = small::read(
      small::Phases{phase("first", small::months("2"),
                          fill(R"(, "phase": "trial"$, "completed": {"events": [$]}, "next": [])",
                               {kJudged, event("cycle_completed", "completed")}))});
  const Course course = with_months(program, "2026-01-01", "2026-01", "pp", "2026-12-31");
  EXPECT_EQ(phases(program, course), (Lines{"trial 2026-01-01..2026-02-28"}));
  EXPECT_EQ(events(program, course), (Lines{"2026-02-28 cycle_completed"}));
  EXPECT_EQ(trace(program, course).standing.phase, "");
  EXPECT_FALSE(trace(program, course).standing.deadline.has_value());
}

// Four months with these rules; each that leads away leads to recovery.
Program four_months(const std::string& rules) {
  return small::read(small::Phases{
      phase("first", small::months("4"),
            fill(R"(, "phase": "formal"$, "rules": [$], "completed": {"events": [$]}, "next": [])",
                 {kJudged, rules, event("cycle_completed", "completed")}))});
}

bool completes(const Program& program, const std::string& verdicts) {
  const Lines all =
      events(program, with_months(program, "2026-01-01", "2026-01", verdicts, "2026-06-30"));
  return std::find(all.begin(), all.end(), "2026-04-30 cycle_completed") != all.end();
}

// Announced exactly where every way of filling the open months brings it.
void expect_certain(const std::string& rules) {
  const Program program = four_months(rules);
  for (const std::string& verdicts : all_texts("pfu-", 4)) {
    bool always = true;
    for (const std::string& filling : all_texts("pf", 4)) {
      std::string filled = verdicts;
      for (std::size_t i = 0; i < filled.size(); ++i) {
        filled[i] = filled[i] == 'u' || filled[i] == '-' ? filling[i] : filled[i];
      }
      always = always && completes(program, filled);
    }
    ASSERT_EQ(completes(program, verdicts), always) << verdicts << " " << rules.substr(0, 60);
  }
}

TEST(Certain, TheEndIsAnnouncedWhereNoOpenMonthCouldHaveBroughtTheFailures) {
  expect_certain(rule("downgraded", "failures", "2", then("recovery")));
  expect_certain(rule("downgraded", "failures", "4", then("recovery")));
  expect_certain(rule("warned", "failures", "1"));
}

TEST(Certain, TheEndIsAnnouncedWhereNoOpenMonthCouldHaveFilledABlock) {
  expect_certain(rule("downgraded", "failures", "2",
                      fill(R"(, "blocks": $$)", {official("2"), then("recovery")})));
  expect_certain(rule("downgraded", "failures", "1",
                      fill(R"(, "blocks": $$)", {official("3"), then("recovery")})));
}

TEST(Certain, TheEndIsAnnouncedWhereNoOpenMonthCouldHaveMadeARow) {
  expect_certain(rule("downgraded", "failures_in_a_row", "2", then("recovery")));
  expect_certain(rule("upgraded", "passes_in_a_row", "3", then("recovery")));
}

TEST(Certain, TheEndIsAnnouncedWhereNoOpenMonthCouldHaveBeenOneOfEach) {
  expect_certain(rule("downgraded", "each_failure", "", then("recovery")));
}

TEST(Certain, AMonthThatLeavesARulesOwnStandardsUndeterminedIsNotOpen) {
  const Program program = four_months(
      rule("downgraded", "failures", "1", R"(, "judge": ["sales"])" + then("recovery")));
  Course course = opened_on(program, "2026-01-01", "2026-06-30");
  for (const char* month : {"2026-01", "2026-02", "2026-03"}) {
    add_month(course, month, by_metrics(program, {{"score", 70}, {"sales", 100}}));
  }
  EXPECT_EQ(events(program, course), Lines());
  add_month(course, "2026-04", by_metrics(program, {{"score", 70}}));
  EXPECT_EQ(events(program, course), (Lines{"2026-04-30 cycle_completed"}));
}

}  // namespace
}  // namespace shopgauge

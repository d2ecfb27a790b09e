// Where a store stands on a day: phase, counters, the next date on which anything is decided, and
// the next certain event.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/cycle/timeline.h"
#include "tests/cycle/small_cycle.h"

namespace shopgauge {
namespace {

using small::add_months_given;
using small::course_of;
using small::date;

// "formal 1, flagship, failures 2 left 1, deadline 2022-04-30 month, next 2022-04-01 warned".
std::string standing(const Program& program, const Course& course) {
  const Timeline timeline = small::trace(program, course);
  const Standing& at = timeline.standing;
  std::string text = (at.phase.empty() ? "no phase" : std::string(at.phase)) +
                     small::cycle_of(at.cycle) + ", " + std::string(at.store_type);
  text += at.failures ? ", failures " + std::to_string(*at.failures) : "";
  text += at.failures_left ? " left " + std::to_string(*at.failures_left) : "";
  text += at.passes_in_a_row ? ", row " + std::to_string(*at.passes_in_a_row) : "";
  text += at.passes_needed ? " needed " + std::to_string(*at.passes_needed) : "";
  text += at.deadline ? ", deadline " + small::show(*at.deadline) : "";
  text += at.next ? ", next " + small::show(*at.next) : "";
  return text;
}

// Of a store whose first cycle begins on 2022-02-01.
std::string formal(const Program& program, std::string_view verdicts, std::string_view until,
                   std::string_view today = "") {
  Course course = course_of({{"formal_since", date("2022-02-01")}}, until);
  add_months_given(course, program, "2022-02", verdicts);
  if (!today.empty()) {
    course.date = date(today);
  }
  return standing(program, course);
}

TEST(Standing, IsTakenOnTheLastDayUnlessADayIsNamed) {
  const Program program = small::half_year();
  EXPECT_EQ(formal(program, "f", "2022-03-10"),
            "formal 1, flagship, failures 1 left 2, deadline 2022-03-31 month");
  EXPECT_EQ(formal(program, "f", "2022-06-30"),
            "formal 1, flagship, failures 1 left 2, deadline 2022-06-30 month");
  EXPECT_EQ(formal(program, "f", "2022-06-30", "2022-03-10"),
            "formal 1, flagship, failures 1 left 2, deadline 2022-03-31 month");
}

TEST(Standing, AMonthEndIsItsOwnDeadlineAndThenTheNextOne) {
  const Program program = small::half_year();
  EXPECT_EQ(formal(program, "f", "2022-03-31"),
            "formal 1, flagship, failures 1 left 2, deadline 2022-03-31 month");
  EXPECT_EQ(formal(program, "f", "2022-04-30", "2022-04-01"),
            "formal 1, flagship, failures 1 left 2, deadline 2022-04-30 month");
}

TEST(Standing, TheLastMonthOfACycleDecidesTheCycle) {
  const Program program = small::half_year();
  EXPECT_EQ(formal(program, "fpppf", "2022-07-10"),
            "formal 1, flagship, failures 2 left 1, deadline 2022-07-31 cycle");
  EXPECT_EQ(formal(program, "fpppp", "2022-07-10"),
            "formal 1, flagship, failures 1 left 2, deadline 2022-07-31 cycle, next 2022-07-31 "
            "cycle_completed");
}

TEST(Standing, AnEventThatIsAlreadyCertainIsNext) {
  const Program program = small::half_year();
  EXPECT_EQ(
      formal(program, "ff", "2022-03-31"),
      "formal 1, flagship, failures 2 left 1, deadline 2022-04-30 month, next 2022-04-01 warned");
  EXPECT_EQ(formal(program, "ff", "2022-04-01"),
            "formal 1, flagship, failures 2 left 1, deadline 2022-04-30 month");
  EXPECT_EQ(formal(program, "fff", "2022-04-30"),
            "formal 1, flagship, failures 3 left 0, deadline 2022-05-31 month, next 2022-05-01 "
            "downgrade_notice");
}

TEST(Standing, AfterADowngradeTheStoreRecovers) {
  const Program program = small::half_year();
  EXPECT_EQ(formal(program, "fff", "2022-05-01"),
            "recovery, specialty_store, row 0 needed 1, deadline 2022-05-31 month");
  EXPECT_EQ(formal(program, "fffp", "2022-05-31"),
            "recovery, specialty_store, row 1, deadline 2022-06-30 month, next 2022-06-01 "
            "upgrade_eligible");
  EXPECT_EQ(formal(program, "fffp", "2022-06-15"),
            "recovery, specialty_store, row 1, deadline 2022-06-30 month");
}

TEST(Standing, DaysBetweenPhasesBelongToNone) {
  const Program program = small::quarter();
  EXPECT_EQ(formal(program, "ff", "2022-03-31"),
            "formal 1, flagship, failures 2 left 0, deadline 2022-04-30 month, next 2022-04-02 "
            "downgraded specialty_store");
  EXPECT_EQ(
      formal(program, "ff", "2022-04-01"),
      "no phase, flagship, deadline 2022-04-30 month, next 2022-04-02 downgraded specialty_store");
  EXPECT_EQ(formal(program, "ff", "2022-04-02"),
            "recovery, specialty_store, row 0 needed 1, deadline 2022-04-30 month");
}

TEST(Standing, ThePassesThatAreNeededDependOnTheDowngrades) {
  const Program program = small::quarter();
  Course course =
      course_of({{"recovery_since", date("2022-03-02")}}, "2022-04-30", {{"downgrades", 2}});
  add_months_given(course, program, "2022-03", "p");
  EXPECT_EQ(standing(program, course),
            "recovery, specialty_store, row 1 needed 2, deadline 2022-04-30 month");
  course.base.enrolment.counts = {{"downgrades", 1}};
  EXPECT_EQ(standing(program, course),
            "recovery, specialty_store, row 1, deadline 2022-04-30 month");
}

// Two failures end the phase of a store that was never downgraded, three that of any store.
TEST(Standing, TheFailuresLeftAreThoseOfTheNearestRuleThatHolds) {
  const auto rule = [](std::string_view id, std::string_view reaches, std::string_view more) {
    return small::fill(
        R"({"id": "$", "on": "failures", "reaches": $$, "then": {"phase": "recovery", "month_after": 1, "day": 1}})",
        {id, small::official(reaches), more});
  };
  const std::string never = rule("never", "2", R"(, "downgrades": {"at_most": 0})");
  const std::string any = rule("any", "3", "");
  for (const std::string& rules : {never + ", " + any, any + ", " + never}) {
    const Program program = small::read(small::Phases{small::phase(
        "first", small::months("6"),
        small::fill(R"(, "phase": "formal", "judge": ["score"], "rules": [$], "next": [])",
                    {rules}))});
    Course course = course_of({{"opened", date("2022-02-01")}}, "2022-03-10");
    add_months_given(course, program, "2022-02", "f");
    EXPECT_EQ(small::trace(program, course).standing.failures_left, 1) << rules;
    course.base.enrolment.counts = {{"downgrades", 1}};
    EXPECT_EQ(small::trace(program, course).standing.failures_left, 2) << rules;
  }
}

TEST(Standing, ATrialEndsWithItsCheck) {
  const Program program = small::quarter();
  const auto on = [&](std::string_view today, std::string_view until, char verdict) {
    Course course = course_of({{"joined", date("2026-06-10")}}, until);
    course.date = date(today);
    if (verdict != '-') {
      course.checks = {{0, date("2026-07-11"), small::judged(program, verdict)}};
    }
    return standing(program, course);
  };
  EXPECT_EQ(on("2026-06-11", "2026-06-30", '-'), "trial, flagship, deadline 2026-07-11 check");
  EXPECT_EQ(on("2026-07-11", "2026-07-11", '-'), "exempt, flagship, deadline 2026-07-11 check");
  EXPECT_EQ(on("2026-07-12", "2026-07-31", '-'), "exempt, flagship, deadline 2026-08-31 month");
  EXPECT_EQ(on("2026-07-11", "2026-07-31", 'p'), "exempt, flagship, deadline 2026-08-31 month");
  EXPECT_EQ(on("2026-07-11", "2026-07-31", 'f'),
            "recovery, specialty_store, row 0 needed 1, deadline 2026-07-31 month");
  EXPECT_EQ(
      on("2026-07-10", "2026-07-31", 'f'),
      "trial, flagship, deadline 2026-07-31 month, next 2026-07-11 downgraded specialty_store");
}

TEST(Standing, ExemptDaysLeadToTheFirstMonthOfTheCycle) {
  const Program program = small::half_year();
  Course course = course_of(
      {{"opened", date("2020-01-01")}, {"first_assessed", date("2022-01-31")}}, "2022-01-31");
  EXPECT_EQ(standing(program, course), "exempt, flagship, deadline 2022-02-28 month");
}

TEST(Standing, BeforeTheFirstDayThereIsNoPhase) {
  const Program program = small::half_year();
  Course course = course_of({{"formal_since", date("2022-02-01")}}, "2022-01-15");
  EXPECT_EQ(standing(program, course), "no phase, flagship, deadline 2022-02-28 month");
  EXPECT_TRUE(small::trace(program, course).phases.empty());
}

TEST(Standing, TheStoreTypeIsWhatTheStoreEnteredAsUntilAnEventChangesIt) {
  const Program program = small::half_year();
  Course course = course_of({{"formal_since", date("2022-02-01")}}, "2022-05-31");
  course.base.enrolment.words = {{"store_type", "brand_flagship"}};
  add_months_given(course, program, "2022-02", "fff");
  course.date = date("2022-04-30");
  EXPECT_EQ(small::trace(program, course).standing.store_type, "brand_flagship");
  course.date = date("2022-05-01");
  EXPECT_EQ(small::trace(program, course).standing.store_type, "specialty_store");
}

}  // namespace
}  // namespace shopgauge

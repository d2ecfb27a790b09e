// How a store enters: which dates, in which phase and with which counters, and which enrolments are
// refused.

#include "core/cycle/entry.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "tests/cycle/small_cycle.h"

namespace shopgauge {
namespace {

using small::add_months_given;
using small::course_of;
using small::date;
using small::events;
using small::issues;
using small::Lines;
using small::months;
using small::phases;
using small::trace;

Course opened(std::string_view opened, std::string_view first_assessed, std::string_view until) {
  return course_of({{"opened", date(opened)}, {"first_assessed", date(first_assessed)}}, until);
}

TEST(Entry, AStoreThatOpenedLessThanAMonthAgoHasATrial) {
  const Program program = small::half_year();
  EXPECT_EQ(phases(program, opened("2022-01-04", "2022-01-04", "2022-11-30")),
            (Lines{"exempt 2022-01-04..2022-01-31", "trial 2022-02-01..2022-04-30",
                   "formal 1 2022-05-01..2022-10-31", "formal 2 2022-11-01..2023-04-30"}));
}

TEST(Entry, ExactlyOneMonthIsNotLessThanOne) {
  const Program program = small::half_year();
  struct Row {
    const char* opened;
    const char* first_assessed;
    bool trial;
  };
  for (const Row& row :
       {Row{"2022-01-04", "2022-02-03", true}, Row{"2022-01-04", "2022-02-04", false},
        Row{"2022-01-04", "2022-02-05", false},
        // The month's end is clamped: one month after the 28th to the 31st of January is 28
        // February.
        Row{"2022-01-28", "2022-02-27", true}, Row{"2022-01-31", "2022-02-27", true},
        Row{"2022-01-31", "2022-02-28", false}, Row{"2022-01-29", "2022-02-28", false},
        Row{"2024-01-31", "2024-02-28", true}, Row{"2024-01-31", "2024-02-29", false},
        Row{"2021-12-31", "2022-01-30", true}, Row{"2021-12-31", "2022-01-31", false},
        Row{"2020-06-01", "2022-02-01", false}}) {
    const Lines all = phases(program, opened(row.opened, row.first_assessed, "2024-03-31"));
    EXPECT_EQ(all[1].substr(0, 5) == "trial", row.trial) << row.opened << " " << row.first_assessed;
  }
  EXPECT_EQ(phases(program, opened("2024-01-31", "2024-02-28", "2024-03-31"))[1],
            "trial 2024-03-01..2024-05-31");
  EXPECT_EQ(phases(program, opened("2024-01-31", "2024-02-29", "2024-03-31"))[1],
            "formal 1 2024-03-01..2024-08-31");
}

TEST(Entry, AFirstAssessmentOnTheLastDayOfAMonthIsExemptForThatDay) {
  const Program program = small::half_year();
  for (const auto& [day, next] :
       {std::pair("2022-01-31", "2022-02-01"), std::pair("2024-02-29", "2024-03-01"),
        std::pair("2022-12-31", "2023-01-01")}) {
    const Lines all = phases(program, opened("2020-01-01", day, next));
    EXPECT_EQ(all[0], std::string("exempt ") + day + ".." + day);
    EXPECT_EQ(all[1].substr(0, 19), std::string("formal 1 ") + next);
  }
  EXPECT_EQ(phases(program, opened("2020-01-01", "2022-02-01", "2022-02-28")),
            (Lines{"exempt 2022-02-01..2022-02-28"}));
}

TEST(Entry, EachFailedTrialMonthPutsTheStoreAtRiskAndNothingMore) {
  const Program program = small::half_year();
  Course course = opened("2022-01-04", "2022-01-04", "2022-05-31");
  add_months_given(course, program, "2022-02", "fnf");
  EXPECT_EQ(events(program, course), (Lines{"2022-03-01 at_risk", "2022-05-01 at_risk"}));
  EXPECT_EQ(months(program, course), (Lines{"2022-02 trial fail", "2022-03 trial not_assessed",
                                            "2022-04 trial fail", "2022-05 formal 1 pending 0"}));
}

TEST(Entry, ATrialOfDaysBeginsTheDayAfterJoining) {
  const Program program = small::quarter();
  struct Row {
    const char* joined;
    Lines phases;
    const char* check;
  };
  const Row rows[] = {
      {"2026-06-10",
       {"trial 2026-06-11..2026-07-10", "exempt 2026-07-11..2026-07-31",
        "formal 1 2026-08-01..2026-10-31"},
       "2026-07-11"},
      {"2026-01-01",
       {"trial 2026-01-02..2026-01-31", "exempt 2026-02-01..2026-02-28",
        "formal 1 2026-03-01..2026-05-31"},
       "2026-02-01"},
      {"2025-12-31",
       {"trial 2026-01-01..2026-01-30", "exempt 2026-01-31..2026-01-31",
        "formal 1 2026-02-01..2026-04-30"},
       "2026-01-31"},
      {"2028-01-30",
       {"trial 2028-01-31..2028-02-29", "exempt 2028-03-01..2028-03-31",
        "formal 1 2028-04-01..2028-06-30"},
       "2028-03-01"},
  };
  for (const Row& row : rows) {
    Course course = course_of({{"joined", date(row.joined)}}, row.phases[2].substr(9, 10));
    EXPECT_EQ(phases(program, course), row.phases) << row.joined;
    const Timeline timeline = trace(program, course);
    ASSERT_EQ(timeline.checks.size(), 1U) << row.joined;
    EXPECT_EQ(to_text(timeline.checks[0].date), row.check) << row.joined;
    EXPECT_EQ(timeline.checks[0].verdict, MonthVerdict::pending) << row.joined;
    EXPECT_EQ(timeline.checks[0].standard, "trial") << row.joined;
  }
}

TEST(Entry, AFailedTrialCheckDowngradesOnItsDayAndThatMonthCounts) {
  const Program program = small::quarter();
  Course course = course_of({{"joined", date("2026-06-10")}}, "2026-08-31");
  course.checks = {{0, date("2026-07-11"), small::judged(program, 'f')}};
  add_months_given(course, program, "2026-07", "p");
  EXPECT_EQ(phases(program, course),
            (Lines{"trial 2026-06-11..2026-07-10", "recovery 2026-07-11.."}));
  EXPECT_EQ(events(program, course),
            (Lines{"2026-07-11 downgraded specialty_store", "2026-08-01 upgrade_eligible"}));
  course.checks = {{0, date("2026-07-10"), small::judged(program, 'f')}};
  course.months.clear();
  EXPECT_EQ(issues(program, course), (Lines{"checks.date /checks/0"}));
}

TEST(Entry, APassedTrialCheckLeadsToTheExemptRestOfTheMonth) {
  const Program program = small::quarter();
  Course course = course_of({{"joined", date("2026-06-10")}}, "2026-07-31");
  course.checks = {{0, date("2026-07-11"), small::judged(program, 'p')}};
  EXPECT_EQ(phases(program, course),
            (Lines{"trial 2026-06-11..2026-07-10", "exempt 2026-07-11..2026-07-31"}));
  EXPECT_EQ(events(program, course), Lines());
}

TEST(MidCourse, TheCountedFailuresStandBeforeTheFirstMonthListed) {
  const Program program = small::half_year();
  Course course =
      course_of({{"formal_since", date("2022-03-01")}}, "2022-09-30", {{"failures_so_far", 2}});
  add_months_given(course, program, "2022-06", "pf");
  EXPECT_EQ(months(program, course),
            (Lines{"2022-06 formal 1 pass 2", "2022-07 formal 1 fail 3",
                   "2022-08 recovery pending 0", "2022-09 recovery pending 0"}));
  EXPECT_EQ(events(program, course),
            (Lines{"2022-08-01 downgrade_notice", "2022-08-01 downgraded specialty_store"}));
}

TEST(MidCourse, AWarningThatTheCountersAlreadyBroughtIsNotRepeated) {
  const Program program = small::half_year();
  for (const int so_far : {0, 1, 2}) {
    Course course = course_of({{"formal_since", date("2022-03-01")}}, "2022-06-30",
                              {{"failures_so_far", so_far}});
    add_months_given(course, program, "2022-05", "f");
    const Lines expected = so_far == 0   ? Lines()
                           : so_far == 1 ? Lines{"2022-06-01 warned"}
                                         : Lines{"2022-06-01 downgrade_notice",
                                                 "2022-06-01 downgraded specialty_store"};
    EXPECT_EQ(events(program, course), expected) << so_far;
  }
}

TEST(MidCourse, WithoutACountTheEarlierMonthsAreOpen) {
  const Program program = small::half_year();
  Course course = course_of({{"formal_since", date("2022-03-01")}}, "2022-05-31");
  add_months_given(course, program, "2022-05", "f");
  EXPECT_EQ(months(program, course),
            (Lines{"2022-03 formal 1 pending 0", "2022-04 formal 1 pending 0",
                   "2022-05 formal 1 fail 1"}));
}

TEST(MidCourse, CountedMonthsAreKnownWhenTheCycleEnds) {
  const Program program = small::half_year();
  Course course =
      course_of({{"formal_since", date("2022-03-01")}}, "2022-09-30", {{"failures_so_far", 1}});
  add_months_given(course, program, "2022-06", "pp-");
  EXPECT_EQ(events(program, course), (Lines{"2022-08-31 cycle_completed"}));
  course.base.enrolment.counts = {{"failures_so_far", 2}};
  EXPECT_EQ(events(program, course), Lines());
}

TEST(MidCourse, AStoreInRecoveryIsAlreadyDowngraded) {
  const Program program = small::quarter();
  Course course = course_of({{"recovery_since", date("2026-07-02")}}, "2026-08-31");
  add_months_given(course, program, "2026-07", "p");
  EXPECT_EQ(phases(program, course), (Lines{"recovery 2026-07-02.."}));
  EXPECT_EQ(events(program, course), (Lines{"2026-08-01 upgrade_eligible"}));
  EXPECT_EQ(trace(program, course).standing.store_type, "specialty_store");
}

TEST(MidCourse, PassesInARowGoOnFromTheCount) {
  const Program program = small::quarter();
  Course course = course_of({{"recovery_since", date("2026-03-02")}}, "2026-07-31",
                            {{"downgrades", 2}, {"passes_in_a_row", 2}});
  add_months_given(course, program, "2026-06", "p");
  EXPECT_EQ(months(program, course),
            (Lines{"2026-06 recovery pass 3", "2026-07 recovery pending 3"}));
  EXPECT_EQ(events(program, course), (Lines{"2026-07-01 upgrade_eligible"}));
  course.months.clear();
  add_months_given(course, program, "2026-06", "f");
  EXPECT_EQ(events(program, course), Lines());
}

TEST(MidCourse, AStoreThatIsAlreadyEligibleIsNotMadeSoAgainAndMayChoose) {
  const Program program = small::half_year();
  Course course =
      course_of({{"recovery_since", date("2022-05-01")}}, "2022-07-31", {{"passes_in_a_row", 1}});
  add_months_given(course, program, "2022-06", "p");
  EXPECT_EQ(events(program, course), Lines());
  course.choices = {{"upgraded", {"2022-07-05"}}};
  EXPECT_EQ(events(program, course), (Lines{"2022-07-05 upgraded flagship"}));
}

TEST(EntryRefused, DatesOfNoneOfSeveralAndOfHalfAWay) {
  const Program program = small::half_year();
  EXPECT_EQ(issues(program, course_of({}, "2022-05-31")), (Lines{"enrolment.missing /enrolment"}));
  EXPECT_EQ(issues(program, course_of({{"joined", date("2022-01-01")}}, "2022-05-31")),
            (Lines{"enrolment.missing /enrolment"}));
  EXPECT_EQ(issues(program, course_of({{"opened", date("2022-01-01")}}, "2022-05-31")),
            (Lines{"enrolment.missing /enrolment/first_assessed"}));
  EXPECT_EQ(issues(program, course_of({{"first_assessed", date("2022-01-01")}}, "2022-05-31")),
            (Lines{"enrolment.missing /enrolment/opened"}));
  EXPECT_EQ(issues(program, course_of({{"formal_since", date("2022-02-01")},
                                       {"recovery_since", date("2022-03-01")}},
                                      "2022-05-31")),
            (Lines{"enrolment.ambiguous /enrolment"}));
}

TEST(EntryRefused, DatesAgainstTheOrderOfTime) {
  const Program program = small::half_year();
  EXPECT_EQ(issues(program, opened("2022-01-05", "2022-01-04", "2022-05-31")),
            (Lines{"enrolment.date /enrolment/first_assessed"}));
  EXPECT_EQ(issues(program, opened("2022-01-04", "2022-01-04", "2022-05-31")), Lines());
}

TEST(EntryRefused, ACycleOfMonthsThatDoesNotBeginOnThe1st) {
  const Program program = small::half_year();
  EXPECT_EQ(issues(program, course_of({{"formal_since", date("2022-03-02")}}, "2022-05-31")),
            (Lines{"enrolment.date /enrolment/formal_since"}));
  EXPECT_EQ(issues(program, course_of({{"recovery_since", date("2022-03-02")}}, "2022-05-31")),
            Lines());
}

TEST(EntryRefused, SoManyFailuresThatTheCycleHasEnded) {
  const Program program = small::half_year();
  for (const int so_far : {2, 3, 4}) {
    EXPECT_EQ(issues(program, course_of({{"formal_since", date("2022-03-01")}}, "2022-05-31",
                                        {{"failures_so_far", so_far}})),
              so_far < 3 ? Lines() : Lines{"enrolment.out_of_range /enrolment/failures_so_far"});
  }
}

TEST(Enter, TellsThePhaseTheDayAndTheCounters) {
  const Program program = small::quarter();
  const Course course = course_of({{"recovery_since", date("2026-07-02")}}, "2026-08-31",
                                  {{"passes_in_a_row", 2}, {"downgrades", 4}});
  const Start start = enter(*program.cycle, course).take();
  EXPECT_EQ(start.phase->id, "recovery");
  EXPECT_EQ(start.from, date("2026-07-02"));
  EXPECT_EQ(start.passes_in_a_row, 2);
  EXPECT_EQ(start.failures, 0);
  EXPECT_EQ(start.downgrades, 4);
  EXPECT_EQ(start.store_type, "specialty_store");
}

}  // namespace
}  // namespace shopgauge

// What the seller may choose: the type after a downgrade, and the day of the upgrade; and how often
// a store has been downgraded.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/cycle/timeline.h"
#include "tests/cycle/small_cycle.h"

namespace shopgauge {
namespace {

using small::add_months_given;
using small::course_of;
using small::date;
using small::events;
using small::issues;
using small::Lines;
using small::phases;
using small::trace;

// A store whose first cycle begins in 2022-02, with the choices.
Course store(const Program& program, std::string_view verdicts, std::string_view until,
             std::vector<ChoiceGiven> choices, std::vector<Named<int>> counts = {}) {
  Course course = course_of({{"formal_since", date("2022-02-01")}}, until, std::move(counts));
  add_months_given(course, program, "2022-02", verdicts);
  course.choices = std::move(choices);
  return course;
}

TEST(DowngradeTo, WithoutAChoiceThePlatformsOwnTypeComes) {
  const Program program = small::half_year();
  EXPECT_EQ(events(program, store(program, "fff", "2022-05-31", {})).back(),
            "2022-05-01 downgraded specialty_store");
}

TEST(DowngradeTo, TheSellersTypeComesWhereOneIsChosen) {
  const Program program = small::half_year();
  for (const char* type : {"specialty_store", "enterprise_store"}) {
    const Course course = store(program, "fff", "2022-05-31", {{"downgrade_to", {type}}});
    EXPECT_EQ(events(program, course).back(), std::string("2022-05-01 downgraded ") + type);
    EXPECT_EQ(trace(program, course).standing.store_type, type);
  }
}

TEST(DowngradeTo, OtherTypesAndOtherChoicesAreRefused) {
  const Program program = small::half_year();
  EXPECT_EQ(issues(program, store(program, "fff", "2022-05-31", {{"downgrade_to", {"personal"}}})),
            (Lines{"choices.unknown /choices/downgrade_to"}));
  EXPECT_EQ(issues(program, store(program, "fff", "2022-05-31", {{"converted", {"2022-05-02"}}})),
            (Lines{"choices.unknown /choices/converted"}));
  const Program other = small::quarter();
  EXPECT_EQ(
      issues(other, store(other, "ff", "2022-05-31", {{"downgrade_to", {"specialty_store"}}})),
      (Lines{"choices.unknown /choices/downgrade_to"}));
}

TEST(Upgraded, PutsTheStoreBackAndANewCycleFollowsTheExemptRestOfTheMonth) {
  const Program program = small::half_year();
  const Course course = store(program, "fffp", "2022-07-31", {{"upgraded", {"2022-06-10"}}});
  EXPECT_EQ(phases(program, course),
            (Lines{"formal 1 2022-02-01..2022-04-30", "recovery 2022-05-01..2022-06-09",
                   "exempt 2022-06-10..2022-06-30", "formal 2 2022-07-01..2022-12-31"}));
  EXPECT_EQ(events(program, course),
            (Lines{"2022-04-01 warned", "2022-05-01 downgrade_notice",
                   "2022-05-01 downgraded specialty_store", "2022-06-01 upgrade_eligible",
                   "2022-06-10 upgraded flagship"}));
  EXPECT_EQ(trace(program, course).standing.store_type, "flagship");
}

TEST(Upgraded, PutsBackWhatTheStoreWasWhenItEntered) {
  const Program program = small::half_year();
  Course course = store(program, "fffp", "2022-07-31", {{"upgraded", {"2022-06-10"}}});
  course.base.enrolment.words = {{"store_type", "brand_flagship"}};
  EXPECT_EQ(events(program, course).back(), "2022-06-10 upgraded brand_flagship");
}

TEST(Upgraded, AnyDayOfAMonthThatFollowsAPassingOneIsOpen) {
  const Program program = small::half_year();
  struct Row {
    const char* verdicts;  // from 2022-02; fff downgrades on 2022-05-01
    const char* day;
    bool open;
  };
  for (const Row& row : {Row{"fffp", "2022-06-01", true}, Row{"fffp", "2022-06-30", true},
                         Row{"fffp", "2022-05-31", false}, Row{"fffp", "2022-07-01", false},
                         Row{"fffpf", "2022-07-01", false}, Row{"fffpp", "2022-07-01", true},
                         Row{"fffpn", "2022-07-01", false}, Row{"fffpu", "2022-07-01", false},
                         Row{"fffpfp", "2022-08-31", true}, Row{"fffpfp", "2022-07-31", false},
                         Row{"ffff", "2022-06-10", false}, Row{"fff", "2022-06-10", false},
                         Row{"fff-p", "2022-07-10", true}, Row{"ff", "2022-06-10", false},
                         Row{"ppp", "2022-05-10", false}, Row{"fffp", "2022-02-31", false},
                         Row{"fffp", "soon", false}}) {
    const Course course = store(program, row.verdicts, "2022-12-31", {{"upgraded", {row.day}}});
    EXPECT_EQ(issues(program, course), row.open ? Lines() : Lines{"choices.date /choices/upgraded"})
        << row.verdicts << " " << row.day;
    if (row.open) {
      const Lines all = events(program, course);
      EXPECT_EQ(all.back(), std::string(row.day) + " upgraded flagship") << row.verdicts;
    }
  }
}

TEST(Upgraded, ADayAfterTheLastOneIsRefused) {
  const Program program = small::half_year();
  EXPECT_EQ(issues(program, store(program, "fffp", "2022-06-09", {{"upgraded", {"2022-06-10"}}})),
            (Lines{"choices.date /choices/upgraded"}));
  EXPECT_EQ(issues(program, store(program, "fffp", "2022-06-10", {{"upgraded", {"2022-06-10"}}})),
            Lines());
}

TEST(Upgraded, TheMonthOfTheUpgradeIsNotAssessed) {
  const Program program = small::half_year();
  EXPECT_EQ(issues(program, store(program, "fffpp", "2022-12-31", {{"upgraded", {"2022-06-10"}}})),
            (Lines{"months.not_assessed /months/4"}));
}

TEST(Upgraded, ALaterPassingMonthDoesNotMakeEligibleTwice) {
  const Program program = small::half_year();
  EXPECT_EQ(events(program, store(program, "fffpfpp", "2022-12-31", {})),
            (Lines{"2022-04-01 warned", "2022-05-01 downgrade_notice",
                   "2022-05-01 downgraded specialty_store", "2022-06-01 upgrade_eligible"}));
}

TEST(Downgrades, AfterTheSecondOneThreeMonthsInARowAreNeeded) {
  const Program program = small::quarter();
  // Feb, Mar fail; Apr passes; upgraded in May; Jun, Jul fail; Aug on: recovery again.
  const std::string_view first = "ffp-ff";
  const std::vector<ChoiceGiven> choice = {{"upgraded", {"2022-05-20"}}};
  const auto after = [&](std::string_view verdicts) {
    Lines all = events(
        program, store(program, std::string(first) + std::string(verdicts), "2023-03-31", choice));
    EXPECT_GE(all.size(), 6U);
    all.erase(all.begin(), all.begin() + 6);
    return all;
  };
  EXPECT_EQ(events(program, store(program, first, "2022-12-31", choice)),
            (Lines{"2022-03-01 warned", "2022-04-02 downgraded specialty_store",
                   "2022-05-01 upgrade_eligible", "2022-05-20 upgraded flagship",
                   "2022-07-01 warned", "2022-08-02 downgraded specialty_store"}));
  EXPECT_EQ(after("pp"), Lines());
  EXPECT_EQ(after("ppp"), (Lines{"2022-11-01 upgrade_eligible"}));
  EXPECT_EQ(after("ppfpp"), Lines());
  EXPECT_EQ(after("ppfppp"), (Lines{"2023-02-01 upgrade_eligible"}));
  EXPECT_EQ(after("pp-p"), Lines());
  EXPECT_EQ(after("pp-ppp"), (Lines{"2023-02-01 upgrade_eligible"}));
  EXPECT_EQ(after("pnpp"), (Lines{"2022-12-01 upgrade_eligible"}));
}

TEST(Downgrades, ThoseBeforeTheTimelineCount) {
  const Program program = small::quarter();
  for (const int before : {0, 1, 2}) {
    const Lines all =
        events(program, store(program, "ffppp", "2022-12-31", {}, {{"downgrades", before}}));
    EXPECT_EQ(all.back(),
              before == 0 ? "2022-05-01 upgrade_eligible" : "2022-07-01 upgrade_eligible")
        << before;
  }
}

TEST(Downgrades, SeveralUpgradesAreSeveralChoices) {
  const Program program = small::quarter();
  const Course course =
      store(program, "ffp-ffppp", "2022-12-31", {{"upgraded", {"2022-05-20", "2022-11-07"}}});
  EXPECT_EQ(phases(program, course),
            (Lines{"formal 1 2022-02-01..2022-03-31", "recovery 2022-04-02..2022-05-19",
                   "exempt 2022-05-20..2022-05-31", "formal 2 2022-06-01..2022-07-31",
                   "recovery 2022-08-02..2022-11-06", "exempt 2022-11-07..2022-11-30",
                   "formal 3 2022-12-01..2023-02-28"}));
}

}  // namespace
}  // namespace shopgauge

// Every sequence of verdicts of up to seven months against a slow telling of the rules: phases,
// months, events and where the store stands. Then what "certain" means, by trying all futures.

#include "core/cycle/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/cycle/small_cycle.h"

namespace shopgauge {
namespace {

using small::add_months_given;
using small::all_texts;
using small::course_of;
using small::date;
using small::Lines;
using small::show;

constexpr std::string_view kFirst =
    "2023-11";  // month 0 of every sequence; a leap February follows

// The oracle's own calendar: months counted from 2023-11.
int year(int month) { return 2023 + (10 + month) / 12; }
int of_year(int month) { return (10 + month) % 12 + 1; }
int days(int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return of_year(month) == 2 && year(month) % 4 == 0
             ? 29
             : kDays[static_cast<std::size_t>(of_year(month) - 1)];
}
std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }
std::string name(int month) { return std::to_string(year(month)) + "-" + two(of_year(month)); }
std::string day(int month, int number) { return name(month) + "-" + two(number); }
std::string last(int month) { return day(month, days(month)); }

// The rules in numbers, as the text of each program gives them.
struct Rules {
  int length;         // months of a cycle
  int warned;         // failures
  int downgraded;     // failures
  int downgrade_day;  // of the next month
  bool notice;
  int passes;  // in a row, that make the store eligible
};

struct Told {
  Lines phases;
  Lines months;
  Lines events;
  std::string standing;
};

std::string word(char verdict) {
  return verdict == 'p'   ? "pass"
         : verdict == 'f' ? "fail"
         : verdict == 'n' ? "not_assessed"
                          : "pending";
}

// What happens from month 0, the first of the first cycle, to the end of the month after the last
// verdict, which nobody knows yet.
Told tell(const Rules& rules, const std::string& verdicts) {
  Told told;
  const int until = static_cast<int>(verdicts.size());
  bool formal = true;
  int cycle = 1;
  int begin = 0;
  int failures = 0;
  int pending = 0;
  int row = 0;
  bool unknown = false;
  bool eligible = false;
  for (int month = 0; month <= until; ++month) {
    const char verdict = month < until ? verdicts[static_cast<std::size_t>(month)] : '-';
    if (!formal) {
      // A month that nobody knows yet counts neither way, but what follows it is no neighbour of
      // what came before; a month without a score only counts neither way.
      row = verdict == 'f' ? 0 : verdict != 'p' ? row : unknown ? 1 : row + 1;
      unknown = verdict == '-' || (unknown && verdict == 'n');
      told.months.push_back(name(month) + " recovery " + word(verdict) + " " + std::to_string(row));
      if (row == rules.passes && verdict == 'p' && !eligible) {
        eligible = true;
        told.events.push_back(day(month + 1, 1) + " upgrade_eligible");
      }
      continue;
    }
    failures += verdict == 'f' ? 1 : 0;
    pending += verdict == '-' ? 1 : 0;
    told.months.push_back(name(month) + " formal " + std::to_string(cycle) + " " + word(verdict) +
                          " " + std::to_string(failures));
    if (verdict == 'f' && failures == rules.warned) {
      told.events.push_back(day(month + 1, 1) + " warned");
    }
    if (verdict == 'f' && failures == rules.downgraded) {
      told.phases.push_back("formal " + std::to_string(cycle) + " " + day(begin, 1) + ".." +
                            last(month));
      told.phases.push_back("recovery " + day(month + 1, rules.downgrade_day) + "..");
      if (rules.notice) {
        told.events.push_back(day(month + 1, 1) + " downgrade_notice");
      }
      told.events.push_back(day(month + 1, rules.downgrade_day) + " downgraded specialty_store");
      formal = false;
    } else if (month == begin + rules.length - 1) {
      told.phases.push_back("formal " + std::to_string(cycle) + " " + day(begin, 1) + ".." +
                            last(month));
      if (failures + pending < rules.downgraded) {
        told.events.push_back(last(month) + " cycle_completed");
      }
      if (month < until) {
        ++cycle;
        begin = month + 1;
        failures = 0;
        pending = 0;
      }
    }
  }
  const int end = begin + rules.length - 1;
  if (formal && end > until) {
    told.phases.push_back("formal " + std::to_string(cycle) + " " + day(begin, 1) + ".." +
                          last(end));
  }
  // On the last day: the month that runs out is still open.
  told.standing = last(until);
  if (formal) {
    told.standing += " formal " + std::to_string(cycle) + ", failures " + std::to_string(failures) +
                     ", left " + std::to_string(rules.downgraded - failures) +
                     ", flagship, deadline " + last(until) + (until == end ? " cycle" : " month");
    const bool certain = end > until && failures + pending + (end - until) < rules.downgraded;
    told.standing += certain ? ", next " + last(end) + " cycle_completed" : "";
  } else {
    told.standing += " recovery, row " + std::to_string(row) +
                     (eligible ? "" : ", needed " + std::to_string(rules.passes - row)) +
                     ", specialty_store, deadline " + last(until) + " month";
  }
  std::stable_sort(
      told.events.begin(), told.events.end(),
      [](const std::string& a, const std::string& b) { return a.substr(0, 10) < b.substr(0, 10); });
  return told;
}

std::string standing_of(const Standing& standing) {
  std::string text =
      to_text(standing.date) + " " + std::string(standing.phase) + small::cycle_of(standing.cycle);
  text += standing.failures ? ", failures " + std::to_string(*standing.failures) : "";
  text += standing.failures_left ? ", left " + std::to_string(*standing.failures_left) : "";
  text += standing.passes_in_a_row ? ", row " + std::to_string(*standing.passes_in_a_row) : "";
  text += standing.passes_needed ? ", needed " + std::to_string(*standing.passes_needed) : "";
  text += ", " + std::string(standing.store_type);
  text += standing.deadline ? ", deadline " + show(*standing.deadline) : "";
  text += standing.next ? ", next " + show(*standing.next) : "";
  return text;
}

// A kind of program with a store whose first cycle begins in month 0.
struct Kind {
  Program program;
  Rules rules;
  std::vector<Named<Date>> dates;
  int downgrades;
  Lines before;  // phases before the first cycle

  [[nodiscard]] Course course(std::string_view verdicts, std::string_view until) const {
    Course course = course_of(dates, until, {{"downgrades", downgrades}});
    add_months_given(course, program, kFirst, verdicts);
    return course;
  }
  [[nodiscard]] Lines events(std::string_view verdicts, std::string_view until) const {
    const Course given = course(verdicts, until);
    return small::show_all(small::trace(program, given).events);
  }
};

Kind half_year() {
  return {small::half_year(),
          {6, 2, 3, 1, true, 1},
          {{"opened", date("2020-02-29")}, {"first_assessed", date("2023-10-17")}},
          0,
          {"exempt 2023-10-17..2023-10-31"}};
}
Kind quarter(int downgrades) {
  return {small::quarter(),
          {3, 1, 2, 2, false, downgrades == 0 ? 1 : 3},
          {{"joined", date("2023-09-05")}},
          downgrades,
          {"trial 2023-09-06..2023-10-05", "exempt 2023-10-06..2023-10-31"}};
}

void expect_as_told(const Kind& kind) {
  for (std::size_t length = 0; length <= 7; ++length) {
    for (const std::string& verdicts : all_texts("pf-n", length)) {
      Told told = tell(kind.rules, verdicts);
      told.phases.insert(told.phases.begin(), kind.before.begin(), kind.before.end());
      const Course course = kind.course(verdicts, last(static_cast<int>(length)));
      const Timeline timeline = small::trace(kind.program, course);
      ASSERT_EQ(small::show_all(timeline.phases), told.phases) << "verdicts " << verdicts;
      ASSERT_EQ(small::show_all(timeline.months), told.months) << "verdicts " << verdicts;
      ASSERT_EQ(small::show_all(timeline.events), told.events) << "verdicts " << verdicts;
      ASSERT_EQ(standing_of(timeline.standing), told.standing) << "verdicts " << verdicts;
    }
  }
}

TEST(Timeline, EverySequenceOfSixMonthCyclesIsAsTheRulesTellIt) { expect_as_told(half_year()); }
TEST(Timeline, EverySequenceOfThreeMonthCyclesIsAsTheRulesTellIt) { expect_as_told(quarter(0)); }
TEST(Timeline, EverySequenceAfterAnEarlierDowngradeIsAsTheRulesTellIt) {
  expect_as_told(quarter(1));
}

// A cycle that nothing ends early is complete exactly when no way of filling the open months could
// end it.
void expect_completed_when_certain(const Kind& kind) {
  const std::size_t length = static_cast<std::size_t>(kind.rules.length);
  const std::string completed = last(kind.rules.length - 1) + " cycle_completed";
  const auto has = [&](const std::string& verdicts) {
    const Lines events = kind.events(verdicts, last(kind.rules.length));
    return std::find(events.begin(), events.end(), completed) != events.end();
  };
  for (const std::string& verdicts : all_texts("pf-", length)) {
    bool always = true;
    for (const std::string& filling : all_texts(
             "pf", static_cast<std::size_t>(std::count(verdicts.begin(), verdicts.end(), '-')))) {
      std::string filled = verdicts;
      std::size_t next = 0;
      for (char& verdict : filled) {
        verdict = verdict == '-' ? filling[next++] : verdict;
      }
      always = always && std::count(filled.begin(), filled.end(), 'f') < kind.rules.downgraded;
    }
    ASSERT_EQ(has(verdicts), always) << verdicts;
  }
}

TEST(Timeline, ACycleIsCompleteWhenNoOpenMonthCouldStillEndIt) {
  expect_completed_when_certain(half_year());
  expect_completed_when_certain(quarter(0));
}

TEST(Timeline, AMonthThatIsPartlyKnownIsAsOpenAsOneThatIsNotGiven) {
  for (const Kind& kind : {half_year(), quarter(0), quarter(2)}) {
    for (const std::string& verdicts : all_texts("pfu", 6)) {
      std::string open = verdicts;
      std::replace(open.begin(), open.end(), 'u', '-');
      ASSERT_EQ(kind.events(verdicts, last(8)), kind.events(open, last(8))) << verdicts;
    }
  }
}

// What was certain with fewer months stays, and what they decided is all there.
TEST(Timeline, ListingFewerMonthsNeverChangesEarlierEvents) {
  for (const Kind& kind : {half_year(), quarter(0), quarter(1)}) {
    for (const std::string& verdicts : all_texts("pfn", 7)) {
      const Lines full = kind.events(verdicts, last(14));
      for (std::size_t kept = 0; kept < verdicts.size(); ++kept) {
        const Lines fewer = kind.events(verdicts.substr(0, kept), last(14));
        for (const std::string& event : fewer) {
          ASSERT_NE(std::find(full.begin(), full.end(), event), full.end())
              << verdicts << " kept " << kept << ": " << event;
        }
        const std::string decided =
            day(static_cast<int>(kept), 2);  // the last day on which a kept month acts
        for (const std::string& event : full) {
          const bool there = std::find(fewer.begin(), fewer.end(), event) != fewer.end();
          ASSERT_TRUE(there || event.substr(0, 10) > decided)
              << verdicts << " kept " << kept << ": " << event;
        }
      }
    }
  }
}

TEST(Timeline, WhatLiesAfterTheLastDayIsNotListed) {
  const Kind kind = quarter(0);
  EXPECT_EQ(kind.events("ff", "2023-12-31"), (Lines{"2023-12-01 warned"}));
  EXPECT_EQ(kind.events("ff", "2024-01-01"), (Lines{"2023-12-01 warned"}));
  EXPECT_EQ(kind.events("ff", "2024-01-02"),
            (Lines{"2023-12-01 warned", "2024-01-02 downgraded specialty_store"}));
  const Course before = kind.course("ff", "2024-01-01");
  EXPECT_EQ(small::show_all(small::trace(kind.program, before).phases).back(),
            "formal 1 2023-11-01..2023-12-31");
  const Course after = kind.course("ff", "2024-01-02");
  EXPECT_EQ(small::show_all(small::trace(kind.program, after).phases).back(),
            "recovery 2024-01-02..");
}

TEST(Timeline, AMonthThatIsNotAssessedOrLiesAfterTheLastDayIsRefused) {
  const Kind kind = half_year();
  Course course = course_of(kind.dates, "2024-03-15");
  add_months_given(course, kind.program, "2023-10", "p");
  add_months_given(course, kind.program, "2024-02", "ppp");
  EXPECT_EQ(small::issues(kind.program, course),
            (Lines{"months.not_assessed /months/0", "months.not_assessed /months/3"}));
}

TEST(Timeline, AMonthGivenForTheLastDaysOwnMonthCountsAsComplete) {
  const Kind kind = half_year();
  const Course course = kind.course("fp", "2023-12-05");
  EXPECT_EQ(small::show_all(small::trace(kind.program, course).months),
            (Lines{"2023-11 formal 1 fail 1", "2023-12 formal 1 pass 1"}));
}

}  // namespace
}  // namespace shopgauge

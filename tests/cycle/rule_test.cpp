// Rules of a phase: what they count, blocks, standards of their own, reviews, and what their events
// say: dates, amounts, areas.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cycle/timeline.h"
#include "tests/cycle/small_cycle.h"

namespace shopgauge {
namespace {

using small::add_month;
using small::add_months_given;
using small::by_metrics;
using small::event;
using small::events;
using small::fill;
using small::judged;
using small::Lines;
using small::official;
using small::opened_on;
using small::phase;
using small::show_all;
using small::trace;

constexpr std::string_view kThenRecovery =
    R"(, "then": {"phase": "recovery", "month_after": 1, "day": 1})";

// A rule whose event has its id.
std::string rule(std::string_view id, std::string_view on, std::string_view reaches,
                 std::string_view more = "", std::string_view of_event = "") {
  return fill(R"({"id": "$", "on": "$"$, "events": [$]$})",
              {id, on, reaches.empty() ? "" : fill(R"(, "reaches": $)", {official(reaches)}),
               event(id, id, of_event), more});
}

// A first phase of so many months from 2026-01, judged by the score, with these rules.
Program program(std::string_view count, const std::string& rules, const std::string& more = "") {
  return small::read(small::Phases{
      phase("first", small::months(count),
            fill(R"(, "phase": "formal", "judge": ["score"], "rules": [$]$, "next": [])",
                 {rules, more}))});
}

Course course_of(const Program& program, std::string_view verdicts,
                 std::string_view until = "2027-12-31") {
  Course course = opened_on(program, "2026-01-01", until);
  add_months_given(course, program, "2026-01", verdicts);
  return course;
}
Lines events(const Program& program, std::string_view verdicts) {
  return events(program, course_of(program, verdicts));
}
Lines phases(const Program& program, std::string_view verdicts) {
  return show_all(trace(program, course_of(program, verdicts)).phases);
}

TEST(Rule, FailuresInARowAreNeighbouringMonths) {
  const Program rules = program("12", rule("restricted", "failures_in_a_row", "2"));
  EXPECT_EQ(events(rules, "fpfpf"), Lines());
  EXPECT_EQ(events(rules, "fpffpff"), (Lines{"2026-04-30 restricted"}));
  EXPECT_EQ(events(rules, "fnf"), (Lines{"2026-03-31 restricted"}));
  EXPECT_EQ(events(rules, "f-f"), Lines());
  EXPECT_EQ(events(rules, "f-ff"), (Lines{"2026-04-30 restricted"}));
}

TEST(Rule, WithAgainItFiresOnceInEachRow) {
  const Program rules =
      program("12", rule("restricted", "failures_in_a_row", "2", R"(, "again": true)") + ", " +
                        rule("rewarded", "passes_in_a_row", "3", R"(, "again": true)"));
  EXPECT_EQ(events(rules, "fffpffpppp"),
            (Lines{"2026-02-28 restricted", "2026-06-30 restricted", "2026-09-30 rewarded"}));
}

TEST(Rule, EachFailureAndEachPassFireEveryMonth) {
  const Program rules =
      program("12", rule("at_risk", "each_failure", "") + ", " + rule("rewarded", "each_pass", ""));
  EXPECT_EQ(events(rules, "fp-nfup"), (Lines{"2026-01-31 at_risk", "2026-02-28 rewarded",
                                             "2026-05-31 at_risk", "2026-07-31 rewarded"}));
}

TEST(Rule, TheFirstThatEndsThePhaseDoes) {
  const auto then = [](std::string_view id) {
    return fill(R"(, "then": {"phase": "$", "month_after": 1, "day": 1})", {id});
  };
  const auto with = [&](const std::string& rules) {
    return small::read(small::Phases{
        phase(
            "first", small::months("6"),
            fill(R"(, "phase": "formal", "judge": ["score"], "rules": [$], "next": [])", {rules})) +
        ", " + phase("exempt", R"("open")")});
  };
  const std::string two = rule("downgraded", "failures", "2", then("recovery"));
  const std::string row = rule("supervised", "failures_in_a_row", "2", then("exempt"));
  EXPECT_EQ(phases(with(two + ", " + row), "pff"),
            (Lines{"formal 2026-01-01..2026-03-31", "recovery 2026-04-01.."}));
  EXPECT_EQ(phases(with(row + ", " + two), "pff"),
            (Lines{"formal 2026-01-01..2026-03-31", "exempt 2026-04-01.."}));
  EXPECT_EQ(phases(with(row + ", " + two), "fpf"),
            (Lines{"formal 2026-01-01..2026-03-31", "recovery 2026-04-01.."}));
}

TEST(Rule, TheNextPhaseBeginsOnItsDayAndMonth) {
  for (const auto& [then, begin] : {std::pair(R"("month_after": 1, "day": 1)", "2026-02-01"),
                                    std::pair(R"("month_after": 1, "day": 28)", "2026-02-28"),
                                    std::pair(R"("month_after": 2, "day": 15)", "2026-03-15"),
                                    std::pair(R"("month_after": 12, "day": 1)", "2027-01-01")}) {
    const Program rules = program("6", rule("downgraded", "failures", "1",
                                            fill(R"(, "then": {"phase": "recovery", $})", {then})));
    EXPECT_EQ(phases(rules, "f"),
              (Lines{"formal 2026-01-01..2026-01-31", std::string("recovery ") + begin + ".."}));
  }
}

TEST(Rule, HoldsForAStoreWithThatManyDowngrades) {
  const Program rules =
      program("6", rule("warned", "failures", "1", R"(, "downgrades": {"at_most": 1})") + ", " +
                       rule("restricted", "failures", "1", R"(, "downgrades": {"at_least": 2})"));
  for (const int downgrades : {0, 1, 2, 3}) {
    Course course = course_of(rules, "f");
    course.base.enrolment.counts = {{"downgrades", downgrades}};
    EXPECT_EQ(events(rules, course),
              (Lines{downgrades <= 1 ? "2026-01-31 warned" : "2026-01-31 restricted"}))
        << downgrades;
  }
}

TEST(Blocks, FailuresCountWithinOneBlockFromThePhasesFirstMonth) {
  const Program rules =
      program("12", rule("supervised", "failures", "2",
                         fill(R"(, "blocks": $$)", {official("3"), kThenRecovery})));
  struct Row {
    const char* verdicts;
    const char* end;  // of the phase
  };
  for (const Row& row :
       {Row{"ff", "2026-02-28"}, Row{"fpf", "2026-03-31"}, Row{"ppff", "2026-12-31"},
        Row{"fppfppfppfpp", "2026-12-31"}, Row{"ppffpf", "2026-06-30"}, Row{"pfpfpf", "2026-06-30"},
        Row{"pfpff", "2026-05-31"}, Row{"f-pf", "2026-12-31"}, Row{"fnf", "2026-03-31"}}) {
    EXPECT_EQ(phases(rules, row.verdicts)[0], std::string("formal 2026-01-01..") + row.end)
        << row.verdicts;
  }
}

TEST(Blocks, AMonthShowsTheFailuresOfItsBlock) {
  const Program rules =
      program("6", rule("warned", "failures", "2", fill(R"(, "blocks": $)", {official("3")})));
  const Course course = course_of(rules, "fpfpfn", "2026-06-30");
  EXPECT_EQ(
      show_all(trace(rules, course).months),
      (Lines{"2026-01 formal fail 1", "2026-02 formal pass 1", "2026-03 formal fail 2",
             "2026-04 formal pass 0", "2026-05 formal fail 1", "2026-06 formal not_assessed 1"}));
}

TEST(Blocks, BeginWithThePhaseWhateverTheMonthOfTheYear) {
  const Program rules =
      program("12", rule("supervised", "failures", "2",
                         fill(R"(, "blocks": $$)", {official("6"), kThenRecovery})));
  Course course = opened_on(rules, "2026-05-01", "2027-04-30");
  add_months_given(course, rules, "2026-10", "ff");  // months 6 and 7
  EXPECT_EQ(show_all(trace(rules, course).phases), (Lines{"formal 2026-05-01..2027-04-30"}));
  course = opened_on(rules, "2026-05-01", "2027-05-31");
  add_months_given(course, rules, "2026-11", "pppppf");
  course.months[0].judged = judged(rules, 'f');  // months 7 and 12
  EXPECT_EQ(show_all(trace(rules, course).phases),
            (Lines{"formal 2026-05-01..2027-04-30", "recovery 2027-05-01.."}));
}

// Every way of passing or failing score and sales in three months.
TEST(OwnStandards, CountInsteadOfTheMonthsVerdict) {
  const Program rules =
      program("3", rule("restricted", "failures", "2", R"(, "judge": ["sales"])") + ", " +
                       rule("warned", "failures", "2"));
  constexpr int kWays = 4 * 4 * 4;
  for (int way = 0; way < kWays; ++way) {
    Course course = opened_on(rules, "2026-01-01", "2026-12-31");
    Lines expected;
    int failures = 0;
    int own = 0;
    for (int i = 0; i < 3; ++i) {
      const int bits = way >> (2 * i);
      const bool score_fails = (bits & 1) != 0;
      const bool sales_fail = (bits & 2) != 0;
      const std::string month = "2026-0" + std::to_string(i + 1);
      add_month(
          course, month,
          by_metrics(rules, {{"score", score_fails ? 59 : 60}, {"sales", sales_fail ? 99 : 100}}));
      failures += score_fails ? 1 : 0;
      own += sales_fail ? 1 : 0;
      const std::string last = month + (i == 1 ? "-28" : "-31");
      if (sales_fail && own == 2) {
        expected.push_back(last + " restricted");
      }
      if (score_fails && failures == 2) {
        expected.push_back(last + " warned");
      }
    }
    ASSERT_EQ(events(rules, course), expected) << way;
    // What the month shows is its own verdict.
    ASSERT_EQ(trace(rules, course).months[2].failures, failures) << way;
  }
}

TEST(OwnStandards, MonthsThatLeaveThemUndeterminedDoNotCount) {
  const Program rules =
      program("4", rule("restricted", "failures_in_a_row", "2", R"(, "judge": ["sales"])"));
  const auto with = [&](const Judged& between) {
    Course course = opened_on(rules, "2026-01-01", "2026-12-31");
    add_month(course, "2026-01", by_metrics(rules, {{"score", 70}, {"sales", 1}}));
    add_month(course, "2026-02", between);
    add_month(course, "2026-03", by_metrics(rules, {{"score", 70}, {"sales", 1}}));
    return events(rules, course);
  };
  const Lines fired = {"2026-03-31 restricted"};
  EXPECT_EQ(with(by_metrics(rules, {{"score", 70}})), fired);
  EXPECT_EQ(with(judged(rules, 'p')), fired);
  EXPECT_EQ(with(judged(rules, 'f')), fired);
  EXPECT_EQ(with(by_metrics(rules, {{"score", 70}, {"sales", 100}})), Lines());
}

TEST(OwnStandards, CountTheAdvisoryOnesThatTheyName) {
  const Program rules =
      program("3", rule("rewarded", "each_pass", "", R"(, "judge": ["more_score"])") + ", " +
                       rule("at_risk", "each_failure", ""));
  const auto with = [&](int score) {
    Course course = opened_on(rules, "2026-01-01", "2026-01-31");
    add_month(course, "2026-01", by_metrics(rules, {{"score", score}}));
    return events(rules, course);
  };
  EXPECT_EQ(with(80), (Lines{"2026-01-31 rewarded"}));
  EXPECT_EQ(with(79), Lines());
  EXPECT_EQ(with(60), Lines());
  EXPECT_EQ(with(59), (Lines{"2026-01-31 at_risk"}));
}

// The 20th of the next month; the next phase begins with it.
std::string reviewed_phase(std::string_view status, std::string_view events) {
  return phase(
      "first", small::months("6"),
      fill(
          R"(, "phase": "formal", "judge": ["score"], "reviews": {"month_after": 1, "day": 20, "status": "$", "source": "rulebook"},
                   "rules": [{"id": "failed", "on": "failures", "reaches": $, "events": [$], "then": {"phase": "recovery", "month_after": 1, "day": 20}}], "next": [])",
          {status, official("1"), events}));
}
Program reviewed(std::string_view status = "official") {
  return small::read(small::Phases{reviewed_phase(
      status, event("supervised", "own_day") + ", " +
                  event("downgraded", "month_after", R"(, "month_after": 2, "day": 1)"))});
}

TEST(Reviews, AMonthIsJudgedOnItsReviewDay) {
  const Program rules = reviewed();
  const Course course = course_of(rules, "pf", "2026-04-30");
  EXPECT_EQ(events(rules, course), (Lines{"2026-03-20 supervised", "2026-04-01 downgraded"}));
  const Timeline timeline = trace(rules, course);
  EXPECT_EQ(to_text(timeline.months[0].reviewed.value()), "2026-02-20");
  EXPECT_EQ(to_text(timeline.months[1].reviewed.value()), "2026-03-20");
  EXPECT_EQ(show_all(timeline.phases),
            (Lines{"formal 2026-01-01..2026-02-28", "recovery 2026-03-20.."}));
  EXPECT_EQ(trace(program("3", ""), course_of(rules, "p", "2026-01-31")).months[0].reviewed,
            std::nullopt);
}

TEST(Reviews, WhatTheyBringLiesAheadUntilTheirDay) {
  const Program rules = reviewed();
  struct Row {
    const char* until;
    Lines events;
    const char* next;  // empty: none
    const char* deadline;
  };
  for (const Row& row :
       {Row{"2026-03-19", {}, "2026-03-20 supervised", "2026-03-20 month"},
        Row{"2026-03-20", {"2026-03-20 supervised"}, "2026-04-01 downgraded", "2026-03-20 month"},
        Row{"2026-03-21",
            {"2026-03-20 supervised"},
            "2026-04-01 downgraded",
            "2026-03-31 month"}}) {
    const Course course = course_of(rules, "pf", row.until);
    const Timeline timeline = trace(rules, course);
    EXPECT_EQ(show_all(timeline.events), row.events) << row.until;
    EXPECT_EQ(timeline.standing.next ? small::show(*timeline.standing.next) : "", row.next)
        << row.until;
    EXPECT_EQ(timeline.standing.deadline ? small::show(*timeline.standing.deadline) : "",
              row.deadline)
        << row.until;
  }
}

TEST(Reviews, OfMonthsThatAreOpenAreTheDeadlines) {
  const Program rules = reviewed();
  for (const auto& [until, deadline] :
       {std::pair("2026-01-31", "2026-02-20 month"), std::pair("2026-02-20", "2026-02-20 month"),
        std::pair("2026-02-21", "2026-03-20 month")}) {
    const Course course = course_of(rules, "", until);
    EXPECT_EQ(small::show(*trace(rules, course).standing.deadline), deadline) << until;
  }
}

TEST(Reviews, ADayThatIsAssumedIsListed) {
  const Program rules = reviewed("assumed");
  const Course course = course_of(rules, "p", "2026-02-28");
  EXPECT_EQ(small::show(trace(rules, course).assumptions), "program (assumed)");
}

// In a phase judged by score, sales and late ones: an amount, areas.
Program with_event(std::string_view of_event, const std::string& profile = "") {
  return small::read(small::Phases{
      .phases = phase(
          "first", small::months("6"),
          fill(
              R"(, "phase": "formal", "judge": ["late", "score", "sales", "rating", "size", "more_score"], "rules": [$], "next": [])",
              {rule("restricted", "each_failure", "", "", of_event)})),
      .profile = profile});
}

Event first_event(const Program& program, const Course& course) {
  const Timeline timeline = trace(program, course);
  EXPECT_EQ(timeline.events.size(), 1U);
  return timeline.events.front();
}

TEST(EventDate, LiesMonthsAfterTheMonthThatDecided) {
  for (const auto& [keys, day] :
       {std::pair("", "2026-01-31"), std::pair(R"(, "month_after": 0, "day": 28)", "2026-01-28"),
        std::pair(R"(, "month_after": 1, "day": 1)", "2026-02-01"),
        std::pair(R"(, "month_after": 11, "day": 28)", "2026-12-28")}) {
    const Program rules = with_event(keys);
    EXPECT_EQ(events(rules, "f"), (Lines{std::string(day) + " restricted"}));
  }
}

TEST(Amount, IsTheShareOfAFigureOrOfTheShopsOwnNumber) {
  const std::string half = small::official("0.5");
  const Program figure =
      with_event(fill(R"(, "amount": {"of": $, "share": $})", {official("30000"), half}));
  EXPECT_EQ(first_event(figure, course_of(figure, "f")).amount, Rational(15000));

  const Program third = with_event(fill(R"(, "amount": {"of": $, "share": $})",
                                        {official("100"), official(R"({"num": 1, "den": 3})")}));
  EXPECT_EQ(first_event(third, course_of(third, "f")).amount, Rational::ratio(100, 3));

  const Program own =
      with_event(fill(R"(, "amount": {"of": {"profile": "targets.fee", "default": $}, "share": $})",
                      {small::assumed("30000"), half}),
                 "targets.fee");
  Course course = course_of(own, "f");
  EXPECT_EQ(first_event(own, course).amount, Rational(15000));
  EXPECT_FALSE(trace(own, course).assumptions.empty());
  small::own(course.base, "targets.fee", 60001);
  EXPECT_EQ(first_event(own, course).amount, Rational::ratio(60001, 2));
  EXPECT_TRUE(trace(own, course).assumptions.empty());

  const Program silent = with_event(
      fill(R"(, "amount": {"of": {"profile": "targets.fee"}, "share": $})", {half}), "targets.fee");
  course = course_of(silent, "f");
  EXPECT_EQ(first_event(silent, course).amount, std::nullopt);
}

TEST(Amount, AnEventWithoutOneHasNone) {
  const Program rules = with_event("");
  EXPECT_EQ(first_event(rules, course_of(rules, "f")).amount, std::nullopt);
}

TEST(Areas, AreThoseOfTheStandardsThatTheMonthFailedEachOnce) {
  const Program rules = with_event(R"(, "areas": true)");
  struct Row {
    int score;
    int sales;
    int rating;
    int late;
    std::vector<std::string_view> areas;
  };
  for (const Row& row :
       {Row{59, 100, 4, 3, {"service"}}, Row{60, 99, 4, 3, {"trade"}},
        Row{59, 100, 3, 3, {"service"}}, Row{59, 99, 3, 4, {"logistics", "service", "trade"}},
        Row{60, 100, 3, 4, {"logistics", "service"}}}) {
    Course course = opened_on(rules, "2026-01-01", "2026-01-31");
    add_month(course, "2026-01",
              by_metrics(rules, {{"score", row.score},
                                 {"sales", row.sales},
                                 {"rating", row.rating},
                                 {"late", row.late},
                                 {"size", 51}}));
    EXPECT_EQ(first_event(rules, course).areas, row.areas);
  }
}

TEST(Areas, OfAMonthThatIsSaidToBeFailedAreNotKnown) {
  const Program rules = with_event(R"(, "areas": true)");
  EXPECT_TRUE(first_event(rules, course_of(rules, "f")).areas.empty());
}

TEST(Areas, OnlyAnEventThatAsksForThemNamesThem) {
  const Program rules = with_event("");
  Course course = opened_on(rules, "2026-01-01", "2026-01-31");
  add_month(course, "2026-01", by_metrics(rules, {{"score", 1}}));
  EXPECT_TRUE(first_event(rules, course).areas.empty());
}

}  // namespace
}  // namespace shopgauge

// Checks: over months and on days, what they are judged by, what follows, and what holds them off.

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

using small::add_check;
using small::add_month;
using small::by_metrics;
using small::checks;
using small::date;
using small::decimal;
using small::event;
using small::events;
using small::fill;
using small::issues;
using small::judged;
using small::kNextMonth;
using small::Lines;
using small::official;
using small::opened_on;
using small::phase;
using small::phases;
using small::trace;

// `after` as "after_months": n; `more` further members, each with a comma before.
std::string check(std::string_view id, std::string_view after, std::string_view count,
                  std::string_view judge, std::string_view more) {
  return fill(R"({"standard": "$", "title": $, "$": $, "judge": $$})",
              {id, small::kText, after, official(count), judge, more});
}
std::string months_check(std::string_view count, std::string_view judge, std::string_view more) {
  return check("check", "after_months", count, judge, more);
}
std::string outcome(std::string_view name, const std::string& events, std::string_view then = "") {
  return fill(R"(, "$": {"events": [$]$})", {name, events, then});
}
constexpr std::string_view kThenRecovery =
    R"(, "then": {"phase": "recovery", "month_after": 1, "day": 1})";

const std::string kRewarded = outcome("passed", event("rewarded", "passed"));
const std::string kSupervised = outcome("failed", event("supervised", "failed"), kThenRecovery);

// The first phase, of three months from 2026-01, with these checks; what fails is in recovery.
Program quarter_with(const std::string& checks, const std::string& more = "",
                     const std::string& other_phases = "") {
  return small::read(small::Phases{
      phase("first", small::months("3"),
            fill(R"(, "phase": "trial", "checks": [$], "next": []$)", {checks, more})) +
      other_phases});
}

// Months from 2026-01 with that sales each; "-" is not given, "?" lacks it.
Course with_sales(const Program& program, const std::vector<const char*>& sales,
                  std::string_view until = "2026-04-30") {
  Course course = opened_on(program, "2026-01-01", until);
  const char* names[] = {"2026-01", "2026-02", "2026-03"};
  for (std::size_t i = 0; i < sales.size(); ++i) {
    const std::string_view text = sales[i];
    if (text == "?") {
      add_month(course, names[i], by_metrics(program, {{"score", 70}}));
    } else if (text != "-") {
      add_month(course, names[i], by_metrics(program, {{"sales", decimal(text)}}));
    }
  }
  return course;
}

const std::string kSum =
    months_check("3", R"(["sales"])", R"(, "sum": ["sales"])" + kRewarded + kSupervised);

TEST(Sum, OfAllMonthsIsJudgedBelowAtAndAboveTheTarget) {
  const Program program = quarter_with(kSum);
  struct Row {
    std::vector<const char*> sales;
    const char* verdict;
  };
  for (const Row& row : {Row{{"50", "0", "49.999999"}, "fail"}, Row{{"50", "0", "50"}, "pass"},
                         Row{{"50", "0", "50.000001"}, "pass"}, Row{{"-50", "0", "99"}, "fail"}}) {
    const Course course = with_sales(program, row.sales);
    EXPECT_EQ(checks(program, course), (Lines{std::string("2026-03-31 check ") + row.verdict}));
    const bool failed = std::string_view(row.verdict) == "fail";
    EXPECT_EQ(events(program, course),
              (Lines{failed ? "2026-03-31 supervised" : "2026-03-31 rewarded"}));
    EXPECT_EQ(phases(program, course),
              failed ? (Lines{"trial 2026-01-01..2026-03-31", "recovery 2026-04-01.."})
                     : (Lines{"trial 2026-01-01..2026-03-31"}));
  }
}

TEST(Sum, IsObservedAsAFigure) {
  const Program program = quarter_with(kSum);
  const Course course = with_sales(program, {"50", "0.5", "49"});
  const Timeline timeline = trace(program, course);
  ASSERT_EQ(timeline.checks[0].findings.size(), 1U);
  EXPECT_EQ(small::show(*timeline.checks[0].findings[0].observed), "199/2");
  EXPECT_EQ(timeline.checks[0].findings[0].margin, decimal("-0.5"));
}

TEST(Sum, IsPendingWithWhatThereIsUntilEachMonthIsGiven) {
  const Program program = quarter_with(kSum);
  struct Row {
    std::vector<const char*> sales;
    const char* check;
  };
  for (const Row& row : {Row{{"50", "70"}, "2026-03-31 check pending, so far 120"},
                         Row{{"50", "-", "70"}, "2026-03-31 check pending, so far 120"},
                         Row{{"-", "30"}, "2026-03-31 check pending, so far 30"},
                         Row{{"?", "30"}, "2026-03-31 check pending, so far 30"}}) {
    const Course course = with_sales(program, row.sales);
    EXPECT_EQ(checks(program, course), (Lines{row.check}));
    EXPECT_EQ(events(program, course), Lines());
    EXPECT_TRUE(trace(program, course).checks[0].needs.empty());
  }
}

TEST(Sum, OfMonthsThatAreAllGivenButLackTheMetricIsUndetermined) {
  const Program program = quarter_with(kSum);
  Course course = with_sales(program, {"50", "?", "70"});
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check undetermined"}));
  EXPECT_EQ(small::show(trace(program, course).checks[0].needs), "sales");
  EXPECT_EQ(events(program, course), Lines());
  course.months[1].judged = judged(program, 'p');  // a word says nothing of the sales
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check undetermined"}));
}

TEST(Sum, GivenByTheCheckItselfNeedsNoMonths) {
  const Program program = quarter_with(kSum);
  for (const auto& [sales, verdict] : {std::pair("99.999999", "fail"), std::pair("100", "pass")}) {
    for (const std::vector<const char*>& months :
         {std::vector<const char*>{}, {"-", "30"}, {"500", "500", "500"}, {"1", "1", "1"}}) {
      Course course = with_sales(program, months);
      add_check(course, "2026-03-31", by_metrics(program, {{"sales", decimal(sales)}}));
      EXPECT_EQ(checks(program, course), (Lines{std::string("2026-03-31 check ") + verdict}));
    }
  }
}

TEST(Sum, OfACheckThatSaysItWasMetIsNotAsked) {
  const Program program = quarter_with(kSum);
  for (const char met : {'p', 'f'}) {
    Course course = with_sales(program, {"1", "-", "1"});
    add_check(course, "2026-03-31", judged(program, met));
    EXPECT_EQ(checks(program, course),
              (Lines{met == 'p' ? "2026-03-31 check pass" : "2026-03-31 check fail"}));
    EXPECT_EQ(events(program, course),
              (Lines{met == 'p' ? "2026-03-31 rewarded" : "2026-03-31 supervised"}));
  }
}

// Months from 2026-01 with that rating each; "n" has no score.
Course with_ratings(const Program& program, const std::vector<const char*>& ratings) {
  Course course = opened_on(program, "2026-01-01", "2026-04-30");
  const char* names[] = {"2026-01", "2026-02", "2026-03"};
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    const std::string_view text = ratings[i];
    Judged month = by_metrics(program, {});
    if (text == "n") {
      small::give(month.reading, program, "rating", InputState::no_score);
    } else if (text != "-" && text != "?") {
      small::give(month.reading, program, "rating", decimal(text));
    }
    if (text != "-") {
      add_month(course, names[i], std::move(month));
    }
  }
  return course;
}

const std::string kMean =
    months_check("3", R"(["rating"])", R"(, "mean": ["rating"])" + kRewarded + kSupervised);

TEST(Mean, LeavesMonthsWithoutAScoreOut) {
  const Program program = quarter_with(kMean);
  struct Row {
    std::vector<const char*> ratings;
    const char* verdict;
  };
  for (const Row& row :
       {Row{{"4", "3.5", "4.5"}, "pass"}, Row{{"4", "3.5", "4.499999"}, "fail"},
        Row{{"4", "3.5", "4.500001"}, "pass"}, Row{{"3.5", "n", "4.5"}, "pass"},
        Row{{"3.5", "n", "4.499999"}, "fail"}, Row{{"n", "n", "4"}, "pass"},
        Row{{"n", "n", "3.999999"}, "fail"}, Row{{"n", "n", "n"}, "not_assessed"},
        Row{{"4", "?", "4"}, "undetermined"}, Row{{"n", "?", "n"}, "undetermined"}}) {
    EXPECT_EQ(checks(program, with_ratings(program, row.ratings)),
              (Lines{std::string("2026-03-31 check ") + row.verdict}))
        << row.ratings[0] << " " << row.ratings[1] << " " << row.ratings[2];
  }
}

TEST(Mean, SoFarIsThatOfTheMonthsThatHaveOne) {
  const Program program = quarter_with(kMean);
  EXPECT_EQ(checks(program, with_ratings(program, {"4", "3"})),
            (Lines{"2026-03-31 check pending, so far 7/2"}));
  EXPECT_EQ(checks(program, with_ratings(program, {"4", "n"})),
            (Lines{"2026-03-31 check pending, so far 4"}));
  EXPECT_EQ(checks(program, with_ratings(program, {"-", "-", "3"})),
            (Lines{"2026-03-31 check pending, so far 3"}));
}

// The mean of nothing is not 0.
TEST(Mean, OfNoMonthYetIsNothingSoFar) {
  const Program program = quarter_with(kMean);
  EXPECT_EQ(checks(program, with_ratings(program, {})), (Lines{"2026-03-31 check pending"}));
  EXPECT_EQ(checks(program, with_ratings(program, {"n"})), (Lines{"2026-03-31 check pending"}));
}

TEST(Totals, SeveralAreJudgedTogetherAndOneThatFailsDecides) {
  const Program program = quarter_with(
      months_check("3", R"(["sales", "rating"])",
                   R"(, "sum": ["sales"], "mean": ["rating"])" + kRewarded + kSupervised));
  Course course = opened_on(program, "2026-01-01", "2026-04-30");
  const auto with = [&](const Rational& sales, const Rational& rating) {
    course.months.clear();
    for (const char* month : {"2026-01", "2026-02", "2026-03"}) {
      add_month(course, month, by_metrics(program, {{"sales", sales}, {"rating", rating}}));
    }
    return checks(program, course)[0];
  };
  EXPECT_EQ(with(34, 4), "2026-03-31 check pass");
  EXPECT_EQ(with(33, 4), "2026-03-31 check fail");
  EXPECT_EQ(with(34, 3), "2026-03-31 check fail");
  course.months.pop_back();
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check pending"}));
}

TEST(Totals, OtherMetricsAreGivenWithTheCheck) {
  const Program program = quarter_with(months_check(
      "3", R"(["sales", "score"])", R"(, "sum": ["sales"])" + kRewarded + kSupervised));
  Course course = with_sales(program, {"50", "30", "20"});
  add_check(course, "2026-03-31", by_metrics(program, {{"score", 60}}));
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check pass"}));
  course.checks[0].judged = by_metrics(program, {{"score", 59}});
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check fail"}));
  course.months[2].judged = by_metrics(program, {{"sales", 19}, {"score", 100}});
  course.checks[0].judged = by_metrics(program, {{"score", 60}});
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check fail"}));
  course.checks.clear();
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check fail"}));
}

// An input that stands for one that is not given does so in a month, not in a month nobody gave.
TEST(Totals, AMetricWithAValueForAnAbsentInputIsPendingLikeAnyOther) {
  const Program program = quarter_with(
      months_check("3", R"(["late"])", R"(, "sum": ["late"])" + kRewarded + kSupervised));
  Course course = opened_on(program, "2026-01-01", "2026-04-30");
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check pending, so far 0"}));
  EXPECT_EQ(events(program, course), Lines());
  add_month(course, "2026-01", by_metrics(program, {{"late", 2}}));
  add_month(course, "2026-02", by_metrics(program, {{"late", 1}}));
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check pending, so far 3"}));
  add_month(course, "2026-03", by_metrics(program, {{"late", 1}}));
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check fail"}));
}

TEST(Totals, AGivenMonthThatIsSilentOfSuchAMetricHasItsValue) {
  const Program program = quarter_with(
      months_check("3", R"(["late"])", R"(, "sum": ["late"])" + kRewarded + kSupervised));
  Course course = opened_on(program, "2026-01-01", "2026-04-30");
  add_month(course, "2026-01", by_metrics(program, {{"late", 2}}));
  add_month(course, "2026-02", by_metrics(program, {{"score", 70}}));
  add_month(course, "2026-03", by_metrics(program, {{"late", 1}}));
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check pass"}));
}

TEST(CheckDay, IsTheLastDayOfTheMonthOfThatNumber) {
  for (const auto& [count, day] :
       {std::pair("1", "2026-01-31"), std::pair("2", "2026-02-28"), std::pair("3", "2026-03-31")}) {
    const Program program = quarter_with(
        months_check(count, R"(["sales"])", R"(, "sum": ["sales"])" + kRewarded + kSupervised));
    EXPECT_EQ(checks(program, with_sales(program, {"100", "0", "0"})),
              (Lines{std::string(day) + " check pass"}));
  }
}

TEST(CheckDay, IsTheLastOfAPhaseThatEndsWithTheYearAtTheLatest) {
  const auto day = [](std::string_view opened, std::string_view count) {
    const Program program = small::read(small::Phases{
        phase("first", R"({"until": "year_end"})",
              fill(R"(, "phase": "trial", "checks": [$], "next": [])",
                   {months_check(count, R"(["sales"])", R"(, "sum": ["sales"])" + kRewarded)}))});
    const Lines all = checks(program, opened_on(program, opened, "2027-12-31"));
    EXPECT_EQ(all.size(), 1U);
    return all[0].substr(0, 10);
  };
  EXPECT_EQ(day("2026-01-01", "12"), "2026-12-31");
  EXPECT_EQ(day("2026-01-31", "12"), "2026-12-31");
  EXPECT_EQ(day("2026-02-01", "12"), "2026-12-31");
  EXPECT_EQ(day("2026-10-15", "3"), "2026-12-31");
  EXPECT_EQ(day("2026-09-30", "3"), "2026-11-30");
  EXPECT_EQ(day("2026-12-31", "1"), "2026-12-31");
  EXPECT_EQ(day("2026-12-31", "12"), "2026-12-31");
}

TEST(CheckDay, BeyondTheLastOneIsNotListed) {
  const Program program = quarter_with(kSum);
  for (const auto& [until, count] : {std::pair("2026-03-30", 0U), std::pair("2026-03-31", 1U)}) {
    Course course = with_sales(program, {"1", "1", "1"}, until);
    EXPECT_EQ(checks(program, course).size(), count) << until;
    EXPECT_EQ(events(program, course).size(), count) << until;
  }
}

TEST(CheckDay, OnlyThatDayMayBeGiven) {
  const Program program = quarter_with(kSum);
  for (const auto& [day, allowed] : {std::pair("2026-03-30", false), std::pair("2026-03-31", true),
                                     std::pair("2026-04-01", false)}) {
    Course course = with_sales(program, {});
    add_check(course, day, judged(program, 'p'));
    EXPECT_EQ(issues(program, course), allowed ? Lines() : Lines{"checks.date /checks/0"}) << day;
  }
}

TEST(CheckDay, OfAPendingCheckIsADeadline) {
  const Program program = quarter_with(kSum);
  Course course = with_sales(program, {"10", "20"});
  course.date = date("2026-02-10");
  EXPECT_EQ(small::show(*trace(program, course).standing.deadline), "2026-03-31 check");
}

// A check without totals is given on its day, or it is not known yet.
TEST(CheckDay, OfACheckThatNobodyGaveIsADeadlineToo) {
  const Program program = quarter_with(months_check("3", R"(["score"])", kRewarded + kSupervised));
  Course course = opened_on(program, "2026-01-01", "2026-04-30");
  EXPECT_EQ(checks(program, course), (Lines{"2026-03-31 check pending"}));
  course.date = date("2026-02-10");
  const std::optional<Deadline> deadline = trace(program, course).standing.deadline;
  ASSERT_TRUE(deadline.has_value());
  EXPECT_EQ(small::show(*deadline), "2026-03-31 check");
}

TEST(MonthsOfChecks, AreTakenThoughThePhaseJudgesNone) {
  const Program program = quarter_with(kSum);
  Course course = with_sales(program, {"98", "1", "1"});
  EXPECT_EQ(issues(program, course), Lines());
  EXPECT_TRUE(trace(program, course).months.empty());
  add_month(course, "2026-04", by_metrics(program, {{"sales", 1}}));  // the phase is over
  EXPECT_EQ(issues(program, course), (Lines{"months.not_assessed /months/3"}));
}

// Two checks of month 3, by sales and by rating, with these outcomes.
Program two_checks(std::string_view first, std::string_view second, const std::string& more = "") {
  return quarter_with(check("by_sales", "after_months", "3", R"(["sales"])",
                            R"(, "sum": ["sales"])" + std::string(first)) +
                          ", " +
                          check("by_rating", "after_months", "3", R"(["rating"])",
                                R"(, "mean": ["rating"])" + std::string(second)),
                      more, ", " + phase("exempt", small::months("2"), R"(, "next": [])"));
}
constexpr std::string_view kThenExempt =
    R"(, "then": {"phase": "exempt", "month_after": 1, "day": 1})";

Course with_both(const Program& program, const char* sales, const char* rating) {
  Course course = opened_on(program, "2026-01-01", "2026-04-30");
  for (const char* month : {"2026-01", "2026-02", "2026-03"}) {
    Judged given = by_metrics(program, {});
    if (*sales != '-') {
      small::give(given.reading, program, "sales", decimal(sales));
    }
    if (*rating != '-') {
      small::give(given.reading, program, "rating", decimal(rating));
    }
    if (*sales != '-' || *rating != '-') {
      add_month(course, month, std::move(given));
    }
  }
  return course;
}

TEST(OneDay, TheFirstCheckThatLeadsSomewhereDoes) {
  const Program program =
      two_checks(outcome("failed", event("supervised", "failed"), kThenRecovery),
                 outcome("failed", event("restricted", "second"), kThenExempt));
  struct Row {
    const char* sales;
    const char* rating;
    Lines events;
    Lines phases;
  };
  const std::string trial = "trial 2026-01-01..2026-03-31";
  for (const Row& row :
       {Row{"10", "3", {"2026-03-31 supervised"}, {trial, "recovery 2026-04-01.."}},
        Row{"10", "5", {"2026-03-31 supervised"}, {trial, "recovery 2026-04-01.."}},
        Row{"50", "3", {"2026-03-31 restricted"}, {trial, "exempt 2026-04-01..2026-05-31"}},
        Row{"50", "5", {}, {trial}}}) {
    const Course course = with_both(program, row.sales, row.rating);
    EXPECT_EQ(checks(program, course).size(), 2U);
    EXPECT_EQ(events(program, course), row.events) << row.sales << " " << row.rating;
    EXPECT_EQ(phases(program, course), row.phases) << row.sales << " " << row.rating;
  }
}

TEST(OneDay, AnOutcomeWithoutATransitionLeavesTheNextToDecide) {
  const Program program = two_checks(outcome("failed", event("warned", "failed")),
                                     outcome("failed", event("restricted", "second"), kThenExempt));
  const Course course = with_both(program, "10", "3");
  EXPECT_EQ(events(program, course), (Lines{"2026-03-31 warned", "2026-03-31 restricted"}));
  EXPECT_EQ(phases(program, course),
            (Lines{"trial 2026-01-01..2026-03-31", "exempt 2026-04-01..2026-05-31"}));
}

TEST(OneDay, APendingCheckCountsAsPassed) {
  const Program leads = two_checks(outcome("passed", event("rewarded", "passed"), kThenExempt),
                                   outcome("failed", event("restricted", "second"), kThenRecovery));
  Course course = with_both(leads, "-", "-");
  add_check(course, "2026-03-31", by_metrics(leads, {{"rating", 3}}));
  EXPECT_EQ(checks(leads, course),
            (Lines{"2026-03-31 by_sales pending, so far 0", "2026-03-31 by_rating fail"}));
  EXPECT_EQ(phases(leads, course),
            (Lines{"trial 2026-01-01..2026-03-31", "exempt 2026-04-01..2026-05-31"}));
  const Program stays =
      two_checks(kSupervised, outcome("failed", event("restricted", "second"), kThenExempt));
  Course other = with_both(stays, "-", "-");
  add_check(other, "2026-03-31", by_metrics(stays, {{"rating", 3}}));
  EXPECT_EQ(phases(stays, other),
            (Lines{"trial 2026-01-01..2026-03-31", "exempt 2026-04-01..2026-05-31"}));
}

// A rule of that phase, which judges its months by the score.
std::string rule_at(std::string_view reaches, std::string_view then) {
  return fill(
      R"(, "judge": ["score"], "rules": [{"id": "failed", "on": "failures", "reaches": $, "events": [$]$}])",
      {official(reaches), event("downgraded", "rule"), then});
}

Course failing(const Program& program, std::string_view scores, std::string_view until) {
  Course course = opened_on(program, "2026-01-01", until);
  const char* names[] = {"2026-01", "2026-02", "2026-03"};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    add_month(course, names[i],
              by_metrics(program, {{"score", scores[i] == 'f' ? 10 : 90}, {"sales", 1}}));
  }
  return course;
}

TEST(OneDay, NoCheckLeadsAfterARuleThatEndedThePhaseWithThatMonth) {
  const Program program = quarter_with(
      months_check(
          "3", R"(["sales"])",
          R"(, "sum": ["sales"])" + outcome("failed", event("supervised", "failed"), kThenExempt)),
      rule_at("2", kThenRecovery), ", " + phase("exempt", small::months("2"), R"(, "next": [])"));
  Course course = failing(program, "pff", "2026-04-30");
  EXPECT_EQ(phases(program, course),
            (Lines{"trial 2026-01-01..2026-03-31", "recovery 2026-04-01.."}));
  EXPECT_EQ(events(program, course), (Lines{"2026-03-31 downgraded"}));
  // Without the rule the check leads.
  course = failing(program, "ppf", "2026-04-30");
  EXPECT_EQ(phases(program, course),
            (Lines{"trial 2026-01-01..2026-03-31", "exempt 2026-04-01..2026-05-31"}));
  EXPECT_EQ(events(program, course), (Lines{"2026-03-31 supervised"}));
}

TEST(OneDay, ARuleThatEndsNothingLeavesTheCheckToLead) {
  const Program program = quarter_with(
      months_check("3", R"(["sales"])", R"(, "sum": ["sales"])" + kSupervised), rule_at("2", ""));
  const Course course = failing(program, "pff", "2026-04-30");
  EXPECT_EQ(events(program, course), (Lines{"2026-03-31 downgraded", "2026-03-31 supervised"}));
  EXPECT_EQ(phases(program, course),
            (Lines{"trial 2026-01-01..2026-03-31", "recovery 2026-04-01.."}));
}

TEST(AfterTheEnd, OfAPhaseNoCheckIsHeld) {
  const Program program =
      quarter_with(months_check("3", R"(["sales"])", R"(, "sum": ["sales"])" + kSupervised),
                   rule_at("2", kThenRecovery));
  Course course = failing(program, "ff", "2026-04-30");
  EXPECT_EQ(checks(program, course), Lines());
  EXPECT_EQ(events(program, course), (Lines{"2026-02-28 downgraded"}));
  add_check(course, "2026-03-31", judged(program, 'p'));
  EXPECT_EQ(issues(program, course), (Lines{"checks.date /checks/0"}));
}

TEST(AfterTheEnd, ACheckThatEndedThePhaseLeavesTheLaterOnesOut) {
  const Program program = quarter_with(
      check("early", "after_months", "1", R"(["sales"])", R"(, "sum": ["sales"])" + kSupervised) +
      ", " +
      check("late", "after_months", "3", R"(["sales"])", R"(, "sum": ["sales"])" + kRewarded));
  EXPECT_EQ(checks(program, with_sales(program, {"99"})), (Lines{"2026-01-31 early fail"}));
  EXPECT_EQ(checks(program, with_sales(program, {"100"})),
            (Lines{"2026-01-31 early pass", "2026-03-31 late pending, so far 100"}));
  EXPECT_EQ(phases(program, with_sales(program, {"99"})),
            (Lines{"trial 2026-01-01..2026-01-31", "recovery 2026-02-01.."}));
}

TEST(Outcome, WithoutOneThePhaseGoesOn) {
  const Program program = small::read(small::Phases{
      phase("first", small::months("3"),
            fill(R"(, "phase": "trial", "checks": [$], "completed": {"events": [$]}, "next": [])",
                 {months_check("2", R"(["sales"])", R"(, "sum": ["sales"])"),
                  event("cycle_completed", "completed")}))});
  for (const char* sales : {"10", "90"}) {
    const Course course = with_sales(program, {sales, sales});
    EXPECT_EQ(phases(program, course), (Lines{"trial 2026-01-01..2026-03-31"}));
    EXPECT_EQ(events(program, course), (Lines{"2026-03-31 cycle_completed"}));
  }
}

TEST(Outcome, ItsDatesAreItsOwnDayOrLieMonthsAfter) {
  const Program program = quarter_with(months_check(
      "2", R"(["sales"])",
      R"(, "sum": ["sales"])" +
          outcome("failed",
                  event("supervised", "failed") + ", " + event("warned", "failed", kNextMonth) +
                      ", " + event("restricted", "failed", R"(, "month_after": 2, "day": 28)"),
                  R"(, "then": {"phase": "recovery", "month_after": 2, "day": 5})")));
  const Course course = with_sales(program, {"1", "1"}, "2026-05-31");
  EXPECT_EQ(events(program, course),
            (Lines{"2026-02-28 supervised", "2026-03-01 warned", "2026-04-28 restricted"}));
  EXPECT_EQ(phases(program, course),
            (Lines{"trial 2026-01-01..2026-02-28", "recovery 2026-04-05.."}));
}

TEST(Outcome, WithoutAMonthAndDayTheNextPhaseBeginsOnTheDayAfter) {
  const Program program = quarter_with(months_check(
      "2", R"(["sales"])",
      R"(, "sum": ["sales"])" +
          outcome("failed", event("supervised", "failed"), R"(, "then": {"phase": "recovery"})")));
  EXPECT_EQ(phases(program, with_sales(program, {"1", "1"})),
            (Lines{"trial 2026-01-01..2026-02-28", "recovery 2026-03-01.."}));
}

TEST(Certain, AnOpenCheckThatCouldEndThePhaseKeepsItsEndFromBeingAnnounced) {
  const std::string completed =
      fill(R"(, "completed": {"events": [$]})", {event("cycle_completed", "completed")});
  const Program program = quarter_with(
      months_check("2", R"(["sales"])", R"(, "sum": ["sales"])" + kRewarded + kSupervised),
      completed);
  EXPECT_EQ(events(program, with_sales(program, {"50"})), Lines());
  EXPECT_EQ(events(program, with_sales(program, {"50", "?"})), Lines());
  EXPECT_EQ(events(program, with_sales(program, {"50", "50"})),
            (Lines{"2026-02-28 rewarded", "2026-03-31 cycle_completed"}));
}

TEST(Certain, AnOpenCheckThatLeadsNowhereDoesNot) {
  const Program program = quarter_with(
      months_check(
          "2", R"(["sales"])",
          R"(, "sum": ["sales"])" + kRewarded + outcome("failed", event("warned", "failed"))),
      fill(R"(, "completed": {"events": [$]})", {event("cycle_completed", "completed")}));
  EXPECT_EQ(events(program, with_sales(program, {"50"})), (Lines{"2026-03-31 cycle_completed"}));
}

TEST(Advised, ACheckCountsTheAdvisoryStandardsThatItNames) {
  const Program program = quarter_with(
      months_check("3", R"(["size"])", R"(, "sum": ["size"])" + kRewarded + kSupervised));
  for (const auto& [size, verdict] : {std::pair(50, "pass"), std::pair(51, "fail")}) {
    Course course = opened_on(program, "2026-01-01", "2026-04-30");
    add_check(course, "2026-03-31", by_metrics(program, {{"size", size}}));
    EXPECT_EQ(checks(program, course), (Lines{std::string("2026-03-31 check ") + verdict}));
  }
}

// The number that a check's own profile gives, else that of the whole course.
TEST(Outcome, NamesAnAmountOfTheProfileThatTheCheckWasJudgedBy) {
  const Program program = small::read(small::Phases{
      .phases = phase(
          "first", small::months("3"),
          fill(
              R"(, "phase": "trial", "checks": [$], "next": [])",
              {months_check(
                  "3", R"(["sales"])",
                  R"(, "sum": ["sales"])" +
                      outcome(
                          "passed",
                          event("fee_refunded", "passed",
                                fill(
                                    R"(, "amount": {"of": {"profile": "targets.fee"}, "share": $})",
                                    {official("0.5")}))))})),
      .profile = "targets.fee"});
  Course course = with_sales(program, {"100", "0", "0"});
  EXPECT_EQ(trace(program, course).events[0].amount, std::nullopt);
  small::own(course.base, "targets.fee", 30000);
  EXPECT_EQ(trace(program, course).events[0].amount, Rational(15000));
  add_check(course, "2026-03-31", by_metrics(program, {}));
  small::own(course.checks[0].judged.reading, "targets.fee", 60000);
  EXPECT_EQ(trace(program, course).events[0].amount, Rational(30000));
}

TEST(Outcome, NamesTheAreasOfTheStandardsThatTheCheckFailed) {
  const Program program = quarter_with(
      months_check("3", R"(["sales", "rating"])",
                   R"(, "sum": ["sales"], "mean": ["rating"])" +
                       outcome("failed", event("supervised", "failed", R"(, "areas": true)"))));
  const Course both = with_both(program, "1", "1");
  EXPECT_EQ(trace(program, both).events[0].areas,
            (std::vector<std::string_view>{"trade", "service"}));
  const Course one = with_both(program, "100", "1");
  EXPECT_EQ(trace(program, one).events[0].areas, (std::vector<std::string_view>{"service"}));
}

// Thirty days from 2026-01-01, checked on the day after the last.
TEST(AfterDays, ACheckStandsBehindThePhaseAndLeadsOnOnItsDay) {
  const Program program = small::read(
      small::Phases{phase("first", small::days("30"),
                          fill(R"(, "phase": "trial", "checks": [$], "next": [])",
                               {check("check", "after_days", "30", R"(["score"])",
                                      outcome("failed", event("supervised", "failed"),
                                              R"(, "then": {"phase": "recovery"})"))}))});
  Course course = opened_on(program, "2026-01-01", "2026-04-30");
  EXPECT_EQ(checks(program, course), (Lines{"2026-01-31 check pending"}));
  add_check(course, "2026-01-31", judged(program, 'p'));
  EXPECT_EQ(phases(program, course), (Lines{"trial 2026-01-01..2026-01-30"}));
  EXPECT_EQ(events(program, course), Lines());
  course.checks[0].judged = judged(program, 'f');
  EXPECT_EQ(phases(program, course),
            (Lines{"trial 2026-01-01..2026-01-30", "recovery 2026-01-31.."}));
  EXPECT_EQ(events(program, course), (Lines{"2026-01-31 supervised"}));
}

}  // namespace
}  // namespace shopgauge

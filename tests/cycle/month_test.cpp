// What a judged month says beside its verdict: how its metrics moved, and its tier.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/cycle/timeline.h"
#include "tests/cycle/small_cycle.h"

namespace shopgauge {
namespace {

using small::add_month;
using small::by_metrics;
using small::fill;
using small::judged;
using small::opened_on;
using small::phase;
using small::trace;

Program program(const std::string& tiers = "", const std::string& texts = "") {
  return small::read(small::Phases{
      .phases =
          phase("first", R"("open")", R"(, "phase": "formal", "judge": ["score", "late", "size"])"),
      .texts = texts,
      .tiers = tiers});
}

// "score better 5, late worse 1, size 2"; a metric that has neither is left out.
std::string trends(const JudgedMonth& month) {
  const char* names[] = {" same", " better", " worse"};
  std::string list;
  for (const Finding& finding : month.findings) {
    if (finding.change || finding.trend) {
      list += (list.empty() ? "" : ", ") + std::string(finding.id);
      list += finding.trend ? names[static_cast<int>(*finding.trend)] : "";
      list += finding.change ? " " + to_fraction(*finding.change) : "";
    }
  }
  return list;
}

struct Case {
  Program rules = program();
  Course course = opened_on(rules, "2026-01-01", "2026-12-31");

  [[nodiscard]] std::string trends_of(std::size_t month) const {
    return trends(trace(rules, course).months[month]);
  }
};

TEST(Trend, IsWhatTheMetricDidSinceTheMonthBefore) {
  Case at;
  add_month(at.course, "2026-01", by_metrics(at.rules, {{"score", 70}, {"late", 2}, {"size", 10}}));
  add_month(at.course, "2026-02", by_metrics(at.rules, {{"score", 75}, {"late", 3}, {"size", 12}}));
  add_month(at.course, "2026-03", by_metrics(at.rules, {{"score", 74}, {"late", 1}, {"size", 12}}));
  add_month(at.course, "2026-04", by_metrics(at.rules, {{"score", 74}, {"late", 1}, {"size", 11}}));
  EXPECT_EQ(at.trends_of(0), "");
  EXPECT_EQ(at.trends_of(1), "score better 5, late worse 1, size 2");
  EXPECT_EQ(at.trends_of(2), "score worse -1, late better -2, size same 0");
  EXPECT_EQ(at.trends_of(3), "score same 0, late same 0, size -1");
}

TEST(Trend, NeedsAValueInBothMonths) {
  Case at;
  add_month(at.course, "2026-01", by_metrics(at.rules, {{"score", 70}, {"late", 2}}));
  add_month(at.course, "2026-02", by_metrics(at.rules, {{"late", 2}, {"size", 10}}));
  add_month(at.course, "2026-03", by_metrics(at.rules, {{"score", 71}, {"size", 11}}));
  EXPECT_EQ(at.trends_of(1), "late same 0");
  EXPECT_EQ(at.trends_of(2), "size 1");
}

TEST(Trend, AMonthThatSaysOnlyWhetherItWasMetHasNone) {
  Case at;
  add_month(at.course, "2026-01", by_metrics(at.rules, {{"score", 70}}));
  add_month(at.course, "2026-02", judged(at.rules, 'p'));
  EXPECT_EQ(at.trends_of(1), "");
  EXPECT_TRUE(trace(at.rules, at.course).months[1].findings.empty());
}

TEST(NoScore, HowAMonthWithoutOneCountsIsReliedOnWhereThereIsOne) {
  for (const char* status : {"official", "assumed"}) {
    const Program rules = small::read(small::Phases{
        .phases = phase("first", R"("open")", R"(, "phase": "formal", "judge": ["score"])"),
        .no_score = status});
    Course course = opened_on(rules, "2026-01-01", "2026-01-31");
    add_month(course, "2026-01", judged(rules, 'p'));
    EXPECT_TRUE(trace(rules, course).assumptions.empty());
    course.months[0].judged = judged(rules, 'n');
    EXPECT_EQ(trace(rules, course).months[0].verdict, MonthVerdict::not_assessed);
    EXPECT_EQ(trace(rules, course).assumptions.size(),
              std::string_view(status) == "assumed" ? 1U : 0U);
  }
}

const std::string kTiers = fill(
    R"({"id": "gold", "title": $, "when": {"met": ["score", "late", "more_score"]}, "consequences": [], "status": "official", "source": "rulebook"},
       {"id": "silver", "title": $, "when": {"met": ["score"]}, "consequences": [], "status": "official", "source": "rulebook"},
       {"id": "bronze", "title": $, "consequences": [], "status": "official", "source": "rulebook"})",
    {small::kText, small::kText, small::kText});

// "gold", or "gold | silver" where it is open.
std::string tier(const Program& rules, const JudgedMonth& month) {
  std::string text = month.tier.index ? std::string(rules.tiers[*month.tier.index].id) : "";
  for (const std::size_t possible : month.tier.possible) {
    text += (text.empty() ? "" : " | ") + std::string(rules.tiers[possible].id);
  }
  return text;
}

TEST(TierOfAMonth, IsThatOfItsOwnReading) {
  const Program rules = program(kTiers);
  Course course = opened_on(rules, "2026-01-01", "2026-07-31");
  add_month(course, "2026-01", by_metrics(rules, {{"score", 80}, {"late", 3}, {"size", 1}}));
  add_month(course, "2026-02", by_metrics(rules, {{"score", 79}, {"late", 3}, {"size", 1}}));
  add_month(course, "2026-03", by_metrics(rules, {{"score", 80}, {"late", 4}, {"size", 1}}));
  add_month(course, "2026-04", by_metrics(rules, {{"score", 59}, {"late", 4}, {"size", 1}}));
  add_month(course, "2026-05", judged(rules, 'u'));
  add_month(course, "2026-06", judged(rules, 'p'));
  const Timeline timeline = trace(rules, course);
  const char* expected[] = {"gold", "silver", "silver", "bronze", "gold | silver | bronze", "", ""};
  ASSERT_EQ(timeline.months.size(), 7U);
  for (std::size_t i = 0; i < timeline.months.size(); ++i) {
    EXPECT_EQ(tier(rules, timeline.months[i]), expected[i]) << i;
  }
  EXPECT_EQ(small::show(timeline.months[4].tier.needs), "score");
}

TEST(TierOfAMonth, AProgramWithoutTiersNamesNone) {
  Case at;
  add_month(at.course, "2026-01", by_metrics(at.rules, {{"score", 80}}));
  EXPECT_TRUE(trace(at.rules, at.course).months[0].tier.empty());
}

}  // namespace
}  // namespace shopgauge

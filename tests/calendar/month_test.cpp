// Month arithmetic against a calendar that turns its pages one by one. The same tests run in
// WebAssembly, whose chrono calendar takes 2026-12 plus a month for 2026-01.

#include "core/calendar/month.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <type_traits>
#include <vector>

#include "tests/calendar/print.h"

namespace shopgauge {
namespace {

// The slow oracle: a page of the wall calendar, turned forwards or backwards.
struct Page {
  int year = 1970;
  int month = 1;

  void turn(int pages) {
    for (; pages > 0; --pages) {
      if (++month == 13) {
        month = 1;
        ++year;
      }
    }
    for (; pages < 0; ++pages) {
      if (--month == 0) {
        month = 12;
        --year;
      }
    }
  }

  int days() const {
    constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    return month == 2 && leap ? 29 : kLengths[month - 1];
  }

  std::string text() const {
    return std::to_string(year) + "-" + std::to_string(100 + month).substr(1);
  }
};

TEST(Month, EveryMonthOfTheRange) {
  Page page;
  Month previous;
  int months = 0;
  for (; page.year <= kLastYear; page.turn(1), ++months) {
    SCOPED_TRACE(page.text());
    const Month month = make_month(page.year, page.month);
    ASSERT_EQ(month.months_since_epoch(), months);
    ASSERT_EQ(Month::from_months_since_epoch(months), month);
    ASSERT_EQ(year_of(month), page.year);
    ASSERT_EQ(month_of_year(month), page.month);
    ASSERT_EQ(to_text(month), page.text());
    ASSERT_EQ(parse_month(page.text()), month);
    ASSERT_EQ(days_in(month), page.days());
    ASSERT_EQ(first_day(month), make_date(page.year, page.month, 1));
    ASSERT_EQ(last_day(month), make_date(page.year, page.month, page.days()));
    if (months > 0) {
      ASSERT_LT(previous, month);
      ASSERT_EQ(add_months(previous, 1), month);
      ASSERT_EQ(add_months(month, -1), previous);
      ASSERT_EQ(months_between(previous, month), 1);
      ASSERT_EQ(months_between(month, previous), -1);
      ASSERT_EQ(add_days(last_day(previous), 1), first_day(month));
    }
    previous = month;
  }
  EXPECT_EQ(months, 230 * 12);
}

TEST(Month, OfEveryDay) {
  for (Date day = make_date(2000, 1, 1); day <= make_date(2100, 12, 31); day = add_days(day, 1)) {
    const Month month = month_of(day);
    ASSERT_LE(first_day(month), day);
    ASSERT_LE(day, last_day(month));
    ASSERT_EQ(to_text(month), to_text(day).substr(0, 7));
  }
}

TEST(Month, DecemberIsFollowedByTheNextYear) {
  const Month december = make_month(2026, 12);
  EXPECT_EQ(add_months(december, 1), make_month(2027, 1));
  EXPECT_EQ(add_months(december, 0), december);
  EXPECT_EQ(add_months(december, 12), make_month(2027, 12));
  EXPECT_EQ(add_months(december, -12), make_month(2025, 12));
  EXPECT_EQ(add_months(make_month(2027, 1), -1), december);
  EXPECT_EQ(months_between(december, make_month(2027, 1)), 1);
  EXPECT_EQ(months_between(make_month(2028, 2), december), -14);
  EXPECT_EQ(add_months_clamped(make_date(2026, 12, 31), 1), make_date(2027, 1, 31));
}

TEST(Month, ClampedSumsOfEveryDay) {
  std::vector<int> steps = {-360, -120, -25, -24, 24, 25, 120, 360};
  for (int months = -13; months <= 13; ++months) {
    steps.push_back(months);
  }
  for (Page start{2000, 1}; start.year <= 2100; start.turn(1)) {
    for (const int months : steps) {
      Page target = start;
      target.turn(months);
      for (int day = 1; day <= start.days(); ++day) {
        const Date date = make_date(start.year, start.month, day);
        const int expected = day <= target.days() ? day : target.days();
        ASSERT_EQ(add_months_clamped(date, months), make_date(target.year, target.month, expected))
            << to_text(date) << " + " << months;
      }
    }
  }
}

TEST(Month, KnownClampedSums) {
  EXPECT_EQ(add_months_clamped(make_date(2026, 1, 31), 1), make_date(2026, 2, 28));
  EXPECT_EQ(add_months_clamped(make_date(2028, 1, 31), 1), make_date(2028, 2, 29));
  EXPECT_EQ(add_months_clamped(make_date(2028, 2, 29), 12), make_date(2029, 2, 28));
  EXPECT_EQ(add_months_clamped(make_date(2028, 2, 29), 48), make_date(2032, 2, 29));
  EXPECT_EQ(add_months_clamped(make_date(2026, 2, 28), 1), make_date(2026, 3, 28));
  EXPECT_EQ(add_months_clamped(make_date(2026, 3, 31), -1), make_date(2026, 2, 28));
  EXPECT_EQ(add_months_clamped(make_date(2199, 10, 31), 2), make_date(2199, 12, 31));
}

TEST(Month, TextThatIsNoMonthIsRefused) {
  const std::string refused[] = {"",        "2026",     "2026-6",  "2026-006", "2026-00",
                                 "2026-13", "2026/06",  "1969-12", "2200-01",  "2026-06-01",
                                 " 2026-6", "2026-06 ", "2026-0x", "20x6-06",  "202606",
                                 "2026-+6", "026-06"};
  for (const std::string& text : refused) {
    EXPECT_EQ(parse_month(text), std::nullopt) << text;
  }
}

TEST(Month, ComesOnlyFromItsVerbs) {
  static_assert(!std::is_constructible_v<Month, int>);
  static_assert(!std::is_constructible_v<Month, Date>);
  static_assert(!std::is_convertible_v<Month, int>);
}

#if GTEST_HAS_DEATH_TEST
TEST(MonthDeathTest, LeavingTheRangeStops) {
  EXPECT_DEATH((void)add_months(make_month(1970, 1), -1), "");
  EXPECT_DEATH((void)add_months(make_month(2199, 12), 1), "");
  EXPECT_DEATH((void)add_months(make_month(2199, 12), std::numeric_limits<int>::max()), "");
  EXPECT_DEATH((void)add_months_clamped(make_date(2199, 12, 1), 1), "");
  EXPECT_DEATH((void)make_month(2026, 13), "");
}
#endif

}  // namespace
}  // namespace shopgauge

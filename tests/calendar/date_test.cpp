// Dates against a calendar that counts day by day, with nothing but the lengths of the months.

#include "core/calendar/date.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <type_traits>

#include "tests/calendar/print.h"

namespace shopgauge {
namespace {

// The slow oracle: fields that step one day at a time.
struct Walker {
  int year = 1970;
  int month = 1;
  int day = 1;

  int month_length() const {
    constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    return month == 2 && leap ? 29 : kLengths[month - 1];
  }

  void step() {
    if (++day > month_length()) {
      day = 1;
      if (++month > 12) {
        month = 1;
        ++year;
      }
    }
  }

  std::string text() const {
    const auto two = [](int number) { return std::to_string(100 + number).substr(1); };
    return std::to_string(year) + "-" + two(month) + "-" + two(day);
  }
};

TEST(Date, EveryDayOfTheRange) {
  Walker walker;
  Date previous;
  int days = 0;
  for (; walker.year <= kLastYear; walker.step(), ++days) {
    SCOPED_TRACE(walker.text());
    const Date date = make_date(walker.year, walker.month, walker.day);
    ASSERT_EQ(date.days_since_epoch(), days);
    ASSERT_EQ(Date::from_days_since_epoch(days), date);
    const DateFields fields = fields_of(date);
    ASSERT_EQ(fields.year, walker.year);
    ASSERT_EQ(fields.month, walker.month);
    ASSERT_EQ(fields.day, walker.day);
    ASSERT_EQ(year_of(date), walker.year);
    ASSERT_EQ(day_of_month(date), walker.day);
    ASSERT_EQ(to_text(date), walker.text());
    ASSERT_EQ(parse_date(walker.text()), date);
    if (days > 0) {
      ASSERT_LT(previous, date);
      ASSERT_EQ(add_days(previous, 1), date);
      ASSERT_EQ(add_days(date, -1), previous);
      ASSERT_EQ(days_between(previous, date), 1);
      ASSERT_EQ(days_between(date, previous), -1);
    }
    previous = date;
  }
  EXPECT_EQ(days, 84'006);  // Python: (date(2200, 1, 1) - date(1970, 1, 1)).days
}

TEST(Date, DaysThatDoNotExistAreRefused) {
  for (Walker month{2000, 1, 1}; month.year <= 2100;) {
    month.day = month.month_length();
    for (int day = month.day + 1; day <= 99; ++day) {
      Walker missing = month;
      missing.day = day;
      ASSERT_EQ(parse_date(missing.text()), std::nullopt) << missing.text();
    }
    month.step();
  }
}

TEST(Date, KnownDays) {
  EXPECT_EQ(Date(), make_date(1970, 1, 1));
  EXPECT_EQ(make_date(2000, 1, 1).days_since_epoch(), 10'957);
  EXPECT_EQ(make_date(2026, 6, 2).days_since_epoch(), 20'606);
  EXPECT_EQ(make_date(2199, 12, 31).days_since_epoch(), 84'005);
  EXPECT_EQ(days_between(make_date(2000, 2, 28), make_date(2000, 3, 1)), 2);
  EXPECT_EQ(days_between(make_date(2100, 2, 28), make_date(2100, 3, 1)), 1);
  EXPECT_EQ(days_between(make_date(2026, 1, 1), make_date(2027, 1, 1)), 365);
  EXPECT_EQ(add_days(make_date(2026, 12, 31), 1), make_date(2027, 1, 1));
  EXPECT_EQ(add_days(make_date(2026, 6, 2), 60), make_date(2026, 8, 1));
}

TEST(Date, TextThatIsNoDateIsRefused) {
  const std::string refused[] = {
      "",
      "2026",
      "2026-06",
      "2026-6-02",
      "2026-06-2",
      "26-06-02",
      "2026-06-02 ",
      " 2026-06-02",
      "2026/06/02",
      "2026-06/02",
      "20260602",
      "2026-06-02T00",
      "2026-00-10",
      "2026-13-10",
      "2026-06-00",
      "2026-06-31",
      "2026-02-29",
      "2100-02-29",
      "1969-12-31",
      "2200-01-01",
      "0000-01-01",
      "9999-12-31",
      "+026-06-02",
      "-026-06-02",
      "2026-+6-02",
      "2026-06-+2",
      "2026- 6-02",
      "2026-06- 2",
      "202x-06-02",
      "2026-0x-02",
      "2026-06-0x",
      "2026-06-0:",
      "2026-06-1/",
      "2026-:1-02",
      "2026-06-02Z",
      "2026--06-02",
      "2026-06--02",
  };
  for (const std::string& text : refused) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
  using namespace std::string_view_literals;
  EXPECT_EQ(parse_date("2026-06-0\0"sv), std::nullopt);
  EXPECT_EQ(parse_date("２026-06-02"sv), std::nullopt);  // a full-width digit
}

TEST(Date, PeriodsHoldBothEnds) {
  const Period june{make_date(2026, 6, 1), make_date(2026, 6, 30)};
  EXPECT_FALSE(contains(june, make_date(2026, 5, 31)));
  EXPECT_TRUE(contains(june, make_date(2026, 6, 1)));
  EXPECT_TRUE(contains(june, make_date(2026, 6, 15)));
  EXPECT_TRUE(contains(june, make_date(2026, 6, 30)));
  EXPECT_FALSE(contains(june, make_date(2026, 7, 1)));

  const Period day{june.from, june.from};
  EXPECT_TRUE(contains(day, june.from));
  EXPECT_FALSE(contains(day, june.to));

  const Period backwards{june.to, june.from};
  EXPECT_FALSE(contains(backwards, june.from));
  EXPECT_FALSE(contains(backwards, june.to));
}

TEST(Date, ComesOnlyFromItsVerbs) {
  static_assert(!std::is_constructible_v<Date, int>);
  static_assert(!std::is_convertible_v<Date, int>);
}

#if GTEST_HAS_DEATH_TEST
TEST(DateDeathTest, LeavingTheRangeStops) {
  const Date first = make_date(1970, 1, 1);
  const Date last = make_date(2199, 12, 31);
  EXPECT_DEATH((void)add_days(first, -1), "");
  EXPECT_DEATH((void)add_days(last, 1), "");
  EXPECT_DEATH((void)add_days(last, std::numeric_limits<int>::max()), "");
  EXPECT_DEATH((void)make_date(2026, 2, 29), "");
  EXPECT_DEATH((void)make_date(2026, 13, 1), "");
  EXPECT_DEATH((void)make_date(2200, 1, 1), "");
}
#endif

}  // namespace
}  // namespace shopgauge

// Days counted from 1970-01-01 stand for dates; the fields are computed when somebody asks. The
// conversions shift the year to begin in March, so that the leap day comes last (Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms").

#include "core/calendar/date.h"

#include <cstddef>

#include "core/base/check.h"

namespace shopgauge {
namespace {

constexpr int kDaysPer400Years = 146'097;
constexpr int kDaysPerCentury = 36'524;
constexpr int kDaysPerYear = 365;
constexpr int kDaysPer4Years = 4 * kDaysPerYear + 1;
// 0000-03-01 to 1970-01-01.
constexpr int kEpoch = 719'468;

// Days from 1 March to the first of the month that comes `months` (0..11) after March.
constexpr int days_before_shifted_month(int months) { return (153 * months + 2) / 5; }

// Precondition: the year is positive. Of a day that does not exist, the days after the last of
// February are numbered on into March.
constexpr int to_days(const DateFields& fields) {
  const int year = fields.year - (fields.month <= 2 ? 1 : 0);
  const int shifted_month = (fields.month + 9) % 12;
  return year * kDaysPerYear + year / 4 - year / 100 + year / 400 +
         days_before_shifted_month(shifted_month) + fields.day - 1 - kEpoch;
}

constexpr int kLastDay = to_days({kLastYear, 12, 31});
static_assert(to_days({kFirstYear, 1, 1}) == 0);

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int month_length(int year, int month) {
  if (month == 2) {
    return is_leap(year) ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool exists(const DateFields& fields) {
  return fields.year >= kFirstYear && fields.year <= kLastYear && fields.month >= 1 &&
         fields.month <= 12 && fields.day >= 1 &&
         fields.day <= month_length(fields.year, fields.month);
}

// The number written with `count` digits at `from`; nothing when there are other characters.
std::optional<int> read_digits(std::string_view text, std::size_t from, std::size_t count) {
  int number = 0;
  for (const char c : text.substr(from, count)) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    number = number * 10 + (c - '0');
  }
  return number;
}

char digit(int number) { return static_cast<char>('0' + number % 10); }

}  // namespace

Date Date::from_days_since_epoch(std::int64_t days) {
  require(days >= 0 && days <= kLastDay);
  Date date;
  date.days_ = static_cast<std::int32_t>(days);
  return date;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const std::optional<int> year = read_digits(text, 0, 4);
  const std::optional<int> month = read_digits(text, 5, 2);
  const std::optional<int> day = read_digits(text, 8, 2);
  if (!year || !month || !day) {
    return std::nullopt;
  }
  const DateFields fields{*year, *month, *day};
  if (!exists(fields)) {
    return std::nullopt;
  }
  return Date::from_days_since_epoch(to_days(fields));
}

std::string to_text(Date date) {
  const DateFields fields = fields_of(date);
  return {digit(fields.year / 1000),
          digit(fields.year / 100),
          digit(fields.year / 10),
          digit(fields.year),
          '-',
          digit(fields.month / 10),
          digit(fields.month),
          '-',
          digit(fields.day / 10),
          digit(fields.day)};
}

Date make_date(int year, int month, int day) {
  const DateFields fields{year, month, day};
  require(exists(fields));
  return Date::from_days_since_epoch(to_days(fields));
}

DateFields fields_of(Date date) {
  const int days = date.days_since_epoch() + kEpoch;
  const int era = days / kDaysPer400Years;
  const int day_of_era = days % kDaysPer400Years;
  // The leap days, as far as they fall before the day, taken out.
  const int year_of_era = (day_of_era - day_of_era / (kDaysPer4Years - 1) +
                           day_of_era / kDaysPerCentury - day_of_era / (kDaysPer400Years - 1)) /
                          kDaysPerYear;
  const int day_of_year =
      day_of_era - (kDaysPerYear * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const int year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  return {year, month, day_of_year - days_before_shifted_month(shifted_month) + 1};
}

int year_of(Date date) { return fields_of(date).year; }

int day_of_month(Date date) { return fields_of(date).day; }

Date add_days(Date date, int days) {
  return Date::from_days_since_epoch(std::int64_t{date.days_since_epoch()} + days);
}

int days_between(Date from, Date to) { return to.days_since_epoch() - from.days_since_epoch(); }

bool contains(const Period& period, Date date) { return period.from <= date && date <= period.to; }

}  // namespace shopgauge

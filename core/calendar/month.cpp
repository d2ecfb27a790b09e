// Months counted from 1970-01 stand for months, so that no December needs a special case.

#include "core/calendar/month.h"

#include <algorithm>

#include "core/base/check.h"

namespace shopgauge {
namespace {

constexpr int kMonthsPerYear = 12;
constexpr int kLastMonth = (kLastYear - kFirstYear + 1) * kMonthsPerYear - 1;

}  // namespace

Month Month::from_months_since_epoch(std::int64_t months) {
  require(months >= 0 && months <= kLastMonth);
  Month month;
  month.months_ = static_cast<std::int32_t>(months);
  return month;
}

std::optional<Month> parse_month(std::string_view text) {
  if (text.size() != 7) {
    return std::nullopt;
  }
  const std::optional<Date> first = parse_date(std::string(text) + "-01");
  if (!first) {
    return std::nullopt;
  }
  return month_of(*first);
}

std::string to_text(Month month) { return to_text(first_day(month)).substr(0, 7); }

Month make_month(int year, int month) { return month_of(make_date(year, month, 1)); }

Month month_of(Date date) {
  const DateFields fields = fields_of(date);
  return Month::from_months_since_epoch((fields.year - kFirstYear) * kMonthsPerYear + fields.month -
                                        1);
}

int year_of(Month month) { return kFirstYear + month.months_since_epoch() / kMonthsPerYear; }

int month_of_year(Month month) { return month.months_since_epoch() % kMonthsPerYear + 1; }

int days_in(Month month) { return day_of_month(last_day(month)); }

Date first_day(Month month) { return make_date(year_of(month), month_of_year(month), 1); }

Date last_day(Month month) {
  // December ends before a month that may lie outside the range.
  if (month_of_year(month) == kMonthsPerYear) {
    return make_date(year_of(month), kMonthsPerYear, 31);
  }
  return add_days(first_day(add_months(month, 1)), -1);
}

Month add_months(Month month, int months) {
  return Month::from_months_since_epoch(std::int64_t{month.months_since_epoch()} + months);
}

int months_between(Month from, Month to) {
  return to.months_since_epoch() - from.months_since_epoch();
}

Date add_months_clamped(Date date, int months) {
  const Month month = add_months(month_of(date), months);
  const int day = std::min(day_of_month(date), days_in(month));
  return add_days(first_day(month), day - 1);
}

}  // namespace shopgauge

// Civil dates of the proleptic Gregorian calendar and the arithmetic on days. A date has neither
// clock time nor time zone; whose midnight it counts from is for the program document to say.

#ifndef SHOPGAUGE_CORE_CALENDAR_DATE_H_
#define SHOPGAUGE_CORE_CALENDAR_DATE_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shopgauge {

// The years that Date and Month hold, both inclusive. What leaves them is refused by the parsers
// and stops the program (check.h) in all other functions.
inline constexpr int kFirstYear = 1970;
inline constexpr int kLastYear = 2199;

// One day from 1970-01-01 to 2199-12-31; the order is that of time.
class Date {
 public:
  constexpr Date() = default;  // 1970-01-01

  // Days after 1970-01-01: 0..84005.
  [[nodiscard]] constexpr int days_since_epoch() const { return days_; }
  // Precondition: in that range.
  [[nodiscard]] static Date from_days_since_epoch(std::int64_t days);

  friend constexpr bool operator==(const Date&, const Date&) = default;
  friend constexpr std::strong_ordering operator<=>(const Date&, const Date&) = default;

 private:
  std::int32_t days_ = 0;
};

// Reads "YYYY-MM-DD", nothing else: "2026-6-1", " 2026-06-01" and "2026-02-29" are refused, and so
// are dates outside the range.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

// "YYYY-MM-DD".
[[nodiscard]] std::string to_text(Date date);

// Precondition: the day exists and lies in the range.
[[nodiscard]] Date make_date(int year, int month, int day);

// The parts of a date as people write it.
struct DateFields {
  int year = kFirstYear;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
};

[[nodiscard]] DateFields fields_of(Date date);
[[nodiscard]] int year_of(Date date);
// 1..31.
[[nodiscard]] int day_of_month(Date date);

// `days` later, or earlier when negative. Precondition: the result lies in the range.
[[nodiscard]] Date add_days(Date date, int days);

// Days from `from` to `to`: 0 on the same day, 1 for the day after, negative backwards.
[[nodiscard]] int days_between(Date from, Date to);

// All days from `from` to `to`, both included; none when `to` is before `from`.
struct Period {
  Date from;
  Date to;

  friend constexpr bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] bool contains(const Period& period, Date date);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CALENDAR_DATE_H_

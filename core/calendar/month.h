// Calendar months, and the only month arithmetic of the project: what "three months later" means
// and which day it falls on. Own arithmetic, because the chrono calendar of libc++ 13 loses the
// year when `+=` passes December (llvm-project #63912, #73162).

#ifndef SHOPGAUGE_CORE_CALENDAR_MONTH_H_
#define SHOPGAUGE_CORE_CALENDAR_MONTH_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar/date.h"

namespace shopgauge {

// One month from 1970-01 to 2199-12; the order is that of time.
class Month {
 public:
  constexpr Month() = default;  // 1970-01

  // Months after 1970-01: 0..2759.
  [[nodiscard]] constexpr int months_since_epoch() const { return months_; }
  // Precondition: in that range.
  [[nodiscard]] static Month from_months_since_epoch(std::int64_t months);

  friend constexpr bool operator==(const Month&, const Month&) = default;
  friend constexpr std::strong_ordering operator<=>(const Month&, const Month&) = default;

 private:
  std::int32_t months_ = 0;
};

// Reads "YYYY-MM", nothing else; months outside the range are refused.
[[nodiscard]] std::optional<Month> parse_month(std::string_view text);

// "YYYY-MM".
[[nodiscard]] std::string to_text(Month month);

// Precondition: month is 1..12 and the year lies in the range.
[[nodiscard]] Month make_month(int year, int month);

[[nodiscard]] Month month_of(Date date);
[[nodiscard]] int year_of(Month month);
// 1..12.
[[nodiscard]] int month_of_year(Month month);
// 28..31.
[[nodiscard]] int days_in(Month month);

[[nodiscard]] Date first_day(Month month);
[[nodiscard]] Date last_day(Month month);

// `months` later, or earlier when negative. Precondition: the result lies in the range.
[[nodiscard]] Month add_months(Month month, int months);

// Months from `from` to `to`: 0 in the same month, 1 for the month after, negative backwards.
[[nodiscard]] int months_between(Month from, Month to);

// The same day of the month `months` later (or earlier), or the last day of that month where it is
// shorter: 2026-01-31 + 1 -> 2026-02-28. Not invertible, and two steps of 1 may end before one
// step of 2, so count from the original date. Precondition: the result lies in the range.
[[nodiscard]] Date add_months_clamped(Date date, int months);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CALENDAR_MONTH_H_

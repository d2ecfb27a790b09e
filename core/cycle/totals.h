// Metrics taken over the months of a phase, for checks. Private to this module.

#ifndef SHOPGAUGE_CORE_CYCLE_TOTALS_H_
#define SHOPGAUGE_CORE_CYCLE_TOTALS_H_

#include "core/cycle/timeline.h"

namespace shopgauge {

struct Total {
  Rational value;        // sum or mean of the months that have a value
  int months = 0;        // that have one
  bool pending = false;  // a month is not given
  bool unknown = false;  // a given month lacks the metric
};

// Over [first, last]; months without a score count neither way. A month that is silent of the
// metric has `if_absent`, where there is one.
[[nodiscard]] Total total_over(const Course& course, std::size_t metric,
                               const std::optional<Rational>& if_absent, Month first, Month last,
                               bool mean);

// The reading by which a check is judged: what the check gives, else the totals over the months.
struct CheckReading {
  Reading reading;
  std::vector<char> totalled;  // by metric
  bool pending = false;
  std::optional<Rational> so_far;  // of the check's one total, while it is pending
};
[[nodiscard]] CheckReading reading_of(const Program& program, const CheckRule& rule,
                                      const Judged* given, const Course& course, Month first,
                                      Month last);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_TOTALS_H_

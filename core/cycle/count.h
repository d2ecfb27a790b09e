// What a rule of a phase counts from month to month, and when it fires. Private to this module.

#ifndef SHOPGAUGE_CORE_CYCLE_COUNT_H_
#define SHOPGAUGE_CORE_CYCLE_COUNT_H_

#include "core/cycle/timeline.h"

namespace shopgauge {

// The counter of one rule in one run of its phase.
struct RuleCount {
  int count = 0;             // of the block, or of the row
  int open = 0;              // months of the block that are not known
  int block = -1;            // that the last counted month belongs to
  int longest = 0;           // the row, if the months that are not known joined it
  bool interrupted = false;  // the row, by a month that is not known
  bool fired = false;        // at least once
  bool could_have = false;   // what is behind might have reached the number
};

// Takes in a month. A month that is not known leaves a row as it is, but what follows does not join
// it; a month that is not assessed counts neither way. `place`: the month's number in the phase,
// from 0.
void count_month(const PhaseRule& rule, MonthVerdict verdict, int place, RuleCount& counted);

// Whether the month just taken in makes the rule fire.
[[nodiscard]] bool fires(const PhaseRule& rule, MonthVerdict verdict, const RuleCount& counted);

// Whether the rule holds for a store with that many downgrades.
[[nodiscard]] bool applies(const PhaseRule& rule, int downgrades);

// Whether the months that are not known could still have made the rule fire.
[[nodiscard]] bool could_fire(const PhaseRule& rule, const RuleCount& counted);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_COUNT_H_

// A walk as far as it has come, and what its parts ask alike. Private to the walk.

#ifndef SHOPGAUGE_CORE_CYCLE_WAY_H_
#define SHOPGAUGE_CORE_CYCLE_WAY_H_

#include <optional>

#include "core/cycle/walk.h"
#include "core/scoring/judge.h"

namespace shopgauge {

struct Way {
  const Program& program;
  const Cycle& cycle;
  const Course& course;
  const Start& start;
  int cycles = 0;      // that were begun
  int downgrades = 0;  // so far
  Walked walked;
};

// A phase and its first day; no phase: the end.
struct Next {
  const Phase* phase = nullptr;
  Date from;
};

// The last day of a phase that nothing ends before; nothing: it has none.
[[nodiscard]] std::optional<Date> planned_end(const Phase& phase, Date from);

// What the course tells of this month, which then counts as used; or null.
[[nodiscard]] const Judged* month_given(Way& way, Month month);

// The judgement of what was given as met or not.
[[nodiscard]] Judgement met_judgement(bool is_met);
[[nodiscard]] MonthVerdict verdict_of(JudgementVerdict verdict);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_WAY_H_

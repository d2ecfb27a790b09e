// The way of a store through the phases: what each month and check did, which events follow, what
// of the request was used. Private to this module.

#ifndef SHOPGAUGE_CORE_CYCLE_WALK_H_
#define SHOPGAUGE_CORE_CYCLE_WALK_H_

#include <optional>
#include <string_view>
#include <vector>

#include "core/cycle/count.h"
#include "core/cycle/entry.h"
#include "core/cycle/timeline.h"

namespace shopgauge {

// The counters of a run after a month, by rule of the phase.
struct Counters {
  Month month;
  std::vector<RuleCount> rules;
};

// One stay in a phase.
struct Run {
  const Phase* phase = nullptr;
  std::optional<int> cycle;
  Date from;
  std::optional<Date> to;
  int downgrades = 0;  // so far, when the run began
  Counters now;        // while walking
  Counters begin;
  std::vector<Counters> history;
  bool last_month_passed = false;
  bool check_open = false;  // a check that could have ended the run is not decided
};

// What is counted under this name in the phase, by the months' own verdict; or nothing.
[[nodiscard]] std::optional<int> count_of(const Phase& phase, const Counters& counters,
                                          Counter counter);

struct Walked {
  std::string_view entered_as;
  std::string_view store_type;  // at the start
  std::vector<Run> runs;        // some beyond `until`
  std::vector<Deadline> deadlines;
  std::vector<char> months_used;  // by month, check and choice of the course
  std::vector<char> checks_used;
  std::vector<std::vector<char>> choices_used;
  std::vector<JudgedMonth> months;  // up to `until`
  std::vector<JudgedCheck> checks;
  std::vector<Event> events;  // all that are certain, by date
  std::vector<Assumption> assumptions;
};

[[nodiscard]] Walked walk(const Program& program, const Course& course, const Start& start);

// What the request gave and the walk never met. Issues: `months.not_assessed`, `checks.date`,
// `choices.unknown`, `choices.date`.
void refuse_unused(const Cycle& cycle, const Course& course, const Walked& walked, Issues& issues);

// Where the store stands on course.date, else on course.until.
[[nodiscard]] Standing stand(const Walked& walked, const Course& course);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_WALK_H_

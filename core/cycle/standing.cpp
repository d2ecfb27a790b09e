// Where a store stands: phase, counters, deadline, next event.

#include <algorithm>

#include "core/cycle/walk.h"

namespace shopgauge {
namespace {

// The counters of the run on the day of the standing, and how far they are from the next rule.
void stand_in(const Run& run, Standing& standing) {
  Counters now = run.begin;
  for (const Counters& counters : run.history) {
    if (counters.month <= month_of(standing.date)) {
      now = counters;
    }
  }
  for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
    const PhaseRule& rule = run.phase->rules[i];
    const RuleCount& counted = now.rules[i];
    if (!rule.judge.empty()) {
      continue;
    }
    if (rule.on == Counter::failures) {
      standing.failures = counted.count;
      if (rule.then && applies(rule, run.downgrades)) {
        const int left = rule.reaches - counted.count;
        standing.failures_left = std::min(left, standing.failures_left.value_or(left));
      }
    } else if (rule.on == Counter::passes_in_a_row && applies(rule, run.downgrades)) {
      standing.passes_in_a_row = counted.count;
      if (!counted.fired || (rule.again && counted.count < rule.reaches)) {
        standing.passes_needed = rule.reaches - counted.count;
      }
    }
  }
}

}  // namespace

Standing stand(const Walked& walked, const Course& course) {
  Standing standing;
  standing.date = course.date.value_or(course.until);
  standing.store_type = walked.store_type;
  for (const Event& event : walked.events) {
    if (event.date > standing.date) {
      standing.next = event;
      break;
    }
    standing.store_type = event.to.empty() ? standing.store_type : event.to;
  }
  for (const Deadline& deadline : walked.deadlines) {
    if (deadline.date >= standing.date &&
        (!standing.deadline || deadline.date < standing.deadline->date)) {
      standing.deadline = deadline;
    }
  }
  for (const Run& run : walked.runs) {
    if (run.from <= standing.date && (!run.to || standing.date <= *run.to)) {
      standing.id = run.phase->id;
      standing.phase = run.phase->shown;
      standing.cycle = run.cycle;
      stand_in(run, standing);
    }
  }
  return standing;
}

}  // namespace shopgauge

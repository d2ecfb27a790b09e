// Runs a store through its phases, month by month.

#include "core/cycle/walk.h"

#include <algorithm>
#include <utility>

#include "core/cycle/emit.h"
#include "core/cycle/judge_check.h"
#include "core/cycle/judge_month.h"
#include "core/cycle/take_choice.h"

namespace shopgauge {
namespace {

// How many phases beyond `until` are looked at for the next deadline.
constexpr int kPhasesAhead = 4;

void set_out(Way& way) {
  way.downgrades = way.start.downgrades;
  const std::string_view* named = find_in(way.course.base.enrolment.words, "store_type");
  way.walked.entered_as = named == nullptr ? way.cycle.store_type : *named;
  way.walked.store_type =
      way.start.store_type.empty() ? way.walked.entered_as : way.start.store_type;
  way.walked.months_used.resize(way.course.months.size());
  way.walked.checks_used.resize(way.course.checks.size());
  for (const ChoiceGiven& choice : way.course.choices) {
    way.walked.choices_used.emplace_back(choice.values.size());
  }
  if (way.start.entry->month_start > 0) {
    rely(way.walked.assumptions, way.start.entry->month_start_provenance);
  }
}

bool is_first(const Way& way) { return way.walked.runs.size() == 1; }

// A store in mid-course brings its counters along.
void start_counters(Way& way, Run& run) {
  run.last_month_passed = way.start.passes_in_a_row > 0;
  for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
    const PhaseRule& rule = run.phase->rules[i];
    RuleCount& counted = run.now.rules[i];
    if (!rule.judge.empty()) {
      continue;
    }
    if (rule.on == Counter::failures) {
      counted.count = way.start.failures;
    } else if (rule.on == Counter::passes_in_a_row) {
      counted.count = way.start.passes_in_a_row;
    }
    counted.fired = rule.reaches > 0 && !rule.again && applies(rule, run.downgrades) &&
                    counted.count >= rule.reaches;
  }
}

// Whether the months of a phase are given for a check.
bool totals_months(const Phase& phase) {
  return std::any_of(phase.checks.begin(), phase.checks.end(),
                     [](const CheckRule& check) { return check.in_months; });
}

// The months of a run, until a rule, a check or a choice ends it.
std::optional<Next> walk_months(Way& way, Run& run) {
  const Month last = run.to
                         ? month_of(*run.to)
                         : std::max(add_months(month_of(way.course.until), 1), month_of(run.from));
  for (Month month = month_of(run.from); month <= last; month = add_months(month, 1)) {
    if (std::optional<Next> chosen = take_choice(way, run, month)) {
      return chosen;
    }
    std::optional<Next> ended;
    const bool covered = is_first(way) && way.start.first_judged && month < *way.start.first_judged;
    if (!run.phase->judge.empty() && !covered) {
      ended = judge_month(way, run, month, month == last && run.to);
    } else if (totals_months(*run.phase)) {
      (void)month_given(way, month);
    }
    ended = judge_checks(way, run, month, ended);
    if (ended) {
      return ended;
    }
  }
  return std::nullopt;
}

bool younger(Way& way, const AgeCondition& age) {
  const Date* since = find_in(way.course.base.enrolment.dates, age.since);
  const Date* at = find_in(way.course.base.enrolment.dates, age.at);
  if (since == nullptr || at == nullptr) {
    return false;
  }
  const Date limit = add_months_clamped(*since, age.months);
  if (*at == limit) {
    rely(way.walked.assumptions, age.provenance);
  }
  return limit > *at;
}

// A phase that ran its course. Its end is certain when nothing open could have ended it before.
Next complete(Way& way, const Run& run) {
  bool certain = !run.check_open;
  for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
    const PhaseRule& rule = run.phase->rules[i];
    if (rule.then && applies(rule, run.downgrades) && could_fire(rule, run.now.rules[i])) {
      certain = false;
    }
  }
  if (certain) {
    emit(way, run.phase->completed, on(*run.to), {}, way.course.base);
  }
  for (const NextPhase& next : run.phase->next) {
    if (!next.when || younger(way, *next.when)) {
      return {find_phase(way.cycle, next.phase), add_days(*run.to, 1)};
    }
  }
  return {};
}

Next run_phase(Way& way, const Next& begin) {
  Run& run = way.walked.runs.emplace_back();
  run.phase = begin.phase;
  run.from = begin.from;
  run.to = planned_end(*begin.phase, begin.from);
  run.downgrades = way.downgrades;
  run.now.rules.resize(begin.phase->rules.size());
  if (begin.phase->numbered) {
    run.cycle = ++way.cycles;
  }
  if (is_first(way)) {
    start_counters(way, run);
  }
  run.begin = run.now;
  if (begin.from <= way.course.until) {
    rely(way.walked.assumptions, begin.phase->length_provenance);
    rely(way.walked.assumptions, begin.phase->review_provenance);
  }
  if (std::optional<Next> next = walk_months(way, run)) {
    return *next;
  }
  if (std::optional<Next> next = judge_checks(way, run, std::nullopt, std::nullopt)) {
    return *next;
  }
  return run.to ? complete(way, run) : Next{};
}

}  // namespace

std::optional<int> count_of(const Phase& phase, const Counters& counters, Counter counter) {
  for (std::size_t i = 0; i < phase.rules.size(); ++i) {
    if (phase.rules[i].on == counter && phase.rules[i].judge.empty()) {
      return counters.rules[i].count;
    }
  }
  return std::nullopt;
}

Walked walk(const Program& program, const Course& course, const Start& start) {
  Way way{program, *program.cycle, course, start};
  set_out(way);
  Next next{start.phase, start.from};
  int ahead = 0;
  while (next.phase != nullptr && next.from <= last_request_date() && ahead < kPhasesAhead) {
    ahead += next.from > course.until ? 1 : 0;
    next = run_phase(way, next);
  }
  return std::move(way.walked);
}

}  // namespace shopgauge

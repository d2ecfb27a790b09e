// Judges a check by its own figures or by totals over the months.

#include "core/cycle/judge_check.h"

#include <algorithm>
#include <utility>

#include "core/cycle/emit.h"
#include "core/cycle/totals.h"

namespace shopgauge {
namespace {

const Judged* check_given(Way& way, Date date) {
  for (std::size_t i = 0; i < way.course.checks.size(); ++i) {
    if (way.course.checks[i].date == date && date <= way.course.until) {
      way.walked.checks_used[i] = 1;
      return &way.course.checks[i].judged;
    }
  }
  return nullptr;
}

// The reading of a check does not live on: totals are kept as figures, the rest is as given.
void keep_observed(const CheckReading& taken, const Reading& reading, bool pending,
                   Finding& finding) {
  const std::size_t metric = finding.comparison->index;
  const Input& input = taken.reading.metrics[metric];
  if (taken.totalled[metric] != 0) {
    finding.input = nullptr;
    if (input.state == InputState::value) {
      finding.observed = Span{input.value, input.value};
    }
  } else {
    finding.input = &reading.metrics[metric];
  }
  if (pending) {
    finding.needs.clear();
  }
  for (Finding& alternative : finding.alternatives) {
    keep_observed(taken, reading, pending, alternative);
  }
}

void set_verdict(Way& way, const CheckRule& rule, const Judged* given, const CheckReading& taken,
                 const Reading& reading, JudgedCheck& row) {
  const bool known = given != nullptr && given->met;
  Judgement judgement = known ? met_judgement(*given->met)
                              : judge(way.program, rule.judge, taken.reading, Advisory::counts);
  add_once(way.walked.assumptions, judgement.assumptions);
  row.verdict = verdict_of(judgement.verdict);
  row.findings = std::move(judgement.findings);
  row.needs = std::move(judgement.needs);
  if (taken.pending && row.verdict == MonthVerdict::undetermined) {
    row.verdict = MonthVerdict::pending;
    row.so_far = taken.so_far;
    row.needs.clear();
  }
  for (Finding& finding : row.findings) {
    keep_observed(taken, reading, row.verdict == MonthVerdict::pending, finding);
  }
}

// In a phase that ends with the year, its last month at the latest.
Month month_of_check(const Run& run, const CheckRule& rule) {
  const Month month = add_months(month_of(run.from), rule.after - 1);
  return run.phase->length == Phase::Length::year_end
             ? std::min(month, month_of(*planned_end(*run.phase, run.from)))
             : month;
}

// `decides`: no check before this one on the same day has ended the run.
std::optional<Next> judge_check(Way& way, Run& run, const CheckRule& rule, Date day, bool decides) {
  JudgedCheck row;
  row.date = day;
  row.standard = rule.standard;
  rely(way.walked.assumptions, rule.provenance);
  const Judged* given = check_given(way, day);
  const Reading* reading = &way.course.base;
  CheckReading taken;
  if (given != nullptr || !rule.sums.empty() || !rule.means.empty()) {
    taken = reading_of(way.program, rule, given, way.course, month_of(run.from), month_of(day));
    reading = given == nullptr ? &way.course.base : &given->reading;
    set_verdict(way, rule, given, taken, *reading, row);
  }
  const MonthVerdict verdict = row.verdict;
  if (verdict == MonthVerdict::pending) {
    way.walked.deadlines.push_back({day, Decides::check});
  }
  const CheckOutcome& outcome = verdict == MonthVerdict::fail ? rule.failed : rule.passed;
  const bool known = verdict == MonthVerdict::fail || verdict == MonthVerdict::pass;
  const bool leads = rule.passed.then || rule.failed.then;
  run.check_open = run.check_open || (leads && !known && verdict != MonthVerdict::not_assessed);
  if (decides && known) {
    emit(way, outcome.events, on(day), row.findings, *reading);
  }
  if (day <= way.course.until) {
    way.walked.checks.push_back(std::move(row));
  }
  if (!decides || !outcome.then) {
    return std::nullopt;
  }
  Next next = go(way, *outcome.then, on(day));
  if (rule.in_months) {
    run.to = day;
    next.from = std::max(next.from, add_days(day, 1));
  }
  return next;
}

}  // namespace

std::optional<Next> judge_checks(Way& way, Run& run, std::optional<Month> month,
                                 std::optional<Next> next) {
  for (const CheckRule& rule : run.phase->checks) {
    if (rule.in_months != month.has_value() || (month && month_of_check(run, rule) != *month)) {
      continue;
    }
    const Date day = month ? last_day(*month) : add_days(run.from, rule.after);
    std::optional<Next> led = judge_check(way, run, rule, day, !next);
    next = next ? next : led;
  }
  return next;
}

}  // namespace shopgauge

// Judges a month, and has the rules of its phase count it.

#include "core/cycle/judge_month.h"

#include <algorithm>
#include <utility>

#include "core/cycle/emit.h"
#include "core/scoring/condition.h"

namespace shopgauge {
namespace {

void set_tier(Way& way, const Judged& judged, JudgedMonth& row) {
  if (!way.program.tiers.empty() && !way.program.score && !judged.met) {
    const Facts facts{way.program, judged.reading, way.course.base.enrolment};
    row.tier = tier_of(facts, true, way.walked.assumptions);
  }
}

void set_trend(const Way& way, const Finding& before, Finding& now) {
  if (before.id != now.id || before.input == nullptr || now.input == nullptr ||
      before.input->state != InputState::value || now.input->state != InputState::value ||
      now.comparison->comparison == Operator::is) {
    return;
  }
  const Metric& metric = way.program.metrics[now.comparison->index];
  now.change = now.input->value - before.input->value;
  const int sign = now.change->sign();
  if (sign == 0) {
    now.trend = Trend::same;
  } else if (metric.higher_is_better || metric.lower_is_better) {
    now.trend = metric.higher_is_better == (sign > 0) ? Trend::better : Trend::worse;
  }
}

// How the metrics moved since the last month that was judged by them.
void set_trends(Way& way, std::vector<Finding>& findings) {
  for (auto before = way.walked.months.rbegin(); before != way.walked.months.rend(); ++before) {
    if (!before->findings.empty()) {
      for (std::size_t i = 0; i < std::min(findings.size(), before->findings.size()); ++i) {
        set_trend(way, before->findings[i], findings[i]);
      }
      return;
    }
  }
}

Judgement judgement_of(Way& way, const Judged& judged, const std::vector<std::size_t>& standards) {
  if (judged.met) {
    return met_judgement(*judged.met);
  }
  Judgement judgement = judge(way.program, standards, judged.reading);
  add_once(way.walked.assumptions, judgement.assumptions);
  return judgement;
}

// What a month is for one rule: its verdict, or that of the rule's own standards.
MonthVerdict verdict_for(Way& way, const PhaseRule& rule, const Judged* judged,
                         MonthVerdict verdict) {
  if (rule.judge.empty() || judged == nullptr) {
    return verdict;
  }
  if (judged->met) {
    return MonthVerdict::not_assessed;
  }
  const Judgement judgement = judge(way.program, rule.judge, judged->reading, Advisory::counts);
  if (judgement.verdict == JudgementVerdict::undetermined) {
    return MonthVerdict::not_assessed;
  }
  add_once(way.walked.assumptions, judgement.assumptions);
  return verdict_of(judgement.verdict);
}

// All rules count the month; the first that ends the phase does.
std::optional<Next> apply_rules(Way& way, Run& run, const Decision& decision, const Judged* judged,
                                const JudgedMonth& row) {
  const int place = months_between(month_of(run.from), decision.month);
  std::optional<Next> next;
  for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
    const PhaseRule& rule = run.phase->rules[i];
    RuleCount& counted = run.now.rules[i];
    const MonthVerdict verdict = verdict_for(way, rule, judged, row.verdict);
    count_month(rule, verdict, place, counted);
    if (next || !applies(rule, run.downgrades) || !fires(rule, verdict, counted)) {
      continue;
    }
    counted.fired = true;
    rely(way.walked.assumptions, rule.provenance);
    rely(way.walked.assumptions, rule.blocks_provenance);
    emit(way, rule.events, decision, row.findings, way.course.base);
    if (rule.then) {
      run.to = last_day(decision.month);
      next = go(way, *rule.then, decision);
    }
  }
  return next;
}

}  // namespace

std::optional<Next> judge_month(Way& way, Run& run, Month month, bool closes_cycle) {
  JudgedMonth row;
  row.month = month;
  row.id = run.phase->id;
  row.phase = run.phase->shown;
  row.cycle = run.cycle;
  Decision decision = on(last_day(month));
  if (run.phase->review) {
    decision.day = day_of(*run.phase->review, decision);
    row.reviewed = decision.day;
  }
  const Judged* judged = month_given(way, month);
  if (judged != nullptr) {
    Judgement judgement = judgement_of(way, *judged, run.phase->judge);
    row.verdict = verdict_of(judgement.verdict);
    row.findings = std::move(judgement.findings);
    row.needs = std::move(judgement.needs);
    set_tier(way, *judged, row);
    set_trends(way, row.findings);
    if (row.verdict == MonthVerdict::not_assessed && way.cycle.no_score_month) {
      rely(way.walked.assumptions, *way.cycle.no_score_month);
    }
  }
  // What was given is as good as decided, but for a review that has its own day.
  if (judged == nullptr || run.phase->review) {
    way.walked.deadlines.push_back(
        {decision.day, run.cycle && closes_cycle ? Decides::cycle : Decides::month});
  }
  run.last_month_passed = row.verdict == MonthVerdict::pass;
  std::optional<Next> next = apply_rules(way, run, decision, judged, row);
  row.failures = count_of(*run.phase, run.now, Counter::failures);
  row.passes_in_a_row = count_of(*run.phase, run.now, Counter::passes_in_a_row);
  run.now.month = month;
  run.history.push_back(run.now);
  if (month <= month_of(way.course.until)) {
    way.walked.months.push_back(std::move(row));
  }
  return next;
}

}  // namespace shopgauge

// Runs a store through its phases, month by month.

#include "core/cycle/walk.h"

#include <algorithm>
#include <utility>

#include "core/cycle/totals.h"
#include "core/scoring/condition.h"

namespace shopgauge {
namespace {

// How many phases beyond `until` are looked at for the next deadline.
constexpr int kPhasesAhead = 4;

struct Next {
  const Phase* phase = nullptr;
  Date from;
};

// The month that decided, and the day on which it did.
struct Decision {
  Month month;
  Date day;
};

Decision on(Date day) { return {month_of(day), day}; }

class Walk {
 public:
  Walk(const Program& program, const Course& course, const Start& start)
      : program_(program),
        cycle_(*program.cycle),
        course_(course),
        start_(start),
        downgrades_(start.downgrades) {
    const std::string_view* named = find_in(course.base.enrolment.words, "store_type");
    walked_.entered_as = named == nullptr ? cycle_.store_type : *named;
    walked_.months_used.resize(course.months.size());
    walked_.checks_used.resize(course.checks.size());
    for (const ChoiceGiven& choice : course.choices) {
      walked_.choices_used.emplace_back(choice.values.size());
    }
  }

  Walked run() {
    walked_.store_type = start_.store_type.empty() ? walked_.entered_as : start_.store_type;
    if (start_.entry->month_start > 0) {
      rely(start_.entry->month_start_provenance);
    }
    Next next{start_.phase, start_.from};
    int ahead = 0;
    while (next.phase != nullptr && next.from <= last_request_date() && ahead < kPhasesAhead) {
      ahead += next.from > course_.until ? 1 : 0;
      next = run_phase(next);
    }
    return std::move(walked_);
  }

 private:
  Next run_phase(const Next& begin) {
    Run& run = walked_.runs.emplace_back();
    run.phase = begin.phase;
    run.from = begin.from;
    run.to = planned_end(*begin.phase, begin.from);
    run.downgrades = downgrades_;
    run.now.rules.resize(begin.phase->rules.size());
    if (begin.phase->numbered) {
      run.cycle = ++cycles_;
    }
    if (is_first()) {
      start_counters(run);
    }
    run.begin = run.now;
    if (begin.from <= course_.until) {
      rely(begin.phase->length_provenance);
      rely(begin.phase->review_provenance);
    }
    if (std::optional<Next> next = walk_months(run)) {
      return *next;
    }
    if (std::optional<Next> next = judge_checks(run, std::nullopt, std::nullopt)) {
      return *next;
    }
    return run.to ? complete(run) : Next{};
  }

  [[nodiscard]] bool is_first() const { return walked_.runs.size() == 1; }

  // A store in mid-course brings its counters along.
  void start_counters(Run& run) {
    run.last_month_passed = start_.passes_in_a_row > 0;
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const PhaseRule& rule = run.phase->rules[i];
      RuleCount& counted = run.now.rules[i];
      if (!rule.judge.empty()) {
        continue;
      }
      if (rule.on == Counter::failures) {
        counted.count = start_.failures;
      } else if (rule.on == Counter::passes_in_a_row) {
        counted.count = start_.passes_in_a_row;
      }
      counted.fired = rule.reaches > 0 && !rule.again && applies(rule, run.downgrades) &&
                      counted.count >= rule.reaches;
    }
  }

  static std::optional<Date> planned_end(const Phase& phase, Date from) {
    switch (phase.length) {
      case Phase::Length::months:
        return last_day(add_months(month_of(from), phase.count - 1));
      case Phase::Length::days:
        return add_days(from, phase.count - 1);
      case Phase::Length::month_end:
        return last_day(month_of(from));
      case Phase::Length::year_end:
        return last_day(make_month(year_of(month_of(from)), 12));
      case Phase::Length::open:
        return std::nullopt;
    }
    broken_precondition();
  }

  // Whether the months of a phase are given for a check.
  static bool totals_months(const Phase& phase) {
    return std::any_of(phase.checks.begin(), phase.checks.end(),
                       [](const CheckRule& check) { return check.in_months; });
  }

  // The months of a run, until a rule, a check or a choice ends it.
  std::optional<Next> walk_months(Run& run) {
    const Month last = run.to
                           ? month_of(*run.to)
                           : std::max(add_months(month_of(course_.until), 1), month_of(run.from));
    for (Month month = month_of(run.from); month <= last; month = add_months(month, 1)) {
      if (std::optional<Next> chosen = choose(run, month)) {
        return chosen;
      }
      std::optional<Next> ended;
      const bool covered = is_first() && start_.first_judged && month < *start_.first_judged;
      if (!run.phase->judge.empty() && !covered) {
        ended = judge_month(run, month, month == last && run.to);
      } else if (totals_months(*run.phase)) {
        (void)month_given(month);
      }
      ended = judge_checks(run, month, ended);
      if (ended) {
        return ended;
      }
    }
    return std::nullopt;
  }

  std::optional<Next> judge_month(Run& run, Month month, bool closes_cycle) {
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
    const Judged* judged = month_given(month);
    if (judged != nullptr) {
      Judgement judgement = judgement_of(*judged, run.phase->judge);
      row.verdict = verdict_of(judgement.verdict);
      row.findings = std::move(judgement.findings);
      row.needs = std::move(judgement.needs);
      set_tier(*judged, row);
      set_trends(row.findings);
      if (row.verdict == MonthVerdict::not_assessed && cycle_.no_score_month) {
        rely(*cycle_.no_score_month);
      }
    }
    // What was given is as good as decided, but for a review that has its own day.
    if (judged == nullptr || run.phase->review) {
      walked_.deadlines.push_back(
          {decision.day, run.cycle && closes_cycle ? Decides::cycle : Decides::month});
    }
    run.last_month_passed = row.verdict == MonthVerdict::pass;
    std::optional<Next> next = apply_rules(run, decision, judged, row);
    row.failures = count_of(*run.phase, run.now, Counter::failures);
    row.passes_in_a_row = count_of(*run.phase, run.now, Counter::passes_in_a_row);
    run.now.month = month;
    run.history.push_back(run.now);
    if (month <= month_of(course_.until)) {
      walked_.months.push_back(std::move(row));
    }
    return next;
  }

  void set_tier(const Judged& judged, JudgedMonth& row) {
    if (!program_.tiers.empty() && !program_.score && !judged.met) {
      const Facts facts{program_, judged.reading, course_.base.enrolment};
      row.tier = tier_of(facts, true, walked_.assumptions);
    }
  }

  // How the metrics moved since the last month that was judged by them.
  void set_trends(std::vector<Finding>& findings) {
    for (auto before = walked_.months.rbegin(); before != walked_.months.rend(); ++before) {
      if (!before->findings.empty()) {
        for (std::size_t i = 0; i < std::min(findings.size(), before->findings.size()); ++i) {
          set_trend(before->findings[i], findings[i]);
        }
        return;
      }
    }
  }

  void set_trend(const Finding& before, Finding& now) const {
    if (before.id != now.id || before.input == nullptr || now.input == nullptr ||
        before.input->state != InputState::value || now.input->state != InputState::value ||
        now.comparison->comparison == Operator::is) {
      return;
    }
    const Metric& metric = program_.metrics[now.comparison->index];
    now.change = now.input->value - before.input->value;
    const int sign = now.change->sign();
    if (sign == 0) {
      now.trend = Trend::same;
    } else if (metric.higher_is_better || metric.lower_is_better) {
      now.trend = metric.higher_is_better == (sign > 0) ? Trend::better : Trend::worse;
    }
  }

  // What a month is for one rule: its verdict, or that of the rule's own standards.
  MonthVerdict verdict_for(const PhaseRule& rule, const Judged* judged, MonthVerdict verdict) {
    if (rule.judge.empty() || judged == nullptr) {
      return verdict;
    }
    if (judged->met) {
      return MonthVerdict::not_assessed;
    }
    const Judgement judgement = judge(program_, rule.judge, judged->reading, Advisory::counts);
    if (judgement.verdict == JudgementVerdict::undetermined) {
      return MonthVerdict::not_assessed;
    }
    add_once(walked_.assumptions, judgement.assumptions);
    return verdict_of(judgement.verdict);
  }

  // All rules count the month; the first that ends the phase does.
  std::optional<Next> apply_rules(Run& run, const Decision& decision, const Judged* judged,
                                  const JudgedMonth& row) {
    const int place = months_between(month_of(run.from), decision.month);
    std::optional<Next> next;
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const PhaseRule& rule = run.phase->rules[i];
      RuleCount& counted = run.now.rules[i];
      const MonthVerdict verdict = verdict_for(rule, judged, row.verdict);
      count_month(rule, verdict, place, counted);
      if (next || !applies(rule, run.downgrades) || !fires(rule, verdict, counted)) {
        continue;
      }
      counted.fired = true;
      rely(rule.provenance);
      rely(rule.blocks_provenance);
      emit(rule.events, decision, row.findings, course_.base);
      if (rule.then) {
        run.to = last_day(decision.month);
        next = go(*rule.then, decision);
      }
    }
    return next;
  }

  // A phase that ran its course. Its end is certain when nothing open could have ended it before.
  Next complete(const Run& run) {
    bool certain = !run.check_open;
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const PhaseRule& rule = run.phase->rules[i];
      if (rule.then && applies(rule, run.downgrades) && could_fire(rule, run.now.rules[i])) {
        certain = false;
      }
    }
    if (certain) {
      emit(run.phase->completed, on(*run.to), {}, course_.base);
    }
    for (const NextPhase& next : run.phase->next) {
      if (!next.when || younger(*next.when)) {
        return {find_phase(cycle_, next.phase), add_days(*run.to, 1)};
      }
    }
    return {};
  }

  bool younger(const AgeCondition& age) {
    const Date* since = find_in(course_.base.enrolment.dates, age.since);
    const Date* at = find_in(course_.base.enrolment.dates, age.at);
    if (since == nullptr || at == nullptr) {
      return false;
    }
    const Date limit = add_months_clamped(*since, age.months);
    if (*at == limit) {
      rely(age.provenance);
    }
    return limit > *at;
  }

  // The checks of one month of the phase, or those that stand so many days after its first day. The
  // first that leads somewhere ends the run, unless `next` says that it has ended already.
  std::optional<Next> judge_checks(Run& run, std::optional<Month> month, std::optional<Next> next) {
    for (const CheckRule& rule : run.phase->checks) {
      if (rule.in_months != month.has_value() || (month && month_of_check(run, rule) != *month)) {
        continue;
      }
      const Date day = month ? last_day(*month) : add_days(run.from, rule.after);
      std::optional<Next> led = judge_check(run, rule, day, !next);
      next = next ? next : led;
    }
    return next;
  }

  // In a phase that ends with the year, its last month at the latest.
  static Month month_of_check(const Run& run, const CheckRule& rule) {
    const Month month = add_months(month_of(run.from), rule.after - 1);
    return run.phase->length == Phase::Length::year_end
               ? std::min(month, month_of(*planned_end(*run.phase, run.from)))
               : month;
  }

  // `decides`: no check before this one on the same day has ended the run.
  std::optional<Next> judge_check(Run& run, const CheckRule& rule, Date day, bool decides) {
    JudgedCheck row;
    row.date = day;
    row.standard = rule.standard;
    rely(rule.provenance);
    const Judged* given = check_given(day);
    const Reading* reading = &course_.base;
    CheckReading taken;
    if (given != nullptr || !rule.sums.empty() || !rule.means.empty()) {
      taken = reading_of(program_, rule, given, course_, month_of(run.from), month_of(day));
      reading = given == nullptr ? &course_.base : &given->reading;
      set_verdict(rule, given, taken, *reading, row);
    }
    const MonthVerdict verdict = row.verdict;
    if (verdict == MonthVerdict::pending) {
      walked_.deadlines.push_back({day, Decides::check});
    }
    const CheckOutcome& outcome = verdict == MonthVerdict::fail ? rule.failed : rule.passed;
    const bool known = verdict == MonthVerdict::fail || verdict == MonthVerdict::pass;
    const bool leads = rule.passed.then || rule.failed.then;
    run.check_open = run.check_open || (leads && !known && verdict != MonthVerdict::not_assessed);
    if (decides && known) {
      emit(outcome.events, on(day), row.findings, *reading);
    }
    if (day <= course_.until) {
      walked_.checks.push_back(std::move(row));
    }
    if (!decides || !outcome.then) {
      return std::nullopt;
    }
    Next next = go(*outcome.then, on(day));
    if (rule.in_months) {
      run.to = day;
      next.from = std::max(next.from, add_days(day, 1));
    }
    return next;
  }

  void set_verdict(const CheckRule& rule, const Judged* given, const CheckReading& taken,
                   const Reading& reading, JudgedCheck& row) {
    const bool known = given != nullptr && given->met;
    Judgement judgement = known ? met_judgement(*given->met)
                                : judge(program_, rule.judge, taken.reading, Advisory::counts);
    add_once(walked_.assumptions, judgement.assumptions);
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

  // The reading of a check does not live on: totals are kept as figures, the rest is as given.
  static void keep_observed(const CheckReading& taken, const Reading& reading, bool pending,
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

  // The first choice that falls into this month and is allowed: it ends the run the day before.
  std::optional<Next> choose(Run& run, Month month) {
    const ChoiceRule* chosen = nullptr;
    Date day;
    char* used = nullptr;
    for (const ChoiceRule& rule : run.phase->choices) {
      for (std::size_t i = 0; i < course_.choices.size(); ++i) {
        const ChoiceGiven& given = course_.choices[i];
        for (std::size_t j = 0; given.id == rule.id && j < given.values.size(); ++j) {
          const std::optional<Date> date = parse_date(given.values[j]);
          if (walked_.choices_used[i][j] == 0 && date && is_open(run, rule, month, *date) &&
              (chosen == nullptr || *date < day)) {
            chosen = &rule;
            day = *date;
            used = &walked_.choices_used[i][j];
          }
        }
      }
    }
    if (chosen == nullptr) {
      return std::nullopt;
    }
    *used = 1;
    run.to = add_days(day, -1);
    emit(chosen->events, on(day), {}, course_.base);
    return chosen->then ? go(*chosen->then, on(day)) : Next{};
  }

  // Whether the choice may be made on this day of this month.
  bool is_open(const Run& run, const ChoiceRule& rule, Month month, Date day) const {
    const bool within = month_of(day) == month && day >= run.from && day <= course_.until &&
                        (!run.to || day <= *run.to);
    const bool passed = !rule.after_pass || (run.last_month_passed && day > run.from);
    return within && passed && opened(run, rule);
  }

  static bool opened(const Run& run, const ChoiceRule& rule) {
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const bool named = std::find(rule.after.begin(), rule.after.end(), run.phase->rules[i].id) !=
                         rule.after.end();
      if (named && run.now.rules[i].fired) {
        return true;
      }
    }
    return rule.after.empty();
  }

  static Date day_of(const DayRule& rule, const Decision& decision) {
    if (!rule.month_after) {
      return decision.day;
    }
    return add_days(first_day(add_months(decision.month, *rule.month_after)), rule.day - 1);
  }

  Next go(const Transition& transition, const Decision& decision) {
    return {find_phase(cycle_, transition.phase), day_of(transition.at, decision)};
  }

  // `findings`: by which the events were decided; `reading`: whose profile names amounts.
  void emit(const std::vector<EventRule>& rules, const Decision& decision,
            const std::vector<Finding>& findings, const Reading& reading) {
    for (const EventRule& rule : rules) {
      Event event;
      event.date = day_of(rule.at, decision);
      event.rule = &rule;
      event.to = rule.to_entered        ? walked_.entered_as
                 : !rule.choice.empty() ? chosen_word(rule)
                                        : rule.to;
      if (rule.amount) {
        event.amount = amount_of(*rule.amount, reading);
      }
      if (rule.areas) {
        event.areas = failed_areas(findings);
      }
      downgrades_ += rule.event == "downgraded" ? 1 : 0;
      const auto later =
          std::upper_bound(walked_.events.begin(), walked_.events.end(), event,
                           [](const Event& a, const Event& b) { return a.date < b.date; });
      walked_.events.insert(later, std::move(event));
    }
  }

  std::optional<Rational> amount_of(const Amount& amount, const Reading& reading) {
    rely(amount.share.provenance);
    if (const ProfileNumber* own = find_in(reading.profile, amount.of.profile)) {
      return own->value * amount.share.value;
    }
    if (!amount.of.figure) {
      return std::nullopt;
    }
    rely(amount.of.figure->provenance);
    return amount.of.figure->value * amount.share.value;
  }

  // In the order of the standards, each once.
  static std::vector<std::string_view> failed_areas(const std::vector<Finding>& findings) {
    std::vector<std::string_view> areas;
    for (const Finding& finding : findings) {
      const std::string_view area = finding.standard->area;
      if (finding.met == Truth::no && !finding.standard->advisory && !area.empty() &&
          std::find(areas.begin(), areas.end(), area) == areas.end()) {
        areas.push_back(area);
      }
    }
    return areas;
  }

  std::string_view chosen_word(const EventRule& rule) {
    for (const ChoiceGiven& given : course_.choices) {
      if (given.id == rule.choice && !given.values.empty()) {
        return given.values.front();
      }
    }
    return rule.to;
  }

  const Judged* month_given(Month month) {
    for (std::size_t i = 0; i < course_.months.size(); ++i) {
      if (course_.months[i].month == month && month <= month_of(course_.until)) {
        walked_.months_used[i] = 1;
        return &course_.months[i].judged;
      }
    }
    return nullptr;
  }

  const Judged* check_given(Date date) {
    for (std::size_t i = 0; i < course_.checks.size(); ++i) {
      if (course_.checks[i].date == date && date <= course_.until) {
        walked_.checks_used[i] = 1;
        return &course_.checks[i].judged;
      }
    }
    return nullptr;
  }

  static Judgement met_judgement(bool is_met) {
    Judgement judgement;
    judgement.verdict = is_met ? JudgementVerdict::pass : JudgementVerdict::fail;
    return judgement;
  }

  Judgement judgement_of(const Judged& judged, const std::vector<std::size_t>& standards) {
    if (judged.met) {
      return met_judgement(*judged.met);
    }
    Judgement judgement = judge(program_, standards, judged.reading);
    add_once(walked_.assumptions, judgement.assumptions);
    return judgement;
  }

  static MonthVerdict verdict_of(JudgementVerdict verdict) {
    switch (verdict) {
      case JudgementVerdict::pass:
        return MonthVerdict::pass;
      case JudgementVerdict::fail:
        return MonthVerdict::fail;
      case JudgementVerdict::undetermined:
        return MonthVerdict::undetermined;
      case JudgementVerdict::not_assessed:
        return MonthVerdict::not_assessed;
    }
    broken_precondition();
  }

  void rely(const Provenance& provenance) { shopgauge::rely(walked_.assumptions, provenance); }

  const Program& program_;
  const Cycle& cycle_;
  const Course& course_;
  const Start& start_;
  int cycles_ = 0;
  int downgrades_ = 0;
  Walked walked_;
};

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
  return Walk(program, course, start).run();
}

}  // namespace shopgauge

// Runs a store through its phases, month by month.

#include "core/cycle/walk.h"

#include <algorithm>
#include <utility>

namespace shopgauge {
namespace {

// How many phases beyond `until` are looked at for the next deadline.
constexpr int kPhasesAhead = 4;

struct Next {
  const Phase* phase = nullptr;
  Date from;
};

class Walk {
 public:
  Walk(const Program& program, const Course& course, const Start& start)
      : program_(program),
        cycle_(*program.cycle),
        course_(course),
        start_(start),
        downgrades_(start.downgrades) {
    const std::string_view* named = find_in(course.enrolment.words, "store_type");
    walked_.entered_as = named == nullptr ? cycle_.store_type : *named;
    walked_.months_used.resize(course.months.size());
    walked_.checks_used.resize(course.checks.size());
    for (const ChoiceGiven& choice : course.choices) {
      walked_.choices_used.emplace_back(choice.values.size());
    }
  }

  Walked run() {
    walked_.store_type = start_.store_type.empty() ? walked_.entered_as : start_.store_type;
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
    run.now.fired.resize(begin.phase->rules.size());
    if (begin.phase->numbered) {
      run.cycle = ++cycles_;
    }
    if (is_first()) {
      start_counters(run);
    }
    run.begin = run.now;
    if (begin.from <= course_.until) {
      rely(begin.phase->length_provenance);
    }
    if (!begin.phase->judge.empty()) {
      if (std::optional<Next> next = judge_months(run)) {
        return *next;
      }
    }
    if (begin.phase->check) {
      return judge_check(run, *begin.phase->check);
    }
    return run.to ? complete(run) : Next{};
  }

  [[nodiscard]] bool is_first() const { return walked_.runs.size() == 1; }

  // A store in mid-course brings its counters along.
  void start_counters(Run& run) {
    run.now.failures = start_.failures;
    run.now.passes_in_a_row = start_.passes_in_a_row;
    run.last_month_passed = start_.passes_in_a_row > 0;
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const PhaseRule& rule = run.phase->rules[i];
      const int count = rule.on == Counter::failures ? start_.failures : start_.passes_in_a_row;
      const bool fired = rule.on != Counter::each_failure && applies(rule, run.downgrades) &&
                         count >= rule.reaches;
      run.now.fired[i] = fired ? 1 : 0;
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
      case Phase::Length::open:
        return std::nullopt;
    }
    broken_precondition();
  }

  // The months of a run, until a rule or a choice ends it.
  std::optional<Next> judge_months(Run& run) {
    const Month last = run.to
                           ? month_of(*run.to)
                           : std::max(add_months(month_of(course_.until), 1), month_of(run.from));
    for (Month month = month_of(run.from); month <= last; month = add_months(month, 1)) {
      if (std::optional<Next> chosen = choose(run, month)) {
        return chosen;
      }
      if (is_first() && start_.first_judged && month < *start_.first_judged) {
        continue;
      }
      if (std::optional<Next> ended = judge_month(run, month, month == last && run.to)) {
        return ended;
      }
    }
    return std::nullopt;
  }

  std::optional<Next> judge_month(Run& run, Month month, bool closes_cycle) {
    JudgedMonth row;
    row.month = month;
    row.phase = run.phase->shown;
    row.cycle = run.cycle;
    const Judged* judged = month_given(month);
    if (judged != nullptr) {
      Judgement judgement = judgement_of(*judged, run.phase->judge);
      row.verdict = verdict_of(judgement.verdict);
      row.findings = std::move(judgement.findings);
      row.needs = std::move(judgement.needs);
      if (row.verdict == MonthVerdict::not_assessed && cycle_.no_score_month) {
        rely(*cycle_.no_score_month);
      }
    } else {
      walked_.deadlines.push_back(
          {last_day(month), run.cycle && closes_cycle ? Decides::cycle : Decides::month});
    }
    count(run, row.verdict);
    std::optional<Next> next = fire_rules(run, month, row.verdict);
    set_counters(run, row);
    run.now.month = month;
    run.history.push_back(run.now);
    if (month <= month_of(course_.until)) {
      walked_.months.push_back(std::move(row));
    }
    return next;
  }

  // A month that is not known leaves the row of passes as it is, but what follows does not join it;
  // a month without a score counts neither way.
  static void count(Run& run, MonthVerdict verdict) {
    run.last_month_passed = verdict == MonthVerdict::pass;
    switch (verdict) {
      case MonthVerdict::pass:
        run.now.passes_in_a_row = run.row_interrupted ? 1 : run.now.passes_in_a_row + 1;
        run.row_interrupted = false;
        break;
      case MonthVerdict::fail:
        ++run.now.failures;
        run.now.passes_in_a_row = 0;
        break;
      case MonthVerdict::pending:
      case MonthVerdict::undetermined:
        ++run.open_months;
        run.row_interrupted = true;
        break;
      case MonthVerdict::not_assessed:
        break;
    }
  }

  // A row shows the counters that the phase's rules count.
  static void set_counters(const Run& run, JudgedMonth& row) {
    if (counts(*run.phase, Counter::failures)) {
      row.failures = run.now.failures;
    }
    if (counts(*run.phase, Counter::passes_in_a_row)) {
      row.passes_in_a_row = run.now.passes_in_a_row;
    }
  }

  static bool counts(const Phase& phase, Counter counter) {
    return std::any_of(phase.rules.begin(), phase.rules.end(),
                       [&](const PhaseRule& rule) { return rule.on == counter; });
  }

  static bool reached(const PhaseRule& rule, const Run& run, MonthVerdict verdict) {
    switch (rule.on) {
      case Counter::failures:
        return verdict == MonthVerdict::fail && run.now.failures >= rule.reaches;
      case Counter::passes_in_a_row:
        return verdict == MonthVerdict::pass && run.now.passes_in_a_row >= rule.reaches;
      case Counter::each_failure:
        return verdict == MonthVerdict::fail;
    }
    broken_precondition();
  }

  std::optional<Next> fire_rules(Run& run, Month month, MonthVerdict verdict) {
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const PhaseRule& rule = run.phase->rules[i];
      if (run.now.fired[i] != 0 || !applies(rule, run.downgrades) || !reached(rule, run, verdict)) {
        continue;
      }
      run.now.fired[i] = rule.on == Counter::each_failure ? 0 : 1;
      if (rule.on != Counter::each_failure) {
        rely(rule.provenance);
      }
      emit(rule.events, last_day(month));
      if (rule.then) {
        run.to = last_day(month);
        return go(*rule.then, last_day(month));
      }
    }
    return std::nullopt;
  }

  // A phase that ran its course. Its end is certain when no open month could have ended it before.
  Next complete(const Run& run) {
    bool certain = true;
    for (const PhaseRule& rule : run.phase->rules) {
      if (rule.then && rule.on == Counter::failures && applies(rule, run.downgrades) &&
          run.now.failures + run.open_months >= rule.reaches) {
        certain = false;
      }
    }
    if (certain) {
      emit(run.phase->completed, *run.to);
    }
    for (const NextPhase& next : run.phase->next) {
      if (!next.when || younger(*next.when)) {
        return {find_phase(cycle_, next.phase), add_days(*run.to, 1)};
      }
    }
    return {};
  }

  bool younger(const AgeCondition& age) {
    const Date* since = find_in(course_.enrolment.dates, age.since);
    const Date* at = find_in(course_.enrolment.dates, age.at);
    if (since == nullptr || at == nullptr) {
      return false;
    }
    const Date limit = add_months_clamped(*since, age.months);
    if (*at == limit) {
      rely(age.provenance);
    }
    return limit > *at;
  }

  Next judge_check(Run& run, const CheckRule& rule) {
    JudgedCheck row;
    row.date = add_days(run.from, rule.after_days);
    row.standard = rule.standard;
    rely(rule.provenance);
    const Judged* judged = check_given(row.date);
    if (judged != nullptr) {
      Judgement judgement = judgement_of(*judged, rule.judge);
      row.verdict = verdict_of(judgement.verdict);
      row.findings = std::move(judgement.findings);
      row.needs = std::move(judgement.needs);
    } else {
      walked_.deadlines.push_back({row.date, Decides::check});
    }
    const CheckOutcome& outcome = row.verdict == MonthVerdict::fail ? rule.failed : rule.passed;
    if (row.verdict == MonthVerdict::fail || row.verdict == MonthVerdict::pass) {
      emit(outcome.events, row.date);
    }
    const Date date = row.date;
    if (date <= course_.until) {
      walked_.checks.push_back(std::move(row));
    }
    return go(outcome.then, date);
  }

  // A choice that falls into this month and is allowed: it ends the run the day before.
  std::optional<Next> choose(Run& run, Month month) {
    if (!run.phase->choice || !run.last_month_passed) {
      return std::nullopt;
    }
    const ChoiceRule& rule = *run.phase->choice;
    for (std::size_t i = 0; i < course_.choices.size(); ++i) {
      const ChoiceGiven& given = course_.choices[i];
      for (std::size_t j = 0; given.id == rule.id && j < given.values.size(); ++j) {
        const std::optional<Date> date = parse_date(given.values[j]);
        if (walked_.choices_used[i][j] != 0 || !date || month_of(*date) != month ||
            *date <= run.from || *date > course_.until || !opened(run, rule)) {
          continue;
        }
        walked_.choices_used[i][j] = 1;
        run.to = add_days(*date, -1);
        emit(rule.events, *date);
        return go(rule.then, *date);
      }
    }
    return std::nullopt;
  }

  static bool opened(const Run& run, const ChoiceRule& rule) {
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const bool named = std::find(rule.after.begin(), rule.after.end(), run.phase->rules[i].id) !=
                         rule.after.end();
      if (named && run.now.fired[i] != 0) {
        return true;
      }
    }
    return false;
  }

  static Date day_of(const DayRule& rule, Date decided) {
    if (!rule.month_after) {
      return decided;
    }
    return add_days(first_day(add_months(month_of(decided), *rule.month_after)), rule.day - 1);
  }

  Next go(const Transition& transition, Date decided) {
    return {find_phase(cycle_, transition.phase), day_of(transition.at, decided)};
  }

  void emit(const std::vector<EventRule>& rules, Date decided) {
    for (const EventRule& rule : rules) {
      Event event{day_of(rule.at, decided), &rule, rule.to};
      if (rule.to_entered) {
        event.to = walked_.entered_as;
      } else if (!rule.choice.empty()) {
        event.to = chosen_word(rule);
      }
      downgrades_ += rule.event == "downgraded" ? 1 : 0;
      const auto later =
          std::upper_bound(walked_.events.begin(), walked_.events.end(), event,
                           [](const Event& a, const Event& b) { return a.date < b.date; });
      walked_.events.insert(later, event);
    }
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

  Judgement judgement_of(const Judged& judged, const std::vector<std::size_t>& standards) {
    if (judged.met) {
      Judgement met;
      met.verdict = *judged.met ? JudgementVerdict::pass : JudgementVerdict::fail;
      return met;
    }
    Judgement judgement = judge(program_, standards, judged.reading);
    for (std::size_t i = 0; i < standards.size(); ++i) {
      judgement.findings[i].id = program_.standards[standards[i]].id;
    }
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

bool applies(const PhaseRule& rule, int downgrades) {
  return (!rule.downgrades_at_least || downgrades >= *rule.downgrades_at_least) &&
         (!rule.downgrades_at_most || downgrades <= *rule.downgrades_at_most);
}

Walked walk(const Program& program, const Course& course, const Start& start) {
  return Walk(program, course, start).run();
}

}  // namespace shopgauge

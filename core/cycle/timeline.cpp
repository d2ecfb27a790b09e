#include "core/cycle/timeline.h"

#include <algorithm>
#include <utility>

#include "core/cycle/entry.h"

namespace shopgauge {
namespace {

// How many phases beyond `until` are looked at for the next deadline.
constexpr int kPhasesAhead = 4;

// One stay in a phase, with what happened in it.
struct Run {
  const Phase* phase = nullptr;
  std::optional<int> cycle;
  Date from;
  std::optional<Date> to;
  int failures = 0;
  int passes_in_a_row = 0;
  int open_months = 0;  // pending or undetermined
  bool last_month_passed = false;
  std::vector<char> fired;  // by rule
  struct Snapshot {
    Month month;
    int failures;
    int passes_in_a_row;
    std::vector<char> fired;
  };
  std::vector<Snapshot> history;
};

struct Next {
  const Phase* phase = nullptr;
  Date from;
};

class Walk {
 public:
  Walk(const Program& program, const Course& course)
      : program_(program),
        cycle_(*program.cycle),
        course_(course),
        months_used_(course.months.size()),
        checks_used_(course.checks.size()) {
    for (const ChoiceGiven& choice : course.choices) {
      choices_used_.emplace_back(choice.values.size());
    }
  }

  Result<Timeline> run() {
    const Result<Start> start = enter(cycle_, course_);
    if (!start.ok()) {
      return start.issues();
    }
    start_ = start.value();
    downgrades_ = start_.downgrades;
    const std::string_view* named = find_in(course_.enrolment.words, "store_type");
    entered_as_ = named == nullptr ? cycle_.store_type : *named;
    follow();
    refuse_unused();
    if (!issues_.empty()) {
      return std::move(issues_);
    }
    report();
    return std::move(timeline_);
  }

 private:
  void follow() {
    timeline_.first_day = start_.from;
    Next next{start_.phase, start_.from};
    int ahead = 0;
    while (next.phase != nullptr && next.from <= last_request_date() && ahead < kPhasesAhead) {
      ahead += next.from > course_.until ? 1 : 0;
      next = run_phase(next);
    }
  }

  Next run_phase(const Next& begin) {
    Run& run = runs_.emplace_back();
    run.phase = begin.phase;
    run.from = begin.from;
    run.to = planned_end(*begin.phase, begin.from);
    run.fired.resize(begin.phase->rules.size());
    if (begin.phase->numbered) {
      run.cycle = ++cycles_;
    }
    if (runs_.size() == 1) {
      start_counters(run);
    }
    if (begin.phase->length != Phase::Length::open) {
      rely(begin.phase->length_provenance);
    }
    if (!begin.phase->judge.empty()) {
      if (std::optional<Next> next = judge_months(run)) {
        return *next;
      }
    }
    for (const CheckRule& check : begin.phase->checks) {
      return judge_check(run, check);
    }
    return run.to ? complete(run) : Next{};
  }

  void start_counters(Run& run) {
    run.failures = start_.failures;
    run.passes_in_a_row = start_.passes_in_a_row;
    run.last_month_passed = start_.passes_in_a_row > 0;
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const PhaseRule& rule = run.phase->rules[i];
      const int count = rule.on == Counter::failures ? run.failures : run.passes_in_a_row;
      const bool reached =
          rule.on != Counter::each_failure && applies(rule) && count >= rule.reaches;
      run.fired[i] = reached ? 1 : 0;
      if (reached && rule.then) {
        add_issue(issues_, "enrolment.out_of_range", "/enrolment/failures_so_far",
                  "with so many failures the cycle has already ended",
                  {{"field", "failures_so_far"},
                   {"value", std::to_string(count)},
                   {"low", "0"},
                   {"high", std::to_string(rule.reaches - 1)}});
      }
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
      if (runs_.size() == 1 && start_.first_judged && month < *start_.first_judged) {
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
      deadlines_.push_back(
          {last_day(month), run.cycle && closes_cycle ? Decides::cycle : Decides::month});
    }
    count(run, row.verdict);
    std::optional<Next> next = fire_rules(run, month, row.verdict);
    set_counters(run, row);
    run.history.push_back({month, run.failures, run.passes_in_a_row, run.fired});
    if (month <= month_of(course_.until)) {
      timeline_.months.push_back(std::move(row));
    }
    return next;
  }

  static void count(Run& run, MonthVerdict verdict) {
    run.last_month_passed = verdict == MonthVerdict::pass;
    run.failures += verdict == MonthVerdict::fail ? 1 : 0;
    // A month without a score counts neither way: it does not break a row.
    if (verdict != MonthVerdict::not_assessed) {
      run.passes_in_a_row = verdict == MonthVerdict::pass ? run.passes_in_a_row + 1 : 0;
    }
    run.open_months +=
        verdict == MonthVerdict::pending || verdict == MonthVerdict::undetermined ? 1 : 0;
  }

  // A row shows the counters that the phase's rules count.
  static void set_counters(const Run& run, JudgedMonth& row) {
    if (counts(*run.phase, Counter::failures)) {
      row.failures = run.failures;
    }
    if (counts(*run.phase, Counter::passes_in_a_row)) {
      row.passes_in_a_row = run.passes_in_a_row;
    }
  }

  static bool counts(const Phase& phase, Counter counter) {
    return std::any_of(phase.rules.begin(), phase.rules.end(),
                       [&](const PhaseRule& rule) { return rule.on == counter; });
  }

  [[nodiscard]] bool applies(const PhaseRule& rule) const {
    return (!rule.downgrades_at_least || downgrades_ >= *rule.downgrades_at_least) &&
           (!rule.downgrades_at_most || downgrades_ <= *rule.downgrades_at_most);
  }

  static bool reached(const PhaseRule& rule, const Run& run, MonthVerdict verdict) {
    switch (rule.on) {
      case Counter::failures:
        return verdict == MonthVerdict::fail && run.failures >= rule.reaches;
      case Counter::passes_in_a_row:
        return verdict == MonthVerdict::pass && run.passes_in_a_row >= rule.reaches;
      case Counter::each_failure:
        return verdict == MonthVerdict::fail;
    }
    broken_precondition();
  }

  std::optional<Next> fire_rules(Run& run, Month month, MonthVerdict verdict) {
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const PhaseRule& rule = run.phase->rules[i];
      if (run.fired[i] != 0 || !applies(rule) || !reached(rule, run, verdict)) {
        continue;
      }
      run.fired[i] = rule.on == Counter::each_failure ? 0 : 1;
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
      if (rule.then && rule.on == Counter::failures && applies(rule) &&
          run.failures + run.open_months >= rule.reaches) {
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
      deadlines_.push_back({row.date, Decides::check});
    }
    const CheckOutcome& outcome = row.verdict == MonthVerdict::fail ? rule.failed : rule.passed;
    if (row.verdict == MonthVerdict::fail || row.verdict == MonthVerdict::pass) {
      emit(outcome.events, row.date);
    }
    const Date date = row.date;
    if (date <= course_.until) {
      timeline_.checks.push_back(std::move(row));
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
        if (choices_used_[i][j] != 0 || !date || month_of(*date) != month || *date <= run.from ||
            *date > course_.until || !opened(run, rule)) {
          continue;
        }
        choices_used_[i][j] = 1;
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
      if (named && run.fired[i] != 0) {
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
        event.to = entered_as_;
      } else if (!rule.choice.empty()) {
        event.to = chosen_word(rule);
      }
      downgrades_ += rule.event == "downgraded" ? 1 : 0;
      const auto later =
          std::upper_bound(timeline_.events.begin(), timeline_.events.end(), event,
                           [](const Event& a, const Event& b) { return a.date < b.date; });
      timeline_.events.insert(later, event);
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
        months_used_[i] = 1;
        return &course_.months[i].judged;
      }
    }
    return nullptr;
  }

  const Judged* check_given(Date date) {
    for (std::size_t i = 0; i < course_.checks.size(); ++i) {
      if (course_.checks[i].date == date && date <= course_.until) {
        checks_used_[i] = 1;
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
    add_once(timeline_.assumptions, judgement.assumptions);
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

  void rely(const Provenance& provenance) { shopgauge::rely(timeline_.assumptions, provenance); }

  // What the request gave and the course never met.
  void refuse_unused() {
    for (std::size_t i = 0; i < months_used_.size(); ++i) {
      if (months_used_[i] == 0) {
        add_issue(issues_, "months.not_assessed",
                  "/months/" + std::to_string(course_.months[i].index),
                  "this month is not assessed", {{"month", to_text(course_.months[i].month)}});
      }
    }
    for (std::size_t i = 0; i < checks_used_.size(); ++i) {
      if (checks_used_[i] == 0) {
        add_issue(issues_, "checks.date", "/checks/" + std::to_string(course_.checks[i].index),
                  "there is no check on this day", {{"date", to_text(course_.checks[i].date)}});
      }
    }
    for (std::size_t i = 0; i < course_.choices.size(); ++i) {
      refuse_choice(course_.choices[i], choices_used_[i]);
    }
  }

  void refuse_choice(const ChoiceGiven& given, const std::vector<char>& used) {
    const std::string path = "/choices" + pointer_step(given.id);
    for (const Phase& phase : cycle_.phases) {
      if (phase.choice && phase.choice->id == given.id) {
        for (std::size_t j = 0; j < used.size(); ++j) {
          if (used[j] == 0) {
            add_issue(issues_, "choices.date", path, "the choice is not open on this day",
                      {{"id", given.id}, {"date", given.values[j]}});
          }
        }
        return;
      }
    }
    const EventRule* rule = event_with_choice(given.id);
    const bool known =
        rule != nullptr && given.values.size() == 1 &&
        std::find(rule->of.begin(), rule->of.end(), given.values.front()) != rule->of.end();
    if (!known) {
      const std::string_view value =
          given.values.empty() ? std::string_view() : given.values.front();
      add_issue(issues_, "choices.unknown", path, "there is no such choice",
                {{"id", given.id}, {"value", value}});
    }
  }

  [[nodiscard]] const EventRule* event_with_choice(std::string_view id) const {
    const auto among = [&](const std::vector<EventRule>& events) -> const EventRule* {
      for (const EventRule& event : events) {
        if (event.choice == id) {
          return &event;
        }
      }
      return nullptr;
    };
    for (const Phase& phase : cycle_.phases) {
      for (const PhaseRule& rule : phase.rules) {
        if (const EventRule* found = among(rule.events)) {
          return found;
        }
      }
      for (const CheckRule& check : phase.checks) {
        if (const EventRule* found = among(check.failed.events)) {
          return found;
        }
      }
    }
    return nullptr;
  }

  void report() {
    for (const Run& run : runs_) {
      if (run.from <= course_.until) {
        timeline_.phases.push_back({run.phase->shown, run.cycle, run.from, run.to});
      }
    }
    stand();
    const auto later = std::find_if(timeline_.events.begin(), timeline_.events.end(),
                                    [&](const Event& event) { return event.date > course_.until; });
    timeline_.events.erase(later, timeline_.events.end());
    for (const Event& event : timeline_.events) {
      rely(event.rule->provenance);
    }
    if (timeline_.standing.next) {
      rely(timeline_.standing.next->rule->provenance);
    }
  }

  void stand() {
    Standing& standing = timeline_.standing;
    standing.date = course_.date.value_or(course_.until);
    standing.store_type = start_.store_type.empty() ? entered_as_ : start_.store_type;
    for (const Event& event : timeline_.events) {
      if (event.date > standing.date) {
        standing.next = event;
        break;
      }
      standing.store_type = event.to.empty() ? standing.store_type : event.to;
    }
    for (const Deadline& deadline : deadlines_) {
      if (deadline.date >= standing.date &&
          (!standing.deadline || deadline.date < standing.deadline->date)) {
        standing.deadline = deadline;
      }
    }
    for (const Run& run : runs_) {
      if (run.from <= standing.date && (!run.to || standing.date <= *run.to)) {
        standing.phase = run.phase->shown;
        standing.cycle = run.cycle;
        stand_in(run, standing);
      }
    }
  }

  // The counters of the run on the day of the standing, and how far they are from the next rule.
  void stand_in(const Run& run, Standing& standing) {
    const bool first = &run == &runs_.front();
    Run::Snapshot now{month_of(run.from), first ? start_.failures : 0,
                      first ? start_.passes_in_a_row : 0,
                      std::vector<char>(run.phase->rules.size())};
    for (const Run::Snapshot& snapshot : run.history) {
      if (snapshot.month <= month_of(standing.date)) {
        now = snapshot;
      }
    }
    for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
      const PhaseRule& rule = run.phase->rules[i];
      if (rule.on == Counter::failures) {
        standing.failures = now.failures;
        if (rule.then) {
          standing.failures_left = rule.reaches - now.failures;
        }
      } else if (rule.on == Counter::passes_in_a_row && applies(rule)) {
        standing.passes_in_a_row = now.passes_in_a_row;
        if (now.fired[i] == 0) {
          standing.passes_needed = rule.reaches - now.passes_in_a_row;
        }
      }
    }
  }

  const Program& program_;
  const Cycle& cycle_;
  const Course& course_;
  Start start_;
  std::string_view entered_as_;
  int cycles_ = 0;
  int downgrades_ = 0;
  std::vector<Run> runs_;
  std::vector<Deadline> deadlines_;
  std::vector<char> months_used_;
  std::vector<char> checks_used_;
  std::vector<std::vector<char>> choices_used_;
  Issues issues_;
  Timeline timeline_;
};

}  // namespace

Result<Timeline> trace_timeline(const Program& program, const Course& course) {
  return Walk(program, course).run();
}

}  // namespace shopgauge

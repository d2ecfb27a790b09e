// The assessment cycle of a program document: entries, phases, rules, checks, choices.

#include <algorithm>
#include <utility>

#include "core/rules/reader_parts.h"

namespace shopgauge::reader {
namespace {

// The ids that replies may carry (design: event ids are a contract).
constexpr Literal kEvents =
    "warned at_risk downgrade_notice supervised downgraded upgrade_eligible upgraded "
    "rectification_started "
    "removal_possible removed converted exited cycle_completed improvement_plan fee_refunded "
    "rewarded restricted";

constexpr Literal kPhases = "exempt trial formal recovery rectification none";
constexpr Literal kDateFields = "opened first_assessed joined launched formal_since recovery_since";

constexpr int kMostMonths = 120;
constexpr int kMostDays = 3660;

DayRule read_day(const Cursor& at) {
  DayRule day;
  if (!at.find("month_after") && !at.find("day")) {
    return day;
  }
  day.month_after = read_int(at, "month_after", 0, kMostMonths);
  day.day = read_int(at, "day", 1, 28);
  return day;
}

Transition read_transition(const Cursor& parent, Literal key) {
  Transition transition;
  const Cursor at = parent.need(key);
  if (at && at.need_object("phase month_after day")) {
    transition.phase = read_id(at, "phase");
    transition.at = read_day(at);
  }
  return transition;
}

std::optional<Transition> read_optional_transition(const Cursor& parent) {
  return parent.find("then") ? std::optional(read_transition(parent, "then")) : std::nullopt;
}

void read_target(const Cursor& at, EventRule& event, Context& context) {
  if (!at.need_object("store_type choice of default entered")) {
    return;
  }
  if (at.find("entered")) {
    event.to_entered = read_flag(at, "entered");
    return;
  }
  if (at.find("store_type")) {
    event.to = read_id(at, "store_type");
    use_text(at, "store_type", event.to, context);
    return;
  }
  event.choice = read_id(at, "choice");
  event.to = read_id(at, "default");
  const Cursor of = at.need("of");
  if (!of || !of.need_array()) {
    return;
  }
  for (std::size_t i = 0; i < of.size(); ++i) {
    event.of.push_back(of[i].text());
    use_text(of, "store_type", event.of.back(), context);
  }
  if (std::find(event.of.begin(), event.of.end(), event.to) == event.of.end()) {
    issue_unknown(at, "the default is none of the choices", event.to);
  }
}

EventRule read_event(const Cursor& at, Context& context) {
  EventRule event;
  if (!at.need_object("event month_after day rule to amount areas status source note")) {
    return event;
  }
  event.event = read_word_text(at, "event", kEvents);
  event.rule = read_string(at, "rule");
  use_text(at, "rule", event.rule, context);
  event.at = read_day(at);
  if (const auto to = at.find("to")) {
    read_target(to, event, context);
  }
  const auto amount = at.find("amount");
  if (amount && amount.need_object("of share")) {
    event.amount = Amount{read_threshold(amount, "of", context),
                          read_figure(amount, "share", context)};
  }
  event.areas = read_flag(at, "areas");
  event.provenance = read_provenance(at, context);
  return event;
}

std::vector<EventRule> read_events(const Cursor& parent, Literal key, Context& context) {
  std::vector<EventRule> events;
  const Cursor at = parent.find(key);
  if (at && at.need_array()) {
    for (std::size_t i = 0; i < at.size(); ++i) {
      events.push_back(read_event(at[i], context));
    }
  }
  return events;
}

CheckOutcome read_outcome(const Cursor& parent, Literal key, Context& context) {
  CheckOutcome outcome;
  const Cursor at = parent.find(key);
  if (at && at.need_object("events then")) {
    outcome.events = read_events(at, "events", context);
    outcome.then = read_optional_transition(at);
  }
  return outcome;
}

std::vector<std::size_t> read_metric_list(const Cursor& parent, Literal key,
                                          const Context& context) {
  std::vector<std::size_t> list;
  const Cursor at = parent.find(key);
  for (std::size_t i = 0; at && at.need_array() && i < at.size(); ++i) {
    const std::string_view id = at[i].text();
    if (const auto index = find_metric(context.program, id)) {
      list.push_back(*index);
    } else {
      issue_unknown(at, "there is no such metric", id);
    }
  }
  return list;
}

void read_checks(const Cursor& parent, Phase& phase, Context& context) {
  for_each(parent, "checks",
           "standard title after_days after_months judge sum mean passed failed",
           [&](const Cursor& one) {
             CheckRule check;
             check.standard = read_id(one, "standard");
             read_text(one, "title");
             check.in_months = static_cast<bool>(one.find("after_months"));
             check.after =
                 read_whole_figure(one, check.in_months ? "after_months" : "after_days", 1,
                                   check.in_months ? kMostMonths : kMostDays, context,
                                   check.provenance);
             check.judge = read_standard_list(one, "judge", context);
             check.sums = read_metric_list(one, "sum", context);
             check.means = read_metric_list(one, "mean", context);
             check.passed = read_outcome(one, "passed", context);
             check.failed = read_outcome(one, "failed", context);
             if (check.in_months &&
                 (phase.length != Phase::Length::months || check.after > phase.count) &&
                 phase.length != Phase::Length::year_end) {
               issue_value(one, "the phase has no such month");
             }
             if (!phase.checks.empty() && check.after < phase.checks.back().after) {
               issue_value(one, "checks stand in the order of time");
             }
             phase.checks.push_back(std::move(check));
           });
}

void read_downgrades(const Cursor& parent, PhaseRule& rule) {
  const Cursor at = parent.find("downgrades");
  if (!at || !at.need_object("at_least at_most")) {
    return;
  }
  if (at.find("at_least")) {
    rule.downgrades_at_least = read_int(at, "at_least", 0, 1000);
  }
  if (at.find("at_most")) {
    rule.downgrades_at_most = read_int(at, "at_most", 0, 1000);
  }
}

PhaseRule read_rule(const Cursor& at, Context& context) {
  PhaseRule rule;
  if (!at.need_object("id on reaches judge blocks again downgrades events then")) {
    return rule;
  }
  rule.id = read_id(at, "id");
  rule.on = static_cast<Counter>(
      read_word(at, "on", "failures passes_in_a_row failures_in_a_row each_failure each_pass"));
  rule.again = read_flag(at, "again");
  if (rule.on == Counter::each_failure || rule.on == Counter::each_pass) {
    rule.reaches = 1;
    rule.again = true;
  } else {
    rule.reaches = read_whole_figure(at, "reaches", 1, kMostMonths, context, rule.provenance);
  }
  rule.judge = read_standard_list(at, "judge", context);
  if (at.find("blocks")) {
    rule.blocks =
        read_whole_figure(at, "blocks", 1, kMostMonths, context, rule.blocks_provenance);
  }
  read_downgrades(at, rule);
  rule.events = read_events(at, "events", context);
  if (at.find("then")) {
    rule.then = read_transition(at, "then");
    if (!rule.then->at.month_after) {
      issue_value(at, "the transition of a rule says month_after and day");
    }
  }
  return rule;
}

std::vector<PhaseRule> read_rules(const Cursor& parent, Context& context) {
  std::vector<PhaseRule> rules;
  std::vector<std::string_view> ids;
  const Cursor at = parent.find("rules");
  if (!at || !at.need_array()) {
    return rules;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    rules.push_back(read_rule(at[i], context));
    ids.push_back(rules.back().id);
  }
  check_unique(at, ids);
  return rules;
}

void read_choices(const Cursor& parent, Phase& phase, Context& context) {
  for_each(parent, "choices", "id after month_after events then", [&](const Cursor& at) {
    ChoiceRule choice;
    choice.id = read_id(at, "id");
    if (at.find("month_after")) {
      (void)read_word(at, "month_after", "pass");
      choice.after_pass = true;
    }
    if (const auto after = at.find("after")) {
      choice.after = read_strings(after);
      for (const std::string_view id : choice.after) {
        if (std::none_of(phase.rules.begin(), phase.rules.end(),
                         [&](const PhaseRule& rule) { return rule.id == id; })) {
          issue_unknown(after, "the phase has no such rule", id);
        }
      }
    }
    choice.events = read_events(at, "events", context);
    choice.then = read_optional_transition(at);
    phase.choices.push_back(std::move(choice));
  });
}

void read_length(const Cursor& parent, Phase& phase, Context& context) {
  const Cursor at = parent.need("length");
  if (!at) {
    return;
  }
  if (at.json().is(Json::Kind::string)) {
    (void)read_word(parent, "length", "open");
    return;
  }
  if (!at.need_object("months days until")) {
    return;
  }
  if (at.find("months")) {
    phase.length = Phase::Length::months;
    phase.count = read_whole_figure(at, "months", 1, kMostMonths, context, phase.length_provenance);
  } else if (at.find("days")) {
    phase.length = Phase::Length::days;
    phase.count = read_whole_figure(at, "days", 1, kMostDays, context, phase.length_provenance);
  } else {
    phase.length = read_word(at, "until", "month_end year_end") == 0 ? Phase::Length::month_end
                                                                     : Phase::Length::year_end;
  }
}

void read_next(const Cursor& parent, Phase& phase, Context& context) {
  const Cursor at = parent.find("next");
  if (!at || !at.need_array()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    NextPhase next;
    if (one.need_object("phase when")) {
      next.phase = read_id(one, "phase");
      const auto when = one.find("when");
      if (when && when.need_object("younger_than_months since at")) {
        AgeCondition& age = next.when.emplace();
        age.months =
            read_whole_figure(when, "younger_than_months", 1, kMostMonths, context, age.provenance);
        age.since = read_word_text(when, "since", kDateFields);
        age.at = read_word_text(when, "at", kDateFields);
      }
    }
    phase.next.push_back(std::move(next));
  }
}

Phase read_phase(const Cursor& at, Context& context) {
  Phase phase;
  if (!at.need_object(
          "id phase title length numbered judge reviews checks rules completed choices next")) {
    return phase;
  }
  phase.id = read_id(at, "id");
  phase.shown = read_word_text(at, at.json().find("phase") != nullptr ? "phase" : "id", kPhases);
  read_optional_text(at, "title");
  read_length(at, phase, context);
  phase.numbered = read_flag(at, "numbered");
  if (phase.shown == "none") {
    phase.shown = {};
  }
  phase.judge = read_standard_list(at, "judge", context);
  const auto reviews = at.find("reviews");
  if (reviews && reviews.need_object("month_after day status source note")) {
    phase.review = read_day(reviews);
    (void)read_provenance(reviews, context);
  }
  read_checks(at, phase, context);
  phase.rules = read_rules(at, context);
  const auto completed = at.find("completed");
  if (completed && completed.need_object("events")) {
    phase.completed = read_events(completed, "events", context);
  }
  read_choices(at, phase, context);
  read_next(at, phase, context);
  return phase;
}

Entry read_entry(const Cursor& at, Context& context) {
  Entry entry;
  if (!at.need_object("fields phase from store_type counts")) {
    return entry;
  }
  if (const auto fields = at.need("fields")) {
    entry.fields = read_strings(fields);
    for (const std::string_view field : entry.fields) {
      if (index_in(kDateFields, field) < 0) {
        issue_unknown(fields, "there is no such date of the enrolment", field);
      }
    }
  }
  entry.phase = read_id(at, "phase");
  if (at.find("store_type")) {
    entry.store_type = read_id(at, "store_type");
    use_text(at, "store_type", entry.store_type, context);
  }
  const auto from = at.need("from");
  if (from && from.need_object("field days month_start")) {
    entry.from = read_word_text(from, "field", kDateFields);
    if (std::find(entry.fields.begin(), entry.fields.end(), entry.from) == entry.fields.end()) {
      issue_unknown(from, "the entry begins with a date that it does not ask for", entry.from);
    }
    entry.days = from.find("days") ? read_int(from, "days", 0, kMostDays) : 0;
    if (from.find("month_start")) {
      entry.month_start = read_whole_figure(from, "month_start", 1, 31, context,
                                            entry.month_start_provenance);
    }
  }
  const auto counts = at.find("counts");
  if (counts && counts.need_object("failures passes_in_a_row")) {
    if (counts.find("failures")) {
      entry.failures_field = read_word_text(counts, "failures", "failures_so_far");
    }
    if (counts.find("passes_in_a_row")) {
      entry.passes_in_a_row_field = read_word_text(counts, "passes_in_a_row", "passes_in_a_row");
    }
  }
  return entry;
}

void need_phase(const Cursor& at, const Cycle& cycle, std::string_view id) {
  if (find_phase(cycle, id) == nullptr) {
    issue_unknown(at, "there is no such phase", id);
  }
}

// Every phase that `phase` names must exist; one that runs out must say what follows it.
void check_phase(const Cursor& at, const Cycle& cycle, const Phase& phase) {
  const auto need = [&](const std::optional<Transition>& then) {
    if (then) {
      need_phase(at, cycle, then->phase);
    }
  };
  for (const PhaseRule& rule : phase.rules) {
    need(rule.then);
  }
  bool check_leads_on = false;
  for (const CheckRule& check : phase.checks) {
    need(check.passed.then);
    need(check.failed.then);
    check_leads_on = check_leads_on || (check.passed.then && check.failed.then);
  }
  for (const ChoiceRule& choice : phase.choices) {
    need(choice.then);
  }
  for (const NextPhase& next : phase.next) {
    need_phase(at, cycle, next.phase);
  }
  const bool runs_out = phase.length != Phase::Length::open && !check_leads_on;
  const bool leaves = phase.next.empty() && at.find("next");
  if (runs_out && !leaves && (phase.next.empty() || phase.next.back().when)) {
    at.issue("program.missing", "a phase that runs out says what always follows it",
             {{"id", "next"}});
  }
}

void check_references(const Cursor& entries, const Cursor& phases, const Cycle& cycle) {
  for (std::size_t i = 0; i < cycle.entries.size(); ++i) {
    need_phase(entries[i], cycle, cycle.entries[i].phase);
  }
  for (std::size_t i = 0; i < cycle.phases.size(); ++i) {
    check_phase(phases[i], cycle, cycle.phases[i]);
  }
}

}  // namespace

void read_cycle(const Cursor& at, Context& context) {
  Cycle& cycle = context.program.cycle.emplace();
  if (!at.need_object("store_type entries no_score_month phases")) {
    return;
  }
  if (at.find("store_type")) {
    cycle.store_type = read_id(at, "store_type");
    use_text(at, "store_type", cycle.store_type, context);
  }
  const auto entries = at.need("entries");
  for (std::size_t i = 0; entries && entries.need_array() && i < entries.size(); ++i) {
    cycle.entries.push_back(read_entry(entries[i], context));
  }
  const auto no_score = at.find("no_score_month");
  if (no_score && no_score.need_object("counts status source note")) {
    (void)read_word(no_score, "counts", "neither");
    cycle.no_score_month = read_provenance(no_score, context);
  }
  const auto phases = at.need("phases");
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; phases && phases.need_array() && i < phases.size(); ++i) {
    cycle.phases.push_back(read_phase(phases[i], context));
    ids.push_back(cycle.phases.back().id);
  }
  check_unique(phases, ids);
  check_references(entries, phases, cycle);
}

}  // namespace shopgauge::reader

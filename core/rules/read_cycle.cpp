// Reads phases and what happens in them, and the ways into the cycle.

#include "core/rules/read_cycle.h"

#include <algorithm>

namespace shopgauge::reader {
namespace {

// A phase that must exist once all are read.
void read_phase_at(Draft& draft, const Json& at, std::string_view& id) {
  draft.text(at, "phase", id);
  draft.phases_named.push_back(id);
}

void read_day(Draft& draft, const Json& at, DayRule& day) {
  if (at.find("month_after") != nullptr) {
    day.month_after = draft.whole(at, "month_after");
    day.day = draft.whole(at, "day");
  }
}

void read_transition(Draft& draft, const Json& at, std::optional<Transition>& into) {
  if (at.find("then") != nullptr) {
    const Json& then = draft.object(at, "then");
    Transition& transition = into.emplace();
    read_phase_at(draft, then, transition.phase);
    read_day(draft, then, transition.at);
  }
}

void read_event(Draft& draft, const Json& at, EventRule& event) {
  draft.text(at, "event", event.event);
  draft.text(at, "rule", event.rule);
  read_day(draft, at, event.at);
  const Json& to = draft.get(at, "to", Json::Kind::object, false);
  event.to_entered = draft.flag(to, "entered");
  draft.optional_text(to, "choice", event.choice);
  draft.optional_text(to, event.choice.empty() ? "store_type" : "default", event.to);
  draft.strings(to, "of", event.of);
  if (at.find("amount") != nullptr) {
    const Json& amount = draft.object(at, "amount");
    Amount& read = event.amount.emplace();
    draft.threshold(draft.object(amount, "of"), read.of);
    draft.figure(amount, "share", read.share);
  }
  event.areas = draft.flag(at, "areas");
  draft.provenance(at, event.provenance);
}

void read_events(Draft& draft, const Json& at, std::vector<EventRule>& into) {
  draft.list(at, "events", into, read_event);
}

void read_rule(Draft& draft, const Json& at, PhaseRule& rule) {
  draft.text(at, "id", rule.id);
  rule.on = static_cast<Counter>(
      draft.word(at, "on", "failures passes_in_a_row failures_in_a_row each_failure each_pass"));
  rule.again = rule.on >= Counter::each_failure || draft.flag(at, "again");
  rule.reaches = rule.on >= Counter::each_failure ? 1 : draft.count(at, "reaches", rule.provenance);
  draft.places(at, "judge", draft.program.standards, rule.judge);
  if (at.find("blocks") != nullptr) {
    rule.blocks = draft.count(at, "blocks", rule.blocks_provenance);
  }
  const Json& downgrades = draft.get(at, "downgrades", Json::Kind::object, false);
  if (downgrades.find("at_least") != nullptr) {
    rule.downgrades_at_least = draft.whole(downgrades, "at_least");
  }
  if (downgrades.find("at_most") != nullptr) {
    rule.downgrades_at_most = draft.whole(downgrades, "at_most");
  }
  read_events(draft, at, rule.events);
  read_transition(draft, at, rule.then);
}

void read_outcome(Draft& draft, const Json& at, Literal key, CheckOutcome& outcome) {
  const Json& found = draft.get(at, key, Json::Kind::object, false);
  read_events(draft, found, outcome.events);
  read_transition(draft, found, outcome.then);
}

void read_check(Draft& draft, const Json& at, CheckRule& check) {
  draft.text(at, "standard", check.standard);
  check.in_months = at.find("after_months") != nullptr;
  check.after = draft.count(at, check.in_months ? "after_months" : "after_days", check.provenance);
  draft.require_that(check.after > 0);
  draft.places(at, "judge", draft.program.standards, check.judge);
  draft.places(at, "sum", draft.program.metrics, check.sums);
  draft.places(at, "mean", draft.program.metrics, check.means);
  read_outcome(draft, at, "passed", check.passed);
  read_outcome(draft, at, "failed", check.failed);
}

void read_choice(Draft& draft, const Json& at, ChoiceRule& choice) {
  draft.text(at, "id", choice.id);
  const Json* after = at.find("after");
  if (after != nullptr && after->is(Json::Kind::string)) {
    choice.after.push_back(after->string);
  } else {
    draft.strings(at, "after", choice.after);
  }
  choice.after_pass = at.find("month_after") != nullptr;
  read_events(draft, at, choice.events);
  read_transition(draft, at, choice.then);
}

void read_next(Draft& draft, const Json& at, NextPhase& next) {
  read_phase_at(draft, at, next.phase);
  if (at.find("when") != nullptr) {
    const Json& when = draft.object(at, "when");
    AgeCondition& age = next.when.emplace();
    age.months = draft.count(when, "younger_than_months", age.provenance);
    draft.text(when, "since", age.since);
    draft.text(when, "at", age.at);
  }
}

void read_length(Draft& draft, const Json& at, Phase& phase) {
  const Json* length = at.find("length");
  if (length == nullptr || !length->is(Json::Kind::object)) {
    draft.require_that(length != nullptr && length->is(Json::Kind::string));
    return;
  }
  if (length->find("until") != nullptr) {
    phase.length = draft.word(*length, "until", "month_end year_end") == 0
                       ? Phase::Length::month_end
                       : Phase::Length::year_end;
    return;
  }
  const bool days = length->find("days") != nullptr;
  phase.length = days ? Phase::Length::days : Phase::Length::months;
  phase.count = draft.count(*length, days ? "days" : "months", phase.length_provenance);
  draft.require_that(phase.count > 0);
}

void read_phase(Draft& draft, const Json& at, Phase& phase) {
  draft.text(at, "id", phase.id);
  draft.text(at, at.find("phase") != nullptr ? "phase" : "id", phase.shown);
  if (phase.shown == "none") {
    phase.shown = {};
  }
  read_length(draft, at, phase);
  phase.numbered = draft.flag(at, "numbered");
  draft.places(at, "judge", draft.program.standards, phase.judge);
  if (at.find("reviews") != nullptr) {
    const Json& reviews = draft.object(at, "reviews");
    read_day(draft, reviews, phase.review.emplace());
    draft.provenance(reviews, phase.review_provenance);
  }
  draft.list(at, "rules", phase.rules, read_rule);
  draft.list(at, "checks", phase.checks, read_check);
  draft.list(draft.get(at, "completed", Json::Kind::object, false), "events", phase.completed,
             read_event);
  draft.list(at, "choices", phase.choices, read_choice);
  draft.list(at, "next", phase.next, read_next);
}

void read_entry(Draft& draft, const Json& at, Entry& entry) {
  draft.strings(at, "fields", entry.fields);
  read_phase_at(draft, at, entry.phase);
  const Json& from = draft.object(at, "from");
  draft.text(from, "field", entry.from);
  draft.require_that(std::find(entry.fields.begin(), entry.fields.end(), entry.from) !=
                     entry.fields.end());
  if (from.find("days") != nullptr) {
    entry.days = draft.whole(from, "days");
  }
  if (from.find("month_start") != nullptr) {
    entry.month_start = draft.count(from, "month_start", entry.month_start_provenance);
  }
  draft.optional_text(at, "store_type", entry.store_type);
  const Json& counts = draft.get(at, "counts", Json::Kind::object, false);
  draft.optional_text(counts, "failures", entry.failures_field);
  draft.optional_text(counts, "passes_in_a_row", entry.passes_in_a_row_field);
}

}  // namespace

void read_cycle(Draft& draft, const Json& at, Cycle& cycle) {
  draft.optional_text(at, "store_type", cycle.store_type);
  if (at.find("no_score_month") != nullptr) {
    draft.provenance(draft.object(at, "no_score_month"), cycle.no_score_month.emplace());
  }
  draft.list(at, "phases", cycle.phases, read_phase);
  draft.list(at, "entries", cycle.entries, read_entry);
  for (const std::string_view id : draft.phases_named) {
    draft.require_that(find_phase(cycle, id) != nullptr);
  }
}

}  // namespace shopgauge::reader

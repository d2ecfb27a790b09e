// A timeline as JSON.

#include "core/api/reply.h"

namespace shopgauge::api {
namespace {

Literal verdict_text(MonthVerdict verdict) {
  switch (verdict) {
    case MonthVerdict::pass:
      return "pass";
    case MonthVerdict::fail:
      return "fail";
    case MonthVerdict::pending:
      return "pending";
    case MonthVerdict::undetermined:
      return "undetermined";
    case MonthVerdict::not_assessed:
      return "not_assessed";
  }
  broken_precondition();
}

void write_count(JsonWriter& writer, Literal key, const std::optional<int>& count) {
  if (count) {
    writer.key(key).integer(*count);
  }
}

void write_judgement(JsonWriter& writer, const std::vector<Finding>& findings,
                     const std::vector<Need>& needs) {
  if (!needs.empty()) {
    write_needs(writer, needs);
  }
  if (!findings.empty()) {
    write_findings(writer, "standards", findings);
  }
}

void write_phase(JsonWriter& writer, const PhaseSpan& phase) {
  writer.begin_object().key("phase").string(phase.phase);
  write_count(writer, "cycle", phase.cycle);
  writer.key("from").string(to_text(phase.from)).key("to");
  if (phase.to) {
    writer.string(to_text(*phase.to));
  } else {
    writer.null();
  }
  writer.end_object();
}

void write_month(JsonWriter& writer, const JudgedMonth& month) {
  writer.begin_object().key("month").string(to_text(month.month)).key("phase").string(month.phase);
  write_count(writer, "cycle", month.cycle);
  writer.key("verdict").string(verdict_text(month.verdict));
  write_count(writer, "failures", month.failures);
  write_count(writer, "passes_in_a_row", month.passes_in_a_row);
  write_judgement(writer, month.findings, month.needs);
  writer.end_object();
}

void write_check(JsonWriter& writer, const JudgedCheck& check) {
  writer.begin_object()
      .key("date")
      .string(to_text(check.date))
      .key("standard")
      .string(check.standard);
  writer.key("verdict").string(verdict_text(check.verdict));
  write_judgement(writer, check.findings, check.needs);
  writer.end_object();
}

void write_event(JsonWriter& writer, const Event& event) {
  writer.begin_object()
      .key("date")
      .string(to_text(event.date))
      .key("event")
      .string(event.rule->event);
  if (!event.to.empty()) {
    writer.key("to").string(event.to);
  }
  writer.key("rule")
      .string(event.rule->rule)
      .key("status")
      .string(to_text(event.rule->provenance.status))
      .end_object();
}

void write_deadline(JsonWriter& writer, const Standing& standing) {
  writer.key("deadline");
  if (!standing.deadline) {
    writer.null();
    return;
  }
  const Deadline& deadline = *standing.deadline;
  writer.begin_object().key("date").string(to_text(deadline.date));
  writer.key("decides").string(deadline.decides == Decides::month   ? "month"
                               : deadline.decides == Decides::check ? "check"
                                                                    : "cycle");
  writer.key("in_days").integer(days_between(standing.date, deadline.date)).end_object();
}

void write_standing(JsonWriter& writer, const Standing& standing) {
  writer.key("standing").begin_object().key("date").string(to_text(standing.date)).key("phase");
  if (standing.phase.empty()) {
    writer.null();
  } else {
    writer.string(standing.phase);
  }
  write_count(writer, "cycle", standing.cycle);
  writer.key("store_type").string(standing.store_type);
  write_count(writer, "failures", standing.failures);
  write_count(writer, "failures_left", standing.failures_left);
  write_count(writer, "passes_in_a_row", standing.passes_in_a_row);
  write_count(writer, "passes_needed", standing.passes_needed);
  write_deadline(writer, standing);
  writer.key("next");
  if (standing.next) {
    write_event(writer, *standing.next);
  } else {
    writer.null();
  }
  writer.end_object();
}

template <typename T>
void write_list(JsonWriter& writer, Literal key, const std::vector<T>& list,
                void (*write)(JsonWriter&, const T&)) {
  writer.key(key).begin_array();
  for (const T& item : list) {
    write(writer, item);
  }
  writer.end_array();
}

}  // namespace

void write_timeline(JsonWriter& writer, const Program& program, const Timeline& timeline) {
  bool open = false;
  for (const JudgedMonth& month : timeline.months) {
    open = open || month.verdict == MonthVerdict::undetermined;
  }
  for (const JudgedCheck& check : timeline.checks) {
    open = open || check.verdict == MonthVerdict::undetermined;
  }
  write_basis(writer, basis_of(open, timeline.assumptions));
  write_list(writer, "phases", timeline.phases, write_phase);
  write_list(writer, "months", timeline.months, write_month);
  write_list(writer, "checks", timeline.checks, write_check);
  write_list(writer, "events", timeline.events, write_event);
  write_standing(writer, timeline.standing);
  write_assumptions(writer, program, timeline.assumptions);
}

}  // namespace shopgauge::api

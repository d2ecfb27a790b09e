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

void write_date(JsonWriter& writer, Literal key, Date date) {
  writer.key(key).string(to_text(date));
}

// null where the days belong to no phase. `id`: of the document's phase, said where it differs.
void write_phase_name(JsonWriter& writer, std::string_view phase, std::string_view id) {
  writer.key("phase");
  if (phase.empty()) {
    writer.null();
  } else {
    writer.string(phase);
  }
  if (id != phase) {
    writer.key("id").string(id);
  }
}

void write_phase(JsonWriter& writer, const Program& /*program*/, const PhaseSpan& phase) {
  writer.begin_object();
  write_phase_name(writer, phase.phase, phase.id);
  write_count(writer, "cycle", phase.cycle);
  write_date(writer, "from", phase.from);
  if (phase.to) {
    write_date(writer, "to", *phase.to);
  } else {
    writer.key("to").null();
  }
  writer.end_object();
}

void write_month(JsonWriter& writer, const Program& program, const JudgedMonth& month) {
  writer.begin_object().key("month").string(to_text(month.month));
  write_phase_name(writer, month.phase, month.id);
  write_count(writer, "cycle", month.cycle);
  writer.key("verdict").string(verdict_text(month.verdict));
  write_count(writer, "failures", month.failures);
  write_count(writer, "passes_in_a_row", month.passes_in_a_row);
  if (month.reviewed) {
    write_date(writer, "reviewed", *month.reviewed);
  }
  write_tier(writer, program, month.tier);
  write_judgement(writer, month.findings, month.needs);
  writer.end_object();
}

// A check of one standard is that standard's finding; the verdict says whether it is met.
void write_check(JsonWriter& writer, const Program& /*program*/, const JudgedCheck& check) {
  writer.begin_object();
  write_date(writer, "date", check.date);
  writer.key("standard").string(check.standard);
  writer.key("verdict").string(verdict_text(check.verdict));
  if (check.so_far) {
    writer.key("so_far");
    write_number(writer, *check.so_far);
  }
  if (check.findings.size() == 1) {
    write_comparison(writer, check.findings.front(), false);
  } else {
    write_judgement(writer, check.findings, check.needs);
  }
  writer.end_object();
}

void write_event(JsonWriter& writer, const Program& /*program*/, const Event& event) {
  writer.begin_object();
  write_date(writer, "date", event.date);
  writer.key("event").string(event.rule->event);
  if (!event.to.empty()) {
    writer.key("to").string(event.to);
  }
  if (event.amount) {
    writer.key("amount");
    write_number(writer, *event.amount);
  }
  if (event.rule->areas) {
    write_ids(writer, "areas", event.areas);
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
  writer.begin_object();
  write_date(writer, "date", deadline.date);
  writer.key("decides").string(deadline.decides == Decides::month   ? "month"
                               : deadline.decides == Decides::check ? "check"
                                                                    : "cycle");
  writer.key("in_days").integer(days_between(standing.date, deadline.date)).end_object();
}

void write_standing(JsonWriter& writer, const Program& program, const Standing& standing) {
  writer.key("standing").begin_object();
  write_date(writer, "date", standing.date);
  write_phase_name(writer, standing.phase, standing.id);
  write_count(writer, "cycle", standing.cycle);
  if (!standing.store_type.empty()) {
    writer.key("store_type").string(standing.store_type);
  }
  write_count(writer, "failures", standing.failures);
  write_count(writer, "failures_left", standing.failures_left);
  write_count(writer, "passes_in_a_row", standing.passes_in_a_row);
  write_count(writer, "passes_needed", standing.passes_needed);
  write_deadline(writer, standing);
  writer.key("next");
  if (standing.next) {
    write_event(writer, program, *standing.next);
  } else {
    writer.null();
  }
  writer.end_object();
}

template <typename T>
void write_list(JsonWriter& writer, Literal key, const Program& program, const std::vector<T>& list,
                void (*write)(JsonWriter&, const Program&, const T&)) {
  writer.key(key).begin_array();
  for (const T& item : list) {
    write(writer, program, item);
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
  write_list(writer, "phases", program, timeline.phases, write_phase);
  write_list(writer, "months", program, timeline.months, write_month);
  write_list(writer, "checks", program, timeline.checks, write_check);
  write_list(writer, "events", program, timeline.events, write_event);
  write_standing(writer, program, timeline.standing);
  write_assumptions(writer, program, timeline.assumptions);
}

}  // namespace shopgauge::api

// An assessment as JSON, and the difference that a what-if makes.

#include <algorithm>

#include "core/api/reply.h"

namespace shopgauge::api {
namespace {

Literal why_text(Why why) {
  switch (why) {
    case Why::none:
      return "";
    case Why::absent:
      return "absent";
    case Why::unknown:
      return "unknown";
    case Why::no_sample:
      return "no_sample";
    case Why::no_score:
      return "no_score";
    case Why::no_threshold:
      return "no_threshold";
    case Why::beyond_calibration:
      return "beyond_calibration";
    case Why::optional:
      return "optional";
    case Why::profile:
      return "profile";
  }
  broken_precondition();
}

void write_score(JsonWriter& writer, const ScoreRule& rule, const ScoreResult& score) {
  writer.key("score").begin_object();
  if (score.unrounded.exact()) {
    writer.key("value").number(score.value.low);
    writer.key("unrounded").figure(score.unrounded.low);
  } else {
    writer.key("low").number(score.value.low).key("high").number(score.value.high);
    writer.key("unrounded_low")
        .figure(score.unrounded.low)
        .key("unrounded_high")
        .figure(score.unrounded.high);
  }
  writer.key("digits").integer(rule.digits);
  writer.key("scale").begin_array().figure(rule.lowest).figure(rule.highest).end_array();
  if (!score.stage.empty()) {
    writer.key("stage").string(score.stage);
  }
  if (score.method) {
    writer.key("method").word(to_text(*score.method));
  }
  for (const DerivedResult& derived : score.derived) {
    write_span(writer, derived.id, derived.value);
  }
  writer.end_object();
}

void write_input(JsonWriter& writer, const Program& program, const NodeResult& result) {
  writer.key("metric").string(program.metrics[result.node->metric].id);
  if (result.input == nullptr || result.input->given == nullptr) {
    return;
  }
  writer.key("input").json(*result.input->given);
  if (result.input->state != InputState::value) {
    return;
  }
  writer.key("rate").figure(result.input->value);
  if (result.curve == nullptr) {
    return;
  }
  if (result.curve->kind != Curve::Kind::identity && result.why != Why::beyond_calibration) {
    writer.key("row");
    write_row(writer, *result.curve, result.row);
  }
  if (result.calibrated) {
    writer.key("reach").begin_array().figure(result.curve->knots.front().x);
    writer.figure(result.curve->knots.back().x).end_array();
  }
  writer.key("table").string(result.calibrated  ? "calibration"
                             : result.own_table ? "profile"
                                                : to_text(result.curve->provenance.status));
  if (!result.own_table && !result.curve->provenance.source.empty()) {
    writer.key("source").string(result.curve->provenance.source);
  }
}

// `weighed`: the nodes of its group are weighed, not compared.
void write_node(JsonWriter& writer, const Program& program, const NodeResult& result,
                bool weighed) {
  writer.begin_object().key("id").string(result.id);
  const bool stage = result.node == nullptr;
  writer.key("kind").string(stage                                      ? "stage"
                            : result.node->kind == NodeKind::indicator ? "indicator"
                                                                       : "dimension");
  if (result.basis != NodeBasis::not_assessed) {
    write_span(writer, "score", result.score, true);
    if (weighed) {
      writer.key("weight").figure(result.weight);
    }
    write_span(writer, "contribution", result.contribution);
  }
  writer.key("basis").word(basis_text(result.basis));
  if (result.why != Why::none) {
    writer.key("why").word(why_text(result.why));
  }
  if (!stage && result.node->kind == NodeKind::indicator) {
    write_input(writer, program, result);
  }
  if (result.anchor) {
    writer.key("anchor").begin_object().key("given").figure(result.anchor->given);
    writer.key("moved").figure(result.anchor->moved).end_object();
  }
  if (!result.nodes.empty()) {
    writer.key("nodes").begin_array();
    for (const NodeResult& child : result.nodes) {
      write_node(writer, program, child, weighed);
    }
    writer.end_array();
  }
  writer.end_object();
}

void write_adjustment(JsonWriter& writer, const AdjustmentResult& adjustment) {
  writer.begin_object().key("id").string(adjustment.id);
  write_span(writer, "points", adjustment.points);
  writer.key("applied");
  write_truth(writer, adjustment.applied);
  write_provenance(writer, adjustment.provenance);
  writer.end_object();
}

void write_gate(JsonWriter& writer, const GateResult& result) {
  writer.begin_object().key("id").string(result.gate->id).key("met");
  write_truth(writer, result.met);
  if (!result.needs.empty()) {
    write_needs(writer, result.needs);
  }
  write_findings(writer, "conditions", result.findings);
  if (!result.gate->source.empty()) {
    writer.key("source").string(result.gate->source);
  }
  writer.end_object();
}

void write_scored(JsonWriter& writer, const Program& program, const Assessment& assessment) {
  write_score(writer, *program.score, *assessment.score);
  const bool weighed = assessment.score->method != Method::minimum;
  writer.key("nodes").begin_array();
  for (const NodeResult& node : assessment.nodes) {
    write_node(writer, program, node, weighed);
  }
  writer.end_array().key("adjustments").begin_array();
  for (const AdjustmentResult& adjustment : assessment.adjustments) {
    write_adjustment(writer, adjustment);
  }
  writer.end_array();
  if (!assessment.worst.empty()) {
    writer.key("worst").begin_array();
    for (const NodeResult* leaf : assessment.worst) {
      writer.begin_object().key("id").string(leaf->id);
      writer.key("cost").figure(cost_of(*leaf)).end_object();
    }
    writer.end_array();
  }
}

bool differ(const Span& from, const Span& to) { return from.low != to.low || from.high != to.high; }

void write_node_changes(JsonWriter& writer, const Assessment& before, const Assessment& after) {
  writer.key("nodes").begin_array();
  for (const NodeResult& node : after.nodes) {
    for (const NodeResult& known : before.nodes) {
      if (known.id == node.id &&
          (differ(known.score, node.score) || differ(known.contribution, node.contribution))) {
        writer.begin_object().key("id").string(node.id);
        write_change(writer, "score", known.score, node.score);
        write_change(writer, "contribution", known.contribution, node.contribution);
        writer.end_object();
      }
    }
  }
  writer.end_array();
}

bool has_adjustment(const Assessment& assessment, std::string_view id) {
  return std::any_of(assessment.adjustments.begin(), assessment.adjustments.end(),
                     [&](const AdjustmentResult& known) { return known.id == id; });
}

// Nothing where the adjustment is not there: cap and floor appear only when they act.
Span points_of(const Assessment& assessment, std::string_view id) {
  for (const AdjustmentResult& known : assessment.adjustments) {
    if (known.id == id) {
      return known.points;
    }
  }
  return {};
}

void write_adjustment_changes(JsonWriter& writer, const Assessment& before,
                              const Assessment& after) {
  writer.key("adjustments").begin_array();
  const auto write = [&](std::string_view id) {
    const Span from = points_of(before, id);
    const Span to = points_of(after, id);
    if (differ(from, to)) {
      writer.begin_object().key("id").string(id);
      write_change(writer, "points", from, to);
      writer.end_object();
    }
  };
  for (const AdjustmentResult& adjustment : after.adjustments) {
    write(adjustment.id);
  }
  for (const AdjustmentResult& adjustment : before.adjustments) {
    if (!has_adjustment(after, adjustment.id)) {
      write(adjustment.id);
    }
  }
  writer.end_array();
}

void write_gate_changes(JsonWriter& writer, const Assessment& before, const Assessment& after) {
  writer.key("gates").begin_array();
  for (std::size_t i = 0; i < std::min(before.gates.size(), after.gates.size()); ++i) {
    if (before.gates[i].met != after.gates[i].met) {
      writer.begin_object().key("id").string(after.gates[i].gate->id).key("from");
      write_truth(writer, before.gates[i].met);
      writer.key("to");
      write_truth(writer, after.gates[i].met);
      writer.end_object();
    }
  }
  writer.end_array();
}

}  // namespace

Span printed(const Span& exact) {
  return {round_to(exact.low, JsonWriter::kFigureDigits, Rounding::half_up),
          round_to(exact.high, JsonWriter::kFigureDigits, Rounding::half_up)};
}

void write_span(JsonWriter& writer, std::string_view name, const Span& span, bool bare_ends) {
  if (span.exact()) {
    writer.name(name).figure(span.low);
    return;
  }
  const std::string prefix = bare_ends ? "" : std::string(name) + "_";
  writer.name(prefix + "low").figure(span.low);
  writer.name(prefix + "high").figure(span.high);
}

void write_change(JsonWriter& writer, Literal name, const Span& from, const Span& to) {
  const Span difference{to.low - from.low, to.high - from.high};
  if (!difference.exact() || !difference.low.is_zero()) {
    write_span(writer, name, difference);
  }
}

Literal status_text(AssessmentStatus status) {
  switch (status) {
    case AssessmentStatus::scored:
      return "scored";
    case AssessmentStatus::not_scored:
      return "not_scored";
    case AssessmentStatus::judged:
      return "judged";
    case AssessmentStatus::not_applicable:
      return "not_applicable";
  }
  broken_precondition();
}

Literal verdict_text(Truth verdict) {
  return verdict == Truth::yes ? "pass" : verdict == Truth::no ? "fail" : "undetermined";
}

Literal basis_text(NodeBasis basis) {
  switch (basis) {
    case NodeBasis::given:
      return "given";
    case NodeBasis::anchored:
      return "anchored";
    case NodeBasis::computed:
      return "computed";
    case NodeBasis::flat:
      return "flat";
    case NodeBasis::partial:
      return "partial";
    case NodeBasis::missing:
      return "missing";
    case NodeBasis::not_assessed:
      return "not_assessed";
    case NodeBasis::fixed:
      return "fixed";
  }
  broken_precondition();
}

void write_row(JsonWriter& writer, const Curve& curve, std::size_t row) {
  writer.begin_array();
  if (curve.kind == Curve::Kind::linear) {
    for (std::size_t i = row; i < std::min(row + 2, curve.knots.size()); ++i) {
      writer.begin_array().figure(curve.knots[i].x).figure(curve.knots[i].y).end_array();
    }
  } else if (curve.kind == Curve::Kind::steps) {
    const Curve::Row& used = curve.rows[row];
    writer.figure(used.from).figure(used.to).figure(used.points);
  }
  writer.end_array();
}

void write_assessment(JsonWriter& writer, const Program& program, const Assessment& assessment) {
  writer.key("status").word(status_text(assessment.status));
  if (!assessment.reason.empty()) {
    writer.key("reason").string(assessment.reason);
  }
  write_basis(writer, assessment.basis);
  if (assessment.score) {
    write_scored(writer, program, assessment);
  }
  if (assessment.verdict) {
    write_findings(writer, "standards", assessment.standards);
    writer.key("verdict").word(verdict_text(*assessment.verdict));
    if (!assessment.needs.empty()) {
      write_needs(writer, assessment.needs);
    }
  }
  write_tier(writer, program, assessment.tier);
  write_look_back(writer, program, assessment.look_back);
  if (!assessment.gates.empty()) {
    writer.key("gates").begin_array();
    for (const GateResult& gate : assessment.gates) {
      write_gate(writer, gate);
    }
    writer.end_array();
  }
  write_ids(writer, "missing", assessment.missing);
  write_assumptions(writer, program, assessment.assumptions);
  write_warnings(writer, assessment.warnings);
}

Assessment assess_on(const Program& program, const Reading& reading, std::optional<Date> date,
                     const Reading* today) {
  Assessment assessment = assess(program, reading, today);
  if (date) {
    warn_of_edition(program, *date, assessment.warnings);
  }
  warn_of_age(program, date, assessment.warnings);
  return assessment;
}

void write_assessed(JsonWriter& writer, const Program& program, const Assessment& assessment,
                    std::optional<Date> date) {
  write_edition(writer, program);
  if (date && out_of_force(program, *date, *date)) {
    writer.key("out_of_force").boolean(true);
  }
  write_assessment(writer, program, assessment);
}

void write_what_if(JsonWriter& writer, const Program& program, const Assessment& today,
                   const Assessment& changed) {
  writer.key("what_if").begin_object();
  write_assessment(writer, program, changed);
  writer.end_object().key("difference").begin_object();
  if (today.score && changed.score) {
    write_change(writer, "value", today.score->value, changed.score->value);
    write_change(writer, "unrounded", printed(today.score->unrounded),
                 printed(changed.score->unrounded));
    write_node_changes(writer, today, changed);
    write_adjustment_changes(writer, today, changed);
  }
  if (!today.gates.empty() && !changed.gates.empty()) {
    write_gate_changes(writer, today, changed);
  }
  if (today.verdict && changed.verdict && today.verdict != changed.verdict) {
    writer.key("verdict").begin_object().key("from").word(verdict_text(*today.verdict));
    writer.key("to").word(verdict_text(*changed.verdict)).end_object();
  }
  writer.end_object();
}

}  // namespace shopgauge::api

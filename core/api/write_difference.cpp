// The difference between two assessments as JSON: item by item, each with the numbers that differ.

#include <algorithm>
#include <functional>

#include "core/api/reply.h"

namespace shopgauge::api {
namespace {

// The same thing on both sides; null where a side does not have it.
template <typename T>
struct Pair {
  const T* from = nullptr;
  const T* to = nullptr;

  [[nodiscard]] bool both() const { return from != nullptr && to != nullptr; }
  [[nodiscard]] const T& any() const { return to != nullptr ? *to : *from; }
};

// By id, in the order of the second side, then what the first side alone has.
template <typename T, typename IdOf>
std::vector<Pair<T>> pairs(const std::vector<T>& from, const std::vector<T>& to,
                           const IdOf& id_of) {
  std::vector<Pair<T>> found;
  std::vector<bool> taken(from.size());  // an id may stand more than once
  for (const T& one : to) {
    found.push_back({nullptr, &one});
    for (std::size_t i = 0; i < from.size() && found.back().from == nullptr; ++i) {
      if (!taken[i] && std::invoke(id_of, from[i]) == std::invoke(id_of, one)) {
        taken[i] = true;
        found.back().from = &from[i];
      }
    }
  }
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (!taken[i]) {
      found.push_back({&from[i], nullptr});
    }
  }
  return found;
}

template <typename T>
void write_id(JsonWriter& writer, const Pair<T>& pair, std::string_view id) {
  writer.begin_object().key("id").string(id);
  if (!pair.both()) {
    writer.key("in").word(pair.from == nullptr ? "second" : "first");
  }
}

void write_words(JsonWriter& writer, Literal key, Literal from, Literal to) {
  writer.key(key).begin_object().key("from").word(from).key("to").word(to).end_object();
}

// What a side brings of something that it does not have: nothing.
template <typename T>
Span span_of(const T* of, Span T::*part) {
  return of == nullptr ? Span{} : of->*part;
}

// Opens a cause: one number or word of a node that differs.
void begin_cause(JsonWriter& writer, Literal of) { writer.begin_object().key("of").word(of); }

bool has_value(const NodeResult& node) {
  return node.input != nullptr && node.input->given != nullptr;
}

bool differ(const Input& from, const Input& to) {
  return from.state != to.state || from.value != to.value;
}

bool differ(const Curve& from, const Curve& to) {
  return from.kind != to.kind || from.closed_left != to.closed_left || from.knots != to.knots ||
         from.rows != to.rows;
}

// By how many points of the total a node moves because its weight, or that of a node above it
// (`share`: of the total), differs, at the mean of both scores. What is left of the contribution's
// change is for the node's score.
void write_weight_cause(JsonWriter& writer, const NodeResult& from, const NodeResult& to) {
  const bool assessed =
      from.basis != NodeBasis::not_assessed && to.basis != NodeBasis::not_assessed;
  const bool own = from.weight != to.weight;
  if (!assessed || (!own && from.share == to.share)) {
    return;
  }
  begin_cause(writer, own ? "weight" : "share");
  writer.key("from").figure(own ? from.weight : from.share);
  writer.key("to").figure(own ? to.weight : to.share);
  if (from.score.exact() && to.score.exact()) {
    const Rational mean = (from.score.low + to.score.low) / 2;
    writer.key("points").figure((to.share - from.share) * mean);
  }
  writer.end_object();
}

void write_input_cause(JsonWriter& writer, const NodeResult& from, const NodeResult& to) {
  if (from.input == nullptr || to.input == nullptr || !differ(*from.input, *to.input)) {
    return;
  }
  begin_cause(writer, "input");
  if (has_value(from)) {
    writer.key("from").json(*from.input->given);
  }
  if (has_value(to)) {
    writer.key("to").json(*to.input->given);
  }
  writer.end_object();
}

void write_curve_cause(JsonWriter& writer, const NodeResult& from, const NodeResult& to) {
  if (from.curve == nullptr || to.curve == nullptr || !differ(*from.curve, *to.curve)) {
    return;
  }
  begin_cause(writer, "curve");
  writer.key("from");
  write_row(writer, *from.curve, from.row);
  writer.key("to");
  write_row(writer, *to.curve, to.row);
  writer.end_object();
}

void write_causes(JsonWriter& writer, const NodeResult& from, const NodeResult& to, bool weighed) {
  writer.key("causes").begin_array();
  if (weighed) {
    write_weight_cause(writer, from, to);
  }
  if (from.basis != to.basis) {
    begin_cause(writer, "basis");
    writer.key("from").word(basis_text(from.basis)).key("to").word(basis_text(to.basis));
    writer.end_object();
  } else if (from.basis == NodeBasis::given && from.score.low != to.score.low) {
    begin_cause(writer, "given");
    writer.key("from").figure(from.score.low).key("to").figure(to.score.low).end_object();
  }
  write_input_cause(writer, from, to);
  write_curve_cause(writer, from, to);
  writer.end_array();
}

// `weighed`: the nodes of both sides are weighed, not compared.
void write_nodes(JsonWriter& writer, const std::vector<NodeResult>& from,
                 const std::vector<NodeResult>& to, bool weighed);

bool same(const NodeResult& from, const NodeResult& to) {
  const auto equal = [](const Span& one, const Span& other) {
    return one.low == other.low && one.high == other.high;
  };
  const bool same_input =
      from.input == nullptr || to.input == nullptr || !differ(*from.input, *to.input);
  const bool same_curve =
      from.curve == nullptr || to.curve == nullptr || !differ(*from.curve, *to.curve);
  return equal(from.score, to.score) && equal(from.contribution, to.contribution) &&
         from.weight == to.weight && from.basis == to.basis && same_input && same_curve &&
         std::equal(
             from.nodes.begin(), from.nodes.end(), to.nodes.begin(), to.nodes.end(),
             [](const NodeResult& a, const NodeResult& b) { return a.id == b.id && same(a, b); });
}

void write_node(JsonWriter& writer, const Pair<NodeResult>& node, bool weighed) {
  write_id(writer, node, node.any().id);
  if (node.both()) {
    write_change(writer, "score", node.from->score, node.to->score);
  }
  write_change(writer, "contribution", span_of(node.from, &NodeResult::contribution),
               span_of(node.to, &NodeResult::contribution));
  if (node.both()) {
    write_causes(writer, *node.from, *node.to, weighed);
    if (!node.from->nodes.empty() || !node.to->nodes.empty()) {
      write_nodes(writer, node.from->nodes, node.to->nodes, weighed);
    }
  }
  writer.end_object();
}

void write_nodes(JsonWriter& writer, const std::vector<NodeResult>& from,
                 const std::vector<NodeResult>& to, bool weighed) {
  writer.key("nodes").begin_array();
  for (const Pair<NodeResult>& node : pairs(from, to, &NodeResult::id)) {
    if (!node.both() || !same(*node.from, *node.to)) {
      write_node(writer, node, weighed);
    }
  }
  writer.end_array();
}

void write_adjustments(JsonWriter& writer, const Assessment& from, const Assessment& to) {
  writer.key("adjustments").begin_array();
  for (const auto& one : pairs(from.adjustments, to.adjustments, &AdjustmentResult::id)) {
    const Span before = span_of(one.from, &AdjustmentResult::points);
    const Span after = span_of(one.to, &AdjustmentResult::points);
    if (one.both() && before.low == after.low && before.high == after.high &&
        one.from->applied == one.to->applied) {
      continue;
    }
    write_id(writer, one, one.any().id);
    write_change(writer, "points", before, after);
    if (one.both() && one.from->applied != one.to->applied) {
      writer.key("applied").begin_object();
      writer.key("from");
      write_truth(writer, one.from->applied);
      writer.key("to");
      write_truth(writer, one.to->applied);
      writer.end_object();
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_span_value(JsonWriter& writer, const Span& span) {
  if (span.exact()) {
    writer.figure(span.low);
  } else {
    writer.begin_object().key("low").figure(span.low).key("high").figure(span.high).end_object();
  }
}

void write_derived(JsonWriter& writer, const ScoreResult& from, const ScoreResult& to) {
  writer.key("derived").begin_array();
  for (const auto& one : pairs(from.derived, to.derived, &DerivedResult::id)) {
    if (one.both() &&
        (one.from->value.low != one.to->value.low || one.from->value.high != one.to->value.high)) {
      write_id(writer, one, one.any().id);
      writer.key("from");
      write_span_value(writer, one.from->value);
      writer.key("to");
      write_span_value(writer, one.to->value);
      writer.end_object();
    }
  }
  writer.end_array();
}

std::string text_of(const Finding& finding) {
  JsonWriter writer;
  write_finding(writer, finding);
  return writer.take();
}

// Findings of which anything that is said differs; those that both sides do not have stand alone.
void write_findings_difference(JsonWriter& writer, Literal key, const std::vector<Finding>& from,
                               const std::vector<Finding>& to) {
  writer.key(key).begin_array();
  for (const auto& one : pairs(from, to, &Finding::id)) {
    if (one.both() && text_of(*one.from) == text_of(*one.to)) {
      continue;
    }
    write_id(writer, one, one.any().id);
    for (const auto& [end, finding] : {std::pair("from", one.from), std::pair("to", one.to)}) {
      if (finding != nullptr) {
        writer.key(end);
        write_finding(writer, *finding);
      }
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_gates(JsonWriter& writer, const Assessment& from, const Assessment& to) {
  writer.key("gates").begin_array();
  for (const auto& one :
       pairs(from.gates, to.gates, [](const GateResult& result) { return result.gate->id; })) {
    if (one.both() && one.from->met == one.to->met) {
      continue;
    }
    write_id(writer, one, one.any().gate->id);
    for (const auto& [end, gate] : {std::pair("from", one.from), std::pair("to", one.to)}) {
      if (gate != nullptr) {
        writer.key(end);
        write_truth(writer, gate->met);
      }
    }
    if (one.both()) {
      write_findings_difference(writer, "conditions", one.from->findings, one.to->findings);
    }
    writer.end_object();
  }
  writer.end_array();
}

std::string_view tier_of(const Assessed& side) {
  const Choice& tier = side.assessment.tier;
  return tier.empty()  ? std::string_view()
         : !tier.index ? std::string_view("undetermined")
                       : side.program.tiers[*tier.index].id;
}

void write_tiers(JsonWriter& writer, const Assessed& first, const Assessed& second) {
  const std::string_view from = tier_of(first);
  const std::string_view to = tier_of(second);
  if (from == to) {
    return;
  }
  writer.key("tier").begin_object();
  if (!from.empty()) {
    writer.key("from").string(from);
  }
  if (!to.empty()) {
    writer.key("to").string(to);
  }
  writer.end_object();
}

}  // namespace

void write_difference(JsonWriter& writer, const Assessed& first, const Assessed& second) {
  const Assessment& from = first.assessment;
  const Assessment& to = second.assessment;
  if (from.status != to.status) {
    write_words(writer, "status", status_text(from.status), status_text(to.status));
  }
  if (from.score && to.score) {
    write_change(writer, "value", from.score->value, to.score->value);
    write_change(writer, "unrounded", printed(from.score->unrounded), printed(to.score->unrounded));
    const bool weighed =
        from.score->method != Method::minimum && to.score->method != Method::minimum;
    if (from.score->method && to.score->method && from.score->method != to.score->method) {
      write_words(writer, "method", to_text(*from.score->method), to_text(*to.score->method));
    }
    write_nodes(writer, from.nodes, to.nodes, weighed);
    write_adjustments(writer, from, to);
    write_derived(writer, *from.score, *to.score);
  }
  if (from.verdict || to.verdict) {
    write_findings_difference(writer, "standards", from.standards, to.standards);
  }
  if (from.verdict && to.verdict && *from.verdict != *to.verdict) {
    write_words(writer, "verdict", verdict_text(*from.verdict), verdict_text(*to.verdict));
  }
  write_tiers(writer, first, second);
  if (!from.gates.empty() || !to.gates.empty()) {
    write_gates(writer, from, to);
  }
}

}  // namespace shopgauge::api

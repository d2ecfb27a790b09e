// Scores nodes from their metrics or as given, and weighs them into their parents.

#include "core/scoring/tree.h"

#include <utility>

#include "core/scoring/condition.h"
#include "core/scoring/tree_assumptions.h"
#include "core/scoring/tree_movement.h"
#include "core/scoring/tree_parts.h"

namespace shopgauge {
namespace {

std::size_t assessed_count(const std::vector<NodeResult>& results) {
  std::size_t count = 0;
  for (const NodeResult& result : results) {
    count += result.basis == NodeBasis::not_assessed ? 0 : 1;
  }
  return count;
}

// A group of one weighs 1 whatever its weight is said to be.
void rely_on_weights(Tree& tree, const std::vector<Node>& group,
                     const std::vector<NodeResult>& results) {
  if (assessed_count(results) < 2) {
    return;
  }
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (results[i].basis != NodeBasis::not_assessed) {
      rely_on_weight(tree, group[i]);
    }
  }
}

Span weigh(const Tree& tree, const std::vector<Node>& group, std::vector<NodeResult>& results) {
  const std::vector<Rational> weights = weights_of(tree, group);
  Span total;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (results[i].basis != NodeBasis::not_assessed) {
      results[i].weight = weights[i];
      total.low += weights[i] * results[i].score.low;
      total.high += weights[i] * results[i].score.high;
    }
  }
  return total;
}

Span minimum(const std::vector<NodeResult>& results) {
  Span total;
  bool first = true;
  for (const NodeResult& result : results) {
    if (result.basis == NodeBasis::not_assessed) {
      continue;
    }
    total = first ? result.score
                  : Span{min(total.low, result.score.low), min(total.high, result.score.high)};
    first = false;
  }
  return total;
}

// A better value than any of the pairs scores what the best of them does or more, a worse one
// what the worst does or less.
void score_beyond(const Tree& tree, const Node& node, const Rational& value, NodeResult& result) {
  const bool above = value > result.curve->knots.back().x;
  const bool better = above == tree.program.metrics[node.metric].higher_is_better;
  (better ? result.score.high : result.score.low) = better ? node.highest : node.lowest;
  result.why = Why::beyond_calibration;
  result.basis = NodeBasis::partial;
}

void score_value(Tree& tree, const Node& node, const Rational& value, NodeResult& result) {
  result.own_table = tree.reading.nodes[node.index].table.has_value();
  result.curve = curve_of(node, tree.reading);
  if (result.curve == nullptr) {
    result.basis = NodeBasis::missing;
    result.why = Why::no_threshold;
    result.score = {node.lowest, node.highest};
    return;
  }
  const Lookup found = look_up(*result.curve, value);
  const Rational points = clamp(found.points, node.lowest, node.highest);
  result.row = found.row;
  result.score = {points, points};
  result.calibrated = tree.reading.nodes[node.index].calibrated;
  if (result.calibrated && is_beyond(*result.curve, value)) {
    score_beyond(tree, node, value, result);
    return;
  }
  result.basis = NodeBasis::computed;
  rely_on_curve(tree, node);
  rely_on_line(tree, node, value);
}

void score_flat(Tree& tree, const FlatScore& flat, NodeResult& result) {
  result.basis = NodeBasis::flat;
  result.score = {flat.points.value, flat.points.value};
  rely(tree.result.assumptions, flat.points.provenance, &flat.points.value);
}

void score_missing(Tree& tree, const Node& node, const Input& input, NodeResult& result) {
  result.basis = NodeBasis::missing;
  result.why = input.state == InputState::absent      ? Why::absent
               : input.state == InputState::unknown   ? Why::unknown
               : input.state == InputState::no_sample ? Why::no_sample
                                                      : Why::no_score;
  result.score = {node.lowest, node.highest};
  add_missing(tree.result.missing, tree.program.metrics[node.metric].id);
}

void score_indicator(Tree& tree, const Node& node, NodeResult& result) {
  const Input& input = tree.reading.metrics[node.metric];
  result.input = &input;
  Outcome flat;
  flat.truth = Truth::no;
  if (node.flat) {
    flat = evaluate(node.flat->when, tree.facts, Absent::not_applied);
    add_once(tree.result.assumptions, flat.assumptions);
  }
  if (flat.truth == Truth::yes) {
    score_flat(tree, *node.flat, result);
    return;
  }
  if (input.state == InputState::absent && node.optional) {
    result.basis = NodeBasis::not_assessed;
    result.why = Why::optional;
    return;
  }
  if (input.state == InputState::value) {
    score_value(tree, node, input.value, result);
  } else {
    score_missing(tree, node, input, result);
  }
  if (flat.truth == Truth::undetermined) {
    const Rational& points = node.flat->points.value;
    result.basis = result.basis == NodeBasis::computed ? NodeBasis::partial : result.basis;
    result.score = {min(result.score.low, points), max(result.score.high, points)};
    add_missing(tree.result.missing, flat.needs);
  }
}

void score_given(Tree& tree, const Node& node, const Rational& given, NodeResult& result) {
  result.basis = NodeBasis::given;
  result.score = {given, given};
  if (tree.today == nullptr || !tree.today->nodes[node.index].given) {
    return;
  }
  std::vector<Need> unknown;
  const Rational difference = movement(tree, node, unknown);
  if (!unknown.empty()) {
    tree.result.warnings.push_back({"what_if_not_anchored", node.id, {}, std::move(unknown)});
  }
  if (!difference.is_zero()) {
    const Rational moved = clamp(given + difference, node.lowest, node.highest);
    result.basis = NodeBasis::anchored;
    result.anchor = Anchor{given, moved - given};
    result.score = {moved, moved};
  }
}

NodeResult score_node(Tree& tree, const Node& node);

// The nodes of one group, weighed into `total`; false when none is assessed.
bool score_group(Tree& tree, const std::vector<Node>& group, std::vector<NodeResult>& results,
                 Span& total) {
  for (const Node& node : group) {
    results.push_back(score_node(tree, node));
  }
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (results[i].basis != NodeBasis::not_assessed) {
      tree.result.spans[group[i].index] = results[i].score;
    }
  }
  if (method_of(tree.program, tree.reading) == Method::minimum) {
    total = minimum(results);
  } else {
    total = weigh(tree, group, results);
    rely_on_weights(tree, group, results);
  }
  return assessed_count(results) > 0;
}

void score_dimension(Tree& tree, const Node& node, NodeResult& result) {
  if (!score_group(tree, node.nodes, result.nodes, result.score)) {
    result.basis = NodeBasis::not_assessed;
    result.why = result.nodes.front().why;
    return;
  }
  bool all_missing = true;
  bool partial = false;
  for (const NodeResult& child : result.nodes) {
    const bool missing = child.basis == NodeBasis::missing;
    partial = partial || missing || child.basis == NodeBasis::partial;
    all_missing = all_missing && (missing || child.basis == NodeBasis::not_assessed);
  }
  result.basis = all_missing ? NodeBasis::missing
                 : partial   ? NodeBasis::partial
                             : NodeBasis::computed;
}

NodeResult score_node(Tree& tree, const Node& node) {
  NodeResult result;
  result.id = node.id;
  result.node = &node;
  if (tree.reading.nodes[node.index].not_assessed) {
    result.basis = NodeBasis::not_assessed;
    result.why = Why::profile;
  } else if (const auto& given = tree.reading.nodes[node.index].given) {
    score_given(tree, node, *given, result);
  } else if (node.kind == NodeKind::indicator) {
    score_indicator(tree, node, result);
  } else {
    score_dimension(tree, node, result);
  }
  return result;
}

// What each node brings to the total: its score times the product of the weights down to it.
void set_weighted(std::vector<NodeResult>& nodes, const Rational& share) {
  for (NodeResult& node : nodes) {
    node.share = share * node.weight;
    node.contribution = {node.share * node.score.low, node.share * node.score.high};
    set_weighted(node.nodes, node.share);
  }
}

// The lowest node, the first of equals, brings all of its group; at each end for itself.
void set_minimum(std::vector<NodeResult>& nodes, Rational Span::*end, bool counts) {
  NodeResult* lowest = nullptr;
  for (NodeResult& node : nodes) {
    if (node.basis != NodeBasis::not_assessed &&
        (lowest == nullptr || node.score.*end < lowest->score.*end)) {
      lowest = &node;
    }
  }
  for (NodeResult& node : nodes) {
    const bool brings = counts && &node == lowest;
    node.contribution.*end = brings ? node.score.*end : Rational();
    node.share = brings ? 1 : 0;
    set_minimum(node.nodes, end, brings);
  }
}

}  // namespace

Method method_of(const Program& program, const Reading& reading) {
  const std::vector<Method>& methods = program.score->methods;
  return reading.method ? *reading.method : methods.empty() ? Method::weighted : methods.front();
}

TreeResult score_tree(const Program& program, const Reading& reading, const Reading* today) {
  TreeResult result;
  const ScoreRule& rule = *program.score;
  result.spans.resize(rule.node_count);
  Tree tree{program, reading, today, {program, reading, reading.enrolment}, result};
  result.assessed = score_group(tree, rule.nodes, result.nodes, result.total);
  if (method_of(program, reading) == Method::minimum) {
    set_minimum(result.nodes, &Span::high, true);
    set_minimum(result.nodes, &Span::low, true);
  } else {
    set_weighted(result.nodes, 1);
  }
  return result;
}

}  // namespace shopgauge

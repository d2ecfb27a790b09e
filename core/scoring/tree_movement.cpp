// Holds the points of today against those of the what-if.

#include "core/scoring/tree_movement.h"

#include "core/scoring/condition.h"
#include "core/scoring/tree_assumptions.h"

namespace shopgauge {
namespace {

// What an indicator scores in a reading; nothing where its metric or its thresholds are not
// known.
std::optional<Rational> points_in(const Tree& tree, const Node& node, const Reading& reading) {
  const Facts facts{tree.program, reading, reading.enrolment};
  if (node.flat && evaluate(node.flat->when, facts, Absent::not_applied).truth == Truth::yes) {
    return node.flat->points.value;
  }
  const Input& input = reading.metrics[node.metric];
  const Curve* curve = curve_of(node, tree.reading);
  if (input.state != InputState::value || curve == nullptr ||
      (reading.nodes[node.index].calibrated && is_beyond(*curve, input.value))) {
    return std::nullopt;
  }
  return clamp(look_up(*curve, input.value).points, node.lowest, node.highest);
}

bool has_changed(const Tree& tree, const Node& node) {
  const Input& before = tree.today->metrics[node.metric];
  const Input& after = tree.reading.metrics[node.metric];
  return before.state != after.state || before.value != after.value;
}

Rational movement_of_indicator(Tree& tree, const Node& node, std::vector<Need>& unknown) {
  if (!has_changed(tree, node) && !node.flat) {
    return {};
  }
  const std::optional<Rational> before = points_in(tree, node, *tree.today);
  const std::optional<Rational> after = points_in(tree, node, tree.reading);
  if (before && after) {
    if (*before != *after) {
      rely_on_move(tree, node);
    }
    return *after - *before;
  }
  if (has_changed(tree, node) && curve_of(node, tree.reading) != nullptr) {
    unknown.push_back({Need::Kind::metric, tree.program.metrics[node.metric].id});
  }
  return {};
}

// The lowest part moves a node only where all parts are known on both days.
Rational movement_of_minimum(Tree& tree, const Node& node, std::vector<Need>& unknown) {
  std::optional<Rational> before;
  std::optional<Rational> after;
  bool changed = false;
  const Node* open = nullptr;
  for (const Node& child : node.nodes) {
    if (!takes_part(tree, child)) {
      continue;
    }
    const bool leaf = child.kind == NodeKind::indicator;
    const auto old_points = leaf ? points_in(tree, child, *tree.today) : std::nullopt;
    const auto new_points = leaf ? points_in(tree, child, tree.reading) : std::nullopt;
    changed = changed || (leaf && has_changed(tree, child));
    if (!old_points || !new_points) {
      open = &child;
      continue;
    }
    changed = changed || *old_points != *new_points;
    before = before ? min(*before, *old_points) : *old_points;
    after = after ? min(*after, *new_points) : *new_points;
  }
  if (!changed || !before) {
    return {};
  }
  if (open != nullptr) {
    unknown.push_back({Need::Kind::given, open->id});
    return {};
  }
  for (const Node& child : node.nodes) {
    if (takes_part(tree, child)) {
      rely_on_move(tree, child);
    }
  }
  return *after - *before;
}

}  // namespace

Rational movement(Tree& tree, const Node& node, std::vector<Need>& unknown) {
  if (tree.reading.nodes[node.index].not_assessed) {
    return {};
  }
  if (node.kind == NodeKind::indicator) {
    return movement_of_indicator(tree, node, unknown);
  }
  if (method_of(tree.program, tree.reading) == Method::minimum) {
    return movement_of_minimum(tree, node, unknown);
  }
  const std::vector<Rational> weights = weights_of(tree, node.nodes);
  Rational sum;
  for (std::size_t i = 0; i < node.nodes.size(); ++i) {
    const Rational moved = movement(tree, node.nodes[i], unknown);
    if (!moved.is_zero()) {
      rely_on_weight(tree, node.nodes[i]);
      sum += weights[i] * moved;
    }
  }
  return sum;
}

}  // namespace shopgauge

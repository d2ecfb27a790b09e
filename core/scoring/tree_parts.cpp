// Which curve and which weights a node has in a reading.

#include "core/scoring/tree_parts.h"

namespace shopgauge {

const Curve* curve_of(const Node& node, const Reading& reading) {
  const std::optional<Curve>& own = reading.nodes[node.index].table;
  const std::optional<Curve>& built = reading.nodes[node.index].built;
  return own                                          ? &*own
         : built                                      ? &*built
         : node.curve.kind == Curve::Kind::benchmarks ? nullptr
                                                      : &node.curve;
}

bool is_beyond(const Curve& curve, const Rational& value) {
  return value < curve.knots.front().x || value > curve.knots.back().x;
}

bool takes_part(const Tree& tree, const Node& node) {
  if (tree.reading.nodes[node.index].not_assessed) {
    return false;
  }
  if (tree.reading.nodes[node.index].given) {
    return true;
  }
  if (node.kind == NodeKind::indicator) {
    return !(node.optional && tree.reading.metrics[node.metric].state == InputState::absent);
  }
  for (const Node& child : node.nodes) {
    if (takes_part(tree, child)) {
      return true;
    }
  }
  return false;
}

std::vector<Rational> weights_of(const Tree& tree, const std::vector<Node>& group) {
  std::vector<Rational> weights;
  Rational sum;
  for (const Node& node : group) {
    const Rational& weight = tree.reading.nodes[node.index].weight
                                 ? *tree.reading.nodes[node.index].weight
                                 : node.weight.value;
    weights.push_back(takes_part(tree, node) ? weight : Rational());
    sum += weights.back();
  }
  for (Rational& weight : weights) {
    weight = sum.is_zero() ? Rational() : weight / sum;
  }
  return weights;
}

}  // namespace shopgauge

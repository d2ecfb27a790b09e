// Weights become whole numbers over a common denominator; given nodes become constants, or move.

#include "core/scoring/compile_tree.h"

#include <algorithm>
#include <utility>

#include "core/rules/curve.h"
#include "core/scoring/compile_units.h"
#include "core/scoring/condition.h"
#include "core/scoring/tree.h"

namespace shopgauge::compiled {
namespace {

// Common denominators of weights stay below this.
constexpr std::int64_t kMostScale = std::int64_t{1} << 45;

// Precondition: a whole number that fits.
std::int64_t whole(const Rational& number) {
  const auto integer = to_int64(number);
  require(integer.has_value());
  return *integer;
}

bool is_beyond(const Curve& curve, const Rational& value) {
  return value < curve.knots.front().x || value > curve.knots.back().x;
}

}  // namespace

bool TreeMaker::takes_part(const Node& node) const {
  const NodeReading& reading = plan_.shop.nodes[node.index];
  if (reading.not_assessed) {
    return false;
  }
  if (reading.given) {
    return true;
  }
  if (node.kind == NodeKind::indicator) {
    for (std::size_t i = 0; i < plan_.optional.size(); ++i) {
      if (plan_.leaves[plan_.optional[i]].node == node.index) {
        return (absent_ >> i & 1U) == 0;
      }
    }
    return true;
  }
  return std::any_of(node.nodes.begin(), node.nodes.end(),
                     [&](const Node& child) { return takes_part(child); });
}

std::vector<Rational> TreeMaker::weights_of(const std::vector<Node>& group) const {
  std::vector<Rational> weights;
  Rational sum;
  for (const Node& node : group) {
    const auto& own = plan_.shop.nodes[node.index].weight;
    weights.push_back(!takes_part(node) ? Rational() : own ? *own : node.weight.value);
    sum += weights.back();
  }
  for (Rational& weight : weights) {
    weight = sum.is_zero() ? Rational() : weight / sum;
  }
  return weights;
}

bool TreeMaker::is_anchored(const Node& node) const {
  return plan_.today && plan_.today->nodes[node.index].given.has_value();
}

// `moving`: of what moves a given node, whose parts count although it is given.
TreeMaker::Scale TreeMaker::scale_of(const Node& node, bool moving) const {
  const bool given = plan_.shop.nodes[node.index].given.has_value();
  if (node.kind == NodeKind::indicator || (!moving && given && !is_anchored(node))) {
    return 1;
  }
  return scale_of(node.nodes, moving || given);
}

TreeMaker::Scale TreeMaker::scale_of(const std::vector<Node>& group, bool moving) const {
  Scale scale = 1;
  const std::vector<Rational> weights = weights_of(group);
  const bool minimum = method_of(*plan_.program, plan_.shop) == Method::minimum;
  for (std::size_t i = 0; scale && i < group.size(); ++i) {
    if (!takes_part(group[i])) {
      continue;
    }
    const Scale part = scale_of(group[i], moving);
    const auto weight = minimum ? std::optional(Fraction{1, 1}) : weights[i].small();
    const Scale weighed =
        part && weight ? to_int64(Rational(*part) * weight->denominator) : std::nullopt;
    scale = weighed ? common_multiple(*scale, *weighed, kMostScale) : std::nullopt;
  }
  return scale;
}

std::optional<std::int64_t> TreeMaker::scale() const {
  return scale_of(plan_.program->score->nodes, false);
}

Variant TreeMaker::make() {
  const ScoreRule& rule = *plan_.program->score;
  minimum_ = method_of(*plan_.program, plan_.shop) == Method::minimum;
  variant_ = {};
  variant_.minimum = minimum_;
  for (std::size_t node = 0; node < rule.node_count; ++node) {
    const bool given = plan_.shop.nodes[node].given.has_value();
    variant_.score.push_back(given ? rule.node_count + node : node);
  }
  variant_.scale.assign(rule.node_count, 1);
  variant_.slack.assign(rule.node_count, 0);
  variant_.present.assign(rule.node_count, 0);
  variant_.sum.scale = scale().value_or(1);
  variant_.assessed = add_group(rule.nodes, variant_.sum.scale, variant_.top, variant_.sum.slack);
  return std::move(variant_);
}

// The nodes of a group, each against the group's scale; false when none is assessed.
bool TreeMaker::add_group(const std::vector<Node>& group, std::int64_t scale,
                          std::vector<Part>& parts, std::int64_t& slack) {
  const std::vector<Rational> weights = weights_of(group);
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (!add_node(group[i])) {
      continue;
    }
    const std::size_t node = group[i].index;
    const Rational weight = minimum_ ? Rational(1) : weights[i];
    const std::int64_t factor = whole(weight * scale / variant_.scale[node]);
    parts.push_back({variant_.score[node], factor});
    slack = minimum_ ? std::max(slack, factor * variant_.slack[node])
                     : slack + factor * variant_.slack[node];
  }
  variant_.estimated = variant_.estimated || rests_on_estimate(group);
  return !parts.empty();
}

bool TreeMaker::add_node(const Node& node) {
  if (!takes_part(node)) {
    return false;
  }
  variant_.present[node.index] = 1;
  if (plan_.shop.nodes[node.index].given) {
    add_given(node);
    return true;
  }
  if (node.kind == NodeKind::indicator) {
    const std::size_t leaf = plan_.leaf_of_node[node.index];
    variant_.leaves.push_back(leaf);
    variant_.slack[node.index] = plan_.leaves[leaf].slack;
    return true;
  }
  Step step;
  step.kind = minimum_ ? Step::Kind::minimum : Step::Kind::weighted;
  step.score = variant_.score[node.index];
  variant_.scale[node.index] = scale_of(node, false).value_or(1);
  add_group(node.nodes, variant_.scale[node.index], step.parts, variant_.slack[node.index]);
  variant_.steps.push_back(std::move(step));
  return true;
}

void TreeMaker::add_given(const Node& node) {
  Step step;
  step.score = variant_.score[node.index];
  step.kind = Step::Kind::given;
  std::int64_t& scale = variant_.scale[node.index];
  bool open = false;
  if (is_anchored(node)) {
    scale = scale_of(node, true).value_or(1);
    add_moves(node, 1, scale, step, open);
  }
  if (open && minimum_) {
    step.moves.clear();  // the lowest part moves a node only where all are known
  }
  if (!step.moves.empty()) {
    const bool lowest = minimum_ && node.kind == NodeKind::dimension;
    step.kind = lowest ? Step::Kind::anchored_minimum : Step::Kind::anchored;
    std::int64_t& slack = variant_.slack[node.index];
    for (const Move& move : step.moves) {
      const std::int64_t one = move.weight * (plan_.leaves[move.leaf].slack + 1);
      slack = lowest ? std::max(slack, one) : slack + one;
    }
  }
  const std::int64_t unit = plan_.unit;
  step.given = in_units(*plan_.shop.nodes[node.index].given, unit) * scale;
  step.lowest = in_units(node.lowest, unit) * scale;
  step.highest = in_units(node.highest, unit) * scale;
  variant_.steps.push_back(std::move(step));
}

// The leaves below a given node that can move it; `open`: some can not.
void TreeMaker::add_moves(const Node& node, const Rational& weight, std::int64_t scale, Step& step,
                          bool& open) {
  if (plan_.shop.nodes[node.index].not_assessed) {
    return;
  }
  if (node.kind == NodeKind::indicator) {
    Move move;
    if (move_of(node, move)) {
      move.weight = whole(weight * scale);
      step.moves.push_back(move);
    } else {
      open = true;
    }
    return;
  }
  const std::vector<Rational> weights = weights_of(node.nodes);
  for (std::size_t i = 0; i < node.nodes.size(); ++i) {
    const Node& child = node.nodes[i];
    if (!takes_part(child)) {
      continue;
    }
    open = open || child.kind == NodeKind::dimension;
    add_moves(child, minimum_ ? Rational(1) : weight * weights[i], scale, step, open);
  }
}

// What the indicator scored on the day of the given scores; false where that is not known.
bool TreeMaker::move_of(const Node& node, Move& move) const {
  const Reading& today = *plan_.today;
  const Facts facts{*plan_.program, today, today.enrolment};
  const Input& input = today.metrics[node.metric];
  const Curve* curve = curve_of(node, plan_.shop.nodes[node.index]);
  Rational before;
  if (node.flat && evaluate(node.flat->when, facts, Absent::not_applied).truth == Truth::yes) {
    before = node.flat->points.value;
  } else if (input.state != InputState::value || curve == nullptr || !input.value.small() ||
             (today.nodes[node.index].calibrated && is_beyond(*curve, input.value))) {
    return false;
  } else {
    before = clamp(look_up(*curve, input.value).points, node.lowest, node.highest);
    move.by_value = true;
    move.today = *input.value.small();
  }
  const Rational units = before * plan_.unit;
  move.leaf = plan_.leaf_of_node[node.index];
  move.before = whole(-floor_to(-units, 0));
  move.before_exact = units.is_integer();
  return true;
}

// As in tree.cpp: a group of one weighs 1 whatever its weight is said to be.
bool TreeMaker::rests_on_estimate(const std::vector<Node>& group) const {
  std::size_t assessed = 0;
  bool estimate = false;
  for (const Node& node : group) {
    if (!takes_part(node)) {
      continue;
    }
    const NodeReading& reading = plan_.shop.nodes[node.index];
    ++assessed;
    estimate = estimate || (reading.weight_rows != nullptr
                                ? makes_estimate(reading.weight_rows->provenance.status)
                                : !reading.weight && makes_estimate(node.weight.provenance.status));
  }
  return assessed > 1 && estimate && !minimum_;
}

}  // namespace shopgauge::compiled

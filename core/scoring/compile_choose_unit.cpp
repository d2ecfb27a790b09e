// Gathers what the unit must divide, and how far scores may lie from 0.

#include "core/scoring/compile_choose_unit.h"

#include <algorithm>

#include "core/base/decimal.h"
#include "core/scoring/compile_sums.h"
#include "core/scoring/compile_tree.h"
#include "core/scoring/compile_units.h"

namespace shopgauge::compiled {
namespace {

void need_nodes(UnitFinder& finder, const std::vector<Node>& group, const Reading& shop) {
  for (const Node& node : group) {
    finder.need_node(node, shop.nodes[node.index]);
    need_nodes(finder, node.nodes, shop);
  }
}

void prefer_lines(UnitFinder& finder, const std::vector<Node>& group, const Reading& shop) {
  for (const Node& node : group) {
    prefer_lines(finder, node.nodes, shop);
    const Curve* curve =
        node.kind == NodeKind::indicator ? curve_of(node, shop.nodes[node.index]) : nullptr;
    if (curve != nullptr) {
      finder.prefer_lines(*curve);
    }
  }
}

// No score of a node lies further from 0.
Rational most_of(const std::vector<Node>& group) {
  Rational most = 1;
  for (const Node& node : group) {
    most = max(most, max(max(abs(node.lowest), abs(node.highest)), most_of(node.nodes)));
  }
  return most;
}

}  // namespace

UnitChoice choose_unit(const CompiledProgram::Plan& plan) {
  const Program& program = *plan.program;
  const ScoreRule& rule = *program.score;
  UnitFinder finder;
  finder.need(Rational::ratio(1, 2 * power_of_ten(rule.digits)));
  need_nodes(finder, rule.nodes, plan.shop);
  finder.need_changes(rule.adjustments, program);
  Rational points = most_of(rule.nodes) + most_of(program, rule.adjustments);
  for (const Stage& stage : rule.stages) {
    finder.need(stage.points.value);
    finder.need_changes(stage.adjustments, program);
    points += abs(stage.points.value) + most_of(program, stage.adjustments);
  }
  prefer_lines(finder, rule.nodes, plan.shop);
  std::int64_t scale = 1;
  for (unsigned absent = 0; absent < 1U << plan.optional.size(); ++absent) {
    const auto own = TreeMaker(plan, absent).scale();
    if (!own) {
      return {0, "the weights have too large a common denominator"};
    }
    scale = std::max(scale, *own);
  }
  const auto unit = finder.unit(scale, points * 4);
  if (!unit) {
    return {0, "the numbers have too large a common denominator"};
  }
  return {*unit, nullptr};
}

}  // namespace shopgauge::compiled

// Turns benchmarks into knots.

#include "core/scoring/benchmarks.h"

#include <algorithm>
#include <utility>

namespace shopgauge {
namespace {

const Rational* value_of(const Threshold& threshold, const Reading& reading) {
  if (const ProfileNumber* own = find_in(reading.profile, threshold.profile)) {
    return &own->value;
  }
  return threshold.figure ? &threshold.figure->value : nullptr;
}

bool within(const Metric& metric, const Rational& value) {
  return (!metric.lowest || value >= *metric.lowest) &&
         (!metric.highest || value <= *metric.highest);
}

// The knots from the best value on; one that does not lie beyond the last one is left out.
std::vector<Curve::Knot> knots_of(const Curve& rule, const Metric& metric,
                                  const Rational& excellent, const Rational& poor) {
  Rational worst = excellent + rule.reach * (poor - excellent);
  if (metric.lowest) {
    worst = max(worst, *metric.lowest);
  }
  if (metric.highest) {
    worst = min(worst, *metric.highest);
  }
  const Rational* const at[] = {&rule.best, &excellent, &poor, &worst};
  std::vector<Curve::Knot> knots;
  for (std::size_t i = 0; i < rule.points.size(); ++i) {
    if (knots.empty() || *at[i] != knots.back().x) {
      knots.push_back({*at[i], rule.points[i]});
    }
  }
  if (metric.higher_is_better) {
    std::reverse(knots.begin(), knots.end());
  }
  return knots;
}

void build_curve(const Program& program, const Node& node, Reading& reading, Issues& issues) {
  const Rational* excellent = value_of(node.curve.excellent, reading);
  const Rational* poor = value_of(node.curve.poor, reading);
  if (excellent == nullptr || poor == nullptr) {
    return;
  }
  const Metric& metric = program.metrics[node.metric];
  const bool falls = metric.higher_is_better ? *poor < *excellent : *excellent < *poor;
  if (!falls || !within(metric, *excellent) || !within(metric, *poor)) {
    add_issue(issues, "profile.thresholds_order", "/profile/thresholds",
              "poor must be worse than excellent, and both within the metric's range",
              {{"id", node.id}});
    return;
  }
  Curve& built = reading.nodes[node.index].built.emplace();
  built.kind = Curve::Kind::linear;
  built.knots = knots_of(node.curve, metric, *excellent, *poor);
  built.provenance = node.curve.provenance;
}

void build_group(const Program& program, const std::vector<Node>& group, Reading& reading,
                 Issues& issues) {
  for (const Node& node : group) {
    if (node.curve.kind == Curve::Kind::benchmarks) {
      build_curve(program, node, reading, issues);
    }
    build_group(program, node.nodes, reading, issues);
  }
}

}  // namespace

void build_curves(const Program& program, Reading& reading, Issues& issues) {
  if (program.score) {
    build_group(program, program.score->nodes, reading, issues);
  }
}

}  // namespace shopgauge

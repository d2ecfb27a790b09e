// Looks at the status of every number that a condition, adjustment or node rests on.

#include "core/scoring/compile_estimates.h"

#include <algorithm>

namespace shopgauge::compiled {

bool is_estimate(const Condition& condition, const Reading& shop) {
  if (condition.kind != Condition::Kind::compare) {
    return std::any_of(condition.parts.begin(), condition.parts.end(),
                       [&](const Condition& part) { return is_estimate(part, shop); });
  }
  const Threshold& threshold = condition.comparison.threshold;
  const ProfileNumber* own = find_in(shop.profile, threshold.profile);
  if (own != nullptr) {
    return own->rows != nullptr && makes_estimate(own->rows->provenance.status);
  }
  return threshold.figure && makes_estimate(threshold.figure->provenance.status);
}

bool is_estimate(const std::vector<Exclusion>& exclusions, const Reading& shop) {
  return std::any_of(exclusions.begin(), exclusions.end(),
                     [&](const Exclusion& one) { return is_estimate(one.when, shop); });
}

bool is_estimate(const std::vector<Adjustment>& rules, const Reading& shop) {
  return std::any_of(rules.begin(), rules.end(), [&](const Adjustment& rule) {
    return is_estimate(rule.when, shop) || makes_estimate(rule.points.provenance.status) ||
           makes_estimate(rule.provenance.status);
  });
}

bool is_estimate(const Threshold& threshold, const Reading& shop) {
  Condition condition;
  condition.kind = Condition::Kind::compare;
  condition.comparison.threshold = threshold;
  return is_estimate(condition, shop);
}

bool may_estimate(const std::vector<Node>& group, const CompiledProgram::Plan& plan) {
  return std::any_of(group.begin(), group.end(), [&](const Node& node) {
    return may_estimate(node.nodes, plan) ||
           (node.flat && is_estimate(node.flat->when, plan.shop)) ||
           (node.flat && makes_estimate(node.flat->points.provenance.status)) ||
           (plan.today && plan.today->nodes[node.index].given);
  });
}

}  // namespace shopgauge::compiled

// Adds bonuses and deductions to the tree's total, and stops there.

#include "core/outlook/sum.h"

#include "core/scoring/adjust.h"
#include "core/scoring/tree.h"

namespace shopgauge {

Summer::Summer(const Quest& quest) : quest_(quest) {
  if (!quest.program().score) {
    return;
  }
  for (const Adjustment& rule : quest.program().score->adjustments) {
    if (rule.kind == Adjustment::Kind::conditional || rule.kind == Adjustment::Kind::per_event) {
      rules_.push_back(rule);
    }
    for (const Band& band : rule.bands) {
      bands_.push_back(band.at_least);
    }
  }
}

Sum Summer::operator()(const Reading& reading) const {
  const TreeResult tree = score_tree(quest_.program(), reading, &quest_.today());
  Facts facts{quest_.program(), reading, reading.enrolment};
  facts.nodes = &tree.spans;
  facts.tree = &tree.nodes;
  const AdjustedResult adjusted = adjust(tree.total, rules_, facts);
  Sum sum;
  sum.total = adjusted.total.low;
  for (const std::optional<Span>& node : adjusted.nodes) {
    sum.nodes.push_back(node ? std::optional(node->low) : std::nullopt);
  }
  return sum;
}

}  // namespace shopgauge

// A tree while it is scored, and what its nodes have in a reading. Private to the tree.

#ifndef SHOPGAUGE_CORE_SCORING_TREE_PARTS_H_
#define SHOPGAUGE_CORE_SCORING_TREE_PARTS_H_

#include <vector>

#include "core/scoring/condition.h"
#include "core/scoring/tree.h"

namespace shopgauge {

struct Tree {
  const Program& program;
  const Reading& reading;
  const Reading* today;  // of a what-if, or null
  Facts facts;           // of `reading`
  TreeResult& result;
};

// Null where the curve needs thresholds that nobody gave.
[[nodiscard]] const Curve* curve_of(const Node& node, const Reading& reading);
// Whether the value lies outside the knots.
[[nodiscard]] bool is_beyond(const Curve& curve, const Rational& value);

// Whether the node, or one below it, is assessed.
[[nodiscard]] bool takes_part(const Tree& tree, const Node& node);
// The weights of a group among those of its nodes that take part; 0 for the others.
[[nodiscard]] std::vector<Rational> weights_of(const Tree& tree, const std::vector<Node>& group);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_TREE_PARTS_H_

// What the score of a node rests on, noted in the tree's result. Private to the tree.

#ifndef SHOPGAUGE_CORE_SCORING_TREE_ASSUMPTIONS_H_
#define SHOPGAUGE_CORE_SCORING_TREE_ASSUMPTIONS_H_

#include "core/scoring/tree_parts.h"

namespace shopgauge {

void rely_on_weight(Tree& tree, const Node& node);
void rely_on_curve(Tree& tree, const Node& node);
// Between two pairs of a calibration.
void rely_on_line(Tree& tree, const Node& node, const Rational& value);
// The curve at today's value and at that of the what-if.
void rely_on_move(Tree& tree, const Node& node);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_TREE_ASSUMPTIONS_H_

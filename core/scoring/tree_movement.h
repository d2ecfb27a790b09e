// How a what-if moves a score that was given for today. Private to the tree.

#ifndef SHOPGAUGE_CORE_SCORING_TREE_MOVEMENT_H_
#define SHOPGAUGE_CORE_SCORING_TREE_MOVEMENT_H_

#include <vector>

#include "core/scoring/tree_parts.h"

namespace shopgauge {

// By how much the curves move a node between today and the what-if; `unknown` gets the metrics
// that changed from or to something that has no value. Precondition: the tree has `today`.
[[nodiscard]] Rational movement(Tree& tree, const Node& node, std::vector<Need>& unknown);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_TREE_MOVEMENT_H_

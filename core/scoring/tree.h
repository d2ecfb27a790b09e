// The score tree: indicators through their curves, nodes weighted into their parents, given scores
// taken as they are, a what-if anchored on them.

#ifndef SHOPGAUGE_CORE_SCORING_TREE_H_
#define SHOPGAUGE_CORE_SCORING_TREE_H_

#include <optional>
#include <vector>

#include "core/scoring/assessment.h"

namespace shopgauge {

struct TreeResult {
  std::vector<NodeResult> nodes;           // contributions exact
  std::vector<std::optional<Span>> spans;  // by node index; nothing for nodes that do not count
  Span total;
  bool assessed = true;  // false when no node is assessed
  std::vector<std::string_view> missing;
  std::vector<Assumption> assumptions;
  std::vector<Warning> warnings;
};

// How this shop's page makes a score of its parts.
[[nodiscard]] Method method_of(const Program& program, const Reading& reading);

// `today`: the reading at which the given scores were read off; `reading` is then a what-if, and
// given nodes move by the difference that the curves give between the two, within their range.
[[nodiscard]] TreeResult score_tree(const Program& program, const Reading& reading,
                                    const Reading* today);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_TREE_H_

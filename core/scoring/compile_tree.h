// The tree of nodes as steps, for each set of optional indicators that are not given.

#ifndef SHOPGAUGE_CORE_SCORING_COMPILE_TREE_H_
#define SHOPGAUGE_CORE_SCORING_COMPILE_TREE_H_

#include <vector>

#include "core/scoring/compiled_plan.h"

namespace shopgauge::compiled {

class TreeMaker {
 public:
  // `absent`: bit i is set where plan.optional[i] is not given.
  TreeMaker(const CompiledProgram::Plan& plan, unsigned absent) : plan_(plan), absent_(absent) {}

  // The common denominator of the weights; nothing where it is too large.
  [[nodiscard]] std::optional<std::int64_t> scale() const;
  // Steps and weights; the sum has no changes yet. Precondition: there is a scale, and the plan has
  // its unit and its leaves.
  [[nodiscard]] Variant make();

 private:
  using Scale = std::optional<std::int64_t>;
  [[nodiscard]] bool takes_part(const Node& node) const;
  [[nodiscard]] std::vector<Rational> weights_of(const std::vector<Node>& group) const;
  [[nodiscard]] bool is_anchored(const Node& node) const;
  [[nodiscard]] Scale scale_of(const Node& node, bool moving) const;
  [[nodiscard]] Scale scale_of(const std::vector<Node>& group, bool moving) const;
  bool add_node(const Node& node);
  bool add_group(const std::vector<Node>& group, std::int64_t scale, std::vector<Part>& parts,
                 std::int64_t& slack);
  void add_given(const Node& node);
  void add_moves(const Node& node, const Rational& weight, std::int64_t scale, Step& step,
                 bool& open);
  [[nodiscard]] bool move_of(const Node& node, Move& move) const;
  [[nodiscard]] bool rests_on_estimate(const std::vector<Node>& group) const;

  const CompiledProgram::Plan& plan_;
  unsigned absent_;
  bool minimum_ = false;
  Variant variant_;
};

}  // namespace shopgauge::compiled

#endif  // SHOPGAUGE_CORE_SCORING_COMPILE_TREE_H_

// Scores nodes from their metrics or as given, and weighs them into their parents.

#include "core/scoring/tree.h"

#include <utility>

namespace shopgauge {
namespace {

class TreeScorer {
 public:
  TreeScorer(const Program& program, const Reading& reading, const Reading* today,
             TreeResult& result)
      : program_(program), reading_(reading), today_(today), result_(result) {}

  // The nodes of one group, weighed into `total`; false when none is assessed.
  bool score_group(const std::vector<Node>& group, std::vector<NodeResult>& results, Span& total) {
    for (const Node& node : group) {
      results.push_back(score_node(node));
    }
    const std::vector<Rational> weights = weights_of(group);
    total = {};
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (results[i].basis == NodeBasis::not_assessed) {
        continue;
      }
      results[i].weight = weights[i];
      total.low += weights[i] * results[i].score.low;
      total.high += weights[i] * results[i].score.high;
      result_.spans[group[i].index] = results[i].score;
    }
    rely_on_weights(group, results);
    return assessed_count(results) > 0;
  }

 private:
  NodeResult score_node(const Node& node) {
    NodeResult result;
    result.id = node.id;
    result.node = &node;
    if (reading_.nodes[node.index].not_assessed) {
      result.basis = NodeBasis::not_assessed;
      result.why = Why::profile;
    } else if (const auto& given = reading_.nodes[node.index].given) {
      score_given(node, *given, result);
    } else if (node.kind == NodeKind::indicator) {
      score_indicator(node, result);
    } else {
      score_dimension(node, result);
    }
    return result;
  }

  void score_dimension(const Node& node, NodeResult& result) {
    if (!score_group(node.nodes, result.nodes, result.score)) {
      result.basis = NodeBasis::not_assessed;
      result.why = result.nodes.front().why;
      return;
    }
    bool all_missing = true;
    bool partial = false;
    for (const NodeResult& child : result.nodes) {
      const bool missing = child.basis == NodeBasis::missing;
      partial = partial || missing || child.basis == NodeBasis::partial;
      all_missing = all_missing && (missing || child.basis == NodeBasis::not_assessed);
    }
    result.basis = all_missing ? NodeBasis::missing
                   : partial   ? NodeBasis::partial
                               : NodeBasis::computed;
  }

  void score_indicator(const Node& node, NodeResult& result) {
    const Input& input = reading_.metrics[node.metric];
    result.input = &input;
    if (input.state == InputState::value) {
      result.basis = NodeBasis::computed;
      result.curve = &curve_of(node, reading_);
      result.own_table = reading_.nodes[node.index].table.has_value();
      const Lookup found = look_up(*result.curve, input.value);
      const Rational points = clamp(found.points, node.lowest, node.highest);
      result.row = found.row;
      result.score = {points, points};
      rely_on_curve(node);
      return;
    }
    if (input.state == InputState::absent && node.optional) {
      result.basis = NodeBasis::not_assessed;
      result.why = Why::optional;
      return;
    }
    result.basis = NodeBasis::missing;
    result.why = input.state == InputState::absent      ? Why::absent
                 : input.state == InputState::unknown   ? Why::unknown
                 : input.state == InputState::no_sample ? Why::no_sample
                                                        : Why::no_score;
    result.score = {node.lowest, node.highest};
    add_missing(result_.missing, program_.metrics[node.metric].id);
  }

  void score_given(const Node& node, const Rational& given, NodeResult& result) {
    result.basis = NodeBasis::given;
    result.score = {given, given};
    if (today_ == nullptr) {
      return;
    }
    std::vector<Need> unknown;
    const Rational difference = movement(node, unknown);
    if (!unknown.empty()) {
      result_.warnings.push_back({"what_if_not_anchored", node.id, {}, std::move(unknown)});
    }
    if (!difference.is_zero()) {
      const Rational moved = clamp(given + difference, node.lowest, node.highest);
      result.basis = NodeBasis::anchored;
      result.anchor = Anchor{given, moved - given};
      result.score = {moved, moved};
    }
  }

  // By how much the curves move a node between today and the what-if; `unknown` gets the metrics
  // that changed from or to something that has no value.
  Rational movement(const Node& node, std::vector<Need>& unknown) {
    if (reading_.nodes[node.index].not_assessed) {
      return {};
    }
    if (node.kind == NodeKind::indicator) {
      return movement_of_indicator(node, unknown);
    }
    const std::vector<Rational> weights = weights_of(node.nodes);
    Rational sum;
    for (std::size_t i = 0; i < node.nodes.size(); ++i) {
      const Rational moved = movement(node.nodes[i], unknown);
      if (!moved.is_zero()) {
        rely_on_weight(node.nodes[i]);
        sum += weights[i] * moved;
      }
    }
    return sum;
  }

  Rational movement_of_indicator(const Node& node, std::vector<Need>& unknown) {
    const Input& before = today_->metrics[node.metric];
    const Input& after = reading_.metrics[node.metric];
    if (before.state == after.state && before.value == after.value) {
      return {};
    }
    if (before.state != InputState::value || after.state != InputState::value) {
      unknown.push_back({Need::Kind::metric, program_.metrics[node.metric].id});
      return {};
    }
    rely_on_curve(node);
    const Curve& curve = curve_of(node, reading_);
    const auto points = [&](const Rational& value) {
      return clamp(look_up(curve, value).points, node.lowest, node.highest);
    };
    return points(after.value) - points(before.value);
  }

  static const Curve& curve_of(const Node& node, const Reading& reading) {
    const std::optional<Curve>& own = reading.nodes[node.index].table;
    return own ? *own : node.curve;
  }

  [[nodiscard]] bool takes_part(const Node& node) const {
    if (reading_.nodes[node.index].not_assessed) {
      return false;
    }
    if (reading_.nodes[node.index].given) {
      return true;
    }
    if (node.kind == NodeKind::indicator) {
      return !(node.optional && reading_.metrics[node.metric].state == InputState::absent);
    }
    for (const Node& child : node.nodes) {
      if (takes_part(child)) {
        return true;
      }
    }
    return false;
  }

  // The weights of a group among those of its nodes that take part; 0 for the others.
  [[nodiscard]] std::vector<Rational> weights_of(const std::vector<Node>& group) const {
    std::vector<Rational> weights;
    Rational sum;
    for (const Node& node : group) {
      const Rational& weight = reading_.nodes[node.index].weight
                                   ? *reading_.nodes[node.index].weight
                                   : node.weight.value;
      weights.push_back(takes_part(node) ? weight : Rational());
      sum += weights.back();
    }
    for (Rational& weight : weights) {
      weight = sum.is_zero() ? Rational() : weight / sum;
    }
    return weights;
  }

  static std::size_t assessed_count(const std::vector<NodeResult>& results) {
    std::size_t count = 0;
    for (const NodeResult& result : results) {
      count += result.basis == NodeBasis::not_assessed ? 0 : 1;
    }
    return count;
  }

  // A group of one weighs 1 whatever its weight is said to be.
  void rely_on_weights(const std::vector<Node>& group, const std::vector<NodeResult>& results) {
    if (assessed_count(results) < 2) {
      return;
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (results[i].basis != NodeBasis::not_assessed) {
        rely_on_weight(group[i]);
      }
    }
  }

  void rely_on_weight(const Node& node) {
    if (!reading_.nodes[node.index].weight) {
      add_once(result_.assumptions,
               {Assumption::Place::weight, node.id, nullptr, Assumption::Taken::number,
                node.weight.value, node.weight.provenance.status});
    }
  }

  void rely_on_curve(const Node& node) {
    if (!reading_.nodes[node.index].table && node.curve.kind != Curve::Kind::identity) {
      add_once(result_.assumptions, {Assumption::Place::table,
                                     node.id,
                                     nullptr,
                                     Assumption::Taken::unsaid,
                                     {},
                                     node.curve.provenance.status});
    }
  }

  const Program& program_;
  const Reading& reading_;
  const Reading* today_;
  TreeResult& result_;
};

// What each node brings to the total: its score times the product of the weights down to it.
void set_contributions(std::vector<NodeResult>& nodes, const Rational& share) {
  for (NodeResult& node : nodes) {
    const Rational part = share * node.weight;
    node.contribution = {part * node.score.low, part * node.score.high};
    set_contributions(node.nodes, part);
  }
}

}  // namespace

TreeResult score_tree(const Program& program, const Reading& reading, const Reading* today) {
  TreeResult result;
  const ScoreRule& rule = *program.score;
  result.spans.resize(rule.node_count);
  TreeScorer scorer(program, reading, today, result);
  result.assessed = scorer.score_group(rule.nodes, result.nodes, result.total);
  set_contributions(result.nodes, 1);
  return result;
}

}  // namespace shopgauge

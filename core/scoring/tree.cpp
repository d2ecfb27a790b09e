// Scores nodes from their metrics or as given, and weighs them into their parents.

#include "core/scoring/tree.h"

#include <utility>

#include "core/scoring/benchmarks.h"
#include "core/scoring/condition.h"

namespace shopgauge {
namespace {

class TreeScorer {
 public:
  TreeScorer(const Program& program, const Reading& reading, const Reading* today,
             TreeResult& result)
      : program_(program),
        reading_(reading),
        today_(today),
        facts_{program, reading, reading.enrolment},
        result_(result) {}

  // The nodes of one group, weighed into `total`; false when none is assessed.
  bool score_group(const std::vector<Node>& group, std::vector<NodeResult>& results, Span& total) {
    for (const Node& node : group) {
      results.push_back(score_node(node));
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (results[i].basis != NodeBasis::not_assessed) {
        result_.spans[group[i].index] = results[i].score;
      }
    }
    if (method_of(program_, reading_) == Method::minimum) {
      total = minimum(results);
    } else {
      total = weigh(group, results);
      rely_on_weights(group, results);
    }
    return assessed_count(results) > 0;
  }

 private:
  Span weigh(const std::vector<Node>& group, std::vector<NodeResult>& results) const {
    const std::vector<Rational> weights = weights_of(group);
    Span total;
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (results[i].basis != NodeBasis::not_assessed) {
        results[i].weight = weights[i];
        total.low += weights[i] * results[i].score.low;
        total.high += weights[i] * results[i].score.high;
      }
    }
    return total;
  }

  static Span minimum(const std::vector<NodeResult>& results) {
    Span total;
    bool first = true;
    for (const NodeResult& result : results) {
      if (result.basis == NodeBasis::not_assessed) {
        continue;
      }
      total = first ? result.score
                    : Span{min(total.low, result.score.low), min(total.high, result.score.high)};
      first = false;
    }
    return total;
  }

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
    Outcome flat;
    flat.truth = Truth::no;
    if (node.flat) {
      flat = evaluate(node.flat->when, facts_, Absent::not_applied);
      add_once(result_.assumptions, flat.assumptions);
    }
    if (flat.truth == Truth::yes) {
      score_flat(*node.flat, result);
      return;
    }
    if (input.state == InputState::absent && node.optional) {
      result.basis = NodeBasis::not_assessed;
      result.why = Why::optional;
      return;
    }
    if (input.state == InputState::value) {
      score_value(node, input.value, result);
    } else {
      score_missing(node, input, result);
    }
    if (flat.truth == Truth::undetermined) {
      const Rational& points = node.flat->points.value;
      result.basis = result.basis == NodeBasis::computed ? NodeBasis::partial : result.basis;
      result.score = {min(result.score.low, points), max(result.score.high, points)};
      add_missing(result_.missing, flat.needs);
    }
  }

  void score_missing(const Node& node, const Input& input, NodeResult& result) {
    result.basis = NodeBasis::missing;
    result.why = input.state == InputState::absent      ? Why::absent
                 : input.state == InputState::unknown   ? Why::unknown
                 : input.state == InputState::no_sample ? Why::no_sample
                                                        : Why::no_score;
    result.score = {node.lowest, node.highest};
    add_missing(result_.missing, program_.metrics[node.metric].id);
  }

  void score_flat(const FlatScore& flat, NodeResult& result) {
    result.basis = NodeBasis::flat;
    result.score = {flat.points.value, flat.points.value};
    rely(result_.assumptions, flat.points.provenance, &flat.points.value);
  }

  void score_value(const Node& node, const Rational& value, NodeResult& result) {
    result.own_table = reading_.nodes[node.index].table.has_value();
    result.curve = curve_of(node, reading_);
    if (result.curve == nullptr) {
      result.basis = NodeBasis::missing;
      result.why = Why::no_threshold;
      result.score = {node.lowest, node.highest};
      return;
    }
    const Lookup found = look_up(*result.curve, value);
    const Rational points = clamp(found.points, node.lowest, node.highest);
    result.row = found.row;
    result.score = {points, points};
    result.calibrated = reading_.nodes[node.index].calibrated;
    if (result.calibrated && is_beyond(*result.curve, value)) {
      score_beyond(node, value, result);
      return;
    }
    result.basis = NodeBasis::computed;
    rely_on_curve(node);
    rely_on_line(node, value);
  }

  // A better value than any of the pairs scores what the best of them does or more, a worse one
  // what the worst does or less.
  void score_beyond(const Node& node, const Rational& value, NodeResult& result) const {
    const bool above = value > result.curve->knots.back().x;
    const bool better = above == program_.metrics[node.metric].higher_is_better;
    (better ? result.score.high : result.score.low) = better ? node.highest : node.lowest;
    result.why = Why::beyond_calibration;
    result.basis = NodeBasis::partial;
  }

  static bool is_beyond(const Curve& curve, const Rational& value) {
    return value < curve.knots.front().x || value > curve.knots.back().x;
  }

  static bool is_knot(const Curve& curve, const Rational& value) {
    for (const Curve::Knot& knot : curve.knots) {
      if (knot.x == value) {
        return true;
      }
    }
    return false;
  }

  void score_given(const Node& node, const Rational& given, NodeResult& result) {
    result.basis = NodeBasis::given;
    result.score = {given, given};
    if (today_ == nullptr || !today_->nodes[node.index].given) {
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
    if (method_of(program_, reading_) == Method::minimum) {
      return movement_of_minimum(node, unknown);
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

  // What an indicator scores in a reading; nothing where its metric or its thresholds are not
  // known.
  std::optional<Rational> points_in(const Node& node, const Reading& reading) {
    const Facts facts{program_, reading, reading.enrolment};
    if (node.flat && evaluate(node.flat->when, facts, Absent::not_applied).truth == Truth::yes) {
      return node.flat->points.value;
    }
    const Input& input = reading.metrics[node.metric];
    const Curve* curve = curve_of(node, reading_);
    if (input.state != InputState::value || curve == nullptr ||
        (reading.nodes[node.index].calibrated && is_beyond(*curve, input.value))) {
      return std::nullopt;
    }
    return clamp(look_up(*curve, input.value).points, node.lowest, node.highest);
  }

  [[nodiscard]] bool has_changed(const Node& node) const {
    const Input& before = today_->metrics[node.metric];
    const Input& after = reading_.metrics[node.metric];
    return before.state != after.state || before.value != after.value;
  }

  Rational movement_of_indicator(const Node& node, std::vector<Need>& unknown) {
    if (!has_changed(node) && !node.flat) {
      return {};
    }
    const std::optional<Rational> before = points_in(node, *today_);
    const std::optional<Rational> after = points_in(node, reading_);
    if (before && after) {
      if (*before != *after) {
        rely_on_move(node);
      }
      return *after - *before;
    }
    if (has_changed(node) && curve_of(node, reading_) != nullptr) {
      unknown.push_back({Need::Kind::metric, program_.metrics[node.metric].id});
    }
    return {};
  }

  // The lowest part moves a node only where all parts are known on both days.
  Rational movement_of_minimum(const Node& node, std::vector<Need>& unknown) {
    std::optional<Rational> before;
    std::optional<Rational> after;
    bool changed = false;
    const Node* open = nullptr;
    for (const Node& child : node.nodes) {
      if (!takes_part(child)) {
        continue;
      }
      const bool leaf = child.kind == NodeKind::indicator;
      const auto old_points = leaf ? points_in(child, *today_) : std::nullopt;
      const auto new_points = leaf ? points_in(child, reading_) : std::nullopt;
      changed = changed || (leaf && has_changed(child));
      if (!old_points || !new_points) {
        open = &child;
        continue;
      }
      changed = changed || *old_points != *new_points;
      before = before ? min(*before, *old_points) : *old_points;
      after = after ? min(*after, *new_points) : *new_points;
    }
    if (!changed || !before) {
      return {};
    }
    if (open != nullptr) {
      unknown.push_back({Need::Kind::given, open->id});
      return {};
    }
    for (const Node& child : node.nodes) {
      if (takes_part(child)) {
        rely_on_move(child);
      }
    }
    return *after - *before;
  }

  // Null where the curve needs thresholds that nobody gave.
  static const Curve* curve_of(const Node& node, const Reading& reading) {
    const std::optional<Curve>& own = reading.nodes[node.index].table;
    const std::optional<Curve>& built = reading.nodes[node.index].built;
    return own                                          ? &*own
           : built                                      ? &*built
           : node.curve.kind == Curve::Kind::benchmarks ? nullptr
                                                        : &node.curve;
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
    if (const RowTable* rows = reading_.nodes[node.index].weight_rows) {
      rely(result_.assumptions, rows->provenance);
    } else if (!reading_.nodes[node.index].weight) {
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
    if (!reading_.nodes[node.index].table && node.curve.kind == Curve::Kind::benchmarks) {
      rely_on_threshold(node.curve.excellent);
      rely_on_threshold(node.curve.poor);
    }
  }

  // Between two pairs of a calibration.
  void rely_on_line(const Node& node, const Rational& value) {
    const NodeReading& own = reading_.nodes[node.index];
    if (own.calibrated && !is_knot(*own.table, value)) {
      add_once(result_.assumptions, {Assumption::Place::calibration,
                                     node.id,
                                     nullptr,
                                     Assumption::Taken::unsaid,
                                     {},
                                     Status::assumed});
    }
  }

  void rely_on_move(const Node& node) {
    rely_on_curve(node);
    rely_on_line(node, today_->metrics[node.metric].value);
    rely_on_line(node, reading_.metrics[node.metric].value);
  }

  void rely_on_threshold(const Threshold& threshold) {
    const ProfileNumber* own =
        threshold.profile.empty() ? nullptr : find_in(reading_.profile, threshold.profile);
    if (own != nullptr && own->rows != nullptr) {
      rely(result_.assumptions, own->rows->provenance, &own->value);
    } else if (threshold.profile.empty()) {
      rely(result_.assumptions, threshold.figure->provenance, &threshold.figure->value);
    } else if (own == nullptr) {
      add_once(result_.assumptions,
               {Assumption::Place::profile, threshold.profile, nullptr, Assumption::Taken::number,
                threshold.figure->value, threshold.figure->provenance.status});
    }
  }

  const Program& program_;
  const Reading& reading_;
  const Reading* today_;
  Facts facts_;
  TreeResult& result_;
};

// What each node brings to the total: its score times the product of the weights down to it.
void set_weighted(std::vector<NodeResult>& nodes, const Rational& share) {
  for (NodeResult& node : nodes) {
    node.share = share * node.weight;
    node.contribution = {node.share * node.score.low, node.share * node.score.high};
    set_weighted(node.nodes, node.share);
  }
}

// The lowest node, the first of equals, brings all of its group; at each end for itself.
void set_minimum(std::vector<NodeResult>& nodes, Rational Span::*end, bool counts) {
  NodeResult* lowest = nullptr;
  for (NodeResult& node : nodes) {
    if (node.basis != NodeBasis::not_assessed &&
        (lowest == nullptr || node.score.*end < lowest->score.*end)) {
      lowest = &node;
    }
  }
  for (NodeResult& node : nodes) {
    const bool brings = counts && &node == lowest;
    node.contribution.*end = brings ? node.score.*end : Rational();
    node.share = brings ? 1 : 0;
    set_minimum(node.nodes, end, brings);
  }
}

}  // namespace

Method method_of(const Program& program, const Reading& reading) {
  const std::vector<Method>& methods = program.score->methods;
  return reading.method ? *reading.method : methods.empty() ? Method::weighted : methods.front();
}

TreeResult score_tree(const Program& program, const Reading& reading, const Reading* today) {
  TreeResult result;
  const ScoreRule& rule = *program.score;
  result.spans.resize(rule.node_count);
  TreeScorer scorer(program, reading, today, result);
  result.assessed = scorer.score_group(rule.nodes, result.nodes, result.total);
  if (method_of(program, reading) == Method::minimum) {
    set_minimum(result.nodes, &Span::high, true);
    set_minimum(result.nodes, &Span::low, true);
  } else {
    set_weighted(result.nodes, 1);
  }
  return result;
}

}  // namespace shopgauge

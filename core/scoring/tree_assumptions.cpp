// Finds whether a weight, curve or threshold is the shop's own, a row's, or the document's.

#include "core/scoring/tree_assumptions.h"

namespace shopgauge {
namespace {

bool is_knot(const Curve& curve, const Rational& value) {
  for (const Curve::Knot& knot : curve.knots) {
    if (knot.x == value) {
      return true;
    }
  }
  return false;
}

void rely_on_threshold(Tree& tree, const Threshold& threshold) {
  const ProfileNumber* own =
      threshold.profile.empty() ? nullptr : find_in(tree.reading.profile, threshold.profile);
  if (own != nullptr && own->rows != nullptr) {
    rely(tree.result.assumptions, own->rows->provenance, &own->value);
  } else if (threshold.profile.empty()) {
    rely(tree.result.assumptions, threshold.figure->provenance, &threshold.figure->value);
  } else if (own == nullptr) {
    add_once(tree.result.assumptions,
             {Assumption::Place::profile, threshold.profile, nullptr, Assumption::Taken::number,
              threshold.figure->value, threshold.figure->provenance.status});
  }
}

}  // namespace

void rely_on_weight(Tree& tree, const Node& node) {
  if (const RowTable* rows = tree.reading.nodes[node.index].weight_rows) {
    rely(tree.result.assumptions, rows->provenance);
  } else if (!tree.reading.nodes[node.index].weight) {
    add_once(tree.result.assumptions,
             {Assumption::Place::weight, node.id, nullptr, Assumption::Taken::number,
              node.weight.value, node.weight.provenance.status});
  }
}

void rely_on_curve(Tree& tree, const Node& node) {
  if (!tree.reading.nodes[node.index].table && node.curve.kind != Curve::Kind::identity) {
    add_once(tree.result.assumptions, {Assumption::Place::table,
                                       node.id,
                                       nullptr,
                                       Assumption::Taken::unsaid,
                                       {},
                                       node.curve.provenance.status});
  }
  if (!tree.reading.nodes[node.index].table && node.curve.kind == Curve::Kind::benchmarks) {
    rely_on_threshold(tree, node.curve.excellent);
    rely_on_threshold(tree, node.curve.poor);
  }
}

void rely_on_line(Tree& tree, const Node& node, const Rational& value) {
  const NodeReading& own = tree.reading.nodes[node.index];
  if (own.calibrated && !is_knot(*own.table, value)) {
    add_once(tree.result.assumptions, {Assumption::Place::calibration,
                                       node.id,
                                       nullptr,
                                       Assumption::Taken::unsaid,
                                       {},
                                       Status::assumed});
  }
}

void rely_on_move(Tree& tree, const Node& node) {
  rely_on_curve(tree, node);
  rely_on_line(tree, node, tree.today->metrics[node.metric].value);
  rely_on_line(tree, node, tree.reading.metrics[node.metric].value);
}

}  // namespace shopgauge

// Reads the tree of nodes with its curves, the adjustments, stages and derived scores.

#include "core/rules/read_score.h"

#include <utility>

#include "core/rules/curve.h"
#include "core/rules/read_condition.h"

namespace shopgauge::reader {
namespace {

constexpr CurveCodes kNoCodes = {"", "", ""};

void read_table(Draft& draft, const Json& at, const Rational& lowest, const Rational& highest,
                Curve& curve) {
  Issues issues;
  const CursorContext context{issues, "", "", ""};
  std::optional<Curve> read = read_curve(Cursor(at, context), lowest, highest, kNoCodes);
  draft.require_that(read && issues.empty());
  if (read) {
    curve = *std::move(read);
  }
  draft.provenance(at, curve.provenance);
}

// Of an indicator's metric, whose better end must be known.
void read_benchmarks(Draft& draft, const Json& at, Node& node) {
  Curve& curve = node.curve;
  curve.kind = Curve::Kind::benchmarks;
  draft.threshold(draft.object(at, "excellent"), curve.excellent);
  draft.threshold(draft.object(at, "poor"), curve.poor);
  for (const Json& points : draft.items(at, "points")) {
    curve.points.push_back(draft.number_of(points));
  }
  draft.require_that(curve.points.size() == 4);
  curve.reach = draft.number(at, "reach");
  draft.provenance(at, curve.provenance);
  if (node.metric < draft.program.metrics.size()) {
    const Metric& metric = draft.program.metrics[node.metric];
    const auto& best = metric.higher_is_better ? metric.highest : metric.lowest;
    draft.require_that(best.has_value());
    curve.best = best.value_or(Rational());
  }
}

void read_nodes(Draft& draft, const Json& at, std::vector<Node>& into);

void read_node(Draft& draft, const Json& at, Node& node) {
  node.index = draft.program.score->node_count++;
  draft.text(at, "id", node.id);
  node.kind = static_cast<NodeKind>(draft.word(at, "kind", "dimension indicator"));
  draft.figure(at, "weight", node.weight);
  draft.span(at, "range", node.lowest, node.highest);
  node.optional = draft.flag(at, "optional");
  if (node.kind == NodeKind::dimension) {
    read_nodes(draft, at, node.nodes);
    return;
  }
  node.metric = draft.metric_at(at, "metric");
  const Json& curve = draft.object(at, "curve");
  if (draft.get(curve, "kind", Json::Kind::string, true).string == "benchmarks") {
    read_benchmarks(draft, curve, node);
  } else {
    read_table(draft, curve, node.lowest, node.highest, node.curve);
  }
  if (at.find("flat") != nullptr) {
    const Json& flat = draft.object(at, "flat");
    FlatScore& score = node.flat.emplace();
    read_when(draft, flat, score.when);
    draft.figure(flat, "points", score.points);
  }
}

void read_nodes(Draft& draft, const Json& at, std::vector<Node>& into) {
  draft.list(at, "nodes", into, read_node);
  draft.require_that(!into.empty());
}

void read_band(Draft& draft, const Json& at, Band& band) {
  band.at_least = draft.number(at, "at_least");
  draft.span(at, "shown", band.shown_from, band.shown_below);
}

void read_adjustment(Draft& draft, const Json& at, Adjustment& adjustment) {
  draft.text(at, "id", adjustment.id);
  Literal points = "points";
  for (const Literal key : {"each", "at_most", "at_least"}) {
    points = at.find(key) != nullptr ? key : points;
  }
  switch (points[3]) {
    case 'h':  // each
      adjustment.kind = Adjustment::Kind::per_event;
      adjustment.metric = draft.metric_at(at, "metric");
      if (at.find("limit") != nullptr) {
        Figure limit;
        draft.figure(at, "limit", limit);
        adjustment.limit = limit.value;
      }
      break;
    case 'm':
      adjustment.kind = Adjustment::Kind::at_most;
      break;
    case 'l':
      adjustment.kind = Adjustment::Kind::at_least;
      break;
    default:
      read_when(draft, at, adjustment.when);
      draft.optional_text(at, "node", adjustment.node);
  }
  if (at.find("bands") != nullptr) {
    adjustment.kind = Adjustment::Kind::bands;
    draft.list(at, "bands", adjustment.bands, read_band);
    draft.require_that(!adjustment.bands.empty());
    draft.provenance(at, adjustment.provenance);
  } else {
    draft.figure(at, points, adjustment.points);
    adjustment.provenance = adjustment.points.provenance;
  }
}

void read_stage(Draft& draft, const Json& at, Stage& stage) {
  draft.text(at, "id", stage.id);
  read_when(draft, at, stage.when);
  draft.list(at, "not_scored", stage.not_scored, read_exclusion);
  draft.text(at, "node", stage.node);
  draft.figure(at, "points", stage.points);
  draft.list(at, "adjustments", stage.adjustments, read_adjustment);
}

void read_derived(Draft& draft, const Json& at, Derived& derived) {
  draft.text(at, "id", derived.id);
  draft.text(at, "of", derived.of);
  constexpr std::int64_t kAny = 1'000'000'000'000;
  read_table(draft, draft.object(at, "curve"), -kAny, kAny, derived.curve);
}

}  // namespace

void read_score(Draft& draft, const Json& at, ScoreRule& score) {
  draft.span(at, "scale", score.lowest, score.highest);
  const Json& rounding = draft.object(at, "rounding");
  score.digits = draft.whole(rounding, "digits");
  draft.require_that(score.digits <= 6);
  score.rounding = static_cast<Rounding>(draft.word(rounding, "mode", "half_up half_even down up"));
  draft.provenance(rounding, score.rounding_provenance);
  draft.optional_text(at, "stage", score.stage);
  read_nodes(draft, at, score.nodes);
  draft.list(at, "not_scored", score.not_scored, read_exclusion);
  draft.list(at, "adjustments", score.adjustments, read_adjustment);
  draft.list(at, "stages", score.stages, read_stage);
  if (at.find("methods") != nullptr) {
    const Json& methods = draft.object(at, "methods");
    for (const Json& method : draft.items(methods, "of")) {
      score.methods.push_back(
          static_cast<Method>(draft.word_of("weighted minimum", method.string)));
    }
    draft.provenance(methods, score.method_provenance);
  }
  draft.list(at, "derived", score.derived, read_derived);
}

}  // namespace shopgauge::reader

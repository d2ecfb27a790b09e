// The score of a program document: tree, stages, adjustments, limits, derived figures.

#include <algorithm>
#include <utility>

#include "core/base/decimal.h"
#include "core/rules/reader_parts.h"

namespace shopgauge::reader {
namespace {

// [low, high], both numbers.
std::pair<Rational, Rational> read_span(const Cursor& parent, Literal key) {
  const Cursor at = parent.need(key);
  if (!at || !at.need_array()) {
    return {0, 1};
  }
  const Rational* low = at.size() == 2 ? at[0].number() : nullptr;
  const Rational* high = at.size() == 2 ? at[1].number() : nullptr;
  if (low == nullptr || high == nullptr || *low >= *high) {
    issue_value(at, "must hold two numbers, the lower one first");
    return {0, 1};
  }
  return {*low, *high};
}

// Of an indicator's metric, whose better end must be known.
Curve read_benchmarks(const Cursor& at, const Metric& metric, Context& context) {
  Curve curve;
  curve.kind = Curve::Kind::benchmarks;
  curve.excellent = read_threshold(at, "excellent", context);
  curve.poor = read_threshold(at, "poor", context);
  const std::optional<Rational>& best = metric.higher_is_better ? metric.highest : metric.lowest;
  if (!best || metric.higher_is_better == metric.lower_is_better) {
    issue_value(at, "benchmarks need a metric with a best value");
  }
  curve.best = best.value_or(Rational());
  const Cursor points = at.need("points");
  for (std::size_t i = 0; points && points.need_array() && i < points.size(); ++i) {
    curve.points.push_back(points[i].value());
  }
  constexpr std::size_t kPoints = 4;
  for (std::size_t i = 1; i < curve.points.size(); ++i) {
    if (curve.points[i] >= curve.points[i - 1]) {
      points.issue("program.table", "the points must fall");
    }
  }
  if (points && curve.points.size() != kPoints) {
    points.issue("program.table", "must hold four numbers");
    curve.points.resize(kPoints);
  }
  if (const Cursor reach = at.need("reach")) {
    curve.reach = reach.value();
    if (curve.reach <= 1) {
      issue_value(reach, "must lie above 1");
    }
  }
  curve.provenance = read_provenance(at, context);
  return curve;
}

// `metric`: of an indicator, or null.
Curve read_sourced_curve(const Cursor& parent, const Rational& lowest, const Rational& highest,
                         const Metric* metric, Context& context) {
  const Cursor at = parent.need("curve");
  if (!at || !at.need_object("kind closed knots rows excellent poor points reach status source "
                             "note")) {
    return {};
  }
  const Json* kind = at.json().find("kind");
  if (metric != nullptr && kind != nullptr && kind->string == "benchmarks") {
    return read_benchmarks(at, *metric, context);
  }
  Curve curve = read_curve(at, lowest, highest, kCurveCodes).value_or(Curve{});
  curve.provenance = read_provenance(at, context);
  return curve;
}

std::vector<Node> read_nodes(const Cursor& at, Context& context, std::size_t& count,
                             std::vector<std::string_view>& ids);

Node read_node(const Cursor& at, Context& context, std::size_t& count,
               std::vector<std::string_view>& ids) {
  Node node;
  node.index = count++;
  if (!at.need_object("id kind title weight range nodes metric optional curve flat")) {
    return node;
  }
  node.id = read_id(at, "id");
  ids.push_back(node.id);
  node.kind = static_cast<NodeKind>(read_word(at, "kind", "dimension indicator"));
  node.weight = read_figure(at, "weight", context);
  if (node.weight.value.sign() <= 0) {
    at.issue("program.range", "a weight lies above 0");
  }
  std::tie(node.lowest, node.highest) = read_span(at, "range");
  node.optional = read_flag(at, "optional");
  if (node.kind == NodeKind::indicator) {
    node.metric = read_metric_reference(at, "metric", context);
    if (!context.program.metrics.empty()) {
      node.curve = read_sourced_curve(at, node.lowest, node.highest,
                                      &context.program.metrics[node.metric], context);
    }
    const Cursor flat = at.find("flat");
    if (flat && flat.need_object("when points")) {
      node.flat = FlatScore{read_condition_member(flat, "when", context),
                            read_figure(flat, "points", context)};
    }
    return node;
  }
  read_text(at, "title");
  if (const auto nodes = at.need("nodes")) {
    node.nodes = read_nodes(nodes, context, count, ids);
  }
  return node;
}

std::vector<Node> read_nodes(const Cursor& at, Context& context, std::size_t& count,
                             std::vector<std::string_view>& ids) {
  std::vector<Node> nodes;
  if (!at.need_array()) {
    return nodes;
  }
  Rational sum;
  for (std::size_t i = 0; i < at.size(); ++i) {
    nodes.push_back(read_node(at[i], context, count, ids));
    sum += nodes.back().weight.value;
  }
  if (sum != Rational(1)) {
    at.issue("program.weights_sum", "the weights of a group sum to 1", {{"sum", display(sum, 6)}});
  }
  return nodes;
}

void read_bands(const Cursor& at, Adjustment& adjustment) {
  for_each(at, "bands", "at_least shown", [&](const Cursor& one) {
    Band band;
    if (const Cursor from = one.need("at_least")) {
      band.at_least = from.value();
    }
    std::tie(band.shown_from, band.shown_below) = read_span(one, "shown");
    if (!adjustment.bands.empty() && band.at_least >= adjustment.bands.back().at_least) {
      one.issue("program.unreachable", "a band below a lower one can never apply");
    }
    adjustment.bands.push_back(std::move(band));
  });
  const Cursor bands = at.find("bands");
  if (bands.json().is(Json::Kind::array) && bands.size() == 0) {
    issue_value(bands, "must hold at least one band");
  }
}

void read_per_event(const Cursor& at, Adjustment& adjustment, Context& context) {
  adjustment.kind = Adjustment::Kind::per_event;
  adjustment.metric = read_metric_reference(at, "metric", context);
  adjustment.points = read_figure(at, "each", context);
  adjustment.provenance = adjustment.points.provenance;
  if (at.find("limit")) {
    adjustment.limit = read_figure(at, "limit", context).value;
  }
  if (adjustment.limit && adjustment.points.value.sign() * adjustment.limit->sign() <= 0) {
    at.issue("program.range", "the points of each event and their limit have the same sign");
  }
}

Adjustment read_adjustment(const Cursor& at, Context& context) {
  Adjustment adjustment;
  if (!at.need_object()) {
    return adjustment;
  }
  adjustment.id = read_id(at, "id");
  read_text(at, "title");
  if (at.find("metric")) {
    (void)at.need_object("id title metric each limit");
    read_per_event(at, adjustment, context);
    return adjustment;
  }
  for (const Literal key : {"at_most", "at_least"}) {
    if (at.find(key)) {
      (void)at.need_object("id title at_most at_least");
      adjustment.kind =
          key[3] == 'm' ? Adjustment::Kind::at_most : Adjustment::Kind::at_least;
      adjustment.points = read_figure(at, key, context);
      adjustment.provenance = adjustment.points.provenance;
      return adjustment;
    }
  }
  adjustment.when = read_condition_member(at, "when", context);
  if (at.find("bands")) {
    (void)at.need_object("id title when bands status source note");
    adjustment.kind = Adjustment::Kind::bands;
    adjustment.provenance = read_provenance(at, context);
    read_bands(at, adjustment);
    return adjustment;
  }
  (void)at.need_object("id title when points node");
  if (at.find("node")) {
    adjustment.node = read_id(at, "node");
    const std::vector<Node>& nodes = context.program.score->nodes;
    if (std::none_of(nodes.begin(), nodes.end(),
                     [&](const Node& node) { return node.id == adjustment.node; })) {
      issue_unknown(at, "the score has no such dimension", adjustment.node);
    }
  }
  adjustment.points = read_figure(at, "points", context);
  adjustment.provenance = adjustment.points.provenance;
  return adjustment;
}

std::vector<Adjustment> read_adjustments(const Cursor& parent, Context& context) {
  std::vector<Adjustment> adjustments;
  const Cursor at = parent.find("adjustments");
  if (!at || !at.need_array()) {
    return adjustments;
  }
  std::vector<std::string_view> ids;
  for (std::size_t i = 0; i < at.size(); ++i) {
    adjustments.push_back(read_adjustment(at[i], context));
    ids.push_back(adjustments.back().id);
  }
  check_unique(at, ids);
  return adjustments;
}

Stage read_stage(const Cursor& at, Context& context) {
  Stage stage;
  if (!at.need_object("id when not_scored node points adjustments")) {
    return stage;
  }
  stage.id = read_id(at, "id");
  use_text(at, "stage", stage.id, context);
  stage.when = read_condition_member(at, "when", context);
  stage.not_scored = read_exclusions(at, "not_scored", context);
  stage.node = read_id(at, "node");
  use_text(at, "stage", stage.node, context);
  stage.points = read_figure(at, "points", context);
  stage.adjustments = read_adjustments(at, context);
  return stage;
}

void read_stages(const Cursor& at, Context& context) {
  ScoreRule& score = *context.program.score;
  const Cursor stages = at.find("stages");
  if (!stages || !stages.need_array()) {
    return;
  }
  score.stage = read_id(at, "stage");
  use_text(at, "stage", score.stage, context);
  std::vector<std::string_view> ids = {score.stage};
  for (std::size_t i = 0; i < stages.size(); ++i) {
    score.stages.push_back(read_stage(stages[i], context));
    ids.push_back(score.stages.back().id);
  }
  check_unique(stages, ids);
}

void read_rounding(const Cursor& score_at, Context& context) {
  ScoreRule& score = *context.program.score;
  const Cursor at = score_at.need("rounding");
  if (!at || !at.need_object("digits mode status source note")) {
    return;
  }
  score.digits = read_int(at, "digits", 0, 6);
  score.rounding = static_cast<Rounding>(read_word(at, "mode", "half_up half_even down up"));
  score.rounding_provenance = read_provenance(at, context);
}

void read_methods(const Cursor& score_at, Context& context) {
  ScoreRule& score = *context.program.score;
  const Cursor at = score_at.find("methods");
  if (!at || !at.need_object("of status source note")) {
    return;
  }
  const Cursor of = at.need("of");
  for (std::size_t i = 0; of && of.need_array() && i < of.size(); ++i) {
    const int word = index_in("weighted minimum", of[i].text());
    if (word < 0) {
      issue_value(of[i], "must be \"weighted\" or \"minimum\"");
    }
    score.methods.push_back(word == 1 ? Method::minimum : Method::weighted);
  }
  if (of && (score.methods.size() != 2 || score.methods[0] == score.methods[1])) {
    issue_value(of, "methods are worth a word where there are two");
  }
  score.method_provenance = read_provenance(at, context);
}

void read_derived(const Cursor& score_at, Context& context) {
  const Cursor at = score_at.find("derived");
  if (!at || !at.need_array()) {
    return;
  }
  std::vector<std::string_view> known = {"value"};
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    if (!one.need_object("id title of curve")) {
      continue;
    }
    Derived derived;
    derived.id = read_id(one, "id");
    read_text(one, "title");
    derived.of = read_id(one, "of");
    if (std::find(known.begin(), known.end(), derived.of) == known.end()) {
      issue_unknown(one, "there is no such figure before this one", derived.of);
    }
    const Rational any = 1'000'000;
    derived.curve = read_sourced_curve(one, -any, any, nullptr, context);
    if (derived.curve.kind != Curve::Kind::steps) {
      issue_value(one, "a derived figure has a curve of steps");
    }
    // "value", the first of them, is refused as a duplicate below.
    if (index_in(kScoreKeys, derived.id) > 0) {
      issue_value(one, "this id stands for something else in a reply's score");
    }
    known.push_back(derived.id);
    context.program.score->derived.push_back(std::move(derived));
  }
  check_unique(at, known);
}

}  // namespace

void read_score(const Cursor& at, Context& context) {
  ScoreRule& score = context.program.score.emplace();
  if (!at.need_object(
          "scale rounding stage not_scored stages nodes methods adjustments derived")) {
    return;
  }
  std::tie(score.lowest, score.highest) = read_span(at, "scale");
  read_rounding(at, context);
  std::vector<std::string_view> ids;
  if (const auto nodes = at.need("nodes")) {
    score.nodes = read_nodes(nodes, context, score.node_count, ids);
    check_unique(nodes, ids);
  }
  score.not_scored = read_exclusions(at, "not_scored", context);
  score.adjustments = read_adjustments(at, context);
  read_stages(at, context);
  read_methods(at, context);
  read_derived(at, context);
}

}  // namespace shopgauge::reader

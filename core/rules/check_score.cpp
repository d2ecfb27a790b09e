// What the shapes of a score cannot say: weights, curves and their ends, stages, adjustments.

#include <algorithm>

#include "core/base/cursor.h"
#include "core/base/decimal.h"
#include "core/rules/inspection.h"
#include "core/rules/program.h"

namespace shopgauge::checker {
namespace {

void raise_ends(const Json& at, const Ends& range, Inspection& inspection) {
  inspection.raise(at, Fault::outside_range,
                   {{"low", display(range.low, 6)}, {"high", display(range.high, 6)}});
}

bool lies_within(const Rational& value, const Ends& range) {
  return value >= range.low && value <= range.high;
}

// The points of a curve's knots, rows or benchmarks: the last number of each line.
void check_curve_points(const Json& curve, const Ends& range, Inspection& inspection) {
  for (const std::string_view key : {"knots", "rows"}) {
    for (const Json& line : items_of(curve, key)) {
      if (!line.items.empty() && line.items.back().is(Json::Kind::number) &&
          !lies_within(line.items.back().number, range)) {
        raise_ends(line, range, inspection);
      }
    }
  }
  for (const Json& points : items_of(curve, "points")) {
    if (points.is(Json::Kind::number) && !lies_within(points.number, range)) {
      raise_ends(points, range, inspection);
    }
  }
}

// What the document says of a threshold: its own figure or the default of the shop's.
std::optional<Rational> default_of(const Json& curve, std::string_view key) {
  const Json* threshold = curve.find(key);
  const bool own = threshold == nullptr || threshold->find("profile") == nullptr;
  return own ? figure_of(curve, key) : figure_of(*threshold, "default");
}

void check_benchmarks(const Json& curve, const Json& metric, Inspection& inspection) {
  const std::string_view better = word_of(metric, "better");
  const bool higher = better == "higher";
  const Rational* low = end_of(metric, 0);
  const Rational* high = end_of(metric, 1);
  if (better == "neither" ||
      (items_of(metric, "range").size() == 2 && (higher ? high : low) == nullptr)) {
    inspection.raise(curve, Fault::best_value);
  }
  const std::vector<Json>& points = items_of(curve, "points");
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i].is(Json::Kind::number) && points[i - 1].is(Json::Kind::number) &&
        points[i].number >= points[i - 1].number) {
      inspection.raise(points[i], Fault::falling);
    }
  }
  const Rational* reach = number_of(curve, "reach");
  if (reach != nullptr && *reach <= 1) {
    inspection.raise(*curve.find("reach"), Fault::reach);
  }
  const auto excellent = default_of(curve, "excellent");
  const auto poor = default_of(curve, "poor");
  const auto outside = [&](const std::optional<Rational>& value) {
    return value && ((low != nullptr && *value < *low) || (high != nullptr && *value > *high));
  };
  if (outside(excellent) || outside(poor) ||
      (excellent && poor && (higher ? *poor >= *excellent : *poor <= *excellent))) {
    inspection.raise(curve, Fault::benchmark_order);
  }
}

void check_exclusions(const Json& at, Inspection& inspection) {
  for (const Json& exclusion : items_of(at, "not_scored")) {
    check_inputs_only(exclusion, "when", inspection);
  }
}

// Points for one dimension: a stage has no dimensions, the lowest of them is no sum.
void check_no_node(const Json& at, Fault fault, Inspection& inspection) {
  for (const Json& adjustment : items_of(at, "adjustments")) {
    if (const Json* node = adjustment.find("node")) {
      inspection.raise(*node, fault);
    }
  }
}

// Of stages and of the formal score: what comes first must not always apply.
void check_hidden(const std::vector<Json>& list, Inspection& inspection) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Json* when = list[i].find("when");
    for (std::size_t j = 0; when != nullptr && j < i; ++j) {
      const Json* before = list[j].find("when");
      if (before != nullptr && implies(*when, *before)) {
        inspection.raise(list[i], Fault::hidden);
        break;
      }
    }
  }
}

void check_derived(const Json& at, Inspection& inspection) {
  std::vector<std::string_view> known = {"value"};
  for (const Json& derived : items_of(at, "derived")) {
    const std::string_view of = word_of(derived, "of");
    if (!of.empty() && std::find(known.begin(), known.end(), of) == known.end()) {
      inspection.raise(*derived.find("of"), Fault::unknown_reference,
                       {{"id", of}, {"kind", "derived"}});
    }
    const std::string_view id = word_of(derived, "id");
    if (index_in(kScoreKeys, id) >= 0) {
      inspection.raise(*derived.find("id"), Fault::reserved_id, {{"id", id}});
    }
    known.push_back(id);
  }
}

}  // namespace

void check_score(const Json& at, Inspection& inspection) {
  check_unique(inspection.all("node"), inspection);
  check_exclusions(at, inspection);
  const std::vector<Json>& stages = items_of(at, "stages");
  check_hidden(stages, inspection);
  if (!stages.empty() && at.find("stage") == nullptr) {
    inspection.raise(at, Fault::stage, {{"id", "stage"}});
  }
  for (const Json& stage : stages) {
    if (!word_of(stage, "id").empty() && word_of(stage, "id") == word_of(at, "stage")) {
      inspection.raise(stage, Fault::duplicate, {{"id", word_of(stage, "id")}});
    }
  }
  if (at.find("methods") != nullptr) {
    check_no_node(at, Fault::weighted_only, inspection);
  }
  check_derived(at, inspection);
}

void check_group(const Json& at, Inspection& inspection) {
  const Json* nodes = at.find("nodes");
  Rational sum;
  bool complete = nodes != nullptr && !nodes->items.empty();
  for (const Json& node : items_of(at, "nodes")) {
    const std::optional<Rational> weight = figure_of(node, "weight");
    complete = complete && weight;
    sum += weight.value_or(Rational());
    if (weight && weight->sign() <= 0) {
      inspection.raise(*node.find("weight"), Fault::weight);
    }
  }
  if (complete && sum != Rational(1)) {
    inspection.raise(*nodes, Fault::weights_sum, {{"sum", display(sum, 6)}});
  }
}

void check_indicator(const Json& at, Inspection& inspection) {
  const std::optional<Ends> range = ends_of(at, "range");
  const Json* curve = at.find("curve");
  const Json* metric = inspection.find("metric", word_of(at, "metric"));
  if (range && curve != nullptr) {
    check_curve_points(*curve, *range, inspection);
  }
  if (metric != nullptr && word_of(*metric, "kind") == "flag") {
    inspection.raise(at, Fault::flag_number);
  } else if (metric != nullptr && curve != nullptr && word_of(*curve, "kind") == "benchmarks") {
    check_benchmarks(*curve, *metric, inspection);
  }
  if (const Json* flat = at.find("flat")) {
    check_inputs_only(*flat, "when", inspection);
    const auto points = figure_of(*flat, "points");
    if (range && points && !lies_within(*points, *range)) {
      raise_ends(*flat->find("points"), *range, inspection);
    }
  }
}

void check_linear(const Json& at, Inspection& inspection) {
  const Json* last = nullptr;
  for (const Json& knot : items_of(at, "knots")) {
    if (knot.items.empty() || !knot.items[0].is(Json::Kind::number)) {
      continue;
    }
    if (last != nullptr && knot.items[0].number <= last->number) {
      inspection.raise(knot, Fault::knots);
    }
    last = &knot.items[0];
  }
}

void check_steps(const Json& at, Inspection& inspection) {
  const Json* last = nullptr;  // the end of the row before
  for (const Json& row : items_of(at, "rows")) {
    if (row.items.size() != 3 || !row.items[0].is(Json::Kind::number) ||
        !row.items[1].is(Json::Kind::number)) {
      last = nullptr;
      continue;
    }
    const Rational& from = row.items[0].number;
    if (from >= row.items[1].number) {
      inspection.raise(row, Fault::row_order);
    }
    if (last != nullptr && from > last->number) {
      inspection.raise(row, Fault::gap);
    } else if (last != nullptr && from < last->number) {
      inspection.raise(row, Fault::overlap);
    }
    last = &row.items[1];
  }
}

void check_stage(const Json& at, Inspection& inspection) {
  check_inputs_only(at, "when", inspection);
  check_exclusions(at, inspection);
  check_no_node(at, Fault::reads_score, inspection);
}

void check_bands(const Json& at, Inspection& inspection) {
  check_inputs_only(at, "when", inspection);
  const Rational* above = nullptr;
  for (const Json& band : items_of(at, "bands")) {
    const Rational* from = number_of(band, "at_least");
    if (above != nullptr && from != nullptr && *from >= *above) {
      inspection.raise(band, Fault::hidden);
    }
    above = from;
  }
}

void check_points(const Json& at, Inspection& inspection) {
  check_inputs_only(at, "when", inspection);
}

void check_per_event(const Json& at, Inspection& inspection) {
  const Json* metric = inspection.find("metric", word_of(at, "metric"));
  if (metric != nullptr && word_of(*metric, "kind") == "flag") {
    inspection.raise(at, Fault::flag_number);
    return;
  }
  const auto each = figure_of(at, "each");
  const auto limit = figure_of(at, "limit");
  if (each && limit && each->sign() * limit->sign() <= 0) {
    inspection.raise(*at.find("limit"), Fault::limit_sign);
  }
  if (at.find("limit") == nullptr && metric != nullptr && items_of(*metric, "range").size() == 2 &&
      end_of(*metric, 1) == nullptr) {
    inspection.raise(at, Fault::no_limit, {{"id", "limit"}});
  }
}

}  // namespace shopgauge::checker

// Looks a value up in the document's knots and rows.

#include "tests/property/oracle_curve.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "tests/api/corpus.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

using Knots = std::vector<std::pair<Rational, Rational>>;

// The line through two points, at `x`.
Rational on_line(const Rational& x, const std::pair<Rational, Rational>& a,
                 const std::pair<Rational, Rational>& b) {
  return a.second + (b.second - a.second) * (x - a.first) / (b.first - a.first);
}

// Knots in rising order; beyond the outer ones the end value holds.
Rational through(const Knots& knots, const Rational& x) {
  if (x <= knots.front().first) {
    return knots.front().second;
  }
  for (std::size_t i = 1; i < knots.size(); ++i) {
    if (x <= knots[i].first) {
      return on_line(x, knots[i - 1], knots[i]);
    }
  }
  return knots.back().second;
}

Knots knots_of(const Json& curve) {
  Knots knots;
  for (const Json& knot : member(curve, "knots").items) {
    knots.emplace_back(knot.items[0].number, knot.items[1].number);
  }
  return knots;
}

// Through the metric's best value, both thresholds, and what lies so far beyond, but within the
// metric's range.
std::optional<Knots> benchmark_knots(const Known& known, const Json& curve, const Json& metric) {
  const std::optional<Rational> excellent = threshold_of(known, member(curve, "excellent"));
  const std::optional<Rational> poor = threshold_of(known, member(curve, "poor"));
  if (!excellent || !poor) {
    return std::nullopt;
  }
  const bool higher = member(metric, "better").string == "higher";
  const std::vector<Json>& ends = member(metric, "range").items;
  const std::vector<Json>& at = member(curve, "points").items;
  const Rational reach = *excellent + member(curve, "reach").number * (*poor - *excellent);
  const Rational worst = higher && ends[0].is(Json::Kind::number) ? larger(reach, ends[0].number)
                         : !higher && ends[1].is(Json::Kind::number)
                             ? smaller(reach, ends[1].number)
                             : reach;
  // Of two points at one place the first is meant.
  Knots knots;
  const Rational places[] = {ends[higher ? 1 : 0].number, *excellent, *poor, worst};
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (knots.empty() || knots.back().first != places[i]) {
      knots.emplace_back(places[i], at[i].number);
    }
  }
  if (higher) {
    std::reverse(knots.begin(), knots.end());
  }
  return knots;
}

}  // namespace

Rational in_rows(const Json& curve, const Rational& value) {
  const bool left = member(curve, "closed").string == "left";
  const std::vector<Json>& rows = member(curve, "rows").items;
  for (const Json& row : rows) {
    const Rational& from = row.items[0].number;
    const Rational& to = row.items[1].number;
    if (left ? from <= value && value < to : from < value && value <= to) {
      return row.items[2].number;
    }
  }
  return value <= rows.front().items[0].number ? rows.front().items[2].number
                                               : rows.back().items[2].number;
}

Rational within(const Json& range, const Rational& value) {
  return smaller(larger(value, range.items[0].number), range.items[1].number);
}

std::optional<Rational> points_of(const Known& known, const Json& node, const Rational& value) {
  const Json* tables = given_in(known, "profile", "tables");
  const Json* own = tables == nullptr ? nullptr : tables->find(member(node, "id").string);
  const Json& curve = own == nullptr ? member(node, "curve") : *own;
  const std::string& kind = member(curve, "kind").string;
  Rational scored = value;
  if (kind == "linear") {
    scored = through(knots_of(curve), value);
  } else if (kind == "steps") {
    scored = in_rows(curve, value);
  } else if (kind == "benchmarks") {
    const std::optional<Knots> knots =
        benchmark_knots(known, curve, metric_with(known, member(node, "metric").string));
    if (!knots) {
      return std::nullopt;
    }
    scored = through(*knots, value);
  }
  return within(member(node, "range"), scored);
}

}  // namespace shopgauge::tests

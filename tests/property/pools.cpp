// Draws inputs of each metric once, around thresholds, knots and ends of rows.

#include "tests/property/pools.h"

#include <algorithm>
#include <utility>

#include "core/base/decimal.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

Entry state(InputState state, bool counted = false) {
  Entry entry;
  entry.input.state = state;
  entry.counted = counted;
  return entry;
}

// A rate as events of cases, a mean as a sum over so many.
Entry counts(const Metric& metric, std::int64_t num, std::int64_t den) {
  Entry entry = den == 0 ? state(InputState::no_sample) : plain(num, den);
  const bool mean = metric.kind == MetricKind::mean;
  entry.counted = true;
  entry.given = std::make_unique<Json>(
      object({{mean ? "sum" : "num", number(num)}, {mean ? "n" : "den", number(den)}}));
  entry.input.given = entry.given.get();
  return entry;
}

bool admits(const Metric& metric, const Rational& value) {
  return (!metric.lowest || value >= *metric.lowest) &&
         (!metric.highest || value <= *metric.highest) &&
         (metric.kind != MetricKind::count || value.is_integer());
}

}  // namespace

Entry plain(std::int64_t num, std::int64_t den) {
  Entry entry;
  entry.num = num;
  entry.den = den;
  entry.input = {InputState::value, Rational::ratio(num, den), nullptr};
  return entry;
}

Pools::Pools(const Edition& edition, const Program& program, Draw& draw)
    : edition_(edition), program_(program), random_(draw.random()) {
  for (const Metric& metric : program.metrics) {
    pools_.push_back(pool_of(metric, draw));
  }
}

// The first entries are values.
std::vector<Entry> Pools::pool_of(const Metric& metric, Draw& draw) {
  std::vector<Entry> pool;
  const Json& json = edition_.metric(metric.id);
  if (metric.kind == MetricKind::flag) {
    pool.push_back(plain(0, 1));
    pool.push_back(plain(1, 1));
  } else {
    for (int i = 0; i < 30; ++i) {
      add(metric, draw.value(json), pool);
    }
    add(metric, edition_.best(json).number, pool);
    add(metric, edition_.worst(json).number, pool);
    for (const Rational& number : numbers_of(metric)) {
      add_around(metric, number, edition_.step(json), pool);
    }
  }
  values_.push_back(pool.size());
  pool.push_back(state(InputState::absent));
  pool.push_back(state(InputState::unknown));
  pool.push_back(state(InputState::no_sample));
  pool.push_back(state(InputState::no_score));
  if (metric.kind == MetricKind::rate || metric.kind == MetricKind::mean) {
    pool.push_back(counts(metric, 0, 0));
  }
  return pool;
}

// Thresholds, knots and ends of rows.
std::vector<Rational> Pools::numbers_of(const Metric& metric) const {
  std::vector<Rational> numbers;
  for (const Leaf& leaf : edition_.leaves()) {
    const auto number = default_of(*leaf.threshold);
    if (leaf.id == metric.id && number) {
      numbers.push_back(*number);
    }
  }
  for (const auto& [path, number] : edition_.chosen()) {
    if (path.size() > metric.id.size() &&
        path.compare(path.size() - metric.id.size(), metric.id.size(), metric.id) == 0) {
      numbers.push_back(number);
    }
  }
  if (program_.score) {
    add_knots(program_.score->nodes, metric, numbers);
  }
  return numbers;
}

void Pools::add_knots(const std::vector<Node>& nodes, const Metric& metric,
                      std::vector<Rational>& numbers) const {
  for (const Node& node : nodes) {
    add_knots(node.nodes, metric, numbers);
    if (node.kind == NodeKind::indicator && &program_.metrics[node.metric] == &metric) {
      for (const Curve::Knot& knot : node.curve.knots) {
        numbers.push_back(knot.x);
      }
      for (const Curve::Row& row : node.curve.rows) {
        numbers.push_back(row.to);
      }
    }
  }
}

void Pools::add_around(const Metric& metric, const Rational& number, const Rational& step,
                       std::vector<Entry>& pool) {
  const Rational tiny = Rational::ratio(1, 1'000'000'000);
  for (const Rational& by : {-step, -tiny, Rational(), tiny, step}) {
    add(metric, number + by, pool);
  }
}

void Pools::add(const Metric& metric, const Rational& value, std::vector<Entry>& pool) {
  const auto fraction = value.small();
  if (!fraction || !admits(metric, value)) {
    return;
  }
  // Small, or as large as 64 bits admit.
  std::int64_t times = static_cast<std::int64_t>(1 + random_.below(40));
  if (random_.chance(0.15)) {
    times = std::int64_t{1} << random_.below(40);
  }
  constexpr std::int64_t kMost = 1'000'000'000'000'000'000;
  if (std::max(std::abs(fraction->numerator), fraction->denominator) > kMost / times) {
    times = 1;
  }
  const std::int64_t num = fraction->numerator * times;
  const std::int64_t den = fraction->denominator * times;
  const bool countable = metric.kind == MetricKind::rate || metric.kind == MetricKind::mean;
  if (countable && num >= 0 && random_.chance(0.5)) {
    pool.push_back(counts(metric, num, den));
  } else if (metric.kind == MetricKind::count) {
    pool.push_back(plain(fraction->numerator, 1));
  } else {
    pool.push_back(plain(num, den));
  }
  // An odd number of cases next to it.
  if (countable && random_.chance(0.5)) {
    const auto cases = static_cast<std::int64_t>(1 + random_.below(400));
    const auto events = to_int64(floor_to(value * cases, 0));
    if (events && *events >= 0 && admits(metric, Rational::ratio(*events, cases))) {
      pool.push_back(counts(metric, *events, cases));
    }
  }
}

}  // namespace shopgauge::tests

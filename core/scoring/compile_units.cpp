// Finds a unit that every number of the rules is a whole number of, and puts curves into it.

#include "core/scoring/compile_units.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace shopgauge::compiled {
namespace {

// The numbers of the rules may make the unit so fine; lines alone only so fine.
constexpr std::int64_t kMostUnit = std::int64_t{1} << 50;
constexpr std::int64_t kMostUnitOfLines = 10'000'000'000;
// A unit of so many parts of a point is fine enough.
constexpr std::int64_t kUsefulUnit = 50'000'000;
// Intermediate products in 64 bits stay below this.
constexpr std::int64_t kMostProduct = std::int64_t{1} << 62;

// points = rise * value + base, exactly.
struct ExactLine {
  Rational rise;
  Rational base;
};

ExactLine line_between(const Curve::Knot& from, const Curve::Knot& to) {
  const Rational rise = (to.y - from.y) / (to.x - from.x);
  return {rise, from.y - rise * from.x};
}

// The whole part of number * unit, downwards; nothing where it is too large.
std::optional<std::int64_t> floor_in_units(const Rational& number, std::int64_t unit) {
  const auto units = to_int64(floor_to(number * unit, 0));
  return units && *units<kMostProduct&& * units> - kMostProduct ? units : std::nullopt;
}

bool add_turn(const Rational& at, Leaf& leaf) {
  const auto turn = at.small();
  if (turn) {
    leaf.turns.push_back(*turn);
  }
  return turn.has_value();
}

// One line, whose points stay within [lowest, highest].
bool add_line(const ExactLine& exact, const Rational& lowest, const Rational& highest,
              const Rational& reach, std::int64_t unit, Leaf& leaf) {
  const auto rise = floor_in_units(exact.rise, unit);
  const auto base = floor_in_units(exact.base, unit);
  if (!rise || !base) {
    return false;
  }
  Line line;
  line.rise = *rise;
  line.base = *base;
  line.lowest = std::clamp(in_units(lowest, unit), leaf.lowest, leaf.highest);
  line.highest = std::clamp(in_units(highest, unit), leaf.lowest, leaf.highest);
  leaf.lines.push_back(line);
  // The division rounds by less than 1. A rounded rise brings less than 1 for each whole of the
  // value, which lies within the knots; a rounded base less than 1.
  std::int64_t slack = 1;
  if (exact.rise * unit != *rise || exact.base * unit != *base) {
    const auto far = to_int64(floor_to(reach, 0));
    if (!far || *far > unit - 3) {
      return false;  // a slack of more than a point
    }
    slack = *far + 3;
    leaf.exact_lines = false;
  }
  leaf.slack = std::max(leaf.slack, slack);
  return true;
}

bool set_lines(const Curve& curve, std::int64_t unit, Leaf& leaf) {
  const std::vector<Curve::Knot>& knots = curve.knots;
  // A shop may know a single pair.
  bool good = knots.size() > 1 ||
              add_line({0, knots.front().y}, knots.front().y, knots.front().y, 0, unit, leaf);
  for (std::size_t i = 0; good && i + 1 < knots.size(); ++i) {
    const ExactLine line = line_between(knots[i], knots[i + 1]);
    good = (i == 0 || add_turn(knots[i].x, leaf)) &&
           add_line(line, min(knots[i].y, knots[i + 1].y), max(knots[i].y, knots[i + 1].y),
                    knots[i + 1].x, unit, leaf);
  }
  // What rounded numbers say of values below 0 has not been thought through.
  return good && (leaf.exact_lines || knots.front().x.sign() >= 0);
}

bool set_steps(const Curve& curve, std::int64_t unit, Leaf& leaf) {
  leaf.closed_left = curve.closed_left;
  bool good = true;
  for (std::size_t i = 0; i < curve.rows.size(); ++i) {
    good = good && (i == 0 || add_turn(curve.rows[i - 1].to, leaf));
    leaf.points.push_back(
        std::clamp(in_units(curve.rows[i].points, unit), leaf.lowest, leaf.highest));
  }
  return good;
}

std::int64_t magnitude(std::int64_t value) { return value < 0 ? -value : value; }

// Up to which values products of 64 bits do.
void set_limits(Leaf& leaf) {
  std::int64_t num = 1;
  std::int64_t den = 1;
  for (const Line& line : leaf.lines) {
    num = std::max(num, magnitude(line.rise));
  }
  for (const Fraction& turn : leaf.turns) {
    num = std::max(num, turn.denominator);
    den = std::max(den, magnitude(turn.numerator));
  }
  leaf.num_limit = kMostProduct / num - 1;
  leaf.den_limit = kMostProduct / den - 1;
}

}  // namespace

std::optional<std::int64_t> common_multiple(std::int64_t a, std::int64_t b, std::int64_t most) {
  const std::int64_t rest = b / std::gcd(a, b);
  return a > most / rest ? std::nullopt : std::optional(a * rest);
}

const Curve* curve_of(const Node& node, const NodeReading& reading) {
  return reading.table                                ? &*reading.table
         : reading.built                              ? &*reading.built
         : node.curve.kind == Curve::Kind::benchmarks ? nullptr
                                                      : &node.curve;
}

void UnitFinder::need(const Rational& number) {
  const auto fraction = number.small();
  const auto multiple =
      fraction ? common_multiple(least_, fraction->denominator, kMostUnit) : std::nullopt;
  failed_ = failed_ || !multiple;
  least_ = multiple.value_or(1);
}

void UnitFinder::need_node(const Node& node, const NodeReading& reading) {
  need(node.lowest);
  need(node.highest);
  if (node.flat) {
    need(node.flat->points.value);
  }
  if (reading.given) {
    need(*reading.given);
  }
  const Curve* curve = node.kind == NodeKind::indicator ? curve_of(node, reading) : nullptr;
  if (curve == nullptr) {
    return;
  }
  for (const Curve::Knot& knot : curve->knots) {
    need(knot.y);
  }
  for (const Curve::Row& row : curve->rows) {
    need(row.points);
  }
}

void UnitFinder::need_changes(const std::vector<Adjustment>& rules, const Program& program) {
  for (const Adjustment& rule : rules) {
    need(rule.points.value);
    need(rule.limit.value_or(0));
    if (rule.kind == Adjustment::Kind::per_event) {
      need(rule.points.value * program.metrics[rule.metric].highest.value_or(0));
    }
    for (const Band& band : rule.bands) {
      need(band.at_least);
      need(band.shown_from);
      need(band.shown_below);
    }
  }
}

void UnitFinder::prefer_lines(const Curve& curve) {
  std::int64_t wanted = least_;
  for (std::size_t i = 0; i + 1 < curve.knots.size(); ++i) {
    const ExactLine line = line_between(curve.knots[i], curve.knots[i + 1]);
    for (const Rational& number : {line.rise, line.base}) {
      const auto fraction = number.small();
      const auto multiple = fraction
                                ? common_multiple(wanted, fraction->denominator, kMostUnitOfLines)
                                : std::nullopt;
      if (!multiple) {
        return;
      }
      wanted = *multiple;
    }
  }
  least_ = wanted;
}

std::optional<std::int64_t> UnitFinder::unit(std::int64_t scale, const Rational& points) const {
  const auto most = to_int64(truncate(Rational(kMostSum) / scale / max(points, 1)));
  if (failed_ || !most || least_ > *most) {
    return std::nullopt;
  }
  std::int64_t unit = least_;
  while (unit < kUsefulUnit && unit <= *most / 10) {
    unit *= 10;
  }
  return unit;
}

std::int64_t in_units(const Rational& number, std::int64_t unit) {
  const auto units = to_int64(number * unit);
  require(units.has_value());
  return *units;
}

bool set_curve(const Node& node, const Curve* curve, std::int64_t unit, Leaf& leaf) {
  leaf.lowest = in_units(node.lowest, unit);
  leaf.highest = in_units(node.highest, unit);
  bool good = true;
  if (curve == nullptr) {
    leaf.shape = Leaf::Shape::none;
  } else if (curve->kind == Curve::Kind::steps) {
    leaf.shape = Leaf::Shape::steps;
    good = set_steps(*curve, unit, leaf);
  } else if (curve->kind == Curve::Kind::linear) {
    leaf.shape = Leaf::Shape::lines;
    good = set_lines(*curve, unit, leaf);
  } else {
    leaf.shape = Leaf::Shape::lines;
    good = add_line({1, 0}, node.lowest, node.highest, 0, unit, leaf);
  }
  set_limits(leaf);
  return good;
}

}  // namespace shopgauge::compiled

// Reads and checks curves, and finds the points of a value.

#include "core/rules/curve.h"

#include <utility>

#include "core/base/decimal.h"

namespace shopgauge {
namespace {

// A line of a table: value and points, or from, to and points.
struct Line {
  Rational numbers[3];
};

bool read_line(const Cursor& at, std::size_t width, Literal code, Line& line) {
  if (!at.need_array()) {
    return false;
  }
  if (at.size() != width) {
    at.issue(code, "must hold two or three numbers");
    return false;
  }
  for (std::size_t i = 0; i < width; ++i) {
    const Rational* number = at[i].number();
    if (number == nullptr) {
      return false;
    }
    line.numbers[i] = *number;
  }
  return true;
}

void check_order(const Cursor& at, bool steps, const Line* before, const Line& line,
                 const CurveCodes& codes) {
  const Rational& from = line.numbers[0];
  if (!steps) {
    if (before != nullptr && from <= before->numbers[0]) {
      at.issue(codes.overlap, "the knots must rise");
    }
    return;
  }
  if (from >= line.numbers[1]) {
    at.issue(codes.value, "a row must end above its start");
  }
  if (before != nullptr && from != before->numbers[1]) {
    at.issue(from > before->numbers[1] ? codes.gap : codes.overlap,
             "each row begins where the one before ends");
  }
}

// Knots or rows; false when any line is no line.
bool read_table(const Cursor& at, bool steps, const Rational& lowest, const Rational& highest,
                const CurveCodes& codes, Curve& curve) {
  const Cursor table = at.need(steps ? "rows" : "knots");
  if (!table || !table.need_array()) {
    return false;
  }
  if (table.size() < (steps ? 1 : 2)) {
    table.issue(codes.value, "has too few lines");
    return false;
  }
  const std::size_t width = steps ? 3 : 2;
  std::vector<Line> lines(table.size());
  bool good = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    good = read_line(table[i], width, codes.value, lines[i]) && good;
  }
  for (std::size_t i = 0; good && i < lines.size(); ++i) {
    const Cursor line = table[i];
    const Rational& points = lines[i].numbers[width - 1];
    check_order(line, steps, i == 0 ? nullptr : &lines[i - 1], lines[i], codes);
    if (points < lowest || points > highest) {
      line.issue(codes.value, "the points lie outside the range of the node",
                 {{"low", display(lowest, 6)}, {"high", display(highest, 6)}});
    }
    if (steps) {
      curve.rows.push_back({lines[i].numbers[0], lines[i].numbers[1], points});
    } else {
      curve.knots.push_back({lines[i].numbers[0], points});
    }
  }
  return good;
}

void read_closed(const Cursor& at, Literal code, Curve& curve) {
  if (const Cursor closed = at.need("closed")) {
    const int side = index_in("right left", closed.text());
    curve.closed_left = side == 1;
    if (side < 0) {
      closed.issue(code, "must be \"left\" or \"right\"");
    }
  }
}

Lookup between_knots(const Curve& curve, const Rational& value) {
  const std::vector<Curve::Knot>& knots = curve.knots;
  if (value <= knots.front().x) {
    return {knots.front().y, 0};
  }
  for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
    if (value <= knots[i + 1].x) {
      const Rational share = (value - knots[i].x) / (knots[i + 1].x - knots[i].x);
      return {knots[i].y + share * (knots[i + 1].y - knots[i].y), i};
    }
  }
  return {knots.back().y, knots.size() - 2};
}

Lookup in_rows(const Curve& curve, const Rational& value) {
  std::size_t row = 0;
  while (row + 1 < curve.rows.size() &&
         (value > curve.rows[row].to || (curve.closed_left && value == curve.rows[row].to))) {
    ++row;
  }
  return {curve.rows[row].points, row};
}

}  // namespace

std::optional<Curve> read_curve(const Cursor& at, const Rational& lowest, const Rational& highest,
                                const CurveCodes& codes) {
  const Cursor kind = at.need("kind");
  const int word = kind ? index_in("linear steps identity", kind.text()) : -1;
  if (word < 0) {
    if (kind) {
      kind.issue(codes.value, "must be \"linear\", \"steps\" or \"identity\"");
    }
    return std::nullopt;
  }
  std::optional<Curve> curve(std::in_place);
  const bool steps = word == 1;
  curve->kind = static_cast<Curve::Kind>(word);
  if (steps) {
    read_closed(at, codes.value, *curve);
  }
  if (curve->kind != Curve::Kind::identity &&
      !read_table(at, steps, lowest, highest, codes, *curve)) {
    curve.reset();
  }
  return curve;
}

Lookup look_up(const Curve& curve, const Rational& value) {
  switch (curve.kind) {
    case Curve::Kind::linear:
      return between_knots(curve, value);
    case Curve::Kind::steps:
      return in_rows(curve, value);
    case Curve::Kind::identity:
    case Curve::Kind::benchmarks:
      return {value, 0};
  }
  broken_precondition();
}

}  // namespace shopgauge

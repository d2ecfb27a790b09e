// Reads and checks curves, and finds the points of a value.

#include "core/rules/curve.h"

#include "core/base/decimal.h"

namespace shopgauge {
namespace {

// The numbers of one knot or row.
std::optional<std::vector<Rational>> read_numbers(const Cursor& at, std::size_t count,
                                                  Literal code) {
  if (!at.need_array()) {
    return std::nullopt;
  }
  if (at.size() != count) {
    at.issue(code, "must hold two or three numbers");
    return std::nullopt;
  }
  std::vector<Rational> numbers;
  for (std::size_t i = 0; i < count; ++i) {
    const Rational* number = at[i].number();
    if (number == nullptr) {
      return std::nullopt;
    }
    numbers.push_back(*number);
  }
  return numbers;
}

// The table under `key`, each line with `width` numbers; nothing when any line is faulty.
std::optional<std::vector<std::vector<Rational>>> read_lines(const Cursor& at, Literal key,
                                                             std::size_t width, std::size_t fewest,
                                                             Literal code) {
  const Cursor table = at.need(key);
  if (!table || !table.need_array()) {
    return std::nullopt;
  }
  if (table.size() < fewest) {
    table.issue(code, "has too few lines");
    return std::nullopt;
  }
  std::vector<std::vector<Rational>> lines;
  for (std::size_t i = 0; i < table.size(); ++i) {
    std::optional<std::vector<Rational>> line = read_numbers(table[i], width, code);
    if (line) {
      lines.push_back(*std::move(line));
    }
  }
  return lines.size() == table.size() ? std::optional(std::move(lines)) : std::nullopt;
}

void check_points(const Cursor& at, const Rational& points, const Rational& lowest,
                  const Rational& highest, Literal code) {
  if (points < lowest || points > highest) {
    at.issue(code, "the points lie outside the range of the node",
             {{"low", display(lowest, 6)}, {"high", display(highest, 6)}});
  }
}

void read_linear(const Cursor& at, Curve& curve, const Rational& lowest, const Rational& highest,
                 const CurveCodes& codes) {
  const auto lines = read_lines(at, "knots", 2, 2, codes.value);
  if (!lines) {
    return;
  }
  const Cursor table = at.find("knots");
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const std::vector<Rational>& line = (*lines)[i];
    if (i > 0 && line[0] <= curve.knots.back().x) {
      table[i].issue(codes.overlap, "the knots must rise");
    }
    check_points(table[i], line[1], lowest, highest, codes.value);
    curve.knots.push_back({line[0], line[1]});
  }
}

void read_steps(const Cursor& at, Curve& curve, const Rational& lowest, const Rational& highest,
                const CurveCodes& codes) {
  if (const Cursor closed = at.need("closed")) {
    const int side = index_in("right left", closed.text());
    curve.closed_left = side == 1;
    if (side < 0) {
      closed.issue(codes.value, "must be \"left\" or \"right\"");
    }
  }
  const auto lines = read_lines(at, "rows", 3, 1, codes.value);
  if (!lines) {
    return;
  }
  const Cursor table = at.find("rows");
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const std::vector<Rational>& line = (*lines)[i];
    if (line[0] >= line[1]) {
      table[i].issue(codes.value, "a row must end above its start");
    }
    if (i > 0 && line[0] > curve.rows.back().to) {
      table[i].issue(codes.gap, "there is a gap before this row");
    }
    if (i > 0 && line[0] < curve.rows.back().to) {
      table[i].issue(codes.overlap, "this row overlaps the one before");
    }
    check_points(table[i], line[2], lowest, highest, codes.value);
    curve.rows.push_back({line[0], line[1], line[2]});
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
  Curve curve;
  if (word == 0) {
    curve.kind = Curve::Kind::linear;
    read_linear(at, curve, lowest, highest, codes);
    return curve.knots.size() < 2 ? std::nullopt : std::optional(std::move(curve));
  }
  if (word == 1) {
    curve.kind = Curve::Kind::steps;
    read_steps(at, curve, lowest, highest, codes);
    return curve.rows.empty() ? std::nullopt : std::optional(std::move(curve));
  }
  if (word < 0) {
    if (kind) {
      kind.issue(codes.value, "must be \"linear\", \"steps\" or \"identity\"");
    }
    return std::nullopt;
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

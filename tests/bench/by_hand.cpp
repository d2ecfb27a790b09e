// The exact formula in whole numbers.
//
// Each indicator's points are straight lines a * events / cases + b, and 3600 is the least number
// that makes every a and b whole when it multiplies points and shares of the total (goods 1/2 *
// 1/2, logistics 1/5 * 1/3, service 3/10 * 1/4). So 3600 times the total is a sum of whole numbers
// over `cases`, and where the sum of the nine quotients, rounded down, is 9 or more away from the
// next score, it decides.

#include "tests/bench/by_hand.h"

#include <algorithm>
#include <array>

#include "core/base/rational.h"

namespace shopgauge::bench {
namespace {

constexpr std::int64_t kUnit = 3600;  // of one point
constexpr std::int64_t kGoods = kUnit / 4;
constexpr std::int64_t kLogistics = kUnit / 15;
constexpr std::int64_t kService = kUnit * 3 / 40;
constexpr std::size_t kIndicators = 9;

struct Quotient {
  std::int64_t numerator;
  std::int64_t denominator;
};

struct Line {
  std::int64_t slope;  // times kUnit and the share
  std::int64_t start;
};

// Does not compile where something is left over.
constexpr std::int64_t whole(std::int64_t dividend, std::int64_t divisor) {
  return dividend % divisor == 0 ? dividend / divisor : throw "kUnit is too small";
}

// A line through two points of the curve; `x0` and `x1` are in parts of `scale`.
constexpr Line through(std::int64_t share, std::int64_t scale, std::int64_t x0, std::int64_t y0,
                       std::int64_t x1, std::int64_t y1) {
  const std::int64_t width = x1 - x0;
  return {whole(share * (y1 - y0) * scale, width),
          whole(share * (y0 * width - x0 * (y1 - y0)), width)};
}

// The share of points between the worst and the best, 50 and 100.
Quotient within(std::int64_t share, std::int64_t points, std::int64_t cases) {
  return {std::clamp(points, 50 * share * cases, 100 * share * cases), cases};
}

std::int64_t on(Line line, std::int64_t events, std::int64_t cases) {
  return line.slope * events + line.start * cases;
}

Quotient straight(std::int64_t share, Line line, Ratio column, std::size_t row) {
  const std::int64_t cases = column.cases[row];
  return within(share, on(line, column.events[row], cases), cases);
}

// Two lines that open upwards: the higher one counts.
Quotient upwards(std::int64_t share, Line one, Line other, Ratio column, std::size_t row) {
  const std::int64_t cases = column.cases[row];
  const std::int64_t events = column.events[row];
  return within(share, std::max(on(one, events, cases), on(other, events, cases)), cases);
}

Quotient downwards(std::int64_t share, Line one, Line other, Ratio column, std::size_t row) {
  const std::int64_t cases = column.cases[row];
  const std::int64_t events = column.events[row];
  return within(share, std::min(on(one, events, cases), on(other, events, cases)), cases);
}

using Quotients = std::array<Quotient, kIndicators>;

Quotients indicators(const HandColumns& c, std::size_t row) {
  constexpr Line kRating1 = through(kGoods, 10, 40, 50, 46, 70);
  constexpr Line kRating2 = through(kGoods, 10, 46, 70, 49, 100);
  constexpr Line kQuality1 = through(kGoods, 1000, 2, 100, 12, 60);
  constexpr Line kQuality2 = through(kGoods, 1000, 12, 60, 30, 50);
  constexpr Line kPickup1 = through(kLogistics, 1, 4, 100, 24, 80);
  constexpr Line kPickup2 = through(kLogistics, 1, 24, 80, 48, 50);
  constexpr Line kLineTime = through(kLogistics, 100, 70, 50, 95, 100);
  constexpr Line kDamage = through(kLogistics, 1000, 0, 100, 5, 50);
  constexpr Line kReview1 = through(kService, 1, 1, 100, 3, 80);
  constexpr Line kReview2 = through(kService, 1, 3, 80, 13, 50);
  constexpr Line kReply1 = through(kService, 1, 10, 100, 30, 80);
  constexpr Line kReply2 = through(kService, 1, 30, 80, 180, 50);
  constexpr Line kDissatisfied = through(kService, 100, 3, 100, 23, 50);
  constexpr Line kHelp = through(kService, 1000, 1, 100, 11, 50);
  return {upwards(kGoods, kRating1, kRating2, c.rating_mean, row),
          upwards(kGoods, kQuality1, kQuality2, c.quality_return_rate, row),
          downwards(kLogistics, kPickup1, kPickup2, c.pickup_hours, row),
          straight(kLogistics, kLineTime, c.line_time_rate, row),
          straight(kLogistics, kDamage, c.damage_return_rate, row),
          upwards(kService, kReview1, kReview2, c.review_hours, row),
          upwards(kService, kReply1, kReply2, c.im_response_seconds, row),
          straight(kService, kDissatisfied, c.im_dissatisfaction_rate, row),
          straight(kService, kHelp, c.platform_help_rate, row)};
}

// From 3600 times the total: within 0 and 100, half up.
std::int64_t shown(std::int64_t total) {
  return (std::clamp(total, std::int64_t{0}, 100 * kUnit) + kUnit / 2) / kUnit;
}

[[gnu::noinline]] std::int64_t shown_exactly(const Quotients& parts, std::int64_t points) {
  const RationalScope scope;
  Rational total(points * kUnit);
  for (const Quotient& part : parts) {
    total += Rational::ratio(part.numerator, part.denominator);
  }
  return shown(*to_int64(floor_to(total, 0)));
}

std::int64_t shown_of(const Quotients& parts, std::int64_t points) {
  std::int64_t total = points * kUnit;
  for (const Quotient& part : parts) {
    total += part.numerator / part.denominator;
  }
  const std::int64_t low = shown(total);
  const std::int64_t high = shown(total + static_cast<std::int64_t>(kIndicators) - 1);
  return low == high ? low : shown_exactly(parts, points);
}

}  // namespace

std::int64_t score_row(const HandColumns& columns, std::size_t row) {
  return shown_of(indicators(columns, row), hand_adjustments(columns, row));
}

void score_exact(const HandColumns& columns, std::size_t rows, std::int64_t* scores) {
  for (std::size_t row = 0; row < rows; ++row) {
    scores[row] = score_row(columns, row);
  }
}

HandColumns hand_columns(const Columns& columns) {
  const auto one = [&](const char* name) { return need_column(columns, name); };
  const auto mean = [&](const std::string& name) {
    return Ratio{need_column(columns, name + "_sum"), need_column(columns, name + "_n")};
  };
  const auto rate = [&](const std::string& name) {
    return Ratio{need_column(columns, name + "_num"), need_column(columns, name + "_den")};
  };
  return {mean("rating_mean"),         rate("quality_return_rate"),
          mean("pickup_hours"),        rate("line_time_rate"),
          rate("damage_return_rate"),  mean("review_hours"),
          mean("im_response_seconds"), rate("im_dissatisfaction_rate"),
          rate("platform_help_rate"),  rate("next_day_rate"),
          one("freight_insurance"),    one("large_item_freight_insurance"),
          one("installation_service"), one("abnormal_return_address"),
          one("refused_invoice"),      one("faked_score"),
          one("false_advertising"),    one("fraudulent_shipping"),
          one("confusing_brand")};
}

}  // namespace shopgauge::bench

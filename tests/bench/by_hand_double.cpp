// The formula in doubles, alone and with its error bound before the exact one.

#include <algorithm>

#include "tests/bench/by_hand.h"

namespace shopgauge::bench {
namespace {

double value(Ratio column, std::size_t row) {
  return static_cast<double>(column.events[row]) / static_cast<double>(column.cases[row]);
}

double on(double x, double x0, double y0, double x1, double y1) {
  return y0 + (x - x0) * ((y1 - y0) / (x1 - x0));
}

// Between the worst and the best points.
double within(double points) { return std::min(std::max(points, 50.0), 100.0); }

// Two lines that open upwards: the higher one counts. Without branches, which nobody could predict.
double upwards(double x, double x0, double y0, double x1, double y1, double x2, double y2) {
  return within(std::max(on(x, x0, y0, x1, y1), on(x, x1, y1, x2, y2)));
}

double downwards(double x, double x0, double y0, double x1, double y1, double x2, double y2) {
  return within(std::min(on(x, x0, y0, x1, y1), on(x, x1, y1, x2, y2)));
}

double straight(double x, double x0, double y0, double x1, double y1) {
  return within(on(x, x0, y0, x1, y1));
}

double goods(const HandColumns& c, std::size_t row) {
  return 0.5 * upwards(value(c.rating_mean, row), 4, 50, 4.6, 70, 4.9, 100) +
         0.5 * upwards(value(c.quality_return_rate, row), 0.002, 100, 0.012, 60, 0.03, 50);
}

double logistics(const HandColumns& c, std::size_t row) {
  return (downwards(value(c.pickup_hours, row), 4, 100, 24, 80, 48, 50) +
          straight(value(c.line_time_rate, row), 0.7, 50, 0.95, 100) +
          straight(value(c.damage_return_rate, row), 0, 100, 0.005, 50)) *
         (1.0 / 3);
}

double service(const HandColumns& c, std::size_t row) {
  return 0.25 * (upwards(value(c.review_hours, row), 1, 100, 3, 80, 13, 50) +
                 upwards(value(c.im_response_seconds, row), 10, 100, 30, 80, 180, 50) +
                 straight(value(c.im_dissatisfaction_rate, row), 0.03, 100, 0.23, 50) +
                 straight(value(c.platform_help_rate, row), 0.001, 100, 0.011, 50));
}

// Not rounded, from 0 to 100.
double total(const HandColumns& c, std::size_t row) {
  const double points = 0.5 * goods(c, row) + 0.2 * logistics(c, row) + 0.3 * service(c, row);
  const double adjusted = points + static_cast<double>(hand_adjustments(c, row));
  return std::min(std::max(adjusted, 0.0), 100.0);
}

}  // namespace

void score_double(const HandColumns& columns, std::size_t rows, std::int64_t* scores) {
  for (std::size_t row = 0; row < rows; ++row) {
    scores[row] = static_cast<std::int64_t>(total(columns, row) + 0.5);
  }
}

void score_filtered(const HandColumns& columns, std::size_t rows, std::int64_t* scores) {
  // Far above the error of some forty operations on numbers up to 110 with slopes up to 10,000.
  constexpr double kBound = 1e-9;
  for (std::size_t row = 0; row < rows; ++row) {
    const double more = total(columns, row) + 0.5;
    const auto score = static_cast<std::int64_t>(more - kBound);
    const auto other = static_cast<std::int64_t>(more + kBound);
    scores[row] = score == other ? score : score_row(columns, row);
  }
}

}  // namespace shopgauge::bench

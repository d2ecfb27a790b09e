// The formula in doubles, alone and with its error bound before the exact one.

#include <algorithm>
#include <cmath>

#include "tests/bench/by_hand.h"

namespace shopgauge::bench {
namespace {

double value(Ratio column, std::size_t row) {
  return static_cast<double>(column.events[row]) / static_cast<double>(column.cases[row]);
}

double between(double x, double x0, double y0, double x1, double y1) {
  return y0 + (x - x0) * ((y1 - y0) / (x1 - x0));
}

double two(double x, double x0, double y0, double x1, double y1) {
  return between(std::clamp(x, x0, x1), x0, y0, x1, y1);
}

double three(double x, double x0, double y0, double x1, double y1, double x2, double y2) {
  return x <= x1 ? two(x, x0, y0, x1, y1) : two(x, x1, y1, x2, y2);
}

// Not rounded, from 0 to 100.
double total(const HandColumns& c, std::size_t row) {
  const double goods =
      0.5 * three(value(c.rating_mean, row), 4, 50, 4.6, 70, 4.9, 100) +
      0.5 * three(value(c.quality_return_rate, row), 0.002, 100, 0.012, 60, 0.03, 50);
  const double logistics = (three(value(c.pickup_hours, row), 4, 100, 24, 80, 48, 50) +
                            two(value(c.line_time_rate, row), 0.7, 50, 0.95, 100) +
                            two(value(c.damage_return_rate, row), 0, 100, 0.005, 50)) *
                           (1.0 / 3);
  const double service =
      0.25 * (three(value(c.review_hours, row), 1, 100, 3, 80, 13, 50) +
              three(value(c.im_response_seconds, row), 10, 100, 30, 80, 180, 50) +
              two(value(c.im_dissatisfaction_rate, row), 0.03, 100, 0.23, 50) +
              two(value(c.platform_help_rate, row), 0.001, 100, 0.011, 50));
  const bool next_day = c.next_day_rate.events[row] * 5 >= c.next_day_rate.cases[row];
  const std::int64_t points =
      5 * next_day + 2 * c.freight_insurance[row] + 2 * c.large_item_freight_insurance[row] +
      2 * c.installation_service[row] -
      std::min(2 * c.abnormal_return_address[row], std::int64_t{10}) -
      std::min(2 * c.refused_invoice[row], std::int64_t{10}) - 10 * c.faked_score[row] -
      10 * c.false_advertising[row] - 10 * c.fraudulent_shipping[row] - 10 * c.confusing_brand[row];
  return std::clamp(0.5 * goods + 0.2 * logistics + 0.3 * service + static_cast<double>(points),
                    0.0, 100.0);
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
    scores[row] =
        score == static_cast<std::int64_t>(more + kBound) ? score : score_row(columns, row);
  }
}

}  // namespace shopgauge::bench

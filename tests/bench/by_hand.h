// The score of douyin-experience-score, edition 2026-09-08, formal stage, as one writes it by hand
// in C++: what the engine's speed is held against. Columns in, one column out.

#ifndef SHOPGAUGE_TESTS_BENCH_BY_HAND_H_
#define SHOPGAUGE_TESTS_BENCH_BY_HAND_H_

#include <algorithm>

#include "tests/bench/columns.h"

namespace shopgauge::bench {

// `events` of `cases`, a sum over so many. Every number lies from 0 to 2^40, cases above 0.
struct Ratio {
  const std::int64_t* events;
  const std::int64_t* cases;
};

struct HandColumns {
  Ratio rating_mean;
  Ratio quality_return_rate;
  Ratio pickup_hours;
  Ratio line_time_rate;
  Ratio damage_return_rate;
  Ratio review_hours;
  Ratio im_response_seconds;
  Ratio im_dissatisfaction_rate;
  Ratio platform_help_rate;
  Ratio next_day_rate;
  const std::int64_t* freight_insurance;
  const std::int64_t* large_item_freight_insurance;
  const std::int64_t* installation_service;
  const std::int64_t* abnormal_return_address;
  const std::int64_t* refused_invoice;
  const std::int64_t* faked_score;
  const std::int64_t* false_advertising;
  const std::int64_t* fraudulent_shipping;
  const std::int64_t* confusing_brand;
};

HandColumns hand_columns(const Columns& columns);

// Each writes `rows` scores.

// Exact, in whole numbers of 64 bits; the few that these cannot tell, in fractions.
void score_exact(const HandColumns& columns, std::size_t rows, std::int64_t* scores);
// Exact: a double with its error bound tells nearly all, whole numbers the rest.
void score_filtered(const HandColumns& columns, std::size_t rows, std::int64_t* scores);
// Not exact: a total halfway between two scores may fall on either side.
void score_double(const HandColumns& columns, std::size_t rows, std::int64_t* scores);

// Exact, one row.
std::int64_t score_row(const HandColumns& columns, std::size_t row);

// Bonuses and deductions of one row, in whole points: what all of the above share.
inline std::int64_t hand_adjustments(const HandColumns& c, std::size_t row) {
  const bool next_day = c.next_day_rate.events[row] * 5 >= c.next_day_rate.cases[row];
  return 5 * next_day + 2 * c.freight_insurance[row] + 2 * c.large_item_freight_insurance[row] +
         2 * c.installation_service[row] -
         std::min(2 * c.abnormal_return_address[row], std::int64_t{10}) -
         std::min(2 * c.refused_invoice[row], std::int64_t{10}) - 10 * c.faked_score[row] -
         10 * c.false_advertising[row] - 10 * c.fraudulent_shipping[row] -
         10 * c.confusing_brand[row];
}

}  // namespace shopgauge::bench

#endif  // SHOPGAUGE_TESTS_BENCH_BY_HAND_H_

// The columns of a run drawn from pools of entries.

#ifndef SHOPGAUGE_TESTS_PROPERTY_COLUMNS_H_
#define SHOPGAUGE_TESTS_PROPERTY_COLUMNS_H_

#include <deque>
#include <vector>

#include "core/scoring/compiled.h"
#include "tests/property/pools.h"

namespace shopgauge::tests {

// The columns of one run and the readings that they say.
struct Rows {
  struct Store {
    std::vector<std::int64_t> num;
    std::vector<std::int64_t> den;
    std::vector<InputState> state;
    std::vector<std::uint8_t> counted;
  };
  std::vector<Store> stores;
  std::vector<Column> columns;
  std::vector<std::vector<const Entry*>> entries;  // by metric, by row; empty: as the shop's
  std::deque<Entry> steered;                       // what steer_to_edge made
};

// Entries for some of the metrics; the columns are still empty.
Rows draw_rows(const Pools& pools, std::size_t metrics, std::size_t rows, Random& random);

// Makes the column of what the entries say.
void fill_column(std::size_t metric, Random& random, Rows& into);

// The reading that a row says, on top of the shop's.
Reading reading_of(const Reading& shop, const Rows& drawn, std::size_t row);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_COLUMNS_H_

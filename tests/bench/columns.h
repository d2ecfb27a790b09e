// The readings that are measured: columns of whole numbers, as readings.mjs draws them.

#ifndef SHOPGAUGE_TESTS_BENCH_COLUMNS_H_
#define SHOPGAUGE_TESTS_BENCH_COLUMNS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shopgauge::bench {

// A ratio has two columns: <metric>_sum and <metric>_n of a mean, <metric>_num and <metric>_den of
// a rate. Others, flags as 0 or 1, have one: <metric>.
struct Columns {
  std::size_t rows = 0;
  std::vector<std::string> names;
  std::vector<std::vector<std::int64_t>> values;
};

// Stops the program when the file cannot be read.
Columns read_columns(const std::string& path);

// The column, or null.
const std::int64_t* find_column(const Columns& columns, const std::string& name);
// Stops the program when there is none.
const std::int64_t* need_column(const Columns& columns, const std::string& name);

// The lines of a file. Stops the program when it cannot be read.
std::vector<std::string> read_lines(const std::string& path);

}  // namespace shopgauge::bench

#endif  // SHOPGAUGE_TESTS_BENCH_COLUMNS_H_

// Shops and rows drawn at random, scored by the compiled program and by `assess`, which must agree.

#ifndef SHOPGAUGE_TESTS_PROPERTY_COMPILED_ROWS_H_
#define SHOPGAUGE_TESTS_PROPERTY_COMPILED_ROWS_H_

#include <cstdint>
#include <string>
#include <vector>

namespace shopgauge::tests {

struct Agreement {
  std::size_t shops = 0;
  std::size_t refused = 0;   // that did not compile
  std::size_t anchored = 0;  // whose given scores move
  std::size_t rows = 0;
  std::size_t exact = 0;    // of them decided by `assess` inside the run
  std::size_t steered = 0;  // to a tie of the rounding, or beside one
  std::size_t scored = 0;
  std::size_t open = 0;                  // with low below high
  std::vector<std::string> refusals;     // why, once each
  std::vector<std::string> differences;  // at most ten
};

void add(Agreement& sum, const Agreement& part);

// `shops` shops of the edition, each with `rows` rows.
Agreement compare_compiled(const std::string& document, std::uint64_t seed, std::size_t shops,
                           std::size_t rows);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_COMPILED_ROWS_H_

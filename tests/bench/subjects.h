// What is measured beside the formulas by hand: the engine's own paths over the same readings.

#ifndef SHOPGAUGE_TESTS_BENCH_SUBJECTS_H_
#define SHOPGAUGE_TESTS_BENCH_SUBJECTS_H_

#include <memory>
#include <string>
#include <vector>

#include "core/api/shopgauge.h"
#include "core/scoring/compiled.h"
#include "core/scoring/reading.h"
#include "tests/bench/columns.h"

namespace shopgauge::bench {

// The edition that a request names. Stops the program when there is none.
const Program& program_of(const Catalog& catalog, const std::string& request);

// Readings as `assess` takes them, with the requests that they point into.
struct Readings {
  std::vector<std::unique_ptr<const Json>> requests;
  std::vector<Reading> readings;
};
Readings read_readings(const Program& program, const std::vector<std::string>& requests);

// The score as shown, a whole number.
std::int64_t score_of(const Program& program, const Reading& reading);

// The compiled program of a shop that gives nothing but these columns. Stops the program when it
// cannot be compiled.
class Compiled {
 public:
  Compiled(const Program& program, const Columns& columns);

  // The scores as shown, and nothing else. Both say how many rows fell to the explaining path.
  std::size_t score(std::size_t rows, std::int64_t* scores);
  // Also status, both ends, tier and every gate.
  std::size_t score_whole(std::size_t rows, std::int64_t* scores);

 private:
  Reading shop_;
  CompiledProgram program_;
  Scratch scratch_;
  std::vector<Column> columns_;  // by metric
  std::vector<AssessmentStatus> status_;
  std::vector<std::int64_t> high_;
  std::vector<std::uint8_t> tier_;
  std::vector<std::vector<Answer>> gates_;
};

// Whether a reply says ok true.
bool is_ok(const std::string& reply);

}  // namespace shopgauge::bench

#endif  // SHOPGAUGE_TESTS_BENCH_SUBJECTS_H_

// What a row may say of each metric: values around every number of the rules, and the states
// without a value.

#ifndef SHOPGAUGE_TESTS_PROPERTY_POOLS_H_
#define SHOPGAUGE_TESTS_PROPERTY_POOLS_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "core/scoring/reading.h"
#include "tests/property/draw.h"
#include "tests/property/edition.h"

namespace shopgauge::tests {

// One thing that a row may say of a metric, as a column has it and as a request would.
struct Entry {
  std::int64_t num = 0;
  std::int64_t den = 1;
  bool counted = false;
  Input input;
  std::unique_ptr<Json> given;
};

// A value without counts.
Entry plain(std::int64_t num, std::int64_t den);

class Pools {
 public:
  // All must outlive it.
  Pools(const Edition& edition, const Program& program, Draw& draw);

  [[nodiscard]] const std::vector<Entry>& of(std::size_t metric) const { return pools_[metric]; }
  // How many entries of the metric's pool, the first ones, are values.
  [[nodiscard]] std::size_t values(std::size_t metric) const { return values_[metric]; }

 private:
  std::vector<Entry> pool_of(const Metric& metric, Draw& draw);
  std::vector<Rational> numbers_of(const Metric& metric) const;
  void add_knots(const std::vector<Node>& nodes, const Metric& metric,
                 std::vector<Rational>& numbers) const;
  void add_around(const Metric& metric, const Rational& number, const Rational& step,
                  std::vector<Entry>& pool);
  void add(const Metric& metric, const Rational& value, std::vector<Entry>& pool);

  const Edition& edition_;
  const Program& program_;
  Random& random_;
  std::vector<std::vector<Entry>> pools_;
  std::vector<std::size_t> values_;
};

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_POOLS_H_

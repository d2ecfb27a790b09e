// Requests drawn at random from what a document admits, the same for the same seed.

#ifndef SHOPGAUGE_TESTS_PROPERTY_DRAW_H_
#define SHOPGAUGE_TESTS_PROPERTY_DRAW_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "tests/property/edition.h"
#include "tests/property/random.h"

namespace shopgauge::tests {

// The seed of this run: SHOPGAUGE_SEED, else always the same. Tests print it when they fail.
std::uint64_t seed_of_run();

// `usual` repetitions, times SHOPGAUGE_TIMES for a long run.
int times(int usual);

class Draw {
 public:
  Draw(const Edition& edition, std::uint64_t seed) : edition_(edition), random_(seed) {}

  Random& random() { return random_; }

  // A value that the metric may have, often one next to a threshold.
  Rational value(const Json& metric);
  // What a request may say of the metric: a number, counts, a percentage, null, no sample.
  Json input(const Json& metric);
  // Of so many of the metrics.
  Json metrics(double share);
  // Weights, own numbers, tables, method, what is not assessed.
  Json profile();
  // A whole request for `assess`.
  Json reading();

  // The same request with the members of its objects in another order. `inputs`: those inside the
  // inputs of metrics too, which replies repeat as they were given.
  Json shuffled(const Json& json, bool inputs);

 private:
  Rational within(const Rational& low, const Rational& high, const Rational& unit);
  Json counts(const Rational& rate);
  Json weights(const std::vector<Json>& nodes);
  Json table(const Json& node);

  const Edition& edition_;
  Random random_;
};

// JSON with the members of all objects in the order of their keys.
Json sorted(const Json& json);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_DRAW_H_

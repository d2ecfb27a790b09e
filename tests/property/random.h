// Random numbers that are the same in every build: a seed gives the same tests everywhere.

#ifndef SHOPGAUGE_TESTS_PROPERTY_RANDOM_H_
#define SHOPGAUGE_TESTS_PROPERTY_RANDOM_H_

#include <cstddef>
#include <cstdint>

namespace shopgauge::tests {

// SplitMix64. The standard distributions differ between libraries.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  // 0 … end - 1. Precondition: end is not 0.
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }

  bool chance(double share) { return static_cast<double>(next() >> 11U) * 0x1p-53 < share; }

 private:
  std::uint64_t state_;
};

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_RANDOM_H_

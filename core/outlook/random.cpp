// Fills the generator's state.

#include "core/outlook/random.h"

namespace shopgauge {
namespace {

// SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t split_mix(std::uint64_t& state) {
  std::uint64_t mixed = state += 0x9E3779B97F4A7C15U;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

}  // namespace

Generator::Generator(std::uint64_t seed, std::uint64_t path, std::uint64_t stream) {
  // Each number is mixed before the next one is added, so that neighbours are far apart.
  std::uint64_t state = seed;
  state = split_mix(state) ^ path;
  state = split_mix(state) ^ stream;
  for (std::uint64_t& word : state_) {
    word = split_mix(state);
  }
}

}  // namespace shopgauge

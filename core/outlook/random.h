// Random numbers that are the same in every build: xoshiro256** (Blackman and Vigna 2018), its
// state filled by SplitMix64 from the seed and the number of what is drawn. Each path has streams
// of its own, so that no result depends on the order in which paths are drawn.

#ifndef SHOPGAUGE_CORE_OUTLOOK_RANDOM_H_
#define SHOPGAUGE_CORE_OUTLOOK_RANDOM_H_

#include <array>
#include <cstdint>

namespace shopgauge {

class Generator {
 public:
  // `path` and `stream`: which of the independent sequences of the seed.
  Generator(std::uint64_t seed, std::uint64_t path, std::uint64_t stream);

  std::uint64_t next() {
    const std::uint64_t result = turn(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = turn(state_[3], 45);
    return result;
  }

  // In [0, 1): a multiple of 2^-53.
  double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
  // 0 … end - 1. Precondition: 0 < end < 2^32; the bias is below end / 2^32.
  std::uint32_t below(std::uint32_t end) {
    return static_cast<std::uint32_t>(((next() >> 32U) * end) >> 32U);
  }

 private:
  static std::uint64_t turn(std::uint64_t value, unsigned bits) {
    return (value << bits) | (value >> (64U - bits));
  }

  std::array<std::uint64_t, 4> state_;
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_RANDOM_H_

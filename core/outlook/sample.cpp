// The samplers.

#include "core/outlook/sample.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace shopgauge {
namespace {

// std::sqrt is exactly rounded everywhere (IEEE 754); nothing else of <cmath> is used.
double root(double value) { return std::sqrt(value); }

std::int64_t rounded(double value) {
  return value <= 0 ? 0 : static_cast<std::int64_t>(value + 0.5);
}

}  // namespace

double logarithm(double value) {
  constexpr double kLog2 = 0.69314718055994530942;
  constexpr double kRoot2 = 1.41421356237309504880;
  // value = fraction × 2^exponent with the fraction in [1, 2).
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  int exponent = static_cast<int>((bits >> 52U) & 0x7FFU) - 1023;
  bits = (bits & 0xFFFFFFFFFFFFFU) | 0x3FF0000000000000U;
  double fraction = 0;
  std::memcpy(&fraction, &bits, sizeof bits);
  if (fraction > kRoot2) {
    fraction /= 2;
    ++exponent;
  }
  // ln(fraction) = 2 artanh(z); |z| < 0.172, so that the terms fall by more than 30 each.
  const double z = (fraction - 1) / (fraction + 1);
  const double square = z * z;
  double sum = 0;
  for (int term = 23; term >= 1; term -= 2) {
    sum = sum * square + 1.0 / term;
  }
  return 2 * z * sum + exponent * kLog2;
}

double rough_normal(Generator& generator) {
  std::int64_t sum = 0;
  for (int word = 0; word < 3; ++word) {
    const std::uint64_t bits = generator.next();
    for (unsigned shift = 0; shift < 64; shift += 16) {
      sum += static_cast<std::int64_t>((bits >> shift) & 0xFFFFU);
    }
  }
  // 12 numbers of mean 32767.5; the sum has the deviation 65536, but for 2^-33 of it.
  return (static_cast<double>(sum) - 393210.0) / 65536.0;
}

double normal(Generator& generator) {
  for (;;) {
    const double x = 2 * generator.uniform() - 1;
    const double y = 2 * generator.uniform() - 1;
    const double square = x * x + y * y;
    if (square > 0 && square < 1) {
      return x * root(-2 * logarithm(square) / square);
    }
  }
}

double gamma(Generator& generator, double shape) {
  if (shape <= 0) {
    return 0;
  }
  if (shape < 1) {
    // Gamma(a) is Gamma(a + 1) × U^(1/a). For a = 1/2 the power is a square; other shapes below 1
    // go through the logarithm's inverse, which is a product here: U^(1/a) by halving the exponent.
    const double larger = gamma(generator, shape + 1);
    double base = 1 - generator.uniform();  // in (0, 1]
    double power = 1 / shape;
    double result = 1;
    for (; power >= 1; power -= 1) {
      result *= base;
    }
    for (int bit = 0; bit < 40 && power > 0; ++bit) {
      base = root(base);
      power *= 2;
      if (power >= 1) {
        result *= base;
        power -= 1;
      }
    }
    return larger * result;
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / root(9 * d);
  for (;;) {
    const double x = normal(generator);
    const double v = 1 + c * x;
    if (v <= 0) {
      continue;
    }
    const double cube = v * v * v;
    const double u = 1 - generator.uniform();
    if (logarithm(u) < 0.5 * x * x + d - d * cube + d * logarithm(cube)) {
      return d * cube;
    }
  }
}

void Poisson::set_mean(double mean) {
  mean_ = mean;
  if (mean > kTableMean) {
    root_ = root(mean);
    return;
  }
  // What is less likely than 2^-60 of the mode is left out.
  constexpr double kLeast = 0x1p-60;
  const std::int64_t mode = static_cast<std::int64_t>(mean);
  double weight = 1;
  std::int64_t first = mode;
  while (first > 0 && weight > kLeast) {
    weight *= static_cast<double>(first) / mean;
    --first;
  }
  first_ = first;
  cumulative_.clear();
  double sum = 0;
  for (std::int64_t k = first;; ++k) {
    sum += weight;
    cumulative_.push_back(sum);
    weight *= mean / static_cast<double>(k + 1);
    if (k >= mode && weight <= kLeast) {
      break;
    }
  }
  total_ = sum;
  fill_guide();
}

void Poisson::fill_guide() {
  const std::size_t size = cumulative_.size();
  guide_scale_ = static_cast<double>(size) / total_;
  guide_.resize(size + 1);
  std::size_t place = 0;
  for (std::size_t i = 0; i <= size; ++i) {
    // The first place that a draw of this box can have; one before it where rounding decides.
    const double at = static_cast<double>(i) / guide_scale_;
    while (place + 1 < size && cumulative_[place] <= at) {
      ++place;
    }
    guide_[i] = static_cast<std::uint32_t>(place > 0 ? place - 1 : 0);
  }
}

std::int64_t Poisson::draw_large(Generator& generator) const {
  const double z = rough_normal(generator);
  return rounded(mean_ + root_ * z + (z * z - 1) / 6);
}

void throw_into(Generator& generator, std::int64_t things, std::vector<std::int64_t>& boxes) {
  constexpr std::int64_t kSingly = 64;
  std::fill(boxes.begin(), boxes.end(), 0);
  if (things <= kSingly) {
    for (std::int64_t i = 0; i < things; ++i) {
      ++boxes[generator.below(static_cast<std::uint32_t>(boxes.size()))];
    }
    return;
  }
  for (std::size_t i = 0; i + 1 < boxes.size(); ++i) {
    const double share = 1.0 / static_cast<double>(boxes.size() - i);
    const double mean = static_cast<double>(things) * share;
    const double drawn = mean + root(mean * (1 - share)) * rough_normal(generator);
    boxes[i] = std::min(rounded(drawn), things);
    things -= boxes[i];
  }
  boxes.back() = things;
}

}  // namespace shopgauge

// Draws from the distributions of the chances. Built of + − × ÷ √ and whole numbers alone, which
// every build computes alike; no library's exp, log or distribution.

#ifndef SHOPGAUGE_CORE_OUTLOOK_SAMPLE_H_
#define SHOPGAUGE_CORE_OUTLOOK_SAMPLE_H_

#include <cstdint>
#include <vector>

#include "core/outlook/random.h"

namespace shopgauge {

// The natural logarithm, to about 15 digits. Precondition: value is finite and above 0.
[[nodiscard]] double logarithm(double value);

// Mean 0, variance 1: the sum of 12 uniforms of 16 bits, so within ±6. For noise on large counts.
[[nodiscard]] double rough_normal(Generator& generator);
// Mean 0, variance 1, by Marsaglia's polar method.
[[nodiscard]] double normal(Generator& generator);
// Mean and variance `shape`, by Marsaglia and Tsang (2000). 0 where shape is 0.
[[nodiscard]] double gamma(Generator& generator, double shape);

// Poisson numbers of one mean: a table of the cumulative distribution, made from its mode by the
// ratios of neighbours; above kTableMean a rounded normal with the skewness of a Poisson.
class Poisson {
 public:
  static constexpr double kTableMean = 400;

  // Precondition: mean is finite and not negative.
  void set_mean(double mean);
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] std::int64_t draw(Generator& generator) const {
    if (mean_ > kTableMean) {
      return draw_large(generator);
    }
    const double at = generator.uniform() * total_;
    std::size_t place = guide_[static_cast<std::size_t>(at * guide_scale_)];
    while (place + 1 < cumulative_.size() && cumulative_[place] <= at) {
      ++place;
    }
    return first_ + static_cast<std::int64_t>(place);
  }

 private:
  [[nodiscard]] std::int64_t draw_large(Generator& generator) const;
  void fill_guide();

  double mean_ = 0;
  double root_ = 0;
  std::int64_t first_ = 0;
  double total_ = 1;
  double guide_scale_ = 1;
  std::vector<double> cumulative_ = {1};
  std::vector<std::uint32_t> guide_ = {0};
};

// So many things thrown into so many equal boxes: how many fall into each. Above 64 things each box
// gets a rounded normal of its share.
void throw_into(Generator& generator, std::int64_t things, std::vector<std::int64_t>& boxes);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_SAMPLE_H_

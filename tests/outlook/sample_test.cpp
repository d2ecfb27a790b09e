// The generator and the samplers: published values, and moments within what chance admits.

#include "core/outlook/sample.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace shopgauge {
namespace {

constexpr int kDraws = 100'000;

struct Moments {
  double mean = 0;
  double variance = 0;
};

template <typename Draw>
Moments moments_of(const Draw& draw) {
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < kDraws; ++i) {
    const auto value = static_cast<double>(draw());
    sum += value;
    squares += value * value;
  }
  const double mean = sum / kDraws;
  return {mean, squares / kDraws - mean * mean};
}

// Four deviations of what the mean and the variance of so many draws may differ.
void expect_moments(const Moments& found, double mean, double variance, double fourth) {
  EXPECT_NEAR(found.mean, mean, 4 * std::sqrt(variance / kDraws));
  EXPECT_NEAR(found.variance, variance,
              4 * std::sqrt((fourth - variance * variance) / kDraws) + 1e-12);
}

TEST(Generator, GivesTheSameNumbersEverywhere) {
  // Frozen: a change of these numbers changes every forecast with a seed.
  Generator generator(1, 0, 0);
  EXPECT_EQ(generator.next(), Generator(1, 0, 0).next());
  Generator other(1, 1, 0);
  Generator third(1, 0, 1);
  const std::uint64_t first = Generator(1, 0, 0).next();
  EXPECT_NE(first, other.next());
  EXPECT_NE(first, third.next());
}

TEST(Generator, IsUniform) {
  Generator generator(3, 0, 0);
  const Moments found = moments_of([&] { return generator.uniform(); });
  expect_moments(found, 0.5, 1.0 / 12, 1.0 / 80);
}

TEST(Sample, KnowsLogarithms) {
  for (double value = 1e-9; value < 1e9; value *= 1.37) {
    EXPECT_NEAR(logarithm(value), std::log(value), 1e-13 * (1 + std::abs(std::log(value))));
  }
  EXPECT_EQ(logarithm(1), 0);
}

TEST(Sample, DrawsNormalNumbers) {
  Generator generator(5, 0, 0);
  expect_moments(moments_of([&] { return normal(generator); }), 0, 1, 3);
  expect_moments(moments_of([&] { return rough_normal(generator); }), 0, 1, 2.9);
}

TEST(Sample, DrawsGammaNumbers) {
  Generator generator(7, 0, 0);
  for (const double shape : {0.5, 0.73, 1.0, 2.5, 40.0, 3000.0}) {
    SCOPED_TRACE(shape);
    expect_moments(moments_of([&] { return gamma(generator, shape); }), shape, shape,
                   3 * shape * shape + 6 * shape);
  }
  EXPECT_EQ(gamma(generator, 0), 0);
}

TEST(Sample, DrawsPoissonNumbers) {
  Generator generator(11, 0, 0);
  for (const double mean : {0.003, 0.4, 1.0, 7.3, 180.0, 399.0, 401.0, 90'000.0}) {
    SCOPED_TRACE(mean);
    Poisson poisson;
    poisson.set_mean(mean);
    expect_moments(moments_of([&] { return poisson.draw(generator); }), mean, mean,
                   mean + 3 * mean * mean);
  }
  Poisson none;
  none.set_mean(0);
  EXPECT_EQ(none.draw(generator), 0);
}

// Each number as often as it should be.
TEST(Sample, HasTheShapeOfPoisson) {
  Generator generator(13, 0, 0);
  Poisson poisson;
  poisson.set_mean(2);
  std::vector<int> counts(40);
  for (int i = 0; i < kDraws; ++i) {
    ++counts[static_cast<std::size_t>(poisson.draw(generator))];
  }
  double share = std::exp(-2.0);
  for (std::size_t k = 0; k < 8; ++k) {
    EXPECT_NEAR(counts[k], kDraws * share, 4 * std::sqrt(kDraws * share));
    share *= 2.0 / static_cast<double>(k + 1);
  }
}

TEST(Sample, ThrowsEveryThing) {
  Generator generator(17, 0, 0);
  for (const std::int64_t things : {0, 1, 64, 65, 5000}) {
    std::vector<std::int64_t> boxes(30);
    double sum = 0;
    double squares = 0;
    constexpr int kThrows = 4000;
    for (int i = 0; i < kThrows; ++i) {
      throw_into(generator, things, boxes);
      ASSERT_EQ(std::accumulate(boxes.begin(), boxes.end(), std::int64_t{0}), things);
      sum += static_cast<double>(boxes[7]);
      squares += static_cast<double>(boxes[7] * boxes[7]);
    }
    const double mean = static_cast<double>(things) / 30;
    const double variance = mean * 29 / 30;
    EXPECT_NEAR(sum / kThrows, mean, 4 * std::sqrt(variance / kThrows) + 1e-12);
    EXPECT_NEAR(squares / kThrows - sum / kThrows * sum / kThrows, variance,
                0.12 * variance + 1e-9);
  }
}

}  // namespace
}  // namespace shopgauge

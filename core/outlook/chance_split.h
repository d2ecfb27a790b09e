// How a metric is made of single events, and how far its days lie apart. Private to the model of
// chances.

#ifndef SHOPGAUGE_CORE_OUTLOOK_CHANCE_SPLIT_H_
#define SHOPGAUGE_CORE_OUTLOOK_CHANCE_SPLIT_H_

#include <optional>
#include <vector>

#include "core/outlook/chance_model.h"

namespace shopgauge {

inline constexpr int kFewestDays = 20;  // of a history that says how days differ

// How the events of a metric's two streams follow from a portion: first = (sum − base × weight) /
// each, second = weight − first. Exact.
struct Split {
  bool ratio = false;
  Rational base;
  Rational each;
  std::optional<ModelNote> note;  // how `each` of a mean is known

  [[nodiscard]] Rational first(const Portion& portion) const {
    return (ratio ? portion.sum - base * portion.weight : portion.sum) / each;
  }
  [[nodiscard]] Rational second(const Portion& portion) const {
    return ratio ? portion.weight - first(portion) : Rational();
  }
};

// Two values: the best one, and one as far from it as the values' variance asks for, or as the
// range admits; without an end, twice the mean.
[[nodiscard]] std::optional<Split> split_mean(const Metric& rule, const Baseline& baseline,
                                              const std::vector<Portion>& history);

// Money comes in pieces of one size, which makes the days differ as they did. Nothing of few days.
[[nodiscard]] std::optional<Split> split_amount(const std::vector<Portion>& history);

// The variance of daily numbers by their mean, at least 1.
[[nodiscard]] double dispersion_of(const std::vector<Rational>& days);

// The number to six digits.
[[nodiscard]] double real(const Rational& value);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_CHANCE_SPLIT_H_

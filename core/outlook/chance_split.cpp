// Takes means and amounts apart by the variance that the history shows.

#include "core/outlook/chance_split.h"

#include <algorithm>

namespace shopgauge {
namespace {

// The variance of single values, from how far daily means lie apart; nothing of few days.
std::optional<Rational> variance_within(const std::vector<Portion>& history) {
  Portion all;
  int days = 0;
  for (const Portion& day : history) {
    all = {all.sum + day.sum, all.weight + day.weight};
    days += day.weight.is_zero() ? 0 : 1;
  }
  if (days < kFewestDays) {
    return std::nullopt;
  }
  const Rational mean = all.sum / all.weight;
  Rational squares;
  for (const Portion& day : history) {
    if (!day.weight.is_zero()) {
      const Rational apart = day.sum - mean * day.weight;
      squares += round_to(apart * apart / day.weight, 6, Rounding::half_up);
    }
  }
  return round_to(squares / (days - 1), 6, Rounding::half_up);
}

}  // namespace

std::optional<Split> split_mean(const Metric& rule, const Baseline& baseline,
                                const std::vector<Portion>& history) {
  const std::optional<Rational>& best = rule.higher_is_better ? rule.highest : rule.lowest;
  const std::optional<Rational>& worst = rule.higher_is_better ? rule.lowest : rule.highest;
  if (!best || !(rule.higher_is_better || rule.lower_is_better) ||
      baseline.sample.weight.is_zero() || !to_int64(*best)) {
    return std::nullopt;
  }
  const Rational away = baseline.sample.sum / baseline.sample.weight - *best;
  if (away.is_zero()) {
    return worst ? std::optional(Split{true, *best, *worst - *best}) : std::nullopt;
  }
  ModelNote note = ModelNote::two_values;
  Rational each = worst ? *worst - *best : away * 2;
  if (const auto variance = variance_within(history)) {
    note = ModelNote::spread_known;
    const Rational wanted = *variance / away + away;
    each = worst && abs(wanted) > abs(each) ? each : wanted;
  }
  each = round_to(each, 2, Rounding::half_up);
  // A value nearer than the mean itself could not make the mean.
  return Split{true, *best, abs(each) < abs(away) ? away : each, note};
}

std::optional<Split> split_amount(const std::vector<Portion>& history) {
  if (history.size() < kFewestDays) {
    return std::nullopt;
  }
  const auto count = static_cast<std::int64_t>(history.size());
  Rational sum;
  for (const Portion& day : history) {
    sum += day.sum;
  }
  const Rational mean = sum / count;
  Rational squares;
  for (const Portion& day : history) {
    squares += (day.sum - mean) * (day.sum - mean);
  }
  if (sum.is_zero()) {
    return std::nullopt;
  }
  const Rational piece = round_to(squares / (count - 1) / mean, 2, Rounding::half_up);
  return piece.sign() > 0 ? std::optional(Split{false, 0, piece}) : std::nullopt;
}

double real(const Rational& value) {
  constexpr int kDigits = 6;
  const auto small = value.small();
  const Fraction parts =
      small ? *small : round_to(value, kDigits, Rounding::half_up).small().value_or(Fraction{0, 1});
  return static_cast<double>(parts.numerator) / static_cast<double>(parts.denominator);
}

double dispersion_of(const std::vector<Rational>& days) {
  const double count = static_cast<double>(days.size());
  double mean = 0;
  for (const Rational& day : days) {
    mean += real(day) / count;
  }
  if (mean <= 0) {
    return 1;
  }
  double squares = 0;
  for (const Rational& day : days) {
    squares += (real(day) - mean) * (real(day) - mean);
  }
  return std::max(1.0, squares / (count - 1) / mean);
}

}  // namespace shopgauge

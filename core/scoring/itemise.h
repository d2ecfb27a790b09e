// Rounds the parts of a sum so that what is printed sums to the printed total.

#ifndef SHOPGAUGE_CORE_SCORING_ITEMISE_H_
#define SHOPGAUGE_CORE_SCORING_ITEMISE_H_

#include <vector>

#include "core/scoring/assessment.h"

namespace shopgauge {

inline constexpr int kPrintedDigits = 6;

// Largest remainder: each part is rounded down to 6 digits, and the units that then lack to `total`
// (6 digits; the parts' exact sum, rounded) go to the largest remainders, the earlier first.
[[nodiscard]] std::vector<Rational> apportion(const std::vector<Rational>& parts,
                                              const Rational& total);

// Sets the contributions of all nodes and rounds the adjustments' points, at both ends.
// Contributions hold exact values before, printed ones after.
void itemise(Assessment& assessment);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_ITEMISE_H_

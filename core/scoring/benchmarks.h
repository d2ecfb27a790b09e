// Curves that the shop's own thresholds make: straight lines through the points for the best value,
// for "excellent", for "poor", and for a value so many times as far.

#ifndef SHOPGAUGE_CORE_SCORING_BENCHMARKS_H_
#define SHOPGAUGE_CORE_SCORING_BENCHMARKS_H_

#include "core/scoring/reading.h"

namespace shopgauge {

// Builds the curves of all nodes that have benchmarks, from the profile or the program's defaults.
// A node whose thresholds nobody knows gets none. Issue: `profile.thresholds_order`, where "poor"
// is not worse than "excellent" or one lies outside the metric's range.
void build_curves(const Program& program, Reading& reading, Issues& issues);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_BENCHMARKS_H_

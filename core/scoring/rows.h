// The numbers that the platform's tables give a store by its category and type.

#ifndef SHOPGAUGE_CORE_SCORING_ROWS_H_
#define SHOPGAUGE_CORE_SCORING_ROWS_H_

#include "core/scoring/reading.h"

namespace shopgauge {

// Adds them to the reading's profile and weights where the shop gave none itself. Issue:
// `enrolment.ambiguous` where several rows match and the profile does not give their numbers.
void apply_rows(const Program& program, Reading& reading, Issues& issues);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_ROWS_H_

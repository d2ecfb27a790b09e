// Where a result may turn while one metric moves: the values at which a curve bends or jumps, and
// those that a condition asks for. Between two neighbours the sum of a score goes one way only.

#ifndef SHOPGAUGE_CORE_OUTLOOK_TURNS_H_
#define SHOPGAUGE_CORE_OUTLOOK_TURNS_H_

#include <vector>

#include "core/scoring/reading.h"

namespace shopgauge {

struct Turns {
  std::vector<Rational> values;
  std::vector<Rational> events;   // of the counts: num or sum
  std::vector<Rational> samples;  // den or n
};

// By metric index. Ascending, each once.
[[nodiscard]] std::vector<Turns> turns_of(const Program& program, const Reading& reading);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_TURNS_H_

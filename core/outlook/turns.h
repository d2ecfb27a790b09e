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
  bool stage = false;             // decides the stage of the score, or whether there is one
};

// What a comparison compares with: the shop's own number or the program's. Nothing where nobody
// gave it, and where the platform does not assess this.
[[nodiscard]] std::optional<Rational> threshold_of(const Comparison& comparison,
                                                   const Reading& reading);

// By metric index. Ascending, each once.
[[nodiscard]] std::vector<Turns> turns_of(const Program& program, const Reading& reading);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_TURNS_H_

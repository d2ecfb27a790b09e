// The score of an assessment. Private to assess.

#ifndef SHOPGAUGE_CORE_SCORING_ASSESS_SCORE_H_
#define SHOPGAUGE_CORE_SCORING_ASSESS_SCORE_H_

#include <vector>

#include "core/scoring/assess.h"
#include "core/scoring/condition.h"

namespace shopgauge {

// An assessment while it is made.
struct Assessing {
  const Program& program;
  const Reading& reading;
  const Reading* today;
  Contributions contributions;
  Facts facts;
  std::vector<std::optional<Span>> nodes;  // after adjustments
  std::vector<Need> stage_needs;           // inputs that would decide the stage
  std::vector<Need> unscored;              // inputs that may leave the store without a score
  bool assessed = true;                    // something of the formal score
  Assessment result;
};

// Sets all of the result that has to do with the score. Precondition: the program has one.
void score_store(Assessing& assessing);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_ASSESS_SCORE_H_

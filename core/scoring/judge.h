// Some standards of a program, and whether a reading meets them all.

#ifndef SHOPGAUGE_CORE_SCORING_JUDGE_H_
#define SHOPGAUGE_CORE_SCORING_JUDGE_H_

#include <vector>

#include "core/scoring/assessment.h"

namespace shopgauge {

enum class JudgementVerdict : std::uint8_t { pass, fail, undetermined, not_assessed };

// Whether advisory standards count for a verdict.
enum class Advisory : std::uint8_t { ignored, counts };

// Some standards of the program, all of which must be met. not_assessed: the platform showed no
// score for one of them, or assesses none.
struct Judgement {
  JudgementVerdict verdict = JudgementVerdict::undetermined;
  std::vector<Finding> findings;
  std::vector<Need> needs;
  std::vector<Assumption> assumptions;
};
[[nodiscard]] Judgement judge(const Program& program, const std::vector<std::size_t>& standards,
                              const Reading& reading, Advisory advisory = Advisory::ignored);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_JUDGE_H_

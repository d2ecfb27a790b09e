// One reading under one edition: status, score with its parts, standards, verdict, gates.

#ifndef SHOPGAUGE_CORE_SCORING_ASSESS_H_
#define SHOPGAUGE_CORE_SCORING_ASSESS_H_

#include <vector>

#include "core/scoring/assessment.h"

namespace shopgauge {

// Whether the contributions are wanted, which is a quarter of the work.
enum class Contributions : std::uint8_t { left_out, itemised };

// `today`: see score_tree. The result points into `program` and `reading`.
[[nodiscard]] Assessment assess(const Program& program, const Reading& reading,
                                const Reading* today = nullptr,
                                Contributions contributions = Contributions::itemised);

// The reason why the program does not assess such a store, or nothing.
[[nodiscard]] std::optional<std::string_view> not_applicable(const Program& program,
                                                             const Enrolment& enrolment);

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

#endif  // SHOPGAUGE_CORE_SCORING_ASSESS_H_

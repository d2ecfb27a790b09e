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

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_ASSESS_H_

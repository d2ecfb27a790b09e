// Conditions in three-valued logic: yes, no, or undetermined with the inputs that would decide.

#ifndef SHOPGAUGE_CORE_SCORING_CONDITION_H_
#define SHOPGAUGE_CORE_SCORING_CONDITION_H_

#include <optional>
#include <vector>

#include "core/scoring/assessment.h"

namespace shopgauge {

// What conditions may look at. The score's parts are empty before there is a score.
struct Facts {
  const Program& program;
  const Reading& reading;
  const Enrolment& enrolment;
  const ScoreResult* score = nullptr;
  const std::vector<std::optional<Span>>* nodes = nullptr;  // by node index
  const std::vector<std::string_view>* missing = nullptr;   // metrics that would decide the score
  const std::vector<NodeResult>* tree = nullptr;            // of a score that may not be used
};

// What an absent input means: adjustments and stages do not apply, everything else is undetermined.
enum class Absent : std::uint8_t { not_applied, undetermined };

struct Outcome {
  Truth truth = Truth::undetermined;
  std::vector<Assumption> assumptions;  // that this truth rests on
  std::vector<Need> needs;
};

// Whether the comparison is true of exact numbers.
[[nodiscard]] bool holds(const Rational& observed, Operator comparison, const Rational& target);

// `trace`, where given, gets every comparison, also those that decide nothing.
[[nodiscard]] Outcome evaluate(const Condition& condition, const Facts& facts, Absent absent,
                               std::vector<Finding>* trace = nullptr);
[[nodiscard]] Outcome evaluate(const Comparison& comparison, const Facts& facts, Absent absent,
                               Finding& finding);

// With its alternatives; the finding is of the whole standard.
[[nodiscard]] Outcome evaluate(const Standard& standard, const Facts& facts, Finding& finding);

// The first condition that holds; null holds always. `assumptions` gets what the choice rests on.
[[nodiscard]] Choice choose(const std::vector<const Condition*>& conditions, const Facts& facts,
                            std::vector<Assumption>& assumptions);
// The tier of a store (`scored`: or of one without a score).
[[nodiscard]] Choice tier_of(const Facts& facts, bool scored, std::vector<Assumption>& assumptions);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_CONDITION_H_

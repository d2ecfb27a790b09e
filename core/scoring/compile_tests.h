// Conditions as flat tests.

#ifndef SHOPGAUGE_CORE_SCORING_COMPILE_TESTS_H_
#define SHOPGAUGE_CORE_SCORING_COMPILE_TESTS_H_

#include "core/scoring/compiled_plan.h"
#include "core/scoring/condition.h"

namespace shopgauge::compiled {

// Whether an unsigned whole number x that is at least `bound` makes the comparison true.
[[nodiscard]] std::optional<Bound> bound_of(Operator comparison, const Rational& target);

// Adds the tests of a condition to the plan; their last one is its own.
class TestMaker {
 public:
  explicit TestMaker(CompiledProgram::Plan& plan) : plan_(plan) {}

  std::size_t condition(const Condition& condition, Absent absent, bool if_exact = false);
  std::size_t standard(const Standard& standard);
  // The threshold of this comparison says that such stores are not assessed by it.
  [[nodiscard]] bool is_not_assessed(const Comparison& comparison) const;
  // A number that fits in no fraction of 64 bits came up.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  struct Target;
  [[nodiscard]] Target target_of(const Comparison& comparison) const;
  std::size_t comparison(const Comparison& comparison, Absent absent, bool if_exact);
  void of_metric(const Comparison& comparison, Absent absent, const Target& target, Test& test);
  void of_count(const Comparison& comparison, Absent absent, const Target& target, Test& test);
  void of_score(const Comparison& comparison, const Target& target, Test& test);
  void of_node(const Comparison& comparison, const Target& target, Test& test);
  void of_word(const Comparison& comparison, Absent absent, Test& test) const;
  void of_stage(const Comparison& comparison, Test& test) const;
  void set_target(const Target& target, Test& test);
  std::size_t add(Test test);
  std::size_t join(Test::Kind kind, std::vector<std::size_t> parts);

  CompiledProgram::Plan& plan_;
  bool failed_ = false;
};

}  // namespace shopgauge::compiled

#endif  // SHOPGAUGE_CORE_SCORING_COMPILE_TESTS_H_

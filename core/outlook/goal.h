// A goal of a plan: whether a reading reaches it, and if not, why not.

#ifndef SHOPGAUGE_CORE_OUTLOOK_GOAL_H_
#define SHOPGAUGE_CORE_OUTLOOK_GOAL_H_

#include <vector>

#include "core/scoring/assess.h"

namespace shopgauge {

struct Goal {
  enum class Kind : std::uint8_t { score, verdict, gate, metric };
  Kind kind = Kind::verdict;
  Rational value;         // score: as shown; metric
  std::size_t index = 0;  // of the gate or metric
  bool at_least = true;   // metric
};

// Why a reading misses a goal.
struct Shortfall {
  // short_of_goal: what it has is not enough. needs_unknown: inputs that nobody gave would decide.
  // not_scored, not_applicable: see `reason`. endless_orders: only the end of a range that no
  // finite number of orders leads to would do. no_lever: nothing that the goal reads has a better
  // value. only_by_fixed: it would be reached if `fixed` could change.
  enum class Code : std::uint8_t {
    short_of_goal,
    needs_unknown,
    not_scored,
    not_applicable,
    endless_orders,
    no_lever,
    only_by_fixed
  };
  Code code = Code::short_of_goal;
  std::string_view reason;
  std::vector<Need> needs;
  std::optional<Span> score;            // as shown
  std::optional<Rational> value;        // of the goal's metric
  std::vector<std::string_view> unmet;  // standards, or what the gate asks for
  std::vector<std::string_view> fixed;  // metrics
};

// One goal in one program, as seen from one reading; both outlive it.
class Quest {
 public:
  Quest(const Program& program, const Reading& today, const Goal& goal);

  [[nodiscard]] const Program& program() const { return program_; }
  [[nodiscard]] const Reading& today() const { return today_; }
  [[nodiscard]] const Goal& goal() const { return goal_; }
  // Today's assessment.
  [[nodiscard]] const Assessment& now() const { return now_; }

  // The assessment of a changed reading: a given score moves by anchoring.
  [[nodiscard]] Assessment assess(const Reading& changed) const {
    return shopgauge::assess(program_, changed, &today_, Contributions::left_out);
  }
  [[nodiscard]] bool reaches(const Reading& changed) const;
  // Precondition: the goal is no metric's.
  [[nodiscard]] bool reaches(const Assessment& result) const;
  // Precondition: the reading does not reach the goal. Only the first
  // four codes.
  [[nodiscard]] Shortfall shortfall(const Reading& changed) const;

 private:
  [[nodiscard]] bool stays_formal(const Reading& changed) const;
  [[nodiscard]] Rational shown(const Reading& changed) const;

  const Program& program_;
  const Reading& today_;
  const Goal& goal_;
  Assessment now_;
  bool formal_ = false;
  std::vector<std::size_t> stage_metrics_;
};

// The result for a gate, or null where a store without a score has none.
[[nodiscard]] const GateResult* find_gate(const Assessment& result, const Gate& gate);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_GOAL_H_

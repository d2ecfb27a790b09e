// What must change so that a goal is reached: by one metric alone, by further orders, by the
// cheapest combinations; and how much may go wrong before it is lost.

#ifndef SHOPGAUGE_CORE_OUTLOOK_PLAN_H_
#define SHOPGAUGE_CORE_OUTLOOK_PLAN_H_

#include <vector>

#include "core/outlook/goal.h"
#include "core/outlook/levers.h"

namespace shopgauge {

// One metric alone.
struct Lever {
  std::size_t metric = 0;
  const Json* now = nullptr;                // as given; null where it is taken as not given
  std::optional<Rational> needed;           // the first value that reaches the goal
  bool reachable = false;                   // where it is known by counts: by finitely many orders
  std::optional<Rational> organic_orders;   // the fewest further orders at the best value
  std::optional<Shortfall> shortfall;       // of its best value, where that does not reach the goal
  std::vector<std::string_view> standards;  // of the verdict, unmet today, that read it
  std::vector<std::string_view> areas;      // theirs
};

struct Headroom {
  std::size_t metric = 0;
  const Json* now = nullptr;
  std::optional<Rational> limit;            // the worst value that keeps what there is
  std::optional<Rational> more_bad_orders;  // the most of them
};

struct Change {
  std::size_t metric = 0;
  Rational to;
};

struct Combination {
  std::vector<Change> changes;
  Rational effort;
  Assessment result;  // points into `reading`
  Reading reading;
};

struct Plan {
  bool goal_met = false;
  bool reachable = false;
  std::optional<Shortfall> shortfall;  // where it is not: of all levers at their best
  std::vector<Lever> levers;
  std::vector<std::size_t> fixed;  // metrics that would be levers, but cannot change
  std::vector<Headroom> headroom;
  std::vector<Combination> combinations;  // the cheapest first, at most three
  bool proved = true;                     // none is cheaper than the first
};

// What cannot change keeps today's value; its headroom is told all the same. A given score moves by
// anchoring.
[[nodiscard]] Plan make_plan(const Program& program, const Reading& reading, const Goal& goal,
                             const Efforts& effort);

// Says that only the plan's fixed metrics would do.
void hold_fast(const Program& program, const Plan& plan, Shortfall& shortfall);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_PLAN_H_

// A period under way: what its remaining days must bring so that a goal is reached at its end, and
// the proof where they cannot.

#ifndef SHOPGAUGE_CORE_OUTLOOK_PERIOD_H_
#define SHOPGAUGE_CORE_OUTLOOK_PERIOD_H_

#include <vector>

#include "core/outlook/plan.h"

namespace shopgauge {

// The reading holds what the days gone by brought.
struct PeriodUnderWay {
  int days_gone = 1;  // 1 or more, today included
  int days_left = 0;
  // By metric index, of ratios: how many more cases each further day brings; not negative.
  std::vector<std::optional<Rational>> orders_a_day;
};

// What one metric must do by itself.
struct Rest {
  // events: of so many further orders so many are, at most or at least, the rate's events. mean: of
  // each further day. total: of all further days. end: the figure does not add up; it is
  // to stand there on the last day.
  enum class Kind : std::uint8_t { events, mean, total, end };
  // secure: whatever the rest brings. lost: even the best rest ends beyond the target, or what
  // cannot change stands beyond it.
  enum class Status : std::uint8_t { secure, open, lost };
  Kind kind = Kind::end;
  Status status = Status::open;
  std::size_t metric = 0;
  const Json* now = nullptr;
  std::string_view standard;  // or empty
  Operator comparison = Operator::at_least;
  Rational target;
  std::optional<Rational> orders;   // the rest has so many
  std::optional<Rational> limit;    // open: of the events, the mean, the total
  std::optional<Rational> ends_at;  // the metric, after the best rest; nothing where it has no end
};

struct PeriodPlan {
  bool reachable = false;
  std::optional<Shortfall> shortfall;  // of the best rest, where that does not reach the goal
  std::vector<Rest> rests;
};

// `plan`: what levers and headroom say of today. A ratio with orders a day is counted in whole
// events; other rates and means have as many cases on each further day as on those gone by, and a
// mean of daily figures given with its sum has one for each. Counts of events and money add up.
// What cannot change ends where it stands.
[[nodiscard]] PeriodPlan plan_period(const Program& program, const Reading& reading,
                                     const Goal& goal, const Efforts& effort, const Plan& plan,
                                     const PeriodUnderWay& period);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_PERIOD_H_

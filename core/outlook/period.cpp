// Solves (what there is + what the rest brings) / (both samples) against each target.

#include "core/outlook/period.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/base/cursor.h"
#include "core/scoring/condition.h"

namespace shopgauge {
namespace {

struct Target {
  std::size_t metric = 0;
  std::string_view standard;
  Operator comparison = Operator::at_least;
  Rational value;
};

bool is_upper(Operator comparison) {
  return comparison == Operator::at_most || comparison == Operator::below;
}

bool is_strict(Operator comparison) {
  return comparison == Operator::above || comparison == Operator::below;
}

bool holds(const Rational& value, const Target& target) {
  return holds(value, target.comparison, target.value);
}

bool has_unit(const Program& program, std::size_t metric, Literal units) {
  const Json* unit = program.document->find("metrics")->items[metric].find("unit");
  return unit != nullptr && index_in(units, unit->string) >= 0;
}

// Units of what happens or is sold, so that days add up; points, hours, products do not.
bool adds_up(const Program& program, std::size_t metric) {
  const MetricKind kind = program.metrics[metric].kind;
  return (kind == MetricKind::count || kind == MetricKind::amount) &&
         has_unit(program, metric, "orders buyers visitors times CNY USD");
}

// Whether what the mean is of has one figure a day; else one an order.
bool is_daily(const Program& program, std::size_t metric) {
  return has_unit(program, metric, "points products");
}

// The targets of a finding and of its alternatives, as far as they are numbers of metrics.
void add_targets(const Finding& finding, std::string_view standard, const Program& program,
                 std::vector<Target>& targets) {
  const Comparison& rule = *finding.comparison;
  if (rule.subject == Subject::metric && finding.target && !finding.not_assessed &&
      program.metrics[rule.index].kind != MetricKind::flag) {
    targets.push_back({rule.index, standard, finding.positive ? Operator::above : rule.comparison,
                       finding.positive ? Rational() : *finding.target});
  }
  for (const Finding& other : finding.alternatives) {
    add_targets(other, standard, program, targets);
  }
}

// A value that reaches or keeps the goal by this metric alone.
void add_alone(const Program& program, std::size_t metric, const std::optional<Rational>& value,
               std::vector<Target>& targets) {
  const bool known = std::any_of(targets.begin(), targets.end(),
                                 [&](const Target& one) { return one.metric == metric; });
  if (value && !known && program.metrics[metric].kind != MetricKind::flag) {
    const bool higher = program.metrics[metric].higher_is_better;
    targets.push_back({metric, {}, higher ? Operator::at_least : Operator::at_most, *value});
  }
}

std::vector<Target> targets_of(const Quest& quest, const Plan& plan) {
  const Goal& goal = quest.goal();
  const Program& program = quest.program();
  std::vector<Target> targets;
  if (goal.kind == Goal::Kind::metric) {
    return {{goal.index, {}, goal.at_least ? Operator::at_least : Operator::at_most, goal.value}};
  }
  const Assessment& now = quest.now();
  if (goal.kind == Goal::Kind::verdict) {
    for (const Finding& finding : now.standards) {
      if (!finding.standard->advisory) {
        add_targets(finding, finding.standard->id, program, targets);
      }
    }
    return targets;
  }
  const GateResult* gate =
      goal.kind == Goal::Kind::gate ? find_gate(now, program.gates[goal.index]) : nullptr;
  for (std::size_t i = 0; gate != nullptr && i < gate->findings.size(); ++i) {
    add_targets(gate->findings[i], {}, program, targets);
  }
  for (const Lever& lever : plan.levers) {
    add_alone(program, lever.metric, lever.needed, targets);
  }
  for (std::size_t i = 0; plan.goal_met && i < plan.headroom.size(); ++i) {
    add_alone(program, plan.headroom[i].metric, plan.headroom[i].limit, targets);
  }
  return targets;
}

class Planner {
 public:
  Planner(const Program& program, const Reading& reading, const Goal& goal, const Efforts& effort,
          const PeriodUnderWay& period)
      : quest_(program, reading, goal), effort_(effort), period_(period), left_(period.days_left) {}

  PeriodPlan run(const Plan& plan) {
    PeriodPlan made;
    std::vector<std::unique_ptr<const Json>> counts;
    const Reading best = best_end(counts, false);
    made.reachable = quest_.reaches(best);
    if (!made.reachable) {
      made.shortfall = quest_.shortfall(best);
      if (!plan.fixed.empty() && made.shortfall->code != Shortfall::Code::needs_unknown &&
          quest_.reaches(best_end(counts, true))) {
        hold_fast(quest_.program(), plan, *made.shortfall);
      }
    }
    for (const Target& target : targets_of(quest_, plan)) {
      const Input& input = quest_.today().metrics[target.metric];
      if (input.state == InputState::value) {
        Rest& rest =
            made.rests.emplace_back(rest_of(target, input, best.metrics[target.metric].value));
        if (!effort_[target.metric] && !holds(input.value, target)) {
          rest.status = Rest::Status::lost;
          rest.ends_at = input.value;
        }
      }
    }
    return made;
  }

 private:
  // How much the days gone by weigh, and how much the rest does.
  struct Weights {
    Rational gone;
    Rational left;
    bool orders = false;
  };

  [[nodiscard]] Weights weights_of(std::size_t metric, const Input& input) const {
    const bool counted = input.given != nullptr && input.given->is(Json::Kind::object);
    const Json* n = counted ? input.given->find("n") : nullptr;
    const Json* den = counted ? input.given->find("den") : nullptr;
    if (n != nullptr && is_daily(quest_.program(), metric) && n->number <= period_.days_gone) {
      return {n->number, left_, false};
    }
    if (den != nullptr && period_.orders_a_day[metric]) {
      return {den->number, truncate(*period_.orders_a_day[metric] * left_), true};
    }
    return {period_.days_gone, left_, false};
  }

  // Each metric after the best rest of the period; `all`: also what cannot change. `counts` holds
  // what it refers to.
  Reading best_end(std::vector<std::unique_ptr<const Json>>& counts, bool all) const {
    const Program& program = quest_.program();
    Reading best = quest_.today();
    for (const Scale& scale : scales_of(program, quest_.today())) {
      if (!all && !effort_[scale.metric()]) {
        continue;
      }
      Input& input = best.metrics[scale.metric()];
      const MetricKind kind = program.metrics[scale.metric()].kind;
      const std::optional<Rational>& end = scale.end(true);
      if (adds_up(program, scale.metric())) {
        if (program.metrics[scale.metric()].higher_is_better && period_.days_left > 0) {
          input = scale.at(*scale.after(scale.most(true)));
        }
        continue;
      }
      if (kind != MetricKind::rate && kind != MetricKind::mean) {
        input = scale.at(*scale.after(scale.last_step()));
        continue;
      }
      const Weights weights = weights_of(scale.metric(), input);
      if (!end) {
        input = period_.days_left > 0 ? scale.at(*scale.after(kMostSteps)) : input;
      } else if (weights.orders) {
        if (auto more = scale.with_orders(to_int64(weights.left).value_or(kMostSteps), true)) {
          input = more->input;
          counts.push_back(std::move(more->counts));
        }
      } else {
        input = scale.at((weights.gone * scale.today() + weights.left * *end) /
                         (weights.gone + weights.left));
      }
    }
    return best;
  }

  [[nodiscard]] Rest rest_of(const Target& target, const Input& input, const Rational& best) const {
    Rest rest;
    rest.metric = target.metric;
    rest.now = input.given;
    rest.standard = target.standard;
    rest.comparison = target.comparison;
    rest.target = target.value;
    const Metric& rule = quest_.program().metrics[target.metric];
    if (rule.kind != MetricKind::rate && rule.kind != MetricKind::mean) {
      if (adds_up(quest_.program(), target.metric)) {
        add_total(target, input, rest);
      }
      return rest;
    }
    if (rule.higher_is_better ? rule.highest.has_value() : rule.lowest.has_value()) {
      rest.ends_at = best;
    }
    const Weights weights = weights_of(target.metric, input);
    if (weights.orders) {
      rest.orders = weights.left;
      add_events(target, input, weights, rest);
    } else {
      add_mean(target, input, weights, rest);
    }
    return rest;
  }

  // Whole events: (num + events) / (den + orders).
  static void add_events(const Target& target, const Input& input, const Weights& weights,
                         Rest& rest) {
    rest.kind = Rest::Kind::events;
    const Rational exact =
        target.value * (weights.gone + weights.left) - input.given->find("num")->number;
    const Rational down =
        exact.sign() < 0 && !exact.is_integer() ? truncate(exact) - 1 : truncate(exact);
    const bool strict = is_strict(target.comparison);
    if (is_upper(target.comparison)) {
      const Rational most = strict && down == exact ? down - 1 : down;
      rest.status = most.sign() < 0        ? Rest::Status::lost
                    : most >= weights.left ? Rest::Status::secure
                                           : Rest::Status::open;
      rest.limit = max(most, 0);
    } else {
      const Rational least = strict || down != exact ? down + 1 : down;
      rest.status = least > weights.left ? Rest::Status::lost
                    : least.sign() <= 0  ? Rest::Status::secure
                                         : Rest::Status::open;
      rest.limit = least;
    }
  }

  // The mean of each further day or order.
  void add_mean(const Target& target, const Input& input, const Weights& weights,
                Rest& rest) const {
    rest.kind = Rest::Kind::mean;
    const bool upper = is_upper(target.comparison);
    if (weights.left.is_zero()) {
      rest.status = holds(input.value, target) ? Rest::Status::secure : Rest::Status::lost;
      return;
    }
    const Rational limit =
        (target.value * (weights.gone + weights.left) - input.value * weights.gone) / weights.left;
    const Metric& rule = quest_.program().metrics[target.metric];
    const std::optional<Rational>& near = upper ? rule.highest : rule.lowest;
    const std::optional<Rational>& far = upper ? rule.lowest : rule.highest;
    const auto reached_by = [&](const Rational& each) {
      return holds(
          (input.value * weights.gone + each * weights.left) / (weights.gone + weights.left),
          target);
    };
    rest.limit = limit;
    rest.status = far && !reached_by(*far)    ? Rest::Status::lost
                  : near && reached_by(*near) ? Rest::Status::secure
                                              : Rest::Status::open;
  }

  void add_total(const Target& target, const Input& input, Rest& rest) const {
    rest.kind = Rest::Kind::total;
    rest.limit = target.value - input.value;
    if (is_upper(target.comparison)) {
      // What adds up never falls.
      rest.status = holds(input.value, target)
                        ? (left_.is_zero() ? Rest::Status::secure : Rest::Status::open)
                        : Rest::Status::lost;
      rest.ends_at = input.value;
    } else if (holds(input.value, target)) {
      rest.status = Rest::Status::secure;
    } else if (left_.is_zero()) {
      rest.status = Rest::Status::lost;
      rest.ends_at = input.value;
    }
  }

  Quest quest_;
  const Efforts& effort_;
  const PeriodUnderWay& period_;
  Rational left_;  // days
};

}  // namespace

PeriodPlan plan_period(const Program& program, const Reading& reading, const Goal& goal,
                       const Efforts& effort, const Plan& plan, const PeriodUnderWay& period) {
  return Planner(program, reading, goal, effort, period).run(plan);
}

}  // namespace shopgauge

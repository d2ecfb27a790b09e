// Searches along the steps of each metric: more of what is better never loses what it has reached,
// so the first step that reaches a goal is found by halving.

#include "core/outlook/plan.h"

#include <algorithm>
#include <utility>

#include "core/outlook/scale.h"

namespace shopgauge {
namespace {

// The first number from 1 to `most` that holds, where 0 does not and what holds goes on to hold;
// nothing where not even the last does.
template <typename Holds>
std::optional<std::int64_t> first_that(std::int64_t most, const Holds& holds) {
  std::int64_t high = 1;
  while (high < most && !holds(high)) {
    high = std::min(most, high * 2);
  }
  if (most < 1 || (high == most && !holds(high))) {
    return std::nullopt;
  }
  std::int64_t low = high / 2;  // does not hold, or is 0
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

class Planner {
 public:
  Planner(const Program& program, const Reading& reading, const Goal& goal,
          const std::vector<Rational>& effort)
      : program_(program),
        reading_(reading),
        goal_(goal),
        effort_(effort),
        now_(assess(program, reading)) {
    for (std::size_t i = 0; i < program.metrics.size(); ++i) {
      if (can_move(i)) {
        scales_.emplace_back(program, i, reading.metrics[i]);
      }
    }
  }

  Plan run() {
    Plan plan;
    plan.goal_met = reaches(reading_);
    plan.reachable = plan.goal_met;
    for (const Scale& scale : scales_) {
      if (!plan.goal_met) {
        add_lever(scale, plan);
      }
      add_headroom(scale, plan);
    }
    if (!plan.goal_met && goal_.kind != Goal::Kind::metric) {
      combine(plan);
    }
    return plan;
  }

 private:
  // What has a value, or counts as not applied while it is not given.
  [[nodiscard]] bool can_move(std::size_t metric) const {
    const Metric& rule = program_.metrics[metric];
    const InputState state = reading_.metrics[metric].state;
    const bool taken =
        state == InputState::absent && (rule.kind == MetricKind::flag || rule.if_absent);
    return (rule.higher_is_better || rule.lower_is_better) && (state == InputState::value || taken);
  }

  [[nodiscard]] Reading with(std::size_t metric, const Input& input) const {
    Reading changed = reading_;
    changed.metrics[metric] = input;
    return changed;
  }

  [[nodiscard]] bool reaches(const Reading& changed) const {
    if (goal_.kind == Goal::Kind::metric) {
      const Input& input = changed.metrics[goal_.index];
      return input.state == InputState::value &&
             (goal_.at_least ? input.value >= goal_.value : input.value <= goal_.value);
    }
    return reaches(assess(program_, changed, &reading_));
  }

  [[nodiscard]] bool reaches(const Assessment& result) const {
    switch (goal_.kind) {
      case Goal::Kind::score:
        return result.score && result.score->value.low >= goal_.value;
      case Goal::Kind::verdict:
        return result.verdict == Truth::yes;
      case Goal::Kind::gate:
        return is_met(result, &program_.gates[goal_.index]);
      case Goal::Kind::metric:
        break;
    }
    broken_precondition();
  }

  static bool is_met(const Assessment& result, const Gate* gate) {
    return std::any_of(result.gates.begin(), result.gates.end(), [&](const GateResult& one) {
      return one.gate == gate && one.met == Truth::yes;
    });
  }

  // Whether nothing of what there is today is lost: the goal where it is met, else the score as
  // shown and every standard and gate that is met.
  [[nodiscard]] bool keeps(const Reading& changed) const {
    if (reaches(reading_)) {
      return reaches(changed);
    }
    const Assessment result = assess(program_, changed, &reading_);
    if (now_.score && !(result.score && result.score->value.low >= now_.score->value.low)) {
      return false;
    }
    for (std::size_t i = 0; i < now_.standards.size(); ++i) {
      if (now_.standards[i].met == Truth::yes && result.standards[i].met != Truth::yes) {
        return false;
      }
    }
    return std::all_of(now_.gates.begin(), now_.gates.end(), [&](const GateResult& gate) {
      return gate.met != Truth::yes || is_met(result, gate.gate);
    });
  }

  // Whether the metric has a part in the goal.
  [[nodiscard]] bool matters(const Scale& scale) const {
    if (goal_.kind == Goal::Kind::metric) {
      return scale.metric() == goal_.index;
    }
    const auto reads = [&](const Finding& finding) {
      return finding.comparison->subject == Subject::metric &&
             finding.comparison->index == scale.metric();
    };
    if (goal_.kind == Goal::Kind::verdict) {
      return std::any_of(now_.standards.begin(), now_.standards.end(), [&](const Finding& one) {
        return !one.standard->advisory && one.met != Truth::yes &&
               (reads(one) || std::any_of(one.alternatives.begin(), one.alternatives.end(), reads));
      });
    }
    for (const GateResult& gate : now_.gates) {
      if (goal_.kind == Goal::Kind::gate && gate.gate == &program_.gates[goal_.index] &&
          std::any_of(gate.findings.begin(), gate.findings.end(), reads)) {
        return true;
      }
    }
    const std::optional<Rational> far = scale.after(last_step(scale));
    const Assessment best =
        assess(program_, with(scale.metric(), scale.at(far.value_or(scale.today()))), &reading_);
    return best.score && now_.score &&
           (best.score->unrounded.low != now_.score->unrounded.low ||
            best.score->unrounded.high != now_.score->unrounded.high);
  }

  // The last step in the better direction that finitely many orders lead to.
  static std::int64_t last_step(const Scale& scale) {
    const std::int64_t most = scale.most(true);
    return most > 0 && !scale.after(most) ? most - 1 : most;
  }

  void add_lever(const Scale& scale, Plan& plan) const {
    const std::int64_t most = last_step(scale);
    if (most == 0 || !matters(scale)) {
      return;
    }
    Lever lever;
    lever.metric = scale.metric();
    lever.now = reading_.metrics[scale.metric()].given;
    const auto steps = first_that(most, [&](std::int64_t count) {
      return reaches(with(scale.metric(), scale.at(*scale.after(count))));
    });
    if (steps) {
      lever.needed = scale.after(*steps);
    }
    if (scale.counted() && scale.with_orders(1, true)) {
      const auto orders = first_that(kMostSteps, [&](std::int64_t count) {
        const auto changed = scale.with_orders(count, true);
        return reaches(with(scale.metric(), changed->input));
      });
      lever.reachable = orders.has_value();
      if (orders) {
        lever.organic_orders = Rational(*orders);
      }
    } else {
      lever.reachable = steps.has_value();
    }
    plan.reachable = plan.reachable || lever.reachable;
    plan.levers.push_back(std::move(lever));
  }

  void add_headroom(const Scale& scale, Plan& plan) const {
    const auto lost_after = first_that(scale.most(false), [&](std::int64_t count) {
      return !keeps(with(scale.metric(), scale.at(*scale.after(-count))));
    });
    if (!lost_after || reading_.metrics[scale.metric()].state != InputState::value) {
      return;
    }
    Headroom room;
    room.metric = scale.metric();
    room.now = reading_.metrics[scale.metric()].given;
    room.limit = scale.after(1 - *lost_after);
    if (scale.counted() && scale.with_orders(1, false)) {
      const auto lost = first_that(kMostSteps, [&](std::int64_t count) {
        const auto changed = scale.with_orders(count, false);
        return !keeps(with(scale.metric(), changed->input));
      });
      if (lost) {
        room.more_bad_orders = Rational(*lost - 1);
      }
    }
    plan.headroom.push_back(std::move(room));
  }

  using Steps = std::vector<std::int64_t>;  // by place in `levers`

  [[nodiscard]] Reading moved(const std::vector<const Scale*>& levers, const Steps& steps) const {
    Reading changed = reading_;
    for (std::size_t i = 0; i < levers.size(); ++i) {
      if (steps[i] > 0) {
        changed.metrics[levers[i]->metric()] = levers[i]->at(*levers[i]->after(steps[i]));
      }
    }
    return changed;
  }

  // All levers as far as they go; those without an end as far as it takes. Nothing where that does
  // not reach the goal.
  [[nodiscard]] std::optional<Steps> farthest(const std::vector<const Scale*>& levers) const {
    for (std::int64_t reach = 1;; reach = std::min(kMostSteps, reach * 2)) {
      Steps steps;
      bool endless = false;
      for (const Scale* scale : levers) {
        const std::int64_t last = last_step(*scale);
        endless = endless || last == kMostSteps;
        steps.push_back(last == kMostSteps ? reach : last);
      }
      if (reaches(moved(levers, steps))) {
        return steps;
      }
      if (!endless || reach == kMostSteps) {
        return std::nullopt;
      }
    }
  }

  // Takes back what is not needed, one lever after the other: what is left is needed, to the step.
  [[nodiscard]] Steps spared(const std::vector<const Scale*>& levers, Steps steps,
                             const std::vector<std::size_t>& order) const {
    for (const std::size_t place : order) {
      const std::int64_t most = steps[place];
      const auto needed = [&](std::int64_t count) {
        steps[place] = count;
        return reaches(moved(levers, steps));
      };
      if (needed(0)) {
        continue;
      }
      steps[place] = first_that(most, needed).value_or(most);
    }
    return steps;
  }

  [[nodiscard]] Rational effort_of(const std::vector<const Scale*>& levers,
                                   const Steps& steps) const {
    Rational effort;
    for (std::size_t i = 0; i < levers.size(); ++i) {
      if (steps[i] > 0) {
        effort += effort_[levers[i]->metric()] * levers[i]->way_to(*levers[i]->after(steps[i]));
      }
    }
    return effort;
  }

  void combine(Plan& plan) const {
    std::vector<const Scale*> levers;
    for (const Scale& scale : scales_) {
      if (last_step(scale) > 0 && matters(scale)) {
        levers.push_back(&scale);
      }
    }
    const std::optional<Steps> all = farthest(levers);
    if (!all || levers.empty()) {
      return;
    }
    plan.reachable = true;
    std::vector<std::pair<Rational, Steps>> found;
    for (std::size_t kept = 0; kept < levers.size(); ++kept) {
      for (const bool forward : {true, false}) {
        const Steps steps = spared(levers, *all, order_of(levers.size(), kept, forward));
        const auto known = std::find_if(found.begin(), found.end(),
                                        [&](const auto& one) { return one.second == steps; });
        if (known == found.end()) {
          found.emplace_back(effort_of(levers, steps), steps);
        }
      }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    constexpr std::size_t kMost = 3;
    found.resize(std::min(found.size(), kMost));
    for (auto& [effort, steps] : found) {
      plan.combinations.push_back(combination(levers, steps, effort));
    }
  }

  // All others are spared before the one that is kept for last.
  static std::vector<std::size_t> order_of(std::size_t count, std::size_t kept, bool forward) {
    std::vector<std::size_t> order;
    for (std::size_t i = 1; i <= count; ++i) {
      order.push_back((kept + (forward ? i : count - i)) % count);
    }
    if (!forward) {
      std::rotate(order.begin(), order.begin() + 1, order.end());
      order.erase(std::find(order.begin(), order.end(), kept));
      order.push_back(kept);
    }
    return order;
  }

  [[nodiscard]] Combination combination(const std::vector<const Scale*>& levers, const Steps& steps,
                                        const Rational& effort) const {
    Combination found;
    for (std::size_t i = 0; i < levers.size(); ++i) {
      if (steps[i] > 0) {
        found.changes.push_back({levers[i]->metric(), *levers[i]->after(steps[i])});
      }
    }
    found.effort = effort;
    found.reading = moved(levers, steps);
    found.result = assess(program_, found.reading, &reading_);
    return found;
  }

  const Program& program_;
  const Reading& reading_;
  const Goal& goal_;
  const std::vector<Rational>& effort_;
  Assessment now_;
  std::vector<Scale> scales_;
};

}  // namespace

Plan make_plan(const Program& program, const Reading& reading, const Goal& goal,
               const std::vector<Rational>& effort) {
  return Planner(program, reading, goal, effort).run();
}

}  // namespace shopgauge

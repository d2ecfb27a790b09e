// Each lever alone and each headroom: the first step at which the goal is reached, or lost.

#include "core/outlook/plan.h"

#include <algorithm>
#include <utility>

#include "core/outlook/cheapest.h"
#include "core/outlook/search.h"
#include "core/outlook/sum.h"

namespace shopgauge {
namespace {

class Planner {
 public:
  Planner(const Program& program, const Reading& reading, const Goal& goal, const Efforts& effort)
      : quest_(program, reading, goal),
        effort_(effort),
        now_(quest_.now()),
        goal_met_(quest_.reaches(reading)),
        scales_(scales_of(program, reading)),
        sum_(quest_) {}

  Plan run() {
    Plan plan;
    plan.goal_met = goal_met_;
    plan.reachable = goal_met_;
    for (const Scale& scale : scales_) {
      if (!goal_met_ && scale.last_step() > 0 && matters(quest_, sum_, scale)) {
        add_mover(scale, plan);
      }
      add_headroom(scale, plan);
    }
    if (!goal_met_) {
      combine(plan);
      explain(plan);
    }
    return plan;
  }

 private:
  [[nodiscard]] const Input& today(const Scale& scale) const {
    return quest_.today().metrics[scale.metric()];
  }
  [[nodiscard]] Reading with_value(const Scale& scale, std::int64_t steps) const {
    return with(quest_.today(), scale.metric(), scale.at(*scale.after(steps)));
  }

  // The first count from 1 to `most` for whose reading `holds`; see first_of. Where a band sets in
  // the shown score falls while the sum grows: these are ends of pieces too.
  template <typename ReadingAt, typename Holds>
  std::optional<std::int64_t> first(std::int64_t most, std::vector<std::int64_t> ends,
                                    const ReadingAt& reading_at, const Holds& holds) const {
    if (quest_.goal().kind != Goal::Kind::metric && !sum_.bands().empty()) {
      add_band_ends(most, reading_at, ends);
    }
    return first_of(most, ends, [&](std::int64_t count) { return reading_at(count, holds); });
  }

  template <typename ReadingAt>
  void add_band_ends(std::int64_t most, const ReadingAt& reading_at,
                     std::vector<std::int64_t>& ends) const {
    std::vector<std::int64_t> more;
    std::vector<std::int64_t> pieces = ends;
    pieces.push_back(most);
    for (const Rational& band : sum_.bands()) {
      const auto in_band = [&](std::int64_t count) {
        return reading_at(count, [&](const Reading& one) { return sum_(one).total >= band; });
      };
      std::int64_t from = 1;
      for (const std::int64_t end : pieces) {
        if (end <= from || end > most) {
          continue;
        }
        const bool before = in_band(from);
        const auto turn =
            first_between(from, end, [&](std::int64_t count) { return in_band(count) != before; });
        if (turn) {
          more.push_back(*turn - 1);
        }
        from = end;
      }
    }
    ends.insert(ends.end(), more.begin(), more.end());
    std::sort(ends.begin(), ends.end());
  }

  [[nodiscard]] std::optional<std::int64_t> first_step(const Scale& scale) const {
    return first(
        scale.last_step(), scale.piece_ends(true),
        [&](std::int64_t count, const auto& holds) { return holds(with_value(scale, count)); },
        [&](const Reading& changed) { return quest_.reaches(changed); });
  }

  // `best`: further orders at the best value, else at the worst.
  template <typename Holds>
  [[nodiscard]] std::optional<std::int64_t> first_order(const Scale& scale, bool best,
                                                        const Holds& holds) const {
    return first(
        kMostSteps, scale.order_piece_ends(best),
        [&](std::int64_t count, const auto& of) {
          const auto more = scale.with_orders(count, best);
          return of(with(quest_.today(), scale.metric(), more->input));
        },
        holds);
  }

  // What moves the goal: a lever, unless it is held fast.
  void add_mover(const Scale& scale, Plan& plan) {
    movers_.push_back(&scale);
    if (effort_[scale.metric()]) {
      levers_.push_back(&scale);
      plan.levers.push_back(lever_of(scale));
      plan.reachable = plan.reachable || plan.levers.back().reachable;
    } else {
      plan.fixed.push_back(scale.metric());
    }
  }

  [[nodiscard]] Lever lever_of(const Scale& scale) const {
    Lever lever;
    lever.metric = scale.metric();
    lever.now = today(scale).given;
    const auto steps = first_step(scale);
    if (steps) {
      lever.needed = scale.after(*steps);
    }
    lever.reachable = steps.has_value();
    if (scale.counted() && scale.end(true)) {
      const auto orders =
          first_order(scale, true, [&](const Reading& changed) { return quest_.reaches(changed); });
      lever.reachable = orders.has_value();
      if (orders) {
        lever.organic_orders = Rational(*orders);
      }
    }
    if (!lever.reachable) {
      lever.shortfall = shortfall_of({&scale}, {scale.last_step()}, steps.has_value());
    }
    add_standards(lever);
    return lever;
  }

  // Those of the verdict that the lever would meet.
  void add_standards(Lever& lever) const {
    if (quest_.goal().kind != Goal::Kind::verdict) {
      return;
    }
    for (const Finding& one : now_.standards) {
      if (one.standard->advisory || one.met == Truth::yes || !reads(one, lever.metric)) {
        continue;
      }
      lever.standards.push_back(one.id);
      const std::string_view area = one.standard->area;
      if (!area.empty() &&
          std::find(lever.areas.begin(), lever.areas.end(), area) == lever.areas.end()) {
        lever.areas.push_back(area);
      }
    }
  }

  // Why these steps do not reach the goal. `endless`: some value does, though no orders lead there.
  [[nodiscard]] Shortfall shortfall_of(const std::vector<const Scale*>& levers, const Steps& steps,
                                       bool endless) const {
    const Reading best = moved(quest_.today(), levers, steps);
    Reading beyond = best;
    for (const Scale* scale : levers) {
      if (scale->counted() && scale->end(true)) {
        beyond.metrics[scale->metric()] = scale->at(*scale->end(true));
      }
    }
    if (!endless && !quest_.reaches(beyond)) {
      return quest_.shortfall(best);
    }
    Shortfall shortfall = quest_.reaches(best) ? Shortfall() : quest_.shortfall(best);
    shortfall.code = Shortfall::Code::endless_orders;
    return shortfall;
  }

  // Whether nothing of what there is today is lost: the goal where it is met, else the score as
  // shown and every standard and gate that is met.
  [[nodiscard]] bool keeps(const Reading& changed) const {
    if (goal_met_) {
      return quest_.reaches(changed);
    }
    const Assessment result = quest_.assess(changed);
    if (now_.score && !(result.score && result.score->value.low >= now_.score->value.low)) {
      return false;
    }
    for (std::size_t i = 0; i < now_.standards.size(); ++i) {
      if (now_.standards[i].met == Truth::yes && result.standards[i].met != Truth::yes) {
        return false;
      }
    }
    return std::all_of(now_.gates.begin(), now_.gates.end(), [&](const GateResult& gate) {
      const GateResult* then = find_gate(result, *gate.gate);
      return gate.met != Truth::yes || (then != nullptr && then->met == Truth::yes);
    });
  }

  // A flag that is lost has no room.
  void add_headroom(const Scale& scale, Plan& plan) const {
    if (scale.is_flag() || today(scale).state != InputState::value) {
      return;
    }
    const auto loses = [&](const Reading& changed) { return !keeps(changed); };
    const auto lost_after = first(
        scale.most(false), scale.piece_ends(false),
        [&](std::int64_t count, const auto& of) { return of(with_value(scale, -count)); }, loses);
    if (!lost_after) {
      return;
    }
    Headroom room;
    room.metric = scale.metric();
    room.now = today(scale).given;
    room.limit = scale.after(1 - *lost_after);
    if (scale.counted() && scale.end(false)) {
      if (const auto lost = first_order(scale, false, loses)) {
        room.more_bad_orders = Rational(*lost - 1);
      }
    }
    plan.headroom.push_back(std::move(room));
  }

  void combine(Plan& plan) {
    far_ = farthest(quest_, levers_);
    if (quest_.goal().kind != Goal::Kind::metric) {
      const Cheapest ways = cheapest(quest_, levers_, effort_, far_);
      for (const Found& one : ways.found) {
        plan.combinations.push_back(combination(one));
      }
      plan.proved = ways.proved;
    }
    plan.reachable = plan.reachable || !plan.combinations.empty();
  }

  void explain(Plan& plan) const {
    if (plan.reachable) {
      return;
    }
    Shortfall& shortfall = plan.shortfall.emplace(shortfall_of(levers_, far_.steps, false));
    if (movers_.empty() && shortfall.code == Shortfall::Code::short_of_goal) {
      shortfall.code = Shortfall::Code::no_lever;
    }
    // Where unknown inputs would decide, these may do as well.
    if (shortfall.code != Shortfall::Code::needs_unknown && reaches_unless_fixed(plan)) {
      hold_fast(quest_.program(), plan, shortfall);
    }
  }

  // Whether there would be a way if all could change.
  [[nodiscard]] bool reaches_unless_fixed(const Plan& plan) const {
    if (plan.fixed.empty()) {
      return false;
    }
    const bool alone = std::any_of(movers_.begin(), movers_.end(), [&](const Scale* scale) {
      return !effort_[scale->metric()] && lever_of(*scale).reachable;
    });
    if (alone || quest_.goal().kind == Goal::Kind::metric) {
      return alone;
    }
    const Farthest far = farthest(quest_, movers_);
    return far.reaches ||
           !cheapest(quest_, movers_, Efforts(effort_.size(), Rational(1)), far).found.empty();
  }

  [[nodiscard]] Combination combination(const Found& found) const {
    Combination made;
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      if (found.steps[i] > 0) {
        made.changes.push_back({levers_[i]->metric(), *levers_[i]->after(found.steps[i])});
      }
    }
    made.effort = found.effort;
    made.reading = moved(quest_.today(), levers_, found.steps);
    made.result = quest_.assess(made.reading);
    return made;
  }

  Quest quest_;
  const Efforts& effort_;
  const Assessment& now_;
  bool goal_met_;
  std::vector<Scale> scales_;
  Summer sum_;
  std::vector<const Scale*> movers_;
  std::vector<const Scale*> levers_;  // the movers that can change
  Farthest far_;                      // of the levers
};

}  // namespace

void hold_fast(const Program& program, const Plan& plan, Shortfall& shortfall) {
  shortfall.code = Shortfall::Code::only_by_fixed;
  for (const std::size_t metric : plan.fixed) {
    shortfall.fixed.push_back(program.metrics[metric].id);
  }
}

Plan make_plan(const Program& program, const Reading& reading, const Goal& goal,
               const Efforts& effort) {
  return Planner(program, reading, goal, effort).run();
}

}  // namespace shopgauge

// Samples the sum at the ends of each lever's pieces: alone, and missing alone.

#include "core/outlook/model.h"

#include <algorithm>

namespace shopgauge {
namespace {

bool rises(const std::vector<Point>& points) {
  return std::is_sorted(points.begin(), points.end(),
                        [](const Point& one, const Point& next) { return one.gain < next.gain; });
}

class Sampler {
 public:
  Sampler(const Quest& quest, const Summer& summer, const SumGoal& goal,
          const std::vector<const Scale*>& levers, const Efforts& effort, const Steps& far)
      : summer_(summer),
        goal_(goal),
        levers_(levers),
        effort_(effort),
        far_(far),
        today_(quest.today()),
        best_(moved(quest.today(), levers, far)) {}

  Model run() {
    Model model;
    model.base = sum(today_);
    Rational alone;
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      alone += gain_today(i, far_[i]);
    }
    apart_ = alone != sum(best_) - model.base;
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      model.levers.push_back(points(i));
    }
    model.narrows = apart_ && std::all_of(model.levers.begin(), model.levers.end(), rises);
    return model;
  }

 private:
  [[nodiscard]] Rational sum(const Reading& reading) const {
    return sum_of(summer_(reading), goal_);
  }

  [[nodiscard]] Rational with_steps(Reading& base, std::size_t place, std::int64_t steps) const {
    const Scale& scale = *levers_[place];
    Input& input = base.metrics[scale.metric()];
    const Input before = input;
    input = steps == 0 ? today_.metrics[scale.metric()] : scale.at(*scale.after(steps));
    const Rational found = sum(base);
    input = before;
    return found;
  }

  Rational gain_today(std::size_t place, std::int64_t steps) {
    return with_steps(changed_today_, place, steps) - with_steps(changed_today_, place, 0);
  }

  Rational gain(std::size_t place, std::int64_t steps) {
    if (steps == 0) {
      return {};
    }
    const Rational alone = with_steps(changed_today_, place, steps) - base_;
    return apart_ ? max(alone, with_steps(best_, place, steps) - without_) : alone;
  }

  Point point(std::size_t place, std::int64_t steps) {
    return {steps, cost_of(*levers_[place], *effort_[levers_[place]->metric()], steps),
            gain(place, steps)};
  }

  std::vector<Point> points(std::size_t place) {
    base_ = sum(today_);
    without_ = apart_ ? with_steps(best_, place, 0) : Rational();
    std::vector<std::int64_t> ends = levers_[place]->piece_ends(true);
    // The first step and the last may be parts of one.
    for (const std::int64_t end : {std::int64_t{0}, std::int64_t{1}, far_[place] - 1}) {
      ends.push_back(end);
    }
    std::sort(ends.begin(), ends.end());
    std::vector<Point> made{point(place, 0)};
    for (const std::int64_t end : ends) {
      if (end > made.back().steps && end < far_[place]) {
        add_piece(place, end, made);
      }
    }
    if (far_[place] > made.back().steps) {
      add_piece(place, far_[place], made);
    }
    return made;
  }

  // From the step behind the last point to `end`.
  void add_piece(std::size_t place, std::int64_t end, std::vector<Point>& made) {
    if (made.back().steps + 1 < end) {
      made.push_back(point(place, made.back().steps + 1));
    }
    add_line(place, point(place, end), made);
  }

  // Where an outer cap bends the line it is cut until its parts are straight.
  void add_line(std::size_t place, const Point& end, std::vector<Point>& made) {
    const std::int64_t way = end.steps - made.back().steps;
    if (way > 1) {
      const Point middle = point(place, made.back().steps + way / 2);
      const std::vector<Point> line{made.back(), end};
      if (middle.gain != point_at(line, middle.steps).gain) {
        add_line(place, middle, made);
        add_line(place, end, made);
        return;
      }
    }
    made.push_back(end);
  }

  const Summer& summer_;
  const SumGoal& goal_;
  const std::vector<const Scale*>& levers_;
  const Efforts& effort_;
  const Steps& far_;
  const Reading& today_;
  Reading best_;
  Reading changed_today_ = today_;
  bool apart_ = true;  // what levers bring together is not what each brings alone
  Rational base_;
  Rational without_;
};

}  // namespace

Model model_of(const Quest& quest, const Summer& summer, const SumGoal& goal,
               const std::vector<const Scale*>& levers, const Efforts& effort, const Steps& far) {
  return Sampler(quest, summer, goal, levers, effort, far).run();
}

Rational sum_of(const Sum& sum, const SumGoal& goal) {
  return goal.node ? sum.nodes[*goal.node].value_or(0) : sum.total;
}

Point point_at(const std::vector<Point>& points, std::int64_t steps) {
  const auto after = std::find_if(points.begin(), points.end(),
                                  [&](const Point& one) { return one.steps >= steps; });
  if (after->steps == steps) {
    return *after;
  }
  const Point& before = *(after - 1);
  const Rational share = Rational(steps - before.steps) / (after->steps - before.steps);
  return {steps, before.cost + share * (after->cost - before.cost),
          before.gain + share * (after->gain - before.gain)};
}

Rational cost_of(const Scale& scale, const Rational& effort, std::int64_t steps) {
  return steps == 0 ? Rational() : effort * scale.way_to(*scale.after(steps));
}

}  // namespace shopgauge

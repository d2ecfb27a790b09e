// Takes the best slopes first.

#include "core/outlook/relax.h"

#include <algorithm>
#include <utility>

namespace shopgauge {
namespace {

Rational slope_of(const Point& from, const Point& to) {
  return (to.gain - from.gain) / (to.cost - from.cost);
}

// The upper hull of a lever's points within the domain, as far as it rises.
void add_hull(const std::vector<Point>& points, std::size_t place, const Domain& domain,
              std::vector<Edge>& edges) {
  const std::int64_t most = domain.most[place];
  std::vector<Point> hull{point_at(points, domain.least[place])};
  const auto add = [&](const Point& next) {
    while (hull.size() > 1 &&
           slope_of(hull[hull.size() - 2], hull.back()) <= slope_of(hull.back(), next)) {
      hull.pop_back();
    }
    hull.push_back(next);
  };
  for (const Point& point : points) {
    if (point.steps > domain.least[place] && point.steps < most) {
      add(point);
    }
  }
  add(point_at(points, most));
  for (std::size_t i = 1; i < hull.size() && hull[i].gain > hull[i - 1].gain; ++i) {
    edges.push_back({place, hull[i - 1], hull[i], slope_of(hull[i - 1], hull[i])});
  }
}

void sort_by_slope(std::vector<Edge>& edges) {
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& one, const Edge& other) { return one.slope > other.slope; });
}

// Goes along an edge only as far as the rest asks for.
void stop_within(const Edge& edge, const std::vector<Point>& points, const Rational& rest,
                 Relaxed& relaxed) {
  const Rational share = rest / (edge.to.gain - edge.from.gain);
  const Rational at = edge.from.steps + share * (edge.to.steps - edge.from.steps);
  relaxed.below = std::min(to_int64(truncate(at)).value_or(0), edge.to.steps - 1);
  relaxed.cost += share * (edge.to.cost - edge.from.cost);
  // On a straight line a whole number of steps may be all that it takes.
  const bool whole =
      at.is_integer() && point_at(points, relaxed.below).gain - edge.from.gain == rest;
  relaxed.steps[edge.place] = whole ? relaxed.below : relaxed.below + 1;
  relaxed.split = whole ? std::nullopt : std::optional(edge.place);
}

}  // namespace

Relaxation::Relaxation(Model model) : model_(std::move(model)) {
  Domain all;
  for (const std::vector<Point>& points : model_.levers) {
    all.least.push_back(0);
    all.most.push_back(points.back().steps);
  }
  for (std::size_t i = 0; i < model_.levers.size(); ++i) {
    add_hull(model_.levers[i], i, all, edges_);
  }
  sort_by_slope(edges_);
}

bool Relaxation::is_whole(const Domain& domain, std::size_t place) const {
  return domain.least[place] == 0 && domain.most[place] == model_.levers[place].back().steps;
}

Relaxed Relaxation::operator()(const Rational& need, const Domain& domain) const {
  Relaxed relaxed;
  relaxed.steps = domain.least;
  Rational rest = need - model_.base;
  std::vector<Edge> cut;  // of levers that the domain holds back
  for (std::size_t i = 0; i < model_.levers.size(); ++i) {
    if (domain.least[i] > 0) {
      const Point least = point_at(model_.levers[i], domain.least[i]);
      rest -= least.gain;
      relaxed.cost += least.cost;
    }
    if (domain.most[i] > domain.least[i] && !is_whole(domain, i)) {
      add_hull(model_.levers[i], i, domain, cut);
    }
  }
  sort_by_slope(cut);
  std::size_t whole = 0;
  std::size_t part = 0;
  while (rest.sign() > 0) {
    while (whole < edges_.size() && !is_whole(domain, edges_[whole].place)) {
      ++whole;
    }
    if (whole == edges_.size() && part == cut.size()) {
      return relaxed;
    }
    const bool from_cut =
        whole == edges_.size() || (part < cut.size() && cut[part].slope > edges_[whole].slope);
    const Edge& edge = from_cut ? cut[part++] : edges_[whole++];
    const Rational gain = edge.to.gain - edge.from.gain;
    if (gain > rest) {
      stop_within(edge, model_.levers[edge.place], rest, relaxed);
      break;
    }
    rest -= gain;
    relaxed.cost += edge.to.cost - edge.from.cost;
    relaxed.steps[edge.place] = edge.to.steps;
  }
  relaxed.possible = true;
  return relaxed;
}

}  // namespace shopgauge

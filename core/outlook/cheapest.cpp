// Takes back what is not needed.

#include "core/outlook/cheapest.h"

#include <algorithm>

#include "core/outlook/search.h"

namespace shopgauge {
namespace {

Steps spared(const Quest& quest, const std::vector<const Scale*>& levers, Steps steps,
             const std::vector<std::size_t>& order) {
  for (const std::size_t place : order) {
    const std::int64_t most = steps[place];
    const auto needed = [&](std::int64_t count) {
      steps[place] = count;
      return quest.reaches(moved(quest.today(), levers, steps));
    };
    if (!needed(0)) {
      steps[place] = first_of(most, levers[place]->piece_ends(true), needed).value_or(most);
    }
  }
  return steps;
}

// All others before the one that is kept for last.
std::vector<std::size_t> order_of(std::size_t count, std::size_t kept, bool forward) {
  std::vector<std::size_t> order;
  for (std::size_t i = 1; i < count; ++i) {
    order.push_back((kept + i) % count);
  }
  if (!forward) {
    std::reverse(order.begin(), order.end());
  }
  order.push_back(kept);
  return order;
}

Rational effort_of(const std::vector<const Scale*>& levers, const std::vector<Rational>& effort,
                   const Steps& steps) {
  Rational sum;
  for (std::size_t i = 0; i < levers.size(); ++i) {
    if (steps[i] > 0) {
      sum += effort[levers[i]->metric()] * levers[i]->way_to(*levers[i]->after(steps[i]));
    }
  }
  return sum;
}

}  // namespace

std::vector<Found> cheapest(const Quest& quest, const Assessment& now,
                            const std::vector<const Scale*>& levers,
                            const std::vector<Rational>& effort, const Farthest& far) {
  std::vector<Found> found;
  if (!far.reaches) {
    return found;
  }
  for (std::size_t kept = 0; kept < levers.size(); ++kept) {
    for (const bool forward : {true, false}) {
      const Steps steps = spared(quest, levers, far.steps, order_of(levers.size(), kept, forward));
      if (std::none_of(found.begin(), found.end(),
                       [&](const Found& one) { return one.steps == steps; })) {
        found.push_back({effort_of(levers, effort, steps), steps});
      }
    }
  }
  (void)now;
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& one, const Found& other) { return one.effort < other.effort; });
  found.resize(std::min<std::size_t>(found.size(), 3));
  return found;
}

}  // namespace shopgauge

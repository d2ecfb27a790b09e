// Branch and bound over the steps of the levers.

#include "core/outlook/cheapest.h"

#include <algorithm>
#include <utility>

#include "core/outlook/relax.h"
#include "core/outlook/search.h"

namespace shopgauge {
namespace {

constexpr std::size_t kMostFound = 3;
constexpr int kBudget = 400;             // domains looked at for each of them
constexpr std::size_t kMostOrders = 6;   // in which levers are spared
constexpr std::size_t kMostMisses = 40;  // steps that do by the tables, but not by the rules

using Places = std::vector<std::size_t>;

class Search {
 public:
  Search(const Quest& quest, const std::vector<const Scale*>& levers, const Efforts& effort,
         const Farthest& far)
      : quest_(quest), levers_(levers), effort_(effort), far_(far), summer_(quest) {
    // Sums say nothing of a store whose score is that of another stage.
    const Assessment best = quest.assess(moved(quest.today(), levers, far.steps));
    if (is_formal(quest.now()) && is_formal(best)) {
      terms_ = terms_of(quest, levers);
    }
  }

  [[nodiscard]] bool is_modelled() const { return !terms_.empty(); }

  // Whether nothing is cheaper than what the last run found.
  [[nodiscard]] bool proves() const {
    return is_modelled() && !gave_up_ && summer_.bands().empty();
  }

  // The cheapest without these levers; nothing where there is none.
  std::optional<Found> run(const Places& without) {
    best_.reset();
    gave_up_ = false;
    for (const Term& term : terms_) {
      Domain domain{term.least, far_.steps};
      for (const std::size_t place : without) {
        domain.most[place] = 0;
      }
      budget_ = kBudget;
      missed_.clear();
      branch(domain, term.sums);
      gave_up_ = gave_up_ || budget_ < 0;
      if (budget_ < 0 && best_) {
        spare();
      }
    }
    return best_;
  }

  [[nodiscard]] Rational cost(const Steps& steps) const {
    Rational sum;
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      sum += cost_of(*levers_[i], *effort_[levers_[i]->metric()], steps[i]);
    }
    return sum;
  }

  // Takes back what is not needed, one lever after the other.
  [[nodiscard]] Steps spared(Steps steps, const Places& order) const {
    for (const std::size_t place : order) {
      const std::int64_t most = steps[place];
      const auto needed = [&](std::int64_t count) {
        steps[place] = count;
        return quest_.reaches(moved(quest_.today(), levers_, steps));
      };
      if (most > 0 && !needed(0)) {
        steps[place] = first_of(most, levers_[place]->piece_ends(true), needed).value_or(most);
      }
    }
    return steps;
  }

 private:
  [[nodiscard]] bool is_formal(const Assessment& result) const {
    return quest_.goal().kind == Goal::Kind::verdict || !quest_.program().score ||
           (result.score && result.score->stage == quest_.program().score->stage);
  }

  const Relaxation& relaxation(const SumGoal& goal) {
    for (const auto& [known, relaxation] : relaxations_) {
      if (known.node == goal.node) {
        return relaxation;
      }
    }
    relaxations_.emplace_back(
        goal, Relaxation(model_of(quest_, summer_, goal, levers_, effort_, far_.steps)));
    return relaxations_.back().second;
  }

  // Whether the sums say that it may do, then whether it does, or is too dear to matter.
  bool try_steps(const Steps& steps, const std::vector<SumGoal>& sums) {
    for (const SumGoal& goal : sums) {
      const Model& table = relaxation(goal).model();
      Rational sum = table.base;
      for (std::size_t i = 0; i < levers_.size(); ++i) {
        sum += point_at(table.levers[i], steps[i]).gain;
      }
      if (sum < goal.need) {
        return false;
      }
    }
    const Rational effort = cost(steps);
    if (best_ && effort >= best_->effort) {
      return true;
    }
    if (std::find(missed_.begin(), missed_.end(), steps) != missed_.end()) {
      return false;
    }
    if (!quest_.reaches(moved(quest_.today(), levers_, steps))) {
      missed_.push_back(steps);
      budget_ = missed_.size() > kMostMisses ? -1 : budget_;
      return false;
    }
    best_ = Found{effort, steps};
    return true;
  }

  void branch(const Domain& domain, const std::vector<SumGoal>& sums) {
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      if (domain.least[i] > domain.most[i]) {
        return;
      }
    }
    if (--budget_ < 0) {
      return;
    }
    Relaxed hardest{true, {}, domain.least, std::nullopt, 0};
    Steps wanted = domain.least;
    if (sums.empty()) {
      hardest.cost = cost(domain.least);
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
      Relaxed one = relaxation(sums[i])(sums[i].need, domain);
      if (!one.possible) {
        return;
      }
      for (std::size_t j = 0; j < wanted.size(); ++j) {
        wanted[j] = std::max(wanted[j], one.steps[j]);
      }
      if (i == 0 || one.cost > hardest.cost) {
        hardest = std::move(one);
      }
    }
    if (best_ && hardest.cost >= best_->effort) {
      return;
    }
    const bool reached = try_steps(hardest.steps, sums);
    if (!reached && wanted != hardest.steps) {
      (void)try_steps(wanted, sums);
    }
    if (!reached) {
      Domain rest = domain;
      if (!narrow(rest, sums)) {
        return;
      }
      if (rest.least != domain.least) {
        branch(rest, sums);
        return;
      }
    }
    if (hardest.split) {
      split(domain, sums, *hardest.split, hardest.below);
    } else if (!reached) {
      split_beside(domain, sums, hardest.steps, wanted);
    }
  }

  // The tables promise of each lever the most that it ever brings. Where that is less beside others
  // (the lowest part counts) they see late that it does not do; but then no sum of a domain is
  // greater than at its end.
  bool may_do(const Steps& most, const std::vector<SumGoal>& sums) {
    std::optional<Sum> sum;
    return std::all_of(sums.begin(), sums.end(), [&](const SumGoal& goal) {
      if (!relaxation(goal).model().narrows) {
        return true;
      }
      if (!sum) {
        sum = summer_(moved(quest_.today(), levers_, most));
      }
      return sum_of(*sum, goal) >= goal.need;
    });
  }

  // From the first steps on that may do where all others go as far as they can; false where none
  // does.
  bool narrow(Domain& domain, const std::vector<SumGoal>& sums) {
    if (!may_do(domain.most, sums)) {
      return false;
    }
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      Steps steps = domain.most;
      const auto first =
          first_between(domain.least[i] - 1, domain.most[i], [&](std::int64_t count) {
            steps[i] = count;
            return may_do(steps, sums);
          });
      domain.least[i] = first.value_or(domain.most[i]);
    }
    return true;
  }

  void split(const Domain& domain, const std::vector<SumGoal>& sums, std::size_t place,
             std::int64_t below) {
    Domain part = domain;
    part.most[place] = below;
    branch(part, sums);
    part = domain;
    part.least[place] = below + 1;
    branch(part, sums);
  }

  // Where the cheapest steps by the tables do not do: beside them.
  void split_beside(const Domain& domain, const std::vector<SumGoal>& sums, const Steps& steps,
                    const Steps& wanted) {
    std::optional<std::size_t> place;
    for (std::size_t i = 0; i < steps.size() && !sums.empty(); ++i) {
      if (steps[i] < domain.most[i] &&
          (!place || (wanted[i] > steps[i] && wanted[*place] <= steps[*place]))) {
        place = i;
      }
    }
    if (place) {
      split(domain, sums, *place, steps[*place]);
    }
  }

  void spare() {
    Places order;
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      order.push_back(i);
    }
    best_->steps = spared(best_->steps, order);
    best_->effort = cost(best_->steps);
  }

  const Quest& quest_;
  const std::vector<const Scale*>& levers_;
  const Efforts& effort_;
  const Farthest& far_;
  Summer summer_;
  std::vector<Term> terms_;
  std::vector<std::pair<SumGoal, Relaxation>> relaxations_;
  std::optional<Found> best_;
  bool gave_up_ = false;
  int budget_ = 0;
  std::vector<Steps> missed_;
};

Places changed(const Steps& steps) {
  Places places;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i] > 0) {
      places.push_back(i);
    }
  }
  return places;
}

// Found without these levers.
struct Region {
  Places without;
  Found found;
};

void add_region(Search& search, Places without, std::vector<Region>& regions) {
  std::sort(without.begin(), without.end());
  for (const Region& known : regions) {
    if (known.without == without) {
      return;
    }
  }
  if (std::optional<Found> found = search.run(without)) {
    regions.push_back({std::move(without), std::move(*found)});
  }
}

// A search that was given up may have missed what it finds without one of the levers.
void set_in_order(std::vector<Found>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Found& one, const Found& other) { return one.effort < other.effort; });
  std::vector<Found> kept;
  for (Found& one : all) {
    const Places places = changed(one.steps);
    if (std::none_of(kept.begin(), kept.end(), [&](const Found& before) {
          const Places less = changed(before.steps);
          return std::includes(places.begin(), places.end(), less.begin(), less.end());
        })) {
      kept.push_back(std::move(one));
    }
  }
  all = std::move(kept);
}

// Each combination leads to the regions that lack one of its changes, where the next ones lie.
Cheapest by_regions(Search& search) {
  std::vector<Found> all;
  std::vector<Region> regions;
  std::vector<bool> done;
  add_region(search, {}, regions);
  const bool proved = search.proves();
  while (all.size() < kMostFound) {
    done.resize(regions.size(), false);
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < regions.size(); ++i) {
      if (!done[i] && (!next || regions[i].found.effort < regions[*next].found.effort)) {
        next = i;
      }
    }
    if (!next) {
      break;
    }
    done[*next] = true;
    const Region region = regions[*next];
    const Places changes = changed(region.found.steps);
    const bool known = std::any_of(
        all.begin(), all.end(), [&](const Found& one) { return one.steps == region.found.steps; });
    if (!known) {
      all.push_back(region.found);
    }
    for (std::size_t i = 0; i < changes.size() && all.size() < kMostFound; ++i) {
      Places without = region.without;
      without.push_back(changes[i]);
      add_region(search, std::move(without), regions);
    }
  }
  set_in_order(all);
  return {std::move(all), proved};
}

// What is left when all others are spared before one lever, for some of them.
std::vector<Found> by_sparing(const Search& search, const Farthest& far) {
  std::vector<Found> found;
  const std::size_t count = far.steps.size();
  for (std::size_t kept = 0; far.reaches && kept < std::min(count, kMostOrders); ++kept) {
    Places order;
    for (std::size_t i = 1; i <= count; ++i) {
      order.push_back((kept + i) % count);
    }
    const Steps steps = search.spared(far.steps, order);
    if (std::none_of(found.begin(), found.end(),
                     [&](const Found& one) { return one.steps == steps; })) {
      found.push_back({search.cost(steps), steps});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& one, const Found& other) { return one.effort < other.effort; });
  found.resize(std::min(found.size(), kMostFound));
  return found;
}

}  // namespace

Cheapest cheapest(const Quest& quest, const std::vector<const Scale*>& levers,
                  const Efforts& effort, const Farthest& far) {
  if (levers.empty()) {
    return {{}, true};
  }
  Search search(quest, levers, effort, far);
  Cheapest ways;
  if (search.is_modelled()) {
    ways = by_regions(search);
  }
  if (ways.found.empty()) {
    return {by_sparing(search, far), false};
  }
  return ways;
}

}  // namespace shopgauge

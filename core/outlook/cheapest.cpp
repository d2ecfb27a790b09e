// Branch and bound over the steps of the levers.

#include "core/outlook/cheapest.h"

#include <algorithm>
#include <utility>

#include "core/outlook/relax.h"
#include "core/outlook/search.h"

namespace shopgauge {
namespace {

constexpr std::size_t kMostFound = 3;
constexpr int kBudget = 400;            // domains looked at for each of them
constexpr std::size_t kMostOrders = 6;  // in which levers are spared
constexpr int kMostMisses = 40;         // steps that do by the tables, but not by the rules

using Places = std::vector<std::size_t>;

class Search {
 public:
  Search(const Quest& quest, const std::vector<const Scale*>& levers,
         const std::vector<Rational>& effort, const Farthest& far)
      : quest_(quest), levers_(levers), effort_(effort), far_(far), summer_(quest) {
    // Sums say nothing of a store whose score is that of another stage.
    const Assessment best = quest.assess(moved(quest.today(), levers, far.steps));
    if (is_formal(quest.now()) && is_formal(best)) {
      terms_ = terms_of(quest, levers);
    }
  }

  [[nodiscard]] bool is_modelled() const { return !terms_.empty(); }

  // The cheapest without these levers; nothing where there is none.
  std::optional<Found> run(const Places& without) {
    best_.reset();
    for (const Term& term : terms_) {
      Domain domain{term.least, far_.steps};
      for (const std::size_t place : without) {
        domain.most[place] = 0;
      }
      budget_ = kBudget;
      misses_ = 0;
      branch(domain, term.sums);
      if (budget_ < 0 && best_) {
        spare();
      }
    }
    return best_;
  }

  [[nodiscard]] Rational cost(const Steps& steps) const {
    Rational sum;
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      sum += cost_of(*levers_[i], effort_[levers_[i]->metric()], steps[i]);
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
    if (!quest_.reaches(moved(quest_.today(), levers_, steps))) {
      budget_ = ++misses_ > kMostMisses ? -1 : budget_;
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
    if (hardest.split) {
      split(domain, sums, *hardest.split, hardest.below);
    } else if (!reached) {
      split_beside(domain, sums, hardest.steps, wanted);
    }
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
  const std::vector<Rational>& effort_;
  const Farthest& far_;
  Summer summer_;
  std::vector<Term> terms_;
  std::vector<std::pair<SumGoal, Relaxation>> relaxations_;
  std::optional<Found> best_;
  int budget_ = 0;
  int misses_ = 0;
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

// Each combination leads to the regions that lack one of its changes, where the next ones lie.
std::vector<Found> by_regions(Search& search) {
  std::vector<Found> all;
  std::vector<Region> regions;
  std::vector<bool> done;
  add_region(search, {}, regions);
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
  return all;
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

std::vector<Found> cheapest(const Quest& quest, const std::vector<const Scale*>& levers,
                            const std::vector<Rational>& effort, const Farthest& far) {
  if (levers.empty()) {
    return {};
  }
  Search search(quest, levers, effort, far);
  std::vector<Found> found;
  if (search.is_modelled()) {
    found = by_regions(search);
  }
  return found.empty() ? by_sparing(search, far) : found;
}

}  // namespace shopgauge

// Draws how much of a shop's own a request gives, and gives it.

#include "tests/property/own_numbers.h"

#include <utility>

#include "tests/api/corpus.h"
#include "tests/property/steer.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

// Scores of dimensions as the back office shows them.
void add_given(const Edition& edition, Random& random, Json& request, double how_many) {
  for (const Json& node : edition.top_nodes()) {
    if (random.chance(how_many)) {
      const std::vector<Json>& range = member(node, "range").items;
      const Rational share = Rational::ratio(static_cast<std::int64_t>(random.below(101)), 100);
      part(object_part(request, "given"), string_of(node, "id")) =
          number(range[0].number + share * (range[1].number - range[0].number));
    }
  }
}

// One to three pairs of a value and its score.
void add_pairs(const Edition& edition, Random& random, Json& request, double how_many) {
  for (const Json* node : edition.all_nodes()) {
    if (node->find("curve") == nullptr || !random.chance(how_many)) {
      continue;
    }
    const Json& metric = edition.metric(member(*node, "metric").string);
    const Rational worst = edition.worst(metric).number;
    const Rational best = edition.best(metric).number;
    const std::vector<Json>& range = member(*node, "range").items;
    Json pairs = list({});
    const auto count = static_cast<std::int64_t>(1 + random.below(3));
    for (std::int64_t i = 1; i <= count; ++i) {
      const Rational share = Rational::ratio(i, count + 1);
      pairs.items.push_back(object(
          {{"value", number(worst + share * (best - worst))},
           {"score", number(range[0].number + share * (range[1].number - range[0].number))}}));
    }
    part(object_part(object_part(request, "profile"), "calibration"), string_of(*node, "id")) =
        std::move(pairs);
  }
}

}  // namespace

void add_own_numbers(const Edition& edition, Random& random, Json& request) {
  if (random.chance(0.3)) {
    give_own_weights(edition, request);
  }
  if (random.chance(0.4)) {
    add_given(edition, random, request, random.chance(0.5) ? 0.5 : 1);
  }
  if (random.chance(0.2)) {
    add_pairs(edition, random, request, random.chance(0.5) ? 0.3 : 1);
  }
}

}  // namespace shopgauge::tests

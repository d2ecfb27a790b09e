// Mixes rows of the entries of each metric, and lays them out as columns.

#include "tests/property/columns.h"

#include <algorithm>

namespace shopgauge::tests {
namespace {

// How a column is filled.
enum class Way : std::uint8_t { shop, values, mixed, one, mostly_one };

void draw_column(const Pools& pools, std::size_t metric, std::size_t rows, bool missing,
                 Random& random, Rows& into) {
  const std::vector<Entry>& pool = pools.of(metric);
  const std::size_t values = pools.values(metric);
  const auto way = static_cast<Way>(random.below(5));
  if (way == Way::shop) {
    return;
  }
  const std::size_t usual =
      missing && random.chance(0.1) ? random.below(pool.size()) : random.below(values);
  std::vector<const Entry*>& entries = into.entries[metric];
  for (std::size_t i = 0; i < rows; ++i) {
    const bool other =
        way == Way::values || way == Way::mixed || (way == Way::mostly_one && random.chance(0.1));
    const bool any = missing && way == Way::mixed && random.chance(0.3);
    entries.push_back(&pool[!other ? usual
                            : any  ? random.below(pool.size())
                                   : random.below(values)]);
  }
}

}  // namespace

void fill_column(std::size_t metric, Random& random, Rows& into) {
  const std::vector<const Entry*>& entries = into.entries[metric];
  Rows::Store& store = into.stores[metric];
  Column& column = into.columns[metric];
  if (entries.empty()) {
    return;
  }
  bool whole = true;
  bool all_values = true;
  for (const Entry* entry : entries) {
    const bool value = entry->input.state == InputState::value;
    // Rows without value may hold anything.
    store.num.push_back(value ? entry->num : 17);
    store.den.push_back(value ? entry->den : 0);
    store.state.push_back(entry->input.state);
    store.counted.push_back(entry->counted ? 1 : 0);
    whole = whole && (!value || entry->den == 1);
    all_values = all_values && value;
  }
  const auto counted = [](std::uint8_t one) { return one != 0; };
  const auto& marks = store.counted;
  column.num = store.num.data();
  column.den = whole && random.chance(0.7) ? nullptr : store.den.data();
  column.state = all_values && random.chance(0.7) ? nullptr : store.state.data();
  column.counts = std::all_of(marks.begin(), marks.end(), counted);
  if (std::any_of(marks.begin(), marks.end(), counted) && !column.counts) {
    column.counted = marks.data();
  }
}

Rows draw_rows(const Pools& pools, std::size_t metrics, std::size_t rows, Random& random) {
  Rows drawn;
  drawn.stores.resize(metrics);
  drawn.columns.resize(metrics);
  drawn.entries.resize(metrics);
  const bool missing = random.chance(0.5);
  for (std::size_t metric = 0; metric < metrics; ++metric) {
    draw_column(pools, metric, rows, missing, random, drawn);
  }
  return drawn;
}

Reading reading_of(const Reading& shop, const Rows& drawn, std::size_t row) {
  Reading reading = shop;
  for (std::size_t metric = 0; metric < drawn.entries.size(); ++metric) {
    if (!drawn.entries[metric].empty()) {
      reading.metrics[metric] = drawn.entries[metric][row]->input;
    }
  }
  return reading;
}

}  // namespace shopgauge::tests

#include "core/scoring/assessment.h"

#include <algorithm>

namespace shopgauge {

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) {
    list.push_back(item);
  }
}

void add_once(std::vector<std::string>& list, const std::vector<std::string>& items) {
  for (const std::string& item : items) {
    add_once(list, item);
  }
}

void add_once(std::vector<Assumption>& list, const Assumption& assumption) {
  const auto same = [&](const Assumption& known) { return known.path == assumption.path; };
  if (std::none_of(list.begin(), list.end(), same)) {
    list.push_back(assumption);
  }
}

void add_once(std::vector<Assumption>& list, const std::vector<Assumption>& assumptions) {
  for (const Assumption& assumption : assumptions) {
    add_once(list, assumption);
  }
}

Basis basis_of(bool something_missing, const std::vector<Assumption>& assumptions) {
  if (something_missing) {
    return Basis::partial;
  }
  const bool estimate = std::any_of(assumptions.begin(), assumptions.end(), [](const Assumption& assumption) {
    return assumption.status && makes_estimate(*assumption.status);
  });
  return estimate ? Basis::estimated : Basis::exact;
}

Reading empty_reading(const Program& program) {
  Reading reading;
  reading.metrics.resize(program.metrics.size());
  const std::size_t nodes = program.score ? program.score->node_count : 0;
  reading.given.resize(nodes);
  reading.profile.weights.resize(nodes);
  reading.profile.tables.resize(nodes);
  reading.profile.not_assessed.resize(nodes);
  return reading;
}

}  // namespace shopgauge

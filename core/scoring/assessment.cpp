// Lists without repetition, and what a result rests on.

#include "core/scoring/assessment.h"

#include <algorithm>

namespace shopgauge {

void rely(std::vector<Assumption>& list, const Provenance& provenance, const Rational* taken) {
  // Without a place there is no number: "to the end of the month" has none.
  if (provenance.at == nullptr || !makes_estimate(provenance.status)) {
    return;
  }
  Assumption assumption;
  assumption.place = Assumption::Place::program;
  assumption.at = provenance.at;
  assumption.status = provenance.status;
  if (taken != nullptr) {
    assumption.taken = Assumption::Taken::number;
    assumption.number = *taken;
  }
  add_once(list, assumption);
}

Rational cost_of(const NodeResult& leaf) {
  return leaf.share * (leaf.node->highest - leaf.score.low);
}

void add_once(std::vector<Need>& list, const std::vector<Need>& needs) {
  for (const Need& need : needs) {
    if (std::find(list.begin(), list.end(), need) == list.end()) {
      list.push_back(need);
    }
  }
}

void add_missing(std::vector<std::string_view>& missing, std::string_view metric) {
  if (std::find(missing.begin(), missing.end(), metric) == missing.end()) {
    missing.push_back(metric);
  }
}

void add_missing(std::vector<std::string_view>& missing, const std::vector<Need>& needs) {
  for (const Need& need : needs) {
    if (need.kind == Need::Kind::metric) {
      add_missing(missing, need.id);
    }
  }
}

void add_once(std::vector<Assumption>& list, const Assumption& assumption) {
  for (const Assumption& known : list) {
    if (known.place == assumption.place && known.id == assumption.id && known.at == assumption.at) {
      return;
    }
  }
  list.push_back(assumption);
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
  for (const Assumption& assumption : assumptions) {
    if (assumption.status && makes_estimate(*assumption.status)) {
      return Basis::estimated;
    }
  }
  return Basis::exact;
}

Reading empty_reading(const Program& program) {
  Reading reading;
  reading.metrics.resize(program.metrics.size());
  reading.nodes.resize(program.score ? program.score->node_count : 0);
  return reading;
}

}  // namespace shopgauge

// Looks for what reads a metric's `better`.

#include "tests/mutate/words.h"

#include <algorithm>

#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

const Json& value_of(const Json& item) { return item; }
const Json& value_of(const JsonMember& member) { return member.value; }

bool judges_months(const Json& cycle, const std::string& standard) {
  const std::vector<Json>& phases = member(cycle, "phases").items;
  return std::any_of(phases.begin(), phases.end(), [&](const Json& phase) {
    const Json* judge = phase.find("judge");
    return judge != nullptr && std::any_of(judge->items.begin(), judge->items.end(),
                                           [&](const Json& id) { return id.string == standard; });
  });
}

bool has_benchmarks(const std::string& metric, const Json& at) {
  const Json* curve = at.find("curve");
  if (curve != nullptr && at.find("metric") != nullptr && member(at, "metric").string == metric &&
      member(*curve, "kind").string == "benchmarks") {
    return true;
  }
  const auto below = [&](const auto& part) { return has_benchmarks(metric, value_of(part)); };
  return std::any_of(at.members.begin(), at.members.end(), below) ||
         std::any_of(at.items.begin(), at.items.end(), below);
}

}  // namespace

bool better_decides(const Json& document, const std::string& metric) {
  const Json* cycle = document.find("cycle");
  const Json* standards = document.find("standards");
  if (cycle != nullptr && standards != nullptr) {
    for (const Json& standard : standards->items) {
      if (member(standard, "metric").string == metric && standard.find("is") == nullptr &&
          judges_months(*cycle, member(standard, "id").string)) {
        return true;
      }
    }
  }
  return has_benchmarks(metric, document);
}

}  // namespace shopgauge::tests

// Margins of standards.

#include "core/cli/finding.h"

namespace shopgauge::cli {
namespace {

std::optional<WorstStandard> own_margin(const Json& finding, const std::string& id) {
  const Json* margin = finding.find("margin");
  if (margin == nullptr) {
    return std::nullopt;
  }
  const Json* target = finding.find("target");
  const bool scaled =
      target != nullptr && target->is(Json::Kind::number) && !target->number.is_zero();
  return WorstStandard{id, margin->number,
                       scaled ? margin->number / abs(target->number) : margin->number};
}

// With its alternatives: it is met where any of them is.
std::optional<WorstStandard> best_margin(const Json& finding) {
  const std::string& id = finding.find("id")->string;
  std::optional<WorstStandard> best = own_margin(finding, id);
  const Json* alternatives = finding.find("or");
  for (std::size_t i = 0; alternatives != nullptr && i < alternatives->items.size(); ++i) {
    const auto other = own_margin(alternatives->items[i], id);
    if (other && (!best || other->relative > best->relative)) {
      best = other;
    }
  }
  return best;
}

}  // namespace

std::optional<WorstStandard> worst_standard(const Json& standards) {
  std::optional<WorstStandard> worst;
  for (const Json& finding : standards.items) {
    if (finding.find("advisory") != nullptr || finding.find("assessed") != nullptr) {
      continue;
    }
    const auto one = best_margin(finding);
    if (one && (!worst || one->relative < worst->relative)) {
      worst = one;
    }
  }
  return worst;
}

}  // namespace shopgauge::cli

// Groups by verdict, and what orders the stores of a group.

#include "core/cli/risk.h"

#include <algorithm>
#include <optional>

#include "core/cli/finding.h"

namespace shopgauge::cli {
namespace {

constexpr int kFails = 0;
constexpr int kOpen = 1;
constexpr int kPasses = 2;
constexpr int kNothingToLose = 3;

constexpr int kDigits = 9;
constexpr std::int64_t kFar = 1'000'000'000;

// Within what a Rational holds itself; far beyond every margin that there is.
Rational small(const Rational& value) {
  return round_to(clamp(value, -kFar, kFar), kDigits, Rounding::half_up);
}

// Where on its scale the score stands: 0 the lowest, 1 the highest; of two ends the low one.
std::optional<Rational> share_of_scale(const Json& value) {
  const Json* score = value.find("score");
  const Json* scale = score == nullptr ? nullptr : score->find("scale");
  if (scale == nullptr) {
    return std::nullopt;
  }
  const Json* at = score->find("value") != nullptr ? score->find("value") : score->find("low");
  const Rational& low = scale->items[0].number;
  const Rational& high = scale->items[1].number;
  return at == nullptr || low == high ? std::nullopt
                                      : std::optional((at->number - low) / (high - low));
}

Risk risk_of_assessment(const Json& value) {
  const Json* verdict = value.find("verdict");
  const Json* standards = value.find("standards");
  const auto share = share_of_scale(value);
  const auto worst = standards == nullptr ? std::nullopt : worst_standard(*standards);
  Risk risk;
  risk.group = verdict == nullptr                  ? (share ? kPasses : kNothingToLose)
               : verdict->string == "fail"         ? kFails
               : verdict->string == "undetermined" ? kOpen
                                                   : kPasses;
  risk.first = worst ? small(worst->relative) : share ? small(*share) : Rational(kFar);
  risk.second = share ? small(*share) : Rational(kFar);
  return risk;
}

// Days are compared as the number that their digits make: 2026-05-31 -> 20260531.
Rational day_number(const std::string& date) {
  std::int64_t number = 0;
  for (const char c : date) {
    number = c == '-' ? number : number * 10 + (c - '0');
  }
  return number;
}

// By how many failed months may follow; nothing to lose where none counts.
Risk risk_of_timeline(const Json& value) {
  const Json* standing = value.find("standing");
  Risk risk{kNothingToLose, kFar, kFar};
  if (standing == nullptr) {
    return risk;
  }
  const Json* left = standing->find("failures_left");
  const Json* deadline = standing->find("deadline");
  const Json* date = deadline == nullptr ? nullptr : deadline->find("date");
  if (left != nullptr) {
    risk.group = kFails;
    risk.first = left->number;
  }
  risk.second = date == nullptr ? Rational(kFar) : day_number(date->string);
  return risk;
}

// Groups: 0 out of reach, 1 within reach, 2 reached.
Risk risk_of_plan(const Json& value) {
  const bool met = value.find("goal_met")->boolean;
  Risk risk{met ? kPasses : value.find("reachable")->boolean ? kOpen : kFails, kFar, {}};
  const Json* combinations = value.find("combinations");
  if (!met && combinations != nullptr && !combinations->items.empty()) {
    risk.first = small(-combinations->items[0].find("effort")->number);
  }
  const Json* headroom = value.find("headroom");
  for (std::size_t i = 0; met && headroom != nullptr && i < headroom->items.size(); ++i) {
    if (const Json* orders = headroom->items[i].find("more_bad_orders")) {
      risk.first = std::min(risk.first, small(orders->number));
    }
  }
  return risk;
}

}  // namespace

Risk risk_of(const Json& reply) {
  const Json* value = reply.find("value");
  if (value == nullptr) {
    return {};
  }
  if (value->find("goal_met") != nullptr) {
    return risk_of_plan(*value);
  }
  if (value->find("phases") != nullptr) {
    return risk_of_timeline(*value);
  }
  const Json* sides = value->find("sides");
  return risk_of_assessment(sides == nullptr ? *value : sides->items[1]);
}

}  // namespace shopgauge::cli

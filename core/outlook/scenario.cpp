// Applies dated changes to the pace of a metric, or to its state.

#include "core/outlook/scenario.h"

#include <utility>

namespace shopgauge {
namespace {

bool is_ratio(const Metric& metric) {
  return metric.kind == MetricKind::rate || metric.kind == MetricKind::mean;
}

bool out_of_range(const Metric& metric, const Portion& portion) {
  const Rational weight = is_ratio(metric) ? portion.weight : Rational(1);
  return (metric.lowest && portion.sum < *metric.lowest * weight) ||
         (metric.highest && is_ratio(metric) && portion.sum > *metric.highest * weight);
}

Portion with_value(const Metric& metric, const Input& value,
                   const std::optional<Portion>& portion) {
  if (!is_ratio(metric) || is_counted(value)) {
    return portion_of(metric, value);
  }
  const Rational weight = portion ? portion->weight : Rational(1);
  return {value.value * weight, weight};
}

Portion with_bad(const Metric& metric, const Rational& bad, const std::optional<Portion>& portion) {
  Portion day = portion.value_or(Portion{});
  const bool rate = metric.kind == MetricKind::rate;
  if (!rate || metric.lower_is_better) {
    day.sum += bad;
  }
  if (rate) {
    day.weight += bad;
  }
  return day;
}

}  // namespace

Planned plan_day(const Metric& metric, const MetricWindow& window, Date day,
                 const std::optional<Portion>& pace, const std::vector<ScenarioChange>& changes,
                 std::size_t index) {
  Planned planned{pace, {}, std::nullopt};
  std::optional<Portion>& portion = planned.portion;
  for (const ScenarioChange& change : changes) {
    const bool orders = change.kind == ScenarioChange::Kind::orders;
    if (!contains(change.days, day) || (orders ? !window.follows_orders : change.metric != index)) {
      continue;
    }
    switch (change.kind) {
      case ScenarioChange::Kind::value:
        portion = with_value(metric, change.value, portion);
        planned.bad_once = metric.kind == MetricKind::flag ? change.value.value : planned.bad_once;
        break;
      case ScenarioChange::Kind::times:
        if (portion) {
          portion->sum *= change.number;
        }
        break;
      case ScenarioChange::Kind::bad:
        portion = with_bad(metric, change.number, portion);
        planned.bad_once += change.number;
        break;
      case ScenarioChange::Kind::orders:
        if (portion) {
          portion->sum *= change.number;
          portion->weight *= change.number;
        }
        break;
    }
    if (portion && out_of_range(metric, *portion)) {
      planned.beyond = change.index;
    }
  }
  return planned;
}

MadeInput state_on(const Input& today, Date day, const std::vector<ScenarioChange>& changes,
                   std::size_t index) {
  MadeInput state{today, nullptr};
  for (const ScenarioChange& change : changes) {
    if (!contains(change.days, day) || change.metric != index) {
      continue;
    }
    if (change.kind == ScenarioChange::Kind::value) {
      state = {change.value, nullptr};
    } else if (change.kind == ScenarioChange::Kind::times &&
               state.input.state == InputState::value) {
      state.input.value *= change.number;
      auto given = std::make_unique<Json>();
      given->kind = Json::Kind::number;
      given->number = state.input.value;
      state.counts = std::move(given);
      state.input.given = state.counts.get();
    }
  }
  return state;
}

}  // namespace shopgauge

// Metrics and given scores of a request: each in its kind and within its range.

#include <array>
#include <utility>

#include "core/api/request.h"

namespace shopgauge::api {
namespace {

void refuse_type(const Cursor& at, const Metric& metric) {
  constexpr std::array<Literal, 5> kKinds = {"count", "rate", "mean", "amount", "flag"};
  at.issue("metric.type", "the metric takes another kind of value",
           {{"id", metric.id}, {"kind", kKinds[static_cast<std::size_t>(metric.kind)]}});
}

void refuse_range(const Cursor& at, const Metric& metric, std::string_view value) {
  const std::string low = metric.lowest ? text_of(*metric.lowest) : "";
  const std::string high = metric.highest ? text_of(*metric.highest) : "";
  at.issue("metric.out_of_range", "the metric cannot have this value",
           {{"id", metric.id}, {"value", value}, {"low", low}, {"high", high}});
}

Input value_within(const Cursor& at, const Metric& metric, const Rational& value) {
  if ((metric.lowest && value < *metric.lowest) || (metric.highest && value > *metric.highest)) {
    refuse_range(at, metric, text_of(value));
    return {};
  }
  return {InputState::value, value, nullptr};
}

Input read_ratio(const Cursor& at, const Metric& metric) {
  const std::optional<Rational> num = whole(at, "num");
  const std::optional<Rational> den = whole(at, "den");
  if (!num || !den || at.size() != 2) {
    refuse_type(at, metric);
    return {};
  }
  if (den->is_zero() && num->is_zero()) {
    return {InputState::no_sample, {}, nullptr};
  }
  if (*num > *den) {
    refuse_range(at, metric, text_of(*num) + "/" + text_of(*den));
    return {};
  }
  return value_within(at, metric, *num / *den);
}

Input read_mean(const Cursor& at, const Metric& metric) {
  const Json* sum = at.json().find("sum");
  const std::optional<Rational> n = whole(at, "n");
  if (sum == nullptr || !sum->is(Json::Kind::number) || !n || at.size() != 2) {
    refuse_type(at, metric);
    return {};
  }
  if (!n->is_zero()) {
    return value_within(at, metric, sum->number / *n);
  }
  if (!sum->number.is_zero()) {
    refuse_range(at, metric, text_of(sum->number) + "/0");
    return {};
  }
  return {InputState::no_sample, {}, nullptr};
}

Input read_percent(const Cursor& at, const Metric& metric) {
  const Json& percent = *at.json().find("percent");
  if (!percent.is(Json::Kind::number) || at.size() != 1) {
    refuse_type(at, metric);
    return {};
  }
  return value_within(at, metric, percent.number / 100);
}

Input read_object(const Cursor& at, const Metric& metric) {
  const Json& json = at.json();
  if (metric.kind == MetricKind::rate && json.find("percent") != nullptr) {
    return read_percent(at, metric);
  }
  if (metric.kind == MetricKind::rate && json.find("num") != nullptr) {
    return read_ratio(at, metric);
  }
  if (metric.kind == MetricKind::mean && json.find("sum") != nullptr) {
    return read_mean(at, metric);
  }
  const Json* no_score = json.find("no_score");
  if (metric.no_score && no_score != nullptr && no_score->boolean && at.size() == 1) {
    return {InputState::no_score, {}, nullptr};
  }
  refuse_type(at, metric);
  return {};
}

}  // namespace

Input read_input(const Cursor& at, const Metric& metric) {
  const Json& json = at.json();
  const bool flag = metric.kind == MetricKind::flag;
  if (json.is(Json::Kind::null)) {
    return {InputState::unknown, {}, nullptr};
  }
  if (flag && json.is(Json::Kind::boolean)) {
    return {InputState::value, json.boolean ? 1 : 0, nullptr};
  }
  if (!flag && json.is(Json::Kind::object)) {
    return read_object(at, metric);
  }
  const bool counts = metric.kind != MetricKind::count || json.number.is_integer();
  if (!flag && json.is(Json::Kind::number) && counts) {
    return value_within(at, metric, json.number);
  }
  refuse_type(at, metric);
  return {};
}

void read_metrics(const Cursor& at, const Program& program, std::vector<Input>& metrics) {
  if (!at.need_object()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    const std::string_view id = at.key(i);
    const std::optional<std::size_t> index = find_metric(program, id);
    if (!index) {
      one.issue("metric.unknown", "the program has no such metric", {{"id", id}});
      continue;
    }
    metrics[*index] = read_input(one, program.metrics[*index]);
    metrics[*index].given = &one.json();
  }
}

const Rational* read_node_score(const Cursor& at, const Node& node) {
  const Rational* score = at.number();
  if (score != nullptr && (*score < node.lowest || *score > node.highest)) {
    at.issue("given.out_of_range", "the node cannot have this score",
             {{"id", node.id},
              {"value", text_of(*score)},
              {"low", text_of(node.lowest)},
              {"high", text_of(node.highest)}});
    return nullptr;
  }
  return score;
}

void read_given(const Cursor& at, const Program& program, Reading& reading) {
  if (!at.need_object()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    const std::string_view id = at.key(i);
    const Node* node = node_of(program, id);
    if (node == nullptr) {
      one.issue("given.unknown", "the score has no such node", {{"id", id}});
      continue;
    }
    const Rational* score = read_node_score(one, *node);
    if (score == nullptr) {
      continue;
    }
    reading.nodes[node->index].given = *score;
  }
}

void read_values(const Cursor& request, const Program& program, Reading& reading) {
  if (const Cursor metrics = request.find("metrics")) {
    read_metrics(metrics, program, reading.metrics);
  }
  if (const Cursor given = request.find("given")) {
    read_given(given, program, reading);
  }
}

Reading read_reading(const Cursor& request, const Program& program) {
  Reading reading = empty_reading(program);
  read_store(request, program, reading);
  read_values(request, program, reading);
  return reading;
}

}  // namespace shopgauge::api

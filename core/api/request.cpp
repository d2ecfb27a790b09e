#include "core/api/request.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/decimal.h"
#include "core/cycle/timeline.h"
#include "core/rules/reader.h"

namespace shopgauge::api {
namespace {

void pass_on(const Cursor& at, const Issues& issues) {
  for (const Issue& issue : issues) {
    at.add(issue);
  }
}

void select_inline(const Cursor& at, const Cursor& request, Selection& selection) {
  if (const auto edition = request.find("edition")) {
    edition.issue("request.unknown_key", "a program document given inline is its own edition",
                  {{"id", "edition"}});
  }
  Result<Program> read = read_program(at.json(), "/program");
  if (!read.ok()) {
    pass_on(at, read.issues());
    return;
  }
  selection.own = std::make_unique<const Program>(read.take());
  selection.program = selection.own.get();
}

std::string text_of(const Rational& value) {
  return is_decimal(value) ? to_decimal(value) : display(value, 6);
}

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

// A non-negative whole number under `key`.
std::optional<Rational> whole(const Cursor& at, std::string_view key) {
  const Json* member = at.json().find(key);
  const bool fits = member != nullptr && member->is(Json::Kind::number) &&
                    member->number.is_integer() && member->number.sign() >= 0;
  return fits ? std::optional(member->number) : std::nullopt;
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

// A number of the profile: plain, percent, or a ratio.
std::optional<Rational> read_profile_number(const Cursor& at) {
  const Json& json = at.json();
  if (json.is(Json::Kind::number)) {
    return json.number;
  }
  const Json* percent = json.find("percent");
  if (percent != nullptr && percent->is(Json::Kind::number) && at.size() == 1) {
    return percent->number / 100;
  }
  const std::optional<Rational> num = whole(at, "num");
  const std::optional<Rational> den = whole(at, "den");
  if (num && den && !den->is_zero() && at.size() == 2) {
    return *num / *den;
  }
  at.issue("profile.type", "must be a number, a percentage or a ratio", {{"kind", "number"}});
  return std::nullopt;
}

void unknown_in_profile(const Cursor& at, std::string_view id) {
  at.issue("profile.unknown", "the program does not read this", {{"id", id}});
}

void set_number(Reading& reading, std::string_view path, const Rational& value) {
  for (Named<Rational>& known : reading.profile) {
    if (known.name == path) {
      known.value = value;
      return;
    }
  }
  reading.profile.push_back({path, value});
}

// Walks down to the numbers under "targets" or "thresholds".
void read_numbers(const Cursor& at, const std::string& path, const Program& program,
                  Reading& reading) {
  const auto& paths = program.profile_paths;
  const auto found = std::find(paths.begin(), paths.end(), path);
  if (found != paths.end()) {
    if (const auto value = read_profile_number(at)) {
      set_number(reading, *found, *value);
    }
    return;
  }
  const std::string begin = path + ".";
  bool leads_on = path == "targets" || path == "thresholds";
  for (const std::string_view known : paths) {
    leads_on = leads_on || known.rfind(begin, 0) == 0;
  }
  if (!at.json().is(Json::Kind::object) || !leads_on) {
    unknown_in_profile(at, path);
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    read_numbers(at[i], begin + std::string(at.key(i)), program, reading);
  }
}

const Node* node_of(const Program& program, std::string_view id) {
  return program.score ? find_node(program.score->nodes, id) : nullptr;
}

void read_weights(const Cursor& at, const Program& program, Reading& reading) {
  if (!at.need_object()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    const Node* node = node_of(program, at.key(i));
    if (node == nullptr) {
      unknown_in_profile(one, at.key(i));
    } else if (const auto weight = read_profile_number(one)) {
      if (weight->sign() < 0) {
        one.issue("profile.type", "a weight is not negative", {{"kind", "number"}});
      } else {
        reading.nodes[node->index].weight = *weight;
      }
    }
  }
}

// A group of siblings whose weights are given has all of them, and they sum to 1.
void check_weights(const Cursor& at, const std::vector<Node>& group, std::string_view name,
                   const Reading& reading) {
  bool any = false;
  bool complete = true;
  Rational sum;
  Rational assessed;
  for (const Node& node : group) {
    const NodeReading& own = reading.nodes[node.index];
    any = any || own.weight;
    complete = complete && (own.weight || own.not_assessed);
    sum += own.weight.value_or(0);
    assessed += own.not_assessed ? Rational() : own.weight.value_or(0);
    check_weights(at, node.nodes, node.id, reading);
  }
  if (any && (!complete || (sum != 1 && assessed != 1))) {
    at.issue("profile.weights_sum",
             "the weights of a group must be given for all its parts and sum to 1",
             {{"group", name}, {"sum", display(sum, 6)}});
  }
}

void read_tables(const Cursor& at, const Program& program, Reading& reading) {
  if (!at.need_object()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    const Node* node = node_of(program, at.key(i));
    if (node == nullptr || node->kind != NodeKind::indicator) {
      unknown_in_profile(one, at.key(i));
    } else if (one.need_object("kind closed knots rows")) {
      constexpr CurveCodes kCodes = {"profile.type", "profile.table_gap", "profile.table_overlap"};
      reading.nodes[node->index].table = read_curve(one, node->lowest, node->highest, kCodes);
    }
  }
}

// Ids of nodes, or of metrics that indicators read.
void read_not_assessed(const Cursor& at, const Program& program, Reading& reading) {
  if (!at.need_array()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    const auto id = one.string();
    if (!id) {
      continue;
    }
    if (const Node* node = node_of(program, *id)) {
      reading.nodes[node->index].not_assessed = true;
    } else {
      unknown_in_profile(one, *id);
    }
  }
}

}  // namespace

const Program* found_edition(const Cursor& at, const Result<const Program*>& found) {
  if (found.ok()) {
    return found.value();
  }
  pass_on(at, found.issues());
  return nullptr;
}

const Program* named_edition(const Cursor& request, const Editions& editions,
                             std::string_view program, std::string_view edition) {
  return found_edition(request, editions.named(program, edition));
}

Selection select_program(const Cursor& request, const Editions& editions) {
  Selection selection;
  if (const Cursor date = request.find("date")) {
    selection.date = read_day(date);
  }
  const Cursor program = request.need("program");
  if (program && program.json().is(Json::Kind::object)) {
    select_inline(program, request, selection);
    return selection;
  }
  const std::string* id = program ? program.string() : nullptr;
  if (id == nullptr) {
    return selection;
  }
  if (const Cursor edition = request.find("edition")) {
    const std::string* name = edition.string();
    selection.program = name == nullptr ? nullptr : named_edition(request, editions, *id, *name);
  } else if (selection.date) {
    selection.program = found_edition(request, editions.in_force(*id, *selection.date));
  } else if (!request.find("date")) {
    request.issue("edition.required", "name the edition, or the date whose edition is asked for",
                  {{"id", *id}});
  }
  return selection;
}

std::optional<Date> read_day(const Cursor& at) {
  const std::string* text = at.string();
  if (text == nullptr) {
    return std::nullopt;
  }
  const std::optional<Date> date = parse_date(*text);
  if (!date || date > last_request_date()) {
    at.issue("request.date", "must be a day YYYY-MM-DD between 1970 and 2150", {{"value", *text}});
    return std::nullopt;
  }
  return date;
}

std::optional<Month> read_month(const Cursor& at) {
  const std::string* text = at.string();
  if (text == nullptr) {
    return std::nullopt;
  }
  const std::optional<Month> month = parse_month(*text);
  if (!month) {
    at.issue("request.date", "must be a month YYYY-MM", {{"value", *text}});
  }
  return month;
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
    const Rational* score = one.number();
    if (score == nullptr) {
      continue;
    }
    if (*score < node->lowest || *score > node->highest) {
      one.issue("given.out_of_range", "the node cannot have this score",
                {{"id", id},
                 {"value", text_of(*score)},
                 {"low", text_of(node->lowest)},
                 {"high", text_of(node->highest)}});
      continue;
    }
    reading.nodes[node->index].given = *score;
  }
}

void read_profile(const Cursor& at, const Program& program, Reading& reading) {
  if (!at.need_object("weights targets thresholds tables not_assessed")) {
    return;
  }
  for (const Literal key : {"targets", "thresholds"}) {
    if (const auto numbers = at.find(key)) {
      if (numbers.need_object()) {
        read_numbers(numbers, std::string(key), program, reading);
      }
    }
  }
  if (const auto list = at.find("not_assessed")) {
    read_not_assessed(list, program, reading);
  }
  if (const auto tables = at.find("tables")) {
    read_tables(tables, program, reading);
  }
  if (const auto weights = at.find("weights")) {
    read_weights(weights, program, reading);
    if (program.score) {
      check_weights(weights, program.score->nodes, "score", reading);
    }
  }
}

Enrolment read_enrolment(const Cursor& at) {
  constexpr Literal kDates = "opened first_assessed joined launched formal_since recovery_since";
  constexpr Literal kCounts = "failures_so_far passes_in_a_row downgrades";
  constexpr Literal kWords = "category subcategory store_type";
  constexpr int kMost = 1000;
  Enrolment enrolment;
  for (std::size_t i = 0; at.need_object() && i < at.size(); ++i) {
    const Cursor one = at[i];
    const std::string_view key = at.key(i);
    if (index_in(kDates, key) >= 0) {
      if (const auto date = read_day(one)) {
        enrolment.dates.push_back({key, *date});
      }
    } else if (index_in(kCounts, key) >= 0) {
      const auto number = one.number();
      const auto count = number ? to_int64(*number) : std::nullopt;
      if (count && *count >= 0 && *count <= kMost) {
        enrolment.counts.push_back({key, static_cast<int>(*count)});
      } else if (number) {
        one.issue("enrolment.out_of_range", "must be a whole number within its range",
                  {{"field", key},
                   {"value", text_of(*number)},
                   {"low", "0"},
                   {"high", std::to_string(kMost)}});
      }
    } else if (index_in(kWords, key) >= 0) {
      if (const auto word = one.string()) {
        enrolment.words.push_back({key, *word});
      }
    } else {
      one.issue("request.unknown_key", "this key is not known here", {{"id", key}});
    }
  }
  return enrolment;
}

}  // namespace shopgauge::api

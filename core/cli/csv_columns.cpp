// The names of columns, the long ones and those of the page's address.

#include "core/cli/csv_columns.h"

#include <algorithm>
#include <array>

namespace shopgauge::cli {
namespace {

using Steps = std::vector<std::string>;

Steps steps_of(std::string_view name) {
  Steps steps(1);
  for (const char c : name) {
    if (c == '.') {
      steps.emplace_back();
    } else {
      steps.back() += c;
    }
  }
  return steps;
}

std::string joined(const Steps& steps, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < steps.size(); ++i) {
    text += (text.empty() ? "" : ".") + steps[i];
  }
  return text;
}

template <std::size_t kCount>
bool is_one_of(std::string_view word, const std::array<std::string_view, kCount>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "2026-05" has the form "dddd-dd".
bool has_form(std::string_view text, std::string_view form) {
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(), [](char c, char wanted) {
           return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted;
         });
}

bool has_node(const std::vector<Node>& nodes, std::string_view id) {
  return std::any_of(nodes.begin(), nodes.end(),
                     [&](const Node& node) { return node.id == id || has_node(node.nodes, id); });
}

bool is_node(const Editions& editions, std::string_view id) {
  return std::any_of(editions.all().begin(), editions.all().end(), [&](const auto& edition) {
    return edition->score && has_node(edition->score->nodes, id);
  });
}

bool is_profile_path(const Editions& editions, std::string_view path) {
  return std::any_of(editions.all().begin(), editions.all().end(), [&](const auto& edition) {
    const auto& paths = edition->profile_paths;
    return std::find(paths.begin(), paths.end(), path) != paths.end();
  });
}

// steps[at] is the metric, the next one a part of it.
std::optional<CsvName> metric_name(const Steps& steps, std::size_t at, Steps path,
                                   const Editions& editions) {
  constexpr std::array<std::string_view, 4> kParts = {"num", "den", "sum", "n"};
  if (at >= steps.size() || at + 2 < steps.size() ||
      (at + 2 == steps.size() && !is_one_of(steps[at + 1], kParts))) {
    return std::nullopt;
  }
  CsvName name{std::move(path), CellKind::metric, at + 1 < steps.size() ? steps[at + 1] : "", {}};
  name.path.push_back(steps[at]);
  for (const auto& edition : editions.all()) {
    for (const Metric& metric : edition->metrics) {
      if (metric.id == steps[at]) {
        name.programs.push_back({edition->id, metric.kind});
      }
    }
  }
  return name.programs.empty() ? std::nullopt : std::optional(name);
}

std::optional<CsvName> profile_name(const Steps& steps, std::size_t at, Steps path,
                                    const Editions& editions) {
  path.emplace_back("profile");
  path.insert(path.end(), steps.begin() + static_cast<std::ptrdiff_t>(std::min(at, steps.size())),
              steps.end());
  const std::string own = joined(steps, at);
  if (own == "method") {
    return CsvName{path, CellKind::text, "", {}};
  }
  if (own == "not_assessed") {
    return CsvName{path, CellKind::words, "", {}};
  }
  const bool weight =
      steps.size() == at + 2 && steps[at] == "weights" && is_node(editions, steps[at + 1]);
  return weight || is_profile_path(editions, own)
             ? std::optional(CsvName{path, CellKind::profile, "", {}})
             : std::nullopt;
}

std::optional<CsvName> enrolment_name(const std::string& field) {
  constexpr std::array<std::string_view, 6> kDates = {
      "opened", "first_assessed", "joined", "launched", "formal_since", "recovery_since"};
  constexpr std::array<std::string_view, 3> kCounts = {"failures_so_far", "passes_in_a_row",
                                                       "downgrades"};
  constexpr std::array<std::string_view, 3> kWords = {"category", "subcategory", "store_type"};
  const bool date = is_one_of(field, kDates);
  const bool count = is_one_of(field, kCounts);
  if (!date && !count && !is_one_of(field, kWords)) {
    return std::nullopt;
  }
  return CsvName{{"enrolment", field},
                 date    ? CellKind::date
                 : count ? CellKind::number
                         : CellKind::text,
                 "",
                 {}};
}

std::optional<CsvName> goal_name(const std::string& field) {
  constexpr std::array<std::string_view, 3> kNumbers = {"score", "at_least", "at_most"};
  constexpr std::array<std::string_view, 3> kWords = {"verdict", "gate", "metric"};
  const bool number = is_one_of(field, kNumbers);
  return number || is_one_of(field, kWords)
             ? std::optional(
                   CsvName{{"goal", field}, number ? CellKind::number : CellKind::text, "", {}})
             : std::nullopt;
}

// steps[at] is the month or day.
std::optional<CsvName> period_name(const Steps& steps, std::size_t at, const Editions& editions) {
  const bool day = has_form(steps[at], "dddd-dd-dd");
  const Steps path = {day ? "checks" : "months", steps[at]};
  if (!day && !has_form(steps[at], "dddd-dd")) {
    return std::nullopt;
  }
  const std::string head = at + 1 < steps.size() ? steps[at + 1] : "met";
  if (head == "met") {
    return steps.size() <= at + 2
               ? std::optional(CsvName{{path[0], path[1], "met"}, CellKind::met, "", {}})
               : std::nullopt;
  }
  if (head == "p" || head == "profile") {
    return profile_name(steps, at + 2, path, editions);
  }
  const std::size_t metric = head == "m" || head == "metrics" ? at + 2 : at + 1;
  return metric_name(steps, metric, {path[0], path[1], "metrics"}, editions);
}

// Names of two steps whose first says what it is.
std::optional<CsvName> member_name(const Steps& steps, const Editions& editions) {
  const std::string& head = steps[0];
  const std::string& field = steps[1];
  if (head == "g" || head == "given") {
    return is_node(editions, field)
               ? std::optional(CsvName{{"given", field}, CellKind::number, "", {}})
               : std::nullopt;
  }
  if (head == "e" || head == "enrolment") {
    return enrolment_name(field);
  }
  if (head == "ch" || head == "choices") {
    return CsvName{{"choices", field}, CellKind::choice, "", {}};
  }
  if (head == "effort") {
    auto name = metric_name(steps, 1, {"effort"}, editions);
    if (name) {
      name->kind = CellKind::effort;
    }
    return name;
  }
  return head == "goal" ? goal_name(field) : metric_name(steps, 0, {"metrics"}, editions);
}

}  // namespace

std::optional<CsvName> read_name(std::string_view text, const Editions& editions) {
  constexpr std::array<std::string_view, 4> kTexts = {"store", "function", "program", "edition"};
  const Steps steps = steps_of(text);
  const std::string& head = steps[0];
  const bool alone = steps.size() == 1;
  if (alone && is_one_of(head, kTexts)) {
    return CsvName{{head}, CellKind::text, "", {}};
  }
  if (alone && (head == "date" || head == "until")) {
    return CsvName{{head}, CellKind::date, "", {}};
  }
  if (head == "m" || head == "metrics") {
    return metric_name(steps, 1, {"metrics"}, editions);
  }
  if (head == "what_if") {
    return metric_name(steps, 1, {"what_if", "metrics"}, editions);
  }
  if (head == "p" || head == "profile") {
    return profile_name(steps, 1, {}, editions);
  }
  constexpr std::array<std::string_view, 4> kPeriods = {"mo", "months", "ck", "checks"};
  if (!alone && is_one_of(head, kPeriods)) {
    return period_name(steps, 1, editions);
  }
  if (auto period = period_name(steps, 0, editions)) {
    return period;
  }
  return steps.size() == 2 ? member_name(steps, editions)
                           : metric_name(steps, 0, {"metrics"}, editions);
}

}  // namespace shopgauge::cli

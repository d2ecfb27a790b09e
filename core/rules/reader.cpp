#include "core/rules/reader.h"

#include <algorithm>
#include <utility>

#include "core/rules/reader_parts.h"

namespace shopgauge {
namespace {

using namespace reader;  // NOLINT: the parts exist for this file

constexpr FaultCodes kCodes = {"program.type", "program.unknown_key", "program.missing"};

void read_sources(const Cursor& document, Context& context) {
  const std::optional<Cursor> at = document.need("sources");
  if (!at || !at->need_array()) {
    return;
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < at->size(); ++i) {
    const Cursor one = at->item(i);
    Source source;
    if (one.need_object({"id", "title", "publisher", "date", "url"})) {
      if (const auto id = one.need("id")) {
        source.id = std::string(id->string().value_or(""));
      }
      read_text(one, "title");
      read_text(one, "publisher");
      const auto date = one.need("date");
      if (date && !date->json().is(Json::Kind::null)) {
        source.date = read_date(*date);
      }
      const auto url = one.need("url");
      if (url && !url->json().is(Json::Kind::null)) {
        (void)url->string();
      }
    }
    ids.push_back(source.id);
    context.program.sources.push_back(std::move(source));
  }
  check_unique(*at, ids);
  context.source_used.assign(ids.size(), false);
}

void read_texts(const Cursor& document, Context& context) {
  const std::optional<Cursor> at = document.find("texts");
  if (!at || !at->need_object()) {
    return;
  }
  for (std::size_t i = 0; i < at->size(); ++i) {
    context.texts.push_back(at->json().members[i].key);
    read_text(*at, context.texts.back());
  }
  context.text_used.assign(context.texts.size(), false);
}

void read_profile_texts(const Cursor& document, Context& context) {
  const std::optional<Cursor> at = document.find("profile_texts");
  if (!at || !at->need_object()) {
    return;
  }
  for (std::size_t i = 0; i < at->size(); ++i) {
    const Cursor one = at->member(i);
    const std::string& path = at->json().members[i].key;
    if (path.rfind("targets.", 0) != 0 && path.rfind("thresholds.", 0) != 0) {
      issue_value(one, "a profile path begins with \"targets.\" or \"thresholds.\"");
    }
    if (one.need_object({"title", "where", "unit"})) {
      read_text(one, "title");
      read_text(one, "where");
    }
    context.program.profile_paths.push_back(path);
  }
  context.profile_used.assign(context.program.profile_paths.size(), false);
}

// [lowest or null, highest or null]
void read_range(const Cursor& parent, Metric& metric) {
  const std::optional<Cursor> at = parent.need("range");
  if (!at || !at->need_array()) {
    return;
  }
  if (at->size() != 2) {
    issue_value(*at, "must hold the lowest and the highest value");
    return;
  }
  const auto end = [&](std::size_t i) {
    const Cursor one = at->item(i);
    return one.json().is(Json::Kind::null) ? std::nullopt : one.number();
  };
  metric.lowest = end(0);
  metric.highest = end(1);
  if (metric.lowest && metric.highest && *metric.lowest >= *metric.highest) {
    issue_value(*at, "the lowest value must lie below the highest");
  }
}

MetricKind read_kind(const Cursor& at) {
  const std::string word = read_word(at, "kind", {"count", "rate", "mean", "amount", "flag"});
  if (word == "count") {
    return MetricKind::count;
  }
  if (word == "rate") {
    return MetricKind::rate;
  }
  if (word == "mean") {
    return MetricKind::mean;
  }
  return word == "flag" ? MetricKind::flag : MetricKind::amount;
}

Metric read_metric(const Cursor& at) {
  Metric metric;
  if (!at.need_object({"id", "kind", "unit", "better", "range", "step", "if_absent", "no_score", "title", "what",
                       "numerator", "denominator", "window", "clock", "where", "advice"})) {
    return metric;
  }
  metric.id = read_id(at, "id");
  metric.kind = read_kind(at);
  (void)read_word(at, "unit", {"orders", "times", "products", "days", "hours", "seconds", "stars", "points", "rate",
                               "CNY", "USD", "none"});
  (void)read_word(at, "better", {"higher", "lower", "neither"});
  if (metric.kind != MetricKind::flag) {
    read_range(at, metric);
    const auto step = at.need("step");
    const auto size = step ? step->number() : std::nullopt;
    if (size && size->sign() <= 0) {
      issue_value(*step, "must be above 0");
    }
  }
  if (metric.kind == MetricKind::rate && (metric.lowest != Rational(0) || metric.highest != Rational(1))) {
    at.issue("program.range", "a rate ranges from 0 to 1");
  }
  if (const auto absent = at.find("if_absent")) {
    metric.if_absent = absent->number();
  }
  metric.no_score = read_flag(at, "no_score");
  read_text(at, "title");
  read_text(at, "what");
  for (const std::string_view key : {"numerator", "denominator", "window", "clock", "where"}) {
    read_optional_text(at, key);
  }
  read_text_list(at, "advice", false);
  return metric;
}

void read_metrics(const Cursor& document, Context& context) {
  const std::optional<Cursor> at = document.need("metrics");
  if (!at || !at->need_array()) {
    return;
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < at->size(); ++i) {
    context.program.metrics.push_back(read_metric(at->item(i)));
    ids.push_back(context.program.metrics.back().id);
  }
  check_unique(*at, ids);
}

void read_in_force(const Cursor& document, Context& context) {
  const std::optional<Cursor> at = document.need("in_force");
  if (!at || !at->need_object({"from", "until", "last_seen", "article", "status", "source", "note"})) {
    return;
  }
  Program& program = context.program;
  if (const auto from = at->need("from")) {
    program.from = read_date(*from).value_or(Date());
  }
  const auto until = at->need("until");
  if (until && !until->json().is(Json::Kind::null)) {
    program.until = read_date(*until);
  }
  if (const auto seen = at->find("last_seen")) {
    program.last_seen = read_date(*seen);
  }
  program.article = read_flag(*at, "article");
  program.in_force = read_provenance(*at, context);
  if ((program.until && *program.until < program.from) || (program.last_seen && *program.last_seen < program.from)) {
    at->issue("program.date", "the edition ends before it begins");
  }
  if (program.until.has_value() == program.last_seen.has_value()) {
    at->issue("program.date", "an edition has an end, or the day on which it was last seen");
  }
}

void read_standards(const Cursor& document, Context& context) {
  const std::optional<Cursor> at = document.find("standards");
  if (!at || !at->need_array()) {
    return;
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < at->size(); ++i) {
    const Cursor one = at->item(i);
    Standard standard;
    if (one.need_object({"id", "title", "metric", "at_least", "above", "at_most", "below", "is", "source", "note"})) {
      standard.id = read_id(one, "id");
      read_text(one, "title");
      standard.comparison.index = read_metric_reference(one, "metric", context);
      read_comparison(one, standard.comparison, context);
      standard.source = read_source(one, context);
      read_optional_text(one, "note");
    }
    ids.push_back(standard.id);
    context.program.standards.push_back(std::move(standard));
  }
  check_unique(*at, ids);
}

void read_gates(const Cursor& document, Context& context) {
  const std::optional<Cursor> at = document.find("gates");
  if (!at || !at->need_array()) {
    return;
  }
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < at->size(); ++i) {
    const Cursor one = at->item(i);
    Gate gate;
    if (one.need_object({"id", "title", "when", "consequence", "status", "source", "note"})) {
      gate.id = read_id(one, "id");
      read_text(one, "title");
      gate.when = read_condition_member(one, "when", context);
      read_text(one, "consequence");
      gate.source = read_provenance(one, context).source;
    }
    ids.push_back(gate.id);
    context.program.gates.push_back(std::move(gate));
  }
  check_unique(*at, ids);
}

void check_unused(const Cursor& document, const Context& context) {
  const auto report = [&](std::string_view member, const std::vector<bool>& used, const auto& id_of, std::string_view code) {
    const std::optional<Cursor> at = document.find(member);
    for (std::size_t i = 0; at && i < used.size(); ++i) {
      if (!used[i]) {
        const std::string id = id_of(i);
        at->issue(code, "nothing uses \"" + id + "\"", {{"id", id}});
      }
    }
  };
  report("sources", context.source_used, [&](std::size_t i) { return context.program.sources[i].id; }, "program.unused_source");
  report("texts", context.text_used, [&](std::size_t i) { return context.texts[i]; }, "program.unused_text");
  report("profile_texts", context.profile_used, [&](std::size_t i) { return context.program.profile_paths[i]; }, "program.unused_text");
}

void read_identity(const Cursor& document, Program& program) {
  const auto format = document.need("format");
  const auto number = format ? format->number() : std::nullopt;
  if (number && *number != Rational(1)) {
    issue_value(*format, "this engine reads format 1");
  }
  const auto id = document.need("program");
  program.id = std::string(id ? id->string().value_or("") : "");
  if (const auto edition = document.need("edition")) {
    (void)read_date(*edition);
    program.edition = edition->json().string;
  }
}

}  // namespace

Result<Program> read_program(const Json& json, std::string_view prefix) {
  Issues issues;
  Program program;
  Context context{program, prefix.size(), {}, {}, {}, {}};
  const Cursor document(json, kCodes, issues, prefix);
  if (!document.need_object({"format", "program", "edition", "in_force", "title", "summary", "platform", "time_zone",
                             "sources", "questions", "metrics", "profile_texts", "not_applicable", "score", "standards",
                             "gates", "cycle", "texts"})) {
    return issues;
  }
  read_identity(document, program);
  read_sources(document, context);
  read_texts(document, context);
  read_profile_texts(document, context);
  read_in_force(document, context);
  for (const std::string_view key : {"title", "summary", "platform"}) {
    read_text(document, key);
  }
  if (const auto zone = document.need("time_zone")) {
    (void)zone->string();
  }
  read_text_list(document, "questions", true);
  read_metrics(document, context);
  program.not_applicable = read_exclusions(document, "not_applicable", context);
  if (const auto score = document.find("score")) {
    read_score(*score, context);
  }
  read_standards(document, context);
  read_gates(document, context);
  if (const auto cycle = document.find("cycle")) {
    read_cycle(*cycle, context);
  }
  if (!program.score && program.standards.empty()) {
    document.issue("program.missing", "a program has a score or standards", {{"id", "score"}});
  }
  check_unused(document, context);
  if (!issues.empty()) {
    return issues;
  }
  program.document = json;
  return program;
}

}  // namespace shopgauge

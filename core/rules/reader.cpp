// Reads a document from the top; score and cycle have files of their own.

#include "core/rules/reader.h"

#include <algorithm>
#include <utility>

#include "core/rules/reader_parts.h"

namespace shopgauge {
namespace {

using namespace reader;  // NOLINT: the parts exist for this file

bool is_given(const Cursor& parent, Literal key) {
  const Cursor at = parent.need(key);
  return at && !at.json().is(Json::Kind::null);
}

std::optional<Date> read_date_member(const Cursor& parent, Literal key) {
  return is_given(parent, key) ? read_date(parent.find(key)) : std::nullopt;
}

void read_sources(const Cursor& document, Context& context) {
  std::vector<std::string_view> ids;
  (void)document.need("sources");
  for_each(document, "sources", "id title publisher date url", [&](const Cursor& one) {
    Source& source = context.program.sources.emplace_back();
    source.id = read_string(one, "id");
    read_text(one, "title");
    read_text(one, "publisher");
    source.date = read_date_member(one, "date");
    if (is_given(one, "url")) {
      (void)read_string(one, "url");
    }
    ids.push_back(source.id);
  });
  check_unique(document.find("sources"), ids);
  context.source_used.resize(ids.size());
}

void read_texts(const Cursor& document, Context& context) {
  const Cursor at = document.find("texts");
  for (std::size_t i = 0; at && at.need_object() && i < at.size(); ++i) {
    context.texts.push_back(at.key(i));
    read_text_value(at[i]);
  }
  context.text_used.resize(context.texts.size());
}

void read_profile_texts(const Cursor& document, Context& context) {
  const Cursor at = document.find("profile_texts");
  for (std::size_t i = 0; at && at.need_object() && i < at.size(); ++i) {
    const Cursor one = at[i];
    const std::string_view path = at.key(i);
    if (path.rfind("targets.", 0) != 0 && path.rfind("thresholds.", 0) != 0) {
      issue_value(one, "a profile path begins with \"targets.\" or \"thresholds.\"");
    }
    if (one.need_object("title where unit")) {
      read_text(one, "title");
      read_text(one, "where");
    }
    context.program.profile_paths.push_back(path);
  }
  context.profile_used.resize(context.program.profile_paths.size());
}

std::optional<Rational> read_end(const Cursor& at) {
  if (at.json().is(Json::Kind::null)) {
    return std::nullopt;
  }
  return at.value();
}

// [lowest or null, highest or null]
void read_range(const Cursor& parent, Metric& metric) {
  const Cursor at = parent.need("range");
  if (!at || !at.need_array() || at.size() != 2) {
    issue_value(parent, "range holds the lowest and the highest value");
    return;
  }
  metric.lowest = read_end(at[0]);
  metric.highest = read_end(at[1]);
  if (metric.lowest && metric.highest && *metric.lowest >= *metric.highest) {
    issue_value(at, "the lowest value must lie below the highest");
  }
}

void read_size(const Cursor& at, Metric& metric) {
  read_range(at, metric);
  const Cursor step = at.need("step");
  const Rational* size = step ? step.number() : nullptr;
  if (size != nullptr && size->sign() <= 0) {
    issue_value(step, "must be above 0");
  }
  if (metric.kind == MetricKind::rate &&
      (metric.lowest != Rational(0) || metric.highest != Rational(1))) {
    at.issue("program.range", "a rate ranges from 0 to 1");
  }
}

Metric read_metric(const Cursor& at) {
  Metric metric;
  metric.id = read_id(at, "id");
  metric.kind = static_cast<MetricKind>(read_word(at, "kind", "count rate mean amount flag"));
  (void)read_word(at, "unit",
                  "orders times products days hours seconds stars points rate visitors buyers CNY "
                  "USD none");
  const int better = read_word(at, "better", "higher lower neither");
  metric.higher_is_better = better == 0;
  metric.lower_is_better = better == 1;
  if (metric.kind != MetricKind::flag) {
    read_size(at, metric);
  }
  if (const auto absent = at.find("if_absent")) {
    const bool flag = metric.kind == MetricKind::flag;
    const bool* truth = flag ? absent.boolean() : nullptr;
    metric.if_absent = !flag              ? absent.value()
                       : truth != nullptr && *truth ? 1
                                          : 0;
  }
  metric.no_score = read_flag(at, "no_score");
  read_text(at, "title");
  read_text(at, "what");
  for (const Literal key : {"numerator", "denominator", "window", "clock", "where"}) {
    read_optional_text(at, key);
  }
  read_text_list(at, "advice", false);
  return metric;
}

void read_metrics(const Cursor& document, Context& context) {
  std::vector<std::string_view> ids;
  (void)document.need("metrics");
  for_each(document, "metrics",
           "id kind unit better range step if_absent no_score title what numerator denominator "
           "window clock where advice",
           [&](const Cursor& one) {
             context.program.metrics.push_back(read_metric(one));
             ids.push_back(context.program.metrics.back().id);
           });
  check_unique(document.find("metrics"), ids);
}

void read_in_force(const Cursor& document, Context& context) {
  const Cursor at = document.need("in_force");
  if (!at || !at.need_object("from until last_seen article status source note")) {
    return;
  }
  Program& program = context.program;
  program.from = read_date_member(at, "from").value_or(Date());
  program.until = read_date_member(at, "until");
  if (const auto seen = at.find("last_seen")) {
    program.last_seen = read_date(seen);
  }
  program.article = read_flag(at, "article");
  program.in_force = read_provenance(at, context);
  if ((program.until && *program.until < program.from) ||
      (program.last_seen && *program.last_seen < program.from)) {
    at.issue("program.date", "the edition ends before it begins");
  }
  if (program.until.has_value() == program.last_seen.has_value()) {
    at.issue("program.date", "an edition has an end, or the day on which it was last seen");
  }
}

void read_alternatives(const Cursor& at, Standard& standard, Context& context) {
  for_each(at, "or", "metric at_least above at_most below", [&](const Cursor& one) {
    read_metric_comparison(one, standard.alternatives.emplace_back(), context);
  });
}

Standard read_standard(const Cursor& at, Context& context) {
  Standard standard;
  standard.id = read_id(at, "id");
  read_text(at, "title");
  read_metric_comparison(at, standard.comparison, context);
  read_alternatives(at, standard, context);
  standard.advisory = read_flag(at, "advisory");
  if (at.find("no_sample")) {
    (void)read_word(at, "no_sample", "met");
    standard.comparison.no_sample_met = true;
  }
  if (at.find("only")) {
    (void)read_word(at, "only", "timeline");
    standard.timeline_only = true;
  }
  if (at.find("area")) {
    standard.area = read_id(at, "area");
    use_text(at, "area", standard.area, context);
  }
  standard.source = read_source(at, context);
  read_optional_text(at, "note");
  return standard;
}

void read_standards(const Cursor& document, Context& context) {
  std::vector<std::string_view> ids;
  for_each(document, "standards",
           "id title metric at_least above at_most below is or no_sample advisory only area "
           "source note",
           [&](const Cursor& one) {
             context.program.standards.push_back(read_standard(one, context));
             ids.push_back(context.program.standards.back().id);
           });
  check_unique(document.find("standards"), ids);
}

void read_gates(const Cursor& document, Context& context) {
  std::vector<std::string_view> ids;
  for_each(document, "gates", "id title when exact consequence status source note",
           [&](const Cursor& one) {
             Gate& gate = context.program.gates.emplace_back();
             gate.id = read_id(one, "id");
             read_text(one, "title");
             gate.when = read_condition_member(one, "when", context);
             gate.exact = read_flag(one, "exact");
             read_text(one, "consequence");
             gate.source = read_provenance(one, context).source;
             ids.push_back(gate.id);
           });
  check_unique(document.find("gates"), ids);
}

void read_consequences(const Cursor& at, Tier& tier, Context& context) {
  const Cursor list = at.find("consequences");
  for (std::size_t i = 0; list && list.need_array() && i < list.size(); ++i) {
    tier.consequences.push_back(list[i].text());
    use_text(list, "consequence", tier.consequences.back(), context);
  }
}

void read_tiers(const Cursor& document, Context& context) {
  std::vector<std::string_view> ids;
  bool open = false;  // a tier without condition takes every store
  for_each(document, "tiers", "id title when not_scored consequences status source note",
           [&](const Cursor& one) {
             Tier& tier = context.program.tiers.emplace_back();
             tier.id = read_id(one, "id");
             read_text(one, "title");
             tier.not_scored = read_flag(one, "not_scored");
             if (one.find("when")) {
               tier.when = read_condition_member(one, "when", context);
             }
             if (open && !tier.not_scored) {
               one.issue("program.unreachable", "the tier before this one takes every store");
             }
             open = open || (!tier.when && !tier.not_scored);
             read_consequences(one, tier, context);
             tier.provenance = read_provenance(one, context);
             ids.push_back(tier.id);
           });
  check_unique(document.find("tiers"), ids);
}

void read_look_back(const Cursor& document, Context& context) {
  std::vector<std::string_view> ids;
  for_each(document, "lookback", "id title months when", [&](const Cursor& one) {
    LookBack& look_back = context.program.look_back.emplace_back();
    look_back.id = read_id(one, "id");
    read_text(one, "title");
    look_back.months = read_whole_figure(one, "months", 1, 120, context, look_back.provenance);
    if (one.find("when")) {
      look_back.when = read_condition_member(one, "when", context);
    }
    ids.push_back(look_back.id);
  });
  const auto& list = context.program.look_back;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].when.has_value() == (i + 1 == list.size())) {
      issue_value(document.find("lookback"), "all but the last say when");
    }
  }
  check_unique(document.find("lookback"), ids);
}

void read_notices(const Cursor& document, Context& context) {
  const Cursor at = document.find("notices");
  for (std::size_t i = 0; at && at.need_array() && i < at.size(); ++i) {
    context.program.notices.push_back(at[i].text());
    use_text(at, "notice", context.program.notices.back(), context);
  }
}

// `used` tells of each entry of the list or object under `key`.
void check_used(const Cursor& document, Literal key, const std::vector<char>& used, Literal code) {
  const Cursor list = document.find(key);
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (used[i] == 0) {
      list[i].issue(code, "nothing uses this");
    }
  }
}

bool reads_enrolment_only(const Condition& condition) {
  if (condition.kind == Condition::Kind::compare) {
    return condition.comparison.subject == Subject::enrolment;
  }
  return std::all_of(condition.parts.begin(), condition.parts.end(), reads_enrolment_only);
}

void read_not_applicable(const Cursor& document, Context& context) {
  context.program.not_applicable = read_exclusions(document, "not_applicable", context);
  for (const Exclusion& exclusion : context.program.not_applicable) {
    if (!reads_enrolment_only(exclusion.when)) {
      issue_value(document.find("not_applicable"),
                  "whether a program applies depends on the enrolment alone");
    }
  }
}

void read_identity(const Cursor& document, Context& context) {
  (void)read_int(document, "format", 1, 1);
  context.program.id = read_string(document, "program");
  if (context.program.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") !=
          std::string_view::npos ||
      (context.program.id.empty() && context.program.id.data() != nullptr)) {
    issue_value(document.find("program"), "an id has lower-case letters, digits and hyphens");
  }
  (void)read_date_member(document, "edition");
  context.program.edition = read_string(document, "edition");
  for (const Literal key : {"title", "summary", "platform"}) {
    read_text(document, key);
  }
  (void)read_string(document, "time_zone");
  read_text_list(document, "questions", true);
}

}  // namespace

Result<Program> read_program(Json json, Literal prefix) {
  Issues issues;
  Program program;
  program.document = std::make_unique<const Json>(std::move(json));
  Context context{program, {}, {}, {}, {}};
  const CursorContext codes{issues, "program.type", "program.unknown_key", "program.missing",
                            prefix};
  const Cursor document(*program.document, codes);
  if (!document.need_object(
          "format program edition in_force title summary platform time_zone sources questions "
          "notices metrics profile_texts rows lookback not_applicable score standards gates tiers "
          "cycle texts")) {
    return issues;
  }
  read_identity(document, context);
  read_sources(document, context);
  read_texts(document, context);
  read_profile_texts(document, context);
  read_in_force(document, context);
  read_metrics(document, context);
  read_not_applicable(document, context);
  if (const auto score = document.find("score")) {
    read_score(score, context);
  }
  read_standards(document, context);
  read_gates(document, context);
  read_tiers(document, context);
  read_look_back(document, context);
  read_notices(document, context);
  read_rows(document, context);
  if (const auto cycle = document.find("cycle")) {
    read_cycle(cycle, context);
  }
  if (!program.score && program.standards.empty()) {
    document.issue("program.missing", "a program has a score or standards", {{"id", "score"}});
  }
  check_used(document, "sources", context.source_used, "program.unused_source");
  check_used(document, "texts", context.text_used, "program.unused_text");
  check_used(document, "profile_texts", context.profile_used, "program.unused_text");
  if (!issues.empty()) {
    return issues;
  }
  return program;
}

}  // namespace shopgauge

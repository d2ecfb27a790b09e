// The building blocks: texts, figures, thresholds, conditions.

#include "core/rules/reader_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace shopgauge::reader {
namespace {

constexpr Literal kOperators = "at_least above at_most below is";

bool is_id(std::string_view text) {
  for (const char c : text) {
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') {
      return false;
    }
  }
  return !text.empty() && text.front() >= 'a';
}

void read_texts_of(const Cursor& list) {
  for (std::size_t i = 0; list.need_array() && i < list.size(); ++i) {
    read_text_value(list[i]);
  }
}

constexpr Literal kFigureKeys = "value status source note";

// A number, or {"num", "den"}; nothing after an issue.
std::optional<Rational> read_value(const Cursor& at) {
  if (!at.json().is(Json::Kind::object)) {
    const Rational* number = at.number();
    return number == nullptr ? std::nullopt : std::optional(*number);
  }
  (void)at.need_object("num den");
  const Json* num = at.json().find("num");
  const Json* den = at.json().find("den");
  if (num == nullptr || den == nullptr || !num->is(Json::Kind::number) ||
      !den->is(Json::Kind::number) || den->number.sign() <= 0) {
    issue_value(at, "must have num and den, den above 0");
    return std::nullopt;
  }
  return num->number / den->number;
}

// {"enrolment": field, "is": word}
void read_enrolment_subject(const Cursor& at, Comparison& comparison, Context& context) {
  (void)at.need_object("enrolment is");
  comparison.subject = Subject::enrolment;
  comparison.id = read_word_text(at, "enrolment", "store_type category subcategory");
  comparison.word = read_string(at, "is");
  if (comparison.id == "store_type") {
    use_text(at, "store_type", comparison.word, context);
  }
}

void read_score_subject(const Cursor& at, Comparison& comparison, Context& context) {
  (void)at.need_object("score at_least above at_most below");
  comparison.subject = read_word(at, "score", "value unrounded") == 0 ? Subject::score_value
                                                                      : Subject::score_unrounded;
  if (!context.program.score) {
    issue_unknown(at, "the program has no score", "score");
  }
  read_comparison(at, comparison, context);
}

void read_node_subject(const Cursor& at, Comparison& comparison, Context& context) {
  (void)at.need_object("node at_least above at_most below");
  comparison.subject = Subject::node;
  comparison.id = read_id(at, "node");
  const Node* node =
      context.program.score ? find_node(context.program.score->nodes, comparison.id) : nullptr;
  if (node == nullptr) {
    issue_unknown(at, "there is no such node", comparison.id);
  } else {
    comparison.index = node->index;
  }
  read_comparison(at, comparison, context);
}

void read_stage_subject(const Cursor& at, Comparison& comparison, const Context& context) {
  (void)at.need_object("stage");
  comparison.subject = Subject::stage;
  comparison.word = read_id(at, "stage");
  const auto& score = context.program.score;
  bool known = score && score->stage == comparison.word;
  for (std::size_t i = 0; score && i < score->stages.size(); ++i) {
    known = known || score->stages[i].id == comparison.word;
  }
  if (!known) {
    issue_unknown(at, "there is no such stage", comparison.word);
  }
}

void read_count_subject(const Cursor& at, Subject subject, Literal key, Comparison& comparison,
                        Context& context) {
  (void)at.need_object("count_of sample_of at_least above at_most below");
  comparison.subject = subject;
  comparison.index = read_metric_reference(at, key, context);
  read_comparison(at, comparison, context);
}

// All of the standards, as the program has them.
void read_met(const Cursor& at, Condition& condition, const Context& context) {
  (void)at.need_object("met");
  for (const std::size_t index : read_standard_list(at, "met", context)) {
    const Standard& standard = context.program.standards[index];
    Condition& any = condition.parts.emplace_back();
    any.kind = Condition::Kind::any;
    any.parts.push_back({Condition::Kind::compare, {}, standard.comparison});
    for (const Comparison& alternative : standard.alternatives) {
      any.parts.push_back({Condition::Kind::compare, {}, alternative});
    }
  }
}

void read_metric_subject(const Cursor& at, Comparison& comparison, Context& context) {
  (void)at.need_object("metric at_least above at_most below is");
  comparison.subject = Subject::metric;
  read_metric_comparison(at, comparison, context);
}

void read_joined(const Cursor& at, Literal key, Condition& condition, Context& context) {
  (void)at.need_object(key);
  condition.kind = key[1] == 'l' ? Condition::Kind::all : Condition::Kind::any;
  const Cursor parts = at.find(key);
  for (std::size_t i = 0; parts.need_array() && i < parts.size(); ++i) {
    condition.parts.push_back(read_condition(parts[i], context));
  }
  if (parts.size() == 0) {
    issue_value(at, "must hold at least one condition");
  }
}

}  // namespace

void use_profile_path(const Cursor& at, std::string_view path, Context& context) {
  const auto& paths = context.program.profile_paths;
  const auto found = std::find(paths.begin(), paths.end(), path);
  if (found == paths.end()) {
    issue_unknown(at, "profile_texts has no such path", path);
  } else {
    context.profile_used[static_cast<std::size_t>(found - paths.begin())] = 1;
  }
}

Threshold read_threshold(const Cursor& parent, Literal key, Context& context) {
  Threshold threshold;
  const Cursor at = parent.find(key);
  if (!at || !at.json().is(Json::Kind::object) || at.json().find("profile") == nullptr) {
    threshold.figure = read_figure(parent, key, context);
    return threshold;
  }
  (void)at.need_object("profile default");
  threshold.profile = read_string(at, "profile");
  use_profile_path(at, threshold.profile, context);
  if (at.json().find("default") != nullptr) {
    threshold.figure = read_figure(at, "default", context);
  }
  return threshold;
}

std::vector<std::string_view> read_strings(const Cursor& at) {
  std::vector<std::string_view> strings;
  if (!at) {
    return strings;
  }
  if (at.json().is(Json::Kind::string)) {
    return {at.json().string};
  }
  if (at.need_array()) {
    for (std::size_t i = 0; i < at.size(); ++i) {
      strings.push_back(at[i].text());
    }
  }
  return strings;
}

std::vector<std::size_t> read_standard_list(const Cursor& parent, Literal key,
                                            const Context& context) {
  std::vector<std::size_t> list;
  const Cursor at = parent.find(key);
  if (!at || !at.need_array()) {
    return list;
  }
  const auto& standards = context.program.standards;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const std::string_view id = at[i].text();
    const auto found = std::find_if(standards.begin(), standards.end(),
                                    [&](const Standard& known) { return known.id == id; });
    if (found == standards.end()) {
      issue_unknown(at, "there is no such standard", id);
    } else {
      list.push_back(static_cast<std::size_t>(found - standards.begin()));
    }
  }
  return list;
}

void issue_value(const Cursor& at, Literal message) { at.issue("program.value", message); }

void read_text_value(const Cursor& at) {
  if (!at.need_object("zh-CN en")) {
    return;
  }
  for (const Literal language : {"zh-CN", "en"}) {
    const Json* text = at.json().find(language);
    if (text == nullptr || text->string.empty()) {
      at.issue("program.text_missing", "the text is missing in one language", {{"id", language}});
    }
  }
}

void issue_unknown(const Cursor& at, Literal message, std::string_view id) {
  if (id.data() != nullptr) {
    at.issue("program.unknown_reference", message, {{"id", id}});
  }
}

void read_text(const Cursor& parent, Literal key) {
  if (const auto at = parent.need(key)) {
    read_text_value(at);
  }
}

void read_optional_text(const Cursor& parent, Literal key) {
  if (parent.json().find(key) != nullptr) {
    read_text(parent, key);
  }
}

void read_text_list(const Cursor& parent, Literal key, bool required) {
  const Cursor at = required ? parent.need(key) : parent.find(key);
  if (at) {
    read_texts_of(at);
  }
}

std::string_view read_string(const Cursor& parent, Literal key) {
  const Cursor at = parent.need(key);
  return at ? at.text() : std::string_view();
}

std::string_view read_id(const Cursor& parent, Literal key) {
  const std::string_view text = read_string(parent, key);
  if (text.data() != nullptr && !is_id(text)) {
    issue_value(parent, "an id has lower-case letters, digits and underscores");
  }
  return text;
}

int read_word(const Cursor& parent, Literal key, Literal words) {
  const std::string_view text = read_string(parent, key);
  const int index = index_in(words, text);
  if (index < 0 && text.data() != nullptr) {
    parent.find(key).issue("program.value", "none of the words that may stand here",
                           {{"id", text}});
  }
  return std::max(index, 0);
}

std::string_view read_word_text(const Cursor& parent, Literal key, Literal words) {
  (void)read_word(parent, key, words);
  const Json* text = parent.json().find(key);
  return text == nullptr ? std::string_view() : text->string;
}

bool read_flag(const Cursor& parent, Literal key) {
  const Cursor at = parent.find(key);
  const bool* flag = at ? at.boolean() : nullptr;
  return flag != nullptr && *flag;
}

int read_int(const Cursor& parent, Literal key, int low, int high) {
  const Cursor at = parent.need(key);
  const Rational* number = at ? at.number() : nullptr;
  return number == nullptr ? low : whole_within(at, *number, low, high);
}

int whole_within(const Cursor& at, const Rational& value, int low, int high) {
  const std::optional<std::int64_t> whole = to_int64(value);
  if (!whole || *whole < low || *whole > high) {
    at.issue("program.value", "must be a whole number within its range",
             {{"low", std::to_string(low)}, {"high", std::to_string(high)}});
    return low;
  }
  return static_cast<int>(*whole);
}

std::optional<Date> read_date(const Cursor& at) {
  const std::string_view text = at.text();
  const std::optional<Date> date = parse_date(text);
  if (!date && text.data() != nullptr) {
    at.issue("program.date", "must be a day YYYY-MM-DD", {{"value", text}});
  }
  return date;
}

std::string_view read_source(const Cursor& at, Context& context) {
  const Json* source = at.json().find("source");
  if (source == nullptr) {
    return {};
  }
  const auto& sources = context.program.sources;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].id == source->string) {
      context.source_used[i] = 1;
      return sources[i].id;
    }
  }
  at.issue("program.unknown_source", "there is no such source", {{"id", source->string}});
  return source->string;
}

Provenance read_provenance(const Cursor& at, Context& context) {
  Provenance provenance;
  provenance.at = &at.json();
  provenance.status =
      static_cast<Status>(read_word(at, "status", "official reported inferred example assumed"));
  provenance.source = read_source(at, context);
  if (provenance.source.empty() && provenance.status != Status::assumed) {
    at.issue("program.source_missing", "a number that is not assumed has a source");
  }
  read_optional_text(at, "note");
  return provenance;
}

Figure read_figure(const Cursor& parent, Literal key, Context& context) {
  Figure figure;
  const Cursor at = parent.need(key);
  if (at && at.need_object(kFigureKeys)) {
    if (const auto value = at.need("value")) {
      figure.value = read_value(value).value_or(Rational());
    }
    figure.provenance = read_provenance(at, context);
  }
  return figure;
}

int read_whole_figure(const Cursor& parent, Literal key, int low, int high, Context& context,
                      Provenance& provenance) {
  const Cursor at = parent.need(key);
  if (!at || !at.need_object(kFigureKeys)) {
    return low;
  }
  provenance = read_provenance(at, context);
  const Cursor value = at.need("value");
  const std::optional<Rational> number = value ? read_value(value) : std::nullopt;
  return number ? whole_within(at, *number, low, high) : low;
}

void use_text(const Cursor& at, Literal group, std::string_view id, Context& context) {
  if (id.data() == nullptr) {
    return;
  }
  std::string name(group);
  name += '.';
  name += id;
  const auto found = std::find(context.texts.begin(), context.texts.end(), name);
  if (found == context.texts.end()) {
    at.issue("program.text_missing", "texts has no such text", {{"id", name}});
  } else {
    context.text_used[static_cast<std::size_t>(found - context.texts.begin())] = 1;
  }
}

std::size_t read_metric_reference(const Cursor& parent, Literal key, Context& context) {
  const std::string_view id = read_id(parent, key);
  const std::optional<std::size_t> index = find_metric(context.program, id);
  if (!index) {
    issue_unknown(parent, "there is no such metric", id);
  }
  return index.value_or(0);
}

void read_comparison(const Cursor& at, Comparison& comparison, Context& context) {
  int operators = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const std::string_view key = at.key(i);
    const int found = index_in(kOperators, key);
    if (found < 0) {
      continue;
    }
    ++operators;
    comparison.comparison = static_cast<Operator>(found);
    if (comparison.comparison == Operator::is) {
      const bool* truth = at[i].boolean();
      comparison.truth = truth == nullptr || *truth;
    } else {
      comparison.threshold = read_threshold(at, to_text(comparison.comparison), context);
    }
  }
  if (operators != 1) {
    issue_value(at, "must have exactly one of at_least, above, at_most, below, is");
  }
}

void read_metric_comparison(const Cursor& at, Comparison& comparison, Context& context) {
  const std::size_t faults = at.issue_count();
  comparison.index = read_metric_reference(at, "metric", context);
  read_comparison(at, comparison, context);
  if (at.issue_count() > faults) {
    return;
  }
  const bool flag = context.program.metrics[comparison.index].kind == MetricKind::flag;
  if (flag != (comparison.comparison == Operator::is)) {
    issue_value(at, "a flag is compared by is, a number by the other operators");
  }
}

Condition read_condition(const Cursor& at, Context& context) {
  Condition condition;
  if (!at.need_object()) {
    return condition;
  }
  for (const Literal key : {"all", "any"}) {
    if (at.json().find(key) != nullptr) {
      read_joined(at, key, condition, context);
      return condition;
    }
  }
  if (at.json().find("met") != nullptr) {
    read_met(at, condition, context);
    return condition;
  }
  condition.kind = Condition::Kind::compare;
  Comparison& comparison = condition.comparison;
  if (at.json().find("score") != nullptr) {
    read_score_subject(at, comparison, context);
  } else if (at.json().find("node") != nullptr) {
    read_node_subject(at, comparison, context);
  } else if (at.json().find("enrolment") != nullptr) {
    read_enrolment_subject(at, comparison, context);
  } else if (at.json().find("stage") != nullptr) {
    read_stage_subject(at, comparison, context);
  } else if (at.json().find("count_of") != nullptr) {
    read_count_subject(at, Subject::count_of, "count_of", comparison, context);
  } else if (at.json().find("sample_of") != nullptr) {
    read_count_subject(at, Subject::sample_of, "sample_of", comparison, context);
  } else {
    read_metric_subject(at, comparison, context);
  }
  return condition;
}

Condition read_condition_member(const Cursor& parent, Literal key, Context& context) {
  const Cursor at = parent.need(key);
  return at ? read_condition(at, context) : Condition{};
}

std::vector<Exclusion> read_exclusions(const Cursor& parent, Literal key, Context& context) {
  std::vector<Exclusion> exclusions;
  for_each(parent, key, "reason when", [&](const Cursor& one) {
    Exclusion& exclusion = exclusions.emplace_back();
    exclusion.reason = read_id(one, "reason");
    use_text(one, "reason", exclusion.reason, context);
    exclusion.when = read_condition_member(one, "when", context);
  });
  return exclusions;
}

void check_unique(const Cursor& at, const std::vector<std::string_view>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (ids[i] == ids[j]) {
        at.issue("program.duplicate_id", "this id stands twice", {{"id", ids[i]}});
        break;
      }
    }
  }
}

}  // namespace shopgauge::reader

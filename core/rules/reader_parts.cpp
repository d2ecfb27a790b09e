#include "core/rules/reader_parts.h"

#include <algorithm>
#include <utility>

namespace shopgauge::reader {
namespace {

bool is_id(std::string_view text) {
  if (text.empty() || text.front() < 'a' || text.front() > 'z') {
    return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

void read_text_value(const Cursor& at) {
  if (!at.need_object({"zh-CN", "en"})) {
    return;
  }
  for (const std::string_view language : {"zh-CN", "en"}) {
    const std::optional<Cursor> text = at.find(language);
    if (!text || !text->json().is(Json::Kind::string) || text->json().string.empty()) {
      at.issue("program.text_missing", "the text in " + std::string(language) + " is missing",
               {{"language", std::string(language)}});
    }
  }
}

Threshold read_threshold(const Cursor& parent, std::string_view key, Context& context) {
  Threshold threshold;
  const std::optional<Cursor> at = parent.find(key);
  if (!at || !at->need_object()) {
    return threshold;
  }
  const std::optional<Cursor> profile = at->find("profile");
  if (!profile) {
    threshold.figure = read_figure(parent, key, context);
    return threshold;
  }
  (void)at->need_object({"profile", "default"});
  threshold.profile = std::string(profile->string().value_or(""));
  const auto& paths = context.program.profile_paths;
  const auto found = std::find(paths.begin(), paths.end(), threshold.profile);
  if (found == paths.end()) {
    profile->issue("program.unknown_reference", "profile_texts has no such path", {{"id", threshold.profile}});
  } else {
    context.profile_used[static_cast<std::size_t>(found - paths.begin())] = true;
  }
  if (at->find("default")) {
    threshold.figure = read_figure(*at, "default", context);
  }
  return threshold;
}

std::optional<Operator> operator_named(std::string_view key) {
  for (const Operator comparison : {Operator::at_least, Operator::above, Operator::at_most, Operator::below, Operator::is}) {
    if (to_text(comparison) == key) {
      return comparison;
    }
  }
  return std::nullopt;
}

std::vector<Condition> read_parts(const Cursor& at, Context& context) {
  std::vector<Condition> parts;
  if (!at.need_array()) {
    return parts;
  }
  if (at.size() == 0) {
    issue_value(at, "must hold at least one condition");
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    parts.push_back(read_condition(at.item(i), context));
  }
  return parts;
}

// {"enrolment": field, "is": word}
void read_enrolment_subject(const Cursor& at, Comparison& comparison, Context& context) {
  (void)at.need_object({"enrolment", "is"});
  comparison.subject = Subject::enrolment;
  comparison.id = read_word(at, "enrolment", {"store_type", "category", "subcategory"});
  if (const auto is = at.need("is")) {
    comparison.word = std::string(is->string().value_or(""));
    if (comparison.id == "store_type") {
      use_text(*is, "store_type." + comparison.word, context);
    }
  }
}

void read_score_subject(const Cursor& at, Comparison& comparison, Context& context) {
  (void)at.need_object({"score", "at_least", "above", "at_most", "below"});
  const bool shown = read_word(at, "score", {"value", "unrounded"}) == "value";
  comparison.subject = shown ? Subject::score_value : Subject::score_unrounded;
  if (!context.program.score) {
    at.issue("program.unknown_reference", "the program has no score", {{"id", "score"}});
  }
  read_comparison(at, comparison, context);
}

void read_node_subject(const Cursor& at, Comparison& comparison, Context& context) {
  (void)at.need_object({"node", "at_least", "above", "at_most", "below"});
  comparison.subject = Subject::node;
  comparison.id = read_id(at, "node");
  const Node* node = context.program.score ? find_node(context.program.score->nodes, comparison.id) : nullptr;
  if (node == nullptr) {
    at.issue("program.unknown_reference", "there is no such node", {{"id", comparison.id}});
  } else {
    comparison.index = node->index;
  }
  read_comparison(at, comparison, context);
}

void read_stage_subject(const Cursor& at, Comparison& comparison, const Context& context) {
  (void)at.need_object({"stage"});
  comparison.subject = Subject::stage;
  comparison.word = read_id(at, "stage");
  const auto& score = context.program.score;
  const bool known = score && (score->stage == comparison.word ||
                               std::any_of(score->stages.begin(), score->stages.end(),
                                           [&](const Stage& stage) { return stage.id == comparison.word; }));
  if (!known) {
    at.issue("program.unknown_reference", "there is no such stage", {{"id", comparison.word}});
  }
}

void read_metric_subject(const Cursor& at, Comparison& comparison, Context& context) {
  (void)at.need_object({"metric", "at_least", "above", "at_most", "below", "is"});
  comparison.subject = Subject::metric;
  comparison.index = read_metric_reference(at, "metric", context);
  read_comparison(at, comparison, context);
}

}  // namespace

void issue_value(const Cursor& at, std::string message) { at.issue("program.value", std::move(message)); }

void read_text(const Cursor& parent, std::string_view key) {
  if (const auto at = parent.need(key)) {
    read_text_value(*at);
  }
}

void read_optional_text(const Cursor& parent, std::string_view key) {
  if (const auto at = parent.find(key)) {
    read_text_value(*at);
  }
}

void read_text_list(const Cursor& parent, std::string_view key, bool required) {
  const std::optional<Cursor> at = required ? parent.need(key) : parent.find(key);
  if (at && at->need_array()) {
    for (std::size_t i = 0; i < at->size(); ++i) {
      read_text_value(at->item(i));
    }
  }
}

std::string read_id(const Cursor& parent, std::string_view key) {
  const std::optional<Cursor> at = parent.need(key);
  const std::optional<std::string_view> text = at ? at->string() : std::nullopt;
  if (!text) {
    return {};
  }
  if (!is_id(*text)) {
    issue_value(*at, "an id has lower-case letters, digits and underscores");
    return {};
  }
  return std::string(*text);
}

std::string read_word(const Cursor& parent, std::string_view key, std::initializer_list<std::string_view> words) {
  const std::optional<Cursor> at = parent.need(key);
  const std::optional<std::string_view> text = at ? at->string() : std::nullopt;
  if (!text) {
    return {};
  }
  if (std::find(words.begin(), words.end(), *text) == words.end()) {
    issue_value(*at, "\"" + std::string(*text) + "\" is none of the words that may stand here");
    return {};
  }
  return std::string(*text);
}

bool read_flag(const Cursor& parent, std::string_view key) {
  const std::optional<Cursor> at = parent.find(key);
  return at && at->boolean() == true;
}

int read_int(const Cursor& parent, std::string_view key, int low, int high) {
  const std::optional<Cursor> at = parent.need(key);
  const std::optional<Rational> number = at ? at->number() : std::nullopt;
  if (!number) {
    return low;
  }
  const std::optional<std::int64_t> whole = to_int64(*number);
  if (!whole || *whole < low || *whole > high) {
    issue_value(*at, "must be a whole number within " + std::to_string(low) + ".." + std::to_string(high));
    return low;
  }
  return static_cast<int>(*whole);
}

std::optional<Rational> read_number(const Cursor& at) {
  if (!at.json().is(Json::Kind::object)) {
    return at.number();
  }
  (void)at.need_object({"num", "den"});
  const std::optional<Cursor> num = at.need("num");
  const std::optional<Cursor> den = at.need("den");
  const std::optional<Rational> top = num ? num->number() : std::nullopt;
  const std::optional<Rational> bottom = den ? den->number() : std::nullopt;
  if (!top || !bottom) {
    return std::nullopt;
  }
  if (bottom->sign() <= 0) {
    issue_value(*den, "must be above 0");
    return std::nullopt;
  }
  return *top / *bottom;
}

std::optional<Date> read_date(const Cursor& at) {
  const std::optional<std::string_view> text = at.string();
  if (!text) {
    return std::nullopt;
  }
  const std::optional<Date> date = parse_date(*text);
  if (!date) {
    at.issue("program.date", "must be a day YYYY-MM-DD", {{"value", std::string(*text)}});
  }
  return date;
}

std::string read_source(const Cursor& at, Context& context) {
  const std::optional<Cursor> source = at.find("source");
  if (!source) {
    return {};
  }
  const std::string id(source->string().value_or(""));
  const auto& sources = context.program.sources;
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const Source& known) { return known.id == id; });
  if (found == sources.end()) {
    source->issue("program.unknown_source", "there is no such source", {{"id", id}});
  } else {
    context.source_used[static_cast<std::size_t>(found - sources.begin())] = true;
  }
  return id;
}

Provenance read_provenance(const Cursor& at, Context& context) {
  Provenance provenance;
  provenance.path = at.path().substr(context.prefix_length);
  const std::string status = read_word(at, "status", {"official", "reported", "inferred", "example", "assumed"});
  for (const Status known : {Status::official, Status::reported, Status::inferred, Status::example, Status::assumed}) {
    if (to_text(known) == status) {
      provenance.status = known;
    }
  }
  provenance.source = read_source(at, context);
  if (provenance.source.empty() && provenance.status != Status::assumed) {
    at.issue("program.source_missing", "a number that is not assumed has a source");
  }
  read_optional_text(at, "note");
  return provenance;
}

Figure read_figure(const Cursor& parent, std::string_view key, Context& context) {
  Figure figure;
  const std::optional<Cursor> at = parent.need(key);
  if (!at || !at->need_object({"value", "status", "source", "note"})) {
    return figure;
  }
  if (const auto value = at->need("value")) {
    figure.value = read_number(*value).value_or(Rational());
  }
  figure.provenance = read_provenance(*at, context);
  return figure;
}

int read_whole_figure(const Cursor& parent, std::string_view key, int low, int high, Context& context, Provenance& provenance) {
  const Figure figure = read_figure(parent, key, context);
  provenance = figure.provenance;
  const std::optional<std::int64_t> whole = to_int64(figure.value);
  if (!whole || *whole < low || *whole > high) {
    if (const auto at = parent.find(key)) {
      issue_value(*at, "the value must be a whole number within " + std::to_string(low) + ".." + std::to_string(high));
    }
    return low;
  }
  return static_cast<int>(*whole);
}

void use_text(const Cursor& at, const std::string& id, Context& context) {
  const auto found = std::find(context.texts.begin(), context.texts.end(), id);
  if (found == context.texts.end()) {
    at.issue("program.text_missing", "texts has no \"" + id + "\"", {{"id", id}});
  } else {
    context.text_used[static_cast<std::size_t>(found - context.texts.begin())] = true;
  }
}

std::size_t read_metric_reference(const Cursor& parent, std::string_view key, Context& context) {
  const std::string id = read_id(parent, key);
  const std::optional<std::size_t> index = find_metric(context.program, id);
  if (!index && !id.empty()) {
    parent.issue("program.unknown_reference", "there is no such metric", {{"id", id}});
  }
  return index.value_or(0);
}

void read_comparison(const Cursor& at, Comparison& comparison, Context& context) {
  int operators = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const std::string& key = at.json().members[i].key;
    const std::optional<Operator> found = operator_named(key);
    if (!found) {
      continue;
    }
    ++operators;
    comparison.comparison = *found;
    if (*found == Operator::is) {
      comparison.truth = at.member(i).boolean().value_or(true);
    } else {
      comparison.threshold = read_threshold(at, key, context);
    }
  }
  if (operators != 1) {
    issue_value(at, "must have exactly one of at_least, above, at_most, below, is");
  }
}

Condition read_condition(const Cursor& at, Context& context) {
  Condition condition;
  if (!at.need_object()) {
    return condition;
  }
  const auto all = at.find("all");
  const auto any = at.find("any");
  if (all || any) {
    (void)at.need_object({all ? "all" : "any"});
    condition.kind = all ? Condition::Kind::all : Condition::Kind::any;
    condition.parts = read_parts(all ? *all : *any, context);
    return condition;
  }
  condition.kind = Condition::Kind::compare;
  Comparison& comparison = condition.comparison;
  if (at.find("score")) {
    read_score_subject(at, comparison, context);
  } else if (at.find("node")) {
    read_node_subject(at, comparison, context);
  } else if (at.find("enrolment")) {
    read_enrolment_subject(at, comparison, context);
  } else if (at.find("stage")) {
    read_stage_subject(at, comparison, context);
  } else {
    read_metric_subject(at, comparison, context);
  }
  return condition;
}

Condition read_condition_member(const Cursor& parent, std::string_view key, Context& context) {
  const std::optional<Cursor> at = parent.need(key);
  return at ? read_condition(*at, context) : Condition{};
}

std::vector<Exclusion> read_exclusions(const Cursor& parent, std::string_view key, Context& context) {
  std::vector<Exclusion> exclusions;
  const std::optional<Cursor> at = parent.find(key);
  if (!at || !at->need_array()) {
    return exclusions;
  }
  for (std::size_t i = 0; i < at->size(); ++i) {
    const Cursor one = at->item(i);
    if (!one.need_object({"reason", "when"})) {
      continue;
    }
    Exclusion exclusion;
    exclusion.reason = read_id(one, "reason");
    use_text(one, "reason." + exclusion.reason, context);
    exclusion.when = read_condition_member(one, "when", context);
    exclusions.push_back(std::move(exclusion));
  }
  return exclusions;
}

void check_unique(const Cursor& at, const std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!ids[i].empty() && std::find(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(i), ids[i]) != ids.begin() + static_cast<std::ptrdiff_t>(i)) {
      at.issue("program.duplicate_id", "the id \"" + ids[i] + "\" stands twice", {{"id", ids[i]}});
    }
  }
}

}  // namespace shopgauge::reader

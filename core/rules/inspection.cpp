// Collects the ids of a document and the faults that the checks raise.

#include "core/rules/inspection.h"

#include <algorithm>
#include <string>
#include <utility>

namespace shopgauge::checker {
namespace {

const Json& nothing() {
  static const Json empty;
  return empty;
}

const Json& member_of(const Json& at, std::string_view key) {
  const Json* found = at.find(key);
  return found == nullptr ? nothing() : *found;
}

}  // namespace

Inspection::Inspection(const Json& document, Literal prefix)
    : document_(document), prefix_(prefix) {
  for (const std::string_view kind :
       {"source", "metric", "standard", "node", "dimension", "stage", "phase", "profile", "text"}) {
    names_.push_back({kind, {}});
  }
  collect("source", document.find("sources"));
  collect("metric", document.find("metrics"));
  collect("standard", document.find("standards"));
  collect_keys("profile", document.find("profile_texts"));
  collect_keys("text", document.find("texts"));
  if (const Json* score = document.find("score")) {
    collect("dimension", score->find("nodes"));
    collect_nodes(score->find("nodes"));
    collect_stages(*score);
  }
  if (const Json* cycle = document.find("cycle")) {
    collect("phase", cycle->find("phases"));
  }
}

Names& Inspection::names(std::string_view kind) {
  return *std::find_if(names_.begin(), names_.end(),
                       [&](const Names& known) { return known.kind == kind; });
}

void Inspection::collect(std::string_view kind, const Json* list) {
  Names& all = names(kind);
  all.complete = all.complete && (list == nullptr || list->is(Json::Kind::array));
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    const Json& thing = list->items[i];
    const std::string_view id = word_of(thing, "id");
    all.complete = all.complete && !id.empty();
    if (!id.empty()) {
      all.all.push_back({id, &thing});
    }
  }
}

void Inspection::collect_keys(std::string_view kind, const Json* object) {
  Names& all = names(kind);
  all.complete = object == nullptr || object->is(Json::Kind::object);
  for (std::size_t i = 0; object != nullptr && i < object->members.size(); ++i) {
    all.all.push_back({object->members[i].key, &object->members[i].value});
  }
}

void Inspection::collect_nodes(const Json* list) {
  collect("node", list);
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    collect_nodes(list->items[i].find("nodes"));
  }
}

void Inspection::collect_stages(const Json& score) {
  const Json* rest = score.find("stage");
  if (rest != nullptr && rest->is(Json::Kind::string)) {
    names("stage").all.push_back({rest->string, rest});
  }
  collect("stage", score.find("stages"));
}

void Inspection::raise(const Json& at, Fault fault, std::initializer_list<ParamView> params) {
  const FaultText& text = text_of(fault);
  add_issue(issues_, text.code, prefix_ + pointer_to(document_, at), text.message, params,
            at.offset);
}

Issues Inspection::take_issues() {
  std::stable_sort(issues_.begin(), issues_.end(),
                   [](const Issue& a, const Issue& b) { return *a.offset < *b.offset; });
  return std::move(issues_);
}

const Json* Inspection::use(std::string_view kind, std::string_view id) {
  const Json* first = nullptr;
  for (Name& name : names(kind).all) {
    if (name.id == id) {
      name.used = true;
      first = first == nullptr ? name.at : first;
    }
  }
  return first;
}

bool Inspection::may_be(std::string_view kind, std::string_view id) const {
  const auto known = std::find_if(names_.begin(), names_.end(),
                                  [&](const Names& names) { return names.kind == kind; });
  return !known->complete || find(kind, id) != nullptr;
}

const std::vector<Name>& Inspection::all(std::string_view kind) const {
  return std::find_if(names_.begin(), names_.end(),
                      [&](const Names& names) { return names.kind == kind; })
      ->all;
}

const Json* Inspection::find(std::string_view kind, std::string_view id) const {
  for (const Name& name : all(kind)) {
    if (name.id == id) {
      return name.at;
    }
  }
  return nullptr;
}

void Inspection::report_unused(std::string_view kind, Fault fault) {
  for (const Name& name : all(kind)) {
    if (!name.used) {
      raise(*name.at, fault);
    }
  }
}

void Inspection::skip(const Json& at) {
  skipped_ = skipped_ || (at.items.empty() && at.members.empty());
  mark(at);
}

void Inspection::mark(const Json& at) {
  for (Names& names : names_) {
    for (Name& name : names.all) {
      const std::size_t dot = name.id.find('.');
      name.used = name.used || name.id == at.string ||
                  (dot != std::string_view::npos && name.id.substr(dot + 1) == at.string);
    }
  }
  for (const Json& item : at.items) {
    mark(item);
  }
  for (const JsonMember& member : at.members) {
    mark(member.value);
  }
}

void Inspection::report_unused() {
  if (!skipped_) {
    report_unused("source", Fault::unused_source);
    report_unused("text", Fault::unused_text);
    report_unused("profile", Fault::unused_text);
  }
}

const std::vector<Json>& items_of(const Json& at, std::string_view key) {
  return member_of(at, key).items;
}

std::string_view word_of(const Json& at, std::string_view key) { return member_of(at, key).string; }

const Rational* number_of(const Json& at, std::string_view key) {
  const Json& found = member_of(at, key);
  return found.is(Json::Kind::number) ? &found.number : nullptr;
}

std::optional<Rational> figure_of(const Json& at, std::string_view key) {
  const Json& figure = member_of(at, key);
  if (const Rational* number = number_of(figure, "value")) {
    return *number;
  }
  const Rational* num = number_of(member_of(figure, "value"), "num");
  const Rational* den = number_of(member_of(figure, "value"), "den");
  return num == nullptr || den == nullptr || den->sign() <= 0 ? std::nullopt
                                                              : std::optional(*num / *den);
}

std::optional<int> whole_of(const Json& at, std::string_view key) {
  const Rational* number = number_of(at, key);
  std::optional<Rational> value = number == nullptr ? figure_of(at, key) : std::optional(*number);
  const auto whole = value ? to_int64(*value) : std::nullopt;
  constexpr int kMost = 1'000'000;
  return whole && *whole > -kMost && *whole < kMost ? std::optional(static_cast<int>(*whole))
                                                    : std::nullopt;
}

bool is_true(const Json& at, std::string_view key) { return member_of(at, key).boolean; }

std::optional<Ends> ends_of(const Json& at, std::string_view key) {
  const std::vector<Json>& ends = items_of(at, key);
  if (ends.size() != 2 || !ends[0].is(Json::Kind::number) || !ends[1].is(Json::Kind::number) ||
      ends[0].number >= ends[1].number) {
    return std::nullopt;
  }
  return Ends{ends[0].number, ends[1].number};
}

const Rational* end_of(const Json& metric, std::size_t index) {
  const std::vector<Json>& range = items_of(metric, "range");
  return range.size() == 2 && range[index].is(Json::Kind::number) ? &range[index].number : nullptr;
}

void raise_outside(const Json& at, const Rational* low, const Rational* high, const Rational& value,
                   Fault fault, Inspection& inspection) {
  if ((low != nullptr && value < *low) || (high != nullptr && value > *high)) {
    inspection.raise(at, fault);
  }
}

void check_unique(const std::vector<Name>& names, Inspection& inspection) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (names[i].id == names[j].id) {
        inspection.raise(*names[i].at, Fault::duplicate, {{"id", names[i].id}});
        break;
      }
    }
  }
}

}  // namespace shopgauge::checker

// Walks a document along the table of shapes: kinds, unknown and missing keys, words, ids, dates,
// references, and the ends of all numbers.

#include <algorithm>
#include <string>

#include "core/calendar/date.h"
#include "core/rules/inspection.h"
#include "core/rules/shape.h"

namespace shopgauge::checker {
namespace {

// Sums and products of such numbers stay far from what a reply can write.
constexpr std::int64_t kTooLarge = 1'000'000'000'000;

bool is_among(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) {
      return true;
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

bool is_id(std::string_view text, char extra) {
  for (const char c : text) {
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != extra) {
      return false;
    }
  }
  return !text.empty() && text.front() >= 'a';
}

class Walker {
 public:
  explicit Walker(Inspection& inspection) : inspection_(inspection) {}

  void walk_shape(const Json& at, const Shape& shape) {
    if (!need(at, Json::Kind::object, "object") || !is_kind(at, shape)) {
      return;
    }
    std::size_t chosen = 0;
    std::string choices;
    for (const JsonMember& member : at.members) {
      walk_member(member, shape);
    }
    for (const ShapeKey& key : shape.keys) {
      const bool there = at.find(key.key) != nullptr;
      if (key.presence == Presence::required && !there) {
        inspection_.raise(at, Fault::missing, {{"id", key.key}});
      } else if (key.presence == Presence::one_of) {
        chosen += there ? 1 : 0;
        choices += choices.empty() ? "" : " ";
        choices += key.key;
      }
    }
    if (!choices.empty() && chosen != 1) {
      inspection_.raise(at, Fault::one_of, {{"id", choices}});
    }
    check_meaning(shape.name, at, inspection_);
  }

 private:
  bool need(const Json& at, Json::Kind kind, std::string_view name) {
    if (at.is(kind)) {
      return true;
    }
    inspection_.raise(at, Fault::type, {{"kind", name}});
    if (kind == Json::Kind::array || kind == Json::Kind::object) {
      inspection_.skip(at);
    }
    return false;
  }

  // Whether the key that tells the shape says that it is this one.
  bool is_kind(const Json& at, const Shape& shape) {
    for (const ShapeKey& key : shape.keys) {
      if (key.presence != Presence::kind) {
        continue;
      }
      const Json* word = at.find(key.key);
      if (word == nullptr) {
        inspection_.raise(at, Fault::missing, {{"id", key.key}});
      } else if (word->is(Json::Kind::string) && is_among(key.type.name, word->string)) {
        continue;
      } else {
        walk(*word, key.type);
      }
      inspection_.skip(at);
      return false;
    }
    return true;
  }

  void walk_member(const JsonMember& member, const Shape& shape) {
    for (const ShapeKey& key : shape.keys) {
      if (key.key == member.key) {
        walk(member.value, key.type);
        return;
      }
    }
    inspection_.raise(member.value, Fault::unknown_key, {{"id", member.key}});
  }

  void walk(const Json& at, const KeyType& type) {
    if (!type.map) {
      walk_list(at, type, 0);
      return;
    }
    if (need(at, Json::Kind::object, "object")) {
      for (const JsonMember& member : at.members) {
        walk_list(member.value, type, 0);
      }
    }
  }

  // `depth`: in how many lists we are.
  void walk_list(const Json& at, const KeyType& type, std::size_t depth) {
    if (depth == type.lists.size()) {
      walk_value(at, type);
      return;
    }
    if (!need(at, Json::Kind::array, "array")) {
      return;
    }
    const KeyType::List& list = type.lists[depth];
    if (at.items.empty() && list.fewest == 1) {
      inspection_.raise(at, Fault::empty);
    } else if (at.items.size() < list.fewest || at.items.size() > list.most) {
      const std::string most = list.most == SIZE_MAX ? "" : std::to_string(list.most);
      inspection_.raise(at, Fault::list_length,
                        {{"low", std::to_string(list.fewest)}, {"high", most}});
    }
    for (const Json& item : at.items) {
      walk_list(item, type, depth + 1);
    }
    check_distinct(at, list);
  }

  void check_distinct(const Json& at, const KeyType::List& list) {
    std::vector<Name> names;
    for (const Json& item : at.items) {
      const std::string_view name = list.distinct_ids ? word_of(item, "id") : item.string;
      if ((list.distinct || list.distinct_ids) && !name.empty()) {
        names.push_back({name, &item});
      }
    }
    check_unique(names, inspection_);
  }

  void walk_value(const Json& at, const KeyType& type) {
    using Kind = KeyType::Kind;
    if (type.nullable && at.is(Json::Kind::null)) {
      return;
    }
    switch (type.kind) {
      case Kind::text:
        walk_text(at);
        break;
      case Kind::id:
      case Kind::program:
      case Kind::string:
      case Kind::date:
      case Kind::words:
      case Kind::reference:
      case Kind::text_id:
        if (need(at, Json::Kind::string, "string")) {
          walk_string(at, type);
        }
        break;
      case Kind::flag:
        (void)need(at, Json::Kind::boolean, "boolean");
        break;
      case Kind::number:
        walk_number(at);
        break;
      case Kind::whole:
        if (walk_number(at)) {
          check_whole(at, at.number, type);
        }
        break;
      case Kind::cell:
        if (!at.is(Json::Kind::null) && !at.is(Json::Kind::string)) {
          walk_number(at);
        }
        break;
      case Kind::ends:
        walk_ends(at);
        break;
      case Kind::span:
        walk_span(at);
        break;
      case Kind::number_of:
        walk_numbers(at, type);
        break;
      case Kind::figure:
        walk_figure(at, type);
        break;
      case Kind::shape:
        walk_named(at, type);
        break;
    }
  }

  void walk_string(const Json& at, const KeyType& type) {
    using Kind = KeyType::Kind;
    const std::string& text = at.string;
    switch (type.kind) {
      case Kind::id:
        check_string(at, is_id(text, '_'), Fault::id, "id");
        break;
      case Kind::program:
        check_string(at, is_id(text, '-'), Fault::program_id, "id");
        break;
      case Kind::date:
        check_string(at, parse_date(text).has_value(), Fault::date, "value");
        break;
      case Kind::words:
        check_string(at, is_among(type.name, text), Fault::word, "id");
        break;
      case Kind::reference:
        walk_reference(at, type.name);
        break;
      case Kind::text_id:
        walk_text_id(at, type.name);
        break;
      default:
        if (text.empty()) {
          inspection_.raise(at, Fault::empty);
        }
    }
  }

  void check_string(const Json& at, bool fits, Fault fault, Literal param) {
    if (!fits) {
      inspection_.raise(at, fault, {{param, at.string}});
    }
  }

  void walk_reference(const Json& at, std::string_view kind) {
    std::string_view id = at.string;
    constexpr std::string_view kWeights = "weights.";
    if (kind == "row_number") {
      const bool weight = id.substr(0, kWeights.size()) == kWeights;
      kind = weight ? "node" : "profile";
      id.remove_prefix(weight ? kWeights.size() : 0);
    }
    if (inspection_.use(kind, id) == nullptr && !inspection_.may_be(kind, id)) {
      if (kind == "source") {
        inspection_.raise(at, Fault::unknown_source, {{"id", id}});
      } else {
        inspection_.raise(at, Fault::unknown_reference, {{"id", id}, {"kind", kind}});
      }
    }
  }

  void walk_text_id(const Json& at, std::string_view group) {
    const std::string name = std::string(group) + "." + at.string;
    if (inspection_.use("text", name) == nullptr && !inspection_.may_be("text", name)) {
      inspection_.raise(at, Fault::unknown_text, {{"id", name}});
    }
  }

  void walk_text(const Json& at) {
    if (!need(at, Json::Kind::object, "object")) {
      return;
    }
    for (const JsonMember& member : at.members) {
      if (!is_among("zh-CN en", member.key)) {
        inspection_.raise(member.value, Fault::unknown_key, {{"id", member.key}});
      } else {
        (void)need(member.value, Json::Kind::string, "string");
      }
    }
    for (const std::string_view language : {"zh-CN", "en"}) {
      const Json* text = at.find(language);
      if (text == nullptr || (text->is(Json::Kind::string) && text->string.empty())) {
        inspection_.raise(at, Fault::language, {{"id", language}});
      }
    }
  }

  bool walk_number(const Json& at) {
    if (!need(at, Json::Kind::number, "number")) {
      return false;
    }
    const bool fits = at.number < kTooLarge && at.number > -kTooLarge;
    if (!fits) {
      inspection_.raise(at, Fault::number_size);
    }
    return fits;
  }

  void check_whole(const Json& at, const Rational& value, const KeyType& type) {
    if (!value.is_integer() || value < type.low || value > type.high) {
      inspection_.raise(at, Fault::whole,
                        {{"low", std::to_string(type.low)}, {"high", std::to_string(type.high)}});
    }
  }

  void walk_ends(const Json& at) {
    if (!need(at, Json::Kind::array, "array")) {
      return;
    }
    const Rational* low = nullptr;
    bool good = at.items.size() == 2;
    for (std::size_t i = 0; good && i < 2; ++i) {
      const Json& end = at.items[i];
      if (!end.is(Json::Kind::null) && !walk_number(end)) {
        return;
      }
      good = end.is(Json::Kind::null) || low == nullptr || *low < end.number;
      low = end.is(Json::Kind::number) ? &end.number : low;
    }
    if (!good) {
      inspection_.raise(at, Fault::ends);
    }
  }

  void walk_span(const Json& at) {
    if (!need(at, Json::Kind::array, "array")) {
      return;
    }
    bool numbers = at.items.size() == 2;
    for (std::size_t i = 0; numbers && i < 2; ++i) {
      numbers = walk_number(at.items[i]);
      if (!numbers) {
        return;
      }
    }
    if (!numbers || at.items[0].number >= at.items[1].number) {
      inspection_.raise(at, Fault::span);
    }
  }

  void walk_numbers(const Json& at, const KeyType& type) {
    if (!need(at, Json::Kind::array, "array")) {
      return;
    }
    if (at.items.size() != static_cast<std::size_t>(type.low)) {
      inspection_.raise(at, Fault::numbers, {{"low", std::to_string(type.low)}});
    }
    for (const Json& item : at.items) {
      walk_number(item);
    }
  }

  void walk_figure(const Json& at, const KeyType& type) {
    walk_shape(at, figure_);
    const Json* value = at.find("value");
    if (type.high > 0 && value != nullptr && value->is(Json::Kind::number)) {
      check_whole(*value, value->number, type);
    } else if (type.high > 0 && value != nullptr && value->is(Json::Kind::object)) {
      check_whole(*value, Rational::ratio(1, 2), type);  // a fraction is no whole number
    }
  }

  void walk_named(const Json& at, const KeyType& type) {
    if (type.shape) {
      walk_shape(at, shapes().shapes[*type.shape]);
      return;
    }
    for (const ShapeChoice::Option& option : shapes().choices[*type.choice].options) {
      if (fits(at, option.when)) {
        walk(at, option.type);
        return;
      }
    }
  }

  static bool fits(const Json& at, std::string_view when) {
    if (when == "@string" || when == "@object") {
      return at.is(when == "@string" ? Json::Kind::string : Json::Kind::object);
    }
    const std::size_t equals = when.find('=');
    const Json* found = at.find(when.substr(0, equals));
    return when.empty() || (found != nullptr && (equals == std::string_view::npos ||
                                                 found->string == when.substr(equals + 1)));
  }

  Inspection& inspection_;
  const Shape& figure_ = *shapes().find("figure");
};

}  // namespace

void check_shapes(Inspection& inspection) {
  Walker(inspection).walk_shape(inspection.document(), *shapes().find("document"));
}

}  // namespace shopgauge::checker

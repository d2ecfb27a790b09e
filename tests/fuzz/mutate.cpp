// Draws a place in a JSON tree and a change that fits what stands there.

#include "tests/fuzz/mutate.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/base/json.h"
#include "core/base/writer.h"
#include "core/calendar/date.h"
#include "tests/api/corpus.h"
#include "tests/property/random.h"

namespace shopgauge::tests {
namespace {

// What may stand anywhere. The numbers lie at the ends of what is read exactly, or beyond.
constexpr std::array<std::string_view, 24> kValues = {"null",
                                                      "true",
                                                      "false",
                                                      "{}",
                                                      "[]",
                                                      "\"\"",
                                                      "\"x\"",
                                                      "0",
                                                      "1",
                                                      "-1",
                                                      "2",
                                                      "0.5",
                                                      "-0.0",
                                                      "100",
                                                      "1000000",
                                                      "999999999999999999",
                                                      "1000000000000000000",
                                                      "0.000001",
                                                      "0.000000000000000001",
                                                      "1e-18",
                                                      "1e17",
                                                      "-999999999999999999",
                                                      "0.333333333333333333",
                                                      R"({"num":1,"den":3})"};

// A tree whose numbers are written as `string` says, where it says something.
void write(const Json& value, std::string& text) {
  if (value.is(Json::Kind::array) || value.is(Json::Kind::object)) {
    const bool object = value.is(Json::Kind::object);
    text += object ? '{' : '[';
    const std::size_t size = object ? value.members.size() : value.items.size();
    for (std::size_t i = 0; i < size; ++i) {
      text += i > 0 ? "," : "";
      if (object) {
        text += JsonWriter().string(value.members[i].key).take() + ":";
      }
      write(object ? value.members[i].value : value.items[i], text);
    }
    text += object ? '}' : ']';
  } else if (value.is(Json::Kind::number) && !value.string.empty()) {
    text += value.string;
  } else {
    text += JsonWriter().json(value).take();
  }
}

std::string written(const Json& value) {
  std::string text;
  write(value, text);
  return text;
}

// A number that is written as it stands here.
Json raw(std::string_view number) {
  Json value;
  value.kind = Json::Kind::number;
  value.string = number;
  return value;
}

Json word(std::string_view text) {
  Json value;
  value.kind = Json::Kind::string;
  value.string = text;
  return value;
}

void collect(Json& at, std::vector<Json*>& places) {
  places.push_back(&at);
  for (Json& item : at.items) {
    collect(item, places);
  }
  for (JsonMember& member : at.members) {
    collect(member.value, places);
  }
}

std::vector<Json*> places_in(Json& root) {
  std::vector<Json*> places;
  collect(root, places);
  return places;
}

bool is_month(const std::string& text) { return text.size() == 7 && text[4] == '-'; }

// A number, a truth, a day or a month.
bool is_value(const Json& at) {
  return at.is(Json::Kind::number) || at.is(Json::Kind::boolean) ||
         (at.is(Json::Kind::string) && (is_month(at.string) || parse_date(at.string)));
}

class Changes {
 public:
  Changes(Json& root, const std::vector<std::string>& words, std::uint32_t seed)
      : root_(root), words_(words), random_(seed) {}

  // Half of the time numbers and dates alone, which most often leaves a document without fault.
  void make() {
    const std::size_t count = 1 + random_.below(4);
    const bool values = random_.chance(0.5);
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<Json*> places = places_in(root_);
      if (values) {
        std::erase_if(places, [](const Json* at) { return !is_value(*at); });
      }
      if (!places.empty()) {
        Json& at = *places[random_.below(places.size())];
        values ? change_in_kind(at) : change(at, places);
      }
    }
  }

 private:
  void change(Json& at, const std::vector<Json*>& places) {
    switch (random_.below(12)) {
      case 0:
        set(at, kValues[random_.below(kValues.size())]);
        return;
      case 1:
      case 2: {
        const Json copy = *places[random_.below(places.size())];
        at = copy;
        return;
      }
      default:
        change_in_kind(at);
    }
  }

  void change_in_kind(Json& at) {
    switch (at.kind) {
      case Json::Kind::number:
        change_number(at);
        return;
      case Json::Kind::string:
        change_string(at);
        return;
      case Json::Kind::array:
        change_array(at);
        return;
      case Json::Kind::object:
        change_object(at);
        return;
      case Json::Kind::boolean:
        at.boolean = !at.boolean;
        return;
      case Json::Kind::null:
        set(at, kValues[random_.below(kValues.size())]);
        return;
    }
  }

  // The value that a text of `kValues` says; those that the parser refuses stay texts.
  static void set(Json& at, std::string_view text) {
    Result<Json> parsed = parse_json(text);
    at = parsed.ok() ? parsed.take() : raw(text);
  }

  void change_number(Json& at) {
    if (!at.string.empty()) {
      return;
    }
    const std::string text = written(at);
    const std::size_t point = text.find('.');
    const Rational unit =
        point == std::string::npos
            ? Rational(1)
            : Rational::ratio(1, power_of_ten(static_cast<int>(text.size() - point - 1)));
    switch (random_.below(8)) {
      case 0:
        at.number = -at.number;
        return;
      case 1:
        at = raw(text + "e" + std::to_string(random_.below(5)));
        return;
      case 2:
        at = raw(text + "e-" + std::to_string(random_.below(9)));
        return;
      case 3:
        at.number = Rational(static_cast<std::int64_t>(random_.below(120)));
        return;
      case 4:
        at = raw(text + (point == std::string::npos ? "." : "") +
                 std::to_string(random_.below(1000)));
        return;
      default:
        at.number += random_.chance(0.5) ? unit : -unit;
    }
  }

  // A day moves, or its month; other words become known ones.
  void change_string(Json& at) {
    const std::optional<Date> date = parse_date(at.string);
    const bool month = is_month(at.string);
    if (date && random_.chance(0.8)) {
      constexpr std::array<int, 10> kDays = {1, -1, 28, 30, 31, -31, 365, -365, 3650, 36500};
      const int moved = date->days_since_epoch() + kDays[random_.below(kDays.size())];
      at.string = to_text(Date::from_days_since_epoch(std::clamp(moved, 0, 84005)));
    } else if (month && random_.chance(0.8)) {
      const std::string number = std::to_string(1 + random_.below(12));
      at.string = at.string.substr(0, 5) + (number.size() == 1 ? "0" : "") + number;
    } else {
      at.string = words_[random_.below(words_.size())];
    }
  }

  void change_array(Json& at) {
    std::vector<Json>& items = at.items;
    if (items.empty()) {
      items.emplace_back();
      return;
    }
    const std::size_t i = random_.below(items.size());
    const std::size_t j = random_.below(items.size());
    switch (random_.below(4)) {
      case 0:
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
        return;
      case 1:
        std::swap(items[i], items[j]);
        return;
      default: {
        Json copy = items[i];
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(j), std::move(copy));
      }
    }
  }

  void change_object(Json& at) {
    std::vector<JsonMember>& members = at.members;
    if (members.empty()) {
      members.push_back({words_[random_.below(words_.size())], word("x")});
      return;
    }
    const std::size_t i = random_.below(members.size());
    const std::size_t j = random_.below(members.size());
    switch (random_.below(6)) {
      case 0:
      case 1:
        members.erase(members.begin() + static_cast<std::ptrdiff_t>(i));
        return;
      case 2:
        members[i].key = words_[random_.below(words_.size())];
        return;
      case 3:
        std::swap(members[i].value, members[j].value);
        return;
      case 4:
        std::swap(members[i], members[j]);
        return;
      default: {
        JsonMember copy{words_[random_.below(words_.size())], members[i].value};
        members.push_back(std::move(copy));
      }
    }
  }

  Json& root_;
  const std::vector<std::string>& words_;
  Random random_;
};

void add_words(const Json& at, std::set<std::string>& words) {
  constexpr std::size_t kLongest = 40;
  if (at.is(Json::Kind::string) && at.string.size() <= kLongest) {
    words.insert(at.string);
  }
  for (const Json& item : at.items) {
    add_words(item, words);
  }
  for (const JsonMember& member : at.members) {
    words.insert(member.key);
    add_words(member.value, words);
  }
}

// What stands between backticks, without the marks around it.
void add_code(const std::string& text, std::set<std::string>& words) {
  std::size_t begin = text.find('`');
  while (begin != std::string::npos) {
    const std::size_t end = text.find('`', begin + 1);
    if (end == std::string::npos) {
      return;
    }
    const std::string code = text.substr(begin + 1, end - begin - 1);
    if (!code.empty() && code.find_first_of(" \n{[") == std::string::npos) {
      const std::size_t quote = code.front() == '"' ? 1 : 0;
      words.insert(code.substr(quote, code.size() - 2 * quote));
    }
    begin = text.find('`', end + 1);
  }
}

}  // namespace

std::vector<std::string> known_words() {
  std::set<std::string> words;
  for (const char* schema :
       {"core/api/schema/shopgauge.schema.json", "core/rules/schema/program.schema.json"}) {
    add_words(parse(read_file(schema), schema), words);
  }
  add_code(read_file("core/rules/FORMAT.md"), words);
  for (const std::string& path : shipped_documents()) {
    const Json document = parse(read_file(path), path);
    for (const char* key : {"program", "edition", "metrics", "standards", "profile_texts"}) {
      if (const Json* part = document.find(key)) {
        add_words(*part, words);
      }
    }
  }
  return {words.begin(), words.end()};
}

std::optional<std::string> mutate(std::string_view text, const std::vector<std::string>& words,
                                  std::uint32_t seed) {
  Result<Json> parsed = parse_json(text);
  if (!parsed.ok()) {
    return std::nullopt;
  }
  Json root = parsed.take();
  Changes(root, words, seed).make();
  return written(root);
}

std::optional<std::string> cross_over(std::string_view text, std::string_view other,
                                      std::uint32_t seed) {
  Result<Json> first = parse_json(text);
  Result<Json> second = parse_json(other);
  if (!first.ok() || !second.ok()) {
    return std::nullopt;
  }
  Random random(seed);
  Json root = first.take();
  Json source = second.take();
  const std::vector<Json*> places = places_in(root);
  const std::vector<Json*> parts = places_in(source);
  *places[random.below(places.size())] = *parts[random.below(parts.size())];
  return written(root);
}

}  // namespace shopgauge::tests

// JSON trees put together by tests: requests are built as trees and written as texts.

#ifndef SHOPGAUGE_TESTS_PROPERTY_TREE_H_
#define SHOPGAUGE_TESTS_PROPERTY_TREE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/writer.h"

namespace shopgauge::tests {

inline Json number(Rational value) {
  Json json;
  json.kind = Json::Kind::number;
  json.number = std::move(value);
  return json;
}

inline Json word(std::string_view text) {
  Json json;
  json.kind = Json::Kind::string;
  json.string = text;
  return json;
}

inline Json truth(bool value) {
  Json json;
  json.kind = Json::Kind::boolean;
  json.boolean = value;
  return json;
}

inline Json list(std::vector<Json> items) {
  Json json;
  json.kind = Json::Kind::array;
  json.items = std::move(items);
  return json;
}

inline Json object(std::vector<JsonMember> members = {}) {
  Json json;
  json.kind = Json::Kind::object;
  json.members = std::move(members);
  return json;
}

// The member of an object, made (null) when it is not there.
inline Json& part(Json& object, std::string_view key) {
  for (JsonMember& member : object.members) {
    if (member.key == key) {
      return member.value;
    }
  }
  object.members.push_back({std::string(key), {}});
  return object.members.back().value;
}

// Likewise, made an object.
inline Json& object_part(Json& object, std::string_view key) {
  Json& found = part(object, key);
  found.kind = Json::Kind::object;
  return found;
}

inline void remove(Json& object, std::string_view key) {
  std::erase_if(object.members, [&](const JsonMember& member) { return member.key == key; });
}

// Puts a number at a path with dots ("targets.ccr").
inline void put_at(Json& object, std::string_view path, Json value) {
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) {
    part(object, path) = std::move(value);
  } else {
    put_at(object_part(object, path.substr(0, dot)), path.substr(dot + 1), std::move(value));
  }
}

// The value at a path with dots, or null.
inline const Json* find_at(const Json& object, std::string_view path) {
  const std::size_t dot = path.find('.');
  const Json* found = object.find(path.substr(0, dot));
  return found == nullptr || dot == std::string_view::npos ? found
                                                           : find_at(*found, path.substr(dot + 1));
}

// The items under a key; none where there is no such list.
inline const std::vector<Json>& items_of(const Json& object, std::string_view key) {
  static const std::vector<Json> kNone;
  const Json* found = object.find(key);
  return found == nullptr ? kNone : found->items;
}

// The string under a key; empty where there is none.
inline std::string_view string_of(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found == nullptr ? std::string_view() : std::string_view(found->string);
}

// The item of a list whose member `key` is this word, or null.
inline const Json* item_with(const std::vector<Json>& list, std::string_view key,
                             std::string_view word) {
  for (const Json& item : list) {
    if (string_of(item, key) == word) {
      return &item;
    }
  }
  return nullptr;
}

inline bool flag_of(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found != nullptr && found->boolean;
}

// A number, {"num","den"} or {"percent"}.
inline Rational number_in(const Json& value) {
  if (const Json* percent = value.find("percent")) {
    return percent->number / 100;
  }
  const Json* num = value.find("num");
  return num == nullptr ? value.number : num->number / value.find("den")->number;
}

inline std::string written(const Json& json) { return JsonWriter().json(json).take(); }

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_TREE_H_

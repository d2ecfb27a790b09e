#include "core/base/cursor.h"

#include <algorithm>
#include <utility>

namespace shopgauge {

std::string Cursor::path() const {
  if (parent_ == nullptr) {
    return std::string(key_);
  }
  const bool in_object = parent_->json().is(Json::Kind::object);
  return parent_->path() + (in_object ? pointer_step(key_) : "/" + std::to_string(index_));
}

std::optional<Cursor> Cursor::find(std::string_view key) const {
  for (std::size_t i = 0; i < json_->members.size(); ++i) {
    if (json_->members[i].key == key) {
      return member(i);
    }
  }
  return std::nullopt;
}

std::optional<Cursor> Cursor::need(std::string_view key) const {
  std::optional<Cursor> found = find(key);
  if (!found) {
    issue(codes_->missing, "the key \"" + std::string(key) + "\" is missing", {{"id", std::string(key)}});
  }
  return found;
}

Cursor Cursor::member(std::size_t index) const {
  const JsonMember& found = json_->members[index];
  return {found.value, *this, found.key, 0};
}

Cursor Cursor::item(std::size_t index) const { return {json_->items[index], *this, {}, index}; }

std::size_t Cursor::size() const {
  return json_->is(Json::Kind::object) ? json_->members.size() : json_->items.size();
}

bool Cursor::is(Json::Kind kind, std::string_view name) const {
  if (!json_->is(kind)) {
    issue(codes_->type, "must be " + std::string(name), {{"kind", std::string(name)}});
    return false;
  }
  return true;
}

bool Cursor::need_object() const { return is(Json::Kind::object, "object"); }

bool Cursor::need_object(std::initializer_list<std::string_view> known_keys) const {
  if (!need_object()) {
    return false;
  }
  for (std::size_t i = 0; i < size(); ++i) {
    const std::string& key = json_->members[i].key;
    if (std::find(known_keys.begin(), known_keys.end(), key) == known_keys.end()) {
      member(i).issue(codes_->unknown_key, "the key \"" + key + "\" is not known here", {{"id", key}});
    }
  }
  return true;
}

bool Cursor::need_array() const { return is(Json::Kind::array, "array"); }

std::optional<std::string_view> Cursor::string() const {
  return is(Json::Kind::string, "string") ? std::optional<std::string_view>(json_->string) : std::nullopt;
}

std::optional<bool> Cursor::boolean() const {
  return is(Json::Kind::boolean, "boolean") ? std::optional<bool>(json_->boolean) : std::nullopt;
}

std::optional<Rational> Cursor::number() const {
  return is(Json::Kind::number, "number") ? std::optional<Rational>(json_->number) : std::nullopt;
}

void Cursor::issue(std::string_view code, std::string message, std::vector<Param> params) const {
  issues_->push_back({std::string(code), path(), std::move(message), std::move(params), json_->offset});
}

}  // namespace shopgauge

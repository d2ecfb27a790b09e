// Walks a JSON tree; a pointer is put together only when an issue needs it.

#include "core/base/cursor.h"

#include <algorithm>
#include <utility>

namespace shopgauge {

std::string Cursor::path() const {
  if (parent_ == nullptr) {
    return context_->prefix;
  }
  const bool in_object = parent_->json_->is(Json::Kind::object);
  return parent_->path() +
         (in_object ? pointer_step(parent_->key(index_)) : "/" + std::to_string(index_));
}

Cursor Cursor::find(Literal key) const {
  for (std::size_t i = 0; i < json_->members.size(); ++i) {
    if (json_->members[i].key == key) {
      return (*this)[i];
    }
  }
  return {};
}

Cursor Cursor::need(Literal key) const {
  const Cursor found = find(key);
  if (!found) {
    issue(context_->missing_code, "a key is missing", {{"id", key}});
  }
  return found;
}

Cursor Cursor::operator[](std::size_t index) const {
  Cursor child = *this;
  child.json_ = json_->is(Json::Kind::object) ? &json_->members[index].value : &json_->items[index];
  child.parent_ = this;
  child.index_ = index;
  return child;
}

std::size_t Cursor::size() const {
  return json_->is(Json::Kind::object) ? json_->members.size() : json_->items.size();
}

bool Cursor::is(Json::Kind kind, Literal name) const {
  if (json_->is(kind)) {
    return true;
  }
  issue(context_->type_code, "the value is of another kind", {{"kind", name}});
  return false;
}

bool Cursor::need_object() const { return is(Json::Kind::object, "object"); }

bool Cursor::need_object(Literal known_keys) const {
  if (!need_object()) {
    return false;
  }
  for (std::size_t i = 0; i < size(); ++i) {
    if (index_in(known_keys, key(i)) < 0) {
      (*this)[i].issue(context_->unknown_key_code, "this key is not known here", {{"id", key(i)}});
    }
  }
  return true;
}

bool Cursor::need_array() const { return is(Json::Kind::array, "array"); }

const std::string* Cursor::string() const {
  return is(Json::Kind::string, "string") ? &json_->string : nullptr;
}

const bool* Cursor::boolean() const {
  return is(Json::Kind::boolean, "boolean") ? &json_->boolean : nullptr;
}

const Rational* Cursor::number() const {
  return is(Json::Kind::number, "number") ? &json_->number : nullptr;
}

std::string_view Cursor::text() const {
  const std::string* found = string();
  return found == nullptr ? std::string_view() : *found;
}

Rational Cursor::value() const {
  const Rational* found = number();
  return found == nullptr ? Rational() : *found;
}

void Cursor::issue(Literal code, Literal message, std::initializer_list<ParamView> params) const {
  add_issue(context_->issues, code, path(), message, params, json_->offset);
}

void Cursor::add(Issues issues) const {
  for (Issue& issue : issues) {
    context_->issues.push_back(std::move(issue));
  }
}

int index_in(Literal list, std::string_view word) {
  std::string_view words = list;
  for (int index = 0; !words.empty(); ++index) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) {
      return index;
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return -1;
}

}  // namespace shopgauge

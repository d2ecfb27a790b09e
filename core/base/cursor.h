// A place in a JSON tree that knows its JSON Pointer and where problems are collected. Readers walk
// with it, so that every issue says where it is; the pointer is made only when one is raised.

#ifndef SHOPGAUGE_CORE_BASE_CURSOR_H_
#define SHOPGAUGE_CORE_BASE_CURSOR_H_

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/issue.h"
#include "core/base/json.h"

namespace shopgauge {

// How a reader names the faults that every kind of text can have.
struct FaultCodes {
  std::string_view type;         // "request.type"
  std::string_view unknown_key;  // "request.unknown_key"
  std::string_view missing;      // "request.missing"
};

// Points at a value; a child lives no longer than its parent.
class Cursor {
 public:
  Cursor(const Json& root, const FaultCodes& codes, Issues& issues, std::string_view prefix = "")
      : json_(&root), codes_(&codes), issues_(&issues), key_(prefix) {}

  [[nodiscard]] const Json& json() const { return *json_; }
  [[nodiscard]] std::string path() const;

  // The member, or nothing when it is absent.
  [[nodiscard]] std::optional<Cursor> find(std::string_view key) const;
  // The member; an issue and nothing when it is absent.
  [[nodiscard]] std::optional<Cursor> need(std::string_view key) const;
  // The member or item with this number.
  [[nodiscard]] Cursor member(std::size_t index) const;
  [[nodiscard]] Cursor item(std::size_t index) const;
  [[nodiscard]] std::size_t size() const;

  // Each raises the issue of a wrong type and returns false or nothing when the value is another.
  [[nodiscard]] bool need_object(std::initializer_list<std::string_view> known_keys) const;
  [[nodiscard]] bool need_object() const;
  [[nodiscard]] bool need_array() const;
  [[nodiscard]] std::optional<std::string_view> string() const;
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] std::optional<Rational> number() const;

  void issue(std::string_view code, std::string message, std::vector<Param> params = {}) const;
  // An issue that somebody else found, as it is.
  void add(const Issue& issue) const { issues_->push_back(issue); }

 private:
  Cursor(const Json& json, const Cursor& parent, std::string_view key, std::size_t index)
      : json_(&json), codes_(parent.codes_), issues_(parent.issues_), parent_(&parent), key_(key), index_(index) {}
  [[nodiscard]] bool is(Json::Kind kind, std::string_view name) const;

  const Json* json_;
  const FaultCodes* codes_;
  Issues* issues_;
  const Cursor* parent_ = nullptr;
  std::string_view key_;  // of a member; at the root the prefix of all pointers
  std::size_t index_ = 0;  // of an item
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_CURSOR_H_

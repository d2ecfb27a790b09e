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

// What all cursors of one text share: where issues go, how a reader names the faults that every
// kind of text can have, and where in a larger text the root stands.
struct CursorContext {
  Issues& issues;
  Literal type_code;         // "request.type"
  Literal unknown_key_code;  // "request.unknown_key"
  Literal missing_code;      // "request.missing"
  Literal prefix = "";       // of all pointers
};

// Points at a value like a pointer: one that points at nothing is false. A child lives no longer
// than its parent.
class Cursor {
 public:
  Cursor() = default;
  Cursor(const Json& root, const CursorContext& context) : json_(&root), context_(&context) {}

  explicit operator bool() const { return json_ != nullptr; }
  [[nodiscard]] const Json& json() const { return *json_; }
  [[nodiscard]] std::string path() const;

  // The member, or nothing when it is absent.
  [[nodiscard]] Cursor find(Literal key) const;
  // The member; an issue and nothing when it is absent.
  [[nodiscard]] Cursor need(Literal key) const;
  // The member or item with this number.
  [[nodiscard]] Cursor operator[](std::size_t index) const;
  [[nodiscard]] std::size_t size() const;
  // The key of the member with this number.
  [[nodiscard]] std::string_view key(std::size_t index) const { return json_->members[index].key; }

  // Each raises the issue of a wrong type and returns false or nothing when the value is another.
  // `known_keys` are separated by spaces; an issue for every other key.
  [[nodiscard]] bool need_object(Literal known_keys) const;
  [[nodiscard]] bool need_object() const;
  [[nodiscard]] bool need_array() const;
  [[nodiscard]] const std::string* string() const;
  [[nodiscard]] const bool* boolean() const;
  [[nodiscard]] const Rational* number() const;
  // The string or number; after the issue 0, or a view of nothing (data() is null).
  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] Rational value() const;

  void issue(Literal code, Literal message, std::initializer_list<ParamView> params = {}) const;
  // Issues that somebody else found, as they are.
  void add(Issues issues) const;
  // Whether any issue was raised in the text, here or elsewhere.
  [[nodiscard]] bool has_issues() const { return issue_count() > 0; }
  [[nodiscard]] std::size_t issue_count() const { return context_->issues.size(); }

 private:
  [[nodiscard]] bool is(Json::Kind kind, Literal name) const;

  const Json* json_ = nullptr;
  const CursorContext* context_ = nullptr;
  const Cursor* parent_ = nullptr;
  std::size_t index_ = 0;  // in the parent
};

// The place of `word` among words separated by spaces, or -1.
[[nodiscard]] int index_in(Literal words, std::string_view word);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_CURSOR_H_

// JSON in: a tree with exact numbers, members in their order and the byte position of every value.
// Duplicate keys, numbers that do not fit and texts nested too deeply are issues.

#ifndef SHOPGAUGE_CORE_BASE_JSON_H_
#define SHOPGAUGE_CORE_BASE_JSON_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/base/rational.h"
#include "core/base/result.h"

namespace shopgauge {

struct JsonMember;

// One JSON value; only the field of its kind is set.
struct Json {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  bool boolean = false;
  std::uint32_t offset = 0;  // byte of the text at which the value starts
  Rational number;
  std::string string;
  std::vector<Json> items;
  std::vector<JsonMember> members;

  [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
  // The member of an object, or null.
  [[nodiscard]] const Json* find(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  Json value;
};

// The greatest depth of arrays and objects in each other.
inline constexpr int kDeepestJson = 64;

// Issues: `request.parse` (params line, column), `request.duplicate_key`, `number.range`.
// `number`: parse_decimal, or parse_any_decimal for the engine's own replies, whose sums may be
// longer.
using NumberReader = std::optional<Rational> (*)(std::string_view text);
Result<Json> parse_json(std::string_view text, NumberReader number = &parse_decimal);

// Line and column, both from 1, of a byte; the column counts code points.
struct Position {
  int line;
  int column;
};
Position position_of(std::string_view text, std::size_t offset);

// The JSON Pointer from `root` to a value below it. Precondition: `target` lies below `root`, both
// as parsed from one text.
std::string pointer_to(const Json& root, const Json& target);

// One step of a JSON Pointer: "/" and the key with "~" and "/" escaped.
std::string pointer_step(std::string_view key);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_JSON_H_

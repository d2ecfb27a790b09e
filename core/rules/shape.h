// The shapes of a program document's objects as one table: which keys, of which kind, which of them
// must be there. The checker walks a document along it, the JSON Schema for editors is written from
// it (tests/rules/program_schema.h), and FORMAT.md says the same in words.

#ifndef SHOPGAUGE_CORE_RULES_SHAPE_H_
#define SHOPGAUGE_CORE_RULES_SHAPE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/issue.h"

namespace shopgauge {

// Whether a key must be there.
enum class Presence : std::uint8_t {
  required,
  optional,
  one_of,  // exactly one of the shape's keys that are marked so
  kind     // required, and says which shape this is: where it is wrong, nothing else is looked at
};

// What may stand under a key, in a few characters (shape_table.h explains them).
struct KeyType {
  enum class Kind : std::uint8_t {
    text,       // both languages
    id,         // lower-case letters, digits, underscores
    program,    // likewise with hyphens
    string,     // not empty
    date,       // "YYYY-MM-DD"
    flag,       // true or false
    number,     // |value| below 10^12
    cell,       // of a table of rows: word, number, null
    ends,       // [lowest or null, highest or null]
    span,       // [low, high]
    words,      // one of `words`
    whole,      // a whole number within [low, high]
    figure,     // a figure; with `low` and `high` a whole number
    reference,  // the id of a thing of this kind
    text_id,    // the id of a text of this group
    shape,      // an object
    number_of,  // `low` numbers in a list
  };
  Kind kind = Kind::shape;
  std::string name;  // words, kind of thing, group of texts, shape
  // Of a shape: its place among the shapes, or that of a choice among the choices.
  std::optional<std::size_t> shape;
  std::optional<std::size_t> choice;
  int low = 0;
  int high = 0;  // 0 with `low` 0: any
  bool nullable = false;

  // Around it, from the outside: a map, and lists in each other.
  bool map = false;
  struct List {
    std::size_t fewest = 0;
    std::size_t most = SIZE_MAX;
    bool distinct = false;      // no two items alike
    bool distinct_ids = false;  // nor two with the same `id`
  };
  std::vector<List> lists;
};

struct ShapeKey {
  std::string_view key;
  Presence presence = Presence::optional;
  KeyType type;
  std::string_view description;
};

struct Shape {
  std::string_view name;
  std::string_view description;
  std::vector<ShapeKey> keys;
};

// One of several types, told apart by a key, by the word under a key, or by what kind of value
// stands there; the last option has no `when`.
struct ShapeChoice {
  std::string_view name;
  struct Option {
    std::string_view when;  // "key", "key=word", "@string", "@object", or empty
    KeyType type;
  };
  std::vector<Option> options;
};

struct Shapes {
  std::vector<Shape> shapes;
  std::vector<ShapeChoice> choices;

  [[nodiscard]] const Shape* find(std::string_view name) const;
  [[nodiscard]] const ShapeChoice* find_choice(std::string_view name) const;
};

// The table, taken apart once.
[[nodiscard]] const Shapes& shapes();

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_RULES_SHAPE_H_

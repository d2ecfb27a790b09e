// Takes the few signs of the table (shape_table.h) apart.

#include "core/rules/shape.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/check.h"
#include "core/rules/shape_table.h"

namespace shopgauge {
namespace {

class TableReader {
 public:
  Shapes read() {
    std::string_view rest = shape_table();
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      read_line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (Shape& shape : shapes_.shapes) {
      for (ShapeKey& key : shape.keys) {
        resolve(key.type);
      }
    }
    for (ShapeChoice& choice : shapes_.choices) {
      for (ShapeChoice::Option& option : choice.options) {
        resolve(option.type);
      }
    }
    return std::move(shapes_);
  }

 private:
  void resolve(KeyType& type) const {
    if (type.kind != KeyType::Kind::shape) {
      return;
    }
    if (const Shape* shape = shapes_.find(type.name)) {
      type.shape = static_cast<std::size_t>(shape - shapes_.shapes.data());
    } else {
      const ShapeChoice* choice = shapes_.find_choice(type.name);
      require(choice != nullptr);
      type.choice = static_cast<std::size_t>(choice - shapes_.choices.data());
    }
  }

  void read_line(std::string_view line) {
    if (line.empty()) {
      return;
    }
    if (line.front() == ' ') {
      read_key(line.substr(2));
      return;
    }
    const std::size_t choice = line.find(" = ");
    if (choice != std::string_view::npos) {
      read_choice(line.substr(0, choice), line.substr(choice + 3));
      return;
    }
    const std::size_t colon = line.find(": ");
    require(colon != std::string_view::npos);
    shapes_.shapes.push_back({line.substr(0, colon), line.substr(colon + 2), {}});
  }

  void read_key(std::string_view line) {
    std::vector<ShapeKey>& keys = shapes_.shapes.back().keys;
    if (line.substr(0, 3) == "...") {
      const Shape* other = shapes_.find(line.substr(3));
      require(other != nullptr);
      keys.insert(keys.end(), other->keys.begin(), other->keys.end());
      return;
    }
    const std::size_t sign = line.find_first_of("!?|=");
    const std::size_t note = line.find(" -- ");
    ShapeKey& key = keys.emplace_back();
    key.key = line.substr(0, sign);
    key.presence = presence_of(line[sign]);
    key.type = read_type(line.substr(sign + 2, std::min(note, line.size()) - sign - 2));
    key.description = note == std::string_view::npos ? "" : line.substr(note + 4);
  }

  static Presence presence_of(char sign) {
    switch (sign) {
      case '!':
        return Presence::required;
      case '?':
        return Presence::optional;
      case '|':
        return Presence::one_of;
      case '=':
        return Presence::kind;
    }
    broken_precondition();
  }

  void read_choice(std::string_view name, std::string_view options) {
    ShapeChoice& choice = shapes_.choices.emplace_back();
    choice.name = name;
    while (!options.empty()) {
      const std::size_t end = std::min(options.find(' '), options.size());
      const std::string_view option = options.substr(0, end);
      const std::size_t colon = option.find(':');
      choice.options.push_back({option.substr(0, colon), read_type(option.substr(colon + 1))});
      options.remove_prefix(std::min(end + 1, options.size()));
    }
  }

  static int read_int(std::string_view& from) {
    int value = 0;
    while (!from.empty() && from.front() >= '0' && from.front() <= '9') {
      value = value * 10 + (from.front() - '0');
      from.remove_prefix(1);
    }
    return value;
  }

  // "[+!]", "[2-4]", "[2-]" …
  static KeyType::List read_list(std::string_view signs) {
    KeyType::List list;
    if (!signs.empty() && signs.front() >= '0' && signs.front() <= '9') {
      list.fewest = static_cast<std::size_t>(read_int(signs));
      signs.remove_prefix(1);
      const int most = read_int(signs);
      list.most = most == 0 ? list.most : static_cast<std::size_t>(most);
    }
    for (const char sign : signs) {
      list.fewest = sign == '+' ? 1 : list.fewest;
      list.distinct = list.distinct || sign == '!';
      list.distinct_ids = list.distinct_ids || sign == '#';
    }
    return list;
  }

  static KeyType read_type(std::string_view text) {
    KeyType type;
    if (text.substr(0, 2) == "{}") {
      type.map = true;
      text.remove_prefix(2);
    }
    while (text.front() == '[') {
      const std::size_t end = text.find(']');
      type.lists.push_back(read_list(text.substr(1, end - 1)));
      text.remove_prefix(end + 1);
    }
    if (text.back() == '?') {
      type.nullable = true;
      text.remove_suffix(1);
    }
    read_base(text, type);
    return type;
  }

  static void read_base(std::string_view text, KeyType& type) {
    using Kind = KeyType::Kind;
    struct Word {
      std::string_view word;
      Kind kind;
    };
    constexpr Word kWords[] = {
        {"text", Kind::text},     {"id", Kind::id},         {"program", Kind::program},
        {"string", Kind::string}, {"date", Kind::date},     {"flag", Kind::flag},
        {"number", Kind::number}, {"cell", Kind::cell},     {"ends", Kind::ends},
        {"span", Kind::span},     {"figure", Kind::figure}, {"whole", Kind::whole}};
    type.name = text;
    if (text.front() == '"') {
      type.kind = Kind::words;
      type.name = text.substr(1, text.size() - 2);
    } else if (text.front() == '@' || text.front() == '#') {
      type.kind = text.front() == '@' ? Kind::reference : Kind::text_id;
      type.name = text.substr(1);
    } else if (text.find(" numbers") != std::string_view::npos) {
      type.kind = Kind::number_of;
      type.low = read_int(text);
    } else {
      const std::string_view first = text.substr(0, text.find(' '));
      for (const Word& known : kWords) {
        type.kind = known.word == first ? known.kind : type.kind;
      }
      text.remove_prefix(std::min(first.size() + 1, text.size()));
      type.low = read_int(text);
      text.remove_prefix(std::min<std::size_t>(1, text.size()));
      type.high = read_int(text);
    }
  }

  Shapes shapes_;
};

}  // namespace

const Shape* Shapes::find(std::string_view name) const {
  for (const Shape& shape : shapes) {
    if (shape.name == name) {
      return &shape;
    }
  }
  return nullptr;
}

const ShapeChoice* Shapes::find_choice(std::string_view name) const {
  for (const ShapeChoice& choice : choices) {
    if (choice.name == name) {
      return &choice;
    }
  }
  return nullptr;
}

const Shapes& shapes() {
  static const Shapes table = TableReader().read();
  return table;
}

}  // namespace shopgauge

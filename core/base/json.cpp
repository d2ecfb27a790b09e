// Builds the tree from nlohmann/json's SAX events. Its own tree is not used because that reads
// numbers through double, drops duplicate keys silently and has no positions.

#include "core/base/json.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

#include "core/base/decimal.h"
#include "core/base/lexer_stand_ins.h"
// Only now, so that the standard headers are read with their own names.
#define strtod shopgauge_strtod
#define snprintf shopgauge_snprintf
#include <nlohmann/json.hpp>
#undef strtod
#undef snprintf

namespace shopgauge {
namespace {

// Walks over the text and counts in `*read` how far the lexer has come.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* read) : at_(at), read_(read) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*read_;
    return *this;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return !(a == b); }

 private:
  const char* at_;
  std::size_t* read_;
};

// What nlohmann's parser asks of a SAX handler; not derived from its interface, so that no call is
// virtual.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, NumberReader reader) : text_(text), number_(reader) {}

  std::size_t* read() { return &read_; }
  Issues take_issues() { return std::move(issues_); }
  Json take_root() { return std::move(root_); }

  bool null() { return add(Json::Kind::null, read_ - 4) != nullptr; }
  bool boolean(bool value) {
    add(Json::Kind::boolean, read_ - (value ? 4 : 5))->boolean = value;
    return true;
  }
  bool number_integer(std::int64_t value) {
    return value > -kTooLarge && value < kTooLarge ? number(Rational(value))
                                                   : number(number_(std::to_string(value)));
  }
  bool number_unsigned(std::uint64_t value) {
    return value < static_cast<std::uint64_t>(kTooLarge)
               ? number(Rational(static_cast<std::int64_t>(value)))
               : number(number_(std::to_string(value)));
  }
  bool number_float(double /*unread*/, const std::string& text) {  // sax signature
    return number(number_(text));
  }
  bool string(std::string& value) {
    add(Json::Kind::string, opening_quote())->string = std::move(value);
    return true;
  }
  bool binary(nlohmann::json::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return open(Json::Kind::object); }
  bool end_object() { return close(); }
  bool start_array(std::size_t /*size*/) { return open(Json::Kind::array); }
  bool end_array() { return close(); }
  bool key(std::string& value) {
    if (stack_.back()->find(value) != nullptr) {
      add_issue(issues_, "request.duplicate_key", path() + pointer_step(value),
                "this key stands twice", {{"id", value}},
                static_cast<std::uint32_t>(opening_quote()));
    }
    key_ = std::move(value);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& /*error*/) {
    syntax_error("the text is not JSON", position == 0 ? 0 : position - 1);
    return false;
  }

 private:
  // From 10^18 on a number is read as text (parse_decimal refuses it).
  static constexpr std::int64_t kTooLarge = 1'000'000'000'000'000'000;

  void number_too_large(std::string path, std::size_t start) {
    const std::size_t end =
        std::min(text_.find_first_not_of("+-.0123456789eE", start), text_.size());
    add_issue(issues_, "number.range", std::move(path),
              "the number has more digits than can be kept exactly",
              {{"value", text_.substr(start, std::min<std::size_t>(end - start, 40))}},
              static_cast<std::uint32_t>(start));
  }

  void syntax_error(Literal message, std::size_t offset) {
    const Position at = position_of(text_, offset);
    add_issue(issues_, "request.parse", "", message,
              {{"line", std::to_string(at.line)}, {"column", std::to_string(at.column)}},
              static_cast<std::uint32_t>(offset));
  }

  // The string that was just read ends before `read_`; its closing quote is the last byte.
  [[nodiscard]] std::size_t opening_quote() const {
    std::size_t at = read_ - 1;
    do {
      --at;
    } while (text_[at] != '"' || is_escaped(at));
    return at;
  }
  [[nodiscard]] bool is_escaped(std::size_t at) const {
    std::size_t backslashes = 0;
    while (backslashes < at && text_[at - 1 - backslashes] == '\\') {
      ++backslashes;
    }
    return backslashes % 2 == 1;
  }

  // The lexer has read one byte past a number unless the text ends with it.
  [[nodiscard]] std::size_t number_start() const {
    std::size_t at = read_;
    const auto is_part = [](char c) {
      return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '+' || c == '.' ||
             c == 'e' || c == 'E';
    };
    if (at > 0 && !is_part(text_[at - 1])) {
      --at;
    }
    while (at > 0 && is_part(text_[at - 1])) {
      --at;
    }
    return at;
  }

  [[nodiscard]] std::string path() const {
    std::string path;
    for (std::size_t i = 0; i + 1 < stack_.size(); ++i) {
      path += step_into(*stack_[i]);
    }
    return path;
  }
  // The step to the value that is being read inside a container.
  [[nodiscard]] static std::string step_into(const Json& container) {
    return container.is(Json::Kind::object) ? pointer_step(container.members.back().key)
                                            : "/" + std::to_string(container.items.size() - 1);
  }

  bool number(std::optional<Rational> value) {
    Json* added = add(Json::Kind::number, number_start());
    if (value) {
      added->number = *std::move(value);
    } else {
      const std::string at = stack_.empty() ? "" : path() + step_into(*stack_.back());
      number_too_large(at, added->offset);
    }
    return true;
  }

  Json* add(Json::Kind kind, std::size_t offset) {
    Json* added = &root_;
    if (!stack_.empty()) {
      Json& container = *stack_.back();
      if (container.is(Json::Kind::object)) {
        container.members.push_back({std::move(key_), {}});
        added = &container.members.back().value;
      } else {
        container.items.emplace_back();
        added = &container.items.back();
      }
    }
    added->kind = kind;
    added->offset = static_cast<std::uint32_t>(offset);
    return added;
  }

  bool open(Json::Kind kind) {
    if (static_cast<int>(stack_.size()) == kDeepestJson) {
      syntax_error("the text is nested too deeply", read_ - 1);
      return false;
    }
    stack_.push_back(add(kind, read_ - 1));
    return true;
  }
  bool close() {
    stack_.pop_back();
    return true;
  }

  std::string_view text_;
  NumberReader number_;
  std::size_t read_ = 0;
  Json root_;
  std::vector<Json*> stack_;  // stays valid: a container only grows while it is the last
  std::string key_;
  Issues issues_;
};

}  // namespace

const Json* Json::find(std::string_view key) const {
  for (const JsonMember& member : members) {
    if (member.key == key) {
      return &member.value;
    }
  }
  return nullptr;
}

Result<Json> parse_json(std::string_view text, NumberReader number) {
  TreeBuilder builder(text, number);
  const CountingIterator begin(text.data(), builder.read());
  const CountingIterator end(text.data() + text.size(), builder.read());
  nlohmann::json::sax_parse(begin, end, &builder);
  Issues issues = builder.take_issues();
  if (!issues.empty()) {
    return issues;
  }
  return builder.take_root();
}

Position position_of(std::string_view text, std::size_t offset) {
  Position at{1, 1};
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++at.column;
    }
  }
  return at;
}

// Values stand in the text in the order of the tree, so the way down is through the last child that
// begins no later than the target.
std::string pointer_to(const Json& root, const Json& target) {
  std::string pointer;
  const Json* at = &root;
  while (at != &target) {
    const bool object = at->is(Json::Kind::object);
    const std::size_t size = object ? at->members.size() : at->items.size();
    require(size > 0);
    const auto child = [&](std::size_t i) {
      return object ? &at->members[i].value : &at->items[i];
    };
    std::size_t next = 0;
    while (next + 1 < size && child(next + 1)->offset <= target.offset) {
      ++next;
    }
    pointer += object ? pointer_step(at->members[next].key) : "/" + std::to_string(next);
    at = child(next);
  }
  return pointer;
}

std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

}  // namespace shopgauge

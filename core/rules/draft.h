// A program while it is read, and ways to take things out of a document that may be anything: what
// is missing or of another kind reads as empty and raises the fault flag. Private to the reader.
//
// Every shortcut here is measured against the size of the WebAssembly file (ARCHITECTURE.md, How
// the size is kept).

#ifndef SHOPGAUGE_CORE_RULES_DRAFT_H_
#define SHOPGAUGE_CORE_RULES_DRAFT_H_

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/rules/program.h"

namespace shopgauge::reader {

class Draft {
 public:
  explicit Draft(Program& into) : program(into) {}

  void require_that(bool holds) { faulty_ = faulty_ || !holds; }
  [[nodiscard]] bool is_faulty() const { return faulty_; }

  // The member, or an empty value. A member of another kind is a fault, one that is needed must be
  // there.
  const Json& get(const Json& at, Literal key, Json::Kind kind, bool needed);

  const Json& object(const Json& at, Literal key);
  const std::vector<Json>& items(const Json& at, Literal key);
  void text(const Json& at, Literal key, std::string_view& into);
  void optional_text(const Json& at, Literal key, std::string_view& into);
  void strings(const Json& at, Literal key, std::vector<std::string_view>& into);
  bool flag(const Json& at, Literal key);
  void date(const Json& at, Literal key, std::optional<Date>& into);

  // The place of the word among `words`.
  int word_of(Literal words, std::string_view word);
  int word(const Json& at, Literal key, Literal words);

  const Rational& number_of(const Json& at);
  const Rational& number(const Json& at, Literal key);
  int whole_of(const Rational& value);
  int whole(const Json& at, Literal key);
  // [low, high]
  void span(const Json& at, Literal key, Rational& low, Rational& high);

  void provenance(const Json& at, Provenance& provenance);
  void figure(const Json& at, Literal key, Figure& into);
  // A figure that is a whole number.
  int count(const Json& at, Literal key, Provenance& provenance);
  void threshold(const Json& found, Threshold& threshold);

  // Built at its full length at once, so that no element is ever moved, over an empty vector that
  // owns nothing, so that none is destroyed: a third of the code of a swap.
  template <typename T>
  void list(const Json& at, Literal key, std::vector<T>& into,
            void (*read_one)(Draft&, const Json&, T&)) {
    const Json* item = nullptr;
    std::construct_at(&into, count_items(at, key, item));
    for (T& one : into) {
      read_one(*this, *item++, one);
    }
  }

  // The places in the model of the things that `key` names.
  template <typename T>
  void places(const Json& at, Literal key, const std::vector<T>& all,
              std::vector<std::size_t>& into) {
    for (const Json& item : items(at, key)) {
      into.push_back(place(all, item.string));
    }
  }
  std::size_t metric_at(const Json& at);
  std::size_t metric_at(const Json& at, Literal key);
  // Null, and a fault, where there is none.
  const Node* node_at(std::string_view id);

  Program& program;
  std::vector<std::string_view> phases_named;  // that must exist once the cycle is read

 private:
  std::size_t count_items(const Json& at, Literal key, const Json*& first);
  void figure_of(const Json& at, Figure& figure);

  template <typename T>
  std::size_t place(const std::vector<T>& all, std::string_view id) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].id == id) {
        return i;
      }
    }
    faulty_ = true;
    return 0;
  }

  const Json nothing_;
  bool faulty_ = false;
};

}  // namespace shopgauge::reader

#endif  // SHOPGAUGE_CORE_RULES_DRAFT_H_

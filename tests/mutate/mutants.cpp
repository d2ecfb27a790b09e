// Walks a document by its keys. Every number and every flag counts unless its key is named in
// words.h, so that a new key of the format is mutated without anybody thinking of it.

#include "tests/mutate/mutants.h"

#include <algorithm>
#include <utility>

#include "core/base/check.h"
#include "core/calendar/date.h"
#include "tests/api/corpus.h"
#include "tests/mutate/words.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

using Path = std::vector<std::size_t>;
using Kind = Json::Kind;

// Of the last digit that the number is written with: 0.60 -> 0.01.
Rational unit_of(std::string_view written) {
  const std::size_t point = written.find('.');
  require(written.find_first_of("eE") == std::string_view::npos);
  const std::size_t digits = point == std::string_view::npos ? 0 : written.size() - point - 1;
  return Rational::ratio(1, power_of_ten(static_cast<int>(digits)));
}

class Walk {
 public:
  Walk(const Json& document, std::string_view text) : document_(document), text_(text) {}

  std::vector<Mutant> all() {
    members(document_);
    return std::move(mutants_);
  }

 private:
  [[nodiscard]] std::string pointer() const {
    std::string pointer;
    for (const std::string& step : steps_) {
      pointer += pointer_step(step);
    }
    return pointer;
  }

  Mutant& add(std::string from, std::string to) {
    Mutant& mutant = mutants_.emplace_back();
    mutant.pointer = pointer();
    mutant.from = std::move(from);
    mutant.to = std::move(to);
    return mutant;
  }

  void set(std::string from, std::string to, Json value) {
    add(std::move(from), std::move(to)).ways = {{{Edit::Kind::set, path_, std::move(value), {}}}};
  }

  // What stands below a value, one member or item after the other.
  void members(const Json& at) {
    for (std::size_t i = 0; i < at.members.size(); ++i) {
      const JsonMember& one = at.members[i];
      if (std::find(kSilent.begin(), kSilent.end(), one.key) != kSilent.end()) {
        continue;
      }
      enter(i, one.key);
      whole_ = whole_ || one.key == "derived";
      key(at, one);
      whole_ = whole_ && one.key != "derived";
      leave();
    }
  }

  void items(const Json& at) {
    for (std::size_t i = 0; i < at.items.size(); ++i) {
      enter(i, std::to_string(i));
      value(at.items[i]);
      leave();
    }
  }

  void enter(std::size_t place, std::string step) {
    path_.push_back(place);
    steps_.push_back(std::move(step));
  }
  void leave() {
    path_.pop_back();
    steps_.pop_back();
  }

  void value(const Json& at) {
    if (at.is(Kind::number)) {
      numbers(at, {});
    } else if (at.is(Kind::boolean)) {
      set(at.boolean ? "true" : "false", at.boolean ? "false" : "true", truth(!at.boolean));
    } else {
      members(at);
      items(at);
    }
  }

  void key(const Json& parent, const JsonMember& one) {
    operators(parent, one);
    words(parent, one);
    if (one.key == "in_force") {
      dates(one.value);
    } else if (one.key == "methods") {
      swapped(one.value);
    } else if (one.key == "nodes") {
      weights(one.value);
    } else if (one.key == "rows" && path_.size() == 1) {
      tables(one.value);
    } else if (one.key == "rows") {
      steps(one.value);
    } else if (one.key != "weight") {  // which its group has changed already
      value(one.value);
    }
  }

  // at_least <-> above and so on: where the subject is a metric, score or node they are operators
  // of a comparison; a cap and a floor of the score are each other's.
  void operators(const Json& parent, const JsonMember& one) {
    const bool cuts = parent.find("id") != nullptr && parent.find("metric") == nullptr;
    const bool compares = parent.find("metric") != nullptr || parent.find("score") != nullptr ||
                          parent.find("node") != nullptr || parent.find("count_of") != nullptr ||
                          parent.find("sample_of") != nullptr;
    if ((one.key == "at_least" || one.key == "at_most") && !compares) {
      if (cuts || !one.value.is(Kind::object)) {
        renamed(one.key, one.key == "at_least" ? "at_most" : "at_least");
      }
      return;
    }
    for (const Other& known : kOperators) {
      const bool joins = known.key == "all" || known.key == "any";
      if (one.key == known.key &&
          (joins ? one.value.items.size() > 1 && is_condition(one.value) : compares)) {
        renamed(one.key, known.other);
      }
    }
  }

  // The `any` of a table of rows is a list of words.
  static bool is_condition(const Json& list) { return list.items[0].is(Kind::object); }

  void renamed(const std::string& from, std::string_view to) {
    add(from, std::string(to)).ways = {{{Edit::Kind::rename, path_, {}, std::string(to)}}};
  }

  void words(const Json& parent, const JsonMember& one) {
    if (!one.value.is(Kind::string)) {
      return;
    }
    for (const Word& known : kWords) {
      if (one.key != known.key || one.value.string != known.word ||
          (one.key == "better" && !better_decides(document_, member(parent, "id").string))) {
        continue;
      }
      if (known.instead.empty()) {
        add(one.value.string, "absent").ways = {{{Edit::Kind::remove, path_, {}, {}}}};
      } else {
        set(one.value.string, std::string(known.instead), word(known.instead));
      }
    }
  }

  void swapped(const Json& methods) {
    const Json* of = methods.find("of");
    enter(place_of(methods, "of"), "of");
    add(of->items[0].string + ", " + of->items[1].string,
        of->items[1].string + ", " + of->items[0].string)
        .ways = {{{Edit::Kind::swap_items, path_, {}, {}}}};
    leave();
  }

  static std::size_t place_of(const Json& object, std::string_view key) {
    std::size_t place = 0;
    while (object.members[place].key != key) {
      ++place;
    }
    return place;
  }

  void dates(const Json& in_force) {
    for (const std::string_view key : {"from", "until", "last_seen"}) {
      const Json* found = in_force.find(key);
      if (found == nullptr || !found->is(Kind::string)) {
        continue;
      }
      enter(place_of(in_force, key), std::string(key));
      for (const int days : {-1, 1}) {
        const std::string other = to_text(add_days(*parse_date(found->string), days));
        set(found->string, other, word(other));
      }
      leave();
    }
    if (const Json* article = in_force.find("article")) {
      enter(place_of(in_force, "article"), "article");
      value(*article);
      leave();
    }
  }

  // A number that must change together with this one: by `share` of its change.
  struct Partner {
    Path path;
    Rational value;
    int share;
  };
  using Partners = std::vector<Partner>;

  // Up and down, by a tenth of the unit where the checker would refuse the whole of it, but not
  // where what is compared has no such digit. Each of `others` is one way to keep a sum or a
  // border; the number alone is the first way.
  void numbers(const Json& at, const std::vector<Partners>& others) {
    const std::string written(text_of(text_, at));
    const Rational unit = unit_of(written);
    for (const int sign : {-1, 1}) {
      const Rational step = unit * Rational(sign);
      Mutant& mutant = add(written, to_decimal(at.number + step));
      mutant.ways.push_back(way(at.number, step, {}));
      for (const Partners& partners : others) {
        mutant.ways.push_back(way(at.number, step, partners));
      }
      if (!whole_) {
        mutant.ways.push_back(way(at.number, step / Rational(10), {}));
        for (const Partners& partners : others) {
          mutant.ways.push_back(way(at.number, step / Rational(10), partners));
        }
      }
    }
  }

  Edits way(const Rational& value, const Rational& step, const Partners& partners) const {
    Edits edits = {{Edit::Kind::set, path_, number(value + step), {}}};
    for (const Partner& partner : partners) {
      const Rational other = partner.value + step * Rational(partner.share);
      edits.push_back({Edit::Kind::set, partner.path, number(other), {}});
    }
    return edits;
  }

  // The nodes of a group weigh 1 together: what one gains the next one loses.
  void weights(const Json& group) {
    const std::size_t count = group.items.size();
    for (std::size_t i = 0; i < count; ++i) {
      enter(i, std::to_string(i));
      const Json& node = group.items[i];
      const Json& next = group.items[(i + 1) % count];
      Partners partners;
      if (count > 1) {
        Path path = path_;
        path.back() = (i + 1) % count;
        path.push_back(place_of(next, "weight"));
        path.push_back(place_of(*next.find("weight"), "value"));
        partners.push_back({std::move(path), weight_of(next), -1});
      }
      weight(node, partners);
      members(node);
      leave();
    }
  }

  static Rational weight_of(const Json& node) {
    const Json& value = *node.find("weight")->find("value");
    return value.is(Kind::number) ? value.number
                                  : value.find("num")->number / value.find("den")->number;
  }

  void weight(const Json& node, const Partners& partners) {
    const Json& weight = *node.find("weight");
    enter(place_of(node, "weight"), "weight");
    enter(place_of(weight, "value"), "value");
    const Json& at = *weight.find("value");
    if (at.is(Kind::number)) {
      numbers(at, {partners});
    } else {
      fraction(at, partners);
    }
    leave();
    leave();
  }

  // A third has no last digit: a hundredth more or less.
  void fraction(const Json& at, const Partners& partners) {
    const Rational value = at.find("num")->number / at.find("den")->number;
    const std::string written = to_fraction(value);
    for (const int sign : {-1, 1}) {
      const Rational step = Rational::ratio(sign, 100);
      add(written, to_fraction(value + step)).ways = {way(value, step, partners)};
    }
  }

  // Rows of steps: where one ends the next begins, so both move. The outermost ends decide nothing:
  // a value beyond them falls into the outer row.
  void steps(const Json& rows) {
    for (std::size_t i = 0; i < rows.items.size(); ++i) {
      const Json& row = rows.items[i];
      enter(i, std::to_string(i));
      if (i + 1 < rows.items.size()) {
        Path next = path_;
        next.back() = i + 1;
        next.push_back(0);
        enter(1, "1");
        numbers(row.items[1], {{{std::move(next), rows.items[i + 1].items[0].number, 1}}});
        leave();
      }
      enter(2, "2");
      numbers(row.items[2], {});
      leave();
      leave();
    }
  }

  void tables(const Json& tables) {
    for (std::size_t i = 0; i < tables.items.size(); ++i) {
      const Json& table = tables.items[i];
      enter(i, std::to_string(i));
      enter(place_of(table, "rows"), "rows");
      const std::size_t words = table.find("by")->items.size();
      for (std::size_t row = 0; row < table.find("rows")->items.size(); ++row) {
        enter(row, std::to_string(row));
        cells(table, table.find("rows")->items[row], words);
        leave();
      }
      leave();
      leave();
    }
  }

  void cells(const Json& table, const Json& row, std::size_t words) {
    for (std::size_t i = words; i < row.items.size(); ++i) {
      const Json& cell = row.items[i];
      enter(i, std::to_string(i));
      if (cell.is(Kind::number)) {
        numbers(cell, is_weight(table, i - words) ? takers(table, row, i, words)
                                                  : std::vector<Partners>());
      } else if (cell.is(Kind::string)) {
        set(cell.string, "null", Json());
      } else if (!is_weight(table, i - words)) {
        set("null", "positive", word("positive"));
      }
      leave();
    }
  }

  static bool is_weight(const Json& table, std::size_t column) {
    return table.find("gives")->items[column].string.rfind("weights.", 0) == 0;
  }

  // Each other weight of the row: those of the same group keep the sum.
  [[nodiscard]] std::vector<Partners> takers(const Json& table, const Json& row, std::size_t giver,
                                             std::size_t words) const {
    std::vector<Partners> takers;
    for (std::size_t i = words; i < row.items.size(); ++i) {
      if (i != giver && is_weight(table, i - words) && row.items[i].is(Kind::number)) {
        Path path = path_;
        path.back() = i;
        takers.push_back({{std::move(path), row.items[i].number, -1}});
      }
    }
    return takers;
  }

  const Json& document_;
  std::string_view text_;
  Path path_;
  std::vector<std::string> steps_;
  bool whole_ = false;  // within `derived`, whose tables are asked for the rounded score
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const Json& document, std::string_view text) {
  return Walk(document, text).all();
}

}  // namespace shopgauge::tests

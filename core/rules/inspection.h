// What the parts of the checker share: the document under inspection, its ids, the faults so far,
// and ways to look into a document that may be anything. Private to the checker.

#ifndef SHOPGAUGE_CORE_RULES_INSPECTION_H_
#define SHOPGAUGE_CORE_RULES_INSPECTION_H_

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/rules/faults.h"

namespace shopgauge::checker {

// A thing that others refer to by its id.
struct Name {
  std::string_view id;
  const Json* at;  // the thing
  bool used = false;
};

// All things of one kind.
struct Names {
  std::string_view kind;
  std::vector<Name> all;
  bool complete = true;  // every id could be read, so that another one is unknown
};

class Inspection {
 public:
  Inspection(const Json& document, Literal prefix);

  [[nodiscard]] const Json& document() const { return document_; }

  void raise(const Json& at, Fault fault, std::initializer_list<ParamView> params = {});
  // In the order of the text.
  [[nodiscard]] Issues take_issues();

  // The thing with this id, which then counts as used; null where there is none.
  const Json* use(std::string_view kind, std::string_view id);
  // Whether such a thing may be: it is there, or not all of its kind could be read.
  [[nodiscard]] bool may_be(std::string_view kind, std::string_view id) const;
  [[nodiscard]] const Json* find(std::string_view kind, std::string_view id) const;
  [[nodiscard]] const std::vector<Name>& all(std::string_view kind) const;

  // A part of the document could not be looked into: its words count as used. Of something that
  // should have parts and has none, nobody knows what it would have used.
  void skip(const Json& at);
  void report_unused();

 private:
  Names& names(std::string_view kind);
  void collect(std::string_view kind, const Json* list);
  void collect_keys(std::string_view kind, const Json* object);
  void collect_nodes(const Json* list);
  void collect_stages(const Json& score);
  void report_unused(std::string_view kind, Fault fault);
  void mark(const Json& at);

  const Json& document_;
  Literal prefix_;
  Issues issues_;
  std::vector<Names> names_;
  bool skipped_ = false;
};

// Ways to look: nothing where there is nothing, or something of another kind.
[[nodiscard]] const std::vector<Json>& items_of(const Json& at, std::string_view key);
[[nodiscard]] std::string_view word_of(const Json& at, std::string_view key);
[[nodiscard]] const Rational* number_of(const Json& at, std::string_view key);
// The number of a figure: `value` as a number or a fraction.
[[nodiscard]] std::optional<Rational> figure_of(const Json& at, std::string_view key);
[[nodiscard]] std::optional<int> whole_of(const Json& at, std::string_view key);
[[nodiscard]] bool is_true(const Json& at, std::string_view key);
// Both numbers of [low, high], in that order.
struct Ends {
  Rational low;
  Rational high;
};
[[nodiscard]] std::optional<Ends> ends_of(const Json& at, std::string_view key);
// An end of a metric's range, 0 the lowest value, 1 the highest; null where it has none.
[[nodiscard]] const Rational* end_of(const Json& metric, std::size_t index);
// Raises where the value lies outside both ends; null: no end.
void raise_outside(const Json& at, const Rational* low, const Rational* high, const Rational& value,
                   Fault fault, Inspection& inspection);
// A list of objects that differ in `id`: raises for those that do not.
void check_unique(const std::vector<Name>& names, Inspection& inspection);

// A walk along the table of shapes, from the document down; calls check_meaning for every object.
void check_shapes(Inspection& inspection);
// What a shape cannot say. `shape`: its name.
void check_meaning(std::string_view shape, const Json& at, Inspection& inspection);

// What check_meaning calls; each tolerates faults of shape.
void check_metric(const Json& at, Inspection& inspection);
void check_rolls(const Json& at, Inspection& inspection);
void check_fed_by(const Json& at, Inspection& inspection);
void check_score(const Json& at, Inspection& inspection);
void check_group(const Json& at, Inspection& inspection);
void check_indicator(const Json& at, Inspection& inspection);
void check_stage(const Json& at, Inspection& inspection);
void check_bands(const Json& at, Inspection& inspection);
void check_points(const Json& at, Inspection& inspection);
void check_per_event(const Json& at, Inspection& inspection);
void check_steps(const Json& at, Inspection& inspection);
void check_linear(const Json& at, Inspection& inspection);
void check_rows(const Json& at, Inspection& inspection);
void check_cycle(const Json& at, Inspection& inspection);
void check_phase(const Json& at, Inspection& inspection);
void check_entry(const Json& at, Inspection& inspection);
void check_check(const Json& at, Inspection& inspection);
void check_transition(const Json& at, Inspection& inspection);
void check_downgrades(const Json& at, Inspection& inspection);
void check_chosen(const Json& at, Inspection& inspection);

// The conditions that an object tests, none of which may read the score: it is decided before.
void check_inputs_only(const Json& at, std::string_view key, Inspection& inspection);
// Whether one comparison holds wherever the other one does.
[[nodiscard]] bool implies(const Json& one, const Json& other);

}  // namespace shopgauge::checker

#endif  // SHOPGAUGE_CORE_RULES_INSPECTION_H_

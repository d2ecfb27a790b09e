// The editions that are loaded, and which of them rules on a date. There is no "newest" or
// "nearest": a date that no edition covers is an issue.

#ifndef SHOPGAUGE_CORE_RULES_CATALOG_H_
#define SHOPGAUGE_CORE_RULES_CATALOG_H_

#include <memory>
#include <string_view>
#include <vector>

#include "core/rules/program.h"

namespace shopgauge {

// All faults of a document, pointers beginning with `prefix` (check_program of checker.h).
using DocumentCheck = Issues (*)(const Json& document, Literal prefix);

// Ordered by program id, then edition.
class Editions {
 public:
  // `check`: what documents must pass before they are read; null where the checker is not linked.
  explicit Editions(DocumentCheck check = nullptr) : check_(check) {}
  [[nodiscard]] DocumentCheck checker() const { return check_; }

  // Issues: `program.edition_differs` when the same edition is there with other content,
  // `program.overlap` when another edition of the program (param other) is in force on one of its
  // days. Editions from articles are never selected by date and overlap with none.
  Result<const Program*> add(std::unique_ptr<const Program> program, std::string_view text);

  [[nodiscard]] const std::vector<std::unique_ptr<const Program>>& all() const { return programs_; }

  // Whether any edition of the program is there.
  [[nodiscard]] bool has(std::string_view program) const { return !editions_of(program).empty(); }

  // Issues: `program.unknown`, `edition.unknown`.
  Result<const Program*> named(std::string_view program, std::string_view edition) const;
  // Issues: `program.unknown`, `edition.none_in_force` (params from, until: the gap;
  // before, after: the neighbouring editions; each empty where there is none).
  Result<const Program*> in_force(std::string_view program, Date date) const;

 private:
  [[nodiscard]] std::vector<const Program*> editions_of(std::string_view program) const;

  DocumentCheck check_;
  std::vector<std::unique_ptr<const Program>> programs_;
  std::vector<std::string> texts_;  // as loaded, in the same order
};

// Whether the edition is, or is presumed to be, in force on that date.
[[nodiscard]] bool covers(const Program& program, Date date);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_RULES_CATALOG_H_

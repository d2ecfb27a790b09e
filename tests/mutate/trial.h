// Whether the cases of a program notice that one of its documents has changed.

#ifndef SHOPGAUGE_TESTS_MUTATE_TRIAL_H_
#define SHOPGAUGE_TESTS_MUTATE_TRIAL_H_

#include <string>
#include <vector>

#include "core/api/shopgauge.h"
#include "tests/api/corpus.h"
#include "tests/mutate/mutants.h"

namespace shopgauge::tests {

enum class Outcome {
  noticed,   // a case does not come out as it says
  refused,   // whichever way it is made, the checker names a fault
  survived,  // every case still holds
};

// One edition: its document, the other editions of its program, and the cases beside them all.
class Subject {
 public:
  // `document`: a path of shipped_documents().
  explicit Subject(std::string document);

  [[nodiscard]] const std::string& program() const { return program_; }
  [[nodiscard]] const std::string& edition() const { return edition_; }
  [[nodiscard]] std::vector<Mutant> mutants() const { return mutants_of(document_, text_); }

  // `hint`: 0 at first, then as the last call left it. What noticed one mutant, or stands behind
  // that, often notices the next.
  [[nodiscard]] Outcome try_out(const Mutant& mutant, std::size_t& hint) const;
  // The cases that do not hold for the unchanged document, and why.
  [[nodiscard]] std::vector<std::string> broken_cases() const;

 private:
  [[nodiscard]] bool add_all(const Json& document, Catalog& catalog) const;
  [[nodiscard]] bool notices(const Json& document, std::size_t& hint) const;

  std::string text_;
  Json document_;
  std::string program_;
  std::string edition_;
  std::vector<Json> siblings_;
  std::vector<Case> own_;     // name this edition
  std::vector<Case> shared_;  // leave the choice of the edition to the engine, or ask for all
};

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_MUTATE_TRIAL_H_

// What can be changed in a program document so that a reply should change: each number up and down
// by the smallest unit that it is written with, each operator, flag and date.

#ifndef SHOPGAUGE_TESTS_MUTATE_MUTANTS_H_
#define SHOPGAUGE_TESTS_MUTATE_MUTANTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "tests/mutate/edit.h"

namespace shopgauge::tests {

struct Mutant {
  std::string pointer;
  std::string from;
  std::string to;
  // The ways to make it; the first that the checker accepts counts: a smaller step where the unit
  // would close a row, a partner that gives what this one takes where numbers make a sum.
  std::vector<Edits> ways;
};

// All mutants of the document in the order of its text. Texts, sources, notes and what only a plan
// or a forecast reads (`step`, `rolls`, `fed_by`) are left alone.
std::vector<Mutant> mutants_of(const Json& document, std::string_view text);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_MUTATE_MUTANTS_H_

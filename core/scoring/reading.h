// What a seller knows on one day: inputs by metric, scores read off the back office, the shop's own
// numbers. The request's reader has checked ids, types and ranges.

#ifndef SHOPGAUGE_CORE_SCORING_READING_H_
#define SHOPGAUGE_CORE_SCORING_READING_H_

#include <optional>
#include <string_view>
#include <vector>

#include "core/rules/program.h"

namespace shopgauge {

// absent: not in the request. unknown: null. no_sample: a ratio of nothing. no_score: the platform
// showed none. None of them is 0.
enum class InputState : std::uint8_t { absent, unknown, value, no_sample, no_score };

struct Input {
  InputState state = InputState::absent;
  Rational value;               // rates as fractions of 1, flags as 0 or 1
  const Json* given = nullptr;  // as the request has it, for the trace
};

// What is said of one node of the score: its score as the back office shows it, and the profile.
struct NodeReading {
  std::optional<Rational> given;
  std::optional<Rational> weight;
  const RowTable* weight_rows =
      nullptr;                 // the platform's table that gives it; null: the shop's own
  std::optional<Curve> table;  // the shop's own
  bool calibrated = false;     // the table is made of pairs that the shop read off
  std::optional<Curve> built;  // of benchmarks, once the thresholds are known
  bool not_assessed = false;
};

// A target or threshold of the shop, or of the platform's table for such shops.
struct ProfileNumber {
  enum class Kind : std::uint8_t { number, positive, not_assessed };
  Kind kind = Kind::number;
  Rational value;
  const RowTable* rows = nullptr;  // null: the shop's own
};

// What names something else: views into the request or the program document.
template <typename T>
struct Named {
  std::string_view name;
  T value;
};

// What the store is and was.
struct Enrolment {
  std::vector<Named<std::string_view>> words;  // store_type, category, subcategory
  std::vector<Named<Date>> dates;
  std::vector<Named<int>> counts;
};

struct Reading {
  std::vector<Input> metrics;                 // by metric index
  std::vector<NodeReading> nodes;             // by node index
  std::vector<Named<ProfileNumber>> profile;  // "targets.ccr" and the like
  std::optional<Method> method;
  Enrolment enrolment;
};

template <typename T>
[[nodiscard]] const T* find_in(const std::vector<Named<T>>& list, std::string_view name) {
  for (const Named<T>& known : list) {
    if (known.name == name) {
      return &known.value;
    }
  }
  return nullptr;
}

// A reading of `program` in which nothing is given.
[[nodiscard]] Reading empty_reading(const Program& program);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_READING_H_

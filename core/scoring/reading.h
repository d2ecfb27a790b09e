// What a seller knows on one day: inputs by metric, scores read off the back office, the shop's own
// numbers. The request's reader has checked ids, types and ranges.

#ifndef SHOPGAUGE_CORE_SCORING_READING_H_
#define SHOPGAUGE_CORE_SCORING_READING_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

struct Profile {
  std::vector<std::pair<std::string, Rational>> numbers;  // "targets.ccr" and the like
  std::vector<std::optional<Rational>> weights;           // by node index
  std::vector<std::optional<Curve>> tables;               // by node index
  std::vector<bool> not_assessed;                         // by node index
};

struct Enrolment {
  std::vector<std::pair<std::string, std::string>> words;  // store_type, category, subcategory
  std::vector<std::pair<std::string, Date>> dates;
  std::vector<std::pair<std::string, int>> counts;
};

struct Reading {
  std::vector<Input> metrics;                 // by metric index
  std::vector<std::optional<Rational>> given;  // by node index
  Profile profile;
  Enrolment enrolment;
};

template <typename T>
[[nodiscard]] const T* find_in(const std::vector<std::pair<std::string, T>>& pairs, std::string_view key) {
  for (const auto& pair : pairs) {
    if (pair.first == key) {
      return &pair.second;
    }
  }
  return nullptr;
}

// A reading of `program` in which nothing is given.
[[nodiscard]] Reading empty_reading(const Program& program);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_READING_H_

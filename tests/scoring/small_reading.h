// Readings for tests in a few words, and results as short texts that compare exactly.

#ifndef SHOPGAUGE_TESTS_SCORING_SMALL_READING_H_
#define SHOPGAUGE_TESTS_SCORING_SMALL_READING_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <deque>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/scoring/assessment.h"
#include "tests/base/print.h"
#include "tests/rules/small_program.h"

namespace shopgauge::small {

inline Input& input(Reading& reading, const Program& program, std::string_view metric) {
  return reading.metrics[find_metric(program, metric).value()];
}
inline void give(Reading& reading, const Program& program, std::string_view metric,
                 const Rational& value) {
  Input& at = input(reading, program, metric);
  at.state = InputState::value;
  at.value = value;
}
inline void give(Reading& reading, const Program& program, std::string_view metric,
                 InputState state) {
  input(reading, program, metric) = {state, {}, nullptr};
}
// A rate or mean as counts, as a request has it: {"num": 3, "den": 100}, {"sum": 14, "n": 3}. Lives
// as long as the program, for readings point into it.
inline void give_counts(Reading& reading, const Program& program, std::string_view metric,
                        std::string_view counts) {
  static std::deque<Json> kept;
  kept.push_back(parse_json(counts).take());
  const Json& given = kept.back();
  const Json* sum = given.find("num") != nullptr ? given.find("num") : given.find("sum");
  const Json* number = given.find("den") != nullptr ? given.find("den") : given.find("n");
  Input& at = input(reading, program, metric);
  at.given = &given;
  at.state = number->number.is_zero() ? InputState::no_sample : InputState::value;
  at.value = number->number.is_zero() ? Rational() : sum->number / number->number;
}
// The shop's own number under a path of the profile.
inline void own(Reading& reading, std::string_view path, const Rational& value) {
  ProfileNumber number;
  number.value = value;
  reading.profile.push_back({path, number});
}
inline NodeReading& node(Reading& reading, const Program& program, std::string_view id) {
  return reading.nodes[find_node(program.score->nodes, id)->index];
}

inline std::string show(Truth truth) {
  return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "undetermined";
}

// "55" or "50..60"; fractions exactly.
inline std::string show(const Span& span) {
  return span.exact() ? to_fraction(span.low)
                      : to_fraction(span.low) + ".." + to_fraction(span.high);
}

inline std::string show(const std::vector<Need>& needs) {
  std::string list;
  for (const Need& need : needs) {
    const char* kinds[] = {"", "profile ", "weight ", "given ", "enrolment "};
    list += (list.empty() ? "" : ", ") + std::string(kinds[static_cast<int>(need.kind)]) +
            std::string(need.id);
  }
  return list;
}

// "metric a = no (not_given)", "weight goods = 1/2 (assumed)"; a number of the document itself has
// no name: "program = 5 (assumed)".
inline std::string show(const Assumption& assumption) {
  const char* places[] = {"metric",  "weight", "table",     "calibration",
                          "profile", "method", "enrolment", "program"};
  std::string text = places[static_cast<int>(assumption.place)];
  text += (assumption.id.empty() ? "" : " ") + std::string(assumption.id);
  switch (assumption.taken) {
    case Assumption::Taken::unsaid:
      break;
    case Assumption::Taken::number:
      text += " = " + to_fraction(assumption.number);
      break;
    case Assumption::Taken::yes:
      text += " = yes";
      break;
    case Assumption::Taken::no:
      text += " = no";
      break;
  }
  return text + " (" + (assumption.status ? to_text(*assumption.status) : "not_given") + ")";
}

inline std::string show(const std::vector<Assumption>& assumptions) {
  std::string list;
  for (const Assumption& assumption : assumptions) {
    list += (list.empty() ? "" : ", ") + show(assumption);
  }
  return list;
}

// Random numbers that are the same everywhere: of a test's seed, which is printed on failure.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  // Within [low, high].
  int whole(int low, int high) {
    return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  // num/den with den up to `most_den`, within [low, high].
  Rational fraction(int low, int high, int most_den) {
    const int den = whole(1, most_den);
    return Rational::ratio(whole(low * den, high * den), den);
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace shopgauge::small

#endif  // SHOPGAUGE_TESTS_SCORING_SMALL_READING_H_

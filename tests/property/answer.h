// What is decided without knowing everything: an answer that may be open, and a value that lies
// somewhere between two ends.

#ifndef SHOPGAUGE_TESTS_PROPERTY_ANSWER_H_
#define SHOPGAUGE_TESTS_PROPERTY_ANSWER_H_

#include <string>
#include <vector>

#include "core/base/json.h"

namespace shopgauge::tests {

enum class Answer { no, yes, open };

// The answer to something that is so at the lowest and at the highest value.
Answer both(bool low, bool high);

// All must hold (`joins` no), or any (`joins` yes).
Answer join(const std::vector<Answer>& parts, Answer joins);

// As replies print it: "true", "false", "undetermined".
std::string text_of(Answer answer);
// That of a reply's answer; "nothing" where it has none.
std::string text_of(const Json* met);

// Lowest and highest possible value.
struct Ends {
  Rational low;
  Rational high;
};

inline Rational smaller(const Rational& a, const Rational& b) { return a < b ? a : b; }
inline Rational larger(const Rational& a, const Rational& b) { return a < b ? b : a; }

inline Ends hull(const Ends& a, const Ends& b) {
  return {smaller(a.low, b.low), larger(a.high, b.high)};
}

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_ANSWER_H_

// What the oracle knows of a store: document, request, and what it has worked out so far.
// Private to the oracle.

#ifndef SHOPGAUGE_TESTS_PROPERTY_ORACLE_KNOWN_H_
#define SHOPGAUGE_TESTS_PROPERTY_ORACLE_KNOWN_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "tests/property/answer.h"

namespace shopgauge::tests {

struct Known {
  const Json& document;
  const Json& request;
  const Json* score = nullptr;  // of the document

  bool maybe_unscored = false;
  std::string status;
  std::string reason;
  std::string stage;                                              // empty: open
  std::optional<Ends> total;                                      // the unrounded score
  bool formal = false;                                            // the nodes make the score
  std::map<std::string, std::optional<Ends>, std::less<>> nodes;  // empty: not scored by nodes
  std::map<std::string, Rational> weights;                        // of the nodes that are assessed
  std::map<std::string, Rational> shares;                         // of the total
  std::map<std::string, Answer> applied;                          // adjustments
  std::map<std::string, Ends> derived;
  Rational bonus;  // bonuses and deductions, before bands, cap and floor
  bool in_band = false;
};

// What the request says of a metric.
struct MetricGiven {
  enum class State { absent, unknown, value, no_sample, no_score };
  State state = State::absent;
  Rational value;
  const Json* given = nullptr;

  [[nodiscard]] std::optional<Ends> seen() const {
    return state == State::value ? std::optional(Ends{value, value}) : std::nullopt;
  }
};
MetricGiven metric_given(const Known& known, std::string_view metric);

// What the request has under `key` of its object `part`, or null.
const Json* given_in(const Known& known, std::string_view part, std::string_view key);

const Json& metric_with(const Known& known, std::string_view id);
const Json& standard_with(const Known& known, std::string_view id);

// The number to compare with: the document's or the shop's own; nothing where that is not given.
std::optional<Rational> threshold_of(const Known& known, const Json& threshold);

// The value of a figure of the document.
Rational figure(const Json& object, std::string_view key);

// A score as it is shown.
Rational rounded(const Known& known, const Rational& value);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_ORACLE_KNOWN_H_

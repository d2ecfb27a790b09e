// A second, plain reading of a program document (core/rules/FORMAT.md): what a reply must say,
// worked out from the document's and the request's JSON alone. Slow, without trace, exact.
//
// It does not look at the platform's rows, so requests must not name a category.

#ifndef SHOPGAUGE_TESTS_PROPERTY_ORACLE_H_
#define SHOPGAUGE_TESTS_PROPERTY_ORACLE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/property/oracle_known.h"

namespace shopgauge::tests {

class Oracle {
 public:
  // Both must outlive it. A month or check of a timeline is a request with its metrics and profile.
  Oracle(const Json& document, const Json& request);

  // Whether the standard with this id is met.
  [[nodiscard]] Answer standard(std::string_view id) const;
  // Its number that is to be reached, when that is known.
  [[nodiscard]] std::optional<Rational> target(const Json& standard) const;

  // Whether a condition of the document holds; an absent input leaves it open.
  [[nodiscard]] Answer condition(const Json& condition) const;

  // Where the value of a reply to `assess` says something else; empty when nowhere.
  [[nodiscard]] std::vector<std::string> differences(const Json& value) const;

  // Everything that is decided: status, answers of standards, gates, tier, what was applied.
  [[nodiscard]] std::string answers() const;

  // Whether a band shows the score elsewhere, or may.
  [[nodiscard]] bool in_band() const { return known_.in_band; }

 private:
  Known known_;
};

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_ORACLE_H_

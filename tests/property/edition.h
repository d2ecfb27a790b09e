// What a shipped edition's document says, as the tests that are made from it need it: its metrics
// with good and bad values, the profile's paths with numbers that fit, every threshold.

#ifndef SHOPGAUGE_TESTS_PROPERTY_EDITION_H_
#define SHOPGAUGE_TESTS_PROPERTY_EDITION_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"

namespace shopgauge::tests {

// Something that a document compares with a number: {"metric": "ccr", "at_most": threshold}.
struct Leaf {
  std::string path;                  // JSON Pointer
  const Json* comparison = nullptr;  // the object that holds it
  std::string subject;               // "metric", "count_of", "sample_of", "score" or "node"
  std::string id;                    // of the metric or node; "value" or "unrounded"
  std::string operation;             // "at_least", "above", "at_most" or "below"
  const Json* threshold = nullptr;
  std::vector<const Json*> above;  // the conditions around it, the outermost first
};

class Edition {
 public:
  explicit Edition(std::string path);

  [[nodiscard]] const Json& document() const { return document_; }
  [[nodiscard]] const Json* score() const { return document_.find("score"); }

  // {"program", "edition"}
  [[nodiscard]] Json request() const;

  [[nodiscard]] const std::vector<Json>& metrics() const;
  [[nodiscard]] const Json& metric(std::string_view id) const;
  // The smallest change that counts.
  [[nodiscard]] Rational step(const Json& metric) const;
  // Whether the metric may have this value.
  [[nodiscard]] static bool admits(const Json& metric, const Rational& value);
  // As good, or as bad, as it may be; beyond all thresholds where its range has no end.
  [[nodiscard]] Json best(const Json& metric) const;
  [[nodiscard]] Json worst(const Json& metric) const;

  // Every comparison with a threshold but those of the cycle and the platform's rows.
  [[nodiscard]] const std::vector<Leaf>& leaves() const { return leaves_; }
  // A profile path of the document -> a number that a shop may have there.
  [[nodiscard]] const std::map<std::string, Rational>& chosen() const { return chosen_; }
  // Whether the document has no default for the path.
  [[nodiscard]] bool must_be_given(const std::string& path) const;

  // The nodes of the score's first level; of all levels.
  [[nodiscard]] const std::vector<Json>& top_nodes() const;
  [[nodiscard]] std::vector<const Json*> all_nodes() const;
  // One unit of the score's last digit.
  [[nodiscard]] Rational score_unit() const;

 private:
  void find_leaves(const Json& at, const std::string& path, std::vector<const Json*> above);
  void choose_numbers();
  void choose(const Json& threshold, const Rational& value);
  [[nodiscard]] Json far(const Json& metric, bool high) const;

  Json document_;
  std::vector<Leaf> leaves_;
  std::map<std::string, Rational> chosen_;
  std::map<std::string, bool> has_default_;
};

// The number of a threshold: a figure, or the default of a profile path; nothing where there is
// none.
std::optional<Rational> default_of(const Json& threshold);

// One unit of the last decimal place of a number: 0.005 -> 0.001, 70 -> 1.
Rational last_unit(const Rational& value);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_EDITION_H_

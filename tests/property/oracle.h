// A second, plain reading of a program document (core/rules/FORMAT.md): what a reply must say,
// worked out from the document's and the request's JSON alone. Slow, without trace, exact.
//
// It does not look at the platform's rows, so requests must not name a category.

#ifndef SHOPGAUGE_TESTS_PROPERTY_ORACLE_H_
#define SHOPGAUGE_TESTS_PROPERTY_ORACLE_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"

namespace shopgauge::tests {

enum class Answer { no, yes, open };

// Lowest and highest possible value.
struct Ends {
  Rational low;
  Rational high;
};

class Oracle {
 public:
  // Both must outlive it. A month or check of a timeline is a request with its metrics and profile.
  Oracle(const Json& document, const Json& request);

  // Whether the standard with this id is met.
  [[nodiscard]] Answer standard(std::string_view id) const;
  // Its number that is to be reached, when that is known.
  [[nodiscard]] std::optional<Rational> target(const Json& standard) const;

  // Whether a condition of the document holds; an absent input leaves it open.
  [[nodiscard]] Answer condition(const Json& condition) const {
    return holds(condition, Absent::open);
  }

  // Where the value of a reply to `assess` says something else; empty when nowhere.
  [[nodiscard]] std::vector<std::string> differences(const Json& value) const;

  // Everything that is decided: status, answers of standards, gates, tier, what was applied.
  [[nodiscard]] std::string answers() const;

  // What bonuses and deductions sum to, before bands, cap and floor.
  [[nodiscard]] const Rational& bonus() const { return bonus_; }
  // The unrounded score, when there is one.
  [[nodiscard]] const std::optional<Ends>& total() const { return total_; }
  // Whether a band shows the score elsewhere, or may.
  [[nodiscard]] bool in_band() const { return in_band_; }

 private:
  // What an absent input means.
  enum class Absent { open, no };
  struct Input;

  [[nodiscard]] Input input(std::string_view metric) const;
  [[nodiscard]] std::optional<Rational> threshold(const Json& threshold) const;
  [[nodiscard]] Answer compare(const Json& comparison, const std::optional<Ends>& seen) const;
  [[nodiscard]] Answer compare_metric(const Json& comparison, Absent absent, bool no_sample) const;
  [[nodiscard]] Answer compare_count(const Json& comparison, Absent absent) const;
  [[nodiscard]] Answer compare_word(const Json& comparison, Absent absent) const;
  [[nodiscard]] Answer holds(const Json& condition, Absent absent, bool sees_score = true) const;
  [[nodiscard]] Answer standard(const Json& standard) const;
  // The answer to each comparison of a condition, in order.
  void leaves(const Json& condition, bool sees_score, std::vector<Answer>& list) const;

  void work_out();
  [[nodiscard]] bool excluded(const Json& where);
  void score_stage(const Json& stage);
  [[nodiscard]] std::optional<Ends> formal();
  [[nodiscard]] std::optional<Ends> group(const Json& nodes, const Rational& share);
  [[nodiscard]] std::optional<Ends> node(const Json& node);
  [[nodiscard]] std::optional<Ends> indicator(const Json& node) const;
  [[nodiscard]] std::optional<Rational> points(const Json& node, const Rational& value) const;
  [[nodiscard]] Ends adjusted(const Ends& sum, const std::vector<Json>& adjustments);
  [[nodiscard]] Ends bonus_of(const Json& adjustment);
  [[nodiscard]] Ends events_of(const Json& adjustment);
  [[nodiscard]] Ends banded(const Json& adjustment, const Ends& sum);
  void derive();
  [[nodiscard]] Rational rounded(const Rational& value) const;

  [[nodiscard]] std::string verdict() const;
  [[nodiscard]] std::string choice(std::string_view key) const;
  void choose(std::string_view key, bool scored, std::string& possible, int& count,
              bool& open) const;
  void compare_nodes(const Json& nodes, const std::vector<Json>& replied,
                     std::vector<std::string>& wrong) const;
  void compare_gates(const Json& value, std::vector<std::string>& wrong) const;

  const Json& document_;
  const Json& request_;
  const Json* score_ = nullptr;  // of the document

  bool maybe_unscored_ = false;
  std::string status_;
  std::string reason_;
  std::string stage_;  // empty: open
  std::optional<Ends> total_;
  bool formal_ = false;                               // the nodes make the score
  std::map<std::string, std::optional<Ends>> nodes_;  // empty: not scored by nodes
  std::map<std::string, Rational> weights_;           // of the nodes that are assessed
  std::map<std::string, Rational> shares_;            // of the total
  std::map<std::string, Answer> applied_;             // adjustments
  std::map<std::string, Ends> derived_;
  Rational bonus_;
  bool in_band_ = false;
};

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_ORACLE_H_

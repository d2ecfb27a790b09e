// The result of scoring one reading, with its trace: what was read, what was used, what each part
// brings. Plain data; `api` writes it.

#ifndef SHOPGAUGE_CORE_SCORING_ASSESSMENT_H_
#define SHOPGAUGE_CORE_SCORING_ASSESSMENT_H_

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/rules/curve.h"
#include "core/scoring/reading.h"

namespace shopgauge {

enum class Truth : std::uint8_t { no, yes, undetermined };

// Lowest and highest possible value; equal when nothing is missing.
struct Span {
  Rational low;
  Rational high;

  [[nodiscard]] bool exact() const { return low == high; }
};

// A number or an input that the result rests on and that the request did not give.
struct Assumption {
  std::string path;  // JSON Pointer into the request; "/program…": into the program document
  std::variant<std::monostate, Rational, bool, std::string> taken;
  std::optional<Status> status;  // nothing: not_given
};

struct Warning {
  std::string code;
  std::vector<Param> params;
};

// One comparison of the trace.
struct Finding {
  const Comparison* comparison = nullptr;
  std::string id;                  // of the metric, node, standard …
  const Input* input = nullptr;    // metrics
  std::optional<Span> observed;    // scores and nodes
  std::string word;                // enrolment and stage: what was seen
  std::optional<Rational> target;
  Truth met = Truth::undetermined;
  std::optional<Rational> margin;  // distance to the target, not negative where it is met
  std::vector<std::string> needs;
  std::string source;
};

enum class NodeBasis : std::uint8_t { given, anchored, computed, partial, missing, not_assessed, fixed };
enum class Why : std::uint8_t { none, absent, unknown, no_sample, no_score, optional, profile };

// How a what-if moved a given score: by the difference that the curves give.
struct Anchor {
  Rational given;
  Rational moved;
};

struct NodeResult {
  std::string id;
  const Node* node = nullptr;  // null for the one node of a stage
  NodeBasis basis = NodeBasis::missing;
  Why why = Why::none;
  Span score;
  Rational weight;     // among the assessed nodes of its group
  Span contribution;   // points of the total, rounded so that the parts sum to the printed total
  const Input* input = nullptr;
  const Curve* curve = nullptr;  // computed indicators: the table used and where in it
  std::size_t row = 0;
  bool own_table = false;  // the curve stands in the profile
  std::optional<Anchor> anchor;
  std::vector<NodeResult> nodes;
};

struct AdjustmentResult {
  std::string id;
  Span points;
  Truth applied = Truth::no;
  Provenance provenance;
};

struct DerivedResult {
  std::string id;
  Span value;
};

struct ScoreResult {
  Span unrounded;  // exact
  Span value;      // rounded as the program says
  std::string stage;
  std::vector<DerivedResult> derived;
};

struct GateResult {
  const Gate* gate = nullptr;
  Truth met = Truth::undetermined;
  std::vector<std::string> needs;
  std::vector<Finding> findings;
};

enum class AssessmentStatus : std::uint8_t { scored, not_scored, judged, not_applicable };
enum class Basis : std::uint8_t { exact, estimated, partial };

struct Assessment {
  AssessmentStatus status = AssessmentStatus::scored;
  std::string reason;
  Basis basis = Basis::exact;
  std::optional<ScoreResult> score;
  std::vector<NodeResult> nodes;
  std::vector<AdjustmentResult> adjustments;
  std::vector<Finding> standards;
  std::optional<Truth> verdict;
  std::vector<std::string> needs;  // inputs that would decide the verdict
  std::vector<GateResult> gates;
  std::vector<std::string> missing;  // metrics
  std::vector<Assumption> assumptions;
  std::vector<Warning> warnings;
};

// Adds what is not there yet (assumptions by path).
void add_once(std::vector<std::string>& list, const std::string& item);
void add_once(std::vector<std::string>& list, const std::vector<std::string>& items);
void add_once(std::vector<Assumption>& list, const Assumption& assumption);
void add_once(std::vector<Assumption>& list, const std::vector<Assumption>& assumptions);

// partial when something is missing, else estimated when an assumption rests on an example or on us.
[[nodiscard]] Basis basis_of(bool something_missing, const std::vector<Assumption>& assumptions);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_ASSESSMENT_H_

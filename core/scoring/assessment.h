// The result of scoring one reading, with its trace: what was read, what was used, what each part
// brings. Plain data; `api` writes it.

#ifndef SHOPGAUGE_CORE_SCORING_ASSESSMENT_H_
#define SHOPGAUGE_CORE_SCORING_ASSESSMENT_H_

#include <optional>
#include <string>
#include <string_view>
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

// An input that would decide something.
struct Need {
  enum class Kind : std::uint8_t { metric, profile, weight, given, enrolment };
  Kind kind = Kind::metric;
  std::string_view id;  // of the metric, node or field; the profile path

  friend bool operator==(const Need&, const Need&) = default;
};

// A number or an input that the result rests on and that the request did not give.
struct Assumption {
  // Where the request could give it; program: a number of the document itself.
  enum class Place : std::uint8_t {
    metric,
    weight,
    table,
    calibration,
    profile,
    method,
    enrolment,
    program
  };
  enum class Taken : std::uint8_t { unsaid, number, yes, no };
  Place place = Place::metric;
  std::string_view id;       // of the metric, node or field; the profile path
  const Json* at = nullptr;  // program: where in the document
  Taken taken = Taken::unsaid;
  Rational number;
  std::optional<Status> status;  // nothing: not_given
};

// A number of the program document that only we or one shop's example vouch for; nothing to list
// where it is better known.
void rely(std::vector<Assumption>& list, const Provenance& provenance,
          const Rational* taken = nullptr);

struct Warning {
  std::string_view code;
  std::string_view node;     // of what_if_not_anchored
  std::optional<Date> date;  // of the warnings about the edition
  std::vector<Need> needs;
};

enum class Trend : std::uint8_t { same, better, worse };

// One comparison of the trace.
struct Finding {
  const Comparison* comparison = nullptr;
  std::string_view id;           // of the metric, node, standard …
  const Input* input = nullptr;  // metrics
  std::optional<Span> observed;  // scores and nodes
  std::string_view word;         // enrolment and stage: what was seen
  std::optional<Rational> target;
  bool positive = false;      // the target is "more than 0"
  bool not_assessed = false;  // the platform's table assesses such stores by something else
  const Standard* standard = nullptr;
  std::vector<Finding> alternatives;
  Truth met = Truth::undetermined;
  std::optional<Rational> margin;  // distance to the target, not negative where it is met
  std::optional<Rational> change;  // against the month before
  std::optional<Trend> trend;
  std::vector<Need> needs;
  std::string_view source;
};

enum class NodeBasis : std::uint8_t {
  given,
  anchored,
  computed,
  flat,
  partial,
  missing,
  not_assessed,
  fixed
};
// no_threshold: the shop's own thresholds are needed for the curve. beyond_calibration: the value
// lies outside the pairs of the profile, so that only one end of its score is known.
enum class Why : std::uint8_t {
  none,
  absent,
  unknown,
  no_sample,
  no_score,
  no_threshold,
  beyond_calibration,
  optional,
  profile
};

// How a what-if moved a given score: by the difference that the curves give.
struct Anchor {
  Rational given;
  Rational moved;
};

struct NodeResult {
  std::string_view id;
  const Node* node = nullptr;  // null for the one node of a stage
  NodeBasis basis = NodeBasis::missing;
  Why why = Why::none;
  Span score;
  Rational weight;    // among the assessed nodes of its group; scored by minimum: not set
  Rational share;     // of the total, at the low end
  Span contribution;  // points of the total, rounded so that the parts sum to the printed total
  const Input* input = nullptr;
  const Curve* curve = nullptr;  // computed indicators: the table used and where in it
  std::size_t row = 0;
  bool own_table = false;   // the curve stands in the profile
  bool calibrated = false;  // it was made of the profile's pairs
  std::optional<Anchor> anchor;
  std::vector<NodeResult> nodes;
};

struct AdjustmentResult {
  std::string_view id;
  Span points;
  Truth applied = Truth::no;
  Provenance provenance;
};

struct DerivedResult {
  std::string_view id;
  Span value;
};

struct ScoreResult {
  Span unrounded;  // exact
  Span value;      // rounded as the program says
  std::string_view stage;
  std::optional<Method> method;  // where the program has several
  std::vector<DerivedResult> derived;
};

// The first entry of a list whose condition holds.
struct Choice {
  std::optional<std::size_t> index;
  std::vector<std::size_t> possible;  // undetermined: those that may
  std::vector<Need> needs;

  [[nodiscard]] bool empty() const { return !index && possible.empty(); }
};

// What a leaf of the score costs against its highest score, in points of the total.
[[nodiscard]] Rational cost_of(const NodeResult& leaf);

struct GateResult {
  const Gate* gate = nullptr;
  Truth met = Truth::undetermined;
  std::vector<Need> needs;
  std::vector<Finding> findings;
};

enum class AssessmentStatus : std::uint8_t { scored, not_scored, judged, not_applicable };
enum class Basis : std::uint8_t { exact, estimated, partial };

struct Assessment {
  AssessmentStatus status = AssessmentStatus::scored;
  std::string_view reason;
  Basis basis = Basis::exact;
  std::optional<ScoreResult> score;
  std::vector<NodeResult> nodes;
  std::vector<AdjustmentResult> adjustments;
  std::vector<Finding> standards;
  std::optional<Truth> verdict;
  std::vector<Need> needs;  // inputs that would decide the verdict
  std::vector<GateResult> gates;
  Choice tier;
  Choice look_back;
  std::vector<const NodeResult*> worst;   // the most expensive leaves, at most three
  std::vector<std::string_view> missing;  // metrics
  std::vector<Assumption> assumptions;
  std::vector<Warning> warnings;
};

// Adds what is not there yet (assumptions by place).
void add_once(std::vector<Need>& list, const std::vector<Need>& needs);
// Only the metrics among the needs.
void add_missing(std::vector<std::string_view>& missing, std::string_view metric);
void add_missing(std::vector<std::string_view>& missing, const std::vector<Need>& needs);
void add_once(std::vector<Assumption>& list, const Assumption& assumption);
void add_once(std::vector<Assumption>& list, const std::vector<Assumption>& assumptions);

// partial when something is missing, else estimated when an assumption rests on an example or on
// us.
[[nodiscard]] Basis basis_of(bool something_missing, const std::vector<Assumption>& assumptions);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_ASSESSMENT_H_

// The model of a program document (FORMAT.md): plain data, read and checked once, then only read.
// Every number that decides something keeps its status and its source.

#ifndef SHOPGAUGE_CORE_RULES_PROGRAM_H_
#define SHOPGAUGE_CORE_RULES_PROGRAM_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/issue.h"
#include "core/base/json.h"
#include "core/base/rational.h"
#include "core/calendar/date.h"

namespace shopgauge {

// How a number is known.
enum class Status : std::uint8_t { official, reported, inferred, example, assumed };
[[nodiscard]] Literal to_text(Status status);
// Whether a result that rests on such a number is an estimate.
[[nodiscard]] bool makes_estimate(Status status);

struct Provenance {
  Status status = Status::assumed;
  std::string_view source;   // id of a source; may be empty for assumed numbers
  const Json* at = nullptr;  // where in the document
};

struct Figure {
  Rational value;
  Provenance provenance;
};

// A program's own figure, or the shop's (a profile path such as "targets.ccr") with a default.
struct Threshold {
  std::string_view profile;
  std::optional<Figure> figure;
};

enum class MetricKind : std::uint8_t { count, rate, mean, amount, flag };

struct Metric {
  std::string_view id;
  MetricKind kind = MetricKind::amount;
  std::optional<Rational> lowest;
  std::optional<Rational> highest;
  bool higher_is_better = false;
  bool lower_is_better = false;
  std::optional<Rational> if_absent;
  bool no_score = false;
};

enum class Operator : std::uint8_t { at_least, above, at_most, below, is };
[[nodiscard]] Literal to_text(Operator comparison);

enum class Subject : std::uint8_t {
  metric,
  count_of,   // the events of a rate given as counts
  sample_of,  // its cases
  score_value,
  score_unrounded,
  node,
  enrolment,
  stage
};

// `subject operator threshold`; for flags `truth`, for words `word`.
struct Comparison {
  Subject subject = Subject::metric;
  std::string_view id;
  std::size_t index = 0;  // of the metric or node
  Operator comparison = Operator::is;
  Threshold threshold;
  bool truth = true;
  std::string_view word;
  bool no_sample_met = false;  // a ratio of nothing is met
};

struct Condition {
  enum class Kind : std::uint8_t { all, any, compare };
  Kind kind = Kind::all;
  std::vector<Condition> parts;
  Comparison comparison;
};

// From a metric's value to points. `benchmarks` becomes linear once the shop's thresholds are
// known.
struct Curve {
  enum class Kind : std::uint8_t { linear, steps, identity, benchmarks };
  struct Knot {
    Rational x;
    Rational y;
    friend bool operator==(const Knot&, const Knot&) = default;
  };
  struct Row {
    Rational from;
    Rational to;
    Rational points;
    friend bool operator==(const Row&, const Row&) = default;
  };
  Kind kind = Kind::identity;
  bool closed_left = true;
  std::vector<Knot> knots;
  std::vector<Row> rows;
  // benchmarks: points at the best value, at `excellent`, at `poor`, and `reach` times as far.
  Threshold excellent;
  Threshold poor;
  Rational best;
  std::vector<Rational> points;
  Rational reach;
  Provenance provenance;
};

enum class NodeKind : std::uint8_t { dimension, indicator };

// What a small sample scores whatever the curve says.
struct FlatScore {
  Condition when;
  Figure points;
};

struct Node {
  std::string_view id;
  std::size_t index = 0;  // number among all nodes of the score, parents before children
  NodeKind kind = NodeKind::dimension;
  Figure weight;
  Rational lowest;
  Rational highest;
  std::size_t metric = 0;  // indicators
  bool optional = false;
  Curve curve;
  std::optional<FlatScore> flat;
  std::vector<Node> nodes;
};

struct Band {
  Rational at_least;
  Rational shown_from;
  Rational shown_below;
};

struct Adjustment {
  enum class Kind : std::uint8_t { conditional, per_event, bands, at_most, at_least };
  std::string_view id;
  Kind kind = Kind::conditional;
  Condition when;
  Figure points;          // conditional; per_event: points of each; at_most, at_least: the limit
  std::string_view node;  // conditional: the top node that gets the points, or empty
  std::optional<Rational> limit;  // per_event: the sum stops here (same sign as points)
  std::size_t metric = 0;         // per_event
  std::vector<Band> bands;
  Provenance provenance;
};

// A named reason with the condition that brings it.
struct Exclusion {
  std::string_view reason;
  Condition when;
};

struct Stage {
  std::string_view id;
  Condition when;
  std::vector<Exclusion> not_scored;
  std::string_view node;
  Figure points;
  std::vector<Adjustment> adjustments;
};

// What a reply's score says besides the derived figures, whose ids stand beside these.
inline constexpr Literal kScoreKeys =
    "value unrounded low high unrounded_low unrounded_high digits scale stage method";

struct Derived {
  std::string_view id;
  std::string_view of;  // "value" or the id of an earlier derived figure
  Curve curve;
};

// How a group of nodes is scored: by weights, or by its lowest node.
enum class Method : std::uint8_t { weighted, minimum };
[[nodiscard]] Literal to_text(Method method);

struct ScoreRule {
  Rational lowest;
  Rational highest;
  std::vector<Method> methods;  // that a shop's page may use, the default first
  Provenance method_provenance;
  int digits = 0;
  Rounding rounding = Rounding::half_up;
  Provenance rounding_provenance;
  std::string_view stage;
  std::vector<Exclusion> not_scored;
  std::vector<Stage> stages;
  std::vector<Node> nodes;
  std::size_t node_count = 0;
  std::vector<Adjustment> adjustments;
  std::vector<Derived> derived;
};

struct Standard {
  std::string_view id;
  Comparison comparison;
  std::vector<Comparison> alternatives;  // met when any of all is
  bool advisory = false;                 // no part of the verdict
  bool timeline_only = false;            // judged by a phase alone
  std::string_view area;
  std::string_view source;
};

struct Gate {
  std::string_view id;
  Condition when;
  bool exact = false;  // says nothing of an estimate
  std::string_view source;
};

struct Tier {
  std::string_view id;
  std::optional<Condition> when;
  bool not_scored = false;  // of a store without a score
  std::vector<std::string_view> consequences;
  Provenance provenance;
};

// Over how many months the metrics are to be read.
struct LookBack {
  std::string_view id;
  int months = 0;
  std::optional<Condition> when;
  Provenance provenance;
};

// Numbers that the platform publishes by category and type of the store.
struct RowTable {
  std::vector<std::string_view> by;  // words of the enrolment
  std::vector<std::string_view> any;
  std::vector<std::string_view> others;
  const Json* same = nullptr;  // word of the table -> further words of the enrolment; may be null
  std::vector<std::string_view> paths;            // "targets.…", or empty for a weight
  std::vector<std::optional<std::size_t>> nodes;  // of weights
  std::vector<const Json*> rows;                  // arrays: the words, then the values
  Provenance provenance;
};

// The day `day` of the month `month_after` months after the month that decided; without them the
// deciding day itself.
struct DayRule {
  std::optional<int> month_after;
  int day = 1;
};

struct Transition {
  std::string_view phase;
  DayRule at;
};

// Money: share × of.
struct Amount {
  Threshold of;
  Figure share;
};

struct EventRule {
  std::string_view event;
  std::string_view rule;
  DayRule at;
  std::string_view to;      // a store type
  std::string_view choice;  // or the choice that names it, `to` being the default
  std::vector<std::string_view> of;
  bool to_entered = false;  // or what the store was when it entered
  std::optional<Amount> amount;
  bool areas = false;  // names the areas whose standards the month failed
  Provenance provenance;
};

enum class Counter : std::uint8_t {
  failures,
  passes_in_a_row,
  failures_in_a_row,
  each_failure,
  each_pass
};

struct PhaseRule {
  std::string_view id;
  Counter on = Counter::failures;
  int reaches = 0;  // each_failure, each_pass: 1
  Provenance provenance;
  std::vector<std::size_t> judge;  // standards that count here; empty: the month's verdict
  int blocks = 0;                  // months; 0: the whole phase is one
  Provenance blocks_provenance;
  bool again = false;
  std::optional<int> downgrades_at_least;
  std::optional<int> downgrades_at_most;
  std::vector<EventRule> events;
  std::optional<Transition> then;
};

struct CheckOutcome {
  std::vector<EventRule> events;
  std::optional<Transition> then;
};

struct CheckRule {
  std::string_view standard;
  int after = 0;           // days after the phase's first, or months of it
  bool in_months = false;  // on the last day of that month
  Provenance provenance;
  std::vector<std::size_t> judge;  // standards
  std::vector<std::size_t> sums;   // metrics taken over the phase's months
  std::vector<std::size_t> means;
  CheckOutcome passed;
  CheckOutcome failed;
};

struct ChoiceRule {
  std::string_view id;
  std::vector<std::string_view> after;  // rules of the phase, any of which must have fired
  bool after_pass = false;              // in a month that follows a passing one
  std::vector<EventRule> events;
  std::optional<Transition> then;  // nothing: the store leaves the program
};

// When a store was younger, at one date of its enrolment, than so many months since another.
struct AgeCondition {
  int months = 0;
  std::string_view since;
  std::string_view at;
  Provenance provenance;
};

struct NextPhase {
  std::string_view phase;
  std::optional<AgeCondition> when;
};

struct Phase {
  enum class Length : std::uint8_t { months, days, month_end, year_end, open };
  std::string_view id;
  std::string_view shown;  // what replies call it; empty: its days belong to no phase
  Length length = Length::open;
  int count = 0;  // months or days
  Provenance length_provenance;
  bool numbered = false;
  std::vector<std::size_t> judge;  // standards; empty: months are not assessed
  std::optional<DayRule> review;   // when a month is judged; nothing: on its last day
  Provenance review_provenance;
  std::vector<CheckRule> checks;  // by time
  std::vector<PhaseRule> rules;
  std::vector<EventRule> completed;
  std::vector<ChoiceRule> choices;
  std::vector<NextPhase> next;  // empty: the store leaves the program
};

struct Entry {
  std::vector<std::string_view> fields;
  std::string_view phase;
  std::string_view from;
  int days = 0;
  int month_start = 0;  // 0, or: the month's 1st up to this day of it, else the next month's
  Provenance month_start_provenance;
  std::string_view store_type;  // what such a store is now, where that is not what it entered as
  std::string_view failures_field;         // enrolment field that starts this counter, or empty
  std::string_view passes_in_a_row_field;  // likewise
};

struct Cycle {
  std::string_view store_type;
  std::vector<Entry> entries;
  std::optional<Provenance> no_score_month;
  std::vector<Phase> phases;
};

struct Source {
  std::string_view id;
  std::optional<Date> date;
};

struct Program {
  std::string_view id;
  std::string_view edition;
  Date from;
  std::optional<Date> until;
  std::optional<Date> last_seen;
  bool article = false;
  Provenance in_force;
  std::vector<Source> sources;
  std::vector<std::string_view> notices;
  std::vector<Metric> metrics;
  std::vector<std::string_view>
      profile_paths;  // "targets.…" and "thresholds.…" that the document reads
  std::vector<RowTable> rows;
  std::vector<LookBack> look_back;
  std::vector<Exclusion> not_applicable;
  std::optional<ScoreRule> score;
  std::vector<Standard> standards;
  std::vector<Gate> gates;
  std::vector<Tier> tiers;
  std::optional<Cycle> cycle;
  // All ids above are views into it.
  std::unique_ptr<const Json> document;
};

[[nodiscard]] std::optional<std::size_t> find_metric(const Program& program, std::string_view id);
// The node with this id anywhere in the tree, or null.
[[nodiscard]] const Node* find_node(const std::vector<Node>& nodes, std::string_view id);
[[nodiscard]] const Phase* find_phase(const Cycle& cycle, std::string_view id);
// The newest date of all sources.
[[nodiscard]] std::optional<Date> newest_source(const Program& program);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_RULES_PROGRAM_H_

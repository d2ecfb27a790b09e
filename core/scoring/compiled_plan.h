// The flat form of a program for one shop: what compile.cpp makes and run reads.
//
// Scores are whole numbers of a unit that is fine enough for every number of the rules: points
// times `unit`, and a group's score times the common denominator of its weights, so that weighing
// is exact. Only a line between knots is rounded, down, and only where the division leaves a
// remainder: the score then lies in [x, x + slack]. What such an interval does not decide goes the
// exact way.

#ifndef SHOPGAUGE_CORE_SCORING_COMPILED_PLAN_H_
#define SHOPGAUGE_CORE_SCORING_COMPILED_PLAN_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/scoring/compiled.h"

namespace shopgauge::compiled {

// Three-valued logic in which `all` is the least and `any` the greatest. kCompare: look at the
// value.
using Tri = std::uint8_t;
inline constexpr Tri kNo = 0;
inline constexpr Tri kOpen = 1;
inline constexpr Tri kYes = 2;
inline constexpr Tri kCompare = 3;

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);
inline constexpr std::size_t kMostStages = 8;
inline constexpr std::size_t kMostOptional = 4;

// Every comparison of numbers is "at least": x >= 3 as it stands, x > 3 as x >= 4 in whole numbers,
// x <= 3 as the contrary of that.
struct Bound {
  std::int64_t least = 0;
  bool contrary = false;
};

// One comparison, or several joined; its truths stand in a register of its own number.
struct Test {
  enum class Kind : std::uint8_t {
    fixed,
    metric,
    count,
    sample,
    shown,
    unrounded,
    node,
    stage,
    all,
    any
  };
  Kind kind = Kind::fixed;
  bool of_score = false;  // it, or a part of it, asks for the score
  bool if_exact = false;  // knows no score that is an estimate
  std::size_t index = 0;  // of the metric or node
  Operator comparison = Operator::is;
  Fraction target{0, 1};          // of metrics and counts
  Bound bound;                    // of whole numbers: metrics and counts without denominator, shown
  std::array<Tri, 5> by_state{};  // metric, by InputState; count, sample: where no count is known
  bool countable = false;         // count, sample: such a metric may have counts
  Tri known = kCompare;           // count, sample, node, shown, unrounded: where a number is known;
                                  // fixed: the truth
  Tri unknown = kOpen;            // node, shown, unrounded: where none is. node: of the given score
  Rational threshold;             // unrounded, node
  std::array<Tri, kMostStages + 2> by_stage{};  // see Blocks::stage
  std::vector<std::size_t> parts;               // of all, any: tests before this one
};

// Points between two knots: base + rise * value, in units, rounded down, within [lowest, highest].
struct Line {
  std::int64_t rise = 0;
  std::int64_t base = 0;
  std::int64_t lowest = 0;
  std::int64_t highest = 0;
};

// An indicator.
struct Leaf {
  enum class Shape : std::uint8_t { lines, steps, none };  // none: thresholds are not known
  std::size_t node = 0;
  std::size_t metric = 0;
  Shape shape = Shape::none;
  bool optional = false;
  bool closed_left = true;
  std::vector<Fraction> turns;       // between lines or steps, rising
  std::vector<Line> lines;           // one more than turns
  std::vector<std::int64_t> points;  // of steps, likewise
  std::int64_t lowest = 0;           // of the node, in units
  std::int64_t highest = 0;
  std::int64_t slack = 0;      // of a line; 1 where all of `lines` are exact
  bool exact_lines = true;     // rise and base are no approximations
  std::int64_t num_limit = 0;  // values up to these are worked out in 64 bits
  std::int64_t den_limit = 0;
  std::size_t flat = kNone;  // the test that makes it flat
  std::int64_t flat_points = 0;
  bool calibrated = false;  // beyond these two values only one end of the score is known
  Fraction first{0, 1};
  Fraction last{0, 1};
  bool better_above = false;
  bool estimated = false;     // its points rest on an example or on us
  bool may_estimate = false;  // off a knot of the shop's pairs they do
};

// One part of a group, weighed.
struct Part {
  std::size_t score = 0;  // register: see Variant::score
  std::int64_t weight = 0;
};

// A leaf that moves a given score: weight * (points - before).
struct Move {
  std::size_t leaf = 0;
  std::int64_t weight = 0;
  std::int64_t before = 0;    // today's points in units, rounded up
  bool before_exact = false;  // without rounding
  bool by_value = false;      // they are the curve's, of the value `today`; else a flat score
  Fraction today{0, 1};
};

// How a node that is no leaf comes to its score, children first.
struct Step {
  enum class Kind : std::uint8_t { given, anchored, anchored_minimum, weighted, minimum };
  Kind kind = Kind::weighted;
  std::size_t score = 0;  // register of the result
  std::vector<Part> parts;
  std::int64_t given = 0;
  std::vector<Move> moves;
  std::int64_t lowest = 0;
  std::int64_t highest = 0;
};

struct BandStep {
  std::int64_t at_least = 0;
  std::int64_t from = 0;
  std::int64_t to = 0;  // the highest figure of the band
};

// What is added to the sum, in its unit.
struct Change {
  enum class Kind : std::uint8_t { points, to_node, per_event, bands, at_most, at_least };
  Kind kind = Kind::points;
  std::size_t test = kNone;  // points, to_node, bands
  std::int64_t points = 0;   // to_node: in the node's unit
  std::size_t metric = 0;    // per_event
  std::int64_t rise = 0;     // of one event, in `unit`
  std::int64_t most = 0;     // more than that, on either side of 0, goes the exact way, likewise
  std::int64_t open = 0;     // what events of an unknown number may bring
  std::int64_t scale = 1;    // of the sum against `unit`
  bool limited = false;
  std::int64_t limit = 0;
  std::size_t score = 0;  // to_node: the node's register
  std::int64_t weight = 0;
  std::int64_t lowest = 0;
  std::int64_t highest = 0;
  std::vector<BandStep> bands;
};

// A sum in its unit, its changes, and how it is rounded.
struct Sum {
  std::int64_t scale = 1;  // of `unit`
  std::int64_t slack = 0;
  std::int64_t digit = 2;  // one unit of the last digit shown; even
  std::vector<Change> changes;
};

// The tree where the same optional indicators are not given.
struct Variant {
  bool assessed = false;
  bool estimated = false;  // its weights are
  std::vector<Step> steps;
  std::vector<std::size_t> leaves;  // that take part
  bool minimum = false;
  std::vector<Part> top;
  // By node: where its score stands. That of a given one does not stand in the place of its leaf's.
  std::vector<std::size_t> score;
  std::vector<std::int64_t> scale;    // by node: of its unit against `unit`
  std::vector<std::int64_t> slack;    // by node
  std::vector<std::uint8_t> present;  // by node: it has a score
  Sum sum;
  std::vector<Bound> bounds;  // by test: of unrounded and node
};

struct FixedStage {
  std::size_t when = 0;
  std::vector<std::size_t> not_scored;  // tests
  std::int64_t points = 0;
  Sum sum;
};

struct TierTest {
  std::size_t tier = 0;
  std::size_t test = kNone;  // none: always
  bool not_scored = false;
};

}  // namespace shopgauge::compiled

namespace shopgauge {

struct CompiledProgram::Plan {
  const Program* program = nullptr;
  Reading shop;
  std::optional<Reading> today;
  bool applicable = true;
  bool scored = false;
  int digits = 0;
  Rounding rounding = Rounding::half_up;
  bool rounding_estimated = false;
  std::int64_t unit = 1;
  std::vector<compiled::Test> tests;    // those after the parts of which they are joined
  std::vector<std::size_t> needed;      // tests that a score rests on
  std::vector<std::size_t> not_scored;  // tests
  std::vector<compiled::FixedStage> stages;
  std::vector<compiled::Leaf> leaves;
  std::vector<std::size_t> leaf_of_node;  // kNone for others
  std::vector<std::size_t> optional;      // leaves; bit i of a variant's number: not given
  std::vector<compiled::Variant> variants;
  bool exact_gates = false;
  bool may_estimate = false;  // some other number that a score may rest on is an estimate
  bool judges = false;        // there is a verdict
  bool verdict_assessed = false;
  std::vector<std::size_t> standards;         // tests that make the verdict
  std::vector<std::size_t> standard_metrics;  // theirs
  std::vector<std::size_t> gates;             // tests
  std::vector<compiled::TierTest> tiers;
  std::vector<std::uint8_t> used;  // by metric: some test, leaf or change reads it
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_COMPILED_PLAN_H_

// The unit in which a compiled program counts points, and leaves in that unit.

#ifndef SHOPGAUGE_CORE_SCORING_COMPILE_UNITS_H_
#define SHOPGAUGE_CORE_SCORING_COMPILE_UNITS_H_

#include <cstdint>
#include <optional>

#include "core/scoring/compiled_plan.h"

namespace shopgauge::compiled {

// All sums stay below this, so that adding two of them, or a slack, cannot overflow.
inline constexpr std::int64_t kMostSum = std::int64_t{1} << 60;

// The least common multiple, or nothing above `most`.
[[nodiscard]] std::optional<std::int64_t> common_multiple(std::int64_t a, std::int64_t b,
                                                          std::int64_t most);

// Null where the curve needs thresholds that nobody gave.
[[nodiscard]] const Curve* curve_of(const Node& node, const NodeReading& reading);

// Gathers the denominators that a unit must have.
class UnitFinder {
 public:
  // The unit must be a multiple of this number's denominator.
  void need(const Rational& number);
  void need_node(const Node& node, const NodeReading& reading);
  void need_changes(const std::vector<Adjustment>& rules, const Program& program);
  // Takes in the slopes of a curve's lines, where the unit stays small enough.
  void prefer_lines(const Curve& curve);
  // The unit, as fine as is useful while `scale` times `points` of it stay within kMostSum; nothing
  // where no unit will do.
  [[nodiscard]] std::optional<std::int64_t> unit(std::int64_t scale, const Rational& points) const;

 private:
  std::int64_t least_ = 1;
  bool failed_ = false;
};

// The number in units. Precondition: the unit is a multiple of its denominator, and it fits.
[[nodiscard]] std::int64_t in_units(const Rational& number, std::int64_t unit);

// The shape, turns and points of an indicator; false where a number is too large.
[[nodiscard]] bool set_curve(const Node& node, const Curve* curve, std::int64_t unit, Leaf& leaf);

}  // namespace shopgauge::compiled

#endif  // SHOPGAUGE_CORE_SCORING_COMPILE_UNITS_H_

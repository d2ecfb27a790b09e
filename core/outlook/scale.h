// The values that a plan may give a metric: from today's away in steps of the document, better or
// worse; and the counts that further orders make of it.

#ifndef SHOPGAUGE_CORE_OUTLOOK_SCALE_H_
#define SHOPGAUGE_CORE_OUTLOOK_SCALE_H_

#include <memory>

#include "core/outlook/turns.h"

namespace shopgauge {

// Further orders and steps are counted up to here; a plan beyond is none.
inline constexpr std::int64_t kMostSteps = 1'000'000'000'000;

// An input made of counts, which it refers to.
struct Counted {
  Input input;
  std::unique_ptr<const Json> counts;
};

class Scale {
 public:
  // `today`: what is known of the metric; it has a value, or counts as not given but taken.
  Scale(const Program& program, std::size_t metric, const Input& today, Turns turns);

  [[nodiscard]] std::size_t metric() const { return metric_; }
  [[nodiscard]] const Rational& today() const { return today_; }
  // Given as counts: a ratio, or a sum and a number.
  [[nodiscard]] bool is_flag() const { return rule_.kind == MetricKind::flag; }
  [[nodiscard]] bool counted() const { return sample_ != nullptr; }

  // The end of the range.
  [[nodiscard]] const std::optional<Rational>& end(bool better) const;
  // The value after so many steps in the better direction (negative: the worse one), on the grid of
  // the metric's unit. Nothing beyond the range, nor where only infinitely many orders would lead.
  [[nodiscard]] std::optional<Rational> after(std::int64_t steps) const;
  // The number of steps to the end of the range; kMostSteps where it has none.
  [[nodiscard]] std::int64_t most(bool better) const;
  // The last step in the better direction that finitely many orders lead to.
  [[nodiscard]] std::int64_t last_step() const;
  // The counts of steps (or of further orders, at the best value or the worst), between which no
  // turn lies: each is the last of its piece.
  [[nodiscard]] std::vector<std::int64_t> piece_ends(bool better) const;
  [[nodiscard]] std::vector<std::int64_t> order_piece_ends(bool best) const;
  // An input of that value. Counts stay as they were given: conditions on their numbers see
  // today's.
  [[nodiscard]] Input at(const Rational& value) const;

  // With so many more orders at the best value (or the worst); nothing where the range has no such
  // end. Precondition: counted().
  [[nodiscard]] std::optional<Counted> with_orders(std::int64_t orders, bool best) const;

  // How far a value lies on the way to the best one, from 0 to 1; without an end of the range, as
  // part of today's value.
  [[nodiscard]] Rational way_to(const Rational& value) const;

 private:
  const Metric& rule_;
  std::size_t metric_;
  Turns turns_;
  const Json* given_;
  Rational today_;
  Rational step_;
  const Json* events_ = nullptr;  // of the counts: num or sum
  const Json* sample_ = nullptr;  // den or n
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_SCALE_H_

// What each day brings to a metric, and what the days of its window make together: exact, and
// fractional where a reading is spread evenly over its days.

#ifndef SHOPGAUGE_CORE_OUTLOOK_DAILY_H_
#define SHOPGAUGE_CORE_OUTLOOK_DAILY_H_

#include <memory>
#include <optional>
#include <vector>

#include "core/outlook/window.h"
#include "core/scoring/reading.h"

namespace shopgauge {

// Rates: events and cases. Means: sum and number. Counts and amounts: their sum. Flags: 1 where
// true. A daily state or score, or a rate without counts: its value, with weight 1.
struct Portion {
  Rational sum;
  Rational weight;
};

// Of an input with a value or without a sample; a rate or mean given as a plain number weighs 1.
[[nodiscard]] Portion portion_of(const Metric& metric, const Input& input);
// Whether the input says how many cases it stands for.
[[nodiscard]] bool is_counted(const Input& input);
// How many of them are bad, for a metric that has a better end; nothing for means and amounts.
[[nodiscard]] std::optional<Rational> bad_in(const Metric& metric, const Portion& portion);

// An input made for a day; it refers to the counts.
struct MadeInput {
  Input input;
  std::unique_ptr<const Json> counts;
};

[[nodiscard]] MadeInput made_number(const Rational& value);

// A metric's days from `first` on, without a gap. Where a day is not known, the metric is not known
// on days whose window holds it; flags and counts take it for nothing.
class Daily {
 public:
  // `kind`: of the metric; of a fed one mean or count, by its statistic.
  Daily(MetricKind kind, const Roll& roll, Date first) : kind_(kind), roll_(roll), first_(first) {}

  [[nodiscard]] const Roll& roll() const { return roll_; }
  [[nodiscard]] Date first() const { return first_; }
  // The day after the last one.
  [[nodiscard]] Date end() const { return add_days(first_, static_cast<int>(days_.size())); }
  [[nodiscard]] const std::optional<Portion>& at(Date day) const;
  void add(std::optional<Portion> day);
  // Nothing is known of it at all: absent on every day.
  [[nodiscard]] bool is_empty() const { return known_ == 0; }
  // So that it prints counts: every day came with them.
  void set_counted() { counted_ = true; }
  [[nodiscard]] bool counted() const { return counted_; }

  // Precondition: first() <= from, to < end(). What is not known adds nothing.
  [[nodiscard]] Portion sum(const Period& days) const;
  // How many days of the period are known.
  [[nodiscard]] int known_days(const Period& days) const;
  // The metric on a day whose window is covered.
  [[nodiscard]] MadeInput on(Date day) const;

 private:
  [[nodiscard]] std::size_t place(Date day) const;

  MetricKind kind_;
  Roll roll_;
  Date first_;
  bool counted_ = false;
  int known_ = 0;
  std::vector<std::optional<Portion>> days_;
  std::vector<Portion> before_ = {{}};  // the sum of all days before this place
  std::vector<int> known_before_ = {0};
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_DAILY_H_

// What is known today, day by day: a history as it was, a reading spread evenly over its days,
// known events on theirs; and the pace at which it goes on.

#ifndef SHOPGAUGE_CORE_OUTLOOK_BASELINE_H_
#define SHOPGAUGE_CORE_OUTLOOK_BASELINE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "core/outlook/daily.h"

namespace shopgauge {

// The pace is that of the last days of a history, so many where there are; at least of the window.
inline constexpr int kPaceDays = 90;

// Days without a gap, the last of them not after as_of. Each day has an input for each metric.
struct History {
  Date first;
  std::vector<std::vector<Input>> days;

  [[nodiscard]] bool empty() const { return days.empty(); }
  [[nodiscard]] Date last() const { return add_days(first, static_cast<int>(days.size()) - 1); }
};

// A bad event of the past that is dated, and that does not go on: so many of them, for a flag one.
struct KnownEvent {
  std::size_t index = 0;  // in the request
  std::size_t metric = 0;
  Date on;
  Rational bad;
};

// A metric with a window, up to as_of, and how each further day goes on unless a scenario says
// otherwise; nothing where nothing is known.
struct Baseline {
  Daily days;
  std::optional<Portion> pace;
  // What was known of the window when the pace was taken; null portions where nothing was.
  Portion sample;
  int sample_days = 0;
};

struct BaselineFault {
  // less: the history or the known events hold more than the reading. outside: a known event
  // on no day of the window. no_counts: it cannot be taken out of a reading without counts, or out
  // of a metric without bad events.
  enum class Kind : std::uint8_t { less, outside, no_counts };
  Kind kind = Kind::less;
  std::size_t metric = 0;
  std::optional<std::size_t> known;  // the event that is at fault
};

struct BaselineNote {
  // history_short: days before the history were taken at its pace. history_differs: the reading is
  // not what the history adds up to, which is used.
  enum class Kind : std::uint8_t { history_short, history_differs };
  Kind kind = Kind::history_short;
  std::size_t metric = 0;
};

struct Baselines {
  std::vector<std::optional<Baseline>> metrics;  // by index; nothing: a state of the day
  std::vector<BaselineFault> faults;
  std::vector<BaselineNote> notes;
};

// `today`: the metrics of as_of as they were given; absent where only the history knows.
[[nodiscard]] Baselines make_baselines(const Program& program,
                                       const std::vector<MetricWindow>& windows, Date as_of,
                                       const std::vector<Input>& today, const History& history,
                                       const std::vector<KnownEvent>& known);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_BASELINE_H_

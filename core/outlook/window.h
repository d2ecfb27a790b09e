// Over which days a metric counts, and which day an event leaves it: what only looks ahead need
// of a program document, read from the document itself.

#ifndef SHOPGAUGE_CORE_OUTLOOK_WINDOW_H_
#define SHOPGAUGE_CORE_OUTLOOK_WINDOW_H_

#include <optional>
#include <string_view>
#include <vector>

#include "core/rules/program.h"

namespace shopgauge {

// Counts what happened on the last `days` days, the last of which lies `lag` days before the day of
// the score; without `days`, since the 1st of that day's natural month.
struct Roll {
  int days = 0;
  int lag = 0;
  std::string_view by;  // the date that places an event: paid, signed, chat, …; day: a daily state
};

// The metric is a score, over some days: another program's, or the own program's.
enum class FeedStatistic : std::uint8_t { mean, last, days_below };
struct Feed {
  std::string_view program;
  FeedStatistic statistic = FeedStatistic::mean;
  Rational below;  // days_below: the days in a row whose score lies below
};

struct MetricWindow {
  std::optional<Roll> roll;  // nothing: a state of the day
  std::optional<Feed> feed;  // then `roll` holds its days, but of days in a row
  // Whether three times the orders make three times as many of its events.
  bool follows_orders = false;
};

// By metric index. Precondition: the document has passed the checker.
[[nodiscard]] std::vector<MetricWindow> read_windows(const Program& program);
// The metrics as their days make them: one that is fed by a mean is a mean of scores.
[[nodiscard]] std::vector<Metric> daily_metrics(const Program& program,
                                                const std::vector<MetricWindow>& windows);

// The days that the metric counts on `day`.
[[nodiscard]] Period window_on(const Roll& roll, Date day);
// The first day on which an event of the day `event` no longer counts.
[[nodiscard]] Date leaves_on(const Roll& roll, Date event);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_WINDOW_H_

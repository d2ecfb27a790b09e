// The days to come: each metric through its own window, the score of each day, what old events
// leave when, which gates open or close, how the assessment goes on.

#ifndef SHOPGAUGE_CORE_OUTLOOK_FORECAST_H_
#define SHOPGAUGE_CORE_OUTLOOK_FORECAST_H_

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/cycle/timeline.h"
#include "core/outlook/scenario.h"

namespace shopgauge {

inline constexpr int kMostForecastDays = 400;
inline constexpr int kMostHistoryDays = 800;
inline constexpr int kMostPaths = 100'000;

// A score as shown, by day; nothing on days without one.
struct ShownScores {
  Date first;
  std::vector<std::optional<Span>> days;
};

// What a forecast rests on. Refers to the program.
struct Outlook {
  const Program* program = nullptr;
  Date as_of;
  Date until;     // at most kMostForecastDays later
  Reading today;  // metrics absent that the history knows
  History history;
  std::vector<KnownEvent> known;
  std::vector<ScenarioChange> changes;
  // Of the programs that feed metrics of this one, by metric index; from as_of on.
  std::vector<std::optional<ShownScores>> feeds;
};

struct DayResult {
  Date date;
  std::vector<Input> metrics;  // they refer to the forecast's `made`
  AssessmentStatus status = AssessmentStatus::scored;
  std::string_view reason;
  std::optional<Span> score;      // as shown
  std::optional<Span> unrounded;  // exact
  std::optional<Truth> verdict;
  std::optional<std::size_t> tier;
  std::vector<Truth> gates;      // by gate; undetermined where nothing is said
  std::vector<Truth> standards;  // by standard
};

// A bad event that leaves its window.
struct Leaving {
  Date date;  // the first day on which it no longer counts
  std::size_t metric = 0;
  Date event;
  Rational bad;  // may be a fraction where a scenario says so
};

struct Forecast {
  std::vector<DayResult> days;
  std::vector<Leaving> leaves;           // by date
  std::unique_ptr<const Reading> first;  // of as_of
  Assessment today;                      // of it, with the trace
  std::vector<MetricWindow> windows;
  Baselines baselines;
  std::vector<std::optional<Daily>> series;  // with the days to come
  std::vector<Warning> warnings;
  // What inputs refer to.
  std::vector<std::unique_ptr<const Json>> made;
};

struct ScenarioFault {
  std::size_t change = 0;  // index in the request
  std::size_t metric = 0;
};

struct Forecasting {
  std::optional<Forecast> forecast;  // nothing after a fault
  std::vector<BaselineFault> known_faults;
  std::vector<ScenarioFault> scenario_faults;
};

// Precondition: the days lie in their bounds. The forecast refers to `outlook`.
[[nodiscard]] Forecasting make_forecast(const Outlook& outlook);

// The scores as shown, from as_of on.
[[nodiscard]] ShownScores scores_of(const Outlook& outlook, const Forecast& forecast);

// The metrics of a day from as_of to until; what they refer to must outlive the timeline.
using MetricsOn = std::function<std::vector<Input>(Date)>;

// The assessment that follows: `course` with the months and checks that the forecast decides, each
// by the metrics of its day, added to those that are known. The timeline points into the course and
// into `made`. Issues as of trace_timeline. Precondition: the program has a cycle; course.until is
// outlook.until.
Result<Timeline> follow(const Outlook& outlook, const MetricsOn& metrics_on, Course& course,
                        std::vector<std::unique_ptr<const Json>>& made);
// By the forecast itself.
Result<Timeline> follow(const Outlook& outlook, Forecast& forecast, Course& course);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_FORECAST_H_

// Turns baselines and a scenario into streams.

#include "core/outlook/chance_model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/outlook/chance_split.h"

namespace shopgauge {
namespace {

constexpr std::int64_t kHundredths = 100;
// Larger counts are no shop's; they would not fit the sums.
constexpr std::int64_t kMostEvents = 1'000'000'000'000;

std::optional<std::int64_t> whole(const Rational& value) {
  const auto number = to_int64(value);
  return number && *number >= 0 && *number <= kMostEvents ? number : std::nullopt;
}

class Modeller {
 public:
  Modeller(const Outlook& outlook, const Forecast& forecast)
      : outlook_(outlook),
        forecast_(forecast),
        metrics_(daily_metrics(*outlook.program, forecast.windows)),
        days_(days_between(outlook.as_of, outlook.until)) {}

  ChanceModel run() {
    for (std::size_t i = 0; i < metrics_.size(); ++i) {
      const std::optional<Baseline>& baseline = forecast_.baselines.metrics[i];
      if (forecast_.windows[i].feed || !knows(i)) {
        continue;
      }
      if (!baseline || !add_metric(i, *baseline)) {
        note(ModelNote::certain);
      }
    }
    if (made_.metrics.size() > 1) {
      note(ModelNote::independent);
    }
    std::sort(made_.notes.begin(), made_.notes.end());
    return std::move(made_);
  }

 private:
  void note(ModelNote one) {
    if (std::find(made_.notes.begin(), made_.notes.end(), one) == made_.notes.end()) {
      made_.notes.push_back(one);
    }
  }

  [[nodiscard]] bool knows(std::size_t metric) const {
    return forecast_.days.front().metrics[metric].state == InputState::value;
  }

  // The days of the history that say something of the metric.
  [[nodiscard]] std::vector<Portion> days_known(std::size_t metric) const {
    std::vector<Portion> days;
    for (const auto& day : outlook_.history.days) {
      const Input& input = day[metric];
      if (input.state == InputState::value || input.state == InputState::no_sample) {
        days.push_back(portion_of(metrics_[metric], input));
      }
    }
    return days;
  }

  bool add_metric(std::size_t metric, const Baseline& baseline) {
    const Metric& rule = metrics_[metric];
    if (!baseline.pace || baseline.sample_days == 0 || !baseline.days.counted()) {
      return false;
    }
    const std::vector<Portion> history = days_known(metric);
    std::optional<Split> split;
    switch (rule.kind) {
      case MetricKind::flag:
        return false;
      case MetricKind::count:
        split = Split{false, 0, 1};
        break;
      case MetricKind::rate:
        split = Split{true, 0, 1};
        break;
      case MetricKind::mean:
        split = split_mean(rule, baseline, history);
        break;
      case MetricKind::amount:
        split = split_amount(history);
        break;
    }
    if (split && split->note) {
      note(*split->note);
    }
    if (!split || split->each.is_zero()) {
      return false;
    }
    return add_streams(metric, baseline, *split, history);
  }

  bool add_streams(std::size_t metric, const Baseline& baseline, const Split& split,
                   const std::vector<Portion>& history) {
    DrawnMetric drawn;
    drawn.metric = metric;
    drawn.roll = baseline.days.roll();
    drawn.ratio = split.ratio;
    drawn.scale = split.each.is_integer() ? 1 : kHundredths;
    const auto each = to_int64(split.each * drawn.scale);
    const auto base = to_int64(split.base * drawn.scale);
    if (!each || !base) {
      return false;
    }
    drawn.each = *each;
    drawn.base = *base;
    drawn.counted = split.ratio && drawn.scale == 1;
    if (!add_past(metric, baseline, split, drawn) || !add_ahead(metric, baseline, split, drawn)) {
      return false;
    }
    set_rate(metric, baseline, split, history, drawn);
    note(ModelNote::poisson);
    made_.metrics.push_back(std::move(drawn));
    return true;
  }

  // Violations that a store has not seen say nothing of what is to come.
  [[nodiscard]] bool is_rare(std::size_t metric) const {
    const Metric& rule = metrics_[metric];
    return rule.kind == MetricKind::count && !forecast_.windows[metric].follows_orders;
  }

  void set_rate(std::size_t metric, const Baseline& baseline, const Split& split,
                const std::vector<Portion>& history, DrawnMetric& drawn) {
    constexpr double kJeffreys = 0.5;
    const bool rare = is_rare(metric);
    if (rare) {
      note(ModelNote::no_first_event);
    }
    drawn.first.events = real(split.first(baseline.sample)) + (rare ? 0 : kJeffreys);
    drawn.second.events = real(split.second(baseline.sample)) + kJeffreys;
    drawn.first.days = drawn.second.days = baseline.sample_days;
    if (metrics_[metric].kind == MetricKind::mean || history.size() < kFewestDays) {
      return;
    }
    std::vector<Rational> first;
    std::vector<Rational> second;
    for (const Portion& day : history) {
      first.push_back(split.first(day));
      second.push_back(split.second(day));
    }
    drawn.first.dispersion = dispersion_of(first);
    drawn.second.dispersion = dispersion_of(second);
    if (drawn.first.dispersion > 1 || drawn.second.dispersion > 1) {
      note(ModelNote::dispersed);
    }
  }

  // What is known of each past day; whole numbers where the day was given, else its share of the
  // reading, which is thrown.
  bool add_past(std::size_t metric, const Baseline& baseline, const Split& split,
                DrawnMetric& drawn) {
    drawn.from = baseline.days.first();
    Rational open_first;
    Rational open_second;
    for (Date day = drawn.from; day <= outlook_.as_of; day = add_days(day, 1)) {
      const Portion portion = baseline.days.at(day).value_or(Portion{});
      if (is_given(metric, day)) {
        const auto sum = to_int64(round_to(portion.sum * drawn.scale, 0, Rounding::half_up));
        const auto weight = whole(round_to(portion.weight, 0, Rounding::half_up));
        if (!sum || !weight) {
          return false;
        }
        drawn.sums.push_back(*sum);
        drawn.weights.push_back(*weight);
        continue;
      }
      if (!is_read(metric, day, drawn.roll)) {
        drawn.unknown.push_back(static_cast<std::uint16_t>(drawn.sums.size()));
        drawn.sums.push_back(0);
        drawn.weights.push_back(0);
        continue;
      }
      // Known events have their day; the rest is thrown.
      const Portion events = known_on(metric, day);
      const Portion rest = {portion.sum - events.sum, portion.weight - events.weight};
      open_first += split.first(rest);
      open_second += split.second(rest);
      drawn.open.push_back(static_cast<std::uint16_t>(drawn.sums.size()));
      drawn.sums.push_back(*to_int64(events.sum * drawn.scale));
      drawn.weights.push_back(*to_int64(events.weight));
    }
    const auto first = whole(round_to(open_first, 0, Rounding::half_up));
    const auto second = whole(round_to(open_second, 0, Rounding::half_up));
    if (!first || !second) {
      return false;
    }
    drawn.first.thrown = *first;
    drawn.second.thrown = *second;
    if (*first + *second > 0) {
      note(ModelNote::thrown);
    }
    return true;
  }

  // Whether the day's events are in today's reading.
  [[nodiscard]] bool is_read(std::size_t metric, Date day, const Roll& roll) const {
    const InputState state = outlook_.today.metrics[metric].state;
    return (state == InputState::value || state == InputState::no_sample) &&
           contains(window_on(roll, outlook_.as_of), day);
  }

  [[nodiscard]] bool is_given(std::size_t metric, Date day) const {
    const History& history = outlook_.history;
    if (history.empty() || day < history.first || day > history.last()) {
      return false;
    }
    const Input& input =
        history.days[static_cast<std::size_t>(days_between(history.first, day))][metric];
    return input.state == InputState::value || input.state == InputState::no_sample;
  }

  [[nodiscard]] Portion known_on(std::size_t metric, Date day) const {
    Portion sum;
    const Metric& rule = metrics_[metric];
    const bool rate = rule.kind == MetricKind::rate;
    for (const KnownEvent& event : outlook_.known) {
      if (event.metric == metric && event.on == day) {
        sum.sum += rate && rule.higher_is_better ? Rational() : event.bad;
        sum.weight += rate ? event.bad : Rational();
      }
    }
    return sum;
  }

  // Each day to come by what the scenario plans for it, against today's pace.
  bool add_ahead(std::size_t metric, const Baseline& baseline, const Split& split,
                 DrawnMetric& drawn) {
    const Rational first_pace = split.first(*baseline.pace);
    const Rational second_pace = split.second(*baseline.pace);
    drawn.first.fixed_rate = first_pace.is_zero() && is_planned(metric, split, baseline);
    for (int ahead = 1; ahead <= days_; ++ahead) {
      const Planned planned =
          plan_day(metrics_[metric], forecast_.windows[metric], add_days(outlook_.as_of, ahead),
                   baseline.pace, outlook_.changes, metric);
      const auto bad = whole(round_to(planned.bad_once, 0, Rounding::half_up));
      if (!bad) {
        return false;
      }
      const bool rate = metrics_[metric].kind == MetricKind::rate;
      const bool bad_is_first = !rate || !metrics_[metric].higher_is_better;
      Portion portion = planned.portion.value_or(Portion{});
      portion.sum -= bad_is_first ? planned.bad_once : Rational();
      portion.weight -= rate ? planned.bad_once : Rational();
      add_level(drawn.first, split.first(portion), first_pace, bad_is_first ? *bad : 0);
      add_level(drawn.second, split.second(portion), second_pace, bad_is_first ? 0 : *bad);
    }
    return true;
  }

  // Whether a stream that has not been seen is planned to come.
  [[nodiscard]] bool is_planned(std::size_t metric, const Split& split,
                                const Baseline& baseline) const {
    for (const ScenarioChange& change : outlook_.changes) {
      const Planned planned = plan_day(metrics_[metric], forecast_.windows[metric],
                                       change.days.from, baseline.pace, outlook_.changes, metric);
      Portion portion = planned.portion.value_or(Portion{});
      portion.sum -= planned.bad_once;
      portion.weight -= metrics_[metric].kind == MetricKind::rate ? planned.bad_once : Rational();
      if (split.first(portion).sign() > 0) {
        return true;
      }
    }
    return false;
  }

  static void add_level(Stream& stream, const Rational& planned, const Rational& pace,
                        std::int64_t once) {
    const double wanted = std::max(0.0, real(planned));
    const double level = stream.fixed_rate ? wanted : pace.sign() <= 0 ? 1.0 : wanted / real(pace);
    auto found = std::find(stream.levels.begin(), stream.levels.end(), level);
    if (found == stream.levels.end()) {
      found = stream.levels.insert(found, level);
    }
    stream.level.push_back(static_cast<std::uint16_t>(found - stream.levels.begin()));
    stream.once.push_back(once);
  }

  const Outlook& outlook_;
  const Forecast& forecast_;
  const std::vector<Metric> metrics_;
  int days_;
  ChanceModel made_;
};

}  // namespace

const char* to_text(ModelNote note) {
  constexpr std::array<const char*, 8> kTexts = {"poisson",    "thrown",        "dispersed",
                                                 "two_values", "spread_known",  "independent",
                                                 "certain",    "no_first_event"};
  return kTexts[static_cast<std::size_t>(note)];
}

ChanceModel make_model(const Outlook& outlook, const Forecast& forecast) {
  return Modeller(outlook, forecast).run();
}

}  // namespace shopgauge

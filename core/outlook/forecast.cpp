// Carries every metric from day to day and scores each day like a reading of its own.

#include "core/outlook/forecast.h"

#include <algorithm>
#include <utility>

namespace shopgauge {
namespace {

class Forecaster {
 public:
  explicit Forecaster(const Outlook& outlook)
      : outlook_(outlook), program_(*outlook.program), horizon_(outlook.until) {}

  Forecasting run() {
    made_.windows = read_windows(program_);
    metrics_ = daily_metrics(program_, made_.windows);
    runs_.resize(metrics_.size());
    made_.baselines = make_baselines(program_, made_.windows, outlook_.as_of,
                                     outlook_.today.metrics, outlook_.history, outlook_.known);
    if (!made_.baselines.faults.empty()) {
      return {std::nullopt, made_.baselines.faults, {}};
    }
    for (std::size_t i = 0; i < program_.metrics.size(); ++i) {
      made_.series.push_back(prolonged(i));
    }
    if (!faults_.empty()) {
      return {std::nullopt, {}, faults_};
    }
    add_past_events();
    score_days();
    std::stable_sort(made_.leaves.begin(), made_.leaves.end(),
                     [](const Leaving& a, const Leaving& b) { return a.date < b.date; });
    note_baselines();
    return {std::move(made_), {}, {}};
  }

 private:
  // The days of a metric up to the horizon; those of a fed one are added as they come.
  std::optional<Daily> prolonged(std::size_t metric) {
    const std::optional<Baseline>& baseline = made_.baselines.metrics[metric];
    if (!baseline) {
      return std::nullopt;
    }
    Daily days = baseline->days;
    if (outlook_.feeds[metric] || is_own(metric)) {
      return days;
    }
    for (Date day = days.end(); day <= horizon_; day = add_days(day, 1)) {
      Planned planned = plan_day(metrics_[metric], made_.windows[metric], day, baseline->pace,
                                 outlook_.changes, metric);
      if (planned.beyond) {
        faults_.push_back({*planned.beyond, metric});
        return std::nullopt;
      }
      if (program_.metrics[metric].lower_is_better ||
          program_.metrics[metric].kind == MetricKind::rate) {
        add_event(metric, day, planned.bad_once);
      }
      days.add(std::move(planned.portion));
    }
    return days;
  }

  void add_event(std::size_t metric, Date event, const Rational& bad) {
    const Date date = leaves_on(*made_.windows[metric].roll, event);
    if (bad.sign() > 0 && date > outlook_.as_of && date <= outlook_.until) {
      made_.leaves.push_back({date, metric, event, bad});
    }
  }

  // The bad events that are known to the day.
  void add_past_events() {
    const History& history = outlook_.history;
    for (std::size_t i = 0; i < program_.metrics.size(); ++i) {
      if (!made_.windows[i].roll || made_.windows[i].feed) {
        continue;
      }
      for (std::size_t day = 0; day < history.days.size(); ++day) {
        const Input& input = history.days[day][i];
        const auto bad = bad_in(program_.metrics[i], portion_of(program_.metrics[i], input));
        if (bad && input.state == InputState::value) {
          add_event(i, add_days(history.first, static_cast<int>(day)), *bad);
        }
      }
    }
    for (const KnownEvent& event : outlook_.known) {
      const bool covered =
          !history.empty() && event.on >= history.first && event.on <= history.last();
      if (!covered) {
        add_event(event.metric, event.on, event.bad);
      }
    }
  }

  // What a score brings to a mean of scores; nothing where it is not known.
  static std::optional<Portion> fed(const std::optional<Span>& score) {
    if (!score) {
      return Portion{};
    }
    return score->exact() ? std::optional(Portion{score->low, 1}) : std::nullopt;
  }

  // A mean of scores of which nothing was known: the days before were like as_of.
  void start_mean(std::size_t metric, const std::optional<Portion>& portion) {
    const Daily& known = *made_.series[metric];
    Daily days(MetricKind::mean, known.roll(), known.first());
    while (days.end() <= outlook_.as_of) {
      days.add(portion);
    }
    made_.series[metric] = std::move(days);
  }

  // The days in a row with a score below. A day without one neither counts nor ends them.
  void count_below(std::size_t metric, Date day, const std::optional<Span>& score) {
    std::optional<Rational>& days = runs_[metric];
    const Rational& below = made_.windows[metric].feed->below;
    const Input& today = outlook_.today.metrics[metric];
    if (day == outlook_.as_of && today.state == InputState::value) {
      days = today.value;
    } else if (score && score->low >= below) {
      days = Rational();
    } else if (day == outlook_.as_of || (score && score->high >= below)) {
      days = std::nullopt;
    } else if (score && days) {
      *days += 1;
    }
  }

  [[nodiscard]] bool is_own(std::size_t metric) const {
    const std::optional<Feed>& feed = made_.windows[metric].feed;
    return feed && feed->program == program_.id && !outlook_.feeds[metric];
  }

  // Adds the score of `day` to a fed metric.
  void feed_metric(std::size_t metric, Date day, const std::optional<Span>& score) {
    if (!made_.windows[metric].roll) {
      count_below(metric, day, score);
    } else if (day > outlook_.as_of) {
      made_.series[metric]->add(fed(score));
    } else if (made_.series[metric]->is_empty()) {
      start_mean(metric, fed(score));
    }
  }

  void feed_from_others(Date day) {
    for (std::size_t i = 0; i < program_.metrics.size(); ++i) {
      const std::optional<ShownScores>& scores = outlook_.feeds[i];
      if (scores) {
        feed_metric(i, day,
                    scores->days[static_cast<std::size_t>(days_between(scores->first, day))]);
      }
    }
  }

  [[nodiscard]] bool feeds_itself() const {
    for (std::size_t i = 0; i < program_.metrics.size(); ++i) {
      if (is_own(i)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] const Input& keep(MadeInput made) {
    if (made.counts) {
      made_.made.push_back(std::move(made.counts));
    }
    input_ = made.input;
    return input_;
  }

  Input input_on(std::size_t metric, Date day) {
    const Input& today = outlook_.today.metrics[metric];
    const std::optional<Daily>& series = made_.series[metric];
    const bool is_fed = is_own(metric) || outlook_.feeds[metric].has_value();
    if (!series && is_fed) {
      const std::optional<Rational>& days = runs_[metric];
      return days ? keep(made_number(*days)) : Input{};
    }
    if (!series) {
      return keep(state_on(state_today(metric), day, outlook_.changes, metric));
    }
    if (series->is_empty() || series->end() <= window_on(series->roll(), day).to) {
      return today;
    }
    Input input = keep(series->on(day));
    const bool no_score = program_.metrics[metric].no_score && made_.windows[metric].feed;
    if (input.state == InputState::no_sample && no_score) {
      input.state = InputState::no_score;
    }
    return input;
  }

  // A state that only the history says is that of its last day.
  [[nodiscard]] const Input& state_today(std::size_t metric) const {
    const Input& today = outlook_.today.metrics[metric];
    return today.state == InputState::absent && !outlook_.history.empty()
               ? outlook_.history.days.back()[metric]
               : today;
  }

  [[nodiscard]] Reading reading_on(Date day) {
    Reading reading = outlook_.today;
    for (std::size_t i = 0; i < program_.metrics.size(); ++i) {
      reading.metrics[i] = input_on(i, day);
    }
    return reading;
  }

  void score_days() {
    const bool twice = feeds_itself();
    Reading first;
    for (Date day = outlook_.as_of; day <= outlook_.until; day = add_days(day, 1)) {
      feed_from_others(day);
      Reading reading = reading_on(day);
      const Reading* anchor = day == outlook_.as_of ? nullptr : &first;
      Assessment assessment = assess(program_, reading, anchor);
      if (twice) {
        const auto score = shown(assessment);
        for (std::size_t i = 0; i < program_.metrics.size(); ++i) {
          if (is_own(i)) {
            feed_metric(i, day, score);
          }
        }
        for (std::size_t i = 0; i < program_.metrics.size(); ++i) {
          reading.metrics[i] = is_own(i) ? input_on(i, day) : reading.metrics[i];
        }
        assessment = assess(program_, reading, anchor);
      }
      keep_day(day, reading, assessment);
      if (day == outlook_.as_of) {
        first = std::move(reading);
        made_.first = std::make_unique<Reading>(first);
        made_.today = assess(program_, *made_.first);
      }
    }
  }

  static std::optional<Span> shown(const Assessment& assessment) {
    return assessment.score ? std::optional(assessment.score->value) : std::nullopt;
  }

  void keep_day(Date day, const Reading& reading, const Assessment& assessment) {
    DayResult& result = made_.days.emplace_back();
    result.date = day;
    result.metrics = reading.metrics;
    result.status = assessment.status;
    result.reason = assessment.reason;
    result.score = shown(assessment);
    if (assessment.score) {
      result.unrounded = assessment.score->unrounded;
    }
    result.verdict = assessment.verdict;
    result.tier = assessment.tier.index;
    result.gates.resize(program_.gates.size(), Truth::undetermined);
    for (const GateResult& gate : assessment.gates) {
      result.gates[static_cast<std::size_t>(gate.gate - program_.gates.data())] = gate.met;
    }
    result.standards.resize(program_.standards.size(), Truth::undetermined);
    for (const Finding& finding : assessment.standards) {
      result.standards[static_cast<std::size_t>(finding.standard - program_.standards.data())] =
          finding.met;
    }
    for (const Warning& warning : assessment.warnings) {
      add_warning(warning);
    }
  }

  void add_warning(const Warning& warning) {
    const auto same = [&](const Warning& other) {
      return other.code == warning.code && other.node == warning.node &&
             other.needs == warning.needs;
    };
    if (std::none_of(made_.warnings.begin(), made_.warnings.end(), same)) {
      made_.warnings.push_back(warning);
    }
  }

  void note_baselines() {
    for (const BaselineNote& note : made_.baselines.notes) {
      Warning warning;
      warning.code =
          note.kind == BaselineNote::Kind::history_short ? "history_short" : "history_differs";
      warning.needs.push_back({Need::Kind::metric, program_.metrics[note.metric].id});
      made_.warnings.push_back(std::move(warning));
    }
  }

  const Outlook& outlook_;
  const Program& program_;
  Date horizon_;
  Forecast made_;
  std::vector<Metric> metrics_;  // as their days make them
  Input input_;
  std::vector<std::optional<Rational>> runs_;  // of metrics that count days in a row
  std::vector<ScenarioFault> faults_;
};

}  // namespace

Forecasting make_forecast(const Outlook& outlook) { return Forecaster(outlook).run(); }

ShownScores scores_of(const Outlook& outlook, const Forecast& forecast) {
  ShownScores scores{outlook.as_of, {}};
  for (const DayResult& day : forecast.days) {
    scores.days.push_back(day.score);
  }
  return scores;
}

}  // namespace shopgauge

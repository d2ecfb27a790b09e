// Lays the days of a window out: the history first, known events on their days, what is left of the
// reading evenly over the others.

#include "core/outlook/baseline.h"

#include <algorithm>
#include <utility>

namespace shopgauge {
namespace {

Portion operator+(const Portion& a, const Portion& b) {
  return {a.sum + b.sum, a.weight + b.weight};
}
Portion operator-(const Portion& a, const Portion& b) {
  return {a.sum - b.sum, a.weight - b.weight};
}
Portion operator/(const Portion& a, int parts) { return {a.sum / parts, a.weight / parts}; }
bool is_nothing(const Portion& a) { return a.sum.is_zero() && a.weight.is_zero(); }

class Layout {
 public:
  Layout(const Program& program, const std::vector<MetricWindow>& windows, Date as_of,
         const std::vector<Input>& today, const History& history,
         const std::vector<KnownEvent>& known)
      : metrics_(daily_metrics(program, windows)),
        windows_(windows),
        as_of_(as_of),
        today_(today),
        history_(history),
        known_(known) {}

  Baselines run() {
    for (std::size_t i = 0; i < metrics_.size(); ++i) {
      made_.metrics.emplace_back();
      if (windows_[i].roll) {
        made_.metrics.back() = lay_out(i, *windows_[i].roll);
      }
    }
    refuse_states();
    return std::move(made_);
  }

 private:
  // A known event belongs to a window.
  void refuse_states() {
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (!windows_[known_[i].metric].roll || windows_[known_[i].metric].feed) {
        made_.faults.push_back({BaselineFault::Kind::no_counts, known_[i].metric, i});
      }
    }
  }

  // What the history says of a day; nothing where it does not.
  [[nodiscard]] std::optional<Portion> given_on(std::size_t metric, Date day) const {
    if (history_.empty() || day < history_.first || day > history_.last()) {
      return std::nullopt;
    }
    const Input& input =
        history_.days[static_cast<std::size_t>(days_between(history_.first, day))][metric];
    const bool says = input.state == InputState::value || input.state == InputState::no_sample;
    return says ? std::optional(portion_of(metrics_[metric], input)) : std::nullopt;
  }

  // The bad events known of a day that the history does not cover.
  Portion known_on(std::size_t metric, Date day) const {
    Portion sum;
    const Metric& rule = metrics_[metric];
    const bool rate = rule.kind == MetricKind::rate;
    for (const KnownEvent& event : known_) {
      if (event.metric != metric || event.on != day) {
        continue;
      }
      sum = sum + Portion{rate && rule.higher_is_better ? Rational() : event.bad,
                          rate ? event.bad : Rational()};
    }
    return sum;
  }

  [[nodiscard]] bool weighs(std::size_t metric) const {
    const MetricKind kind = metrics_[metric].kind;
    return kind == MetricKind::rate || kind == MetricKind::mean;
  }

  [[nodiscard]] bool knows(std::size_t metric) const {
    return std::any_of(known_.begin(), known_.end(),
                       [&](const KnownEvent& event) { return event.metric == metric; });
  }

  void refuse_outside(std::size_t metric, const Period& days) {
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (known_[i].metric != metric) {
        continue;
      }
      const Metric& rule = metrics_[metric];
      const bool counted = rule.kind == MetricKind::count || rule.kind == MetricKind::flag ||
                           is_counted(today_[metric]);
      if (!counted || !bad_in(rule, {})) {
        made_.faults.push_back({BaselineFault::Kind::no_counts, metric, i});
      } else if (!contains(days, known_[i].on)) {
        made_.faults.push_back({BaselineFault::Kind::outside, metric, i});
      }
    }
  }

  Baseline lay_out(std::size_t metric, const Roll& roll) {
    const Period window = window_on(roll, as_of_);
    Date first = std::min(window.from, as_of_);
    if (!history_.empty()) {
      first = std::min(first, history_.first);
    }
    if (roll.days > 0) {
      // No day of a later window lies before the first one.
      first = window.from;
    }
    Baseline baseline{Daily(metrics_[metric].kind, roll, first), std::nullopt, {}, 0};
    refuse_outside(metric, window);
    const Spread spread = spread_over(metric, window);
    baseline.pace = spread.pace;
    baseline.sample = spread.sample;
    baseline.sample_days = spread.days;
    if (spread.counted) {
      baseline.days.set_counted();
    }
    for (Date day = first; day <= as_of_; day = add_days(day, 1)) {
      std::optional<Portion> portion = given_on(metric, day);
      if (!portion && contains(window, day)) {
        portion = spread.rest ? std::optional(*spread.rest + known_on(metric, day)) : std::nullopt;
      } else if (!portion) {
        portion = spread.pace;
      }
      baseline.days.add(std::move(portion));
    }
    return baseline;
  }

  struct Spread {
    std::optional<Portion> rest;  // of a day of the window that the history does not cover
    std::optional<Portion> pace;
    Portion sample;
    int days = 0;
    bool counted = false;
  };

  [[nodiscard]] bool gives_counts(std::size_t metric, bool from_history) const {
    const MetricKind kind = metrics_[metric].kind;
    if (kind != MetricKind::rate && kind != MetricKind::mean) {
      return true;
    }
    return from_history ? windows_[metric].roll->by != "day" && !windows_[metric].feed
                        : is_counted(today_[metric]);
  }

  Spread spread_over(std::size_t metric, const Period& window) {
    Portion covered;
    int days_covered = 0;
    Portion events;       // known, on days that the history does not cover
    Portion repeats_not;  // known, on the others
    for (Date day = window.from; day <= window.to; day = add_days(day, 1)) {
      const Portion once = known_on(metric, day);
      if (const auto given = given_on(metric, day)) {
        covered = covered + *given;
        repeats_not = repeats_not + once;
        ++days_covered;
        refuse_more(metric, *given, once);
      } else {
        events = events + once;
      }
    }
    const int open = days_between(window.from, window.to) + 1 - days_covered;
    const Input& input = today_[metric];
    const bool read = input.state == InputState::value || input.state == InputState::no_sample;
    if (metrics_[metric].kind == MetricKind::flag) {
      return spread_flag(metric, input, days_covered, open, covered);
    }
    Spread spread;
    spread.counted = gives_counts(metric, days_covered > 0);
    if (!read) {
      return go_on(metric, window, covered - repeats_not, days_covered, spread);
    }
    const Portion total = total_of(metric, input, covered, days_covered, open);
    Portion rest = total - covered - events;
    if (open == 0) {
      if (differs(metric, input, covered)) {
        made_.notes.push_back({BaselineNote::Kind::history_differs, metric});
      }
      return go_on(metric, window, covered - repeats_not, days_covered, spread);
    }
    if (rest.weight.sign() < 0 || is_impossible(metric, rest)) {
      made_.faults.push_back({BaselineFault::Kind::less, metric, std::nullopt});
      rest = {};
    }
    spread.rest = rest / open;
    spread.sample = covered - repeats_not + rest;
    spread.days = days_covered + open;
    spread.pace = spread.sample / spread.days;
    return spread;
  }

  // Whether no days have such a sum: less than nothing, more bad than all, a mean out of range.
  [[nodiscard]] bool is_impossible(std::size_t metric, const Portion& portion) const {
    const Metric& rule = metrics_[metric];
    if (!weighs(metric)) {
      return portion.sum.sign() < 0;
    }
    return (rule.lowest && portion.sum < *rule.lowest * portion.weight) ||
           (rule.highest && portion.sum > *rule.highest * portion.weight);
  }

  // A day cannot hold more known bad events than the history says.
  void refuse_more(std::size_t metric, const Portion& day, const Portion& once) {
    const Metric& rule = metrics_[metric];
    const auto bad = bad_in(rule, day);
    if (bad && *bad < *bad_in(rule, once)) {
      made_.faults.push_back({BaselineFault::Kind::less, metric, std::nullopt});
    }
  }

  // Of what the reading stands for. Without counts its days weigh like those of the history, or 1
  // each.
  [[nodiscard]] Portion total_of(std::size_t metric, const Input& input, const Portion& covered,
                                 int days_covered, int open) const {
    if (!weighs(metric) || is_counted(input)) {
      return portion_of(metrics_[metric], input);
    }
    const Rational each =
        days_covered > 0 && !covered.weight.is_zero() ? covered.weight / days_covered : Rational(1);
    const Rational weight = covered.weight + each * open;
    return {input.value * weight, weight};
  }

  [[nodiscard]] bool differs(std::size_t metric, const Input& input, const Portion& covered) const {
    const Metric& rule = metrics_[metric];
    if (is_counted(input)) {
      return !is_nothing(portion_of(rule, input) - covered);
    }
    return weighs(metric) ? input.value * covered.weight != covered.sum
                          : input.value != covered.sum;
  }

  // The days before the history are taken as those of it.
  Spread go_on(std::size_t metric, const Period& window, Portion covered, int days, Spread spread) {
    if (days == 0) {
      spread.counted = true;
      if (knows(metric) && metrics_[metric].kind == MetricKind::count) {
        spread.rest = spread.pace = Portion{};
      }
      return spread;
    }
    const int open = days_between(window.from, window.to) + 1 - days;
    for (Date day = add_days(window.from, -1); days_between(day, window.to) < kPaceDays;
         day = add_days(day, -1)) {
      const auto earlier = given_on(metric, day);
      if (!earlier) {
        break;
      }
      covered = covered + *earlier;
      ++days;
    }
    spread.sample = covered;
    spread.days = days;
    spread.pace = covered / days;
    if (open > 0) {
      spread.rest = spread.pace;
      made_.notes.push_back({BaselineNote::Kind::history_short, metric});
    }
    return spread;
  }

  // True without a date stays true: nobody knows when it leaves.
  Spread spread_flag(std::size_t metric, const Input& input, int days_covered, int open,
                     const Portion& covered) {
    Spread spread;
    spread.counted = true;
    if (input.state != InputState::value) {
      if (days_covered > 0 || knows(metric)) {
        spread.rest = spread.pace = Portion{};
      }
      return spread;
    }
    const bool dated = knows(metric) || !covered.sum.is_zero() || open == 0;
    spread.rest = spread.pace = Portion{dated ? Rational() : input.value, 0};
    if (input.value.is_zero() && (knows(metric) || !covered.sum.is_zero())) {
      made_.faults.push_back({BaselineFault::Kind::less, metric, std::nullopt});
    }
    return spread;
  }

  const std::vector<Metric> metrics_;
  const std::vector<MetricWindow>& windows_;
  Date as_of_;
  const std::vector<Input>& today_;
  const History& history_;
  const std::vector<KnownEvent>& known_;
  Baselines made_;
};

}  // namespace

Baselines make_baselines(const Program& program, const std::vector<MetricWindow>& windows,
                         Date as_of, const std::vector<Input>& today, const History& history,
                         const std::vector<KnownEvent>& known) {
  return Layout(program, windows, as_of, today, history, known).run();
}

}  // namespace shopgauge

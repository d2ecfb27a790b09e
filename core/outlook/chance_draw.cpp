// Past days as they are known, or thrown; days to come from their streams; sums over windows.

#include "core/outlook/chance_draw.h"

#include <algorithm>
#include <cmath>

namespace shopgauge {

std::vector<Places> places_of(const Roll& roll, Date first, Date as_of, int days) {
  std::vector<Places> places;
  for (int day = 1; day <= days; ++day) {
    const Period window = window_on(roll, add_days(as_of, day));
    places.push_back({static_cast<std::uint32_t>(days_between(first, window.from)),
                      static_cast<std::uint32_t>(days_between(first, window.to))});
  }
  return places;
}

MetricDraw::MetricDraw(const DrawnMetric& metric, Date as_of, int days)
    : metric_(metric),
      places_(places_of(metric.roll, metric.from, as_of, days)),
      sums_(metric.sums.size() + static_cast<std::size_t>(days)),
      weights_(sums_.size()),
      boxes_(metric.open.size()),
      sums_of_windows_(static_cast<std::size_t>(days)),
      weights_of_windows_(static_cast<std::size_t>(days)),
      // One more than the levels: today's rate, for days that nobody has counted.
      first_levels_(metric.first.levels.size() + 1),
      second_levels_(metric.second.levels.size() + 1) {}

void MetricDraw::draw(Generator& generator) {
  std::copy(metric_.sums.begin(), metric_.sums.end(), sums_.begin());
  std::copy(metric_.weights.begin(), metric_.weights.end(), weights_.begin());
  std::fill(sums_.begin() + static_cast<std::ptrdiff_t>(metric_.sums.size()), sums_.end(), 0);
  std::fill(weights_.begin() + static_cast<std::ptrdiff_t>(metric_.sums.size()), weights_.end(), 0);
  throw_events(metric_.first, true, generator);
  set_levels(metric_.first, rate_of(metric_.first, generator), first_levels_);
  draw_stream(metric_.first, true, generator);
  if (metric_.ratio) {
    throw_events(metric_.second, false, generator);
    set_levels(metric_.second, rate_of(metric_.second, generator), second_levels_);
    draw_stream(metric_.second, false, generator);
  }
  sum_windows();
}

// The rate of a path: what the sample leaves open of it (the Gamma distribution that belongs to
// Poisson numbers, wider where the days differ more).
double MetricDraw::rate_of(const Stream& stream, Generator& generator) {
  return gamma(generator, stream.events / stream.dispersion) * stream.dispersion / stream.days;
}

void MetricDraw::set_levels(const Stream& stream, double rate, Levels& levels) {
  for (std::size_t i = 0; i < stream.levels.size(); ++i) {
    set_level(stream.fixed_rate ? stream.levels[i] : stream.levels[i] * rate, stream.dispersion,
              levels[i]);
  }
  set_level(stream.fixed_rate ? 0 : rate, stream.dispersion, levels.back());
}

// Days of two kinds, so that mean and variance are what they should be.
void MetricDraw::set_level(double mean, double dispersion, Level& level) {
  if (dispersion <= 1 || mean <= 0) {
    level.share = 1;
    level.often.set_mean(mean);
    return;
  }
  const double square = (dispersion - 1) / mean;
  if (square <= 1) {
    const double apart = std::sqrt(square);
    level.share = 0.5;
    level.often.set_mean(mean * (1 + apart));
    level.seldom.set_mean(mean * (1 - apart));
  } else {
    level.share = 1 / (1 + square);
    level.often.set_mean(mean * (1 + square));
    level.seldom.set_mean(0);
  }
}

std::int64_t MetricDraw::draw_from(const Level& level, Generator& generator) {
  if (level.share == 1) {
    return level.often.draw(generator);
  }
  const bool often = generator.uniform() < level.share;
  return (often ? level.often : level.seldom).draw(generator);
}

void MetricDraw::add(std::size_t day, bool is_first, std::int64_t events) {
  const std::int64_t base = metric_.ratio ? metric_.base : 0;
  sums_[day] += events * (is_first ? base + metric_.each : base);
  weights_[day] += events;
}

void MetricDraw::throw_events(const Stream& stream, bool is_first, Generator& generator) {
  if (stream.thrown == 0 || boxes_.empty()) {
    return;
  }
  throw_into(generator, stream.thrown, boxes_);
  for (std::size_t i = 0; i < boxes_.size(); ++i) {
    add(metric_.open[i], is_first, boxes_[i]);
  }
}

void MetricDraw::draw_stream(const Stream& stream, bool is_first, Generator& generator) {
  const Levels& levels = is_first ? first_levels_ : second_levels_;
  for (const std::uint16_t day : metric_.unknown) {
    add(day, is_first, draw_from(levels.back(), generator));
  }
  const std::size_t past = metric_.sums.size();
  for (std::size_t day = 0; day < stream.level.size(); ++day) {
    const std::int64_t events = draw_from(levels[stream.level[day]], generator);
    add(past + day, is_first, events + stream.once[day]);
  }
}

void MetricDraw::sum_windows() {
  for (std::size_t i = 1; i < sums_.size(); ++i) {
    sums_[i] += sums_[i - 1];
    weights_[i] += weights_[i - 1];
  }
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Places& window = places_[i];
    const bool whole = window.from == 0;
    sums_of_windows_[i] = sums_[window.to] - (whole ? 0 : sums_[window.from - 1]);
    weights_of_windows_[i] = weights_[window.to] - (whole ? 0 : weights_[window.from - 1]);
  }
}

}  // namespace shopgauge

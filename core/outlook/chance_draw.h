// Draws the days of one metric on one path. Private to this module.

#ifndef SHOPGAUGE_CORE_OUTLOOK_CHANCE_DRAW_H_
#define SHOPGAUGE_CORE_OUTLOOK_CHANCE_DRAW_H_

#include <cstdint>
#include <vector>

#include "core/outlook/chance_model.h"

namespace shopgauge {

// The places of the days that a metric counts on each day to come, counted from its first day.
struct Places {
  std::uint32_t from = 0;
  std::uint32_t to = 0;  // included
};
[[nodiscard]] std::vector<Places> places_of(const Roll& roll, Date first, Date as_of, int days);

class MetricDraw {
 public:
  MetricDraw(const DrawnMetric& metric, Date as_of, int days);

  // Draws a path: what the window of each day to come holds together.
  void draw(Generator& generator);
  [[nodiscard]] std::int64_t sum(int day) const { return sums_of_windows_[place(day)]; }
  [[nodiscard]] std::int64_t weight(int day) const { return weights_of_windows_[place(day)]; }

 private:
  // A stream's daily numbers at one level: one table, or two that are drawn in turn.
  struct Level {
    Poisson often;
    Poisson seldom;
    double share = 1;  // of `often`
  };
  using Levels = std::vector<Level>;

  static std::size_t place(int day) { return static_cast<std::size_t>(day - 1); }
  static double rate_of(const Stream& stream, Generator& generator);
  static void set_levels(const Stream& stream, double rate, Levels& levels);
  static void set_level(double mean, double dispersion, Level& level);
  static std::int64_t draw_from(const Level& level, Generator& generator);
  void throw_events(const Stream& stream, bool is_first, Generator& generator);
  void draw_stream(const Stream& stream, bool is_first, Generator& generator);
  void add(std::size_t day, bool is_first, std::int64_t events);
  void sum_windows();

  const DrawnMetric& metric_;
  std::vector<Places> places_;
  std::vector<std::int64_t> sums_;
  std::vector<std::int64_t> weights_;
  std::vector<std::int64_t> boxes_;
  std::vector<std::int64_t> sums_of_windows_;
  std::vector<std::int64_t> weights_of_windows_;
  Levels first_levels_;
  Levels second_levels_;
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_CHANCE_DRAW_H_

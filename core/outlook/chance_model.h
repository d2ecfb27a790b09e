// What is drawn: how each metric's days to come arise by chance (docs/forecast.md).

#ifndef SHOPGAUGE_CORE_OUTLOOK_CHANCE_MODEL_H_
#define SHOPGAUGE_CORE_OUTLOOK_CHANCE_MODEL_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/outlook/forecast.h"
#include "core/outlook/sample.h"

namespace shopgauge {

// Events of one kind: Poisson numbers day by day, whose rate is itself not known better than the
// sample tells.
struct Stream {
  double events = 0;      // in the sample, with what the prior adds
  double days = 1;        // that it covers
  double dispersion = 1;  // variance of the daily numbers by their mean, at least 1
  // Of each day to come: which of `levels` times the rate of today.
  std::vector<std::uint16_t> level;
  std::vector<double> levels;
  bool fixed_rate = false;         // `levels` are the means themselves
  std::vector<std::int64_t> once;  // of each day to come: events that happen for certain
  // Events of the past whose day is not known.
  std::int64_t thrown = 0;
};

// How a metric follows from its streams: sum = base × (first + second) + each × first, both in
// units of 1 / scale, over weight = first + second; of counts and amounts each × first over 1.
struct DrawnMetric {
  std::size_t metric = 0;
  Roll roll;
  bool ratio = false;
  bool counted = false;  // prints and decides as counts
  std::int64_t scale = 1;
  std::int64_t base = 0;
  std::int64_t each = 1;
  Stream first;
  Stream second;  // of ratios
  // The past, from `from` to as_of: what is known of each day, and which days take a share of what
  // is thrown.
  Date from;
  std::vector<std::int64_t> sums;  // in units of 1 / scale
  std::vector<std::int64_t> weights;
  std::vector<std::uint16_t> open;
  std::vector<std::uint16_t> unknown;  // days that nobody has counted: drawn like those to come
};

// The ids of the texts model.<id>: what the chances assume.
enum class ModelNote : std::uint8_t {
  poisson,         // counts by day, with the rate's own uncertainty
  thrown,          // a reading's events lie on its days by chance
  dispersed,       // days differ more than Poisson, as the history says
  two_values,      // a mean is made of two values, as far apart as they can be
  spread_known,    // or as the history says
  independent,     // metrics are drawn apart from each other
  certain,         // some metrics are taken as certain: no counts, flags, states
  no_first_event,  // violations that were not seen are not drawn
};
[[nodiscard]] const char* to_text(ModelNote note);

struct ChanceModel {
  std::vector<DrawnMetric> metrics;
  std::vector<ModelNote> notes;  // each once, in the order of the list above
};

[[nodiscard]] ChanceModel make_model(const Outlook& outlook, const Forecast& forecast);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_CHANCE_MODEL_H_

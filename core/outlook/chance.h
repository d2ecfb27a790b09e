// The spread of a forecast: many courses of chance, scored exactly like readings, and how often
// what comes of them.

#ifndef SHOPGAUGE_CORE_OUTLOOK_CHANCE_H_
#define SHOPGAUGE_CORE_OUTLOOK_CHANCE_H_

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/progress.h"
#include "core/outlook/chance_model.h"

namespace shopgauge {

inline constexpr std::array<int, 5> kPercentiles = {5, 25, 50, 75, 95};

struct DayChances {
  Date date;
  int scored = 0;                                // paths with a score
  std::optional<std::array<Rational, 5>> score;  // by kPercentiles, of these
};

// How many paths have each verdict; pending ones are not counted.
struct VerdictChances {
  Date date;                      // of a check; a month's first day
  std::string_view standard;      // of a check
  std::array<int, 5> paths = {};  // by MonthVerdict
};

struct EventChances {
  std::string_view event;
  std::string to;  // a store type, or empty
  std::vector<std::pair<Date, int>>
      by;  // paths in which it has happened by this day, for the first time
};

// How many paths meet a gate on the last day, and in how many that is known.
struct GateChances {
  int met = 0;
  int decided = 0;
};

struct Chances {
  int paths = 0;
  std::vector<DayChances> days;
  std::vector<GateChances> gates;  // by gate
  std::vector<VerdictChances> months;
  std::vector<VerdictChances> checks;
  std::vector<EventChances> events;
  std::vector<ModelNote> notes;
};

// A program of the forecast: the one asked for, or one that feeds it.
struct ChanceProgram {
  const Outlook* outlook = nullptr;
  const Forecast* forecast = nullptr;
};

// `feeds`: the programs whose scores feed metrics of `asked`. `course`: as it was asked, for the
// months and events; or null. `progress`: in paths.
[[nodiscard]] Chances draw_chances(const ChanceProgram& asked,
                                   const std::vector<ChanceProgram>& feeds, const Course* course,
                                   int paths, int seed, const Progress& progress);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_CHANCE_H_

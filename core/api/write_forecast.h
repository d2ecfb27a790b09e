// The parts of a forecast's reply. Private to this module.

#ifndef SHOPGAUGE_CORE_API_WRITE_FORECAST_H_
#define SHOPGAUGE_CORE_API_WRITE_FORECAST_H_

#include "core/api/reply.h"
#include "core/outlook/chance.h"

namespace shopgauge::api {

// `days`, `leaves`, `gates`, `standards`: of the program that was asked for and of those that feed
// it.
void write_outlook(JsonWriter& writer, const Outlook& outlook, const Forecast& forecast);

// The members of `chances`.
void write_chances(JsonWriter& writer, const Program& program, const Chances& chances, int seed);

// What the windows rest on: those of `rolls` and `fed_by` that are only assumed.
[[nodiscard]] std::vector<Assumption> window_assumptions(const Program& program,
                                                         const Forecast& forecast);

}  // namespace shopgauge::api

#endif  // SHOPGAUGE_CORE_API_WRITE_FORECAST_H_

// The forecast's own part of a request: history, known events, scenario. Private to this module.

#ifndef SHOPGAUGE_CORE_API_OUTLOOK_REQUEST_H_
#define SHOPGAUGE_CORE_API_OUTLOOK_REQUEST_H_

#include "core/base/cursor.h"
#include "core/outlook/forecast.h"

namespace shopgauge::api {

// Issues: `metric.*`, `history.*`, `forecast.out_of_range`.
History read_history(const Cursor& at, const Program& program,
                     const std::vector<MetricWindow>& windows, std::optional<Date> as_of);

// Issues: `metric.unknown`, `known.*`.
std::vector<KnownEvent> read_known(const Cursor& at, const Program& program, Date as_of);

// Issues: `metric.*`, `scenario.*`.
std::vector<ScenarioChange> read_scenario(const Cursor& at, const Program& program,
                                          const std::vector<MetricWindow>& windows,
                                          const Period& days);

// A whole number from `low` to `high`; nothing after an issue: `forecast.out_of_range`.
std::optional<int> read_bounded(const Cursor& at, Literal field, int low, int high);
void refuse_bound(const Cursor& at, Literal field, std::string_view value, int low, int high);

}  // namespace shopgauge::api

#endif  // SHOPGAUGE_CORE_API_OUTLOOK_REQUEST_H_

// The forecast's own part of a request: history, known events, scenario. Private to this module.

#ifndef SHOPGAUGE_CORE_API_OUTLOOK_REQUEST_H_
#define SHOPGAUGE_CORE_API_OUTLOOK_REQUEST_H_

#include <memory>

#include "core/base/cursor.h"
#include "core/outlook/forecast.h"

namespace shopgauge::api {

// A history as a request has it; of a CSV text it holds the rows.
struct HistoryRead {
  History history;
  std::unique_ptr<const Json> rows;
};

// An array of days, or a CSV text whose first line names the columns: date, then `<metric>` or
// `<metric>.num` and so on. Issues: `metric.*`, `history.*`, `forecast.out_of_range`.
HistoryRead read_history(const Cursor& at, const Program& program,
                         const std::vector<MetricWindow>& windows, std::optional<Date> as_of);

// The rows of a CSV text as the array that a request would have; issues at `at`: `history.columns`.
[[nodiscard]] std::unique_ptr<const Json> rows_of_csv(const Cursor& at, std::string_view text);

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

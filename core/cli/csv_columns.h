// What the name of a column says.

#ifndef SHOPGAUGE_CORE_CLI_CSV_COLUMNS_H_
#define SHOPGAUGE_CORE_CLI_CSV_COLUMNS_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cli/csv_cell.h"
#include "core/rules/catalog.h"

namespace shopgauge::cli {

struct CsvName {
  std::vector<std::string> path;  // of the member; below "months" and "checks" the month or date
  CellKind kind = CellKind::text;
  std::string part;                                               // "num", "den", "sum", "n"
  std::vector<std::pair<std::string_view, MetricKind>> programs;  // metrics: that have it
};

// Nothing where no request has such a member, or no edition such a metric, node or target.
[[nodiscard]] std::optional<CsvName> read_name(std::string_view name, const Editions& editions);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_CSV_COLUMNS_H_

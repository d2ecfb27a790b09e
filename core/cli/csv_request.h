// From a table's header and a row of it to the request that the row is: which column gives which
// member. docs/batch.md lists the columns.

#ifndef SHOPGAUGE_CORE_CLI_CSV_REQUEST_H_
#define SHOPGAUGE_CORE_CLI_CSV_REQUEST_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/cli/csv_cell.h"

namespace shopgauge {
class Editions;
}

namespace shopgauge::cli {

// One column that gives a part of a member: the whole, or one of the two numbers of a pair.
struct CsvColumn {
  std::string part;  // empty, "num", "den", "sum", "n"
  std::size_t index = 0;
};

// A member of the request, or an entry of its months or checks.
struct CsvPlace {
  std::string key;  // of entries: the month or date
  CellKind kind = CellKind::text;
  std::vector<std::pair<std::string_view, MetricKind>> programs;  // that have the metric
  std::vector<CsvColumn> columns;                                 // none: it has members
  std::string otherwise;                                          // JSON for rows that say nothing
  std::vector<CsvPlace> members;
  std::string entry_key;  // "month" or "date": the members are the entries of a list
};

struct CsvTable {
  std::size_t columns = 0;
  CsvPlace root;
};

// What each row of a table without such a column has: {"program", "…"}.
using CsvDefaults = std::vector<std::pair<std::string, std::string>>;

// Metrics, nodes and profile paths are those of the editions. Issues: `csv.column` (not known),
// `csv.column_twice`, `csv.encoding`.
[[nodiscard]] Result<CsvTable> read_header(const std::vector<std::string>& header,
                                           const Editions& editions, const CsvDefaults& defaults,
                                           bool ignore_unknown);

// The request of a row with as many cells as the header; numbers stand in it as they were typed.
// `program`: whose metrics they are where the row does not say it.
[[nodiscard]] std::string request_of_row(const CsvTable& table,
                                         const std::vector<std::string>& cells,
                                         const std::string& program = "");

// What the requests ask by their columns, where no row names its function.
[[nodiscard]] std::string_view function_of_table(const CsvTable& table);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_CSV_REQUEST_H_

// A table of daily figures, as the history of a forecast's request.

#ifndef SHOPGAUGE_CORE_CLI_HISTORY_H_
#define SHOPGAUGE_CORE_CLI_HISTORY_H_

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace shopgauge {
class Editions;
}

namespace shopgauge::cli {

struct WithHistory {
  std::string request;
  std::vector<std::uint64_t> lines;  // of the table, for each day
  std::string refusal;               // the reply where the table is faulty, else empty
};

// The request with the days of a table whose columns are called as those of a batch: `date` and
// metrics. A request that is no JSON object stays as it is, and of one that has a history the
// engine refuses the second. Issues: `csv.column`, `csv.column_twice`, `csv.encoding`,
// `csv.quotes`, `csv.too_long`, `csv.cells`.
[[nodiscard]] WithHistory with_history(const std::string& request, std::istream& table,
                                       const Editions& editions);

// The reply, which is a refusal, with the line of the table in the issues of days.
[[nodiscard]] std::string with_day_lines(const std::string& reply,
                                         const std::vector<std::uint64_t>& lines);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_HISTORY_H_

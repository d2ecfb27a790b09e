// Replies to rows of a table that make no request, and where in the table a refused one stands.

#ifndef SHOPGAUGE_CORE_CLI_BATCH_REFUSAL_H_
#define SHOPGAUGE_CORE_CLI_BATCH_REFUSAL_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/issue.h"
#include "core/base/json.h"
#include "core/cli/batch_flow.h"

namespace shopgauge::cli {

// What is wrong with a table. `line`: of its text, from 1; none of the header.
struct TableIssue {
  Issue issue;
  std::optional<std::uint64_t> line;
};

// Why a row makes no request: `csv.quotes`, `csv.too_long`, `csv.encoding`, `csv.cells` (with
// params found and expected). `columns`: of the header.
[[nodiscard]] std::optional<Issue> fault_of(const Record& row, std::size_t columns);
// {"ok":false,"issues":[…]} with the line of each.
[[nodiscard]] std::string refusal_of(const std::vector<TableIssue>& issues);
// The reply, which is a refusal, with the line of the table in each issue that `line_of` finds one
// for by its JSON Pointer. Line and column of the request that rows became would mislead.
using LineOf = std::function<std::optional<std::uint64_t>(const std::string& path)>;
[[nodiscard]] std::string with_lines(const std::string& reply, const LineOf& line_of);
// Issues as a reply has them.
[[nodiscard]] Json json_of(const Issues& issues);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_BATCH_REFUSAL_H_

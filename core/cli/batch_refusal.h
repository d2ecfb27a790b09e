// Replies to rows of a table that make no request, and where in the table a refused one stands.

#ifndef SHOPGAUGE_CORE_CLI_BATCH_REFUSAL_H_
#define SHOPGAUGE_CORE_CLI_BATCH_REFUSAL_H_

#include <cstdint>
#include <string>

#include "core/base/issue.h"
#include "core/base/json.h"

namespace shopgauge::cli {

// {"ok":false,"issues":[…]} with one issue at that line of the table. `code`: `csv.quotes`,
// `csv.too_long`, `csv.encoding`.
[[nodiscard]] std::string refuse_row(Literal code, std::uint64_t line);
// `csv.cells`, with params found and expected.
[[nodiscard]] std::string refuse_cells(std::size_t found, std::size_t expected, std::uint64_t line);
// The reply, which is a refusal, with the line of the table in each issue. Line and column of the
// request that the row became would mislead.
[[nodiscard]] std::string with_line(const std::string& reply, std::uint64_t line);
// Issues as a reply has them.
[[nodiscard]] Json json_of(const Issues& issues);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_BATCH_REFUSAL_H_

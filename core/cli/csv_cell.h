// What people write into the cells of a table, as JSON of a request. Digits stay as they were
// typed; a cell that is no spelling of such a value becomes a text, which the engine refuses where
// it stands.

#ifndef SHOPGAUGE_CORE_CLI_CSV_CELL_H_
#define SHOPGAUGE_CORE_CLI_CSV_CELL_H_

#include <cstdint>
#include <optional>
#include <string>

#include "core/rules/program.h"

namespace shopgauge::cli {

enum class CellKind : std::uint8_t {
  text,     // as it stands
  date,     // 2026-05-01, also 2026/5/1
  number,   // 4.8
  effort,   // 0.5, fixed
  metric,   // a number, 0.3%, 3/1000, yes, ?, none
  profile,  // a number, 0.3%, 3/1000
  met,      // pass, fail, yes, no
  words,    // ids or days with spaces between them, as a list
  choice,   // a word, a day, or several days with spaces between them
};

// JSON text; empty where the cell is. `metric`: where it is one whose kind is known. White space
// around a cell is no part of it. Full-width digits and signs are read as plain ones, but for
// texts.
[[nodiscard]] std::string json_of_cell(CellKind kind, const std::string& cell,
                                       std::optional<MetricKind> metric = std::nullopt);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_CSV_CELL_H_

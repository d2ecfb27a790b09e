// CSV out: a reply as one row of a table. docs/batch.md lists the columns of each function.

#ifndef SHOPGAUGE_CORE_CLI_CSV_REPLY_H_
#define SHOPGAUGE_CORE_CLI_CSV_REPLY_H_

#include <string>
#include <string_view>

#include "core/base/json.h"

namespace shopgauge::cli {

// The function that made a reply, by what its value has; "assess" of a refusal.
[[nodiscard]] std::string_view function_of_reply(const Json& reply);

// The header of the table for replies of a function, with its line end. `ranked`: with the column
// `rank` before all others.
[[nodiscard]] std::string csv_header(std::string_view function, bool ranked);

// The row of a reply ({"ok",…}, with or without `store`), with its line end. What the reply does
// not have, another function's reply for example, stays empty. `line`: of the input, said where the
// reply is a refusal.
[[nodiscard]] std::string csv_row(std::string_view function, const Json& reply, std::uint64_t line);

// A text as a cell that spreadsheets take for a text: one that begins like a formula (= + - @, also
// full-width, tab, carriage return) gets an apostrophe before it; quotes where they are needed.
[[nodiscard]] std::string csv_text(std::string_view text);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_CSV_REPLY_H_

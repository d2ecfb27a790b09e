// The part of a reply that tables and rankings are made of. The rest is most of it, and reading it
// would take longer than the answer itself.

#ifndef SHOPGAUGE_CORE_CLI_REPLY_PART_H_
#define SHOPGAUGE_CORE_CLI_REPLY_PART_H_

#include <string>
#include <string_view>

namespace shopgauge::cli {

// The reply without the members of its value that no table shows: nodes, assumptions, sources …
// `reply`: as the engine writes it, without white space between its parts.
[[nodiscard]] std::string shown_part(std::string_view reply);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_REPLY_PART_H_

// The functions of the command, one row each.

#ifndef SHOPGAUGE_CORE_CLI_FUNCTIONS_H_
#define SHOPGAUGE_CORE_CLI_FUNCTIONS_H_

#include <span>
#include <string>
#include <string_view>

#include "core/api/shopgauge.h"
#include "core/cli/texts.h"

namespace shopgauge::cli {

// What was asked, for a report of the reply.
struct Asked {
  const Json& request;
  const Catalog& catalog;
  const std::string& language;
};

struct Function {
  const char* name;
  const char* about;
  bool needs_file;
  std::string (*reply)(const Catalog& catalog, std::string_view text);
  // Of the value of a reply, as text for people.
  std::string (*report)(const Asked& asked, const Json& value);
  std::string (*table)(const Json& value) = nullptr;  // as csv, where it can
  bool history = false;                               // takes a table of days beside the request
};

[[nodiscard]] std::span<const Function> functions();

// The string table of a language.
[[nodiscard]] Json string_table(const std::string& language);
// The issues of a reply in words, with the titles of the program asked for.
[[nodiscard]] std::string report_refusal(const Asked& asked, const Json& issues);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_FUNCTIONS_H_

// Readable reports of replies, as plain text for a terminal.

#ifndef SHOPGAUGE_CORE_CLI_REPORT_H_
#define SHOPGAUGE_CORE_CLI_REPORT_H_

#include <string>

#include "core/cli/texts.h"

namespace shopgauge::cli {

// Each takes the `value` of a reply, or its `issues`.
[[nodiscard]] std::string report_assessment(const Json& value, const Texts& texts);
// With the texts of either side's program.
[[nodiscard]] std::string report_comparison(const Json& value, const Texts& first_texts,
                                            const Texts& second_texts);
[[nodiscard]] std::string report_plan(const Json& value, const Texts& texts);
[[nodiscard]] std::string report_timeline(const Json& value, const Texts& texts);
[[nodiscard]] std::string report_programs(const Json& value, const Texts& texts);
[[nodiscard]] std::string report_check(const Json& value, const Texts& texts);
[[nodiscard]] std::string report_issues(const Json& issues, const Texts& texts);

// Parts that several reports have.
[[nodiscard]] std::string line(const std::string& text);
[[nodiscard]] std::string heading(const Json& value, const Texts& texts);
[[nodiscard]] std::string report_findings(const Json& findings, const Texts& texts,
                                          const std::string& indent);
// One finding under that name, with its alternatives.
[[nodiscard]] std::string report_finding(const Json& finding, const std::string& name,
                                         const Texts& texts, const std::string& indent);
// The tier, or those that are possible.
[[nodiscard]] std::string tier_name(const Json& tier, const Texts& texts);
// Notices, warnings, the newest source.
[[nodiscard]] std::string report_notes(const Json& value, const Texts& texts);
// With what the result rests on.
[[nodiscard]] std::string report_footing(const Json& value, const Texts& texts);
// Whether a gate or standard is met: true, false or "undetermined".
[[nodiscard]] std::string met(const Json& value, const Texts& texts);
// "  (needs …)", or nothing.
[[nodiscard]] std::string needs(const Json& value, const Texts& texts);
// "+3" or "-0.5".
[[nodiscard]] std::string signed_number(const Json& value);
// A number, a ratio, a percentage … as people read it.
[[nodiscard]] std::string plain(const Json& value, const Texts& texts);
// The same of a metric, or of a standard or indicator of one: rates in percent.
[[nodiscard]] std::string measure(const Json& value, const std::string& of, const Texts& texts);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_REPORT_H_

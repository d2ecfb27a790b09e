// What all requests share: the edition that is asked for, and readings. Private to this module.

#ifndef SHOPGAUGE_CORE_API_REQUEST_H_
#define SHOPGAUGE_CORE_API_REQUEST_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cursor.h"
#include "core/calendar/month.h"
#include "core/rules/catalog.h"
#include "core/scoring/reading.h"

namespace shopgauge::api {

// Where the issues of a request go.
inline CursorContext request_context(Issues& issues) {
  return {issues, "request.type", "request.unknown_key", "request.missing"};
}

// The edition that rules a request. Holds an inline document.
struct Selection {
  const Program* program = nullptr;  // null after an issue
  std::unique_ptr<const Program> own;
  std::optional<Date> date;
};

// Where a request says which edition rules it; each may be absent.
struct Asked {
  Cursor program;
  Cursor edition;
  Cursor date;
};

// The edition, or null after an issue.
const Program* named_edition(const Asked& asked, const Editions& editions, std::string_view program,
                             std::string_view edition);

// Issues at `request` where something is missing.
Selection select_program(const Cursor& request, const Asked& asked, const Editions& editions);
// By the request's own `program`, `edition`, `date`.
Selection select_program(const Cursor& request, const Editions& editions);

// A day within 1970..2150; issue `request.date`.
std::optional<Date> read_day(const Cursor& at);
std::optional<Month> read_month(const Cursor& at);

// Exact where decimals can say it, else 6 digits.
[[nodiscard]] std::string text_of(const Rational& value);
// A non-negative whole number under `key`; nothing where there is none.
[[nodiscard]] std::optional<Rational> whole(const Cursor& at, std::string_view key);
// The node of the program's score with this id, or null.
[[nodiscard]] const Node* node_of(const Program& program, std::string_view id);

// The value of one metric. Issues: `metric.type`, `metric.out_of_range`.
Input read_input(const Cursor& at, const Metric& metric);
// A score that the node can have; null after an issue: `given.out_of_range`.
const Rational* read_node_score(const Cursor& at, const Node& node);
// Each reads its part of a request, over what is there already.
void read_metrics(const Cursor& at, const Program& program, std::vector<Input>& metrics);
void read_given(const Cursor& at, const Program& program, Reading& reading);
void read_profile(const Cursor& at, const Program& program, Reading& reading);
Enrolment read_enrolment(const Cursor& at);
// `enrolment` and `profile`. Issues: `enrolment.*`, `profile.*`, `request.*`.
void read_own(const Cursor& request, const Program& program, Reading& reading);
// The platform's rows and curves for such a store. Issues: `enrolment.ambiguous`.
void apply_platform(const Cursor& request, const Program& program, Reading& reading);
// Both; a store that was not understood would fall into the wrong rows.
void read_store(const Cursor& request, const Program& program, Reading& reading);
// `metrics` and `given`.
void read_values(const Cursor& request, const Program& program, Reading& reading);
// All of a reading.
Reading read_reading(const Cursor& request, const Program& program);

}  // namespace shopgauge::api

#endif  // SHOPGAUGE_CORE_API_REQUEST_H_

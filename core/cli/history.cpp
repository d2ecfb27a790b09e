// Reads the table as a batch does and writes a day of the history for each row.

#include "core/cli/history.h"

#include <cstdlib>
#include <utility>

#include "core/cli/batch_refusal.h"
#include "core/cli/batch_source.h"
#include "core/rules/catalog.h"
#include "core/rules/reader.h"

namespace shopgauge::cli {
namespace {

constexpr std::string_view kDays = "/history/";

// The metrics of an inline document stand in no catalog.
Editions edition_of(const Json& document) {
  Editions own;
  if (auto program = read_program(document)) {
    (void)own.add(std::move(program), "");
  }
  return own;
}

// The columns, of which a day has `date` and metrics.
Result<CsvTable> read_days(Source& source, const Editions& editions) {
  Result<CsvTable> table = read_table(source, editions, {}, false);
  if (!table.ok()) {
    return table;
  }
  Issues issues;
  for (const CsvPlace& place : table.value().root.members) {
    if (place.key != "date" && place.key != "metrics") {
      add_issue(issues, "csv.column", "", "a day has no such member", {{"column", place.key}});
    }
  }
  return issues.empty() ? std::move(table) : Result<CsvTable>(std::move(issues));
}

std::string refuse_header(const Issues& issues) {
  std::vector<TableIssue> found;
  for (const Issue& issue : issues) {
    found.push_back({issue, std::nullopt});
  }
  return refusal_of(found);
}

// The days of a history, with commas.
std::string days_of(Source& source, const CsvTable& table, const std::string& program,
                    WithHistory& with) {
  std::string days;
  std::vector<TableIssue> issues;
  for (Record row; source.next(row);) {
    if (auto fault = fault_of(row, table.columns)) {
      issues.push_back({std::move(*fault), row.line});
      continue;
    }
    days += (days.empty() ? "" : ",") + request_of_row(table, row.cells, program);
    with.lines.push_back(row.line);
  }
  with.refusal = issues.empty() ? "" : refusal_of(issues);
  return days;
}

}  // namespace

WithHistory with_history(const std::string& request, std::istream& table,
                         const Editions& editions) {
  const Result<Json> asked = parse_json(request);
  if (!asked.ok() || !asked.value().is(Json::Kind::object)) {
    return {request, {}, ""};
  }
  const Json* program = asked.value().find("program");
  const bool is_document = program != nullptr && program->is(Json::Kind::object);
  const Editions own = is_document ? edition_of(*program) : Editions();
  Source source(table, true, 0);
  const Result<CsvTable> columns = read_days(source, is_document ? own : editions);
  if (!columns.ok()) {
    return {"", {}, refuse_header(columns.issues())};
  }
  WithHistory with;
  const std::string id = program != nullptr && !is_document ? program->string : "";
  const std::string days = days_of(source, columns.value(), id, with);
  // At the end, so that places in the text before it stay what they are.
  const std::size_t end = request.rfind('}');
  with.request = request.substr(0, end) + (asked.value().members.empty() ? "" : ",") +
                 "\"history\":[" + days + "]" + request.substr(end);
  return with;
}

std::string with_day_lines(const std::string& reply, const std::vector<std::uint64_t>& lines) {
  return with_lines(reply, [&](const std::string& path) -> std::optional<std::uint64_t> {
    if (path.rfind(kDays, 0) != 0) {
      return std::nullopt;
    }
    const std::size_t day = std::strtoull(path.c_str() + kDays.size(), nullptr, 10);
    return day < lines.size() ? std::optional(lines[day]) : std::nullopt;
  });
}

}  // namespace shopgauge::cli

// Writes issues in the shape that the engine gives them.

#include "core/cli/batch_refusal.h"

#include <algorithm>

#include "core/base/writer.h"
#include "core/cli/csv_rows.h"

namespace shopgauge::cli {
namespace {

void write_issue(JsonWriter& writer, const Issue& issue, std::optional<std::uint64_t> line) {
  writer.begin_object().key("code").string(issue.code).key("path").string(issue.path);
  writer.key("message").string(issue.message).key("params").begin_object();
  for (const Param& param : issue.params) {
    writer.name(param.name).string(param.value);
  }
  writer.end_object();
  if (line) {
    writer.key("line").number(Rational(static_cast<std::int64_t>(*line)));
  }
  writer.end_object();
}

Literal message_of(std::string_view code) {
  return code == "csv.encoding"   ? "the row is not UTF-8"
         : code == "csv.too_long" ? "the row does not end; nothing after it was read"
                                  : "the quotes of the row do not fit";
}

Issue issue_of(const Json& json) {
  Issue issue{json.find("code")->string,
              json.find("path")->string,
              json.find("message")->string,
              {},
              std::nullopt};
  for (const JsonMember& param : json.find("params")->members) {
    issue.params.push_back({param.key, param.value.string});
  }
  return issue;
}

}  // namespace

std::optional<Issue> fault_of(const Record& row, std::size_t columns) {
  if (row.fault != nullptr) {
    return one_issue(row.fault, "", message_of(row.fault), {}).front();
  }
  if (row.cells.size() != columns) {
    return one_issue(
               "csv.cells", "", "the row has another number of cells than the header",
               {{"found", std::to_string(row.cells.size())}, {"expected", std::to_string(columns)}})
        .front();
  }
  if (!std::all_of(row.cells.begin(), row.cells.end(),
                   [](const std::string& cell) { return is_utf8(cell); })) {
    return one_issue("csv.encoding", "", message_of("csv.encoding"), {}).front();
  }
  return std::nullopt;
}

std::string refusal_of(const std::vector<TableIssue>& issues) {
  JsonWriter writer;
  writer.begin_object().key("ok").boolean(false).key("issues").begin_array();
  for (const TableIssue& one : issues) {
    write_issue(writer, one.issue, one.line);
  }
  writer.end_array().end_object();
  return writer.take();
}

std::string with_lines(const std::string& reply, const LineOf& line_of) {
  const Json json = parse_json(reply, &parse_any_decimal).take();
  JsonWriter writer;
  writer.begin_object();
  if (const Json* store = json.find("store")) {
    writer.key("store").json(*store);
  }
  writer.key("ok").boolean(false).key("issues").begin_array();
  for (const Json& issue : json.find("issues")->items) {
    if (const auto line = line_of(issue.find("path")->string)) {
      write_issue(writer, issue_of(issue), line);
    } else {
      writer.json(issue);
    }
  }
  writer.end_array().end_object();
  return writer.take();
}

Json json_of(const Issues& issues) {
  JsonWriter writer;
  writer.begin_array();
  for (const Issue& issue : issues) {
    write_issue(writer, issue, std::nullopt);
  }
  writer.end_array();
  return parse_json(writer.take()).take();
}

}  // namespace shopgauge::cli

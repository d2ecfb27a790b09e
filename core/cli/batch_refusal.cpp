// Writes issues in the shape that the engine gives them.

#include "core/cli/batch_refusal.h"

#include "core/base/writer.h"

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

std::string refuse(const Issue& issue, std::uint64_t line) {
  JsonWriter writer;
  writer.begin_object().key("ok").boolean(false).key("issues").begin_array();
  write_issue(writer, issue, line);
  writer.end_array().end_object();
  return writer.take();
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

std::string refuse_row(Literal code, std::uint64_t line) {
  return refuse(one_issue(code, "", message_of(code), {}).front(), line);
}

std::string refuse_cells(std::size_t found, std::size_t expected, std::uint64_t line) {
  return refuse(
      one_issue("csv.cells", "", "the row has another number of cells than the header",
                {{"found", std::to_string(found)}, {"expected", std::to_string(expected)}})
          .front(),
      line);
}

std::string with_line(const std::string& reply, std::uint64_t line) {
  const Json json = parse_json(reply, &parse_any_decimal).take();
  JsonWriter writer;
  writer.begin_object();
  if (const Json* store = json.find("store")) {
    writer.key("store").json(*store);
  }
  writer.key("ok").boolean(false).key("issues").begin_array();
  for (const Json& issue : json.find("issues")->items) {
    write_issue(writer, issue_of(issue), line);
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

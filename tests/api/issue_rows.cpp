// Reads the table of issues.

#include "tests/api/issue_rows.h"

#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

constexpr const char* kLines = "tests/api/lines.json";

// A row has the request itself, or the text of one that is no JSON, or a shipped document and what
// is written after it.
std::string text_of_row(const Json& row, const std::string& file_text) {
  if (const Json* text = row.find("text")) {
    return text->string;
  }
  if (const Json* document = row.find("document")) {
    return read_file(document->string) + string_or_nothing(row, "append");
  }
  return std::string(text_of(file_text, member(row, "request")));
}

std::vector<IssueRow> rows_of(const std::string& file) {
  std::vector<IssueRow> rows;
  const std::string text = read_file(file);
  for (const Json& row : parse(text, file).items) {
    rows.push_back({member(row, "name").string, member(row, "function").string,
                    text_of_row(row, text), lines_of(member(row, "issues"))});
  }
  return rows;
}

void add_codes(const Json& issues, std::vector<std::string>& codes) {
  for (const Json& issue : issues.items) {
    codes.push_back(member(issue, "code").string);
  }
}

}  // namespace

std::string line_of(const Json& issue) {
  std::string line = member(issue, "code").string + " " + member(issue, "path").string;
  const Json* params = issue.find("params");
  if (params == nullptr || params->members.empty()) {
    return line;
  }
  line += " {";
  for (const JsonMember& param : params->members) {
    line += (line.back() == '{' ? "" : ", ") + param.key + ": " + param.value.string;
  }
  return line + "}";
}

std::vector<std::string> lines_of(const Json& issues) {
  std::vector<std::string> lines;
  for (const Json& issue : issues.items) {
    lines.push_back(line_of(issue));
  }
  return lines;
}

std::vector<IssueRow> issue_rows() {
  std::vector<IssueRow> rows;
  for (const std::string& file : files_below("tests/api/issues", ".json")) {
    const std::vector<IssueRow> more = rows_of(file);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  return rows;
}

std::vector<IssueRow> line_rows() { return rows_of(kLines); }

std::vector<std::string> codes_with_a_test() {
  std::vector<std::string> codes;
  std::vector<std::string> files = files_below("tests/api/issues", ".json");
  files.emplace_back(kLines);
  for (const std::string& file : files) {
    for (const Json& row : parse(read_file(file), file).items) {
      add_codes(member(row, "issues"), codes);
    }
  }
  for (const std::string& file : files_below("tests/rules_bad", ".issues.json")) {
    add_codes(parse(read_file(file), file), codes);
  }
  return codes;
}

}  // namespace shopgauge::tests

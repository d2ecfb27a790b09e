// The table of requests that are refused, tests/api/issues/*.json: each row with the whole list of
// issues that its reply holds, in order.

#ifndef SHOPGAUGE_TESTS_API_ISSUE_ROWS_H_
#define SHOPGAUGE_TESTS_API_ISSUE_ROWS_H_

#include <string>
#include <vector>

#include "core/base/json.h"

namespace shopgauge::tests {

struct IssueRow {
  std::string name;
  std::string function;
  std::string text;                 // what the function gets
  std::vector<std::string> issues;  // each as written by line_of
};

std::vector<IssueRow> issue_rows();
// The lines of a batch that are refused, tests/api/lines.json.
std::vector<IssueRow> line_rows();

// "code path {name: value, …}" of an issue as a table or a reply has it; without the braces where
// it has no parameters.
std::string line_of(const Json& issue);
std::vector<std::string> lines_of(const Json& issues);

// The codes of the issues of all rows, and of the faulty program documents in tests/rules_bad.
std::vector<std::string> codes_with_a_test();

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_API_ISSUE_ROWS_H_

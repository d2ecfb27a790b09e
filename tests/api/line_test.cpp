// A line of a batch replies as the function that it asks for.

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

const std::set<std::string> kOfLines = {"assess", "timeline", "compare", "plan", "forecast"};

// The request with one member more.
std::string with_function(const std::string& request, const std::string& function) {
  const std::size_t brace = request.find('{') + 1;
  const bool empty = request.find_first_not_of(" \n", brace) == request.find('}');
  return "{\"function\":\"" + function + (empty ? "\"" : "\",") + request.substr(brace);
}

class Line : public testing::TestWithParam<std::string> {};

TEST_P(Line, RepliesAsItsFunctionDoes) {
  Catalog catalog = shipped_catalog();
  for (const Case& one : cases_of(GetParam())) {
    if (kOfLines.count(one.function) == 0) {
      continue;
    }
    SCOPED_TRACE(one.name);
    const std::string wanted = reply_to(catalog, one.function, one.request);
    const bool says_until = parse(one.request, one.name).find("until") != nullptr;
    EXPECT_EQ(says_until, one.function == "timeline" || one.function == "forecast");
    EXPECT_EQ(answer_line(catalog, one.request), wanted);
    EXPECT_EQ(answer_line(catalog, with_function(one.request, one.function)), wanted);
    EXPECT_EQ(wanted.find('\n'), std::string::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(Of, Line, testing::ValuesIn(case_files()),
                         [](const auto& parameter) { return test_name(parameter.param); });

TEST(LineFunction, IsNamedByALineAlone) {
  const Catalog catalog = shipped_catalog();
  const std::string named = R"({"function":"assess"})";
  EXPECT_NE(assess(catalog, named).find("request.unknown_key"), std::string::npos);
  EXPECT_EQ(answer_line(catalog, named), assess(catalog, "{}"));
}

}  // namespace
}  // namespace shopgauge::tests

// A line of a batch replies as the function that it asks for.

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

const std::set<std::string> kOfLines = {"assess", "timeline", "compare", "plan"};

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
    EXPECT_EQ(says_until, one.function == "timeline");
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

// The reply is the one without it, but for the store in front.
TEST(LineStore, IsCarriedIntoTheReply) {
  const Catalog catalog = shipped_catalog();
  const std::string rest = R"("program":"douyin-experience-score","edition":"2022-09-26",)"
                           R"("given":{"goods":4.8,"logistics":4.6,"service":4.9}})";
  const std::string refused = R"("program":"douyin-experience-score"})";
  const std::string longest(256, 'x');
  for (const std::string& store :
       {std::string(R"("A17")"), std::string(R"("\"ok\":true,{旗舰店}\\")"), std::string("17"),
        std::string("-3"), std::string("123456789012345678"), "\"" + longest + "\""}) {
    for (const std::string& request : {rest, refused}) {
      SCOPED_TRACE(store);
      const std::string named = "{\"store\":" + store + ",";
      EXPECT_EQ(answer_line(catalog, named + request),
                named + assess(catalog, "{" + request).substr(1));
    }
  }
}

TEST(LineStore, HasAtMost256Bytes) {
  const Catalog catalog = shipped_catalog();
  const std::string line = R"({"store":")" + std::string(257, 'x') + R"("})";
  EXPECT_NE(answer_line(catalog, line).find("request.store"), std::string::npos);
}

// Of a single function's request it is no member.
TEST(LineStore, IsKnownToLinesAlone) {
  const Catalog catalog = shipped_catalog();
  EXPECT_NE(assess(catalog, R"({"store":"A17"})").find("request.unknown_key"), std::string::npos);
}

TEST(LineFunction, OfLinesThatNameNoneMayBeSaid) {
  const Catalog catalog = shipped_catalog();
  const std::string request = R"({"program":"douyin-flagship","edition":"2026-06-02"})";
  EXPECT_EQ(answer_line(catalog, request, "timeline"), timeline(catalog, request));
  EXPECT_EQ(answer_line(catalog, request, "plan"), plan(catalog, request));
  EXPECT_EQ(answer_line(catalog, request, "nothing"), assess(catalog, request));
  EXPECT_EQ(answer_line(catalog, R"({"function":"assess",)" + request.substr(1), "timeline"),
            assess(catalog, request));
}

}  // namespace
}  // namespace shopgauge::tests

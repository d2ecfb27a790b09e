// Every case beside the shipped programs and every conformance case comes out as it says.

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/api/corpus.h"
#include "tests/api/difference.h"

namespace shopgauge::tests {
namespace {

// What the cases may ask for that this build does not have yet, with the reasons.
const Json& not_yet() {
  static const Json kList = parse(read_file("tests/api/not_yet.json"), "not_yet.json");
  return kList;
}

bool waits(const Case& one) {
  return member(not_yet(), "programs").find(one.program) != nullptr ||
         member(not_yet(), "functions").find(one.function) != nullptr;
}

class Cases : public testing::TestWithParam<std::string> {};

TEST_P(Cases, ComeOutAsTheySay) {
  Catalog catalog = shipped_catalog();
  int run = 0;
  for (const Case& one : cases_of(GetParam())) {
    SCOPED_TRACE(one.name);
    if (waits(one)) {
      continue;
    }
    if (!is_function(one.function)) {
      ADD_FAILURE() << one.function << " is no function and not listed in not_yet.json";
      continue;
    }
    const Json reply = parse(reply_to(catalog, one.function, one.request), one.name);
    ++run;
    EXPECT_EQ(outcome_difference(one, reply), "");
  }
  EXPECT_GT(run, 0) << "no case of this file can be run";
}

INSTANTIATE_TEST_SUITE_P(Of, Cases, testing::ValuesIn(case_files()),
                         [](const auto& parameter) { return test_name(parameter.param); });

TEST(CaseFiles, HaveNamesOfTheirOwn) {
  for (const std::string& file : case_files()) {
    std::vector<std::string> names;
    for (const Case& one : cases_of(file)) {
      names.push_back(one.name);
    }
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    EXPECT_EQ(twice, names.end()) << file << ": " << *twice;
  }
}

TEST(CaseFiles, StandBesideEveryShippedDocument) {
  const std::vector<std::string> files = case_files();
  for (const std::string& document : shipped_documents()) {
    const std::string wanted = document.substr(0, document.size() - 4) + "cases.json";
    EXPECT_NE(std::find(files.begin(), files.end(), wanted), files.end()) << wanted;
  }
}

// What is listed as not yet there really is not, so that no case is left out by mistake.
TEST(NotYet, IsNotThere) {
  const std::vector<std::string> shipped = folders_in("core/programs");
  for (const JsonMember& program : member(not_yet(), "programs").members) {
    EXPECT_EQ(std::count(shipped.begin(), shipped.end(), program.key), 0)
        << program.key << " is shipped: take it out of not_yet.json";
  }
  const std::string header = read_file("core/api/shopgauge.h");
  for (const JsonMember& function : member(not_yet(), "functions").members) {
    EXPECT_EQ(header.find("std::string " + function.key + "("), std::string::npos)
        << function.key << " exists: take it out of not_yet.json";
  }
}

}  // namespace
}  // namespace shopgauge::tests

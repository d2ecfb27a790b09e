// Every request that is refused is refused with exactly the issues of its row, and every issue code
// that the core can raise stands in a row.

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include "tests/api/corpus.h"
#include "tests/api/issue_rows.h"

namespace shopgauge::tests {
namespace {

void expect_issues_of(const std::vector<IssueRow>& rows) {
  Catalog catalog = shipped_catalog();
  for (const IssueRow& row : rows) {
    SCOPED_TRACE(row.name);
    const Json reply = parse(reply_to(catalog, row.function, row.text), row.name);
    if (is_ok(reply)) {
      ADD_FAILURE() << "is not refused";
      continue;
    }
    EXPECT_EQ(lines_of(member(reply, "issues")), row.issues);
    for (const Json& issue : member(reply, "issues").items) {
      EXPECT_NE(member(issue, "message").string, "");
    }
  }
}

TEST(Issues, AreTheOnesOfTheRow) { expect_issues_of(issue_rows()); }

TEST(Issues, OfALineAreTheOnesOfTheRow) { expect_issues_of(line_rows()); }

TEST(Issues, HaveNamesOfTheirOwn) {
  std::set<std::string> names;
  for (const IssueRow& row : issue_rows()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
  }
}

// A refused request leaves no trace in the catalog.
TEST(Issues, ChangeNothing) {
  Catalog fresh = shipped_catalog();
  Catalog used = shipped_catalog();
  for (const IssueRow& row : issue_rows()) {
    (void)reply_to(used, row.function, row.text);
  }
  EXPECT_EQ(programs(used, "{}"), programs(fresh, "{}"));
}

TEST(Issues, AnEditionMayBeLoadedAgainWithTheSameText) {
  Catalog catalog = shipped_catalog();
  for (const std::string& path : shipped_documents()) {
    EXPECT_TRUE(is_ok(parse(load(catalog, read_file(path)), path))) << path;
  }
  EXPECT_EQ(programs(catalog, "{}"), programs(shipped_catalog(), "{}"));
}

// The string literals "<group>.<name>" of a C++ text, without its comments.
std::set<std::string> codes_in(const std::string& source) {
  static const std::regex kComment("//[^\n]*");
  static const std::regex kCode("\"([a-z]+\\.[a-z_]+)\"");
  const std::string text = std::regex_replace(source, kComment, "");
  std::set<std::string> codes;
  for (std::sregex_iterator at(text.begin(), text.end(), kCode), end; at != end; ++at) {
    codes.insert((*at)[1].str());
  }
  return codes;
}

// Outside the command line, whose words come from the string tables, the core has no other literals
// of this form.
std::set<std::string> codes_of_the_core() {
  std::set<std::string> codes;
  for (const char* module : {"base", "calendar", "rules", "scoring", "cycle", "api"}) {
    for (const char* suffix : {".cpp", ".h"}) {
      for (const std::string& file : files_below(std::string("core/") + module, suffix)) {
        codes.merge(codes_in(read_file(file)));
      }
    }
  }
  return codes;
}

TEST(IssueCodes, HaveATestThatMakesThemFire) {
  std::vector<std::string> tested = codes_with_a_test();
  // Of catalogs without the checker and of editions that contradict each other: tests/rules.
  tested.insert(tested.end(), {"program.faulty", "program.unchecked", "program.overlap"});
  const std::set<std::string> codes = codes_of_the_core();
  EXPECT_GE(codes.size(), 50U);
  for (const std::string& code : codes) {
    EXPECT_EQ(std::count(tested.begin(), tested.end(), code) > 0, true)
        << code << " stands in no row of tests/api/issues or tests/rules_bad";
  }
}

// And the tables name no code that the core does not have.
TEST(IssueCodes, AreWrittenInTheCore) {
  const std::set<std::string> codes = codes_of_the_core();
  for (const std::string& code : codes_with_a_test()) {
    EXPECT_EQ(codes.count(code), 1U) << code;
  }
}

// Faults of a program document share one text, "issue.program".
TEST(IssueCodes, HaveATextInBothLanguages) {
  for (const char* file : {"core/api/texts/zh-CN.json", "core/api/texts/en.json"}) {
    const Json texts = parse(read_file(file), file);
    EXPECT_NE(texts.find("issue.program"), nullptr) << file;
    for (const std::string& code : codes_of_the_core()) {
      if (code.rfind("program.", 0) != 0) {
        EXPECT_NE(texts.find("issue." + code), nullptr) << code << " has no text in " << file;
      }
    }
  }
}

// Design §3 names these; "and more in the same style" stand beside them.
TEST(IssueCodes, OfTheContractAreThere) {
  const std::set<std::string> codes = codes_of_the_core();
  for (const char* code :
       {"request.parse",       "request.unknown_key",   "program.unknown",    "edition.required",
        "edition.unknown",     "edition.none_in_force", "metric.unknown",     "metric.type",
        "metric.out_of_range", "given.unknown",         "given.out_of_range", "profile.unknown",
        "profile.type",        "profile.weights_sum",   "enrolment.missing",  "enrolment.date",
        "enrolment.ambiguous", "months.order",          "months.duplicate",   "months.not_assessed",
        "checks.date",         "choices.date",          "number.range"}) {
    EXPECT_EQ(codes.count(code), 1U) << code;
  }
}

}  // namespace
}  // namespace shopgauge::tests

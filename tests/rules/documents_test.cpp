// What `check` says of program documents: nothing of the shipped and the good ones, all faults of
// the faulty ones in tests/rules_bad, each with its place in the text.

#include "tests/rules/documents.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/rules/checker.h"
#include "core/rules/faults.h"
#include "core/rules/reader.h"
#include "tests/api/corpus.h"
#include "tests/api/issue_rows.h"

namespace shopgauge::tests {
namespace {

std::vector<std::string> bad_documents() {
  std::vector<std::string> files = files_below("tests/rules_bad", ".json");
  const auto is_answer = [](const std::string& file) {
    return file.find(".issues.json") != std::string::npos;
  };
  files.erase(std::remove_if(files.begin(), files.end(), is_answer), files.end());
  return files;
}

std::vector<std::string> expected_lines(const std::string& file) {
  const std::string answer = file.substr(0, file.size() - 4) + "issues.json";
  return lines_of(parse(read_file(answer), answer));
}

// The value that a JSON Pointer names; null where there is none. Precondition: no "~" in it.
const Json* at_pointer(const Json& root, std::string pointer) {
  const Json* at = &root;
  while (at != nullptr && !pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string step = pointer.substr(1, end - 1);
    pointer.erase(0, end);
    if (at->is(Json::Kind::array)) {
      const std::size_t index = std::strtoul(step.c_str(), nullptr, 10);
      at = index < at->items.size() ? &at->items[index] : nullptr;
    } else {
      at = at->find(step);
    }
  }
  return at;
}

// "line:column" of the byte at which a value begins, counted in code points from 1.
std::string place_of(const std::string& text, const Json& value) {
  const std::string before = text.substr(0, value.offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::string last = before.substr(before.rfind('\n') + 1);
  const auto column = 1 + std::count_if(last.begin(), last.end(), [](char c) {
                        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                      });
  return std::to_string(line) + ":" + std::to_string(column);
}

std::string place_of(const Json& issue) {
  return to_decimal(member(issue, "line").number) + ":" +
         to_decimal(member(issue, "column").number);
}

class BadDocument : public testing::TestWithParam<std::string> {};

TEST_P(BadDocument, HasTheseFaults) {
  const std::string text = patched_document(GetParam());
  const Json reply = parse(check(text), GetParam());
  ASSERT_FALSE(is_ok(reply));
  EXPECT_EQ(lines_of(member(reply, "issues")), expected_lines(GetParam()));
}

// Line and column are those of the value that the path names.
TEST_P(BadDocument, SaysWhereTheyAre) {
  const std::string text = patched_document(GetParam());
  const Json document = parse(text, GetParam());
  const Json reply = parse(check(text), GetParam());
  ASSERT_FALSE(is_ok(reply));
  for (const Json& issue : member(reply, "issues").items) {
    SCOPED_TRACE(line_of(issue));
    const Json* at = at_pointer(document, member(issue, "path").string);
    ASSERT_NE(at, nullptr);
    EXPECT_EQ(place_of(issue), place_of(text, *at));
  }
}

// `load` refuses it with the same words, and leaves the catalog as it was.
TEST_P(BadDocument, IsNotLoaded) {
  Catalog catalog;
  const std::string empty = programs(catalog, "{}");
  const std::string text = patched_document(GetParam());
  EXPECT_EQ(load(catalog, text), check(text));
  EXPECT_EQ(programs(catalog, "{}"), empty);
}

// As a program inside a request it is refused with the same issues, below /program.
TEST_P(BadDocument, IsRefusedInARequest) {
  const std::string text = patched_document(GetParam());
  if (text[0] != '{') {
    return;  // `program` would be neither id nor document
  }
  Catalog catalog;
  const Json reply = parse(assess(catalog, R"({"program":)" + text + "}"), GetParam());
  ASSERT_FALSE(is_ok(reply));
  std::vector<std::string> expected = lines_of(member(parse(check(text), "check"), "issues"));
  for (std::string& line : expected) {
    line.insert(line.find(' ') + 1, "/program");
  }
  EXPECT_EQ(lines_of(member(reply, "issues")), expected);
}

INSTANTIATE_TEST_SUITE_P(Of, BadDocument, testing::ValuesIn(bad_documents()),
                         [](const auto& parameter) { return test_name(parameter.param); });

// Every fault that the checker knows is found in one of them.
TEST(Documents, EveryFaultHasABadOne) {
  std::set<std::pair<std::string, std::string>> found;
  for (const std::string& file : bad_documents()) {
    for (const Issue& issue : check_program(parse(patched_document(file), file))) {
      found.insert({issue.code, issue.message});
    }
  }
  for (int i = 0; i < static_cast<int>(Fault::count_); ++i) {
    const FaultText& text = text_of(static_cast<Fault>(i));
    EXPECT_EQ(found.count({text.code, text.message}), 1U) << text.code << " " << text.message;
  }
}

TEST(Documents, PointersBeginWithThePrefix) {
  const Issues issues = check_program(parse("{}", "empty"), "/program");
  ASSERT_FALSE(issues.empty());
  for (const Issue& issue : issues) {
    EXPECT_EQ(issue.path, "/program");
    EXPECT_EQ(issue.offset, 0U);
  }
}

// Without the checker a document is read or it is not; an inline one is refused in any case.
TEST(Documents, ALeanCatalogReadsAndNeverChecks) {
  Catalog lean(nullptr);
  EXPECT_EQ(lines_of(member(parse(load(lean, "{}"), "empty"), "issues")),
            std::vector<std::string>{"program.faulty "});
  const std::string text = read_file("tests/rules/good.json");
  EXPECT_TRUE(is_ok(parse(load(lean, text), "good.json")));
  const Json reply = parse(assess(lean, R"({"program":)" + text + "}"), "inline");
  ASSERT_FALSE(is_ok(reply));
  EXPECT_EQ(lines_of(member(reply, "issues")),
            std::vector<std::string>{"program.unchecked /program"});
}

// Counted by hand in a text of four lines.
TEST(Documents, PlacesAreLinesAndCodePoints) {
  const std::string text =
      "{\n  \"title\": {\"zh-CN\": \"好\",\n\"en\": \"x\", \"de\": 1},\n\"a\":1}";
  const Json reply = parse(check(text), "four lines");
  const std::vector<Json>& issues = member(reply, "issues").items;
  const auto place = [&](std::string_view path) {
    for (const Json& issue : issues) {
      if (member(issue, "path").string == path) {
        return place_of(issue);
      }
    }
    return std::string("no such issue");
  };
  EXPECT_EQ(place("/a"), "4:5");
  EXPECT_EQ(place("/title/de"), "3:18");
  EXPECT_EQ(place(""), "1:1");
}

// Code points, not bytes: "好" is one column.
TEST(Documents, ColumnsCountCodePoints) {
  const Json reply = parse(check(R"({"好好": 1})"), "one line");
  const Json& last = member(reply, "issues").items.back();
  EXPECT_EQ(line_of(last), "program.unknown_key /好好 {id: 好好}");
  EXPECT_EQ(place_of(last), "1:8");
}

TEST(Documents, BrokenTextHasAPlaceToo) {
  const Json reply = parse(check("{\n ]"), "broken");
  const Json& first = member(reply, "issues").items.front();
  EXPECT_EQ(line_of(first), "request.parse  {line: 2, column: 2}");
  EXPECT_EQ(place_of(first), "2:2");
}

TEST(Documents, TheGoodOneChecksClean) {
  const std::string text = read_file("tests/rules/good.json");
  EXPECT_EQ(check(text),
            R"({"ok":true,"value":{"program":"good-program","edition":"2026-01-01"}})");
  EXPECT_EQ(check(text_of_document(good_document())), check(text));
}

TEST(Documents, TheFullOneChecksClean) {
  EXPECT_EQ(check(read_file("tests/rules/full.json")),
            R"({"ok":true,"value":{"program":"full-program","edition":"2026-01-01"}})");
}

TEST(Documents, EveryShippedOneChecksClean) {
  const std::vector<std::string> documents = shipped_documents();
  EXPECT_GE(documents.size(), 4U);
  for (const std::string& path : documents) {
    const Json document = parse(read_file(path), path);
    const std::string& program = member(document, "program").string;
    const std::string& edition = member(document, "edition").string;
    EXPECT_EQ(path, "core/programs/" + program + "/" + edition + ".json");
    EXPECT_EQ(check(read_file(path)), R"({"ok":true,"value":{"program":")" + program +
                                          R"(","edition":")" + edition + R"("}})");
  }
}

// A whole document in a request is its own edition.
TEST(Documents, AnInlineOneTakesNoEdition) {
  Catalog catalog;
  const std::string text = read_file("tests/rules/good.json");
  const std::string request = R"({"program":)" + text + R"(,"edition":"2026-01-01"})";
  const Json reply = parse(assess(catalog, request), "inline with edition");
  ASSERT_FALSE(is_ok(reply));
  EXPECT_EQ(lines_of(member(reply, "issues")),
            std::vector<std::string>{"request.unknown_key /edition {id: edition}"});
}

// Inline or loaded, a document gives the same reply.
TEST(Documents, AnInlineOneRepliesAsALoadedOne) {
  Catalog catalog;
  const std::string text = read_file("tests/rules/good.json");
  ASSERT_TRUE(is_ok(parse(load(catalog, text), "good.json")));
  const std::string rest = R"("metrics":{"orders":40,"hours":13,"bad_rate":{"num":1,"den":100}}})";
  const std::string by_name = R"({"program":"good-program","edition":"2026-01-01",)" + rest;
  const std::string reply = assess(catalog, by_name);
  EXPECT_TRUE(is_ok(parse(reply, "by name")));
  EXPECT_EQ(assess(catalog, R"({"program":)" + text + "," + rest), reply);
}

// A date never selects an edition that was taken from an article.
TEST(Documents, AnArticleIsNotSelectedByDate) {
  Dom document = good_document();
  document["in_force"]["article"] = true;
  Catalog catalog;
  ASSERT_TRUE(is_ok(parse(load(catalog, text_of_document(document)), "article")));
  const std::string by_date = R"({"program":"good-program","date":"2026-02-01"})";
  const Json refused = parse(assess(catalog, by_date), "by date");
  ASSERT_FALSE(is_ok(refused));
  EXPECT_EQ(member(member(refused, "issues").items.front(), "code").string,
            "edition.none_in_force");
  const std::string by_name = R"({"program":"good-program","edition":"2026-01-01"})";
  EXPECT_TRUE(is_ok(parse(assess(catalog, by_name), "by name")));
}

// The small program that FORMAT.md shows is a good document, and scores as the page says.
TEST(Documents, TheOneInFormatMd) {
  const std::string page = read_file("core/rules/FORMAT.md");
  const std::string fence = "```";
  const std::size_t begin = page.find(fence + "json", page.find("## A small program, whole"));
  ASSERT_NE(begin, std::string::npos);
  const std::size_t first = page.find('\n', begin) + 1;
  const std::string document = page.substr(first, page.find(fence, first) - first);
  EXPECT_TRUE(is_ok(parse(check(document), "FORMAT.md"))) << check(document);
  const std::string metrics =
      R"("metrics":{"orders":40,"late_rate":{"num":1,"den":40},"rating_mean":4.6}})";
  const Json reply =
      parse(assess(Catalog(), R"({"program":)" + document + "," + metrics), "FORMAT.md");
  ASSERT_TRUE(is_ok(reply));
  const Json& value = member(reply, "value");
  EXPECT_EQ(to_decimal(member(member(value, "score"), "value").number), "72");
  EXPECT_EQ(member(value, "basis").string, "estimated");
}

}  // namespace
}  // namespace shopgauge::tests

// What the command does with arguments, files and streams, and with which status it ends.

#include "core/cli/command.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/shipped_programs.h"
#include "core/cli/string_tables.h"
#include "tests/api/corpus.h"
#include "tests/cli/command.h"

namespace shopgauge::tests {
namespace {

std::string repository_path(const std::string& path) {
  return std::string(SHOPGAUGE_SOURCE_DIR) + "/" + path;
}

const std::string kRequest = R"({"program":"douyin-experience-score","edition":"2022-09-26",)"
                             R"("given":{"goods":4.8,"logistics":4.6,"service":4.9}})";
const std::string kRefused = R"({"program":"douyin-experience-score"})";

TEST(Command, SucceedsWithAReportOnStandardOutput) {
  const Outcome done = command({"assess", "-"}, kRequest);
  EXPECT_EQ(done.status, 0);
  EXPECT_NE(done.out, "");
  EXPECT_EQ(done.out.find("\"ok\""), std::string::npos);
  EXPECT_EQ(done.err, "");
}

TEST(Command, PrintsTheWholeReplyAsJson) {
  Catalog catalog = shipped_catalog();
  const Outcome done = command({"assess", "--json", "-"}, kRequest);
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.out, reply_to(catalog, "assess", kRequest) + "\n");
  EXPECT_EQ(done.err, "");
}

TEST(Command, FailsWithIssuesOnStandardError) {
  const Outcome done = command({"assess", "-"}, kRefused);
  EXPECT_EQ(done.status, 1);
  EXPECT_EQ(done.out, "");
  EXPECT_NE(done.err, "");
}

TEST(Command, PrintsARefusalAsJsonOnStandardOutput) {
  Catalog catalog = shipped_catalog();
  const Outcome done = command({"assess", "--json", "-"}, kRefused);
  EXPECT_EQ(done.status, 1);
  EXPECT_EQ(done.out, reply_to(catalog, "assess", kRefused) + "\n");
  EXPECT_EQ(done.err, "");
}

TEST(Command, RepliesAsTheApiDoesInEveryFunction) {
  Catalog catalog = shipped_catalog();
  const std::string course = R"({"program":"douyin-flagship","edition":"2026-06-02",)"
                             R"("enrolment":{"joined":"2026-06-10"},"until":"2026-12-31"})";
  const std::string document = read_file("tests/rules/good.json");
  const std::vector<std::pair<std::string, std::string>> requests = {
      {"programs", "{}"}, {"timeline", course}, {"check", document}, {"check", "{}"}};
  for (const auto& [function, request] : requests) {
    SCOPED_TRACE(function);
    const Outcome done = command({function, "--json", "-"}, request);
    EXPECT_EQ(done.out, reply_to(catalog, function, request) + "\n");
  }
}

TEST(Command, ReadsAFile) {
  const std::string file = "core/programs/douyin-experience-score/example.request.json";
  const Outcome from_file = command({"assess", "--json", repository_path(file)});
  EXPECT_EQ(from_file.status, 0);
  EXPECT_EQ(from_file.out, command({"assess", "--json", "-"}, read_file(file)).out);
}

TEST(Command, ChecksAShippedFile) {
  for (const std::string& path : shipped_documents()) {
    EXPECT_EQ(command({"check", repository_path(path)}).status, 0) << path;
  }
  EXPECT_EQ(command({"check", "-"}, "{}").status, 1);
}

TEST(Command, ListsProgramsWithoutAFile) {
  const Outcome done = command({"programs", "--lang", "en"});
  EXPECT_EQ(done.status, 0);
  for (const char* word : {"douyin-flagship", "2022-07-15", "2026-06-02", "douyin-experience-score",
                           "2022-09-26", "2026-09-08"}) {
    EXPECT_NE(done.out.find(word), std::string::npos) << word;
  }
  EXPECT_EQ(command({"programs", "--json"}).out, command({"programs", "--json", "-"}, "{}").out);
}

TEST(Command, ListsOneProgramOfARequest) {
  const Outcome done = command({"programs", "-"}, R"({"program":"douyin-flagship"})");
  EXPECT_EQ(done.status, 0);
  EXPECT_NE(done.out.find("douyin-flagship"), std::string::npos);
  EXPECT_EQ(done.out.find("douyin-experience-score"), std::string::npos);
}

TEST(Command, RefusesWrongUsage) {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"load", "-"},
      {"assess"},
      {"timeline", "--json"},
      {"check"},
      {"assess", "-", "-"},
      {"assess", "--lang", "de", "-"},
      {"assess", "--lang"},
      {"assess", "--yaml", "-"},
      {"assess", "timeline", "-"},
  };
  for (const std::vector<std::string>& arguments : wrong) {
    std::string shown;
    for (const std::string& argument : arguments) {
      shown += " " + argument;
    }
    SCOPED_TRACE("shopgauge" + shown);
    const Outcome done = command(arguments, kRequest);
    EXPECT_EQ(done.status, 2);
    EXPECT_EQ(done.out, "");
    EXPECT_NE(done.err, "");
  }
}

TEST(Command, SaysThatAFileCannotBeRead) {
  const std::string file = repository_path("no/such/request.json");
  for (const char* language : {"zh-CN", "en"}) {
    const Outcome done = command({"assess", "--lang", language, file});
    EXPECT_EQ(done.status, 2);
    EXPECT_EQ(done.out, "");
    EXPECT_NE(done.err.find(file), std::string::npos) << done.err;
  }
  EXPECT_EQ(command({"assess", "--json", file}).status, 2);
}

TEST(Command, AFolderCannotBeReadEither) {
  EXPECT_EQ(command({"assess", repository_path("core")}).status, 2);
}

TEST(Command, HelpsAndSaysItsVersion) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"--help"}, {"assess", "--help"}}) {
    const Outcome done = command(arguments);
    EXPECT_EQ(done.status, 0);
    EXPECT_NE(done.out.find("assess"), std::string::npos);
    EXPECT_EQ(done.err, "");
  }
  EXPECT_EQ(command({"--version"}).out, std::string(version()) + "\n");
}

// What the command carries is what stands in the repository, byte for byte and nothing else.
TEST(Command, CarriesTheShippedDocuments) {
  std::vector<std::string> carried;
  for (const EmbeddedText& document : cli::shipped_programs()) {
    carried.emplace_back(document.name);
    EXPECT_EQ(document.text, read_file(carried.back()));
  }
  EXPECT_EQ(carried, shipped_documents());
}

TEST(Command, CarriesTheStringTables) {
  std::vector<std::string> carried;
  for (const EmbeddedText& table : cli::string_tables()) {
    carried.emplace_back(table.name);
    EXPECT_EQ(table.text, read_file(carried.back()));
  }
  std::sort(carried.begin(), carried.end());
  EXPECT_EQ(carried, files_below("core/api/texts", ".json"));
}

}  // namespace
}  // namespace shopgauge::tests

// The replies to the golden requests are the frozen ones, byte for byte. This runs natively and in
// WebAssembly; compare.mjs does the same with the command and the page's WebAssembly.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

constexpr int kMostShown = 5;
constexpr std::size_t kAround = 60;

std::vector<std::string> lines_of_file(const std::string& path) {
  const std::string text = read_file(path);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string reply_to_line(Catalog& catalog, const std::string& line) {
  const Json asked = parse(line, "requests.ndjson");
  const std::string& function = member(asked, "function").string;
  const Json* text = asked.find("text");
  const std::string request =
      text != nullptr ? text->string : std::string(text_of(line, member(asked, "request")));
  return reply_to(catalog, function, request);
}

// Where two texts part, with some text around it.
std::string parting(const std::string& got, const std::string& want) {
  const auto parted = std::mismatch(got.begin(), got.end(), want.begin(), want.end());
  const auto at = static_cast<std::size_t>(parted.first - got.begin());
  const std::size_t begin = at < kAround ? 0 : at - kAround;
  return "at " + std::to_string(at) + "\n  got    " + got.substr(begin, 2 * kAround) +
         "\n  frozen " + want.substr(begin, 2 * kAround);
}

TEST(Golden, RepliesAreTheFrozenOnes) {
  const std::vector<std::string> requests = lines_of_file("tests/golden/requests.ndjson");
  const std::vector<std::string> frozen = lines_of_file("tests/golden/replies.ndjson");
  ASSERT_EQ(requests.size(), frozen.size());
  EXPECT_GE(requests.size(), 500U);
  Catalog catalog = shipped_catalog();
  int different = 0;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const std::string reply = reply_to_line(catalog, requests[i]);
    if (reply != frozen[i] && ++different <= kMostShown) {
      ADD_FAILURE() << "line " << i + 1 << ": " << requests[i].substr(0, 300) << "\n"
                    << parting(reply, frozen[i]);
    }
  }
  EXPECT_EQ(different, 0) << "If they are meant: tests/golden/update, which shows them.";
}

// A reply depends on the request alone, not on what was asked before.
TEST(Golden, RepliesDoNotDependOnTheOrder) {
  std::vector<std::string> requests = lines_of_file("tests/golden/requests.ndjson");
  const std::vector<std::string> frozen = lines_of_file("tests/golden/replies.ndjson");
  ASSERT_EQ(requests.size(), frozen.size());
  Catalog catalog = shipped_catalog();
  for (std::size_t i = requests.size(); i-- > 0;) {
    ASSERT_EQ(reply_to_line(catalog, requests[i]) == frozen[i], true) << "line " << i + 1;
  }
}

// Nor on the order in which the documents were loaded.
TEST(Golden, RepliesDoNotDependOnTheOrderOfLoading) {
  std::vector<std::string> documents = shipped_documents();
  std::reverse(documents.begin(), documents.end());
  Catalog backwards;
  for (const std::string& path : documents) {
    ASSERT_TRUE(is_ok(parse(load(backwards, read_file(path)), path)));
  }
  EXPECT_EQ(programs(backwards, "{}"), programs(shipped_catalog(), "{}"));
}

}  // namespace
}  // namespace shopgauge::tests

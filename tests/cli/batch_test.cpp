// The command `batch`: one reply for each line, in their order and at once, and its exit status.

#include <gtest/gtest.h>

#include <istream>
#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "core/cli/command.h"
#include "tests/api/corpus.h"
#include "tests/cli/command.h"

namespace shopgauge::tests {
namespace {

const std::string kReading = R"({"program":"douyin-experience-score","edition":"2022-09-26",)"
                             R"("given":{"goods":4.8,"logistics":4.6,"service":4.9}})";
const std::string kCourse = R"({"program":"douyin-flagship","edition":"2026-06-02",)"
                            R"("enrolment":{"joined":"2026-06-10"},"until":"2026-12-31"})";
const std::string kRefused = R"({"program":"douyin-experience-score"})";

std::string replies_to(const std::vector<std::string>& lines) {
  const Catalog catalog = shipped_catalog();
  std::string replies;
  for (const std::string& line : lines) {
    replies += answer_line(catalog, line) + "\n";
  }
  return replies;
}

TEST(Batch, RepliesToEachLineInItsOrder) {
  const Outcome done = command({"batch", "-"}, kCourse + "\n" + kReading + "\n" + kCourse + "\n");
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.out, replies_to({kCourse, kReading, kCourse}));
  EXPECT_EQ(done.err, "");
}

TEST(Batch, RepliesAsTheSingleCommandsDo) {
  const Outcome done = command({"batch", "-"}, kReading + "\n" + kCourse + "\n");
  EXPECT_EQ(done.out, command({"assess", "--json", "-"}, kReading).out +
                          command({"timeline", "--json", "-"}, kCourse).out);
}

TEST(Batch, ABadLineHasItsReplyAndTheRestGoesOn) {
  const std::vector<std::string> lines = {
      kReading, "{", "", kRefused, "no json", "   ", R"({"function":"plan"})", kCourse};
  std::string text;
  for (const std::string& line : lines) {
    text += line + "\n";
  }
  const Outcome done = command({"batch", "-"}, text);
  EXPECT_EQ(done.status, 1);
  EXPECT_EQ(done.out, replies_to(lines));
  EXPECT_EQ(done.err, "");
}

TEST(Batch, ALineMayNameItsFunction) {
  const std::string named = R"({"function":"assess",)" + kReading.substr(1);
  const std::string other = R"({"function":"timeline",)" + kReading.substr(1);
  EXPECT_EQ(command({"batch", "-"}, named + "\n").out, replies_to({kReading}));
  EXPECT_EQ(command({"batch", "-"}, other + "\n").status, 1);
}

TEST(Batch, TakesTheLineEndsOfEverySystem) {
  const std::string wanted = replies_to({kReading, kCourse});
  EXPECT_EQ(command({"batch", "-"}, kReading + "\r\n" + kCourse + "\r\n").out, wanted);
  EXPECT_EQ(command({"batch", "-"}, kReading + "\n" + kCourse).out, wanted);
  EXPECT_EQ(command({"batch", "-"}, "\xEF\xBB\xBF" + kReading + "\r\n" + kCourse).out, wanted);
}

TEST(Batch, OfNothingIsNothing) {
  const Outcome done = command({"batch", "-"}, "");
  EXPECT_EQ(done.status, 0);
  EXPECT_EQ(done.out, "");
  EXPECT_EQ(command({"batch", "-"}, "\n").out, replies_to({""}));
}

TEST(Batch, ReadsAFile) {
  const std::string file = std::string(SHOPGAUGE_SOURCE_DIR) + "/tests/golden/replies.ndjson";
  const Outcome done = command({"batch", file});
  EXPECT_EQ(done.status, 1);  // replies are no requests
  std::size_t lines = 0;
  for (const char c : read_file("tests/golden/replies.ndjson")) {
    lines += c == '\n' ? 1 : 0;
  }
  std::size_t replies = 0;
  for (const char c : done.out) {
    replies += c == '\n' ? 1 : 0;
  }
  EXPECT_EQ(replies, lines);
}

TEST(Batch, SaysThatAFileCannotBeRead) {
  for (const char* file : {"no/such/file.ndjson", SHOPGAUGE_SOURCE_DIR}) {
    const Outcome done = command({"batch", "--lang", "en", file});
    EXPECT_EQ(done.status, 2);
    EXPECT_EQ(done.out, "");
    EXPECT_NE(done.err.find(file), std::string::npos) << done.err;
  }
}

TEST(Batch, NeedsAFile) {
  EXPECT_EQ(command({"batch"}).status, 2);
  EXPECT_EQ(command({"batch", "--lang", "de", "-"}).status, 2);
}

// What is written can be seen once it is flushed.
class Held : public std::streambuf {
 public:
  std::string seen;
  int flushes = 0;

 protected:
  int_type overflow(int_type c) override {
    held_ += traits_type::to_char_type(c);
    return c;
  }
  int sync() override {
    ++flushes;
    seen += held_;
    held_.clear();
    return 0;
  }

 private:
  std::string held_;
};

// Hands out a line only when it is asked for, and notes what was seen of the output by then.
class Dialogue : public std::streambuf {
 public:
  Dialogue(std::vector<std::string> lines, const Held& out) : lines_(std::move(lines)), out_(out) {}
  std::vector<std::string> seen;

 protected:
  int_type underflow() override {
    seen.push_back(out_.seen);
    if (next_ == lines_.size()) {
      return traits_type::eof();
    }
    std::string& line = lines_[next_++];
    setg(line.data(), line.data(), line.data() + line.size());
    return traits_type::to_int_type(line.front());
  }

 private:
  std::vector<std::string> lines_;
  std::size_t next_ = 0;
  const Held& out_;
};

// Who writes a line and waits has the reply before writing the next.
TEST(Batch, RepliesBeforeTheNextLineIsRead) {
  Held held;
  Dialogue dialogue({kReading + "\n", kCourse + "\n", kRefused + "\n"}, held);
  std::istream in(&dialogue);
  std::ostream out(&held);
  std::ostringstream err;
  EXPECT_EQ(cli::run({"batch", "-"}, in, out, err), 1);
  const std::vector<std::string> wanted = {"", replies_to({kReading}),
                                           replies_to({kReading, kCourse}),
                                           replies_to({kReading, kCourse, kRefused})};
  ASSERT_GE(dialogue.seen.size(), wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(dialogue.seen[i], wanted[i]) << i;
  }
}

// Lines that can be read at once are not flushed one by one.
TEST(Batch, HoldsRepliesBackWhileLinesWait) {
  Held held;
  Dialogue dialogue({kReading + "\n" + kReading + "\n" + kCourse + "\n"}, held);
  std::istream in(&dialogue);
  std::ostream out(&held);
  std::ostringstream err;
  EXPECT_EQ(cli::run({"batch", "-"}, in, out, err), 0);
  ASSERT_GE(dialogue.seen.size(), 2U);
  EXPECT_EQ(dialogue.seen[0], "");
  EXPECT_EQ(dialogue.seen[1], replies_to({kReading, kReading, kCourse}));
  EXPECT_LE(held.flushes, 2);
}

// A full disk is no success.
TEST(Batch, FailsWhereNothingCanBeWritten) {
  std::istringstream in(kReading + "\n" + kReading + "\n");
  std::ostream out(nullptr);
  std::ostringstream err;
  EXPECT_EQ(cli::run({"batch", "-"}, in, out, err), 1);
}

}  // namespace
}  // namespace shopgauge::tests

// Many threads give the answers of one, in the same order, and hold few records.

#include "core/cli/batch_flow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

namespace shopgauge::tests {
namespace {

struct Flown {
  std::string out;
  std::uint64_t read = 0;
  std::uint64_t most_ahead = 0;  // records read and not yet written
  int flushes = 0;
};

// `count` records, some of which take longer; `stop_after` answers nothing more can be written.
Flown run(unsigned jobs, std::uint64_t count, std::uint64_t stop_after) {
  Flown done;
  std::atomic<std::uint64_t> read = 0;
  std::uint64_t written = 0;
  cli::run_flow({[&](cli::Record& record) {
                   record.line = ++read;
                   return record.line <= count;
                 },
                 [] { return false; },
                 [](const cli::Record& record) {
                   if (record.line % 97 == 0) {
                     std::this_thread::sleep_for(std::chrono::milliseconds(2));
                   }
                   return cli::Answer{std::to_string(record.line) + "\n", true, {}};
                 },
                 [&](cli::Answer&& answer) {
                   done.out += answer.text;
                   ++written;
                   done.most_ahead = std::max(done.most_ahead, read.load() - written);
                   return written < stop_after;
                 },
                 [&] { ++done.flushes; }},
                jobs);
  done.read = read;
  return done;
}

TEST(BatchFlow, KeepsTheOrder) {
  const Flown alone = run(1, 5000, 100000);
  for (const unsigned jobs : {2U, 3U, 8U}) {
    const Flown many = run(jobs, 5000, 100000);
    EXPECT_EQ(many.out, alone.out) << jobs;
    EXPECT_GE(many.flushes, 1);
  }
}

TEST(BatchFlow, OfNothing) {
  EXPECT_EQ(run(1, 0, 1).out, "");
  EXPECT_EQ(run(4, 0, 1).out, "");
}

// However many records there are, only a few blocks for each thread are under way.
TEST(BatchFlow, HoldsFewRecords) {
  EXPECT_LE(run(1, 5000, 100000).most_ahead, 1U);
  EXPECT_LE(run(2, 50000, 100000).most_ahead, 32U * (3 * 2 + 3));
}

TEST(BatchFlow, EndsWhereNothingCanBeWritten) {
  EXPECT_EQ(run(1, 5000, 10).read, 10U);
  const Flown many = run(3, 1'000'000, 10);
  EXPECT_LT(many.read, 10'000U);
}

// With several threads too, who waits for an answer gets it before the next record is asked for.
TEST(BatchFlow, AnswersWhoWaits) {
  std::atomic<int> flushed = 0;
  int asked = 0;
  int late = 0;
  int put = 0;
  cli::run_flow({[&](cli::Record&) {
                   for (int i = 0; flushed < asked && i < 5000; ++i) {
                     std::this_thread::sleep_for(std::chrono::milliseconds(1));
                   }
                   late += flushed < asked ? 1 : 0;
                   return asked++ < 20;
                 },
                 [] { return true; },
                 [](const cli::Record&) {
                   return cli::Answer{"x\n", true, {}};
                 },
                 [&](cli::Answer&&) {
                   ++put;
                   return true;
                 },
                 [&] { flushed = put; }},
                2);
  EXPECT_EQ(late, 0);
  EXPECT_EQ(put, 20);
}

}  // namespace
}  // namespace shopgauge::tests

// Records in, answers out in the same order, by one thread or several, with few of them in memory.

#ifndef SHOPGAUGE_CORE_CLI_BATCH_FLOW_H_
#define SHOPGAUGE_CORE_CLI_BATCH_FLOW_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/cli/risk.h"

namespace shopgauge::cli {

// A line of requests or a row of a table.
struct Record {
  std::uint64_t line = 0;          // of the input, from 1
  std::string text;                // JSON lines
  std::vector<std::string> cells;  // CSV
  const char* fault = nullptr;     // CSV: the code of the issue that the row itself is
};

struct Answer {
  std::string text;  // with its line end
  bool ok = false;
  Risk risk;
};

struct Flow {
  std::function<bool(Record&)> next;            // called by one thread; false at the end
  std::function<bool()> must_wait;              // whether the next record is not there yet
  std::function<Answer(const Record&)> answer;  // called by several threads at once
  std::function<bool(Answer&&)> put;            // one at a time, in order; false: read no more
  std::function<void()> flush;                  // after answers, before waiting
};

// `jobs`: threads that answer; 1: the caller's own. Who waits for an answer before giving the next
// record gets it.
void run_flow(const Flow& flow, unsigned jobs);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_BATCH_FLOW_H_

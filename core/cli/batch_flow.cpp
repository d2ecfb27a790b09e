// Threads take blocks of records from a short queue; whoever finishes the oldest block writes it
// and those behind it that are done.

#include "core/cli/batch_flow.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace shopgauge::cli {
namespace {

void run_alone(const Flow& flow) {
  for (Record record; flow.next(record);) {
    const bool goes_on = flow.put(flow.answer(record));
    if (flow.must_wait()) {
      flow.flush();
    }
    if (!goes_on) {
      break;
    }
  }
}

struct Block {
  std::vector<Record> records;
  std::vector<Answer> answers;
  bool done = false;
};

class Team {
 public:
  Team(const Flow& flow, unsigned jobs) : flow_(flow), most_(3UL * jobs) {
    for (unsigned i = 0; i < jobs; ++i) {
      threads_.emplace_back([this] { work(); });
    }
  }

  // Waits while too many blocks are under way; false when no more are wanted.
  bool add(std::shared_ptr<Block> block) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopped_ || under_way_.size() < most_; });
    if (stopped_) {
      return false;
    }
    under_way_.push_back(block);
    waiting_.push_back(std::move(block));
    changed_.notify_all();
    return true;
  }

  void finish() {
    {
      const std::scoped_lock lock(mutex_);
      ended_ = true;
      changed_.notify_all();
    }
    for (std::thread& thread : threads_) {
      thread.join();
    }
  }

 private:
  std::shared_ptr<Block> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty() || stopped_) {
      return nullptr;
    }
    std::shared_ptr<Block> block = std::move(waiting_.front());
    waiting_.pop_front();
    return block;
  }

  void work() {
    while (const std::shared_ptr<Block> block = take()) {
      for (const Record& record : block->records) {
        block->answers.push_back(flow_.answer(record));
      }
      const std::scoped_lock lock(mutex_);
      block->done = true;
      write_done();
      changed_.notify_all();
    }
  }

  // The lock is held, so that only one writes.
  void write_done() {
    while (!under_way_.empty() && under_way_.front()->done) {
      for (Answer& answer : under_way_.front()->answers) {
        stopped_ = stopped_ || !flow_.put(std::move(answer));
      }
      under_way_.pop_front();
    }
    if (under_way_.empty()) {
      flow_.flush();
    }
    if (stopped_) {
      ended_ = true;
    }
  }

  const Flow& flow_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Block>> under_way_;  // in the order of the input
  std::deque<std::shared_ptr<Block>> waiting_;    // of these, those that nobody has taken
  bool ended_ = false;
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

// As many as can be read at once, and not more than a thread should hold.
std::shared_ptr<Block> next_block(const Flow& flow) {
  constexpr std::size_t kMost = 32;
  auto block = std::make_shared<Block>();
  for (Record record; block->records.size() < kMost && flow.next(record); record = {}) {
    block->records.push_back(std::move(record));
    if (flow.must_wait()) {
      break;
    }
  }
  return block;
}

}  // namespace

void run_flow(const Flow& flow, unsigned jobs) {
  if (jobs <= 1) {
    run_alone(flow);
  } else {
    Team team(flow, jobs);
    for (auto block = next_block(flow); !block->records.empty() && team.add(block);) {
      block = next_block(flow);
    }
    team.finish();
  }
  flow.flush();
}

}  // namespace shopgauge::cli

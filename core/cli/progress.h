// How far a batch has come, on one line of a terminal that is written over and over.

#ifndef SHOPGAUGE_CORE_CLI_PROGRESS_H_
#define SHOPGAUGE_CORE_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <optional>

#include "core/cli/texts.h"

namespace shopgauge::cli {

class Progress {
 public:
  // Writes to `out`, which may be null: then nothing is shown. `bytes`: of the whole input, where
  // they are known.
  Progress(std::ostream* out, const Texts& texts, std::optional<std::uint64_t> bytes);

  // So many replies are written, and so many bytes read. Shown at most five times a second.
  void show(std::uint64_t replies, std::uint64_t bytes_read);
  // Leaves the total of replies on a line of its own.
  void finish(std::uint64_t replies);

 private:
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] std::string rate(std::uint64_t replies, Clock::time_point now) const;

  std::ostream* out_;
  const Texts& texts_;
  std::optional<std::uint64_t> bytes_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point next_ = begin_;
};

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_PROGRESS_H_

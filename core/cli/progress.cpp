// Counts, rate and share.

#include "core/cli/progress.h"

#include <algorithm>
#include <ostream>
#include <string>

namespace shopgauge::cli {
namespace {

constexpr const char* kOverTheLine = "\r\x1b[K";
constexpr std::chrono::milliseconds kPause{200};

}  // namespace

Progress::Progress(std::ostream* out, const Texts& texts, std::optional<std::uint64_t> bytes)
    : out_(out), texts_(texts), bytes_(bytes) {}

std::string Progress::rate(std::uint64_t replies, Clock::time_point now) const {
  using std::chrono::duration_cast;
  using std::chrono::milliseconds;
  const auto passed = duration_cast<milliseconds>(now - begin_).count();
  return std::to_string(replies * 1000U /
                        std::max<std::uint64_t>(1, static_cast<std::uint64_t>(passed)));
}

void Progress::show(std::uint64_t replies, std::uint64_t bytes_read) {
  if (out_ == nullptr) {
    return;
  }
  const Clock::time_point now = Clock::now();
  if (now < next_) {
    return;
  }
  next_ = now + kPause;
  std::vector<Param> params = {{"n", std::to_string(replies)}, {"rate", rate(replies, now)}};
  const bool share = bytes_ && *bytes_ > 0;
  if (share) {
    params.push_back({"percent", std::to_string(std::min(bytes_read, *bytes_) * 100U / *bytes_)});
  }
  *out_ << kOverTheLine << texts_.get(share ? "cli.progress_share" : "cli.progress", params)
        << std::flush;
}

void Progress::finish(std::uint64_t replies) {
  if (out_ != nullptr) {
    *out_ << kOverTheLine
          << texts_.get("cli.progress",
                        {{"n", std::to_string(replies)}, {"rate", rate(replies, Clock::now())}})
          << std::endl;
  }
}

}  // namespace shopgauge::cli

// Draws paths in blocks and counts what comes of them.

#include "core/outlook/chance.h"

#include <algorithm>
#include <utility>

#include "core/outlook/chance_course.h"

namespace shopgauge {
namespace {

constexpr std::size_t kBlock = 32;  // paths drawn at once; no result depends on it

// The scores of one day over all paths: how many have each.
class DayTally {
 public:
  void add(std::int64_t score) {
    if (counts_.empty()) {
      lowest_ = score;
    }
    if (score < lowest_) {
      counts_.insert(counts_.begin(), static_cast<std::size_t>(lowest_ - score), 0);
      lowest_ = score;
    }
    const auto place = static_cast<std::size_t>(score - lowest_);
    if (place >= counts_.size()) {
      counts_.resize(place + 1);
    }
    ++counts_[place];
    ++scored_;
  }

  [[nodiscard]] int scored() const { return scored_; }

  // The least score that at least so many percent of the paths do not exceed.
  [[nodiscard]] std::int64_t percentile(int percent) const {
    const std::int64_t wanted = (static_cast<std::int64_t>(scored_) * percent + 99) / 100;
    std::int64_t so_far = 0;
    for (std::size_t place = 0; place < counts_.size(); ++place) {
      so_far += counts_[place];
      if (so_far >= wanted) {
        return lowest_ + static_cast<std::int64_t>(place);
      }
    }
    return lowest_;
  }

 private:
  std::int64_t lowest_ = 0;
  int scored_ = 0;
  std::vector<int> counts_;
};

class Drawing {
 public:
  Drawing(const ChanceProgram& asked, const std::vector<ChanceProgram>& feeds, const Course* course,
          int paths, int seed)
      : asked_(asked), count_(static_cast<std::size_t>(paths)) {
    const std::size_t block = std::min(kBlock, count_);
    paths_ = std::make_unique<Paths>(asked, seed, 0, block);
    for (std::size_t i = 0; i < feeds.size(); ++i) {
      feeding_.push_back(std::make_unique<Paths>(feeds[i], seed, static_cast<int>(i) + 1, block));
    }
    const Program& program = *asked.outlook->program;
    for (std::size_t i = 0; i < program.metrics.size(); ++i) {
      fed_by_.push_back(feeder_of(i, feeds));
    }
    days_.resize(static_cast<std::size_t>(paths_->days()));
    chances_.paths = paths;
    chances_.gates.resize(program.gates.size());
    if (course != nullptr) {
      course_ = std::make_unique<CourseTally>(asked, *course);
    }
  }

  Chances run(const Progress& progress) {
    for (std::size_t first = 0; first < count_; first += kBlock) {
      const std::size_t count = std::min(kBlock, count_ - first);
      for (const auto& feed : feeding_) {
        feed->draw(first, count, {});
      }
      paths_->draw(first, count, fed_by_);
      for (std::size_t path = 0; path < count; ++path) {
        count_path(path);
      }
      progress(static_cast<int>(first + count), static_cast<int>(count_));
    }
    finish();
    return std::move(chances_);
  }

 private:
  [[nodiscard]] const Paths* feeder_of(std::size_t metric,
                                       const std::vector<ChanceProgram>& feeds) const {
    const std::optional<Feed>& feed = asked_.forecast->windows[metric].feed;
    for (std::size_t i = 0; feed && i < feeds.size(); ++i) {
      if (asked_.outlook->feeds[metric] && feeds[i].outlook->program->id == feed->program) {
        return feeding_[i].get();
      }
    }
    return nullptr;
  }

  void count_path(std::size_t path) {
    if (asked_.outlook->program->score) {
      for (int day = 1; day <= paths_->days(); ++day) {
        if (const auto score = paths_->score(paths_->row(path, day))) {
          days_[static_cast<std::size_t>(day - 1)].add(*score);
        }
      }
    }
    for (std::size_t gate = 0; gate < chances_.gates.size(); ++gate) {
      const Answer answer = paths_->gate(gate, path);
      chances_.gates[gate].met += answer == Answer::yes ? 1 : 0;
      chances_.gates[gate].decided += answer == Answer::yes || answer == Answer::no ? 1 : 0;
    }
    if (course_) {
      course_->count(*paths_, path);
    }
  }

  void finish() {
    const std::int64_t unit = power_of_ten(paths_->digits());
    for (std::size_t i = 0; asked_.outlook->program->score && i < days_.size(); ++i) {
      DayChances& day = chances_.days.emplace_back();
      day.date = add_days(asked_.outlook->as_of, static_cast<int>(i) + 1);
      day.scored = days_[i].scored();
      if (day.scored > 0) {
        day.score.emplace();
        for (std::size_t j = 0; j < kPercentiles.size(); ++j) {
          (*day.score)[j] = Rational::ratio(days_[i].percentile(kPercentiles[j]), unit);
        }
      }
    }
    if (course_) {
      course_->finish(chances_);
    }
    chances_.notes = paths_->model().notes;
    for (const auto& feed : feeding_) {
      for (const ModelNote note : feed->model().notes) {
        if (std::find(chances_.notes.begin(), chances_.notes.end(), note) == chances_.notes.end()) {
          chances_.notes.push_back(note);
        }
      }
    }
    std::sort(chances_.notes.begin(), chances_.notes.end());
  }

  ChanceProgram asked_;
  std::size_t count_;
  std::unique_ptr<Paths> paths_;
  std::vector<std::unique_ptr<Paths>> feeding_;
  std::vector<const Paths*> fed_by_;
  std::vector<DayTally> days_;
  std::unique_ptr<CourseTally> course_;
  Chances chances_;
};

}  // namespace

Chances draw_chances(const ChanceProgram& asked, const std::vector<ChanceProgram>& feeds,
                     const Course* course, int paths, int seed, const Progress& progress) {
  return Drawing(asked, feeds, course, paths, seed).run(progress);
}

}  // namespace shopgauge

// The metrics and scores of one program over a block of paths. Private to this module.

#ifndef SHOPGAUGE_CORE_OUTLOOK_CHANCE_PATHS_H_
#define SHOPGAUGE_CORE_OUTLOOK_CHANCE_PATHS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/outlook/chance.h"
#include "core/outlook/chance_draw.h"
#include "core/scoring/compiled.h"

namespace shopgauge {

// A metric on each day of each path, in units that cancel: value = num / den.
struct PathColumn {
  std::vector<std::int64_t> num;
  std::vector<std::int64_t> den;
  std::vector<InputState> state;
  bool counts = false;
};

// A metric on one day: num / den where the state is value.
struct PathValue {
  InputState state = InputState::absent;
  std::int64_t num = 0;
  std::int64_t den = 1;
};

class Paths {
 public:
  // `ordinal`: which of the forecast's programs, for streams of its own. `feeds`: see Outlook;
  // those that the block of the same paths has drawn.
  Paths(const ChanceProgram& program, int seed, int ordinal, std::size_t block);

  [[nodiscard]] int days() const { return days_; }
  [[nodiscard]] const ChanceModel& model() const { return model_; }
  [[nodiscard]] int digits() const { return digits_; }

  // Draws `count` paths from `first` on. `feeds`: by metric, the paths of the program that feeds
  // it, drawn already; null where none does.
  void draw(std::size_t first, std::size_t count, const std::vector<const Paths*>& feeds);

  // The row of a day from 1 on.
  [[nodiscard]] std::size_t row(std::size_t path, int day) const {
    return path * static_cast<std::size_t>(days_) + static_cast<std::size_t>(day - 1);
  }
  // The score as shown, times 10^digits; nothing where there is none or it is not exact.
  [[nodiscard]] std::optional<std::int64_t> score(std::size_t row) const {
    return scored_[row] != 0 ? std::optional(low_[row]) : std::nullopt;
  }
  // Whether a gate is met on the last day of a path.
  [[nodiscard]] Answer gate(std::size_t gate, std::size_t path) const { return gates_[gate][path]; }
  [[nodiscard]] PathValue value(std::size_t metric, std::size_t path, int day) const;
  // A metric on a day; what does not differ between paths is the forecast's own.
  [[nodiscard]] MadeInput input(std::size_t metric, std::size_t path, int day) const;

 private:
  // A metric that scores feed, over all paths.
  struct Fed {
    std::vector<Places> places;      // mean: of the window of each day; past days lie before
    std::size_t past = 0;            // so many of them
    std::vector<std::int64_t> sums;  // of the past up to each place, in units of 1 / unit
    std::vector<std::int64_t> weights;
    std::int64_t unit = 1;            // of sums; a multiple of 10^digits of the feeding score
    std::int64_t each = 1;            // what one unit of the feeding score is of them
    std::int64_t below = 0;           // days in a row: a score that is less
    std::optional<std::int64_t> run;  // and how many there are today
  };

  void make_steady(std::size_t metric);
  void make_fed(std::size_t metric, int digits);
  void feed_metric(std::size_t metric, const Paths& from);
  void feed_mean(const Fed& fed, const Paths& from, std::size_t path, PathColumn& column) const;
  void feed_run(const Fed& fed, const Paths& from, std::size_t path, PathColumn& column) const;
  void draw_metric(std::size_t which, std::size_t first);
  void score_rows();
  void score_slowly();
  void open_gates();
  [[nodiscard]] Reading reading(std::size_t path, int day, std::vector<MadeInput>& made) const;
  [[nodiscard]] bool is_own(std::size_t metric) const;

  const Outlook& outlook_;
  const Forecast& forecast_;
  const Program& program_;
  std::uint64_t seed_;
  std::uint64_t ordinal_;
  int days_;
  int digits_ = 0;
  ChanceModel model_;
  std::vector<MetricDraw> draws_;  // by metric of the model
  Compilation compiled_;
  std::optional<Scratch> scratch_;
  std::size_t count_ = 0;            // of paths drawn
  std::vector<PathColumn> columns_;  // by metric; empty where it is always as today
  std::vector<std::optional<Fed>> fed_;
  std::vector<std::int64_t> low_;
  std::vector<std::int64_t> high_;
  std::vector<AssessmentStatus> status_;
  std::vector<char> scored_;
  std::vector<std::vector<Answer>> gates_;
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_CHANCE_PATHS_H_

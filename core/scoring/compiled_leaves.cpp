// Indicators through their curves over the rows of a block.

#include <algorithm>

#include "core/scoring/compiled_blocks.h"

namespace shopgauge::compiled {
namespace {

// The points of one line, with whether they are inexact. `Product` holds rise * num.
template <typename Product>
std::int64_t on_line(const Line& line, std::int64_t num, std::int64_t den, bool exact,
                     std::int64_t slack, std::uint8_t& flags) {
  const Product product = Product{line.rise} * num;
  const Product whole = product / den;
  const Product rest = product - whole * den;
  const Product points = whole - (rest < 0 ? 1 : 0) + line.base;
  const bool below = points < line.lowest;
  const bool above = points >= line.highest;
  const bool rounded = rest != 0 || !exact;
  // At an end the points are exact: they are at least those, or even with the slack at most.
  const bool sharp = above || (below && points + slack <= line.lowest);
  flags = static_cast<std::uint8_t>(kComputed | (rounded && !sharp ? kInexact : 0));
  return above ? line.highest : below ? line.lowest : static_cast<std::int64_t>(points);
}

void score_whole(const Leaf& leaf, const std::int64_t* num, std::size_t rows, Numbers& low,
                 Bytes& flags) {
  const Line* lines = leaf.lines.data();
  for (std::size_t i = 0; i < rows; ++i) {
    const Line* line = lines;
    for (const Fraction& turn : leaf.turns) {
      line += num[i] * turn.denominator > turn.numerator ? 1 : 0;
    }
    low[i] = std::clamp(line->rise * num[i] + line->base, line->lowest, line->highest);
    flags[i] = kComputed;
  }
}

void score_small(const Leaf& leaf, const BlockColumn& column, std::size_t rows, Numbers& low,
                 Bytes& flags) {
  const Line* lines = leaf.lines.data();
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t num = column.num[i];
    const std::int64_t den = column.den[i];
    const Line* line = lines;
    for (const Fraction& turn : leaf.turns) {
      line += num * turn.denominator > turn.numerator * den ? 1 : 0;
    }
    low[i] = on_line<std::int64_t>(*line, num, den, leaf.exact_lines, leaf.slack, flags[i]);
  }
}

void score_large(const Leaf& leaf, const BlockColumn& column, std::size_t rows, Numbers& low,
                 Bytes& flags) {
  for (std::size_t i = 0; i < rows; ++i) {
    const Line* line = leaf.lines.data();
    for (const Fraction& turn : leaf.turns) {
      line += is_above(column.num[i], column.den[i], turn) ? 1 : 0;
    }
    low[i] = on_line<Int128>(*line, column.num[i], column.den[i], leaf.exact_lines, leaf.slack,
                             flags[i]);
  }
}

void score_lines(const Leaf& leaf, const BlockColumn& column, std::size_t rows, Numbers& low,
                 Bytes& flags) {
  const bool small = column.num_bits <= static_cast<std::uint64_t>(leaf.num_limit) &&
                     column.den_bits <= static_cast<std::uint64_t>(leaf.den_limit);
  if (small && column.whole && leaf.exact_lines) {
    score_whole(leaf, column.num, rows, low, flags);
  } else if (small) {
    score_small(leaf, column, rows, low, flags);
  } else {
    score_large(leaf, column, rows, low, flags);
  }
}

// The first step whose end lies beyond the value: the number of ends that do not.
void score_steps(const Leaf& leaf, const BlockColumn& column, std::size_t rows, Numbers& low,
                 Bytes& flags) {
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t num = column.num[i];
    const std::int64_t den = column.den[i];
    std::size_t begin = 0;
    std::size_t end = leaf.turns.size();
    while (begin < end) {
      const std::size_t middle = (begin + end) / 2;
      const bool passed = leaf.closed_left ? is_at_least(num, den, leaf.turns[middle])
                                           : is_above(num, den, leaf.turns[middle]);
      begin = passed ? middle + 1 : begin;
      end = passed ? end : middle;
    }
    low[i] = leaf.points[begin];
    flags[i] = kComputed;
  }
}

class LeafScorer {
 public:
  LeafScorer(const Plan& plan, std::size_t number, std::size_t rows, Blocks& blocks)
      : leaf_(plan.leaves[number]),
        column_(blocks.columns[leaf_.metric]),
        rows_(rows),
        blocks_(blocks),
        low_(blocks.low[leaf_.node]),
        high_(blocks.high[leaf_.node]),
        flags_(blocks.flags[number]) {
    blocks.wide[leaf_.node] = 0;
  }

  void run() {
    switch (leaf_.shape) {
      case Leaf::Shape::lines:
        score_lines(leaf_, column_, rows_, low_, flags_);
        break;
      case Leaf::Shape::steps:
        score_steps(leaf_, column_, rows_, low_, flags_);
        break;
      case Leaf::Shape::none:
        widen();
        for (std::size_t i = 0; i < rows_; ++i) {
          leave_open(i, kWide | kUnknown);
        }
        break;
    }
    if (leaf_.calibrated) {
      open_beyond();
    }
    if (!column_.all_value) {
      open_missing();
    }
    if (leaf_.flat != kNone) {
      flatten();
    }
  }

 private:
  // From here on the high ends stand for themselves.
  void widen() {
    if (blocks_.wide[leaf_.node] == 0) {
      std::copy_n(low_.begin(), rows_, high_.begin());
      blocks_.wide[leaf_.node] = 1;
    }
  }

  void leave_open(std::size_t row, int flags) {
    low_[row] = leaf_.lowest;
    high_[row] = leaf_.highest;
    flags_[row] = static_cast<std::uint8_t>(flags);
  }

  // A better value than any of the shop's pairs scores what the best of them does or more.
  void open_beyond() {
    for (std::size_t i = 0; i < rows_; ++i) {
      const bool above = is_above(column_.num[i], column_.den[i], leaf_.last);
      if (!above && is_at_least(column_.num[i], column_.den[i], leaf_.first)) {
        continue;
      }
      widen();
      (above == leaf_.better_above ? high_ : low_)[i] =
          above == leaf_.better_above ? leaf_.highest : leaf_.lowest;
      flags_[i] = static_cast<std::uint8_t>((flags_[i] & kInexact) | kWide | kUnknown);
    }
  }

  void open_missing() {
    widen();
    for (std::size_t i = 0; i < rows_; ++i) {
      if (column_.state[i] != InputState::value) {
        leave_open(i, kMissing | kWide | kUnknown);
      }
    }
  }

  void flatten() {
    const Bytes& truths = blocks_.truths[leaf_.flat];
    const std::int64_t points = leaf_.flat_points;
    if (std::find(truths.begin(), truths.begin() + static_cast<std::ptrdiff_t>(rows_), kOpen) !=
        truths.begin() + static_cast<std::ptrdiff_t>(rows_)) {
      widen();
    }
    const bool wide = blocks_.wide[leaf_.node] != 0;
    for (std::size_t i = 0; i < rows_; ++i) {
      if (truths[i] == kNo) {
        continue;
      }
      const bool sure = truths[i] == kYes;
      low_[i] = sure ? points : std::min(low_[i], points);
      if (wide) {
        high_[i] = sure ? points : std::max(high_[i], points);
      }
      flags_[i] = sure ? kFlat : static_cast<std::uint8_t>(flags_[i] | kWide | kFlatOpen);
    }
  }

  const Leaf& leaf_;
  const BlockColumn& column_;
  std::size_t rows_;
  Blocks& blocks_;
  Numbers& low_;
  Numbers& high_;
  Bytes& flags_;
};

}  // namespace

void settle_leaves(const Plan& plan, Blocks& blocks) {
  for (std::size_t i = 0; i < plan.leaves.size(); ++i) {
    const Leaf& leaf = plan.leaves[i];
    const bool differs =
        blocks.columns[leaf.metric].varies || (leaf.flat != kNone && blocks.varies[leaf.flat] != 0);
    blocks.leaf_varies[i] = differs ? 1 : 0;
    if (!differs) {
      LeafScorer(plan, i, kRows, blocks).run();
    }
  }
}

void score_leaves(const Plan& plan, std::size_t rows, Blocks& blocks) {
  for (std::size_t i = 0; i < plan.leaves.size(); ++i) {
    if (blocks.leaf_varies[i] != 0) {
      LeafScorer(plan, i, rows, blocks).run();
    }
  }
}

}  // namespace shopgauge::compiled

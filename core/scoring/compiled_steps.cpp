// The nodes above the indicators, and given ones, over the rows of a block.

#include <algorithm>

#include "core/scoring/compiled_blocks.h"

namespace shopgauge::compiled {
namespace {

// Adds weight * score of each part.
void add_parts(const std::vector<Part>& parts, const Blocks& blocks, bool high, std::size_t rows,
               Numbers& sum) {
  std::fill_n(sum.begin(), rows, 0);
  for (const Part& part : parts) {
    const bool own = high && blocks.wide[part.score] != 0;
    const Numbers& score = own ? blocks.high[part.score] : blocks.low[part.score];
    const std::int64_t weight = part.weight;
    for (std::size_t i = 0; i < rows; ++i) {
      sum[i] += weight * score[i];
    }
  }
}

void take_least(const std::vector<Part>& parts, const Blocks& blocks, bool high, std::size_t rows,
                Numbers& least) {
  bool first = true;
  for (const Part& part : parts) {
    const bool own = high && blocks.wide[part.score] != 0;
    const Numbers& score = own ? blocks.high[part.score] : blocks.low[part.score];
    for (std::size_t i = 0; i < rows; ++i) {
      const std::int64_t one = part.weight * score[i];
      least[i] = first ? one : std::min(least[i], one);
    }
    first = false;
  }
}

bool any_wide(const std::vector<Part>& parts, const Blocks& blocks) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const Part& part) { return blocks.wide[part.score] != 0; });
}

void join_parts(const std::vector<Part>& parts, bool minimum, std::size_t rows,
                const Blocks& blocks, bool wide, Numbers& low, Numbers& high) {
  const auto take = minimum ? take_least : add_parts;
  take(parts, blocks, false, rows, low);
  if (wide) {
    take(parts, blocks, true, rows, high);
  }
}

// Whether the leaf scores what it did today because its value is the same.
bool stays(const Move& move, const BlockColumn& column, std::uint8_t flags, std::size_t row) {
  return move.by_value && (flags & (kUnknown | kFlat)) == 0 &&
         Int128{column.num[row]} * move.today.denominator ==
             Int128{move.today.numerator} * column.den[row];
}

class Anchor {
 public:
  Anchor(const Plan& plan, const Step& step, std::size_t rows, Blocks& blocks)
      : plan_(plan), step_(step), rows_(rows), blocks_(blocks) {}

  void add_movements() {
    Numbers& score = blocks_.low[step_.score];
    std::fill_n(score.begin(), rows_, step_.given);
    for (const Move& move : step_.moves) {
      for (std::size_t i = 0; i < rows_; ++i) {
        score[i] += move.weight * difference(move, i);
      }
    }
    keep_in_range(score);
  }

  // The lowest part moves the node, where all are known.
  void move_minimum() {
    Numbers& score = blocks_.low[step_.score];
    for (std::size_t i = 0; i < rows_; ++i) {
      score[i] = step_.given + lowest_difference(i);
    }
    keep_in_range(score);
  }

 private:
  [[nodiscard]] std::uint8_t flags_of(const Move& move, std::size_t row) const {
    return blocks_.flags[move.leaf][row];
  }
  [[nodiscard]] std::int64_t points_of(const Move& move, std::size_t row) const {
    return blocks_.low[plan_.leaves[move.leaf].node][row];
  }
  [[nodiscard]] bool stays_in(const Move& move, std::size_t row) const {
    return stays(move, blocks_.columns[plan_.leaves[move.leaf].metric], flags_of(move, row), row);
  }

  void note(const Move& move, std::size_t row) {
    const std::uint8_t flags = flags_of(move, row);
    blocks_.inexact[row] |=
        static_cast<std::uint8_t>((flags & kInexact) | (move.before_exact ? 0 : kInexact));
    blocks_.again[row] |= static_cast<std::uint8_t>((flags & kFlatOpen) != 0);
  }

  std::int64_t difference(const Move& move, std::size_t row) {
    if ((flags_of(move, row) & kUnknown) != 0 || stays_in(move, row)) {
      return 0;
    }
    note(move, row);
    return points_of(move, row) - move.before;
  }

  std::int64_t lowest_difference(std::size_t row) {
    std::int64_t before = 0;
    std::int64_t after = 0;
    bool moves = false;
    for (std::size_t m = 0; m < step_.moves.size(); ++m) {
      const Move& move = step_.moves[m];
      if ((flags_of(move, row) & kUnknown) != 0) {
        return 0;
      }
      before = m == 0 ? move.before : std::min(before, move.before);
      after = m == 0 ? points_of(move, row) : std::min(after, points_of(move, row));
      moves = moves || !stays_in(move, row);
    }
    if (!moves) {
      return 0;
    }
    for (const Move& move : step_.moves) {
      note(move, row);
    }
    return after - before;
  }

  void keep_in_range(Numbers& score) const {
    for (std::size_t i = 0; i < rows_; ++i) {
      score[i] = std::clamp(score[i], step_.lowest, step_.highest);
    }
  }

  const Plan& plan_;
  const Step& step_;
  std::size_t rows_;
  Blocks& blocks_;
};

void take_step(const Plan& plan, const Step& step, std::size_t rows, Blocks& blocks) {
  std::uint8_t& wide = blocks.wide[step.score];
  wide = 0;
  switch (step.kind) {
    case Step::Kind::given:
      std::fill_n(blocks.low[step.score].begin(), rows, step.given);
      break;
    case Step::Kind::anchored:
      Anchor(plan, step, rows, blocks).add_movements();
      break;
    case Step::Kind::anchored_minimum:
      Anchor(plan, step, rows, blocks).move_minimum();
      break;
    case Step::Kind::weighted:
    case Step::Kind::minimum:
      wide = any_wide(step.parts, blocks) ? 1 : 0;
      join_parts(step.parts, step.kind == Step::Kind::minimum, rows, blocks, wide != 0,
                 blocks.low[step.score], blocks.high[step.score]);
      break;
  }
}

}  // namespace

void weigh(const Plan& plan, const Variant& variant, std::size_t rows, Blocks& blocks) {
  for (Bytes* bytes :
       {&blocks.inexact, &blocks.again, &blocks.open, &blocks.maybe, &blocks.estimated}) {
    std::fill_n(bytes->begin(), rows, 0);
  }
  for (const std::size_t leaf : variant.leaves) {
    const Bytes& flags = blocks.flags[leaf];
    for (std::size_t i = 0; i < rows; ++i) {
      blocks.inexact[i] |= static_cast<std::uint8_t>(flags[i] & kInexact);
    }
  }
  if (blocks.exact_gates) {
    for (const std::size_t number : variant.leaves) {
      const Leaf& leaf = plan.leaves[number];
      for (std::size_t i = 0; i < rows; ++i) {
        const std::uint8_t flags = blocks.flags[number][i];
        const std::uint8_t computed = flags & kComputed;
        blocks.open[i] |= static_cast<std::uint8_t>(flags & kMissing);
        blocks.maybe[i] |=
            static_cast<std::uint8_t>((flags & kFlatOpen) | (leaf.may_estimate ? computed : 0));
        blocks.estimated[i] |= leaf.estimated ? computed : std::uint8_t{0};
      }
    }
  }
  for (const Step& step : variant.steps) {
    take_step(plan, step, rows, blocks);
  }
  blocks.sum_wide = any_wide(variant.top, blocks);
  join_parts(variant.top, variant.minimum, rows, blocks, blocks.sum_wide, blocks.sum_low,
             blocks.sum_high);
}

}  // namespace shopgauge::compiled

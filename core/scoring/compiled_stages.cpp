// Which stages a row may be in, and its score over all of them.

#include <algorithm>
#include <bit>

#include "core/scoring/compiled_blocks.h"

namespace shopgauge::compiled {
namespace {

bool all_no(const Blocks& blocks, std::span<const std::size_t> tests, std::size_t rows) {
  Tri most = kNo;
  for (const std::size_t test : tests) {
    for (std::size_t i = 0; i < rows; ++i) {
      most = std::max(most, blocks.truths[test][i]);
    }
  }
  return most == kNo;
}

// Whether one of the tests surely keeps the row from having a score; noted where one may.
bool excluded(const std::vector<std::size_t>& tests, std::size_t row, Blocks& blocks) {
  for (const std::size_t test : tests) {
    const Tri truth = blocks.truths[test][row];
    if (truth == kYes) {
      return true;
    }
    blocks.unscored[row] |= static_cast<std::uint8_t>(truth == kOpen);
  }
  return false;
}

// As Assessor::score in assess.cpp.
void choose_row(const Plan& plan, std::size_t row, Blocks& blocks) {
  if (excluded(plan.not_scored, row, blocks)) {
    blocks.formal[row] = 0;
    return;
  }
  for (std::size_t s = 0; s < plan.stages.size(); ++s) {
    const FixedStage& stage = plan.stages[s];
    const Tri truth = blocks.truths[stage.when][row];
    if (truth == kNo) {
      continue;
    }
    const bool without = excluded(stage.not_scored, row, blocks);
    if (!without) {
      blocks.possible[row] |= static_cast<std::uint8_t>(1U << s);
    }
    if (truth == kYes) {
      blocks.formal[row] = 0;
      return;
    }
    blocks.unscored[row] |= static_cast<std::uint8_t>(without);
  }
}

// Which optional indicators are not given.
void choose_variants(const Plan& plan, std::size_t rows, Blocks& blocks) {
  std::fill_n(blocks.variant.begin(), rows, 0);
  for (std::size_t bit = 0; bit < plan.optional.size(); ++bit) {
    const BlockColumn& column = blocks.columns[plan.leaves[plan.optional[bit]].metric];
    for (std::size_t i = 0; !column.all_value && i < rows; ++i) {
      const bool absent = column.state[i] == InputState::absent;
      blocks.variant[i] |= static_cast<std::uint8_t>(absent ? 1U << bit : 0U);
    }
  }
  for (std::size_t i = 0; i < rows; ++i) {
    blocks.variant[i] = blocks.formal[i] != 0 ? blocks.variant[i] : kNoVariant;
  }
}

class RowScorer {
 public:
  RowScorer(const Plan& plan, std::size_t rows, Blocks& blocks)
      : plan_(plan), rows_(rows), blocks_(blocks) {}

  void run() {
    std::fill_n(blocks_.scored.begin(), rows_, 0);
    std::fill_n(blocks_.hidden.begin(), rows_, 0);
    std::fill_n(blocks_.stage.begin(), rows_, 0);
    for (std::size_t number = 0; number < plan_.variants.size(); ++number) {
      const auto end = blocks_.variant.begin() + static_cast<std::ptrdiff_t>(rows_);
      if (std::find(blocks_.variant.begin(), end, number) != end) {
        score_variant(plan_.variants[number], number);
      }
    }
    for (std::size_t s = 0; s < plan_.stages.size(); ++s) {
      score_stage(s);
    }
  }

 private:
  void score_variant(const Variant& variant, std::size_t number) {
    if (!variant.assessed) {
      leave_unassessed(number);
      return;
    }
    weigh(plan_, variant, rows_, blocks_);
    change(variant.sum, rows_, blocks_);
    round(plan_, variant.sum, rows_, blocks_);
    test_variant(plan_, variant, number, rows_, blocks_);
    for (std::size_t i = 0; i < rows_; ++i) {
      if (blocks_.variant[i] != number) {
        continue;
      }
      take(i);
      blocks_.stage[i] = blocks_.possible[i] == 0 ? 1 : 0;
      if (blocks_.exact_gates) {
        hide(variant, i);
      }
    }
  }

  // A formal stage in which nothing is assessed has no score: it is not 0.
  void leave_unassessed(std::size_t number) {
    for (std::size_t i = 0; i < rows_; ++i) {
      if (blocks_.variant[i] == number) {
        blocks_.unscored[i] = 1;
        blocks_.formal[i] = 0;
      }
    }
  }

  // The row's score, or one end of it.
  void take(std::size_t row) {
    const bool first = blocks_.scored[row] == 0;
    std::int64_t& low = blocks_.low_result[row];
    std::int64_t& high = blocks_.high_result[row];
    low = first ? blocks_.shown_low[row] : std::min(low, blocks_.shown_low[row]);
    high = first ? blocks_.shown_high[row] : std::max(high, blocks_.shown_high[row]);
    blocks_.scored[row] = 1;
    blocks_.redo[row] |= blocks_.again[row];
  }

  // Whether gates that speak of exact scores alone may not look at this one.
  void hide(const Variant& variant, std::size_t row) {
    const std::int64_t width = blocks_.sum_wide ? blocks_.sum_high[row] - blocks_.sum_low[row] : 0;
    const std::int64_t slack = blocks_.inexact[row] != 0 ? variant.sum.slack : 0;
    const bool hidden =
        blocks_.open[row] != 0 || blocks_.estimated[row] != 0 || variant.estimated || width > slack;
    const bool doubtful = blocks_.maybe[row] != 0 || blocks_.unscored[row] != 0 || width != 0 ||
                          plan_.may_estimate || blocks_.possible[row] != 0;
    blocks_.hidden[row] = hidden ? 1 : 0;
    blocks_.redo[row] |= static_cast<std::uint8_t>(!hidden && doubtful);
  }

  void score_stage(std::size_t number) {
    const auto bit = static_cast<std::uint8_t>(1U << number);
    std::uint8_t any = 0;
    for (std::size_t i = 0; i < rows_; ++i) {
      any |= static_cast<std::uint8_t>(blocks_.possible[i] & bit);
    }
    if (any == 0) {
      return;
    }
    const FixedStage& stage = plan_.stages[number];
    std::fill_n(blocks_.sum_low.begin(), rows_, stage.points);
    std::fill_n(blocks_.inexact.begin(), rows_, 0);
    std::fill_n(blocks_.again.begin(), rows_, 0);
    blocks_.sum_wide = false;
    change(stage.sum, rows_, blocks_);
    round(plan_, stage.sum, rows_, blocks_);
    for (std::size_t i = 0; i < rows_; ++i) {
      if ((blocks_.possible[i] & bit) != 0) {
        take(i);
        const bool alone = blocks_.formal[i] == 0 && std::has_single_bit(blocks_.possible[i]);
        blocks_.stage[i] = static_cast<std::uint8_t>(alone ? number + 2 : 0);
        blocks_.redo[i] |= static_cast<std::uint8_t>(blocks_.exact_gates);
      }
    }
  }

  const Plan& plan_;
  std::size_t rows_;
  Blocks& blocks_;
};

}  // namespace

void choose_stages(const Plan& plan, std::size_t rows, Blocks& blocks) {
  std::fill_n(blocks.formal.begin(), rows, 1);
  std::fill_n(blocks.possible.begin(), rows, 0);
  std::fill_n(blocks.unscored.begin(), rows, 0);
  bool plain = all_no(blocks, plan.not_scored, rows);
  for (const FixedStage& stage : plan.stages) {
    plain = plain && all_no(blocks, std::span(&stage.when, 1), rows);
  }
  for (std::size_t i = 0; !plain && i < rows; ++i) {
    choose_row(plan, i, blocks);
  }
  choose_variants(plan, rows, blocks);
}

void score_rows(const Plan& plan, std::size_t rows, Blocks& blocks) {
  RowScorer(plan, rows, blocks).run();
}

}  // namespace shopgauge::compiled

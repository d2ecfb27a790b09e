// Runs a compiled program over columns, block by block, and writes the results.

#include <algorithm>
#include <utility>

#include "core/scoring/compiled_blocks.h"

namespace shopgauge {

using namespace compiled;  // NOLINT: the parts exist for these files

Scratch::Scratch(const CompiledProgram& program)
    : blocks_(std::make_unique<Blocks>(program.plan())) {}
Scratch::Scratch(Scratch&& other) noexcept = default;
Scratch& Scratch::operator=(Scratch&& other) noexcept = default;
Scratch::~Scratch() = default;

namespace {

Answer answer(Tri truth) {
  return truth == kYes ? Answer::yes : truth == kNo ? Answer::no : Answer::undetermined;
}

// The rows of one block, from `first` on, into the results.
class Writer {
 public:
  Writer(const Plan& plan, Blocks& blocks, const RowResults& results, std::size_t first,
         std::size_t rows)
      : plan_(plan), blocks_(blocks), results_(results), first_(first), rows_(rows) {}

  void write() {
    write_score();
    if (results_.verdict != nullptr) {
      write_verdict(results_.verdict + first_);
    }
    for (std::size_t g = 0; g < results_.gates.size(); ++g) {
      write_gate(blocks_.truths[plan_.gates[g]], results_.gates[g] + first_);
    }
    if (results_.tier != nullptr) {
      for (std::size_t i = 0; i < rows_; ++i) {
        results_.tier[first_ + i] = tier_of(i);
      }
    }
  }

 private:
  [[nodiscard]] bool has_score(std::size_t row) const {
    return plan_.scored && blocks_.scored[row] != 0;
  }

  void write_score() {
    for (std::size_t i = 0; i < rows_; ++i) {
      const bool scored = has_score(i);
      if (results_.status != nullptr) {
        results_.status[first_ + i] = !plan_.scored ? AssessmentStatus::judged
                                      : scored      ? AssessmentStatus::scored
                                                    : AssessmentStatus::not_scored;
      }
      if (results_.low != nullptr) {
        results_.low[first_ + i] = scored ? blocks_.low_result[i] : 0;
      }
      if (results_.high != nullptr) {
        results_.high[first_ + i] = scored ? blocks_.high_result[i] : 0;
      }
    }
  }

  void write_verdict(Answer* verdicts) {
    if (!plan_.verdict_assessed) {
      std::fill_n(verdicts, rows_, plan_.judges ? Answer::undetermined : Answer::none);
      return;
    }
    Bytes least;
    std::fill_n(least.begin(), rows_, kYes);
    for (const std::size_t standard : plan_.standards) {
      for (std::size_t i = 0; i < rows_; ++i) {
        least[i] = std::min(least[i], blocks_.truths[standard][i]);
      }
    }
    for (const std::size_t metric : plan_.standard_metrics) {
      const BlockColumn& column = blocks_.columns[metric];
      for (std::size_t i = 0; !column.all_value && i < rows_; ++i) {
        least[i] = column.state[i] == InputState::no_score ? kNoScore : least[i];
      }
    }
    for (std::size_t i = 0; i < rows_; ++i) {
      verdicts[i] = least[i] == kNoScore ? Answer::undetermined : answer(least[i]);
    }
  }

  // Without a score only the gates that are decided are of interest.
  void write_gate(const Bytes& truths, Answer* answers) const {
    for (std::size_t i = 0; i < rows_; ++i) {
      const bool left_out = plan_.scored && blocks_.scored[i] == 0 && truths[i] == kOpen;
      answers[i] = left_out ? Answer::none : answer(truths[i]);
    }
  }

  struct Tiers {
    std::size_t possible = 0;
    bool open = false;
    std::uint8_t last = kNoTier;

    [[nodiscard]] std::uint8_t result() const {
      return possible == 0 ? kNoTier : possible == 1 && !open ? last : kTierOpen;
    }
  };

  [[nodiscard]] Tiers tiers_of(std::size_t row, bool scored) const {
    Tiers tiers;
    for (const TierTest& tier : plan_.tiers) {
      if (tier.not_scored == scored) {
        continue;
      }
      const Tri truth = tier.test == kNone ? kYes : blocks_.truths[tier.test][row];
      tiers.open = tiers.open || truth == kOpen;
      if (truth != kNo) {
        ++tiers.possible;
        tiers.last = static_cast<std::uint8_t>(tier.tier);
      }
      if (truth == kYes) {
        break;
      }
    }
    return tiers;
  }

  [[nodiscard]] std::uint8_t tier_of(std::size_t row) const {
    const bool scored = !plan_.scored || blocks_.scored[row] != 0;
    const Tiers tiers = tiers_of(row, scored);
    if (!scored || !plan_.scored || blocks_.unscored[row] == 0) {
      return tiers.result();
    }
    return tiers.possible + tiers_of(row, false).possible == 0 ? kNoTier : kTierOpen;
  }

  static constexpr Tri kNoScore = 4;

  const Plan& plan_;
  Blocks& blocks_;
  const RowResults& results_;
  std::size_t first_;
  std::size_t rows_;
};

void write_not_applicable(std::size_t rows, const RowResults& results) {
  if (results.status != nullptr) {
    std::fill_n(results.status, rows, AssessmentStatus::not_applicable);
  }
  for (std::int64_t* const ends : {results.low, results.high}) {
    if (ends != nullptr) {
      std::fill_n(ends, rows, 0);
    }
  }
  if (results.verdict != nullptr) {
    std::fill_n(results.verdict, rows, Answer::none);
  }
  if (results.tier != nullptr) {
    std::fill_n(results.tier, rows, kNoTier);
  }
  for (Answer* const gate : results.gates) {
    std::fill_n(gate, rows, Answer::none);
  }
}

void run_block(const Plan& plan, std::span<const Column> columns, std::size_t first,
               std::size_t rows, Blocks& blocks) {
  load_block(plan, columns, first, rows, blocks);
  std::fill_n(blocks.redo.begin(), rows, 0);
  test_inputs(plan, rows, blocks);
  if (plan.scored) {
    choose_stages(plan, rows, blocks);
    score_leaves(plan, rows, blocks);
    score_rows(plan, rows, blocks);
  }
  test_scores(plan, rows, blocks);
}

}  // namespace

std::size_t run(const CompiledProgram& program, std::span<const Column> columns, std::size_t rows,
                const RowResults& results, Scratch& scratch) {
  const Plan& plan = program.plan();
  Blocks& blocks = scratch.blocks();
  require(columns.size() == plan.used.size() &&
          (results.gates.empty() || results.gates.size() == plan.gates.size()));
  if (!plan.applicable) {
    write_not_applicable(rows, results);
    return 0;
  }
  load_shop(plan, columns, blocks);
  settle_tests(plan, results, blocks);
  settle_leaves(plan, blocks);
  std::size_t again = 0;
  for (std::size_t first = 0; first < rows; first += kRows) {
    const std::size_t count = std::min(kRows, rows - first);
    run_block(plan, columns, first, count, blocks);
    Writer(plan, blocks, results, first, count).write();
    for (std::size_t i = 0; i < count; ++i) {
      if (blocks.redo[i] != 0) {
        assess_row(plan, columns, first + i, results);
        ++again;
      }
    }
  }
  return again;
}

}  // namespace shopgauge

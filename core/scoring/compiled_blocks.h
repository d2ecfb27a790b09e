// What a run works on: some hundred rows at a time, each value of the plan with a register of them,
// so that every step is one short loop.

#ifndef SHOPGAUGE_CORE_SCORING_COMPILED_BLOCKS_H_
#define SHOPGAUGE_CORE_SCORING_COMPILED_BLOCKS_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/scoring/compiled_plan.h"

namespace shopgauge::compiled {

inline constexpr std::size_t kRows = 256;
inline constexpr std::uint8_t kNoVariant = 255;  // of a row that surely is not in the formal stage

template <typename T>
using Register = std::array<T, kRows>;
using Numbers = Register<std::int64_t>;
using Bytes = Register<std::uint8_t>;

// Of a leaf's row.
inline constexpr std::uint8_t kInexact = 1;   // the points lie in [low, low + slack]
inline constexpr std::uint8_t kMissing = 2;   // its input is missing
inline constexpr std::uint8_t kWide = 4;      // low and high may differ
inline constexpr std::uint8_t kComputed = 8;  // by its curve
inline constexpr std::uint8_t kUnknown = 16;  // no points that a given score could move by
inline constexpr std::uint8_t kFlat = 32;
inline constexpr std::uint8_t kFlatOpen = 64;

// One metric in the rows of a block. Rows without value have 0 / 1.
struct BlockColumn {
  const std::int64_t* num = nullptr;
  const std::int64_t* den = nullptr;
  const InputState* state = nullptr;
  const std::uint8_t* counted = nullptr;
  bool varies = false;  // else all rows are as the shop's reading
  bool whole = false;   // all denominators are 1
  bool all_value = false;
  std::uint64_t num_bits = 0;  // no numerator is above this; those below 0 count as very large
  std::uint64_t den_bits = 0;
};

}  // namespace shopgauge::compiled

namespace shopgauge {

struct Scratch::Blocks {
  explicit Blocks(const CompiledProgram::Plan& plan);

  std::vector<compiled::BlockColumn> columns;
  std::vector<compiled::Numbers> nums;  // by metric: constants, or values among other states
  std::vector<compiled::Numbers> dens;
  std::vector<compiled::Register<InputState>> states;
  std::vector<compiled::Bytes> truths;  // by test
  std::vector<std::uint8_t> varies;     // by test: differs between rows
  std::vector<std::uint8_t> wanted;     // by test: something that is asked for rests on it
  bool exact_gates = false;             // gates that say nothing of an estimate are wanted
  std::vector<compiled::Numbers> low;   // of nodes, see Variant::score
  std::vector<compiled::Numbers> high;  // only where `wide`
  std::vector<std::uint8_t> wide;       // likewise
  std::vector<compiled::Bytes> flags;   // by leaf
  std::vector<std::uint8_t> leaf_varies;

  // The sum that is being worked out.
  compiled::Numbers sum_low;
  compiled::Numbers sum_high;
  bool sum_wide = false;
  compiled::Bytes inexact;
  compiled::Bytes again;  // its rows go the exact way
  compiled::Bytes open;   // something is missing
  compiled::Bytes maybe;  // it may be open or an estimate
  compiled::Bytes estimated;
  compiled::Numbers shown_low;
  compiled::Numbers shown_high;

  // By row of the block.
  compiled::Bytes formal;    // the formal stage is possible
  compiled::Bytes possible;  // a bit for each other stage that is
  compiled::Bytes unscored;  // it may be that there is no score
  compiled::Bytes variant;
  compiled::Bytes scored;
  compiled::Bytes stage;   // 0: open or none; 1: formal; 2 and on: another
  compiled::Bytes hidden;  // the score is an estimate or open
  compiled::Bytes redo;
  compiled::Numbers low_result;
  compiled::Numbers high_result;

  compiled::Numbers ones;
  compiled::Register<InputState> values;
  compiled::Bytes yes;
  compiled::Bytes no;
};

}  // namespace shopgauge

namespace shopgauge::compiled {

using Plan = CompiledProgram::Plan;
using Blocks = Scratch::Blocks;

// compiled_columns.cpp. Once a run: the metrics without a column. Then each block's columns.
void load_shop(const Plan& plan, std::span<const Column> columns, Blocks& blocks);
void load_block(const Plan& plan, std::span<const Column> columns, std::size_t first,
                std::size_t rows, Blocks& blocks);

// compiled_tests.cpp. Once a run: which tests are wanted, which differ between rows, and the
// others. Then those that do not ask for the score, those that do, and those that ask for a
// variant's numbers.
void settle_tests(const Plan& plan, const RowResults& results, Blocks& blocks);
void test_inputs(const Plan& plan, std::size_t rows, Blocks& blocks);
void test_variant(const Plan& plan, const Variant& variant, std::size_t number, std::size_t rows,
                  Blocks& blocks);
void test_scores(const Plan& plan, std::size_t rows, Blocks& blocks);

// compiled_leaves.cpp. Once a run: those that do not differ between rows. Then the others.
void settle_leaves(const Plan& plan, Blocks& blocks);
void score_leaves(const Plan& plan, std::size_t rows, Blocks& blocks);
// Is num / den at least, or above, that fraction?
[[nodiscard]] inline bool is_at_least(std::int64_t num, std::int64_t den, const Fraction& that) {
  return Int128{num} * that.denominator >= Int128{that.numerator} * den;
}
[[nodiscard]] inline bool is_above(std::int64_t num, std::int64_t den, const Fraction& that) {
  return Int128{num} * that.denominator > Int128{that.numerator} * den;
}

// compiled_steps.cpp: the nodes and the weighted sum of a variant.
void weigh(const Plan& plan, const Variant& variant, std::size_t rows, Blocks& blocks);

// compiled_sums.cpp: changes and rounding of blocks.sum_low and sum_high.
void change(const Sum& sum, std::size_t rows, Blocks& blocks);
void round(const Plan& plan, const Sum& sum, std::size_t rows, Blocks& blocks);

// compiled_stages.cpp: which stages are possible, then the scores of all of them.
void choose_stages(const Plan& plan, std::size_t rows, Blocks& blocks);
void score_rows(const Plan& plan, std::size_t rows, Blocks& blocks);

// compiled_exact.cpp: one row by `assess`.
void assess_row(const Plan& plan, std::span<const Column> columns, std::size_t row,
                const RowResults& results);

}  // namespace shopgauge::compiled

#endif  // SHOPGAUGE_CORE_SCORING_COMPILED_BLOCKS_H_

// Makes all columns alike: numerators, denominators and states in every row.

#include "core/scoring/compiled_blocks.h"

namespace shopgauge {

using namespace compiled;  // NOLINT: the parts exist for these files

Scratch::Blocks::Blocks(const CompiledProgram::Plan& plan)
    : columns(plan.used.size()),
      nums(plan.used.size()),
      dens(plan.used.size()),
      states(plan.used.size()),
      truths(plan.tests.size()),
      varies(plan.tests.size()),
      wanted(plan.tests.size()),
      low(2 * plan.leaf_of_node.size()),
      high(2 * plan.leaf_of_node.size()),
      wide(2 * plan.leaf_of_node.size()),
      flags(plan.leaves.size()),
      leaf_varies(plan.leaves.size()) {
  for (Bytes* bytes : {&inexact, &again, &open, &maybe, &estimated, &formal, &possible, &unscored,
                       &variant, &scored, &stage, &hidden, &redo, &no}) {
    bytes->fill(0);
  }
  for (Numbers* numbers :
       {&sum_low, &sum_high, &shown_low, &shown_high, &low_result, &high_result}) {
    numbers->fill(0);
  }
  ones.fill(1);
  values.fill(InputState::value);
  yes.fill(1);
}

namespace compiled {
namespace {

// Not less than any of the numbers. Numbers below 0 count as the largest.
std::uint64_t bits_of(const std::int64_t* numbers, std::size_t rows) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    bits |= static_cast<std::uint64_t>(numbers[i]);
  }
  return bits;
}

bool all_values(const InputState* states, std::size_t rows) {
  bool all = true;
  for (std::size_t i = 0; i < rows; ++i) {
    all = all & (states[i] == InputState::value);
  }
  return all;
}

void load_constant(const Input& input, std::size_t metric, Blocks& blocks) {
  const bool value = input.state == InputState::value;
  const Fraction fraction = value ? *input.value.small() : Fraction{0, 1};
  blocks.nums[metric].fill(fraction.numerator);
  blocks.dens[metric].fill(fraction.denominator);
  blocks.states[metric].fill(input.state);
  BlockColumn& column = blocks.columns[metric];
  column = {};
  column.num = blocks.nums[metric].data();
  column.den = blocks.dens[metric].data();
  column.state = blocks.states[metric].data();
  column.counted = blocks.no.data();
  column.whole = fraction.denominator == 1;
  column.all_value = value;
  column.num_bits = bits_of(column.num, 1);
  column.den_bits = bits_of(column.den, 1);
}

// Rows in other states than `value` may hold anything.
void leave_out(const Column& from, std::size_t first, std::size_t rows, std::size_t metric,
               Blocks& blocks) {
  BlockColumn& column = blocks.columns[metric];
  for (std::size_t i = 0; i < rows; ++i) {
    const bool value = column.state[i] == InputState::value;
    blocks.nums[metric][i] = value ? from.num[first + i] : 0;
    blocks.dens[metric][i] = value && from.den != nullptr ? from.den[first + i] : 1;
  }
  column.num = blocks.nums[metric].data();
  column.den = blocks.dens[metric].data();
}

void load_column(const Column& from, std::size_t first, std::size_t rows, std::size_t metric,
                 Blocks& blocks) {
  BlockColumn& column = blocks.columns[metric];
  column.varies = true;
  column.whole = from.den == nullptr;
  column.counted = from.counted != nullptr ? from.counted + first
                   : from.counts           ? blocks.yes.data()
                                           : blocks.no.data();
  column.state = from.state != nullptr ? from.state + first : blocks.values.data();
  column.all_value = from.state == nullptr || all_values(column.state, rows);
  if (column.all_value) {
    column.num = from.num + first;
    column.den = from.den != nullptr ? from.den + first : blocks.ones.data();
  } else {
    leave_out(from, first, rows, metric, blocks);
  }
  column.num_bits = bits_of(column.num, rows);
  column.den_bits = column.whole ? 1 : bits_of(column.den, rows);
}

bool is_given(const Column& column) { return column.num != nullptr || column.state != nullptr; }

}  // namespace

void load_shop(const Plan& plan, std::span<const Column> columns, Blocks& blocks) {
  for (std::size_t metric = 0; metric < plan.used.size(); ++metric) {
    blocks.columns[metric].varies = is_given(columns[metric]);
    if (plan.used[metric] != 0 && !is_given(columns[metric])) {
      load_constant(plan.shop.metrics[metric], metric, blocks);
    }
  }
}

void load_block(const Plan& plan, std::span<const Column> columns, std::size_t first,
                std::size_t rows, Blocks& blocks) {
  for (std::size_t metric = 0; metric < plan.used.size(); ++metric) {
    if (plan.used[metric] != 0 && is_given(columns[metric])) {
      load_column(columns[metric], first, rows, metric, blocks);
    }
  }
}

}  // namespace compiled
}  // namespace shopgauge

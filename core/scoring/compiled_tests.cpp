// Comparisons and their joins over the rows of a block.

#include <algorithm>

#include "core/scoring/compiled_blocks.h"

namespace shopgauge::compiled {
namespace {

Tri tri(bool truth) { return truth ? kYes : kNo; }

Tri meets(const Bound& bound, std::int64_t number) {
  return tri((number >= bound.least) != bound.contrary);
}

// Of a value that all rows have.
void compare_values(const Test& test, const BlockColumn& column, std::size_t rows, Bytes& truths) {
  const Fraction target = test.target;
  const Bound bound = test.bound;
  if (test.comparison == Operator::is) {
    for (std::size_t i = 0; i < rows; ++i) {
      truths[i] = tri(Int128{column.num[i]} * target.denominator ==
                      Int128{target.numerator} * column.den[i]);
    }
  } else if (column.whole) {
    for (std::size_t i = 0; i < rows; ++i) {
      truths[i] = meets(bound, column.num[i]);
    }
  } else if (test.comparison == Operator::at_least || test.comparison == Operator::below) {
    for (std::size_t i = 0; i < rows; ++i) {
      truths[i] = tri(is_at_least(column.num[i], column.den[i], target) != bound.contrary);
    }
  } else {
    for (std::size_t i = 0; i < rows; ++i) {
      truths[i] = tri(is_above(column.num[i], column.den[i], target) != bound.contrary);
    }
  }
}

void test_metric(const Test& test, const BlockColumn& column, std::size_t rows, Bytes& truths) {
  const Tri of_value = test.by_state[static_cast<std::size_t>(InputState::value)];
  if (of_value == kCompare) {
    compare_values(test, column, rows, truths);
  } else {
    std::fill_n(truths.begin(), rows, of_value);
  }
  if (column.all_value) {
    return;
  }
  for (std::size_t i = 0; i < rows; ++i) {
    if (column.state[i] != InputState::value) {
      truths[i] = test.by_state[static_cast<std::size_t>(column.state[i])];
    }
  }
}

void test_count(const Test& test, const BlockColumn& column, std::size_t rows, Bytes& truths) {
  const std::int64_t* numbers = test.kind == Test::Kind::count ? column.num : column.den;
  for (std::size_t i = 0; i < rows; ++i) {
    const bool value = column.state[i] == InputState::value;
    const bool counted = test.countable && column.counted[i] != 0 &&
                         (value || column.state[i] == InputState::no_sample);
    truths[i] = !counted                 ? test.by_state[static_cast<std::size_t>(column.state[i])]
                : test.known == kCompare ? meets(test.bound, value ? numbers[i] : 0)
                                         : test.known;
  }
}

// Of the shop's own input, which says its counts as the request does.
Tri count_of_shop(const Test& test, const Input& input) {
  const bool events = test.kind == Test::Kind::count;
  const Json* count = nullptr;
  if (input.given != nullptr) {
    count = input.given->find(events ? "num" : "den");
    count = count == nullptr && !events ? input.given->find("n") : count;
  }
  if (count == nullptr) {
    return test.by_state[static_cast<std::size_t>(input.state)];
  }
  const auto number = to_int64(floor_to(count->number, 0));
  return test.known != kCompare ? test.known : meets(test.bound, number.value_or(0));
}

void join(const Test& test, std::size_t rows, Blocks& blocks, Bytes& truths) {
  const bool all = test.kind == Test::Kind::all;
  std::fill_n(truths.begin(), rows, all ? kYes : kNo);
  for (const std::size_t part : test.parts) {
    const Bytes& of_part = blocks.truths[part];
    if (all) {
      for (std::size_t i = 0; i < rows; ++i) {
        truths[i] = std::min(truths[i], of_part[i]);
      }
    } else {
      for (std::size_t i = 0; i < rows; ++i) {
        truths[i] = std::max(truths[i], of_part[i]);
      }
    }
  }
}

void test_input(const Test& test, std::size_t rows, Blocks& blocks, Bytes& truths) {
  switch (test.kind) {
    case Test::Kind::fixed:
      std::fill_n(truths.begin(), rows, test.known);
      break;
    case Test::Kind::metric:
      test_metric(test, blocks.columns[test.index], rows, truths);
      break;
    case Test::Kind::count:
    case Test::Kind::sample:
      test_count(test, blocks.columns[test.index], rows, truths);
      break;
    case Test::Kind::all:
    case Test::Kind::any:
      join(test, rows, blocks, truths);
      break;
    case Test::Kind::shown:
    case Test::Kind::unrounded:
    case Test::Kind::node:
    case Test::Kind::stage:
      break;
  }
}

bool is_count(const Test& test) {
  return test.kind == Test::Kind::count || test.kind == Test::Kind::sample;
}

bool differs(const Test& test, const Blocks& blocks) {
  if (test.kind == Test::Kind::metric || is_count(test)) {
    return blocks.columns[test.index].varies;
  }
  return std::any_of(test.parts.begin(), test.parts.end(),
                     [&](std::size_t part) { return blocks.varies[part] != 0; });
}

void test_shown(const Test& test, std::size_t rows, const Blocks& blocks, Bytes& truths) {
  for (std::size_t i = 0; i < rows; ++i) {
    const bool known = (blocks.scored[i] & ~(test.if_exact ? blocks.hidden[i] : 0U) & 1U) != 0;
    const Tri low = meets(test.bound, blocks.low_result[i]);
    const Tri high = meets(test.bound, blocks.high_result[i]);
    truths[i] = !known                   ? test.unknown
                : test.known != kCompare ? test.known
                : low == high            ? low
                                         : kOpen;
  }
}

void test_stage(const Test& test, std::size_t rows, const Blocks& blocks, Bytes& truths) {
  for (std::size_t i = 0; i < rows; ++i) {
    const bool hidden = test.if_exact && blocks.hidden[i] != 0;
    truths[i] = hidden ? kOpen : test.by_stage[blocks.stage[i]];
  }
}

// In the formal stage test_variant has compared it. Scores of other stages, which no shipped
// program compares before rounding, go the exact way.
void test_unrounded(const Test& test, std::size_t rows, Blocks& blocks, Bytes& truths) {
  for (std::size_t i = 0; i < rows; ++i) {
    if (blocks.scored[i] == 0 || (test.if_exact && blocks.hidden[i] != 0)) {
      truths[i] = test.unknown;
    } else if (blocks.stage[i] != 1 && test.known == kCompare) {
      blocks.redo[i] = 1;
    }
  }
}

// Whether [low, high], each up to `slack` more, meets the bound; `again` where that is not decided.
Tri meets_between(const Bound& bound, std::int64_t low, std::int64_t high, std::int64_t slack,
                  std::uint8_t& again) {
  for (const std::int64_t end : {low, high}) {
    again |= static_cast<std::uint8_t>(end < bound.least && end + slack >= bound.least);
  }
  const Tri at_low = meets(bound, low);
  return at_low == meets(bound, high) ? at_low : kOpen;
}

void want(const std::vector<std::size_t>& tests, Blocks& blocks) {
  for (const std::size_t test : tests) {
    blocks.wanted[test] = 1;
  }
}

void want_all(const Plan& plan, const RowResults& results, Blocks& blocks) {
  std::fill(blocks.wanted.begin(), blocks.wanted.end(), 0);
  blocks.exact_gates = plan.exact_gates && !results.gates.empty();
  want(plan.needed, blocks);
  if (results.verdict != nullptr) {
    want(plan.standards, blocks);
  }
  if (!results.gates.empty()) {
    want(plan.gates, blocks);
  }
  for (const TierTest& tier : plan.tiers) {
    if (results.tier != nullptr && tier.test != kNone) {
      blocks.wanted[tier.test] = 1;
    }
  }
  for (std::size_t i = plan.tests.size(); i > 0; --i) {
    if (blocks.wanted[i - 1] != 0) {
      want(plan.tests[i - 1].parts, blocks);
    }
  }
}

}  // namespace

void settle_tests(const Plan& plan, const RowResults& results, Blocks& blocks) {
  want_all(plan, results, blocks);
  for (std::size_t i = 0; i < plan.tests.size(); ++i) {
    const Test& test = plan.tests[i];
    blocks.varies[i] = test.of_score || differs(test, blocks) ? 1 : 0;
    if (blocks.varies[i] != 0) {
      continue;
    }
    if (is_count(test)) {
      blocks.truths[i].fill(count_of_shop(test, plan.shop.metrics[test.index]));
    } else {
      test_input(test, kRows, blocks, blocks.truths[i]);
    }
  }
}

void test_inputs(const Plan& plan, std::size_t rows, Blocks& blocks) {
  for (std::size_t i = 0; i < plan.tests.size(); ++i) {
    const Test& test = plan.tests[i];
    if (blocks.wanted[i] == 0) {
      continue;
    }
    if (test.kind == Test::Kind::node || test.kind == Test::Kind::unrounded) {
      std::fill_n(
          blocks.truths[i].begin(), rows,
          test.kind == Test::Kind::node || test.known == kCompare ? test.unknown : test.known);
    } else if (!test.of_score && blocks.varies[i] != 0) {
      test_input(test, rows, blocks, blocks.truths[i]);
    }
  }
}

void test_variant(const Plan& plan, const Variant& variant, std::size_t number, std::size_t rows,
                  Blocks& blocks) {
  for (std::size_t t = 0; t < plan.tests.size(); ++t) {
    const Test& test = plan.tests[t];
    const bool of_node = test.kind == Test::Kind::node;
    // A node without a score is compared as it is given.
    if (blocks.wanted[t] == 0 || (!of_node && test.kind != Test::Kind::unrounded) ||
        (of_node && variant.present[test.index] == 0)) {
      continue;
    }
    const std::size_t score = of_node ? variant.score[test.index] : 0;
    const bool wide = of_node ? blocks.wide[score] != 0 : blocks.sum_wide;
    const Numbers& low = of_node ? blocks.low[score] : blocks.sum_low;
    const Numbers& high = !wide ? low : of_node ? blocks.high[score] : blocks.sum_high;
    const std::int64_t slack = of_node ? variant.slack[test.index] : variant.sum.slack;
    for (std::size_t i = 0; i < rows; ++i) {
      if (blocks.variant[i] != number) {
        continue;
      }
      std::uint8_t again = 0;
      const Tri truth = meets_between(variant.bounds[t], low[i], high[i],
                                      blocks.inexact[i] != 0 ? slack : 0, again);
      blocks.truths[t][i] = test.known == kCompare ? truth : test.known;
      blocks.again[i] |= test.known == kCompare ? again : std::uint8_t{0};
    }
  }
}

void test_scores(const Plan& plan, std::size_t rows, Blocks& blocks) {
  for (std::size_t t = 0; t < plan.tests.size(); ++t) {
    const Test& test = plan.tests[t];
    Bytes& truths = blocks.truths[t];
    if (!test.of_score || blocks.wanted[t] == 0) {
      continue;
    }
    switch (test.kind) {
      case Test::Kind::shown:
        test_shown(test, rows, blocks, truths);
        break;
      case Test::Kind::stage:
        test_stage(test, rows, blocks, truths);
        break;
      case Test::Kind::unrounded:
        test_unrounded(test, rows, blocks, truths);
        break;
      case Test::Kind::all:
      case Test::Kind::any:
        join(test, rows, blocks, truths);
        break;
      case Test::Kind::node:  // test_variant has
      case Test::Kind::fixed:
      case Test::Kind::metric:
      case Test::Kind::count:
      case Test::Kind::sample:
        break;
    }
  }
}

}  // namespace shopgauge::compiled

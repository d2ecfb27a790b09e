// Every counter of a rule over every sequence of up to six months, against what its text says.

#include "core/cycle/count.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace shopgauge {
namespace {

constexpr std::size_t kMonths = 6;
constexpr Counter kCounters[] = {Counter::failures, Counter::passes_in_a_row,
                                 Counter::failures_in_a_row, Counter::each_failure,
                                 Counter::each_pass};

// Every text over the letters of up to so many months; 'p' passed, 'f' failed, '-' pending, 'n' not
// assessed.
std::vector<std::string> all_texts(std::string_view letters, std::size_t most) {
  std::vector<std::string> texts = {""};
  for (std::size_t begin = 0, length = 0; length < most; ++length) {
    const std::size_t end = texts.size();
    for (; begin < end; ++begin) {
      for (const char letter : letters) {
        texts.push_back(texts[begin] + letter);
      }
    }
  }
  return texts;
}

MonthVerdict verdict_of(char letter) {
  return letter == 'p'   ? MonthVerdict::pass
         : letter == 'f' ? MonthVerdict::fail
         : letter == 'n' ? MonthVerdict::not_assessed
         : letter == 'u' ? MonthVerdict::undetermined
                         : MonthVerdict::pending;
}

struct Shape {
  Counter on = Counter::failures;
  int reaches = 1;
  int blocks = 0;
  bool again = false;
};

bool in_a_row(Counter on) {
  return on == Counter::passes_in_a_row || on == Counter::failures_in_a_row;
}
bool of_each(Counter on) { return on == Counter::each_failure || on == Counter::each_pass; }
char counted_by(Counter on) {
  return on == Counter::passes_in_a_row || on == Counter::each_pass ? 'p' : 'f';
}

PhaseRule rule_of(const Shape& shape) {
  PhaseRule rule;
  rule.on = shape.on;
  rule.reaches = shape.reaches;
  rule.blocks = shape.blocks;
  rule.again = shape.again;
  return rule;
}

std::string name(const Shape& shape, const std::string& months) {
  const char* names[] = {"failures", "passes_in_a_row", "failures_in_a_row", "each_failure",
                         "each_pass"};
  return std::string(names[static_cast<int>(shape.on)]) + " reaches " +
         std::to_string(shape.reaches) + " blocks " + std::to_string(shape.blocks) +
         (shape.again ? " again " : " ") + months;
}

// What the engine says after each month: '!' where the rule fires, and the counter.
struct Counted {
  std::string fired;
  std::vector<int> counts;
  bool could_fire = false;
};

Counted count(const Shape& shape, const std::string& months) {
  const PhaseRule rule = rule_of(shape);
  RuleCount state;
  Counted counted;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const MonthVerdict verdict = verdict_of(months[i]);
    count_month(rule, verdict, static_cast<int>(i), state);
    const bool now = fires(rule, verdict, state);
    if (now) {
      state.fired = !rule.again;
    }
    counted.fired += now ? '!' : '.';
    counted.counts.push_back(state.count);
  }
  counted.could_fire = could_fire(rule, state);
  return counted;
}

std::size_t begin_of_block(const Shape& shape, std::size_t month) {
  return shape.blocks == 0 ? 0 : month - month % static_cast<std::size_t>(shape.blocks);
}

// The months of the kind that is counted, from the block's first on, up to this one; in a row: with
// nothing but months that are not assessed between them.
int counter_at(const Shape& shape, const std::string& months, std::size_t month) {
  int count = 0;
  for (std::size_t i = month + 1; i > begin_of_block(shape, month); --i) {
    const char letter = months[i - 1];
    if (letter == counted_by(shape.on)) {
      ++count;
    } else if (in_a_row(shape.on) && letter != 'n') {
      break;
    }
  }
  return count;
}

// The rule's text: each such month; or the month of the counted kind with which the counter reaches
// the number: the first one alone, or each.
std::string told(const Shape& shape, const std::string& months) {
  std::string fired;
  for (std::size_t i = 0; i < months.size(); ++i) {
    bool now = months[i] == counted_by(shape.on);
    if (!of_each(shape.on)) {
      now = now && counter_at(shape, months, i) == shape.reaches;
      now = now && (shape.again || fired.find('!') == std::string::npos);
    }
    fired += now ? '!' : '.';
  }
  return fired;
}

template <typename Check>
void for_each_shape(const Check& check) {
  for (const Counter on : kCounters) {
    for (int reaches = 1; reaches <= (of_each(on) ? 1 : 3); ++reaches) {
      for (int blocks = 0; blocks <= 3; ++blocks) {
        for (const bool again : {false, true}) {
          check(Shape{on, reaches, blocks, again || of_each(on)});
        }
      }
    }
  }
}

TEST(Count, EveryRuleFiresWhereItsTextSays) {
  const std::vector<std::string> all = all_texts("pf-n", kMonths);
  for_each_shape([&](const Shape& shape) {
    if (shape.blocks > 0 && !shape.again) {
      return;  // below
    }
    for (const std::string& months : all) {
      ASSERT_EQ(count(shape, months).fired, told(shape, months)) << name(shape, months);
    }
  });
}

// "A rule fires once in each run of a phase, with again each time": blocks do not say again.
TEST(Count, ARuleWithBlocksFiresOnceInARunUnlessItSaysAgain) {
  for_each_shape([&](const Shape& shape) {
    if (shape.blocks == 0 || shape.again) {
      return;
    }
    for (const std::string& months : all_texts("pf-n", kMonths)) {
      ASSERT_EQ(count(shape, months).fired, told(shape, months)) << name(shape, months);
    }
  });
}

// A row is shown as it stands while a month is not known or not assessed.
TEST(Count, TheCounterIsWhatWasCountedUpToTheMonth) {
  for_each_shape([&](const Shape& shape) {
    if (of_each(shape.on)) {
      return;
    }
    for (const std::string& months : all_texts("pf-n", kMonths)) {
      const Counted counted = count(shape, months);
      int shown = 0;
      for (std::size_t i = 0; i < months.size(); ++i) {
        shown = begin_of_block(shape, i) == i ? 0 : shown;
        if (!in_a_row(shape.on) || months[i] == 'p' || months[i] == 'f') {
          shown = counter_at(shape, months, i);
        }
        ASSERT_EQ(counted.counts[i], shown) << name(shape, months) << " month " << i;
      }
    }
  });
}

TEST(Count, AMonthThatIsUndeterminedIsAsOpenAsOneThatIsNotGiven) {
  for_each_shape([&](const Shape& shape) {
    for (const std::string& months : all_texts("pf-", 5)) {
      std::string other = months;
      std::replace(other.begin(), other.end(), '-', 'u');
      ASSERT_EQ(count(shape, other).fired, count(shape, months).fired) << name(shape, months);
      ASSERT_EQ(count(shape, other).counts, count(shape, months).counts) << name(shape, months);
      ASSERT_EQ(count(shape, other).could_fire, count(shape, months).could_fire)
          << name(shape, months);
    }
  });
}

// Whether any way of filling the open months makes the rule fire.
bool may_fire(const Shape& shape, const std::string& months) {
  const std::size_t open = months.find('-');
  if (open == std::string::npos) {
    return told(shape, months).find('!') != std::string::npos;
  }
  for (const char letter : {'p', 'f', 'n'}) {
    std::string filled = months;
    filled[open] = letter;
    if (may_fire(shape, filled)) {
      return true;
    }
  }
  return false;
}

// Where the rule has not fired by what is known.
void expect_could_fire(const Shape& shape) {
  for (const std::string& months : all_texts("pf-n", 5)) {
    const Counted counted = count(shape, months);
    if (counted.fired.find('!') == std::string::npos) {
      ASSERT_EQ(counted.could_fire, may_fire(shape, months)) << name(shape, months);
    }
  }
}

TEST(CouldFire, FailuresThatMayHaveReachedTheNumberInAnyBlock) {
  for (int reaches = 1; reaches <= 3; ++reaches) {
    for (int blocks = 0; blocks <= 3; ++blocks) {
      expect_could_fire({Counter::failures, reaches, blocks, false});
    }
  }
}

TEST(CouldFire, OpenMonthsMayHaveMadeARow) {
  for (const Counter on : {Counter::failures_in_a_row, Counter::passes_in_a_row}) {
    for (int reaches = 1; reaches <= 3; ++reaches) {
      expect_could_fire({on, reaches, 0, false});
    }
  }
}

TEST(CouldFire, ARowLiesWithinOneBlock) {
  for (const Counter on : {Counter::failures_in_a_row, Counter::passes_in_a_row}) {
    for (int reaches = 1; reaches <= 3; ++reaches) {
      for (int blocks = 1; blocks <= 3; ++blocks) {
        expect_could_fire({on, reaches, blocks, false});
      }
    }
  }
}

TEST(CouldFire, AnOpenMonthMayHaveBeenOneOfEach) {
  for (const Counter on : {Counter::each_failure, Counter::each_pass}) {
    expect_could_fire({on, 1, 0, true});
  }
}

TEST(Applies, TheDowngradesLieWithinBothEnds) {
  PhaseRule rule;
  for (int downgrades = 0; downgrades <= 4; ++downgrades) {
    EXPECT_TRUE(applies(rule, downgrades));
  }
  rule.downgrades_at_least = 2;
  for (int downgrades = 0; downgrades <= 4; ++downgrades) {
    EXPECT_EQ(applies(rule, downgrades), downgrades >= 2) << downgrades;
  }
  rule.downgrades_at_most = 3;
  for (int downgrades = 0; downgrades <= 4; ++downgrades) {
    EXPECT_EQ(applies(rule, downgrades), downgrades >= 2 && downgrades <= 3) << downgrades;
  }
  rule.downgrades_at_least.reset();
  for (int downgrades = 0; downgrades <= 4; ++downgrades) {
    EXPECT_EQ(applies(rule, downgrades), downgrades <= 3) << downgrades;
  }
}

}  // namespace
}  // namespace shopgauge

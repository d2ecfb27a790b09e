// The compiled program on small documents, worked by hand from their rules; and that its run over
// rows that it can decide allocates nothing. That it agrees with `assess` on every shipped edition
// is tested in tests/property.

#include "core/scoring/compiled.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <limits>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "core/scoring/assess.h"
#include "tests/scoring/small_reading.h"

namespace {

std::atomic<std::size_t> allocations{0};

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size)) {
    return memory;
  }
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace shopgauge {
namespace {

using small::fill;
using small::give;
using small::node;
using small::official;

constexpr InputState kValue = InputState::value;

// Quality, a line from 0 at 4 to 100 at 4.9, weighs 2/3; returns, 100 up to 1 %, 60 up to 4 %, then
// 0, weigh 1/3 and are optional. 5 points for a bonus, 2 less for each case but at most 10; between
// 0 and 100. Fewer than 30 orders: no score.
Program program() {
  small::Document document;
  document.metrics = small::metric("quality", "mean") + ", " +
                     small::ranged("returns", "rate", "lower", "[0, 1]") + ", " +
                     small::flag("bonus") + ", " + small::metric("cases", "count") + ", " +
                     small::metric("orders", "count");
  const std::string steps =
      R"({"kind": "steps", "closed": "right", "rows": [[0, 0.01, 100], [0.01, 0.04, 60], [0.04, 1, 0]], "status": "official", "source": "rulebook"})";
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"},
      "not_scored": [{"reason": "too_few_orders", "when": {"metric": "orders", "below": $}}],
      "nodes": [$, $],
      "adjustments": [{"id": "bonus", "title": $, "when": {"metric": "bonus", "is": true}, "points": $},
        {"id": "cases", "title": $, "metric": "cases", "each": $, "limit": $},
        {"id": "cap", "title": $, "at_most": $}, {"id": "floor", "title": $, "at_least": $}]})",
      {official("30"),
       small::indicator("quality", official(R"({"num": 2, "den": 3})"),
                        small::straight("[[4, 0], [4.9, 100]]")),
       small::indicator("returns", official(R"({"num": 1, "den": 3})"), steps, "[0, 100]",
                        R"(, "optional": true)"),
       small::kText, official("5"), small::kText, official("-2"), official("-10"), small::kText,
       official("100"), small::kText, official("0")});
  document.standards = fill(
      R"({"id": "returns", "title": $, "metric": "returns", "at_most": $, "or": [{"metric": "cases", "at_most": $}]})",
      {small::kText, official("0.04"), official("1")});
  document.gates = fill(
      R"({"id": "feed", "title": $, "when": {"score": "value", "at_least": $}, "consequence": $, "status": "official", "source": "rulebook"},
         {"id": "few", "title": $, "when": {"count_of": "returns", "at_most": $}, "consequence": $, "status": "official", "source": "rulebook"})",
      {small::kText, official("60"), small::kText, small::kText, official("3"), small::kText});
  document.tiers = fill(
      R"({"id": "gold", "title": $, "when": {"score": "value", "at_least": $}, "consequences": [], "status": "official", "source": "rulebook"},
         {"id": "none", "title": $, "not_scored": true, "consequences": [], "status": "official", "source": "rulebook"},
         {"id": "plain", "title": $, "consequences": [], "status": "official", "source": "rulebook"})",
      {small::kText, official("80"), small::kText, small::kText});
  document.texts = "reason.too_few_orders";
  return small::read(document);
}

struct Cell {
  InputState state = InputState::absent;
  std::int64_t num = 0;
  std::int64_t den = 1;
};

Cell of(std::int64_t num, std::int64_t den = 1) { return {kValue, num, den}; }

// Rows of the program's five metrics, all columns with all their parts.
class Table {
 public:
  explicit Table(const Program& rules) : columns_(rules.metrics.size()), rules_(rules) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      num_.emplace_back();
      den_.emplace_back();
      state_.emplace_back();
    }
  }

  void add(const std::vector<Cell>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      num_[i].push_back(row[i].num);
      den_[i].push_back(row[i].den);
      state_[i].push_back(row[i].state);
    }
    ++rows_;
  }

  // Rates are counts.
  [[nodiscard]] const std::vector<Column>& columns() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool rate = rules_.metrics[i].kind == MetricKind::rate;
      columns_[i] = {num_[i].data(), den_[i].data(), state_[i].data(), rate, nullptr};
    }
    return columns_;
  }
  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  std::vector<std::vector<std::int64_t>> num_;
  std::vector<std::vector<std::int64_t>> den_;
  std::vector<std::vector<InputState>> state_;
  std::vector<Column> columns_;
  const Program& rules_;
  std::size_t rows_ = 0;
};

struct Answers {
  Answers(std::size_t rows, std::size_t gate_count)
      : status(rows), low(rows), high(rows), verdict(rows), tier(rows), answers(gate_count) {
    for (std::vector<Answer>& gate : answers) {
      gate.resize(rows);
      gates.push_back(gate.data());
    }
  }

  [[nodiscard]] RowResults results() {
    return {status.data(), low.data(), high.data(), verdict.data(), tier.data(), gates};
  }

  // "72..74 yes; gates yes no; tier 0"; "no score" before the semicolon.
  [[nodiscard]] std::string row(std::size_t i) const {
    constexpr std::string_view kWords[] = {"no", "yes", "open", "none"};
    const auto word = [&](Answer answer) {
      return std::string(kWords[static_cast<std::size_t>(answer)]);
    };
    std::string text = status[i] == AssessmentStatus::not_scored ? "no score"
                       : status[i] == AssessmentStatus::scored
                           ? std::to_string(low[i]) + ".." + std::to_string(high[i])
                       : status[i] == AssessmentStatus::judged ? "judged"
                                                               : "not applicable";
    text += " " + word(verdict[i]) + "; gates";
    for (const std::vector<Answer>& gate : answers) {
      text += " " + word(gate[i]);
    }
    return text + "; tier " +
           (tier[i] == kTierOpen ? "open"
            : tier[i] == kNoTier ? "none"
                                 : std::to_string(tier[i]));
  }

  std::vector<AssessmentStatus> status;
  std::vector<std::int64_t> low;
  std::vector<std::int64_t> high;
  std::vector<Answer> verdict;
  std::vector<std::uint8_t> tier;
  std::vector<std::vector<Answer>> answers;
  std::vector<Answer*> gates;
};

struct Ran {
  std::vector<std::string> rows;
  std::size_t exact = 0;
};

Ran run_rows(const Program& rules, const Reading& shop, const std::vector<std::vector<Cell>>& rows,
             const Reading* today = nullptr) {
  const Compilation made = compile(rules, shop, today);
  EXPECT_TRUE(made.program.has_value()) << made.reason;
  Table table(rules);
  for (const std::vector<Cell>& row : rows) {
    table.add(row);
  }
  Answers answers(rows.size(), rules.gates.size());
  Scratch scratch(*made.program);
  Ran ran;
  ran.exact = run(*made.program, table.columns(), rows.size(), answers.results(), scratch);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ran.rows.push_back(answers.row(i));
  }
  return ran;
}

std::string run_row(const std::vector<Cell>& row) {
  const Program rules = program();
  return run_rows(rules, empty_reading(rules), {row}).rows.front();
}

// quality, returns, bonus, cases, orders
TEST(Compiled, ScoresLinesAndSteps) {
  // (4.36 - 4) / 0.9 * 100 = 40, weighed 26.67; 3 of 300 are 1 %: 100, weighed 33.33.
  EXPECT_EQ(run_row({of(436, 100), of(3, 300), of(0), of(0), of(30)}),
            "60..60 yes; gates yes yes; tier 2");
  // One return more than 1 %: 60. 26.67 + 20 = 46.67.
  EXPECT_EQ(run_row({of(436, 100), of(4, 300), of(0), of(0), of(30)}),
            "47..47 yes; gates no no; tier 2");
  // Beyond the knots the ends hold: 100 * 2/3 + 100 / 3, and 5 more are cut.
  EXPECT_EQ(run_row({of(5), of(0, 300), of(1), of(0), of(30)}),
            "100..100 yes; gates yes yes; tier 0");
  EXPECT_EQ(run_row({of(3), of(1, 2), of(0), of(1), of(30)}), "0..0 yes; gates no yes; tier 2");
}

TEST(Compiled, RoundsTiesUp) {
  // 4.0135 brings 1.5 points, weighed 1; 60 weighed 20. A bonus of 5, one case of -2: 24.
  EXPECT_EQ(run_row({of(40135, 10000), of(4, 100), of(1), of(1), of(30)}),
            "24..24 yes; gates no no; tier 2");
  // 4.00675 brings 0.75, weighed 0.5: 20.5 is a tie.
  const Program rules = program();
  const Ran tie = run_rows(rules, empty_reading(rules),
                           {{of(400675, 100000), of(4, 100), of(0), of(0), of(30)},
                            {of(400674, 100000), of(4, 100), of(0), of(0), of(30)}});
  EXPECT_EQ(tie.rows[0], "21..21 yes; gates no no; tier 2");
  EXPECT_EQ(tie.rows[1], "20..20 yes; gates no no; tier 2");
}

TEST(Compiled, CountsCasesUpToTheLimit) {
  for (const auto& [cases, score] : {std::pair(4, 92), {5, 90}, {6, 90}, {600, 90}}) {
    EXPECT_EQ(run_row({of(5), of(0, 9), of(0), of(cases), of(30)}),
              std::to_string(score) + ".." + std::to_string(score) + " yes; gates yes yes; tier 0");
  }
}

TEST(Compiled, FewOrdersHaveNoScore) {
  EXPECT_EQ(run_row({of(5), of(0, 9), of(0), of(0), of(29)}),
            "no score yes; gates none yes; tier 1");
  // Orders not known: the score that there would be, and either tier.
  EXPECT_EQ(run_row({of(5), of(0, 9), of(0), of(0), {InputState::unknown}}),
            "100..100 yes; gates yes yes; tier open");
}

TEST(Compiled, WhatIsMissingSpansItsRange) {
  const Cell unknown{InputState::unknown};
  const Cell absent{InputState::absent};
  const Cell no_sample{InputState::no_sample};
  // Quality weighs 2/3: 20 to 86.67. Without returns it is all.
  EXPECT_EQ(run_row({unknown, of(4, 100), of(0), of(0), of(30)}),
            "20..87 yes; gates open no; tier open");
  EXPECT_EQ(run_row({of(436, 100), absent, of(0), of(2), of(30)}),
            "36..36 open; gates no open; tier 2");
  // No sample of returns: 26.67 to 60, and none of none is a count of 0.
  EXPECT_EQ(run_row({of(436, 100), no_sample, of(0), of(0), of(30)}),
            "27..60 yes; gates open yes; tier 2");
  // Bonus and cases: absent is not applied, unknown is open.
  EXPECT_EQ(run_row({of(436, 100), of(3, 300), absent, absent, of(30)}),
            "60..60 yes; gates yes yes; tier 2");
  EXPECT_EQ(run_row({of(436, 100), of(3, 300), unknown, unknown, of(30)}),
            "50..65 yes; gates open yes; tier 2");
}

TEST(Compiled, MixedRowsAreIndependent) {
  const Program rules = program();
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> expected;
  for (int i = 0; i < 200; ++i) {
    rows.push_back({of(436, 100), of(3, 300), of(0), of(0), of(30)});
    expected.emplace_back("60..60 yes; gates yes yes; tier 2");
    rows.push_back({of(436, 100), {}, of(0), of(2), of(30)});
    expected.emplace_back("36..36 open; gates no open; tier 2");
    rows.push_back({of(436, 100), {InputState::no_sample}, of(0), of(0), of(29)});
    expected.emplace_back("no score yes; gates none yes; tier 1");
  }
  EXPECT_EQ(run_rows(rules, empty_reading(rules), rows).rows, expected);
}

TEST(Compiled, HugeCountsAreExact) {
  constexpr std::int64_t kHuge = 1'000'000'000'000'000'000;
  // Exactly 1 %, and one in 10^18 more.
  EXPECT_EQ(run_row({of(5), of(kHuge / 100, kHuge), of(0), of(0), of(30)}),
            "100..100 yes; gates yes no; tier 0");
  EXPECT_EQ(run_row({of(5), of(kHuge / 100 + 1, kHuge), of(0), of(0), of(30)}),
            "87..87 yes; gates yes no; tier 0");
  // 4.00675 of as many ratings as 64 bits hold: the tie, and the least below it.
  constexpr std::int64_t kRatings = 2'000'000'000'000'000'000;
  const std::int64_t sum = kRatings / 100'000 * 400'675;
  EXPECT_EQ(run_row({of(sum, kRatings), of(4, 100), of(0), of(0), of(30)}),
            "21..21 yes; gates no no; tier 2");
  EXPECT_EQ(run_row({of(sum - 1, kRatings), of(4, 100), of(0), of(0), of(30)}),
            "20..20 yes; gates no no; tier 2");
}

TEST(Compiled, ColumnsMayBeLeftOut) {
  const Program rules = program();
  Reading shop = empty_reading(rules);
  give(shop, rules, "quality", Rational::ratio(436, 100));
  small::give_counts(shop, rules, "returns", R"({"num": 3, "den": 300})");
  give(shop, rules, "orders", 30);
  const Compilation made = compile(rules, shop);
  ASSERT_TRUE(made.program.has_value()) << made.reason;
  std::vector<Column> columns(rules.metrics.size());
  const std::int64_t cases[] = {0, 1, 2};
  columns[3].num = cases;
  Answers answers(3, rules.gates.size());
  Scratch scratch(*made.program);
  EXPECT_EQ(run(*made.program, columns, 3, answers.results(), scratch), 0U);
  EXPECT_EQ(answers.row(0), "60..60 yes; gates yes yes; tier 2");
  EXPECT_EQ(answers.row(2), "56..56 yes; gates no yes; tier 2");
}

TEST(Compiled, PlainRatesHaveNoCounts) {
  const Program rules = program();
  Reading shop = empty_reading(rules);
  give(shop, rules, "quality", 5);
  give(shop, rules, "orders", 30);
  const Compilation made = compile(rules, shop);
  ASSERT_TRUE(made.program.has_value()) << made.reason;
  std::vector<Column> columns(rules.metrics.size());
  const std::int64_t num[] = {3, 3};
  const std::int64_t den[] = {300, 300};
  const std::uint8_t counted[] = {0, 1};
  columns[1] = {num, den, nullptr, false, counted};
  Answers answers(2, rules.gates.size());
  Scratch scratch(*made.program);
  EXPECT_EQ(run(*made.program, columns, 2, answers.results(), scratch), 0U);
  EXPECT_EQ(answers.row(0), "100..100 yes; gates yes open; tier 0");
  EXPECT_EQ(answers.row(1), "100..100 yes; gates yes yes; tier 0");
}

TEST(Compiled, AGivenScoreMovesByItsCurve) {
  const Program rules = program();
  Reading today = empty_reading(rules);
  give(today, rules, "quality", Rational::ratio(436, 100));  // the line says 40, the page 50
  node(today, rules, "quality").given = 50;
  // Returns bring 100 / 3. As it was: 50 * 2/3. At 4.45 the line says 50: 60. At 5 it says 100, and
  // 110 is cut to 100.
  const Ran ran = run_rows(rules, today,
                           {{of(436, 100), of(0, 9), of(0), of(0), of(30)},
                            {of(445, 100), of(0, 9), of(0), of(0), of(30)},
                            {of(5), of(0, 9), of(0), of(0), of(30)},
                            {{InputState::unknown}, of(0, 9), of(0), of(0), of(30)}},
                           &today);
  EXPECT_EQ(ran.rows[0], "67..67 yes; gates yes yes; tier 2");
  EXPECT_EQ(ran.rows[1], "73..73 yes; gates yes yes; tier 2");
  EXPECT_EQ(ran.rows[2], "100..100 yes; gates yes yes; tier 0");
  EXPECT_EQ(ran.rows[3], "67..67 yes; gates yes yes; tier 2");
}

TEST(Compiled, RowsOnAnEdgeGoTheExactWay) {
  // Scores of sevenths of 10^16ths around a tie: no unit holds them, and assess decides.
  const Program rules = program();
  constexpr std::int64_t kDen = 700'000'000'000'000'000;
  const std::int64_t tie = kDen / 100'000 * 400'675;
  const Ran ran = run_rows(rules, empty_reading(rules),
                           {{of(tie - 1, kDen), of(4, 100), of(0), of(0), of(30)},
                            {of(436, 100), of(4, 100), of(0), of(0), of(30)}});
  EXPECT_EQ(ran.exact, 1U);
  EXPECT_EQ(ran.rows[0], "20..20 yes; gates no no; tier 2");
}

// Two halves as typed in, and a gate at 10.5 before rounding.
Program halves() {
  small::Document document;
  document.metrics = small::metric("one") + ", " + small::metric("two");
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"},
      "nodes": [$]})",
      {small::dimension("both", official("1"),
                        small::indicator("one", official("0.5"), small::kIdentity) + ", " +
                            small::indicator("two", official("0.5"), small::kIdentity))});
  document.gates = fill(
      R"({"id": "exact", "title": $, "when": {"score": "unrounded", "at_least": $}, "consequence": $, "status": "official", "source": "rulebook"},
         {"id": "node", "title": $, "when": {"node": "both", "above": $}, "consequence": $, "status": "official", "source": "rulebook"})",
      {small::kText, official("10.5"), small::kText, small::kText, official("10.5"), small::kText});
  return small::read(document);
}

TEST(Compiled, FractionsThatMakeATieTogetherAreExact) {
  // (10 1/7 + 10 6/7) / 2 = 10.5; a little less; a little more.
  const Program rules = halves();
  constexpr std::int64_t kMany = 7'000'000'000'000'000;
  const Ran ran = run_rows(rules, empty_reading(rules),
                           {{of(71, 7), of(76, 7)},
                            {of(71, 7), of(76 * (kMany / 7) - 1, kMany)},
                            {of(71, 7), of(76 * (kMany / 7) + 1, kMany)},
                            {of(71, 7), of(83, 7)}});
  EXPECT_EQ(ran.rows[0], "11..11 none; gates yes no; tier none");
  EXPECT_EQ(ran.rows[1], "10..10 none; gates no no; tier none");
  EXPECT_EQ(ran.rows[2], "11..11 none; gates yes yes; tier none");
  EXPECT_EQ(ran.rows[3], "11..11 none; gates yes yes; tier none");
  EXPECT_EQ(ran.exact, 3U);
}

TEST(Compiled, AMovedGivenScoreIsExact) {
  const Program rules = halves();
  Reading today = empty_reading(rules);
  give(today, rules, "one", Rational::ratio(1, 7));
  give(today, rules, "two", Rational::ratio(6, 7));
  node(today, rules, "both").given = Rational::ratio(21, 2);
  // As today: the given tie, without a look at the parts. Then 2/7 and 9/7 more in halves: 0.5 more
  // and a little beyond 11; then 1 and 1: (6/7 + 1/7) / 2 = 0.5 more.
  const Ran ran =
      run_rows(rules, today, {{of(1, 7), of(6, 7)}, {of(1, 7), of(2)}, {of(1), of(1)}}, &today);
  EXPECT_EQ(ran.rows[0], "11..11 none; gates yes no; tier none");
  EXPECT_EQ(ran.rows[1], "11..11 none; gates yes yes; tier none");
  EXPECT_EQ(ran.rows[2], "11..11 none; gates yes yes; tier none");
  EXPECT_EQ(ran.exact, 0U);
  node(today, rules, "both").given = 10;
  const Ran tie = run_rows(rules, today, {{of(1), of(1)}}, &today);
  EXPECT_EQ(tie.rows[0], "11..11 none; gates yes no; tier none");
}

TEST(Compiled, ARunAllocatesNothing) {
  const Program rules = program();
  const Compilation made = compile(rules, empty_reading(rules));
  ASSERT_TRUE(made.program.has_value()) << made.reason;
  Table table(rules);
  constexpr InputState kStates[] = {kValue, kValue, InputState::absent, InputState::unknown,
                                    InputState::no_sample};
  for (std::int64_t i = 0; i < 3000; ++i) {
    std::vector<Cell> row = {of(4 * (i + 1) + i % 7, i + 1), of(i % 5, 100 + i), of(i % 2),
                             of(i % 8), of(20 + i % 40)};
    row[static_cast<std::size_t>(i % 4)].state = kStates[i % 5];
    table.add(row);
  }
  Answers answers(table.rows(), rules.gates.size());
  Scratch scratch(*made.program);
  const RowResults results = answers.results();
  const std::vector<Column>& columns = table.columns();
  const std::size_t before = allocations;
  const std::size_t exact = run(*made.program, columns, table.rows(), results, scratch);
  const std::size_t after = allocations;
  EXPECT_EQ(exact, 0U);
  EXPECT_EQ(after, before);
}

TEST(Compiled, WhatIsTooFineIsRefused) {
  const Program rules = program();
  Reading shop = empty_reading(rules);
  node(shop, rules, "quality").weight = Rational::ratio(1, 999'999'999'999'999'989);
  node(shop, rules, "returns").weight =
      Rational::ratio(999'999'999'999'999'988, 999'999'999'999'999'989);
  const Compilation made = compile(rules, shop);
  EXPECT_FALSE(made.program.has_value());
  EXPECT_NE(std::string_view(made.reason), "");
}

}  // namespace
}  // namespace shopgauge

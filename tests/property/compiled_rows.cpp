// Asks both for the same rows, and steers some of them to the edge of a rounding.

#include "tests/property/compiled_rows.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/api/request.h"
#include "core/base/decimal.h"
#include "core/rules/reader.h"
#include "core/scoring/assess.h"
#include "tests/api/corpus.h"
#include "tests/property/columns.h"
#include "tests/property/own_numbers.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

// Everything that a run answers for one row, as a text.
std::string answer_of(const Program& program, const Assessment& assessment) {
  std::string text = std::to_string(static_cast<int>(assessment.status));
  const auto shown = [&](const Rational& value) {
    return to_fraction(value * power_of_ten(program.score->digits));
  };
  if (assessment.score) {
    text += " " + shown(assessment.score->value.low) + ".." + shown(assessment.score->value.high);
  } else {
    text += " 0..0";
  }
  text += " v" + std::to_string(assessment.verdict ? static_cast<int>(*assessment.verdict) : 3);
  const Choice& tier = assessment.tier;
  text += " t" + std::to_string(tier.index              ? static_cast<int>(*tier.index)
                                : tier.possible.empty() ? int{kNoTier}
                                                        : int{kTierOpen});
  text += " g";
  for (const Gate& gate : program.gates) {
    int met = 3;
    for (const GateResult& result : assessment.gates) {
      met = result.gate == &gate ? static_cast<int>(result.met) : met;
    }
    text += std::to_string(met);
  }
  return text;
}

struct Answers {
  explicit Answers(std::size_t rows, std::size_t count)
      : status(rows), low(rows), high(rows), verdict(rows), tier(rows) {
    for (std::size_t i = 0; i < count; ++i) {
      gates.emplace_back(rows);
    }
    for (auto& gate : gates) {
      gate_columns.push_back(gate.data());
    }
  }

  RowResults results() {
    return {status.data(), low.data(), high.data(), verdict.data(), tier.data(), gate_columns};
  }

  [[nodiscard]] std::string text(std::size_t row) const {
    std::string text = std::to_string(static_cast<int>(status[row])) + " " +
                       std::to_string(low[row]) + ".." + std::to_string(high[row]) + " v" +
                       std::to_string(static_cast<int>(verdict[row])) + " t" +
                       std::to_string(tier[row]) + " g";
    for (const auto& gate : gates) {
      text += std::to_string(static_cast<int>(gate[row]));
    }
    return text;
  }

  std::vector<AssessmentStatus> status;
  std::vector<std::int64_t> low;
  std::vector<std::int64_t> high;
  std::vector<Answer> verdict;
  std::vector<std::uint8_t> tier;
  std::vector<std::vector<Answer>> gates;
  std::vector<Answer*> gate_columns;
};

class Comparer {
 public:
  Comparer(const std::string& document, std::uint64_t seed)
      : edition_(document), draw_(edition_, seed) {
    program_ = read_program(parse(read_file(document), document));
    pools_ = std::make_unique<Pools>(edition_, *program_, draw_);
  }

  void one_shop(std::size_t rows) {
    Json request = draw_.reading();
    if (program_->score) {
      add_own_numbers(edition_, draw_.random(), request);
    }
    const std::optional<Reading> shop = read(request);
    if (!shop) {
      return;
    }
    std::optional<Reading> today;
    if (draw_.random().chance(0.4)) {
      today = shop;
    }
    const Compilation made = compile(*program_, *shop, today ? &*today : nullptr);
    ++result_.shops;
    if (!made.program) {
      ++result_.refused;
      if (std::find(result_.refusals.begin(), result_.refusals.end(), made.reason) ==
          result_.refusals.end()) {
        result_.refusals.emplace_back(made.reason);
      }
      return;
    }
    result_.anchored += today ? 1U : 0U;
    Rows drawn = draw_rows(*pools_, program_->metrics.size(), rows, draw_.random());
    for (std::size_t row = 0; program_->score && row < rows; row += 4) {
      steer_to_edge(*shop, today ? &*today : nullptr, row, drawn);
    }
    for (std::size_t metric = 0; metric < drawn.entries.size(); ++metric) {
      fill_column(metric, draw_.random(), drawn);
    }
    Answers answers(rows, program_->gates.size());
    Scratch scratch(*made.program);
    result_.exact += run(*made.program, drawn.columns, rows, answers.results(), scratch);
    compare_scores_alone(*made.program, drawn, answers, scratch);
    for (std::size_t row = 0; row < rows; ++row) {
      compare(*shop, today ? &*today : nullptr, request, drawn, answers, row);
    }
  }

  Agreement take() { return std::move(result_); }

 private:
  // Changes one metric so that the row's exact score is a tie of the rounding, or a little beside:
  // the sum of fractions that no unit holds.
  void steer_to_edge(const Reading& shop, const Reading* today, std::size_t row, Rows& drawn) {
    const RationalScope scope;
    const Reading reading = reading_of(shop, drawn, row);
    const Assessment assessment = assess(*program_, reading, today);
    if (!assessment.score || !assessment.score->unrounded.exact()) {
      return;
    }
    std::vector<const NodeResult*> leaves;
    find_lines(assessment.nodes, drawn, leaves);
    if (leaves.empty()) {
      return;
    }
    const NodeResult& leaf = *leaves[draw_.random().below(leaves.size())];
    const std::vector<Curve::Knot>& knots = leaf.curve->knots;
    const Curve::Knot& left = knots[leaf.row];
    const Curve::Knot& right = knots[leaf.row + 1];
    const Rational rise = (right.y - left.y) / (right.x - left.x) * leaf.share;
    if (rise.is_zero()) {
      return;
    }
    const Rational digit = Rational::ratio(1, power_of_ten(program_->score->digits));
    const Rational& score = assessment.score->unrounded.low;
    const Rational tie = floor_to(score, program_->score->digits) + digit / 2;
    const Rational beside =
        Rational::ratio(static_cast<std::int64_t>(draw_.random().below(3)) - 1, 1'000'000'000'000);
    const bool aside = draw_.random().chance(0.3);
    const Rational value = leaf.input->value + (tie - score + (aside ? beside : Rational())) / rise;
    const auto fraction = value.small();
    if (fraction && value > left.x && value < right.x) {
      drawn.steered.push_back(plain(fraction->numerator, fraction->denominator));
      drawn.entries[leaf.node->metric][row] = &drawn.steered.back();
      ++result_.steered;
    }
  }

  // Leaves on a line whose metric has a column, weighed into the total.
  static void find_lines(const std::vector<NodeResult>& nodes, const Rows& drawn,
                         std::vector<const NodeResult*>& leaves) {
    for (const NodeResult& node : nodes) {
      find_lines(node.nodes, drawn, leaves);
      if (node.basis == NodeBasis::computed && node.curve != nullptr &&
          node.curve->kind == Curve::Kind::linear && node.curve->knots.size() > 1 &&
          !node.share.is_zero() && !drawn.entries[node.node->metric].empty()) {
        leaves.push_back(&node);
      }
    }
  }

  [[nodiscard]] std::optional<Reading> read(const Json& request) const {
    Issues issues;
    const auto context = api::request_context(issues);
    Reading reading = api::read_reading(Cursor(request, context), *program_);
    return issues.empty() ? std::optional(std::move(reading)) : std::nullopt;
  }

  // Who asks for less gets the same.
  void compare_scores_alone(const CompiledProgram& compiled, const Rows& drawn,
                            const Answers& answers, Scratch& scratch) {
    const std::size_t rows = answers.low.size();
    std::vector<std::int64_t> low(rows);
    RowResults results;
    results.low = low.data();
    (void)run(compiled, drawn.columns, rows, results, scratch);
    if (low != answers.low) {
      result_.differences.emplace_back("a run for the low ends alone gives others");
    }
  }

  void compare(const Reading& shop, const Reading* today, const Json& request, const Rows& drawn,
               const Answers& answers, std::size_t row) {
    const RationalScope scope;
    const Reading reading = reading_of(shop, drawn, row);
    const Assessment assessment = assess(*program_, reading, today);
    const std::string expected = answer_of(*program_, assessment);
    ++result_.rows;
    result_.scored += assessment.score ? 1U : 0U;
    result_.open += assessment.score && !assessment.score->value.exact() ? 1U : 0U;
    if (expected != answers.text(row) && result_.differences.size() < 10) {
      result_.differences.push_back(
          describe(request, today != nullptr, reading, expected, answers.text(row)));
    }
  }

  std::string describe(const Json& request, bool anchored, const Reading& reading,
                       const std::string& expected, const std::string& found) const {
    std::string text = expected + " expected, found " + found + (anchored ? ", anchored" : "") +
                       "\n  " + written(request) + "\n ";
    for (std::size_t metric = 0; metric < reading.metrics.size(); ++metric) {
      const Input& input = reading.metrics[metric];
      text += " " + std::string(program_->metrics[metric].id) + "=" +
              (input.state == InputState::value
                   ? to_fraction(input.value)
                   : "state " + std::to_string(static_cast<int>(input.state)));
      text += input.given != nullptr ? " " + written(*input.given) : "";
    }
    return text;
  }

  Edition edition_;
  Draw draw_;
  std::unique_ptr<Program> program_;
  std::unique_ptr<Pools> pools_;
  Agreement result_;
};

}  // namespace

void add(Agreement& sum, const Agreement& part) {
  sum.shops += part.shops;
  sum.refused += part.refused;
  sum.anchored += part.anchored;
  sum.rows += part.rows;
  sum.exact += part.exact;
  sum.steered += part.steered;
  sum.scored += part.scored;
  sum.open += part.open;
  sum.refusals.insert(sum.refusals.end(), part.refusals.begin(), part.refusals.end());
  sum.differences.insert(sum.differences.end(), part.differences.begin(), part.differences.end());
}

Agreement compare_compiled(const std::string& document, std::uint64_t seed, std::size_t shops,
                           std::size_t rows) {
  Comparer comparer(document, seed);
  for (std::size_t i = 0; i < shops; ++i) {
    comparer.one_shop(rows);
  }
  return comparer.take();
}

}  // namespace shopgauge::tests

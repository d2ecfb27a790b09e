// Draws inputs of each metric once, around every number of the rules, and mixes rows of them.

#include "tests/property/compiled_rows.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/api/request.h"
#include "core/base/decimal.h"
#include "core/rules/reader.h"
#include "core/scoring/assess.h"
#include "tests/api/corpus.h"
#include "tests/property/steer.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

// One thing that a row may say of a metric, as a column has it and as a request would.
struct Entry {
  std::int64_t num = 0;
  std::int64_t den = 1;
  bool counted = false;
  Input input;
  std::unique_ptr<Json> given;
};

Entry plain(std::int64_t num, std::int64_t den) {
  Entry entry;
  entry.num = num;
  entry.den = den;
  entry.input = {InputState::value, Rational::ratio(num, den), nullptr};
  return entry;
}

Entry state(InputState state, bool counted = false) {
  Entry entry;
  entry.input.state = state;
  entry.counted = counted;
  return entry;
}

// A rate as events of cases, a mean as a sum over so many.
Entry counts(const Metric& metric, std::int64_t num, std::int64_t den) {
  Entry entry = den == 0 ? state(InputState::no_sample) : plain(num, den);
  const bool mean = metric.kind == MetricKind::mean;
  entry.counted = true;
  entry.given = std::make_unique<Json>(
      object({{mean ? "sum" : "num", number(num)}, {mean ? "n" : "den", number(den)}}));
  entry.input.given = entry.given.get();
  return entry;
}

bool admits(const Metric& metric, const Rational& value) {
  return (!metric.lowest || value >= *metric.lowest) &&
         (!metric.highest || value <= *metric.highest) &&
         (metric.kind != MetricKind::count || value.is_integer());
}

class Pools {
 public:
  Pools(const Edition& edition, const Program& program, Draw& draw)
      : edition_(edition), program_(program), random_(draw.random()) {
    for (const Metric& metric : program.metrics) {
      pools_.push_back(pool_of(metric, draw));
    }
  }

  [[nodiscard]] const std::vector<Entry>& of(std::size_t metric) const { return pools_[metric]; }
  // How many entries of the metric's pool, the first ones, are values.
  [[nodiscard]] std::size_t values(std::size_t metric) const { return values_[metric]; }

 private:
  // The first entries are values.
  std::vector<Entry> pool_of(const Metric& metric, Draw& draw) {
    std::vector<Entry> pool;
    const Json& json = edition_.metric(metric.id);
    if (metric.kind == MetricKind::flag) {
      pool.push_back(plain(0, 1));
      pool.push_back(plain(1, 1));
    } else {
      for (int i = 0; i < 30; ++i) {
        add(metric, draw.value(json), pool);
      }
      add(metric, edition_.best(json).number, pool);
      add(metric, edition_.worst(json).number, pool);
      for (const Rational& number : numbers_of(metric)) {
        add_around(metric, number, edition_.step(json), pool);
      }
    }
    values_.push_back(pool.size());
    pool.push_back(state(InputState::absent));
    pool.push_back(state(InputState::unknown));
    pool.push_back(state(InputState::no_sample));
    pool.push_back(state(InputState::no_score));
    if (metric.kind == MetricKind::rate || metric.kind == MetricKind::mean) {
      pool.push_back(counts(metric, 0, 0));
    }
    return pool;
  }

  // Thresholds, knots and ends of rows.
  std::vector<Rational> numbers_of(const Metric& metric) const {
    std::vector<Rational> numbers;
    for (const Leaf& leaf : edition_.leaves()) {
      const auto number = default_of(*leaf.threshold);
      if (leaf.id == metric.id && number) {
        numbers.push_back(*number);
      }
    }
    for (const auto& [path, number] : edition_.chosen()) {
      if (path.size() > metric.id.size() &&
          path.compare(path.size() - metric.id.size(), metric.id.size(), metric.id) == 0) {
        numbers.push_back(number);
      }
    }
    if (program_.score) {
      add_knots(program_.score->nodes, metric, numbers);
    }
    return numbers;
  }

  void add_knots(const std::vector<Node>& nodes, const Metric& metric,
                 std::vector<Rational>& numbers) const {
    for (const Node& node : nodes) {
      add_knots(node.nodes, metric, numbers);
      if (node.kind == NodeKind::indicator && &program_.metrics[node.metric] == &metric) {
        for (const Curve::Knot& knot : node.curve.knots) {
          numbers.push_back(knot.x);
        }
        for (const Curve::Row& row : node.curve.rows) {
          numbers.push_back(row.to);
        }
      }
    }
  }

  void add_around(const Metric& metric, const Rational& number, const Rational& step,
                  std::vector<Entry>& pool) {
    const Rational tiny = Rational::ratio(1, 1'000'000'000);
    for (const Rational& by : {-step, -tiny, Rational(), tiny, step}) {
      add(metric, number + by, pool);
    }
  }

  void add(const Metric& metric, const Rational& value, std::vector<Entry>& pool) {
    const auto fraction = value.small();
    if (!fraction || !admits(metric, value)) {
      return;
    }
    // Small, or as large as 64 bits admit.
    std::int64_t times = static_cast<std::int64_t>(1 + random_.below(40));
    if (random_.chance(0.15)) {
      times = std::int64_t{1} << random_.below(40);
    }
    constexpr std::int64_t kMost = 1'000'000'000'000'000'000;
    if (std::max(std::abs(fraction->numerator), fraction->denominator) > kMost / times) {
      times = 1;
    }
    const std::int64_t num = fraction->numerator * times;
    const std::int64_t den = fraction->denominator * times;
    const bool countable = metric.kind == MetricKind::rate || metric.kind == MetricKind::mean;
    if (countable && num >= 0 && random_.chance(0.5)) {
      pool.push_back(counts(metric, num, den));
    } else if (metric.kind == MetricKind::count) {
      pool.push_back(plain(fraction->numerator, 1));
    } else {
      pool.push_back(plain(num, den));
    }
    // An odd number of cases next to it.
    if (countable && random_.chance(0.5)) {
      const auto cases = static_cast<std::int64_t>(1 + random_.below(400));
      const auto events = to_int64(floor_to(value * cases, 0));
      if (events && *events >= 0 && admits(metric, Rational::ratio(*events, cases))) {
        pool.push_back(counts(metric, *events, cases));
      }
    }
  }

  const Edition& edition_;
  const Program& program_;
  Random& random_;
  std::vector<std::vector<Entry>> pools_;
  std::vector<std::size_t> values_;
};

// The columns of one run and the readings that they say.
struct Rows {
  struct Store {
    std::vector<std::int64_t> num;
    std::vector<std::int64_t> den;
    std::vector<InputState> state;
    std::vector<std::uint8_t> counted;
  };
  std::vector<Store> stores;
  std::vector<Column> columns;
  std::vector<std::vector<const Entry*>> entries;  // by metric, by row; empty: as the shop's
  std::deque<Entry> steered;                       // what steer_to_edge made
};

// How a column is filled.
enum class Way : std::uint8_t { shop, values, mixed, one, mostly_one };

void draw_column(const Pools& pools, std::size_t metric, std::size_t rows, bool missing,
                 Random& random, Rows& into) {
  const std::vector<Entry>& pool = pools.of(metric);
  const std::size_t values = pools.values(metric);
  const auto way = static_cast<Way>(random.below(5));
  if (way == Way::shop) {
    return;
  }
  const std::size_t usual =
      missing && random.chance(0.1) ? random.below(pool.size()) : random.below(values);
  std::vector<const Entry*>& entries = into.entries[metric];
  for (std::size_t i = 0; i < rows; ++i) {
    const bool other =
        way == Way::values || way == Way::mixed || (way == Way::mostly_one && random.chance(0.1));
    const bool any = missing && way == Way::mixed && random.chance(0.3);
    entries.push_back(&pool[!other ? usual
                            : any  ? random.below(pool.size())
                                   : random.below(values)]);
  }
}

void fill_column(std::size_t metric, Random& random, Rows& into) {
  const std::vector<const Entry*>& entries = into.entries[metric];
  Rows::Store& store = into.stores[metric];
  Column& column = into.columns[metric];
  if (entries.empty()) {
    return;
  }
  bool whole = true;
  bool all_values = true;
  for (const Entry* entry : entries) {
    const bool value = entry->input.state == InputState::value;
    // Rows without value may hold anything.
    store.num.push_back(value ? entry->num : 17);
    store.den.push_back(value ? entry->den : 0);
    store.state.push_back(entry->input.state);
    store.counted.push_back(entry->counted ? 1 : 0);
    whole = whole && (!value || entry->den == 1);
    all_values = all_values && value;
  }
  const auto counted = [](std::uint8_t one) { return one != 0; };
  const auto& marks = store.counted;
  column.num = store.num.data();
  column.den = whole && random.chance(0.7) ? nullptr : store.den.data();
  column.state = all_values && random.chance(0.7) ? nullptr : store.state.data();
  column.counts = std::all_of(marks.begin(), marks.end(), counted);
  if (std::any_of(marks.begin(), marks.end(), counted) && !column.counts) {
    column.counted = marks.data();
  }
}

Rows draw_rows(const Pools& pools, std::size_t metrics, std::size_t rows, Random& random) {
  Rows drawn;
  drawn.stores.resize(metrics);
  drawn.columns.resize(metrics);
  drawn.entries.resize(metrics);
  const bool missing = random.chance(0.5);
  for (std::size_t metric = 0; metric < metrics; ++metric) {
    draw_column(pools, metric, rows, missing, random, drawn);
  }
  return drawn;
}

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
      add_own_numbers(request);
    }
    const std::optional<Reading> shop = reading_of(request);
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
  static Reading reading_of(const Reading& shop, const Rows& drawn, std::size_t row) {
    Reading reading = shop;
    for (std::size_t metric = 0; metric < drawn.entries.size(); ++metric) {
      if (!drawn.entries[metric].empty()) {
        reading.metrics[metric] = drawn.entries[metric][row]->input;
      }
    }
    return reading;
  }

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

  // More than Draw gives, so that some scores are exact and others move: what gates ask that say
  // nothing of an estimate.
  void add_own_numbers(Json& request) {
    if (draw_.random().chance(0.3)) {
      give_own_weights(edition_, request);
    }
    if (draw_.random().chance(0.4)) {
      add_given(request, draw_.random().chance(0.5) ? 0.5 : 1);
    }
    if (draw_.random().chance(0.2)) {
      add_pairs(request, draw_.random().chance(0.5) ? 0.3 : 1);
    }
  }

  // Scores of dimensions as the back office shows them.
  void add_given(Json& request, double how_many) {
    for (const Json& node : edition_.top_nodes()) {
      if (draw_.random().chance(how_many)) {
        const std::vector<Json>& range = member(node, "range").items;
        const Rational share =
            Rational::ratio(static_cast<std::int64_t>(draw_.random().below(101)), 100);
        part(object_part(request, "given"), string_of(node, "id")) =
            number(range[0].number + share * (range[1].number - range[0].number));
      }
    }
  }

  // One to three pairs of a value and its score.
  void add_pairs(Json& request, double how_many) {
    for (const Json* node : edition_.all_nodes()) {
      if (node->find("curve") == nullptr || !draw_.random().chance(how_many)) {
        continue;
      }
      const Json& metric = edition_.metric(member(*node, "metric").string);
      const Rational worst = edition_.worst(metric).number;
      const Rational best = edition_.best(metric).number;
      const std::vector<Json>& range = member(*node, "range").items;
      Json pairs = list({});
      const auto count = static_cast<std::int64_t>(1 + draw_.random().below(3));
      for (std::int64_t i = 1; i <= count; ++i) {
        const Rational share = Rational::ratio(i, count + 1);
        pairs.items.push_back(object(
            {{"value", number(worst + share * (best - worst))},
             {"score", number(range[0].number + share * (range[1].number - range[0].number))}}));
      }
      part(object_part(object_part(request, "profile"), "calibration"), string_of(*node, "id")) =
          std::move(pairs);
    }
  }

  std::optional<Reading> reading_of(const Json& request) const {
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

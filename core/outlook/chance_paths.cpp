// Draws the metrics of a block of paths and scores every day of it.

#include "core/outlook/chance_paths.h"

#include <algorithm>
#include <utility>

namespace shopgauge {
namespace {

// The value as two plain numbers; rounded to 6 digits where it does not fit.
std::optional<Fraction> fraction_of(const Rational& value) {
  constexpr int kDigits = 6;
  const auto small = value.small();
  return small ? small : round_to(value, kDigits, Rounding::half_up).small();
}

bool same(const Input& a, const Input& b) { return a.state == b.state && a.value == b.value; }

}  // namespace

Paths::Paths(const ChanceProgram& program, int seed, int ordinal, std::size_t block)
    : outlook_(*program.outlook),
      forecast_(*program.forecast),
      program_(*outlook_.program),
      seed_(static_cast<std::uint64_t>(seed)),
      ordinal_(static_cast<std::uint64_t>(ordinal)),
      days_(days_between(outlook_.as_of, outlook_.until)),
      digits_(program_.score ? program_.score->digits : 0),
      model_(make_model(outlook_, forecast_)),
      compiled_(compile(program_, *forecast_.first, forecast_.first.get())) {
  if (compiled_.program) {
    scratch_.emplace(*compiled_.program);
  }
  const std::size_t rows = block * static_cast<std::size_t>(days_);
  columns_.resize(program_.metrics.size());
  fed_.resize(program_.metrics.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    columns_[i].num.resize(rows);
    columns_[i].den.resize(rows, 1);
    columns_[i].state.resize(rows, InputState::value);
    make_steady(i);
  }
  for (const DrawnMetric& metric : model_.metrics) {
    draws_.emplace_back(metric, outlook_.as_of, days_);
    columns_[metric.metric].num.resize(rows);
    columns_[metric.metric].den.resize(rows, 1);
    columns_[metric.metric].state.resize(rows, InputState::value);
    columns_[metric.metric].counts = metric.counted;
  }
  low_.resize(rows);
  high_.resize(rows);
  status_.resize(rows);
  scored_.resize(rows);
  gates_.assign(program_.gates.size(), std::vector<Answer>(block));
}

bool Paths::is_own(std::size_t metric) const {
  const std::optional<Feed>& feed = forecast_.windows[metric].feed;
  return feed && !outlook_.feeds[metric] && feed->program == program_.id;
}

// What differs by day alone is the same on all paths; what never differs needs no column.
void Paths::make_steady(std::size_t metric) {
  PathColumn& column = columns_[metric];
  const Input& today = forecast_.days.front().metrics[metric];
  const bool steady =
      std::all_of(forecast_.days.begin(), forecast_.days.end(),
                  [&](const DayResult& day) { return same(day.metrics[metric], today); });
  const bool is_fed = is_own(metric) || outlook_.feeds[metric].has_value();
  if (steady && !is_fed) {
    column = {};
    return;
  }
  for (std::size_t row = 0; row < column.num.size(); ++row) {
    const std::size_t day = row % static_cast<std::size_t>(days_) + 1;
    const Input& input = forecast_.days[day].metrics[metric];
    const auto value = fraction_of(input.value);
    column.state[row] = value ? input.state : InputState::unknown;
    column.num[row] = value ? value->numerator : 0;
    column.den[row] = value ? value->denominator : 1;
  }
}

// The past of a metric that scores of so many digits feed.
void Paths::make_fed(std::size_t metric, int digits) {
  Fed fed;
  const Feed& feed = *forecast_.windows[metric].feed;
  const std::int64_t unit = power_of_ten(digits);
  if (!forecast_.windows[metric].roll) {
    const Input& today = forecast_.days.front().metrics[metric];
    const Rational limit = feed.below * unit;
    const Rational down = truncate(limit);
    fed.below = to_int64(down == limit ? down : down + 1).value_or(0);
    fed.run = today.state == InputState::value ? to_int64(today.value) : std::nullopt;
    fed_[metric] = std::move(fed);
    return;
  }
  // Hundredths of the last digit, where the past was given as a mean.
  constexpr std::int64_t kFiner = 100'000;
  const Daily& days = *forecast_.series[metric];
  fed.places = places_of(days.roll(), days.first(), outlook_.as_of, days_);
  fed.unit = unit * kFiner;
  fed.each = kFiner;
  std::int64_t sum = 0;
  std::int64_t weight = 0;
  for (Date day = days.first(); day <= outlook_.as_of; day = add_days(day, 1)) {
    const Portion portion = days.at(day).value_or(Portion{});
    sum += to_int64(round_to(portion.sum * fed.unit, 0, Rounding::half_up)).value_or(0);
    weight += to_int64(portion.weight).value_or(0);
    fed.sums.push_back(sum);
    fed.weights.push_back(weight);
  }
  fed.past = fed.sums.size();
  fed_[metric] = std::move(fed);
}

void Paths::feed_mean(const Fed& fed, const Paths& from, std::size_t path,
                      PathColumn& column) const {
  // Running sums go on from the past.
  std::vector<std::int64_t> sums = fed.sums;
  std::vector<std::int64_t> weights = fed.weights;
  for (int day = 1; day <= days_; ++day) {
    const auto score = from.score(from.row(path, day));
    sums.push_back(sums.back() + (score ? *score * fed.each : 0));
    weights.push_back(weights.back() + (score ? 1 : 0));
  }
  for (int day = 1; day <= days_; ++day) {
    const Places& window = fed.places[static_cast<std::size_t>(day - 1)];
    const bool whole = window.from == 0;
    const std::int64_t sum = sums[window.to] - (whole ? 0 : sums[window.from - 1]);
    const std::int64_t weight = weights[window.to] - (whole ? 0 : weights[window.from - 1]);
    const std::size_t at = row(path, day);
    column.num[at] = sum;
    column.den[at] = weight > 0 ? weight * fed.unit : 1;
    column.state[at] = weight > 0 ? InputState::value : InputState::no_sample;
  }
}

void Paths::feed_run(const Fed& fed, const Paths& from, std::size_t path,
                     PathColumn& column) const {
  std::optional<std::int64_t> run = fed.run;
  for (int day = 1; day <= days_; ++day) {
    const auto score = from.score(from.row(path, day));
    if (score && *score >= fed.below) {
      run = 0;
    } else if (score && run) {
      ++*run;
    }
    const std::size_t at = row(path, day);
    column.num[at] = run.value_or(0);
    column.den[at] = 1;
    column.state[at] = run ? InputState::value : InputState::absent;
  }
}

void Paths::feed_metric(std::size_t metric, const Paths& from) {
  if (!fed_[metric]) {
    make_fed(metric, from.digits());
  }
  PathColumn& column = columns_[metric];
  for (std::size_t path = 0; path < count_; ++path) {
    if (forecast_.windows[metric].roll) {
      feed_mean(*fed_[metric], from, path, column);
    } else {
      feed_run(*fed_[metric], from, path, column);
    }
  }
  const bool no_score = program_.metrics[metric].no_score;
  for (InputState& state : column.state) {
    state = no_score && state == InputState::no_sample ? InputState::no_score : state;
  }
}

void Paths::draw_metric(std::size_t which, std::size_t first) {
  constexpr std::uint64_t kMetricsEach = 4096;  // no program has as many
  const DrawnMetric& metric = model_.metrics[which];
  MetricDraw& draw = draws_[which];
  PathColumn& column = columns_[metric.metric];
  for (std::size_t path = 0; path < count_; ++path) {
    Generator generator(seed_, first + path, ordinal_ * kMetricsEach + metric.metric);
    draw.draw(generator);
    for (int day = 1; day <= days_; ++day) {
      const std::size_t at = row(path, day);
      const std::int64_t weight = draw.weight(day);
      const bool sample = !metric.ratio || weight > 0;
      column.num[at] = draw.sum(day);
      column.den[at] = !sample ? 1 : metric.ratio ? weight * metric.scale : metric.scale;
      column.state[at] = sample ? InputState::value : InputState::no_sample;
    }
  }
}

void Paths::draw(std::size_t first, std::size_t count, const std::vector<const Paths*>& feeds) {
  count_ = count;
  for (std::size_t i = 0; i < model_.metrics.size(); ++i) {
    draw_metric(i, first);
  }
  for (std::size_t i = 0; i < feeds.size(); ++i) {
    if (feeds[i] != nullptr) {
      feed_metric(i, *feeds[i]);
    }
  }
  if (program_.score) {
    score_rows();
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (is_own(i)) {
      feed_metric(i, *this);
    }
  }
  if (!program_.gates.empty()) {
    open_gates();
  }
}

PathValue Paths::value(std::size_t metric, std::size_t path, int day) const {
  const PathColumn& column = columns_[metric];
  if (!column.num.empty()) {
    const std::size_t at = row(path, day);
    return {column.state[at], column.num[at], column.den[at]};
  }
  const Input& input = forecast_.days[static_cast<std::size_t>(day)].metrics[metric];
  const auto value = fraction_of(input.value);
  return value ? PathValue{input.state, value->numerator, value->denominator}
               : PathValue{InputState::unknown, 0, 1};
}

MadeInput Paths::input(std::size_t metric, std::size_t path, int day) const {
  const PathColumn& column = columns_[metric];
  if (column.num.empty()) {
    return {forecast_.days[static_cast<std::size_t>(day)].metrics[metric], nullptr};
  }
  const std::size_t at = row(path, day);
  MadeInput made;
  made.input.state = column.state[at];
  if (made.input.state != InputState::value) {
    return made;
  }
  made = made_number(Rational::ratio(column.num[at], column.den[at]));
  if (program_.metrics[metric].kind == MetricKind::flag || !column.counts) {
    return made;
  }
  const bool rate = program_.metrics[metric].kind == MetricKind::rate;
  auto counts = std::make_unique<Json>();
  counts->kind = Json::Kind::object;
  for (const auto& [key, value] : {std::pair(rate ? "num" : "sum", column.num[at]),
                                   std::pair(rate ? "den" : "n", column.den[at])}) {
    counts->members.push_back({key, {}});
    counts->members.back().value.kind = Json::Kind::number;
    counts->members.back().value.number = value;
  }
  made.counts = std::move(counts);
  made.input.given = made.counts.get();
  return made;
}

Reading Paths::reading(std::size_t path, int day, std::vector<MadeInput>& made) const {
  Reading changed = *forecast_.first;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    made.push_back(input(i, path, day));
    changed.metrics[i] = made.back().input;
  }
  return changed;
}

// Where the program has no fast form.
void Paths::score_slowly() {
  for (std::size_t path = 0; path < count_; ++path) {
    for (int day = 1; day <= days_; ++day) {
      const RationalScope scope;
      std::vector<MadeInput> made;
      const Reading changed = reading(path, day, made);
      const Assessment result = assess(program_, changed, forecast_.first.get());
      const std::size_t at = row(path, day);
      status_[at] = result.status;
      if (result.score) {
        const std::int64_t unit = power_of_ten(digits_);
        low_[at] = to_int64(result.score->value.low * unit).value_or(0);
        high_[at] = to_int64(result.score->value.high * unit).value_or(0);
      }
    }
  }
}

void Paths::score_rows() {
  const std::size_t rows = count_ * static_cast<std::size_t>(days_);
  if (compiled_.program) {
    std::vector<Column> columns;
    for (const PathColumn& column : columns_) {
      columns.push_back(column.num.empty() ? Column{}
                                           : Column{column.num.data(), column.den.data(),
                                                    column.state.data(), column.counts, nullptr});
    }
    RowResults results;
    results.status = status_.data();
    results.low = low_.data();
    results.high = high_.data();
    run(*compiled_.program, columns, rows, results, *scratch_);
  } else {
    score_slowly();
  }
  for (std::size_t i = 0; i < rows; ++i) {
    scored_[i] = status_[i] == AssessmentStatus::scored && low_[i] == high_[i] ? 1 : 0;
  }
}

void Paths::open_gates() {
  if (!compiled_.program) {
    for (std::size_t path = 0; path < count_; ++path) {
      const RationalScope scope;
      std::vector<MadeInput> made;
      const Reading changed = reading(path, days_, made);
      const Assessment result = assess(program_, changed, forecast_.first.get());
      for (std::vector<Answer>& gate : gates_) {
        gate[path] = Answer::none;
      }
      for (const GateResult& gate : result.gates) {
        gates_[static_cast<std::size_t>(gate.gate - program_.gates.data())][path] =
            gate.met == Truth::yes ? Answer::yes : Answer::no;
      }
    }
    return;
  }
  std::vector<PathColumn> last(columns_.size());
  std::vector<Column> columns;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const PathColumn& all = columns_[i];
    for (std::size_t path = 0; !all.num.empty() && path < count_; ++path) {
      const std::size_t at = row(path, days_);
      last[i].num.push_back(all.num[at]);
      last[i].den.push_back(all.den[at]);
      last[i].state.push_back(all.state[at]);
    }
    columns.push_back(all.num.empty() ? Column{}
                                      : Column{last[i].num.data(), last[i].den.data(),
                                               last[i].state.data(), all.counts, nullptr});
  }
  std::vector<Answer*> answers;
  for (std::vector<Answer>& gate : gates_) {
    answers.push_back(gate.data());
  }
  RowResults results;
  results.gates = answers;
  run(*compiled_.program, columns, count_, results, *scratch_);
}

}  // namespace shopgauge

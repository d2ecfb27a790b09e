// The exact way: a row as a reading, which `assess` decides.

#include <string_view>
#include <utility>

#include "core/scoring/assess.h"
#include "core/scoring/compiled_blocks.h"

namespace shopgauge::compiled {
namespace {

JsonMember member(std::string_view key, std::int64_t number) {
  JsonMember made;
  made.key = key;
  made.value.kind = Json::Kind::number;
  made.value.number = number;
  return made;
}

// Counts as a request has them.
Json counts_of(MetricKind kind, std::int64_t num, std::int64_t den) {
  Json json;
  json.kind = Json::Kind::object;
  const bool mean = kind == MetricKind::mean;
  json.members.push_back(member(mean ? "sum" : "num", num));
  json.members.push_back(member(mean ? "n" : "den", den));
  return json;
}

void set_input(const Column& column, std::size_t row, MetricKind kind, Input& input, Json& given) {
  input = {};
  input.state = column.state != nullptr ? column.state[row] : InputState::value;
  const bool value = input.state == InputState::value;
  const bool countable = kind == MetricKind::rate || kind == MetricKind::mean;
  const bool counted = column.counted != nullptr ? column.counted[row] != 0 : column.counts;
  const std::int64_t den = !value ? 0 : column.den != nullptr ? column.den[row] : 1;
  if (value) {
    input.value = Rational::ratio(column.num[row], den);
  }
  if (countable && counted && (value || input.state == InputState::no_sample)) {
    given = counts_of(kind, value ? column.num[row] : 0, den);
    input.given = &given;
  }
}

std::int64_t shown(const Rational& value, int digits) {
  const auto figure = to_int64(value * power_of_ten(digits));
  require(figure.has_value());
  return *figure;
}

void write(const Plan& plan, const Assessment& assessment, std::size_t row,
           const RowResults& results) {
  if (results.status != nullptr) {
    results.status[row] = assessment.status;
  }
  const bool scored = assessment.score.has_value();
  if (results.low != nullptr) {
    results.low[row] = scored ? shown(assessment.score->value.low, plan.digits) : 0;
  }
  if (results.high != nullptr) {
    results.high[row] = scored ? shown(assessment.score->value.high, plan.digits) : 0;
  }
  if (results.verdict != nullptr) {
    results.verdict[row] =
        assessment.verdict ? static_cast<Answer>(*assessment.verdict) : Answer::none;
  }
  if (results.tier != nullptr) {
    const Choice& tier = assessment.tier;
    results.tier[row] = tier.index              ? static_cast<std::uint8_t>(*tier.index)
                        : tier.possible.empty() ? kNoTier
                                                : kTierOpen;
  }
  for (std::size_t i = 0; i < results.gates.size(); ++i) {
    results.gates[i][row] = Answer::none;
  }
  for (const GateResult& gate : assessment.gates) {
    const auto place = static_cast<std::size_t>(gate.gate - plan.program->gates.data());
    if (place < results.gates.size()) {
      results.gates[place][row] = static_cast<Answer>(gate.met);
    }
  }
}

}  // namespace

void assess_row(const Plan& plan, std::span<const Column> columns, std::size_t row,
                const RowResults& results) {
  const RationalScope scope;
  Reading reading = plan.shop;
  std::vector<Json> given(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].num != nullptr || columns[i].state != nullptr) {
      set_input(columns[i], row, plan.program->metrics[i].kind, reading.metrics[i], given[i]);
    }
  }
  write(plan, assess(*plan.program, reading, plan.today ? &*plan.today : nullptr), row, results);
}

}  // namespace shopgauge::compiled

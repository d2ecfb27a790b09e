// Sums over windows by the difference of two running sums.

#include "core/outlook/daily.h"

#include <utility>

#include "core/base/check.h"
#include "core/base/decimal.h"

namespace shopgauge {
namespace {

bool has_weight(MetricKind kind) { return kind == MetricKind::rate || kind == MetricKind::mean; }

// As it is printed; what no decimal says is rounded like any figure.
Rational shown(const Rational& value) {
  constexpr int kDigits = 6;
  return is_decimal(value) ? value : round_to(value, kDigits, Rounding::half_up);
}

Json number(const Rational& value) {
  Json json;
  json.kind = Json::Kind::number;
  json.number = shown(value);
  return json;
}

Json truth(bool value) {
  Json json;
  json.kind = Json::Kind::boolean;
  json.boolean = value;
  return json;
}

Json counts(MetricKind kind, const Portion& portion) {
  const bool rate = kind == MetricKind::rate;
  Json json;
  json.kind = Json::Kind::object;
  json.members.push_back({rate ? "num" : "sum", number(portion.sum)});
  json.members.push_back({rate ? "den" : "n", number(portion.weight)});
  return json;
}

MadeInput made(Rational value, Json given) {
  MadeInput input;
  input.counts = std::make_unique<const Json>(std::move(given));
  input.input = {InputState::value, value, input.counts.get()};
  return input;
}

}  // namespace

MadeInput made_number(const Rational& value) { return made(value, number(value)); }

bool is_counted(const Input& input) {
  return input.given != nullptr &&
         (input.given->find("den") != nullptr || input.given->find("n") != nullptr);
}

Portion portion_of(const Metric& metric, const Input& input) {
  if (!is_counted(input)) {
    return {input.value, input.state == InputState::value && has_weight(metric.kind) ? 1 : 0};
  }
  const bool rate = metric.kind == MetricKind::rate;
  return {input.given->find(rate ? "num" : "sum")->number,
          input.given->find(rate ? "den" : "n")->number};
}

std::optional<Rational> bad_in(const Metric& metric, const Portion& portion) {
  const bool rate = metric.kind == MetricKind::rate;
  const bool counts = metric.kind == MetricKind::count || metric.kind == MetricKind::flag;
  if (metric.lower_is_better && (rate || counts)) {
    return portion.sum;
  }
  return metric.higher_is_better && rate ? std::optional(portion.weight - portion.sum)
                                         : std::nullopt;
}

std::size_t Daily::place(Date day) const {
  const int offset = days_between(first_, day);
  require(offset >= 0 && offset <= static_cast<int>(days_.size()));
  return static_cast<std::size_t>(offset);
}

const std::optional<Portion>& Daily::at(Date day) const { return days_[place(day)]; }

void Daily::add(std::optional<Portion> day) {
  const Portion& last = before_.back();
  const int known = known_before_.back();
  before_.push_back(day ? Portion{last.sum + day->sum, last.weight + day->weight} : last);
  known_before_.push_back(known + (day ? 1 : 0));
  known_ += day ? 1 : 0;
  days_.push_back(std::move(day));
}

Portion Daily::sum(const Period& days) const {
  const Portion& to = before_[place(add_days(days.to, 1))];
  const Portion& from = before_[place(days.from)];
  return {to.sum - from.sum, to.weight - from.weight};
}

int Daily::known_days(const Period& days) const {
  return known_before_[place(add_days(days.to, 1))] - known_before_[place(days.from)];
}

MadeInput Daily::on(Date day) const {
  const Period window = window_on(roll_, day);
  const int known = known_days(window);
  const bool whole = known == days_between(window.from, window.to) + 1;
  if (known == 0 || (!whole && (has_weight(kind_) || kind_ == MetricKind::amount))) {
    return {};
  }
  const Portion portion = sum(window);
  switch (kind_) {
    case MetricKind::flag:
      return made(portion.sum.is_zero() ? 0 : 1, truth(!portion.sum.is_zero()));
    case MetricKind::count:
    case MetricKind::amount:
      return made(portion.sum, number(portion.sum));
    case MetricKind::rate:
    case MetricKind::mean:
      break;
  }
  if (portion.weight.is_zero()) {
    MadeInput none = made(0, counts(kind_, portion));
    none.input.state = InputState::no_sample;
    return none;
  }
  const Rational value = portion.sum / portion.weight;
  return made(value, counted_ ? counts(kind_, portion) : number(value));
}

}  // namespace shopgauge

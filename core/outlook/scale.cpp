// Steps and counts of one metric.

#include "core/outlook/scale.h"

#include <algorithm>
#include <utility>

namespace shopgauge {
namespace {

Rational step_of(const Program& program, std::size_t metric, MetricKind kind) {
  const Json* step = program.document->find("metrics")->items[metric].find("step");
  return kind == MetricKind::flag || step == nullptr ? Rational(1) : step->number;
}

Json counts_of(const Json& given, const Rational& events, const Rational& sample) {
  Json counts = given;
  for (JsonMember& member : counts.members) {
    const bool is_sample = member.key == "den" || member.key == "n";
    member.value.number = is_sample ? sample : events;
  }
  return counts;
}

Rational floor(const Rational& value) {
  const Rational whole = truncate(value);
  return whole > value ? whole - 1 : whole;
}

Rational ceiling(const Rational& value) { return -floor(-value); }

// What is not a whole number is passed at the next one.
void add_end(const Rational& passed_at, std::vector<std::int64_t>& ends) {
  const Rational whole = truncate(passed_at);
  const auto first = to_int64(passed_at > whole ? whole + 1 : whole);
  if (first && *first > 0) {
    ends.push_back(*first - 1);
    ends.push_back(*first);
  }
}

}  // namespace

Scale::Scale(const Program& program, std::size_t metric, const Input& today, Turns turns)
    : rule_(program.metrics[metric]),
      metric_(metric),
      turns_(std::move(turns)),
      given_(today.given),
      today_(today.state == InputState::value ? today.value : rule_.if_absent.value_or(0)),
      step_(step_of(program, metric, rule_.kind)) {
  if (given_ != nullptr && given_->is(Json::Kind::object) && today.state == InputState::value) {
    const bool ratio = given_->find("den") != nullptr;
    events_ = given_->find(ratio ? "num" : "sum");
    sample_ = given_->find(ratio ? "den" : "n");
  }
}

const std::optional<Rational>& Scale::end(bool better) const {
  return better == rule_.higher_is_better ? rule_.highest : rule_.lowest;
}

std::int64_t Scale::most(bool better) const {
  if (rule_.kind == MetricKind::flag) {
    return (today_.is_zero() == rule_.higher_is_better) == better ? 1 : 0;
  }
  const std::optional<Rational>& last = end(better);
  if (!last) {
    return kMostSteps;
  }
  if (*last == today_) {
    return 0;
  }
  // The places of the grid between today's value and the end, and the end itself.
  const bool up = better == rule_.higher_is_better;
  const Rational way = up ? ceiling(*last / step_) - floor(today_ / step_)
                          : ceiling(today_ / step_) - floor(*last / step_);
  return std::min(kMostSteps, to_int64(way).value_or(kMostSteps));
}

std::optional<Rational> Scale::after(std::int64_t steps) const {
  if (steps == 0) {
    return today_;
  }
  if (rule_.kind == MetricKind::flag) {
    return today_.is_zero() ? Rational(1) : Rational(0);
  }
  const bool better = steps > 0;
  const bool up = better == rule_.higher_is_better;
  // The grid begins at 0: from 4.652 the next value of 0.01 is 4.66.
  Rational places = truncate(today_ / step_);
  const bool on_grid = places * step_ == today_;
  const bool below = places * step_ > today_;  // truncated towards 0
  if (below) {
    places = places - 1;
  }
  const Rational count = Rational(better ? steps : -steps);
  const Rational value = (up ? places + count : places - count + (on_grid ? 0 : 1)) * step_;
  const std::optional<Rational>& last = end(better);
  if (last && (up ? value >= *last : value <= *last)) {
    const bool infinite = better && counted() && today_ != *last;
    return infinite ? std::nullopt : std::optional(*last);
  }
  return value;
}

std::int64_t Scale::last_step() const {
  const std::int64_t last = most(true);
  return last > 0 && !after(last) ? last - 1 : last;
}

std::vector<std::int64_t> Scale::piece_ends(bool better) const {
  std::vector<std::int64_t> ends;
  const bool up = better == rule_.higher_is_better;
  const std::int64_t last = is_flag() ? 0 : most(better);
  for (const Rational& turn : turns_.values) {
    if (up ? turn <= today_ : turn >= today_) {
      continue;
    }
    // From today's value off the grid the first step is a part of one.
    const auto whole = to_int64(truncate(abs(turn - today_) / step_));
    std::int64_t first = std::max<std::int64_t>(1, whole.value_or(kMostSteps));
    const auto passes = [&] {
      const std::optional<Rational> value = after(better ? first : -first);
      return !value || (up ? *value >= turn : *value <= turn);
    };
    while (first < last && !passes()) {
      ++first;
    }
    if (first <= last) {
      ends.push_back(first - 1);
      ends.push_back(first);
    }
  }
  std::sort(ends.begin(), ends.end());
  return ends;
}

std::vector<std::int64_t> Scale::order_piece_ends(bool best) const {
  std::vector<std::int64_t> ends;
  const Rational each = *end(best);
  for (const Rational& turn : turns_.values) {
    if (turn != each) {
      // (events + n × each) / (sample + n) = turn
      add_end((turn * sample_->number - events_->number) / (each - turn), ends);
    }
  }
  for (const Rational& turn : turns_.samples) {
    add_end(turn - sample_->number, ends);
  }
  for (const Rational& turn : turns_.events) {
    if (!each.is_zero()) {
      add_end((turn - events_->number) / each, ends);
    }
  }
  std::sort(ends.begin(), ends.end());
  return ends;
}

Input Scale::at(const Rational& value) const { return {InputState::value, value, given_}; }

std::optional<Counted> Scale::with_orders(std::int64_t orders, bool best) const {
  const std::optional<Rational>& each = end(best);
  if (!each) {
    return std::nullopt;
  }
  const Rational more = orders;
  const Rational events = events_->number + more * *each;
  const Rational sample = sample_->number + more;
  auto counts = std::make_unique<const Json>(counts_of(*given_, events, sample));
  const Input input{InputState::value, events / sample, counts.get()};
  return Counted{input, std::move(counts)};
}

Rational Scale::way_to(const Rational& value) const {
  const std::optional<Rational>& best = end(true);
  const Rational whole = best ? abs(*best - today_) : abs(today_);
  return abs(value - today_) / (whole.is_zero() ? step_ : whole);
}

}  // namespace shopgauge

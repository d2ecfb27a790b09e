// Adds bonuses, deductions and bands to a sum, then cuts it at the limits.

#include "core/scoring/adjust.h"

#include <utility>

namespace shopgauge {
namespace {

Rational unit_of(int digits) {
  Rational unit = 1;
  for (int i = 0; i < digits; ++i) {
    unit /= 10;
  }
  return unit;
}

AdjustmentResult conditional(const Adjustment& rule, const Facts& facts, AdjustedResult& result) {
  const Outcome outcome = evaluate(rule.when, facts, Absent::not_applied);
  add_once(result.assumptions, outcome.assumptions);
  AdjustmentResult adjustment{rule.id, {}, outcome.truth, rule.provenance};
  const Rational& points = rule.points.value;
  if (outcome.truth == Truth::yes) {
    adjustment.points = {points, points};
  } else if (outcome.truth == Truth::undetermined) {
    adjustment.points = {min(points, 0), max(points, 0)};
    add_once(result.needs, outcome.needs);
  }
  return adjustment;
}

AdjustmentResult per_event(const Adjustment& rule, const Facts& facts, AdjustedResult& result) {
  AdjustmentResult adjustment{rule.id, {}, Truth::no, rule.provenance};
  const Input& input = facts.reading.metrics[rule.metric];
  const std::string_view metric = facts.program.metrics[rule.metric].id;
  const Rational& limit = rule.limit;
  if (input.state == InputState::value) {
    const Rational sum = input.value * rule.points.value;
    const Rational points = limit.sign() < 0 ? max(sum, limit) : min(sum, limit);
    adjustment.points = {points, points};
    adjustment.applied = points.is_zero() ? Truth::no : Truth::yes;
  } else if (input.state == InputState::absent) {
    add_once(
        result.assumptions,
        {Assumption::Place::metric, metric, nullptr, Assumption::Taken::number, {}, std::nullopt});
  } else {
    adjustment.points = {min(limit, 0), max(limit, 0)};
    adjustment.applied = Truth::undetermined;
    result.needs.push_back({Need::Kind::metric, metric});
  }
  return adjustment;
}

void include(std::optional<Span>& image, const Rational& low, const Rational& high) {
  image = image ? Span{min(image->low, low), max(image->high, high)} : Span{low, high};
}

struct BandImage {
  Span shown;
  bool all = true;  // every value of the sum lies in a band
  bool some = false;
};

// Where a sum within `sum` may be shown. The highest figure of a band is the last one below its
// end.
BandImage through_bands(const Span& sum, const std::vector<Band>& bands, int digits) {
  BandImage result;
  std::optional<Span> image;
  const Rational* above = nullptr;  // the band above begins here
  for (const Band& band : bands) {
    if (sum.high >= band.at_least && (above == nullptr || sum.low < *above)) {
      include(image, band.shown_from, band.shown_below - unit_of(digits));
      result.some = true;
    }
    above = &band.at_least;
  }
  const Rational& first = bands.back().at_least;
  if (sum.low < first) {
    include(image, sum.low, min(sum.high, first));
    result.all = false;
  }
  result.shown = *image;
  return result;
}

AdjustmentResult into_bands(const Adjustment& rule, const Facts& facts, AdjustedResult& result) {
  AdjustmentResult adjustment{rule.id, {}, Truth::no, rule.provenance};
  const BandImage image = through_bands(result.total, rule.bands, facts.program.score->digits);
  const Outcome outcome = evaluate(rule.when, facts, Absent::not_applied);
  for (const Assumption& assumption : outcome.assumptions) {
    if (image.some || !assumption.status) {
      add_once(result.assumptions, assumption);
    }
  }
  if (!image.some || outcome.truth == Truth::no) {
    return adjustment;
  }
  Span shown = image.shown;
  adjustment.applied = image.all ? Truth::yes : Truth::undetermined;
  if (outcome.truth == Truth::undetermined) {
    shown = {min(shown.low, result.total.low), max(shown.high, result.total.high)};
    adjustment.applied = Truth::undetermined;
    add_once(result.needs, outcome.needs);
  }
  adjustment.points = {shown.low - result.total.low, shown.high - result.total.high};
  return adjustment;
}

AdjustmentResult adjustment_of(const Adjustment& rule, const Facts& facts, AdjustedResult& result) {
  switch (rule.kind) {
    case Adjustment::Kind::conditional:
      return conditional(rule, facts, result);
    case Adjustment::Kind::per_event:
      return per_event(rule, facts, result);
    case Adjustment::Kind::bands:
      return into_bands(rule, facts, result);
  }
  broken_precondition();
}

// A limit is an adjustment of its own where it changes anything.
void limit(const Figure& figure, std::string_view id, const Span& limited, AdjustedResult& result) {
  const Span points = {limited.low - result.total.low, limited.high - result.total.high};
  if (points.low.is_zero() && points.high.is_zero()) {
    return;
  }
  const bool both = !points.low.is_zero() && !points.high.is_zero();
  result.adjustments.push_back(
      {id, points, both ? Truth::yes : Truth::undetermined, figure.provenance});
  rely(result.assumptions, figure.provenance, &figure.value);
  result.total = limited;
}

void apply_limits(const ScoreRule& score, AdjustedResult& result) {
  if (score.limit_low) {
    const Rational& low = score.limit_low->value;
    limit(*score.limit_low, "floor", {max(result.total.low, low), max(result.total.high, low)},
          result);
  }
  if (score.limit_high) {
    const Rational& high = score.limit_high->value;
    limit(*score.limit_high, "cap", {min(result.total.low, high), min(result.total.high, high)},
          result);
  }
}

}  // namespace

AdjustedResult adjust(const Span& sum, const std::vector<Adjustment>& rules, bool limited,
                      const Facts& facts) {
  AdjustedResult result;
  result.total = sum;
  for (const Adjustment& rule : rules) {
    AdjustmentResult adjustment = adjustment_of(rule, facts, result);
    result.total.low += adjustment.points.low;
    result.total.high += adjustment.points.high;
    if (adjustment.applied != Truth::no) {
      rely(result.assumptions, adjustment.provenance);
    }
    result.adjustments.push_back(std::move(adjustment));
  }
  if (limited) {
    apply_limits(*facts.program.score, result);
  }
  return result;
}

}  // namespace shopgauge

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

// Gives a dimension its points, within its range, and says what they bring to the total: nothing
// where the dimension is given. `certain`: whether the condition holds, else it may. `acts`:
// whether it can make a difference.
Span give_points(const Adjustment& rule, const Facts& facts, bool certain, AdjustedResult& result,
                 bool& acts) {
  for (std::size_t i = 0; facts.tree != nullptr && i < facts.tree->size(); ++i) {
    const NodeResult& node = (*facts.tree)[i];
    if (node.id != rule.node || node.basis == NodeBasis::given ||
        node.basis == NodeBasis::anchored || node.basis == NodeBasis::not_assessed) {
      continue;
    }
    Span& score = *result.nodes[node.node->index];
    const auto moved = [&](const Rational& value) {
      return clamp(value + rule.points.value, node.node->lowest, node.node->highest);
    };
    const Span before = score;
    const Span after = {moved(before.low), moved(before.high)};
    acts = before.low != after.low || before.high != after.high;
    score = certain ? after : Span{min(before.low, after.low), max(before.high, after.high)};
    return {node.share * (score.low - before.low), node.share * (score.high - before.high)};
  }
  return {};
}

AdjustmentResult conditional(const Adjustment& rule, const Facts& facts, AdjustedResult& result) {
  const Outcome outcome = evaluate(rule.when, facts, Absent::not_applied);
  add_once(result.assumptions, outcome.assumptions);
  AdjustmentResult adjustment{rule.id, {}, outcome.truth, rule.provenance};
  const Rational& points = rule.points.value;
  if (outcome.truth == Truth::no) {
    return adjustment;
  }
  const bool certain = outcome.truth == Truth::yes;
  bool acts = rule.node.empty() && !points.is_zero();
  if (!rule.node.empty()) {
    adjustment.points = give_points(rule, facts, certain, result, acts);
  } else {
    adjustment.points = certain ? Span{points, points} : Span{min(points, 0), max(points, 0)};
  }
  if (!acts) {
    adjustment.applied = Truth::no;
  } else if (!certain) {
    add_once(result.needs, outcome.needs);
  }
  return adjustment;
}

// The most that the events can bring.
Rational limit_of(const Adjustment& rule, const Metric& metric) {
  return rule.limit ? *rule.limit : rule.points.value * metric.highest.value_or(0);
}

AdjustmentResult per_event(const Adjustment& rule, const Facts& facts, AdjustedResult& result) {
  AdjustmentResult adjustment{rule.id, {}, Truth::no, rule.provenance};
  const Input& input = facts.reading.metrics[rule.metric];
  const std::string_view metric = facts.program.metrics[rule.metric].id;
  const Rational limit = limit_of(rule, facts.program.metrics[rule.metric]);
  if (input.state == InputState::value) {
    const Rational sum = input.value * rule.points.value;
    const Rational points = !rule.limit        ? sum
                            : limit.sign() < 0 ? max(sum, limit)
                                               : min(sum, limit);
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

// The sum is cut where it lies beyond the limit.
AdjustmentResult cut(const Adjustment& rule, const AdjustedResult& result) {
  const Rational& limit = rule.points.value;
  const Span& sum = result.total;
  const Span cut = rule.kind == Adjustment::Kind::at_most
                       ? Span{min(sum.low, limit), min(sum.high, limit)}
                       : Span{max(sum.low, limit), max(sum.high, limit)};
  AdjustmentResult adjustment{
      rule.id, {cut.low - sum.low, cut.high - sum.high}, Truth::no, rule.provenance};
  const bool low = !adjustment.points.low.is_zero();
  const bool high = !adjustment.points.high.is_zero();
  if (low || high) {
    adjustment.applied = low && high ? Truth::yes : Truth::undetermined;
  }
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
    case Adjustment::Kind::at_most:
    case Adjustment::Kind::at_least:
      return cut(rule, result);
  }
  broken_precondition();
}

bool only_where_it_acts(const Adjustment& rule) {
  return rule.kind == Adjustment::Kind::at_most || rule.kind == Adjustment::Kind::at_least;
}

}  // namespace

AdjustedResult adjust(const Span& sum, const std::vector<Adjustment>& rules, const Facts& facts) {
  AdjustedResult result;
  result.total = sum;
  if (facts.nodes != nullptr) {
    result.nodes = *facts.nodes;
  }
  for (const Adjustment& rule : rules) {
    AdjustmentResult adjustment = adjustment_of(rule, facts, result);
    result.total.low += adjustment.points.low;
    result.total.high += adjustment.points.high;
    if (adjustment.applied != Truth::no) {
      rely(result.assumptions, adjustment.provenance,
           only_where_it_acts(rule) ? &rule.points.value : nullptr);
    } else if (only_where_it_acts(rule)) {
      continue;
    }
    result.adjustments.push_back(std::move(adjustment));
  }
  return result;
}

}  // namespace shopgauge

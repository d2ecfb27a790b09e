// Reads adjustments straight from the document.

#include "tests/property/oracle_adjust.h"

#include "core/base/decimal.h"
#include "tests/api/corpus.h"
#include "tests/property/oracle_condition.h"
#include "tests/property/oracle_curve.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

// What a bonus for a node adds to the total: the node's score stays within its range, and a given
// one as it is.
Ends bonus_for_node(const Known& known, const std::string& id, const Rational& points) {
  const auto score = known.nodes.find(id);
  const bool is_given = given_in(known, "given", id) != nullptr;
  if (score == known.nodes.end() || !score->second || is_given) {
    return {};
  }
  const Json& range = member(*item_with(member(*known.score, "nodes").items, "id", id), "range");
  const auto found = known.shares.find(id);
  const Rational share = found == known.shares.end() ? Rational() : found->second;
  const auto [low, high] = *score->second;
  return {share * (within(range, low + points) - low),
          share * (within(range, high + points) - high)};
}

Ends bonus_of(Known& known, const Json& adjustment) {
  const Rational points = figure(adjustment, "points");
  const Answer answer = holds(known, member(adjustment, "when"), Absent::no);
  const Json* node = adjustment.find("node");
  const Ends all =
      node == nullptr ? Ends{points, points} : bonus_for_node(known, node->string, points);
  const bool nothing = all.low.is_zero() && all.high.is_zero();
  known.applied[member(adjustment, "id").string] = nothing ? Answer::no : answer;
  return answer == Answer::no || nothing ? Ends{}
         : answer == Answer::yes         ? all
                                         : Ends{smaller(all.low, 0), larger(all.high, 0)};
}

Ends events_of(Known& known, const Json& adjustment) {
  const std::string& metric = member(adjustment, "metric").string;
  const MetricGiven given = metric_given(known, metric);
  const Rational each = figure(adjustment, "each");
  const Json& last = member(metric_with(known, metric), "range").items[1];
  const Rational most = last.is(Json::Kind::number) ? last.number : Rational();
  const bool limited = adjustment.find("limit") != nullptr;
  const Rational limit = limited ? figure(adjustment, "limit") : each * most;
  Answer& applied = known.applied[member(adjustment, "id").string];
  applied = Answer::no;
  if (given.state == MetricGiven::State::absent) {
    return {};
  }
  if (given.state != MetricGiven::State::value) {
    applied = Answer::open;
    return {smaller(limit, 0), larger(limit, 0)};
  }
  Rational points = each * given.value;
  if (limited) {
    points = limit.sign() < 0 ? larger(points, limit) : smaller(points, limit);
  }
  applied = points.is_zero() ? Answer::no : Answer::yes;
  return {points, points};
}

// Where the bands that the sum may reach show it; nothing when it reaches none.
std::optional<Ends> shown_by(const Known& known, const std::vector<Json>& bands, const Ends& sum) {
  const Json& digits = member(member(*known.score, "rounding"), "digits");
  const Rational step =
      Rational::ratio(1, power_of_ten(static_cast<int>(*to_int64(digits.number))));
  std::optional<Ends> shown;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const bool reached = sum.high >= member(bands[i], "at_least").number;
    const bool above = i > 0 && sum.low >= member(bands[i - 1], "at_least").number;
    if (reached && !above) {
      const std::vector<Json>& to = member(bands[i], "shown").items;
      const Ends here{to[0].number, to[1].number - step};
      shown = shown ? hull(*shown, here) : here;
    }
  }
  return shown;
}

// A score of a band is shown somewhere in [from, below).
Ends banded(Known& known, const Json& adjustment, const Ends& sum) {
  const Answer answer = holds(known, member(adjustment, "when"), Absent::no);
  if (answer == Answer::no) {
    return sum;
  }
  const std::vector<Json>& bands = member(adjustment, "bands").items;
  const std::optional<Ends> by_bands = shown_by(known, bands, sum);
  if (!by_bands) {
    return sum;
  }
  known.in_band = true;
  Ends shown = *by_bands;
  const Rational& first = member(bands.back(), "at_least").number;
  if (sum.low < first) {
    shown = hull(shown, {sum.low, smaller(sum.high, first)});
  }
  return answer == Answer::open ? hull(shown, sum) : shown;
}

}  // namespace

Ends adjusted(Known& known, const Ends& sum, const std::vector<Json>& adjustments) {
  Ends total = sum;
  known.bonus = 0;
  for (const Json& one : adjustments) {
    if (one.find("bands") != nullptr) {
      total = banded(known, one, total);
    } else if (one.find("at_most") != nullptr) {
      const Rational most = figure(one, "at_most");
      total = {smaller(total.low, most), smaller(total.high, most)};
    } else if (one.find("at_least") != nullptr) {
      const Rational least = figure(one, "at_least");
      total = {larger(total.low, least), larger(total.high, least)};
    } else {
      const Ends points =
          one.find("metric") == nullptr ? bonus_of(known, one) : events_of(known, one);
      total = {total.low + points.low, total.high + points.high};
      known.bonus += points.low;
    }
  }
  return total;
}

}  // namespace shopgauge::tests

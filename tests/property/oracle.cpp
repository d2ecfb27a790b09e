// Reads conditions, curves and adjustments straight from the document.

#include "tests/property/oracle.h"

#include <algorithm>
#include <utility>

#include "core/base/decimal.h"
#include "tests/api/corpus.h"
#include "tests/property/sums.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

constexpr int kPrinted = 6;

constexpr const char* kOperators[] = {"at_least", "above", "at_most", "below"};

bool meets(const Rational& seen, std::string_view operation, const Rational& target) {
  return operation == "at_least"  ? seen >= target
         : operation == "above"   ? seen > target
         : operation == "at_most" ? seen <= target
                                  : seen < target;
}

Answer both(bool low, bool high) {
  return low != high ? Answer::open : low ? Answer::yes : Answer::no;
}

// All must hold (`joins` no), or any (`joins` yes).
Answer join(const std::vector<Answer>& parts, Answer joins) {
  bool open = false;
  for (const Answer part : parts) {
    if (part == joins) {
      return joins;
    }
    open = open || part == Answer::open;
  }
  return open ? Answer::open : joins == Answer::no ? Answer::yes : Answer::no;
}

std::string text_of(Answer answer) {
  return answer == Answer::open ? "undetermined" : answer == Answer::yes ? "true" : "false";
}

std::string text_of(const Json* met) {
  return met == nullptr                 ? "nothing"
         : met->is(Json::Kind::boolean) ? met->boolean ? "true" : "false"
                                        : met->string;
}

// The value of a figure of the document.
Rational figure(const Json& object, std::string_view key) {
  return number_in(member(member(object, key), "value"));
}

Rational figure_or(const Json& object, std::string_view key, const Rational& otherwise) {
  return object.find(key) == nullptr ? otherwise : figure(object, key);
}

Rational smaller(const Rational& a, const Rational& b) { return a < b ? a : b; }
Rational larger(const Rational& a, const Rational& b) { return a < b ? b : a; }

Ends hull(const Ends& a, const Ends& b) { return {smaller(a.low, b.low), larger(a.high, b.high)}; }

Rational between(const Rational& value, const Json& range) {
  return smaller(larger(value, range.items[0].number), range.items[1].number);
}

// The line through two points, at `x`.
Rational on_line(const Rational& x, const std::pair<Rational, Rational>& a,
                 const std::pair<Rational, Rational>& b) {
  return a.second + (b.second - a.second) * (x - a.first) / (b.first - a.first);
}

// Knots in rising order; beyond the outer ones the end value holds.
Rational through(const std::vector<std::pair<Rational, Rational>>& knots, const Rational& x) {
  if (x <= knots.front().first) {
    return knots.front().second;
  }
  for (std::size_t i = 1; i < knots.size(); ++i) {
    if (x <= knots[i].first) {
      return on_line(x, knots[i - 1], knots[i]);
    }
  }
  return knots.back().second;
}

// The rows that hold the value; what lies outside of all belongs to the outermost.
Rational in_rows(const Json& curve, const Rational& x) {
  const bool left = member(curve, "closed").string == "left";
  const std::vector<Json>& rows = member(curve, "rows").items;
  for (const Json& row : rows) {
    const Rational& from = row.items[0].number;
    const Rational& to = row.items[1].number;
    if (left ? from <= x && x < to : from < x && x <= to) {
      return row.items[2].number;
    }
  }
  return x <= rows.front().items[0].number ? rows.front().items[2].number
                                           : rows.back().items[2].number;
}

std::vector<std::pair<Rational, Rational>> knots_of(const Json& curve) {
  std::vector<std::pair<Rational, Rational>> knots;
  for (const Json& knot : member(curve, "knots").items) {
    knots.emplace_back(knot.items[0].number, knot.items[1].number);
  }
  return knots;
}

bool contains(const std::vector<Json>& words, std::string_view id) {
  return std::any_of(words.begin(), words.end(), [&](const Json& one) { return one.string == id; });
}

const Json* with_id(const std::vector<Json>& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const Json& one) { return string_of(one, "id") == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

struct Oracle::Input {
  enum class State { absent, unknown, value, no_sample, no_score };
  State state = State::absent;
  Rational value;
  const Json* given = nullptr;

  [[nodiscard]] std::optional<Ends> seen() const {
    return state == State::value ? std::optional(Ends{value, value}) : std::nullopt;
  }
};

Oracle::Oracle(const Json& document, const Json& request)
    : document_(document), request_(request), score_(document.find("score")) {
  work_out();
}

Oracle::Input Oracle::input(std::string_view metric) const {
  Input input;
  const Json* metrics = request_.find("metrics");
  input.given = metrics == nullptr ? nullptr : metrics->find(metric);
  if (input.given == nullptr) {
    return input;
  }
  const Json& given = *input.given;
  input.state = Input::State::value;
  const Json* cases = given.find("den") != nullptr ? given.find("den") : given.find("n");
  if (given.is(Json::Kind::null)) {
    input.state = Input::State::unknown;
  } else if (given.is(Json::Kind::boolean)) {
    input.value = given.boolean ? 1 : 0;
  } else if (given.find("no_score") != nullptr) {
    input.state = Input::State::no_score;
  } else if (cases != nullptr && cases->number.is_zero()) {
    input.state = Input::State::no_sample;
  } else if (given.find("sum") != nullptr) {
    input.value = given.find("sum")->number / cases->number;
  } else {
    input.value = number_in(given);
  }
  return input;
}

std::optional<Rational> Oracle::threshold(const Json& threshold) const {
  if (const Json* path = threshold.find("profile")) {
    const Json* profile = request_.find("profile");
    const Json* own = profile == nullptr ? nullptr : find_at(*profile, path->string);
    return own != nullptr                         ? std::optional(number_in(*own))
           : threshold.find("default") != nullptr ? std::optional(figure(threshold, "default"))
                                                  : std::nullopt;
  }
  return number_in(member(threshold, "value"));
}

Answer Oracle::compare(const Json& comparison, const std::optional<Ends>& seen) const {
  if (const Json* is = comparison.find("is")) {
    return !seen ? Answer::open : seen->low == (is->boolean ? 1 : 0) ? Answer::yes : Answer::no;
  }
  for (const char* operation : kOperators) {
    if (const Json* wanted = comparison.find(operation)) {
      const std::optional<Rational> target = threshold(*wanted);
      return !target || !seen ? Answer::open
                              : both(meets(seen->low, operation, *target),
                                     meets(seen->high, operation, *target));
    }
  }
  return Answer::open;
}

// `no_sample`: a ratio of nothing is met.
Answer Oracle::compare_metric(const Json& comparison, Absent absent, bool no_sample) const {
  const std::string& id = member(comparison, "metric").string;
  const Input given = input(id);
  const Json& metric = *with_id(items_of(document_, "metrics"), id);
  if (given.state == Input::State::no_sample && no_sample) {
    return Answer::yes;
  }
  if (given.state != Input::State::absent) {
    return compare(comparison, given.seen());
  }
  if (const Json* instead = metric.find("if_absent")) {
    const Rational value =
        instead->is(Json::Kind::boolean) ? Rational(instead->boolean ? 1 : 0) : number_in(*instead);
    return compare(comparison, Ends{value, value});
  }
  return absent == Absent::no ? Answer::no : Answer::open;
}

Answer Oracle::compare_count(const Json& comparison, Absent absent) const {
  const bool events = comparison.find("count_of") != nullptr;
  const Input given = input(member(comparison, events ? "count_of" : "sample_of").string);
  for (const char* key : {"num", "den", "n"}) {
    const Json* count = given.given == nullptr ? nullptr : given.given->find(key);
    if (count != nullptr && events == (std::string_view(key) == "num")) {
      return compare(comparison, Ends{count->number, count->number});
    }
  }
  const bool is_no = absent == Absent::no && given.state != Input::State::unknown;
  return is_no ? Answer::no : Answer::open;
}

Answer Oracle::compare_word(const Json& comparison, Absent absent) const {
  const Json* enrolment = request_.find("enrolment");
  const Json* seen =
      enrolment == nullptr ? nullptr : enrolment->find(member(comparison, "enrolment").string);
  return seen == nullptr ? absent == Absent::no ? Answer::no : Answer::open
         : seen->string == member(comparison, "is").string ? Answer::yes
                                                           : Answer::no;
}

Answer Oracle::holds(const Json& condition, Absent absent, bool sees_score) const {
  for (const bool all : {true, false}) {
    if (const Json* parts = condition.find(all ? "all" : "any")) {
      std::vector<Answer> answers;
      for (const Json& one : parts->items) {
        answers.push_back(holds(one, absent, sees_score));
      }
      return join(answers, all ? Answer::no : Answer::yes);
    }
  }
  if (const Json* standards = condition.find("met")) {
    std::vector<Answer> answers;
    for (const Json& one : standards->items) {
      answers.push_back(standard(one.string));
    }
    return join(answers, Answer::no);
  }
  if (const Json* which = condition.find("score")) {
    std::optional<Ends> seen = sees_score ? total_ : std::nullopt;
    if (seen && which->string == "value") {
      seen = Ends{rounded(seen->low), rounded(seen->high)};
    }
    return compare(condition, seen);
  }
  if (const Json* id = condition.find("node")) {
    const Json* given = request_.find("given");
    const Json* own = given == nullptr ? nullptr : given->find(id->string);
    const auto found = nodes_.find(id->string);
    return compare(condition, found != nodes_.end() ? found->second
                              : nodes_.empty() && own != nullptr
                                  ? std::optional(Ends{own->number, own->number})
                                  : std::nullopt);
  }
  if (const Json* stage = condition.find("stage")) {
    return !sees_score || !total_ || stage_.empty() ? Answer::open
           : stage->string == stage_                ? Answer::yes
                                                    : Answer::no;
  }
  if (condition.find("enrolment") != nullptr) {
    return compare_word(condition, absent);
  }
  return condition.find("metric") != nullptr ? compare_metric(condition, absent, false)
                                             : compare_count(condition, absent);
}

Answer Oracle::standard(std::string_view id) const {
  return standard(*with_id(items_of(document_, "standards"), id));
}

Answer Oracle::standard(const Json& standard) const {
  std::vector<Answer> answers = {
      compare_metric(standard, Absent::open, standard.find("no_sample") != nullptr)};
  for (const Json& other : items_of(standard, "or")) {
    answers.push_back(compare_metric(other, Absent::open, false));
  }
  return join(answers, Answer::yes);
}

std::optional<Rational> Oracle::target(const Json& standard) const {
  for (const char* operation : kOperators) {
    if (const Json* wanted = standard.find(operation)) {
      return threshold(*wanted);
    }
  }
  return std::nullopt;
}

void Oracle::leaves(const Json& condition, bool sees_score, std::vector<Answer>& list) const {
  for (const char* key : {"all", "any"}) {
    for (const Json& one : items_of(condition, key)) {
      leaves(one, sees_score, list);
    }
  }
  for (const Json& id : items_of(condition, "met")) {
    const Json& met = *with_id(items_of(document_, "standards"), id.string);
    list.push_back(compare_metric(met, Absent::open, met.find("no_sample") != nullptr));
    for (const Json& other : items_of(met, "or")) {
      list.push_back(compare_metric(other, Absent::open, false));
    }
  }
  if (condition.find("all") == nullptr && condition.find("any") == nullptr &&
      condition.find("met") == nullptr) {
    list.push_back(holds(condition, Absent::open, sees_score));
  }
}

// From here on: the score.

// Whether the store surely has no score; notes that it may have none.
bool Oracle::excluded(const Json& where) {
  for (const Json& exclusion : items_of(where, "not_scored")) {
    const Answer answer = holds(member(exclusion, "when"), Absent::no);
    if (answer == Answer::yes) {
      reason_ = reason_.empty() ? member(exclusion, "reason").string : reason_;
      return true;
    }
    maybe_unscored_ = maybe_unscored_ || answer == Answer::open;
  }
  return false;
}

void Oracle::work_out() {
  for (const Json& exclusion : items_of(document_, "not_applicable")) {
    if (holds(member(exclusion, "when"), Absent::no) == Answer::yes) {
      status_ = "not_applicable";
      reason_ = member(exclusion, "reason").string;
      return;
    }
  }
  status_ = score_ == nullptr ? "judged" : "scored";
  if (score_ == nullptr) {
    return;
  }
  if (excluded(*score_)) {
    status_ = "not_scored";
    return;
  }
  std::vector<const Json*> possible;
  bool formal_possible = true;
  for (const Json& stage : items_of(*score_, "stages")) {
    const Answer answer = holds(member(stage, "when"), Absent::no);
    if (answer != Answer::no && formal_possible) {
      if (!excluded(stage)) {
        possible.push_back(&stage);
      } else {
        maybe_unscored_ = maybe_unscored_ || answer == Answer::open;
      }
      formal_possible = answer == Answer::open;
    }
  }
  if (possible.empty() && !formal_possible) {
    status_ = "not_scored";
    return;
  }
  reason_.clear();
  if (possible.size() == 1 && !formal_possible) {
    score_stage(*possible.front());
    return;
  }
  std::optional<Ends> total = formal_possible ? formal() : std::nullopt;
  formal_ = possible.empty();
  if (formal_) {
    stage_ = string_of(*score_, "stage");
    if (!total) {
      status_ = "not_scored";
      reason_ = "nothing_assessed";
    }
  }
  for (const Json* stage : possible) {
    const Rational points = figure(*stage, "points");
    const Ends fixed = adjusted({points, points}, items_of(*stage, "adjustments"));
    total = total ? hull(*total, fixed) : fixed;
  }
  total_ = total;
  if (formal_ && total_) {
    derive();
  }
}

void Oracle::score_stage(const Json& stage) {
  const Rational points = figure(stage, "points");
  total_ = adjusted({points, points}, items_of(stage, "adjustments"));
  stage_ = member(stage, "id").string;
}

std::optional<Ends> Oracle::formal() {
  const std::optional<Ends> sum = group(member(*score_, "nodes"), 1);
  return sum ? std::optional(adjusted(*sum, items_of(*score_, "adjustments"))) : std::nullopt;
}

// `share`: of the group in the total.
std::optional<Ends> Oracle::group(const Json& nodes, const Rational& share) {
  const Json* weights = nullptr;
  std::string method;
  if (const Json* profile = request_.find("profile")) {
    weights = profile->find("weights");
    method = string_of(*profile, "method");
  }
  if (const Json* methods = score_->find("methods")) {
    method = method.empty() ? member(*methods, "of").items.front().string : method;
  }
  std::map<std::string, Rational> own;
  Rational sum;
  for (const Json& one : nodes.items) {
    const std::string& id = member(one, "id").string;
    nodes_[id] = node(one);
    const Json* weight = weights == nullptr ? nullptr : weights->find(id);
    if (nodes_[id]) {
      own[id] = weight == nullptr ? figure(one, "weight") : number_in(*weight);
      sum += own[id];
    }
  }
  std::optional<Ends> total;
  for (const auto& [id, weight] : own) {
    const Ends& score = *nodes_[id];
    if (method == "minimum") {
      total =
          total ? Ends{smaller(total->low, score.low), smaller(total->high, score.high)} : score;
      continue;
    }
    weights_[id] = sum.is_zero() ? Rational() : weight / sum;
    shares_[id] = share * weights_[id];
    total = total.value_or(Ends{});
    total->low += weights_[id] * score.low;
    total->high += weights_[id] * score.high;
  }
  return total;
}

std::optional<Ends> Oracle::node(const Json& node) {
  const std::string& id = member(node, "id").string;
  const Json* profile = request_.find("profile");
  if (profile != nullptr && contains(items_of(*profile, "not_assessed"), id)) {
    return std::nullopt;
  }
  const Json* given = request_.find("given");
  if (given != nullptr && given->find(id) != nullptr) {
    return Ends{given->find(id)->number, given->find(id)->number};
  }
  return node.find("nodes") == nullptr ? indicator(node) : group(member(node, "nodes"), 0);
}

std::optional<Ends> Oracle::indicator(const Json& node) const {
  const Input given = input(member(node, "metric").string);
  const Json* flat = node.find("flat");
  const Answer small = flat == nullptr ? Answer::no : holds(member(*flat, "when"), Absent::no);
  const Ends fixed =
      flat == nullptr ? Ends{} : Ends{figure(*flat, "points"), figure(*flat, "points")};
  if (small == Answer::yes) {
    return fixed;
  }
  const Json& range = member(node, "range");
  const Ends anything{range.items[0].number, range.items[1].number};
  if (given.state == Input::State::value) {
    const std::optional<Rational> scored = points(node, given.value);
    return !scored                 ? anything
           : small == Answer::open ? hull({*scored, *scored}, fixed)
                                   : Ends{*scored, *scored};
  }
  return given.state == Input::State::absent && flag_of(node, "optional") ? std::nullopt
                                                                          : std::optional(anything);
}

// Nothing where the curve needs thresholds that nobody gave.
std::optional<Rational> Oracle::points(const Json& node, const Rational& value) const {
  const Json* curve = node.find("curve");
  if (const Json* profile = request_.find("profile")) {
    const Json* tables = profile->find("tables");
    const Json* own = tables == nullptr ? nullptr : tables->find(member(node, "id").string);
    curve = own == nullptr ? curve : own;
  }
  const std::string& kind = member(*curve, "kind").string;
  Rational scored = value;
  if (kind == "linear") {
    scored = through(knots_of(*curve), value);
  } else if (kind == "steps") {
    scored = in_rows(*curve, value);
  } else if (kind == "benchmarks") {
    const std::optional<Rational> excellent = threshold(member(*curve, "excellent"));
    const std::optional<Rational> poor = threshold(member(*curve, "poor"));
    if (!excellent || !poor) {
      return std::nullopt;
    }
    const Json& metric = *with_id(items_of(document_, "metrics"), member(node, "metric").string);
    const bool higher = member(metric, "better").string == "higher";
    const std::vector<Json>& ends = member(metric, "range").items;
    const std::vector<Json>& at = member(*curve, "points").items;
    const Rational reach = *excellent + member(*curve, "reach").number * (*poor - *excellent);
    const Rational worst = higher && ends[0].is(Json::Kind::number) ? larger(reach, ends[0].number)
                           : !higher && ends[1].is(Json::Kind::number)
                               ? smaller(reach, ends[1].number)
                               : reach;
    // Of two points at one place the first is meant.
    std::vector<std::pair<Rational, Rational>> knots;
    const Rational places[] = {ends[higher ? 1 : 0].number, *excellent, *poor, worst};
    for (std::size_t i = 0; i < at.size(); ++i) {
      if (knots.empty() || knots.back().first != places[i]) {
        knots.emplace_back(places[i], at[i].number);
      }
    }
    if (higher) {
      std::reverse(knots.begin(), knots.end());
    }
    scored = through(knots, value);
  }
  return between(scored, member(node, "range"));
}

// Bonuses, deductions and bands in their order, and the limits in their places.
Ends Oracle::adjusted(const Ends& sum, const std::vector<Json>& adjustments) {
  Ends total = sum;
  bonus_ = 0;
  for (const Json& one : adjustments) {
    if (one.find("bands") != nullptr) {
      total = banded(one, total);
    } else if (one.find("at_most") != nullptr) {
      const Rational most = figure(one, "at_most");
      total = {smaller(total.low, most), smaller(total.high, most)};
    } else if (one.find("at_least") != nullptr) {
      const Rational least = figure(one, "at_least");
      total = {larger(total.low, least), larger(total.high, least)};
    } else {
      const Ends points = one.find("metric") == nullptr ? bonus_of(one) : events_of(one);
      total = {total.low + points.low, total.high + points.high};
      bonus_ += points.low;
    }
  }
  return total;
}

Ends Oracle::bonus_of(const Json& adjustment) {
  const std::string& id = member(adjustment, "id").string;
  const Rational points = figure(adjustment, "points");
  const Answer answer = holds(member(adjustment, "when"), Absent::no);
  Ends all{points, points};
  if (const Json* named = adjustment.find("node")) {
    const Json* given = request_.find("given");
    const auto score = nodes_.find(named->string);
    all = {};
    const bool is_given = given != nullptr && given->find(named->string) != nullptr;
    if (score != nodes_.end() && score->second && !is_given) {
      const Json& range = member(*with_id(member(*score_, "nodes").items, named->string), "range");
      const Rational& share = shares_[named->string];
      all = {share * (between(score->second->low + points, range) - score->second->low),
             share * (between(score->second->high + points, range) - score->second->high)};
    }
  }
  const bool nothing = all.low.is_zero() && all.high.is_zero();
  applied_[id] = nothing ? Answer::no : answer;
  return answer == Answer::no || nothing ? Ends{}
         : answer == Answer::yes         ? all
                                         : Ends{smaller(all.low, 0), larger(all.high, 0)};
}

Ends Oracle::events_of(const Json& adjustment) {
  const std::string& metric = member(adjustment, "metric").string;
  const Input given = input(metric);
  const Rational each = figure(adjustment, "each");
  const Json& range = member(*with_id(items_of(document_, "metrics"), metric), "range");
  const Rational most = range.items[1].is(Json::Kind::number) ? range.items[1].number : Rational();
  const Rational limit = figure_or(adjustment, "limit", each * most);
  Answer& applied = applied_[member(adjustment, "id").string];
  applied = Answer::no;
  if (given.state == Input::State::absent) {
    return {};
  }
  if (given.state != Input::State::value) {
    applied = Answer::open;
    return {smaller(limit, 0), larger(limit, 0)};
  }
  Rational points = each * given.value;
  if (adjustment.find("limit") != nullptr) {
    points = limit.sign() < 0 ? larger(points, limit) : smaller(points, limit);
  }
  applied = points.is_zero() ? Answer::no : Answer::yes;
  return {points, points};
}

// A score of a band is shown somewhere in [from, below).
Ends Oracle::banded(const Json& adjustment, const Ends& sum) {
  const Answer answer = holds(member(adjustment, "when"), Absent::no);
  if (answer == Answer::no) {
    return sum;
  }
  const int digits =
      static_cast<int>(*to_int64(member(member(*score_, "rounding"), "digits").number));
  std::optional<Ends> shown;
  const auto add = [&](const Ends& more) { shown = shown ? hull(*shown, more) : more; };
  const std::vector<Json>& bands = member(adjustment, "bands").items;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const Rational& from = member(bands[i], "at_least").number;
    const bool reached = sum.high >= from;
    const bool above = i > 0 && sum.low >= member(bands[i - 1], "at_least").number;
    if (reached && !above) {
      const std::vector<Json>& to = member(bands[i], "shown").items;
      add({to[0].number, to[1].number - Rational::ratio(1, power_of_ten(digits))});
    }
  }
  if (!shown) {
    return sum;
  }
  in_band_ = true;
  const Rational& first = member(bands.back(), "at_least").number;
  if (sum.low < first) {
    add({sum.low, smaller(sum.high, first)});
  }
  if (answer == Answer::open) {
    add(sum);
  }
  return *shown;
}

Rational Oracle::rounded(const Rational& value) const {
  const Json& rounding = member(*score_, "rounding");
  const std::string& mode = member(rounding, "mode").string;
  return round_to(value, static_cast<int>(*to_int64(member(rounding, "digits").number)),
                  mode == "half_up"     ? Rounding::half_up
                  : mode == "half_even" ? Rounding::half_even
                  : mode == "down"      ? Rounding::down
                                        : Rounding::up);
}

void Oracle::derive() {
  derived_["value"] = {rounded(total_->low), rounded(total_->high)};
  for (const Json& one : items_of(*score_, "derived")) {
    const Ends& of = derived_[member(one, "of").string];
    const Json& curve = member(one, "curve");
    derived_[member(one, "id").string] = {in_rows(curve, of.low), in_rows(curve, of.high)};
  }
}

// From here on: what the reply must say.

// No score in one of them, or nothing to judge by, is undetermined before anything else.
std::string Oracle::verdict() const {
  bool no_score = false;
  std::vector<Answer> answers;
  for (const Json& one : items_of(document_, "standards")) {
    if (one.find("only") == nullptr && !flag_of(one, "advisory")) {
      answers.push_back(standard(one));
      no_score = no_score || input(member(one, "metric").string).state == Input::State::no_score;
    }
  }
  const Answer answer = no_score || answers.empty() ? Answer::open : join(answers, Answer::no);
  return answer == Answer::open ? "undetermined" : answer == Answer::yes ? "pass" : "fail";
}

// The first of the tiers or look-backs that holds, or those that may.
std::string Oracle::choice(std::string_view key) const {
  std::string possible;
  int count = 0;
  bool open = false;
  if (key == "tiers") {
    choose(key, status_ != "not_scored", possible, count, open);
    if (status_ != "not_scored" && maybe_unscored_) {
      choose(key, false, possible, count, open);
      open = true;
    }
  } else {
    choose(key, true, possible, count, open);
  }
  return count == 0 ? "" : count == 1 && !open ? possible : "possible " + possible;
}

// Of the tiers those of stores with a score, or without.
void Oracle::choose(std::string_view key, bool scored, std::string& possible, int& count,
                    bool& open) const {
  for (const Json& one : items_of(document_, key)) {
    if (flag_of(one, "not_scored") == scored) {
      continue;
    }
    const Json* when = one.find("when");
    const Answer answer = when == nullptr ? Answer::yes : holds(*when, Absent::open);
    if (answer == Answer::no) {
      continue;
    }
    possible += (possible.empty() ? "" : ",") + member(one, "id").string;
    ++count;
    open = open || answer == Answer::open;
    if (answer == Answer::yes) {
      break;
    }
  }
}

std::string Oracle::answers() const {
  std::string text = status_ + " " + reason_ + " " + stage_;
  for (const Json& one : items_of(document_, "standards")) {
    text += " " + text_of(standard(one));
  }
  text += " " + verdict();
  for (const Json& gate : items_of(document_, "gates")) {
    text += " " + text_of(holds(member(gate, "when"), Absent::open));
  }
  text += " " + choice("tiers") + " " + choice("lookback");
  for (const auto& [id, answer] : applied_) {
    text += " " + id + " " + text_of(answer);
  }
  if (total_) {
    text += " " + to_fraction(total_->low - bonus_) + " " + to_fraction(total_->high - bonus_);
  }
  for (const auto& [id, ends] : derived_) {
    text += " " + to_fraction(ends.low) + " " + to_fraction(ends.high);
  }
  return text;
}

namespace {

void expect(std::vector<std::string>& wrong, std::string_view what, const std::string& want,
            const std::string& got) {
  if (want != got) {
    wrong.push_back(std::string(what) + ": want " + want + ", got " + got);
  }
}

// `name` ("" where the ends are called low and high) at both ends.
void expect_ends(std::vector<std::string>& wrong, const Json& object, const std::string& name,
                 const Ends& want) {
  for (const bool low : {true, false}) {
    const std::string end = low ? "low" : "high";
    const bool bare = name == "score" || name == "value";
    const Json* split = object.find(bare ? end : name + "_" + end);
    const Json* got = split == nullptr ? object.find(name) : split;
    expect(wrong, string_of(object, "id").empty() ? name : std::string(string_of(object, "id")),
           display(low ? want.low : want.high, kPrinted),
           got == nullptr ? "nothing" : display(got->number, kPrinted));
  }
}

std::string choice_in(const Json& value, std::string_view key) {
  const Json* found = value.find(key);
  if (found == nullptr) {
    return "";
  }
  std::string possible;
  for (const Json& id : items_of(*found, "possible")) {
    possible += (possible.empty() ? "" : ",") + id.string;
  }
  return possible.empty() ? std::string(string_of(*found, "id")) : "possible " + possible;
}

}  // namespace

void Oracle::compare_nodes(const Json& nodes, const std::vector<Json>& replied,
                           std::vector<std::string>& wrong) const {
  expect(wrong, "number of nodes", std::to_string(nodes.items.size()),
         std::to_string(replied.size()));
  for (std::size_t i = 0; i < std::min(nodes.items.size(), replied.size()); ++i) {
    const std::string& id = member(nodes.items[i], "id").string;
    const Json& got = replied[i];
    expect(wrong, "node", id, std::string(string_of(got, "id")));
    const std::optional<Ends>& want = nodes_.at(id);
    const Json* weight = got.find("weight");
    const auto own = weights_.find(id);
    if (want) {
      expect_ends(wrong, got, "score", *want);
    }
    expect(wrong, id + " is assessed", want ? "true" : "false",
           string_of(got, "basis") == "not_assessed" ? "false" : "true");
    expect(wrong, id + " weighs",
           own == weights_.end() ? "nothing" : display(own->second, kPrinted),
           weight == nullptr ? "nothing" : display(weight->number, kPrinted));
    if (const Json* below = got.find("nodes")) {
      compare_nodes(member(nodes.items[i], "nodes"), below->items, wrong);
    }
  }
}

// A gate that reads only exact scores sees none in an estimate. Without a score, gates that are
// undetermined are left out.
void Oracle::compare_gates(const Json& value, std::vector<std::string>& wrong) const {
  const std::vector<Json>& replied = items_of(value, "gates");
  const bool exact = string_of(value, "basis") == "exact";
  std::size_t count = 0;
  for (const Json& gate : items_of(document_, "gates")) {
    const std::string& id = member(gate, "id").string;
    const bool sees_score = exact || !flag_of(gate, "exact");
    const Answer answer = holds(member(gate, "when"), Absent::open, sees_score);
    if (status_ == "not_scored" && answer == Answer::open) {
      continue;
    }
    if (count == replied.size()) {
      wrong.push_back("the gate is missing: " + id);
      return;
    }
    const Json& got = replied[count++];
    expect(wrong, "gate", id, std::string(string_of(got, "id")));
    expect(wrong, id, text_of(answer), text_of(got.find("met")));
    std::vector<Answer> list;
    leaves(member(gate, "when"), sees_score, list);
    const std::vector<Json>& conditions = items_of(got, "conditions");
    expect(wrong, id + " has conditions", std::to_string(list.size()),
           std::to_string(conditions.size()));
    for (std::size_t i = 0; i < std::min(list.size(), conditions.size()); ++i) {
      expect(wrong, id + "/" + std::to_string(i), text_of(list[i]),
             text_of(conditions[i].find("met")));
    }
  }
  expect(wrong, "number of gates", std::to_string(count), std::to_string(replied.size()));
}

std::vector<std::string> Oracle::differences(const Json& value) const {
  std::vector<std::string> wrong;
  expect(wrong, "status", status_, std::string(string_of(value, "status")));
  expect(wrong, "reason", reason_, std::string(string_of(value, "reason")));
  if (status_ == "not_applicable") {
    return wrong;
  }
  const Json* score = value.find("score");
  expect(wrong, "score", total_ ? "there" : "nothing", score == nullptr ? "nothing" : "there");
  if (total_ && score != nullptr) {
    expect(wrong, "stage", stage_, std::string(string_of(*score, "stage")));
    expect_ends(wrong, *score, "unrounded", *total_);
    expect_ends(wrong, *score, "value", {rounded(total_->low), rounded(total_->high)});
    for (const auto& [id, ends] : derived_) {
      expect_ends(wrong, *score, id, ends);
    }
    if (formal_) {
      compare_nodes(member(*score_, "nodes"), items_of(value, "nodes"), wrong);
    }
    for (const Json& got : items_of(value, "adjustments")) {
      const auto applied = applied_.find(member(got, "id").string);
      if (applied != applied_.end()) {
        expect(wrong, applied->first, text_of(applied->second), text_of(got.find("applied")));
      }
    }
  }
  std::size_t i = 0;
  const std::vector<Json>& standards = items_of(value, "standards");
  for (const Json& one : items_of(document_, "standards")) {
    if (one.find("only") == nullptr) {
      const Json* got = i < standards.size() ? standards[i].find("met") : nullptr;
      expect(wrong, member(one, "id").string, text_of(standard(one)), text_of(got));
      ++i;
    }
  }
  if (i > 0) {
    expect(wrong, "verdict", verdict(), std::string(string_of(value, "verdict")));
  }
  compare_gates(value, wrong);
  expect(wrong, "tier", choice("tiers"), choice_in(value, "tier"));
  expect(wrong, "lookback", choice("lookback"), choice_in(value, "lookback"));
  return wrong;
}

}  // namespace shopgauge::tests

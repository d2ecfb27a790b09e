// Walks through a document.

#include "tests/property/edition.h"

#include <algorithm>
#include <utility>

#include "core/base/decimal.h"
#include "tests/api/corpus.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

constexpr const char* kSubjects[] = {"metric", "count_of", "sample_of", "score", "node"};
constexpr const char* kOperators[] = {"at_least", "above", "at_most", "below"};

void collect(const std::vector<Json>& nodes, std::vector<const Json*>& list) {
  for (const Json& node : nodes) {
    list.push_back(&node);
    collect(items_of(node, "nodes"), list);
  }
}

// The end of a range, or nothing.
std::optional<Rational> end_of(const Json& metric, std::size_t which) {
  const Json* range = metric.find("range");
  return range != nullptr && range->items[which].is(Json::Kind::number)
             ? std::optional(range->items[which].number)
             : std::nullopt;
}

Rational rounded_to(const Rational& value, const Rational& step) {
  return truncate(value / step) * step;
}

}  // namespace

std::optional<Rational> default_of(const Json& threshold) {
  const Json* fallback = threshold.find("default");
  const Json* value = (fallback == nullptr ? threshold : *fallback).find("value");
  return value == nullptr ? std::nullopt : std::optional(number_in(*value));
}

Rational last_unit(const Rational& value) {
  const std::string text = is_decimal(value) ? to_decimal(value) : display(value, 6);
  const std::size_t point = text.find('.');
  return point == std::string::npos
             ? Rational(1)
             : Rational::ratio(1, power_of_ten(static_cast<int>(text.size() - point - 1)));
}

Edition::Edition(std::string path) : document_(parse(read_file(path), path)) {
  for (const JsonMember& part : document_.members) {
    if (part.key != "cycle" && part.key != "rows") {
      find_leaves(part.value, pointer_step(part.key), {});
    }
  }
  choose_numbers();
}

Json Edition::request() const {
  return object(
      {{"program", member(document_, "program")}, {"edition", member(document_, "edition")}});
}

const std::vector<Json>& Edition::metrics() const { return items_of(document_, "metrics"); }

const Json& Edition::metric(std::string_view id) const {
  const auto found = std::find_if(metrics().begin(), metrics().end(),
                                  [&](const Json& one) { return string_of(one, "id") == id; });
  return found == metrics().end() ? member(document_, "no such metric") : *found;
}

Rational Edition::step(const Json& metric) const {
  const Json* step = metric.find("step");
  return step == nullptr ? Rational(1) : step->number;
}

bool Edition::admits(const Json& metric, const Rational& value) {
  const auto low = end_of(metric, 0);
  const auto high = end_of(metric, 1);
  return (!low || value >= *low) && (!high || value <= *high);
}

// The end of the range; where there is none, twice as far as any threshold or knot.
Json Edition::far(const Json& metric, bool high) const {
  if (string_of(metric, "kind") == "flag") {
    return truth(high);
  }
  if (const auto end = end_of(metric, high ? 1 : 0)) {
    return number(*end);
  }
  Rational farthest = 1000;
  for (const Leaf& leaf : leaves_) {
    if (leaf.id == string_of(metric, "id")) {
      farthest = max(farthest, default_of(*leaf.threshold).value_or(0));
    }
  }
  for (const auto& [path, value] : chosen_) {
    farthest = max(farthest, value);
  }
  return number((high ? 2 : -2) * farthest);
}

Json Edition::best(const Json& metric) const {
  return far(metric, string_of(metric, "better") != "lower");
}

Json Edition::worst(const Json& metric) const {
  return far(metric, string_of(metric, "better") == "lower");
}

bool Edition::must_be_given(const std::string& path) const {
  const auto found = has_default_.find(path);
  return found != has_default_.end() && !found->second;
}

const std::vector<Json>& Edition::top_nodes() const {
  static const std::vector<Json> kNone;
  return score() == nullptr ? kNone : items_of(*score(), "nodes");
}

std::vector<const Json*> Edition::all_nodes() const {
  std::vector<const Json*> list;
  collect(top_nodes(), list);
  return list;
}

Rational Edition::score_unit() const {
  const Rational& digits = member(member(*score(), "rounding"), "digits").number;
  return Rational::ratio(1, power_of_ten(static_cast<int>(*to_int64(digits))));
}

void Edition::find_leaves(const Json& at, const std::string& path, std::vector<const Json*> above) {
  if (at.find("all") != nullptr || at.find("any") != nullptr) {
    above.push_back(&at);
  }
  for (const char* operation : kOperators) {
    const Json* threshold = at.find(operation);
    for (const char* subject : kSubjects) {
      const Json* id = at.find(subject);
      if (threshold != nullptr && threshold->is(Json::Kind::object) && id != nullptr) {
        leaves_.push_back({path, &at, subject, id->string, operation, threshold, above});
      }
    }
  }
  for (std::size_t i = 0; i < at.items.size(); ++i) {
    find_leaves(at.items[i], path + "/" + std::to_string(i), above);
  }
  for (const JsonMember& part : at.members) {
    find_leaves(part.value, path + pointer_step(part.key), above);
  }
}

// A number for every profile path: a little off the default, or well within what is compared. Of
// several without a default each lies below the one before, as tiers do.
void Edition::choose_numbers() {
  int count = 0;
  for (const Leaf& leaf : leaves_) {
    Rational low;
    Rational high = 100;
    Rational unit = 1;
    if (leaf.subject == "score") {
      low = member(*score(), "scale").items[0].number;
      high = member(*score(), "scale").items[1].number;
      unit = score_unit();
    } else if (leaf.subject == "node") {
      low = 50;
    } else if (leaf.subject == "metric") {
      const Json& measured = metric(leaf.id);
      low = end_of(measured, 0).value_or(0);
      high = end_of(measured, 1).value_or(low + 1000 * step(measured));
      unit = step(measured);
    }
    const bool near_low = leaf.operation == "at_most" || leaf.operation == "below";
    const Rational share = Rational::ratio(97 - 3 * count, 100);
    const Rational free = rounded_to(low + (high - low) * (near_low ? 1 - share : share), unit);
    const auto usual = default_of(*leaf.threshold);
    if (usual) {
      const Rational other = *usual + unit <= high ? *usual + unit : *usual - unit;
      choose(*leaf.threshold, other);
    } else {
      choose(*leaf.threshold, free);
      count = (count + 1) % 30;
    }
  }
  // Benchmarks: "poor" must be worse than "excellent".
  for (const Json* node : all_nodes()) {
    const Json* curve = node->find("curve");
    if (curve != nullptr && string_of(*curve, "kind") == "benchmarks") {
      const Json& measured = metric(member(*node, "metric").string);
      const int worse = string_of(measured, "better") == "higher" ? -1 : 1;
      const Rational best =
          *(worse < 0 ? end_of(measured, 1) : end_of(measured, 0)) + worse * 3 * step(measured);
      choose(member(*curve, "excellent"), best);
      choose(member(*curve, "poor"), best + worse * 20 * step(measured));
    }
  }
}

void Edition::choose(const Json& threshold, const Rational& value) {
  if (const Json* path = threshold.find("profile")) {
    chosen_.emplace(path->string, value);
    has_default_[path->string] = threshold.find("default") != nullptr;
  }
}

}  // namespace shopgauge::tests

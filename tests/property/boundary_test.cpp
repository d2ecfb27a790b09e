// Every threshold, knot and row of every shipped document: a request just below it, at it and just
// above it comes out as the operator says. The requests are made from the documents, the expected
// answers by the oracle.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "tests/property/fixture.h"
#include "tests/property/oracle.h"
#include "tests/property/steer.h"

namespace shopgauge::tests {
namespace {

class Boundary : public OfEdition {
 protected:
  // The engine answers as the oracle does, which is returned; it looks at the request further on.
  Oracle ask(const Json& request) {
    const std::string text = written(request);
    const Json reply = parse(assess(catalog_, text), text);
    Oracle oracle(edition_.document(), request);
    if (!is_ok(reply)) {
      ADD_FAILURE() << text << "\n" << written(reply);
    } else {
      for (const std::string& wrong : oracle.differences(member(reply, "value"))) {
        ADD_FAILURE() << wrong << "\n" << text;
      }
    }
    return oracle;
  }

  // The leaf's subject around the target, which stands in the profile at `path` where that is not
  // empty. What is decided changes there, if anything can show it.
  void try_around(const Leaf& leaf, const Rational& target, const std::string& path);
};

INSTANTIATE_TEST_SUITE_P(Of, Boundary, testing::ValuesIn(shipped_documents()), &name_of_document);

// Around a number: by the metric's step, and by a unit of the number's last digit.
std::vector<Rational> around(const Rational& number, const Rational& step) {
  std::vector<Rational> values;
  for (const Rational& by : {-last_unit(number), -step, Rational(), step, last_unit(number)}) {
    if (std::find(values.begin(), values.end(), number + by) == values.end()) {
      values.push_back(number + by);
    }
  }
  std::sort(values.begin(), values.end());
  return values;
}

// The inputs that give the leaf's subject this value: plain, or a rate in all its forms.
std::vector<Json> inputs_of(const Leaf& leaf, const Json& metric, const Rational& value,
                            bool all_forms) {
  constexpr std::int64_t kTimes = 7;
  if (leaf.subject == "count_of") {
    return {object({{"num", number(value)}, {"den", number(value + 1000)}})};
  }
  if (leaf.subject == "sample_of") {
    const bool rate = string_of(metric, "kind") == "rate";
    return {rate ? object({{"num", number(0)}, {"den", number(value)}})
                 : object({{"sum", number(value)}, {"n", number(value)}})};
  }
  std::vector<Json> inputs = {number(value)};
  const auto fraction = value.small();
  if (all_forms && string_of(metric, "kind") == "rate" && fraction) {
    inputs.push_back(object({{"num", number(kTimes * fraction->numerator)},
                             {"den", number(kTimes * fraction->denominator)}}));
    inputs.push_back(object({{"percent", number(value * 100)}}));
  }
  return inputs;
}

void Boundary::try_around(const Leaf& leaf, const Rational& target, const std::string& path) {
  const Json& metric = edition_.metric(leaf.id);
  const bool counts = leaf.subject != "metric" || string_of(metric, "kind") == "count";
  bool visible = false;
  bool steered = false;
  for (const Base base : kBases) {
    Json request = request_from(edition_, base);
    if (!path.empty()) {
      put_at(object_part(request, "profile"), path, number(target));
    }
    const bool is_steered = base == Base::steered && steer_to(edition_, leaf, request);
    steered = steered || is_steered;
    std::set<std::string> answers;
    for (const Rational& value : around(target, counts ? 1 : edition_.step(metric))) {
      if ((leaf.subject == "metric" && !Edition::admits(metric, value)) || value.sign() < 0) {
        continue;
      }
      for (const Json& input : inputs_of(leaf, metric, value, base == Base::steered)) {
        part(object_part(request, "metrics"), leaf.id) = input;
        SCOPED_TRACE(leaf.path + " " + to_fraction(value));
        answers.insert(ask(request).answers());
      }
    }
    visible = visible || answers.size() > 1;
  }
  EXPECT_TRUE(visible || !steered) << leaf.path << " changes nothing that is decided";
}

// Thresholds of metrics and of their counts: the program's, and a number of the shop's own.
TEST_P(Boundary, OfEveryMetric) {
  for (const Leaf& leaf : edition_.leaves()) {
    if (leaf.subject == "score" || leaf.subject == "node") {
      continue;
    }
    if (const auto usual = default_of(*leaf.threshold)) {
      try_around(leaf, *usual, "");
    }
    if (const Json* path = leaf.threshold->find("profile")) {
      try_around(leaf, edition_.chosen().at(path->string), path->string);
    }
  }
}

// The values at which a curve turns or steps. `own`: benchmarks stand in the profile of the
// request.
std::vector<Rational> places_of(const Edition& edition, const Json& curve, bool own,
                                Json& request) {
  std::vector<Rational> places;
  for (const char* key : {"knots", "rows"}) {
    for (const Json& line : items_of(curve, key)) {
      places.push_back(line.items.front().number);
      places.push_back(line.items[line.items.size() - 2].number);
    }
  }
  for (const char* key : {"excellent", "poor"}) {
    if (const Json* threshold = curve.find(key)) {
      const std::string& path = member(*threshold, "profile").string;
      places.push_back(own ? edition.chosen().at(path) : *default_of(*threshold));
      if (own) {
        put_at(object_part(request, "profile"), path, number(places.back()));
      }
    }
  }
  if (const Json* reach = curve.find("reach")) {
    places.push_back(places[0] + reach->number * (places[1] - places[0]));
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

// The points of an indicator around each knot and each end of a row.
TEST_P(Boundary, OfEveryCurve) {
  for (const Json* node : edition_.all_nodes()) {
    const Json* curve = node->find("curve");
    if (curve == nullptr) {
      continue;
    }
    const Json& metric = edition_.metric(member(*node, "metric").string);
    for (const bool own : {false, true}) {
      Json request = request_from(edition_, Base::best);
      if (own && curve->find("reach") == nullptr) {
        continue;
      }
      for (const Rational& place : places_of(edition_, *curve, own, request)) {
        for (const Rational& value : around(place, edition_.step(metric))) {
          if (Edition::admits(metric, value)) {
            SCOPED_TRACE(member(*node, "id").string + " " + to_fraction(value));
            part(object_part(request, "metrics"), string_of(metric, "id")) = number(value);
            (void)ask(request);
          }
        }
      }
    }
  }
}

// Every score that can be shown, just where the rounding brings it up, and just below: gates,
// tiers, bands, limits and derived figures. Each node is given, so that the score lands there.
TEST_P(Boundary, OfEveryScore) {
  if (edition_.score() == nullptr) {
    return;
  }
  const Rational unit = edition_.score_unit();
  const Rational tiny = Rational::ratio(1, 1'000'000'000);
  const Json& range = member(edition_.top_nodes().front(), "range");
  const Rational& lowest = range.items[0].number;
  const Rational& highest = range.items[1].number;
  std::vector<std::set<Answer>> seen(edition_.leaves().size());
  const auto land = [&](Json& request, const Rational& score) {
    for (const Json& node : edition_.top_nodes()) {
      part(object_part(request, "given"), string_of(node, "id")) = number(score);
    }
    const Oracle oracle = ask(request);
    for (std::size_t i = 0; i < edition_.leaves().size(); ++i) {
      if (edition_.leaves()[i].subject == "score") {
        seen[i].insert(oracle.condition(*edition_.leaves()[i].comparison));
      }
    }
  };
  for (const Base base : {Base::nothing, Base::best, Base::worst}) {
    Json request = request_from(edition_, base);
    give_own_weights(edition_, request);
    for (const auto& [path, value] : edition_.chosen()) {
      put_at(object_part(request, "profile"), path, number(value));
    }
    for (Rational score = lowest; score <= highest; score += unit) {
      land(request, score);
      if (base == Base::nothing && score > lowest) {
        land(request, score - unit / 2);
        land(request, score - unit / 2 - tiny);
      }
    }
  }
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (edition_.leaves()[i].subject == "score") {
      EXPECT_GE(seen[i].size(), 2U) << edition_.leaves()[i].path << " is always or never met";
    }
  }
}

// Thresholds of single nodes.
TEST_P(Boundary, OfEveryNode) {
  const Rational cent = Rational::ratio(1, 100);
  for (const Leaf& leaf : edition_.leaves()) {
    if (leaf.subject != "node") {
      continue;
    }
    for (const bool own : {false, true}) {
      Json request = request_from(edition_, Base::best);
      for (const Json& node : edition_.top_nodes()) {
        part(object_part(request, "given"), string_of(node, "id")) = member(node, "range").items[1];
      }
      Rational target = default_of(*leaf.threshold).value_or(0);
      const Json* path = leaf.threshold->find("profile");
      if (own && path != nullptr) {
        target = edition_.chosen().at(path->string);
        put_at(object_part(request, "profile"), path->string, number(target));
      }
      std::set<std::string> answers;
      for (const Rational& value : around(target, cent)) {
        part(object_part(request, "given"), leaf.id) = number(value);
        answers.insert(ask(request).answers());
      }
      EXPECT_GT(answers.size(), 1U) << leaf.path << " changes nothing that is decided";
    }
  }
}

// The test sees thresholds in every document but those without any.
TEST(Boundaries, AreMany) {
  std::size_t leaves = 0;
  for (const std::string& path : shipped_documents()) {
    leaves += Edition(path).leaves().size();
  }
  EXPECT_GE(leaves, 150U);
}

}  // namespace
}  // namespace shopgauge::tests

// Draws inputs, profiles and readings.

#include "tests/property/draw.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "tests/api/corpus.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

constexpr std::uint64_t kUsualSeed = 20260908;

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* const given = std::getenv(name);
  return given == nullptr ? otherwise : std::strtoull(given, nullptr, 10);
}

bool is_input(const Json& json) {
  return json.find("num") != nullptr || json.find("n") != nullptr ||
         json.find("percent") != nullptr || json.find("no_score") != nullptr;
}

}  // namespace

std::uint64_t seed_of_run() { return from_environment("SHOPGAUGE_SEED", kUsualSeed); }

int times(int usual) { return usual * static_cast<int>(from_environment("SHOPGAUGE_TIMES", 1)); }

Rational Draw::within(const Rational& low, const Rational& high, const Rational& unit) {
  constexpr std::int64_t kParts = 10'000;
  const Rational share =
      Rational::ratio(static_cast<std::int64_t>(random_.below(kParts + 1)), kParts);
  return low + truncate((high - low) * share / unit) * unit;
}

Rational Draw::value(const Json& metric) {
  const Rational step = edition_.step(metric);
  std::vector<Rational> thresholds;
  for (const Leaf& leaf : edition_.leaves()) {
    const auto number = default_of(*leaf.threshold);
    if (leaf.subject == "metric" && leaf.id == string_of(metric, "id") && number) {
      thresholds.push_back(*number);
    }
  }
  if (!thresholds.empty() && random_.chance(0.5)) {
    const Rational near = thresholds[random_.below(thresholds.size())] +
                          step * (static_cast<std::int64_t>(random_.below(3)) - 1);
    if (Edition::admits(metric, near)) {
      return near;
    }
  }
  const Rational& low = edition_.worst(metric).number;
  const Rational& high = edition_.best(metric).number;
  // Most real values lie near the better end.
  Rational drawn = within(low, high, step);
  for (int i = 0; i < 2 && random_.chance(0.5); ++i) {
    drawn = within(drawn, high, step);
  }
  return string_of(metric, "kind") == "count" ? truncate(drawn) : drawn;
}

Json Draw::counts(const Rational& rate) {
  constexpr std::int64_t kSamples[] = {1, 7, 29, 30, 299, 1000, 99991};
  const std::int64_t cases = kSamples[random_.below(std::size(kSamples))];
  return object({{"num", number(truncate(rate * cases))}, {"den", number(cases)}});
}

Json Draw::input(const Json& metric) {
  const std::string_view kind = string_of(metric, "kind");
  if (random_.chance(0.05)) {
    return {};
  }
  if (flag_of(metric, "no_score") && random_.chance(0.1)) {
    return object({{"no_score", truth(true)}});
  }
  if (kind == "flag") {
    return truth(random_.chance(0.5));
  }
  const Rational drawn = value(metric);
  if (kind == "rate" && random_.chance(0.05)) {
    return object({{"num", number(0)}, {"den", number(0)}});
  }
  if (kind == "rate" && random_.chance(0.5)) {
    return random_.chance(0.5) ? counts(drawn) : object({{"percent", number(drawn * 100)}});
  }
  if (kind == "mean" && random_.chance(0.05)) {
    return object({{"sum", number(0)}, {"n", number(0)}});
  }
  if (kind == "mean" && random_.chance(0.3)) {
    const auto cases = static_cast<std::int64_t>(1 + random_.below(500));
    return object({{"sum", number(drawn * cases)}, {"n", number(cases)}});
  }
  return number(drawn);
}

Json Draw::metrics(double share) {
  Json drawn = object();
  for (const Json& metric : edition_.metrics()) {
    if (random_.chance(share)) {
      part(drawn, string_of(metric, "id")) = input(metric);
    }
  }
  return drawn;
}

// Whole numbers over their sum.
Json Draw::weights(const std::vector<Json>& nodes) {
  std::vector<std::int64_t> parts;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    parts.push_back(static_cast<std::int64_t>(1 + random_.below(100)));
    sum += parts.back();
  }
  Json drawn = object();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    part(drawn, string_of(nodes[i], "id")) =
        object({{"num", number(parts[i])}, {"den", number(sum)}});
  }
  return drawn;
}

// Two lines through the range of the node, rising to the metric's better end.
Json Draw::table(const Json& node) {
  const Json& metric = edition_.metric(member(node, "metric").string);
  const Rational& worst = edition_.worst(metric).number;
  const Rational& best = edition_.best(metric).number;
  const std::vector<Json>& range = member(node, "range").items;
  const Rational middle = (worst + best) / 2;
  const Rational points = within(range[0].number, range[1].number, Rational::ratio(1, 10));
  std::vector<Json> knots = {list({number(worst), range[0]}),
                             list({number(middle), number(points)}),
                             list({number(best), range[1]})};
  if (best < worst) {
    std::reverse(knots.begin(), knots.end());
  }
  return object({{"kind", word("linear")}, {"knots", list(std::move(knots))}});
}

Json Draw::profile() {
  Json drawn = object();
  for (const auto& [path, value] : edition_.chosen()) {
    if (random_.chance(edition_.must_be_given(path) ? 0.9 : 0.3)) {
      put_at(drawn, path, number(value));
    }
  }
  // Benchmarks are two numbers that belong together.
  for (const Json* node : edition_.all_nodes()) {
    const Json* curve = node->find("curve");
    for (const char* key : {"excellent", "poor"}) {
      const Json* threshold = curve == nullptr ? nullptr : curve->find(key);
      if (threshold != nullptr) {
        const std::string& path = member(*threshold, "profile").string;
        put_at(drawn, path, number(edition_.chosen().at(path)));
      }
    }
  }
  if (edition_.score() == nullptr) {
    return drawn;
  }
  if (random_.chance(0.3)) {
    part(drawn, "weights") = weights(edition_.top_nodes());
  }
  if (edition_.score()->find("methods") != nullptr && random_.chance(0.6)) {
    part(drawn, "method") = word(random_.chance(0.5) ? "weighted" : "minimum");
  }
  std::vector<Json> left_out;
  for (const Json* node : edition_.all_nodes()) {
    if (random_.chance(0.05)) {
      left_out.push_back(member(*node, "id"));
    }
    if (node->find("curve") != nullptr && random_.chance(0.05)) {
      part(object_part(drawn, "tables"), string_of(*node, "id")) = table(*node);
    }
  }
  if (!left_out.empty()) {
    part(drawn, "not_assessed") = list(std::move(left_out));
  }
  return drawn;
}

Json Draw::reading() {
  Json request = edition_.request();
  if (random_.chance(0.7)) {
    part(request, "profile") = profile();
  }
  if (random_.chance(0.2)) {
    constexpr std::string_view kTypes[] = {"flagship", "personal", "enterprise_store"};
    part(object_part(request, "enrolment"), "store_type") =
        word(kTypes[random_.below(std::size(kTypes))]);
  }
  constexpr double kShares[] = {0.3, 0.8, 1};
  part(request, "metrics") = metrics(kShares[random_.below(std::size(kShares))]);
  for (const Json* node : edition_.all_nodes()) {
    if (random_.chance(0.08)) {
      const std::vector<Json>& range = member(*node, "range").items;
      part(object_part(request, "given"), string_of(*node, "id")) =
          number(within(range[0].number, range[1].number, Rational::ratio(1, 100)));
    }
  }
  return request;
}

Json Draw::shuffled(const Json& json, bool inputs) {
  Json copy = json;
  for (Json& item : copy.items) {
    item = shuffled(item, inputs);
  }
  for (JsonMember& member : copy.members) {
    member.value = shuffled(member.value, inputs);
  }
  if (inputs || !is_input(json)) {
    for (std::size_t i = copy.members.size(); i > 1; --i) {
      std::swap(copy.members[i - 1], copy.members[random_.below(i)]);
    }
  }
  return copy;
}

Json sorted(const Json& json) {
  Json copy = json;
  for (Json& item : copy.items) {
    item = sorted(item);
  }
  for (JsonMember& member : copy.members) {
    member.value = sorted(member.value);
  }
  std::sort(copy.members.begin(), copy.members.end(),
            [](const JsonMember& a, const JsonMember& b) { return a.key < b.key; });
  return copy;
}

}  // namespace shopgauge::tests

// What a reply prints adds up: the contributions of the nodes and the points of the adjustments to
// the unrounded score, at both ends of an interval, and the children of a node to what it
// contributes.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

// The number `name` at one end of an interval ("_low" or "_high"), which stands alone where both
// ends are the same; nothing where the object has neither.
const Json* at_end(const Json& object, const std::string& name, const std::string& end) {
  const Json* found = object.find(name + end);
  return found == nullptr ? object.find(name) : found;
}

// Each node whose children contribute is their sum; a given node's children contribute nothing.
Rational sum_of(const std::vector<Json>& nodes, const std::string& end) {
  Rational sum;
  for (const Json& node : nodes) {
    const Json* own = at_end(node, "contribution", end);
    const Json* children = node.find("nodes");
    if (children != nullptr) {
      const Rational below = sum_of(children->items, end);
      const bool given = member(node, "basis").string == "given";
      EXPECT_EQ(to_fraction(below), own == nullptr || given ? "0" : to_fraction(own->number))
          << "below " << member(node, "id").string << end;
    }
    if (own != nullptr) {
      sum += own->number;
    } else {
      EXPECT_EQ(member(node, "basis").string, "not_assessed") << member(node, "id").string;
    }
  }
  return sum;
}

Rational points_of(const std::vector<Json>& adjustments, const std::string& end) {
  Rational sum;
  for (const Json& adjustment : adjustments) {
    const Json& applied = member(adjustment, "applied");
    const Json* points = at_end(adjustment, "points", end);
    const bool counts = !applied.is(Json::Kind::boolean) || applied.boolean;
    if (counts && points != nullptr) {
      sum += points->number;
    } else {
      EXPECT_FALSE(counts) << member(adjustment, "id").string << " is applied without points";
    }
  }
  return sum;
}

void expect_sums(const Json& assessment) {
  const Json& score = member(assessment, "score");
  for (const char* end : {"_low", "_high"}) {
    SCOPED_TRACE(end);
    const Json* unrounded = at_end(score, "unrounded", end);
    ASSERT_NE(unrounded, nullptr);
    const Rational sum = sum_of(member(assessment, "nodes").items, end) +
                         points_of(member(assessment, "adjustments").items, end);
    EXPECT_EQ(to_fraction(sum), to_fraction(unrounded->number));
  }
}

// At most three parts cost something, the dearest first.
void expect_worst(const Json& assessment) {
  const Json* worst = assessment.find("worst");
  if (worst == nullptr) {
    return;
  }
  EXPECT_GE(worst->items.size(), 1U);
  EXPECT_LE(worst->items.size(), 3U);
  Rational dearer;
  for (std::size_t i = 0; i < worst->items.size(); ++i) {
    const Rational& cost = member(worst->items[i], "cost").number;
    EXPECT_GT(cost.sign(), 0);
    EXPECT_TRUE(i == 0 || cost <= dearer) << to_fraction(cost);
    dearer = cost;
  }
}

class Identity : public testing::TestWithParam<std::string> {};

TEST_P(Identity, HoldsInPrint) {
  Catalog catalog = shipped_catalog();
  for (const Case& one : cases_of(GetParam())) {
    SCOPED_TRACE(one.name);
    if (one.function != "assess") {
      continue;
    }
    const Json reply = parse(reply_to(catalog, one.function, one.request), one.name);
    if (!is_ok(reply)) {
      continue;
    }
    const Json& value = member(reply, "value");
    if (value.find("score") != nullptr) {
      expect_sums(value);
      expect_worst(value);
    }
    const Json* what_if = value.find("what_if");
    if (what_if != nullptr && what_if->find("score") != nullptr) {
      SCOPED_TRACE("what_if");
      expect_sums(*what_if);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Of, Identity, testing::ValuesIn(case_files()),
                         [](const auto& parameter) { return test_name(parameter.param); });

// Readings of the small shop at random: either method, small samples, parts that are given, unknown
// or not there, points before and after the cap, down to the floor.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(count)); }
  std::string one_of(const std::vector<std::string>& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  }
  std::string counts(int most_den) {
    const int den = below(most_den);
    return R"({"num":)" + std::to_string(below(den + 1)) + R"(,"den":)" + std::to_string(den) + "}";
  }
  std::string rate() { return "0." + std::to_string(100 + below(150)).substr(1); }

 private:
  std::mt19937_64 engine_;
};

std::string random_reading(Chance& chance) {
  std::string metrics =
      R"("orders":2000,"bad_rate":)" + chance.counts(chance.one_of({"a", "b"}) == "a" ? 40 : 400);
  for (const char* name : {"return_rate", "late_rate"}) {
    const std::string value =
        chance.one_of({chance.rate(), chance.rate(), chance.counts(90), "null", ""});
    metrics += value.empty() ? "" : ",\"" + std::string(name) + "\":" + value;
  }
  for (const char* name : {"remote", "bonus"}) {
    metrics += ",\"" + std::string(name) + "\":" + chance.one_of({"true", "false", "null"});
  }
  metrics += ",\"violations\":" + chance.one_of({"0", "1", "2", "7", "null"});
  const std::string method = chance.one_of({"weighted", "minimum"});
  const std::string weights = chance.one_of(
      {"", R"(,"weights":{"goods":{"num":1,"den":3},"logistics":{"num":2,"den":3}})"});
  const std::string given = chance.one_of({"", "", R"("goods":4.123456)", R"("late":1.7)"});
  return R"({"profile":{"method":")" + method + R"(","thresholds":{"bad":{"poor":0.06}})" +
         weights + R"(},"given":{)" + given + R"(},"metrics":{)" + metrics + "}}";
}

TEST(IdentityCases, HoldAtRandom) {
  constexpr std::uint64_t kSeed = 20260301;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  const std::string file = "tests/api/features/small-shop.cases.json";
  const std::string text = read_file(file);
  const Json cases = parse(text, file);
  Catalog catalog;
  ASSERT_TRUE(is_ok(parse(load(catalog, text_of(text, member(cases, "document"))), file)));
  Chance chance(kSeed);
  for (int i = 0; i < 2000; ++i) {
    const std::string request = random_reading(chance);
    SCOPED_TRACE(request);
    const Json reply = parse(
        assess(catalog, R"({"program":"small-shop","edition":"2026-01-01",)" + request.substr(1)),
        "reply");
    ASSERT_TRUE(is_ok(reply));
    expect_sums(member(reply, "value"));
    expect_worst(member(reply, "value"));
  }
}

// The test above sees something: most cases of the experience score have one.
TEST(IdentityCases, AreMany) {
  Catalog catalog = shipped_catalog();
  int scored = 0;
  int intervals = 0;
  int what_ifs = 0;
  int minima = 0;
  int flat = 0;
  for (const std::string& file : case_files()) {
    for (const Case& one : cases_of(file)) {
      const std::string reply =
          one.function == "assess" ? reply_to(catalog, "assess", one.request) : "";
      scored += reply.find("\"unrounded") != std::string::npos ? 1 : 0;
      intervals += reply.find("\"unrounded_low\"") != std::string::npos ? 1 : 0;
      minima += reply.find("\"method\":\"minimum\"") != std::string::npos ? 1 : 0;
      flat += reply.find("\"basis\":\"flat\"") != std::string::npos ? 1 : 0;
      what_ifs += reply.find("\"what_if\"") != std::string::npos ? 1 : 0;
    }
  }
  EXPECT_GE(scored, 100);
  EXPECT_GE(intervals, 10);
  EXPECT_GE(what_ifs, 3);
  EXPECT_GE(minima, 5);
  EXPECT_GE(flat, 5);
}

}  // namespace
}  // namespace shopgauge::tests

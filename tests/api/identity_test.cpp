// What a reply prints adds up: the contributions of the nodes and the points of the adjustments to
// the unrounded score, at both ends of an interval, and the children of a node to what it
// contributes.

#include <gtest/gtest.h>

#include <string>

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

// The test above sees something: most cases of the experience score have one.
TEST(IdentityCases, AreMany) {
  Catalog catalog = shipped_catalog();
  int scored = 0;
  int intervals = 0;
  int what_ifs = 0;
  for (const std::string& file : case_files()) {
    for (const Case& one : cases_of(file)) {
      const std::string reply =
          one.function == "assess" ? reply_to(catalog, "assess", one.request) : "";
      scored += reply.find("\"unrounded") != std::string::npos ? 1 : 0;
      intervals += reply.find("\"unrounded_low\"") != std::string::npos ? 1 : 0;
      what_ifs += reply.find("\"what_if\"") != std::string::npos ? 1 : 0;
    }
  }
  EXPECT_GE(scored, 100);
  EXPECT_GE(intervals, 10);
  EXPECT_GE(what_ifs, 3);
}

}  // namespace
}  // namespace shopgauge::tests

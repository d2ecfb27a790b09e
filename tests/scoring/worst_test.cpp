// The parts of a score that cost most against their highest score.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/scoring/assess.h"
#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::dimension;
using small::fill;
using small::give;
using small::indicator;
using small::node;
using small::official;

// goods 0.5 (a 0.6, b 0.4), logistics 0.3 (c 0.5, d 0.5), service 0.2 (e, at most 50).
Program program() {
  small::Document document;
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    document.metrics += (document.metrics.empty() ? "" : ", ") + small::metric(id);
  }
  const auto leaf = [](std::string_view id, std::string_view weight,
                       std::string_view range = "[0, 100]") {
    return indicator(id, official(weight), small::kIdentity, range);
  };
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"}, "nodes": [$, $, $]})",
      {dimension("goods", official("0.5"), leaf("a", "0.6") + ", " + leaf("b", "0.4")),
       dimension("logistics", official("0.3"), leaf("c", "0.5") + ", " + leaf("d", "0.5")),
       dimension("service", official("0.2"), leaf("e", "1", "[0, 50]"), "[0, 50]")});
  return small::read(document);
}

struct Case {
  Program rules = program();
  Reading reading = empty_reading(rules);

  explicit Case(const std::vector<int>& values) {
    const char* ids[] = {"a", "b", "c", "d", "e"};
    for (std::size_t i = 0; i < values.size(); ++i) {
      give(reading, rules, ids[i], values[i]);
    }
  }
  // "a 15, c 9/2"
  [[nodiscard]] std::string worst() const {
    std::string list;
    const Assessment result = assess(rules, reading);
    for (const NodeResult* leaf : result.worst) {
      list +=
          (list.empty() ? "" : ", ") + std::string(leaf->id) + " " + to_fraction(cost_of(*leaf));
    }
    return list;
  }
};

// Shares of the total: a 0.3, b 0.2, c and d 0.15, e 0.2.
TEST(Worst, TheThreeDearestComeDearestFirst) {
  EXPECT_EQ(Case({90, 80, 40, 60, 50}).worst(), "c 9, d 6, b 4");
  EXPECT_EQ(Case({50, 50, 50, 50, 0}).worst(), "a 15, b 10, e 10");
}

TEST(Worst, OfEqualCostsTheEarlierComesFirst) {
  EXPECT_EQ(Case({90, 85, 80, 80, 35}).worst(), "a 3, b 3, c 3");
  EXPECT_EQ(Case({100, 90, 80, 80, 50}).worst(), "c 3, d 3, b 2");
}

TEST(Worst, OnlyWhatCostsAnythingIsListed) {
  EXPECT_EQ(Case({100, 100, 100, 100, 50}).worst(), "");
  EXPECT_EQ(Case({100, 100, 99, 100, 50}).worst(), "c 3/20");
}

TEST(Worst, AGivenDimensionIsOnePart) {
  Case at({0, 0, 90, 100, 50});
  node(at.reading, at.rules, "goods").given = 98;
  EXPECT_EQ(at.worst(), "c 3/2, goods 1");
}

TEST(Worst, WhatIsNotKnownOrNotAssessedCostsNothing) {
  Case at({50, 50, 50, 50, 0});
  give(at.reading, at.rules, "a", InputState::unknown);
  EXPECT_EQ(at.worst(), "b 10, e 10, c 15/2");
  node(at.reading, at.rules, "service").not_assessed = true;
  // The others weigh 5/8 and 3/8.
  EXPECT_EQ(at.worst(), "b 25/2, c 75/8, d 75/8");
}

}  // namespace
}  // namespace shopgauge

// Curves through the best value, "excellent", "poor" and a value so many times as far.

#include "core/scoring/benchmarks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scoring/assess.h"
#include "core/scoring/rows.h"
#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::decimal;
using small::fill;
using small::give;
using small::official;
using small::show;

std::string own_threshold(std::string_view path, std::string_view figure) {
  return figure.empty() ? fill(R"({"profile": "$"})", {path})
                        : fill(R"({"profile": "$", "default": $})", {path, figure});
}

std::string benchmarks(std::string_view excellent, std::string_view poor,
                       std::string_view status = "official") {
  return fill(
      R"({"kind": "benchmarks", "excellent": $, "poor": $, "points": [5, 4, 1, 0], "reach": 3, "status": "$", "source": "rulebook"})",
      {excellent, poor, status});
}

// A score of one rate; its thresholds stand in the profile unless others are given.
Program program(std::string_view better, std::string_view excellent, std::string_view poor,
                std::string_view status = "official", const std::string& rows = "") {
  small::Document document;
  document.metrics = small::ranged("a", "rate", better, "[0, 1]");
  document.score = fill(
      R"({"scale": [0, 5], "rounding": {"digits": 1, "mode": "half_up", "status": "official", "source": "rulebook"}, "nodes": [$]})",
      {small::indicator("a", official("1"), benchmarks(excellent, poor, status), "[0, 5]")});
  for (const std::string_view path : {"thresholds.a.excellent", "thresholds.a.poor"}) {
    if (std::string(excellent).find(path) != std::string::npos ||
        std::string(poor).find(path) != std::string::npos) {
      document.profile += " " + std::string(path);
    }
  }
  document.rows = rows;
  return small::read(document);
}
Program of_the_shop(std::string_view better, std::string_view excellent = "",
                    std::string_view poor = "") {
  return program(better, own_threshold("thresholds.a.excellent", excellent),
                 own_threshold("thresholds.a.poor", poor));
}

std::vector<std::string> build(const Program& rules, Reading& reading) {
  Issues issues;
  build_curves(rules, reading, issues);
  std::vector<std::string> lines;
  for (const Issue& issue : issues) {
    lines.push_back(issue.code + " " + issue.path);
  }
  return lines;
}

// The points of a value under the shop's own thresholds.
std::string points(std::string_view better, std::string_view excellent, std::string_view poor,
                   std::string_view value) {
  const Program rules = of_the_shop(better);
  Reading reading = empty_reading(rules);
  small::own(reading, "thresholds.a.excellent", decimal(excellent));
  small::own(reading, "thresholds.a.poor", decimal(poor));
  give(reading, rules, "a", decimal(value));
  EXPECT_TRUE(build(rules, reading).empty());
  return show(assess(rules, reading).score->unrounded);
}

TEST(Benchmarks, WhereLowerIsBetterTheLineFallsFromTheLowestValue) {
  for (const auto& [value, expected] :
       {std::pair("0", "5"), std::pair("0.005", "9/2"), std::pair("0.01", "4"),
        std::pair("0.015", "13/4"), std::pair("0.02", "5/2"), std::pair("0.03", "1"),
        std::pair("0.05", "1/2"), std::pair("0.069999", "1/40000"), std::pair("0.07", "0"),
        std::pair("0.070001", "0"), std::pair("1", "0")}) {
    EXPECT_EQ(points("lower", "0.01", "0.03", value), expected) << value;
  }
}

TEST(Benchmarks, WhereHigherIsBetterTheLineFallsFromTheHighestValue) {
  for (const auto& [value, expected] :
       {std::pair("1", "5"), std::pair("0.975", "9/2"), std::pair("0.95", "4"),
        std::pair("0.875", "5/2"), std::pair("0.8", "1"), std::pair("0.65", "1/2"),
        std::pair("0.5", "0"), std::pair("0.499999", "0"), std::pair("0", "0")}) {
    EXPECT_EQ(points("higher", "0.95", "0.8", value), expected) << value;
  }
}

// 0.2 + 3 x 0.4 = 1.4 and 0.6 - 3 x 0.3 = -0.3 lie beyond a rate: the last point stands at its end.
TEST(Benchmarks, TheLastPointIsCutAtTheEndOfTheRange) {
  for (const auto& [value, expected] : {std::pair("0.6", "1"), std::pair("0.8", "1/2"),
                                        std::pair("0.99", "1/40"), std::pair("1", "0")}) {
    EXPECT_EQ(points("lower", "0.2", "0.6", value), expected) << value;
  }
  for (const auto& [value, expected] : {std::pair("0.3", "1"), std::pair("0.15", "1/2"),
                                        std::pair("0.003", "1/100"), std::pair("0", "0")}) {
    EXPECT_EQ(points("higher", "0.6", "0.3", value), expected) << value;
  }
  // Just at the end without a cut.
  EXPECT_EQ(points("lower", "0.1", "0.4", "1"), "0");
  EXPECT_EQ(points("lower", "0.1", "0.4", "0.7"), "1/2");
}

TEST(Benchmarks, WhereTheBestValueIsExcellentItHasTheMostPoints) {
  EXPECT_EQ(points("lower", "0", "0.25", "0"), "5");
  EXPECT_EQ(points("lower", "0", "0.25", "0.25"), "1");
  EXPECT_EQ(points("lower", "0", "0.25", "0.5"), "1/2");
  EXPECT_EQ(points("lower", "0", "0.25", "0.75"), "0");
  EXPECT_EQ(points("higher", "1", "0.9", "1"), "5");
  EXPECT_EQ(points("higher", "1", "0.9", "0.9"), "1");
  EXPECT_EQ(points("higher", "1", "0.9", "0.7"), "0");
}

TEST(Benchmarks, ThresholdsInTheWrongOrderOrBeyondTheRangeAreRefused) {
  struct Row {
    const char* better;
    const char* excellent;
    const char* poor;
    bool refused;
  };
  for (const Row& row :
       {Row{"lower", "0.01", "0.010001", false}, Row{"lower", "0.01", "0.01", true},
        Row{"lower", "0.010001", "0.01", true}, Row{"lower", "0", "1", false},
        Row{"lower", "0", "1.000001", true}, Row{"lower", "-0.000001", "1", true},
        Row{"higher", "0.010001", "0.01", false}, Row{"higher", "0.01", "0.01", true},
        Row{"higher", "0.01", "0.010001", true}, Row{"higher", "1", "0", false},
        Row{"higher", "1.000001", "0", true}, Row{"higher", "1", "-0.000001", true}}) {
    const Program rules = of_the_shop(row.better);
    Reading reading = empty_reading(rules);
    small::own(reading, "thresholds.a.excellent", decimal(row.excellent));
    small::own(reading, "thresholds.a.poor", decimal(row.poor));
    EXPECT_EQ(build(rules, reading).size(), row.refused ? 1U : 0U)
        << row.better << " " << row.excellent << " " << row.poor;
    EXPECT_EQ(small::node(reading, rules, "a").built.has_value(), !row.refused);
  }
  const Program rules = of_the_shop("lower");
  Reading reading = empty_reading(rules);
  small::own(reading, "thresholds.a.excellent", 1);
  small::own(reading, "thresholds.a.poor", 0);
  EXPECT_EQ(build(rules, reading),
            std::vector<std::string>{"profile.thresholds_order /profile/thresholds"});
}

TEST(Benchmarks, WithoutThresholdsTheIndicatorIsMissingWithItsWholeRange) {
  const Program rules = of_the_shop("lower");
  for (const char* path : {"", "thresholds.a.excellent", "thresholds.a.poor"}) {
    Reading reading = empty_reading(rules);
    give(reading, rules, "a", decimal("0.01"));
    if (*path != '\0') {
      small::own(reading, path, decimal("0.02"));
    }
    EXPECT_TRUE(build(rules, reading).empty()) << path;
    const Assessment result = assess(rules, reading);
    EXPECT_EQ(show(result.score->unrounded), "0..5") << path;
    EXPECT_EQ(result.basis, Basis::partial) << path;
    EXPECT_EQ(result.nodes[0].basis, NodeBasis::missing) << path;
    EXPECT_EQ(result.nodes[0].why, Why::no_threshold) << path;
  }
}

TEST(Benchmarks, DefaultsStandWhereTheProfileIsSilentAndAreListed) {
  const Program rules =
      of_the_shop("lower", small::figure("0.01", "example"), small::figure("0.03", "assumed"));
  Reading reading = empty_reading(rules);
  give(reading, rules, "a", decimal("0.02"));
  EXPECT_TRUE(build(rules, reading).empty());
  Assessment result = assess(rules, reading);
  EXPECT_EQ(show(result.score->unrounded), "5/2");
  EXPECT_EQ(result.basis, Basis::estimated);
  EXPECT_EQ(show(result.assumptions),
            "table a (official), profile thresholds.a.excellent = 1/100 (example), "
            "profile thresholds.a.poor = 3/100 (assumed)");

  // The shop's own number replaces the one, then the other.
  small::own(reading, "thresholds.a.poor", decimal("0.02"));
  EXPECT_TRUE(build(rules, reading).empty());
  result = assess(rules, reading);
  EXPECT_EQ(show(result.score->unrounded), "1");
  EXPECT_EQ(show(result.assumptions),
            "table a (official), profile thresholds.a.excellent = 1/100 (example)");
  small::own(reading, "thresholds.a.excellent", decimal("0.015"));
  EXPECT_TRUE(build(rules, reading).empty());
  result = assess(rules, reading);
  EXPECT_EQ(show(result.score->unrounded), "1");
  EXPECT_EQ(show(result.assumptions), "table a (official)");
  EXPECT_EQ(result.basis, Basis::exact);
}

// An own number may contradict the default of the other.
TEST(Benchmarks, AnOwnNumberIsCheckedAgainstTheDefaultOfTheOther) {
  const Program rules = of_the_shop("lower", official("0.01"), official("0.03"));
  Reading reading = empty_reading(rules);
  small::own(reading, "thresholds.a.excellent", decimal("0.04"));
  EXPECT_EQ(build(rules, reading),
            std::vector<std::string>{"profile.thresholds_order /profile/thresholds"});
}

TEST(Benchmarks, ATableOfTheProfileComesFirst) {
  const Program rules = of_the_shop("lower", small::assumed("0.01"), small::assumed("0.03"));
  Reading reading = empty_reading(rules);
  give(reading, rules, "a", decimal("0.02"));
  small::node(reading, rules, "a").table = Curve{};  // the value is the points
  EXPECT_TRUE(build(rules, reading).empty());
  const Assessment result = assess(rules, reading);
  EXPECT_EQ(show(result.score->unrounded), "1/50");
  EXPECT_EQ(show(result.assumptions), "");
}

// Thresholds that the program says itself are numbers of the program: ours make an estimate.
TEST(Benchmarks, TheProgramsOwnThresholdsAreReliedOn) {
  const Program rules = program("lower", official("0.01"), small::assumed("0.03"));
  Reading reading = empty_reading(rules);
  give(reading, rules, "a", decimal("0.02"));
  EXPECT_TRUE(build(rules, reading).empty());
  const Assessment result = assess(rules, reading);
  EXPECT_EQ(show(result.score->unrounded), "5/2");
  EXPECT_EQ(show(result.assumptions), "table a (official), program = 3/100 (assumed)");
  EXPECT_EQ(result.basis, Basis::estimated);
}

TEST(Benchmarks, ThresholdsOfTheRowsTableMakeTheCurveAndAreReliedOn) {
  for (const char* status : {"official", "example"}) {
    const Program rules = program(
        "lower", own_threshold("thresholds.a.excellent", ""),
        own_threshold("thresholds.a.poor", ""), "official",
        fill(
            R"({"by": ["category"], "gives": ["thresholds.a.excellent", "thresholds.a.poor"], "words": {"shoes": "s"},
                "rows": [["shoes", 0.01, 0.03]], "status": "$", "source": "rulebook"})",
            {status}));
    Reading reading = empty_reading(rules);
    reading.enrolment.words = {{"category", "shoes"}};
    give(reading, rules, "a", decimal("0.02"));
    Issues issues;
    apply_rows(rules, reading, issues);
    EXPECT_TRUE(build(rules, reading).empty());
    const Assessment result = assess(rules, reading);
    EXPECT_EQ(show(result.score->unrounded), "5/2");
    EXPECT_EQ(result.basis,
              std::string_view(status) == "official" ? Basis::exact : Basis::estimated)
        << status;
  }
}

}  // namespace
}  // namespace shopgauge

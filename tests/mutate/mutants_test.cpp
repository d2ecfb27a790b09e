// What of a document is changed, and how.

#include "tests/mutate/mutants.h"

#include <gtest/gtest.h>

#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

std::vector<std::string> changes_of(const std::string& text) {
  std::vector<std::string> changes;
  for (const Mutant& mutant : mutants_of(parse(text, "document"), text)) {
    changes.push_back(mutant.pointer + ": " + mutant.from + " -> " + mutant.to);
  }
  return changes;
}

using Changes = std::vector<std::string>;

TEST(Mutants, NumbersMoveByTheirLastDigit) {
  EXPECT_EQ(
      changes_of(R"({"gates": [{"when": {"metric": "a", "below": {"value": 0.50}}}]})"),
      (Changes{"/gates/0/when/below: below -> at_most", "/gates/0/when/below/value: 0.50 -> 0.49",
               "/gates/0/when/below/value: 0.50 -> 0.51"}));
}

TEST(Mutants, WordsForPeopleStepsAndWindowsStay) {
  EXPECT_EQ(changes_of(R"({"format": 1, "metrics": [{"id": "a", "unit": "days", "better": "lower",
              "step": 1, "title": {"en": "1"}, "rolls": {"days": 30, "lag": 1}},
              {"id": "b", "fed_by": {"statistic": "days_below", "below": 60}}],
              "sources": [{"date": "2026-01-01"}]})"),
            Changes());
}

TEST(Mutants, FlagsWordsAndDates) {
  EXPECT_EQ(
      changes_of(R"({"in_force": {"from": "2026-03-01", "until": null},
              "standards": [{"id": "a", "metric": "a", "is": true, "no_sample": "met"}],
              "score": {"rounding": {"mode": "half_up"}, "methods": {"of": ["weighted", "minimum"]}},
              "cycle": {"phases": [{"rules": [{"on": "failures"}]}]}})"),
      (Changes{
          "/in_force/from: 2026-03-01 -> 2026-02-28", "/in_force/from: 2026-03-01 -> 2026-03-02",
          "/standards/0/is: true -> false", "/standards/0/no_sample: met -> absent",
          "/score/rounding/mode: half_up -> half_even", "/score/rounding/mode: half_up -> down",
          "/score/methods/of: weighted, minimum -> minimum, weighted",
          "/cycle/phases/0/rules/0/on: failures -> failures_in_a_row"}));
}

TEST(Mutants, ConditionsAreJoinedOtherwise) {
  EXPECT_EQ(changes_of(R"({"gates": [{"when": {"all": [{"stage": "a"}, {"stage": "b"}]}},
              {"when": {"any": [{"stage": "a"}]}}]})"),
            Changes{"/gates/0/when/all: all -> any"});
}

TEST(Mutants, CellsOfATable) {
  EXPECT_EQ(changes_of(R"({"rows": [{"by": ["category"], "any": ["all", "every"],
              "gives": ["targets.a", "targets.b", "targets.c"], "rows": [["x", 30, "positive", null]]}]})"),
            (Changes{"/rows/0/rows/0/1: 30 -> 29", "/rows/0/rows/0/1: 30 -> 31",
                     "/rows/0/rows/0/2: positive -> null", "/rows/0/rows/0/3: null -> positive"}));
}

// The document after the last way to make the mutant.
Json made(const std::string& text, std::size_t mutant) {
  Json document = parse(text, "document");
  change(mutants_of(document, text)[mutant].ways.back(), document);
  return document;
}

TEST(Ways, WeightsGoOnToMakeOne) {
  const Json document =
      made(R"({"nodes": [{"weight": {"value": 0.6}}, {"weight": {"value": 0.4}}]})", 0);
  const std::vector<Json>& nodes = member(document, "nodes").items;
  EXPECT_EQ(member(member(nodes[0], "weight"), "value").number, Rational::ratio(59, 100));
  EXPECT_EQ(member(member(nodes[1], "weight"), "value").number, Rational::ratio(41, 100));
}

TEST(Ways, ARowBeginsWhereTheOneBeforeEnds) {
  const Json document = made(R"({"curve": {"rows": [[0, 12, 5], [12, 24, 4]]}})", 1);
  const std::vector<Json>& rows = member(member(document, "curve"), "rows").items;
  EXPECT_EQ(rows[0].items[1].number, Rational::ratio(121, 10));
  EXPECT_EQ(rows[1].items[0].number, Rational::ratio(121, 10));
}

}  // namespace
}  // namespace shopgauge::tests

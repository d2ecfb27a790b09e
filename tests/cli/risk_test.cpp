// The order of stores by risk, as docs/batch.md says it.

#include "core/cli/risk.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace shopgauge::tests {
namespace {

cli::Risk risk(const std::string& value) {
  const std::string text =
      value.empty() ? R"({"ok":false,"issues":[]})" : R"({"ok":true,"value":{)" + value + "}}";
  return cli::risk_of(parse_json(text, &parse_any_decimal).take());
}

void expect_order(const std::vector<std::string>& values) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    EXPECT_LT(risk(values[i - 1]), risk(values[i])) << values[i - 1] << "\n" << values[i];
  }
}

const std::string kScored = R"("status":"scored",)";

TEST(Risk, OfReadingsIsByVerdictThenMargin) {
  expect_order({
      R"("verdict":"fail","standards":[{"id":"a","target":100,"margin":-50}])",
      R"("verdict":"fail","standards":[{"id":"a","target":0.01,"margin":-0.002}])",
      R"("verdict":"undetermined","standards":[{"id":"a","target":100,"margin":1}])",
      R"("verdict":"undetermined","standards":[{"id":"a","target":100}])",
      R"("verdict":"pass","standards":[{"id":"a","target":0.01,"margin":0}])",
      R"("verdict":"pass","standards":[{"id":"a","target":0.01,"margin":0.001}])",
      R"("verdict":"pass","standards":[{"id":"a","target":100,"margin":11},)"
      R"({"id":"b","target":0,"margin":0.2}])",
      R"("status":"not_scored","reason":"too_few_orders")",
      "",
  });
}

TEST(Risk, OfScoresIsByTheirPlaceOnTheScale) {
  expect_order({
      kScored + R"("score":{"low":2,"high":5,"scale":[0,5]})",
      kScored + R"("score":{"value":3,"scale":[0,5]})",
      kScored + R"("score":{"value":70,"scale":[0,100]})",
      kScored + R"("score":{"value":5,"scale":[0,5]})",
      R"("status":"not_applicable","reason":"x")",
  });
}

TEST(Risk, OfTimelinesIsByFailuresLeftThenDeadline) {
  const auto standing = [](const std::string& members) {
    return R"("phases":[],"standing":{"date":"2026-01-01","phase":"formal",)" + members + "}";
  };
  expect_order({
      standing(R"("failures_left":1,"deadline":{"date":"2026-02-28"})"),
      standing(R"("failures_left":1,"deadline":{"date":"2026-03-01"})"),
      standing(R"("failures_left":1,"deadline":null)"),
      standing(R"("failures_left":2,"deadline":{"date":"2026-01-31"})"),
      standing(R"("deadline":{"date":"2026-01-31"})"),
      standing(R"("deadline":null)"),
      "",
  });
}

TEST(Risk, OfPlansIsByWhatIsNeeded) {
  const auto plan = [](const std::string& met, const std::string& reachable,
                       const std::string& effort, const std::string& orders) {
    return R"("goal_met":)" + met + R"(,"reachable":)" + reachable + R"(,"headroom":[)" +
           (orders.empty()
                ? ""
                : R"({"metric":"a","more_bad_orders":9},{"metric":"b","more_bad_orders":)" +
                      orders + "}") +
           R"(],"combinations":[)" +
           (effort.empty() ? "" : R"({"changes":[],"effort":)" + effort + "}") + "]";
  };
  expect_order({plan("false", "false", "", ""), plan("false", "true", "2", ""),
                plan("false", "true", "0.5", ""), plan("true", "true", "", "0"),
                plan("true", "true", "", "3"), plan("true", "true", "", "")});
}

TEST(Risk, OfComparisonsIsThatOfTheSecondSide) {
  const std::string bad = R"({"verdict":"fail"})";
  const std::string good = R"({"verdict":"pass"})";
  expect_order({R"("sides":[)" + good + "," + bad + "]", R"("sides":[)" + bad + "," + good + "]"});
}

// The key outlives the reply and what was computed for it.
TEST(Risk, IsSmall) {
  const cli::Risk far = risk(
      R"("verdict":"fail","standards":[{"id":"a","target":0.000000000000000003,"margin":-999999999999999999}])");
  EXPECT_TRUE(far.first.is_small());
  EXPECT_LT(far, risk(R"("verdict":"fail","standards":[{"id":"a","target":1,"margin":-1}])"));
}

}  // namespace
}  // namespace shopgauge::tests

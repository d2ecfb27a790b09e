// Chances: the same bytes for the same seed, no matter how many paths come after; certain things
// are certain; chances agree with what the paths' law says.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

class Chances : public testing::Test {
 protected:
  Json chances_of(const std::string& members) {
    const std::string request =
        R"({"program":"douyin-experience-score","edition":"2026-09-08","as_of":"2026-11-22",)" +
        members + "}";
    reply_ = forecast(catalog_, request);
    const Json reply = parse(reply_, "reply");
    EXPECT_TRUE(is_ok(reply)) << reply_;
    return member(member(reply, "value"), "chances");
  }

  Catalog catalog_ = shipped_catalog();
  std::string reply_;
};

constexpr const char* kReading =
    R"("until":"2026-12-31","metrics":{"valid_paid_orders":5210,"rating_mean":{"sum":6100,"n":1300},"quality_return_rate":{"num":67,"den":5000}},"given":{"goods":69,"logistics":99,"service":85})";

TEST_F(Chances, AreTheSameForTheSameSeed) {
  const std::string request = std::string(kReading) + R"(,"paths":70,"seed":5)";
  (void)chances_of(request);
  const std::string first = reply_;
  (void)chances_of(request);
  EXPECT_EQ(reply_, first);
  (void)chances_of(std::string(kReading) + R"(,"paths":70,"seed":6)");
  EXPECT_NE(reply_, first);
}

// What is drawn of a metric does not hang on what else is known.
TEST_F(Chances, AreCertainWhereNothingIsDrawn) {
  const Json chances = chances_of(
      R"("until":"2026-12-31","metrics":{"valid_paid_orders":5210},"given":{"goods":69,"logistics":99,"service":85},"paths":40)");
  for (const Json& day : member(chances, "days").items) {
    for (const Json& score : member(day, "score").items) {
      EXPECT_EQ(score.number, 80);
    }
  }
}

// The category's limit of quality returns is the shop's own number, and nobody gave it.
TEST_F(Chances, LeaveOutAGateThatNothingDecides) {
  const Json chances = chances_of(std::string(kReading) + R"(,"paths":40)");
  std::map<std::string, Rational> met;
  for (const Json& gate : member(chances, "gates").items) {
    met[member(gate, "id").string] = member(gate, "met").number;
  }
  EXPECT_EQ(met.count("alliance_product"), 0U);
  EXPECT_EQ(met.count("mall_feed"), 1U);
  EXPECT_EQ(met["mall_feed"], 1);
}

// A store whose orders are few: 30 in 30 days has a score or none.
TEST_F(Chances, SayHowOftenThereIsAScore) {
  const Json chances = chances_of(
      R"("until":"2026-12-31","metrics":{"valid_paid_orders":32,"joined_days":40,"products_on_sale":0},"given":{"goods":69,"logistics":99,"service":85},"paths":400)");
  const Json& last = member(chances, "days").items.back();
  // Poisson numbers of a mean that is Gamma(32.5) / 30 a day: at least 30 of 30 days in 60%.
  const double share = static_cast<double>(*to_int64(member(last, "scored").number * 400)) / 400;
  EXPECT_NEAR(share, 0.62, 0.1);
}

}  // namespace
}  // namespace shopgauge::tests

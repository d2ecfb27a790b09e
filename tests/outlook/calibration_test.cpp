// Of the events that are said to have a chance of 20%, about 20% happen: on stores whose true rates
// the test knows, simulated by samplers of its own.

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/calendar/date.h"
#include "tests/api/corpus.h"
#include "tests/property/random.h"

namespace shopgauge::tests {
namespace {

constexpr int kWindow = 30;
constexpr int kAhead = 20;
constexpr int kPaths = 200;

// A program with one metric of 30 days; its gate opens while the metric is good enough.
std::string document(const std::string& kind, const std::string& limit) {
  const std::string text = R"({"zh-CN":"试","en":"t"})";
  const bool rate = kind == "rate";
  const std::string figure = R"({"value":1,"status":"assumed"})";
  return R"({"format":1,"program":"one-metric","edition":"2026-01-01","in_force":{"from":"2026-01-01","until":"2027-12-31","status":"official","source":"rule"},"title":)" +
         text + R"(,"summary":)" + text + R"(,"platform":)" + text +
         R"(,"time_zone":"Asia/Shanghai","sources":[{"id":"rule","title":)" + text +
         R"(,"publisher":)" + text +
         R"(,"date":"2026-01-01","url":null}],"questions":[],"metrics":[{"id":"measure","kind":")" +
         kind + R"(","unit":")" + (rate ? "rate" : "stars") + R"(","better":")" +
         (rate ? "lower" : "higher") + R"(","range":)" + (rate ? "[0,1]" : "[1,5]") +
         R"(,"step":0.01,"title":)" + text + R"(,"what":)" + text + R"(,"numerator":)" + text +
         R"(,"denominator":)" + text + R"(,"advice":[)" + text + "," + text +
         R"(],"window":{"zh-CN":"近 30 天","en":"The last 30 days"},"rolls":{"days":30,"lag":0,"by":"signed","status":"official","source":"rule"}}],"score":{"scale":[0,100],"rounding":{"digits":0,"mode":"half_up","status":"assumed"},"nodes":[{"id":"one","kind":"indicator","metric":"measure","weight":)" +
         figure + R"(,"range":[0,100],"curve":{"kind":"linear","knots":)" +
         (rate ? "[[0,100],[1,0]]" : "[[1,0],[5,100]]") +
         R"(,"status":"assumed"}}]},"gates":[{"id":"good","title":)" + text +
         R"(,"when":{"metric":"measure",")" + (rate ? "at_most" : "at_least") + R"(":{"value":)" +
         limit + R"(,"status":"assumed"}},"consequence":)" + text + R"(,"status":"assumed"}]})";
}

class Store {
 public:
  explicit Store(std::uint64_t seed) : random_(seed) {}

  double uniform() { return static_cast<double>(random_.next() >> 11U) * 0x1p-53; }

  int poisson(double mean) {
    double product = uniform();
    int count = 0;
    for (const double least = std::exp(-mean); product > least; ++count) {
      product *= uniform();
    }
    return count;
  }

 private:
  Random random_;
};

struct Day {
  int sum = 0;
  int cases = 0;
};

// How often what was said to have such a chance happened.
struct Bin {
  int said = 0;
  int happened = 0;
  double chances = 0;
};

using Bins = std::vector<Bin>;

void add(Bins& bins, double chance, bool happened) {
  Bin& bin = bins[std::min<std::size_t>(static_cast<std::size_t>(chance * 5), 4)];
  ++bin.said;
  bin.chances += chance;
  bin.happened += happened ? 1 : 0;
}

// Within 3.5 deviations of what was said, and what the paths themselves leave open.
void expect_calibrated(const Bins& bins) {
  int middle = 0;
  for (const Bin& bin : bins) {
    const double n = bin.said;
    const double mean = bin.chances / std::max(n, 1.0);
    const double spread = std::sqrt(n * (mean * (1 - mean) + 0.25 / kPaths)) + 0.5;
    EXPECT_NEAR(bin.happened, bin.chances, 3.5 * spread) << "of " << n << " said " << mean;
    middle += mean > 0.1 && mean < 0.9 ? bin.said : 0;
  }
  // The stores are such that something is open.
  EXPECT_GT(middle, 60);
}

class Calibration : public testing::Test {
 protected:
  void prepare(const std::string& kind, const std::string& limit) {
    const std::string reply = load(catalog_, document(kind, limit));
    ASSERT_TRUE(is_ok(parse(reply, "load"))) << reply;
  }

  // The chance that the gate is open 20 days ahead.
  double chance_of(const std::string& known, int seed) {
    const std::string request =
        R"({"program":"one-metric","edition":"2026-01-01","as_of":"2026-06-30","until":"2026-07-20","paths":)" +
        std::to_string(kPaths) + R"(,"seed":)" + std::to_string(seed) + "," + known + "}";
    const Json reply = parse(forecast(catalog_, request), "reply");
    EXPECT_TRUE(is_ok(reply)) << request;
    const Json& chances = member(member(reply, "value"), "chances");
    const Rational& share = member(member(chances, "gates").items[0], "met").number;
    return static_cast<double>(*to_int64(share * kPaths)) / kPaths;
  }

  Catalog catalog_;
};

std::string counts(const Day& day, bool rate) {
  return std::string(rate ? R"({"num":)" : R"({"sum":)") + std::to_string(day.sum) +
         (rate ? R"(,"den":)" : R"(,"n":)") + std::to_string(day.cases) + "}";
}

std::string history_of(const std::vector<Day>& days, bool rate) {
  std::string text;
  const Date last = make_date(2026, 6, 30);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const int back = static_cast<int>(days.size() - 1 - i);
    text += (i == 0 ? R"({"date":")" : R"(,{"date":")") + to_text(add_days(last, -back)) +
            R"(","metrics":{"measure":)" + counts(days[i], rate) + "}}";
  }
  return R"("history":[)" + text + "]";
}

// The window of the day so many days after the first `past` days.
Day window_after(const std::vector<Day>& days, std::size_t past, int ahead) {
  Day sum;
  for (std::size_t i = past + static_cast<std::size_t>(ahead) - kWindow;
       i < past + static_cast<std::size_t>(ahead); ++i) {
    sum.sum += days[i].sum;
    sum.cases += days[i].cases;
  }
  return sum;
}

// A reading alone: totals of 30 days, nobody knows which day had what.
TEST_F(Calibration, HoldsForReadings) {
  prepare("rate", "0.03");
  Bins bins(5);
  for (int i = 0; i < 500; ++i) {
    Store store(static_cast<std::uint64_t>(i) + 1000);
    const double cases = 3 + 30 * store.uniform();
    const double share = 0.015 + 0.03 * store.uniform();
    std::vector<Day> days;
    for (int day = 0; day < kWindow + kAhead; ++day) {
      const int bad = store.poisson(cases * share);
      days.push_back({bad, bad + store.poisson(cases * (1 - share))});
    }
    const double chance = chance_of(
        R"("metrics":{"measure":)" + counts(window_after(days, kWindow, 0), true) + "}", i);
    const Day then = window_after(days, kWindow, kAhead);
    add(bins, chance, then.sum * 100 <= then.cases * 3);
  }
  expect_calibrated(bins);
}

// Days that differ more than Poisson numbers: every now and then a day has three times as much.
TEST_F(Calibration, HoldsForBurstyHistories) {
  prepare("rate", "0.05");
  Bins bins(5);
  for (int i = 0; i < 300; ++i) {
    Store store(static_cast<std::uint64_t>(i) + 5000);
    const double cases = 10 + 20 * store.uniform();
    const double share = 0.03 + 0.04 * store.uniform();
    std::vector<Day> days;
    for (int day = 0; day < 90 + kAhead; ++day) {
      const double burst = store.uniform() < 0.2 ? 3 : 0.5;
      const int bad = store.poisson(cases * share * burst);
      days.push_back({bad, bad + store.poisson(cases * (1 - share))});
    }
    const double chance =
        chance_of(history_of(std::vector<Day>(days.begin(), days.begin() + 90), true), i);
    const Day then = window_after(days, 90, kAhead);
    add(bins, chance, then.sum * 100 <= then.cases * 5);
  }
  expect_calibrated(bins);
}

// Stars: mostly five, some of everything.
TEST_F(Calibration, HoldsForMeansWithHistory) {
  prepare("mean", "4.7");
  Bins bins(5);
  for (int i = 0; i < 300; ++i) {
    Store store(static_cast<std::uint64_t>(i) + 9000);
    const double ratings = 4 + 8 * store.uniform();
    const double bad = 0.05 + 0.06 * store.uniform();
    std::vector<Day> days;
    for (int day = 0; day < 60 + kAhead; ++day) {
      Day one{0, store.poisson(ratings)};
      for (int rating = 0; rating < one.cases; ++rating) {
        const double u = store.uniform();
        one.sum += u < bad ? 1 + static_cast<int>(3 * store.uniform()) : u < bad + 0.12 ? 4 : 5;
      }
      days.push_back(one);
    }
    const double chance =
        chance_of(history_of(std::vector<Day>(days.begin(), days.begin() + 60), false), i);
    const Day then = window_after(days, 60, kAhead);
    add(bins, chance, then.sum * 10 >= then.cases * 47);
  }
  expect_calibrated(bins);
}

}  // namespace
}  // namespace shopgauge::tests

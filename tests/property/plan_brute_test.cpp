// Plans against brute force: a small shop with random curves and coarse steps, of which all
// combinations of steps are tried.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/api/shopgauge.h"
#include "core/base/decimal.h"
#include "tests/api/corpus.h"
#include "tests/property/draw.h"
#include "tests/property/random.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

const int kShops = times(12);

struct Choice {
  std::string metric;
  Rational today;
  std::vector<Json> better;  // step by step
  std::vector<Rational> effort;
  std::vector<Json> worse;
  bool open_ended = false;  // it may be worse than all of these
};

// What a store would reach by so many steps of each lever.
struct Tried {
  Rational effort;
  std::set<std::string> changed;
};

class Shop {
 public:
  explicit Shop(std::uint64_t seed) : random_(seed) {
    const std::string file = "tests/api/features/small-shop.cases.json";
    document_ = member(parse(read_file(file), file), "document");
    draw_document();
    draw_reading();
    draw_goal();
    const std::string text = written(document_);
    const Json loaded = parse(load(catalog_, text), "small shop");
    EXPECT_TRUE(is_ok(loaded)) << written(loaded) << text;
  }

  [[nodiscard]] const Json& request() const { return request_; }
  [[nodiscard]] const std::vector<Choice>& choices() const { return choices_; }
  [[nodiscard]] bool has_bands() const { return bands_; }
  [[nodiscard]] std::string said() const { return written(document_) + "\n" + written(request_); }

  Json plan_of() const { return value_of(plan(catalog_, written(request_))); }

  // Of these metrics the seller says that they cannot change: they are no choice any more.
  void hold(const std::set<std::string>& metrics) {
    for (const std::string& metric : metrics) {
      part(part(request_, "effort"), metric) = parse("null", "null");
    }
    const auto held = [&](const Choice& choice) { return metrics.count(choice.metric) > 0; };
    choices_.erase(std::remove_if(choices_.begin(), choices_.end(), held), choices_.end());
  }

  // The assessment with these metrics instead.
  Json assessed(const std::map<std::string, Json>& changes) const {
    Json asked = request_;
    remove(asked, "goal");
    remove(asked, "effort");
    for (const auto& [metric, value] : changes) {
      part(part(asked, "metrics"), metric) = value;
    }
    return value_of(assess(catalog_, written(asked)));
  }

  [[nodiscard]] bool reaches(const Json& result) const {
    const Json& goal = member(request_, "goal");
    if (const Json* wanted = goal.find("score")) {
      return low_score(result) >= wanted->number;
    }
    return goal.find("gate") != nullptr ? gate_met(result) : string_of(result, "verdict") == "pass";
  }

  // Whether nothing of today's result is lost.
  [[nodiscard]] bool keeps(const Json& today, const Json& result) const {
    if (reaches(today)) {
      return reaches(result);
    }
    const auto lost = [](const Json& before, const Json& after) {
      const std::vector<Json>& list = before.items;
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (flag_of(list[i], "met") && !flag_of(after.items[i], "met")) {
          return true;
        }
      }
      return false;
    };
    return low_score(result) >= low_score(today) &&
           !lost(member(today, "standards"), member(result, "standards")) &&
           !lost(member(today, "gates"), member(result, "gates"));
  }

 private:
  static Json value_of(const std::string& reply) {
    const Json parsed = parse(reply, "reply");
    EXPECT_TRUE(is_ok(parsed)) << reply;
    return is_ok(parsed) ? member(parsed, "value") : object();
  }

  static Rational low_score(const Json& result) {
    const Json& score = member(result, "score");
    const Json* value = score.find("value");
    return value == nullptr ? member(score, "low").number : value->number;
  }

  static bool gate_met(const Json& result) {
    const std::vector<Json>& gates = member(result, "gates").items;
    return !gates.empty() && flag_of(gates.front(), "met");
  }

  Rational tenth(std::size_t below) {
    return Rational(static_cast<std::int64_t>(random_.below(below))) / 10;
  }

  static Json& entry(Json& list, std::string_view id) {
    return *std::find_if(list.items.begin(), list.items.end(),
                         [&](const Json& one) { return string_of(one, "id") == id; });
  }

  // Any points at any values: rising, falling, jumping.
  Json curve() {
    Json made = object();
    const bool steps = random_.chance(0.4);
    part(made, "kind") = word(steps ? "steps" : "linear");
    std::set<Rational> inner{tenth(10), tenth(10) + Rational::ratio(1, 20), tenth(10)};
    inner.erase(0);
    std::vector<Rational> at{0};
    at.insert(at.end(), inner.begin(), inner.end());
    at.push_back(1);
    const bool falls = random_.chance(0.8);
    std::vector<Rational> points;
    for (std::size_t i = 0; i < at.size(); ++i) {
      points.push_back(tenth(51));
    }
    if (falls) {
      std::sort(points.begin(), points.end(), [](auto& a, auto& b) { return a > b; });
    }
    std::vector<Json> rows;
    for (std::size_t i = 0; i + (steps ? 1 : 0) < at.size(); ++i) {
      rows.push_back(steps ? list({number(at[i]), number(at[i + 1]), number(points[i])})
                           : list({number(at[i]), number(points[i])}));
    }
    if (steps) {
      part(made, "closed") = word(random_.chance(0.5) ? "left" : "right");
    }
    part(made, steps ? "rows" : "knots") = list(std::move(rows));
    part(made, "status") = word("official");
    part(made, "source") = word("rule");
    return made;
  }

  void draw_document() {
    Json& metrics = part(document_, "metrics");
    for (const char* id : {"bad_rate", "return_rate", "late_rate"}) {
      const Rational steps[] = {Rational::ratio(1, 10), Rational::ratio(1, 8),
                                Rational::ratio(3, 20)};
      part(entry(metrics, id), "step") = number(steps[random_.below(3)]);
    }
    part(entry(metrics, "sales"), "range") = list({number(0), number(1500)});
    part(entry(metrics, "sales"), "step") = number(250);
    Json& score = part(document_, "score");
    Json& goods = part(score, "nodes").items[0];
    part(part(goods, "nodes").items[0], "curve") = curve();
    remove(part(goods, "nodes").items[0], "flat");
    part(part(goods, "nodes").items[1], "curve") = curve();
    part(part(part(score, "nodes").items[1], "nodes").items[0], "curve") = curve();
    for (const char* path : {"thresholds.bad.excellent", "thresholds.bad.poor"}) {
      remove(part(document_, "profile_texts"), path);
    }
    bands_ = random_.chance(0.25);
    if (bands_) {
      const std::string text =
          R"({"id":"band","title":{"zh-CN":"档","en":"Band"},"when":{"metric":"orders","at_least":
          {"value":1,"status":"official","source":"rule"}},"bands":[{"at_least":3,"shown":[2,2.5]},
          {"at_least":1.8,"shown":[1,1.5]}],"status":"official","source":"rule"})";
      std::vector<Json>& rules = part(score, "adjustments").items;
      rules.insert(rules.end() - 3, parse(text, "band"));
    }
    if (random_.chance(0.5)) {
      const std::string text =
          R"({"all":[{"score":"value","at_least":{"value":3,"status":"official","source":"rule"}},
          {"node":"goods","at_least":{"value":2.5,"status":"official","source":"rule"}},
          {"any":[{"metric":"bad_buyers","at_most":{"value":2,"status":"official","source":"rule"}},
          {"metric":"late_rate","below":{"value":0.3,"status":"official","source":"rule"}}]}]})";
      part(part(document_, "gates").items[0], "when") = parse(text, "gate");
    }
  }

  void add_choice(const std::string& metric, const Rational& today, const Rational& step,
                  const Rational& best, const Rational& worst, const Rational& weight,
                  bool open_ended = false) {
    Choice choice{metric, today, {}, {}, {}, open_ended};
    // On the grid of steps, which begins at 0; the end of the range need not lie on it.
    const auto walk = [&](const Rational& end, std::vector<Json>& values) {
      const bool up = end > today;
      const Rational below = truncate(today / step) * step;
      Rational place = up ? below + step : below < today ? below : below - step;
      for (; up ? place < end : place > end; place += up ? step : -step) {
        values.push_back(number(place));
      }
      values.push_back(number(end));
    };
    if (today != best) {
      walk(best, choice.better);
    }
    if (today != worst) {
      walk(worst, choice.worse);
    }
    for (const Json& value : choice.better) {
      choice.effort.push_back(weight * abs(value.number - today) / abs(best - today));
    }
    choices_.push_back(std::move(choice));
  }

  void draw_reading() {
    part(request_, "program") = word("small-shop");
    part(request_, "edition") = word("2026-01-01");
    part(request_, "profile") =
        parse(R"({"method":"weighted","targets":{"bad":0.3,"sales":900}})", "profile");
    if (random_.chance(0.2)) {
      part(part(request_, "profile"), "method") = word("minimum");
    }
    // Made first: what is added later moves what stands there.
    (void)object_part(request_, "metrics");
    Json& effort = object_part(request_, "effort");
    Json& metrics = part(request_, "metrics");
    part(metrics, "orders") = number(2000);
    const Rational weights[] = {Rational::ratio(1, 2), 1, 1, 2, 3};
    const std::size_t idle = random_.below(3);  // one rate that cannot be better
    const char* rates[] = {"bad_rate", "return_rate", "late_rate"};
    for (std::size_t i = 0; i < 3; ++i) {
      const Rational today = i == idle ? Rational() : tenth(10) + Rational::ratio(1, 16);
      const Rational weight = weights[random_.below(5)];
      part(metrics, rates[i]) = number(today);
      part(effort, rates[i]) = number(weight);
      add_choice(rates[i], today,
                 member(entry(part(document_, "metrics"), rates[i]), "step").number, 0, 1, weight);
    }
    const Rational buyers = static_cast<std::int64_t>(random_.below(7));
    part(metrics, "bad_buyers") = number(buyers);
    add_choice("bad_buyers", buyers, 1, 0, buyers + 5, 1, true);
    const Rational sales = 100 * static_cast<std::int64_t>(random_.below(15));
    part(metrics, "sales") = number(sales);
    add_choice("sales", sales, 250, 1500, 0, 1);
    part(metrics, "violations") = number(static_cast<std::int64_t>(random_.below(4)));
    add_choice("violations", member(metrics, "violations").number, 1, 0,
               member(metrics, "violations").number + 4, 1, true);
    const bool bonus = random_.chance(0.5);
    part(metrics, "bonus") = truth(bonus);
    part(metrics, "remote") = truth(true);
    if (!bonus) {
      choices_.push_back({"bonus", 0, {truth(true)}, {Rational(1)}, {}});
    }
  }

  void draw_goal() {
    Json& goal = object_part(request_, "goal");
    const std::size_t kind = random_.below(4);
    if (kind == 0) {
      part(goal, "verdict") = word("pass");
    } else if (kind == 1) {
      part(goal, "gate") = word("feed");
    } else {
      part(goal, "score") = number(1 + tenth(38));
    }
  }

  Random random_;
  Json document_;
  Json request_ = object();
  std::vector<Choice> choices_;
  Catalog catalog_;
  bool bands_ = false;
};

// All that reach the goal.
void try_all(const Shop& shop, std::size_t place, std::map<std::string, Json>& changes,
             const Rational& effort, std::vector<Tried>& found) {
  if (place == shop.choices().size()) {
    if (shop.reaches(shop.assessed(changes))) {
      Tried tried{effort, {}};
      for (const auto& change : changes) {
        tried.changed.insert(change.first);
      }
      found.push_back(tried);
    }
    return;
  }
  const Choice& choice = shop.choices()[place];
  try_all(shop, place + 1, changes, effort, found);
  for (std::size_t i = 0; i < choice.better.size(); ++i) {
    changes[choice.metric] = choice.better[i];
    try_all(shop, place + 1, changes, effort + choice.effort[i], found);
  }
  changes.erase(choice.metric);
}

// The least effort of those that leave out a change of each of these.
const Tried* cheapest_without(const std::vector<Tried>& all,
                              const std::vector<std::set<std::string>>& before) {
  const Tried* best = nullptr;
  for (const Tried& one : all) {
    const bool new_one =
        std::none_of(before.begin(), before.end(), [&](const std::set<std::string>& changed) {
          return std::includes(one.changed.begin(), one.changed.end(), changed.begin(),
                               changed.end());
        });
    if (new_one && (best == nullptr || one.effort < best->effort)) {
      best = &one;
    }
  }
  return best;
}

std::size_t combinations_of(const Shop& shop) {
  std::size_t count = 1;
  for (const Choice& choice : shop.choices()) {
    count *= choice.better.size() + 1;
  }
  return count;
}

// Those with few enough combinations.
std::vector<std::uint64_t> seeds(std::size_t most) {
  std::vector<std::uint64_t> found;
  for (std::uint64_t seed = seed_of_run(); found.size() < static_cast<std::size_t>(kShops);
       ++seed) {
    if (combinations_of(Shop(seed)) <= most) {
      found.push_back(seed);
    }
  }
  return found;
}

std::vector<Tried> all_ways(const Shop& shop) {
  std::map<std::string, Json> changes;
  std::vector<Tried> all;
  try_all(shop, 0, changes, 0, all);
  return all;
}

bool warns_of_cheaper(const Json& made) {
  const std::vector<Json>& warnings = items_of(made, "warnings");
  return std::any_of(warnings.begin(), warnings.end(), [](const Json& warning) {
    return string_of(warning, "code") == "cheaper_possible";
  });
}

// The metrics that each combination changes. Their efforts are the least, or it is said that they
// may not be.
std::vector<std::set<std::string>> expect_cheapest(const Shop& shop, const Json& made,
                                                   const std::vector<Tried>& all) {
  std::vector<std::set<std::string>> before;
  for (const Json& one : items_of(made, "combinations")) {
    const Tried* least = shop.has_bands() ? nullptr : cheapest_without(all, before);
    EXPECT_EQ(least == nullptr, shop.has_bands()) << shop.said() << written(one);
    if (least != nullptr) {
      EXPECT_EQ(display(member(one, "effort").number, 6), display(least->effort, 6))
          << shop.said() << written(made);
    }
    std::set<std::string>& changed = before.emplace_back();
    for (const Json& change : items_of(one, "changes")) {
      changed.insert(std::string(string_of(change, "metric")));
    }
  }
  if (before.size() < 3 && !shop.has_bands()) {
    EXPECT_EQ(cheapest_without(all, before), nullptr) << shop.said() << written(made);
  }
  EXPECT_EQ(warns_of_cheaper(made), shop.has_bands() && !before.empty()) << shop.said();
  return before;
}

TEST(BruteForce, NoCombinationIsCheaper) {
  for (const std::uint64_t seed : seeds(1200)) {
    const Shop shop(seed);
    SCOPED_TRACE(std::to_string(seed));
    const Json made = shop.plan_of();
    const std::vector<Tried> all = all_ways(shop);
    EXPECT_EQ(flag_of(made, "reachable"), !all.empty()) << shop.said();
    if (!flag_of(made, "goal_met")) {
      (void)expect_cheapest(shop, made, all);
    }
  }
}

std::string reason_of(const Json& made) {
  const Json* reason = made.find("reason");
  return reason == nullptr ? "" : std::string(string_of(*reason, "code"));
}

// The metrics that a reason names; nothing where it is another one.
std::set<std::string> named_fixed(const Json& made) {
  std::set<std::string> named;
  if (reason_of(made) == "only_by_fixed") {
    for (const Json& metric : items_of(member(made, "reason"), "fixed")) {
      named.insert(metric.string);
    }
    EXPECT_FALSE(named.empty()) << written(made);
  }
  return named;
}

// What cannot change is in no plan, the rest is planned as if there were nothing else; and it is
// named where it alone keeps the goal out of reach.
TEST(BruteForce, WhatCannotChangeIsHeldFast) {
  int only_by_fixed = 0;
  int reached = 0;
  for (const std::uint64_t seed : seeds(1200)) {
    const Shop free(seed);
    const bool reachable = !all_ways(free).empty();
    Random random(seed);
    for (int i = 0; i < 6; ++i) {
      std::set<std::string> fixed;
      for (const Choice& choice : free.choices()) {
        if (random.chance(i < 3 ? 0.3 : 0.7)) {
          fixed.insert(choice.metric);
        }
      }
      Shop shop(seed);
      shop.hold(fixed);
      SCOPED_TRACE(shop.said());
      const Json made = shop.plan_of();
      const std::vector<Tried> all = all_ways(shop);
      EXPECT_EQ(flag_of(made, "reachable"), !all.empty());
      const std::set<std::string> named = named_fixed(made);
      // A band leaves open what is shown: the rest may do already.
      const bool open = shop.has_bands() && reason_of(made) == "needs_unknown";
      EXPECT_EQ(!named.empty(), all.empty() && reachable && !open);
      EXPECT_TRUE(std::includes(fixed.begin(), fixed.end(), named.begin(), named.end()));
      for (const Json& lever : items_of(made, "levers")) {
        EXPECT_EQ(fixed.count(std::string(string_of(lever, "metric"))), 0U) << written(lever);
      }
      if (flag_of(made, "goal_met")) {
        continue;
      }
      for (const std::set<std::string>& changed : expect_cheapest(shop, made, all)) {
        for (const std::string& metric : changed) {
          EXPECT_EQ(fixed.count(metric), 0U) << metric;
        }
      }
      only_by_fixed += named.empty() ? 0 : 1;
      reached += all.empty() ? 0 : 1;
    }
  }
  EXPECT_GT(only_by_fixed, 0);
  EXPECT_GT(reached, 0);
}

TEST(BruteForce, EachLeverAndHeadroomEndsAtItsFirstTurn) {
  for (int i = 0; i < kShops * 4; ++i) {
    const std::uint64_t seed = seed_of_run() + static_cast<std::uint64_t>(i);
    const Shop shop(seed);
    SCOPED_TRACE(std::to_string(seed));
    const Json made = shop.plan_of();
    const Json today = shop.assessed({});
    EXPECT_EQ(flag_of(made, "goal_met"), shop.reaches(today));
    for (const Choice& choice : shop.choices()) {
      const auto of_metric = [&](const char* list) -> const Json* {
        for (const Json& one : items_of(made, list)) {
          if (string_of(one, "metric") == choice.metric) {
            return &one;
          }
        }
        return nullptr;
      };
      std::string needed = "none";
      for (const Json& value : choice.better) {
        if (shop.reaches(shop.assessed({{choice.metric, value}}))) {
          needed = written(value);
          break;
        }
      }
      const Json* lever = of_metric("levers");
      const Json* said = lever == nullptr ? nullptr : lever->find("needed");
      if (!flag_of(made, "goal_met")) {
        EXPECT_EQ(said == nullptr ? "none" : written(*said), needed) << choice.metric << "\n"
                                                                     << shop.said();
      }
      std::string limit = "none";
      for (std::size_t k = 0; k < choice.worse.size(); ++k) {
        if (!shop.keeps(today, shop.assessed({{choice.metric, choice.worse[k]}}))) {
          limit = k == 0 ? to_decimal(choice.today) : written(choice.worse[k - 1]);
          break;
        }
      }
      const Json* room = of_metric("headroom");
      if (limit == "none" && room != nullptr && choice.open_ended) {
        EXPECT_GE(member(*room, "limit").number, choice.worse.back().number)
            << choice.metric << "\n"
            << shop.said();
      } else {
        EXPECT_EQ(room == nullptr ? "none" : written(member(*room, "limit")), limit)
            << choice.metric << "\n"
            << shop.said();
      }
    }
  }
}

// What the days left may or must bring is tried event by event.
TEST(BruteForce, ThePeriodsLimitIsTheLastThatDoes) {
  Catalog catalog = shipped_catalog();
  Random random(seed_of_run());
  for (int i = 0; i < times(200); ++i) {
    const bool most = random.chance(0.5);  // bad ones at most, else good ones at least
    const auto draw = [&](std::int64_t end) {
      return static_cast<std::int64_t>(random.below(static_cast<std::size_t>(end)));
    };
    const std::int64_t den = 1 + draw(60);
    const std::int64_t num = draw(den + 1);
    const std::int64_t a_day = draw(6);
    const std::int64_t days = draw(9);
    const std::int64_t percent = draw(101);
    const std::string metric = most ? "late_dispatch_rate" : "on_time_delivery_rate";
    const std::string request =
        R"({"program":"tiktok-shop-evaluation","edition":"2024-08-01","metrics":{")" + metric +
        R"(":{"num":)" + std::to_string(num) + R"(,"den":)" + std::to_string(den) +
        R"(}},"goal":{"metric":")" + metric + R"(",)" +
        (most ? R"("at_most":)" : R"("at_least":)") + to_decimal(Rational::ratio(percent, 100)) +
        R"(},"period":{"as_of":"2026-11-22","days_left":)" + std::to_string(days) +
        R"(,"orders_a_day":)" + std::to_string(a_day) + "}}";
    const Json reply = parse(plan(catalog, request), request);
    ASSERT_TRUE(is_ok(reply)) << written(reply);
    const Json& period = member(member(reply, "value"), "period");
    const Json& found = member(period, "metrics").items.front();
    const std::int64_t orders = a_day * days;
    std::vector<std::int64_t> good;  // numbers of events with which the target is met
    for (std::int64_t events = 0; events <= orders; ++events) {
      const std::int64_t left = 100 * (num + events);
      const std::int64_t right = percent * (den + orders);
      if (most ? left <= right : left >= right) {
        good.push_back(events);
      }
    }
    const bool all = static_cast<std::int64_t>(good.size()) == orders + 1;
    const std::string status = good.empty() ? "lost" : all ? "secure" : "open";
    EXPECT_EQ(string_of(found, "status"), status) << request << written(found);
    EXPECT_EQ(flag_of(period, "reachable"), !good.empty()) << request;
    if (status == "open") {
      const Json& events = member(member(found, "rest"), "events");
      EXPECT_EQ(events.number, Rational(most ? good.back() : good.front())) << request;
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

// What holds of every plan, tried on readings drawn at random: who does what it says reaches the
// goal, and one step less does not; who stays within the headroom loses nothing.

#include <gtest/gtest.h>

#include <string>

#include "core/base/decimal.h"
#include "tests/property/fixture.h"

namespace shopgauge::tests {
namespace {

const int kPlans = times(12);  // of each edition

class Plans : public DrawnFromEdition {
 protected:
  // A goal somewhat above what there is: a score, or the verdict.
  Json goal() {
    Json wanted = object();
    if (const Json* score = edition_.score()) {
      const std::vector<Json>& scale = member(*score, "scale").items;
      const Rational share = Rational(static_cast<std::int64_t>(draw_.random().below(9) + 1)) / 10;
      part(wanted, "score") = number(round_to(
          scale[0].number + share * (scale[1].number - scale[0].number), 1, Rounding::down));
    } else {
      part(wanted, "verdict") = word("pass");
    }
    return wanted;
  }

  // The reading of the request with these metrics in a what-if, so that a given score moves.
  bool reaches(const Json& request, const Json& changes) {
    Json asked = request;
    const Json wanted = member(request, "goal");
    remove(asked, "goal");
    part(object_part(asked, "what_if"), "metrics") = changes;
    const Json result = member(value_of(&assess, asked), "what_if");
    if (const Json* goal_score = wanted.find("score")) {
      const Json* score = result.find("score");
      const Json* low = score == nullptr ? nullptr : score->find("value");
      low = low == nullptr && score != nullptr ? score->find("low") : low;
      return low != nullptr && low->number >= goal_score->number;
    }
    return string_of(result, "verdict") == "pass";
  }

  // One step back towards today, where there is one: today's own value otherwise.
  Json less(const Json& request, const std::string& metric, const Json& to) {
    const Json& rule = edition_.metric(metric);
    if (to.is(Json::Kind::boolean)) {
      return truth(!to.boolean);
    }
    const bool up = string_of(rule, "better") == "higher";
    const Rational step = edition_.step(rule);
    // The grid of steps begins at 0; the end of the range need not lie on it.
    const Rational places = to.number / step;
    const Rational below = truncate(places);
    const Rational back =
        places.is_integer() ? to.number + (up ? -step : step) : (up ? below : below + 1) * step;
    const Json* now = member(request, "metrics").find(metric);
    if (now == nullptr) {
      const Json* absent = rule.find("if_absent");
      const Rational today = absent == nullptr ? Rational() : absent->number;
      return number(up ? max(back, today) : min(back, today));
    }
    const Json* sum = now->find("sum");
    const Rational today = sum == nullptr ? number_in(*now) : sum->number / now->find("n")->number;
    return (up ? back > today : back < today) ? number(back) : *now;
  }
};

INSTANTIATE_TEST_SUITE_P(Of, Plans, testing::ValuesIn(shipped_documents()), &name_of_document);

TEST_P(Plans, ReachTheirGoalAndOneStepLessDoesNot) {
  for (int i = 0; i < kPlans; ++i) {
    Json request = draw_.reading();
    part(request, "goal") = goal();
    const Json plan_ = value_of(&plan, request);
    for (const Json& lever : items_of(plan_, "levers")) {
      const Json* needed = lever.find("needed");
      if (needed == nullptr) {
        continue;
      }
      const std::string metric(string_of(lever, "metric"));
      Json change = object();
      part(change, metric) = *needed;
      EXPECT_TRUE(reaches(request, change)) << metric << written(request) << written(plan_);
      part(change, metric) = less(request, metric, *needed);
      EXPECT_FALSE(reaches(request, change)) << metric << written(request) << written(plan_);
    }
    for (const Json& combination : items_of(plan_, "combinations")) {
      Json changes = object();
      for (const Json& change : items_of(combination, "changes")) {
        part(changes, string_of(change, "metric")) = member(change, "to");
      }
      EXPECT_TRUE(reaches(request, changes)) << written(request) << written(combination);
      for (const JsonMember& change : changes.members) {
        Json fewer = changes;
        part(fewer, change.key) = less(request, change.key, change.value);
        EXPECT_FALSE(reaches(request, fewer))
            << change.key << written(request) << written(combination);
      }
    }
  }
}

// The counts of a request with so many more orders, all good or all bad.
Json with_orders(const Json& counts, const Rational& orders, const Rational& each) {
  Json more = counts;
  for (JsonMember& member : more.members) {
    const bool sample = member.key == "den" || member.key == "n";
    member.value.number += sample ? orders : orders * each;
  }
  return more;
}

TEST_P(Plans, CountTheOrdersToTheLast) {
  for (int i = 0; i < kPlans; ++i) {
    Json request = draw_.reading();
    part(request, "goal") = goal();
    const Json plan_ = value_of(&plan, request);
    for (const Json& lever : items_of(plan_, "levers")) {
      const Json* orders = lever.find("organic_orders");
      if (orders == nullptr) {
        continue;
      }
      const std::string metric(string_of(lever, "metric"));
      const Json& rule = edition_.metric(metric);
      const Rational best =
          member(rule, "range").items[string_of(rule, "better") == "higher" ? 1 : 0].number;
      const Json& now = member(lever, "now");
      Json change = object();
      part(change, metric) = with_orders(now, orders->number, best);
      EXPECT_TRUE(reaches(request, change)) << metric << written(request) << written(lever);
      part(change, metric) = with_orders(now, orders->number - 1, best);
      EXPECT_FALSE(reaches(request, change)) << metric << written(request) << written(lever);
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

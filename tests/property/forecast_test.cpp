// What holds of every forecast, tried on readings and histories drawn at random: each day counts
// what an honest recount of its window counts, a flat scenario changes nothing, a bad event leaves
// on its day.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/base/decimal.h"
#include "core/calendar/month.h"
#include "tests/api/corpus.h"
#include "tests/property/draw.h"
#include "tests/property/edition.h"
#include "tests/property/fixture.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

const int kForecasts = times(4);  // of each edition
constexpr int kHorizon = 45;
constexpr int kHistory = 140;

// What a day brings to a metric.
struct Day {
  std::int64_t sum = 0;
  std::int64_t weight = 0;
};

class Forecasts : public DrawnFromEdition {
 protected:
  Json forecast_of(Json request) {
    part(request, "as_of") = word(to_text(as_of_));
    part(request, "until") = word(to_text(add_days(as_of_, kHorizon)));
    const std::string text = written(request);
    Result<Json> reply = parse_json(forecast(catalog_, text), &parse_any_decimal);
    EXPECT_TRUE(is_ok(reply.value())) << text << "\n" << written(reply.value());
    return is_ok(reply.value()) ? member(reply.value(), "value") : object();
  }

  // The metrics that count what happened on some days.
  std::vector<const Json*> rolling() {
    std::vector<const Json*> found;
    for (const Json& metric : edition_.metrics()) {
      if (metric.find("rolls") != nullptr) {
        found.push_back(&metric);
      }
    }
    return found;
  }

  std::int64_t below(std::size_t end) {
    return static_cast<std::int64_t>(draw_.random().below(end));
  }

  // A day of the metric, and how a history says it.
  Day draw_day(const Json& metric, Json& said) {
    const std::string_view kind = string_of(metric, "kind");
    Day day;
    day.weight = below(30);
    if (kind == "rate") {
      day.sum = day.weight == 0 ? 0 : below(static_cast<std::size_t>(day.weight) + 1);
      said = object({{"num", number(day.sum)}, {"den", number(day.weight)}});
    } else if (kind == "mean") {
      const Json& low = member(metric, "range").items[0];
      const std::int64_t least = *to_int64(low.number);
      day.sum = day.weight * (least + below(4));
      said = object({{"sum", number(day.sum)}, {"n", number(day.weight)}});
    } else if (kind == "flag") {
      day.sum = below(40) == 0 ? 1 : 0;
      said = truth(day.sum == 1);
    } else {
      day.sum = below(3);
      said = number(day.sum);
    }
    return day;
  }

  Date as_of_ = make_date(2026, 9, 20);
};

INSTANTIATE_TEST_SUITE_P(Of, Forecasts, testing::ValuesIn(shipped_documents()), &name_of_document);

int days_of(const Json& rolls, const char* key, int otherwise) {
  const Json* found = rolls.find(key);
  return found == nullptr ? otherwise : static_cast<int>(*to_int64(found->number));
}

// The days that a metric counts on a day, by the words of FORMAT.md.
std::vector<Date> counted_on(const Json& rolls, Date day) {
  const Date last = add_days(day, -days_of(rolls, "lag", 0));
  std::vector<Date> days;
  if (rolls.find("calendar") != nullptr) {
    for (Date one = first_day(month_of(last)); one <= last; one = add_days(one, 1)) {
      days.push_back(one);
    }
  }
  for (int back = 0; back < days_of(rolls, "days", 0); ++back) {
    days.push_back(add_days(last, -back));
  }
  return days;
}

// The value of each day filled in, since a reply says only what changes.
std::vector<Json> values_of(const Json& forecast, std::string_view metric) {
  std::vector<Json> values;
  Json now;
  for (const Json& day : items_of(forecast, "days")) {
    const Json* metrics = day.find("metrics");
    const Json* found = metrics == nullptr ? nullptr : metrics->find(metric);
    now = found == nullptr ? now : *found;
    values.push_back(now);
  }
  return values;
}

TEST_P(Forecasts, CountWhatTheirWindowsHold) {
  for (int i = 0; i < kForecasts; ++i) {
    std::vector<std::vector<Day>> drawn(rolling().size());
    Json history = list({});
    for (int day = 0; day < kHistory; ++day) {
      Json metrics = object();
      for (std::size_t m = 0; m < drawn.size(); ++m) {
        const Json& metric = *rolling()[m];
        if (string_of(member(metric, "rolls"), "by") == "day") {
          continue;
        }
        Json said;
        drawn[m].push_back(draw_day(metric, said));
        part(metrics, string_of(metric, "id")) = said;
      }
      history.items.push_back(object(
          {{"date", word(to_text(add_days(as_of_, day - kHistory + 1)))}, {"metrics", metrics}}));
    }
    Json request = edition_.request();
    part(request, "history") = history;
    const Json forecast = forecast_of(request);
    for (std::size_t m = 0; m < drawn.size(); ++m) {
      if (drawn[m].empty()) {
        continue;
      }
      const Json& metric = *rolling()[m];
      const Json& rolls = member(metric, "rolls");
      const std::string_view kind = string_of(metric, "kind");
      // What each day to come brings: the mean of the days that count today, or of 90 days up to
      // them.
      Rational pace_sum;
      Rational pace_weight;
      std::vector<Date> today = counted_on(rolls, as_of_);
      for (Date last = *std::max_element(today.begin(), today.end()); today.size() < 90;) {
        today.push_back(add_days(last, -static_cast<int>(today.size())));
      }
      const auto held = static_cast<std::int64_t>(today.size());
      const auto place = [&](Date day) {
        return static_cast<std::size_t>(days_between(as_of_, day) + kHistory - 1);
      };
      for (const Date day : today) {
        pace_sum += kind == "flag" ? Rational() : Rational(drawn[m][place(day)].sum) / held;
        pace_weight += Rational(drawn[m][place(day)].weight) / held;
      }
      const std::vector<Json> values = values_of(forecast, string_of(metric, "id"));
      for (int ahead = 0; ahead <= kHorizon; ++ahead) {
        Rational sum;
        Rational weight;
        for (const Date day : counted_on(rolls, add_days(as_of_, ahead))) {
          const bool past = day <= as_of_;
          sum += past ? Rational(drawn[m][place(day)].sum) : pace_sum;
          weight += past ? Rational(drawn[m][place(day)].weight) : pace_weight;
        }
        const bool ratio = kind == "rate" || kind == "mean";
        const Json& value = values[static_cast<std::size_t>(ahead)];
        SCOPED_TRACE(std::string(string_of(metric, "id")) + " " + std::to_string(ahead));
        if (ratio && weight.is_zero()) {
          EXPECT_TRUE(value.is(Json::Kind::null));
        } else if (kind == "flag") {
          EXPECT_EQ(value.boolean, !sum.is_zero());
        } else {
          const Rational wanted = ratio ? sum / weight : sum;
          EXPECT_EQ(value.number,
                    is_decimal(wanted) ? wanted : round_to(wanted, 6, Rounding::half_up));
        }
      }
    }
  }
}

TEST_P(Forecasts, StayWhereNothingChanges) {
  for (int i = 0; i < kForecasts; ++i) {
    Json request = draw_.reading();
    remove(request, "what_if");
    remove(request, "date");
    const Json today = parse(assess(catalog_, written(request)), "today");
    const Json forecast = forecast_of(request);
    if (!is_ok(today)) {
      continue;
    }
    const Json* score = member(today, "value").find("score");
    for (const Json& day : items_of(forecast, "days")) {
      // Sums of a natural month grow, and what the own score feeds moves towards it.
      const Json* now = score == nullptr ? nullptr : score->find("value");
      ASSERT_EQ(now != nullptr, day.find("score") != nullptr) << written(request) << written(day);
      if (now != nullptr) {
        EXPECT_EQ(day.find("score")->number, now->number) << written(request) << written(day);
      }
    }
  }
}

TEST_P(Forecasts, LetABadEventGoOnItsDay) {
  for (const Json* metric : rolling()) {
    const Json& rolls = member(*metric, "rolls");
    if (string_of(*metric, "kind") != "rate" || string_of(*metric, "better") != "lower") {
      continue;
    }
    for (const Date day : counted_on(rolls, as_of_)) {
      Json request = edition_.request();
      put_at(request, "metrics." + std::string(string_of(*metric, "id")),
             object({{"num", number(2)}, {"den", number(900)}}));
      part(request, "known") = list({object({{"on", word(to_text(day))},
                                             {"metric", word(string_of(*metric, "id"))},
                                             {"bad", number(2)}})});
      const Json forecast = forecast_of(request);
      const std::vector<Json> values = values_of(forecast, string_of(*metric, "id"));
      for (int ahead = 0; ahead <= kHorizon; ++ahead) {
        const std::vector<Date> days = counted_on(rolls, add_days(as_of_, ahead));
        const bool holds = std::find(days.begin(), days.end(), day) != days.end();
        EXPECT_EQ(values[static_cast<std::size_t>(ahead)].number.is_zero(), !holds)
            << to_text(day) << " " << ahead;
        const bool held_before =
            ahead > 0 && !values[static_cast<std::size_t>(ahead - 1)].number.is_zero();
        if (held_before && !holds) {
          ASSERT_EQ(items_of(forecast, "leaves").size(), 1U);
          EXPECT_EQ(string_of(items_of(forecast, "leaves")[0], "date"),
                    to_text(add_days(as_of_, ahead)));
        }
      }
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

// Reads months, checks and choices; what they mean is for the cycle to say.

#include "core/api/course.h"

#include <algorithm>
#include <utility>

#include "core/api/request.h"

namespace shopgauge::api {
namespace {

// `met`, or the reading that is to be judged; nothing where neither is given.
std::optional<Judged> read_judged(const Cursor& at, const Program& program, const Reading& base) {
  const auto met = at.find("met");
  const auto metrics = at.find("metrics");
  // Months and checks are judged by metrics and profile.
  Judged judged;
  judged.reading = empty_reading(program);
  judged.reading.profile = base.profile;
  if (const auto profile = at.find("profile")) {
    read_profile(profile, program, judged.reading);
  }
  if (metrics) {
    read_metrics(metrics, program, judged.reading.metrics);
  }
  if (met) {
    const bool* truth = met.boolean();
    judged.met = truth != nullptr && *truth;
  }
  if (met && metrics) {
    at.issue("months.both", "say whether it was met, or give its metrics, not both");
  }
  return met || metrics ? std::optional(std::move(judged)) : std::nullopt;
}

void read_months(const Cursor& at, const Program& program, Course& course) {
  if (!at.need_array()) {
    return;
  }
  std::optional<Month> before;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    if (!one.need_object("month met metrics profile")) {
      continue;
    }
    const auto named = one.need("month");
    const std::optional<Month> month = named ? read_month(named) : std::nullopt;
    std::optional<Judged> judged = read_judged(one, program, course.base);
    if (!month) {
      continue;
    }
    if (before && *month <= *before) {
      const bool twice = *month == *before;
      named.issue(twice ? "months.duplicate" : "months.order",
                  twice ? "this month stands twice" : "the months must rise",
                  {{"month", to_text(*month)}});
    }
    before = month;
    if (judged) {
      course.months.push_back({i, *month, *std::move(judged)});
    }
  }
}

void read_checks(const Cursor& at, const Program& program, Course& course) {
  if (!at.need_array()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    if (!one.need_object("date met metrics profile")) {
      continue;
    }
    const auto named = one.need("date");
    const std::optional<Date> date = named ? read_day(named) : std::nullopt;
    std::optional<Judged> judged = read_judged(one, program, course.base);
    if (date && judged) {
      course.checks.push_back({i, *date, *std::move(judged)});
    }
  }
}

void read_choices(const Cursor& at, Course& course) {
  if (!at.need_object()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    ChoiceGiven choice{at.key(i), {}};
    if (one.json().is(Json::Kind::array)) {
      for (std::size_t j = 0; j < one.size(); ++j) {
        choice.values.push_back(one[j].text());
      }
    } else if (const auto value = one.string()) {
      choice.values.push_back(*value);
    }
    course.choices.push_back(std::move(choice));
  }
}

}  // namespace

Course read_course(const Cursor& request, const Program& program, std::optional<Date> date) {
  Course course;
  course.date = date;
  course.base = empty_reading(program);
  read_store(request, program, course.base);
  if (const auto months = request.find("months")) {
    read_months(months, program, course);
  }
  if (const auto checks = request.find("checks")) {
    read_checks(checks, program, course);
  }
  if (const auto choices = request.find("choices")) {
    read_choices(choices, course);
  }
  const auto until = request.need("until");
  const std::optional<Date> last = until ? read_day(until) : std::nullopt;
  course.until = last.value_or(Date());
  if (last && date && *last < *date) {
    until.issue("request.until", "must not lie before date",
                {{"value", to_text(*last)}, {"date", to_text(*date)}});
  }
  return course;
}

}  // namespace shopgauge::api

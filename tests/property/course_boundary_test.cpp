// Every threshold that a month or a check is judged by: just below, at and just above, given with
// the month or the check, and summed or averaged over the months.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/calendar/month.h"
#include "tests/property/course.h"
#include "tests/property/fixture.h"
#include "tests/property/oracle.h"
#include "tests/property/steer.h"

namespace shopgauge::tests {
namespace {

constexpr std::size_t kMostCourses = 12;

// The months from the beginning of its phase to a check's own.
std::vector<std::string> months_before(const Json& value, std::string_view date) {
  std::vector<std::string> months;
  for (const Json& phase : items_of(value, "phases")) {
    const Json& to = member(phase, "to");
    Month month = month_of(*parse_date(string_of(phase, "from")));
    while (string_of(phase, "from") <= date && (to.is(Json::Kind::null) || date <= to.string) &&
           to_text(month) <= date.substr(0, 7)) {
      months.push_back(to_text(month));
      month = add_months(month, 1);
    }
  }
  return months;
}

class CourseBoundary : public OfEdition {
 protected:
  CourseBoundary() {
    best_ = request_from(edition_, Base::best);
    worst_ = request_from(edition_, Base::worst);
    if (best_.find("profile") == nullptr) {
      part(best_, "profile") = object();
    }
  }

  [[nodiscard]] const Json& standard(std::string_view id) const {
    return *item_with(items_of(edition_.document(), "standards"), "id", id);
  }

  // The readings around each number of a standard, all else being as good, or as bad, as may be.
  std::vector<Json> readings_around(const Json& standard) {
    std::vector<Json> readings;
    for (const Leaf& leaf : edition_.leaves()) {
      const Json* others = standard.find("or");
      const bool mine = leaf.comparison == &standard ||
                        (others != nullptr && leaf.comparison >= others->items.data() &&
                         leaf.comparison < others->items.data() + others->items.size());
      const Oracle oracle(edition_.document(), best_);
      const auto target = mine ? oracle.target(*leaf.comparison) : std::nullopt;
      const Rational step = mine ? edition_.step(edition_.metric(leaf.id)) : Rational();
      for (int by = -1; target && by <= 1; ++by) {
        if (!Edition::admits(edition_.metric(leaf.id), *target + by * step)) {
          continue;
        }
        for (const Json* base : {&best_, &worst_}) {
          Json metrics = member(*base, "metrics");
          part(metrics, leaf.id) = number(*target + by * step);
          readings.push_back(std::move(metrics));
        }
      }
    }
    return readings;
  }

  // What a judgement by these standards must say.
  std::string verdict(const Json& metrics, const std::vector<std::string>& standards) {
    const Json reading = object({{"metrics", metrics}, {"profile", member(best_, "profile")}});
    const Oracle oracle(edition_.document(), reading);
    bool failed = false;
    for (const std::string& id : standards) {
      failed = failed || oracle.standard(id) == Answer::no;
    }
    return failed ? "fail" : "pass";
  }

  // By each way in, with nothing given; and with one check after the other failed.
  std::vector<Json> open_courses() {
    std::vector<Json> courses;
    for (const Json& entry : member(member(edition_.document(), "cycle"), "entries").items) {
      Json course = course_from(edition_, entry, "2026-01-01", "2028-12-31");
      part(course, "profile") = member(best_, "profile");
      part(course, "checks") = list({});
      const Json* failed = nullptr;
      do {
        courses.push_back(course);
        const std::optional<Json> open = trace(catalog_, course);
        EXPECT_TRUE(open) << written(course);
        failed = open ? item_with(items_of(*open, "checks"), "verdict", "pending") : nullptr;
        if (failed != nullptr) {
          part(course, "checks")
              .items.push_back(object({{"date", member(*failed, "date")}, {"met", truth(false)}}));
        }
      } while (failed != nullptr && courses.size() < kMostCourses);
    }
    return courses;
  }

  // Every check of the document, once, in a course that comes to it.
  struct Held {
    Json course;
    std::vector<std::string> months;  // that it looks back on
    std::string date;
    const Json* rule = nullptr;
  };
  std::vector<Held> held_checks() {
    std::vector<Held> held;
    std::set<const Json*> seen;
    for (const Json& course : open_courses()) {
      const std::optional<Json> open = trace(catalog_, course);
      for (const Json& one : open ? items_of(*open, "checks") : std::vector<Json>()) {
        const Json* rule = rule_of(*open, one);
        if (string_of(one, "verdict") == "pending" && seen.insert(rule).second) {
          const std::string date(string_of(one, "date"));
          held.push_back({course, months_before(*open, date), date, rule});
        }
      }
    }
    std::size_t count = 0;
    for (const Json& phase : phases()) {
      count += items_of(phase, "checks").size();
    }
    EXPECT_EQ(held.size(), count) << "not every check is held";
    return held;
  }

  // The verdict of the check in the timeline of the course with these checks more.
  std::string verdict_on(const Held& held, Json course, Json metrics) {
    part(course, "checks")
        .items.push_back(object({{"date", word(held.date)}, {"metrics", std::move(metrics)}}));
    SCOPED_TRACE(written(course));
    const std::optional<Json> value = trace(catalog_, course);
    EXPECT_TRUE(value);
    for (const Json& got : value ? items_of(*value, "checks") : std::vector<Json>()) {
      if (string_of(got, "date") == held.date &&
          string_of(got, "standard") == string_of(*held.rule, "standard")) {
        return std::string(string_of(got, "verdict"));
      }
    }
    return "nothing";
  }

  // The course with all months of the check given, so that the metric of this standard comes to the
  // total: the first month has what the others lack. Other standards on this metric want nothing.
  Json with_total(const Held& held, const std::string& id, bool sum, const Rational& total,
                  const Rational& target) {
    const std::string& metric = member(standard(id), "metric").string;
    const auto count = static_cast<std::int64_t>(held.months.size());
    const Rational usual = sum ? truncate(target / count) : target;
    const Rational first = sum ? total - usual * (count - 1) : total * count - usual * (count - 1);
    const std::string_view own = string_of(member(standard(id), "at_least"), "profile");
    Json course = held.course;
    Json& months = part(course, "months") = list({});
    for (const std::string& month : held.months) {
      Json metrics = member(best_, "metrics");
      part(metrics, metric) = number(months.items.empty() ? first : usual);
      months.items.push_back(object({{"month", word(month)}, {"metrics", std::move(metrics)}}));
    }
    for (const Leaf& leaf : edition_.leaves()) {
      const Json* path = leaf.threshold->find("profile");
      if (leaf.id == metric && path != nullptr && path->string != own) {
        put_at(part(course, "profile"), path->string, number(0));
      }
    }
    return course;
  }

  [[nodiscard]] std::vector<std::string> ids_of(const Json& owner, std::string_view key) const {
    std::vector<std::string> ids;
    for (const Json& id : items_of(owner, key)) {
      ids.push_back(id.string);
    }
    return ids;
  }

  [[nodiscard]] const std::vector<Json>& phases() const {
    return member(member(edition_.document(), "cycle"), "phases").items;
  }

  // The rule behind a check of a reply. Of several phases with a check of this name (a second year
  // like the first) it is the later one when a check has failed before.
  [[nodiscard]] const Json* rule_of(const Json& value, const Json& check) const {
    const bool again = item_with(items_of(value, "checks"), "verdict", "fail") != nullptr;
    const Json* found = nullptr;
    for (const Json& phase : phases()) {
      const Json* rule =
          item_with(items_of(phase, "checks"), "standard", string_of(check, "standard"));
      found = rule != nullptr && (found == nullptr || again) ? rule : found;
    }
    return found;
  }

  void try_month(const Json& course, const std::string& month);

  Json best_;
  Json worst_;
  std::set<std::string> judged_;  // standards
};

INSTANTIATE_TEST_SUITE_P(Of, CourseBoundary, testing::ValuesIn(documents_with_cycles()),
                         &name_of_document);

// The standards that count for a month's verdict.
std::vector<std::string> deciding(const Json& document, const std::vector<Json>& findings) {
  std::vector<std::string> ids;
  for (const Json& finding : findings) {
    const std::string id(string_of(finding, "id"));
    if (!flag_of(*item_with(items_of(document, "standards"), "id", id), "advisory")) {
      ids.push_back(id);
    }
  }
  return ids;
}

TEST_P(CourseBoundary, OfEveryMonth) {
  std::set<std::string> seen;  // phases
  for (const Json& course : open_courses()) {
    const std::optional<Json> open = trace(catalog_, course);
    ASSERT_TRUE(open) << written(course);
    for (const Json& month : items_of(*open, "months")) {
      if (seen.insert(std::string(string_of(month, "phase"))).second) {
        try_month(course, member(month, "month").string);
      }
    }
  }
  for (const Json& phase : phases()) {
    for (const std::string& id : ids_of(phase, "judge")) {
      EXPECT_EQ(judged_.count(id), 1U) << id << " was never judged";
    }
  }
}

// The month by metrics around the numbers of every standard.
void CourseBoundary::try_month(const Json& course, const std::string& month) {
  for (const Json& one : items_of(edition_.document(), "standards")) {
    for (const Json& metrics : readings_around(one)) {
      Json given = course;
      part(given, "months") = list({object({{"month", word(month)}, {"metrics", metrics}})});
      SCOPED_TRACE(written(given));
      const std::optional<Json> value = trace(catalog_, given);
      ASSERT_TRUE(value);
      const Json& got = *item_with(items_of(*value, "months"), "month", month);
      const std::vector<Json>& findings = items_of(got, "standards");
      const Json reading = object({{"metrics", metrics}, {"profile", member(best_, "profile")}});
      const Oracle oracle(edition_.document(), reading);
      for (const Json& finding : findings) {
        judged_.insert(std::string(string_of(finding, "id")));
        EXPECT_EQ(member(finding, "met").boolean,
                  oracle.standard(string_of(finding, "id")) == Answer::yes)
            << written(finding);
      }
      EXPECT_EQ(string_of(got, "verdict"),
                verdict(metrics, deciding(edition_.document(), findings)));
    }
  }
}

// Each check is told by metrics of its own.
TEST_P(CourseBoundary, OfEveryCheck) {
  for (const Held& held : held_checks()) {
    const std::vector<std::string> standards = ids_of(*held.rule, "judge");
    for (const std::string& id : standards) {
      for (const Json& metrics : readings_around(standard(id))) {
        EXPECT_EQ(verdict_on(held, held.course, metrics), verdict(metrics, standards))
            << id << " " << written(metrics);
      }
    }
  }
}

// Each check is told by the months before it, whose sum or mean lies around its number; what is not
// taken over the months comes with the check.
TEST_P(CourseBoundary, OfEverySum) {
  for (const Held& held : held_checks()) {
    const std::vector<std::string> sums = ids_of(*held.rule, "sum");
    const std::vector<std::string> means = ids_of(*held.rule, "mean");
    Json beside = member(best_, "metrics");
    for (const auto* totals : {&sums, &means}) {
      for (const std::string& metric : *totals) {
        remove(beside, metric);
      }
    }
    for (const std::string& id : ids_of(*held.rule, "judge")) {
      const std::string& metric = member(standard(id), "metric").string;
      const bool sum = std::count(sums.begin(), sums.end(), metric) > 0;
      const Rational target = *Oracle(edition_.document(), best_).target(standard(id));
      for (int by = -1; beside.find(metric) == nullptr && by <= 1; ++by) {
        ASSERT_NE(standard(id).find("at_least"), nullptr);
        const Rational total = target + by * edition_.step(edition_.metric(metric));
        const std::string got = verdict_on(held, with_total(held, id, sum, total, target), beside);
        EXPECT_EQ(got, by < 0 ? "fail" : "pass") << id << " " << by;
      }
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

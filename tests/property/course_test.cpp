// What holds of every store's timeline under every shipped program, tried on courses drawn at
// random.

#include "tests/property/course.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/calendar/month.h"
#include "tests/fuzz/claims.h"
#include "tests/property/fixture.h"
#include "tests/property/oracle.h"

namespace shopgauge::tests {
namespace {

const int kCourses = times(20);  // of each edition, for each property

class Courses : public DrawnFromEdition {
 protected:
  Json course() { return drawn_course(edition_, catalog_, draw_); }
};

INSTANTIATE_TEST_SUITE_P(Of, Courses, testing::ValuesIn(documents_with_cycles()),
                         &name_of_document);

// What a month's verdict must be when these standards judge it.
std::string verdict_of(const Oracle& oracle, const Edition& edition, const Json& metrics,
                       const std::vector<Json>& findings) {
  bool failed = false;
  bool open = false;
  for (const Json& finding : findings) {
    const Json& standard =
        *item_with(items_of(edition.document(), "standards"), "id", string_of(finding, "id"));
    const Json* input = metrics.find(member(standard, "metric").string);
    const Answer answer = oracle.standard(string_of(finding, "id"));
    if (flag_of(standard, "advisory")) {
      continue;
    }
    if (input != nullptr && input->find("no_score") != nullptr) {
      return "not_assessed";
    }
    failed = failed || answer == Answer::no;
    open = open || answer == Answer::open;
  }
  return failed ? "fail" : open ? "undetermined" : "pass";
}

// Each month comes out by its metrics as the oracle says, or as it was given, or is pending.
TEST_P(Courses, JudgeMonthsAsTheOracleSays) {
  for (int i = 0; i < kCourses; ++i) {
    const Json request = course();
    const std::optional<Json> value = trace(catalog_, request);
    ASSERT_TRUE(value) << written(request);
    for (const Json& month : items_of(*value, "months")) {
      SCOPED_TRACE(written(month) + "\n" + written(request));
      const Json* given =
          item_with(items_of(request, "months"), "month", string_of(month, "month"));
      const Json* metrics = given == nullptr ? nullptr : given->find("metrics");
      if (metrics == nullptr) {
        EXPECT_EQ(string_of(month, "verdict"), given == nullptr         ? "pending"
                                               : flag_of(*given, "met") ? "pass"
                                                                        : "fail");
        continue;
      }
      Json reading = object({{"metrics", *metrics}, {"profile", member(request, "profile")}});
      const Oracle oracle(edition_.document(), reading);
      const std::vector<Json>& findings = items_of(month, "standards");
      for (const Json& finding : findings) {
        EXPECT_EQ(text_of(finding.find("met")), text_of(oracle.standard(string_of(finding, "id"))))
            << string_of(finding, "id");
      }
      EXPECT_EQ(string_of(month, "verdict"), verdict_of(oracle, edition_, *metrics, findings));
    }
  }
}

TEST_P(Courses, KeepTheClaims) {
  for (int i = 0; i < kCourses; ++i) {
    const std::string text = written(course());
    for (const std::string& broken : broken_claims("timeline", text)) {
      ADD_FAILURE() << broken << "\n" << text;
    }
  }
}

TEST_P(Courses, DoNotDependOnTheOrderOfKeys) {
  for (int i = 0; i < kCourses; ++i) {
    const Json request = course();
    const std::string reply = timeline(catalog_, written(request));
    EXPECT_EQ(timeline(catalog_, written(draw_.shuffled(request, false))), reply)
        << written(request);
  }
}

// The first day of each event that nobody wants.
std::map<std::string, std::string> failures_in(const Json& value) {
  static const std::set<std::string, std::less<>> kUnwanted = {
      "warned",           "at_risk",    "downgrade_notice",      "supervised", "removed",
      "removal_possible", "restricted", "rectification_started", "downgraded", "improvement_plan"};
  std::map<std::string, std::string> first;
  for (const Json& event : items_of(value, "events")) {
    if (kUnwanted.find(string_of(event, "event")) != kUnwanted.end()) {
      first.emplace(string_of(event, "event"), string_of(event, "date"));
    }
  }
  return first;
}

// A month that passes, where it was open or failed, brings nothing bad earlier.
TEST_P(Courses, AreNoWorseForAMonthThatPasses) {
  int compared = 0;
  for (int i = 0; i < 2 * kCourses; ++i) {
    const Json request = course();
    const std::optional<Json> before = trace(catalog_, request);
    ASSERT_TRUE(before) << written(request);
    const std::vector<Json>& months = items_of(*before, "months");
    if (months.empty()) {
      continue;
    }
    const std::string_view month = string_of(months[draw_.random().below(months.size())], "month");
    Json better = request;
    Json& given = part(better, "months");
    given.kind = Json::Kind::array;
    std::erase_if(given.items, [&](const Json& one) { return string_of(one, "month") == month; });
    given.items.push_back(object({{"month", word(month)}, {"met", truth(true)}}));
    std::sort(given.items.begin(), given.items.end(), [](const Json& a, const Json& b) {
      return string_of(a, "month") < string_of(b, "month");
    });
    const std::optional<Json> after = trace(catalog_, better);
    if (!after) {
      continue;  // without the failure the later months belong to no phase
    }
    ++compared;
    std::map<std::string, std::string> first = failures_in(*before);
    for (const auto& [event, date] : failures_in(*after)) {
      EXPECT_TRUE(first.count(event) > 0 && first[event] <= date)
          << event << " on " << date << " by " << month << "\n"
          << written(request);
    }
  }
  const auto& phases = member(member(edition_.document(), "cycle"), "phases").items;
  const bool judges = std::any_of(phases.begin(), phases.end(),
                                  [](const Json& phase) { return phase.find("judge") != nullptr; });
  EXPECT_TRUE(!judges || compared >= kCourses / 4) << compared;
}

std::multiset<std::string> events_in(const Json& value) {
  std::multiset<std::string> events;
  for (const Json& event : items_of(value, "events")) {
    events.insert(written(event));
  }
  return events;
}

// Events are certain: those that follow from the first months are there when more months are given,
// and the months before come out alike.
TEST_P(Courses, KeepTheirEventsWhenMonthsFollow) {
  for (int i = 0; i < kCourses; ++i) {
    const Json request = course();
    Json shorter = request;
    remove(shorter, "checks");
    Json whole = shorter;
    std::vector<Json>& months = part(shorter, "months").items;
    months.resize(draw_.random().below(months.size() + 1));
    if (months.empty()) {
      remove(shorter, "months");
    }
    const std::optional<Json> before = trace(catalog_, shorter);
    const std::optional<Json> after = trace(catalog_, whole);
    if (!before || !after) {
      continue;  // the months may lie in a phase that only a check leads to
    }
    const std::multiset<std::string> now = events_in(*after);
    const std::multiset<std::string> then = events_in(*before);
    EXPECT_TRUE(std::includes(now.begin(), now.end(), then.begin(), then.end()))
        << written(shorter) << "\n"
        << written(*before) << "\n"
        << written(whole) << "\n"
        << written(*after);
    for (std::size_t j = 0; j < months.size(); ++j) {
      const std::string_view month = string_of(months[j], "month");
      const Json* was = item_with(items_of(*before, "months"), "month", month);
      const Json* is = item_with(items_of(*after, "months"), "month", month);
      EXPECT_TRUE(was != nullptr && is != nullptr && written(*was) == written(*is)) << month;
    }
  }
}

// The five months of 2026 from January on, failed where `failed` has a bit; those before `told` are
// only counted.
Json five_months(const Edition& edition, const Json& entry, unsigned int failed, int told,
                 int upto = 5) {
  Json request = course_from(edition, entry, "2026-01-01", "2026-05-31");
  Json& months = part(request, "months") = list({});
  int failures = 0;
  for (int i = 0; i < upto; ++i) {
    const bool fails = (failed >> static_cast<unsigned int>(i)) % 2 == 1;
    failures += fails && i < told ? 1 : 0;
    if (i >= told) {
      months.items.push_back(
          object({{"month", word("2026-0" + std::to_string(i + 1))}, {"met", truth(!fails)}}));
    }
  }
  if (told > 0) {
    const std::string& field = member(member(entry, "counts"), "failures").string;
    part(object_part(request, "enrolment"), field) = number(failures);
  }
  return request;
}

// Whether both months are there and belong to one run of a phase.
bool in_one_cycle(const std::vector<Json>& months, std::size_t first, std::size_t second) {
  return second < months.size() &&
         string_of(months[first], "phase") == string_of(months[second], "phase") &&
         (months[first].find("cycle") == nullptr ||
          member(months[first], "cycle").number == member(months[second], "cycle").number);
}

// A store that counts its failures so far, and then tells its further months, stands where it
// stands with all months told one by one.
TEST_P(Courses, AgreeWithTheirLaterPiece) {
  for (const Json& entry : member(member(edition_.document(), "cycle"), "entries").items) {
    const Json* counts = entry.find("counts");
    if (counts == nullptr || counts->find("failures") == nullptr) {
      continue;
    }
    int compared = 0;
    for (unsigned int failed = 0; failed < 32; ++failed) {
      const std::optional<Json> all = trace(catalog_, five_months(edition_, entry, failed, 0));
      for (int told = 1; told < 5; ++told) {
        const Json later = five_months(edition_, entry, failed, told);
        const std::optional<Json> before =
            trace(catalog_, five_months(edition_, entry, failed, 0, told));
        const std::optional<Json> after = trace(catalog_, later);
        if (!all || !before || !after ||
            !in_one_cycle(items_of(*all, "months"), 0, static_cast<std::size_t>(told))) {
          continue;  // the first months have ended the cycle
        }
        ++compared;
        SCOPED_TRACE(written(later));
        std::multiset<std::string> pieces = events_in(*before);
        pieces.merge(events_in(*after));
        const std::multiset<std::string> whole = events_in(*all);
        EXPECT_EQ(std::set<std::string>(pieces.begin(), pieces.end()),
                  std::set<std::string>(whole.begin(), whole.end()));
        EXPECT_EQ(written(member(*after, "standing")), written(member(*all, "standing")));
      }
    }
    EXPECT_GE(compared, 10);
  }
}

}  // namespace
}  // namespace shopgauge::tests

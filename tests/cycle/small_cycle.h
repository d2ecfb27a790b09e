// Two small cycles for tests, after the two kinds that programs have, cycles of phases that a test
// writes itself, and courses and timelines in a few words.

#ifndef SHOPGAUGE_TESTS_CYCLE_SMALL_CYCLE_H_
#define SHOPGAUGE_TESTS_CYCLE_SMALL_CYCLE_H_

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cycle/timeline.h"
#include "tests/calendar/print.h"
#include "tests/rules/small_program.h"
#include "tests/scoring/small_reading.h"

namespace shopgauge::small {

inline Date date(std::string_view text) {
  const std::optional<Date> parsed = parse_date(text);
  EXPECT_TRUE(parsed.has_value()) << text;
  return parsed.value_or(Date());
}

// `more` are further members, each with a comma before.
inline std::string event(std::string_view name, std::string_view rule, std::string_view more = "") {
  return fill(R"({"event": "$", "rule": "$", "status": "official", "source": "rulebook"$})",
              {name, rule, more});
}

inline constexpr std::string_view kNextMonth = R"(, "month_after": 1, "day": 1)";

// Recovery after a downgrade, and the exempt rest of the month after an upgrade.
inline std::string recovery(std::string_view rules, std::string_view after) {
  return fill(R"({"id": "recovery", "length": "open", "judge": ["score"], "rules": [$],
                  "choices": [{"id": "upgraded", "after": $, "month_after": "pass", "events": [$], "then": {"phase": "exempt_again"}}]},
                 {"id": "exempt_again", "phase": "exempt", "length": {"until": "month_end"}, "next": [{"phase": "formal"}]})",
              {rules, after, event("upgraded", "upgraded", R"(, "to": {"entered": true})")});
}

inline Program cycle_program(const std::string& first_entry, const std::string& phases,
                             const std::string& texts) {
  Document document;
  document.metrics = metric("score", "amount", R"(, "no_score": true)");
  document.standards = fill(R"({"id": "score", "title": $, "metric": "score", "at_least": $})",
                            {kText, official("60")});
  document.cycle = fill(R"({"store_type": "flagship", "entries": [$,
      {"fields": ["formal_since"], "phase": "formal", "from": {"field": "formal_since"}, "counts": {"failures": "failures_so_far"}},
      {"fields": ["recovery_since"], "phase": "recovery", "from": {"field": "recovery_since"}, "store_type": "specialty_store",
       "counts": {"passes_in_a_row": "passes_in_a_row"}}],
      "no_score_month": {"counts": "neither", "status": "official", "source": "rulebook"}, "phases": [$]})",
                        {first_entry, phases});
  document.texts =
      "store_type.flagship store_type.specialty_store rule.completed rule.upgraded " + texts;
  return read(document);
}

// Exempt to the end of the first month; three trial months for stores that were open for less than
// one; cycles of six months, warned at the second failure and downgraded with the third on the 1st
// of the next month, to one of two types; recovered with the first month that passes.
inline Program half_year() {
  const std::string exempt = fill(R"({"id": "exempt", "length": {"until": "month_end"}, "next": [
      {"phase": "trial", "when": {"younger_than_months": $, "since": "opened", "at": "first_assessed"}}, {"phase": "formal"}]})",
                                  {official("1")});
  const std::string trial = fill(R"({"id": "trial", "length": {"months": $}, "judge": ["score"],
      "rules": [{"id": "at_risk", "on": "each_failure", "events": [$]}], "next": [{"phase": "formal"}]})",
                                 {official("3"), event("at_risk", "at_risk", kNextMonth)});
  const std::string choice = fill(
      R"(, "to": {"choice": "downgrade_to", "of": ["specialty_store", "enterprise_store"], "default": "specialty_store"}$)",
      {kNextMonth});
  const std::string formal = fill(
      R"({"id": "formal", "length": {"months": $}, "numbered": true, "judge": ["score"], "rules": [
      {"id": "warned", "on": "failures", "reaches": $, "events": [$]},
      {"id": "downgraded", "on": "failures", "reaches": $, "events": [$, $], "then": {"phase": "recovery", "month_after": 1, "day": 1}}],
      "completed": {"events": [$]}, "next": [{"phase": "formal"}]})",
      {official("6"), official("2"), event("warned", "warned", kNextMonth), official("3"),
       event("downgrade_notice", "notice", kNextMonth), event("downgraded", "downgraded", choice),
       event("cycle_completed", "completed")});
  const std::string eligible =
      fill(R"({"id": "eligible", "on": "passes_in_a_row", "reaches": $, "events": [$]})",
           {official("1"), event("upgrade_eligible", "eligible", kNextMonth)});
  return cycle_program(
      R"({"fields": ["opened", "first_assessed"], "phase": "exempt", "from": {"field": "first_assessed"}})",
      exempt + ", " + trial + ", " + formal + ", " + recovery(eligible, R"("eligible")"),
      "store_type.enterprise_store rule.at_risk rule.warned rule.notice rule.downgraded "
      "rule.eligible");
}

// A trial of 30 days from the day after joining, judged on day 31, then exempt to the end of the
// month; cycles of three months, warned at the first failure and downgraded with the second on the
// 2nd of the next month; recovered with one passing month after the first downgrade, with three in
// a row after a later one.
inline Program quarter() {
  const std::string trial = fill(
      R"({"id": "trial", "length": {"days": $}, "checks": [{"standard": "trial", "title": $, "after_days": $, "judge": ["score"],
      "passed": {"then": {"phase": "exempt"}}, "failed": {"events": [$], "then": {"phase": "recovery"}}}]})",
      {official("30"), kText, official("30"),
       event("downgraded", "trial", R"(, "to": {"store_type": "specialty_store"})")});
  const std::string exempt =
      R"({"id": "exempt", "length": {"until": "month_end"}, "next": [{"phase": "formal"}]})";
  const std::string second =
      R"(, "to": {"store_type": "specialty_store"}, "month_after": 1, "day": 2)";
  const std::string formal = fill(
      R"({"id": "formal", "length": {"months": $}, "numbered": true, "judge": ["score"], "rules": [
      {"id": "warned", "on": "failures", "reaches": $, "events": [$]},
      {"id": "downgraded", "on": "failures", "reaches": $, "events": [$], "then": {"phase": "recovery", "month_after": 1, "day": 2}}],
      "completed": {"events": [$]}, "next": [{"phase": "formal"}]})",
      {official("3"), official("1"), event("warned", "warned", kNextMonth), official("2"),
       event("downgraded", "downgraded", second), event("cycle_completed", "completed")});
  const std::string eligible = fill(
      R"({"id": "first", "on": "passes_in_a_row", "reaches": $, "downgrades": {"at_most": 1}, "events": [$]},
      {"id": "later", "on": "passes_in_a_row", "reaches": $, "downgrades": {"at_least": 2}, "events": [$]})",
      {official("1"), event("upgrade_eligible", "eligible", kNextMonth), official("3"),
       event("upgrade_eligible", "eligible", kNextMonth)});
  return cycle_program(
      R"({"fields": ["joined"], "phase": "trial", "from": {"field": "joined", "days": 1}})",
      trial + ", " + exempt + ", " + formal + ", " + recovery(eligible, R"(["first", "later"])"),
      "rule.trial rule.warned rule.downgraded rule.eligible");
}

inline std::string months(std::string_view count) {
  return fill(R"({"months": $})", {official(count)});
}
inline std::string days(std::string_view count) {
  return fill(R"({"days": $})", {official(count)});
}

// `length` as months() makes it, or "open" in quotes; `more` are further members, each with a comma
// before.
inline std::string phase(std::string_view id, std::string_view length, std::string_view more = "") {
  return fill(R"({"id": "$", "length": $$})", {id, length, more});
}
// With a recovery that a store stays in, where the phases lead there.
inline std::string with_recovery(const std::string& phases) {
  return phases.find(R"("phase": "recovery")") == std::string::npos
             ? phases
             : phases + ", " + phase("recovery", R"("open")", R"(, "judge": ["score"])");
}

// Phases of a test's own: the store enters `first` on the day on which it opened; where they lead
// to a recovery, it stays there. What months and checks may be judged by: `score` at least 60
// (service), `sales` at least 100 (trade), the mean `rating` at least 4 (service), at most 3 `late`
// ones (logistics; none where they are not given), `size` at most 50 (advisory), `more_score` at
// least 80 (advisory, service).
struct Phases {
  std::string phases;
  std::string texts = "";  // besides those of the rules
  std::string profile = "";
  std::string tiers = "";
  std::string entry = R"({"fields": ["opened"], "phase": "first", "from": {"field": "opened"}})";
  std::string no_score = "official";  // status of what a month without a score counts
};

inline std::string standard(std::string_view id, std::string_view metric,
                            std::string_view operator_, std::string_view figure,
                            std::string_view more) {
  return fill(R"({"id": "$", "title": $, "metric": "$", "$": $$})",
              {id, kText, metric, operator_, official(figure), more});
}

// "rule.<id>" for each rule text that the phases name.
inline std::string rule_texts(const std::string& phases) {
  constexpr std::string_view kKey = R"("rule": ")";
  std::string texts;
  for (std::size_t at = phases.find(kKey); at != std::string::npos; at = phases.find(kKey, at)) {
    at += kKey.size();
    const std::string text = " rule." + phases.substr(at, phases.find('"', at) - at);
    texts += (texts + " ").find(text + " ") == std::string::npos ? text : "";
  }
  return texts;
}

inline Program read(const Phases& parts) {
  Document document;
  document.metrics = metric("score", "amount", R"(, "no_score": true)") + ", " + metric("sales") +
                     ", " + ranged("rating", "mean", "higher", "[1, 5]", R"(, "no_score": true)") +
                     ", " + ranged("late", "count", "lower", "[0, null]", R"(, "if_absent": 0)") +
                     ", " + ranged("size", "amount", "neither", "[null, null]");
  document.standards =
      standard("score", "score", "at_least", "60", R"(, "area": "service")") + ", " +
      standard("sales", "sales", "at_least", "100", R"(, "area": "trade")") + ", " +
      standard("rating", "rating", "at_least", "4", R"(, "area": "service")") + ", " +
      standard("late", "late", "at_most", "3", R"(, "area": "logistics")") + ", " +
      standard("size", "size", "at_most", "50", R"(, "advisory": true)") + ", " +
      standard("more_score", "score", "at_least", "80", R"(, "advisory": true, "area": "service")");
  document.cycle = fill(
      R"({"store_type": "flagship", "entries": [$], "no_score_month": {"counts": "neither", "status": "$", "source": "rulebook"}, "phases": [$]})",
      {parts.entry, parts.no_score, with_recovery(parts.phases)});
  document.texts = "store_type.flagship area.service area.trade area.logistics " + parts.texts +
                   rule_texts(parts.phases);
  document.profile = parts.profile;
  document.tiers = parts.tiers;
  return read(document);
}

// A month or check that is given by its metrics.
inline Judged by_metrics(const Program& program,
                         std::initializer_list<std::pair<std::string_view, Rational>> values) {
  Judged given;
  given.reading = empty_reading(program);
  for (const auto& [metric, value] : values) {
    give(given.reading, program, metric, value);
  }
  return given;
}

// What a month was: 'p' passed, 'f' failed, 'n' without a score, 'u' unknown, '-' not given.
inline Judged judged(const Program& program, char verdict) {
  Judged month;
  month.reading = empty_reading(program);
  if (verdict == 'p' || verdict == 'f') {
    month.met = verdict == 'p';
  } else {
    month.reading.metrics[0].state = verdict == 'n' ? InputState::no_score : InputState::unknown;
  }
  return month;
}

// Adds one month after the other from `first` ("2023-11").
inline void add_months_given(Course& course, const Program& program, std::string_view first,
                             std::string_view verdicts) {
  Month month = parse_month(first).value();
  for (const char verdict : verdicts) {
    if (verdict != '-') {
      course.months.push_back({course.months.size(), month, judged(program, verdict)});
    }
    month = add_months(month, 1);
  }
}

inline void add_month(Course& course, std::string_view month, Judged judged) {
  course.months.push_back({course.months.size(), parse_month(month).value(), std::move(judged)});
}
inline void add_check(Course& course, std::string_view day, Judged judged) {
  course.checks.push_back({course.checks.size(), date(day), std::move(judged)});
}

// Of a store with these dates (and counts), up to `until`.
inline Course course_of(std::vector<Named<Date>> dates, std::string_view until,
                        std::vector<Named<int>> counts = {}) {
  Course course;
  course.base.enrolment.dates = std::move(dates);
  course.base.enrolment.counts = std::move(counts);
  course.until = date(until);
  return course;
}
// Of a store of this program that opened on that day.
inline Course opened_on(const Program& program, std::string_view opened, std::string_view until) {
  Course course = course_of({}, until);
  course.base = empty_reading(program);
  course.base.enrolment.dates = {{"opened", date(opened)}};
  return course;
}

inline std::string cycle_of(const std::optional<int>& cycle) {
  return cycle ? " " + std::to_string(*cycle) : "";
}

// "formal 1 2022-05-01..2022-10-31"; an open phase has no end.
inline std::string show(const PhaseSpan& phase) {
  return std::string(phase.phase) + cycle_of(phase.cycle) + " " + to_text(phase.from) + ".." +
         (phase.to ? to_text(*phase.to) : "");
}

inline std::string show(MonthVerdict verdict) {
  const char* names[] = {"pass", "fail", "pending", "undetermined", "not_assessed"};
  return names[static_cast<int>(verdict)];
}

// "2022-05 formal 1 fail 1": the counter of the phase comes last.
inline std::string show(const JudgedMonth& month) {
  const std::optional<int>& counter = month.failures ? month.failures : month.passes_in_a_row;
  return to_text(month.month) + " " + std::string(month.phase) + cycle_of(month.cycle) + " " +
         show(month.verdict) + (counter ? " " + std::to_string(*counter) : "");
}

// "2022-09-30 sales pending, so far 70".
inline std::string show(const JudgedCheck& check) {
  return to_text(check.date) + " " + std::string(check.standard) + " " + show(check.verdict) +
         (check.so_far ? ", so far " + to_fraction(*check.so_far) : "");
}

// "2022-09-01 downgraded specialty_store".
inline std::string show(const Event& event) {
  return to_text(event.date) + " " + std::string(event.rule->event) +
         (event.to.empty() ? "" : " ") + std::string(event.to);
}

// "2022-10-31 cycle".
inline std::string show(const Deadline& deadline) {
  const char* names[] = {"month", "check", "cycle"};
  return to_text(deadline.date) + " " + names[static_cast<int>(deadline.decides)];
}

using Lines = std::vector<std::string>;

template <typename T>
Lines show_all(const std::vector<T>& list) {
  Lines lines;
  for (const T& one : list) {
    lines.push_back(show(one));
  }
  return lines;
}

// Every text over `letters` of the length.
inline std::vector<std::string> all_texts(std::string_view letters, std::size_t length) {
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; i < length; ++i) {
    std::vector<std::string> longer;
    for (const std::string& text : texts) {
      for (const char letter : letters) {
        longer.push_back(text + letter);
      }
    }
    texts = std::move(longer);
  }
  return texts;
}

// The timeline of a course that has no issues.
inline Timeline trace(const Program& program, const Course& course) {
  Result<Timeline> timeline = trace_timeline(program, course);
  if (!timeline.ok()) {
    ADD_FAILURE() << timeline.issues().front().code << " " << timeline.issues().front().path;
    return {};
  }
  return timeline.take();
}

// Of that timeline, line by line.
inline Lines phases(const Program& program, const Course& course) {
  return show_all(trace(program, course).phases);
}
inline Lines months(const Program& program, const Course& course) {
  return show_all(trace(program, course).months);
}
inline Lines checks(const Program& program, const Course& course) {
  return show_all(trace(program, course).checks);
}
inline Lines events(const Program& program, const Course& course) {
  return show_all(trace(program, course).events);
}

// "code path" of each issue; empty where there is none.
inline std::vector<std::string> issues(const Program& program, const Course& course) {
  const Result<Timeline> timeline = trace_timeline(program, course);
  std::vector<std::string> lines;
  if (!timeline.ok()) {
    for (const Issue& issue : timeline.issues()) {
      lines.push_back(issue.code + " " + issue.path);
    }
  }
  return lines;
}

}  // namespace shopgauge::small

#endif  // SHOPGAUGE_TESTS_CYCLE_SMALL_CYCLE_H_

// Chooses the entry by the dates that the enrolment gives.

#include "core/cycle/entry.h"

#include <algorithm>

namespace shopgauge {
namespace {

bool mentions(const Entry& entry, const Enrolment& enrolment) {
  return std::any_of(entry.fields.begin(), entry.fields.end(), [&](std::string_view field) {
    return find_in(enrolment.dates, field) != nullptr;
  });
}

// "opened, first_assessed"; ways in are separated by " | ".
void add_way(std::string& list, const Entry& entry) {
  for (std::size_t i = 0; i < entry.fields.size(); ++i) {
    list += i > 0 ? ", " : list.empty() ? "" : " | ";
    list += entry.fields[i];
  }
}

std::string pointer(std::string_view field) {
  std::string path = "/enrolment/";
  path += field;
  return path;
}

// The one entry whose dates the request gives.
Result<const Entry*> choose_entry(const Cycle& cycle, const Enrolment& enrolment) {
  std::vector<const Entry*> mentioned;
  std::string ways;
  std::string rows;
  for (const Entry& entry : cycle.entries) {
    add_way(ways, entry);
    if (mentions(entry, enrolment)) {
      mentioned.push_back(&entry);
      add_way(rows, entry);
    }
  }
  if (mentioned.empty()) {
    return one_issue("enrolment.missing", "/enrolment",
                     "the dates from which the assessment runs are missing", {{"fields", ways}});
  }
  if (mentioned.size() > 1) {
    return one_issue("enrolment.ambiguous", "/enrolment",
                     "the dates of only one way in may be given", {{"fields", rows}});
  }
  Issues issues;
  for (const std::string_view field : mentioned.front()->fields) {
    if (find_in(enrolment.dates, field) == nullptr) {
      add_issue(issues, "enrolment.missing", pointer(field), "the date is missing",
                {{"fields", field}});
    }
  }
  if (!issues.empty()) {
    return issues;
  }
  return mentioned.front();
}

// The dates of an entry stand in the order of time.
void check_order(const Entry& entry, const Enrolment& enrolment, Issues& issues) {
  for (std::size_t i = 1; i < entry.fields.size(); ++i) {
    const Date before = *find_in(enrolment.dates, entry.fields[i - 1]);
    const Date after = *find_in(enrolment.dates, entry.fields[i]);
    if (after < before) {
      add_issue(
          issues, "enrolment.date", pointer(entry.fields[i]),
          "lies before the date that comes first",
          {{"field", entry.fields[i]}, {"value", to_text(after)}, {"before", to_text(before)}});
    }
  }
}

int count_of(const Enrolment& enrolment, std::string_view field) {
  const int* count = find_in(enrolment.counts, field);
  return count == nullptr ? 0 : *count;
}

}  // namespace

Result<Start> enter(const Cycle& cycle, const Course& course) {
  const Enrolment& enrolment = course.base.enrolment;
  Result<const Entry*> chosen = choose_entry(cycle, enrolment);
  if (!chosen.ok()) {
    return chosen.take_issues();
  }
  const Entry& entry = *chosen.value();
  Issues issues;
  check_order(entry, enrolment, issues);
  Start start;
  start.phase = find_phase(cycle, entry.phase);
  const Date named = *find_in(enrolment.dates, entry.from);
  start.entry = &entry;
  start.from = add_days(named, entry.days);
  if (entry.month_start > 0) {
    const int wait = day_of_month(named) <= entry.month_start ? 0 : 1;
    start.from = first_day(add_months(month_of(named), wait));
  }
  if (start.phase->length == Phase::Length::months && day_of_month(start.from) != 1) {
    add_issue(issues, "enrolment.date", pointer(entry.from), "a cycle of months begins on the 1st",
              {{"field", entry.from}, {"value", to_text(named)}, {"before", ""}});
  }
  if (!issues.empty()) {
    return issues;
  }
  start.downgrades = count_of(enrolment, "downgrades");
  start.store_type = entry.store_type;
  if (!entry.failures_field.empty() || !entry.passes_in_a_row_field.empty()) {
    start.failures = count_of(enrolment, entry.failures_field);
    start.passes_in_a_row = count_of(enrolment, entry.passes_in_a_row_field);
    const bool counted = find_in(enrolment.counts, entry.failures_field) != nullptr ||
                         find_in(enrolment.counts, entry.passes_in_a_row_field) != nullptr;
    const Month first = month_of(start.from);
    if (counted && !course.months.empty()) {
      start.first_judged = std::max(first, course.months.front().month);
    } else if (counted && course.date) {
      start.first_judged = std::max(first, month_of(*course.date));
    }
  }
  for (const PhaseRule& rule : start.phase->rules) {
    if (rule.on == Counter::failures && rule.judge.empty() && rule.then &&
        start.failures >= rule.reaches) {
      return one_issue("enrolment.out_of_range", pointer(entry.failures_field),
                       "with so many failures the cycle has already ended",
                       {{"field", entry.failures_field},
                        {"value", std::to_string(start.failures)},
                        {"low", "0"},
                        {"high", std::to_string(rule.reaches - 1)}});
    }
  }
  // A store that is in recovery has been downgraded at least once.
  if (!entry.passes_in_a_row_field.empty()) {
    start.downgrades = std::max(start.downgrades, 1);
  }
  return start;
}

}  // namespace shopgauge

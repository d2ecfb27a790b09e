// A store's assessment over the calendar: phases, judged months, checks at dates, events, and where
// the store stands. The phases and rules come from the program document.

#ifndef SHOPGAUGE_CORE_CYCLE_TIMELINE_H_
#define SHOPGAUGE_CORE_CYCLE_TIMELINE_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar/month.h"
#include "core/scoring/assess.h"

namespace shopgauge {

// The last day of a request's dates: what follows from them still fits the calendar.
[[nodiscard]] inline Date last_request_date() { return make_date(2150, 12, 31); }

// What is known of one month or one check: whether it was met, or the reading to judge.
struct Judged {
  std::optional<bool> met;
  Reading reading;
};

struct MonthGiven {
  std::size_t index = 0;  // in the request
  Month month;
  Judged judged;
};

struct CheckGiven {
  std::size_t index = 0;  // in the request
  Date date;
  Judged judged;
};

struct ChoiceGiven {
  std::string_view id;
  std::vector<std::string_view> values;  // dates, or one word
};

// A store's course as a request tells it. Dates lie within 1970..last_request_date().
struct Course {
  // What the store is and was, and the profile of months and checks without their own.
  Reading base;
  std::vector<MonthGiven> months;  // ascending, none twice
  std::vector<CheckGiven> checks;
  std::vector<ChoiceGiven> choices;
  Date until;
  std::optional<Date> date;  // today; not after `until`
};

enum class MonthVerdict : std::uint8_t { pass, fail, pending, undetermined, not_assessed };

struct PhaseSpan {
  std::string_view id;  // of the document's phase
  std::string_view phase;
  std::optional<int> cycle;
  Date from;
  std::optional<Date> to;  // nothing: open
};

struct JudgedMonth {
  Month month;
  std::string_view id;  // of the document's phase
  std::string_view phase;
  std::optional<int> cycle;
  MonthVerdict verdict = MonthVerdict::pending;
  std::optional<int> failures;         // of the cycle, up to and with this month
  std::optional<int> passes_in_a_row;  // likewise
  std::optional<Date> reviewed;        // where the phase has reviews
  Choice tier;
  std::vector<Finding> findings;
  std::vector<Need> needs;
};

struct JudgedCheck {
  Date date;
  std::string_view standard;
  MonthVerdict verdict = MonthVerdict::pending;
  std::optional<Rational> so_far;  // of a sum or mean that still lacks months
  std::vector<Finding> findings;
  std::vector<Need> needs;
};

struct Event {
  Date date;
  const EventRule* rule = nullptr;
  std::string_view to;  // a store type, or empty
  std::optional<Rational> amount;
  std::vector<std::string_view> areas;
};

enum class Decides : std::uint8_t { month, check, cycle };

struct Deadline {
  Date date;
  Decides decides = Decides::month;
};

struct Standing {
  Date date;
  std::string_view id;     // of the document's phase
  std::string_view phase;  // empty: none
  std::optional<int> cycle;
  std::string_view store_type;
  std::optional<int> failures;
  std::optional<int> failures_left;  // further failed months that bring the outcome
  std::optional<int> passes_in_a_row;
  std::optional<int> passes_needed;  // further passed months in a row until the next rule
  std::optional<Deadline> deadline;
  std::optional<Event> next;
};

struct Timeline {
  std::optional<Date> first_day;
  std::vector<PhaseSpan> phases;
  std::vector<JudgedMonth> months;
  std::vector<JudgedCheck> checks;
  std::vector<Event> events;
  Standing standing;
  std::vector<Assumption> assumptions;
};

// Issues: `enrolment.missing`, `enrolment.ambiguous`, `enrolment.date`, `enrolment.out_of_range`,
// `months.not_assessed`, `checks.date`, `choices.unknown`, `choices.date`.
// The result points into `program` and `course`. Precondition: the program has a cycle.
Result<Timeline> trace_timeline(const Program& program, const Course& course);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_CYCLE_TIMELINE_H_

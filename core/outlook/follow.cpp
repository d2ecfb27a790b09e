// The assessment that follows from a forecast: month after month and check after check, as each can
// change what comes next.

#include <algorithm>
#include <utility>

#include "core/outlook/forecast.h"

namespace shopgauge {
namespace {

// As a timeline prints it: counts where they are whole, else the value.
void make_printable(Input& input, std::vector<std::unique_ptr<const Json>>& made) {
  if (input.given == nullptr || !input.given->is(Json::Kind::object)) {
    return;
  }
  const auto whole = [](const JsonMember& member) { return member.value.number.is_integer(); };
  const auto& members = input.given->members;
  const bool rate = input.given->find("num") != nullptr;
  const Json* n = input.given->find("n");
  if (rate ? std::all_of(members.begin(), members.end(), whole)
           : n == nullptr || n->number.is_integer()) {
    return;
  }
  constexpr int kDigits = 6;
  auto value = std::make_unique<Json>();
  value->kind = Json::Kind::number;
  value->number = round_to(input.value, kDigits, Rounding::half_up);
  input.given = value.get();
  made.push_back(std::move(value));
}

class Follower {
 public:
  Follower(const Outlook& outlook, const MetricsOn& metrics_on, Course& course,
           std::vector<std::unique_ptr<const Json>>& made)
      : outlook_(outlook),
        program_(*outlook.program),
        metrics_on_(metrics_on),
        course_(course),
        made_(made) {}

  Result<Timeline> run() {
    Result<Timeline> traced = trace_timeline(program_, course_);
    for (Month month = month_of(outlook_.as_of); traced.ok(); month = add_months(month, 1)) {
      traced = add_checks(std::move(traced), std::min(last_day(month), outlook_.until));
      if (last_day(month) > outlook_.until) {
        break;
      }
      traced = add_month(month, std::move(traced));
      traced = add_checks(std::move(traced), last_day(month));
    }
    return traced;
  }

 private:
  [[nodiscard]] Judged judged_on(Date day) {
    Judged judged;
    judged.reading = empty_reading(program_);
    judged.reading.profile = course_.base.profile;
    judged.reading.metrics = metrics_on_(day);
    for (Input& input : judged.reading.metrics) {
      make_printable(input, made_);
    }
    return judged;
  }

  // A month that no phase assesses is left out again.
  Result<Timeline> add_month(Month month, Result<Timeline> before) {
    const auto after = std::find_if(course_.months.begin(), course_.months.end(),
                                    [&](const MonthGiven& one) { return one.month >= month; });
    if (after != course_.months.end() && after->month == month) {
      return before;
    }
    const auto place = after - course_.months.begin();
    course_.months.insert(after, {course_.months.size(), month, judged_on(last_day(month))});
    Result<Timeline> traced = trace_timeline(program_, course_);
    if (traced.ok()) {
      return traced;
    }
    course_.months.erase(course_.months.begin() + place);
    // What was traced before points into the months.
    return trace_timeline(program_, course_);
  }

  [[nodiscard]] const CheckRule* rule_of(std::string_view standard) const {
    for (const Phase& phase : program_.cycle->phases) {
      for (const CheckRule& rule : phase.checks) {
        if (rule.standard == standard) {
          return &rule;
        }
      }
    }
    return nullptr;
  }

  [[nodiscard]] bool is_given(Date day) const {
    return std::any_of(course_.checks.begin(), course_.checks.end(),
                       [&](const CheckGiven& check) { return check.date == day; });
  }

  // The open checks up to `last`, the first one first. Totals come from the months.
  Result<Timeline> add_checks(Result<Timeline> traced, Date last) {
    while (traced.ok()) {
      const auto& checks = traced.value().checks;
      const auto open = std::find_if(checks.begin(), checks.end(), [&](const JudgedCheck& check) {
        return check.verdict == MonthVerdict::pending && check.date >= outlook_.as_of &&
               check.date <= last && !is_given(check.date) && !takes_totals(check.standard);
      });
      if (open == checks.end()) {
        break;
      }
      const Date date = open->date;
      course_.checks.push_back({course_.checks.size(), date, judged_on(date)});
      traced = trace_timeline(program_, course_);
    }
    return traced;
  }

  [[nodiscard]] bool takes_totals(std::string_view standard) const {
    const CheckRule* rule = rule_of(standard);
    return rule == nullptr || !rule->sums.empty() || !rule->means.empty();
  }

  const Outlook& outlook_;
  const Program& program_;
  const MetricsOn& metrics_on_;
  Course& course_;
  std::vector<std::unique_ptr<const Json>>& made_;
};

}  // namespace

Result<Timeline> follow(const Outlook& outlook, const MetricsOn& metrics_on, Course& course,
                        std::vector<std::unique_ptr<const Json>>& made) {
  return Follower(outlook, metrics_on, course, made).run();
}

Result<Timeline> follow(const Outlook& outlook, Forecast& forecast, Course& course) {
  const MetricsOn metrics_on = [&](Date day) {
    return forecast.days[static_cast<std::size_t>(days_between(outlook.as_of, day))].metrics;
  };
  return follow(outlook, metrics_on, course, forecast.made);
}

}  // namespace shopgauge

// What the parts of the walk ask alike.

#include "core/cycle/way.h"

namespace shopgauge {

std::optional<Date> planned_end(const Phase& phase, Date from) {
  switch (phase.length) {
    case Phase::Length::months:
      return last_day(add_months(month_of(from), phase.count - 1));
    case Phase::Length::days:
      return add_days(from, phase.count - 1);
    case Phase::Length::month_end:
      return last_day(month_of(from));
    case Phase::Length::year_end:
      return last_day(make_month(year_of(month_of(from)), 12));
    case Phase::Length::open:
      return std::nullopt;
  }
  broken_precondition();
}

const Judged* month_given(Way& way, Month month) {
  for (std::size_t i = 0; i < way.course.months.size(); ++i) {
    if (way.course.months[i].month == month && month <= month_of(way.course.until)) {
      way.walked.months_used[i] = 1;
      return &way.course.months[i].judged;
    }
  }
  return nullptr;
}

Judgement met_judgement(bool is_met) {
  Judgement judgement;
  judgement.verdict = is_met ? JudgementVerdict::pass : JudgementVerdict::fail;
  return judgement;
}

MonthVerdict verdict_of(JudgementVerdict verdict) {
  switch (verdict) {
    case JudgementVerdict::pass:
      return MonthVerdict::pass;
    case JudgementVerdict::fail:
      return MonthVerdict::fail;
    case JudgementVerdict::undetermined:
      return MonthVerdict::undetermined;
    case JudgementVerdict::not_assessed:
      return MonthVerdict::not_assessed;
  }
  broken_precondition();
}

}  // namespace shopgauge

// Adds up the months of a course.

#include "core/cycle/totals.h"

#include <utility>

namespace shopgauge {
namespace {

const Judged* given_in(const Course& course, Month month) {
  for (const MonthGiven& given : course.months) {
    if (given.month == month) {
      return &given.judged;
    }
  }
  return nullptr;
}

void take_totals(const Program& program, const std::vector<std::size_t>& metrics, bool mean,
                 const Course& course, Month first, Month last, CheckReading& result) {
  for (const std::size_t metric : metrics) {
    Input& input = result.reading.metrics[metric];
    if (input.state != InputState::absent) {
      continue;
    }
    const Total total =
        total_over(course, metric, program.metrics[metric].if_absent, first, last, mean);
    result.totalled[metric] = 1;
    input.state = InputState::unknown;
    if (total.pending) {
      result.pending = true;
      result.so_far = mean && total.months == 0 ? std::nullopt : std::optional(total.value);
    } else if (!total.unknown) {
      input.state = total.months > 0 ? InputState::value : InputState::no_score;
      input.value = total.value;
    }
  }
}

}  // namespace

Total total_over(const Course& course, std::size_t metric, const std::optional<Rational>& if_absent,
                 Month first, Month last, bool mean) {
  Total total;
  for (Month month = first; month <= last; month = add_months(month, 1)) {
    const Judged* judged = given_in(course, month);
    if (judged == nullptr) {
      total.pending = true;
      continue;
    }
    const Input& input = judged->reading.metrics[metric];
    const bool silent = input.state == InputState::absent && if_absent && !judged->met;
    if (input.state == InputState::value || silent) {
      total.value += silent ? *if_absent : input.value;
      ++total.months;
    } else if (input.state != InputState::no_score) {
      total.unknown = true;
    }
  }
  if (mean && total.months > 0) {
    total.value /= total.months;
  }
  return total;
}

CheckReading reading_of(const Program& program, const CheckRule& rule, const Judged* given,
                        const Course& course, Month first, Month last) {
  CheckReading result;
  const Reading& from = given != nullptr ? given->reading : course.base;
  result.reading.metrics = from.metrics;
  result.reading.profile = from.profile;
  result.totalled.resize(result.reading.metrics.size());
  take_totals(program, rule.sums, false, course, first, last, result);
  take_totals(program, rule.means, true, course, first, last, result);
  if (!result.pending || rule.sums.size() + rule.means.size() != 1) {
    result.so_far.reset();
  }
  return result;
}

}  // namespace shopgauge

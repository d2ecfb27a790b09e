// Finds the choice that a store made, among those that are open to it.

#include "core/cycle/take_choice.h"

#include <algorithm>

#include "core/cycle/emit.h"

namespace shopgauge {
namespace {

bool opened(const Run& run, const ChoiceRule& rule) {
  for (std::size_t i = 0; i < run.phase->rules.size(); ++i) {
    const bool named =
        std::find(rule.after.begin(), rule.after.end(), run.phase->rules[i].id) != rule.after.end();
    if (named && run.now.rules[i].fired) {
      return true;
    }
  }
  return rule.after.empty();
}

// Whether the choice may be made on this day of this month.
bool is_open(const Way& way, const Run& run, const ChoiceRule& rule, Month month, Date day) {
  const bool within = month_of(day) == month && day >= run.from && day <= way.course.until &&
                      (!run.to || day <= *run.to);
  const bool passed = !rule.after_pass || (run.last_month_passed && day > run.from);
  return within && passed && opened(run, rule);
}

}  // namespace

std::optional<Next> take_choice(Way& way, Run& run, Month month) {
  const ChoiceRule* chosen = nullptr;
  Date day;
  char* used = nullptr;
  for (const ChoiceRule& rule : run.phase->choices) {
    for (std::size_t i = 0; i < way.course.choices.size(); ++i) {
      const ChoiceGiven& given = way.course.choices[i];
      for (std::size_t j = 0; given.id == rule.id && j < given.values.size(); ++j) {
        const std::optional<Date> date = parse_date(given.values[j]);
        if (way.walked.choices_used[i][j] == 0 && date && is_open(way, run, rule, month, *date) &&
            (chosen == nullptr || *date < day)) {
          chosen = &rule;
          day = *date;
          used = &way.walked.choices_used[i][j];
        }
      }
    }
  }
  if (chosen == nullptr) {
    return std::nullopt;
  }
  *used = 1;
  run.to = add_days(day, -1);
  emit(way, chosen->events, on(day), {}, way.course.base);
  return chosen->then ? go(way, *chosen->then, on(day)) : Next{};
}

}  // namespace shopgauge

// Refuses months, checks and choices that the walk never met.

#include <algorithm>
#include <string>

#include "core/cycle/walk.h"

namespace shopgauge {
namespace {

// The first event whose target the seller may choose under this id, or null.
const EventRule* event_with_choice(const Cycle& cycle, std::string_view id) {
  const auto among = [&](const std::vector<EventRule>& events) -> const EventRule* {
    for (const EventRule& event : events) {
      if (event.choice == id) {
        return &event;
      }
    }
    return nullptr;
  };
  for (const Phase& phase : cycle.phases) {
    for (const PhaseRule& rule : phase.rules) {
      if (const EventRule* found = among(rule.events)) {
        return found;
      }
    }
    for (const CheckRule& check : phase.checks) {
      for (const auto* events : {&check.passed.events, &check.failed.events}) {
        if (const EventRule* found = among(*events)) {
          return found;
        }
      }
    }
    for (const ChoiceRule& choice : phase.choices) {
      if (const EventRule* found = among(choice.events)) {
        return found;
      }
    }
    if (const EventRule* found = among(phase.completed)) {
      return found;
    }
  }
  return nullptr;
}

// Whether a phase offers this choice on a day.
bool is_dated(const Cycle& cycle, std::string_view id) {
  for (const Phase& phase : cycle.phases) {
    for (const ChoiceRule& choice : phase.choices) {
      if (choice.id == id) {
        return true;
      }
    }
  }
  return false;
}

void refuse_choice(const Cycle& cycle, const ChoiceGiven& given, const std::vector<char>& used,
                   Issues& issues) {
  const std::string path = "/choices" + pointer_step(given.id);
  if (is_dated(cycle, given.id)) {
    for (std::size_t j = 0; j < used.size(); ++j) {
      if (used[j] == 0) {
        add_issue(issues, "choices.date", path, "the choice is not open on this day",
                  {{"id", given.id}, {"date", given.values[j]}});
      }
    }
    return;
  }
  const EventRule* rule = event_with_choice(cycle, given.id);
  const bool known =
      rule != nullptr && given.values.size() == 1 &&
      std::find(rule->of.begin(), rule->of.end(), given.values.front()) != rule->of.end();
  if (!known) {
    const std::string_view value = given.values.empty() ? std::string_view() : given.values.front();
    add_issue(issues, "choices.unknown", path, "there is no such choice",
              {{"id", given.id}, {"value", value}});
  }
}

}  // namespace

void refuse_unused(const Cycle& cycle, const Course& course, const Walked& walked, Issues& issues) {
  for (std::size_t i = 0; i < walked.months_used.size(); ++i) {
    if (walked.months_used[i] == 0) {
      add_issue(issues, "months.not_assessed", "/months/" + std::to_string(course.months[i].index),
                "this month is not assessed", {{"month", to_text(course.months[i].month)}});
    }
  }
  for (std::size_t i = 0; i < walked.checks_used.size(); ++i) {
    if (walked.checks_used[i] == 0) {
      add_issue(issues, "checks.date", "/checks/" + std::to_string(course.checks[i].index),
                "there is no check on this day", {{"date", to_text(course.checks[i].date)}});
    }
  }
  for (std::size_t i = 0; i < course.choices.size(); ++i) {
    refuse_choice(cycle, course.choices[i], walked.choices_used[i], issues);
  }
}

}  // namespace shopgauge

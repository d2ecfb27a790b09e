// Dates events, and names whom and how much they concern.

#include "core/cycle/emit.h"

#include <algorithm>
#include <utility>

namespace shopgauge {
namespace {

std::optional<Rational> amount_of(Way& way, const Amount& amount, const Reading& reading) {
  rely(way.walked.assumptions, amount.share.provenance);
  if (const ProfileNumber* own = find_in(reading.profile, amount.of.profile)) {
    return own->value * amount.share.value;
  }
  if (!amount.of.figure) {
    return std::nullopt;
  }
  rely(way.walked.assumptions, amount.of.figure->provenance);
  return amount.of.figure->value * amount.share.value;
}

// In the order of the standards, each once.
std::vector<std::string_view> failed_areas(const std::vector<Finding>& findings) {
  std::vector<std::string_view> areas;
  for (const Finding& finding : findings) {
    const std::string_view area = finding.standard->area;
    if (finding.met == Truth::no && !finding.standard->advisory && !area.empty() &&
        std::find(areas.begin(), areas.end(), area) == areas.end()) {
      areas.push_back(area);
    }
  }
  return areas;
}

std::string_view chosen_word(const Way& way, const EventRule& rule) {
  for (const ChoiceGiven& given : way.course.choices) {
    if (given.id == rule.choice && !given.values.empty()) {
      return given.values.front();
    }
  }
  return rule.to;
}

}  // namespace

Date day_of(const DayRule& rule, const Decision& decision) {
  if (!rule.month_after) {
    return decision.day;
  }
  return add_days(first_day(add_months(decision.month, *rule.month_after)), rule.day - 1);
}

Next go(const Way& way, const Transition& transition, const Decision& decision) {
  return {find_phase(way.cycle, transition.phase), day_of(transition.at, decision)};
}

void emit(Way& way, const std::vector<EventRule>& rules, const Decision& decision,
          const std::vector<Finding>& findings, const Reading& reading) {
  for (const EventRule& rule : rules) {
    Event event;
    event.date = day_of(rule.at, decision);
    event.rule = &rule;
    event.to = rule.to_entered        ? way.walked.entered_as
               : !rule.choice.empty() ? chosen_word(way, rule)
                                      : rule.to;
    if (rule.amount) {
      event.amount = amount_of(way, *rule.amount, reading);
    }
    if (rule.areas) {
      event.areas = failed_areas(findings);
    }
    way.downgrades += rule.event == "downgraded" ? 1 : 0;
    const auto later =
        std::upper_bound(way.walked.events.begin(), way.walked.events.end(), event,
                         [](const Event& a, const Event& b) { return a.date < b.date; });
    way.walked.events.insert(later, std::move(event));
  }
}

}  // namespace shopgauge

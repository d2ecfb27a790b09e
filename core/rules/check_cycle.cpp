// What the shapes of a cycle cannot say: which phase leads where and on which day, what can never
// happen, what stands in the wrong order.

#include <algorithm>

#include "core/rules/inspection.h"

namespace shopgauge::checker {
namespace {

// The length of a phase is one of the keys of `length`, or the word "open".
const Json* length_of(const Json& phase, std::string_view key) {
  const Json* length = phase.find("length");
  return length == nullptr ? nullptr : length->find(key);
}

bool is_open(const Json& phase) { return word_of(phase, "length") == "open"; }

bool has_length(const Json& phase) {
  const Json* length = phase.find("length");
  return is_open(phase) || (length != nullptr && !length->members.empty());
}

// Every transition of a phase, with the day on which it comes.
enum class Day { named, of_choice, of_day_check, of_month_check };

template <typename Visit>
void for_each_then(const Json& phase, const Visit& visit) {
  const auto call = [&](const Json& at, Day day) {
    if (const Json* then = at.find("then")) {
      visit(*then, then->find("month_after") == nullptr ? day : Day::named);
    }
  };
  for (const Json& rule : items_of(phase, "rules")) {
    call(rule, Day::named);
  }
  for (const Json& choice : items_of(phase, "choices")) {
    call(choice, Day::of_choice);
  }
  for (const Json& check : items_of(phase, "checks")) {
    const bool months = check.find("after_months") != nullptr;
    for (const std::string_view key : {"passed", "failed"}) {
      if (const Json* outcome = check.find(key)) {
        call(*outcome, months ? Day::of_month_check : Day::of_day_check);
      }
    }
  }
}

void reach(const Json& phase, std::vector<const Json*>& reached, const Inspection& inspection) {
  if (std::find(reached.begin(), reached.end(), &phase) != reached.end()) {
    return;
  }
  reached.push_back(&phase);
  const auto follow = [&](const Json& at) {
    if (const Json* next = inspection.find("phase", word_of(at, "phase"))) {
      reach(*next, reached, inspection);
    }
  };
  for (const Json& next : items_of(phase, "next")) {
    follow(next);
  }
  for_each_then(phase, [&](const Json& then, Day /*day*/) { follow(then); });
}

void check_reached(const Json& cycle, Inspection& inspection) {
  std::vector<const Json*> reached;
  for (const Json& entry : items_of(cycle, "entries")) {
    if (const Json* phase = inspection.find("phase", word_of(entry, "phase"))) {
      reach(*phase, reached, inspection);
    } else {
      return;  // what it leads to is not known
    }
  }
  for (const Json& phase : items_of(cycle, "phases")) {
    if (phase.is(Json::Kind::object) && !items_of(cycle, "entries").empty() &&
        std::find(reached.begin(), reached.end(), &phase) == reached.end()) {
      inspection.raise(phase, Fault::phase_unreachable);
    }
  }
}

// Dates that two entries ask for choose neither.
void check_shared_dates(const Json& cycle, Inspection& inspection) {
  std::vector<std::string_view> taken;
  for (const Json& entry : items_of(cycle, "entries")) {
    std::vector<std::string_view> own;
    for (const Json& field : items_of(entry, "fields")) {
      if (std::find(taken.begin(), taken.end(), field.string) != taken.end()) {
        inspection.raise(field, Fault::date_shared, {{"id", field.string}});
      }
      own.push_back(field.string);
    }
    taken.insert(taken.end(), own.begin(), own.end());
  }
}

// Whether a phase of months begins when this one has run out.
bool leads_to_months(const Json& at, const Inspection& inspection) {
  const Json* phase = inspection.find("phase", word_of(at, "phase"));
  return phase != nullptr && length_of(*phase, "months") != nullptr;
}

void check_first_days(const Json& phase, Inspection& inspection) {
  for (const Json& next : items_of(phase, "next")) {
    if (length_of(phase, "days") != nullptr && leads_to_months(next, inspection)) {
      inspection.raise(next, Fault::not_first_day);
    }
  }
  for_each_then(phase, [&](const Json& then, Day day) {
    const bool first = day == Day::of_choice || (day == Day::named && whole_of(then, "day") == 1);
    if (!first && leads_to_months(then, inspection)) {
      inspection.raise(then, Fault::not_first_day);
    }
  });
}

void check_end(const Json& phase, Inspection& inspection) {
  const std::vector<Json>& next = items_of(phase, "next");
  if (is_open(phase)) {
    for (const std::string_view key : {"completed", "next"}) {
      const Json* never = phase.find(key);
      if (never != nullptr && (key != "next" || !next.empty())) {
        inspection.raise(*never, Fault::never_ends);
      }
    }
    return;
  }
  const bool leads_on = std::any_of(
      items_of(phase, "checks").begin(), items_of(phase, "checks").end(), [](const Json& check) {
        const Json* passed = check.find("passed");
        const Json* failed = check.find("failed");
        return passed != nullptr && failed != nullptr && passed->find("then") != nullptr &&
               failed->find("then") != nullptr;
      });
  const bool leaves = phase.find("next") != nullptr && next.empty();
  if (has_length(phase) && !leads_on && !leaves &&
      (next.empty() || next.back().find("when") != nullptr)) {
    inspection.raise(phase, Fault::no_follower, {{"id", "next"}});
  }
  for (std::size_t i = 0; i + 1 < next.size(); ++i) {
    if (next[i].is(Json::Kind::object) && next[i].find("when") == nullptr) {
      inspection.raise(next[i + 1], Fault::hidden);
    }
  }
}

// A rule counts months that are judged, and no more than there are.
void check_rules(const Json& phase, Inspection& inspection) {
  const std::optional<int> months = length_of(phase, "months") == nullptr
                                        ? std::nullopt
                                        : whole_of(*phase.find("length"), "months");
  for (const Json& rule : items_of(phase, "rules")) {
    if (phase.find("judge") == nullptr && rule.is(Json::Kind::object)) {
      inspection.raise(rule, Fault::not_judged);
    }
    const std::optional<int> reaches = whole_of(rule, "reaches");
    for (const std::optional<int>& most : {months, whole_of(rule, "blocks")}) {
      if (most && reaches && *reaches > *most) {
        inspection.raise(*rule.find("reaches"), Fault::out_of_reach);
        break;
      }
    }
  }
  if (phase.find("judge") == nullptr && phase.find("reviews") != nullptr) {
    inspection.raise(*phase.find("reviews"), Fault::not_judged);
  }
}

void check_checks(const Json& phase, Inspection& inspection) {
  const bool year =
      length_of(phase, "until") != nullptr && word_of(*phase.find("length"), "until") == "year_end";
  const std::optional<int> months = year ? std::optional(12)
                                    : length_of(phase, "months") == nullptr
                                        ? std::nullopt
                                        : whole_of(*phase.find("length"), "months");
  const std::optional<int> days =
      length_of(phase, "days") == nullptr ? std::nullopt : whole_of(*phase.find("length"), "days");
  std::optional<int> before[2];
  for (const Json& check : items_of(phase, "checks")) {
    const bool in_months = check.find("after_months") != nullptr;
    const std::optional<int> after = whole_of(check, in_months ? "after_months" : "after_days");
    if (in_months && after && has_length(phase) && (!months || *after > *months)) {
      inspection.raise(check, Fault::no_such_month);
    }
    const bool totals = check.find("sum") != nullptr || check.find("mean") != nullptr;
    if (!in_months && after && has_length(phase) && (!days || *after < *days || totals)) {
      inspection.raise(check, Fault::check_days);
    }
    std::optional<int>& last = before[in_months ? 1 : 0];
    if (after && last && *after < *last) {
      inspection.raise(check, Fault::check_order);
    }
    last = after;
  }
}

void check_choices(const Json& phase, Inspection& inspection) {
  const std::vector<Json>& rules = items_of(phase, "rules");
  const auto is_rule = [&](std::string_view id) {
    return std::any_of(rules.begin(), rules.end(),
                       [&](const Json& rule) { return word_of(rule, "id") == id; });
  };
  for (const Json& choice : items_of(phase, "choices")) {
    const Json* after = choice.find("after");
    std::vector<const Json*> names;
    if (after != nullptr && after->is(Json::Kind::string)) {
      names.push_back(after);
    }
    for (const Json& name : items_of(choice, "after")) {
      names.push_back(&name);
    }
    for (const Json* name : names) {
      if (!name->string.empty() && !is_rule(name->string)) {
        inspection.raise(*name, Fault::unknown_reference, {{"id", name->string}, {"kind", "rule"}});
      }
    }
    const Json* month = choice.find("month_after");
    if (month != nullptr && phase.find("judge") == nullptr) {
      inspection.raise(*month, Fault::not_judged);
    }
  }
}

}  // namespace

void check_cycle(const Json& at, Inspection& inspection) {
  check_reached(at, inspection);
  check_shared_dates(at, inspection);
}

void check_phase(const Json& at, Inspection& inspection) {
  constexpr std::string_view kKnown[] = {"exempt", "trial", "formal", "recovery", "rectification"};
  const std::string_view id = word_of(at, "id");
  if (at.find("phase") == nullptr && !id.empty() &&
      std::find(std::begin(kKnown), std::end(kKnown), id) == std::end(kKnown)) {
    inspection.raise(at, Fault::phase_word, {{"id", id}});
  }
  check_end(at, inspection);
  check_first_days(at, inspection);
  check_rules(at, inspection);
  check_checks(at, inspection);
  check_choices(at, inspection);
}

void check_entry(const Json& at, Inspection& inspection) {
  const Json* from = at.find("from");
  if (from == nullptr) {
    return;
  }
  const std::string_view field = word_of(*from, "field");
  const std::vector<Json>& fields = items_of(at, "fields");
  if (!field.empty() && !fields.empty() &&
      std::none_of(fields.begin(), fields.end(),
                   [&](const Json& asked) { return asked.string == field; })) {
    inspection.raise(*from->find("field"), Fault::entry_date, {{"id", field}});
  }
  if (whole_of(*from, "days").value_or(0) != 0 && leads_to_months(at, inspection)) {
    inspection.raise(*from, Fault::not_first_day);
  }
}

void check_check(const Json& at, Inspection& inspection) {
  for (const std::string_view key : {"sum", "mean"}) {
    for (const Json& item : items_of(at, key)) {
      const Json* metric = inspection.find("metric", item.string);
      if (metric != nullptr && word_of(*metric, "kind") == "flag") {
        inspection.raise(item, Fault::flag_number);
      }
    }
  }
  for (const Json& mean : items_of(at, "mean")) {
    const std::vector<Json>& sums = items_of(at, "sum");
    if (!mean.string.empty() && std::any_of(sums.begin(), sums.end(), [&](const Json& sum) {
          return sum.string == mean.string;
        })) {
      inspection.raise(mean, Fault::duplicate, {{"id", mean.string}});
    }
  }
}

void check_transition(const Json& at, Inspection& inspection) {
  if ((at.find("month_after") == nullptr) != (at.find("day") == nullptr)) {
    inspection.raise(at, Fault::day_half);
  }
}

void check_downgrades(const Json& at, Inspection& inspection) {
  const auto least = whole_of(at, "at_least");
  const auto most = whole_of(at, "at_most");
  if (at.members.empty() || (least && most && *least > *most)) {
    inspection.raise(at, Fault::downgrades);
  }
}

void check_chosen(const Json& at, Inspection& inspection) {
  const std::string_view word = word_of(at, "default");
  const std::vector<Json>& of = items_of(at, "of");
  if (!word.empty() && !of.empty() &&
      std::none_of(of.begin(), of.end(), [&](const Json& one) { return one.string == word; })) {
    inspection.raise(*at.find("default"), Fault::not_a_choice, {{"id", word}});
  }
}

}  // namespace shopgauge::checker

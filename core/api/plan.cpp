// `plan`: what must change so that a goal is reached. A file of its own, so that an engine that
// only assesses does not link it.

#include <algorithm>

#include "core/api/answer.h"
#include "core/api/write_plan.h"

namespace shopgauge {
namespace {

using namespace api;  // NOLINT: the parts exist for this module

std::optional<Goal> unknown_goal(const Cursor& at, std::string_view id) {
  at.issue("goal.unknown", "the program has no such goal", {{"id", id}});
  return std::nullopt;
}

std::optional<Goal> read_score_goal(const Cursor& at, const Program& program) {
  const Rational* value = at.number();
  if (value == nullptr) {
    return std::nullopt;
  }
  if (!program.score || *value > program.score->highest) {
    return unknown_goal(at, "score");
  }
  return Goal{Goal::Kind::score, *value, 0, true};
}

std::optional<Goal> read_verdict_goal(const Cursor& at, const Program& program) {
  const std::string* word = at.string();
  if (word == nullptr) {
    return std::nullopt;
  }
  const bool judges = std::any_of(program.standards.begin(), program.standards.end(),
                                  [](const Standard& one) { return !one.timeline_only; });
  if (*word != "pass" || !judges) {
    return unknown_goal(at, *word);
  }
  return Goal{Goal::Kind::verdict, {}, 0, true};
}

std::optional<Goal> read_gate_goal(const Cursor& at, const Program& program) {
  const std::string* id = at.string();
  for (std::size_t i = 0; id != nullptr && i < program.gates.size(); ++i) {
    if (program.gates[i].id == *id) {
      return Goal{Goal::Kind::gate, {}, i, true};
    }
  }
  return id == nullptr ? std::nullopt : unknown_goal(at, *id);
}

std::optional<Goal> read_metric_goal(const Cursor& goal, const Program& program) {
  const Cursor named = goal.find("metric");
  const std::string* id = named.string();
  const auto metric = id == nullptr ? std::nullopt : find_metric(program, *id);
  if (!metric) {
    return id == nullptr ? std::nullopt : unknown_goal(named, *id);
  }
  const Cursor least = goal.find("at_least");
  const Cursor end = least ? least : goal.need("at_most");
  const Rational* value = end ? end.number() : nullptr;
  return value == nullptr
             ? std::nullopt
             : std::optional(Goal{Goal::Kind::metric, *value, *metric, static_cast<bool>(least)});
}

std::optional<Goal> read_goal(const Cursor& at, const Program& program) {
  if (at.find("metric")) {
    return at.need_object("metric at_least at_most") ? read_metric_goal(at, program) : std::nullopt;
  }
  if (!at.need_object("score verdict gate")) {
    return std::nullopt;
  }
  if (at.size() != 1) {
    return unknown_goal(at, "");
  }
  return at.find("score")     ? read_score_goal(at.find("score"), program)
         : at.find("verdict") ? read_verdict_goal(at.find("verdict"), program)
                              : read_gate_goal(at.find("gate"), program);
}

// 1 where the request says nothing; null is what cannot change.
Efforts read_effort(const Cursor& request, const Program& program) {
  Efforts effort(program.metrics.size(), Rational(1));
  const Cursor at = request.find("effort");
  for (std::size_t i = 0; at && at.need_object() && i < at.size(); ++i) {
    const Cursor one = at[i];
    const auto metric = find_metric(program, at.key(i));
    const bool fixed = one.json().is(Json::Kind::null);
    const Rational* weight = fixed ? nullptr : one.number();
    if (!metric) {
      one.issue("metric.unknown", "the program has no such metric", {{"id", at.key(i)}});
    } else if (weight != nullptr && weight->sign() <= 0) {
      one.issue("effort.out_of_range", "an effort lies above 0", {{"id", at.key(i)}});
    } else if (fixed) {
      effort[*metric].reset();
    } else if (weight != nullptr) {
      effort[*metric] = *weight;
    }
  }
  return effort;
}

constexpr int kMostDays = 366;

// A whole number of days, or nothing after an issue.
std::optional<int> read_days(const Cursor& at) {
  const Rational* number = at.number();
  const auto days = number == nullptr ? std::nullopt : to_int64(*number);
  if (days && *days >= 0 && *days <= kMostDays) {
    return static_cast<int>(*days);
  }
  if (number != nullptr) {
    at.issue("period.out_of_range", "must be a whole number of days of at most a year",
             {{"id", "days_left"}});
  }
  return std::nullopt;
}

// The last day of the period: said, or so many days on, or the end of the month of `as_of`.
std::optional<Date> read_end(const Cursor& at, Date as_of) {
  const Cursor to = at.find("to");
  const Cursor left = at.find("days_left");
  if (to && left) {
    left.issue("period.both", "give the period's last day or the days left, not both");
    return std::nullopt;
  }
  if (left) {
    const std::optional<int> days = read_days(left);
    return days ? std::optional(add_days(as_of, *days)) : std::nullopt;
  }
  return to ? read_day(to) : last_day(month_of(as_of));
}

const Rational* read_rate(const Cursor& at) {
  const Rational* number = at.number();
  if (number != nullptr && number->sign() < 0) {
    at.issue("period.out_of_range", "must not be negative", {{"id", "orders_a_day"}});
  }
  return number;
}

// One number for all ratios, or numbers by metric.
void read_orders(const Cursor& at, const Program& program, PeriodUnderWay& period) {
  period.orders_a_day.resize(program.metrics.size());
  if (!at || !at.json().is(Json::Kind::object)) {
    const Rational* number = at ? read_rate(at) : nullptr;
    for (std::size_t i = 0; number != nullptr && i < program.metrics.size(); ++i) {
      period.orders_a_day[i] = *number;
    }
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    const auto metric = find_metric(program, at.key(i));
    const Rational* number = read_rate(one);
    if (!metric) {
      one.issue("metric.unknown", "the program has no such metric", {{"id", at.key(i)}});
    } else if (number != nullptr) {
      period.orders_a_day[*metric] = *number;
    }
  }
}

// Nothing where the request has no period, or after an issue.
std::optional<PlannedPeriod> read_period(const Cursor& at, const Program& program,
                                         const std::optional<Date>& date) {
  if (!at || !at.need_object("as_of from to days_left orders_a_day")) {
    return std::nullopt;
  }
  PlannedPeriod period;
  read_orders(at.find("orders_a_day"), program, period.under_way);
  const Cursor said = date ? at.find("as_of") : at.need("as_of");
  const std::optional<Date> as_of = said ? read_day(said) : date;
  if (!as_of) {
    return std::nullopt;
  }
  const Cursor begins = at.find("from");
  const std::optional<Date> from = begins ? read_day(begins) : first_day(month_of(*as_of));
  const std::optional<Date> to = read_end(at, *as_of);
  if (!from || !to) {
    return std::nullopt;
  }
  if (*from > *as_of || *to < *as_of || days_between(*from, *to) > kMostDays) {
    at.issue("period.order", "the day lies within its period, which is no longer than a year",
             {{"date", to_text(*as_of)}, {"from", to_text(*from)}, {"until", to_text(*to)}});
    return std::nullopt;
  }
  period.days = {*from, *to};
  period.as_of = *as_of;
  period.under_way.days_gone = days_between(*from, *as_of) + 1;
  period.under_way.days_left = days_between(*as_of, *to);
  return period;
}

void reply_plan(const Cursor& request, const Editions& editions, JsonWriter& writer,
                const Progress&) {
  const Selection selection = select_program(request, editions);
  if (selection.program == nullptr) {
    return;
  }
  const Program& program = *selection.program;
  const Reading reading = read_reading(request, program);
  const Cursor at = request.need("goal");
  const std::optional<Goal> goal = at ? read_goal(at, program) : std::nullopt;
  const Efforts effort = read_effort(request, program);
  const auto period = read_period(request.find("period"), program, selection.date);
  if (request.has_issues() || !goal) {
    return;
  }
  write_edition(writer, program);
  const Plan plan = make_plan(program, reading, *goal, effort);
  write_plan(writer, program, plan);
  if (period) {
    write_period(writer, program, *period,
                 plan_period(program, reading, *goal, effort, plan, period->under_way));
  }
  std::vector<Warning> warnings;
  if (selection.date) {
    warn_of_edition(program, *selection.date, warnings);
  }
  warn_of_age(program, selection.date, warnings);
  if (!plan.combinations.empty() && !plan.proved) {
    warnings.push_back({"cheaper_possible", {}, {}, {}});
  }
  write_warnings(writer, warnings);
  write_grounds(writer, program, selection.date);
}

}  // namespace

namespace api {
const Function kPlan = {
    "plan", "program edition date enrolment profile metrics given goal effort period", &reply_plan};
}  // namespace api

std::string plan(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, &kPlan);
}

}  // namespace shopgauge

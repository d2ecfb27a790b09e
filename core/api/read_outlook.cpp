// Reads a history, known events and a scenario; what they make of the days is for the outlook.

#include <utility>

#include "core/api/outlook_request.h"
#include "core/api/request.h"

namespace shopgauge::api {
namespace {

// Days must follow each other; issues for the first one that does not.
bool follows(const Cursor& named, Date before, Date date) {
  if (date == add_days(before, 1)) {
    return true;
  }
  const std::string text = to_text(date);
  if (date == before) {
    named.issue("history.duplicate", "this day stands twice", {{"date", text}});
  } else if (date < before) {
    named.issue("history.order", "the days must rise", {{"date", text}});
  } else {
    named.issue("history.gap", "days are missing before this one; a day without orders has 0 of 0",
                {{"date", text}, {"from", to_text(add_days(before, 1))}});
  }
  return false;
}

// A day of a rate or mean weighs by its cases.
void need_counts(const Cursor& metrics, const Program& program,
                 const std::vector<MetricWindow>& windows) {
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    const auto metric = find_metric(program, metrics.key(i));
    if (!metric || !windows[*metric].roll || windows[*metric].feed ||
        windows[*metric].roll->by == "day") {
      continue;
    }
    const MetricKind kind = program.metrics[*metric].kind;
    if ((kind == MetricKind::rate || kind == MetricKind::mean) &&
        metrics[i].json().is(Json::Kind::number)) {
      metrics[i].issue("history.counts", "a day of a rate or mean needs its counts",
                       {{"id", program.metrics[*metric].id}});
    }
  }
}

void read_days(const Cursor& at, const Program& program, const std::vector<MetricWindow>& windows,
               History& history) {
  std::optional<Date> before;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor row = at[i];
    if (!row.need_object("date metrics")) {
      return;
    }
    const Cursor named = row.need("date");
    const Cursor metrics = row.need("metrics");
    const std::optional<Date> date = named ? read_day(named) : std::nullopt;
    history.days.emplace_back(program.metrics.size());
    if (metrics) {
      read_metrics(metrics, program, history.days.back());
      if (metrics.json().is(Json::Kind::object)) {
        need_counts(metrics, program, windows);
      }
    }
    if (!date || (before && !follows(named, *before, *date))) {
      return;
    }
    history.first = before ? history.first : *date;
    before = date;
  }
}

// What a history says on one day it says on each whose events can be counted by now. A flag that is
// not said is not raised.
void refuse_holes(const Cursor& at, const Program& program,
                  const std::vector<MetricWindow>& windows, const History& history, Date as_of) {
  for (std::size_t i = 0; i < program.metrics.size(); ++i) {
    if (!windows[i].roll || program.metrics[i].kind == MetricKind::flag) {
      continue;
    }
    std::optional<std::size_t> hole;
    bool said = false;
    for (std::size_t day = 0; day < history.days.size(); ++day) {
      const bool absent = history.days[day][i].given == nullptr;
      const Date date = add_days(history.first, static_cast<int>(day));
      said = said || !absent;
      if (absent && !hole && date <= add_days(as_of, -windows[i].roll->lag)) {
        hole = day;
      }
    }
    if (said && hole) {
      at[*hole].issue("history.missing", "the day says nothing of a metric that other days have",
                      {{"id", program.metrics[i].id},
                       {"date", to_text(add_days(history.first, static_cast<int>(*hole)))}});
    }
  }
}

void set_flags(const Program& program, const std::vector<MetricWindow>& windows, History& history) {
  for (std::size_t i = 0; i < program.metrics.size(); ++i) {
    const bool flag = windows[i].roll && program.metrics[i].kind == MetricKind::flag;
    bool said = false;
    for (const auto& day : history.days) {
      said = said || day[i].given != nullptr;
    }
    for (auto& day : history.days) {
      if (flag && said && day[i].given == nullptr) {
        day[i].state = InputState::value;
      }
    }
  }
}

}  // namespace

void refuse_bound(const Cursor& at, Literal field, std::string_view value, int low, int high) {
  at.issue("forecast.out_of_range", "lies outside its bounds",
           {{"field", field},
            {"value", value},
            {"low", std::to_string(low)},
            {"high", std::to_string(high)}});
}

std::optional<int> read_bounded(const Cursor& at, Literal field, int low, int high) {
  const Rational* number = at.number();
  if (number == nullptr) {
    return std::nullopt;
  }
  const auto value = to_int64(*number);
  if (!value || *value < low || *value > high) {
    refuse_bound(at, field, text_of(*number), low, high);
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

History read_history(const Cursor& at, const Program& program,
                     const std::vector<MetricWindow>& windows, std::optional<Date> as_of) {
  History history;
  if (!at.need_array()) {
    return {};
  }
  if (at.size() > kMostHistoryDays) {
    refuse_bound(at, "history", std::to_string(at.size()), 0, kMostHistoryDays);
    return {};
  }
  const std::size_t issues = at.issue_count();
  read_days(at, program, windows, history);
  if (at.issue_count() > issues || history.empty()) {
    return {};
  }
  if (as_of && history.last() > *as_of) {
    at.issue("history.after", "a day lies after as_of", {{"date", to_text(history.last())}});
    return {};
  }
  refuse_holes(at, program, windows, history, as_of.value_or(history.last()));
  set_flags(program, windows, history);
  return history;
}

std::vector<KnownEvent> read_known(const Cursor& at, const Program& program, Date as_of) {
  std::vector<KnownEvent> known;
  for (std::size_t i = 0; at.need_array() && i < at.size(); ++i) {
    const Cursor one = at[i];
    if (!one.need_object("on metric bad")) {
      continue;
    }
    const Cursor on = one.need("on");
    const Cursor named = one.need("metric");
    const std::optional<Date> date = on ? read_day(on) : std::nullopt;
    const std::string* id = named ? named.string() : nullptr;
    const auto metric = id == nullptr ? std::nullopt : find_metric(program, *id);
    if (id != nullptr && !metric) {
      named.issue("metric.unknown", "the program has no such metric", {{"id", *id}});
    }
    const std::optional<Rational> bad = one.find("bad") ? whole(one, "bad") : Rational(1);
    if (!bad || bad->is_zero()) {
      one.find("bad").issue("known.bad", "must be a whole number above 0");
    }
    if (date && *date > as_of) {
      on.issue("known.outside", "lies on no day that the metric counts today",
               {{"id", id == nullptr ? std::string_view() : std::string_view(*id)},
                {"date", to_text(*date)}});
    } else if (date && metric && bad) {
      known.push_back({i, *metric, *date, *bad});
    }
  }
  return known;
}

namespace {

// The days of a change; nothing after an issue.
std::optional<Period> read_days_of(const Cursor& one, const Period& days) {
  const Cursor on = one.find("on");
  const Cursor from = on ? on : one.need("from");
  const Cursor to = on ? on : one.find("to");
  const auto first = from ? read_day(from) : std::nullopt;
  const auto last = to ? read_day(to) : std::optional(days.to);
  if (!first || !last) {
    return std::nullopt;
  }
  if (!contains(days, *first) || !contains(days, *last) || *last < *first) {
    (contains(days, *first) && to ? to : from)
        .issue("scenario.dates", "lies outside the days that are forecast",
               {{"date", to_text(contains(days, *first) ? *last : *first)},
                {"from", to_text(days.from)},
                {"until", to_text(days.to)}});
    return std::nullopt;
  }
  return Period{*first, *last};
}

const Rational* read_factor(const Cursor& at) {
  const Rational* number = at.number();
  if (number != nullptr && number->sign() < 0) {
    at.issue("scenario.change", "must not be negative");
    return nullptr;
  }
  return number;
}

// One of `value`, `times`, `bad` of a metric.
bool read_metric_change(const Cursor& one, const Program& program,
                        const std::vector<MetricWindow>& windows, ScenarioChange& change) {
  const Cursor named = one.need("metric");
  const std::string* id = named ? named.string() : nullptr;
  const auto metric = id == nullptr ? std::nullopt : find_metric(program, *id);
  if (id == nullptr || !metric) {
    if (id != nullptr) {
      named.issue("metric.unknown", "the program has no such metric", {{"id", *id}});
    }
    return false;
  }
  change.metric = *metric;
  const Metric& rule = program.metrics[*metric];
  if (const Cursor value = one.find("value")) {
    change.value = read_input(value, rule);
    change.value.given = &value.json();
    return change.value.state == InputState::value;
  }
  const Cursor times = one.find("times");
  const Cursor at = times ? times : one.find("bad");
  change.kind = times ? ScenarioChange::Kind::times : ScenarioChange::Kind::bad;
  const bool bad_counts = windows[*metric].roll && !windows[*metric].feed &&
                          (rule.lower_is_better || rule.higher_is_better) &&
                          (rule.kind == MetricKind::rate || rule.kind == MetricKind::count);
  if (times ? rule.kind == MetricKind::flag : !bad_counts) {
    at.issue("scenario.change", "the metric cannot change in this way");
    return false;
  }
  const Rational* number = read_factor(at);
  change.number = number == nullptr ? Rational() : *number;
  return number != nullptr;
}

bool read_orders(const Cursor& orders, ScenarioChange& change) {
  change.kind = ScenarioChange::Kind::orders;
  const Cursor times = orders.need_object("times") ? orders.need("times") : Cursor();
  const Rational* number = times ? read_factor(times) : nullptr;
  change.number = number == nullptr ? Rational() : *number;
  return number != nullptr;
}

}  // namespace

std::vector<ScenarioChange> read_scenario(const Cursor& at, const Program& program,
                                          const std::vector<MetricWindow>& windows,
                                          const Period& days) {
  std::vector<ScenarioChange> changes;
  for (std::size_t i = 0; at.need_array() && i < at.size(); ++i) {
    const Cursor one = at[i];
    if (!one.need_object("from to on metric value times bad orders")) {
      continue;
    }
    int said = 0;
    for (const Literal key : {"value", "times", "bad", "orders"}) {
      said += one.find(key) ? 1 : 0;
    }
    const Cursor orders = one.find("orders");
    if (said != 1 || (orders && one.find("metric")) || (one.find("on") && one.find("from"))) {
      one.issue("scenario.change", "says one of value, times, bad (of a metric) or orders");
      continue;
    }
    ScenarioChange change;
    change.index = i;
    const auto period = read_days_of(one, days);
    const bool good =
        orders ? read_orders(orders, change) : read_metric_change(one, program, windows, change);
    if (period && good) {
      change.days = *period;
      changes.push_back(change);
    }
  }
  return changes;
}

}  // namespace shopgauge::api

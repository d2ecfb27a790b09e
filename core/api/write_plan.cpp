// What a plan's reply says: levers, headroom, combinations, the period under way.

#include "core/api/write_plan.h"

#include <array>

namespace shopgauge::api {
namespace {

void write_shortfall(JsonWriter& writer, const Shortfall& shortfall) {
  constexpr std::array<Literal, 7> kCodes = {"best_is_short",  "needs_unknown",  "not_scored",
                                             "not_applicable", "endless_orders", "no_lever",
                                             "only_by_fixed"};
  writer.key("reason").begin_object();
  writer.key("code").word(kCodes[static_cast<std::size_t>(shortfall.code)]);
  if (!shortfall.reason.empty()) {
    writer.key("reason").string(shortfall.reason);
  }
  if (shortfall.score || shortfall.value || !shortfall.unmet.empty()) {
    writer.key("best").begin_object();
    if (shortfall.score) {
      write_span(writer, "score", *shortfall.score);
    }
    if (shortfall.value) {
      writer.key("value").figure(*shortfall.value);
    }
    if (!shortfall.unmet.empty()) {
      write_ids(writer, "unmet", shortfall.unmet);
    }
    writer.end_object();
  }
  if (!shortfall.needs.empty()) {
    write_needs(writer, shortfall.needs);
  }
  if (!shortfall.fixed.empty()) {
    write_ids(writer, "fixed", shortfall.fixed);
  }
  writer.end_object();
}

void write_now(JsonWriter& writer, const Program& program, std::size_t metric, const Json* now) {
  writer.begin_object().key("metric").string(program.metrics[metric].id);
  if (now != nullptr) {
    writer.key("now").json(*now);
  }
}

void write_value(JsonWriter& writer, Literal key, const Metric& metric, const Rational& value) {
  writer.key(key);
  if (metric.kind == MetricKind::flag) {
    writer.boolean(!value.is_zero());
  } else {
    write_number(writer, value);
  }
}

void write_levers(JsonWriter& writer, const Program& program, const std::vector<Lever>& levers) {
  writer.key("levers").begin_array();
  for (const Lever& lever : levers) {
    write_now(writer, program, lever.metric, lever.now);
    if (lever.needed) {
      write_value(writer, "needed", program.metrics[lever.metric], *lever.needed);
    }
    writer.key("reachable").boolean(lever.reachable);
    if (lever.organic_orders) {
      writer.key("organic_orders").number(*lever.organic_orders);
    }
    if (lever.shortfall) {
      write_shortfall(writer, *lever.shortfall);
    }
    if (!lever.standards.empty()) {
      write_ids(writer, "standards", lever.standards);
    }
    if (!lever.areas.empty()) {
      write_ids(writer, "areas", lever.areas);
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_headroom(JsonWriter& writer, const Program& program,
                    const std::vector<Headroom>& headroom) {
  writer.key("headroom").begin_array();
  for (const Headroom& room : headroom) {
    write_now(writer, program, room.metric, room.now);
    write_value(writer, "limit", program.metrics[room.metric], *room.limit);
    if (room.more_bad_orders) {
      writer.key("more_bad_orders").number(*room.more_bad_orders);
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_combinations(JsonWriter& writer, const Program& program,
                        const std::vector<Combination>& combinations) {
  writer.key("combinations").begin_array();
  for (const Combination& one : combinations) {
    writer.begin_object().key("changes").begin_array();
    for (const Change& change : one.changes) {
      writer.begin_object().key("metric").string(program.metrics[change.metric].id);
      write_value(writer, "to", program.metrics[change.metric], change.to);
      writer.end_object();
    }
    writer.end_array().key("effort").figure(one.effort).key("result").begin_object();
    if (one.result.score) {
      writer.key("score").number(one.result.score->value.low);
    }
    if (one.result.verdict) {
      writer.key("verdict").word(verdict_text(*one.result.verdict));
    }
    writer.end_object().end_object();
  }
  writer.end_array();
}

// To 6 digits so that who keeps to it reaches the target.
Rational safe(const Rational& limit, bool upper) {
  const Rational down = floor_to(limit, JsonWriter::kFigureDigits);
  return upper || down == limit ? down : -floor_to(-limit, JsonWriter::kFigureDigits);
}

void write_rest(JsonWriter& writer, const PlannedPeriod& period, const Rest& rest) {
  const bool upper = rest.comparison == Operator::at_most || rest.comparison == Operator::below;
  const Rational days = period.under_way.days_left;
  writer.key("rest").begin_object();
  if (rest.orders) {
    writer.key("orders").figure(*rest.orders);
  } else {
    writer.key("days").figure(days);
  }
  switch (rest.kind) {
    case Rest::Kind::events:
      writer.key("events").figure(*rest.limit);
      if (!rest.orders->is_zero()) {
        writer.key("rate").figure(safe(*rest.limit / *rest.orders, upper));
      }
      break;
    case Rest::Kind::total:
      writer.key("total").figure(*rest.limit);
      if (!days.is_zero()) {
        writer.key("each").figure(safe(*rest.limit / days, upper));
      }
      break;
    case Rest::Kind::mean:
      writer.key("each").figure(safe(*rest.limit, upper));
      break;
    case Rest::Kind::end:
      break;
  }
  writer.end_object();
}

}  // namespace

void write_plan(JsonWriter& writer, const Program& program, const Plan& plan) {
  writer.key("goal_met").boolean(plan.goal_met).key("reachable").boolean(plan.reachable);
  if (plan.shortfall) {
    write_shortfall(writer, *plan.shortfall);
  }
  write_levers(writer, program, plan.levers);
  write_headroom(writer, program, plan.headroom);
  write_combinations(writer, program, plan.combinations);
}

void write_period(JsonWriter& writer, const Program& program, const PlannedPeriod& period,
                  const PeriodPlan& plan) {
  constexpr std::array<Literal, 3> kStatuses = {"secure", "open", "lost"};
  writer.key("period").begin_object();
  writer.key("from").string(to_text(period.days.from)).key("to").string(to_text(period.days.to));
  writer.key("as_of").string(to_text(period.as_of));
  writer.key("days_left").integer(period.under_way.days_left);
  writer.key("reachable").boolean(plan.reachable);
  if (plan.shortfall) {
    write_shortfall(writer, *plan.shortfall);
  }
  writer.key("metrics").begin_array();
  for (const Rest& rest : plan.rests) {
    write_now(writer, program, rest.metric, rest.now);
    if (!rest.standard.empty()) {
      writer.key("standard").string(rest.standard);
    }
    writer.key("operator").word(to_text(rest.comparison)).key("target");
    write_number(writer, rest.target);
    writer.key("status").word(kStatuses[static_cast<std::size_t>(rest.status)]);
    if (rest.limit && rest.status != Rest::Status::secure) {
      write_rest(writer, period, rest);
    }
    if (rest.ends_at) {
      writer.key("ends_at").figure(*rest.ends_at);
    }
    writer.end_object();
  }
  writer.end_array().end_object();
}

}  // namespace shopgauge::api

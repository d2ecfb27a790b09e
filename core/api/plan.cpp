// `plan`: what must change so that a goal is reached. A file of its own, so that an engine that
// only assesses does not link it.

#include "core/outlook/plan.h"

#include <algorithm>

#include "core/api/answer.h"

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

// By metric index; 1 where the request says nothing.
std::vector<Rational> read_effort(const Cursor& request, const Program& program) {
  std::vector<Rational> effort(program.metrics.size(), Rational(1));
  const Cursor at = request.find("effort");
  for (std::size_t i = 0; at && at.need_object() && i < at.size(); ++i) {
    const Cursor one = at[i];
    const auto metric = find_metric(program, at.key(i));
    const Rational* weight = one.number();
    if (!metric) {
      one.issue("metric.unknown", "the program has no such metric", {{"id", at.key(i)}});
    } else if (weight != nullptr && weight->sign() <= 0) {
      one.issue("effort.out_of_range", "an effort lies above 0", {{"id", at.key(i)}});
    } else if (weight != nullptr) {
      effort[*metric] = *weight;
    }
  }
  return effort;
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

void reply_plan(const Cursor& request, const Editions& editions, JsonWriter& writer) {
  const Selection selection = select_program(request, editions);
  if (selection.program == nullptr) {
    return;
  }
  const Program& program = *selection.program;
  const Reading reading = read_reading(request, program);
  const Cursor at = request.need("goal");
  const std::optional<Goal> goal = at ? read_goal(at, program) : std::nullopt;
  const std::vector<Rational> effort = read_effort(request, program);
  if (request.has_issues() || !goal) {
    return;
  }
  write_edition(writer, program);
  const Plan plan = make_plan(program, reading, *goal, effort);
  writer.key("goal_met").boolean(plan.goal_met).key("reachable").boolean(plan.reachable);
  write_levers(writer, program, plan.levers);
  write_headroom(writer, program, plan.headroom);
  write_combinations(writer, program, plan.combinations);
  std::vector<Warning> warnings;
  if (selection.date) {
    warn_of_edition(program, *selection.date, warnings);
  }
  warn_of_age(program, selection.date, warnings);
  write_warnings(writer, warnings);
  write_grounds(writer, program, selection.date);
}

}  // namespace

namespace api {
const Function kPlan = {"plan", "program edition date enrolment profile metrics given goal effort",
                        &reply_plan};
}  // namespace api

std::string plan(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, &kPlan);
}

}  // namespace shopgauge

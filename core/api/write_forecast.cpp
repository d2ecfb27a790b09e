// Writes a forecast day by day: of a metric what differs from the day before.

#include "core/api/write_forecast.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace shopgauge::api {
namespace {

void write_value(JsonWriter& writer, const Metric& metric, const Input& input) {
  if (input.state != InputState::value) {
    writer.null();
  } else if (metric.kind == MetricKind::flag) {
    writer.boolean(!input.value.is_zero());
  } else {
    write_number(writer, input.value);
  }
}

bool same(const Input& a, const Input& b) { return a.state == b.state && a.value == b.value; }

void write_metrics(JsonWriter& writer, const Program& program, const std::vector<Input>& metrics,
                   const std::vector<Input>* before) {
  bool open = false;
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    const bool changed = before == nullptr ? metrics[i].state != InputState::absent
                                           : !same(metrics[i], (*before)[i]);
    if (!changed) {
      continue;
    }
    if (!open) {
      writer.key("metrics").begin_object();
      open = true;
    }
    writer.name(program.metrics[i].id);
    write_value(writer, program.metrics[i], metrics[i]);
  }
  if (open) {
    writer.end_object();
  }
}

void write_day(JsonWriter& writer, const Program& program, const DayResult& day,
               const DayResult* before) {
  writer.begin_object().key("date").string(to_text(day.date));
  if (day.score) {
    write_span(writer, "score", *day.score);
    if (day.unrounded->low != day.score->low || day.unrounded->high != day.score->high) {
      write_span(writer, "unrounded", printed(*day.unrounded));
    }
  } else if (day.status != AssessmentStatus::judged) {
    writer.key("status").word(status_text(day.status)).key("reason").string(day.reason);
  }
  if (day.verdict) {
    writer.key("verdict").word(verdict_text(*day.verdict));
  }
  if (day.tier) {
    writer.key("tier").string(program.tiers[*day.tier].id);
  }
  write_metrics(writer, program, day.metrics, before == nullptr ? nullptr : &before->metrics);
  writer.end_object();
}

void write_leaves(JsonWriter& writer, const Program& program, const Forecast& forecast) {
  writer.key("leaves").begin_array();
  for (const Leaving& leaving : forecast.leaves) {
    writer.begin_object().key("date").string(to_text(leaving.date));
    writer.key("metric").string(program.metrics[leaving.metric].id);
    writer.key("event").string(to_text(leaving.event)).key("bad");
    write_number(writer, leaving.bad);
    writer.end_object();
  }
  writer.end_array();
}

// What is met today, and each day on which that changes.
template <typename Rules>
void write_changes(JsonWriter& writer, Literal key, const Rules& rules, const Forecast& forecast,
                   std::vector<Truth> DayResult::*truths) {
  if (rules.empty()) {
    return;
  }
  writer.key(key).begin_array();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    Truth now = (forecast.days.front().*truths)[i];
    writer.begin_object().key("id").string(rules[i].id).key("met");
    write_truth(writer, now);
    writer.key("changes").begin_array();
    for (const DayResult& day : forecast.days) {
      if ((day.*truths)[i] != now) {
        now = (day.*truths)[i];
        writer.begin_object().key("date").string(to_text(day.date)).key("met");
        write_truth(writer, now);
        writer.end_object();
      }
    }
    writer.end_array().end_object();
  }
  writer.end_array();
}

}  // namespace

void write_outlook(JsonWriter& writer, const Outlook& outlook, const Forecast& forecast) {
  const Program& program = *outlook.program;
  writer.key("days").begin_array();
  const DayResult* before = nullptr;
  for (const DayResult& day : forecast.days) {
    write_day(writer, program, day, before);
    before = &day;
  }
  writer.end_array();
  write_leaves(writer, program, forecast);
  write_changes(writer, "gates", program.gates, forecast, &DayResult::gates);
  write_changes(writer, "standards", program.standards, forecast, &DayResult::standards);
}

namespace {

void write_share(JsonWriter& writer, Literal key, int paths, const Chances& chances) {
  writer.key(key).figure(Rational::ratio(paths, chances.paths));
}

void write_chances_of_days(JsonWriter& writer, const Chances& chances) {
  writer.key("days").begin_array();
  for (const DayChances& day : chances.days) {
    writer.begin_object().key("date").string(to_text(day.date));
    if (day.score) {
      writer.key("score").begin_array();
      for (const Rational& score : *day.score) {
        writer.number(score);
      }
      writer.end_array();
    }
    if (day.scored < chances.paths) {
      write_share(writer, "scored", day.scored, chances);
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_verdicts(JsonWriter& writer, Literal key, const std::vector<VerdictChances>& list,
                    const Chances& chances) {
  constexpr std::array<Literal, 5> kVerdicts = {"pass", "fail", "pending", "undetermined",
                                                "not_assessed"};
  writer.key(key).begin_array();
  for (const VerdictChances& one : list) {
    const int pending = one.paths[static_cast<std::size_t>(MonthVerdict::pending)];
    if (pending == std::accumulate(one.paths.begin(), one.paths.end(), 0)) {
      continue;
    }
    writer.begin_object();
    if (one.standard.empty()) {
      writer.key("month").string(to_text(month_of(one.date)));
    } else {
      writer.key("date").string(to_text(one.date)).key("standard").string(one.standard);
    }
    for (std::size_t i = 0; i < kVerdicts.size(); ++i) {
      if (one.paths[i] > 0 && (static_cast<MonthVerdict>(i) != MonthVerdict::pending)) {
        write_share(writer, kVerdicts[i], one.paths[i], chances);
      }
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_events(JsonWriter& writer, const Chances& chances) {
  writer.key("events").begin_array();
  for (const EventChances& event : chances.events) {
    writer.begin_object().key("event").string(event.event);
    if (!event.to.empty()) {
      writer.key("to").string(event.to);
    }
    writer.key("by").begin_array();
    for (const auto& [date, paths] : event.by) {
      writer.begin_object().key("date").string(to_text(date));
      write_share(writer, "chance", paths, chances);
      writer.end_object();
    }
    writer.end_array().end_object();
  }
  writer.end_array();
}

}  // namespace

void write_chances(JsonWriter& writer, const Program& program, const Chances& chances, int seed) {
  writer.key("paths").integer(chances.paths).key("seed").integer(seed);
  writer.key("percentiles").begin_array();
  for (const int percent : kPercentiles) {
    writer.integer(percent);
  }
  writer.end_array();
  write_chances_of_days(writer, chances);
  if (!program.gates.empty()) {
    writer.key("gates").begin_array();
    for (std::size_t i = 0; i < program.gates.size(); ++i) {
      if (chances.gates[i].decided == 0) {
        continue;
      }
      writer.begin_object().key("id").string(program.gates[i].id);
      write_share(writer, "met", chances.gates[i].met, chances);
      writer.end_object();
    }
    writer.end_array();
  }
  if (!chances.months.empty() || !chances.checks.empty() || !chances.events.empty()) {
    write_verdicts(writer, "months", chances.months, chances);
    write_verdicts(writer, "checks", chances.checks, chances);
    write_events(writer, chances);
  }
  writer.key("model").begin_array();
  for (const ModelNote note : chances.notes) {
    writer.word(to_text(note));
  }
  writer.end_array();
}

std::vector<Assumption> window_assumptions(const Program& program, const Forecast& forecast) {
  std::vector<Assumption> list;
  const Json& metrics = *program.document->find("metrics");
  for (std::size_t i = 0; i < program.metrics.size(); ++i) {
    const std::optional<Baseline>& baseline = forecast.baselines.metrics[i];
    if (!baseline || baseline->sample_days == 0) {
      continue;
    }
    const Json* rolls = metrics.items[i].find("rolls");
    rolls = rolls == nullptr ? metrics.items[i].find("fed_by") : rolls;
    const Json* status = rolls->find("status");
    const bool example = status != nullptr && status->string == "example";
    if (example || (status != nullptr && status->string == "assumed")) {
      rely(list, {example ? Status::example : Status::assumed, {}, rolls});
    }
  }
  return list;
}

}  // namespace shopgauge::api

// Writes a forecast day by day: of a metric what differs from the day before.

#include "core/api/write_forecast.h"

#include <algorithm>

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

// Picks the metrics that a plan may move.

#include "core/outlook/levers.h"

#include <algorithm>

namespace shopgauge {
namespace {

bool can_move(const Metric& rule, const Input& today) {
  const bool taken =
      today.state == InputState::absent && (rule.kind == MetricKind::flag || rule.if_absent);
  return (rule.higher_is_better || rule.lower_is_better) &&
         (today.state == InputState::value || taken);
}

// Whether some value of the metric moves the score; or its sum or a part of it, where a cap, a
// floor or a lower part hides that.
bool moves_score(const Quest& quest, const Summer& summer, const Scale& scale) {
  const Assessment& now = quest.now();
  const std::int64_t last = scale.last_step();
  const Assessment best =
      quest.assess(with(quest.today(), scale.metric(), scale.at(*scale.after(last))));
  if (!best.score || !now.score) {
    return best.score.has_value() != now.score.has_value();
  }
  if (best.score->unrounded.low != now.score->unrounded.low ||
      best.score->unrounded.high != now.score->unrounded.high) {
    return true;
  }
  const Sum today = summer(quest.today());
  const auto moves = [&](std::int64_t steps) {
    return summer(with(quest.today(), scale.metric(), scale.at(*scale.after(steps)))) != today;
  };
  const std::vector<std::int64_t> ends = scale.piece_ends(true);
  return moves(last) || std::any_of(ends.begin(), ends.end(), [&](std::int64_t end) {
           return end > 0 && end <= last && moves(end);
         });
}

}  // namespace

std::vector<Scale> scales_of(const Program& program, const Reading& reading) {
  std::vector<Turns> turns = turns_of(program, reading);
  std::vector<Scale> scales;
  for (std::size_t i = 0; i < program.metrics.size(); ++i) {
    if (can_move(program.metrics[i], reading.metrics[i])) {
      scales.emplace_back(program, i, reading.metrics[i], std::move(turns[i]));
    }
  }
  return scales;
}

bool reads(const Finding& finding, std::size_t metric) {
  const Subject subject = finding.comparison->subject;
  const bool of_metric =
      subject == Subject::metric || subject == Subject::count_of || subject == Subject::sample_of;
  return (of_metric && finding.comparison->index == metric) ||
         std::any_of(finding.alternatives.begin(), finding.alternatives.end(),
                     [&](const Finding& other) { return reads(other, metric); });
}

bool matters(const Quest& quest, const Summer& summer, const Scale& scale) {
  const Goal& goal = quest.goal();
  if (goal.kind == Goal::Kind::metric) {
    return scale.metric() == goal.index &&
           goal.at_least == quest.program().metrics[goal.index].higher_is_better;
  }
  if (goal.kind == Goal::Kind::verdict) {
    return std::any_of(
        quest.now().standards.begin(), quest.now().standards.end(), [&](const Finding& one) {
          return !one.standard->advisory && one.met != Truth::yes && reads(one, scale.metric());
        });
  }
  if (goal.kind == Goal::Kind::gate) {
    const GateResult* gate = find_gate(quest.now(), quest.program().gates[goal.index]);
    if (gate != nullptr &&
        std::any_of(gate->findings.begin(), gate->findings.end(),
                    [&](const auto& one) { return reads(one, scale.metric()); })) {
      return true;
    }
  }
  return moves_score(quest, summer, scale);
}

Reading with(const Reading& reading, std::size_t metric, const Input& input) {
  Reading changed = reading;
  changed.metrics[metric] = input;
  return changed;
}

Reading moved(const Reading& reading, const std::vector<const Scale*>& levers, const Steps& steps) {
  Reading changed = reading;
  for (std::size_t i = 0; i < levers.size(); ++i) {
    if (steps[i] > 0) {
      changed.metrics[levers[i]->metric()] = levers[i]->at(*levers[i]->after(steps[i]));
    }
  }
  return changed;
}

Farthest farthest(const Quest& quest, const std::vector<const Scale*>& levers) {
  for (std::int64_t reach = 1;; reach = std::min(kMostSteps, reach * 2)) {
    Farthest far;
    bool endless = false;
    for (const Scale* scale : levers) {
      const std::int64_t last = scale->last_step();
      endless = endless || last == kMostSteps;
      far.steps.push_back(last == kMostSteps ? reach : last);
    }
    far.reaches = quest.reaches(moved(quest.today(), levers, far.steps));
    if (far.reaches || !endless || reach == kMostSteps) {
      return far;
    }
  }
}

}  // namespace shopgauge

// Compares what an assessment says with the goal.

#include "core/outlook/goal.h"

#include <algorithm>

#include "core/outlook/turns.h"
#include "core/scoring/adjust.h"
#include "core/scoring/tree.h"

namespace shopgauge {
namespace {

std::vector<Need> as_needs(const std::vector<std::string_view>& metrics) {
  std::vector<Need> needs;
  for (const std::string_view id : metrics) {
    needs.push_back({Need::Kind::metric, id});
  }
  return needs;
}

void add_unmet(const Finding& finding, Shortfall& shortfall) {
  if (finding.met == Truth::no) {
    shortfall.unmet.push_back(finding.id);
  }
}

void explain_gate(const Assessment& result, const Gate& gate, Shortfall& shortfall) {
  const GateResult* found = find_gate(result, gate);
  if (found == nullptr) {
    shortfall.code = Shortfall::Code::not_scored;
    shortfall.reason = result.reason;
  } else if (found->met == Truth::undetermined) {
    shortfall.code = Shortfall::Code::needs_unknown;
    shortfall.needs = found->needs;
  } else {
    for (const Finding& finding : found->findings) {
      add_unmet(finding, shortfall);
    }
  }
}

void explain_verdict(const Assessment& result, Shortfall& shortfall) {
  if (result.verdict == Truth::undetermined) {
    shortfall.code = Shortfall::Code::needs_unknown;
    shortfall.needs = result.needs;
  }
  for (const Finding& finding : result.standards) {
    if (!finding.standard->advisory && !finding.not_assessed) {
      add_unmet(finding, shortfall);
    }
  }
}

}  // namespace

const GateResult* find_gate(const Assessment& result, const Gate& gate) {
  const auto found = std::find_if(result.gates.begin(), result.gates.end(),
                                  [&](const GateResult& one) { return one.gate == &gate; });
  return found == result.gates.end() ? nullptr : &*found;
}

Quest::Quest(const Program& program, const Reading& today, const Goal& goal)
    : program_(program),
      today_(today),
      goal_(goal),
      now_(shopgauge::assess(program, today)),
      formal_(now_.score && now_.score->stage == program.score->stage) {
  const std::vector<Turns> turns = turns_of(program, today);
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (turns[i].stage) {
      stage_metrics_.push_back(i);
    }
  }
}

// Whether the store surely has a score of the formal stage, as it has today.
bool Quest::stays_formal(const Reading& changed) const {
  return formal_ && std::all_of(stage_metrics_.begin(), stage_metrics_.end(), [&](std::size_t i) {
           return changed.metrics[i].state == today_.metrics[i].state &&
                  changed.metrics[i].value == today_.metrics[i].value &&
                  changed.metrics[i].given == today_.metrics[i].given;
         });
}

// The score alone, as assess would show it in the formal stage: a third of the work.
Rational Quest::shown(const Reading& changed) const {
  const TreeResult tree = score_tree(program_, changed, &today_);
  Facts facts{program_, changed, changed.enrolment};
  facts.nodes = &tree.spans;
  facts.tree = &tree.nodes;
  const AdjustedResult adjusted = adjust(tree.total, program_.score->adjustments, facts);
  return round_to(adjusted.total.low, program_.score->digits, program_.score->rounding);
}

bool Quest::reaches(const Reading& changed) const {
  if (goal_.kind == Goal::Kind::score && stays_formal(changed)) {
    return shown(changed) >= goal_.value;
  }
  if (goal_.kind == Goal::Kind::metric) {
    const Input& input = changed.metrics[goal_.index];
    return input.state == InputState::value &&
           (goal_.at_least ? input.value >= goal_.value : input.value <= goal_.value);
  }
  return reaches(assess(changed));
}

bool Quest::reaches(const Assessment& result) const {
  switch (goal_.kind) {
    case Goal::Kind::score:
      return result.score && result.score->value.low >= goal_.value;
    case Goal::Kind::verdict:
      return result.verdict == Truth::yes;
    case Goal::Kind::gate: {
      const GateResult* gate = find_gate(result, program_.gates[goal_.index]);
      return gate != nullptr && gate->met == Truth::yes;
    }
    case Goal::Kind::metric:
      break;
  }
  broken_precondition();
}

Shortfall Quest::shortfall(const Reading& changed) const {
  Shortfall shortfall;
  if (goal_.kind == Goal::Kind::metric) {
    const Input& input = changed.metrics[goal_.index];
    if (input.state == InputState::value) {
      shortfall.value = input.value;
    } else {
      shortfall.code = Shortfall::Code::needs_unknown;
      shortfall.needs = {{Need::Kind::metric, program_.metrics[goal_.index].id}};
    }
    return shortfall;
  }
  const Assessment result = assess(changed);
  if (result.score) {
    shortfall.score = result.score->value;
  }
  if (result.status == AssessmentStatus::not_applicable) {
    shortfall.code = Shortfall::Code::not_applicable;
    shortfall.reason = result.reason;
  } else if (goal_.kind == Goal::Kind::verdict) {
    explain_verdict(result, shortfall);
  } else if (goal_.kind == Goal::Kind::gate) {
    explain_gate(result, program_.gates[goal_.index], shortfall);
  } else if (!result.score) {
    shortfall.code = Shortfall::Code::not_scored;
    shortfall.reason = result.reason;
  } else if (result.score->value.high >= goal_.value) {
    shortfall.code = Shortfall::Code::needs_unknown;
    shortfall.needs = as_needs(result.missing);
  }
  return shortfall;
}

}  // namespace shopgauge

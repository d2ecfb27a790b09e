// Decides whether the store has a score, then judges, and looks at gates, look-back and tier.

#include "core/scoring/assess.h"

#include <utility>

#include "core/scoring/assess_score.h"
#include "core/scoring/condition.h"
#include "core/scoring/judge.h"

namespace shopgauge {
namespace {

bool is_open(const Assessing& assessing) {
  return !assessing.result.missing.empty() ||
         (assessing.result.score && !assessing.result.score->unrounded.exact()) ||
         (!assessing.program.score && assessing.result.verdict == Truth::undetermined);
}

void judge_standards(Assessing& assessing) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < assessing.program.standards.size(); ++i) {
    if (!assessing.program.standards[i].timeline_only) {
      all.push_back(i);
    }
  }
  if (all.empty()) {
    return;
  }
  Judgement judgement = judge(assessing.program, all, assessing.reading);
  assessing.result.verdict = judgement.verdict == JudgementVerdict::pass   ? Truth::yes
                             : judgement.verdict == JudgementVerdict::fail ? Truth::no
                                                                           : Truth::undetermined;
  for (const Finding& finding : judgement.findings) {
    if (!assessing.program.score && !finding.standard->advisory &&
        finding.met == Truth::undetermined) {
      add_missing(assessing.result.missing, finding.needs);
    }
  }
  assessing.result.standards = std::move(judgement.findings);
  assessing.result.needs = std::move(judgement.needs);
  add_once(assessing.result.assumptions, judgement.assumptions);
}

// Without a score only the gates that do not ask for it are of interest.
void judge_gates(Assessing& assessing, bool scored) {
  assessing.facts.score = assessing.result.score ? &*assessing.result.score : nullptr;
  assessing.facts.nodes = assessing.nodes.empty() ? nullptr : &assessing.nodes;
  assessing.facts.missing = &assessing.result.missing;
  Facts unknown = assessing.facts;
  unknown.score = nullptr;
  unknown.tree = &assessing.result.nodes;
  for (const Gate& gate : assessing.program.gates) {
    GateResult result;
    result.gate = &gate;
    const Outcome outcome = evaluate(
        gate.when, gate.exact && assessing.result.basis != Basis::exact ? unknown : assessing.facts,
        Absent::undetermined, &result.findings);
    result.met = outcome.truth;
    if (!scored && result.met == Truth::undetermined) {
      continue;
    }
    if (outcome.truth == Truth::undetermined) {
      result.needs = outcome.needs;
    } else {
      add_once(assessing.result.assumptions, outcome.assumptions);
    }
    assessing.result.gates.push_back(std::move(result));
  }
}

void choose_look_back(Assessing& assessing) {
  std::vector<const Condition*> conditions;
  for (const LookBack& look_back : assessing.program.look_back) {
    conditions.push_back(look_back.when ? &*look_back.when : nullptr);
  }
  assessing.result.look_back = choose(conditions, assessing.facts, assessing.result.assumptions);
  if (assessing.result.look_back.index) {
    rely(assessing.result.assumptions,
         assessing.program.look_back[*assessing.result.look_back.index].provenance);
  }
}

void choose_tier(Assessing& assessing, bool scored) {
  assessing.facts.score = assessing.result.score ? &*assessing.result.score : nullptr;
  assessing.facts.missing = &assessing.result.missing;
  assessing.result.tier = tier_of(assessing.facts, scored, assessing.result.assumptions);
  if (scored && !assessing.unscored.empty()) {
    Choice& tier = assessing.result.tier;
    if (tier.index) {
      tier.possible.push_back(*std::exchange(tier.index, std::nullopt));
    }
    const Choice without = tier_of(assessing.facts, false, assessing.result.assumptions);
    tier.possible.insert(tier.possible.end(), without.possible.begin(), without.possible.end());
    if (without.index) {
      tier.possible.push_back(*without.index);
    }
    add_once(tier.needs, assessing.unscored);
  }
}

}  // namespace

Assessment assess(const Program& program, const Reading& reading, const Reading* today,
                  Contributions contributions) {
  Assessing assessing{
      program, reading, today, contributions, {program, reading, reading.enrolment}};
  if (const auto reason = not_applicable(assessing.program, assessing.reading.enrolment)) {
    assessing.result.status = AssessmentStatus::not_applicable;
    assessing.result.reason = *reason;
    return std::move(assessing.result);
  }
  assessing.result.status =
      assessing.program.score ? AssessmentStatus::scored : AssessmentStatus::judged;
  if (assessing.program.score) {
    score_store(assessing);
  }
  const bool scored = assessing.result.status != AssessmentStatus::not_scored;
  assessing.result.basis = basis_of(is_open(assessing), assessing.result.assumptions);
  judge_standards(assessing);
  judge_gates(assessing, scored);
  choose_look_back(assessing);
  choose_tier(assessing, scored);
  assessing.result.basis = basis_of(is_open(assessing), assessing.result.assumptions);
  return std::move(assessing.result);
}

std::optional<std::string_view> not_applicable(const Program& program, const Enrolment& enrolment) {
  const Reading reading = empty_reading(program);
  const Facts facts{program, reading, enrolment};
  for (const Exclusion& exclusion : program.not_applicable) {
    if (evaluate(exclusion.when, facts, Absent::not_applied).truth == Truth::yes) {
      return exclusion.reason;
    }
  }
  return std::nullopt;
}

}  // namespace shopgauge

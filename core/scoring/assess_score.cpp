// Finds the stages that a store may be in, and scores it by its nodes or by its stage.

#include "core/scoring/assess_score.h"

#include <utility>

#include "core/scoring/adjust.h"
#include "core/scoring/itemise.h"
#include "core/scoring/tree.h"

namespace shopgauge {
namespace {

void warn_of_open_stage(Assessing& assessing, const std::vector<Need>& needs) {
  add_missing(assessing.result.missing, needs);
  assessing.result.warnings.push_back({"stage_undetermined", {}, {}, needs});
}

Outcome settle(Assessing& assessing, const Condition& condition) {
  Outcome outcome = evaluate(condition, assessing.facts, Absent::not_applied);
  if (outcome.truth != Truth::undetermined) {
    add_once(assessing.result.assumptions, outcome.assumptions);
  }
  return outcome;
}

// Whether one of the reasons keeps the store from having a score. What may do so is noted.
bool excluded(Assessing& assessing, const std::vector<Exclusion>& exclusions) {
  for (const Exclusion& exclusion : exclusions) {
    const Outcome outcome = settle(assessing, exclusion.when);
    if (outcome.truth == Truth::yes) {
      assessing.result.reason =
          assessing.result.reason.empty() ? exclusion.reason : assessing.result.reason;
      return true;
    }
    if (outcome.truth == Truth::undetermined) {
      warn_of_open_stage(assessing, outcome.needs);
      add_once(assessing.unscored, outcome.needs);
    }
  }
  return false;
}

void leave_unscored(Assessing& assessing) {
  assessing.result.status = AssessmentStatus::not_scored;
}

void finish(Assessing& assessing, const Span& total, std::string_view stage) {
  const ScoreRule& rule = *assessing.program.score;
  const auto rounded = [&](const Rational& value) {
    return round_to(value, rule.digits, rule.rounding);
  };
  assessing.result.score =
      ScoreResult{total, {rounded(total.low), rounded(total.high)}, stage, std::nullopt, {}};
  if (is_tie(total.low, rule.digits) || is_tie(total.high, rule.digits)) {
    rely(assessing.result.assumptions, rule.rounding_provenance);
  }
  if (assessing.contributions == Contributions::itemised) {
    itemise(assessing.result);
  }
}

AdjustedResult stage_sum(Assessing& assessing, const Stage& stage) {
  const Rational& points = stage.points.value;
  AdjustedResult adjusted = adjust({points, points}, stage.adjustments, assessing.facts);
  add_once(assessing.result.assumptions, adjusted.assumptions);
  add_missing(assessing.result.missing, adjusted.needs);
  rely(assessing.result.assumptions, stage.points.provenance, &points);
  return adjusted;
}

void score_stage(Assessing& assessing, const Stage& stage) {
  AdjustedResult adjusted = stage_sum(assessing, stage);
  NodeResult node;
  node.id = stage.node;
  node.basis = NodeBasis::fixed;
  node.score = {stage.points.value, stage.points.value};
  node.weight = 1;
  node.contribution = node.score;
  assessing.result.nodes.clear();
  assessing.result.nodes.push_back(std::move(node));
  assessing.result.adjustments = std::move(adjusted.adjustments);
  finish(assessing, adjusted.total, stage.id);
}

AdjustedResult formal_sum(Assessing& assessing) {
  TreeResult tree = score_tree(assessing.program, assessing.reading, assessing.today);
  assessing.nodes = std::move(tree.spans);
  assessing.result.nodes = std::move(tree.nodes);
  for (const std::string_view metric : tree.missing) {
    add_missing(assessing.result.missing, metric);
  }
  add_once(assessing.result.assumptions, tree.assumptions);
  assessing.result.warnings.insert(assessing.result.warnings.end(), tree.warnings.begin(),
                                   tree.warnings.end());
  assessing.assessed = tree.assessed;
  assessing.facts.tree = &assessing.result.nodes;
  assessing.facts.nodes = &assessing.nodes;
  AdjustedResult adjusted =
      adjust(tree.total, assessing.program.score->adjustments, assessing.facts);
  assessing.facts.tree = nullptr;
  assessing.facts.nodes = nullptr;
  assessing.nodes = std::move(adjusted.nodes);
  if (assessing.assessed) {
    add_once(assessing.result.assumptions, adjusted.assumptions);
    add_missing(assessing.result.missing, adjusted.needs);
  }
  return adjusted;
}

void name_method(Assessing& assessing) {
  if (assessing.program.score->methods.empty()) {
    return;
  }
  assessing.result.score->method = method_of(assessing.program, assessing.reading);
  const Provenance& provenance = assessing.program.score->method_provenance;
  if (!assessing.reading.method) {
    add_once(
        assessing.result.assumptions,
        {Assumption::Place::method, "", nullptr, Assumption::Taken::unsaid, {}, provenance.status});
  }
}

void derive(Assessing& assessing) {
  ScoreResult& score = *assessing.result.score;
  for (const Derived& rule : assessing.program.score->derived) {
    Span of = score.value;
    for (const DerivedResult& known : score.derived) {
      if (known.id == rule.of) {
        of = known.value;
      }
    }
    score.derived.push_back(
        {rule.id, {look_up(rule.curve, of.low).points, look_up(rule.curve, of.high).points}});
    rely(assessing.result.assumptions, rule.curve.provenance);
  }
}

// Keeps the most expensive leaves, dearest first.
void find_worst(Assessing& assessing, const std::vector<NodeResult>& nodes) {
  constexpr std::size_t kMost = 3;
  for (const NodeResult& node : nodes) {
    find_worst(assessing, node.nodes);
    if (!node.nodes.empty() || node.node == nullptr || !node.score.exact() ||
        node.basis == NodeBasis::not_assessed) {
      continue;
    }
    std::vector<const NodeResult*>& worst = assessing.result.worst;
    std::size_t place = worst.size();
    while (place > 0 && cost_of(*worst[place - 1]) < cost_of(node)) {
      --place;
    }
    if (cost_of(node).sign() > 0) {
      worst.insert(worst.begin() + static_cast<std::ptrdiff_t>(place), &node);
    }
    if (worst.size() > kMost) {
      worst.pop_back();
    }
  }
}

void score_formal(Assessing& assessing) {
  AdjustedResult adjusted = formal_sum(assessing);
  if (!assessing.assessed) {
    leave_unscored(assessing);
    assessing.result.reason = "nothing_assessed";
    assessing.result.nodes.clear();
    return;
  }
  assessing.result.adjustments = std::move(adjusted.adjustments);
  finish(assessing, adjusted.total, assessing.program.score->stage);
  name_method(assessing);
  derive(assessing);
  find_worst(assessing, assessing.result.nodes);
}

// The stage depends on an unknown input: the score lies between the least and the most that any
// possible stage gives, and one node stands for all.
void score_open_stage(Assessing& assessing, const std::vector<const Stage*>& possible,
                      bool formal_possible) {
  const Span first = stage_sum(assessing, *possible.front()).total;
  const Span formal = formal_possible ? formal_sum(assessing).total : first;
  // A formal stage in which nothing is assessed has no score: it is not 0.
  if (!assessing.assessed) {
    add_once(assessing.unscored, assessing.stage_needs);
  }
  if (!assessing.assessed && possible.size() == 1) {
    score_stage(assessing, *possible.front());
    return;
  }
  Span span = assessing.assessed ? formal : first;
  for (const Stage* stage : possible) {
    const AdjustedResult fixed = stage_sum(assessing, *stage);
    span = {min(span.low, fixed.total.low), max(span.high, fixed.total.high)};
  }
  NodeResult node;
  node.id = "stage";
  node.basis = NodeBasis::partial;
  node.score = span;
  node.weight = 1;
  node.contribution = span;
  assessing.result.nodes.clear();
  assessing.result.nodes.push_back(std::move(node));
  assessing.result.adjustments.clear();
  finish(assessing, span, "");
}

}  // namespace

void score_store(Assessing& assessing) {
  const ScoreRule& rule = *assessing.program.score;
  if (excluded(assessing, rule.not_scored)) {
    leave_unscored(assessing);
    return;
  }
  std::vector<const Stage*> possible;
  bool formal_possible = true;
  for (const Stage& stage : rule.stages) {
    const Outcome outcome = settle(assessing, stage.when);
    if (outcome.truth == Truth::no) {
      continue;
    }
    const bool without = excluded(assessing, stage.not_scored);
    if (!without) {
      possible.push_back(&stage);
    }
    if (outcome.truth == Truth::yes) {
      formal_possible = false;
      break;
    }
    warn_of_open_stage(assessing, outcome.needs);
    add_once(assessing.stage_needs, outcome.needs);
    if (without) {
      add_once(assessing.unscored, outcome.needs);
    }
  }
  if (possible.empty() && !formal_possible) {
    leave_unscored(assessing);
    return;
  }
  assessing.result.reason = {};
  if (possible.empty()) {
    score_formal(assessing);
  } else if (possible.size() == 1 && !formal_possible) {
    score_stage(assessing, *possible.front());
  } else {
    score_open_stage(assessing, possible, formal_possible);
  }
}

}  // namespace shopgauge

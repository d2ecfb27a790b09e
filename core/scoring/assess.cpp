// Decides status and stage, then scores, judges and looks at the gates.

#include "core/scoring/assess.h"

#include <utility>

#include "core/scoring/adjust.h"
#include "core/scoring/condition.h"
#include "core/scoring/itemise.h"
#include "core/scoring/tree.h"

namespace shopgauge {
namespace {

class Assessor {
 public:
  Assessor(const Program& program, const Reading& reading, const Reading* today,
           Contributions contributions)
      : program_(program),
        reading_(reading),
        today_(today),
        contributions_(contributions),
        facts_{program, reading, reading.enrolment} {}

  Assessment run() {
    if (const auto reason = not_applicable(program_, reading_.enrolment)) {
      result_.status = AssessmentStatus::not_applicable;
      result_.reason = *reason;
      return std::move(result_);
    }
    result_.status = program_.score ? AssessmentStatus::scored : AssessmentStatus::judged;
    if (program_.score) {
      score();
    }
    const bool scored = result_.status != AssessmentStatus::not_scored;
    result_.basis = basis_of(is_open(), result_.assumptions);
    judge_standards();
    judge_gates(scored);
    choose_look_back();
    choose_tier(scored);
    result_.basis = basis_of(is_open(), result_.assumptions);
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool is_open() const {
    return !result_.missing.empty() || (result_.score && !result_.score->unrounded.exact()) ||
           (!program_.score && result_.verdict == Truth::undetermined);
  }

  Outcome settle(const Condition& condition) {
    Outcome outcome = evaluate(condition, facts_, Absent::not_applied);
    if (outcome.truth != Truth::undetermined) {
      add_once(result_.assumptions, outcome.assumptions);
    }
    return outcome;
  }

  // Whether one of the reasons keeps the store from having a score. What may do so is noted.
  bool excluded(const std::vector<Exclusion>& exclusions) {
    for (const Exclusion& exclusion : exclusions) {
      const Outcome outcome = settle(exclusion.when);
      if (outcome.truth == Truth::yes) {
        result_.reason = result_.reason.empty() ? exclusion.reason : result_.reason;
        return true;
      }
      if (outcome.truth == Truth::undetermined) {
        warn_of_open_stage(outcome.needs);
        add_once(unscored_, outcome.needs);
      }
    }
    return false;
  }

  void leave_unscored() { result_.status = AssessmentStatus::not_scored; }

  void warn_of_open_stage(const std::vector<Need>& needs) {
    add_missing(result_.missing, needs);
    result_.warnings.push_back({"stage_undetermined", {}, {}, needs});
  }

  void score() {
    const ScoreRule& rule = *program_.score;
    if (excluded(rule.not_scored)) {
      leave_unscored();
      return;
    }
    std::vector<const Stage*> possible;
    bool formal_possible = true;
    for (const Stage& stage : rule.stages) {
      const Outcome outcome = settle(stage.when);
      if (outcome.truth == Truth::no) {
        continue;
      }
      const bool without = excluded(stage.not_scored);
      if (!without) {
        possible.push_back(&stage);
      }
      if (outcome.truth == Truth::yes) {
        formal_possible = false;
        break;
      }
      warn_of_open_stage(outcome.needs);
      add_once(stage_needs_, outcome.needs);
      if (without) {
        add_once(unscored_, outcome.needs);
      }
    }
    if (possible.empty() && !formal_possible) {
      leave_unscored();
      return;
    }
    result_.reason = {};
    if (possible.empty()) {
      score_formal();
    } else if (possible.size() == 1 && !formal_possible) {
      score_stage(*possible.front());
    } else {
      score_open_stage(possible, formal_possible);
    }
  }

  // The stage depends on an unknown input: the score lies between the least and the most that any
  // possible stage gives, and one node stands for all.
  void score_open_stage(const std::vector<const Stage*>& possible, bool formal_possible) {
    const Span first = stage_sum(*possible.front()).total;
    const Span formal = formal_possible ? formal_sum().total : first;
    // A formal stage in which nothing is assessed has no score: it is not 0.
    if (!assessed_) {
      add_once(unscored_, stage_needs_);
    }
    if (!assessed_ && possible.size() == 1) {
      score_stage(*possible.front());
      return;
    }
    Span span = assessed_ ? formal : first;
    for (const Stage* stage : possible) {
      const AdjustedResult fixed = stage_sum(*stage);
      span = {min(span.low, fixed.total.low), max(span.high, fixed.total.high)};
    }
    NodeResult node;
    node.id = "stage";
    node.basis = NodeBasis::partial;
    node.score = span;
    node.weight = 1;
    node.contribution = span;
    result_.nodes.clear();
    result_.nodes.push_back(std::move(node));
    result_.adjustments.clear();
    finish(span, "");
  }

  AdjustedResult stage_sum(const Stage& stage) {
    const Rational& points = stage.points.value;
    AdjustedResult adjusted = adjust({points, points}, stage.adjustments, facts_);
    add_once(result_.assumptions, adjusted.assumptions);
    add_missing(result_.missing, adjusted.needs);
    rely(result_.assumptions, stage.points.provenance, &points);
    return adjusted;
  }

  void score_stage(const Stage& stage) {
    AdjustedResult adjusted = stage_sum(stage);
    NodeResult node;
    node.id = stage.node;
    node.basis = NodeBasis::fixed;
    node.score = {stage.points.value, stage.points.value};
    node.weight = 1;
    node.contribution = node.score;
    result_.nodes.clear();
    result_.nodes.push_back(std::move(node));
    result_.adjustments = std::move(adjusted.adjustments);
    finish(adjusted.total, stage.id);
  }

  AdjustedResult formal_sum() {
    TreeResult tree = score_tree(program_, reading_, today_);
    nodes_ = std::move(tree.spans);
    result_.nodes = std::move(tree.nodes);
    for (const std::string_view metric : tree.missing) {
      add_missing(result_.missing, metric);
    }
    add_once(result_.assumptions, tree.assumptions);
    result_.warnings.insert(result_.warnings.end(), tree.warnings.begin(), tree.warnings.end());
    assessed_ = tree.assessed;
    facts_.tree = &result_.nodes;
    facts_.nodes = &nodes_;
    AdjustedResult adjusted = adjust(tree.total, program_.score->adjustments, facts_);
    facts_.tree = nullptr;
    facts_.nodes = nullptr;
    nodes_ = std::move(adjusted.nodes);
    if (assessed_) {
      add_once(result_.assumptions, adjusted.assumptions);
      add_missing(result_.missing, adjusted.needs);
    }
    return adjusted;
  }

  void score_formal() {
    AdjustedResult adjusted = formal_sum();
    if (!assessed_) {
      leave_unscored();
      result_.reason = "nothing_assessed";
      result_.nodes.clear();
      return;
    }
    result_.adjustments = std::move(adjusted.adjustments);
    finish(adjusted.total, program_.score->stage);
    name_method();
    derive();
    find_worst(result_.nodes);
  }

  void name_method() {
    if (program_.score->methods.empty()) {
      return;
    }
    result_.score->method = method_of(program_, reading_);
    const Provenance& provenance = program_.score->method_provenance;
    if (!reading_.method) {
      add_once(result_.assumptions, {Assumption::Place::method,
                                     "",
                                     nullptr,
                                     Assumption::Taken::unsaid,
                                     {},
                                     provenance.status});
    }
  }

  // Keeps the most expensive leaves, dearest first.
  void find_worst(const std::vector<NodeResult>& nodes) {
    constexpr std::size_t kMost = 3;
    for (const NodeResult& node : nodes) {
      find_worst(node.nodes);
      if (!node.nodes.empty() || node.node == nullptr || !node.score.exact() ||
          node.basis == NodeBasis::not_assessed) {
        continue;
      }
      std::vector<const NodeResult*>& worst = result_.worst;
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

  void finish(const Span& total, std::string_view stage) {
    const ScoreRule& rule = *program_.score;
    const auto rounded = [&](const Rational& value) {
      return round_to(value, rule.digits, rule.rounding);
    };
    result_.score =
        ScoreResult{total, {rounded(total.low), rounded(total.high)}, stage, std::nullopt, {}};
    if (is_tie(total.low, rule.digits) || is_tie(total.high, rule.digits)) {
      rely(result_.assumptions, rule.rounding_provenance);
    }
    if (contributions_ == Contributions::itemised) {
      itemise(result_);
    }
  }

  void derive() {
    ScoreResult& score = *result_.score;
    for (const Derived& rule : program_.score->derived) {
      Span of = score.value;
      for (const DerivedResult& known : score.derived) {
        if (known.id == rule.of) {
          of = known.value;
        }
      }
      score.derived.push_back(
          {rule.id, {look_up(rule.curve, of.low).points, look_up(rule.curve, of.high).points}});
      rely(result_.assumptions, rule.curve.provenance);
    }
  }

  void judge_standards() {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < program_.standards.size(); ++i) {
      if (!program_.standards[i].timeline_only) {
        all.push_back(i);
      }
    }
    if (all.empty()) {
      return;
    }
    Judgement judgement = judge(program_, all, reading_);
    result_.verdict = judgement.verdict == JudgementVerdict::pass   ? Truth::yes
                      : judgement.verdict == JudgementVerdict::fail ? Truth::no
                                                                    : Truth::undetermined;
    for (const Finding& finding : judgement.findings) {
      if (!program_.score && !finding.standard->advisory && finding.met == Truth::undetermined) {
        add_missing(result_.missing, finding.needs);
      }
    }
    result_.standards = std::move(judgement.findings);
    result_.needs = std::move(judgement.needs);
    add_once(result_.assumptions, judgement.assumptions);
  }

  // Without a score only the gates that do not ask for it are of interest.
  void judge_gates(bool scored) {
    facts_.score = result_.score ? &*result_.score : nullptr;
    facts_.nodes = nodes_.empty() ? nullptr : &nodes_;
    facts_.missing = &result_.missing;
    Facts unknown = facts_;
    unknown.score = nullptr;
    unknown.tree = &result_.nodes;
    for (const Gate& gate : program_.gates) {
      GateResult result;
      result.gate = &gate;
      const Outcome outcome =
          evaluate(gate.when, gate.exact && result_.basis != Basis::exact ? unknown : facts_,
                   Absent::undetermined, &result.findings);
      result.met = outcome.truth;
      if (!scored && result.met == Truth::undetermined) {
        continue;
      }
      if (outcome.truth == Truth::undetermined) {
        result.needs = outcome.needs;
      } else {
        add_once(result_.assumptions, outcome.assumptions);
      }
      result_.gates.push_back(std::move(result));
    }
  }

  void choose_look_back() {
    std::vector<const Condition*> conditions;
    for (const LookBack& look_back : program_.look_back) {
      conditions.push_back(look_back.when ? &*look_back.when : nullptr);
    }
    result_.look_back = choose(conditions, facts_, result_.assumptions);
    if (result_.look_back.index) {
      rely(result_.assumptions, program_.look_back[*result_.look_back.index].provenance);
    }
  }

  void choose_tier(bool scored) {
    facts_.score = result_.score ? &*result_.score : nullptr;
    facts_.missing = &result_.missing;
    result_.tier = tier_of(facts_, scored, result_.assumptions);
    if (scored && !unscored_.empty()) {
      Choice& tier = result_.tier;
      if (tier.index) {
        tier.possible.push_back(*std::exchange(tier.index, std::nullopt));
      }
      const Choice without = tier_of(facts_, false, result_.assumptions);
      tier.possible.insert(tier.possible.end(), without.possible.begin(), without.possible.end());
      if (without.index) {
        tier.possible.push_back(*without.index);
      }
      add_once(tier.needs, unscored_);
    }
  }

  const Program& program_;
  const Reading& reading_;
  const Reading* today_;
  Contributions contributions_;
  Facts facts_;
  std::vector<std::optional<Span>> nodes_;
  std::vector<Need> stage_needs_;  // inputs that would decide the stage
  std::vector<Need> unscored_;     // inputs that may leave the store without a score
  bool assessed_ = true;
  Assessment result_;
};

}  // namespace

Assessment assess(const Program& program, const Reading& reading, const Reading* today,
                  Contributions contributions) {
  return Assessor(program, reading, today, contributions).run();
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

Judgement judge(const Program& program, const std::vector<std::size_t>& standards,
                const Reading& reading, Advisory advisory) {
  Judgement judgement;
  const Facts facts{program, reading, reading.enrolment};
  bool failed = false;
  bool open = false;
  bool no_score = false;
  bool assessed = false;
  for (const std::size_t index : standards) {
    const Standard& standard = program.standards[index];
    Finding finding;
    const Outcome outcome = evaluate(standard, facts, finding);
    const bool counts = advisory == Advisory::counts || !standard.advisory;
    if (counts && !finding.not_assessed) {
      assessed = true;
      failed = failed || outcome.truth == Truth::no;
      open = open || outcome.truth == Truth::undetermined;
      no_score = no_score || finding.input->state == InputState::no_score;
      if (outcome.truth == Truth::undetermined) {
        add_once(judgement.needs, outcome.needs);
      }
    }
    add_once(judgement.assumptions, outcome.assumptions);
    judgement.findings.push_back(std::move(finding));
  }
  judgement.verdict = no_score || !assessed ? JudgementVerdict::not_assessed
                      : failed              ? JudgementVerdict::fail
                      : open                ? JudgementVerdict::undetermined
                                            : JudgementVerdict::pass;
  if (judgement.verdict != JudgementVerdict::undetermined) {
    judgement.needs.clear();
  }
  return judgement;
}

}  // namespace shopgauge

// Puts a compiled program together, or says what stands in the way.

#include <utility>

#include "core/scoring/assess.h"
#include "core/scoring/compile_choose_unit.h"
#include "core/scoring/compile_estimates.h"
#include "core/scoring/compile_sums.h"
#include "core/scoring/compile_tests.h"
#include "core/scoring/compile_tree.h"
#include "core/scoring/compile_units.h"
#include "core/scoring/compiled_plan.h"

namespace shopgauge {
namespace {

using namespace compiled;  // NOLINT: the parts exist for this file

// The metrics that some test, leaf, change or standard reads.
void mark_used(CompiledProgram::Plan& plan) {
  plan.used.assign(plan.program->metrics.size(), 0);
  for (const Test& test : plan.tests) {
    if (test.kind == Test::Kind::metric || test.kind == Test::Kind::count ||
        test.kind == Test::Kind::sample) {
      plan.used[test.index] = 1;
    }
  }
  for (const Leaf& leaf : plan.leaves) {
    plan.used[leaf.metric] = 1;
  }
  const auto mark_changes = [&](const Sum& sum) {
    for (const Change& change : sum.changes) {
      if (change.kind == Change::Kind::per_event) {
        plan.used[change.metric] = 1;
      }
    }
  };
  for (const Variant& variant : plan.variants) {
    mark_changes(variant.sum);
  }
  for (const FixedStage& stage : plan.stages) {
    mark_changes(stage.sum);
  }
  for (const std::size_t metric : plan.standard_metrics) {
    plan.used[metric] = 1;
  }
}

class Compiler {
 public:
  Compiler(const Program& program, const Reading& shop, const Reading* today)
      : program_(program), plan_(std::make_unique<CompiledProgram::Plan>()), tests_(*plan_) {
    plan_->program = &program;
    plan_->shop = shop;
    if (today != nullptr) {
      plan_->today = *today;
    }
  }

  Compilation run() {
    plan_->applicable = !not_applicable(program_, plan_->shop.enrolment).has_value();
    plan_->scored = program_.score.has_value();
    check_inputs(plan_->shop);
    if (plan_->today) {
      check_inputs(*plan_->today);
    }
    if (plan_->scored) {
      plan_->digits = program_.score->digits;
      make_score();
    }
    if (reason_ == nullptr) {
      make_standards();
      make_gates();
      make_tiers();
      make_bounds();
      mark_used(*plan_);
    }
    if (tests_.failed()) {
      fail("a threshold takes more than 64 bits");
    }
    Compilation made;
    if (reason_ != nullptr) {
      made.reason = reason_;
    } else {
      made.program.emplace(std::move(plan_));
    }
    return made;
  }

 private:
  void fail(const char* reason) { reason_ = reason_ == nullptr ? reason : reason_; }

  void make_score() {
    const ScoreRule& rule = *program_.score;
    plan_->rounding = rule.rounding;
    plan_->rounding_estimated = makes_estimate(rule.rounding_provenance.status);
    if (rule.stages.size() > kMostStages) {
      return fail("too many stages");
    }
    if (rule.digits > 9) {
      return fail("too many digits");
    }
    for (const Exclusion& exclusion : rule.not_scored) {
      plan_->not_scored.push_back(tests_.condition(exclusion.when, Absent::not_applied));
    }
    plan_->leaf_of_node.assign(rule.node_count, kNone);
    list_leaves(rule.nodes);
    if (plan_->optional.size() > kMostOptional) {
      return fail("too many optional indicators");
    }
    const UnitChoice choice = choose_unit(*plan_);
    if (choice.reason != nullptr) {
      fail(choice.reason);
    }
    if (reason_ != nullptr) {
      return;
    }
    plan_->unit = choice.unit;
    set_leaves(rule.nodes);
    make_variants();
    make_stages();
    // All tests so far decide whether there is a score, and which.
    for (std::size_t test = 0; test < plan_->tests.size(); ++test) {
      plan_->needed.push_back(test);
    }
  }

  void check_inputs(const Reading& reading) {
    for (const Input& input : reading.metrics) {
      if (!input.value.is_small()) {
        fail("a value of the reading takes more than 64 bits");
      }
    }
  }

  // The leaves in the order of the nodes, with what does not need the unit.
  void list_leaves(const std::vector<Node>& group) {
    for (const Node& node : group) {
      list_leaves(node.nodes);
      const NodeReading& reading = plan_->shop.nodes[node.index];
      if (reading.given && (*reading.given < node.lowest || *reading.given > node.highest)) {
        fail("a given score lies outside the node's range");
      }
      if (node.kind != NodeKind::indicator) {
        continue;
      }
      Leaf leaf;
      leaf.node = node.index;
      leaf.metric = node.metric;
      leaf.optional = node.optional;
      if (node.flat) {
        leaf.flat = tests_.condition(node.flat->when, Absent::not_applied);
      }
      if (node.flat && node.optional) {
        fail("an optional indicator may be flat");
      }
      if (node.optional) {
        plan_->optional.push_back(plan_->leaves.size());
      }
      plan_->leaf_of_node[node.index] = plan_->leaves.size();
      plan_->leaves.push_back(std::move(leaf));
    }
  }

  [[nodiscard]] unsigned variant_count() const { return 1U << plan_->optional.size(); }

  void set_leaves(const std::vector<Node>& group) {
    for (const Node& node : group) {
      set_leaves(node.nodes);
      if (node.kind == NodeKind::indicator) {
        set_leaf(node, plan_->leaves[plan_->leaf_of_node[node.index]]);
      }
    }
  }

  void set_leaf(const Node& node, Leaf& leaf) {
    const NodeReading& reading = plan_->shop.nodes[node.index];
    const Curve* curve = curve_of(node, reading);
    if (!set_curve(node, curve, plan_->unit, leaf)) {
      fail("a curve has too large numbers");
    }
    if (node.flat) {
      leaf.flat_points = in_units(node.flat->points.value, plan_->unit);
    }
    if (reading.calibrated) {
      const auto first = curve->knots.front().x.small();
      const auto last = curve->knots.back().x.small();
      if (!first || !last) {
        return fail("a pair takes more than 64 bits");
      }
      leaf.calibrated = true;
      leaf.may_estimate = true;
      leaf.first = *first;
      leaf.last = *last;
      leaf.better_above = program_.metrics[node.metric].higher_is_better;
    }
    if (!reading.table) {
      leaf.estimated = (node.curve.kind != Curve::Kind::identity &&
                        makes_estimate(node.curve.provenance.status)) ||
                       (node.curve.kind == Curve::Kind::benchmarks &&
                        (is_estimate(node.curve.excellent, plan_->shop) ||
                         is_estimate(node.curve.poor, plan_->shop)));
    }
  }

  void make_variants() {
    const ScoreRule& rule = *program_.score;
    const bool method = !rule.methods.empty() && !plan_->shop.method &&
                        makes_estimate(rule.method_provenance.status);
    const std::vector<std::size_t> tests = tests_of(rule.adjustments);
    for (unsigned absent = 0; absent < variant_count(); ++absent) {
      Variant variant = TreeMaker(*plan_, absent).make();
      variant.estimated = variant.estimated || method;
      set_sum(rule.adjustments, tests, &variant, variant.sum);
      plan_->variants.push_back(std::move(variant));
    }
    plan_->may_estimate = may_estimate(rule.nodes, *plan_) ||
                          is_estimate(rule.not_scored, plan_->shop) ||
                          is_estimate(rule.adjustments, plan_->shop);
  }

  // `variant`: null for a stage, which has no nodes.
  void set_sum(const std::vector<Adjustment>& rules, const std::vector<std::size_t>& tests,
               const Variant* variant, Sum& sum) {
    if (!set_changes(*plan_, rules, tests, variant, sum)) {
      fail("points for a part that the compiled form cannot move");
    }
  }

  void make_stages() {
    for (const Stage& stage : program_.score->stages) {
      FixedStage made;
      made.when = tests_.condition(stage.when, Absent::not_applied);
      for (const Exclusion& exclusion : stage.not_scored) {
        made.not_scored.push_back(tests_.condition(exclusion.when, Absent::not_applied));
      }
      made.points = in_units(stage.points.value, plan_->unit);
      set_sum(stage.adjustments, tests_of(stage.adjustments), nullptr, made.sum);
      plan_->stages.push_back(std::move(made));
      plan_->may_estimate = true;
    }
  }

  // The condition of each rule, or kNone.
  std::vector<std::size_t> tests_of(const std::vector<Adjustment>& rules) {
    std::vector<std::size_t> tests;
    for (const Adjustment& rule : rules) {
      const bool asks =
          rule.kind == Adjustment::Kind::conditional || rule.kind == Adjustment::Kind::bands;
      tests.push_back(asks ? tests_.condition(rule.when, Absent::not_applied) : kNone);
    }
    return tests;
  }

  void make_standards() {
    for (const Standard& standard : program_.standards) {
      if (standard.timeline_only) {
        continue;
      }
      plan_->judges = true;
      if (standard.advisory || tests_.is_not_assessed(standard.comparison)) {
        continue;
      }
      plan_->verdict_assessed = true;
      plan_->standards.push_back(tests_.standard(standard));
      plan_->standard_metrics.push_back(standard.comparison.index);
    }
  }

  void make_gates() {
    for (const Gate& gate : program_.gates) {
      plan_->exact_gates = plan_->exact_gates || gate.exact;
      plan_->gates.push_back(tests_.condition(gate.when, Absent::undetermined, gate.exact));
    }
  }

  void make_tiers() {
    for (std::size_t i = 0; i < program_.tiers.size(); ++i) {
      const Tier& tier = program_.tiers[i];
      plan_->tiers.push_back(
          {i, tier.when ? tests_.condition(*tier.when, Absent::undetermined) : kNone,
           tier.not_scored});
    }
    if (program_.tiers.size() >= kTierOpen) {
      fail("too many tiers");
    }
  }

  // Thresholds of scores that are not rounded, in the unit of each variant.
  void make_bounds() {
    for (Variant& variant : plan_->variants) {
      variant.bounds.resize(plan_->tests.size());
      for (std::size_t i = 0; i < plan_->tests.size(); ++i) {
        const Test& test = plan_->tests[i];
        if (test.kind != Test::Kind::unrounded && test.kind != Test::Kind::node) {
          continue;
        }
        const std::int64_t scale =
            test.kind == Test::Kind::node ? variant.scale[test.index] : variant.sum.scale;
        const auto bound = bound_of(test.comparison, test.threshold * plan_->unit * scale);
        if (!bound) {
          return fail("a threshold of a score takes more than 64 bits");
        }
        variant.bounds[i] = *bound;
      }
    }
  }

  const Program& program_;
  std::unique_ptr<CompiledProgram::Plan> plan_;
  TestMaker tests_;
  const char* reason_ = nullptr;
};

}  // namespace

CompiledProgram::CompiledProgram(std::unique_ptr<const Plan> plan) : plan_(std::move(plan)) {}
CompiledProgram::CompiledProgram(CompiledProgram&& other) noexcept = default;
CompiledProgram& CompiledProgram::operator=(CompiledProgram&& other) noexcept = default;
CompiledProgram::~CompiledProgram() = default;

int CompiledProgram::digits() const { return plan_->digits; }

Compilation compile(const Program& program, const Reading& shop, const Reading* today) {
  const RationalScope scope;
  return Compiler(program, shop, today).run();
}

}  // namespace shopgauge

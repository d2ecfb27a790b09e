// Puts every number of an adjustment into the unit of its sum.

#include "core/scoring/compile_sums.h"

#include <algorithm>
#include <utility>

#include "core/scoring/compile_units.h"

namespace shopgauge::compiled {
namespace {

// The most points that events without a limit may bring; more goes the exact way.
constexpr std::int64_t kMostEventPoints = 1'000'000;

Rational most_of_events(const Program& program, const Adjustment& rule) {
  const auto& highest = program.metrics[rule.metric].highest;
  return rule.limit ? abs(*rule.limit)
         : highest  ? abs(rule.points.value * *highest)
                    : Rational(kMostEventPoints);
}

class SumMaker {
 public:
  SumMaker(const CompiledProgram::Plan& plan, const Variant* variant, Sum& sum)
      : plan_(plan), variant_(variant), sum_(sum) {}

  bool run(const std::vector<Adjustment>& rules, const std::vector<std::size_t>& tests) {
    sum_.digit = plan_.unit / power_of_ten(plan_.digits) * sum_.scale;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      Change change;
      change.test = tests[i];
      change.scale = sum_.scale;
      if (set_change(rules[i], change)) {
        sum_.changes.push_back(std::move(change));
      }
    }
    return !failed_;
  }

 private:
  [[nodiscard]] std::int64_t in_sum(const Rational& number) const {
    return in_units(number, plan_.unit) * sum_.scale;
  }

  // False where the rule changes nothing.
  bool set_change(const Adjustment& rule, Change& change) {
    switch (rule.kind) {
      case Adjustment::Kind::conditional:
        change.points = in_sum(rule.points.value);
        return rule.node.empty() || set_node(rule, change);
      case Adjustment::Kind::per_event:
        set_events(rule, change);
        return true;
      case Adjustment::Kind::bands:
        change.kind = Change::Kind::bands;
        for (const Band& band : rule.bands) {
          const std::int64_t to = in_sum(band.shown_below) - sum_.digit;
          change.bands.push_back({in_sum(band.at_least), in_sum(band.shown_from), to});
        }
        return true;
      case Adjustment::Kind::at_most:
      case Adjustment::Kind::at_least:
        change.kind =
            rule.kind == Adjustment::Kind::at_most ? Change::Kind::at_most : Change::Kind::at_least;
        change.points = in_sum(rule.points.value);
        return true;
    }
    broken_precondition();
  }

  // False where the node does not get the points: it is given or not assessed.
  bool set_node(const Adjustment& rule, Change& change) {
    const Node* node = find_node(plan_.program->score->nodes, rule.node);
    if (variant_ == nullptr || variant_->present[node->index] == 0 ||
        plan_.shop.nodes[node->index].given) {
      return false;
    }
    const auto part = std::find_if(variant_->top.begin(), variant_->top.end(),
                                   [&](const Part& one) { return one.score == node->index; });
    if (part == variant_->top.end()) {
      return false;
    }
    if (variant_->minimum || node->kind == NodeKind::indicator) {
      failed_ = true;
      return false;
    }
    const std::int64_t scale = variant_->scale[node->index];
    change.kind = Change::Kind::to_node;
    change.score = node->index;
    change.weight = part->weight;
    change.points = in_units(rule.points.value, plan_.unit) * scale;
    change.lowest = in_units(node->lowest, plan_.unit) * scale;
    change.highest = in_units(node->highest, plan_.unit) * scale;
    return true;
  }

  void set_events(const Adjustment& rule, Change& change) {
    const Metric& metric = plan_.program->metrics[rule.metric];
    const Rational open = rule.limit ? *rule.limit : rule.points.value * metric.highest.value_or(0);
    const Rational most = most_of_events(*plan_.program, rule);
    change.kind = Change::Kind::per_event;
    change.metric = rule.metric;
    change.rise = in_units(rule.points.value, plan_.unit);
    change.limited = rule.limit.has_value();
    change.limit = in_units(rule.limit.value_or(0), plan_.unit);
    change.open = in_sum(open);
    change.most = to_int64(truncate(most * plan_.unit)).value_or(0);
    sum_.slack += sum_.scale;
  }

  const CompiledProgram::Plan& plan_;
  const Variant* variant_;
  Sum& sum_;
  bool failed_ = false;
};

}  // namespace

Rational most_of(const Program& program, const std::vector<Adjustment>& rules) {
  Rational most;
  for (const Adjustment& rule : rules) {
    most += rule.kind == Adjustment::Kind::per_event ? most_of_events(program, rule)
                                                     : abs(rule.points.value);
    for (const Band& band : rule.bands) {
      most += abs(band.at_least) + abs(band.shown_from) + abs(band.shown_below);
    }
  }
  return most;
}

bool set_changes(const CompiledProgram::Plan& plan, const std::vector<Adjustment>& rules,
                 const std::vector<std::size_t>& tests, const Variant* variant, Sum& sum) {
  return SumMaker(plan, variant, sum).run(rules, tests);
}

}  // namespace shopgauge::compiled

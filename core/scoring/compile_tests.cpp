// Settles everything about a comparison that the shop alone decides: its target, and its truth for
// each state of the input.

#include "core/scoring/compile_tests.h"

#include <algorithm>
#include <utility>

namespace shopgauge::compiled {
namespace {

Tri tri(bool truth) { return truth ? kYes : kNo; }

std::array<Tri, 5> every(Tri truth) { return {truth, truth, truth, truth, truth}; }

Tri& at(std::array<Tri, 5>& truths, InputState state) {
  return truths[static_cast<std::size_t>(state)];
}

}  // namespace

std::optional<Bound> bound_of(Operator comparison, const Rational& target) {
  const bool above = comparison == Operator::above || comparison == Operator::at_most;
  const Rational whole = floor_to(target, 0);
  const auto least = to_int64(above || !target.is_integer() ? whole + 1 : whole);
  if (!least) {
    return std::nullopt;
  }
  return Bound{*least, comparison == Operator::at_most || comparison == Operator::below};
}

// What a number is compared with. `fixed`: the truth whatever the number, or kCompare.
struct TestMaker::Target {
  Tri fixed = kCompare;
  Operator comparison = Operator::is;
  Rational value;

  [[nodiscard]] Tri without_number() const { return fixed == kYes ? kYes : kOpen; }
  [[nodiscard]] Tri of(const Rational& number) const {
    return fixed == kCompare ? tri(holds(number, comparison, value)) : fixed;
  }
};

TestMaker::Target TestMaker::target_of(const Comparison& comparison) const {
  Target target;
  target.comparison = comparison.comparison;
  if (comparison.comparison == Operator::is) {
    target.value = comparison.truth ? 1 : 0;
    return target;
  }
  const Threshold& threshold = comparison.threshold;
  const ProfileNumber* own =
      threshold.profile.empty() ? nullptr : find_in(plan_.shop.profile, threshold.profile);
  if (own != nullptr) {
    target.fixed = own->kind == ProfileNumber::Kind::not_assessed ? kYes : kCompare;
    target.comparison =
        own->kind == ProfileNumber::Kind::positive ? Operator::above : comparison.comparison;
    target.value = own->value;
  } else if (threshold.figure) {
    target.value = threshold.figure->value;
  } else {
    target.fixed = kOpen;
  }
  return target;
}

bool TestMaker::is_not_assessed(const Comparison& comparison) const {
  return target_of(comparison).fixed == kYes;
}

std::size_t TestMaker::add(Test test) {
  plan_.tests.push_back(std::move(test));
  return plan_.tests.size() - 1;
}

std::size_t TestMaker::join(Test::Kind kind, std::vector<std::size_t> parts) {
  Test test;
  test.kind = kind;
  for (const std::size_t part : parts) {
    test.of_score = test.of_score || plan_.tests[part].of_score;
  }
  test.parts = std::move(parts);
  return add(std::move(test));
}

std::size_t TestMaker::condition(const Condition& condition, Absent absent, bool if_exact) {
  if (condition.kind == Condition::Kind::compare) {
    return comparison(condition.comparison, absent, if_exact);
  }
  std::vector<std::size_t> parts;
  for (const Condition& part : condition.parts) {
    parts.push_back(this->condition(part, absent, if_exact));
  }
  return join(condition.kind == Condition::Kind::all ? Test::Kind::all : Test::Kind::any,
              std::move(parts));
}

std::size_t TestMaker::standard(const Standard& standard) {
  const std::size_t own = comparison(standard.comparison, Absent::undetermined, false);
  if (standard.alternatives.empty()) {
    return own;
  }
  std::vector<std::size_t> parts = {own};
  for (const Comparison& alternative : standard.alternatives) {
    Test unmet;  // an alternative that such stores are not assessed by meets nothing
    unmet.known = kNo;
    parts.push_back(is_not_assessed(alternative)
                        ? add(std::move(unmet))
                        : comparison(alternative, Absent::undetermined, false));
  }
  return join(Test::Kind::any, std::move(parts));
}

std::size_t TestMaker::comparison(const Comparison& comparison, Absent absent, bool if_exact) {
  Test test;
  test.index = comparison.index;
  test.if_exact = if_exact;
  const Target target = target_of(comparison);
  switch (comparison.subject) {
    case Subject::metric:
      of_metric(comparison, absent, target, test);
      break;
    case Subject::count_of:
    case Subject::sample_of:
      of_count(comparison, absent, target, test);
      break;
    case Subject::score_value:
    case Subject::score_unrounded:
      of_score(comparison, target, test);
      break;
    case Subject::node:
      of_node(comparison, target, test);
      break;
    case Subject::enrolment:
      of_word(comparison, absent, test);
      break;
    case Subject::stage:
      of_stage(comparison, test);
      break;
  }
  return add(std::move(test));
}

// For metrics and counts, which are fractions or whole numbers.
void TestMaker::set_target(const Target& target, Test& test) {
  test.comparison = target.comparison;
  const std::optional<Bound> bound = bound_of(target.comparison, target.value);
  if (!target.value.small() || !bound) {
    failed_ = true;
    return;
  }
  test.target = *target.value.small();
  test.bound = *bound;
}

void TestMaker::of_metric(const Comparison& comparison, Absent absent, const Target& target,
                          Test& test) {
  const Metric& metric = plan_.program->metrics[comparison.index];
  test.kind = Test::Kind::metric;
  set_target(target, test);
  test.by_state = every(target.without_number());
  at(test.by_state, InputState::value) = target.fixed;
  if (metric.if_absent) {
    at(test.by_state, InputState::absent) = target.of(*metric.if_absent);
  } else if (absent == Absent::not_applied) {
    at(test.by_state, InputState::absent) = kNo;
  }
  if (comparison.no_sample_met) {
    at(test.by_state, InputState::no_sample) = kYes;
  }
}

void TestMaker::of_count(const Comparison& comparison, Absent absent, const Target& target,
                         Test& test) {
  test.kind = comparison.subject == Subject::count_of ? Test::Kind::count : Test::Kind::sample;
  set_target(target, test);
  const MetricKind kind = plan_.program->metrics[comparison.index].kind;
  test.countable =
      kind == MetricKind::rate || (kind == MetricKind::mean && test.kind == Test::Kind::sample);
  test.known = target.fixed;
  const Tri without = target.without_number();
  test.by_state = every(absent == Absent::not_applied ? kNo : without);
  at(test.by_state, InputState::unknown) = without;
}

void TestMaker::of_score(const Comparison& comparison, const Target& target, Test& test) {
  const bool shown = comparison.subject == Subject::score_value;
  test.kind = shown ? Test::Kind::shown : Test::Kind::unrounded;
  test.of_score = true;
  test.known = target.fixed;
  test.unknown = target.without_number();
  test.comparison = target.comparison;
  test.threshold = target.value;
  const auto bound = bound_of(target.comparison, target.value * power_of_ten(plan_.digits));
  failed_ = failed_ || !bound || target.comparison == Operator::is;
  test.bound = bound.value_or(Bound());
}

void TestMaker::of_node(const Comparison& comparison, const Target& target, Test& test) {
  const auto& given = plan_.shop.nodes[comparison.index].given;
  test.kind = Test::Kind::node;
  test.of_score = true;
  test.known = target.fixed;
  test.unknown = given ? target.of(*given) : target.without_number();
  test.comparison = target.comparison;
  test.threshold = target.value;
  failed_ = failed_ || target.comparison == Operator::is;
}

void TestMaker::of_word(const Comparison& comparison, Absent absent, Test& test) const {
  const std::string_view* word = find_in(plan_.shop.enrolment.words, comparison.id);
  test.known = word != nullptr                 ? tri(*word == comparison.word)
               : absent == Absent::not_applied ? kNo
                                               : kOpen;
}

void TestMaker::of_stage(const Comparison& comparison, Test& test) const {
  test.kind = Test::Kind::stage;
  test.of_score = true;
  test.by_stage.fill(kOpen);
  if (!plan_.program->score) {
    return;
  }
  const ScoreRule& rule = *plan_.program->score;
  const auto set = [&](std::size_t place, std::string_view stage) {
    test.by_stage[place] = stage.empty() ? kOpen : tri(stage == comparison.word);
  };
  set(1, rule.stage);
  for (std::size_t i = 0; i < std::min(rule.stages.size(), kMostStages); ++i) {
    set(i + 2, rule.stages[i].id);
  }
}

}  // namespace shopgauge::compiled

// Multiplies out what is all or any of something.

#include "core/outlook/terms.h"

#include <algorithm>

#include "core/outlook/search.h"
#include "core/scoring/condition.h"

namespace shopgauge {
namespace {

using Terms = std::vector<Term>;  // any of them

// More are not looked at one by one.
constexpr std::size_t kMostTerms = 256;

class Splitter {
 public:
  Splitter(const Quest& quest, const std::vector<const Scale*>& levers)
      : quest_(quest),
        levers_(levers),
        facts_{quest.program(), quest.today(), quest.today().enrolment} {}

  [[nodiscard]] Term free() const { return {Steps(levers_.size(), 0), {}}; }

  // The sum that is shown as such a score or more.
  [[nodiscard]] SumGoal shown(const Rational& score) const {
    const ScoreRule& rule = *quest_.program().score;
    const Rational unit = Rational(1) / power_of_ten(rule.digits);
    const Rational places = score / unit;
    const Rational whole = truncate(places);
    const Rational value = (places > whole ? whole + 1 : whole) * unit;
    switch (rule.rounding) {
      case Rounding::half_up:
      case Rounding::half_even:
        return {std::nullopt, value - unit / 2};
      case Rounding::down:
        return {std::nullopt, value};
      case Rounding::up:
        return {std::nullopt, value - unit};
    }
    broken_precondition();
  }

  [[nodiscard]] Terms of(const Condition& condition) const {
    if (condition.kind == Condition::Kind::compare) {
      return of(condition.comparison);
    }
    const bool all = condition.kind == Condition::Kind::all;
    Terms terms = all ? Terms{free()} : Terms();
    for (const Condition& part : condition.parts) {
      terms = all ? both(terms, of(part)) : either(terms, of(part));
    }
    return terms;
  }

  [[nodiscard]] Terms of(const Standard& standard) const {
    Terms terms = of(standard.comparison);
    for (const Comparison& other : standard.alternatives) {
      terms = either(terms, of(other));
    }
    return terms;
  }

  static Terms either(Terms terms, const Terms& others) {
    terms.insert(terms.end(), others.begin(), others.end());
    return terms;
  }

  static Terms both(const Terms& first, const Terms& second) {
    Terms terms;
    for (const Term& one : first) {
      for (const Term& other : second) {
        if (terms.size() < kMostTerms) {
          terms.push_back(joined(one, other));
        }
      }
    }
    return terms;
  }

 private:
  static Term joined(Term term, const Term& other) {
    for (std::size_t i = 0; i < term.least.size(); ++i) {
      term.least[i] = std::max(term.least[i], other.least[i]);
    }
    for (const SumGoal& sum : other.sums) {
      if (std::find(term.sums.begin(), term.sums.end(), sum) == term.sums.end()) {
        term.sums.push_back(sum);
      }
    }
    return term;
  }

  [[nodiscard]] Terms of(const Comparison& comparison) const {
    const bool lower =
        comparison.comparison == Operator::at_least || comparison.comparison == Operator::above;
    const std::optional<Rational> target = threshold_of(comparison, quest_.today());
    switch (comparison.subject) {
      case Subject::score_value:
      case Subject::score_unrounded:
      case Subject::node: {
        Term term = free();
        if (lower && target) {
          term.sums.push_back(comparison.subject == Subject::score_value ? shown(*target)
                              : comparison.subject == Subject::node
                                  ? SumGoal{comparison.index, *target}
                                  : SumGoal{std::nullopt, *target});
        }
        return {term};
      }
      case Subject::stage:
        return {free()};
      case Subject::metric:
      case Subject::count_of:
      case Subject::sample_of:
      case Subject::enrolment:
        break;
    }
    Finding finding;
    const Outcome today = evaluate(comparison, facts_, Absent::undetermined, finding);
    if (today.truth == Truth::yes || finding.not_assessed) {
      return {free()};
    }
    return comparison.subject == Subject::metric ? by_steps(comparison, target, finding) : Terms();
  }

  [[nodiscard]] Terms by_steps(const Comparison& comparison, const std::optional<Rational>& target,
                               const Finding& finding) const {
    for (std::size_t i = 0; i < levers_.size(); ++i) {
      const Scale& scale = *levers_[i];
      if (scale.metric() != comparison.index) {
        continue;
      }
      const bool flag = comparison.comparison == Operator::is;
      if (!flag && !target) {
        return {};
      }
      const auto meets = [&](std::int64_t count) {
        const Rational value = *scale.after(count);
        return flag ? value.is_zero() != comparison.truth
                    : holds(value, finding.positive ? Operator::above : comparison.comparison,
                            finding.positive ? Rational() : *target);
      };
      const std::int64_t last = scale.last_step();
      const auto first = last > 0 ? first_between(0, last, meets) : std::nullopt;
      Term term = free();
      term.least[i] = first.value_or(0);
      return first ? Terms{term} : Terms();
    }
    return {};
  }

  const Quest& quest_;
  const std::vector<const Scale*>& levers_;
  Facts facts_;
};

}  // namespace

std::vector<Term> terms_of(const Quest& quest, const std::vector<const Scale*>& levers) {
  const Splitter splitter(quest, levers);
  const Goal& goal = quest.goal();
  if (goal.kind == Goal::Kind::gate) {
    return splitter.of(quest.program().gates[goal.index].when);
  }
  Terms terms{splitter.free()};
  if (goal.kind == Goal::Kind::score) {
    terms.front().sums.push_back(splitter.shown(goal.value));
    return terms;
  }
  for (const Finding& finding : quest.now().standards) {
    if (!finding.standard->advisory && !finding.not_assessed && finding.met != Truth::yes) {
      terms = Splitter::both(terms, splitter.of(*finding.standard));
    }
  }
  return terms;
}

}  // namespace shopgauge

// Compares what is known with what is wanted, and joins the answers.

#include "core/scoring/condition.h"

#include <utility>

#include "core/scoring/tree.h"

namespace shopgauge {
namespace {

Assumption assumed_number(Assumption::Place place, std::string_view id, const Rational& number,
                          std::optional<Status> status) {
  return {place, id, nullptr, Assumption::Taken::number, number, status};
}

Assumption not_applied(Assumption::Place place, std::string_view id) {
  return {place, id, nullptr, Assumption::Taken::no, {}, std::nullopt};
}

Truth compare(const Span& observed, Operator comparison, const Rational& target) {
  const bool low = holds(observed.low, comparison, target);
  const bool high = holds(observed.high, comparison, target);
  return low != high ? Truth::undetermined : low ? Truth::yes : Truth::no;
}

// The shop's number, or the program's, which is then listed.
std::optional<Rational> resolve(const Threshold& threshold, const Facts& facts, Outcome& outcome,
                                Finding& finding) {
  if (!threshold.profile.empty()) {
    if (const ProfileNumber* own = find_in(facts.reading.profile, threshold.profile)) {
      finding.positive = own->kind == ProfileNumber::Kind::positive;
      finding.not_assessed = own->kind == ProfileNumber::Kind::not_assessed;
      if (own->rows != nullptr) {
        rely(outcome.assumptions, own->rows->provenance, &own->value);
        finding.source = own->rows->provenance.source;
      }
      return own->value;
    }
    if (!threshold.figure) {
      outcome.needs.push_back({Need::Kind::profile, threshold.profile});
      return std::nullopt;
    }
    outcome.assumptions.push_back(assumed_number(Assumption::Place::profile, threshold.profile,
                                                 threshold.figure->value,
                                                 threshold.figure->provenance.status));
    return threshold.figure->value;
  }
  const Figure& figure = *threshold.figure;
  rely(outcome.assumptions, figure.provenance, &figure.value);
  return figure.value;
}

void compare_numbers(const Comparison& comparison, const std::optional<Span>& observed,
                     const Facts& facts, Outcome& outcome, Finding& finding) {
  finding.target = comparison.comparison == Operator::is
                       ? std::optional<Rational>(comparison.truth ? 1 : 0)
                       : resolve(comparison.threshold, facts, outcome, finding);
  if (finding.not_assessed) {
    outcome.truth = Truth::yes;
    outcome.needs.clear();
    return;
  }
  if (!observed || !finding.target) {
    return;
  }
  outcome.truth = compare(*observed, finding.positive ? Operator::above : comparison.comparison,
                          *finding.target);
  if (observed->exact() && comparison.comparison != Operator::is) {
    const bool floor =
        comparison.comparison == Operator::at_least || comparison.comparison == Operator::above;
    finding.margin = floor ? observed->low - *finding.target : *finding.target - observed->low;
  }
}

void compare_metric(const Comparison& comparison, const Facts& facts, Absent absent,
                    Outcome& outcome, Finding& finding) {
  const Metric& metric = facts.program.metrics[comparison.index];
  const Input& input = facts.reading.metrics[comparison.index];
  finding.id = metric.id;
  finding.input = &input;
  std::optional<Span> observed;
  if (input.state == InputState::value) {
    observed = Span{input.value, input.value};
  } else if (input.state == InputState::absent && metric.if_absent) {
    observed = Span{*metric.if_absent, *metric.if_absent};
    Assumption taken =
        assumed_number(Assumption::Place::metric, metric.id, *metric.if_absent, std::nullopt);
    if (metric.kind == MetricKind::flag) {
      taken.taken = metric.if_absent->is_zero() ? Assumption::Taken::no : Assumption::Taken::yes;
    }
    outcome.assumptions.push_back(taken);
  } else if (input.state == InputState::absent && absent == Absent::not_applied) {
    outcome.assumptions.push_back(not_applied(Assumption::Place::metric, metric.id));
    outcome.truth = Truth::no;
    return;
  } else {
    outcome.needs.push_back({Need::Kind::metric, metric.id});
  }
  compare_numbers(comparison, observed, facts, outcome, finding);
  if (input.state == InputState::no_sample && comparison.no_sample_met) {
    outcome.truth = Truth::yes;
    outcome.needs.clear();
  }
}

// The number of events or cases behind a rate or mean, which only counts tell.
void compare_count(const Comparison& comparison, const Facts& facts, Absent absent,
                   Outcome& outcome, Finding& finding) {
  const Input& input = facts.reading.metrics[comparison.index];
  finding.id = facts.program.metrics[comparison.index].id;
  const Json* count = nullptr;
  const bool events = comparison.subject == Subject::count_of;
  if (input.given != nullptr) {
    count = input.given->find(events ? "num" : "den");
    count = count == nullptr && !events ? input.given->find("n") : count;
  }
  if (count != nullptr) {
    finding.observed = Span{count->number, count->number};
  } else if (absent == Absent::not_applied && input.state != InputState::unknown) {
    if (input.state == InputState::absent) {
      outcome.assumptions.push_back(not_applied(Assumption::Place::metric, finding.id));
    }
    outcome.truth = Truth::no;
    return;
  } else {
    outcome.needs.push_back({Need::Kind::metric, finding.id});
  }
  compare_numbers(comparison, finding.observed, facts, outcome, finding);
}

// What makes an estimated score the shop's own: its parts as the back office has them, its weights
// and its method.
void need_own_numbers(const Facts& facts, std::vector<Need>& needs) {
  const bool weighed = method_of(facts.program, facts.reading) == Method::weighted;
  for (const NodeResult& node : *facts.tree) {
    if (node.node == nullptr || node.basis == NodeBasis::not_assessed) {
      continue;
    }
    if (node.basis != NodeBasis::given) {
      needs.push_back({Need::Kind::given, node.id});
    }
    if (weighed && !facts.reading.nodes[node.node->index].weight &&
        makes_estimate(node.node->weight.provenance.status)) {
      needs.push_back({Need::Kind::weight, node.id});
    }
  }
  const ScoreRule& rule = *facts.program.score;
  if (!facts.reading.method && !rule.methods.empty() &&
      makes_estimate(rule.method_provenance.status)) {
    needs.push_back({Need::Kind::profile, "method"});
  }
}

// The metrics that leave the score open.
void need_missing(const Facts& facts, std::vector<Need>& needs) {
  for (std::size_t i = 0; facts.missing != nullptr && i < facts.missing->size(); ++i) {
    needs.push_back({Need::Kind::metric, (*facts.missing)[i]});
  }
}

void compare_score(const Comparison& comparison, const Facts& facts, Outcome& outcome,
                   Finding& finding) {
  const bool shown = comparison.subject == Subject::score_value;
  finding.id = shown ? "value" : "unrounded";
  if (facts.score != nullptr) {
    finding.observed = shown ? facts.score->value : facts.score->unrounded;
  }
  compare_numbers(comparison, finding.observed, facts, outcome, finding);
  if (outcome.truth != Truth::undetermined) {
    return;
  }
  need_missing(facts, outcome.needs);
  if (facts.tree != nullptr) {
    need_own_numbers(facts, outcome.needs);
  }
}

void compare_node(const Comparison& comparison, const Facts& facts, Outcome& outcome,
                  Finding& finding) {
  finding.id = comparison.id;
  if (facts.nodes != nullptr) {
    finding.observed = (*facts.nodes)[comparison.index];
  }
  const std::optional<Rational>& given = facts.reading.nodes[comparison.index].given;
  if (!finding.observed && given) {
    finding.observed = Span{*given, *given};
  }
  compare_numbers(comparison, finding.observed, facts, outcome, finding);
  if (outcome.truth == Truth::undetermined) {
    outcome.needs.push_back({Need::Kind::given, comparison.id});
  }
}

void compare_word(const Comparison& comparison, const Facts& facts, Absent absent, Outcome& outcome,
                  Finding& finding) {
  finding.id = comparison.id;
  const std::string_view* word = find_in(facts.enrolment.words, comparison.id);
  if (word != nullptr) {
    finding.word = *word;
    outcome.truth = *word == comparison.word ? Truth::yes : Truth::no;
  } else if (absent == Absent::not_applied) {
    outcome.assumptions.push_back(not_applied(Assumption::Place::enrolment, comparison.id));
    outcome.truth = Truth::no;
  } else {
    outcome.needs.push_back({Need::Kind::enrolment, comparison.id});
  }
}

void compare_stage(const Comparison& comparison, const Facts& facts, Outcome& outcome,
                   Finding& finding) {
  finding.id = "stage";
  if (facts.score != nullptr && !facts.score->stage.empty()) {
    finding.word = facts.score->stage;
    outcome.truth = facts.score->stage == comparison.word ? Truth::yes : Truth::no;
    return;
  }
  need_missing(facts, outcome.needs);
}

bool rests_on_estimates(const Outcome& outcome) {
  return basis_of(false, outcome.assumptions) == Basis::estimated;
}

// Joins the parts of `all` (deciding = no) or `any` (deciding = yes). One deciding part is enough,
// and of several one that rests on no estimate; inputs that were not given are listed in any case.
Outcome join(const std::vector<Outcome>& parts, Truth deciding) {
  const Outcome* decided = nullptr;
  bool undetermined = false;
  for (const Outcome& part : parts) {
    if (part.truth == deciding && (decided == nullptr || rests_on_estimates(*decided))) {
      decided = &part;
    }
    undetermined = undetermined || part.truth == Truth::undetermined;
  }
  Outcome joined;
  joined.truth = decided != nullptr      ? deciding
                 : undetermined          ? Truth::undetermined
                 : deciding == Truth::no ? Truth::yes
                                         : Truth::no;
  for (const Outcome& part : parts) {
    for (const Assumption& assumption : part.assumptions) {
      if (decided == nullptr || decided == &part || !assumption.status) {
        add_once(joined.assumptions, assumption);
      }
    }
    if (decided == nullptr) {
      add_once(joined.needs, part.needs);
    }
  }
  return joined;
}

}  // namespace

bool holds(const Rational& observed, Operator comparison, const Rational& target) {
  switch (comparison) {
    case Operator::at_least:
      return observed >= target;
    case Operator::above:
      return observed > target;
    case Operator::at_most:
      return observed <= target;
    case Operator::below:
      return observed < target;
    case Operator::is:
      return observed == target;
  }
  broken_precondition();
}

Outcome evaluate(const Comparison& comparison, const Facts& facts, Absent absent,
                 Finding& finding) {
  Outcome outcome;
  finding.comparison = &comparison;
  switch (comparison.subject) {
    case Subject::metric:
      compare_metric(comparison, facts, absent, outcome, finding);
      break;
    case Subject::count_of:
    case Subject::sample_of:
      compare_count(comparison, facts, absent, outcome, finding);
      break;
    case Subject::score_value:
    case Subject::score_unrounded:
      compare_score(comparison, facts, outcome, finding);
      break;
    case Subject::node:
      compare_node(comparison, facts, outcome, finding);
      break;
    case Subject::enrolment:
      compare_word(comparison, facts, absent, outcome, finding);
      break;
    case Subject::stage:
      compare_stage(comparison, facts, outcome, finding);
      break;
  }
  finding.met = outcome.truth;
  if (outcome.truth == Truth::undetermined) {
    finding.needs = outcome.needs;
  }
  return outcome;
}

Outcome evaluate(const Condition& condition, const Facts& facts, Absent absent,
                 std::vector<Finding>* trace) {
  if (condition.kind == Condition::Kind::compare) {
    Finding finding;
    Outcome outcome = evaluate(condition.comparison, facts, absent, finding);
    if (trace != nullptr) {
      trace->push_back(std::move(finding));
    }
    return outcome;
  }
  std::vector<Outcome> parts;
  for (const Condition& part : condition.parts) {
    parts.push_back(evaluate(part, facts, absent, trace));
  }
  return join(parts, condition.kind == Condition::Kind::all ? Truth::no : Truth::yes);
}

Outcome evaluate(const Standard& standard, const Facts& facts, Finding& finding) {
  std::vector<Outcome> parts;
  parts.push_back(evaluate(standard.comparison, facts, Absent::undetermined, finding));
  for (const Comparison& alternative : standard.alternatives) {
    Finding& found = finding.alternatives.emplace_back();
    parts.push_back(evaluate(alternative, facts, Absent::undetermined, found));
    if (found.not_assessed) {
      parts.back().truth = Truth::no;
    }
  }
  Outcome outcome =
      standard.alternatives.empty() ? std::move(parts.front()) : join(parts, Truth::yes);
  finding.standard = &standard;
  finding.id = standard.id;
  if (finding.source.empty()) {
    finding.source = standard.source;
  }
  finding.met = outcome.truth;
  finding.needs.clear();
  if (finding.margin && outcome.truth == Truth::yes && finding.margin->sign() < 0) {
    finding.margin.reset();  // met by an alternative
  }
  if (outcome.truth == Truth::undetermined) {
    finding.needs = outcome.needs;
  }
  return outcome;
}

Choice choose(const std::vector<const Condition*>& conditions, const Facts& facts,
              std::vector<Assumption>& assumptions) {
  Choice choice;
  bool open = false;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    Outcome outcome;
    outcome.truth = Truth::yes;
    if (conditions[i] != nullptr) {
      outcome = evaluate(*conditions[i], facts, Absent::undetermined);
    }
    if (outcome.truth == Truth::undetermined) {
      open = true;
      add_once(choice.needs, outcome.needs);
    } else {
      add_once(assumptions, outcome.assumptions);
    }
    if (outcome.truth != Truth::no) {
      choice.possible.push_back(i);
    }
    if (outcome.truth == Truth::yes) {
      break;
    }
  }
  if (choice.possible.size() == 1 && !open) {
    choice.index = choice.possible.front();
    choice.possible.clear();
  }
  return choice;
}

Choice tier_of(const Facts& facts, bool scored, std::vector<Assumption>& assumptions) {
  std::vector<const Condition*> conditions;
  std::vector<std::size_t> places;
  const std::vector<Tier>& tiers = facts.program.tiers;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    if (tiers[i].not_scored != scored) {
      conditions.push_back(tiers[i].when ? &*tiers[i].when : nullptr);
      places.push_back(i);
    }
  }
  Choice choice = choose(conditions, facts, assumptions);
  if (choice.index) {
    choice.index = places[*choice.index];
    rely(assumptions, tiers[*choice.index].provenance);
  }
  for (std::size_t& possible : choice.possible) {
    possible = places[possible];
  }
  return choice;
}

}  // namespace shopgauge

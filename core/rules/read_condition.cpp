// Reads what a document compares, and how comparisons are joined.

#include "core/rules/read_condition.h"

#include "core/base/cursor.h"

namespace shopgauge::reader {
namespace {

// In the order of Subject.
constexpr Literal kSubjects = "metric count_of sample_of score unrounded node enrolment stage";

void name_subject(Draft& draft, const Json& value, Comparison& comparison) {
  draft.require_that(value.is(Json::Kind::string));
  switch (comparison.subject) {
    case Subject::metric:
    case Subject::count_of:
    case Subject::sample_of:
      comparison.index = draft.metric_at(value);
      break;
    case Subject::score_value:
    case Subject::score_unrounded:
      if (value.string != "value") {
        comparison.subject = Subject::score_unrounded;
      }
      break;
    case Subject::node:
      comparison.id = value.string;
      if (const Node* node = draft.node_at(value.string)) {
        comparison.index = node->index;
      }
      break;
    case Subject::enrolment:
      comparison.id = value.string;
      break;
    case Subject::stage:
      comparison.word = value.string;
      break;
  }
}

// All of the standards, as the program has them.
void read_met(Draft& draft, const Json& at, Condition& condition) {
  std::vector<std::size_t> standards;
  draft.places(at, "met", draft.program.standards, standards);
  std::vector<Condition>(standards.size()).swap(condition.parts);
  for (std::size_t i = 0; i < standards.size() && !draft.is_faulty(); ++i) {
    const Standard& standard = draft.program.standards[standards[i]];
    std::vector<Condition> any(standard.alternatives.size() + 1);
    for (std::size_t j = 0; j < any.size(); ++j) {
      any[j].kind = Condition::Kind::compare;
      any[j].comparison = j == 0 ? standard.comparison : standard.alternatives[j - 1];
    }
    condition.parts[i].kind = Condition::Kind::any;
    condition.parts[i].parts.swap(any);
  }
}

}  // namespace

void read_comparison(Draft& draft, const Json& at, Comparison& comparison) {
  bool compared = false;
  bool found = false;
  for (const JsonMember& member : at.members) {
    const int subject = index_in(kSubjects, member.key);
    const int wanted = index_in("at_least above at_most below is", member.key);
    if (subject >= 0) {
      found = true;
      comparison.subject = static_cast<Subject>(subject);
      name_subject(draft, member.value, comparison);
    } else if (wanted >= 0) {
      compared = true;
      comparison.comparison = static_cast<Operator>(wanted);
      if (comparison.comparison != Operator::is) {
        draft.threshold(member.value, comparison.threshold);
      } else if (member.value.is(Json::Kind::string)) {
        comparison.word = member.value.string;
      } else {
        comparison.truth = member.value.boolean;
      }
    }
  }
  draft.require_that(found && (compared || comparison.subject == Subject::stage));
}

void read_condition(Draft& draft, const Json& at, Condition& condition) {
  if (at.find("met") != nullptr) {
    read_met(draft, at, condition);
    return;
  }
  const bool all = at.find("all") != nullptr;
  if (all || at.find("any") != nullptr) {
    condition.kind = all ? Condition::Kind::all : Condition::Kind::any;
    draft.list(at, all ? "all" : "any", condition.parts, read_condition);
    return;
  }
  condition.kind = Condition::Kind::compare;
  read_comparison(draft, at, condition.comparison);
}

void read_when(Draft& draft, const Json& at, Condition& into) {
  read_condition(draft, draft.object(at, "when"), into);
}

void read_optional_when(Draft& draft, const Json& at, std::optional<Condition>& into) {
  if (at.find("when") != nullptr) {
    read_when(draft, at, into.emplace());
  }
}

void read_exclusion(Draft& draft, const Json& at, Exclusion& exclusion) {
  draft.text(at, "reason", exclusion.reason);
  read_when(draft, at, exclusion.when);
}

}  // namespace shopgauge::reader

// Reads conditions straight from the document.

#include "tests/property/oracle_condition.h"

#include "tests/api/corpus.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

constexpr const char* kOperators[] = {"at_least", "above", "at_most", "below"};

bool meets(const Rational& seen, std::string_view operation, const Rational& target) {
  return operation == "at_least"  ? seen >= target
         : operation == "above"   ? seen > target
         : operation == "at_most" ? seen <= target
                                  : seen < target;
}

// What stands for something absent, of which nothing else is said.
Answer without(Absent absent) { return absent == Absent::no ? Answer::no : Answer::open; }

Answer compare(const Known& known, const Json& comparison, const std::optional<Ends>& seen) {
  if (const Json* is = comparison.find("is")) {
    return !seen ? Answer::open : seen->low == (is->boolean ? 1 : 0) ? Answer::yes : Answer::no;
  }
  for (const char* operation : kOperators) {
    if (const Json* wanted = comparison.find(operation)) {
      const std::optional<Rational> target = threshold_of(known, *wanted);
      return !target || !seen ? Answer::open
                              : both(meets(seen->low, operation, *target),
                                     meets(seen->high, operation, *target));
    }
  }
  return Answer::open;
}

Answer compare_metric(const Known& known, const Json& comparison, Absent absent) {
  const std::string& id = member(comparison, "metric").string;
  const MetricGiven given = metric_given(known, id);
  if (given.state != MetricGiven::State::absent) {
    return compare(known, comparison, given.seen());
  }
  if (const Json* instead = metric_with(known, id).find("if_absent")) {
    const Rational value =
        instead->is(Json::Kind::boolean) ? Rational(instead->boolean ? 1 : 0) : number_in(*instead);
    return compare(known, comparison, Ends{value, value});
  }
  return without(absent);
}

Answer compare_count(const Known& known, const Json& comparison, Absent absent) {
  const bool events = comparison.find("count_of") != nullptr;
  const MetricGiven given =
      metric_given(known, member(comparison, events ? "count_of" : "sample_of").string);
  for (const char* key : {"num", "den", "n"}) {
    const Json* count = given.given == nullptr ? nullptr : given.given->find(key);
    if (count != nullptr && events == (std::string_view(key) == "num")) {
      return compare(known, comparison, Ends{count->number, count->number});
    }
  }
  return given.state == MetricGiven::State::unknown ? Answer::open : without(absent);
}

Answer compare_word(const Known& known, const Json& comparison, Absent absent) {
  const Json* seen = given_in(known, "enrolment", member(comparison, "enrolment").string);
  return seen == nullptr                                   ? without(absent)
         : seen->string == member(comparison, "is").string ? Answer::yes
                                                           : Answer::no;
}

Answer compare_score(const Known& known, const Json& comparison, bool sees_score) {
  std::optional<Ends> seen = sees_score ? known.total : std::nullopt;
  if (seen && member(comparison, "score").string == "value") {
    seen = Ends{rounded(known, seen->low), rounded(known, seen->high)};
  }
  return compare(known, comparison, seen);
}

Answer compare_node(const Known& known, const Json& comparison) {
  const std::string& id = member(comparison, "node").string;
  const Json* own = given_in(known, "given", id);
  const auto found = known.nodes.find(id);
  return compare(known, comparison,
                 found != known.nodes.end() ? found->second
                 : known.nodes.empty() && own != nullptr
                     ? std::optional(Ends{own->number, own->number})
                     : std::nullopt);
}

Answer compare_stage(const Known& known, const Json& comparison, bool sees_score) {
  return !sees_score || !known.total || known.stage.empty()  ? Answer::open
         : member(comparison, "stage").string == known.stage ? Answer::yes
                                                             : Answer::no;
}

Answer compare_any(const Known& known, const Json& comparison, Absent absent, bool sees_score) {
  return comparison.find("score") != nullptr       ? compare_score(known, comparison, sees_score)
         : comparison.find("node") != nullptr      ? compare_node(known, comparison)
         : comparison.find("stage") != nullptr     ? compare_stage(known, comparison, sees_score)
         : comparison.find("enrolment") != nullptr ? compare_word(known, comparison, absent)
         : comparison.find("metric") != nullptr    ? compare_metric(known, comparison, absent)
                                                   : compare_count(known, comparison, absent);
}

// The comparisons of a standard: its own, then the others that do as well. It may say that a ratio
// of nothing is met.
std::vector<Answer> answers_to(const Known& known, const Json& standard) {
  const MetricGiven given = metric_given(known, member(standard, "metric").string);
  const bool no_sample = given.state == MetricGiven::State::no_sample;
  std::vector<Answer> answers = {no_sample && standard.find("no_sample") != nullptr
                                     ? Answer::yes
                                     : compare_metric(known, standard, Absent::open)};
  for (const Json& other : items_of(standard, "or")) {
    answers.push_back(compare_metric(known, other, Absent::open));
  }
  return answers;
}

}  // namespace

Answer holds(const Known& known, const Json& condition, Absent absent, bool sees_score) {
  for (const bool all : {true, false}) {
    if (const Json* parts = condition.find(all ? "all" : "any")) {
      std::vector<Answer> answers;
      for (const Json& one : parts->items) {
        answers.push_back(holds(known, one, absent, sees_score));
      }
      return join(answers, all ? Answer::no : Answer::yes);
    }
  }
  if (const Json* standards = condition.find("met")) {
    std::vector<Answer> answers;
    for (const Json& id : standards->items) {
      answers.push_back(is_met(known, standard_with(known, id.string)));
    }
    return join(answers, Answer::no);
  }
  return compare_any(known, condition, absent, sees_score);
}

std::vector<Answer> leaves_of(const Known& known, const Json& condition, bool sees_score) {
  std::vector<Answer> leaves;
  const auto add = [&](const std::vector<Answer>& more) {
    leaves.insert(leaves.end(), more.begin(), more.end());
  };
  for (const char* key : {"all", "any"}) {
    for (const Json& one : items_of(condition, key)) {
      add(leaves_of(known, one, sees_score));
    }
  }
  for (const Json& id : items_of(condition, "met")) {
    add(answers_to(known, standard_with(known, id.string)));
  }
  if (condition.find("all") == nullptr && condition.find("any") == nullptr &&
      condition.find("met") == nullptr) {
    leaves.push_back(holds(known, condition, Absent::open, sees_score));
  }
  return leaves;
}

Answer is_met(const Known& known, const Json& standard) {
  return join(answers_to(known, standard), Answer::yes);
}

std::optional<Rational> target_of(const Known& known, const Json& standard) {
  for (const char* operation : kOperators) {
    if (const Json* wanted = standard.find(operation)) {
      return threshold_of(known, *wanted);
    }
  }
  return std::nullopt;
}

}  // namespace shopgauge::tests

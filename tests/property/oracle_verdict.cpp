// Joins the answers of standards, and asks the conditions of tiers and look-backs in their order.

#include "tests/property/oracle_verdict.h"

#include <vector>

#include "tests/api/corpus.h"
#include "tests/property/oracle_condition.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

struct Choice {
  std::string possible;
  int count = 0;
  bool open = false;
};

// Of the tiers those of stores with a score, or without.
void choose(const Known& known, std::string_view key, bool scored, Choice& choice) {
  for (const Json& one : items_of(known.document, key)) {
    if (flag_of(one, "not_scored") == scored) {
      continue;
    }
    const Json* when = one.find("when");
    const Answer answer = when == nullptr ? Answer::yes : holds(known, *when, Absent::open);
    if (answer == Answer::no) {
      continue;
    }
    choice.possible += (choice.possible.empty() ? "" : ",") + member(one, "id").string;
    ++choice.count;
    choice.open = choice.open || answer == Answer::open;
    if (answer == Answer::yes) {
      break;
    }
  }
}

}  // namespace

// No score in one of them, or nothing to judge by, is undetermined before anything else.
std::string verdict_of(const Known& known) {
  bool no_score = false;
  std::vector<Answer> answers;
  for (const Json& one : items_of(known.document, "standards")) {
    if (one.find("only") == nullptr && !flag_of(one, "advisory")) {
      answers.push_back(is_met(known, one));
      const MetricGiven given = metric_given(known, member(one, "metric").string);
      no_score = no_score || given.state == MetricGiven::State::no_score;
    }
  }
  const Answer answer = no_score || answers.empty() ? Answer::open : join(answers, Answer::no);
  return answer == Answer::open ? "undetermined" : answer == Answer::yes ? "pass" : "fail";
}

std::string choice_of(const Known& known, std::string_view key) {
  Choice choice;
  const bool scored = key != "tiers" || known.status != "not_scored";
  choose(known, key, scored, choice);
  if (key == "tiers" && scored && known.maybe_unscored) {
    choose(known, key, false, choice);
    choice.open = true;
  }
  return choice.count == 0                   ? ""
         : choice.count == 1 && !choice.open ? choice.possible
                                             : "possible " + choice.possible;
}

}  // namespace shopgauge::tests

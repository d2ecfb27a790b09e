// Joins answers, and spells them.

#include "tests/property/answer.h"

namespace shopgauge::tests {

Answer both(bool low, bool high) {
  return low != high ? Answer::open : low ? Answer::yes : Answer::no;
}

Answer join(const std::vector<Answer>& parts, Answer joins) {
  bool open = false;
  for (const Answer part : parts) {
    if (part == joins) {
      return joins;
    }
    open = open || part == Answer::open;
  }
  return open ? Answer::open : joins == Answer::no ? Answer::yes : Answer::no;
}

std::string text_of(Answer answer) {
  return answer == Answer::open ? "undetermined" : answer == Answer::yes ? "true" : "false";
}

std::string text_of(const Json* met) {
  return met == nullptr                 ? "nothing"
         : met->is(Json::Kind::boolean) ? met->boolean ? "true" : "false"
                                        : met->string;
}

}  // namespace shopgauge::tests

// Answers from what was worked out.

#include "tests/property/oracle.h"

#include "core/base/decimal.h"
#include "tests/api/corpus.h"
#include "tests/property/oracle_condition.h"
#include "tests/property/oracle_score.h"
#include "tests/property/oracle_verdict.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {

Oracle::Oracle(const Json& document, const Json& request) : known_(work_out(document, request)) {}

Answer Oracle::standard(std::string_view id) const {
  return is_met(known_, standard_with(known_, id));
}

std::optional<Rational> Oracle::target(const Json& standard) const {
  return target_of(known_, standard);
}

Answer Oracle::condition(const Json& condition) const {
  return holds(known_, condition, Absent::open);
}

std::string Oracle::answers() const {
  std::string text = known_.status + " " + known_.reason + " " + known_.stage;
  for (const Json& one : items_of(known_.document, "standards")) {
    text += " " + text_of(is_met(known_, one));
  }
  text += " " + verdict_of(known_);
  for (const Json& gate : items_of(known_.document, "gates")) {
    text += " " + text_of(condition(member(gate, "when")));
  }
  text += " " + choice_of(known_, "tiers") + " " + choice_of(known_, "lookback");
  for (const auto& [id, answer] : known_.applied) {
    text += " " + id + " " + text_of(answer);
  }
  if (known_.total) {
    text += " " + to_fraction(known_.total->low - known_.bonus) + " " +
            to_fraction(known_.total->high - known_.bonus);
  }
  for (const auto& [id, ends] : known_.derived) {
    text += " " + to_fraction(ends.low) + " " + to_fraction(ends.high);
  }
  return text;
}

}  // namespace shopgauge::tests

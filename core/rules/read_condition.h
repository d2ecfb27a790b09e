// Conditions and comparisons of a document. Private to the reader.

#ifndef SHOPGAUGE_CORE_RULES_READ_CONDITION_H_
#define SHOPGAUGE_CORE_RULES_READ_CONDITION_H_

#include "core/rules/draft.h"

namespace shopgauge::reader {

void read_comparison(Draft& draft, const Json& at, Comparison& comparison);
void read_condition(Draft& draft, const Json& at, Condition& condition);
// Of an object's `when`, which must be there, or may.
void read_when(Draft& draft, const Json& at, Condition& into);
void read_optional_when(Draft& draft, const Json& at, std::optional<Condition>& into);
void read_exclusion(Draft& draft, const Json& at, Exclusion& exclusion);

}  // namespace shopgauge::reader

#endif  // SHOPGAUGE_CORE_RULES_READ_CONDITION_H_

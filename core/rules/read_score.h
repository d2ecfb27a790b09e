// The score of a document. Private to the reader.

#ifndef SHOPGAUGE_CORE_RULES_READ_SCORE_H_
#define SHOPGAUGE_CORE_RULES_READ_SCORE_H_

#include "core/rules/draft.h"

namespace shopgauge::reader {

// Once the program has its metrics. `score` is the program's.
void read_score(Draft& draft, const Json& at, ScoreRule& score);

}  // namespace shopgauge::reader

#endif  // SHOPGAUGE_CORE_RULES_READ_SCORE_H_

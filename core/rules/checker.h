// The authority on what a program document may say (FORMAT.md): finds every fault of a document and
// says where it is. The reader (reader.h) takes whatever this accepts.

#ifndef SHOPGAUGE_CORE_RULES_CHECKER_H_
#define SHOPGAUGE_CORE_RULES_CHECKER_H_

#include "core/base/issue.h"
#include "core/base/json.h"

namespace shopgauge {

// All faults, in the order in which they stand in the text; none for a good document. Codes
// `program.*` (faults.h); pointers begin with `prefix`, where the document stands in a larger text.
[[nodiscard]] Issues check_program(const Json& document, Literal prefix = "");

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_RULES_CHECKER_H_

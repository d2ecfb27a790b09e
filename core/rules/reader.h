// Reads and checks a program document: the only authority on what a document may say. Every fault
// of the text is reported, not only the first.

#ifndef SHOPGAUGE_CORE_RULES_READER_H_
#define SHOPGAUGE_CORE_RULES_READER_H_

#include <string_view>

#include "core/rules/program.h"

namespace shopgauge {

// Faults have codes `program.*` and pointers that begin with `prefix` (where the document stands in
// the text). The document is kept in the program.
Result<Program> read_program(Json document, Literal prefix = "");

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_RULES_READER_H_

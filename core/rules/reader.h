// Builds the model from a program document. It takes any JSON and never stops, but says only
// whether it could: which faults a document has is for the checker (checker.h) to tell. A page
// loads shipped documents, which the tests have checked, so that it needs this half alone.

#ifndef SHOPGAUGE_CORE_RULES_READER_H_
#define SHOPGAUGE_CORE_RULES_READER_H_

#include <memory>

#include "core/rules/program.h"

namespace shopgauge {

// Null where the document is no program: a required thing or a reference is missing, or a value is
// of the wrong kind. What the checker accepts is always read. Of a document with other faults the
// model may come all the same; its indices and phases exist, what it computes is worth nothing. The
// document is kept in the program.
[[nodiscard]] std::unique_ptr<Program> read_program(Json document);

// The one issue of a document that could not be read, `program.faulty`.
[[nodiscard]] Issues faulty_program(std::string path);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_RULES_READER_H_

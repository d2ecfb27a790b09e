// The JSON Schema of program documents for editors, written from the table of shapes
// (core/rules/shape_table.cpp), so that both say the same.

#ifndef SHOPGAUGE_TESTS_RULES_PROGRAM_SCHEMA_H_
#define SHOPGAUGE_TESTS_RULES_PROGRAM_SCHEMA_H_

#include <string>

namespace shopgauge::tests {

// The text of core/rules/schema/program.schema.json.
std::string program_schema();

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_RULES_PROGRAM_SCHEMA_H_

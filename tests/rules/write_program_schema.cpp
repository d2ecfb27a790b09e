// Writes the schema of program documents to standard output:
// build/debug/write_program_schema >core/rules/schema/program.schema.json

#include <cstdio>

#include "tests/rules/program_schema.h"

int main() {
  std::fputs(shopgauge::tests::program_schema().c_str(), stdout);
  return 0;
}

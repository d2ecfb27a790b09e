// What needs the checker of program documents. A file of its own, so that an engine that only loads
// documents that were checked before does not link it.

#include "core/api/reply.h"
#include "core/api/shopgauge.h"
#include "core/rules/checker.h"
#include "core/rules/reader.h"

namespace shopgauge {

Catalog::Catalog() : Catalog(&check_program) {}

std::string check(std::string_view document) {
  const RationalScope scope;
  Result<Json> json = parse_json(document);
  if (!json.ok()) {
    return api::refuse(json.issues(), document);
  }
  const Issues issues = check_program(json.value());
  if (!issues.empty()) {
    return api::refuse(issues, document);
  }
  const auto program = read_program(json.take());
  require(program != nullptr);
  JsonWriter writer;
  api::begin_value(writer);
  api::write_edition(writer, *program);
  return api::end_value(writer);
}

}  // namespace shopgauge

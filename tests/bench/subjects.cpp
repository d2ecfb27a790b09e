// Makes ready what the engine's own paths take.

#include "tests/bench/subjects.h"

#include "core/api/request.h"
#include "core/base/check.h"
#include "core/base/json.h"
#include "core/scoring/assess.h"
#include "tests/api/corpus.h"

namespace shopgauge::bench {

const Program& program_of(const Catalog& catalog, const std::string& request) {
  const Json json = tests::parse(request, "a request of the benchmarks");
  const auto found = catalog.editions().named(tests::member(json, "program").string,
                                              tests::member(json, "edition").string);
  require(found.ok());
  return *found.value();
}

Readings read_readings(const Program& program, const std::vector<std::string>& requests) {
  Readings read;
  for (const std::string& text : requests) {
    read.requests.push_back(
        std::make_unique<const Json>(tests::parse(text, "a request of the benchmarks")));
    Issues issues;
    const CursorContext context = api::request_context(issues);
    const Cursor request(*read.requests.back(), context);
    read.readings.push_back(api::read_reading(request, program));
    require(issues.empty());
  }
  return read;
}

std::int64_t score_of(const Program& program, const Reading& reading) {
  const RationalScope scope;
  const Assessment result = assess(program, reading);
  require(result.score && result.score->value.exact());
  return *to_int64(result.score->value.low);
}

bool is_ok(const std::string& reply) { return reply.starts_with("{\"ok\":true"); }

}  // namespace shopgauge::bench

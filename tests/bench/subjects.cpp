// Makes ready what the engine's own paths take.

#include "tests/bench/subjects.h"

#include <utility>

#include "core/api/request.h"
#include "core/base/check.h"
#include "core/base/json.h"
#include "core/scoring/assess.h"
#include "tests/api/corpus.h"

namespace shopgauge::bench {
namespace {

CompiledProgram compiled(const Program& program, const Reading& shop) {
  Compilation made = compile(program, shop);
  require(made.program.has_value());
  return std::move(*made.program);
}

Column column_of(const Columns& columns, const Metric& metric) {
  const std::string id(metric.id);
  Column column;
  column.num = find_column(columns, id + "_sum");
  column.den = find_column(columns, id + "_n");
  if (column.num == nullptr) {
    column.num = find_column(columns, id + "_num");
    column.den = find_column(columns, id + "_den");
  }
  column.counts = column.num != nullptr;
  if (column.num == nullptr) {
    column.num = find_column(columns, id);
  }
  return column;
}

}  // namespace

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

Compiled::Compiled(const Program& program, const Columns& columns)
    : shop_(empty_reading(program)),
      program_(compiled(program, shop_)),
      scratch_(program_),
      status_(columns.rows),
      high_(columns.rows),
      tier_(columns.rows),
      gates_(program.gates.size(), std::vector<Answer>(columns.rows)) {
  for (const Metric& metric : program.metrics) {
    columns_.push_back(column_of(columns, metric));
  }
}

std::size_t Compiled::score(std::size_t rows, std::int64_t* scores) {
  RowResults results;
  results.low = scores;
  return run(program_, columns_, rows, results, scratch_);
}

std::size_t Compiled::score_whole(std::size_t rows, std::int64_t* scores) {
  std::vector<Answer*> gates;
  for (std::vector<Answer>& gate : gates_) {
    gates.push_back(gate.data());
  }
  return run(program_, columns_, rows,
             {.status = status_.data(),
              .low = scores,
              .high = high_.data(),
              .tier = tier_.data(),
              .gates = gates},
             scratch_);
}

bool is_ok(const std::string& reply) { return reply.starts_with("{\"ok\":true"); }

}  // namespace shopgauge::bench

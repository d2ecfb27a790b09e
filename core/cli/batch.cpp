// Puts together source, answers and what becomes of them.

#include "core/cli/batch.h"

#include <istream>
#include <ostream>

#include "core/base/writer.h"
#include "core/cli/batch_rank.h"
#include "core/cli/batch_refusal.h"
#include "core/cli/batch_source.h"
#include "core/cli/csv_reply.h"
#include "core/cli/progress.h"
#include "core/cli/reply_part.h"
#include "core/cli/report.h"

namespace shopgauge::cli {
namespace {

struct Batch {
  const Catalog& catalog;
  const BatchOptions& options;
  std::optional<CsvTable> table;  // CSV in
  std::string function;           // CSV out: whose columns
};

// In a reply the store's text cannot hold `"ok":`, because its quotes are escaped.
bool is_ok(const std::string& reply) {
  const std::size_t at = reply.find("\"ok\":");
  return reply.compare(at, 9, "\"ok\":true") == 0;
}

std::string reply_to_row(const Batch& batch, const Record& record) {
  if (auto fault = fault_of(record, batch.table->columns)) {
    return refusal_of({{std::move(*fault), record.line}});
  }
  std::string reply = answer_line(batch.catalog, request_of_row(*batch.table, record.cells),
                                  batch.options.function);
  return is_ok(reply)
             ? reply
             : with_lines(reply, [&](const std::string&) { return std::optional(record.line); });
}

Answer answer_record(const Batch& batch, const Record& record) {
  const RationalScope scope;
  Answer answer;
  answer.text = batch.table ? reply_to_row(batch, record)
                            : answer_line(batch.catalog, record.text, batch.options.function);
  answer.ok = is_ok(answer.text);
  if (!batch.options.csv_out && !batch.options.rank) {
    answer.text += '\n';
    return answer;
  }
  const Json reply = parse_json(shown_part(answer.text), &parse_any_decimal).take();
  answer.text =
      batch.options.csv_out ? csv_row(batch.function, reply, record.line) : answer.text + "\n";
  answer.risk = batch.options.rank ? risk_of(reply) : Risk();
  return answer;
}

// Whose columns the table of replies has: of the function that is asked for, else of what the
// requests' columns say, else of the first line's.
std::string function_of_replies(const Batch& batch, Source& source) {
  if (!batch.options.function.empty()) {
    return batch.options.function;
  }
  if (batch.table) {
    return std::string(function_of_table(*batch.table));
  }
  Record first;
  if (!source.next(first)) {
    return "assess";
  }
  const RationalScope scope;
  const Json reply = parse_json(answer_line(batch.catalog, first.text), &parse_any_decimal).take();
  source.put_back(std::move(first));
  return std::string(function_of_reply(reply));
}

}  // namespace

int run_batch(const Catalog& catalog, const BatchOptions& options, const BatchStreams& streams,
              const Texts& texts) {
  Source source(streams.in, options.csv_in, options.separator);
  Batch batch{catalog, options, std::nullopt, ""};
  if (options.csv_in) {
    Result<CsvTable> table =
        read_table(source, catalog.editions(), options.defaults, options.ignore_unknown);
    if (!table.ok()) {
      streams.err << report_issues(json_of(table.issues()), texts);
      return 1;
    }
    batch.table = table.take();
  }
  std::ostream& out = streams.out;
  if (options.csv_out) {
    batch.function = function_of_replies(batch, source);
    out << csv_header(batch.function, options.rank);
  }
  std::optional<Ranking> ranking;
  if (options.rank) {
    ranking.emplace();
  }
  Progress progress(streams.progress, texts, streams.size);
  bool all_ok = true;
  std::uint64_t replies = 0;
  const auto put = [&](Answer&& answer) {
    all_ok = all_ok && answer.ok;
    const bool goes_on = ranking ? ranking->add(answer) : static_cast<bool>(out << answer.text);
    progress.show(++replies, source.bytes_read());
    return goes_on;
  };
  run_flow({[&](Record& record) { return source.next(record); }, [&] { return source.must_wait(); },
            [&](const Record& record) { return answer_record(batch, record); }, put,
            [&] { out.flush(); }},
           options.jobs);
  if (ranking) {
    ranking->write(out, options.csv_out);
    out.flush();
  }
  progress.finish(replies);
  if (source.failed() || (ranking && !ranking->ok())) {
    streams.err << texts.get("cli.batch_broken") << "\n";
  }
  return all_ok && out && !source.failed() && (!ranking || ranking->ok()) ? 0 : 1;
}

}  // namespace shopgauge::cli

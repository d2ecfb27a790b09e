// Where a batch reads its records: lines, or rows of a table.

#ifndef SHOPGAUGE_CORE_CLI_BATCH_SOURCE_H_
#define SHOPGAUGE_CORE_CLI_BATCH_SOURCE_H_

#include <atomic>
#include <optional>

#include "core/cli/batch_flow.h"
#include "core/cli/csv_request.h"
#include "core/cli/csv_rows.h"

namespace shopgauge::cli {

class Source {
 public:
  // `csv`: rows of a table, with that separator or 0; else lines.
  Source(std::istream& in, bool csv, char separator);

  bool next(Record& record);
  // The record comes again with the next call.
  void put_back(Record record) { held_ = std::move(record); }
  // Whether nothing more can be read at once.
  [[nodiscard]] bool must_wait() const;
  // Reading failed before the end.
  [[nodiscard]] bool failed() const { return in_.bad(); }
  // May be asked by any thread.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  bool next_line(Record& record);
  bool next_row(Record& record);

  std::istream& in_;
  std::optional<CsvRows> rows_;
  std::optional<Record> held_;
  std::uint64_t line_ = 0;
  bool ended_ = false;
  std::atomic<std::uint64_t> bytes_read_ = 0;
};

// The columns that the first record of a table names; none where there is no record. Issues: those
// of read_header, `csv.quotes`, `csv.too_long`.
[[nodiscard]] Result<CsvTable> read_table(Source& source, const Editions& editions,
                                          const CsvDefaults& defaults, bool ignore_unknown);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_BATCH_SOURCE_H_

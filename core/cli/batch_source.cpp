// Reads one record at a time and no further, so that somebody may wait for its reply.

#include "core/cli/batch_source.h"

#include <utility>

namespace shopgauge::cli {

Source::Source(std::istream& in, bool csv, char separator) : in_(in) {
  in_.tie(nullptr);
  if (csv) {
    rows_.emplace(in_, separator);
  }
}

bool Source::must_wait() const { return !held_ && in_.rdbuf()->in_avail() <= 0; }

bool Source::next(Record& record) {
  if (held_) {
    record = *std::exchange(held_, std::nullopt);
    return true;
  }
  return rows_ ? next_row(record) : next_line(record);
}

bool Source::next_line(Record& record) {
  if (!std::getline(in_, record.text)) {
    return false;
  }
  record.line = ++line_;
  bytes_read_ += record.text.size() + 1;
  return true;
}

bool Source::next_row(Record& record) {
  CsvRow row;
  if (rows_->next(row)) {
    record.line = row.line;
    record.cells = std::move(row.cells);
    record.fault = row.broken ? "csv.quotes" : nullptr;
    bytes_read_ = rows_->bytes_read();
    return true;
  }
  if (!rows_->too_long() || ended_) {
    return false;
  }
  // Said once, as the last record.
  ended_ = true;
  record = {rows_->line(), "", {}, "csv.too_long"};
  return true;
}

Result<CsvTable> read_table(Source& source, const Editions& editions, const CsvDefaults& defaults,
                            bool ignore_unknown) {
  Record header;
  if (!source.next(header)) {
    return CsvTable();
  }
  if (header.fault != nullptr) {
    return one_issue(header.fault, "", "the header is no row of CSV", {});
  }
  return read_header(header.cells, editions, defaults, ignore_unknown);
}

}  // namespace shopgauge::cli

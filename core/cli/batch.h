// The command `batch`: requests in, replies out, one for each line or row, in their order or by
// risk. docs/batch.md is its manual.

#ifndef SHOPGAUGE_CORE_CLI_BATCH_H_
#define SHOPGAUGE_CORE_CLI_BATCH_H_

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

#include "core/api/shopgauge.h"
#include "core/cli/csv_request.h"
#include "core/cli/texts.h"

namespace shopgauge::cli {

struct BatchOptions {
  bool csv_in = false;
  bool csv_out = false;
  bool rank = false;
  bool ignore_unknown = false;
  unsigned jobs = 1;     // threads, at least 1
  char separator = 0;    // of CSV in; 0: found from the first line
  std::string function;  // of lines that name none; empty: by their members
  CsvDefaults defaults;
};

struct BatchStreams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::ostream* progress = nullptr;     // null: shown nowhere
  std::optional<std::uint64_t> size{};  // of what `in` reads, in bytes, where it is known
};

// The exit status: 0, or 1 where a reply is no success, a header is wrong, or not everything could
// be read or written. Issues of rows besides those of the engine: `csv.cells`, `csv.quotes`,
// `csv.too_long`, `csv.encoding`.
int run_batch(const Catalog& catalog, const BatchOptions& options, const BatchStreams& streams,
              const Texts& texts);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_BATCH_H_

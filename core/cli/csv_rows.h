// CSV in: rows of cells, one after the other, each as soon as its line end is there (RFC 4180,
// by libcsv). A row that is no CSV is handed over as such, and the next one is read.

#ifndef SHOPGAUGE_CORE_CLI_CSV_ROWS_H_
#define SHOPGAUGE_CORE_CLI_CSV_ROWS_H_

#include <cstdint>
#include <deque>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace shopgauge::cli {

struct CsvRow {
  std::uint64_t line = 0;  // of the text, on which the row begins; from 1
  std::vector<std::string> cells;
  bool broken = false;  // quotes that do not fit; the cells are not all there
};

class CsvRows {
 public:
  // `separator`: one byte, or 0 for the one of comma, semicolon and tab that the first line has
  // most. A byte order mark and a first line "sep=;" are taken off.
  CsvRows(std::istream& in, char separator);
  ~CsvRows();
  CsvRows(CsvRows&&) noexcept;

  // The next row that is not blank; false at the end.
  bool next(CsvRow& row);
  // A row longer than kLongestRow bytes was met, and reading ended there: most likely a quote that
  // is never closed.
  [[nodiscard]] bool too_long() const { return too_long_; }
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }
  // Of the text, the line that is read next.
  [[nodiscard]] std::uint64_t line() const { return line_; }

  static constexpr std::size_t kLongestRow = 1024UL * 1024UL;

 private:
  struct Parser;

  bool read_piece();
  void begin();
  void parse_piece();
  void add_row(bool broken);

  std::istream* in_;
  char separator_;
  std::unique_ptr<Parser> parser_;
  std::vector<char> buffer_;
  std::string_view piece_;
  std::deque<CsvRow> ready_;
  std::vector<std::string> cells_;
  std::size_t row_bytes_ = 0;
  std::uint64_t bytes_read_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t row_line_ = 1;
  bool begun_ = false;
  bool ended_ = false;
  bool skipping_ = false;  // the rest of a broken row's line
  bool too_long_ = false;
};

// Whether the text is UTF-8 without control characters of other encodings (NUL).
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_CSV_ROWS_H_

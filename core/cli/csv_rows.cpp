// Feeds libcsv line by line.

#include "core/cli/csv_rows.h"

#include <csv.h>

#include <algorithm>
#include <utility>

namespace shopgauge::cli {
namespace {

constexpr std::size_t kPiece = 64UL * 1024UL;
constexpr std::string_view kMark = "\xEF\xBB\xBF";

char most_frequent(std::string_view line) {
  char best = ',';
  auto most = std::count(line.begin(), line.end(), ',');
  for (const char separator : {';', '\t'}) {
    const auto count = std::count(line.begin(), line.end(), separator);
    if (count > most) {
      most = count;
      best = separator;
    }
  }
  return best;
}

}  // namespace

// libcsv's state, which its functions are given.
struct CsvRows::Parser {
  csv_parser csv{};

  Parser() { (void)csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI); }
  ~Parser() { csv_free(&csv); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  static void cell(void* text, std::size_t size, void* rows) {
    static_cast<CsvRows*>(rows)->cells_.emplace_back(static_cast<const char*>(text), size);
  }
  static void row(int /*end*/, void* rows) { static_cast<CsvRows*>(rows)->add_row(false); }
};

CsvRows::CsvRows(std::istream& in, char separator)
    : in_(&in), separator_(separator), parser_(std::make_unique<Parser>()), buffer_(kPiece) {}
CsvRows::~CsvRows() = default;
CsvRows::CsvRows(CsvRows&&) noexcept = default;

// The next line with its end, or a part of one that is longer than the buffer.
bool CsvRows::read_piece() {
  in_->getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  auto count = static_cast<std::size_t>(in_->gcount());
  bytes_read_ += count;
  if (count == 0 || in_->bad()) {
    return false;
  }
  if (in_->fail() && !in_->eof()) {
    in_->clear();
  } else if (!in_->eof()) {
    buffer_[count - 1] = '\n';
  }
  piece_ = {buffer_.data(), count};
  return true;
}

void CsvRows::add_row(bool broken) {
  ready_.push_back({row_line_, std::move(cells_), broken});
  cells_.clear();
  row_bytes_ = 0;
}

// Before the first row.
void CsvRows::begin() {
  begun_ = true;
  if (piece_.substr(0, kMark.size()) == kMark) {
    piece_.remove_prefix(kMark.size());
  }
  const std::size_t end = std::min(piece_.find_first_of("\r\n"), piece_.size());
  const std::string_view line = piece_.substr(0, end);
  constexpr std::string_view kSays = "sep=";
  if (line.size() == kSays.size() + 1 && line.substr(0, kSays.size()) == kSays) {
    separator_ = separator_ == 0 ? line.back() : separator_;
    piece_ = {};
    ++line_;
    begun_ = separator_ != 0;
  } else if (separator_ == 0) {
    separator_ = most_frequent(line);
  }
  csv_set_delim(&parser_->csv, static_cast<unsigned char>(separator_));
}

// After quotes that do not fit, the next line begins a row again.
void CsvRows::parse_piece() {
  const bool ends_line = !piece_.empty() && piece_.back() == '\n';
  const bool blank = piece_.find_first_not_of(" \r\n") == std::string_view::npos;
  if (row_bytes_ == 0) {
    row_line_ = line_;
  }
  if (!skipping_ && (row_bytes_ > 0 || !blank)) {
    row_bytes_ += piece_.size();
    csv_parser& csv = parser_->csv;
    const std::size_t parsed =
        csv_parse(&csv, piece_.data(), piece_.size(), &Parser::cell, &Parser::row, this);
    if (parsed != piece_.size()) {
      add_row(true);
      parser_ = std::make_unique<Parser>();
      csv_set_delim(&parser_->csv, static_cast<unsigned char>(separator_));
      skipping_ = true;
    }
    too_long_ = row_bytes_ > kLongestRow;
  }
  if (ends_line) {
    skipping_ = false;
    ++line_;
  }
}

bool CsvRows::next(CsvRow& row) {
  while (ready_.empty() && !ended_) {
    if (too_long_ || !read_piece()) {
      ended_ = true;
      if (!too_long_ && csv_fini(&parser_->csv, &Parser::cell, &Parser::row, this) != 0) {
        add_row(true);
      }
      continue;
    }
    if (!begun_) {
      begin();
    }
    parse_piece();
  }
  if (ready_.empty()) {
    return false;
  }
  row = std::move(ready_.front());
  ready_.pop_front();
  return true;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
    if (lead == 0 || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4 || i + length > text.size()) {
      return false;
    }
    for (std::size_t j = 1; j < length; ++j) {
      if ((static_cast<unsigned char>(text[i + j]) & 0xC0U) != 0x80U) {
        return false;
      }
    }
    i += length;
  }
  return true;
}

}  // namespace shopgauge::cli

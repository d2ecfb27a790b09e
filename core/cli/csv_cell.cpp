// The spellings of cells. Those that the page knows too mean the same there (web/src/exact.ts,
// request.ts).

#include "core/cli/csv_cell.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>
#include <vector>

#include "core/base/writer.h"

namespace shopgauge::cli {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string json_text(std::string_view text) {
  JsonWriter writer;
  writer.string(text);
  return writer.take();
}

std::string lower(std::string text) {
  for (char& c : text) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return text;
}

// U+FF01 to U+FF5E are the full-width forms of "!" to "~".
void append_plain(std::string_view cell, std::size_t& at, std::string& plain) {
  const auto byte = [&](std::size_t i) {
    return at + i < cell.size() ? static_cast<unsigned char>(cell[at + i]) : 0U;
  };
  const unsigned code = ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
  const bool three = (byte(0) & 0xF0U) == 0xE0U && byte(2) != 0;
  if (three && code >= 0xFF01U && code <= 0xFF5EU) {
    plain += static_cast<char>(code - 0xFF01U + '!');
  } else if (three && code == 0x3000U) {
    plain += ' ';
  } else if (three && code == 0x2212U) {
    plain += '-';
  } else {
    plain += cell.substr(at, three ? 3 : 1);
  }
  at += three ? 3 : 1;
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string::npos
             ? ""
             : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// "1,234,567": groups of three, of which the first has no leading zero, so that "0,500" is not
// taken for 500.
std::optional<std::string> without_groups(const std::string& whole) {
  if (whole.find(',') == std::string::npos) {
    return whole;
  }
  std::string digits;
  std::size_t begin = 0;
  while (begin <= whole.size()) {
    const std::size_t end = std::min(whole.find(',', begin), whole.size());
    const std::size_t length = end - begin;
    if (begin == 0 ? length < 1 || length > 3 || whole[0] == '0' : length != 3) {
      return std::nullopt;
    }
    digits += whole.substr(begin, length);
    begin = end + 1;
  }
  return digits;
}

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// "e5", "E-05", as spreadsheets write small numbers; nothing where the text is none.
std::optional<std::string> exponent_of(std::string_view text) {
  if (text.empty()) {
    return "";
  }
  text.remove_prefix(1);
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    text.remove_prefix(1);
  }
  if (text.empty() || text.size() > 3 || !all_digits(text)) {
    return std::nullopt;
  }
  return (negative ? "e-" : "e") + std::string(text);
}

// The number as JSON writes it: "+1,234.50" -> 1234.50, ".5" -> 0.5, "007" -> 7.
std::optional<std::string> number_of(const std::string& typed) {
  std::string text = trimmed(typed);
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    text.erase(0, 1);
  }
  const std::size_t power = std::min(text.find_first_of("eE"), text.size());
  const std::string mantissa = text.substr(0, power);
  const auto exponent = exponent_of(std::string_view(text).substr(power));
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  const auto whole = without_groups(mantissa.substr(0, point));
  const std::string part = point < mantissa.size() ? mantissa.substr(point + 1) : "";
  if (!exponent || !whole || !all_digits(*whole) || !all_digits(part) ||
      (whole->empty() && part.empty())) {
    return std::nullopt;
  }
  const std::size_t first = std::min(whole->find_first_not_of('0'), whole->size());
  const std::string digits = whole->substr(first);
  return (negative ? "-" : "") + (digits.empty() ? "0" : digits) +
         (part.empty() ? "" : "." + part) + *exponent;
}

std::optional<std::string> percent_of(const std::string& text) {
  return text.empty() || text.back() != '%' ? std::nullopt
                                            : number_of(text.substr(0, text.size() - 1));
}

using Pair = std::pair<std::string, std::string>;

// "3/1000", "3 of 1000", "3共1000".
std::optional<Pair> pair_of(const std::string& text) {
  for (const std::string_view sign : {"/", "÷", " of ", "共"}) {
    const std::size_t at = text.find(sign);
    if (at == std::string::npos) {
      continue;
    }
    const auto first = number_of(text.substr(0, at));
    const auto second = number_of(text.substr(at + sign.size()));
    return first && second ? std::optional(Pair{*first, *second}) : std::nullopt;
  }
  return std::nullopt;
}

std::string pair_json(const Pair& pair, bool mean) {
  return (mean ? "{\"sum\":" : "{\"num\":") + pair.first + (mean ? ",\"n\":" : ",\"den\":") +
         pair.second + "}";
}

template <std::size_t kCount>
bool is_one_of(const std::string& cell, const std::array<std::string_view, kCount>& words) {
  return std::find(words.begin(), words.end(), lower(cell)) != words.end();
}

// The shop does not know the value: another thing than not giving it.
bool is_unknown(const std::string& cell) {
  constexpr std::array<std::string_view, 9> kWords = {"?",    "null", "unknown", "未知", "n/a",
                                                      "#n/a", "-",    "--",      "—"};
  return is_one_of(cell, kWords);
}

std::optional<bool> truth_of(const std::string& cell) {
  constexpr std::array<std::string_view, 3> kYes = {"yes", "true", "是"};
  constexpr std::array<std::string_view, 3> kNo = {"no", "false", "否"};
  return is_one_of(cell, kYes)  ? std::optional(true)
         : is_one_of(cell, kNo) ? std::optional(false)
                                : std::nullopt;
}

std::string truth_json(bool truth) { return truth ? "true" : "false"; }

std::string metric_json(const std::string& cell, std::optional<MetricKind> kind) {
  if (lower(cell) == "none") {
    return R"({"no_score":true})";
  }
  if (is_unknown(cell)) {
    return "null";
  }
  const bool ratio = !kind || *kind == MetricKind::rate;
  const bool mean = kind == MetricKind::mean;
  const auto truth = kind == MetricKind::flag ? truth_of(cell) : std::nullopt;
  const auto pair = ratio || mean ? pair_of(cell) : std::nullopt;
  const auto percent = ratio ? percent_of(cell) : std::nullopt;
  const auto number = number_of(cell);
  return truth     ? truth_json(*truth)
         : pair    ? pair_json(*pair, mean)
         : percent ? "{\"percent\":" + *percent + "}"
         : number  ? *number
                   : json_text(cell);
}

// "fixed": what cannot change.
std::string effort_json(const std::string& cell) {
  constexpr std::array<std::string_view, 2> kFixed = {"fixed", "改不了"};
  return is_one_of(cell, kFixed) ? "null" : number_of(cell).value_or(json_text(cell));
}

std::string met_json(const std::string& cell) {
  constexpr std::array<std::string_view, 2> kPass = {"pass", "达标"};
  constexpr std::array<std::string_view, 2> kFail = {"fail", "不达标"};
  const auto truth = is_one_of(cell, kPass)   ? std::optional(true)
                     : is_one_of(cell, kFail) ? std::optional(false)
                                              : truth_of(cell);
  return truth ? truth_json(*truth) : json_text(cell);
}

// "2026/5/1", "2026-5-1" and "2026.5.1" -> "2026-05-01"; other texts as they are.
std::string day_of(const std::string& cell) {
  std::vector<std::string> parts(1);
  for (const char c : cell) {
    if (c == '-' || c == '/' || c == '.') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  if (parts.size() != 3 || parts[0].size() != 4 || !all_digits(parts[0])) {
    return cell;
  }
  for (std::size_t i = 1; i < 3; ++i) {
    if (parts[i].empty() || parts[i].size() > 2 || !all_digits(parts[i])) {
      return cell;
    }
    parts[i].insert(0, 2 - parts[i].size(), '0');
  }
  return parts[0] + "-" + parts[1] + "-" + parts[2];
}

std::string words_json(const std::string& cell, bool one_alone) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < cell.size();) {
    const std::size_t end = std::min(cell.find(' ', begin), cell.size());
    if (end > begin) {
      words.push_back(json_text(day_of(cell.substr(begin, end - begin))));
    }
    begin = end + 1;
  }
  if (one_alone && words.size() == 1) {
    return words[0];
  }
  std::string list;
  for (const std::string& word : words) {
    list += (list.empty() ? "[" : ",") + word;
  }
  return list + "]";
}

// Full-width forms as plain ones, and no white space around.
std::string plain_cell(std::string_view cell) {
  std::string plain;
  for (std::size_t at = 0; at < cell.size();) {
    append_plain(cell, at, plain);
  }
  return trimmed(plain);
}

}  // namespace

std::string json_of_cell(CellKind kind, const std::string& cell, std::optional<MetricKind> metric) {
  const std::string plain = kind == CellKind::text ? trimmed(cell) : plain_cell(cell);
  if (plain.empty()) {
    return "";
  }
  switch (kind) {
    case CellKind::text:
      return json_text(plain);
    case CellKind::date:
      return json_text(day_of(plain));
    case CellKind::number:
      return number_of(plain).value_or(json_text(plain));
    case CellKind::effort:
      return effort_json(plain);
    case CellKind::metric:
      return metric_json(plain, metric);
    case CellKind::profile:
      return metric_json(plain, MetricKind::rate);
    case CellKind::met:
      return met_json(plain);
    case CellKind::words:
      return words_json(plain, false);
    case CellKind::choice:
      return words_json(plain, true);
  }
  std::abort();
}

}  // namespace shopgauge::cli

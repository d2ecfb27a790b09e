// A history as a table: one line for each day.

#include <utility>

#include "core/api/outlook_request.h"

namespace shopgauge::api {
namespace {

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\"";
  const std::size_t begin = text.find_first_not_of(kSpace);
  return begin == std::string_view::npos
             ? std::string_view()
             : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

Json text_value(std::string_view text) {
  Json json;
  json.kind = Json::Kind::string;
  json.string = text;
  return json;
}

// A number, a truth, or the text itself, which the reader of the metric then refuses.
Json cell_value(std::string_view text) {
  Json json;
  if (text == "true" || text == "false") {
    json.kind = Json::Kind::boolean;
    json.boolean = text == "true";
    return json;
  }
  if (const auto number = parse_decimal(text)) {
    json.kind = Json::Kind::number;
    json.number = *number;
    return json;
  }
  return text_value(text);
}

Json& part(Json& object, std::string_view key) {
  for (JsonMember& member : object.members) {
    if (member.key == key) {
      return member.value;
    }
  }
  object.kind = Json::Kind::object;
  return object.members.emplace_back(JsonMember{std::string(key), {}}).value;
}

Json row_of(const std::vector<std::string_view>& names,
            const std::vector<std::string_view>& cells) {
  Json row;
  part(row, "metrics").kind = Json::Kind::object;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view cell = trimmed(cells[i]);
    const std::string_view name = trimmed(names[i]);
    if (name == "date") {
      part(row, "date") = text_value(cell);
    } else if (!cell.empty()) {
      const std::size_t dot = name.find('.');
      Json& metric = part(part(row, "metrics"), name.substr(0, dot));
      (dot == std::string_view::npos ? metric : part(metric, name.substr(dot + 1))) =
          cell_value(cell);
    }
  }
  return row;
}

}  // namespace

std::unique_ptr<const Json> rows_of_csv(const Cursor& at, std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  auto rows = std::make_unique<Json>();
  rows->kind = Json::Kind::array;
  const std::vector<std::string_view> lines = split(text, '\n');
  const std::vector<std::string_view> names = split(lines[0], ',');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (trimmed(lines[i]).empty()) {
      continue;
    }
    const std::vector<std::string_view> cells = split(lines[i], ',');
    if (cells.size() != names.size()) {
      at.issue("history.columns", "a line has another number of columns than the first",
               {{"line", std::to_string(i + 1)}});
      return nullptr;
    }
    rows->items.push_back(row_of(names, cells));
  }
  return rows;
}

}  // namespace shopgauge::api

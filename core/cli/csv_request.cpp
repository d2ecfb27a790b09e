// Puts the columns in the order of the request once, and fills it for each row.

#include "core/cli/csv_request.h"

#include <algorithm>

#include "core/base/writer.h"
#include "core/cli/csv_columns.h"
#include "core/cli/csv_rows.h"
#include "core/rules/catalog.h"

namespace shopgauge::cli {
namespace {

CsvPlace& member(CsvPlace& place, const std::string& key) {
  for (CsvPlace& known : place.members) {
    if (known.key == key) {
      return known;
    }
  }
  CsvPlace added;
  added.key = key;
  place.members.push_back(std::move(added));
  return place.members.back();
}

CsvPlace& place_of(CsvPlace& root, const std::vector<std::string>& path) {
  CsvPlace* at = &root;
  for (const std::string& step : path) {
    at = &member(*at, step);
    if (at->key == "months" || at->key == "checks") {
      at->entry_key = at->key == "months" ? "month" : "date";
    }
  }
  return *at;
}

// False where the place has that column already.
bool add_column(CsvPlace& root, const CsvName& name, std::size_t index) {
  CsvPlace& place = place_of(root, name.path);
  for (const CsvColumn& known : place.columns) {
    if (known.part == name.part) {
      return false;
    }
  }
  place.kind = name.kind;
  place.programs = name.programs;
  place.columns.push_back({name.part, index});
  return true;
}

void add_defaults(CsvPlace& root, const CsvDefaults& defaults) {
  for (const auto& [key, value] : defaults) {
    member(root, key).otherwise = json_of_cell(CellKind::text, value);
  }
}

// The engine wants months in their order.
void sort_periods(CsvPlace& root) {
  for (CsvPlace& place : root.members) {
    if (!place.entry_key.empty()) {
      std::stable_sort(place.members.begin(), place.members.end(),
                       [](const CsvPlace& a, const CsvPlace& b) { return a.key < b.key; });
    }
  }
}

// A row under a header, with the program that it is about.
struct Row {
  const std::vector<std::string>& cells;
  std::string program;
};

// How the metric is given in the row's program; where that does not have it the engine says so.
std::optional<MetricKind> kind_in(const CsvPlace& place, const std::string& program) {
  for (const auto& [id, kind] : place.programs) {
    if (id == program) {
      return kind;
    }
  }
  return place.programs.empty() ? std::nullopt : std::optional(place.programs.front().second);
}

// A pair of columns; with the whole beside it, or only one of them, it is no value of any kind, and
// the engine refuses it.
std::string pair_of_columns(const CsvPlace& place, const Row& row) {
  std::string members;
  for (const CsvColumn& column : place.columns) {
    const CellKind kind = column.part.empty() ? place.kind : CellKind::number;
    const std::string value = json_of_cell(kind, row.cells[column.index]);
    if (!value.empty()) {
      members += (members.empty() ? "\"" : ",\"") + (column.part.empty() ? "value" : column.part) +
                 "\":" + value;
    }
  }
  return members.empty() ? "" : "{" + members + "}";
}

bool says_part(const CsvPlace& place, const Row& row) {
  return std::any_of(place.columns.begin(), place.columns.end(), [&](const CsvColumn& column) {
    return !column.part.empty() && !json_of_cell(CellKind::text, row.cells[column.index]).empty();
  });
}

std::string value_of(const CsvPlace& place, const Row& row) {
  if (says_part(place, row)) {
    return pair_of_columns(place, row);
  }
  for (const CsvColumn& column : place.columns) {
    if (column.part.empty()) {
      const auto kind = place.kind == CellKind::metric ? kind_in(place, row.program) : std::nullopt;
      const std::string value = json_of_cell(place.kind, row.cells[column.index], kind);
      return value.empty() ? place.otherwise : value;
    }
  }
  return place.otherwise;
}

// The members that the row gives, without braces.
std::string members_of(const CsvPlace& place, const Row& row) {
  std::string text;
  for (const CsvPlace& one : place.members) {
    const bool inner = !one.members.empty();
    std::string value = inner ? members_of(one, row) : value_of(one, row);
    if (value.empty()) {
      continue;
    }
    if (!place.entry_key.empty()) {
      value = "{\"" + place.entry_key + "\":\"" + one.key + "\"," + value + "}";
    } else if (inner) {
      value = (one.entry_key.empty() ? "{" : "[") + value + (one.entry_key.empty() ? "}" : "]");
    }
    JsonWriter key;
    key.string(one.key);
    text += (text.empty() ? "" : ",") + (place.entry_key.empty() ? key.take() + ":" : "") + value;
  }
  return text;
}

const CsvPlace* find(const CsvTable& table, std::string_view key) {
  for (const CsvPlace& place : table.root.members) {
    if (place.key == key) {
      return &place;
    }
  }
  return nullptr;
}

// A text of the row without its quotes; ids have nothing to escape.
std::string text_in(const CsvTable& table, const std::vector<std::string>& cells,
                    std::string_view key) {
  const CsvPlace* place = find(table, key);
  const std::string value = place == nullptr ? "" : value_of(*place, {cells, ""});
  return value.size() < 2 ? "" : value.substr(1, value.size() - 2);
}

}  // namespace

Result<CsvTable> read_header(const std::vector<std::string>& header, const Editions& editions,
                             const CsvDefaults& defaults, bool ignore_unknown) {
  CsvTable table;
  table.columns = header.size();
  Issues issues;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto name = read_name(header[i], editions);
    if (!is_utf8(header[i])) {
      add_issue(issues, "csv.encoding", "", "the text is not UTF-8", {});
      break;
    }
    if (!name && !ignore_unknown) {
      add_issue(issues, "csv.column", "", "no request has such a member", {{"column", header[i]}});
    }
    if (name && !add_column(table.root, *name, i)) {
      add_issue(issues, "csv.column_twice", "", "two columns give the same member",
                {{"column", header[i]}});
    }
  }
  if (!issues.empty()) {
    return issues;
  }
  add_defaults(table.root, defaults);
  sort_periods(table.root);
  return table;
}

std::string request_of_row(const CsvTable& table, const std::vector<std::string>& cells,
                           const std::string& program) {
  const std::string own = text_in(table, cells, "program");
  return "{" + members_of(table.root, {cells, own.empty() ? program : own}) + "}";
}

std::string_view function_of_table(const CsvTable& table) {
  return find(table, "until") != nullptr  ? "timeline"
         : find(table, "goal") != nullptr ? "plan"
                                          : "assess";
}

}  // namespace shopgauge::cli

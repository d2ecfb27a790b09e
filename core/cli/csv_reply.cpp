// The columns of each function and where in the reply they stand.

#include "core/cli/csv_reply.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/cli/finding.h"

namespace shopgauge::cli {
namespace {

struct Cell {
  std::string text;
  bool number = false;
};

struct Column {
  const char* name;
  const char* path;  // members of the value, "/" between them; a number is a place in a list
  Cell (*cell)(const Json& found);
};

Cell cell_of(const Json& found) {
  switch (found.kind) {
    case Json::Kind::boolean:
      return {found.boolean ? "true" : "false"};
    case Json::Kind::number:
      return {to_decimal(found.number), true};
    case Json::Kind::string:
      return {found.string};
    case Json::Kind::null:
    case Json::Kind::array:
    case Json::Kind::object:
      return {};
  }
  std::abort();
}

void add_word(std::string& list, const std::string& word) {
  list += (list.empty() ? "" : " ") + word;
}

// Each list with spaces between its words.
Cell ids_of(const Json& found) {
  std::string list;
  for (const Json& one : found.items) {
    add_word(list, one.string);
  }
  return {list};
}

Cell codes_of(const Json& found) {
  std::string list;
  for (const Json& one : found.items) {
    add_word(list, one.find("code")->string);
  }
  return {list};
}

Cell tier_of(const Json& found) {
  const Json* id = found.find("id");
  return id != nullptr ? Cell{id->string} : ids_of(*found.find("possible"));
}

Cell worst_id(const Json& found) {
  const auto worst = worst_standard(found);
  return {worst ? worst->id : ""};
}

Cell worst_margin(const Json& found) {
  const auto worst = worst_standard(found);
  return worst ? Cell{to_decimal(worst->margin), true} : Cell{};
}

Cell changes_of(const Json& found) {
  std::string list;
  for (const Json& change : found.items) {
    add_word(list, change.find("metric")->string + "=" + cell_of(*change.find("to")).text);
  }
  return {list};
}

// The lever that needs the fewest further orders.
const Json* fewest_orders(const Json& levers) {
  const Json* fewest = nullptr;
  for (const Json& lever : levers.items) {
    const Json* orders = lever.find("organic_orders");
    if (orders != nullptr &&
        (fewest == nullptr || orders->number < fewest->find("organic_orders")->number)) {
      fewest = &lever;
    }
  }
  return fewest;
}

Cell orders_metric(const Json& found) {
  const Json* lever = fewest_orders(found);
  return {lever == nullptr ? "" : lever->find("metric")->string};
}

Cell orders_count(const Json& found) {
  const Json* lever = fewest_orders(found);
  return lever == nullptr ? Cell{} : cell_of(*lever->find("organic_orders"));
}

constexpr std::array kAssess = {
    Column{"program", "program", &cell_of},
    Column{"edition", "edition", &cell_of},
    Column{"status", "status", &cell_of},
    Column{"reason", "reason", &cell_of},
    Column{"score", "score/value", &cell_of},
    Column{"score_low", "score/low", &cell_of},
    Column{"score_high", "score/high", &cell_of},
    Column{"verdict", "verdict", &cell_of},
    Column{"tier", "tier", &tier_of},
    Column{"basis", "basis", &cell_of},
    Column{"worst_standard", "standards", &worst_id},
    Column{"worst_margin", "standards", &worst_margin},
    Column{"costliest", "worst/0/id", &cell_of},
    Column{"cost", "worst/0/cost", &cell_of},
    Column{"missing", "missing", &ids_of},
    Column{"warnings", "warnings", &codes_of},
};

constexpr std::array kTimeline = {
    Column{"program", "program", &cell_of},
    Column{"edition", "edition", &cell_of},
    Column{"status", "status", &cell_of},
    Column{"reason", "reason", &cell_of},
    Column{"date", "standing/date", &cell_of},
    Column{"phase", "standing/phase", &cell_of},
    Column{"cycle", "standing/cycle", &cell_of},
    Column{"store_type", "standing/store_type", &cell_of},
    Column{"failures", "standing/failures", &cell_of},
    Column{"failures_left", "standing/failures_left", &cell_of},
    Column{"passes_needed", "standing/passes_needed", &cell_of},
    Column{"deadline", "standing/deadline/date", &cell_of},
    Column{"decides", "standing/deadline/decides", &cell_of},
    Column{"in_days", "standing/deadline/in_days", &cell_of},
    Column{"next_event", "standing/next/event", &cell_of},
    Column{"next_date", "standing/next/date", &cell_of},
    Column{"last_event", "events/-/event", &cell_of},
    Column{"last_date", "events/-/date", &cell_of},
    Column{"basis", "basis", &cell_of},
    Column{"warnings", "warnings", &codes_of},
};

constexpr std::array kPlan = {
    Column{"program", "program", &cell_of},
    Column{"edition", "edition", &cell_of},
    Column{"goal_met", "goal_met", &cell_of},
    Column{"reachable", "reachable", &cell_of},
    Column{"changes", "combinations/0/changes", &changes_of},
    Column{"effort", "combinations/0/effort", &cell_of},
    Column{"score", "combinations/0/result/score", &cell_of},
    Column{"verdict", "combinations/0/result/verdict", &cell_of},
    Column{"orders_metric", "levers", &orders_metric},
    Column{"organic_orders", "levers", &orders_count},
    Column{"warnings", "warnings", &codes_of},
};

constexpr std::array kCompare = {
    Column{"program_1", "sides/0/program", &cell_of},
    Column{"edition_1", "sides/0/edition", &cell_of},
    Column{"score_1", "sides/0/score/value", &cell_of},
    Column{"verdict_1", "sides/0/verdict", &cell_of},
    Column{"tier_1", "sides/0/tier", &tier_of},
    Column{"basis_1", "sides/0/basis", &cell_of},
    Column{"program_2", "sides/1/program", &cell_of},
    Column{"edition_2", "sides/1/edition", &cell_of},
    Column{"score_2", "sides/1/score/value", &cell_of},
    Column{"verdict_2", "sides/1/verdict", &cell_of},
    Column{"tier_2", "sides/1/tier", &tier_of},
    Column{"basis_2", "sides/1/basis", &cell_of},
    Column{"difference", "difference/value", &cell_of},
};

constexpr std::array kAnyOther = {
    Column{"program", "program", &cell_of},
    Column{"edition", "edition", &cell_of},
    Column{"basis", "basis", &cell_of},
    Column{"warnings", "warnings", &codes_of},
};

std::span<const Column> columns_of(std::string_view function) {
  if (function == "timeline") {
    return kTimeline;
  }
  if (function == "plan") {
    return kPlan;
  }
  if (function == "compare") {
    return kCompare;
  }
  return function == "assess" ? std::span<const Column>(kAssess)
                              : std::span<const Column>(kAnyOther);
}

// "0" is the first of a list, "-" the last.
const Json* item(const Json& list, std::string_view step) {
  if (list.items.empty()) {
    return nullptr;
  }
  const std::size_t index =
      step == "-" ? list.items.size() - 1 : static_cast<std::size_t>(step[0] - '0');
  return index < list.items.size() ? &list.items[index] : nullptr;
}

const Json* at_path(const Json& value, std::string_view path) {
  const Json* at = &value;
  for (std::size_t begin = 0; at != nullptr && begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view step = path.substr(begin, end - begin);
    at = at->is(Json::Kind::array) ? item(*at, step) : at->find(step);
    begin = end + 1;
  }
  return at;
}

void add_cell(std::string& row, const Cell& cell) {
  row += (row.empty() ? "" : ",") + (cell.number ? cell.text : csv_text(cell.text));
}

// The store of a reply as it is called, whether a text or a number.
std::string store_cell(const Json& reply) {
  const Json* store = reply.find("store");
  const Cell cell = store == nullptr ? Cell{} : cell_of(*store);
  return cell.number ? cell.text : csv_text(cell.text);
}

}  // namespace

std::string csv_text(std::string_view text) {
  constexpr std::array<std::string_view, 10> kFormula = {"=",  "+",  "-",  "@",  "\t",
                                                         "\r", "＝", "＋", "－", "＠"};
  const bool formula = std::any_of(kFormula.begin(), kFormula.end(), [&](std::string_view begin) {
    return text.substr(0, begin.size()) == begin;
  });
  const std::string safe = (formula ? "'" : "") + std::string(text);
  if (safe.find_first_of(",;\t\"\r\n") == std::string::npos) {
    return safe;
  }
  std::string quoted = "\"";
  for (const char c : safe) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + "\"";
}

std::string_view function_of_reply(const Json& reply) {
  const Json* value = reply.find("value");
  if (value == nullptr || value->find("status") != nullptr) {
    return value != nullptr && value->find("phases") != nullptr ? "timeline" : "assess";
  }
  return value->find("goal_met") != nullptr ? "plan"
         : value->find("phases") != nullptr ? "timeline"
         : value->find("sides") != nullptr  ? "compare"
                                            : "";
}

std::string csv_header(std::string_view function, bool ranked) {
  std::string row = ranked ? "rank,store,ok" : "store,ok";
  for (const Column& column : columns_of(function)) {
    row += std::string(",") + column.name;
  }
  return row + ",issues,line\n";
}

std::string csv_row(std::string_view function, const Json& reply, std::uint64_t line) {
  const bool ok = reply.find("ok")->boolean;
  const Json* value = reply.find("value");
  std::string row = store_cell(reply) + (ok ? ",true" : ",false");
  for (const Column& column : columns_of(function)) {
    const Json* found = value == nullptr ? nullptr : at_path(*value, column.path);
    add_cell(row, found == nullptr ? Cell{} : column.cell(*found));
  }
  add_cell(row, ok ? Cell{} : codes_of(*reply.find("issues")));
  add_cell(row, ok ? Cell{} : Cell{std::to_string(line), true});
  return row + "\n";
}

}  // namespace shopgauge::cli

// Finds the row of a store.

#include "core/scoring/rows.h"

#include <algorithm>
#include <string>

namespace shopgauge {
namespace {

bool contains(const std::vector<std::string_view>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether the table's word, or one that it stands for, is this one.
bool says(const RowTable& table, const std::string& cell, std::string_view word) {
  const Json* same = table.same == nullptr ? nullptr : table.same->find(cell);
  for (std::size_t i = 0; same != nullptr && i < same->items.size(); ++i) {
    if (same->items[i].string == word) {
      return true;
    }
  }
  return cell == word;
}

// Whether another row, with the same words to the left of this column, names `word` in it.
bool named_beside(const RowTable& table, const Json& row, std::size_t column,
                  std::string_view word) {
  for (const Json* other : table.rows) {
    bool same = says(table, other->items[column].string, word);
    for (std::size_t i = 0; same && i < column; ++i) {
      same = other->items[i].string == row.items[i].string;
    }
    if (same) {
      return true;
    }
  }
  return false;
}

bool matches(const RowTable& table, const Json& row, const Enrolment& enrolment) {
  for (std::size_t i = 0; i < table.by.size(); ++i) {
    const std::string_view* word = find_in(enrolment.words, table.by[i]);
    const Json& cell = row.items[i];
    if (word == nullptr || cell.is(Json::Kind::null) || says(table, cell.string, *word) ||
        contains(table.any, cell.string)) {
      continue;
    }
    if (!contains(table.others, cell.string) || named_beside(table, row, i, *word)) {
      return false;
    }
  }
  return true;
}

// "A / B" for each row; rows are separated by " | ".
std::string words_of(const RowTable& table, const std::vector<const Json*>& rows) {
  std::string words;
  for (const Json* row : rows) {
    words += words.empty() ? "" : " | ";
    for (std::size_t i = 0; i < table.by.size(); ++i) {
      if (!row->items[i].is(Json::Kind::null)) {
        words += i > 0 ? " / " : "";
        words += row->items[i].string;
      }
    }
  }
  return words;
}

bool gives_itself(const RowTable& table, std::size_t column, const Reading& reading) {
  return table.nodes[column] ? reading.nodes[*table.nodes[column]].weight.has_value()
                             : find_in(reading.profile, table.paths[column]) != nullptr;
}

void set_number(const RowTable& table, std::size_t column, const Json& cell, Reading& reading) {
  if (table.nodes[column]) {
    reading.nodes[*table.nodes[column]].weight = cell.number;
    reading.nodes[*table.nodes[column]].weight_rows = &table;
    return;
  }
  ProfileNumber number;
  number.kind = cell.is(Json::Kind::null)     ? ProfileNumber::Kind::not_assessed
                : cell.is(Json::Kind::string) ? ProfileNumber::Kind::positive
                                              : ProfileNumber::Kind::number;
  number.value = cell.number;
  number.rows = &table;
  reading.profile.push_back({table.paths[column], number});
}

void apply_table(const RowTable& table, Reading& reading, Issues& issues) {
  std::vector<std::size_t> open;  // columns that the shop did not give
  bool own_weights = false;
  for (std::size_t i = 0; i < table.paths.size(); ++i) {
    const bool given = gives_itself(table, i, reading);
    own_weights = own_weights || (given && table.nodes[i]);
    if (!given) {
      open.push_back(i);
    }
  }
  std::vector<const Json*> found;
  for (const Json* row : table.rows) {
    if (matches(table, *row, reading.enrolment)) {
      found.push_back(row);
    }
  }
  if (open.empty() || found.empty()) {
    return;
  }
  if (found.size() > 1) {
    add_issue(issues, "enrolment.ambiguous", "/enrolment",
              "several rows of the platform's table fit this store",
              {{"rows", words_of(table, found)}});
    return;
  }
  for (const std::size_t column : open) {
    if (!(own_weights && table.nodes[column])) {
      set_number(table, column, found.front()->items[table.by.size() + column], reading);
    }
  }
}

}  // namespace

void apply_rows(const Program& program, Reading& reading, Issues& issues) {
  for (const RowTable& table : program.rows) {
    if (find_in(reading.enrolment.words, table.by.front()) != nullptr) {
      apply_table(table, reading, issues);
    }
  }
}

}  // namespace shopgauge

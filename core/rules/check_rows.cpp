// What the shapes of a table of rows cannot say: cells, words and their names, weights, rows that
// are never reached.

#include <algorithm>

#include "core/base/decimal.h"
#include "core/rules/inspection.h"

namespace shopgauge::checker {
namespace {

constexpr std::string_view kWeights = "weights.";

bool is_weight(const Json& column) {
  return column.string.compare(0, kWeights.size(), kWeights) == 0;
}

bool contains(const std::vector<std::string_view>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool contains(const std::vector<Json>& list, std::string_view word) {
  return std::any_of(list.begin(), list.end(),
                     [&](const Json& item) { return item.string == word; });
}

struct Table {
  const std::vector<Json>& by;
  const std::vector<Json>& gives;
  const std::vector<Json>& any;
  std::vector<const Json*> rows;  // that have all their cells
};

void check_cells(const Json& row, const Table& table, Inspection& inspection) {
  for (std::size_t i = 0; i < row.items.size(); ++i) {
    const Json& cell = row.items[i];
    const bool weight = i >= table.by.size() && is_weight(table.gives[i - table.by.size()]);
    const bool fits = i < table.by.size() ? cell.is(Json::Kind::null) || !cell.string.empty()
                      : weight            ? cell.is(Json::Kind::number) && cell.number.sign() >= 0
                               : !cell.is(Json::Kind::string) || cell.string == "positive";
    if (!fits) {
      inspection.raise(cell, Fault::row_cell);
    }
  }
}

// Two rows that ask for the same words always fit together, so that neither ever decides.
bool same_words(const Json& one, const Json& other, const Table& table) {
  const auto word = [&](const Json& cell) {
    return contains(table.any, cell.string) ? std::string_view() : cell.string;
  };
  for (std::size_t i = 0; i < table.by.size(); ++i) {
    if (word(one.items[i]) != word(other.items[i])) {
      return false;
    }
  }
  return true;
}

void check_twice(const Table& table, Inspection& inspection) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto end = table.rows.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(table.rows.begin(), end, [&](const Json* before) {
          return same_words(*before, *table.rows[i], table);
        })) {
      inspection.raise(*table.rows[i], Fault::row_twice);
    }
  }
}

// Of one group of nodes: the columns give the weights of all or of none, and each row sums to 1.
void check_group_weights(const Json& at, const std::vector<Json>& group, const Table& table,
                         Inspection& inspection) {
  std::vector<std::size_t> columns;
  for (const Json& node : group) {
    for (std::size_t i = 0; i < table.gives.size(); ++i) {
      if (is_weight(table.gives[i]) &&
          table.gives[i].string.substr(kWeights.size()) == word_of(node, "id")) {
        columns.push_back(table.by.size() + i);
      }
    }
    check_group_weights(at, items_of(node, "nodes"), table, inspection);
  }
  if (columns.empty()) {
    return;
  }
  if (columns.size() != group.size()) {
    inspection.raise(*at.find("gives"), Fault::weights_part);
    return;
  }
  for (const Json* row : table.rows) {
    Rational sum;
    bool complete = true;
    for (const std::size_t column : columns) {
      complete = complete && row->items[column].is(Json::Kind::number);
      sum += row->items[column].number;
    }
    if (complete && sum != Rational(1)) {
      inspection.raise(*row, Fault::weights_sum, {{"sum", display(sum, 6)}});
    }
  }
}

void check_list(const Json& at, std::string_view key, const std::vector<std::string_view>& words,
                Inspection& inspection) {
  for (const Json& word : items_of(at, key)) {
    if (!word.string.empty() && !contains(words, word.string)) {
      inspection.raise(word, Fault::word_unused, {{"id", word.string}});
    }
  }
}

// Every word of the rows has an English name, and nothing else has.
void check_words(const Json& at, const Table& table, Inspection& inspection) {
  std::vector<std::string_view> words;
  for (const Json* row : table.rows) {
    for (std::size_t i = 0; i < table.by.size(); ++i) {
      const std::string& word = row->items[i].string;
      if (!word.empty() && !contains(words, word)) {
        words.push_back(word);
      }
    }
  }
  check_list(at, "any", words, inspection);
  check_list(at, "others", words, inspection);
  if (const Json* same = at.find("same")) {
    for (const JsonMember& member : same->members) {
      if (!contains(words, member.key)) {
        inspection.raise(member.value, Fault::word_unused, {{"id", member.key}});
      }
    }
  }
  const Json* names = at.find("words");
  if (names == nullptr || !names->is(Json::Kind::object)) {
    return;
  }
  for (const std::string_view word : words) {
    if (names->find(word) == nullptr) {
      inspection.raise(*names, Fault::name_missing, {{"id", word}});
    }
  }
  for (const JsonMember& name : names->members) {
    if (!contains(words, name.key)) {
      inspection.raise(name.value, Fault::name_unused);
    }
  }
}

}  // namespace

void check_rows(const Json& at, Inspection& inspection) {
  Table table{items_of(at, "by"), items_of(at, "gives"), items_of(at, "any"), {}};
  const std::vector<Json>& rows = items_of(at, "rows");
  for (const Json& row : rows) {
    if (!row.is(Json::Kind::array) || table.by.empty() || table.gives.empty()) {
      continue;
    }
    if (row.items.size() != table.by.size() + table.gives.size()) {
      inspection.raise(row, Fault::row_cells);
    } else {
      check_cells(row, table, inspection);
      table.rows.push_back(&row);
    }
  }
  if (const Json* score = inspection.document().find("score")) {
    check_group_weights(at, items_of(*score, "nodes"), table, inspection);
  }
  check_twice(table, inspection);
  if (table.rows.size() == rows.size()) {
    check_words(at, table, inspection);
  }
}

}  // namespace shopgauge::checker

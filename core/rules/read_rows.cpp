// The tables of a program document that give numbers by the store's category and type.

#include <algorithm>
#include <utility>

#include "core/base/decimal.h"
#include "core/rules/reader_parts.h"

namespace shopgauge::reader {
namespace {

void read_paths(const Cursor& at, RowTable& table, Context& context) {
  const Cursor list = at.need("gives");
  for (std::size_t i = 0; list && list.need_array() && i < list.size(); ++i) {
    const std::string_view path = list[i].text();
    constexpr std::string_view kWeights = "weights.";
    if (path.rfind(kWeights, 0) == 0) {
      const std::string_view id = path.substr(kWeights.size());
      const Node* node =
          context.program.score ? find_node(context.program.score->nodes, id) : nullptr;
      if (node == nullptr) {
        issue_unknown(list, "there is no such node", id);
      }
      table.paths.emplace_back();
      table.nodes.push_back(node == nullptr ? std::nullopt : std::optional(node->index));
    } else {
      use_profile_path(list, path, context);
      table.paths.push_back(path);
      table.nodes.emplace_back();
    }
  }
}

void read_same(const Cursor& at, RowTable& table) {
  const Cursor same = at.find("same");
  if (!same || !same.need_object()) {
    return;
  }
  table.same = &same.json();
  for (std::size_t i = 0; i < same.size(); ++i) {
    (void)read_strings(same[i]);
  }
}

// One row: a word or null for each of `by`, then a value for each of `gives`.
void read_row(const Cursor& at, RowTable& table) {
  if (!at.need_array()) {
    return;
  }
  const std::size_t words = table.by.size();
  if (at.size() != words + table.paths.size()) {
    at.issue("program.table", "a row has a cell for each of `by` and `gives`");
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Json& cell = at[i].json();
    const bool empty = cell.is(Json::Kind::null);
    const bool word = cell.is(Json::Kind::string);
    const bool target = !table.paths[i < words ? 0 : i - words].empty();
    const bool fits = i < words ? empty || word
                                : cell.is(Json::Kind::number) ||
                                      (target && (empty || cell.string == "positive"));
    if (!fits) {
      at[i].issue("program.table", "no such value may stand in this cell");
    }
  }
  table.rows.push_back(&at.json());
}

bool contains(const std::vector<std::string_view>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Every word of the rows has an English name, and nothing else has.
void check_words(const Cursor& at, const RowTable& table) {
  std::vector<std::string_view> words;
  for (const Json* row : table.rows) {
    for (std::size_t i = 0; i < table.by.size(); ++i) {
      const Json& cell = row->items[i];
      if (cell.is(Json::Kind::string) && !contains(words, cell.string)) {
        words.push_back(cell.string);
      }
    }
  }
  const Cursor names = at.need("words");
  if (!names || !names.need_object()) {
    return;
  }
  for (const std::string_view word : words) {
    if (names.json().find(word) == nullptr) {
      names.issue("program.text_missing", "the word has no English name", {{"id", word}});
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    (void)names[i].text();
    if (!contains(words, names.key(i))) {
      names[i].issue("program.unused_text", "nothing uses this");
    }
  }
  for (std::size_t i = 0; table.same != nullptr && i < table.same->members.size(); ++i) {
    if (!contains(words, table.same->members[i].key)) {
      issue_unknown(at, "no row has this word", table.same->members[i].key);
    }
  }
  for (const auto* list : {&table.any, &table.others}) {
    for (const std::string_view word : *list) {
      if (!contains(words, word)) {
        issue_unknown(at, "no row has this word", word);
      }
    }
  }
}

// The weights of a row sum to 1 in each group; a second row with the same words is never reached.
void check_rows(const Cursor& at, const RowTable& table) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    Rational sum;
    bool weighs = false;
    for (std::size_t j = 0; j < table.nodes.size(); ++j) {
      if (table.nodes[j]) {
        weighs = true;
        sum += table.rows[i]->items[table.by.size() + j].number;
      }
    }
    if (weighs && sum != Rational(1)) {
      at[i].issue("program.weights_sum", "the weights of a group sum to 1",
                  {{"sum", display(sum, 6)}});
    }
    for (std::size_t k = 0; k < i; ++k) {
      bool same = true;
      for (std::size_t j = 0; j < table.by.size(); ++j) {
        same = same && table.rows[i]->items[j].string == table.rows[k]->items[j].string;
      }
      if (same) {
        at[i].issue("program.duplicate_id", "a row with the same words stands above");
      }
    }
  }
}

}  // namespace

void read_rows(const Cursor& document, Context& context) {
  for_each(document, "rows", "by any others same gives words rows status source note",
           [&](const Cursor& one) {
             const std::size_t faults = one.issue_count();
             RowTable table;
             table.by = read_strings(one.need("by"));
             for (const std::string_view word : table.by) {
               if (index_in("category subcategory store_type", word) < 0) {
                 issue_unknown(one, "there is no such word of the enrolment", word);
               }
             }
             if (const Cursor any = one.find("any")) {
               table.any = read_strings(any);
             }
             if (const Cursor others = one.find("others")) {
               table.others = read_strings(others);
             }
             read_same(one, table);
             read_paths(one, table, context);
             const Cursor rows = one.need("rows");
             for (std::size_t i = 0; rows && rows.need_array() && i < rows.size(); ++i) {
               read_row(rows[i], table);
             }
             table.provenance = read_provenance(one, context);
             if (one.issue_count() == faults) {
               check_words(one, table);
               check_rows(rows, table);
             }
             context.program.rows.push_back(std::move(table));
           });
}

}  // namespace shopgauge::reader

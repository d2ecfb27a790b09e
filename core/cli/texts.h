// The command's words: the string table of one language, and the titles of a program document.

#ifndef SHOPGAUGE_CORE_CLI_TEXTS_H_
#define SHOPGAUGE_CORE_CLI_TEXTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"

namespace shopgauge::cli {

class Texts {
 public:
  // `table`: a file of core/api/texts; `document`: a program document, or null.
  Texts(Json table, std::string language, const Json* document);

  // The text of `key` with {name} replaced; the key itself where there is none.
  [[nodiscard]] std::string get(const std::string& key,
                                const std::vector<Param>& params = {}) const;
  [[nodiscard]] bool has(const std::string& key) const { return table_.find(key) != nullptr; }

  // The program's title.
  [[nodiscard]] std::string program() const;
  // The title of a metric, node, standard, gate or adjustment of the document, in this language;
  // the id where it has none.
  [[nodiscard]] std::string title(const std::string& id) const;
  // The metric with this id in the document, or null.
  [[nodiscard]] const Json* metric(const std::string& id) const;
  // Whether the metric with this id, or that of the standard or indicator, is a rate.
  [[nodiscard]] bool is_rate(const std::string& id) const;
  // The title of the entry with this id of one list of the document: "tiers", "lookback".
  [[nodiscard]] std::string title_in(const std::string& list, const std::string& id) const;
  // `texts` of the document: "rule.…", "store_type.…".
  [[nodiscard]] std::string text_of(const std::string& id) const;
  [[nodiscard]] std::string phase(const std::string& id) const;
  // Of a check of the cycle, by the id of its standard.
  [[nodiscard]] std::string check(const std::string& standard) const;
  // A word of the enrolment: by the document's texts, or by the tables of its rows.
  [[nodiscard]] std::string word(const std::string& word) const;
  [[nodiscard]] std::string titles(const Json& ids) const;
  // What a JSON Pointer into the document leads to, in words: "Formal · Warned · date".
  [[nodiscard]] std::string place(const std::string& pointer) const;
  // A text {"zh-CN", "en"} in this language.
  [[nodiscard]] std::string pick(const Json& text) const;

 private:
  Json table_;
  std::string language_;
  const Json* document_;
};

// How many columns of a terminal the text takes: Chinese characters take two.
[[nodiscard]] std::size_t columns(std::string_view text);
// The text and spaces up to `width` columns; before the text where `right`.
[[nodiscard]] std::string pad(std::string text, std::size_t width, bool right = false);

}  // namespace shopgauge::cli

#endif  // SHOPGAUGE_CORE_CLI_TEXTS_H_

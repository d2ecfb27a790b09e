// The building blocks of a program document that its readers share: texts, figures, thresholds,
// conditions. Private to this module.

#ifndef SHOPGAUGE_CORE_RULES_READER_PARTS_H_
#define SHOPGAUGE_CORE_RULES_READER_PARTS_H_

#include <string_view>
#include <vector>

#include "core/base/cursor.h"
#include "core/rules/curve.h"
#include "core/rules/program.h"

namespace shopgauge::reader {

inline constexpr CurveCodes kCurveCodes = {"program.table", "program.table_gap",
                                           "program.table_overlap"};

// What has been read so far, for references; and what has been used, for "unused".
struct Context {
  Program& program;
  std::vector<char> source_used;
  std::vector<std::string_view> texts;  // ids of the document's texts
  std::vector<char> text_used;
  std::vector<char> profile_used;
};

void issue_value(const Cursor& at, Literal message);

// Both languages, nothing else.
void read_text_value(const Cursor& at);
void read_text(const Cursor& parent, Literal key);
void read_optional_text(const Cursor& parent, Literal key);
void read_text_list(const Cursor& parent, Literal key, bool required);

// Empty after an issue.
std::string_view read_string(const Cursor& parent, Literal key);
// An id of lower-case letters, digits and underscores; empty after an issue.
std::string_view read_id(const Cursor& parent, Literal key);
// The place of the word among `words` (separated by spaces); 0 after an issue.
int read_word(const Cursor& parent, Literal key, Literal words);
// The same, as it stands.
std::string_view read_word_text(const Cursor& parent, Literal key, Literal words);
bool read_flag(const Cursor& parent, Literal key);
// A whole number within [low, high]; `low` after an issue.
int read_int(const Cursor& parent, Literal key, int low, int high);
// `value` as a whole number within [low, high]; `low` after an issue.
int whole_within(const Cursor& at, const Rational& value, int low, int high);
std::optional<Date> read_date(const Cursor& at);

// Calls `read` for each object of the list under `key`, which may be absent; issues for lists that
// are none, objects that are none and keys that are not among `keys`.
template <typename Read>
void for_each(const Cursor& parent, Literal key, Literal keys, const Read& read) {
  const Cursor list = parent.find(key);
  for (std::size_t i = 0; list && list.need_array() && i < list.size(); ++i) {
    const Cursor one = list[i];
    if (one.need_object(keys)) {
      read(one);
    }
  }
}

Provenance read_provenance(const Cursor& at, Context& context);
// The source alone, of a rule whose numbers stand in the profile.
std::string_view read_source(const Cursor& at, Context& context);
Threshold read_threshold(const Cursor& parent, Literal key, Context& context);
Figure read_figure(const Cursor& parent, Literal key, Context& context);
// A figure that is a whole number within [low, high].
int read_whole_figure(const Cursor& parent, Literal key, int low, int high, Context& context,
                      Provenance& provenance);
// Marks the text `<group>.<id>` as used, an issue when the document has none.
void use_text(const Cursor& at, Literal group, std::string_view id, Context& context);
std::size_t read_metric_reference(const Cursor& parent, Literal key, Context& context);
// The strings of a list; a single string is a list of one.
std::vector<std::string_view> read_strings(const Cursor& at);
// The standards whose ids stand under `key`, which may be absent.
std::vector<std::size_t> read_standard_list(const Cursor& parent, Literal key,
                                            const Context& context);
// Marks a profile path as used; an issue when profile_texts has no such path.
void use_profile_path(const Cursor& at, std::string_view path, Context& context);

Condition read_condition(const Cursor& at, Context& context);
Condition read_condition_member(const Cursor& parent, Literal key, Context& context);
// The operator and what it compares with; other keys of the object are the caller's.
void read_comparison(const Cursor& at, Comparison& comparison, Context& context);
// The same with the metric under `metric`.
void read_metric_comparison(const Cursor& at, Comparison& comparison, Context& context);
std::vector<Exclusion> read_exclusions(const Cursor& parent, Literal key, Context& context);

void issue_unknown(const Cursor& at, Literal message, std::string_view id);
void check_unique(const Cursor& at, const std::vector<std::string_view>& ids);

// The parts of a document that have a file of their own.
void read_score(const Cursor& at, Context& context);
void read_rows(const Cursor& document, Context& context);
void read_cycle(const Cursor& at, Context& context);

}  // namespace shopgauge::reader

#endif  // SHOPGAUGE_CORE_RULES_READER_PARTS_H_

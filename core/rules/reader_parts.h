// The building blocks of a program document that its readers share: texts, figures, thresholds,
// conditions. Private to this module.

#ifndef SHOPGAUGE_CORE_RULES_READER_PARTS_H_
#define SHOPGAUGE_CORE_RULES_READER_PARTS_H_

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cursor.h"
#include "core/rules/curve.h"
#include "core/rules/program.h"

namespace shopgauge::reader {

inline constexpr CurveCodes kCurveCodes = {"program.table", "program.table_gap", "program.table_overlap"};

// What has been read so far, for references; and what has been used, for "unused".
struct Context {
  Program& program;
  std::size_t prefix_length = 0;
  std::vector<bool> source_used;
  std::vector<std::string> texts;  // ids of the document's texts
  std::vector<bool> text_used;
  std::vector<bool> profile_used;
};

void issue_value(const Cursor& at, std::string message);

// Both languages, nothing else.
void read_text(const Cursor& parent, std::string_view key);
void read_optional_text(const Cursor& parent, std::string_view key);
void read_text_list(const Cursor& parent, std::string_view key, bool required);

// An id of lower-case letters, digits and underscores; empty after an issue.
std::string read_id(const Cursor& parent, std::string_view key);
// One of `words`; empty after an issue.
std::string read_word(const Cursor& parent, std::string_view key, std::initializer_list<std::string_view> words);
bool read_flag(const Cursor& parent, std::string_view key);
// A whole number within [low, high]; `low` after an issue.
int read_int(const Cursor& parent, std::string_view key, int low, int high);
// A number, or {"num", "den"}.
std::optional<Rational> read_number(const Cursor& at);
std::optional<Date> read_date(const Cursor& at);

Provenance read_provenance(const Cursor& at, Context& context);
// The source alone, of a rule whose numbers stand in the profile.
std::string read_source(const Cursor& at, Context& context);
Figure read_figure(const Cursor& parent, std::string_view key, Context& context);
// A figure that is a whole number within [low, high].
int read_whole_figure(const Cursor& parent, std::string_view key, int low, int high, Context& context, Provenance& provenance);
// Marks the text `id` as used, an issue when the document has none.
void use_text(const Cursor& at, const std::string& id, Context& context);
std::size_t read_metric_reference(const Cursor& parent, std::string_view key, Context& context);

Condition read_condition(const Cursor& at, Context& context);
Condition read_condition_member(const Cursor& parent, std::string_view key, Context& context);
// The operator and what it compares with; other keys of the object are the caller's.
void read_comparison(const Cursor& at, Comparison& comparison, Context& context);
std::vector<Exclusion> read_exclusions(const Cursor& parent, std::string_view key, Context& context);

void check_unique(const Cursor& at, const std::vector<std::string>& ids);

// The parts of a document that have a file of their own.
void read_score(const Cursor& at, Context& context);
void read_cycle(const Cursor& at, Context& context);

}  // namespace shopgauge::reader

#endif  // SHOPGAUGE_CORE_RULES_READER_PARTS_H_

// Which keys and words of a document decide something, and what may stand in their place.

#ifndef SHOPGAUGE_TESTS_MUTATE_WORDS_H_
#define SHOPGAUGE_TESTS_MUTATE_WORDS_H_

#include <array>
#include <string>
#include <string_view>

#include "core/base/json.h"

namespace shopgauge::tests {

// What no reply of a case is computed from: words for people; `step`, which a plan alone reads;
// `rolls` and `fed_by`, which a forecast alone reads (tests/repository/windows.py compares them
// with the texts beside them).
inline constexpr std::array<std::string_view, 22> kSilent = {
    "$schema",     "format",        "title",     "summary",     "platform", "sources",
    "questions",   "step",          "numerator", "note",        "what",     "window",
    "clock",       "where",         "advice",    "consequence", "texts",    "words",
    "denominator", "profile_texts", "rolls",     "fed_by"};

// A key that may be another, and one that may be absent.
struct Other {
  std::string_view key;
  std::string_view other;
};
inline constexpr std::array<Other, 8> kOperators = {{{"at_least", "above"},
                                                     {"above", "at_least"},
                                                     {"at_most", "below"},
                                                     {"below", "at_most"},
                                                     {"count_of", "sample_of"},
                                                     {"sample_of", "count_of"},
                                                     {"all", "any"},
                                                     {"any", "all"}}};

// A word that decides, and what stands there instead; nothing: the key goes.
struct Word {
  std::string_view key;
  std::string_view word;
  std::string_view instead;
};
inline constexpr std::array<Word, 24> kWords = {{
    {"mode", "half_up", "half_even"},
    {"mode", "half_up", "down"},
    {"mode", "half_even", "half_up"},
    {"mode", "half_even", "down"},
    {"mode", "down", "half_up"},
    {"mode", "up", "half_up"},
    {"closed", "left", "right"},
    {"closed", "right", "left"},
    {"better", "higher", "lower"},
    {"better", "lower", "higher"},
    {"score", "value", "unrounded"},
    {"score", "unrounded", "value"},
    {"on", "failures", "failures_in_a_row"},
    {"on", "failures_in_a_row", "failures"},
    {"on", "passes_in_a_row", "failures_in_a_row"},
    {"on", "each_failure", "each_pass"},
    {"on", "each_pass", "each_failure"},
    {"until", "month_end", "year_end"},
    {"until", "year_end", "month_end"},
    {"no_sample", "met", ""},
    {"only", "timeline", ""},
    {"month_after", "pass", ""},
    {"failures", "failures_so_far", ""},
    {"passes_in_a_row", "passes_in_a_row", ""},
}};

// `better` of a metric says where a curve of benchmarks begins, and of a standard by which months
// are judged, whether its number got better.
bool better_decides(const Json& document, const std::string& metric);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_MUTATE_WORDS_H_

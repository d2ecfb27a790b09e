// Changes JSON texts as trees: what comes out is nearly always JSON, and often a request or a
// document again.

#ifndef SHOPGAUGE_TESTS_FUZZ_MUTATE_H_
#define SHOPGAUGE_TESTS_FUZZ_MUTATE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopgauge::tests {

// Keys and words that mean something in requests and documents: those of the schema, of FORMAT.md,
// and of the shipped programs.
std::vector<std::string> known_words();

// The text with one to four changes; nothing when it is no JSON. `words` may come into it. The same
// seed gives the same text.
std::optional<std::string> mutate(std::string_view text, const std::vector<std::string>& words,
                                  std::uint32_t seed);

// The first text with a part of the second in the place of one of its own.
std::optional<std::string> cross_over(std::string_view text, std::string_view other,
                                      std::uint32_t seed);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_FUZZ_MUTATE_H_

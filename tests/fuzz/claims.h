// What holds of every reply, whatever the text that it answers: more than that the engine does not
// stop. Used by the fuzz targets and by the replay of what they found.

#ifndef SHOPGAUGE_TESTS_FUZZ_CLAIMS_H_
#define SHOPGAUGE_TESTS_FUZZ_CLAIMS_H_

#include <string>
#include <string_view>
#include <vector>

namespace shopgauge::tests {

// What the fuzz targets are called: the functions of core/api/shopgauge.h that they feed.
inline constexpr std::string_view kTargets[] = {"check", "assess", "timeline"};

// The claims that the reply of this function to this text breaks, and those of the replies that
// follow from it: what `check` accepts must load and run. Requests see the shipped programs.
std::vector<std::string> broken_claims(std::string_view target, const std::string& text);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_FUZZ_CLAIMS_H_

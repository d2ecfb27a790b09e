// What the fuzz targets once found, and texts near it: all claims hold of the replies.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/api/corpus.h"
#include "tests/fuzz/claims.h"

namespace shopgauge::tests {
namespace {

class Replay : public testing::TestWithParam<std::string_view> {};

TEST_P(Replay, ClaimsHold) {
  const std::string target(GetParam());
  const std::vector<std::string> files = files_below("tests/fuzz/corpus/" + target, ".json");
  EXPECT_FALSE(files.empty());
  for (const std::string& file : files) {
    for (const std::string& broken : broken_claims(target, read_file(file))) {
      ADD_FAILURE() << file << ": " << broken;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Of, Replay, testing::ValuesIn(kTargets),
                         [](const auto& parameter) { return std::string(parameter.param); });

}  // namespace
}  // namespace shopgauge::tests

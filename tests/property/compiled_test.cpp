// The compiled program and `assess` agree on drawn rows of every shipped edition: a share of the
// million that tests/million compares in the release build.

#include <gtest/gtest.h>

#include <string>

#include "tests/api/corpus.h"
#include "tests/property/compiled_rows.h"
#include "tests/property/draw.h"

namespace shopgauge::tests {
namespace {

class Compiled : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Of, Compiled, testing::ValuesIn(shipped_documents()),
                         [](const auto& parameter) { return test_name(parameter.param); });

TEST_P(Compiled, AgreesWithAssess) {
  constexpr std::size_t kRows = 300;  // more than a block
  SCOPED_TRACE("SHOPGAUGE_SEED=" + std::to_string(seed_of_run()));
  const Agreement agreement =
      compare_compiled(GetParam(), seed_of_run(), static_cast<std::size_t>(times(6)), kRows);
  for (const std::string& difference : agreement.differences) {
    ADD_FAILURE() << difference;
  }
  for (const std::string& reason : agreement.refusals) {
    ADD_FAILURE() << "a shop does not compile: " << reason;
  }
  EXPECT_GT(agreement.rows, 0U);
  // The exact way is for the few rows that lie on an edge.
  EXPECT_LT(agreement.exact, agreement.rows / 20 + agreement.steered);
}

}  // namespace
}  // namespace shopgauge::tests

// A shipped edition in a catalog, and draws for it: what every test of a property begins with.

#ifndef SHOPGAUGE_TESTS_PROPERTY_FIXTURE_H_
#define SHOPGAUGE_TESTS_PROPERTY_FIXTURE_H_

#include <gtest/gtest.h>

#include <string>

#include "core/api/shopgauge.h"
#include "tests/api/corpus.h"
#include "tests/property/draw.h"
#include "tests/property/edition.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {

// The parameter is the document's path.
class OfEdition : public testing::TestWithParam<std::string> {
 protected:
  OfEdition() : edition_(GetParam()) {
    EXPECT_TRUE(is_ok(parse(load(catalog_, read_file(GetParam())), GetParam())));
  }

  // The value of the reply, which must be there: requests of these tests are admissible.
  Json value_of(std::string (*function)(const Catalog&, std::string_view), const Json& request) {
    const std::string text = written(request);
    const Json reply = parse(function(catalog_, text), text);
    EXPECT_TRUE(is_ok(reply)) << text << "\n" << written(reply);
    return is_ok(reply) ? member(reply, "value") : object();
  }

  Edition edition_;
  Catalog catalog_;
};

// A failure names the seed that draws the same again.
class DrawnFromEdition : public OfEdition {
 protected:
  DrawnFromEdition()
      : trace_(__FILE__, __LINE__, "SHOPGAUGE_SEED=" + std::to_string(seed_of_run())),
        draw_(edition_, seed_of_run()) {}

  testing::ScopedTrace trace_;
  Draw draw_;
};

inline std::string name_of_document(const testing::TestParamInfo<std::string>& parameter) {
  return test_name(parameter.param);
}

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_FIXTURE_H_

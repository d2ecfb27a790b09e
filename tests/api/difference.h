// Whether a reply says what a case expects, compared as tests/conformance/run.py compares.

#ifndef SHOPGAUGE_TESTS_API_DIFFERENCE_H_
#define SHOPGAUGE_TESTS_API_DIFFERENCE_H_

#include <string>

#include "core/base/json.h"
#include "tests/api/corpus.h"

namespace shopgauge::tests {

// Where `got` first differs from `want`, and how; empty when it holds. Objects: each key of `want`
// is in `got` with the same value. Lists: item by item; the list [{"any": […]}] wants each of its
// members somewhere in `got`. Numbers: exactly, as decimals.
std::string difference(const Json& want, const Json& got, const std::string& path = "");

// Why the reply is not what the case wants; empty when it is. A case has `expect`, a part of the
// value, or `expect_issue`, the code of one of the issues, and beside it perhaps `issues`, all of
// them in their order: {"code", "path", "params"} or a part of it.
std::string outcome_difference(const Case& one, const Json& reply);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_API_DIFFERENCE_H_

// Courses of a store drawn at random, and what to look for in their timelines.

#ifndef SHOPGAUGE_TESTS_PROPERTY_COURSE_H_
#define SHOPGAUGE_TESTS_PROPERTY_COURSE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/api/shopgauge.h"
#include "core/base/json.h"
#include "tests/property/draw.h"
#include "tests/property/edition.h"

namespace shopgauge::tests {

// The shipped documents that have a cycle, and those that have tables of rows.
std::vector<std::string> documents_with_cycles();
std::vector<std::string> documents_with_rows();

// The value of the reply to `timeline`; nothing when the request is refused.
std::optional<Json> trace(const Catalog& catalog, const Json& request);

// A request that enters by this way in, with all of its dates on `first`, until `until`.
Json course_from(const Edition& edition, const Json& entry, std::string_view first,
                 std::string_view until);

// A course with some of its months and checks given, one after the other, until nothing is left or
// chance has enough. Its request is never refused.
Json drawn_course(const Edition& edition, const Catalog& catalog, Draw& draw);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_PROPERTY_COURSE_H_

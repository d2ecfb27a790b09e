// Program documents for tests: the good one, and faulty ones made from it by a JSON Patch.

#ifndef SHOPGAUGE_TESTS_RULES_DOCUMENTS_H_
#define SHOPGAUGE_TESTS_RULES_DOCUMENTS_H_

#include <nlohmann/json.hpp>
#include <string>

namespace shopgauge::tests {

// Keeps the order of keys, so that lines can be named. Its numbers go through double, which all
// numbers of these documents survive.
using Dom = nlohmann::ordered_json;

// A document of this folder without a fault: good.json is of the usual kind, full.json has every
// form that FORMAT.md knows.
Dom good_document(const std::string& name = "good.json");

// The document that a file {"why", "base", "patch"} describes; one space for each level.
std::string patched_document(const std::string& file);

std::string text_of_document(const Dom& document);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_RULES_DOCUMENTS_H_

// Makes faulty documents from a good one.

#include "tests/rules/documents.h"

#include "tests/api/corpus.h"

namespace shopgauge::tests {

Dom good_document() { return Dom::parse(read_file("tests/rules/issues/good.json")); }

std::string patched_document(const std::string& file) {
  const Dom recipe = Dom::parse(read_file(file));
  const std::string base = recipe["base"].get<std::string>();
  const Dom document = Dom::parse(read_file("tests/rules/issues/" + base));
  return text_of_document(document.patch(recipe["patch"]));
}

std::string text_of_document(const Dom& document) { return document.dump(1); }

}  // namespace shopgauge::tests

// Makes faulty documents from a good one.

#include "tests/rules/documents.h"

#include "tests/api/corpus.h"

namespace shopgauge::tests {

Dom good_document(const std::string& name) { return Dom::parse(read_file("tests/rules/" + name)); }

std::string patched_document(const std::string& file) {
  const Dom recipe = Dom::parse(read_file(file));
  const std::string base = recipe["base"].get<std::string>();
  return text_of_document(good_document(base).patch(recipe["patch"]));
}

std::string text_of_document(const Dom& document) { return document.dump(1); }

}  // namespace shopgauge::tests

// The texts that the tests of the API feed to the engine: shipped programs, cases, requests. All
// are read from the repository, so that a native and a WebAssembly run see the same bytes.

#ifndef SHOPGAUGE_TESTS_API_CORPUS_H_
#define SHOPGAUGE_TESTS_API_CORPUS_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/api/shopgauge.h"
#include "core/base/json.h"

namespace shopgauge::tests {

// The text of a file; `path` is counted from the repository root. Stops the program when it cannot
// be read.
std::string read_file(const std::string& path);

// The files below `folder` whose name ends with `suffix`, at any depth, sorted, each as a path from
// the repository root.
std::vector<std::string> files_below(const std::string& folder, std::string_view suffix);

// The folders in `folder`, by name, sorted.
std::vector<std::string> folders_in(const std::string& folder);

// The program documents of core/programs, as paths, sorted.
std::vector<std::string> shipped_documents();

// A catalog with all of them. Stops the program when one does not load.
Catalog shipped_catalog();

// Whether the API has a function that takes a request by this name.
bool is_function(std::string_view name);

// The reply of the function. Precondition: is_function(function).
std::string reply_to(Catalog& catalog, std::string_view function, std::string_view text);

// Parses a text of ours. Stops the program when it is no JSON; `name` says which text it was.
Json parse(std::string_view text, std::string_view name);

// The part of `text` that the value was read from, as it was written.
std::string_view text_of(std::string_view text, const Json& value);

// The member that must be there.
const Json& member(const Json& object, std::string_view key);

// A string, or nothing where the key is absent.
std::string string_or_nothing(const Json& object, std::string_view key);

// Whether the reply has `ok` true.
bool is_ok(const Json& reply);

struct Case {
  std::string file;
  std::string name;
  std::string function;
  std::string program;  // empty where the request holds a whole document
  std::string request;  // text
  Json json;            // the whole case
};

// The cases of a file of cases (tests/conformance/run.py says what a case is). A file may have one
// document for all of them: {"document":{…},"cases":[…]}, whose requests do not name a program.
std::vector<Case> cases_of(const std::string& file);

// All files of cases: beside the shipped programs, of small documents, and the conformance cases.
std::vector<std::string> case_files();

// "core/programs/douyin-flagship/2022-07-15.cases.json" -> "douyin_flagship_2022_07_15": the last
// folder and the name, with what GoogleTest allows in a name.
std::string test_name(const std::string& file);

}  // namespace shopgauge::tests

#endif  // SHOPGAUGE_TESTS_API_CORPUS_H_

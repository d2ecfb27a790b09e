// Finds and reads the cases and documents of the repository.

#include "tests/api/corpus.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace shopgauge::tests {
namespace {

[[noreturn]] void stop(std::string_view what, std::string_view name) {
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(name.size()), name.data(),
               static_cast<int>(what.size()), what.data());
  std::abort();
}

std::string absolute(const std::string& path) {
  return std::string(SHOPGAUGE_SOURCE_DIR) + "/" + path;
}

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

// The names in a folder, and whether each is a folder itself.
std::vector<std::pair<std::string, bool>> entries_of(const std::string& folder) {
  std::error_code error;
  std::vector<std::pair<std::string, bool>> entries;
  for (std::filesystem::directory_iterator at(absolute(folder), error), end; !error && at != end;
       at.increment(error)) {
    entries.emplace_back(at->path().filename().string(), at->is_directory(error));
  }
  if (error) {
    stop(error.message(), folder);
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

// The byte after the string that opens at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (++at; text[at] != '"'; ++at) {
    at += text[at] == '\\' ? 1U : 0U;
  }
  return at + 1;
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream stream(absolute(path), std::ios::binary);
  if (!stream) {
    stop("cannot be read", path);
  }
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::vector<std::string> files_below(const std::string& folder, std::string_view suffix) {
  std::vector<std::string> files;
  for (const auto& [name, is_folder] : entries_of(folder)) {
    const std::string path = folder + "/" + name;
    if (is_folder) {
      const std::vector<std::string> below = files_below(path, suffix);
      files.insert(files.end(), below.begin(), below.end());
    } else if (ends_with(name, suffix)) {
      files.push_back(path);
    }
  }
  return files;
}

std::vector<std::string> folders_in(const std::string& folder) {
  std::vector<std::string> folders;
  for (const auto& [name, is_folder] : entries_of(folder)) {
    if (is_folder) {
      folders.push_back(name);
    }
  }
  return folders;
}

// Beside each document <edition>.json stand <edition>.cases.json and example requests.
std::vector<std::string> shipped_documents() {
  std::vector<std::string> documents = files_below("core/programs", ".json");
  const auto is_other = [](const std::string& path) {
    return ends_with(path, ".cases.json") || ends_with(path, ".request.json");
  };
  documents.erase(std::remove_if(documents.begin(), documents.end(), is_other), documents.end());
  std::sort(documents.begin(), documents.end());
  return documents;
}

Catalog shipped_catalog() {
  Catalog catalog;
  for (const std::string& path : shipped_documents()) {
    const std::string reply = load(catalog, read_file(path));
    if (!is_ok(parse(reply, path))) {
      stop(reply, path);
    }
  }
  return catalog;
}

namespace {

struct Function {
  std::string_view name;
  std::string (*reply)(Catalog&, std::string_view);
};

template <std::string (*Reply)(const Catalog&, std::string_view)>
std::string unchanged(Catalog& catalog, std::string_view text) {
  return Reply(catalog, text);
}

constexpr Function kFunctions[] = {
    {"load", &load},
    {"programs", &unchanged<&programs>},
    {"assess", &unchanged<&assess>},
    {"timeline", &unchanged<&timeline>},
    {"compare", &unchanged<&compare>},
    {"plan", &unchanged<&plan>},
    {"check", [](Catalog&, std::string_view text) { return check(text); }},
    {"answer_line",
     [](Catalog& catalog, std::string_view line) { return answer_line(catalog, line); }},
};

const Function* function_of(std::string_view name) {
  for (const Function& function : kFunctions) {
    if (function.name == name) {
      return &function;
    }
  }
  return nullptr;
}

}  // namespace

bool is_function(std::string_view name) { return function_of(name) != nullptr; }

std::string reply_to(Catalog& catalog, std::string_view function, std::string_view text) {
  const Function* found = function_of(function);
  if (found == nullptr) {
    stop("no such function", function);
  }
  return found->reply(catalog, text);
}

Json parse(std::string_view text, std::string_view name) {
  Result<Json> json = parse_json(text);
  if (!json.ok()) {
    stop(json.issues().front().code + " " + json.issues().front().path, name);
  }
  return json.take();
}

std::string_view text_of(std::string_view text, const Json& value) {
  const std::size_t begin = value.offset;
  std::size_t at = begin;
  if (text[at] == '"') {
    return text.substr(begin, end_of_string(text, at) - begin);
  }
  if (text[at] != '{' && text[at] != '[') {
    return text.substr(begin, std::min(text.find_first_of(",]} \t\r\n", at), text.size()) - begin);
  }
  int depth = 0;
  do {
    const char c = text[at];
    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    at = c == '"' ? end_of_string(text, at) : at + 1;
  } while (depth > 0);
  return text.substr(begin, at - begin);
}

const Json& member(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  if (found == nullptr) {
    stop("a key is missing", key);
  }
  return *found;
}

std::string string_or_nothing(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found == nullptr ? std::string() : found->string;
}

bool is_ok(const Json& reply) { return member(reply, "ok").boolean; }

// A request, which has members, about this document.
std::string with_program(const std::string& request, std::string_view document) {
  return "{\"program\":" + std::string(document) + "," + request.substr(1);
}

std::vector<Case> cases_of(const std::string& file) {
  const std::string text = read_file(file);
  Json root = parse(text, file);
  const Json* document = root.find("document");
  Json list = document == nullptr ? root : member(root, "cases");
  std::vector<Case> cases;
  for (Json& one : list.items) {
    const Json& request = member(one, "request");
    Case& added = cases.emplace_back();
    added.file = file;
    added.name = member(one, "name").string;
    added.function = member(one, "function").string;
    added.program = string_or_nothing(request, "program");
    added.request = std::string(text_of(text, request));
    if (document != nullptr) {
      added.request = with_program(added.request, text_of(text, *document));
    }
    added.json = std::move(one);
  }
  return cases;
}

std::vector<std::string> case_files() {
  std::vector<std::string> files = files_below("core/programs", ".cases.json");
  for (const char* folder : {"tests/api/features", "tests/conformance"}) {
    const std::vector<std::string> more = files_below(folder, ".json");
    files.insert(files.end(), more.begin(), more.end());
  }
  return files;
}

std::string test_name(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  const std::size_t begin = file.rfind('/', slash - 1) + 1;
  std::string name = file.substr(begin, file.find('.', slash) - begin);
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

}  // namespace shopgauge::tests

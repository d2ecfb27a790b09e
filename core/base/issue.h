// A problem with a text from outside: what is wrong and where. All problems of a text are collected
// in stable order; `code` and `params` are the contract, `message` is for developers.

#ifndef SHOPGAUGE_CORE_BASE_ISSUE_H_
#define SHOPGAUGE_CORE_BASE_ISSUE_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shopgauge {

// A text that stands in the source. In WebAssembly it is one word at every call, where a
// string_view is an object in memory: with it the engine became 5 % smaller.
using Literal = const char*;

struct Param {
  std::string name;
  std::string value;
};

// A parameter at the place where an issue is raised.
struct ParamView {
  Literal name;
  std::string_view value;
};

struct Issue {
  std::string code;     // "metric.unknown"; stable, tested
  std::string path;     // JSON Pointer into the text
  std::string message;  // English
  std::vector<Param> params;
  std::optional<std::uint32_t> offset;  // byte of the text that the issue points at
};

using Issues = std::vector<Issue>;

void add_issue(Issues& issues, Literal code, std::string path, Literal message,
               std::initializer_list<ParamView> params,
               std::optional<std::uint32_t> offset = std::nullopt);
[[nodiscard]] Issues one_issue(Literal code, std::string path, Literal message,
                               std::initializer_list<ParamView> params);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_ISSUE_H_

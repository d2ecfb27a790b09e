// A problem with a text from outside: what is wrong and where. All problems of a text are collected
// in stable order; `code` and `params` are the contract, `message` is for developers.

#ifndef SHOPGAUGE_CORE_BASE_ISSUE_H_
#define SHOPGAUGE_CORE_BASE_ISSUE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace shopgauge {

struct Param {
  std::string name;
  std::string value;
};

struct Issue {
  std::string code;     // "metric.unknown"; stable, tested
  std::string path;     // JSON Pointer into the text
  std::string message;  // English
  std::vector<Param> params;
  std::optional<std::uint32_t> offset;  // byte of the text that the issue points at
};

using Issues = std::vector<Issue>;

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_ISSUE_H_

// Issues from views, so that the places that raise them stay small.

#include "core/base/issue.h"

#include <utility>

namespace shopgauge {

void add_issue(Issues& issues, Literal code, std::string path, Literal message,
               std::initializer_list<ParamView> params, std::optional<std::uint32_t> offset) {
  Issue& issue = issues.emplace_back();
  issue.code = code;
  issue.path = std::move(path);
  issue.message = message;
  for (const ParamView& param : params) {
    Param& added = issue.params.emplace_back();
    added.name = param.name;
    added.value = param.value;
  }
  issue.offset = offset;
}

Issues one_issue(Literal code, std::string path, Literal message,
                 std::initializer_list<ParamView> params) {
  Issues issues;
  add_issue(issues, code, std::move(path), message, params);
  return issues;
}

}  // namespace shopgauge

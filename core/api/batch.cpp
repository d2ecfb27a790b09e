// One line of a batch. A file of its own, so that an engine that answers single functions does not
// link all of them.

#include "core/api/answer.h"

namespace shopgauge {
namespace {

using namespace api;  // NOLINT: the parts exist for this module

// The function that a line names, else the one whose requests alone have such a member. Issue:
// `request.function`.
const Function& function_of(const Cursor& line) {
  const Cursor named = line.find("function");
  if (!named) {
    return line.find("as_of")   ? kForecast
           : line.find("until") ? kTimeline
           : line.find("sides") ? kCompare
           : line.find("goal")  ? kPlan
                                : kAssess;
  }
  const std::string_view name = named.text();
  for (const Function* function : {&kAssess, &kTimeline, &kCompare, &kPlan, &kForecast}) {
    if (name == function->name) {
      return *function;
    }
  }
  if (name.data() != nullptr) {
    named.issue("request.function", "must be assess, timeline, compare, plan or forecast",
                {{"value", name}});
  }
  return kAssess;
}

}  // namespace

std::string answer_line(const Catalog& catalog, std::string_view line) {
  return answer(catalog, line, nullptr, &function_of);
}

}  // namespace shopgauge

// One line of a batch. A file of its own, so that an engine that answers single functions does not
// link all of them.

#include "core/api/answer.h"

namespace shopgauge {
namespace {

using namespace api;  // NOLINT: the parts exist for this module

constexpr std::size_t kLongestStore = 256;  // bytes
constexpr const Function* kFunctions[] = {&kAssess, &kTimeline, &kCompare, &kPlan};

const Function* named(std::string_view name) {
  for (const Function* function : kFunctions) {
    if (name == function->name) {
      return function;
    }
  }
  return nullptr;
}

// The function that a line names, else `otherwise`, else the one whose requests alone have such a
// member. Issue: `request.function`.
const Function& function_of(const Cursor& line, const Function* otherwise) {
  const Cursor own = line.find("function");
  if (!own && otherwise != nullptr) {
    return *otherwise;
  }
  if (!own) {
    return line.find("until")   ? kTimeline
           : line.find("sides") ? kCompare
           : line.find("goal")  ? kPlan
                                : kAssess;
  }
  const std::string_view name = own.text();
  const Function* function = named(name);
  if (function == nullptr && name.data() != nullptr) {
    own.issue("request.function", "must be assess, timeline, compare or plan", {{"value", name}});
  }
  return function == nullptr ? kAssess : *function;
}

// What the line calls its store, as JSON; nothing where it does not. Issue: `request.store`.
std::string store_of(const Cursor& line) {
  const Cursor store = line.find("store");
  if (!store) {
    return "";
  }
  const Json& json = store.json();
  const bool text =
      json.is(Json::Kind::string) && !json.string.empty() && json.string.size() <= kLongestStore;
  if (!text && !(json.is(Json::Kind::number) && json.number.is_integer())) {
    store.issue("request.store", "must be a whole number, or a text of 1 to 256 bytes");
    return "";
  }
  JsonWriter writer;
  writer.json(json);
  return writer.take();
}

}  // namespace

std::string answer_line(const Catalog& catalog, std::string_view line, std::string_view function) {
  const RationalScope scope;
  const Result<Json> json = parse_json(line);
  if (!json.ok()) {
    return refuse(json.issues(), line);
  }
  Issues issues;
  const CursorContext context = request_context(issues);
  const Cursor request(json.value(), context);
  const std::string store = store_of(request);
  const Function& asked = function_of(request, named(function));
  const std::string keys = std::string("function store ") + asked.keys;
  const std::string reply = answer(catalog, request, issues, asked, keys.c_str());
  return store.empty() ? reply : "{\"store\":" + store + "," + reply.substr(1);
}

}  // namespace shopgauge

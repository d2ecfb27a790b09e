// Compares a reply with what a case expects of it.

#include "tests/api/difference.h"

#include <algorithm>

#include "core/base/decimal.h"

namespace shopgauge::tests {
namespace {

std::string shown(const Json& value) {
  switch (value.kind) {
    case Json::Kind::null:
      return "null";
    case Json::Kind::boolean:
      return value.boolean ? "true" : "false";
    case Json::Kind::number:
      return to_decimal(value.number);
    case Json::Kind::string:
      return "\"" + value.string + "\"";
    case Json::Kind::array:
      return "a list of " + std::to_string(value.items.size());
    case Json::Kind::object:
      break;
  }
  std::string text = "{";
  for (const JsonMember& one : value.members) {
    text += (text.size() > 1 ? ", " : "") + one.key + ": " + shown(one.value);
  }
  return text + "}";
}

std::string mismatch(const Json& want, const Json& got, const std::string& path) {
  return path + ": want " + shown(want) + ", got " + shown(got);
}

std::string object_difference(const Json& want, const Json& got, const std::string& path) {
  for (const JsonMember& one : want.members) {
    const std::string step = path + pointer_step(one.key);
    const Json* found = got.find(one.key);
    if (found == nullptr) {
      return step + ": absent";
    }
    std::string differs = difference(one.value, *found, step);
    if (!differs.empty()) {
      return differs;
    }
  }
  return {};
}

std::string any_difference(const Json& wanted, const Json& got, const std::string& path) {
  for (const Json& item : wanted.items) {
    const bool found = std::any_of(got.items.begin(), got.items.end(), [&](const Json& candidate) {
      return difference(item, candidate).empty();
    });
    if (!found) {
      return path + ": no item like " + shown(item);
    }
  }
  return {};
}

std::string list_difference(const Json& want, const Json& got, const std::string& path) {
  const bool any = want.items.size() == 1 && want.items[0].members.size() == 1 &&
                   want.items[0].members[0].key == "any";
  if (any) {
    return any_difference(want.items[0].members[0].value, got, path);
  }
  if (want.items.size() != got.items.size()) {
    return mismatch(want, got, path);
  }
  for (std::size_t i = 0; i < want.items.size(); ++i) {
    std::string differs = difference(want.items[i], got.items[i], path + "/" + std::to_string(i));
    if (!differs.empty()) {
      return differs;
    }
  }
  return {};
}

// The codes of a refusal: "metric.unknown, metric.type".
std::string codes_of(const Json& reply) {
  std::string codes;
  for (const Json& issue : member(reply, "issues").items) {
    codes += (codes.empty() ? "" : ", ") + member(issue, "code").string;
  }
  return codes;
}

// The code that must be among the issues, and where the case has them, all that it says of each.
std::string issue_difference(const Json& one, const Json& reply) {
  const std::string& code = member(one, "expect_issue").string;
  if (is_ok(reply)) {
    return "want the issue " + code;
  }
  const Json& got = member(reply, "issues");
  const bool found = std::any_of(got.items.begin(), got.items.end(), [&](const Json& issue) {
    return member(issue, "code").string == code;
  });
  if (!found) {
    return "want the issue " + code + ", got " + codes_of(reply);
  }
  const Json* issues = one.find("issues");
  return issues == nullptr ? "" : difference(*issues, got, "/issues");
}

}  // namespace

std::string difference(const Json& want, const Json& got, const std::string& path) {
  if (want.kind != got.kind) {
    return mismatch(want, got, path);
  }
  switch (want.kind) {
    case Json::Kind::object:
      return object_difference(want, got, path);
    case Json::Kind::array:
      return list_difference(want, got, path);
    case Json::Kind::null:
      return {};
    case Json::Kind::boolean:
      return want.boolean == got.boolean ? "" : mismatch(want, got, path);
    case Json::Kind::number:
      return want.number == got.number ? "" : mismatch(want, got, path);
    case Json::Kind::string:
      return want.string == got.string ? "" : mismatch(want, got, path);
  }
  return path + ": a value of no kind";
}

std::string outcome_difference(const Case& one, const Json& reply) {
  if (one.json.find("expect_issue") != nullptr) {
    return issue_difference(one.json, reply);
  }
  return is_ok(reply) ? difference(member(one.json, "expect"), member(reply, "value"))
                      : "refused: " + codes_of(reply);
}

}  // namespace shopgauge::tests

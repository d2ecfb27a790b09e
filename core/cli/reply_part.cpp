// Finds where members end without reading them.

#include "core/cli/reply_part.h"

#include <algorithm>
#include <array>

namespace shopgauge::cli {
namespace {

// The place after the string that begins there.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    at += text[at] == '\\' ? 1U : 0U;
  }
  return at + 1;
}

// The place after the value that begins there.
std::size_t end_of_value(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (depth == 0 && (c == ',' || c == '}')) {
      return at;
    }
    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    at = c == '"' ? end_of_string(text, at) : at + 1;
  }
  return at;
}

}  // namespace

std::string shown_part(std::string_view reply) {
  constexpr std::array<std::string_view, 10> kLeftOut = {
      "\"nodes\"",   "\"adjustments\"", "\"gates\"",  "\"assumptions\"", "\"sources\"",
      "\"notices\"", "\"months\"",      "\"checks\"", "\"lookback\"",    "\"needs\""};
  constexpr std::string_view kValue = "\"ok\":true,\"value\":{";
  const std::size_t value = reply.find(kValue);
  if (value == std::string_view::npos) {
    return std::string(reply);
  }
  std::size_t at = value + kValue.size();
  std::string part(reply.substr(0, at));
  while (at < reply.size() && reply[at] == '"') {
    const std::size_t colon = end_of_string(reply, at);
    const std::size_t end = end_of_value(reply, colon + 1);
    const std::string_view key = reply.substr(at, colon - at);
    if (std::find(kLeftOut.begin(), kLeftOut.end(), key) == kLeftOut.end()) {
      part += part.back() == '{' ? "" : ",";
      part += reply.substr(at, end - at);
    }
    at = end < reply.size() && reply[end] == ',' ? end + 1 : end;
  }
  part += reply.substr(std::min(at, reply.size()));
  return part;
}

}  // namespace shopgauge::cli

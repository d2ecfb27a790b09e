// Whatever stands at whatever place of a program document: the engine replies, never stops, and what
// it accepts it can also run.

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "tests/api/corpus.h"
#include "tests/rules/documents.h"

namespace shopgauge::tests {
namespace {

// What is put in the place of every value in turn; "remove" takes it away.
constexpr std::array<const char*, 12> kReplacements = {
    "remove", "null", "true", "{}", "[]", "[[]]", "\"\"", "\"x\"", "-1", "0", "1000000", "0.5"};

void add_places(const Dom& at, const std::string& path, std::vector<std::string>& places) {
  for (const auto& [key, value] : at.items()) {
    const std::string place = path + "/" + key;
    places.push_back(place);
    if (value.is_structured()) {
      add_places(value, place, places);
    }
  }
}

// Requests that between them read every part of the good document.
std::vector<std::string> requests_with(const std::string& program) {
  const std::string begin = R"({"program":)" + program + ",";
  return {
      begin + R"("metrics":{"orders":40,"hours":13,"bad_rate":0.2,"insured":true},"date":"2026-02-01"})",
      begin + R"("metrics":{"orders":40,"hours":null,"bad_rate":{"num":1,"den":100}},"given":{},
         "what_if":{"metrics":{"orders":3}}})",
      begin + R"("enrolment":{"store_type":"official_flagship"}})",
      begin + R"("enrolment":{"joined":"2026-01-10"},"until":"2026-12-31","date":"2026-03-01"})",
      begin + R"("enrolment":{"joined":"2026-01-10"},"checks":[{"date":"2026-02-10","met":false}],
         "months":[{"month":"2026-03","met":true}],"choices":{"upgraded":"2026-04-01"},
         "until":"2026-12-31"})",
      begin + R"("enrolment":{"formal_since":"2026-01-01","failures_so_far":1},
         "profile":{"targets":{"bad_rate":0.01}},
         "months":[{"month":"2026-01","metrics":{"bad_rate":0.02}},{"month":"2026-02","met":true}],
         "choices":{"downgrade_to":"flagship"},"until":"2027-12-31"})",
  };
}

bool is_reply(const std::string& text) {
  const Result<Json> json = parse_json(text);
  if (!json.ok()) {
    return false;
  }
  const Json* ok = json.value().find("ok");
  const Json* issues = json.value().find("issues");
  return ok != nullptr && (ok->boolean || (issues != nullptr && !issues->items.empty()));
}

void run(const std::string& document) {
  const std::string checked = check(document);
  ASSERT_TRUE(is_reply(checked)) << checked;
  if (!is_ok(parse(checked, "check"))) {
    return;
  }
  const Catalog catalog;
  for (const std::string& request : requests_with(document)) {
    const bool course = request.find("\"until\":\"202") != std::string::npos &&
                        request.rfind("\"until\"") > document.size();
    const std::string reply = course ? timeline(catalog, request) : assess(catalog, request);
    EXPECT_TRUE(is_reply(reply)) << reply;
  }
}

TEST(Sweep, EveryValueReplaced) {
  const Dom good = good_document();
  std::vector<std::string> places;
  add_places(good, "", places);
  EXPECT_GE(places.size(), 400U);
  for (const std::string& place : places) {
    if (place.find("/zh-CN") != std::string::npos) {
      continue;  // as en
    }
    for (const char* replacement : kReplacements) {
      SCOPED_TRACE(place + " <- " + replacement);
      Dom step = {{"op", "remove"}, {"path", place}};
      if (std::string_view(replacement) != "remove") {
        step["op"] = "replace";
        step["value"] = Dom::parse(replacement);
      }
      run(text_of_document(good.patch(Dom::array({step}))));
    }
  }
}

// Every number of the document a little less and a little more.
TEST(Sweep, EveryNumberMoved) {
  const Dom good = good_document();
  std::vector<std::string> places;
  add_places(good, "", places);
  for (const std::string& place : places) {
    const Dom& value = good.at(Dom::json_pointer(place));
    if (!value.is_number()) {
      continue;
    }
    for (const double by : {-1.0, -0.25, 0.25, 1.0}) {
      SCOPED_TRACE(place + " moved by " + std::to_string(by));
      const Dom step = {{"op", "replace"}, {"path", place}, {"value", value.get<double>() + by}};
      run(text_of_document(good.patch(Dom::array({step}))));
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

// Whatever stands at whatever place of a program document: the engine replies, never stops, and
// what it accepts it can also run.

#include <gtest/gtest.h>

#include <array>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/api/corpus.h"
#include "tests/rules/documents.h"

namespace shopgauge::tests {
namespace {

// What is put in the place of every value in turn; "remove" takes it away.
constexpr std::array<const char*, 9> kReplacements = {"remove", "null", "{}",  "[]",     "\"\"",
                                                      "\"x\"",  "-1",   "0.5", "1000000"};

// Words that are right at some other place.
constexpr std::array<const char*, 16> kWords = {
    "opened",  "formal_since", "joined",     "formal",    "recovery", "orders",
    "insured", "bad_rate",     "value",      "unrounded", "failures", "month_end",
    "linear",  "flag",         "downgraded", "open"};

// Places that differ only in an index or in the name of a text are alike.
std::string kind_of(const std::string& place) {
  std::string kind;
  for (const char c : place) {
    kind += std::isdigit(static_cast<unsigned char>(c)) != 0 ? '#' : c;
  }
  return kind.rfind("/texts/", 0) == 0 ? "/texts/" + kind.substr(kind.rfind('/')) : kind;
}

void add_places(const Dom& at, const std::string& path, std::set<std::string>& kinds,
                std::vector<std::string>& places) {
  for (const auto& [key, value] : at.items()) {
    const std::string place = path + "/" + key;
    const bool is_new = key != "zh-CN" && kinds.insert(kind_of(place)).second;
    // Adjustments and conditions have several forms, so all of them are of interest.
    if (is_new || place.rfind("/score/adjustments", 0) == 0 || place.rfind("/gates", 0) == 0) {
      places.push_back(place);
    }
    if (value.is_structured()) {
      add_places(value, place, kinds, places);
    }
  }
}

std::vector<std::string> places_of(const Dom& document) {
  std::set<std::string> kinds;
  std::vector<std::string> places;
  add_places(document, "", kinds, places);
  return places;
}

// Requests that between them read every part of the good document.
std::vector<std::string> readings_with(const std::string& program) {
  const std::string begin = R"({"program":)" + program + ",";
  return {
      begin + R"("metrics":{"orders":40,"hours":13,"bad_rate":0.2,"insured":true},
         "date":"2026-02-01"})",
      begin + R"("metrics":{"orders":40,"hours":null,"bad_rate":{"num":1,"den":100}},
         "given":{},"what_if":{"metrics":{"orders":3}}})",
      begin + R"("enrolment":{"store_type":"official_flagship"}})",
  };
}

std::vector<std::string> courses_with(const std::string& program) {
  const std::string begin = R"({"program":)" + program + ",";
  return {
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

// One JSON value without keys that stand twice, refused with issues or accepted.
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
  if (checked.rfind("{\"ok\":true", 0) != 0) {
    return;
  }
  const Catalog catalog;
  for (const std::string& request : readings_with(document)) {
    const std::string reply = assess(catalog, request);
    EXPECT_TRUE(is_reply(reply)) << reply;
  }
  for (const std::string& request : courses_with(document)) {
    const std::string reply = timeline(catalog, request);
    EXPECT_TRUE(is_reply(reply)) << reply;
  }
}

void run_with(const Dom& good, const std::string& place, const Dom& value) {
  SCOPED_TRACE(place + " <- " + value.dump());
  const Dom step = {{"op", "replace"}, {"path", place}, {"value", value}};
  run(good.patch(Dom::array({step})).dump());
}

TEST(Sweep, TheGoodDocumentRuns) {
  const Dom good = good_document();
  const std::string document = text_of_document(good);
  const Catalog catalog;
  for (const std::string& request : readings_with(document)) {
    EXPECT_TRUE(is_ok(parse(assess(catalog, request), request)));
  }
  for (const std::string& request : courses_with(document)) {
    EXPECT_TRUE(is_ok(parse(timeline(catalog, request), request)));
  }
}

TEST(Sweep, EveryValueReplaced) {
  const Dom good = good_document();
  const std::vector<std::string> places = places_of(good);
  EXPECT_GE(places.size(), 200U);
  for (const std::string& place : places) {
    for (const std::string_view replacement : kReplacements) {
      if (replacement != "remove") {
        run_with(good, place, Dom::parse(replacement));
        continue;
      }
      SCOPED_TRACE(place + " removed");
      const Dom step = {{"op", "remove"}, {"path", place}};
      run(good.patch(Dom::array({step})).dump());
    }
  }
}

// Every number a little less and a little more.
TEST(Sweep, EveryNumberMoved) {
  const Dom good = good_document();
  for (const std::string& place : places_of(good)) {
    const Dom& value = good.at(Dom::json_pointer(place));
    for (const double by : {-1.0, -0.25, 0.25, 1.0}) {
      if (value.is_number()) {
        run_with(good, place, value.get<double>() + by);
      }
    }
  }
}

// Every word exchanged for another that the format knows.
TEST(Sweep, EveryWordExchanged) {
  const Dom good = good_document();
  for (const std::string& place : places_of(good)) {
    if (good.at(Dom::json_pointer(place)).is_string() && place.find("/en") == std::string::npos) {
      for (const char* word : kWords) {
        run_with(good, place, word);
      }
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

// Whatever stands at whatever place of a program document: the engine replies, never stops, and
// what it accepts it can also run.

#include <gtest/gtest.h>

#include <array>
#include <cctype>
#include <memory>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/rules/checker.h"
#include "core/rules/reader.h"
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

// What the requests below ask of a document.
struct Good {
  std::string name;
  std::vector<std::string> readings;
  std::vector<std::string> courses;

  friend void PrintTo(const Good& good, std::ostream* out) { *out << good.name; }
};

// Requests that between them read every part of the good documents; what they begin with names one.
const Good kGood[] = {
    {"good.json",
     {R"("metrics":{"orders":40,"hours":13,"bad_rate":0.2,"insured":true},"date":"2026-02-01"})",
      R"("metrics":{"orders":40,"hours":null,"bad_rate":{"num":1,"den":100}},"given":{},
         "what_if":{"metrics":{"orders":3}}})",
      R"("enrolment":{"store_type":"official_flagship"}})"},
     {R"("enrolment":{"joined":"2026-01-10"},"until":"2026-12-31","date":"2026-03-01"})",
      R"("enrolment":{"joined":"2026-01-10"},"checks":[{"date":"2026-02-10","met":false}],
         "months":[{"month":"2026-03","met":true}],"choices":{"upgraded":"2026-04-01"},
         "until":"2026-12-31"})",
      R"("enrolment":{"formal_since":"2026-01-01","failures_so_far":1},
         "profile":{"targets":{"bad_rate":0.01}},
         "months":[{"month":"2026-01","metrics":{"bad_rate":0.02}},{"month":"2026-02","met":true}],
         "choices":{"downgrade_to":"flagship"},"until":"2027-12-31"})"}},
    {"full.json",
     {R"("metrics":{"orders":400,"hours":13,"bad_rate":{"num":1,"den":100},"quality":88,"faults":1,
                    "violations":2,"insured":true},
         "profile":{"thresholds":{"poor":60},"method":"minimum"},"date":"2026-02-01"})",
      R"("metrics":{"orders":40,"hours":null,"bad_rate":0.2,"quality":3,"faults":null},
         "enrolment":{"category":"女鞋","store_type":"flagship"},"given":{"service":90},
         "what_if":{"metrics":{"orders":3}}})",
      R"("enrolment":{"category":"男装","store_type":"x"},"metrics":{"orders":2}})"},
     {R"("enrolment":{"joined":"2026-01-10"},"until":"2026-12-31","date":"2026-03-01"})",
      R"("enrolment":{"opened":"2026-01-02","launched":"2026-01-10"},
         "months":[{"month":"2026-01","metrics":{"hours":20,"sales":500}},
                   {"month":"2026-02","metrics":{"hours":30,"sales":900}}],
         "profile":{"targets":{"sales":1000}},"until":"2027-12-31"})",
      R"("enrolment":{"formal_since":"2026-01-01","failures_so_far":1,"category":"女装"},
         "months":[{"month":"2026-01","metrics":{"bad_rate":0.04,"hours":30,"quality":3}},
                   {"month":"2026-02","met":true},{"month":"2026-03","met":false},
                   {"month":"2026-04","met":false}],
         "choices":{"downgrade_to":"specialty_store"},"until":"2027-12-31"})",
      R"("enrolment":{"recovery_since":"2026-01-01","passes_in_a_row":0},
         "months":[{"month":"2026-01","met":true}],"choices":{"upgraded":"2026-02-05"},
         "until":"2026-12-31"})"}}};

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

// What a request that names the document begins with.
std::string begin_of(const Program& program) {
  return R"({"program":")" + std::string(program.id) + R"(","edition":")" +
         std::string(program.edition) + "\",";
}

void run_accepted(const std::string& document, const Program& program, const Good& good) {
  Catalog catalog;
  ASSERT_TRUE(is_ok(parse(load(catalog, document), "load")));
  for (const std::string& request : good.readings) {
    const std::string reply = assess(catalog, begin_of(program) + request);
    EXPECT_TRUE(is_reply(reply)) << reply;
  }
  for (const std::string& request : good.courses) {
    const std::string reply = timeline(catalog, begin_of(program) + request);
    EXPECT_TRUE(is_reply(reply)) << reply;
  }
}

// What the reader takes without the checker gives worthless replies, but never stops the program.
void run_unchecked(const std::string& document, const Program& program, const Good& good) {
  Catalog catalog(nullptr);
  (void)load(catalog, document);
  EXPECT_FALSE(assess(catalog, begin_of(program) + good.readings.front()).empty());
  EXPECT_FALSE(timeline(catalog, begin_of(program) + good.courses.back()).empty());
}

// The reader takes whatever the checker accepts, and survives what it refuses.
void run(const std::string& document, const Good& good) {
  const Json json = parse(document, "patched");
  const bool accepted = check_program(json).empty();
  const std::unique_ptr<const Program> program = read_program(json);
  EXPECT_TRUE(program != nullptr || !accepted);
  if (program != nullptr && accepted) {
    run_accepted(document, *program, good);
  } else if (program != nullptr) {
    run_unchecked(document, *program, good);
  }
}

// Leaves the document as it was.
void run_with(Dom& document, const Good& good, const std::string& place, Dom value) {
  SCOPED_TRACE(place + " <- " + value.dump());
  Dom& at = document.at(Dom::json_pointer(place));
  at.swap(value);
  run(document.dump(), good);
  at.swap(value);
}

class Sweep : public testing::TestWithParam<Good> {};

TEST_P(Sweep, TheGoodDocumentRuns) {
  const Dom document = good_document(GetParam().name);
  const std::string begin = R"({"program":)" + text_of_document(document) + ",";
  const Catalog catalog;
  for (const std::string& request : GetParam().readings) {
    const std::string reply = assess(catalog, begin + request);
    EXPECT_TRUE(is_ok(parse(reply, request))) << reply;
  }
  for (const std::string& request : GetParam().courses) {
    const std::string reply = timeline(catalog, begin + request);
    EXPECT_TRUE(is_ok(parse(reply, request))) << reply;
  }
}

TEST_P(Sweep, EveryValueReplaced) {
  Dom document = good_document(GetParam().name);
  const std::vector<std::string> places = places_of(document);
  EXPECT_GE(places.size(), 200U);
  for (const std::string& place : places) {
    for (const std::string_view replacement : kReplacements) {
      if (replacement != "remove") {
        run_with(document, GetParam(), place, Dom::parse(replacement));
        continue;
      }
      SCOPED_TRACE(place + " removed");
      const Dom step = {{"op", "remove"}, {"path", place}};
      run(document.patch(Dom::array({step})).dump(), GetParam());
    }
  }
}

// Every number a little less and a little more.
TEST_P(Sweep, EveryNumberMoved) {
  Dom document = good_document(GetParam().name);
  for (const std::string& place : places_of(document)) {
    const Dom& value = document.at(Dom::json_pointer(place));
    for (const double by : {-1.0, -0.25, 0.25, 1.0}) {
      if (value.is_number()) {
        run_with(document, GetParam(), place, value.get<double>() + by);
      }
    }
  }
}

// Every word exchanged for another that the format knows.
TEST_P(Sweep, EveryWordExchanged) {
  Dom document = good_document(GetParam().name);
  for (const std::string& place : places_of(document)) {
    if (document.at(Dom::json_pointer(place)).is_string() &&
        place.find("/en") == std::string::npos) {
      for (const char* word : kWords) {
        run_with(document, GetParam(), place, word);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Of, Sweep, testing::ValuesIn(kGood), [](const auto& parameter) {
  return parameter.param.name.substr(0, parameter.param.name.find('.'));
});

}  // namespace
}  // namespace shopgauge::tests

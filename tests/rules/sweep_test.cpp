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
#include <utility>
#include <vector>

#include "core/rules/catalog.h"
#include "core/rules/checker.h"
#include "core/rules/reader.h"
#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

// What is put in the place of every value in turn.
constexpr std::array<const char*, 8> kReplacements = {"null",  "{}", "[]",  "\"\"",
                                                      "\"x\"", "-1", "0.5", "1000000"};

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

// The steps down from the document: which member or item.
using Place = std::vector<std::size_t>;

struct NamedPlace {
  std::string name;  // its JSON Pointer
  Place place;
};

Json& child_of(Json& at, std::size_t index) {
  return at.is(Json::Kind::object) ? at.members[index].value : at.items[index];
}

Json& value_at(Json& document, const Place& place) {
  Json* at = &document;
  for (const std::size_t step : place) {
    at = &child_of(*at, step);
  }
  return *at;
}

void add_places(Json& at, const NamedPlace& here, std::set<std::string>& kinds,
                std::vector<NamedPlace>& places) {
  const bool object = at.is(Json::Kind::object);
  for (std::size_t i = 0; i < (object ? at.members.size() : at.items.size()); ++i) {
    NamedPlace next = here;
    const std::string key = object ? at.members[i].key : std::to_string(i);
    next.name += "/" + key;
    next.place.push_back(i);
    const bool is_new = key != "zh-CN" && kinds.insert(kind_of(next.name)).second;
    // Adjustments and conditions have several forms, so all of them are of interest.
    if (is_new || next.name.rfind("/score/adjustments", 0) == 0 ||
        next.name.rfind("/gates", 0) == 0) {
      places.push_back(next);
    }
    add_places(child_of(at, i), next, kinds, places);
  }
}

std::vector<NamedPlace> places_of(Json& document) {
  std::set<std::string> kinds;
  std::vector<NamedPlace> places;
  add_places(document, {}, kinds, places);
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
         "profile":{"method":"minimum"},"what_if":{"metrics":{"orders":3}}})",
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
         "profile":{"thresholds":{"poor":60}},"date":"2026-02-01"})",
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

void run_accepted(Catalog& catalog, const Program& program, const Good& good) {
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
void run_unchecked(Catalog& catalog, const Program& program, const Good& good) {
  EXPECT_FALSE(assess(catalog, begin_of(program) + good.readings.front()).empty());
  EXPECT_FALSE(timeline(catalog, begin_of(program) + good.courses.back()).empty());
}

// The reader takes whatever the checker accepts, and survives what it refuses.
void run(const Json& document, const Good& good) {
  const bool accepted = check_program(document).empty();
  std::unique_ptr<const Program> read = read_program(document);
  EXPECT_TRUE(read != nullptr || !accepted);
  if (read == nullptr) {
    return;
  }
  Catalog catalog(nullptr);
  const Program& program = *catalog.editions().add(std::move(read), "").take();
  if (accepted) {
    run_accepted(catalog, program, good);
  } else {
    run_unchecked(catalog, program, good);
  }
}

// Leaves the document as it was. The new value stands where the old one stood in the text.
void run_with(Json& document, const Good& good, const NamedPlace& place, Json value) {
  SCOPED_TRACE(place.name);
  Json& at = value_at(document, place.place);
  value.offset = at.offset;
  std::swap(at, value);
  run(document, good);
  std::swap(at, value);
}

void run_without(Json& document, const Good& good, const NamedPlace& place) {
  SCOPED_TRACE(place.name + " removed");
  Place way = place.place;
  const auto index = static_cast<std::ptrdiff_t>(way.back());
  way.pop_back();
  Json& parent = value_at(document, way);
  const Json before = parent;
  if (parent.is(Json::Kind::object)) {
    parent.members.erase(parent.members.begin() + index);
  } else {
    parent.items.erase(parent.items.begin() + index);
  }
  run(document, good);
  parent = before;
}

class Sweep : public testing::TestWithParam<Good> {
 protected:
  Sweep() : document_(parse(read_file("tests/rules/" + GetParam().name), GetParam().name)) {}

  Json document_;
};

TEST_P(Sweep, TheGoodDocumentRuns) {
  const std::string begin = R"({"program":)" + read_file("tests/rules/" + GetParam().name) + ",";
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
  const std::vector<NamedPlace> places = places_of(document_);
  EXPECT_GE(places.size(), 200U);
  for (const NamedPlace& place : places) {
    run_without(document_, GetParam(), place);
    for (const std::string_view replacement : kReplacements) {
      SCOPED_TRACE(replacement);
      run_with(document_, GetParam(), place, parse(replacement, "a replacement"));
    }
  }
}

// Every number a little less and a little more.
TEST_P(Sweep, EveryNumberMoved) {
  for (const NamedPlace& place : places_of(document_)) {
    Json value = value_at(document_, place.place);
    const Rational number = value.number;
    for (const int quarters : {-4, -1, 1, 4}) {
      if (value.is(Json::Kind::number)) {
        SCOPED_TRACE(quarters);
        value.number = number + Rational::ratio(quarters, 4);
        run_with(document_, GetParam(), place, value);
      }
    }
  }
}

// Every word exchanged for another that the format knows.
TEST_P(Sweep, EveryWordExchanged) {
  for (const NamedPlace& place : places_of(document_)) {
    Json value = value_at(document_, place.place);
    if (value.is(Json::Kind::string) && place.name.find("/en") == std::string::npos) {
      for (const char* word : kWords) {
        SCOPED_TRACE(word);
        value.string = word;
        run_with(document_, GetParam(), place, value);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Of, Sweep, testing::ValuesIn(kGood), [](const auto& parameter) {
  return parameter.param.name.substr(0, parameter.param.name.find('.'));
});

}  // namespace
}  // namespace shopgauge::tests

// Requests and replies have the shapes that core/api/schema/shopgauge.schema.json says, and the
// schema is strict. The only file that includes valijson, which is slow to compile.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "tests/api/corpus.h"
#include "tests/api/issue_rows.h"

namespace shopgauge::tests {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;
using Dom = nlohmann::json;

Dom dom_of(const std::string& text) {
  Dom dom = Dom::parse(text, nullptr, false);
  EXPECT_FALSE(dom.is_discarded()) << text;
  return dom;
}

// One definition of the schema, ready to validate.
class Shape {
 public:
  explicit Shape(const std::string& definition) {
    root_ = dom_of(read_file("core/api/schema/shopgauge.schema.json"));
    root_["$ref"] = "#/definitions/" + definition;
    valijson::SchemaParser parser;
    parser.populateSchema(Adapter(root_), schema_);
  }

  // What is wrong with the text; empty when it has the shape.
  std::string faults(const Dom& value) {
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema_, Adapter(value), &results)) {
      return "";
    }
    std::ostringstream text;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
      for (const std::string& step : error.context) {
        text << step;
      }
      text << ": " << error.description << "\n";
    }
    return text.str();
  }
  std::string faults(const std::string& text) { return faults(dom_of(text)); }

 private:
  Dom root_;
  valijson::Schema schema_;
};

// The shapes of one function. Made once: parsing the schema takes longer than validating with it.
struct Shapes {
  explicit Shapes(const std::string& name) : request(name + "Request"), reply(name + "Reply") {}

  Shape request;
  Shape reply;
};

// The functions whose requests and replies the schema describes, with their names there.
const std::map<std::string, std::string> kDescribed = {
    {"assess", "Assess"}, {"timeline", "Timeline"}, {"compare", "Compare"}, {"plan", "Plan"}};

// Precondition: the schema describes it.
Shapes& shapes_of(const std::string& function) {
  static std::map<std::string, Shapes> made;
  return made.try_emplace(function, kDescribed.at(function)).first->second;
}

Shape& issues_shape() {
  static Shape shape("Issues");
  return shape;
}

class Schema : public testing::TestWithParam<std::string> {};

TEST_P(Schema, HoldsForRequestsAndReplies) {
  Catalog catalog = shipped_catalog();
  for (const Case& one : cases_of(GetParam())) {
    SCOPED_TRACE(one.name);
    if (kDescribed.count(one.function) == 0) {
      continue;
    }
    Shapes& shapes = shapes_of(one.function);
    const std::string reply = reply_to(catalog, one.function, one.request);
    const bool ok = is_ok(parse(reply, one.name));
    EXPECT_EQ((ok ? shapes.reply : issues_shape()).faults(reply), "");
    // A refused request may be one that has no shape.
    EXPECT_EQ(ok ? shapes.request.faults(one.request) : "", "");
  }
}

INSTANTIATE_TEST_SUITE_P(Of, Schema, testing::ValuesIn(case_files()),
                         [](const auto& parameter) { return test_name(parameter.param); });

TEST(Schema, HoldsForPrograms) {
  Catalog catalog = shipped_catalog();
  Shape request("ProgramsRequest");
  Shape reply("ProgramsReply");
  std::vector<std::string> requests = {"{}"};
  for (const std::string& path : shipped_documents()) {
    const Json document = parse(read_file(path), path);
    const std::string program = R"({"program":")" + member(document, "program").string;
    requests.push_back(program + R"("})");
    requests.push_back(program + R"(","edition":")" + member(document, "edition").string + R"("})");
  }
  for (const std::string& text : requests) {
    SCOPED_TRACE(text);
    EXPECT_EQ(request.faults(text), "");
    EXPECT_EQ(reply.faults(programs(catalog, text)), "");
  }
}

TEST(Schema, HoldsForLoadAndCheck) {
  Catalog catalog;
  Shape loaded("LoadReply");
  Shape checked("CheckReply");
  for (const std::string& path : shipped_documents()) {
    SCOPED_TRACE(path);
    EXPECT_EQ(loaded.faults(load(catalog, read_file(path))), "");
    EXPECT_EQ(checked.faults(check(read_file(path))), "");
  }
  EXPECT_EQ(issues_shape().faults(check("{}")), "");
  EXPECT_EQ(issues_shape().faults(check("{")), "");
}

// Replies to the requests that are refused.
TEST(Schema, HoldsForEveryIssue) {
  Catalog catalog = shipped_catalog();
  std::vector<IssueRow> rows = issue_rows();
  const std::vector<IssueRow> lines = line_rows();
  rows.insert(rows.end(), lines.begin(), lines.end());
  for (const IssueRow& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(issues_shape().faults(reply_to(catalog, row.function, row.text)), "");
  }
}

// Puts an unknown key into each object of a value in turn, at any depth, and returns the places
// where the shape does not notice. Objects under one of `free` may hold any keys.
std::string unnoticed(Shape& shape, Dom& root, Dom& at, const std::string& path,
                      const std::vector<std::string>& free) {
  std::string found;
  const bool is_free = std::any_of(free.begin(), free.end(), [&](const std::string& end) {
    return path.size() >= end.size() && path.substr(path.size() - end.size()) == end;
  });
  if (at.is_object() && !is_free) {
    at["Planted key"] = "planted";
    found += shape.faults(root).empty() ? path + "\n" : "";
    at.erase("Planted key");
  }
  if (is_free || !at.is_structured()) {
    return found;
  }
  for (auto& [key, value] : at.items()) {
    found += unnoticed(shape, root, value, path + "/" + key, free);
  }
  return found;
}

TEST(Schema, NoticesAPlantedKeyInRequests) {
  Dom assess = dom_of(R"({"program":"p","edition":"2026-09-08","date":"2026-09-09",
    "enrolment":{"store_type":"personal"},
    "profile":{"weights":{"a":{"num":1,"den":2}},"tables":{"a":{"kind":"identity"}},"method":"minimum"},
    "metrics":{"a":{"percent":1},"b":{"num":1,"den":2},"c":{"sum":1,"n":2},"d":{"no_score":true}},
    "given":{"a":1},"what_if":{"metrics":{"a":1}}})");
  EXPECT_EQ(shapes_of("assess").request.faults(assess), "");
  EXPECT_EQ(unnoticed(shapes_of("assess").request, assess, assess, "", {}), "");
  Dom timeline = dom_of(R"({"program":"p","edition":"2026-06-02","date":"2026-09-09",
    "enrolment":{"opened":"2026-01-01"},"profile":{"not_assessed":["a"]},
    "months":[{"month":"2026-07","metrics":{"a":1},"profile":{"weights":{"a":1}}}],
    "checks":[{"date":"2026-07-11","met":true}],"until":"2026-12-31"})");
  EXPECT_EQ(shapes_of("timeline").request.faults(timeline), "");
  EXPECT_EQ(unnoticed(shapes_of("timeline").request, timeline, timeline, "", {}), "");
}

// The objects of these keys hold names that are not the schema's. Of the large
// files of cases the first, of the small documents all.
TEST(Schema, NoticesAPlantedKeyInReplies) {
  Catalog catalog = shipped_catalog();
  for (const std::string& file : case_files()) {
    std::vector<Case> cases = cases_of(file);
    const bool small = file.rfind("tests/api/features/", 0) == 0;
    cases.resize(small ? cases.size() : 1);
    for (const Case& one : cases) {
      SCOPED_TRACE(file + ": " + one.name);
      Dom reply = dom_of(reply_to(catalog, one.function, one.request));
      if (reply["ok"]) {
        Shape& shape = shapes_of(one.function).reply;
        EXPECT_EQ(unnoticed(shape, reply, reply, "", {"/observed", "/params"}), "");
      } else {
        EXPECT_TRUE(small);
      }
    }
  }
  Dom refused = dom_of(assess(catalog, "{}"));
  EXPECT_EQ(unnoticed(issues_shape(), refused, refused, "", {"/params"}), "");
}

// A store is what the schema says, and nothing else is one.
TEST(Schema, HoldsOfLinesOfABatch) {
  const Catalog catalog = shipped_catalog();
  Shape line("BatchLine");
  Shape reply("BatchReply");
  for (const std::string store : {R"("A17")", "17", R"("")", "null", "1.5", "[]", "{}", "true"}) {
    const std::string text = R"({"store":)" + store + R"(,"function":"assess"})";
    const std::string answered = answer_line(catalog, text);
    const bool taken = answered.find("request.store") == std::string::npos;
    EXPECT_EQ(line.faults(text).empty(), taken) << store;
    EXPECT_EQ(reply.faults(answered), "") << store;
    EXPECT_EQ(answered.rfind("{\"store\":", 0) == 0, taken) << store;
  }
}

}  // namespace
}  // namespace shopgauge::tests

// From a header and a row to the request: one table of columns, cells and the request that they
// are.

#include "core/cli/csv_request.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/rules/catalog.h"
#include "tests/api/corpus.h"

namespace shopgauge::tests {
namespace {

using Cells = std::vector<std::string>;

const Catalog& catalog() {
  static const Catalog shipped = shipped_catalog();
  return shipped;
}

std::string request_of(const Cells& header, const Cells& cells,
                       const cli::CsvDefaults& defaults = {}) {
  const auto table = cli::read_header(header, catalog().editions(), defaults, false);
  return table.ok() ? cli::request_of_row(table.value(), cells)
                    : table.issues().front().code + " " + table.issues().front().params[0].value;
}

TEST(CsvRequest, HasTheMembersOfItsColumns) {
  struct Case {
    Cells header;
    Cells cells;
    std::string request;
  };
  const std::vector<Case> cases = {
      {{"store", "program", "edition", "date", "until", "function"},
       {"A17", "douyin-flagship", "2026-06-02", "2026/6/2", "2026-12-31", "timeline"},
       R"({"store":"A17","program":"douyin-flagship","edition":"2026-06-02","date":"2026-06-02",)"
       R"("until":"2026-12-31","function":"timeline"})"},
      {{"ccr", "m.freight_insurance", "experience_score"},
       {"3/1000", "是", "4.6"},
       R"({"metrics":{"ccr":{"num":3,"den":1000},"freight_insurance":true,"experience_score":4.6}})"},
      {{"ccr.num", "ccr.den", "metrics.experience_score.sum", "experience_score.n"},
       {"3", "1,000", "138.5", "30"},
       R"({"metrics":{"ccr":{"num":3,"den":1000},"experience_score":{"sum":138.5,"n":30}}})"},
      {{"given.goods", "g.service"}, {"4.80", "69"}, R"({"given":{"goods":4.80,"service":69}})"},
      {{"profile.weights.goods", "p.targets.ccr", "profile.not_assessed", "p.method"},
       {"1/3", "0.5%", "service goods", "minimum"},
       R"({"profile":{"weights":{"goods":{"num":1,"den":3}},"targets":{"ccr":{"percent":0.5}},)"
       R"("not_assessed":["service","goods"],"method":"minimum"}})"},
      {{"enrolment.joined", "e.downgrades", "e.category"},
       {"2026/6/10", "1", "服饰（女装）"},
       R"({"enrolment":{"joined":"2026-06-10","downgrades":1,"category":"服饰（女装）"}})"},
      {{"2026-06.met", "2026-05.ccr", "2026-05.p.targets.ccr", "mo.2026-04"},
       {"pass", "3/1000", "0.005", "fail"},
       R"({"months":[{"month":"2026-04","met":false},)"
       R"({"month":"2026-05","metrics":{"ccr":{"num":3,"den":1000}},)"
       R"("profile":{"targets":{"ccr":0.005}}},{"month":"2026-06","met":true}]})"},
      {{"months.2026-05.m.ccr.num", "months.2026-05.metrics.ccr.den"},
       {"3", "1000"},
       R"({"months":[{"month":"2026-05","metrics":{"ccr":{"num":3,"den":1000}}}]})"},
      {{"2026-07-11", "ck.2026-08-11.met", "checks.2026-09-11.experience_score_mean_30d"},
       {"pass", "fail", "75"},
       R"({"checks":[{"date":"2026-07-11","met":true},{"date":"2026-08-11","met":false},)"
       R"({"date":"2026-09-11","metrics":{"experience_score_mean_30d":75}}]})"},
      {{"ch.upgraded", "choices.extended"},
       {"2026-06-01 2026-07-01", "yes"},
       R"({"choices":{"upgraded":["2026-06-01","2026-07-01"],"extended":"yes"}})"},
      {{"goal.score", "goal.verdict", "goal.gate", "goal.metric", "goal.at_least", "goal.at_most",
        "effort.ccr"},
       {"85", "pass", "mall_feed", "ccr", "1", "2", "3"},
       R"({"goal":{"score":85,"verdict":"pass","gate":"mall_feed","metric":"ccr","at_least":1,)"
       R"("at_most":2},"effort":{"ccr":3}})"},
      {{"effort.ccr", "effort.experience_score"},
       {"fixed", "2"},
       R"({"effort":{"ccr":null,"experience_score":2}})"},
      {{"what_if.ccr"}, {"0.3%"}, R"({"what_if":{"metrics":{"ccr":{"percent":0.3}}}})"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(request_of(one.header, one.cells), one.request);
    EXPECT_EQ(request_of(one.header, Cells(one.header.size())), "{}");
  }
}

// Empty cells are not given, and a member without members is not there.
TEST(CsvRequest, LeavesOutWhatIsEmpty) {
  const Cells header = {"store", "ccr", "2026-05.met", "2026-06.met", "e.joined"};
  EXPECT_EQ(request_of(header, {"", " ", "", "pass", ""}),
            R"({"months":[{"month":"2026-06","met":true}]})");
}

// Nothing of a wrong pair is dropped: the engine sees it and refuses it.
TEST(CsvRequest, KeepsWrongPairs) {
  const Cells header = {"ccr", "ccr.num", "ccr.den"};
  const auto refused = [&](const Cells& cells) {
    const std::string members = request_of(header, cells).substr(1);
    const std::string reply =
        assess(catalog(), R"({"program":"douyin-flagship","edition":"2022-07-15",)" + members);
    return reply.find(R"("code":"metric.type","path":"/metrics/ccr")") != std::string::npos;
  };
  EXPECT_TRUE(refused({"", "3", ""}));
  EXPECT_TRUE(refused({"", "", "1000"}));
  EXPECT_TRUE(refused({"0.3%", "3", "1000"}));
  EXPECT_TRUE(refused({"", "x", "1000"}));
  EXPECT_FALSE(refused({"", "3", "1000"}));
  EXPECT_FALSE(refused({"0.3%", "", ""}));
}

TEST(CsvRequest, TakesWhatEveryRowHas) {
  const cli::CsvDefaults defaults = {{"program", "douyin-flagship"}, {"edition", "2026-06-02"}};
  EXPECT_EQ(request_of({"store", "edition"}, {"A", ""}, defaults),
            R"({"store":"A","edition":"2026-06-02","program":"douyin-flagship"})");
  EXPECT_EQ(request_of({"store", "edition"}, {"A", "2022-07-15"}, defaults),
            R"({"store":"A","edition":"2022-07-15","program":"douyin-flagship"})");
}

TEST(CsvRequest, RefusesColumnsThatAreNotKnown) {
  for (const std::string column : {"",
                                   "shop",
                                   "Store",
                                   "m.shop",
                                   "m.",
                                   "ccr.",
                                   "ccr.sums",
                                   "ccr.num.den",
                                   "given.nothing",
                                   "given",
                                   "enrolment.closed",
                                   "profile.weights.nothing",
                                   "profile.targets.nothing",
                                   "profile.tables.goods",
                                   "2026-5.met",
                                   "2026-05.shop",
                                   "2026-05.met.x",
                                   "mo.may",
                                   "2026-05-1",
                                   "goal.points",
                                   "goal",
                                   "effort.nothing",
                                   "what_if",
                                   "what_if.goods",
                                   "sides",
                                   "store.x",
                                   "until.x"}) {
    EXPECT_EQ(request_of({"store", column}, {}), "csv.column " + column);
  }
}

TEST(CsvRequest, RefusesTwoColumnsForOneMember) {
  EXPECT_EQ(request_of({"ccr", "m.ccr"}, {}), "csv.column_twice m.ccr");
  EXPECT_EQ(request_of({"store", "store"}, {}), "csv.column_twice store");
  EXPECT_EQ(request_of({"2026-05", "mo.2026-05.met"}, {}), "csv.column_twice mo.2026-05.met");
}

TEST(CsvRequest, LeavesOutUnknownColumnsWhereAsked) {
  const auto table =
      cli::read_header({"shop", "store", ""}, catalog().editions(), cli::CsvDefaults(), true);
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(cli::request_of_row(table.value(), {"x", "A", "y"}), R"({"store":"A"})");
}

TEST(CsvRequest, SaysWhatItAsks) {
  const auto asked = [](const Cells& header) {
    return std::string(cli::function_of_table(
        cli::read_header(header, catalog().editions(), cli::CsvDefaults(), false).take()));
  };
  EXPECT_EQ(asked({"store", "ccr"}), "assess");
  EXPECT_EQ(asked({"store", "until"}), "timeline");
  EXPECT_EQ(asked({"store", "goal.score"}), "plan");
}

// Every metric and node of every program has its column, of the right kind.
TEST(CsvRequest, KnowsEveryMetric) {
  for (const auto& edition : catalog().editions().all()) {
    for (const Metric& metric : edition->metrics) {
      const std::string id(metric.id);
      const std::string pair = metric.kind == MetricKind::mean   ? R"({"sum":1,"n":2})"
                               : metric.kind == MetricKind::rate ? R"({"num":1,"den":2})"
                                                                 : R"("1/2")";
      EXPECT_EQ(request_of({"program", id}, {std::string(edition->id), "1/2"}),
                R"({"program":")" + std::string(edition->id) + R"(","metrics":{")" + id +
                    "\":" + pair + "}}");
    }
    for (const std::string_view path : edition->profile_paths) {
      EXPECT_EQ(request_of(Cells{"profile." + std::string(path)}, Cells(1)), "{}") << path;
    }
  }
}

// The fields of the enrolment are those of the schema.
TEST(CsvRequest, KnowsEveryFieldOfTheEnrolment) {
  const std::string file = "core/api/schema/shopgauge.schema.json";
  const Json schema = parse(read_file(file), file);
  const Json& fields = member(member(member(schema, "definitions"), "Enrolment"), "properties");
  for (const JsonMember& field : fields.members) {
    const Json* reference = field.value.find("$ref");
    const std::string cell = reference != nullptr ? "1" : "x";
    const bool count = reference != nullptr && reference->string == "#/definitions/Count";
    EXPECT_EQ(request_of({"enrolment." + field.key}, {cell}),
              R"({"enrolment":{")" + field.key + "\":" + (count ? "1" : "\"" + cell + "\"") + "}}");
  }
}

}  // namespace
}  // namespace shopgauge::tests

// What the readable reports say, in both languages. Figures are worked out by hand from the rules;
// words are those of the string tables and of the program documents.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/api/corpus.h"
#include "tests/api/issue_rows.h"
#include "tests/cli/command.h"

namespace shopgauge::tests {
namespace {

const std::vector<std::string>& languages() {
  static const std::vector<std::string> kLanguages = {"zh-CN", "en"};
  return kLanguages;
}

// A text of the string table, with its parameters filled in.
std::string text_in(const std::string& language, const std::string& key,
                    const std::vector<std::pair<std::string, std::string>>& params = {}) {
  const std::string file = "core/api/texts/" + language + ".json";
  const Json table = parse(read_file(file), file);
  std::string text = member(table, key).string;
  for (const auto& [name, value] : params) {
    const std::string mark = "{" + name + "}";
    const std::size_t at = text.find(mark);
    EXPECT_NE(at, std::string::npos) << key << " has no " << mark;
    text.replace(at == std::string::npos ? 0 : at, mark.size(), value);
  }
  return text;
}

std::string report(const std::string& function, const std::string& language,
                   const std::string& request) {
  const Outcome done = command({function, "--lang", language, "-"}, request);
  EXPECT_EQ(done.status, 0) << done.err;
  return done.out;
}

void expect_in(const std::string& report, const std::string& words) {
  EXPECT_NE(report.find(words), std::string::npos) << "no “" << words << "” in\n" << report;
}

// 10 days of 82, then a faked score costs 10 points for 30 days.
constexpr const char* kForecast =
    R"({"program":"douyin-experience-score","edition":"2026-09-08","as_of":"2026-11-22","until":"2027-01-05",
        "given":{"goods":69,"logistics":99,"service":85},"metrics":{"valid_paid_orders":900,"freight_insurance":true,"faked_score":false},
        "scenario":[{"on":"2026-12-02","metric":"faked_score","value":true}],"paths":20,"seed":3})";

TEST(Report, OfAForecast) {
  for (const std::string& language : languages()) {
    SCOPED_TRACE(language);
    const std::string text = report("forecast", language, kForecast);
    expect_in(text, "██████████▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█████");
    expect_in(text, "2026-11-22  82\n  2026-12-02  72\n  2027-01-01  82\n");
    expect_in(text, text_in(language, "cli.forecast.leaves"));
    expect_in(text, text_in(language, "cli.forecast.chances", {{"n", "20"}, {"seed", "3"}}));
    expect_in(text, text_in(language, "model.poisson"));
  }
}

TEST(Report, OfAForecastAsATable) {
  const Outcome done = command({"forecast", "--csv", "-"}, kForecast);
  EXPECT_EQ(done.status, 0);
  expect_in(done.out, "date,score,unrounded,valid_paid_orders,");
  expect_in(done.out, "\n2026-12-01,82,81.8,900,");
  expect_in(done.out, "\n2026-12-31,72,71.8,900,");
  expect_in(done.out, "\n2027-01-01,82,81.8,900,");
  EXPECT_EQ(std::count(done.out.begin(), done.out.end(), '\n'), 46);
}

// 69 × 0.5 + 99 × 0.2 + 85 × 0.3 + 2 = 81.8, shown as 82 of 100.
TEST(Report, OfAScore) {
  const std::string request =
      read_file("core/programs/douyin-experience-score/example.request.json");
  for (const std::string& language : languages()) {
    SCOPED_TRACE(language);
    const std::string text = report("assess", language, request);
    expect_in(text, text_in(language, "cli.score", {{"value", "82"}, {"high", "100"}}));
    expect_in(text, text_in(language, "cli.total"));
    for (const char* figure : {"34.5", "19.8", "25.5", "81.8"}) {
      expect_in(text, figure);
    }
    expect_in(text, text_in(language, "cli.certainty.estimated"));
    expect_in(text, text_in(language, "cli.disclaimer"));
  }
  expect_in(report("assess", "en", request), "Goods");
  expect_in(report("assess", "zh-CN", request), "商品体验");
}

// Chinese is the language where none is asked for.
TEST(Report, IsChineseByDefault) {
  const std::string request =
      read_file("core/programs/douyin-experience-score/example.request.json");
  EXPECT_EQ(command({"assess", "-"}, request).out, report("assess", "zh-CN", request));
}

// Logistics unknown: 34.5 + 10 + 25.5 = 70 to 34.5 + 20 + 25.5 = 80.
TEST(Report, OfAnInterval) {
  const std::string request =
      R"({"program":"douyin-experience-score","edition":"2026-09-08",
          "profile":{"weights":{"goods":0.5,"logistics":0.2,"service":0.3}},
          "metrics":{"valid_paid_orders":4000},"given":{"goods":69,"service":85}})";
  for (const std::string& language : languages()) {
    SCOPED_TRACE(language);
    const std::string text = report("assess", language, request);
    expect_in(text, text_in(language, "cli.score_between",
                            {{"low", "70"}, {"high_end", "80"}, {"high", "100"}}));
    expect_in(text, text_in(language, "cli.missing"));
  }
}

TEST(Report, OfAScoreThatIsNotThere) {
  const std::string request =
      R"({"program":"douyin-experience-score","edition":"2026-09-08",
          "enrolment":{"store_type":"personal"},"metrics":{"valid_paid_orders":3}})";
  for (const std::string& language : languages()) {
    expect_in(report("assess", language, request), text_in(language, "status.not_scored"));
  }
}

// 4.5 against a target of 4.6 fails, 3 in 1000 against 0.005 passes: the month fails.
TEST(Report, OfAVerdict) {
  const std::string request =
      R"({"program":"douyin-flagship","edition":"2022-07-15",
          "profile":{"targets":{"experience_score":4.6,"ccr":0.005}},
          "metrics":{"experience_score":4.5,"ccr":{"num":3,"den":1000}}})";
  for (const std::string& language : languages()) {
    SCOPED_TRACE(language);
    const std::string text = report("assess", language, request);
    expect_in(text, text_in(language, "cli.verdict") + ": " + text_in(language, "verdict.fail"));
    expect_in(text, "3/1000");
    expect_in(text, text_in(language, "met.true"));
    expect_in(text, text_in(language, "met.false"));
  }
}

// Second failed month of a cycle of 2026-06-02: a specialty store from the 2nd of the next month.
TEST(Report, OfACourse) {
  const std::string request =
      R"({"program":"douyin-flagship","edition":"2026-06-02",
          "enrolment":{"formal_since":"2026-08-01"},
          "months":[{"month":"2026-08","met":false},{"month":"2026-09","met":false}],
          "until":"2026-10-31"})";
  for (const std::string& language : languages()) {
    SCOPED_TRACE(language);
    const std::string text = report("timeline", language, request);
    for (const char* key : {"cli.phases", "cli.months", "cli.events", "phase.formal",
                            "phase.recovery", "event.warned", "event.downgraded"}) {
      expect_in(text, text_in(language, key));
    }
    expect_in(text, "2026-10-02");
    expect_in(text, text_in(language, "cli.standing", {{"date", "2026-10-31"}}));
  }
}

TEST(Report, OfADocument) {
  const std::string document = read_file("tests/rules/good.json");
  for (const std::string& language : languages()) {
    EXPECT_EQ(
        report("check", language, document),
        text_in(language, "cli.no_faults", {{"id", "good-program"}, {"edition", "2026-01-01"}}) +
            "\n");
  }
}

// The issue's own text, with its parameters, behind the path.
TEST(Report, OfIssues) {
  const std::string request =
      R"({"program":"douyin-experience-score","edition":"2026-09-08",
          "metrics":{"quality_return_rate":1.5},"given":{"goodness":1}})";
  for (const std::string& language : languages()) {
    SCOPED_TRACE(language);
    const Outcome done = command({"assess", "--lang", language, "-"}, request);
    EXPECT_EQ(done.status, 1);
    expect_in(done.err, "/metrics/quality_return_rate");
    expect_in(done.err, text_in(language, "issue.metric.out_of_range",
                                {{"value", "1.5"}, {"low", "0"}, {"high", "1"}}));
    expect_in(done.err, text_in(language, "issue.given.unknown", {{"id", "goodness"}}));
  }
}

TEST(Report, OfBrokenTextSaysWhere) {
  for (const std::string& language : languages()) {
    const Outcome done = command({"assess", "--lang", language, "-"}, "{\n ]");
    EXPECT_EQ(done.status, 1);
    expect_in(done.err, text_in(language, "issue.request.parse"));
    expect_in(done.err, text_in(language, "cli.at", {{"line", "2"}, {"column", "2"}}));
  }
}

// A word that was not translated or filled in would show its key or its mark.
void expect_words(const std::string& text) {
  for (const char* sign : {"{", "}", "issue.", "cli.", "warning.", "verdict.", "met.", "event."}) {
    EXPECT_EQ(text.find(sign), std::string::npos) << "“" << sign << "” in\n" << text;
  }
  EXPECT_NE(text, "");
}

TEST(Report, EveryIssueHasWords) {
  std::set<std::string> seen;
  for (const IssueRow& row : issue_rows()) {
    const std::string code = row.issues.front().substr(0, row.issues.front().find(' '));
    if (row.function == "load" || !seen.insert(code).second) {
      continue;
    }
    for (const std::string& language : languages()) {
      SCOPED_TRACE(row.name + ", " + language);
      const Outcome done = command({row.function, "--lang", language, "-"}, row.text);
      EXPECT_EQ(done.status, 1);
      expect_words(done.err);
    }
  }
  EXPECT_GE(seen.size(), 30U);
}

// Every tenth case: each file of cases goes through all parts of its program.
TEST(Report, CasesHaveWords) {
  for (const std::string& file : case_files()) {
    const std::vector<Case> cases = cases_of(file);
    for (std::size_t i = 0; i < cases.size(); i += 10) {
      if (cases[i].json.find("expect_issue") != nullptr || !is_function(cases[i].function)) {
        continue;
      }
      for (const std::string& language : languages()) {
        SCOPED_TRACE(cases[i].name + ", " + language);
        expect_words(report(cases[i].function, language, cases[i].request));
      }
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

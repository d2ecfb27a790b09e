// The rows of the platform's tables: which of them fits a store, and what the profile gives itself.

#include "core/scoring/rows.h"

#include <gtest/gtest.h>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scoring/assess.h"
#include "core/scoring/judge.h"
#include "tests/scoring/small_reading.h"

namespace shopgauge {
namespace {

using small::decimal;
using small::fill;
using small::give;
using small::official;
using small::show;

// Shoes: 10 for flagships, 20 for others. Bags: sandals and boots by name, the rest of the bags.
// Toys: nothing for any type. Hats: not assessed, then more than 0.
constexpr std::string_view kRows = R"([
    ["shoes", null, "flagship", 10, 0.5],
    ["shoes", null, "other types", 20, 0.25],
    ["bags", "totes", "any type", 30, 1],
    ["bags", "other bags", "any type", 40, 2],
    ["toys", null, "any type", null, "positive"]])";
constexpr std::string_view kWords =
    R"("shoes": "s", "flagship": "f", "other types": "o", "bags": "b", "totes": "t", "any type": "a", "other bags": "ob", "toys": "y")";

std::string table(std::string_view by, std::string_view gives, std::string_view words,
                  std::string_view rows, std::string_view more = "",
                  std::string_view status = "official") {
  return fill(
      R"({"by": $, "gives": $, "words": {$}, "rows": $$, "status": "$", "source": "rulebook"})",
      {by, gives, words, rows, more, status});
}

Program program(std::string_view status = "official") {
  small::Document document;
  document.metrics = small::metric("sales") + ", " + small::metric("score");
  document.standards = fill(
      R"({"id": "sales", "title": $, "metric": "sales", "at_least": {"profile": "targets.sales", "default": $}, "source": "rulebook"},
         {"id": "score", "title": $, "metric": "score", "at_least": {"profile": "targets.score"}, "source": "rulebook"})",
      {small::kText, small::official("99"), small::kText});
  document.profile = "targets.sales targets.score";
  document.rows = table(
      R"(["category", "subcategory", "store_type"])", R"(["targets.sales", "targets.score"])",
      kWords, kRows,
      R"(, "any": ["any type"], "others": ["other types", "other bags"], "same": {"flagship": ["brand_flagship", "flagship_2"], "totes": ["shoppers"]})",
      status);
  return small::read(document);
}

struct Words {
  std::string_view category;
  std::string_view subcategory;
  std::string_view store_type;
};

struct Case {
  Program rules = program();
  Reading reading = empty_reading(rules);
  std::vector<std::string> issues;

  void ask(const Words& words) {
    for (const auto& [name, word] :
         {std::pair("category", words.category), std::pair("subcategory", words.subcategory),
          std::pair("store_type", words.store_type)}) {
      if (!word.empty()) {
        reading.enrolment.words.push_back({name, word});
      }
    }
    Issues found;
    apply_rows(rules, reading, found);
    for (const Issue& issue : found) {
      issues.push_back(issue.code + " " + issue.path);
    }
  }
  // "10", "positive", "not assessed"; empty where nothing is given.
  [[nodiscard]] std::string number(std::string_view path) const {
    const ProfileNumber* own = find_in(reading.profile, path);
    return own == nullptr                                   ? ""
           : own->kind == ProfileNumber::Kind::positive     ? "positive"
           : own->kind == ProfileNumber::Kind::not_assessed ? "not assessed"
                                                            : to_fraction(own->value);
  }
};

TEST(Rows, TheRowThatFitsEachWordGivesItsNumbers) {
  struct Row {
    Words words;
    const char* sales;  // empty: no row
    const char* score;
  };
  for (const Row& row : {
           Row{{"shoes", "", "flagship"}, "10", "1/2"},
           Row{{"shoes", "sandals", "flagship"}, "10", "1/2"},  // null matches every word
           Row{{"shoes", "sandals", "specialty"}, "20", "1/4"},
           Row{{"bags", "totes", "flagship"}, "30", "1"},  // a word of `any` matches every word
           Row{{"bags", "totes", "specialty"}, "30", "1"},
           Row{{"bags", "totes", ""}, "30", "1"},  // a word that is not given matches everything
           Row{{"bags", "rucksacks", ""}, "40", "2"},
           Row{{"toys", "", ""}, "not assessed", "positive"},
           Row{{"toys", "cars", "flagship"}, "not assessed", "positive"},
           Row{{"books", "", "flagship"}, "", ""},
           Row{{"totes", "bags", ""}, "", ""},
       }) {
    Case at;
    at.ask(row.words);
    const std::string words =
        fill("$ / $ / $", {row.words.category, row.words.subcategory, row.words.store_type});
    EXPECT_EQ(at.number("targets.sales"), row.sales) << words;
    EXPECT_EQ(at.number("targets.score"), row.score) << words;
    EXPECT_TRUE(at.issues.empty()) << words;
  }
}

TEST(Rows, AWordStandsForFurtherWordsOfTheEnrolment) {
  for (const auto& [type, sales] :
       {std::pair("brand_flagship", "10"), std::pair("flagship_2", "10"),
        std::pair("flagship", "10"), std::pair("flagship_3", "20")}) {
    Case at;
    at.ask({"shoes", "", type});
    EXPECT_EQ(at.number("targets.sales"), sales) << type;
  }
  // Also where a row is for what the others do not name.
  Case at;
  at.ask({"bags", "shoppers", ""});
  EXPECT_EQ(at.number("targets.sales"), "30");
}

TEST(Rows, WithoutTheFirstWordTheTableIsNotAsked) {
  Case at;
  at.ask({"", "totes", "flagship"});
  EXPECT_EQ(at.number("targets.sales"), "");
  EXPECT_TRUE(at.issues.empty());
}

TEST(Rows, SeveralThatFitAreAmbiguous) {
  for (const Words& words : {Words{"shoes", "", ""}, Words{"shoes", "sandals", ""},
                             Words{"bags", "", ""}, Words{"bags", "", "flagship"}}) {
    Case at;
    at.ask(words);
    EXPECT_EQ(at.issues, std::vector<std::string>{"enrolment.ambiguous /enrolment"});
    EXPECT_EQ(at.number("targets.sales"), "");
  }
}

TEST(Rows, AreNotAskedWhereTheProfileGivesAllTheirNumbers) {
  Case at;
  small::own(at.reading, "targets.sales", 7);
  small::own(at.reading, "targets.score", 8);
  at.ask({"shoes", "", ""});
  EXPECT_TRUE(at.issues.empty());
  EXPECT_EQ(at.number("targets.sales"), "7");
  Case half;
  small::own(half.reading, "targets.sales", 7);
  half.ask({"shoes", "", ""});
  EXPECT_EQ(half.issues, std::vector<std::string>{"enrolment.ambiguous /enrolment"});
}

TEST(Rows, TheProfileWinsOverARowWhichGivesTheRest) {
  Case at;
  small::own(at.reading, "targets.sales", 7);
  at.ask({"shoes", "", "flagship"});
  EXPECT_EQ(at.number("targets.sales"), "7");
  EXPECT_EQ(at.number("targets.score"), "1/2");
  EXPECT_EQ(find_in(at.reading.profile, "targets.sales")->rows, nullptr);
  EXPECT_NE(find_in(at.reading.profile, "targets.score")->rows, nullptr);
}

TEST(Rows, WithoutARowTheDefaultsHold) {
  Case at;
  at.ask({"books", "", ""});
  give(at.reading, at.rules, "sales", 98);
  give(at.reading, at.rules, "score", 1);
  const Judgement judgement = judge(at.rules, {0, 1}, at.reading);
  EXPECT_EQ(judgement.findings[0].met, Truth::no);
  EXPECT_EQ(judgement.findings[0].target, Rational(99));
  EXPECT_EQ(show(judgement.findings[1].needs), "profile targets.score");
}

TEST(Rows, AStandardIsJudgedByTheRowsTargets) {
  struct Row {
    const char* category;
    const char* sales;
    const char* score;
    JudgementVerdict verdict;
  };
  for (const Row& row : {Row{"shoes", "10", "0.5", JudgementVerdict::pass},
                         Row{"shoes", "9.999999", "0.5", JudgementVerdict::fail},
                         Row{"toys", "-5", "0.000001", JudgementVerdict::pass},
                         Row{"toys", "100", "0", JudgementVerdict::fail}}) {
    Case at;
    at.ask({row.category, "", "flagship"});
    give(at.reading, at.rules, "sales", decimal(row.sales));
    give(at.reading, at.rules, "score", decimal(row.score));
    EXPECT_EQ(judge(at.rules, {0, 1}, at.reading).verdict, row.verdict)
        << row.category << " " << row.sales << " " << row.score;
  }
}

TEST(Rows, ATableThatIsAssumedIsListedAndTheShopsOwnNumberIsNot) {
  Case at;
  at.rules = program("assumed");
  at.ask({"shoes", "", "flagship"});
  give(at.reading, at.rules, "sales", 11);
  EXPECT_EQ(show(judge(at.rules, {0}, at.reading).assumptions), "program = 10 (assumed)");
  EXPECT_EQ(judge(at.rules, {0}, at.reading).findings[0].source, "rulebook");
  Case own;
  own.rules = program("assumed");
  small::own(own.reading, "targets.sales", 10);
  own.ask({"shoes", "", "flagship"});
  EXPECT_EQ(show(judge(own.rules, {0}, own.reading).assumptions), "");
}

// Weights of goods and service by category, and a threshold.
Program weighted(std::string_view status = "official") {
  small::Document document;
  document.metrics = small::metric("goods") + ", " + small::metric("service");
  document.score = fill(
      R"({"scale": [0, 100], "rounding": {"digits": 0, "mode": "half_up", "status": "official", "source": "rulebook"}, "nodes": [$, $]})",
      {small::indicator("goods", official("0.5"), small::kIdentity),
       small::indicator("service", official("0.5"), small::kIdentity)});
  document.rows = table(R"(["category"])", R"(["weights.goods", "weights.service"])",
                        R"("shoes": "s", "bags": "b")",
                        R"([["shoes", 0.75, 0.25], ["bags", 0.1, 0.9]])", "", status);
  return small::read(document);
}

std::string weighted_score(std::string_view category, bool own, std::string_view status,
                           std::string* assumptions = nullptr) {
  const Program rules = weighted(status);
  Reading reading = empty_reading(rules);
  reading.enrolment.words = {{"category", category}};
  give(reading, rules, "goods", 100);
  give(reading, rules, "service", 0);
  if (own) {
    small::node(reading, rules, "goods").weight = decimal("0.6");
    small::node(reading, rules, "service").weight = decimal("0.4");
  }
  Issues issues;
  apply_rows(rules, reading, issues);
  EXPECT_TRUE(issues.empty());
  const Assessment result = assess(rules, reading);
  if (assumptions != nullptr) {
    *assumptions = show(result.assumptions);
  }
  return show(result.score->unrounded);
}

TEST(Rows, GiveWeightsWhichTheShopsOwnReplace) {
  EXPECT_EQ(weighted_score("shoes", false, "official"), "75");
  EXPECT_EQ(weighted_score("bags", false, "official"), "10");
  EXPECT_EQ(weighted_score("books", false, "official"), "50");
  EXPECT_EQ(weighted_score("shoes", true, "official"), "60");
}

// Weights of one group come from one place: the shop's beside the row's would sum to anything.
TEST(Rows, DoNotMixTheirWeightsWithTheShopsOwn) {
  const Program rules = weighted();
  Reading reading = empty_reading(rules);
  reading.enrolment.words = {{"category", "shoes"}};
  small::node(reading, rules, "goods").weight = decimal("0.5");
  Issues issues;
  apply_rows(rules, reading, issues);
  EXPECT_EQ(small::node(reading, rules, "goods").weight, decimal("0.5"));
  EXPECT_EQ(small::node(reading, rules, "service").weight, std::nullopt);
}

TEST(Rows, WeightsOfAnAssumedTableAreReliedOn) {
  std::string assumptions;
  EXPECT_EQ(weighted_score("shoes", false, "assumed", &assumptions), "75");
  EXPECT_EQ(assumptions.substr(assumptions.rfind("program")), "program (assumed)");
  EXPECT_EQ(weighted_score("shoes", true, "assumed", &assumptions), "60");
  EXPECT_EQ(assumptions.find("program"), std::string::npos);
}

// Every table of up to three rows of two columns over few words, against the text of FORMAT.md.
class Tables {
 public:
  explicit Tables(const Program& program) : program_(program) {
    for (const char* first : kCells) {
      for (const char* second : kCells) {
        rows_.push_back(parse_json(fill("[$, $, 1]", {cell(first), cell(second)})).take());
      }
    }
  }

  void check_all() {
    for (std::size_t a = 0; a < rows_.size(); ++a) {
      for (std::size_t b = a; b < rows_.size(); ++b) {
        for (std::size_t c = b; c < rows_.size(); ++c) {
          std::vector<const Json*> rows = {&rows_[a]};
          if (b > a) {
            rows.push_back(&rows_[b]);
          }
          if (c > b) {
            rows.push_back(&rows_[c]);
          }
          check(rows);
        }
      }
    }
  }

 private:
  static constexpr const char* kCells[] = {"x", "y", "any", "others", ""};  // empty: null

  static std::string cell(std::string_view word) {
    return word.empty() ? "null" : fill(R"("$")", {word});
  }

  // Whether a row of the table names `word` in the column, beside the words of `row` to its left.
  static bool named(const std::vector<const Json*>& rows, const Json& row, std::size_t column,
                    std::string_view word) {
    for (const Json* other : rows) {
      const bool beside = column == 0 || other->items[0].string == row.items[0].string;
      if (beside && other->items[column].string == word) {
        return true;
      }
    }
    return false;
  }

  static bool fits(const std::vector<const Json*>& rows, const Json& row,
                   const std::vector<std::string_view>& words) {
    bool all = true;
    for (std::size_t column = 0; column < words.size(); ++column) {
      const std::string& cell = row.items[column].string;
      const std::string_view word = words[column];
      all = all && (word.empty() || cell.empty() || cell == "any" || cell == word ||
                    (cell == "others" && !named(rows, row, column, word)));
    }
    return all;
  }

  void check(const std::vector<const Json*>& rows) const {
    RowTable table;
    table.by = {"category", "store_type"};
    table.any = {"any"};
    table.others = {"others"};
    table.paths = {"targets.sales"};
    table.nodes = {std::nullopt};
    table.rows = rows;
    Program with;
    with.metrics = program_.metrics;
    with.rows = {table};
    for (const std::string_view category : {"x", "y", "z"}) {
      for (const std::string_view type : {"x", "y", "z", ""}) {
        Reading reading;
        reading.enrolment.words = {{"category", category}};
        if (!type.empty()) {
          reading.enrolment.words.push_back({"store_type", type});
        }
        int fitting = 0;
        for (const Json* row : rows) {
          fitting += fits(rows, *row, {category, type}) ? 1 : 0;
        }
        Issues issues;
        apply_rows(with, reading, issues);
        ASSERT_EQ(issues.size(), fitting > 1 ? 1U : 0U) << category << " " << type;
        ASSERT_EQ(reading.profile.size(), fitting == 1 ? 1U : 0U) << category << " " << type;
      }
    }
  }

  const Program& program_;
  std::deque<Json> rows_;
};

TEST(Rows, EverySmallTableIsReadAsItsTextSays) {
  const Program rules = program();
  Tables(rules).check_all();
}

}  // namespace
}  // namespace shopgauge

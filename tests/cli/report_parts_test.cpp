// What the reports say of tiers, look-backs, alternatives, checks over months and the like, by the
// small documents of tests/api/features, whose texts are known.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/api/corpus.h"
#include "tests/cli/command.h"

namespace shopgauge::tests {
namespace {

// The English report of one case of a small document.
std::string report_of(const std::string& document, const std::string& name,
                      const std::string& language = "en") {
  for (const Case& one : cases_of("tests/api/features/" + document + ".cases.json")) {
    if (one.name == name) {
      const Outcome done = command({one.function, "--lang", language, "-"}, one.request);
      EXPECT_EQ(done.status, 0) << done.err;
      return done.out;
    }
  }
  ADD_FAILURE() << "no case " << name;
  return "";
}

// The text without the spaces that align columns.
std::string squeezed(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' || result.empty() || result.back() != ' ') {
      result += c;
    }
  }
  return result;
}

struct Row {
  std::string document;
  std::string name;
  std::vector<std::string> parts;  // in this order
};

std::vector<Row> rows() {
  return {
      {"small-shop",
       "a full reading: tier, look-back, what costs most, notices",
       {"3 of 5 · parts weighed together", "Tier: Middle (Official)",
        "Months that the metrics cover: 1 (Short)", "What costs most\n Late rate -1\n",
        "Bad order rate -0.75\n Return rate -0.3\n",
        "Bad orders, by rate or buyers 4/100 at most 0.05 Met · Buyers\n",
        "or Unhappy buyers 3 at most 4 Met\n",
        "Recommended late rate 0.05 at most 0.01 Not met · not part of the verdict\n",
        "Note\n Buying orders is punished.\n"}},
      {"small-shop",
       "the lowest part counts: no weights, one leaf brings everything",
       {"2.5 of 5 · the lowest part counts", "Tier: Low (Official)\n Less traffic.\n",
        "Goods 2.5 — 2.5\n"}},
      {"small-shop",
       "a small sample scores flat points",
       {"Bad order rate (Flat score for a small sample) 4"}},
      {"small-shop",
       "a threshold that nobody gave: the part is missing",
       {"Tier: Middle or Low", "Bad order rate (the shop's own marks are not given) Missing"}},
      {"small-shop",
       "without a method the first is taken, and listed",
       {"Not given, the program's default taken\n", "Bad order rate: excellent: 0.02 (Official)",
        "how the parts are joined (Official)"}},
      {"small-shop",
       "nothing is lost: no worst",
       {"Tier: High (Official)\n More traffic.\n Lower fee.\n"}},
      {"small-shop",
       "no score has a tier of its own",
       {"No score yet: Fewer than 30 orders.\nNo score is not a score of 0.\n",
        "Tier: No tier (Official)\n", "Months that the metrics cover: 3 (Long)\n",
        "Buying orders is punished."}},
      {"small-shop",
       "the look-back is open",
       {"Months that the metrics cover, not yet known: Short / Long (needs Orders)"}},
      {"small-shop", "a row of the others: more than 0", {"Sales 0 above 0 Not met\n"}},
      {"small-shop",
       "a row that does not assess the sales",
       {"Sales 1000 at least — Not assessed\n"}},
      {"small-course",
       "a check over months waits for them",
       {"2026-03-31 After two months: Not yet known\n 60 at least 100 so far\n"}},
      {"small-course", "in no phase", {"Standing on 2026-01-20: in no phase\n"}},
      {"small-shop",
       "compared: a bonus, the cap that it meets, and a deduction",
       {"1 Small shop score · 2026-01-01\n2 Small shop score · 2026-01-01\n",
        " 1 2 difference\nScore 4.8 4.3 -0.5\nVerdict Pass Pass\nTier: High → Middle\n",
        "How sure Exact Exact\n",
        "Where the difference comes from (points of the total)\n Bonus +1\n",
        " Cap -1\n Violations -0.5\n Total -0.5\n"}},
      {"small-shop",
       "compared: weight and score together",
       {" Goods -1.3\n weight: 0.6 → 0.2 (-1.3 points)\n",
        " Logistics +1.8\n weight: 0.4 → 0.8 (+1.2 points)\n",
        " Late rate +1.8\n share of the total: 0.4 → 0.8 (+1.2 points)\n input: 5% → 3%\n",
        " Total +0.5\n", "Standards\n Recommended late rate: at most 1%, Not met → "}},
      {"small-shop", "compared: the gate opens", {"What the score opens\n Feed: Not met → Met\n"}},
      {"small-shop",
       "compared: no score is no zero",
       {"Score 3 No score yet\n", "Tier: Middle → "}},
      {"small-shop",
       "compared: the lower end where something is missing",
       {"Score 3 2–4 -1 … +1\n", "where the score is from: Computed → Missing\n"}},
      {"small-shop",
       "planned: the verdict, by the rate or by the buyers",
       {"Not met yet, but within reach.\n",
        "One change alone\n Bad order rate 4/100 = 4% → 3% 34 further organic orders",
        " Unhappy buyers 5 → 4\n", " = 3 · Pass (effort 0.2)\n Unhappy buyers → 4\n",
        " (effort 0.25)\n Bad order rate → 3%\n"}},
      {"small-shop",
       "planned: out of reach",
       {"Not met, and out of reach of these numbers.\nEven at the best, the score is 4.8.\n",
        " Bad order rate 4/100 = 4% → — alone "}},
      {"small-shop",
       "planned: a score that only what cannot change would bring",
       {"Not met, and out of reach of these numbers.\nOnly by changing what is marked “cannot "
        "change”: Late rate, Bonus.\nWith these as they are and all else at its best, the score "
        "is 4.1.\n"}},
      {"small-shop",
       "planned: the days left do not move what cannot change",
       {" It is lost: not even the best days left bring it. Each by itself:\n",
        " Sales 1000 → at least 1100 lost: ends at 1000 at best (100 more, 10 a day)\n",
        "\n Only by changing what is marked “cannot change”: Sales.\n With these as they are and "
        "all else at its best, not met: Sales.\n"}},
      {"compare",
       "two editions by their dates, and their difference",
       {"Score 80 82 +2\n", " Return-freight insurance (运费险) +2 · only in 2\n",
        "Not used by 1: Return-freight insurance (运费险)\n"}},
      {"small-course",
       "a check of one standard is flat; a failed one ends the trial",
       {"2026-03-31 After two months: Fail\n 99.5 at least 100\n", "2026-03-31 Exited\n"}},
      {"small-course",
       "a check of two standards: sum and mean; half of the fee comes back",
       {"2026-04-30 After three months: Pass\n Sales of three months 250 at least 250 Met\n",
        "Rating 4.25 at least 4 Met · Buyers\n", "2026-04-30 Fee refunded 150\n"}},
      {"small-course", "a failed check names its areas", {"2026-04-30 At risk (areas: Buyers)\n"}},
      {"small-course",
       "reviews, tiers, trends and areas of months",
       {"2026-05 Formal (正式考核期) Pass reviewed 2026-06-20 Gold\n",
        "2026-06 Formal (正式考核期) Fail reviewed 2026-07-20 Plain\n",
        "Rating 3.9 at least 4 Not met worse than last time (-1.1) · Buyers\n",
        "Rating 3.9 at least 4 Not met as last time · Buyers\n",
        "Late rate 0.04 at most 0.04 Met better than last time (-0.01) · Logistics\n",
        "2026-07-20 Improvement plan (areas: Buyers / Logistics)\n"}},
      {"small-course", "the tier of a month is open", {"Gold or Plain (needs Rating)\n"}},
  };
}

TEST(ReportParts, AreSaidInTheirOrder) {
  for (const Row& row : rows()) {
    SCOPED_TRACE(row.name);
    const std::string text = squeezed(report_of(row.document, row.name));
    std::size_t at = 0;
    for (const std::string& part : row.parts) {
      const std::size_t found = text.find(part, at);
      EXPECT_NE(found, std::string::npos) << "no “" << part << "” behind " << at << " in\n" << text;
      at = found == std::string::npos ? at : found;
    }
  }
}

// The Chinese report has the same lines, in words of its own.
TEST(ReportParts, AreSaidInChineseToo) {
  for (const Row& row : rows()) {
    SCOPED_TRACE(row.name);
    const std::string english = report_of(row.document, row.name);
    const std::string chinese = report_of(row.document, row.name, "zh-CN");
    EXPECT_EQ(std::count(chinese.begin(), chinese.end(), '\n'),
              std::count(english.begin(), english.end(), '\n'));
    for (const char* word : {"Tier", "Months", "phase", "Note", "costs", "orders", "than"}) {
      EXPECT_EQ(chinese.find(word), std::string::npos) << word << " in\n" << chinese;
    }
  }
  const std::string none = report_of("small-shop", "no score has a tier of its own", "zh-CN");
  EXPECT_NE(none.find("没有分不等于 0 分。"), std::string::npos) << none;
}

// Rows that fit are named in the reader's language.
TEST(ReportParts, NameTheRowsThatFit) {
  const std::string file = "tests/api/features/small-shop.cases.json";
  for (const Case& one : cases_of(file)) {
    if (one.name == "two rows fit, and the shop gives too little") {
      EXPECT_NE(
          command({"assess", "--lang", "en", "-"}, one.request).err.find("(Fruit / Flagship | "),
          std::string::npos);
      EXPECT_NE(command({"assess", "-"}, one.request).err.find("（果 / 旗舰 | 果 / 其他）"),
                std::string::npos);
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

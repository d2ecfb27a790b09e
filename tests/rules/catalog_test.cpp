// The catalog: which edition rules on a date, what lies around a gap, and the same edition twice.

#include "core/rules/catalog.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/calendar/print.h"
#include "tests/rules/small_program.h"

namespace shopgauge {
namespace {

// `last` is "until": "…" or the last day on which an open edition was seen.
small::Document edition(const std::string& id, const std::string& name, const std::string& from,
                        const std::string& last, bool open = false, bool article = false) {
  small::Document document;
  document.program = id;
  document.edition = name;
  document.in_force = small::fill(R"("from": "$", "until": $$$)",
                                  {from, open ? "null, \"last_seen\": " : "", "\"" + last + "\"",
                                   article ? ", \"article\": true" : ""});
  document.metrics = small::metric("orders");
  document.standards =
      small::fill(R"({"id": "orders", "title": $, "metric": "orders", "at_least": $})",
                  {small::kText, small::official("1")});
  return document;
}

std::unique_ptr<const Program> pointer(const small::Document& document) {
  return std::make_unique<const Program>(small::read(document));
}

void add(Editions& editions, const small::Document& document) {
  EXPECT_TRUE(editions.add(pointer(document), small::to_json(document)).ok()) << document.edition;
}

// A gap between the first two, none between the last two.
Editions three() {
  Editions editions;
  add(editions, edition("score", "2024-03-01", "2024-03-01", "2024-05-31"));
  add(editions, edition("score", "2022-01-01", "2022-01-01", "2023-06-20"));
  add(editions, edition("score", "2024-06-01", "2024-06-01", "2024-09-09", true));
  return editions;
}

std::string name(const Result<const Program*>& found) {
  return found.ok() ? std::string(found.value()->edition) : found.issues().front().code;
}

std::string in_force(const Editions& editions, int year, int month, int day) {
  return name(editions.in_force("score", make_date(year, month, day)));
}

// The parameters of the one issue, "name=value" joined.
std::string gap(const Editions& editions, Date date) {
  const Result<const Program*> found = editions.in_force("score", date);
  if (found.ok()) {
    return "in force: " + std::string(found.value()->edition);
  }
  EXPECT_EQ(found.issues().size(), 1U);
  EXPECT_EQ(found.issues().front().code, "edition.none_in_force");
  EXPECT_EQ(found.issues().front().path, "/date");
  std::string params;
  for (const Param& param : found.issues().front().params) {
    if (param.name != "id" && param.name != "date") {
      params += (params.empty() ? "" : " ") + param.name + "=" + param.value;
    }
  }
  return params;
}

TEST(Catalog, EditionsAreOrderedByProgramThenEdition) {
  Editions editions = three();
  add(editions, edition("assessment", "2030-01-01", "2030-01-01", "2030-12-31"));
  std::vector<std::string> order;
  for (const auto& program : editions.all()) {
    order.push_back(std::string(program->id) + " " + std::string(program->edition));
  }
  EXPECT_EQ(order, (std::vector<std::string>{"assessment 2030-01-01", "score 2022-01-01",
                                             "score 2024-03-01", "score 2024-06-01"}));
}

TEST(Catalog, AnEditionIsFoundByItsName) {
  const Editions editions = three();
  EXPECT_EQ(name(editions.named("score", "2024-03-01")), "2024-03-01");
  EXPECT_EQ(name(editions.named("score", "2024-03-02")), "edition.unknown");
  EXPECT_EQ(name(editions.named("other", "2024-03-01")), "program.unknown");
  EXPECT_EQ(name(editions.named("", "")), "program.unknown");
}

TEST(Catalog, ADateSelectsTheEditionInForceFromItsFirstToItsLastDay) {
  const Editions editions = three();
  EXPECT_EQ(in_force(editions, 2021, 12, 31), "edition.none_in_force");
  EXPECT_EQ(in_force(editions, 2022, 1, 1), "2022-01-01");
  EXPECT_EQ(in_force(editions, 2023, 6, 20), "2022-01-01");
  EXPECT_EQ(in_force(editions, 2023, 6, 21), "edition.none_in_force");
  EXPECT_EQ(in_force(editions, 2024, 2, 29), "edition.none_in_force");
  EXPECT_EQ(in_force(editions, 2024, 3, 1), "2024-03-01");
  EXPECT_EQ(in_force(editions, 2024, 5, 31), "2024-03-01");
  EXPECT_EQ(in_force(editions, 2024, 6, 1), "2024-06-01");
}

TEST(Catalog, AnOpenEditionIsPresumedInForceAfterItWasLastSeen) {
  const Editions editions = three();
  EXPECT_EQ(in_force(editions, 2024, 9, 9), "2024-06-01");
  EXPECT_EQ(in_force(editions, 2024, 9, 10), "2024-06-01");
  EXPECT_EQ(in_force(editions, 2199, 12, 31), "2024-06-01");
  EXPECT_TRUE(covers(*editions.all().back(), make_date(2199, 12, 31)));
  EXPECT_FALSE(covers(*editions.all().back(), make_date(2024, 5, 31)));
}

TEST(Catalog, AGapIsToldWithItsDaysAndNeighbours) {
  const Editions editions = three();
  EXPECT_EQ(gap(editions, make_date(2023, 6, 21)),
            "from=2023-06-21 until=2024-02-29 before=2022-01-01 after=2024-03-01");
  EXPECT_EQ(gap(editions, make_date(2024, 2, 29)),
            "from=2023-06-21 until=2024-02-29 before=2022-01-01 after=2024-03-01");
}

TEST(Catalog, BeforeTheFirstAndAfterTheLastEditionTheGapIsOpen) {
  Editions editions;
  add(editions, edition("score", "2022-01-01", "2022-01-01", "2023-06-20"));
  add(editions, edition("score", "2023-06-21", "2023-06-21", "2023-12-31"));
  EXPECT_EQ(gap(editions, make_date(2020, 5, 5)),
            "from= until=2021-12-31 before= after=2022-01-01");
  EXPECT_EQ(gap(editions, make_date(2024, 1, 1)),
            "from=2024-01-01 until= before=2023-06-21 after=");
}

// An edition may be named by another day than the first on which it is in force.
TEST(Catalog, NeighboursAreThoseInTimeWhateverTheEditionsAreCalled) {
  Editions editions;
  add(editions, edition("score", "2022-09-01", "2022-01-01", "2022-03-31"));
  add(editions, edition("score", "2022-05-01", "2023-01-01", "2023-12-31"));
  EXPECT_EQ(gap(editions, make_date(2022, 6, 1)),
            "from=2022-04-01 until=2022-12-31 before=2022-09-01 after=2022-05-01");
  EXPECT_EQ(gap(editions, make_date(2024, 6, 1)),
            "from=2024-01-01 until= before=2022-05-01 after=");
  EXPECT_EQ(gap(editions, make_date(2021, 6, 1)),
            "from= until=2021-12-31 before= after=2022-09-01");
}

TEST(Catalog, AnEditionFromAnArticleIsNeverSelectedByDate) {
  Editions editions;
  add(editions, edition("score", "2024-01-29", "2024-01-29", "2024-12-31", false, true));
  EXPECT_EQ(gap(editions, make_date(2024, 1, 29)), "from= until= before= after=");
  add(editions, edition("score", "2022-01-01", "2022-01-01", "2022-12-31"));
  add(editions, edition("score", "2025-01-01", "2025-01-01", "2025-02-02", true));
  EXPECT_EQ(gap(editions, make_date(2024, 6, 1)),
            "from=2023-01-01 until=2024-12-31 before=2022-01-01 after=2025-01-01");
  EXPECT_EQ(name(editions.named("score", "2024-01-29")), "2024-01-29");
}

TEST(Catalog, OtherProgramsDoNotFillAGap) {
  Editions editions = three();
  add(editions, edition("sales", "2023-01-01", "2023-01-01", "2030-12-31"));
  EXPECT_EQ(in_force(editions, 2023, 12, 1), "edition.none_in_force");
  EXPECT_EQ(name(editions.in_force("unheard-of", make_date(2024, 6, 1))), "program.unknown");
}

TEST(Catalog, TheSameEditionTwiceIsOneWhenTheTextIsTheSame) {
  Editions editions;
  const small::Document document = edition("score", "2022-01-01", "2022-01-01", "2023-06-20");
  const Program* first = editions.add(pointer(document), small::to_json(document)).take();
  const Program* second = editions.add(pointer(document), small::to_json(document)).take();
  EXPECT_EQ(first, second);
  EXPECT_EQ(editions.all().size(), 1U);
}

TEST(Catalog, TheSameEditionWithAnotherTextIsAnIssueAndChangesNothing) {
  Editions editions;
  const small::Document document = edition("score", "2022-01-01", "2022-01-01", "2023-06-20");
  add(editions, document);
  const Result<const Program*> refused =
      editions.add(pointer(document), small::to_json(document) + " ");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.issues().size(), 1U);
  EXPECT_EQ(refused.issues().front().code, "program.edition_differs");
  EXPECT_EQ(editions.all().size(), 1U);
  EXPECT_EQ(in_force(editions, 2023, 6, 20), "2022-01-01");
}

// The issue of a second edition, "other edition" or nothing.
std::string overlap(const small::Document& first, const small::Document& second) {
  Editions editions;
  add(editions, first);
  const Result<const Program*> added = editions.add(pointer(second), small::to_json(second));
  EXPECT_EQ(editions.all().size(), added.ok() ? 2U : 1U);
  if (added.ok()) {
    return "";
  }
  EXPECT_EQ(added.issues().size(), 1U);
  EXPECT_EQ(added.issues().front().code, "program.overlap");
  return added.issues().front().params.at(2).value;
}

TEST(Catalog, TwoEditionsAreNeverInForceOnTheSameDay) {
  const auto first = edition("score", "2022-01-01", "2022-01-01", "2022-06-30");
  EXPECT_EQ(overlap(first, edition("score", "2022-07-01", "2022-07-01", "2022-12-31")), "");
  EXPECT_EQ(overlap(first, edition("score", "2022-06-30", "2022-06-30", "2022-12-31")),
            "2022-01-01");
  EXPECT_EQ(overlap(first, edition("score", "2022-03-01", "2022-03-01", "2022-03-01")),
            "2022-01-01");
  EXPECT_EQ(overlap(first, edition("score", "2021-01-01", "2021-01-01", "2021-12-31")), "");
  EXPECT_EQ(overlap(first, edition("score", "2021-01-01", "2021-01-01", "2022-01-01")),
            "2022-01-01");
  EXPECT_EQ(overlap(first, edition("other", "2022-03-01", "2022-03-01", "2022-03-01")), "");
}

TEST(Catalog, AnOpenEditionOverlapsWithAllThatBeginLater) {
  const auto open = edition("score", "2022-01-01", "2022-01-01", "2022-06-30", true);
  EXPECT_EQ(overlap(open, edition("score", "2030-01-01", "2030-01-01", "2030-12-31")),
            "2022-01-01");
  EXPECT_EQ(overlap(edition("score", "2030-01-01", "2030-01-01", "2030-12-31"), open),
            "2030-01-01");
  EXPECT_EQ(overlap(open, edition("score", "2021-01-01", "2021-01-01", "2021-12-31")), "");
}

// A date never selects them, so they contradict nobody.
TEST(Catalog, EditionsFromArticlesOverlapWithNone) {
  const auto first = edition("score", "2022-01-01", "2022-01-01", "2022-06-30");
  EXPECT_EQ(overlap(first, edition("score", "2022-03-01", "2022-03-01", "2022-04-01", false, true)),
            "");
  EXPECT_EQ(overlap(edition("score", "2022-03-01", "2022-03-01", "2022-04-01", true, true), first),
            "");
}

}  // namespace
}  // namespace shopgauge

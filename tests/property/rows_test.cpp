// Every row of the platforms' tables: a store that fits it alone is assessed by its numbers, just
// as if the shop had given them itself; a store that fits several is refused.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "tests/property/course.h"
#include "tests/property/fixture.h"
#include "tests/property/oracle.h"
#include "tests/property/steer.h"

namespace shopgauge::tests {
namespace {

class Rows : public OfEdition {
 protected:
  [[nodiscard]] const std::vector<Json>& tables() const {
    return items_of(edition_.document(), "rows");
  }

  void try_check(const Json& table, const Json& row, const Json& course, const Json& check);
};

INSTANTIATE_TEST_SUITE_P(Of, Rows, testing::ValuesIn(documents_with_rows()), &name_of_document);

bool is_among(const Json& table, std::string_view list, const std::string& cell) {
  const std::vector<Json>& words = items_of(table, list);
  return std::any_of(words.begin(), words.end(),
                     [&](const Json& one) { return one.string == cell; });
}

// A store that the row is about: its words, and one that no row knows where any will do.
Json store_of(const Json& table, const Json& row) {
  Json enrolment = object();
  for (const char* field : {"category", "subcategory", "store_type"}) {
    part(enrolment, field) = word("no such word");
  }
  const std::vector<Json>& by = items_of(table, "by");
  for (std::size_t i = 0; i < by.size(); ++i) {
    const std::string& cell = row.items[i].string;
    const bool open = row.items[i].is(Json::Kind::null) || is_among(table, "any", cell) ||
                      is_among(table, "others", cell);
    part(enrolment, by[i].string) = word(open ? "no such word" : cell);
  }
  return enrolment;
}

// Whether a cell of a row fits the store's word.
bool fits(const Json& table, const Json& row, std::size_t column, const std::string& store) {
  const Json& cell = row.items[column];
  const auto says = [&](const Json& one) {
    const Json* same = table.find("same");
    return one.string == store ||
           (same != nullptr && is_among(*same, one.string, store) && !one.string.empty());
  };
  if (cell.is(Json::Kind::null) || is_among(table, "any", cell.string) || says(cell)) {
    return true;
  }
  const std::vector<Json>& rows = items_of(table, "rows");
  return is_among(table, "others", cell.string) &&
         std::none_of(rows.begin(), rows.end(), [&](const Json& other) {
           bool beside = says(other.items[column]);
           for (std::size_t i = 0; i < column; ++i) {
             beside = beside && other.items[i].string == row.items[i].string;
           }
           return beside;
         });
}

// Those rows of the table that are about the store.
std::vector<const Json*> rows_for(const Json& table, const Json& store) {
  std::vector<const Json*> rows;
  const std::vector<Json>& by = items_of(table, "by");
  for (const Json& row : items_of(table, "rows")) {
    bool all = true;
    for (std::size_t i = 0; i < by.size(); ++i) {
      all = all && fits(table, row, i, member(store, by[i].string).string);
    }
    if (all) {
      rows.push_back(&row);
    }
  }
  return rows;
}

// The row's numbers as the shop's own; false where one of them is no number.
bool give_numbers(const Json& table, const Json& row, Json& request) {
  const std::vector<Json>& gives = items_of(table, "gives");
  const std::size_t words = items_of(table, "by").size();
  for (std::size_t i = 0; i < gives.size(); ++i) {
    const Json& cell = row.items[words + i];
    if (!cell.is(Json::Kind::number)) {
      return false;
    }
    put_at(object_part(request, "profile"), gives[i].string, cell);
  }
  return true;
}

// Readings: of every row of every table, one at a time.
TEST_P(Rows, AreTheShopsNumbers) {
  for (const Json& table : tables()) {
    for (const Json& row : items_of(table, "rows")) {
      const Json store = store_of(table, row);
      Json request = edition_.request();
      part(request, "metrics") = member(request_from(edition_, Base::best), "metrics");
      Json own = request;
      part(object_part(own, "enrolment"), "store_type") = member(store, "store_type");
      part(request, "enrolment") = store;
      SCOPED_TRACE(written(request));
      ASSERT_FALSE(rows_for(table, store).empty());
      bool ambiguous = false;
      bool numbers = true;
      for (const Json& any : tables()) {
        const std::vector<const Json*> fitting = rows_for(any, store);
        ambiguous = ambiguous || fitting.size() > 1;
        numbers = numbers && (fitting.empty() || give_numbers(any, *fitting.front(), own));
      }
      const Json reply = parse(assess(catalog_, written(request)), "reply");
      ASSERT_EQ(is_ok(reply), !ambiguous) << written(reply);
      if (ambiguous) {
        EXPECT_EQ(string_of(items_of(reply, "issues").front(), "code"), "enrolment.ambiguous");
      } else if (numbers) {
        for (const std::string& wrong :
             Oracle(edition_.document(), own).differences(member(reply, "value"))) {
          ADD_FAILURE() << wrong;
        }
      }
    }
  }
}

// The verdict of this check in a timeline; empty where it is not held.
std::string verdict_in(const std::optional<Json>& value, const Json& check) {
  for (const Json& one : value ? items_of(*value, "checks") : std::vector<Json>()) {
    if (string_of(one, "date") == string_of(check, "date") &&
        string_of(one, "standard") == string_of(check, "standard")) {
      return std::string(string_of(one, "verdict"));
    }
  }
  return "";
}

// Checks: each number of every row, just missed, reached and passed.
TEST_P(Rows, DecideTheChecks) {
  const Json* cycle = edition_.document().find("cycle");
  for (const Json& table : cycle == nullptr ? std::vector<Json>() : tables()) {
    for (const Json& row : items_of(table, "rows")) {
      const Json store = store_of(table, row);
      if (rows_for(table, store).size() > 1) {
        continue;
      }
      for (const Json& entry : items_of(*cycle, "entries")) {
        Json course = course_from(edition_, entry, "2026-01-01", "2027-12-31");
        for (const JsonMember& one : store.members) {
          part(object_part(course, "enrolment"), one.key) = one.value;
        }
        const std::optional<Json> open = trace(catalog_, course);
        ASSERT_TRUE(open) << written(course);
        for (const Json& check : items_of(*open, "checks")) {
          try_check(table, row, course, check);
        }
      }
    }
  }
}

// The check by values around the number that the row gives it.
void Rows::try_check(const Json& table, const Json& row, const Json& course, const Json& check) {
  const Json* standard =
      item_with(items_of(edition_.document(), "standards"), "id", string_of(check, "standard"));
  const Json* target = standard == nullptr ? nullptr : standard->find("at_least");
  const std::vector<Json>& gives = items_of(table, "gives");
  for (std::size_t i = 0; target != nullptr && i < gives.size(); ++i) {
    if (string_of(*target, "profile") != gives[i].string) {
      continue;
    }
    const Json& cell = row.items[items_of(table, "by").size() + i];
    const bool positive = cell.is(Json::Kind::string);
    const Rational cent = Rational::ratio(1, 100);
    for (const Rational& by : {-cent, Rational(), cent}) {
      const Rational seen = cell.number + by;  // of a target that is only to be positive: by
      if (seen.sign() < 0) {
        continue;
      }
      Json metrics = member(request_from(edition_, Base::best), "metrics");
      part(metrics, member(*standard, "metric").string) = number(seen);
      Json given = course;
      part(given, "checks") =
          list({object({{"date", member(check, "date")}, {"metrics", metrics}})});
      const bool met = positive ? seen.sign() > 0 : by.sign() >= 0;
      const std::string want = cell.is(Json::Kind::null) ? "not_assessed" : met ? "pass" : "fail";
      EXPECT_EQ(verdict_in(trace(catalog_, given), check), want) << written(given);
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

// What all requests share: which edition, whole numbers, days, the enrolment.

#include "core/api/request.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/decimal.h"
#include "core/cycle/timeline.h"
#include "core/rules/reader.h"

namespace shopgauge::api {
namespace {

void select_inline(const Asked& asked, const Editions& editions, Selection& selection) {
  const Cursor& at = asked.program;
  if (asked.edition) {
    asked.edition.issue("request.unknown_key", "a program document given inline is its own edition",
                        {{"id", "edition"}});
  }
  const DocumentCheck check = editions.checker();
  if (check == nullptr) {
    at.issue("program.unchecked", "this engine cannot check a program document: load it by name");
    return;
  }
  Issues issues = check(at.json(), at.path().c_str());
  if (issues.empty()) {
    selection.own = read_program(at.json());
    require(selection.own != nullptr);
  }
  at.add(std::move(issues));
  selection.program = selection.own.get();
}

}  // namespace

std::string text_of(const Rational& value) {
  return is_decimal(value) ? to_decimal(value) : display(value, 6);
}

// A non-negative whole number under `key`.
std::optional<Rational> whole(const Cursor& at, std::string_view key) {
  const Json* member = at.json().find(key);
  const bool fits = member != nullptr && member->is(Json::Kind::number) &&
                    member->number.is_integer() && member->number.sign() >= 0;
  return fits ? std::optional(member->number) : std::nullopt;
}

const Node* node_of(const Program& program, std::string_view id) {
  return program.score ? find_node(program.score->nodes, id) : nullptr;
}

// The catalog names the member of a request that is wrong; it is wrong where it was asked.
const Program* found_edition(const Asked& asked, Result<const Program*> found) {
  if (found.ok()) {
    return found.value();
  }
  Issues issues = found.take_issues();
  for (Issue& issue : issues) {
    issue.path = (issue.path == "/edition" ? asked.edition
                  : issue.path == "/date"  ? asked.date
                                           : asked.program)
                     .path();
  }
  asked.program.add(std::move(issues));
  return nullptr;
}

const Program* named_edition(const Asked& asked, const Editions& editions, std::string_view program,
                             std::string_view edition) {
  return found_edition(asked, editions.named(program, edition));
}

Selection select_program(const Cursor& request, const Asked& asked, const Editions& editions) {
  Selection selection;
  if (asked.date) {
    selection.date = read_day(asked.date);
  }
  if (asked.program && asked.program.json().is(Json::Kind::object)) {
    select_inline(asked, editions, selection);
    return selection;
  }
  const std::string* id = asked.program ? asked.program.string() : nullptr;
  if (id == nullptr) {
    return selection;
  }
  if (asked.edition) {
    const std::string* name = asked.edition.string();
    selection.program = name == nullptr ? nullptr : named_edition(asked, editions, *id, *name);
  } else if (selection.date) {
    selection.program = found_edition(asked, editions.in_force(*id, *selection.date));
  } else if (!asked.date) {
    request.issue("edition.required", "name the edition, or the date whose edition is asked for",
                  {{"id", *id}});
  }
  return selection;
}

Selection select_program(const Cursor& request, const Editions& editions) {
  const Asked asked{request.need("program"), request.find("edition"), request.find("date")};
  return select_program(request, asked, editions);
}

std::optional<Date> read_day(const Cursor& at) {
  const std::string* text = at.string();
  if (text == nullptr) {
    return std::nullopt;
  }
  const std::optional<Date> date = parse_date(*text);
  if (!date || date > last_request_date()) {
    at.issue("request.date", "must be a day YYYY-MM-DD between 1970 and 2150", {{"value", *text}});
    return std::nullopt;
  }
  return date;
}

std::optional<Month> read_month(const Cursor& at) {
  const std::string* text = at.string();
  if (text == nullptr) {
    return std::nullopt;
  }
  const std::optional<Month> month = parse_month(*text);
  if (!month) {
    at.issue("request.date", "must be a month YYYY-MM", {{"value", *text}});
  }
  return month;
}

Enrolment read_enrolment(const Cursor& at) {
  constexpr Literal kDates = "opened first_assessed joined launched formal_since recovery_since";
  constexpr Literal kCounts = "failures_so_far passes_in_a_row downgrades";
  constexpr Literal kWords = "category subcategory store_type";
  constexpr int kMost = 1000;
  Enrolment enrolment;
  for (std::size_t i = 0; at.need_object() && i < at.size(); ++i) {
    const Cursor one = at[i];
    const std::string_view key = at.key(i);
    if (index_in(kDates, key) >= 0) {
      if (const auto date = read_day(one)) {
        enrolment.dates.push_back({key, *date});
      }
    } else if (index_in(kCounts, key) >= 0) {
      const auto number = one.number();
      const auto count = number ? to_int64(*number) : std::nullopt;
      if (count && *count >= 0 && *count <= kMost) {
        enrolment.counts.push_back({key, static_cast<int>(*count)});
      } else if (number) {
        one.issue("enrolment.out_of_range", "must be a whole number within its range",
                  {{"field", key},
                   {"value", text_of(*number)},
                   {"low", "0"},
                   {"high", std::to_string(kMost)}});
      }
    } else if (index_in(kWords, key) >= 0) {
      if (const auto word = one.string()) {
        enrolment.words.push_back({key, *word});
      }
    } else {
      one.issue("request.unknown_key", "this key is not known here", {{"id", key}});
    }
  }
  return enrolment;
}

}  // namespace shopgauge::api

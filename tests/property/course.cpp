// Draws a course as a seller would tell it: looks what is open, and gives some of that.

#include "tests/property/course.h"

#include <utility>

#include "core/calendar/month.h"
#include "tests/api/corpus.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

// Each test asks for them when it starts, so the documents are not parsed.
std::vector<std::string> documents_with(std::string_view key) {
  std::vector<std::string> documents = shipped_documents();
  std::erase_if(documents, [&](const std::string& path) {
    return read_file(path).find(key) == std::string::npos;
  });
  return documents;
}

bool is_pending(const Json& judged) { return string_of(judged, "verdict") == "pending"; }

// The first month of the reply that is open and follows all given ones; with `skip` the next but
// one.
std::optional<std::string> open_month(const Json& request, const Json& value, bool skip) {
  const std::vector<Json>& given = items_of(request, "months");
  const std::string_view last = given.empty() ? "" : string_of(given.back(), "month");
  for (const Json& month : items_of(value, "months")) {
    if (is_pending(month) && string_of(month, "month") > last && !std::exchange(skip, false)) {
      return std::string(string_of(month, "month"));
    }
  }
  return std::nullopt;
}

std::optional<std::string> open_check(const Json& request, const Json& value) {
  for (const Json& one : items_of(value, "checks")) {
    if (is_pending(one) &&
        item_with(items_of(request, "checks"), "date", string_of(one, "date")) == nullptr) {
      return std::string(string_of(one, "date"));
    }
  }
  return std::nullopt;
}

class CourseDraw {
 public:
  CourseDraw(const Edition& edition, const Catalog& catalog, Draw& draw)
      : edition_(edition), catalog_(catalog), draw_(draw), random_(draw.random()) {}

  Json course() {
    const std::vector<Json>& entries =
        member(member(edition_.document(), "cycle"), "entries").items;
    const Json& entry = entries[random_.below(entries.size())];
    const Month start = make_month(2026, 1 + static_cast<int>(random_.below(12)));
    const Date until = last_day(add_months(start, 2 + static_cast<int>(random_.below(24))));
    Json request = course_from(edition_, entry, to_text(first_day(start)), to_text(until));
    spread(entry, request);
    part(request, "profile") = draw_.profile();
    std::optional<Json> value = trace(catalog_, request);
    for (std::size_t i = random_.below(16); i > 0 && value; --i) {
      Json more = request;
      add(more, *value);
      if (std::optional<Json> next = trace(catalog_, more)) {
        request = std::move(more);
        value = std::move(next);
      }
    }
    return request;
  }

 private:
  // Dates of several fields lie apart; those of a single one stay on the 1st, from which months
  // count. Stores in mid-course bring counters along.
  void spread(const Json& entry, Json& request) {
    const std::vector<Json>& fields = items_of(entry, "fields");
    Json& enrolment = object_part(request, "enrolment");
    int day = 1;
    for (std::size_t i = 0; fields.size() > 1 && i < fields.size(); ++i) {
      std::string& date = part(enrolment, fields[i].string).string;
      day += static_cast<int>(random_.below(12));
      date = date.substr(0, 8) + (day < 10 ? "0" : "") + std::to_string(day);
    }
    const Json* counts = entry.find("counts");
    for (std::size_t i = 0; counts != nullptr && i < counts->members.size(); ++i) {
      if (random_.chance(0.4)) {
        part(enrolment, counts->members[i].value.string) = number(random_.chance(0.5) ? 1 : 0);
      }
    }
  }

  void add(Json& request, const Json& value) {
    const std::optional<std::string> check = open_check(request, value);
    if (check && random_.chance(0.3)) {
      Json given = judged();
      part(given, "date") = word(*check);
      Json& checks = part(request, "checks");
      checks.kind = Json::Kind::array;
      checks.items.push_back(std::move(given));
    } else if (const auto month = open_month(request, value, random_.chance(0.1))) {
      Json given = judged();
      part(given, "month") = word(*month);
      Json& months = part(request, "months");
      months.kind = Json::Kind::array;
      months.items.push_back(std::move(given));
    }
  }

  Json judged() {
    return random_.chance(0.4) ? object({{"metrics", draw_.metrics(0.95)}})
                               : object({{"met", truth(random_.chance(0.6))}});
  }

  const Edition& edition_;
  const Catalog& catalog_;
  Draw& draw_;
  Random& random_;
};

}  // namespace

std::vector<std::string> documents_with_cycles() { return documents_with("\"entries\":"); }

std::vector<std::string> documents_with_rows() { return documents_with("\"gives\":"); }

std::optional<Json> trace(const Catalog& catalog, const Json& request) {
  const Json reply = parse(timeline(catalog, written(request)), "a timeline");
  return is_ok(reply) ? std::optional(member(reply, "value")) : std::nullopt;
}

Json course_from(const Edition& edition, const Json& entry, std::string_view first,
                 std::string_view until) {
  Json request = edition.request();
  for (const Json& field : items_of(entry, "fields")) {
    part(object_part(request, "enrolment"), field.string) = word(first);
  }
  part(request, "until") = word(until);
  return request;
}

Json drawn_course(const Edition& edition, const Catalog& catalog, Draw& draw) {
  return CourseDraw(edition, catalog, draw).course();
}

}  // namespace shopgauge::tests

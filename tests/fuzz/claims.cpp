// Checks replies against what the contract says of all of them.

#include "tests/fuzz/claims.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/api/shopgauge.h"
#include "core/base/writer.h"
#include "core/calendar/date.h"
#include "tests/api/corpus.h"
#include "tests/property/sums.h"

namespace shopgauge::tests {
namespace {

const Catalog& shipped() {
  static const Catalog kCatalog = shipped_catalog();
  return kCatalog;
}

// As a page has them: loaded as they are.
const Catalog& shipped_unchecked() {
  static const Catalog kCatalog = [] {
    Catalog catalog(nullptr);
    for (const std::string& path : shipped_documents()) {
      (void)load(catalog, read_file(path));
    }
    return catalog;
  }();
  return kCatalog;
}

const Json& texts() {
  static const Json kTexts = parse(read_file("core/api/texts/en.json"), "en.json");
  return kTexts;
}

bool is(const Json* value, Json::Kind kind) { return value != nullptr && value->is(kind); }

std::string_view word(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return is(found, Json::Kind::string) ? std::string_view(found->string) : std::string_view();
}

const std::vector<Json>& list(const Json& object, std::string_view key) {
  static const std::vector<Json> kNone;
  const Json* found = object.find(key);
  return found == nullptr ? kNone : found->items;
}

// The steps of a JSON Pointer; nothing when it is none.
std::optional<std::vector<std::string>> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] == '/') {
      steps.emplace_back();
    } else if (steps.empty()) {
      return std::nullopt;
    } else if (pointer[i] != '~') {
      steps.back() += pointer[i];
    } else if (++i < pointer.size() && (pointer[i] == '0' || pointer[i] == '1')) {
      steps.back() += pointer[i] == '0' ? '~' : '/';
    } else {
      return std::nullopt;
    }
  }
  return steps;
}

const Json* step_into(const Json& at, const std::string& step) {
  if (!at.is(Json::Kind::array)) {
    return at.find(step);
  }
  for (std::size_t i = 0; i < at.items.size(); ++i) {
    if (std::to_string(i) == step) {
      return &at.items[i];
    }
  }
  return nullptr;
}

// Whether the pointer leads to a value, or to where one is missing.
bool leads_into(const Json& root, const std::vector<std::string>& steps) {
  const Json* at = &root;
  for (const std::string& step : steps) {
    if (at == nullptr) {
      return false;
    }
    at = step_into(*at, step);
  }
  return true;
}

class Claims {
 public:
  std::vector<std::string> take() { return std::move(broken_); }

  // `target`: "check", "assess" or "timeline".
  void hold(std::string_view target, const std::string& text) {
    const Result<Json> parsed = parse_json(text);
    const Json* request = parsed.ok() ? &parsed.value() : nullptr;
    if (target == "check") {
      hold_for_document(text, request);
    } else {
      hold_for_request(shipped(), target, text, request);
    }
  }

 private:
  void expect(bool holds, std::string_view what, const std::string& seen = "") {
    if (!holds) {
      broken_.push_back(std::string(what) + (seen.empty() ? "" : ": " + seen));
    }
  }

  void hold_for_document(const std::string& text, const Json* document) {
    const std::string checked = check(text);
    Catalog catalog;
    expect(load(catalog, text) == checked, "check and load reply alike", checked);
    Catalog unchecked(nullptr);
    const std::string as_it_is = load(unchecked, text);
    (void)envelope(as_it_is, nullptr, false);
    const std::optional<Json> reply = envelope(checked, document, !text.empty());
    if (!reply || !is_ok(*reply)) {
      return;
    }
    expect(as_it_is == checked, "what check accepts can be read", as_it_is);
    expect(load(catalog, text) == checked, "a document may be loaded twice");
    const Json& value = member(*reply, "value");
    const std::string edition = R"("program":")" + std::string(word(value, "program")) +
                                R"(","edition":")" + std::string(word(value, "edition")) + '"';
    const std::string listed = programs(catalog, "{" + edition + "}");
    expect(listed.find("\"document\":" + JsonWriter().json(*document).take()) != std::string::npos,
           "programs hands out the document");
    run_readings(catalog, edition, *document);
    run_courses(catalog, edition, *document);
  }

  // Nothing is given; all is unknown; all is as low as it may be.
  void run_readings(const Catalog& catalog, const std::string& edition, const Json& document) {
    std::string unknown;
    std::string lowest;
    for (const Json& metric : list(document, "metrics")) {
      const std::string begin = (unknown.empty() ? "\"" : ",\"") + member(metric, "id").string;
      unknown += begin + "\":null";
      lowest += begin + "\":" + lowest_of(metric);
    }
    for (const std::string& metrics : {std::string(), unknown, lowest}) {
      hold_for_request(catalog, "assess", "{" + edition + R"(,"metrics":{)" + metrics + "}}");
    }
  }

  static std::string lowest_of(const Json& metric) {
    const Json* range = metric.find("range");
    if (word(metric, "kind") == "flag") {
      return "true";
    }
    return range != nullptr && range->items.front().is(Json::Kind::number)
               ? JsonWriter().json(range->items.front()).take()
               : "0";
  }

  // By each way in: without months, then with every second month failed.
  void run_courses(const Catalog& catalog, const std::string& edition, const Json& document) {
    const Json* cycle = document.find("cycle");
    if (cycle == nullptr) {
      return;
    }
    for (const Json& entry : list(*cycle, "entries")) {
      std::string fields;
      for (const Json& field : list(entry, "fields")) {
        fields += (fields.empty() ? "\"" : ",\"") + field.string + R"(":"2026-01-01")";
      }
      const std::string begin =
          "{" + edition + R"(,"enrolment":{)" + fields + R"(},"until":"2027-12-31","months":[)";
      const std::string open = timeline(catalog, begin + "]}");
      hold_for_request(catalog, "timeline", begin + "]}");
      hold_for_request(catalog, "timeline", begin + months_of(open) + "]}");
    }
  }

  // The months of a reply, every second one failed.
  static std::string months_of(const std::string& reply) {
    const Result<Json> parsed = parse_json(reply, &parse_any_decimal);
    std::string months;
    if (!parsed.ok() || !is_ok(parsed.value())) {
      return months;
    }
    bool met = false;
    for (const Json& month : list(member(parsed.value(), "value"), "months")) {
      months += (months.empty() ? R"({"month":")" : R"(,{"month":")") +
                std::string(word(month, "month")) + R"(","met":)" + (met ? "true}" : "false}");
      met = !met;
    }
    return months;
  }

  void hold_for_request(const Catalog& catalog, std::string_view target, const std::string& text) {
    const Json request = parse(text, "a request of ours");
    hold_for_request(catalog, target, text, &request);
  }

  void hold_for_request(const Catalog& catalog, std::string_view target, const std::string& text,
                        const Json* request) {
    const bool is_timeline = target == "timeline";
    const auto answer = is_timeline ? &timeline : &assess;
    const std::string reply = answer(catalog, text);
    expect(again(catalog, answer, is_timeline, text, request) == reply,
           "the same text gets the same bytes", reply);
    const std::optional<Json> parsed = envelope(reply, request, false);
    if (parsed && is_ok(*parsed)) {
      const Json& value = member(*parsed, "value");
      is_timeline ? hold_of_timeline(value, *request) : hold_of_assessment(value);
    }
    if (!broken_.empty()) {
      broken_.push_back("the request: " + text.substr(0, 4000));
    }
  }

  // The second answer comes another way where there is one: as a line of a batch, or by documents
  // that were not checked.
  static std::string again(const Catalog& catalog,
                           std::string (*answer)(const Catalog&, std::string_view),
                           bool is_timeline, const std::string& text, const Json* request) {
    if (request != nullptr && is(request->find("program"), Json::Kind::string) &&
        &catalog == &shipped()) {
      return answer(shipped_unchecked(), text);
    }
    // Of a line alone these are members.
    const bool as_line = request != nullptr && request->find("function") == nullptr &&
                         request->find("store") == nullptr;
    return as_line ? answer_line(catalog, text, is_timeline ? "timeline" : "assess")
                   : answer(catalog, text);
  }

  // The reply as JSON, when it is one.
  std::optional<Json> envelope(const std::string& reply, const Json* request, bool has_lines) {
    Result<Json> parsed = parse_json(reply, &parse_any_decimal);
    expect(parsed.ok(), "the reply is JSON without keys that stand twice", reply);
    if (!parsed.ok()) {
      return std::nullopt;
    }
    const Json& json = parsed.value();
    const Json* ok = json.find("ok");
    const Json* content =
        json.find(is(ok, Json::Kind::boolean) && ok->boolean ? "value" : "issues");
    expect(json.members.size() == 2 && is(ok, Json::Kind::boolean) && content != nullptr,
           "the reply has ok, and value or issues", reply);
    if (content == nullptr) {
      return std::nullopt;
    }
    if (!ok->boolean) {
      expect(!content->items.empty(), "a refusal names an issue", reply);
      for (const Json& issue : content->items) {
        hold_of_issue(issue, request, has_lines);
      }
    }
    return parsed.take();
  }

  void hold_of_issue(const Json& issue, const Json* request, bool has_line) {
    const std::string shown = JsonWriter().json(issue).take();
    const std::string code(word(issue, "code"));
    const bool of_program = code.rfind("program.", 0) == 0 && code != "program.unknown";
    expect(texts().find(of_program ? "issue.program" : "issue." + code) != nullptr,
           "an issue's code has words", shown);
    expect(!word(issue, "message").empty(), "an issue has a message", shown);
    expect(is(issue.find("params"), Json::Kind::object), "an issue has parameters", shown);
    const Json* path = issue.find("path");
    const auto steps = is(path, Json::Kind::string) ? steps_of(path->string) : std::nullopt;
    expect(steps.has_value(), "an issue's path is a JSON Pointer", shown);
    if (steps && request != nullptr) {
      expect(leads_into(*request, *steps), "an issue's path leads into the request", shown);
    }
    if (has_line) {
      const Json* line = issue.find("line");
      const Json* column = issue.find("column");
      expect(line != nullptr && line->number >= 1 && column != nullptr && column->number >= 1,
             "an issue of a document has line and column", shown);
    }
  }

  void hold_of_assessment(const Json& value) {
    for (const std::string& broken : broken_sums(value)) {
      expect(false, broken);
    }
    hold_of_result(value);
    if (const Json* what_if = value.find("what_if")) {
      hold_of_result(*what_if);
    }
  }

  void hold_of_result(const Json& result) {
    const Json* score = result.find("score");
    expect((word(result, "status") == "scored") == (score != nullptr),
           "a store that is scored has a score");
    if (score != nullptr) {
      hold_of_ends(*score, "");
      hold_of_ends(*score, "unrounded_");
      hold_of_nodes(list(result, "nodes"));
    }
    const bool open = !list(result, "missing").empty() ||
                      (score != nullptr && score->find("unrounded") == nullptr);
    expect(!open || word(result, "basis") == "partial", "what lacks something is partial");
    expect(word(result, "verdict") == "undetermined" || list(result, "needs").empty(),
           "what is decided needs nothing");
  }

  // "low" is not above "high".
  void hold_of_ends(const Json& object, const std::string& prefix) {
    const Json* low = object.find(prefix + "low");
    const Json* high = object.find(prefix + "high");
    expect((low == nullptr) == (high == nullptr), "an interval has both ends");
    if (low != nullptr && high != nullptr) {
      expect(low->number <= high->number, "an interval's low end lies below its high end",
             JsonWriter().json(object).take());
    }
  }

  void hold_of_nodes(const std::vector<Json>& nodes) {
    for (const Json& node : nodes) {
      hold_of_ends(node, "");
      hold_of_nodes(list(node, "nodes"));
    }
  }

  void hold_of_timeline(const Json& value, const Json& request) {
    const std::string_view until = word(request, "until");
    hold_of_order(value, "phases", "from", until);
    hold_of_order(value, "months", "month", until.substr(0, 7));
    hold_of_order(value, "events", "date", until);
    for (const Json& checked : list(value, "checks")) {
      expect(word(checked, "date") <= until, "a check lies before until");
    }
    for (const Json& phase : list(value, "phases")) {
      const Json* to = phase.find("to");
      expect(to != nullptr && (to->is(Json::Kind::null) || word(phase, "from") <= to->string),
             "a phase ends after it begins");
    }
    if (const Json* standing = value.find("standing")) {
      hold_of_standing(*standing, value, request);
    }
  }

  void hold_of_order(const Json& value, std::string_view key, std::string_view date,
                     std::string_view last) {
    std::string_view before;
    for (const Json& one : list(value, key)) {
      const std::string_view day = word(one, date);
      expect(before <= day && day <= last, key, std::string(day) + " stands out of order");
      before = day;
    }
  }

  void hold_of_standing(const Json& standing, const Json& value, const Json& request) {
    const std::string shown = JsonWriter().json(standing).take();
    const std::string_view date = word(standing, "date");
    const Json* today = request.find("date");
    expect(date == (today == nullptr ? word(request, "until") : today->string),
           "the standing is of date, else of until", shown);
    const Json& next = member(standing, "next");
    expect(next.is(Json::Kind::null) || word(next, "date") > date, "the next event is to come",
           shown);
    const Json& deadline = member(standing, "deadline");
    if (!deadline.is(Json::Kind::null)) {
      const std::optional<Date> from = parse_date(date);
      const std::optional<Date> to = parse_date(word(deadline, "date"));
      expect(from && to && *to >= *from &&
                 Rational(days_between(*from, *to)) == member(deadline, "in_days").number,
             "the deadline is to come", shown);
    }
    std::string_view phase;
    for (const Json& one : list(value, "phases")) {
      const Json* to = one.find("to");
      const bool ended = to != nullptr && to->is(Json::Kind::string) && to->string < date;
      phase = word(one, "from") <= date && !ended ? word(one, "phase") : phase;
    }
    expect(word(standing, "phase") == phase, "the standing is in the phase of its day", shown);
  }

  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_claims(std::string_view target, const std::string& text) {
  const RationalScope scope;
  Claims claims;
  claims.hold(target, text);
  return claims.take();
}

}  // namespace shopgauge::tests

// Pairs each function of the engine with its report, and finds the documents whose titles a report
// needs.

#include "core/cli/functions.h"

#include <array>
#include <cstdlib>
#include <optional>
#include <vector>

#include "core/cli/report.h"
#include "core/cli/string_tables.h"

namespace shopgauge::cli {
namespace {

// The document that rules a reply, for its titles: the request's own where it is inline.
std::optional<Json> document_of(const Json& request, const Json& value, const Catalog& catalog) {
  const Json* inline_document = request.find("program");
  if (inline_document != nullptr && inline_document->is(Json::Kind::object)) {
    return *inline_document;
  }
  const Json* program = value.find("program");
  const Json* edition = value.find("edition");
  if (program == nullptr || edition == nullptr) {
    return std::nullopt;
  }
  const std::string asked =
      R"({"program":")" + program->string + R"(","edition":")" + edition->string + R"("})";
  Json reply = parse_json(programs(catalog, asked), &parse_any_decimal).take();
  const Json* found =
      reply.find("value") == nullptr ? nullptr : reply.find("value")->find("document");
  return found == nullptr ? std::nullopt : std::optional(*found);
}

template <std::string (*kReport)(const Json& value, const Texts& texts)>
std::string with_document(const Asked& asked, const Json& value) {
  const std::optional<Json> document = document_of(asked.request, value, asked.catalog);
  return kReport(
      value, Texts(string_table(asked.language), asked.language, document ? &*document : nullptr));
}

// A comparison has a document for each side.
std::string report_sides(const Asked& asked, const Json& value) {
  std::vector<std::optional<Json>> documents;
  for (std::size_t i = 0; i < 2; ++i) {
    const Json& own = asked.request.find("sides")->items[i];
    const Json& named = own.find("program") == nullptr ? asked.request : own;
    documents.push_back(document_of(named, value.find("sides")->items[i], asked.catalog));
  }
  const Json table = string_table(asked.language);
  const Texts first(table, asked.language, &*documents[0]);
  const Texts second(table, asked.language, &*documents[1]);
  return report_comparison(value, first, second);
}

std::string check_document(const Catalog& /*catalog*/, std::string_view text) {
  return check(text);
}

constexpr std::array kFunctions = {
    Function{"programs", "list the shipped programs and editions", false, &programs,
             &with_document<&report_programs>},
    Function{"assess", "score and judge one reading", true, &assess,
             &with_document<&report_assessment>},
    Function{"compare", "set one reading side by side under two rules or scenarios", true, &compare,
             &report_sides},
    Function{"plan", "say what must change so that a goal is reached", true, &plan,
             &with_document<&report_plan>},
    Function{"forecast", "carry a store's metrics and score through the days to come", true,
             &forecast, &with_document<&report_forecast>, &forecast_csv, true},
    Function{"timeline", "trace a store's assessment over the calendar", true, &timeline,
             &with_document<&report_timeline>},
    Function{"check", "report all faults of a program document", true, &check_document,
             &with_document<&report_check>},
};

}  // namespace

std::span<const Function> functions() { return kFunctions; }

Json string_table(const std::string& language) {
  for (const EmbeddedText& table : string_tables()) {
    if (table.name.find("/" + language + ".json") != std::string_view::npos) {
      return parse_json(table.text).take();
    }
  }
  std::abort();
}

std::string report_refusal(const Asked& asked, const Json& issues) {
  const std::optional<Json> document = document_of(asked.request, asked.request, asked.catalog);
  return report_issues(
      issues, Texts(string_table(asked.language), asked.language, document ? &*document : nullptr));
}

}  // namespace shopgauge::cli

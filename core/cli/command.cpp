// Reads arguments and files, asks the engine, prints its reply or a report of it.

#include "core/cli/command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>

#include "core/api/shopgauge.h"
#include "core/cli/report.h"
#include "core/cli/shipped_programs.h"
#include "core/cli/string_tables.h"

namespace shopgauge::cli {
namespace {

struct Options {
  std::string function;
  std::string file;
  std::string language = "zh-CN";
  bool json = false;
  bool csv = false;  // of a forecast
};

// What is read: the file, or `in` for "-"; null where it cannot be read.
std::istream* open_input(const std::string& file, std::istream& in, std::ifstream& stream) {
  if (file == "-") {
    return &in;
  }
  std::error_code unknown;
  if (!std::filesystem::is_directory(file, unknown)) {
    stream.open(file, std::ios::binary);
  }
  return stream.is_open() ? &stream : nullptr;
}

bool is_ok(const std::string& reply) { return reply.rfind("{\"ok\":true", 0) == 0; }

Catalog shipped_catalog() {
  Catalog catalog;
  for (const EmbeddedText& document : shipped_programs()) {
    const std::string reply = load(catalog, document.text);
    if (!is_ok(reply)) {
      std::cerr << document.name << ": " << reply << "\n";
      std::abort();
    }
  }
  return catalog;
}

std::string reply_to(const Options& options, const Catalog& catalog, const std::string& text) {
  if (options.function == "programs") {
    return programs(catalog, text);
  }
  if (options.function == "assess") {
    return assess(catalog, text);
  }
  if (options.function == "compare") {
    return compare(catalog, text);
  }
  if (options.function == "plan") {
    return plan(catalog, text);
  }
  if (options.function == "forecast") {
    return forecast(catalog, text);
  }
  return options.function == "timeline" ? timeline(catalog, text) : check(text);
}

Json table_of(const std::string& language) {
  for (const EmbeddedText& table : string_tables()) {
    if (table.name.find("/" + language + ".json") != std::string_view::npos) {
      return parse_json(table.text).take();
    }
  }
  std::abort();
}

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

std::string report(const Options& options, const Json& value, const Texts& texts) {
  if (options.function == "programs") {
    return report_programs(value, texts);
  }
  if (options.function == "assess") {
    return report_assessment(value, texts);
  }
  if (options.function == "plan") {
    return report_plan(value, texts);
  }
  if (options.function == "forecast") {
    return options.csv ? forecast_csv(value) : report_forecast(value, texts);
  }
  return options.function == "timeline" ? report_timeline(value, texts)
                                        : report_check(value, texts);
}

// A comparison has a document for each side.
std::string report_sides(const Options& options, const Json& request, const Json& value,
                         const Catalog& catalog) {
  std::vector<std::optional<Json>> documents;
  for (std::size_t i = 0; i < 2; ++i) {
    const Json& own = request.find("sides")->items[i];
    const Json& asked = own.find("program") == nullptr ? request : own;
    documents.push_back(document_of(asked, value.find("sides")->items[i], catalog));
  }
  const Json table = table_of(options.language);
  const Texts first(table, options.language, &*documents[0]);
  const Texts second(table, options.language, &*documents[1]);
  return report_comparison(value, first, second);
}

int print(const Options& options, const std::string& text, const std::string& reply,
          const Catalog& catalog, std::ostream& out, std::ostream& err) {
  const Json json = parse_json(reply, &parse_any_decimal).take();
  const bool ok = json.find("ok")->boolean;
  if (options.json) {
    out << reply << "\n";
    return ok ? 0 : 1;
  }
  const Result<Json> request = parse_json(text);
  const Json nothing;
  const Json& asked = request.ok() ? request.value() : nothing;
  if (ok && options.function == "compare") {
    out << report_sides(options, asked, *json.find("value"), catalog);
    return 0;
  }
  const std::optional<Json> document =
      document_of(asked, ok ? *json.find("value") : asked, catalog);
  const Texts texts(table_of(options.language), options.language, document ? &*document : nullptr);
  if (ok) {
    out << report(options, *json.find("value"), texts);
  } else {
    err << report_issues(*json.find("issues"), texts);
  }
  return ok ? 0 : 1;
}

// One reply for each line, in their order. Whoever waits for a reply gets it: what is written is
// held back only while more lines can be read at once.
int run_batch(const Catalog& catalog, std::istream& in, std::ostream& out) {
  in.tie(nullptr);
  bool all_ok = true;
  for (std::string line; out && std::getline(in, line);) {
    const std::string reply = answer_line(catalog, line);
    all_ok = all_ok && is_ok(reply);
    out << reply << '\n';
    if (in.rdbuf()->in_avail() <= 0) {
      out.flush();
    }
  }
  out.flush();
  return all_ok && out && !in.bad() ? 0 : 1;
}

CLI::App* add_function(CLI::App& app, Options& options, const std::string& name,
                       const std::string& about, bool needs_file) {
  CLI::App* function = app.add_subcommand(name, about);
  function->add_flag("--json", options.json, "print the whole reply as JSON");
  function->add_option("--lang", options.language, "language of the report")
      ->check(CLI::IsMember({"zh-CN", "en"}));
  CLI::Option* file =
      function->add_option("FILE", options.file, "the request; - reads standard input");
  file->required(needs_file);
  function->callback([&options, name] { options.function = name; });
  return function;
}

}  // namespace

int run(std::vector<std::string> arguments, std::istream& in, std::ostream& out,
        std::ostream& err) {
  Options options;
  CLI::App app("Scores and assessment cycles of online stores. Nothing leaves this machine.",
               "shopgauge");
  app.set_version_flag("--version", std::string(version()));
  app.require_subcommand(1);
  add_function(app, options, "programs", "list the shipped programs and editions", false);
  add_function(app, options, "assess", "score and judge one reading", true);
  add_function(app, options, "compare", "set one reading side by side under two rules or scenarios",
               true);
  add_function(app, options, "plan", "say what must change so that a goal is reached", true);
  add_function(app, options, "forecast", "carry a store's metrics and score through days to come",
               true)
      ->add_flag("--csv", options.csv, "print the days as a table");
  add_function(app, options, "timeline", "trace a store's assessment over the calendar", true);
  add_function(app, options, "check", "report all faults of a program document", true);
  add_function(
      app, options, "batch",
      "a request of assess, timeline, compare, plan or forecast on each line in, a JSON reply on "
      "each line out",
      true);
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, out, err) == 0 ? 0 : 2;
  }
  std::ifstream file;
  std::istringstream nothing("{}");
  std::istream* input = options.file.empty() ? &nothing : open_input(options.file, in, file);
  if (input == nullptr) {
    const Texts texts(table_of(options.language), options.language, nullptr);
    err << texts.get("cli.cannot_read", {{"file", options.file}}) << "\n";
    return 2;
  }
  const Catalog catalog = shipped_catalog();
  if (options.function == "batch") {
    return run_batch(catalog, *input, out);
  }
  const std::string text(std::istreambuf_iterator<char>(*input), {});
  return print(options, text, reply_to(options, catalog, text), catalog, out, err);
}

}  // namespace shopgauge::cli

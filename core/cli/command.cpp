// Opens what is read, asks the engine, prints its reply or a report of it.

#include "core/cli/command.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <utility>

#include "core/api/shopgauge.h"
#include "core/cli/arguments.h"
#include "core/cli/functions.h"
#include "core/cli/history.h"
#include "core/cli/shipped_programs.h"

namespace shopgauge::cli {
namespace {

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

std::optional<std::uint64_t> size_of(const std::string& file) {
  std::error_code unknown;
  const auto size = std::filesystem::file_size(file, unknown);
  return file == "-" || unknown ? std::nullopt : std::optional<std::uint64_t>(size);
}

Catalog shipped_catalog() {
  Catalog catalog;
  for (const EmbeddedText& document : shipped_programs()) {
    const std::string reply = load(catalog, document.text);
    if (reply.rfind("{\"ok\":true", 0) != 0) {
      std::cerr << document.name << ": " << reply << "\n";
      std::abort();
    }
  }
  return catalog;
}

const Function& function_of(const std::string& name) {
  const auto all = functions();
  std::size_t i = 0;
  while (name != all[i].name) {
    ++i;
  }
  return all[i];
}

std::string reply_to(const Function& function, const WithHistory& asked, const Catalog& catalog) {
  if (!asked.refusal.empty()) {
    return asked.refusal;
  }
  std::string reply = function.reply(catalog, asked.request);
  const bool refused = reply.rfind("{\"ok\":false", 0) == 0;
  return refused && !asked.lines.empty() ? with_day_lines(reply, asked.lines) : reply;
}

int print(const Arguments& arguments, const WithHistory& what, const Catalog& catalog,
          std::ostream& out, std::ostream& err) {
  const Function& function = function_of(arguments.function);
  const std::string reply = reply_to(function, what, catalog);
  const Json json = parse_json(reply, &parse_any_decimal).take();
  const bool ok = json.find("ok")->boolean;
  if (arguments.json) {
    out << reply << "\n";
    return ok ? 0 : 1;
  }
  const Result<Json> request = parse_json(what.request);
  const Json nothing;
  const Asked asked{request.ok() ? request.value() : nothing, catalog, arguments.language};
  if (ok) {
    const Json& value = *json.find("value");
    out << (arguments.csv ? function.table(value) : function.report(asked, value));
  } else {
    err << report_refusal(asked, *json.find("issues"));
  }
  return ok ? 0 : 1;
}

// Where progress is shown: asked for, or where it disturbs nobody.
std::ostream* progress_of(const Arguments& arguments, const Terminals& terminals,
                          std::ostream& err) {
  const bool quiet = terminals.out || (arguments.file == "-" && terminals.in);
  return arguments.progress.value_or(terminals.err && !quiet) ? &err : nullptr;
}

}  // namespace

int run(std::vector<std::string> typed, std::istream& in, std::ostream& out, std::ostream& err,
        const Terminals& terminals) {
  const Parsed parsed = parse_arguments(std::move(typed), out, err);
  if (parsed.status) {
    return *parsed.status;
  }
  const Arguments& arguments = parsed.arguments;
  const Texts texts(string_table(arguments.language), arguments.language, nullptr);
  std::ifstream file;
  std::ifstream days_file;
  std::istringstream nothing("{}");
  std::istream* input = arguments.file.empty() ? &nothing : open_input(arguments.file, in, file);
  std::istream* days =
      arguments.history.empty() ? &nothing : open_input(arguments.history, in, days_file);
  if (input == nullptr || days == nullptr) {
    const std::string& missing = input == nullptr ? arguments.file : arguments.history;
    err << texts.get("cli.cannot_read", {{"file", missing}}) << "\n";
    return 2;
  }
  const Catalog catalog = shipped_catalog();
  if (arguments.function == "batch") {
    const BatchStreams streams{*input, out, err, progress_of(arguments, terminals, err),
                               size_of(arguments.file)};
    return run_batch(catalog, arguments.batch, streams, texts);
  }
  const std::string text(std::istreambuf_iterator<char>(*input), {});
  const WithHistory what = arguments.history.empty()
                               ? WithHistory{text, {}, ""}
                               : with_history(text, *days, catalog.editions());
  return print(arguments, what, catalog, out, err);
}

}  // namespace shopgauge::cli

// The options, their help, and which of them go together.

#include "core/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "core/cli/functions.h"

namespace shopgauge::cli {
namespace {

// As they are typed; what they mean is worked out once all are known.
struct Typed {
  Arguments arguments;
  std::string from;
  std::string separator;
  std::string jobs = "1";
  bool progress = false;
  bool no_progress = false;
};

CLI::App* add_function(CLI::App& app, Arguments& arguments, const std::string& name,
                       const std::string& about, bool needs_file) {
  CLI::App* function = app.add_subcommand(name, about);
  function->add_flag("--json", arguments.json, "print the whole reply as JSON");
  function->add_option("--lang", arguments.language, "language of reports and messages")
      ->check(CLI::IsMember({"zh-CN", "en"}));
  CLI::Option* file =
      function->add_option("FILE", arguments.file, "the request; - reads standard input");
  file->required(needs_file);
  function->callback([&arguments, name] { arguments.function = name; });
  return function;
}

void add_input(CLI::App& app, Typed& typed) {
  BatchOptions& options = typed.arguments.batch;
  app.add_option(
         "--from", typed.from,
         "what FILE holds: jsonl, a request a line, or csv, a request a row; without it csv "
         "where its name ends in .csv or .tsv")
      ->check(CLI::IsMember({"jsonl", "csv"}))
      ->group("Input");
  app.add_option("--function", options.function,
                 "of lines and rows that name none; else found from their members")
      ->check(CLI::IsMember({"assess", "timeline", "plan", "compare"}))
      ->group("Input");
  for (const char* key : {"program", "edition", "date", "until"}) {
    app.add_option_function<std::string>(
           std::string("--") + key,
           [&options, key](const std::string& value) { options.defaults.emplace_back(key, value); },
           "of rows of csv that say none")
        ->group("Input");
  }
  app.add_option("--separator", typed.separator,
                 "of csv: one character, or tab; without it the one of comma, semicolon and tab "
                 "that the first line has most")
      ->group("Input");
  app.add_flag("--ignore-unknown", options.ignore_unknown,
               "leave out columns that no request has; without it they are refused")
      ->group("Input");
}

void add_output(CLI::App& app, Typed& typed) {
  BatchOptions& options = typed.arguments.batch;
  app.add_flag("--csv", options.csv_out,
               "write csv, a row for each reply, with the columns of --function or of the first "
               "request's; without it the whole replies, a line each")
      ->group("Output");
  app.add_flag("--rank", options.rank,
               "order replies by risk, the most at risk first, with their rank; needs a temporary "
               "file, and memory for each store")
      ->group("Output");
  app.add_option("--jobs", typed.jobs, "threads that work; max or 0: as many as there are cores")
      ->group("Output");
  CLI::Option* progress =
      app.add_flag("--progress", typed.progress, "show on standard error how far it has come");
  app.add_flag("--no-progress", typed.no_progress,
               "do not; without either it is shown where standard error is a terminal and neither "
               "input nor output is")
      ->excludes(progress)
      ->group("Output");
  progress->group("Output");
}

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

unsigned read_jobs(const std::string& typed) {
  constexpr unsigned kMost = 256;
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  if (typed == "max") {
    return cores;
  }
  const bool digits =
      !typed.empty() && typed.size() <= 3 &&
      std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
  const unsigned jobs = digits ? static_cast<unsigned>(std::stoul(typed)) : kMost + 1;
  if (jobs > kMost) {
    throw CLI::ValidationError("--jobs", "must be max or a number up to 256");
  }
  return jobs == 0 ? cores : jobs;
}

// Throws CLI::ValidationError where options do not go together.
void settle(Typed& typed) {
  Arguments& arguments = typed.arguments;
  BatchOptions& options = arguments.batch;
  options.csv_in = typed.from.empty()
                       ? ends_with(arguments.file, ".csv") || ends_with(arguments.file, ".tsv")
                       : typed.from == "csv";
  options.jobs = read_jobs(typed.jobs);
  if (typed.separator == "tab" || typed.separator.size() == 1) {
    options.separator = typed.separator == "tab" ? '\t' : typed.separator[0];
  } else if (!typed.separator.empty()) {
    throw CLI::ValidationError("--separator", "must be one character, or tab");
  }
  if (typed.progress || typed.no_progress) {
    arguments.progress = typed.progress;
  }
  if (arguments.history == "-" && arguments.file == "-") {
    throw CLI::ValidationError("--history and FILE", "cannot both be read from standard input");
  }
  const bool for_csv =
      !typed.separator.empty() || options.ignore_unknown || !options.defaults.empty();
  if (for_csv && !options.csv_in) {
    throw CLI::ValidationError(
        "--program, --edition, --date, --until, --separator and --ignore-unknown",
        "are for csv (--from csv)");
  }
}

}  // namespace

Parsed parse_arguments(std::vector<std::string> arguments, std::ostream& out, std::ostream& err) {
  Typed typed;
  CLI::App app("Scores and assessment cycles of online stores. Nothing leaves this machine.",
               "shopgauge");
  app.set_version_flag("--version", std::string(version()));
  app.require_subcommand(1);
  for (const Function& function : functions()) {
    CLI::App* added =
        add_function(app, typed.arguments, function.name, function.about, function.needs_file);
    if (function.table != nullptr) {
      added->add_flag("--csv", typed.arguments.csv, "print the days as a table");
    }
    if (function.history) {
      added->add_option("--history", typed.arguments.history,
                        "a table (csv) of the days that were, with the columns date and "
                        "<metric>, <metric>.num, <metric>.den and so on; - reads standard input");
    }
  }
  CLI::App* batch =
      add_function(app, typed.arguments, "batch",
                   "many requests, one a line or a row of a table; one reply each", true);
  add_input(*batch, typed);
  add_output(*batch, typed);
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(arguments);
    settle(typed);
  } catch (const CLI::ParseError& error) {
    return {{}, app.exit(error, out, err) == 0 ? 0 : 2};
  }
  return {std::move(typed.arguments), std::nullopt};
}

}  // namespace shopgauge::cli

// `forecast`: the days to come. A file of its own, so that an engine that only assesses does not
// link it.

#include <algorithm>
#include <memory>

#include "core/api/answer.h"
#include "core/api/course.h"
#include "core/api/outlook_request.h"
#include "core/api/write_forecast.h"
#include "core/outlook/chance.h"

namespace shopgauge {
namespace {

using namespace api;  // NOLINT: the parts exist for this module

// One program's part of a request, with what it holds.
struct Asking {
  Cursor at;
  Selection selection;
  std::vector<MetricWindow> windows;
  Outlook outlook;
  std::optional<Forecast> forecast;
};

void read_outlook(Asking& asking, const Period& days) {
  const Cursor& at = asking.at;
  const Program& program = *asking.selection.program;
  Outlook& outlook = asking.outlook;
  outlook.program = &program;
  outlook.as_of = days.from;
  outlook.until = days.to;
  outlook.feeds.resize(program.metrics.size());
  asking.windows = read_windows(program);
  outlook.today = read_reading(at, program);
  if (const Cursor history = at.find("history")) {
    outlook.history = read_history(history, program, asking.windows, days.from);
  }
  if (const Cursor known = at.find("known")) {
    outlook.known = read_known(known, program, days.from);
  }
  if (const Cursor scenario = at.find("scenario")) {
    outlook.changes =
        read_scenario(scenario, program, asking.windows, {add_days(days.from, 1), days.to});
  }
}

// As of to until; nothing after an issue.
std::optional<Period> read_horizon(const Cursor& request) {
  const Cursor as_of = request.need("as_of");
  const Cursor until = request.need("until");
  const auto from = as_of ? read_day(as_of) : std::nullopt;
  const auto to = until ? read_day(until) : std::nullopt;
  if (!from || !to) {
    return std::nullopt;
  }
  const int days = days_between(*from, *to);
  if (days < 1 || days > kMostForecastDays) {
    refuse_bound(until, "until", std::to_string(days), 1, kMostForecastDays);
    return std::nullopt;
  }
  return Period{*from, *to};
}

void raise(const Asking& asking, const BaselineFault& fault) {
  const std::string_view id = asking.outlook.program->metrics[fault.metric].id;
  if (fault.known) {
    const Cursor list = asking.at.find("known");
    const Cursor event = list[asking.outlook.known[*fault.known].index];
    if (fault.kind == BaselineFault::Kind::outside) {
      event.issue("known.outside", "lies on no day that the metric counts today",
                  {{"id", id}, {"date", to_text(asking.outlook.known[*fault.known].on)}});
    } else {
      event.issue("known.no_counts", "cannot be taken out of what is known of the metric",
                  {{"id", id}});
    }
    return;
  }
  const Cursor metrics = asking.at.find("metrics");
  const Cursor history = asking.at.find("history");
  const Cursor known = asking.at.find("known");
  (metrics   ? metrics
   : history ? history
             : known)
      .issue("history.more", "the history and the known events hold more than the reading",
             {{"id", id}});
}

// Fills in the forecast, or raises issues.
void run(Asking& asking) {
  Forecasting made = make_forecast(asking.outlook);
  for (const BaselineFault& fault : made.known_faults) {
    raise(asking, fault);
  }
  for (const ScenarioFault& fault : made.scenario_faults) {
    const Cursor scenario = asking.at.find("scenario");
    scenario[fault.change].issue("scenario.range", "the metric cannot have what this makes of it",
                                 {{"id", asking.outlook.program->metrics[fault.metric].id}});
  }
  asking.forecast = std::move(made.forecast);
}

// Whether every score of such a scale is a value of the metric: editions of other times have other
// scales. A number of days has nothing of them.
bool takes(const Metric& metric, const Feed& feed, const ScoreRule& score) {
  return feed.statistic == FeedStatistic::days_below ||
         ((!metric.lowest || *metric.lowest <= score.lowest) &&
          (!metric.highest || score.highest <= *metric.highest));
}

// Refuses a program whose score feeds nothing (`feeds.unknown`), or a metric of another scale
// (`feeds.scale`).
void check_feeding(const Cursor& at, const Program& program, const Asking& fed) {
  bool used = false;
  for (std::size_t i = 0; program.score && i < fed.windows.size(); ++i) {
    const std::optional<Feed>& feed = fed.windows[i].feed;
    if (!feed || feed->program != program.id) {
      continue;
    }
    used = true;
    const Metric& metric = fed.selection.program->metrics[i];
    if (!takes(metric, *feed, *program.score)) {
      at.issue("feeds.scale", "its score has another scale than the metric that it feeds",
               {{"id", metric.id},
                {"low", text_of(program.score->lowest)},
                {"high", text_of(program.score->highest)}});
    }
  }
  if (!used) {
    at.issue("feeds.unknown", "its score feeds no metric of the program", {{"id", program.id}});
  }
}

// The programs whose score feeds a metric.
std::vector<std::unique_ptr<Asking>> read_feeds(const Cursor& request, const Cursor& list,
                                                const Editions& editions, Asking& fed,
                                                const Period& days) {
  std::vector<std::unique_ptr<Asking>> feeds;
  for (std::size_t i = 0; list.need_array() && i < list.size(); ++i) {
    const Cursor one = list[i];
    if (!one.need_object(
            "program edition enrolment profile metrics given history known scenario")) {
      continue;
    }
    auto asking = std::make_unique<Asking>();
    asking->selection = select_program(
        one, {one.find("program"), one.find("edition"), request.find("as_of")}, editions);
    if (asking->selection.program == nullptr) {
      continue;
    }
    asking->at = one;
    const std::string_view id = asking->selection.program->id;
    check_feeding(one, *asking->selection.program, fed);
    read_outlook(*asking, days);
    if (!one.has_issues()) {
      run(*asking);
    }
    if (asking->forecast) {
      for (std::size_t metric = 0; metric < fed.windows.size(); ++metric) {
        if (fed.windows[metric].feed && fed.windows[metric].feed->program == id) {
          fed.outlook.feeds[metric] = scores_of(asking->outlook, *asking->forecast);
        }
      }
    }
    feeds.push_back(std::move(asking));
  }
  return feeds;
}

void write_timeline_of(const Cursor& request, Asking& asking, Course& course, JsonWriter& writer) {
  Result<Timeline> traced = follow(asking.outlook, *asking.forecast, course);
  if (!traced.ok()) {
    request.add(traced.take_issues());
    return;
  }
  writer.key("timeline").begin_object();
  write_timeline(writer, *asking.outlook.program, traced.value());
  writer.end_object();
}

void write_feeds(JsonWriter& writer, const std::vector<std::unique_ptr<Asking>>& feeds) {
  if (feeds.empty()) {
    return;
  }
  writer.key("feeds").begin_array();
  for (const auto& feed : feeds) {
    writer.begin_object();
    write_edition(writer, *feed->outlook.program);
    write_outlook(writer, feed->outlook, *feed->forecast);
    writer.end_object();
  }
  writer.end_array();
}

void add_grounds(const Asking& asking, std::vector<Assumption>& assumptions,
                 std::vector<Warning>& warnings) {
  const Program& program = *asking.outlook.program;
  add_once(assumptions, asking.forecast->today.assumptions);
  add_once(assumptions, window_assumptions(program, *asking.forecast));
  warnings.insert(warnings.end(), asking.forecast->warnings.begin(),
                  asking.forecast->warnings.end());
}

void reply_forecast(const Cursor& request, const Editions& editions, JsonWriter& writer,
                    const Progress& progress) {
  const std::optional<Period> days = read_horizon(request);
  Asking asking;
  asking.selection = select_program(
      request, {request.find("program"), request.find("edition"), request.find("as_of")}, editions);
  if (asking.selection.program == nullptr || !days) {
    return;
  }
  asking.at = request;
  const Program& program = *asking.selection.program;
  read_outlook(asking, *days);
  const Cursor list = request.find("feeds");
  const Cursor paths = request.find("paths");
  const Cursor seed = request.find("seed");
  constexpr int kHighestSeed = 999'999'999;
  const auto path_count = paths ? read_bounded(paths, "paths", 1, kMostPaths) : std::nullopt;
  const auto seed_given = seed ? read_bounded(seed, "seed", 0, kHighestSeed) : std::optional(1);
  std::vector<std::unique_ptr<Asking>> feeds;
  if (list) {
    feeds = read_feeds(request, list, editions, asking, *days);
  }
  const bool follows = program.cycle && !asking.outlook.today.enrolment.dates.empty();
  std::optional<Course> course;
  if (follows) {
    course = read_course(request, program, std::nullopt);
  }
  if (!request.has_issues()) {
    run(asking);
  }
  if (request.has_issues()) {
    return;
  }
  write_edition(writer, program);
  writer.key("as_of").string(to_text(days->from)).key("until").string(to_text(days->to));
  if (out_of_force(program, days->from, days->to)) {
    writer.key("out_of_force").boolean(true);
  }
  write_basis(writer, asking.forecast->today.basis);
  write_outlook(writer, asking.outlook, *asking.forecast);
  const std::optional<Course> known = course;
  if (follows) {
    write_timeline_of(request, asking, *course, writer);
  }
  write_feeds(writer, feeds);
  if (path_count && !request.has_issues()) {
    std::vector<ChanceProgram> feeding;
    for (const auto& feed : feeds) {
      feeding.push_back({&feed->outlook, &*feed->forecast});
    }
    writer.key("chances").begin_object();
    write_chances(writer, program,
                  draw_chances({&asking.outlook, &*asking.forecast}, feeding,
                               known ? &*known : nullptr, *path_count, *seed_given, progress),
                  *seed_given);
    writer.end_object();
  }
  std::vector<Assumption> assumptions;
  std::vector<Warning> warnings;
  add_grounds(asking, assumptions, warnings);
  write_assumptions(writer, program, assumptions);
  warn_of_edition(program, days->to, warnings);
  warn_of_age(program, days->from, warnings);
  write_warnings(writer, warnings);
  write_grounds(writer, program, days->from);
}

}  // namespace

namespace api {
const Function kForecast = {"forecast",
                            "program edition as_of until enrolment profile metrics given history "
                            "known scenario feeds months checks choices paths seed",
                            &reply_forecast};
}  // namespace api

std::string forecast(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, &kForecast);
}

std::string forecast(const Catalog& catalog, std::string_view request, const Progress& progress) {
  return answer(catalog, request, &kForecast, progress);
}

}  // namespace shopgauge

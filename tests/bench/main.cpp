// The native side of scripts/bench: Google Benchmark over what draw.mjs wrote into a folder.
//
// usage: shopgauge_bench FOLDER [flags of Google Benchmark]
// Writes FOLDER/scattered.scores and FOLDER/ties.scores, the explaining path's scores, before it
// measures. Each row says with the counter `differ` in how many readings its score is another, with
// `explained` how many of them the explaining path decided.
// Names: <set>/<contender>, <function>/<program>/<edition>.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <limits>

#include "core/base/check.h"
#include "tests/api/corpus.h"
#include "tests/bench/by_hand.h"
#include "tests/bench/subjects.h"

namespace shopgauge::bench {
namespace {

using Scores = std::vector<std::int64_t>;
// Returns how many readings fell to the explaining path.
using ScoreAll = std::function<std::size_t(Scores& scores)>;

// One set of readings in every form that some contender takes.
struct Set {
  Columns columns;
  HandColumns hand;
  std::vector<std::string> requests;
  Readings readings;
  Scores wanted;

  Set(const Program& program, const std::string& path)
      : columns(read_columns(path + ".columns")),
        hand(hand_columns(columns)),
        requests(read_lines(path + ".requests")),
        readings(read_readings(program, requests)) {
    require(requests.size() == columns.rows);
    std::ofstream file(path + ".scores");
    for (const Reading& reading : readings.readings) {
      wanted.push_back(score_of(program, reading));
      file << wanted.back() << '\n';
    }
  }
};

double differences(const Scores& scores, const Scores& wanted) {
  double count = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    count += scores[i] != wanted[i];
  }
  return count;
}

// The paths that explain take longer for a thousand readings than others for all.
constexpr std::size_t kSlow = 1000;

// A row of the table: the first readings of the set in each iteration.
void add_row(const std::string& name, const Set& set, const ScoreAll& score_all,
             std::size_t most = std::numeric_limits<std::size_t>::max()) {
  Scores scores(set.wanted.size(), -1);
  const auto explained = static_cast<double>(score_all(scores));
  const double differ = differences(scores, set.wanted);
  const std::size_t rows = std::min(most, set.wanted.size());
  const auto checked = static_cast<double>(set.wanted.size());
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    Scores out(rows);
    for (auto _ : state) {
      score_all(out);
      benchmark::DoNotOptimize(out.data());
      benchmark::ClobberMemory();
    }
    state.counters["readings"] = static_cast<double>(rows);
    state.counters["checked"] = checked;
    state.counters["differ"] = differ;
    state.counters["explained"] = explained;
  });
}

void add_set(const std::string& name, const Set& set, const Program& program) {
  const auto by_hand = [&set](auto formula) {
    return [&set, formula](Scores& scores) {
      formula(set.hand, scores.size(), scores.data());
      return std::size_t{0};
    };
  };
  add_row(name + "/hand_exact", set, by_hand(&score_exact));
  add_row(name + "/hand_filtered", set, by_hand(&score_filtered));
  add_row(name + "/hand_double", set, by_hand(&score_double));
  const auto compiled = std::make_shared<Compiled>(program, set.columns);
  add_row(name + "/compiled", set,
          [compiled](Scores& scores) { return compiled->score(scores.size(), scores.data()); });
  add_row(name + "/compiled_whole", set, [compiled](Scores& scores) {
    return compiled->score_whole(scores.size(), scores.data());
  });
  add_row(
      name + "/explaining", set,
      [&set, &program](Scores& scores) {
        for (std::size_t i = 0; i < scores.size(); ++i) {
          scores[i] = score_of(program, set.readings.readings[i]);
        }
        return scores.size();
      },
      kSlow);
}

using Reply = std::function<std::string(const std::string& request)>;

// Text in, text out: all requests in each iteration. Each reply must say ok true.
void add_text(const std::string& name, const std::vector<std::string>& requests,
              const Reply& answer) {
  for (const std::string& request : requests) {
    const std::string reply = answer(request);
    if (!is_ok(reply)) {
      std::fprintf(stderr, "bench: %s\n%s\n", request.c_str(), reply.c_str());
      std::exit(2);
    }
  }
  benchmark::RegisterBenchmark(name.c_str(), [requests, answer](benchmark::State& state) {
    for (auto _ : state) {
      for (const std::string& request : requests) {
        benchmark::DoNotOptimize(answer(request));
      }
    }
    state.counters["readings"] = static_cast<double>(requests.size());
  });
}

using Function = std::string (*)(const Catalog& catalog, std::string_view request);

// A row for each request in FOLDER/<name>.requests.
void add_function(const std::string& folder, const std::string& name, const Catalog& catalog,
                  Function function) {
  for (const std::string& request : read_lines(folder + "/" + name + ".requests")) {
    const Program& program = program_of(catalog, request);
    std::string row = name;
    row.append("/").append(program.id).append("/").append(program.edition);
    add_text(row, {request},
             [&catalog, function](const std::string& text) { return function(catalog, text); });
  }
}

int run(const std::string& folder) {
  const Catalog catalog = tests::shipped_catalog();
  const std::vector<std::string> requests = read_lines(folder + "/scattered.requests");
  const Program& program = program_of(catalog, requests.front());
  const Set scattered(program, folder + "/scattered");
  const Set ties(program, folder + "/ties");
  add_set("scattered", scattered, program);
  add_set("ties", ties, program);
  const std::vector<std::string> texts(requests.begin(), requests.begin() + kSlow);
  add_text("scattered/text", texts,
           [&catalog](const std::string& text) { return assess(catalog, text); });
  add_function(folder, "timeline", catalog, &timeline);
  add_function(folder, "plan", catalog, &plan);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace
}  // namespace shopgauge::bench

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count != 2) {
    std::fprintf(stderr, "usage: shopgauge_bench FOLDER [flags of Google Benchmark]\n");
    return 2;
  }
  return shopgauge::bench::run(arguments[1]);
}

// Changes every number and operator of the program documents, one at a time, and tells what no case
// noticed (scripts/mutate).

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/mutate/trial.h"

namespace shopgauge::tests {
namespace {

struct Options {
  std::string only;   // "program" or "program/edition"; empty: all
  bool list = false;  // name what was refused too
};

[[noreturn]] void usage() {
  std::fprintf(stderr, "usage: mutate [PROGRAM[/EDITION]] [--list]\n");
  std::exit(2);
}

Options read_options(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--list") {
      options.list = true;
    } else if (!word.empty() && word.front() != '-' && options.only.empty()) {
      options.only = word;
    } else {
      usage();
    }
  }
  return options;
}

// What no reply can show: {program, edition, pointers, reason}.
Json exemptions() { return parse(read_file("tests/mutate/exempt.json"), "exempt.json"); }

bool is_of(const Json& exemption, const Subject& subject) {
  return member(exemption, "program").string == subject.program() &&
         member(exemption, "edition").string == subject.edition();
}

// The pointers of an edition, each with whether a mutant there did survive: none so far.
std::map<std::string, bool> exempt_in(const Subject& subject, const Json& exemptions) {
  std::map<std::string, bool> pointers;
  for (const Json& one : exemptions.items) {
    for (const Json& pointer : member(one, "pointers").items) {
      if (is_of(one, subject) && !member(one, "reason").string.empty()) {
        pointers[pointer.string] = false;
      }
    }
  }
  return pointers;
}

// One edition's mutants, and what came of them.
struct Run {
  std::unique_ptr<Subject> subject;
  std::vector<Mutant> mutants;
  std::vector<Outcome> outcomes;
  std::map<std::string, bool> exempt;
};

std::vector<Run> prepare(const std::string& only, const Json& exemptions) {
  std::vector<Run> runs;
  for (const std::string& path : shipped_documents()) {
    auto subject = std::make_unique<Subject>(path);
    const std::string name = subject->program() + "/" + subject->edition();
    if (only.empty() || only == subject->program() || only == name) {
      Run& run = runs.emplace_back();
      run.mutants = subject->mutants();
      run.outcomes.resize(run.mutants.size());
      run.exempt = exempt_in(*subject, exemptions);
      run.subject = std::move(subject);
    }
  }
  return runs;
}

// Tries all mutants, two at a time.
void try_all(std::vector<Run>& runs) {
  std::vector<std::pair<Run*, std::size_t>> work;
  for (Run& run : runs) {
    for (std::size_t i = 0; i < run.mutants.size(); ++i) {
      work.emplace_back(&run, i);
    }
  }
  std::atomic<std::size_t> next = 0;
  const auto worker = [&] {
    std::map<const Run*, std::size_t> hints;
    for (std::size_t at = next++; at < work.size(); at = next++) {
      auto& [run, place] = work[at];
      run->outcomes[place] = run->subject->try_out(run->mutants[place], hints[run]);
    }
  };
  std::thread other(worker);
  worker();
  other.join();
}

void say(const char* what, const Mutant& mutant) {
  std::printf("  %s %s: %s -> %s\n", what, mutant.pointer.c_str(), mutant.from.c_str(),
              mutant.to.c_str());
}

struct Totals {
  std::size_t mutants = 0;
  std::size_t noticed = 0;
  std::size_t refused = 0;
  std::size_t exempt = 0;
  std::size_t survived = 0;
  std::size_t stale = 0;

  void add(const Totals& other) {
    mutants += other.mutants;
    noticed += other.noticed;
    refused += other.refused;
    exempt += other.exempt;
    survived += other.survived;
    stale += other.stale;
  }

  void print(const std::string& name) const {
    std::printf("%-48s %5zu mutants: %5zu noticed, %4zu refused, %3zu exempt, %3zu survived\n",
                name.c_str(), mutants, noticed, refused, exempt, survived);
  }
};

Totals report(Run& run, const Options& options) {
  Totals totals;
  totals.mutants = run.mutants.size();
  std::vector<const Mutant*> survivors;
  for (std::size_t i = 0; i < run.mutants.size(); ++i) {
    const auto exempt = run.exempt.find(run.mutants[i].pointer);
    switch (run.outcomes[i]) {
      case Outcome::noticed:
        ++totals.noticed;
        break;
      case Outcome::refused:
        ++totals.refused;
        break;
      case Outcome::survived:
        if (exempt != run.exempt.end()) {
          exempt->second = true;
          ++totals.exempt;
        } else {
          survivors.push_back(&run.mutants[i]);
        }
    }
  }
  totals.survived = survivors.size();
  totals.print(run.subject->program() + "/" + run.subject->edition());
  for (const Mutant* survivor : survivors) {
    say("survived", *survivor);
  }
  for (std::size_t i = 0; options.list && i < run.mutants.size(); ++i) {
    if (run.outcomes[i] == Outcome::refused) {
      say("refused", run.mutants[i]);
    }
  }
  for (const auto& [pointer, survived] : run.exempt) {
    if (!survived) {
      std::printf("  exempt.json is stale: no mutant survives at %s\n", pointer.c_str());
      ++totals.stale;
    }
  }
  return totals;
}

// Says which cases do not hold to begin with, so that a mutant would prove nothing.
bool all_cases_hold(const std::vector<Run>& runs) {
  bool hold = true;
  for (const Run& run : runs) {
    for (const std::string& broken : run.subject->broken_cases()) {
      std::printf("%s\n", broken.c_str());
      hold = false;
    }
  }
  return hold;
}

// Says which exemptions name an edition that is not there.
std::size_t report_lost(const Json& exemptions, const std::vector<Run>& runs) {
  std::size_t lost = 0;
  for (const Json& one : exemptions.items) {
    if (std::none_of(runs.begin(), runs.end(),
                     [&](const Run& run) { return is_of(one, *run.subject); })) {
      std::printf("exempt.json is stale: there is no %s/%s\n",
                  member(one, "program").string.c_str(), member(one, "edition").string.c_str());
      ++lost;
    }
  }
  return lost;
}

int run_all(const Options& options) {
  const auto began = std::chrono::steady_clock::now();
  const Json exempt = exemptions();
  std::vector<Run> runs = prepare(options.only, exempt);
  if (runs.empty()) {
    std::fprintf(stderr, "mutate: there is no %s\n", options.only.c_str());
    return 2;
  }
  if (!all_cases_hold(runs)) {
    return 1;
  }
  try_all(runs);
  Totals totals;
  for (Run& run : runs) {
    totals.add(report(run, options));
  }
  totals.stale += options.only.empty() ? report_lost(exempt, runs) : 0;
  totals.print("all");
  const auto took = std::chrono::steady_clock::now() - began;
  std::printf("%.1f s\n", std::chrono::duration<double>(took).count());
  return totals.survived + totals.stale == 0 ? 0 : 1;
}

}  // namespace
}  // namespace shopgauge::tests

int main(int count, char** words) {
  return shopgauge::tests::run_all(shopgauge::tests::read_options(count, words));
}

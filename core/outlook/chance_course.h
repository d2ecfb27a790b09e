// How the assessment goes on, path by path. Private to this module.

#ifndef SHOPGAUGE_CORE_OUTLOOK_CHANCE_COURSE_H_
#define SHOPGAUGE_CORE_OUTLOOK_CHANCE_COURSE_H_

#include <map>
#include <string>
#include <vector>

#include "core/outlook/chance_paths.h"

namespace shopgauge {

// Traces the timeline once for all paths whose months and checks fall out alike.
class CourseTally {
 public:
  CourseTally(const ChanceProgram& program, const Course& course);

  // Counts a path of the block that was drawn last.
  void count(const Paths& paths, std::size_t path);
  // Fills in months, checks and events.
  void finish(Chances& chances) const;

 private:
  // A number that a standard compares a metric with.
  struct Limit {
    std::size_t metric = 0;
    std::optional<Rational> target;
  };
  struct Outcome {
    int paths = 0;
    std::vector<VerdictChances> months;
    std::vector<VerdictChances> checks;
    std::vector<std::pair<Date, const EventRule*>> events;
    std::vector<std::string> targets;  // store types of the events, or empty
  };

  [[nodiscard]] static bool is_first(const Outcome& outcome, std::size_t event);
  void add_limits(const Finding& finding);
  [[nodiscard]] std::string key_of(const Paths& paths, std::size_t path) const;
  [[nodiscard]] Outcome trace(const Paths& paths, std::size_t path) const;

  const Outlook& outlook_;
  const Forecast& forecast_;
  const Program& program_;
  const Course& course_;
  std::vector<Limit> limits_;
  std::vector<int> days_;    // on which something may be judged
  bool has_totals_ = false;  // checks add months up: no two paths are alike
  std::map<std::string, Outcome> outcomes_;
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_CHANCE_COURSE_H_

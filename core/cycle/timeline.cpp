// Enters the cycle, walks through it, and reports what lies up to `until`.

#include "core/cycle/timeline.h"

#include <algorithm>
#include <utility>

#include "core/cycle/walk.h"

namespace shopgauge {

Result<Timeline> trace_timeline(const Program& program, const Course& course) {
  Result<Start> start = enter(*program.cycle, course);
  if (!start.ok()) {
    return start.take_issues();
  }
  Walked walked = walk(program, course, start.value());
  Issues issues;
  refuse_unused(*program.cycle, course, walked, issues);
  if (!issues.empty()) {
    return issues;
  }
  Timeline timeline;
  timeline.first_day = start.value().from;
  for (const Run& run : walked.runs) {
    if (run.from <= course.until && !run.phase->shown.empty() && (!run.to || *run.to >= run.from)) {
      timeline.phases.push_back({run.phase->id, run.phase->shown, run.cycle, run.from, run.to});
    }
  }
  timeline.standing = stand(walked, course);
  timeline.assumptions = std::move(walked.assumptions);
  for (Event& event : walked.events) {
    if (event.date <= course.until) {
      rely(timeline.assumptions, event.rule->provenance);
      timeline.events.push_back(event);
    }
  }
  if (timeline.standing.next) {
    rely(timeline.assumptions, timeline.standing.next->rule->provenance);
  }
  timeline.months = std::move(walked.months);
  timeline.checks = std::move(walked.checks);
  return timeline;
}

}  // namespace shopgauge

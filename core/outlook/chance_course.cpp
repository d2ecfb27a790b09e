// Counts months, checks and events over paths.

#include "core/outlook/chance_course.h"

#include <algorithm>
#include <utility>

#include "core/scoring/judge.h"

namespace shopgauge {

CourseTally::CourseTally(const ChanceProgram& program, const Course& course)
    : outlook_(*program.outlook),
      forecast_(*program.forecast),
      program_(*outlook_.program),
      course_(course) {
  std::vector<std::size_t> standards;
  for (std::size_t i = 0; i < program_.standards.size(); ++i) {
    standards.push_back(i);
  }
  Reading reading = empty_reading(program_);
  reading.profile = course.base.profile;
  const Judgement judgement = judge(program_, standards, reading, Advisory::counts);
  for (const Finding& finding : judgement.findings) {
    add_limits(finding);
  }
  for (const Phase& phase : program_.cycle->phases) {
    for (const CheckRule& check : phase.checks) {
      has_totals_ = has_totals_ || !check.sums.empty() || !check.means.empty();
      // A check of days may fall on any day.
      if (!check.in_months) {
        days_.clear();
        for (int day = 1; day <= days_between(outlook_.as_of, outlook_.until); ++day) {
          days_.push_back(day);
        }
        return;
      }
    }
  }
  for (Date day = last_day(month_of(outlook_.as_of)); day <= outlook_.until;
       day = last_day(add_months(month_of(day), 1))) {
    if (day > outlook_.as_of) {
      days_.push_back(days_between(outlook_.as_of, day));
    }
  }
}

void CourseTally::add_limits(const Finding& finding) {
  limits_.push_back({finding.comparison->index, finding.target});
  for (const Finding& alternative : finding.alternatives) {
    add_limits(alternative);
  }
}

// On which side of every limit each metric lies on each day that may be judged: all that judging
// asks.
std::string CourseTally::key_of(const Paths& paths, std::size_t path) const {
  std::string key;
  for (const int day : days_) {
    for (const Limit& limit : limits_) {
      const PathValue value = paths.value(limit.metric, path, day);
      if (value.state != InputState::value) {
        key += static_cast<char>('a' + static_cast<int>(value.state));
      } else if (!limit.target) {
        key += value.num == 0 ? '0' : '1';
      } else {
        const auto order = Rational::ratio(value.num, value.den) <=> *limit.target;
        key += order < 0 ? '<' : order > 0 ? '>' : '=';
      }
    }
  }
  return key;
}

CourseTally::Outcome CourseTally::trace(const Paths& paths, std::size_t path) const {
  const RationalScope scope;
  std::vector<std::unique_ptr<const Json>> made;
  const MetricsOn metrics_on = [&](Date date) {
    const int day = days_between(outlook_.as_of, date);
    std::vector<Input> metrics;
    for (std::size_t i = 0; i < program_.metrics.size(); ++i) {
      MadeInput input =
          day == 0 ? MadeInput{forecast_.days[0].metrics[i], nullptr} : paths.input(i, path, day);
      metrics.push_back(input.input);
      if (input.counts) {
        made.push_back(std::move(input.counts));
      }
    }
    return metrics;
  };
  Course course = course_;
  const Result<Timeline> traced = follow(outlook_, metrics_on, course, made);
  Outcome outcome;
  if (!traced.ok()) {
    return outcome;
  }
  const auto verdicts = [](Date date, std::string_view standard, MonthVerdict verdict) {
    VerdictChances one{date, standard, {}};
    one.paths[static_cast<std::size_t>(verdict)] = 1;
    return one;
  };
  for (const JudgedMonth& month : traced.value().months) {
    if (last_day(month.month) >= outlook_.as_of) {
      outcome.months.push_back(verdicts(first_day(month.month), {}, month.verdict));
    }
  }
  for (const JudgedCheck& check : traced.value().checks) {
    if (check.date >= outlook_.as_of) {
      outcome.checks.push_back(verdicts(check.date, check.standard, check.verdict));
    }
  }
  for (const Event& event : traced.value().events) {
    if (event.date > outlook_.as_of) {
      outcome.events.emplace_back(event.date, event.rule);
      outcome.targets.emplace_back(event.to);
    }
  }
  return outcome;
}

void CourseTally::count(const Paths& paths, std::size_t path) {
  const RationalScope scope;
  std::string key = key_of(paths, path);
  if (has_totals_) {
    key += std::to_string(outcomes_.size());
  }
  const auto known = outcomes_.find(key);
  if (known != outcomes_.end()) {
    ++known->second.paths;
    return;
  }
  Outcome outcome = trace(paths, path);
  outcome.paths = 1;
  outcomes_.emplace(std::move(key), std::move(outcome));
}

namespace {

void add_verdicts(const std::vector<VerdictChances>& from, int paths,
                  std::vector<VerdictChances>& to) {
  for (const VerdictChances& one : from) {
    auto found = std::find_if(to.begin(), to.end(), [&](const VerdictChances& known) {
      return known.date == one.date && known.standard == one.standard;
    });
    if (found == to.end()) {
      found = to.insert(to.end(), {one.date, one.standard, {}});
    }
    for (std::size_t i = 0; i < one.paths.size(); ++i) {
      found->paths[i] += one.paths[i] * paths;
    }
  }
}

// The first time of an event on the paths of an outcome.
void add_event(std::string_view event, std::string_view to, Date date, int paths,
               std::vector<EventChances>& events) {
  auto found = std::find_if(events.begin(), events.end(), [&](const EventChances& known) {
    return known.event == event && known.to == to;
  });
  if (found == events.end()) {
    found = events.insert(events.end(), {event, std::string(to), {}});
  }
  auto day = std::find_if(found->by.begin(), found->by.end(),
                          [&](const auto& known) { return known.first >= date; });
  if (day == found->by.end() || day->first != date) {
    day = found->by.insert(day, {date, 0});
  }
  day->second += paths;
}

template <typename T>
void sort_by_date(std::vector<T>& list) {
  std::stable_sort(list.begin(), list.end(),
                   [](const T& a, const T& b) { return a.date < b.date; });
}

}  // namespace

// Whether no event before this one is the same.
bool CourseTally::is_first(const Outcome& outcome, std::size_t event) {
  for (std::size_t i = 0; i < event; ++i) {
    if (outcome.events[i].second->event == outcome.events[event].second->event &&
        outcome.targets[i] == outcome.targets[event]) {
      return false;
    }
  }
  return true;
}

void CourseTally::finish(Chances& chances) const {
  for (const auto& [key, outcome] : outcomes_) {
    add_verdicts(outcome.months, outcome.paths, chances.months);
    add_verdicts(outcome.checks, outcome.paths, chances.checks);
    for (std::size_t i = 0; i < outcome.events.size(); ++i) {
      if (is_first(outcome, i)) {
        add_event(outcome.events[i].second->event, outcome.targets[i], outcome.events[i].first,
                  outcome.paths, chances.events);
      }
    }
  }
  sort_by_date(chances.months);
  sort_by_date(chances.checks);
  // By how often, so far, up to each day.
  for (EventChances& event : chances.events) {
    int so_far = 0;
    for (auto& [date, paths] : event.by) {
      paths = so_far += paths;
    }
  }
  std::stable_sort(chances.events.begin(), chances.events.end(),
                   [](const EventChances& a, const EventChances& b) {
                     return a.by.front().first < b.by.front().first ||
                            (a.by.front().first == b.by.front().first &&
                             std::pair(a.event, a.to) < std::pair(b.event, b.to));
                   });
}

}  // namespace shopgauge

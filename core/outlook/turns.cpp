// Walks through all that a program asks of its metrics.

#include "core/outlook/turns.h"

#include <algorithm>

namespace shopgauge {
namespace {

class Collector {
 public:
  Collector(const Program& program, const Reading& reading)
      : program_(program), reading_(reading), turns_(program.metrics.size()) {}

  std::vector<Turns> run() {
    for (const Exclusion& one : program_.not_applicable) {
      add(one.when);
    }
    for (const Standard& one : program_.standards) {
      add(one.comparison);
      for (const Comparison& other : one.alternatives) {
        add(other);
      }
    }
    for (const Gate& one : program_.gates) {
      add(one.when);
    }
    if (program_.score) {
      add(*program_.score);
    }
    for (Turns& turns : turns_) {
      tidy(turns.values);
      tidy(turns.events);
      tidy(turns.samples);
    }
    return std::move(turns_);
  }

 private:
  static void tidy(std::vector<Rational>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }

  void add(const ScoreRule& score) {
    in_stage_ = true;
    for (const Exclusion& one : score.not_scored) {
      add(one.when);
    }
    for (const Stage& stage : score.stages) {
      add(stage.when);
      for (const Exclusion& one : stage.not_scored) {
        add(one.when);
      }
      add(stage.adjustments);
    }
    in_stage_ = false;
    add(score.adjustments);
    add(score.nodes);
  }

  void add(const std::vector<Adjustment>& adjustments) {
    for (const Adjustment& one : adjustments) {
      if (one.kind == Adjustment::Kind::per_event) {
        if (one.limit && !one.points.value.is_zero()) {
          turns_[one.metric].values.push_back(*one.limit / one.points.value);
        }
      } else {
        add(one.when);
      }
    }
  }

  void add(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      add(node.nodes);
      if (node.flat) {
        add(node.flat->when);
      }
      if (node.kind == NodeKind::indicator) {
        const NodeReading& own = reading_.nodes[node.index];
        add(own.table ? *own.table : own.built ? *own.built : node.curve, turns_[node.metric]);
      }
    }
  }

  static void add(const Curve& curve, Turns& turns) {
    for (const Curve::Knot& knot : curve.knots) {
      turns.values.push_back(knot.x);
    }
    for (const Curve::Row& row : curve.rows) {
      turns.values.push_back(row.from);
      turns.values.push_back(row.to);
    }
  }

  void add(const Condition& condition) {
    if (condition.kind == Condition::Kind::compare) {
      add(condition.comparison);
    }
    for (const Condition& part : condition.parts) {
      add(part);
    }
  }

  void add(const Comparison& comparison) {
    const Rational value = threshold_of(comparison, reading_).value_or(0);
    const bool of_metric = comparison.subject == Subject::metric ||
                           comparison.subject == Subject::count_of ||
                           comparison.subject == Subject::sample_of;
    if (in_stage_ && of_metric) {
      turns_[comparison.index].stage = true;
    }
    if (comparison.subject == Subject::metric) {
      turns_[comparison.index].values.push_back(value);
    } else if (comparison.subject == Subject::count_of) {
      turns_[comparison.index].events.push_back(value);
    } else if (comparison.subject == Subject::sample_of) {
      turns_[comparison.index].samples.push_back(value);
    }
  }

  const Program& program_;
  const Reading& reading_;
  std::vector<Turns> turns_;
  bool in_stage_ = false;
};

}  // namespace

std::optional<Rational> threshold_of(const Comparison& comparison, const Reading& reading) {
  if (const ProfileNumber* own = find_in(reading.profile, comparison.threshold.profile)) {
    return own->kind == ProfileNumber::Kind::not_assessed ? std::nullopt
                                                          : std::optional(own->value);
  }
  const std::optional<Figure>& figure = comparison.threshold.figure;
  return figure ? std::optional(figure->value) : std::nullopt;
}

std::vector<Turns> turns_of(const Program& program, const Reading& reading) {
  return Collector(program, reading).run();
}

}  // namespace shopgauge

// Words for the closed sets of the model, and look-ups in it.

#include "core/rules/program.h"

#include <algorithm>

namespace shopgauge {

Literal to_text(Status status) {
  switch (status) {
    case Status::official:
      return "official";
    case Status::reported:
      return "reported";
    case Status::inferred:
      return "inferred";
    case Status::example:
      return "example";
    case Status::assumed:
      return "assumed";
  }
  broken_precondition();
}

bool makes_estimate(Status status) {
  return status == Status::example || status == Status::assumed;
}

Literal to_text(Method method) { return method == Method::weighted ? "weighted" : "minimum"; }

Literal to_text(Operator comparison) {
  switch (comparison) {
    case Operator::at_least:
      return "at_least";
    case Operator::above:
      return "above";
    case Operator::at_most:
      return "at_most";
    case Operator::below:
      return "below";
    case Operator::is:
      return "is";
  }
  broken_precondition();
}

std::optional<std::size_t> find_metric(const Program& program, std::string_view id) {
  for (std::size_t i = 0; i < program.metrics.size(); ++i) {
    if (program.metrics[i].id == id) {
      return i;
    }
  }
  return std::nullopt;
}

const Node* find_node(const std::vector<Node>& nodes, std::string_view id) {
  for (const Node& node : nodes) {
    if (node.id == id) {
      return &node;
    }
    if (const Node* found = find_node(node.nodes, id)) {
      return found;
    }
  }
  return nullptr;
}

const Phase* find_phase(const Cycle& cycle, std::string_view id) {
  for (const Phase& phase : cycle.phases) {
    if (phase.id == id) {
      return &phase;
    }
  }
  return nullptr;
}

std::optional<Date> newest_source(const Program& program) {
  std::optional<Date> newest;
  for (const Source& source : program.sources) {
    if (source.date && (!newest || *source.date > *newest)) {
      newest = source.date;
    }
  }
  return newest;
}

}  // namespace shopgauge

// Largest remainders, from the total down to the indicators.

#include "core/scoring/itemise.h"

namespace shopgauge {
namespace {

using End = Rational Span::*;

// The first of the parts from which rounding took most. A part that got its unit back has lost less
// than nothing.
std::size_t largest_remainder(const std::vector<Rational>& parts,
                              const std::vector<Rational>& printed) {
  std::size_t largest = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i] - printed[i] > parts[largest] - printed[largest]) {
      largest = i;
    }
  }
  return largest;
}

void itemise_children(std::vector<NodeResult>& nodes, const Rational& total, End end) {
  if (nodes.empty()) {
    return;
  }
  std::vector<Rational> parts;
  for (const NodeResult& node : nodes) {
    parts.push_back(node.contribution.*end);
  }
  const std::vector<Rational> printed = apportion(parts, total);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].contribution.*end = printed[i];
    itemise_children(nodes[i].nodes, printed[i], end);
  }
}

void itemise_end(Assessment& assessment, End end) {
  std::vector<Rational> parts;
  for (const NodeResult& node : assessment.nodes) {
    parts.push_back(node.contribution.*end);
  }
  for (const AdjustmentResult& adjustment : assessment.adjustments) {
    parts.push_back(adjustment.points.*end);
  }
  const Rational total =
      round_to(assessment.score->unrounded.*end, kPrintedDigits, Rounding::half_up);
  const std::vector<Rational> printed = apportion(parts, total);
  for (std::size_t i = 0; i < assessment.nodes.size(); ++i) {
    assessment.nodes[i].contribution.*end = printed[i];
    itemise_children(assessment.nodes[i].nodes, printed[i], end);
  }
  for (std::size_t i = 0; i < assessment.adjustments.size(); ++i) {
    assessment.adjustments[i].points.*end = printed[assessment.nodes.size() + i];
  }
}

}  // namespace

std::vector<Rational> apportion(const std::vector<Rational>& parts, const Rational& total) {
  const Rational unit = Rational::ratio(1, 1'000'000);
  std::vector<Rational> printed;
  Rational lacking = total;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    printed.push_back(floor_to(parts[i], kPrintedDigits));
    lacking -= printed.back();
  }
  while (lacking.sign() > 0 && !parts.empty()) {
    const std::size_t next = largest_remainder(parts, printed);
    printed[next] += unit;
    lacking -= unit;
  }
  return printed;
}

void itemise(Assessment& assessment) {
  itemise_end(assessment, &Span::low);
  itemise_end(assessment, &Span::high);
}

}  // namespace shopgauge

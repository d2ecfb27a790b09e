// The least effort that a sum could cost if levers could stop anywhere on the upper hull of their
// tables: never more than what whole steps cost.

#ifndef SHOPGAUGE_CORE_OUTLOOK_RELAX_H_
#define SHOPGAUGE_CORE_OUTLOOK_RELAX_H_

#include <vector>

#include "core/outlook/model.h"

namespace shopgauge {

// Which steps are allowed, by place: from `least` to `most`.
struct Domain {
  Steps least;
  Steps most;
};

struct Relaxed {
  bool possible = false;
  Rational cost;
  Steps steps;                       // the one that stops between two steps goes on to the next
  std::optional<std::size_t> split;  // its place
  std::int64_t below = 0;            // the step before
};

// A stretch of the hull of one lever.
struct Edge {
  std::size_t place = 0;
  Point from;
  Point to;
  Rational slope;  // gain for effort
};

class Relaxation {
 public:
  explicit Relaxation(Model model);

  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] Relaxed operator()(const Rational& need, const Domain& domain) const;

 private:
  [[nodiscard]] bool is_whole(const Domain& domain, std::size_t place) const;

  Model model_;
  std::vector<Edge> edges_;  // of whole levers, the best slopes first
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_RELAX_H_

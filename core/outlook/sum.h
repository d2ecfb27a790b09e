// The sum of a score before bands, caps and floors: the quantity that grows with each metric, and
// at whose values a band sets in.

#ifndef SHOPGAUGE_CORE_OUTLOOK_SUM_H_
#define SHOPGAUGE_CORE_OUTLOOK_SUM_H_

#include <vector>

#include "core/outlook/goal.h"

namespace shopgauge {

// Both low ends. As a store in the formal stage has it.
struct Sum {
  Rational total;
  std::vector<std::optional<Rational>> nodes;  // by node index

  friend bool operator==(const Sum&, const Sum&) = default;
};

class Summer {
 public:
  explicit Summer(const Quest& quest);

  [[nodiscard]] Sum operator()(const Reading& reading) const;
  // The sums at which a band begins.
  [[nodiscard]] const std::vector<Rational>& bands() const { return bands_; }

 private:
  const Quest& quest_;
  std::vector<Adjustment> rules_;  // bonuses and deductions
  std::vector<Rational> bands_;
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_SUM_H_

// The first number for which something holds, found by halving where it turns at most once.

#ifndef SHOPGAUGE_CORE_OUTLOOK_SEARCH_H_
#define SHOPGAUGE_CORE_OUTLOOK_SEARCH_H_

#include <cstdint>
#include <optional>
#include <vector>

namespace shopgauge {

// The first number of (`from`, `to`] that holds, where it turns at most once from not holding to
// holding; nothing where `to` does not hold.
template <typename Holds>
std::optional<std::int64_t> first_between(std::int64_t from, std::int64_t to, const Holds& holds) {
  // By doubling first: what is near is found soon, and `to` may be very far.
  std::int64_t low = from;
  std::int64_t way = 1;
  for (;;) {
    const std::int64_t high = to - low <= way ? to : low + way;
    if (holds(high)) {
      to = high;
      break;
    }
    if (high == to) {
      return std::nullopt;
    }
    low = high;
    way *= 2;
  }
  while (to - low > 1) {
    const std::int64_t middle = low + (to - low) / 2;
    (holds(middle) ? to : low) = middle;
  }
  return to;
}

// The first number from 1 to `most` that holds. It may turn after each of `ends` (ascending), and
// between two of them at most once, either way.
template <typename Holds>
std::optional<std::int64_t> first_of(std::int64_t most, const std::vector<std::int64_t>& ends,
                                     const Holds& holds) {
  std::int64_t before = 0;
  const auto in_piece = [&](std::int64_t end) -> std::optional<std::int64_t> {
    const std::int64_t first = before + 1;
    before = end;
    if (holds(first)) {
      return first;
    }
    return first == end ? std::nullopt : first_between(first, end, holds);
  };
  for (const std::int64_t end : ends) {
    if (end > before && end < most) {
      if (const auto found = in_piece(end)) {
        return found;
      }
    }
  }
  return before < most ? in_piece(most) : std::nullopt;
}

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_OUTLOOK_SEARCH_H_

// Bonuses, deductions, bands and limits over the rows of a block, then the rounding.

#include <algorithm>
#include <optional>

#include "core/scoring/compiled_blocks.h"

namespace shopgauge::compiled {
namespace {

class Changer {
 public:
  Changer(const Sum& sum, std::size_t rows, Blocks& blocks)
      : sum_(sum), rows_(rows), blocks_(blocks) {}

  void run() {
    for (const Change& change : sum_.changes) {
      apply(change);
    }
  }

 private:
  void apply(const Change& change) {
    switch (change.kind) {
      case Change::Kind::points:
        add_points(change);
        break;
      case Change::Kind::to_node:
        give_to_node(change);
        break;
      case Change::Kind::per_event:
        count_events(change);
        break;
      case Change::Kind::bands:
        show_in_bands(change);
        break;
      case Change::Kind::at_most:
      case Change::Kind::at_least:
        cut(change);
        break;
    }
  }

  // From here on the high ends stand for themselves.
  void widen() {
    if (!blocks_.sum_wide) {
      std::copy_n(blocks_.sum_low.begin(), rows_, blocks_.sum_high.begin());
      blocks_.sum_wide = true;
    }
  }

  [[nodiscard]] Tri greatest(const Bytes& truths) const {
    Tri most = kNo;
    for (std::size_t i = 0; i < rows_; ++i) {
      most = std::max(most, truths[i]);
    }
    return most;
  }
  [[nodiscard]] bool any_open(const Bytes& truths) const {
    std::uint8_t any = 0;
    for (std::size_t i = 0; i < rows_; ++i) {
      any |= static_cast<std::uint8_t>(truths[i] == kOpen);
    }
    return any != 0;
  }

  void note_open(const Bytes& truths) {
    for (std::size_t i = 0; i < rows_; ++i) {
      blocks_.maybe[i] |= static_cast<std::uint8_t>(truths[i] == kOpen);
    }
  }

  void add_points(const Change& change) {
    const Bytes& truths = blocks_.truths[change.test];
    if (greatest(truths) == kNo) {
      return;
    }
    const std::int64_t points = change.points;
    if (!any_open(truths) && !blocks_.sum_wide) {
      for (std::size_t i = 0; i < rows_; ++i) {
        blocks_.sum_low[i] += truths[i] == kYes ? points : 0;
      }
      return;
    }
    widen();
    note_open(truths);
    const std::int64_t least = std::min<std::int64_t>(points, 0);
    const std::int64_t most = std::max<std::int64_t>(points, 0);
    for (std::size_t i = 0; i < rows_; ++i) {
      const bool sure = truths[i] == kYes;
      const bool open = truths[i] == kOpen;
      blocks_.sum_low[i] += sure ? points : open ? least : 0;
      blocks_.sum_high[i] += sure ? points : open ? most : 0;
    }
  }

  void give_to_node(const Change& change) {
    const Bytes& truths = blocks_.truths[change.test];
    if (greatest(truths) == kNo) {
      return;
    }
    Numbers& low = blocks_.low[change.score];
    Numbers& high = blocks_.high[change.score];
    if (blocks_.wide[change.score] == 0) {
      std::copy_n(low.begin(), rows_, high.begin());
      blocks_.wide[change.score] = 1;
    }
    widen();
    note_open(truths);
    for (std::size_t i = 0; i < rows_; ++i) {
      if (truths[i] != kNo) {
        const bool sure = truths[i] == kYes;
        blocks_.sum_low[i] += change.weight * move(change, sure, true, low[i]);
        blocks_.sum_high[i] += change.weight * move(change, sure, false, high[i]);
      }
    }
  }

  // Moves one end of a node's score, and says by how much.
  static std::int64_t move(const Change& change, bool sure, bool low, std::int64_t& score) {
    const std::int64_t before = score;
    const std::int64_t after = std::clamp(before + change.points, change.lowest, change.highest);
    score = sure ? after : low ? std::min(before, after) : std::max(before, after);
    return score - before;
  }

  // Whole numbers of events, so few that 64 bits hold their points.
  void count_few(const Change& change, const std::int64_t* events) {
    const std::int64_t rise = change.rise;
    const std::int64_t scale = change.scale;
    const std::int64_t least = change.limited ? std::min<std::int64_t>(change.limit, 0) : -kMost;
    const std::int64_t most = change.limited ? std::max<std::int64_t>(change.limit, 0) : kMost;
    for (Numbers* ends : {&blocks_.sum_low, blocks_.sum_wide ? &blocks_.sum_high : nullptr}) {
      for (std::size_t i = 0; ends != nullptr && i < rows_; ++i) {
        (*ends)[i] += std::clamp(rise * events[i], least, most) * scale;
      }
    }
  }

  void count_events(const Change& change) {
    const BlockColumn& column = blocks_.columns[change.metric];
    const auto rise = static_cast<std::uint64_t>(change.rise < 0 ? -change.rise : change.rise);
    const bool same_side = !change.limited || (change.limit < 0) == (change.rise < 0);
    const std::uint64_t room = static_cast<std::uint64_t>(change.limited ? kMost : change.most);
    if (column.all_value && column.whole && same_side && column.num_bits <= room / (rise + 1)) {
      count_few(change, column.num);
      return;
    }
    if (!column.all_value) {
      widen();
    }
    for (std::size_t i = 0; i < rows_; ++i) {
      if (column.state[i] == InputState::value) {
        const std::int64_t points = points_of_events(change, column.num[i], column.den[i], i);
        blocks_.sum_low[i] += points;
        blocks_.sum_high[i] += points;
      } else if (column.state[i] != InputState::absent) {
        blocks_.sum_low[i] += std::min<std::int64_t>(change.open, 0);
        blocks_.sum_high[i] += std::max<std::int64_t>(change.open, 0);
        blocks_.open[i] = 1;
      }
    }
  }

  std::int64_t points_of_events(const Change& change, std::int64_t num, std::int64_t den,
                                std::size_t row) {
    const Int128 product = Int128{change.rise} * num;
    Int128 points = product;
    if (den != 1) {
      points = product / den;
      const bool rest = points * den != product;
      points -= rest && product < 0 ? 1 : 0;
      blocks_.inexact[row] |= static_cast<std::uint8_t>(rest);
    }
    if (change.limited) {
      points = change.limit < 0 ? std::max(points, Int128{change.limit})
                                : std::min(points, Int128{change.limit});
    }
    if (points > change.most || points < -change.most) {
      blocks_.again[row] = 1;
      return 0;
    }
    return static_cast<std::int64_t>(points) * change.scale;
  }

  // Whether the end, up to the slack more, is at least `least`; `again` where that is not decided.
  bool reaches(std::int64_t end, std::int64_t least, std::size_t row) {
    const std::int64_t slack = blocks_.inexact[row] != 0 ? sum_.slack : 0;
    blocks_.again[row] |= static_cast<std::uint8_t>(end < least && end + slack >= least);
    return end >= least;
  }

  void show_in_bands(const Change& change) {
    const Bytes& truths = blocks_.truths[change.test];
    if (greatest(truths) == kNo) {
      return;
    }
    widen();
    note_open(truths);
    for (std::size_t i = 0; i < rows_; ++i) {
      if (truths[i] != kNo) {
        show_in_bands(change.bands, truths[i] == kOpen, i);
      }
    }
  }

  // As through_bands in adjust.cpp.
  void show_in_bands(const std::vector<BandStep>& bands, bool open, std::size_t row) {
    std::int64_t& low = blocks_.sum_low[row];
    std::int64_t& high = blocks_.sum_high[row];
    std::optional<std::int64_t> least;
    std::optional<std::int64_t> most;
    const auto include = [&](std::int64_t from, std::int64_t to) {
      least = least ? std::min(*least, from) : from;
      most = most ? std::max(*most, to) : to;
    };
    const BandStep* above = nullptr;
    for (const BandStep& band : bands) {
      if (reaches(high, band.at_least, row) &&
          (above == nullptr || !reaches(low, above->at_least, row))) {
        include(band.from, band.to);
      }
      above = &band;
    }
    if (!least) {
      return;  // no band
    }
    if (!reaches(low, bands.back().at_least, row)) {
      include(low, std::min(high, bands.back().at_least));
    }
    low = open ? std::min(low, *least) : *least;
    high = open ? std::max(high, *most) : *most;
  }

  void cut(const Change& change) {
    const std::int64_t limit = change.points;
    const bool most = change.kind == Change::Kind::at_most;
    for (Numbers* ends : {&blocks_.sum_low, blocks_.sum_wide ? &blocks_.sum_high : nullptr}) {
      for (std::size_t i = 0; ends != nullptr && i < rows_; ++i) {
        std::int64_t& end = (*ends)[i];
        end = most ? std::min(end, limit) : std::max(end, limit);
      }
    }
  }

  static constexpr std::int64_t kMost = std::int64_t{1} << 62;

  const Sum& sum_;
  std::size_t rows_;
  Blocks& blocks_;
};

std::int64_t round_exactly(std::int64_t sum, std::int64_t digit, Rounding mode) {
  const bool negative = sum < 0;
  const std::int64_t size = negative ? -sum : sum;
  const std::int64_t whole = size / digit;
  const std::int64_t rest = size - whole * digit;
  bool away = false;
  switch (mode) {
    case Rounding::half_up:
      away = rest * 2 >= digit;
      break;
    case Rounding::half_even:
      away = rest * 2 > digit || (rest * 2 == digit && whole % 2 != 0);
      break;
    case Rounding::down:
      break;
    case Rounding::up:
      away = rest != 0;
      break;
  }
  const std::int64_t figure = whole + (away ? 1 : 0);
  return negative ? -figure : figure;
}

void round_half_up(const Sum& sum, std::size_t rows, const Numbers& ends, Blocks& blocks,
                   Numbers& shown) {
  const std::int64_t digit = sum.digit;
  const std::int64_t half = digit / 2;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t slack = blocks.inexact[i] != 0 ? sum.slack : 0;
    if (ends[i] < 0) [[unlikely]] {
      shown[i] = round_exactly(ends[i], digit, Rounding::half_up);
      blocks.again[i] |= static_cast<std::uint8_t>(
          shown[i] != round_exactly(ends[i] + slack, digit, Rounding::half_up));
      continue;
    }
    const std::int64_t raised = ends[i] + half;
    const std::int64_t figure = raised / digit;
    shown[i] = figure;
    blocks.again[i] |= static_cast<std::uint8_t>(raised - figure * digit + slack >= digit);
  }
}

void round_ends(const Plan& plan, const Sum& sum, std::size_t rows, const Numbers& ends,
                Blocks& blocks, Numbers& shown) {
  if (plan.rounding == Rounding::half_up) {
    round_half_up(sum, rows, ends, blocks, shown);
    return;
  }
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t slack = blocks.inexact[i] != 0 ? sum.slack : 0;
    shown[i] = round_exactly(ends[i], sum.digit, plan.rounding);
    blocks.again[i] |= static_cast<std::uint8_t>(
        shown[i] != round_exactly(ends[i] + slack, sum.digit, plan.rounding));
  }
}

// A tie makes a score an estimate where nobody published the rounding. Where ties bound no figure,
// an inexact sum may hide one.
void note_ties(const Plan& plan, const Sum& sum, std::size_t rows, const Numbers& ends,
               Blocks& blocks) {
  const bool hides = plan.rounding == Rounding::down || plan.rounding == Rounding::up;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t size = ends[i] < 0 ? -ends[i] : ends[i];
    const bool tie = size % sum.digit == sum.digit / 2;
    const bool inexact = blocks.inexact[i] != 0;
    blocks.maybe[i] |= static_cast<std::uint8_t>(inexact && (tie || hides));
    blocks.estimated[i] |= static_cast<std::uint8_t>(!inexact && tie);
  }
}

}  // namespace

void change(const Sum& sum, std::size_t rows, Blocks& blocks) { Changer(sum, rows, blocks).run(); }

void round(const Plan& plan, const Sum& sum, std::size_t rows, Blocks& blocks) {
  round_ends(plan, sum, rows, blocks.sum_low, blocks, blocks.shown_low);
  if (blocks.sum_wide) {
    round_ends(plan, sum, rows, blocks.sum_high, blocks, blocks.shown_high);
  } else {
    std::copy_n(blocks.shown_low.begin(), rows, blocks.shown_high.begin());
  }
  if (blocks.exact_gates && plan.rounding_estimated) {
    note_ties(plan, sum, rows, blocks.sum_low, blocks);
    if (blocks.sum_wide) {
      note_ties(plan, sum, rows, blocks.sum_high, blocks);
    }
  }
}

}  // namespace shopgauge::compiled

// The compiled program: an edition's rules and one shop's numbers turned once into a flat form,
// which then scores and judges many readings, columns in and columns out, without allocating,
// hashing or looking at a string. It answers exactly what `assess` answers; it explains nothing.
//
//   const Compilation made = compile(program, shop);         // once for a shop
//   if (!made.program) { … made.reason …; use assess instead }
//   Scratch scratch(*made.program);                          // once for a thread
//   run(*made.program, columns, rows, results, scratch);     // as often as wanted

#ifndef SHOPGAUGE_CORE_SCORING_COMPILED_H_
#define SHOPGAUGE_CORE_SCORING_COMPILED_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "core/scoring/assessment.h"
#include "core/scoring/reading.h"

namespace shopgauge {

// One metric over all rows; in row i it is num[i] / den[i], as an `Input` has it: rates as
// fractions of 1, flags as 0 or 1. The pair need not be in lowest terms.
struct Column {
  // The column of a metric that is as the shop's reading has it, in every row, has neither
  // numerators nor states: Column{}.
  const std::int64_t* num = nullptr;
  const std::int64_t* den = nullptr;  // each above 0; null: 1 in every row
  const InputState* state = nullptr;  // null: `value` in every row. num and den are read of values
                                      // alone, and may be null where there is none
  // Whether the input is given as counts: num events of den cases, or a whole sum over den ratings.
  // `count_of` and `sample_of` know nothing of other values. A counted row without sample has 0 of
  // 0.
  bool counts = false;
  const std::uint8_t* counted = nullptr;  // by row, 0 or 1, instead of `counts`; null: none
};

// A truth, or nothing.
enum class Answer : std::uint8_t { no, yes, undetermined, none };

// Of `tier`: several are possible; none is.
inline constexpr std::uint8_t kTierOpen = 254;
inline constexpr std::uint8_t kNoTier = 255;

// Where the results go, one entry for each row. A null pointer: not wanted, and not worked out
// where that saves time.
struct RowResults {
  AssessmentStatus* status = nullptr;
  // The score as shown, times 10^digits; equal where nothing is missing. 0 without a score.
  std::int64_t* low = nullptr;
  std::int64_t* high = nullptr;
  Answer* verdict = nullptr;       // of the standards; none: the program has none
  std::uint8_t* tier = nullptr;    // index in program.tiers, or one of the two above
  std::span<Answer* const> gates;  // by gate, as in program.gates; empty, or one pointer for each.
                                   // none: an undetermined gate of a store without a score, which
                                   // `assess` leaves out
};

class CompiledProgram {
 public:
  struct Plan;  // compiled_plan.h

  explicit CompiledProgram(std::unique_ptr<const Plan> plan);
  CompiledProgram(CompiledProgram&& other) noexcept;
  CompiledProgram& operator=(CompiledProgram&& other) noexcept;
  ~CompiledProgram();

  [[nodiscard]] const Plan& plan() const { return *plan_; }
  // Decimal places of the score as shown.
  [[nodiscard]] int digits() const;

 private:
  std::unique_ptr<const Plan> plan_;
};

struct Compilation {
  std::optional<CompiledProgram> program;
  const char* reason = "";  // why there is none, in English, for developers
};

// `shop`: profile, weights, tables, curves that its thresholds make, enrolment, given nodes, and
// the inputs of metrics without a column: complete, as `assess` wants it. `today`: as in `assess`;
// given nodes then move by what the curves give between it and the row. The compiled program points
// into `program` and into what the readings point to; it holds the readings themselves.
[[nodiscard]] Compilation compile(const Program& program, const Reading& shop,
                                  const Reading* today = nullptr);

// What a run writes on. One thread at a time may use it.
class Scratch {
 public:
  struct Blocks;  // compiled_blocks.h

  explicit Scratch(const CompiledProgram& program);
  Scratch(Scratch&& other) noexcept;
  Scratch& operator=(Scratch&& other) noexcept;
  ~Scratch();

  [[nodiscard]] Blocks& blocks() { return *blocks_; }

 private:
  std::unique_ptr<Blocks> blocks_;
};

// Scores `rows` rows. `columns`: one for each metric of the program, in its order. Returns in how
// many rows the fast form could not tell (a score within its error bound of a threshold or of a
// rounding's tie, numbers too large), so that `assess` decided them; such rows allocate, others do
// not. Precondition: `scratch` was made of `program`.
std::size_t run(const CompiledProgram& program, std::span<const Column> columns, std::size_t rows,
                const RowResults& results, Scratch& scratch);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_SCORING_COMPILED_H_

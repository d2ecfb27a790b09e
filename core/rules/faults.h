// What may be wrong with a program document: the code and the message of every fault that the
// checker reports. tests/rules_bad has a document for each.

#ifndef SHOPGAUGE_CORE_RULES_FAULTS_H_
#define SHOPGAUGE_CORE_RULES_FAULTS_H_

#include <cstdint>

#include "core/base/issue.h"

namespace shopgauge {

// Params where a comment names them.
enum class Fault : std::uint8_t {
  // Of shape.
  type,         // kind
  unknown_key,  // id
  missing,      // id
  one_of,       // id: the keys
  language,     // id: of the language
  word,         // id
  id,           // id
  program_id,   // id
  empty,
  list_length,  // low, high
  whole,        // low, high
  number_size,
  ends,
  span,
  numbers,  // low: how many
  date,     // value
  source,
  // Of references.
  unknown_source,     // id
  unknown_reference,  // id, kind
  unknown_text,       // id
  duplicate,          // id
  unused_source,
  unused_text,
  // Of meaning.
  edition_order,
  edition_end,
  no_judgement,  // id
  profile_path,
  fraction,
  above_zero,
  rate_range,
  absent_range,
  count_whole,
  daily_mean,
  fed_kind,
  fed_rolls,
  flag_operator,
  counted_metric,
  target_range,
  reads_score,
  enrolment_only,
  weight,
  weights_sum,    // sum
  outside_range,  // low, high
  knots,
  row_order,
  gap,
  overlap,
  best_value,
  falling,
  reach,
  benchmark_order,
  stage,  // id
  limit_sign,
  no_limit,
  flag_number,
  reserved_id,  // id
  weighted_only,
  not_timeline,
  standard_source,
  hidden,
  tier_condition,
  last_condition,
  row_cells,
  row_cell,
  row_twice,
  weights_part,
  word_unused,   // id
  name_missing,  // id
  name_unused,
  date_shared,  // id
  entry_date,   // id
  not_first_day,
  day_half,
  phase_unreachable,
  phase_word,   // id
  no_follower,  // id
  never_ends,
  not_judged,
  out_of_reach,
  no_such_month,
  check_days,
  check_order,
  downgrades,
  not_a_choice,  // id
  count_         // how many there are
};

struct FaultText {
  Fault fault;
  Literal code;
  Literal message;
};

[[nodiscard]] const FaultText& text_of(Fault fault);

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_RULES_FAULTS_H_

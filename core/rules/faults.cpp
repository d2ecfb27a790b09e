// The words of the faults.

#include "core/rules/faults.h"

#include <cstddef>
#include <iterator>

#include "core/base/check.h"

namespace shopgauge {
namespace {

constexpr FaultText kTexts[] = {
    {Fault::type, "program.type", "the value is of another kind"},
    {Fault::unknown_key, "program.unknown_key", "this key is not known here"},
    {Fault::missing, "program.missing", "a key is missing"},
    {Fault::one_of, "program.value", "must have exactly one of these keys"},
    {Fault::language, "program.text_missing", "the text is missing in one language"},
    {Fault::word, "program.value", "none of the words that may stand here"},
    {Fault::id, "program.value", "an id has lower-case letters, digits and underscores"},
    {Fault::program_id, "program.value", "an id has lower-case letters, digits and hyphens"},
    {Fault::empty, "program.value", "must not be empty"},
    {Fault::list_length, "program.value", "must hold so many"},
    {Fault::whole, "program.value", "must be a whole number within its range"},
    {Fault::number_size, "program.range", "numbers lie below 10^12 on either side of 0"},
    {Fault::ends, "program.value",
     "must hold the lowest value or null and the highest value or null, the lower one first"},
    {Fault::span, "program.value", "must hold two numbers, the lower one first"},
    {Fault::numbers, "program.table", "must hold so many numbers"},
    {Fault::date, "program.date", "must be a day YYYY-MM-DD"},
    {Fault::source, "program.source_missing", "a number that is not assumed has a source"},
    {Fault::unknown_source, "program.unknown_source", "there is no such source"},
    {Fault::unknown_reference, "program.unknown_reference", "there is no such thing"},
    {Fault::unknown_text, "program.text_missing", "texts has no such text"},
    {Fault::duplicate, "program.duplicate_id", "this stands twice"},
    {Fault::unused_source, "program.unused_source", "nothing uses this"},
    {Fault::unused_text, "program.unused_text", "nothing uses this"},
    {Fault::edition_order, "program.date", "the edition ends before it begins"},
    {Fault::edition_end, "program.date",
     "an edition has an end, or the day on which it was last seen"},
    {Fault::no_judgement, "program.missing", "a program has a score or standards"},
    {Fault::profile_path, "program.value", "a profile path begins with targets. or thresholds."},
    {Fault::fraction, "program.value", "num and den are whole numbers, den above 0"},
    {Fault::above_zero, "program.value", "must be above 0"},
    {Fault::rate_range, "program.range", "a rate ranges from 0 to 1"},
    {Fault::absent_range, "program.range", "lies outside the metric's range"},
    {Fault::count_whole, "program.range", "a count is a whole number"},
    {Fault::daily_mean, "program.value", "figures of each day make a mean or a rate"},
    {Fault::fed_kind, "program.value",
     "days below feed a count, another statistic feeds a mean or an amount"},
    {Fault::fed_rolls, "program.value", "a metric that is fed has no window of its own"},
    {Fault::flag_operator, "program.value",
     "a flag is compared by is, a number by the other operators"},
    {Fault::counted_metric, "program.value",
     "only a rate has counted events, only a rate or a mean has counted cases"},
    {Fault::target_range, "program.range", "lies outside the range, so that it decides nothing"},
    {Fault::reads_score, "program.value", "the score is not known where this is decided"},
    {Fault::enrolment_only, "program.value",
     "whether a program applies depends on the enrolment alone"},
    {Fault::weight, "program.range", "a weight lies above 0"},
    {Fault::weights_sum, "program.weights_sum", "the weights of a group sum to 1"},
    {Fault::outside_range, "program.table", "the points lie outside the range of the node"},
    {Fault::knots, "program.table_overlap", "the knots must rise"},
    {Fault::row_order, "program.table", "a row must end above its start"},
    {Fault::gap, "program.table_gap", "there is a gap before this row"},
    {Fault::overlap, "program.table_overlap", "this row overlaps the one before"},
    {Fault::best_value, "program.value", "benchmarks need a metric with a best value"},
    {Fault::falling, "program.table", "the points must fall"},
    {Fault::reach, "program.value", "must lie above 1"},
    {Fault::benchmark_order, "program.range",
     "poor must be worse than excellent, and both within the metric's range"},
    {Fault::stage, "program.missing", "stages need a stage for all other stores"},
    {Fault::limit_sign, "program.range",
     "the points of each event and their limit have the same sign"},
    {Fault::no_limit, "program.missing",
     "points for each event need a limit where the metric has no highest value"},
    {Fault::flag_number, "program.value", "a flag is no number"},
    {Fault::reserved_id, "program.value", "this id stands for something else in a reply's score"},
    {Fault::weighted_only, "program.value",
     "points for one dimension need a score that is always weighted"},
    {Fault::not_timeline, "program.unreachable", "no phase judges by this standard"},
    {Fault::standard_source, "program.source_missing",
     "a standard whose target is the shop's names its source"},
    {Fault::hidden, "program.unreachable", "what stands before always applies first"},
    {Fault::tier_condition, "program.value", "not_scored stands instead of a condition"},
    {Fault::last_condition, "program.value", "all but the last say when"},
    {Fault::row_cells, "program.table", "a row has a cell for each of by and gives"},
    {Fault::row_cell, "program.table", "no such value may stand in this cell"},
    {Fault::row_twice, "program.duplicate_id", "a row with the same words stands above"},
    {Fault::weights_part, "program.weights_sum", "the columns must give all weights of a group"},
    {Fault::word_unused, "program.unknown_reference", "no row has this word"},
    {Fault::name_missing, "program.text_missing", "the word has no English name"},
    {Fault::name_unused, "program.unused_text", "no row has this word"},
    {Fault::date_shared, "program.duplicate_id", "another entry asks for this date too"},
    {Fault::entry_date, "program.unknown_reference",
     "the entry begins with a date that it does not ask for"},
    {Fault::not_first_day, "program.value", "a phase of months begins on the 1st of a month"},
    {Fault::day_half, "program.value", "month_after and day stand together"},
    {Fault::phase_unreachable, "program.unreachable", "nothing leads to this phase"},
    {Fault::phase_word, "program.value",
     "a phase whose id is none of the phases that replies know says which it is"},
    {Fault::no_follower, "program.missing", "a phase that runs out says what always follows it"},
    {Fault::never_ends, "program.unreachable", "an open phase never runs out"},
    {Fault::not_judged, "program.unreachable", "the months of this phase are not judged"},
    {Fault::out_of_reach, "program.unreachable", "so many months never come together here"},
    {Fault::no_such_month, "program.value", "the phase has no such month"},
    {Fault::check_days, "program.value",
     "a check after days lies behind the last day of a phase of days, and takes no totals"},
    {Fault::check_order, "program.value", "checks stand in the order of time"},
    {Fault::downgrades, "program.value", "must say at_least or at_most, the former not above"},
    {Fault::not_a_choice, "program.unknown_reference", "the default is none of the choices"},
};
static_assert(std::size(kTexts) == static_cast<std::size_t>(Fault::count_));

}  // namespace

const FaultText& text_of(Fault fault) {
  const FaultText& text = kTexts[static_cast<std::size_t>(fault)];
  require(text.fault == fault);
  return text;
}

}  // namespace shopgauge

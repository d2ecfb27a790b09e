// Counts failures in blocks and rows of neighbouring months.

#include "core/cycle/count.h"

namespace shopgauge {
namespace {

void begin_block(const PhaseRule& rule, int block, RuleCount& counted) {
  if (counted.block >= 0 && counted.block != block) {
    counted.could_have = could_fire(rule, counted);
    counted.count = 0;
    counted.open = 0;
    counted.longest = 0;
  }
  counted.block = block;
}

// `joins`: the month is one of those that make the row.
void count_row(bool joins, RuleCount& counted) {
  counted.count = !joins ? 0 : counted.interrupted ? 1 : counted.count + 1;
  counted.longest = joins ? counted.longest + 1 : 0;
  counted.interrupted = false;
}

bool counts_row(Counter counter) {
  return counter == Counter::passes_in_a_row || counter == Counter::failures_in_a_row;
}

bool counts_passes(Counter counter) {
  return counter == Counter::passes_in_a_row || counter == Counter::each_pass;
}

}  // namespace

void count_month(const PhaseRule& rule, MonthVerdict verdict, int place, RuleCount& counted) {
  if (rule.blocks > 0) {
    begin_block(rule, place / rule.blocks, counted);
  }
  const bool known = verdict == MonthVerdict::pass || verdict == MonthVerdict::fail;
  if (known && counts_row(rule.on)) {
    count_row(counts_passes(rule.on) == (verdict == MonthVerdict::pass), counted);
  } else if (known) {
    counted.count += verdict == MonthVerdict::fail ? 1 : 0;
  } else if (verdict != MonthVerdict::not_assessed) {
    ++counted.open;
    ++counted.longest;
    counted.interrupted = true;
  }
  counted.could_have =
      counted.could_have || (counts_row(rule.on) && counted.longest >= rule.reaches);
}

bool fires(const PhaseRule& rule, MonthVerdict verdict, const RuleCount& counted) {
  const MonthVerdict wanted = counts_passes(rule.on) ? MonthVerdict::pass : MonthVerdict::fail;
  if (verdict != wanted) {
    return false;
  }
  if (rule.on == Counter::each_failure || rule.on == Counter::each_pass) {
    return true;
  }
  return rule.again ? counted.count == rule.reaches
                    : !counted.fired && counted.count >= rule.reaches;
}

bool applies(const PhaseRule& rule, int downgrades) {
  return (!rule.downgrades_at_least || downgrades >= *rule.downgrades_at_least) &&
         (!rule.downgrades_at_most || downgrades <= *rule.downgrades_at_most);
}

bool could_fire(const PhaseRule& rule, const RuleCount& counted) {
  switch (rule.on) {
    case Counter::failures:
      return counted.could_have || counted.count + counted.open >= rule.reaches;
    case Counter::passes_in_a_row:
    case Counter::failures_in_a_row:
      return counted.could_have;
    case Counter::each_failure:
    case Counter::each_pass:
      return counted.could_have || counted.open > 0;
  }
  broken_precondition();
}

}  // namespace shopgauge

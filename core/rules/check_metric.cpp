// Checks of metrics: their numbers, and what feeds them.

#include "core/rules/inspection.h"

namespace shopgauge::checker {
namespace {

// Days are counted; a mean or a last score is a number that a request gives in the same way.
void check_fed_metric(const Json& metric, const Json& fed_by, Inspection& inspection) {
  const std::string_view statistic = word_of(fed_by, "statistic");
  const std::string_view kind = word_of(metric, "kind");
  const bool counts = statistic == "days_below";
  if (!statistic.empty() && (counts ? kind != "count" : kind != "mean" && kind != "amount")) {
    inspection.raise(fed_by, Fault::fed_kind);
  }
  if (const Json* rolls = metric.find("rolls")) {
    inspection.raise(*rolls, Fault::fed_rolls);
  }
}

}  // namespace

void check_metric(const Json& at, Inspection& inspection) {
  const std::string_view kind = word_of(at, "kind");
  const Rational* low = end_of(at, 0);
  const Rational* high = end_of(at, 1);
  if (kind == "rate" && items_of(at, "range").size() == 2 &&
      (low == nullptr || *low != Rational(0) || high == nullptr || *high != Rational(1))) {
    inspection.raise(*at.find("range"), Fault::rate_range);
  }
  const Rational* step = number_of(at, "step");
  if (step != nullptr && step->sign() <= 0) {
    inspection.raise(*at.find("step"), Fault::above_zero);
  }
  const Rational* absent = number_of(at, "if_absent");
  if (absent != nullptr) {
    raise_outside(*at.find("if_absent"), low, high, *absent, Fault::absent_range, inspection);
    if (kind == "count" && !absent->is_integer()) {
      inspection.raise(*at.find("if_absent"), Fault::count_whole);
    }
  }
  if (const Json* fed_by = at.find("fed_by")) {
    check_fed_metric(at, *fed_by, inspection);
  }
}

// A figure of each day cannot be added up, only averaged.
void check_rolls(const Json& at, Inspection& inspection) {
  const Json* rolls = at.find("rolls");
  const std::string_view kind = word_of(at, "kind");
  if (rolls != nullptr && word_of(*rolls, "by") == "day" && kind != "mean" && kind != "rate") {
    inspection.raise(*rolls, Fault::daily_mean);
  }
}

// Another program is not known here (tests/repository/windows.py looks it up); this one is.
void check_fed_by(const Json& at, Inspection& inspection) {
  const Json& document = inspection.document();
  const std::string_view program = word_of(at, "program");
  if (!program.empty() && program == word_of(document, "program") &&
      document.find("score") == nullptr) {
    inspection.raise(at, Fault::unknown_reference, {{"id", "score"}, {"kind", "score"}});
  }
}

}  // namespace shopgauge::checker

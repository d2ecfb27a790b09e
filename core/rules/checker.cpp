// Checks a document by its shapes, then what shapes cannot say: the document itself, conditions,
// standards, tiers. Metrics, score, rows and cycle have files of their own.

#include "core/rules/checker.h"

#include <algorithm>

#include "core/calendar/date.h"
#include "core/rules/inspection.h"

namespace shopgauge {
namespace checker {
namespace {

constexpr std::string_view kOperators[] = {"at_least", "above", "at_most", "below"};

std::optional<Date> date_of(const Json& at, std::string_view key) {
  return parse_date(word_of(at, key));
}

void check_document(const Json& at, Inspection& inspection) {
  const Json* standards = at.find("standards");
  if (at.find("score") == nullptr &&
      (standards == nullptr || (standards->is(Json::Kind::array) && standards->items.empty()))) {
    inspection.raise(at, Fault::no_judgement, {{"id", "score"}});
  }
  for (const Name& path : inspection.all("profile")) {
    if (path.id.rfind("targets.", 0) != 0 && path.id.rfind("thresholds.", 0) != 0) {
      inspection.raise(*path.at, Fault::profile_path);
    }
  }
  const std::vector<Json>& list = items_of(at, "lookback");
  for (std::size_t i = 0; i < list.size(); ++i) {
    const bool is_last = i + 1 == list.size();
    if (list[i].is(Json::Kind::object) && (list[i].find("when") == nullptr) != is_last) {
      inspection.raise(list[i], Fault::last_condition);
    }
  }
}

void check_in_force(const Json& at, Inspection& inspection) {
  const std::optional<Date> from = date_of(at, "from");
  for (const std::string_view key : {"until", "last_seen"}) {
    const std::optional<Date> last = date_of(at, key);
    if (from && last && *last < *from) {
      inspection.raise(at, Fault::edition_order);
    }
  }
  const Json* until = at.find("until");
  if (until != nullptr && until->is(Json::Kind::null) == (at.find("last_seen") == nullptr)) {
    inspection.raise(at, Fault::edition_end);
  }
}

void check_provenance(const Json& at, Inspection& inspection) {
  const std::string_view status = word_of(at, "status");
  if (at.find("source") == nullptr && !status.empty() && status != "assumed") {
    inspection.raise(at, Fault::source);
  }
}

void check_fraction(const Json& at, Inspection& inspection) {
  const Rational* num = number_of(at, "num");
  const Rational* den = number_of(at, "den");
  if (num != nullptr && den != nullptr &&
      (!num->is_integer() || !den->is_integer() || den->sign() <= 0)) {
    inspection.raise(at, Fault::fraction);
  }
}

// The numbers that a comparison compares with: the document's own, or the default of the shop's.
std::optional<Rational> target_of(const Json& at, std::string_view comparison) {
  const Json* threshold = at.find(comparison);
  if (threshold == nullptr || threshold->find("profile") == nullptr) {
    return figure_of(at, comparison);
  }
  return figure_of(*threshold, "default");
}

void check_targets(const Json& at, const Rational* low, const Rational* high,
                   Inspection& inspection) {
  for (const std::string_view comparison : kOperators) {
    if (const auto target = target_of(at, comparison)) {
      raise_outside(*at.find(comparison), low, high, *target, Fault::target_range, inspection);
    }
  }
}

// Of conditions, standards and alternatives.
void check_comparison(const Json& at, Inspection& inspection) {
  const Json* metric = inspection.find("metric", word_of(at, "metric"));
  const std::string_view kind = metric == nullptr ? "" : word_of(*metric, "kind");
  const bool is = at.find("is") != nullptr;
  if (!kind.empty() && (kind == "flag") != is) {
    inspection.raise(at, Fault::flag_operator);
  } else if (metric != nullptr && !is) {
    check_targets(at, end_of(*metric, 0), end_of(*metric, 1), inspection);
  }
}

void check_count(const Json& at, Inspection& inspection) {
  const bool events = at.find("count_of") != nullptr;
  const Json* metric = inspection.find("metric", word_of(at, events ? "count_of" : "sample_of"));
  const std::string_view kind = metric == nullptr ? "rate" : word_of(*metric, "kind");
  if (kind != "rate" && (events || kind != "mean")) {
    inspection.raise(at, Fault::counted_metric);
  }
  const Rational none;
  check_targets(at, &none, nullptr, inspection);
}

void check_node_condition(const Json& at, Inspection& inspection) {
  const Json* node = inspection.find("node", word_of(at, "node"));
  const std::optional<Ends> range = node == nullptr ? std::nullopt : ends_of(*node, "range");
  if (range) {
    check_targets(at, &range->low, &range->high, inspection);
  }
}

void check_score_condition(const Json& at, Inspection& inspection) {
  if (inspection.document().find("score") == nullptr) {
    inspection.raise(at, Fault::unknown_reference, {{"id", "score"}, {"kind", "score"}});
  }
}

// Calls `check` for every comparison below a condition.
template <typename Check>
void for_each_comparison(const Json& condition, const Check& check) {
  for (const std::string_view key : {"all", "any"}) {
    if (condition.find(key) != nullptr) {
      for (const Json& part : items_of(condition, key)) {
        for_each_comparison(part, check);
      }
      return;
    }
  }
  check(condition);
}

void check_not_applicable(const Json& at, Inspection& inspection) {
  for (const Json& one : items_of(at, "not_applicable")) {
    if (const Json* when = one.find("when")) {
      for_each_comparison(*when, [&](const Json& comparison) {
        if (comparison.is(Json::Kind::object) && comparison.find("enrolment") == nullptr) {
          inspection.raise(comparison, Fault::enrolment_only);
        }
      });
    }
  }
}

// Every `judge` of the cycle names standards; one that is for a timeline alone must be among them.
bool is_judged(const Json& at, std::string_view standard) {
  for (const JsonMember& member : at.members) {
    const bool named = member.key == "judge" &&
                       std::any_of(member.value.items.begin(), member.value.items.end(),
                                   [&](const Json& judged) { return judged.string == standard; });
    if (named || is_judged(member.value, standard)) {
      return true;
    }
  }
  return std::any_of(at.items.begin(), at.items.end(),
                     [&](const Json& item) { return is_judged(item, standard); });
}

void check_standard(const Json& at, Inspection& inspection) {
  check_comparison(at, inspection);
  const Json* cycle = inspection.document().find("cycle");
  const std::string_view id = word_of(at, "id");
  if (word_of(at, "only") == "timeline" && !id.empty() &&
      (cycle == nullptr || !is_judged(*cycle, id))) {
    inspection.raise(at, Fault::not_timeline);
  }
  for (const std::string_view comparison : kOperators) {
    const Json* threshold = at.find(comparison);
    if (threshold != nullptr && threshold->find("profile") != nullptr &&
        at.find("source") == nullptr) {
      inspection.raise(at, Fault::standard_source);
    }
  }
}

// The best first; the tier of stores without a score stands beside them.
void check_tiers(const Json& at, Inspection& inspection) {
  const Json always;
  std::vector<const Json*> before;
  bool not_scored = false;
  for (const Json& tier : items_of(at, "tiers")) {
    const Json* when = tier.find("when");
    if (is_true(tier, "not_scored")) {
      if (when != nullptr) {
        inspection.raise(tier, Fault::tier_condition);
      }
      if (not_scored) {
        inspection.raise(tier, Fault::hidden);
      }
      not_scored = true;
      continue;
    }
    const bool hidden = std::any_of(before.begin(), before.end(), [&](const Json* other) {
      return other == &always || (when != nullptr && implies(*when, *other));
    });
    if (hidden) {
      inspection.raise(tier, Fault::hidden);
    }
    before.push_back(when == nullptr ? &always : when);
  }
}

struct Meaning {
  std::string_view shape;
  void (*check)(const Json& at, Inspection& inspection);
};

constexpr Meaning kMeanings[] = {
    {"document", &check_document},
    {"document", &check_not_applicable},
    {"document", &check_tiers},
    {"in_force", &check_in_force},
    {"number_metric", &check_metric},
    {"number_metric", &check_rolls},
    {"flag_metric", &check_rolls},
    {"fed_mean", &check_fed_by},
    {"fed_run", &check_fed_by},
    {"fed_last", &check_fed_by},
    {"fraction", &check_fraction},
    {"metric_condition", &check_comparison},
    {"flag_condition", &check_comparison},
    {"alternative", &check_comparison},
    {"count_condition", &check_count},
    {"sample_condition", &check_count},
    {"node_condition", &check_node_condition},
    {"score_condition", &check_score_condition},
    {"number_standard", &check_standard},
    {"flag_standard", &check_standard},
    {"row_table", &check_rows},
    {"score", &check_score},
    {"score", &check_group},
    {"dimension", &check_group},
    {"indicator", &check_indicator},
    {"steps", &check_steps},
    {"linear", &check_linear},
    {"stage", &check_stage},
    {"bands", &check_bands},
    {"points", &check_points},
    {"per_event", &check_per_event},
    {"cycle", &check_cycle},
    {"phase", &check_phase},
    {"entry", &check_entry},
    {"check", &check_check},
    {"transition", &check_transition},
    {"event", &check_transition},
    {"downgrades", &check_downgrades},
    {"chosen", &check_chosen},
};

}  // namespace

void check_meaning(std::string_view shape, const Json& at, Inspection& inspection) {
  for (const Meaning& meaning : kMeanings) {
    if (meaning.shape == shape) {
      meaning.check(at, inspection);
    }
  }
  check_provenance(at, inspection);
}

void check_inputs_only(const Json& at, std::string_view key, Inspection& inspection) {
  const Json* when = at.find(key);
  if (when == nullptr) {
    return;
  }
  for_each_comparison(*when, [&](const Json& comparison) {
    for (const std::string_view result : {"score", "node", "stage"}) {
      if (comparison.find(result) != nullptr) {
        inspection.raise(comparison, Fault::reads_score);
      }
    }
  });
}

// Only of what can be seen at once: the same subject, both from below or both from above.
bool implies(const Json& one, const Json& other) {
  for (const std::string_view subject :
       {"metric", "score", "node", "count_of", "sample_of", "enrolment"}) {
    if (word_of(one, subject) != word_of(other, subject)) {
      return false;
    }
  }
  const bool compares = one.members.size() == 2 && other.members.size() == 2;
  for (const std::string_view key : {"at_least", "at_most"}) {
    const auto wanted = figure_of(one, key);
    const auto before = figure_of(other, key);
    if (compares && wanted && before) {
      return key == "at_least" ? *wanted >= *before : *wanted <= *before;
    }
  }
  return false;
}

}  // namespace checker

Issues check_program(const Json& document, Literal prefix) {
  checker::Inspection inspection(document, prefix);
  checker::check_shapes(inspection);
  inspection.report_unused();
  return inspection.take_issues();
}

}  // namespace shopgauge

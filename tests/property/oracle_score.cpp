// Works the score out: exclusions, stages, nodes, adjustments, derived scores.

#include "tests/property/oracle_score.h"

#include <algorithm>

#include "tests/api/corpus.h"
#include "tests/property/oracle_adjust.h"
#include "tests/property/oracle_condition.h"
#include "tests/property/oracle_curve.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

// Whether the store surely has no score; notes that it may have none.
bool excluded(Known& known, const Json& where) {
  for (const Json& exclusion : items_of(where, "not_scored")) {
    const Answer answer = holds(known, member(exclusion, "when"), Absent::no);
    if (answer == Answer::yes) {
      known.reason = known.reason.empty() ? member(exclusion, "reason").string : known.reason;
      return true;
    }
    known.maybe_unscored = known.maybe_unscored || answer == Answer::open;
  }
  return false;
}

// What may make the score.
struct Possible {
  std::vector<const Json*> stages;
  bool formal = true;
};

Possible possible_scores(Known& known) {
  Possible possible;
  for (const Json& stage : items_of(*known.score, "stages")) {
    const Answer answer = holds(known, member(stage, "when"), Absent::no);
    if (answer != Answer::no && possible.formal) {
      if (!excluded(known, stage)) {
        possible.stages.push_back(&stage);
      } else {
        known.maybe_unscored = known.maybe_unscored || answer == Answer::open;
      }
      possible.formal = answer == Answer::open;
    }
  }
  return possible;
}

std::optional<Ends> indicator(const Known& known, const Json& node) {
  const MetricGiven given = metric_given(known, member(node, "metric").string);
  const Json* flat = node.find("flat");
  const Answer small =
      flat == nullptr ? Answer::no : holds(known, member(*flat, "when"), Absent::no);
  const Ends fixed =
      flat == nullptr ? Ends{} : Ends{figure(*flat, "points"), figure(*flat, "points")};
  if (small == Answer::yes) {
    return fixed;
  }
  const Json& range = member(node, "range");
  const Ends anything{range.items[0].number, range.items[1].number};
  if (given.state == MetricGiven::State::value) {
    const std::optional<Rational> scored = points_of(known, node, given.value);
    return !scored                 ? anything
           : small == Answer::open ? hull({*scored, *scored}, fixed)
                                   : Ends{*scored, *scored};
  }
  return given.state == MetricGiven::State::absent && flag_of(node, "optional")
             ? std::nullopt
             : std::optional(anything);
}

std::optional<Ends> group(Known& known, const Json& nodes, const Rational& share);

std::optional<Ends> score_of(Known& known, const Json& node) {
  const std::string& id = member(node, "id").string;
  const Json* left_out = given_in(known, "profile", "not_assessed");
  if (left_out != nullptr && std::any_of(left_out->items.begin(), left_out->items.end(),
                                         [&](const Json& one) { return one.string == id; })) {
    return std::nullopt;
  }
  if (const Json* given = given_in(known, "given", id)) {
    return Ends{given->number, given->number};
  }
  return node.find("nodes") == nullptr ? indicator(known, node)
                                       : group(known, member(node, "nodes"), 0);
}

// The lowest score decides, or the scores are weighed.
bool minimum_decides(const Known& known) {
  const Json* chosen = given_in(known, "profile", "method");
  const Json* methods = known.score->find("methods");
  if (chosen != nullptr) {
    return chosen->string == "minimum";
  }
  return methods != nullptr && member(*methods, "of").items.front().string == "minimum";
}

// `share`: of the group in the total.
std::optional<Ends> group(Known& known, const Json& nodes, const Rational& share) {
  const Json* weights = given_in(known, "profile", "weights");
  std::map<std::string, Rational> own;
  Rational sum;
  for (const Json& one : nodes.items) {
    const std::string& id = member(one, "id").string;
    known.nodes[id] = score_of(known, one);
    const Json* weight = weights == nullptr ? nullptr : weights->find(id);
    if (known.nodes[id]) {
      own[id] = weight == nullptr ? figure(one, "weight") : number_in(*weight);
      sum += own[id];
    }
  }
  std::optional<Ends> total;
  for (const auto& [id, weight] : own) {
    const Ends& score = *known.nodes[id];
    if (minimum_decides(known)) {
      total =
          total ? Ends{smaller(total->low, score.low), smaller(total->high, score.high)} : score;
      continue;
    }
    known.weights[id] = sum.is_zero() ? Rational() : weight / sum;
    known.shares[id] = share * known.weights[id];
    total = total.value_or(Ends{});
    total->low += known.weights[id] * score.low;
    total->high += known.weights[id] * score.high;
  }
  return total;
}

std::optional<Ends> formal_score(Known& known) {
  const std::optional<Ends> sum = group(known, member(*known.score, "nodes"), 1);
  return sum ? std::optional(adjusted(known, *sum, items_of(*known.score, "adjustments")))
             : std::nullopt;
}

Ends score_of_stage(Known& known, const Json& stage) {
  const Rational points = figure(stage, "points");
  return adjusted(known, {points, points}, items_of(stage, "adjustments"));
}

void derive(Known& known) {
  known.derived["value"] = {rounded(known, known.total->low), rounded(known, known.total->high)};
  for (const Json& one : items_of(*known.score, "derived")) {
    const Ends& of = known.derived[member(one, "of").string];
    const Json& curve = member(one, "curve");
    known.derived[member(one, "id").string] = {in_rows(curve, of.low), in_rows(curve, of.high)};
  }
}

void work_out_score(Known& known) {
  known.status = "not_scored";
  if (excluded(known, *known.score)) {
    return;
  }
  const Possible possible = possible_scores(known);
  if (possible.stages.empty() && !possible.formal) {
    return;
  }
  known.status = "scored";
  known.reason.clear();
  if (possible.stages.size() == 1 && !possible.formal) {
    known.total = score_of_stage(known, *possible.stages.front());
    known.stage = member(*possible.stages.front(), "id").string;
    return;
  }
  std::optional<Ends> total = possible.formal ? formal_score(known) : std::nullopt;
  known.formal = possible.stages.empty();
  if (known.formal) {
    known.stage = string_of(*known.score, "stage");
    if (!total) {
      known.status = "not_scored";
      known.reason = "nothing_assessed";
    }
  }
  for (const Json* stage : possible.stages) {
    const Ends fixed = score_of_stage(known, *stage);
    total = total ? hull(*total, fixed) : fixed;
  }
  known.total = total;
  if (known.formal && known.total) {
    derive(known);
  }
}

}  // namespace

Known work_out(const Json& document, const Json& request) {
  Known known{document, request, document.find("score")};
  for (const Json& exclusion : items_of(document, "not_applicable")) {
    if (holds(known, member(exclusion, "when"), Absent::no) == Answer::yes) {
      known.status = "not_applicable";
      known.reason = member(exclusion, "reason").string;
      return known;
    }
  }
  if (known.score == nullptr) {
    known.status = "judged";
  } else {
    work_out_score(known);
  }
  return known;
}

}  // namespace shopgauge::tests

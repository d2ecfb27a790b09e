// What holds of every reading of every shipped program, tried on readings drawn at random.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/decimal.h"
#include "tests/property/fixture.h"
#include "tests/property/oracle.h"
#include "tests/property/sums.h"

namespace shopgauge::tests {
namespace {

const int kReadings = times(30);  // of each edition, for each property

class Readings : public DrawnFromEdition {};

INSTANTIATE_TEST_SUITE_P(Of, Readings, testing::ValuesIn(shipped_documents()), &name_of_document);

std::optional<Ends> unrounded(const Json& value) {
  const Json* score = value.find("score");
  if (score == nullptr) {
    return std::nullopt;
  }
  return Ends{at_end(*score, "unrounded", "_low")->number,
              at_end(*score, "unrounded", "_high")->number};
}

// "standard ccr" -> "true": the answers to the standards and gates of a reply.
std::map<std::string, std::string> answers_in(const Json& value) {
  std::map<std::string, std::string> answers;
  for (const char* list : {"standards", "gates"}) {
    for (const Json& one : items_of(value, list)) {
      const Json& met = member(one, "met");
      answers[list + (" " + member(one, "id").string)] =
          met.is(Json::Kind::boolean) ? met.boolean ? "true" : "false" : "";
    }
  }
  answers["verdict"] = string_of(value, "verdict");
  answers["verdict"] = answers["verdict"] == "undetermined" ? "" : answers["verdict"];
  for (const char* key : {"tier", "lookback"}) {
    const Json* found = value.find(key);
    answers[key] = found == nullptr ? "" : string_of(*found, "id");
  }
  return answers;
}

TEST_P(Readings, ComeOutAsTheOracleSays) {
  for (int i = 0; i < kReadings; ++i) {
    const Json request = draw_.reading();
    const Json value = value_of(&assess, request);
    for (const std::string& wrong : Oracle(edition_.document(), request).differences(value)) {
      ADD_FAILURE() << wrong << "\n" << written(request);
    }
  }
}

TEST_P(Readings, AddUp) {
  for (int i = 0; i < kReadings; ++i) {
    Json request = draw_.reading();
    part(object_part(request, "what_if"), "metrics") = draw_.metrics(0.3);
    for (const std::string& broken : broken_sums(value_of(&assess, request))) {
      ADD_FAILURE() << broken << "\n" << written(request);
    }
  }
}

TEST_P(Readings, DoNotDependOnTheOrderOfKeys) {
  for (int i = 0; i < kReadings; ++i) {
    Json request = draw_.reading();
    part(object_part(request, "what_if"), "metrics") = draw_.metrics(0.3);
    const std::string reply = assess(catalog_, written(request));
    EXPECT_EQ(assess(catalog_, written(draw_.shuffled(request, false))), reply) << written(request);
    const std::string other = assess(catalog_, written(draw_.shuffled(request, true)));
    EXPECT_EQ(written(sorted(parse(other, "reply"))), written(sorted(parse(reply, "reply"))));
  }
}

// Whether a leaf's operator asks for less of what is better with more, or the other way round.
bool is_against(const Leaf& leaf, const Json& metric) {
  const bool floor = leaf.operation == "at_least" || leaf.operation == "above";
  return leaf.subject == "metric" && (string_of(metric, "better") == "higher") != floor;
}

// Whether the metric also says how the store is to be scored: then more of it may bring another
// table, another stage, or a score where there was none.
bool chooses_the_rule(const Edition& edition, std::string_view id) {
  const auto& leaves = edition.leaves();
  return std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
    return leaf.id == id &&
           (leaf.path.find("/flat/") != std::string::npos ||
            leaf.path.rfind("/score/stages", 0) == 0 ||
            leaf.path.rfind("/score/not_scored", 0) == 0 || leaf.path.rfind("/lookback", 0) == 0);
  });
}

bool wants_less(const Edition& edition, std::string_view id) {
  const auto& leaves = edition.leaves();
  return std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
    return leaf.id == id && is_against(leaf, edition.metric(id));
  });
}

// The best and the worst tier that the store may have, by their places in the document.
std::pair<std::size_t, std::size_t> ranks(const Edition& edition, const Json& value) {
  const Json* tier = value.find("tier");
  const std::vector<Json>& tiers = items_of(edition.document(), "tiers");
  std::size_t best = tiers.size();
  std::size_t worst = 0;
  for (std::size_t i = 0; tier != nullptr && i < tiers.size(); ++i) {
    const std::string_view id = string_of(tiers[i], "id");
    const std::vector<Json>& possible = items_of(*tier, "possible");
    const bool may = string_of(*tier, "id") == id ||
                     std::any_of(possible.begin(), possible.end(),
                                 [&](const Json& one) { return one.string == id; });
    best = may ? std::min(best, i) : best;
    worst = may ? std::max(worst, i) : worst;
  }
  return {best, worst};
}

// A better value never lowers a score, never unmeets a standard, never closes a gate, never brings
// a lower tier. Bands are left out: a score of 4.79 stands as it is, one of 4.80 is shown below.
TEST_P(Readings, ImproveWithEveryMetric) {
  int compared = 0;
  for (int i = 0; i < kReadings; ++i) {
    Json request = draw_.reading();
    const Json& metric = edition_.metrics()[draw_.random().below(edition_.metrics().size())];
    const std::string& id = member(metric, "id").string;
    if (string_of(metric, "better") == "neither" || chooses_the_rule(edition_, id)) {
      continue;
    }
    const bool flag = string_of(metric, "kind") == "flag";
    Json& input = part(object_part(request, "metrics"), id);
    const Json better = edition_.best(metric);
    input = flag ? truth(!better.boolean) : number(draw_.value(metric));
    const Json before = value_of(&assess, request);
    const bool in_band = Oracle(edition_.document(), request).in_band();
    const Rational half = flag ? Rational() : (input.number + better.number) / 2;
    const bool whole = string_of(metric, "kind") == "count";
    input = flag || draw_.random().chance(0.3) ? better : number(whole ? truncate(half) : half);
    const Json after = value_of(&assess, request);
    if (in_band || Oracle(edition_.document(), request).in_band()) {
      continue;
    }
    ++compared;
    const auto low = unrounded(before);
    const auto high = unrounded(after);
    if (low && high) {
      EXPECT_TRUE(low->low <= high->low && low->high <= high->high)
          << id << " " << written(request) << "\n"
          << written(before);
    }
    if (wants_less(edition_, id)) {
      continue;
    }
    std::map<std::string, std::string> answers = answers_in(after);
    for (const auto& [what, answer] : answers_in(before)) {
      const bool was = answer == "true" || answer == "pass";
      EXPECT_FALSE(was && (answers[what] == "false" || answers[what] == "fail"))
          << what << " by " << id << "\n"
          << written(request);
    }
    EXPECT_LE(ranks(edition_, after).first, ranks(edition_, before).first) << written(request);
    EXPECT_LE(ranks(edition_, after).second, ranks(edition_, before).second) << written(request);
  }
  EXPECT_GE(compared, kReadings / 10);
}

// What is not assessed carries no weight, and what it would be scored by changes nothing.
TEST_P(Readings, LeaveOutWhatIsNotAssessed) {
  const std::vector<const Json*> nodes = edition_.all_nodes();
  for (int i = 0; i < kReadings && !nodes.empty(); ++i) {
    Json request = draw_.reading();
    const Json& node = *nodes[draw_.random().below(nodes.size())];
    part(object_part(request, "profile"), "not_assessed") = list({member(node, "id")});
    const Json* metric = node.find("metric");
    const auto& leaves = edition_.leaves();
    if (metric == nullptr || std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& leaf) {
          return leaf.id == metric->string;
        })) {
      continue;
    }
    part(object_part(request, "metrics"), metric->string) =
        draw_.input(edition_.metric(metric->string));
    const Json before = value_of(&assess, request);
    remove(object_part(request, "metrics"), metric->string);
    const Json after = value_of(&assess, request);
    for (const char* key : {"score", "adjustments", "gates", "missing", "assumptions"}) {
      const Json* had = before.find(key);
      const Json* has = after.find(key);
      EXPECT_EQ(had == nullptr ? "" : written(*had), has == nullptr ? "" : written(*has))
          << written(request);
    }
  }
}

// A metric of which the request knows nothing, and which the reply does not take for anything.
bool is_open(const Json& request, const Json& value, const std::string& id) {
  for (const Json& assumption : items_of(value, "assumptions")) {
    if (string_of(assumption, "path") == "/metrics/" + id) {
      return false;
    }
  }
  const Json* metrics = request.find("metrics");
  const Json* given = metrics == nullptr ? nullptr : metrics->find(id);
  return given == nullptr || given->is(Json::Kind::null);
}

// Whatever the missing inputs turn out to be, the score lies between the ends, and what was decided
// stays so.
TEST_P(Readings, ContainWhateverIsFilledIn) {
  int filled = 0;
  for (int i = 0; i < 2 * kReadings; ++i) {
    Json request = draw_.reading();
    const Json before = value_of(&assess, request);
    Json more = request;
    for (const Json& id : items_of(before, "missing")) {
      if (is_open(request, before, id.string)) {
        const Json& metric = edition_.metric(id.string);
        const bool flag = string_of(metric, "kind") == "flag";
        part(object_part(more, "metrics"), id.string) =
            flag ? truth(draw_.random().chance(0.5)) : number(draw_.value(metric));
      }
    }
    const Json after = value_of(&assess, more);
    const auto ends = unrounded(before);
    const auto point = unrounded(after);
    if (ends && point) {
      ++filled;
      EXPECT_TRUE(ends->low <= point->low && point->high <= ends->high)
          << written(request) << "\n"
          << written(more) << "\n"
          << to_fraction(ends->low) << " " << to_fraction(ends->high) << " "
          << to_fraction(point->low) << " " << to_fraction(point->high);
    }
    std::map<std::string, std::string> answers = answers_in(after);
    for (const auto& [what, answer] : answers_in(before)) {
      const bool same_status = string_of(before, "status") == string_of(after, "status");
      EXPECT_TRUE(answer.empty() || !same_status || answers[what] == answer)
          << what << ": " << answer << " became " << answers[what] << "\n"
          << written(request) << "\n"
          << written(more);
    }
  }
  EXPECT_TRUE(edition_.score() == nullptr || filled >= kReadings / 4) << filled;
}

}  // namespace
}  // namespace shopgauge::tests

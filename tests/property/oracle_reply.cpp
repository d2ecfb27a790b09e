// Holds what was worked out against a reply.

#include <algorithm>

#include "core/base/decimal.h"
#include "tests/api/corpus.h"
#include "tests/property/oracle.h"
#include "tests/property/oracle_condition.h"
#include "tests/property/oracle_verdict.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

constexpr int kPrinted = 6;

// What is wrong so far.
using Wrong = std::vector<std::string>;

void expect(Wrong& wrong, std::string_view what, std::string_view want, std::string_view got) {
  if (want != got) {
    wrong.push_back(std::string(what) + ": want " + std::string(want) + ", got " +
                    std::string(got));
  }
}

void expect_count(Wrong& wrong, std::string_view what, std::size_t want, std::size_t got) {
  expect(wrong, what, std::to_string(want), std::to_string(got));
}

// `name` at both ends; those of a score or value are called low and high.
void expect_ends(Wrong& wrong, const Json& object, const std::string& name, const Ends& want) {
  for (const bool low : {true, false}) {
    const std::string end = low ? "low" : "high";
    const bool bare = name == "score" || name == "value";
    const Json* split = object.find(bare ? end : name + "_" + end);
    const Json* got = split == nullptr ? object.find(name) : split;
    const std::string_view id = string_of(object, "id");
    expect(wrong, id.empty() ? name : id, display(low ? want.low : want.high, kPrinted),
           got == nullptr ? "nothing" : display(got->number, kPrinted));
  }
}

std::string choice_in(const Json& value, std::string_view key) {
  const Json* found = value.find(key);
  if (found == nullptr) {
    return "";
  }
  std::string possible;
  for (const Json& id : items_of(*found, "possible")) {
    possible += (possible.empty() ? "" : ",") + id.string;
  }
  return possible.empty() ? std::string(string_of(*found, "id")) : "possible " + possible;
}

void compare_nodes(const Known& known, const Json& nodes, const std::vector<Json>& replied,
                   Wrong& wrong) {
  expect_count(wrong, "number of nodes", nodes.items.size(), replied.size());
  for (std::size_t i = 0; i < std::min(nodes.items.size(), replied.size()); ++i) {
    const std::string& id = member(nodes.items[i], "id").string;
    const Json& got = replied[i];
    expect(wrong, "node", id, string_of(got, "id"));
    const std::optional<Ends>& want = known.nodes.at(id);
    const Json* weight = got.find("weight");
    const auto own = known.weights.find(id);
    if (want) {
      expect_ends(wrong, got, "score", *want);
    }
    expect(wrong, id + " is assessed", want ? "true" : "false",
           string_of(got, "basis") == "not_assessed" ? "false" : "true");
    expect(wrong, id + " weighs",
           own == known.weights.end() ? "nothing" : display(own->second, kPrinted),
           weight == nullptr ? "nothing" : display(weight->number, kPrinted));
    if (const Json* below = got.find("nodes")) {
      compare_nodes(known, member(nodes.items[i], "nodes"), below->items, wrong);
    }
  }
}

void compare_score(const Known& known, const Json& value, Wrong& wrong) {
  const Json* score = value.find("score");
  expect(wrong, "score", known.total ? "there" : "nothing", score == nullptr ? "nothing" : "there");
  if (!known.total || score == nullptr) {
    return;
  }
  expect(wrong, "stage", known.stage, string_of(*score, "stage"));
  expect_ends(wrong, *score, "unrounded", *known.total);
  expect_ends(wrong, *score, "value",
              {rounded(known, known.total->low), rounded(known, known.total->high)});
  for (const auto& [id, ends] : known.derived) {
    expect_ends(wrong, *score, id, ends);
  }
  if (known.formal) {
    compare_nodes(known, member(*known.score, "nodes"), items_of(value, "nodes"), wrong);
  }
  for (const Json& got : items_of(value, "adjustments")) {
    const auto applied = known.applied.find(member(got, "id").string);
    if (applied != known.applied.end()) {
      expect(wrong, applied->first, text_of(applied->second), text_of(got.find("applied")));
    }
  }
}

void compare_standards(const Known& known, const Json& value, Wrong& wrong) {
  std::size_t i = 0;
  const std::vector<Json>& replied = items_of(value, "standards");
  for (const Json& one : items_of(known.document, "standards")) {
    if (one.find("only") == nullptr) {
      const Json* got = i < replied.size() ? replied[i].find("met") : nullptr;
      expect(wrong, member(one, "id").string, text_of(is_met(known, one)), text_of(got));
      ++i;
    }
  }
  if (i > 0) {
    expect(wrong, "verdict", verdict_of(known), string_of(value, "verdict"));
  }
}

void compare_gate(const std::string& id, Answer answer, const std::vector<Answer>& leaves,
                  const Json& got, Wrong& wrong) {
  expect(wrong, "gate", id, string_of(got, "id"));
  expect(wrong, id, text_of(answer), text_of(got.find("met")));
  const std::vector<Json>& conditions = items_of(got, "conditions");
  expect_count(wrong, id + " has conditions", leaves.size(), conditions.size());
  for (std::size_t i = 0; i < std::min(leaves.size(), conditions.size()); ++i) {
    expect(wrong, id + "/" + std::to_string(i), text_of(leaves[i]),
           text_of(conditions[i].find("met")));
  }
}

// A gate that reads only exact scores sees none in an estimate. Without a score, gates that are
// undetermined are left out.
void compare_gates(const Known& known, const Json& value, Wrong& wrong) {
  const std::vector<Json>& replied = items_of(value, "gates");
  const bool exact = string_of(value, "basis") == "exact";
  std::size_t count = 0;
  for (const Json& gate : items_of(known.document, "gates")) {
    const std::string& id = member(gate, "id").string;
    const Json& when = member(gate, "when");
    const bool sees_score = exact || !flag_of(gate, "exact");
    const Answer answer = holds(known, when, Absent::open, sees_score);
    if (known.status == "not_scored" && answer == Answer::open) {
      continue;
    }
    if (count == replied.size()) {
      wrong.push_back("the gate is missing: " + id);
      return;
    }
    compare_gate(id, answer, leaves_of(known, when, sees_score), replied[count++], wrong);
  }
  expect_count(wrong, "number of gates", count, replied.size());
}

}  // namespace

std::vector<std::string> Oracle::differences(const Json& value) const {
  Wrong wrong;
  expect(wrong, "status", known_.status, string_of(value, "status"));
  expect(wrong, "reason", known_.reason, string_of(value, "reason"));
  if (known_.status == "not_applicable") {
    return wrong;
  }
  compare_score(known_, value, wrong);
  compare_standards(known_, value, wrong);
  compare_gates(known_, value, wrong);
  expect(wrong, "tier", choice_of(known_, "tiers"), choice_in(value, "tier"));
  expect(wrong, "lookback", choice_of(known_, "lookback"), choice_in(value, "lookback"));
  return wrong;
}

}  // namespace shopgauge::tests

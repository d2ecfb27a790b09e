// What holds of every comparison of two scenarios, tried on readings drawn at random: each side is
// what `assess` says of it, the items sum to the difference, and the other way round it is the
// same with the other sign.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "tests/property/fixture.h"
#include "tests/property/sums.h"

namespace shopgauge::tests {
namespace {

const int kComparisons = times(30);  // of each edition, for each property

class Comparisons : public DrawnFromEdition {
 protected:
  static Json compared(const Json& request, const Json& first, const Json& second) {
    Json with_sides = request;
    part(with_sides, "sides") = list({first, second});
    return with_sides;
  }

  Json scenario(double share) {
    Json side = object();
    part(side, "metrics") = draw_.metrics(share);
    return side;
  }
};

INSTANTIATE_TEST_SUITE_P(Of, Comparisons, testing::ValuesIn(shipped_documents()),
                         &name_of_document);

// Every member of `all` that `wanted` has too says the same there.
void expect_members(const Json& all, const Json& wanted, const std::string& request) {
  for (const JsonMember& member : wanted.members) {
    const Json* found = all.find(member.key);
    EXPECT_EQ(found == nullptr ? "" : written(*found), written(member.value)) << member.key << "\n"
                                                                              << request;
  }
}

TEST_P(Comparisons, HaveTheSidesThatAssessGives) {
  for (int i = 0; i < kComparisons; ++i) {
    const Json request = draw_.reading();
    const Json side = scenario(0.3);
    const Json value = value_of(&compare, compared(request, object(), side));
    Json asked = request;
    part(asked, "what_if") = side;
    Json today = value_of(&assess, asked);
    const Json changed = member(today, "what_if");
    remove(today, "what_if");
    remove(today, "difference");
    expect_members(items_of(value, "sides")[0], today, written(asked));
    Json second = changed;
    remove(second, "warnings");  // a what-if has none about the edition
    expect_members(items_of(value, "sides")[1], second, written(asked));
  }
}

// A number of an item at one end ("_low" or "_high"); nothing is no difference.
Rational at(const Json& item, const std::string& key, const std::string& end) {
  const Json* found = at_end(item, key, end);
  return found == nullptr ? Rational() : found->number;
}

Rational sum_of(const Json& difference, const std::string& end) {
  Rational sum;
  for (const auto& [list, key] : {std::pair("nodes", "contribution"), {"adjustments", "points"}}) {
    for (const Json& item : items_of(difference, list)) {
      sum += at(item, key, end);
    }
  }
  return sum;
}

// A node whose own score is settled on a side has children that contribute nothing there.
bool is_settled(const Json& node) {
  const auto& causes = items_of(node, "causes");
  return std::any_of(causes.begin(), causes.end(), [](const Json& cause) {
    return string_of(cause, "of") == "basis" || string_of(cause, "of") == "given";
  });
}

// The contributions of children sum to that of their node.
void expect_sums_below(const Json& difference, const std::string& end, const std::string& request) {
  for (const Json& node : items_of(difference, "nodes")) {
    if (!is_settled(node) && !items_of(node, "nodes").empty()) {
      EXPECT_EQ(sum_of(node, end), at(node, "contribution", end)) << written(node) << request;
    }
    expect_sums_below(node, end, request);
  }
}

TEST_P(Comparisons, AddUp) {
  for (int i = 0; i < kComparisons; ++i) {
    const Json request = compared(draw_.reading(), scenario(0.2), scenario(0.5));
    const Json value = value_of(&compare, request);
    const Json& difference = member(value, "difference");
    for (const std::string end : {"_low", "_high"}) {
      EXPECT_EQ(sum_of(difference, end), at(difference, "unrounded", end)) << written(request);
      expect_sums_below(difference, end, written(request));
    }
  }
}

// The same difference seen from the other side: signs turned, ends changed.
Json turned(const Json& difference) {
  Json other = difference;
  for (JsonMember& member : other.members) {
    if (member.key == "in") {
      member.value.string = member.value.string == "first" ? "second" : "first";
    } else if (member.key == "from" || member.key == "to") {
      member.key = member.key == "from" ? "to" : "from";
    } else if (member.value.is(Json::Kind::number)) {
      member.value.number = -member.value.number;
    } else {
      member.value = turned(member.value);
    }
  }
  const auto to = std::find_if(other.members.begin(), other.members.end(),
                               [](const JsonMember& member) { return member.key == "to"; });
  if (to != other.members.end() && to + 1 != other.members.end() && (to + 1)->key == "from") {
    std::swap(*to, *(to + 1));
  }
  for (Json& item : other.items) {
    item = turned(item);
  }
  return other;
}

TEST_P(Comparisons, TurnWithTheirSides) {
  for (int i = 0; i < kComparisons; ++i) {
    const Json request = draw_.reading();
    const Json first = scenario(0.3);
    const Json second = scenario(0.3);
    const Json there = value_of(&compare, compared(request, first, second));
    const Json back = value_of(&compare, compared(request, second, first));
    for (const char* key : {"value", "unrounded", "status", "verdict", "tier", "derived"}) {
      const Json* one = member(there, "difference").find(key);
      const Json* other = member(back, "difference").find(key);
      ASSERT_EQ(one == nullptr, other == nullptr) << key << "\n" << written(request);
      if (one != nullptr) {
        Json wrapped = object();
        part(wrapped, key) = *other;
        EXPECT_EQ(written(part(wrapped = turned(wrapped), key)), written(*one)) << key;
      }
    }
    const auto& nodes = items_of(member(there, "difference"), "nodes");
    const auto& turned_nodes = items_of(member(back, "difference"), "nodes");
    ASSERT_EQ(nodes.size(), turned_nodes.size()) << written(request);
    for (const Json& node : nodes) {
      const auto other = std::find_if(
          turned_nodes.begin(), turned_nodes.end(),
          [&](const Json& one) { return string_of(one, "id") == string_of(node, "id"); });
      ASSERT_NE(other, turned_nodes.end()) << written(node) << written(request);
      EXPECT_EQ(written(turned(*other)), written(node)) << written(request);
    }
  }
}

}  // namespace
}  // namespace shopgauge::tests

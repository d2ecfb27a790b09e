// Adds up the printed parts of a score.

#include "tests/property/sums.h"

#include "core/base/decimal.h"

namespace shopgauge::tests {
namespace {

// Sums at one end, and collects what is wrong on the way.
class Sums {
 public:
  Sums(std::string end, std::vector<std::string>& broken) : end_(std::move(end)), broken_(broken) {}

  void add_up(const Json& assessment, const Json& score) {
    const Json* unrounded = at_end(score, "unrounded", end_);
    const Json* nodes = assessment.find("nodes");
    const Json* adjustments = assessment.find("adjustments");
    if (unrounded == nullptr || nodes == nullptr || adjustments == nullptr) {
      broken_.push_back("a score without unrounded" + end_ + ", nodes or adjustments");
      return;
    }
    const Rational sum = sum_of(nodes->items) + points_of(adjustments->items);
    expect_equal(sum, unrounded->number, "the parts and unrounded");
  }

 private:
  void expect_equal(const Rational& sum, const Rational& whole, const std::string& what) {
    if (sum != whole) {
      broken_.push_back(what + end_ + ": " + to_fraction(sum) + " is not " + to_fraction(whole));
    }
  }

  static std::string id_of(const Json& part) {
    const Json* id = part.find("id");
    return id == nullptr ? "?" : id->string;
  }

  // Each node whose children contribute is their sum; a given node's children contribute nothing.
  Rational sum_of(const std::vector<Json>& nodes) {
    Rational sum;
    for (const Json& node : nodes) {
      const Json* own = at_end(node, "contribution", end_);
      const Json* basis = node.find("basis");
      const std::string word = basis == nullptr ? "" : basis->string;
      if (const Json* children = node.find("nodes")) {
        const Rational below = sum_of(children->items);
        const bool counts = own != nullptr && word != "given";
        expect_equal(below, counts ? own->number : Rational(), "below " + id_of(node));
      }
      if (own != nullptr) {
        sum += own->number;
      } else if (word != "not_assessed") {
        broken_.push_back(id_of(node) + " is " + word + " and contributes nothing");
      }
    }
    return sum;
  }

  Rational points_of(const std::vector<Json>& adjustments) {
    Rational sum;
    for (const Json& adjustment : adjustments) {
      const Json* applied = adjustment.find("applied");
      const Json* points = at_end(adjustment, "points", end_);
      const bool counts =
          applied != nullptr && (!applied->is(Json::Kind::boolean) || applied->boolean);
      if (counts && points != nullptr) {
        sum += points->number;
      } else if (counts) {
        broken_.push_back(id_of(adjustment) + " is applied without points");
      }
    }
    return sum;
  }

  std::string end_;
  std::vector<std::string>& broken_;
};

void add_up(const Json& assessment, std::vector<std::string>& broken) {
  if (const Json* score = assessment.find("score")) {
    for (const char* end : {"_low", "_high"}) {
      Sums(end, broken).add_up(assessment, *score);
    }
  }
}

}  // namespace

const Json* at_end(const Json& object, const std::string& name, const std::string& end) {
  const Json* found = object.find(name + end);
  return found == nullptr ? object.find(name) : found;
}

std::vector<std::string> broken_sums(const Json& value) {
  std::vector<std::string> broken;
  add_up(value, broken);
  if (const Json* what_if = value.find("what_if")) {
    add_up(*what_if, broken);
  }
  return broken;
}

}  // namespace shopgauge::tests

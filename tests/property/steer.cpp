// Meets and breaks conditions by setting the metrics that they read.

#include "tests/property/steer.h"

#include <algorithm>

#include "tests/api/corpus.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {
namespace {

class Steering {
 public:
  Steering(const Edition& edition, const Leaf& leaf, Json& request)
      : edition_(edition), leaf_(leaf), request_(request) {}

  bool around_leaf() {
    bool possible = true;
    for (const Json* joined : leaf_.above) {
      for (const bool all : {true, false}) {
        for (const Json& one : items_of(*joined, all ? "all" : "any")) {
          possible = (holds_leaf(one) || make(one, all)) && possible;
        }
      }
    }
    return beside_standard() && possible;
  }

 private:
  // Whether the leaf stands in this condition.
  [[nodiscard]] bool holds_leaf(const Json& condition) const {
    return &condition == leaf_.comparison ||
           std::find(leaf_.above.begin(), leaf_.above.end(), &condition) != leaf_.above.end();
  }

  // The other comparisons of the leaf's standard are not met.
  bool beside_standard() {
    bool possible = true;
    for (const Json& standard : items_of(edition_.document(), "standards")) {
      const std::vector<Json>& others = items_of(standard, "or");
      const auto mine = std::find_if(others.begin(), others.end(),
                                     [&](const Json& one) { return &one == leaf_.comparison; });
      if (&standard != leaf_.comparison && mine == others.end()) {
        continue;
      }
      if (&standard != leaf_.comparison) {
        possible = compare(standard, false) && possible;
      }
      for (const Json& one : others) {
        possible = (&one == leaf_.comparison || compare(one, false)) && possible;
      }
    }
    return possible;
  }

  bool make(const Json& condition, bool wanted) {
    for (const bool all : {true, false}) {
      if (const Json* parts = condition.find(all ? "all" : "any")) {
        return join(parts->items, all == wanted, wanted);
      }
    }
    if (const Json* id = condition.find("stage")) {
      return enter(id->string, wanted);
    }
    if (condition.find("enrolment") != nullptr) {
      part(object_part(request_, "enrolment"), member(condition, "enrolment").string) =
          wanted ? member(condition, "is") : word("no such word");
      return true;
    }
    if (condition.find("score") != nullptr) {
      return give_all(wanted);
    }
    return condition.find("met") == nullptr && compare(condition, wanted);
  }

  // All parts, or one of them.
  bool join(const std::vector<Json>& parts, bool every, bool wanted) {
    bool all = true;
    for (const Json& one : parts) {
      const bool made = make(one, wanted);
      if (made && !every) {
        return true;
      }
      all = all && made;
    }
    return every && all;
  }

  bool enter(std::string_view id, bool wanted) {
    bool possible = true;
    for (const Json& stage : items_of(*edition_.score(), "stages")) {
      const bool into = (string_of(stage, "id") == id) == wanted;
      possible = make(member(stage, "when"), into) && possible;
    }
    return possible;
  }

  bool give_all(bool high) {
    for (const Json& node : edition_.top_nodes()) {
      part(object_part(request_, "given"), string_of(node, "id")) =
          member(node, "range").items[high ? 1 : 0];
    }
    return true;
  }

  // The subject of the leaf itself is left alone.
  bool compare(const Json& comparison, bool wanted) {
    for (const char* subject : {"metric", "count_of", "sample_of", "node"}) {
      if (const Json* id = comparison.find(subject)) {
        return id->string == leaf_.id ? std::string_view(subject) == leaf_.subject
                                      : set(comparison, subject, id->string, wanted);
      }
    }
    return false;
  }

  bool set(const Json& comparison, std::string_view subject, const std::string& id, bool wanted) {
    if (subject == "node") {
      return give_all(wanted);
    }
    Json& input = part(object_part(request_, "metrics"), id);
    if (const Json* is = comparison.find("is")) {
      input = truth(is->boolean == wanted);
      return true;
    }
    const Json& metric = edition_.metric(id);
    for (const char* operation : {"at_least", "above", "at_most", "below"}) {
      if (const Json* threshold = comparison.find(operation)) {
        const Rational step = subject == "metric" ? edition_.step(metric) : Rational(1);
        const bool floor =
            std::string_view(operation) == "at_least" || std::string_view(operation) == "above";
        const bool closed =
            std::string_view(operation) == "at_least" || std::string_view(operation) == "at_most";
        const Rational value = number_of(*threshold) + (wanted == closed  ? Rational()
                                                        : floor == wanted ? step
                                                                          : -step);
        input = input_of(subject, metric, value);
        return value.sign() >= 0 && (subject != "metric" || Edition::admits(metric, value));
      }
    }
    return false;
  }

  // What the request has for the threshold, or its default.
  [[nodiscard]] Rational number_of(const Json& threshold) const {
    const Json* profile = request_.find("profile");
    const Json* path = threshold.find("profile");
    const Json* own =
        profile == nullptr || path == nullptr ? nullptr : find_at(*profile, path->string);
    return own == nullptr ? default_of(threshold).value_or(0) : own->number;
  }

  static Json input_of(std::string_view subject, const Json& metric, const Rational& value) {
    if (subject == "metric") {
      return number(value);
    }
    if (subject == "count_of") {
      return object({{"num", number(value)}, {"den", number(value + 1000)}});
    }
    return string_of(metric, "kind") == "rate"
               ? object({{"num", number(0)}, {"den", number(value)}})
               : object({{"sum", number(value)}, {"n", number(value)}});
  }

  const Edition& edition_;
  const Leaf& leaf_;
  Json& request_;
};

}  // namespace

Json request_from(const Edition& edition, Base base) {
  Json request = edition.request();
  for (const auto& [path, value] : edition.chosen()) {
    if (edition.must_be_given(path)) {
      put_at(object_part(request, "profile"), path, number(value));
    }
  }
  Json& metrics = object_part(request, "metrics");
  for (const Json& metric : edition.metrics()) {
    if (base != Base::nothing) {
      part(metrics, string_of(metric, "id")) =
          base == Base::worst ? edition.worst(metric) : edition.best(metric);
    }
  }
  return request;
}

bool steer_to(const Edition& edition, const Leaf& leaf, Json& request) {
  return Steering(edition, leaf, request).around_leaf();
}

void give_own_weights(const Edition& edition, Json& request) {
  Json& profile = object_part(request, "profile");
  for (const Json* node : edition.all_nodes()) {
    part(object_part(profile, "weights"), string_of(*node, "id")) =
        member(member(*node, "weight"), "value");
  }
  if (const Json* methods = edition.score()->find("methods")) {
    part(profile, "method") = member(*methods, "of").items.front();
  }
}

}  // namespace shopgauge::tests

// Looks up what document and request say.

#include "tests/property/oracle_known.h"

#include "core/base/decimal.h"
#include "tests/api/corpus.h"
#include "tests/property/tree.h"

namespace shopgauge::tests {

const Json* given_in(const Known& known, std::string_view part, std::string_view key) {
  const Json* found = known.request.find(part);
  return found == nullptr ? nullptr : found->find(key);
}

MetricGiven metric_given(const Known& known, std::string_view metric) {
  MetricGiven input;
  input.given = given_in(known, "metrics", metric);
  if (input.given == nullptr) {
    return input;
  }
  const Json& given = *input.given;
  input.state = MetricGiven::State::value;
  const Json* cases = given.find("den") != nullptr ? given.find("den") : given.find("n");
  if (given.is(Json::Kind::null)) {
    input.state = MetricGiven::State::unknown;
  } else if (given.is(Json::Kind::boolean)) {
    input.value = given.boolean ? 1 : 0;
  } else if (given.find("no_score") != nullptr) {
    input.state = MetricGiven::State::no_score;
  } else if (cases != nullptr && cases->number.is_zero()) {
    input.state = MetricGiven::State::no_sample;
  } else if (given.find("sum") != nullptr) {
    input.value = given.find("sum")->number / cases->number;
  } else {
    input.value = number_in(given);
  }
  return input;
}

const Json& metric_with(const Known& known, std::string_view id) {
  return *item_with(items_of(known.document, "metrics"), "id", id);
}

const Json& standard_with(const Known& known, std::string_view id) {
  return *item_with(items_of(known.document, "standards"), "id", id);
}

std::optional<Rational> threshold_of(const Known& known, const Json& threshold) {
  if (const Json* path = threshold.find("profile")) {
    const Json* own = find_at(known.request, "profile." + path->string);
    return own != nullptr                         ? std::optional(number_in(*own))
           : threshold.find("default") != nullptr ? std::optional(figure(threshold, "default"))
                                                  : std::nullopt;
  }
  return number_in(member(threshold, "value"));
}

Rational figure(const Json& object, std::string_view key) {
  return number_in(member(member(object, key), "value"));
}

Rational rounded(const Known& known, const Rational& value) {
  const Json& rounding = member(*known.score, "rounding");
  const std::string& mode = member(rounding, "mode").string;
  return round_to(value, static_cast<int>(*to_int64(member(rounding, "digits").number)),
                  mode == "half_up"     ? Rounding::half_up
                  : mode == "half_even" ? Rounding::half_even
                  : mode == "down"      ? Rounding::down
                                        : Rounding::up);
}

}  // namespace shopgauge::tests

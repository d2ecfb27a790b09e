// Takes texts, numbers, dates and figures from a document.

#include "core/rules/draft.h"

#include <algorithm>

#include "core/base/cursor.h"

namespace shopgauge::reader {
namespace {

constexpr int kMany = 100'000;  // no count, month or day of a document comes near it

}  // namespace

const Json& Draft::get(const Json& at, Literal key, Json::Kind kind, bool needed) {
  const Json* found = at.find(key);
  if (found != nullptr && found->is(kind)) {
    return *found;
  }
  require_that(found == nullptr && !needed);
  return nothing_;
}

const Json& Draft::object(const Json& at, Literal key) {
  return get(at, key, Json::Kind::object, true);
}

const std::vector<Json>& Draft::items(const Json& at, Literal key) {
  return get(at, key, Json::Kind::array, false).items;
}

std::size_t Draft::count_items(const Json& at, Literal key, const Json*& first) {
  const std::vector<Json>& all = items(at, key);
  first = all.data();
  return all.size();
}

void Draft::text(const Json& at, Literal key, std::string_view& into) {
  into = get(at, key, Json::Kind::string, true).string;
}

void Draft::optional_text(const Json& at, Literal key, std::string_view& into) {
  into = get(at, key, Json::Kind::string, false).string;
}

void Draft::strings(const Json& at, Literal key, std::vector<std::string_view>& into) {
  for (const Json& item : items(at, key)) {
    require_that(item.is(Json::Kind::string));
    into.push_back(item.string);
  }
}

bool Draft::flag(const Json& at, Literal key) {
  return get(at, key, Json::Kind::boolean, false).boolean;
}

void Draft::date(const Json& at, Literal key, std::optional<Date>& into) {
  const Json* found = at.find(key);
  if (found != nullptr && !found->is(Json::Kind::null)) {
    into = parse_date(found->string);
    require_that(into.has_value());
  }
}

int Draft::word_of(Literal words, std::string_view word) {
  const int index = index_in(words, word);
  require_that(index >= 0);
  return std::max(index, 0);
}

int Draft::word(const Json& at, Literal key, Literal words) {
  return word_of(words, get(at, key, Json::Kind::string, true).string);
}

const Rational& Draft::number_of(const Json& at) {
  require_that(at.is(Json::Kind::number));
  return at.number;
}

const Rational& Draft::number(const Json& at, Literal key) {
  return get(at, key, Json::Kind::number, true).number;
}

int Draft::whole_of(const Rational& value) {
  const std::optional<std::int64_t> whole = to_int64(value);
  const bool fits = whole && *whole >= 0 && *whole <= kMany;
  require_that(fits);
  return fits ? static_cast<int>(*whole) : 0;
}

int Draft::whole(const Json& at, Literal key) { return whole_of(number(at, key)); }

void Draft::span(const Json& at, Literal key, Rational& low, Rational& high) {
  const std::vector<Json>& ends = items(at, key);
  require_that(ends.size() == 2);
  if (ends.size() == 2) {
    low = number_of(ends[0]);
    high = number_of(ends[1]);
    require_that(low < high);
  }
}

void Draft::provenance(const Json& at, Provenance& provenance) {
  provenance.at = &at;
  provenance.status =
      static_cast<Status>(word(at, "status", "official reported inferred example assumed"));
  optional_text(at, "source", provenance.source);
}

void Draft::figure_of(const Json& at, Figure& figure) {
  provenance(at, figure.provenance);
  const Json* value = at.find("value");
  if (value != nullptr && value->is(Json::Kind::object)) {
    // Whole numbers, so that their quotient is held by the figure itself.
    const Rational& num = number(*value, "num");
    const Rational& den = number(*value, "den");
    const bool fits = num.is_integer() && den.is_integer() && den.sign() > 0;
    require_that(fits);
    figure.value = fits ? num / den : Rational();
  } else {
    figure.value = number(at, "value");
  }
}

void Draft::figure(const Json& at, Literal key, Figure& into) { figure_of(object(at, key), into); }

int Draft::count(const Json& at, Literal key, Provenance& provenance) {
  Figure whole;
  figure(at, key, whole);
  provenance = whole.provenance;
  return whole_of(whole.value);
}

void Draft::threshold(const Json& found, Threshold& threshold) {
  const Json* own = &found;
  if (found.find("profile") != nullptr) {
    text(found, "profile", threshold.profile);
    own = found.find("default");
  }
  require_that(own != nullptr || !threshold.profile.empty());
  if (own != nullptr) {
    figure_of(*own, threshold.figure.emplace());
  }
}

std::size_t Draft::metric_at(const Json& at) { return place(program.metrics, at.string); }

std::size_t Draft::metric_at(const Json& at, Literal key) {
  return metric_at(get(at, key, Json::Kind::string, true));
}

const Node* Draft::node_at(std::string_view id) {
  const Node* node = program.score ? find_node(program.score->nodes, id) : nullptr;
  require_that(node != nullptr);
  return node;
}

}  // namespace shopgauge::reader

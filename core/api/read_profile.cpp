// What a request says of the store: its enrolment and its profile, that is the shop's own targets,
// thresholds, weights, tables, method, and what is not assessed there; then the platform's numbers
// for such stores.

#include <algorithm>
#include <string>
#include <utility>

#include "core/api/request.h"
#include "core/base/decimal.h"
#include "core/rules/curve.h"
#include "core/scoring/benchmarks.h"
#include "core/scoring/rows.h"

namespace shopgauge::api {
namespace {

// A number of the profile: plain, percent, or a ratio.
std::optional<Rational> read_profile_number(const Cursor& at) {
  const Json& json = at.json();
  if (json.is(Json::Kind::number)) {
    return json.number;
  }
  const Json* percent = json.find("percent");
  if (percent != nullptr && percent->is(Json::Kind::number) && at.size() == 1) {
    return percent->number / 100;
  }
  const std::optional<Rational> num = whole(at, "num");
  const std::optional<Rational> den = whole(at, "den");
  if (num && den && !den->is_zero() && at.size() == 2) {
    return *num / *den;
  }
  at.issue("profile.type", "must be a number, a percentage or a ratio", {{"kind", "number"}});
  return std::nullopt;
}

void unknown_in_profile(const Cursor& at, std::string_view id) {
  at.issue("profile.unknown", "the program does not read this", {{"id", id}});
}

void set_number(Reading& reading, std::string_view path, const Rational& value) {
  const ProfileNumber own{ProfileNumber::Kind::number, value, nullptr};
  for (Named<ProfileNumber>& known : reading.profile) {
    if (known.name == path) {
      known.value = own;
      return;
    }
  }
  reading.profile.push_back({path, own});
}

// Walks down to the numbers under "targets" or "thresholds".
void read_numbers(const Cursor& at, const std::string& path, const Program& program,
                  Reading& reading) {
  const auto& paths = program.profile_paths;
  const auto found = std::find(paths.begin(), paths.end(), path);
  if (found != paths.end()) {
    if (const auto value = read_profile_number(at)) {
      set_number(reading, *found, *value);
    }
    return;
  }
  const std::string begin = path + ".";
  bool leads_on = path == "targets" || path == "thresholds";
  for (const std::string_view known : paths) {
    leads_on = leads_on || known.rfind(begin, 0) == 0;
  }
  if (!at.json().is(Json::Kind::object) || !leads_on) {
    unknown_in_profile(at, path);
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    read_numbers(at[i], begin + std::string(at.key(i)), program, reading);
  }
}

void read_weights(const Cursor& at, const Program& program, Reading& reading) {
  if (!at.need_object()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    const Node* node = node_of(program, at.key(i));
    if (node == nullptr) {
      unknown_in_profile(one, at.key(i));
    } else if (const auto weight = read_profile_number(one)) {
      if (weight->sign() < 0) {
        one.issue("profile.type", "a weight is not negative", {{"kind", "number"}});
      } else {
        reading.nodes[node->index].weight = *weight;
      }
    }
  }
}

// A group of siblings whose weights are given has all of them, and they sum to 1.
void check_weights(const Cursor& at, const std::vector<Node>& group, std::string_view name,
                   const Reading& reading) {
  bool any = false;
  bool complete = true;
  Rational sum;
  Rational assessed;
  for (const Node& node : group) {
    const NodeReading& own = reading.nodes[node.index];
    any = any || own.weight;
    complete = complete && (own.weight || own.not_assessed);
    sum += own.weight.value_or(0);
    assessed += own.not_assessed ? Rational() : own.weight.value_or(0);
    check_weights(at, node.nodes, node.id, reading);
  }
  if (any && (!complete || (sum != 1 && assessed != 1))) {
    at.issue("profile.weights_sum",
             "the weights of a group must be given for all its parts and sum to 1",
             {{"group", name}, {"sum", display(sum, 6)}});
  }
}

void read_tables(const Cursor& at, const Program& program, Reading& reading) {
  if (!at.need_object()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    const Node* node = node_of(program, at.key(i));
    if (node == nullptr || node->kind != NodeKind::indicator) {
      unknown_in_profile(one, at.key(i));
    } else if (one.need_object("kind closed knots rows")) {
      constexpr CurveCodes kCodes = {"profile.type", "profile.table_gap", "profile.table_overlap"};
      NodeReading& own = reading.nodes[node->index];
      own.table = read_curve(one, node->lowest, node->highest, kCodes);
      own.calibrated = false;
    }
  }
}

// Two pairs that no rising (falling) curve goes through.
void check_pairs(const Cursor& at, const Node& node, bool rises,
                 const std::vector<Curve::Knot>& knots) {
  const auto text = [](const Curve::Knot& knot) {
    return text_of(knot.x) + " → " + text_of(knot.y);
  };
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Curve::Knot& low = knots[i - 1];
    const Curve::Knot& high = knots[i];
    if (low.x == high.x || (rises ? low.y > high.y : low.y < high.y)) {
      at.issue("profile.calibration", "these two pairs contradict each other",
               {{"id", node.id}, {"first", text(low)}, {"second", text(high)}});
    }
  }
}

// Pairs of a value and the score that the back office showed for it make a table: straight lines
// between them, for as far as they reach.
void read_pairs(const Cursor& at, const Metric& metric, const Node& node, NodeReading& reading) {
  Curve curve;
  curve.kind = Curve::Kind::linear;
  for (std::size_t i = 0; at.need_array() && i < at.size(); ++i) {
    const Cursor pair = at[i];
    if (!pair.need_object("value score date")) {
      continue;
    }
    const Cursor date = pair.find("date");
    if (date) {
      (void)read_day(date);
    }
    const Cursor value = pair.need("value");
    const Cursor score = pair.need("score");
    const Input input = value ? read_input(value, metric) : Input();
    if (input.state != InputState::value && input.state != InputState::absent) {
      value.issue("profile.type", "must be a number, a percentage or a ratio",
                  {{"kind", "number"}});
    }
    const Rational* points = score ? read_node_score(score, node) : nullptr;
    if (input.state != InputState::value || points == nullptr) {
      continue;
    }
    auto place = curve.knots.begin();
    while (place != curve.knots.end() && place->x < input.value) {
      ++place;
    }
    const Curve::Knot knot{input.value, *points};
    if (place == curve.knots.end() || *place != knot) {
      curve.knots.insert(place, knot);
    }
  }
  check_pairs(at, node, metric.higher_is_better, curve.knots);
  if (!curve.knots.empty()) {
    reading.table = std::move(curve);
    reading.calibrated = true;
  }
}

void read_calibration(const Cursor& at, const Program& program, Reading& reading) {
  for (std::size_t i = 0; at.need_object() && i < at.size(); ++i) {
    const Cursor one = at[i];
    const Node* node = node_of(program, at.key(i));
    const Metric* metric = node == nullptr || node->kind != NodeKind::indicator
                               ? nullptr
                               : &program.metrics[node->metric];
    if (metric == nullptr || (!metric->higher_is_better && !metric->lower_is_better)) {
      unknown_in_profile(one, at.key(i));
    } else {
      read_pairs(one, *metric, *node, reading.nodes[node->index]);
    }
  }
}

// Ids of nodes, or of metrics that indicators read.
void read_not_assessed(const Cursor& at, const Program& program, Reading& reading) {
  if (!at.need_array()) {
    return;
  }
  for (std::size_t i = 0; i < at.size(); ++i) {
    const Cursor one = at[i];
    const auto id = one.string();
    if (!id) {
      continue;
    }
    if (const Node* node = node_of(program, *id)) {
      reading.nodes[node->index].not_assessed = true;
    } else {
      unknown_in_profile(one, *id);
    }
  }
}

void read_method(const Cursor& at, const Program& program, Reading& reading) {
  if (!program.score || program.score->methods.empty()) {
    unknown_in_profile(at, "method");
    return;
  }
  for (const Method method : program.score->methods) {
    if (at.json().string == to_text(method)) {
      reading.method = method;
      return;
    }
  }
  at.issue("profile.type", "must be one of the program's methods", {{"kind", "method"}});
}

}  // namespace

void read_profile(const Cursor& at, const Program& program, Reading& reading) {
  if (!at.need_object("weights targets thresholds tables calibration not_assessed method")) {
    return;
  }
  if (const auto method = at.find("method")) {
    read_method(method, program, reading);
  }
  for (const Literal key : {"targets", "thresholds"}) {
    if (const auto numbers = at.find(key)) {
      if (numbers.need_object()) {
        read_numbers(numbers, std::string(key), program, reading);
      }
    }
  }
  if (const auto list = at.find("not_assessed")) {
    read_not_assessed(list, program, reading);
  }
  if (const auto calibration = at.find("calibration")) {
    read_calibration(calibration, program, reading);
  }
  if (const auto tables = at.find("tables")) {
    read_tables(tables, program, reading);
  }
  if (const auto weights = at.find("weights")) {
    read_weights(weights, program, reading);
    if (program.score) {
      check_weights(weights, program.score->nodes, "score", reading);
    }
  }
}

void read_own(const Cursor& request, const Program& program, Reading& reading) {
  if (const Cursor enrolment = request.find("enrolment")) {
    reading.enrolment = read_enrolment(enrolment);
  }
  if (const Cursor profile = request.find("profile")) {
    read_profile(profile, program, reading);
  }
}

void apply_platform(const Cursor& request, const Program& program, Reading& reading) {
  Issues issues;
  apply_rows(program, reading, issues);
  build_curves(program, reading, issues);
  request.add(std::move(issues));
}

void read_store(const Cursor& request, const Program& program, Reading& reading) {
  const std::size_t issues_before = request.issue_count();
  read_own(request, program, reading);
  if (request.issue_count() == issues_before) {
    apply_platform(request, program, reading);
  }
}

}  // namespace shopgauge::api

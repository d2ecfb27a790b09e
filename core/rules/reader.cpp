// Reads with one fault flag instead of issues: what is missing or of another kind reads as empty,
// raises the flag, and the model is thrown away at the end. Every shortcut here is measured against
// the size of the WebAssembly file (ARCHITECTURE.md, How the size is kept).

#include "core/rules/reader.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/rules/curve.h"

namespace shopgauge {
namespace {

constexpr CurveCodes kNoCodes = {"", "", ""};
constexpr int kMany = 100'000;  // no count, month or day of a document comes near it

class Reader {
 public:
  explicit Reader(Program& program) : program_(program) {}

  bool read(const Json& document) {
    read_head(document);
    list(document, "sources", program_.sources, &Reader::source);
    list(document, "metrics", program_.metrics, &Reader::metric);
    if (const Json* at = document.find("score")) {
      score(*at, program_.score.emplace());
    }
    list(document, "standards", program_.standards, &Reader::standard);
    list(document, "not_applicable", program_.not_applicable, &Reader::exclusion);
    list(document, "gates", program_.gates, &Reader::gate);
    list(document, "tiers", program_.tiers, &Reader::tier);
    list(document, "lookback", program_.look_back, &Reader::look_back);
    list(document, "rows", program_.rows, &Reader::row_table);
    if (const Json* at = document.find("cycle")) {
      cycle(*at, program_.cycle.emplace());
    }
    return !faulty_ && issues_.empty();
  }

 private:
  void require_that(bool holds) { faulty_ = faulty_ || !holds; }

  // The member, or an empty value. A member of another kind is a fault, one that is needed must be
  // there.
  const Json& get(const Json& at, Literal key, Json::Kind kind, bool needed) {
    const Json* found = at.find(key);
    if (found != nullptr && found->is(kind)) {
      return *found;
    }
    require_that(found == nullptr && !needed);
    return nothing_;
  }

  const Json& object(const Json& at, Literal key) { return get(at, key, Json::Kind::object, true); }
  const std::vector<Json>& items(const Json& at, Literal key) {
    return get(at, key, Json::Kind::array, false).items;
  }
  void text(const Json& at, Literal key, std::string_view& into) {
    into = get(at, key, Json::Kind::string, true).string;
  }
  void optional_text(const Json& at, Literal key, std::string_view& into) {
    into = get(at, key, Json::Kind::string, false).string;
  }
  bool flag(const Json& at, Literal key) {
    return get(at, key, Json::Kind::boolean, false).boolean;
  }

  // The place of the word among `words`.
  int word_of(Literal words, std::string_view word) {
    const int index = index_in(words, word);
    require_that(index >= 0);
    return std::max(index, 0);
  }
  int word(const Json& at, Literal key, Literal words) {
    return word_of(words, get(at, key, Json::Kind::string, true).string);
  }

  const Rational& number_of(const Json& at) {
    require_that(at.is(Json::Kind::number));
    return at.number;
  }
  const Rational& number(const Json& at, Literal key) {
    return get(at, key, Json::Kind::number, true).number;
  }
  int whole_of(const Rational& value) {
    const std::optional<std::int64_t> whole = to_int64(value);
    const bool fits = whole && *whole >= 0 && *whole <= kMany;
    require_that(fits);
    return fits ? static_cast<int>(*whole) : 0;
  }
  int whole(const Json& at, Literal key) { return whole_of(number(at, key)); }

  void date(const Json& at, Literal key, std::optional<Date>& into) {
    const Json* found = at.find(key);
    if (found != nullptr && !found->is(Json::Kind::null)) {
      into = parse_date(found->string);
      require_that(into.has_value());
    }
  }

  void strings(const Json& at, Literal key, std::vector<std::string_view>& into) {
    for (const Json& item : items(at, key)) {
      require_that(item.is(Json::Kind::string));
      into.push_back(item.string);
    }
  }

  std::size_t count_items(const Json& at, Literal key, const Json*& first) {
    const std::vector<Json>& all = items(at, key);
    first = all.data();
    return all.size();
  }

  // Built at its full length at once, so that no element is ever moved, over an empty vector that
  // owns nothing, so that none is destroyed: a third of the code of a swap.
  template <typename T>
  void list(const Json& at, Literal key, std::vector<T>& into,
            void (Reader::*read_one)(const Json&, T&)) {
    const Json* item = nullptr;
    std::construct_at(&into, count_items(at, key, item));
    for (T& one : into) {
      (this->*read_one)(*item++, one);
    }
  }

  // The places in the model of the things that `key` names.
  template <typename T>
  std::size_t place(const std::vector<T>& all, std::string_view id) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].id == id) {
        return i;
      }
    }
    faulty_ = true;
    return 0;
  }
  template <typename T>
  void places(const Json& at, Literal key, const std::vector<T>& all,
              std::vector<std::size_t>& into) {
    for (const Json& item : items(at, key)) {
      into.push_back(place(all, item.string));
    }
  }

  void read_head(const Json& document) {
    text(document, "program", program_.id);
    text(document, "edition", program_.edition);
    (void)object(document, "title");
    (void)object(document, "platform");
    const Json& force = object(document, "in_force");
    std::optional<Date> from;
    date(force, "from", from);
    date(force, "until", program_.until);
    date(force, "last_seen", program_.last_seen);
    require_that(from && program_.until.has_value() != program_.last_seen.has_value());
    program_.from = from.value_or(Date());
    program_.article = flag(force, "article");
    provenance(force, program_.in_force);
    strings(document, "notices", program_.notices);
    for (const JsonMember& path :
         get(document, "profile_texts", Json::Kind::object, false).members) {
      program_.profile_paths.push_back(path.key);
    }
  }

  void source(const Json& at, Source& source) {
    text(at, "id", source.id);
    date(at, "date", source.date);
  }

  void provenance(const Json& at, Provenance& provenance) {
    provenance.at = &at;
    provenance.status =
        static_cast<Status>(word(at, "status", "official reported inferred example assumed"));
    optional_text(at, "source", provenance.source);
  }

  void figure_of(const Json& at, Figure& figure) {
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
  void figure(const Json& at, Literal key, Figure& into) { figure_of(object(at, key), into); }
  // A figure that is a whole number.
  int count(const Json& at, Literal key, Provenance& provenance) {
    Figure whole;
    figure(at, key, whole);
    provenance = whole.provenance;
    return whole_of(whole.value);
  }

  void threshold(const Json& found, Threshold& threshold) {
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

  void metric(const Json& at, Metric& metric) {
    text(at, "id", metric.id);
    metric.kind = static_cast<MetricKind>(word(at, "kind", "count rate mean amount flag"));
    const int better = word(at, "better", "higher lower neither");
    metric.higher_is_better = better == 0;
    metric.lower_is_better = better == 1;
    const std::vector<Json>& range = items(at, "range");
    if (range.size() == 2) {
      end(range[0], metric.lowest);
      end(range[1], metric.highest);
    }
    if (const Json* absent = at.find("if_absent")) {
      metric.if_absent = absent->boolean ? Rational(1) : absent->number;
    }
    metric.no_score = flag(at, "no_score");
  }
  static void end(const Json& at, std::optional<Rational>& into) {
    if (at.is(Json::Kind::number)) {
      into = at.number;
    }
  }

  std::size_t metric_at(const Json& at) { return place(program_.metrics, at.string); }
  std::size_t metric_at(const Json& at, Literal key) {
    return metric_at(get(at, key, Json::Kind::string, true));
  }

  const Node* node_at(std::string_view id) {
    const Node* node = program_.score ? find_node(program_.score->nodes, id) : nullptr;
    require_that(node != nullptr);
    return node;
  }

  // In the order of Subject.
  static constexpr Literal kSubjects =
      "metric count_of sample_of score unrounded node enrolment stage";

  void comparison(const Json& at, Comparison& comparison) {
    bool compared = false;
    bool found = false;
    for (const JsonMember& member : at.members) {
      const int subject = index_in(kSubjects, member.key);
      const int wanted = index_in("at_least above at_most below is", member.key);
      if (subject >= 0) {
        found = true;
        comparison.subject = static_cast<Subject>(subject);
        name_subject(member.value, comparison);
      } else if (wanted >= 0) {
        compared = true;
        comparison.comparison = static_cast<Operator>(wanted);
        if (comparison.comparison != Operator::is) {
          threshold(member.value, comparison.threshold);
        } else if (member.value.is(Json::Kind::string)) {
          comparison.word = member.value.string;
        } else {
          comparison.truth = member.value.boolean;
        }
      }
    }
    require_that(found && (compared || comparison.subject == Subject::stage));
  }

  void name_subject(const Json& value, Comparison& comparison) {
    require_that(value.is(Json::Kind::string));
    switch (comparison.subject) {
      case Subject::metric:
      case Subject::count_of:
      case Subject::sample_of:
        comparison.index = metric_at(value);
        break;
      case Subject::score_value:
      case Subject::score_unrounded:
        if (value.string != "value") {
          comparison.subject = Subject::score_unrounded;
        }
        break;
      case Subject::node:
        comparison.id = value.string;
        if (const Node* node = node_at(value.string)) {
          comparison.index = node->index;
        }
        break;
      case Subject::enrolment:
        comparison.id = value.string;
        break;
      case Subject::stage:
        comparison.word = value.string;
        break;
    }
  }

  void condition(const Json& at, Condition& condition) {
    if (at.find("met") != nullptr) {
      met(at, condition);
      return;
    }
    const bool all = at.find("all") != nullptr;
    if (all || at.find("any") != nullptr) {
      condition.kind = all ? Condition::Kind::all : Condition::Kind::any;
      list(at, all ? "all" : "any", condition.parts, &Reader::condition);
      return;
    }
    condition.kind = Condition::Kind::compare;
    comparison(at, condition.comparison);
  }
  // All of the standards, as the program has them.
  void met(const Json& at, Condition& condition) {
    std::vector<std::size_t> standards;
    places(at, "met", program_.standards, standards);
    std::vector<Condition>(standards.size()).swap(condition.parts);
    for (std::size_t i = 0; i < standards.size() && !faulty_; ++i) {
      const Standard& standard = program_.standards[standards[i]];
      std::vector<Condition> any(standard.alternatives.size() + 1);
      for (std::size_t j = 0; j < any.size(); ++j) {
        any[j].kind = Condition::Kind::compare;
        any[j].comparison = j == 0 ? standard.comparison : standard.alternatives[j - 1];
      }
      condition.parts[i].kind = Condition::Kind::any;
      condition.parts[i].parts.swap(any);
    }
  }
  void when(const Json& at, Condition& into) { condition(object(at, "when"), into); }
  void optional_when(const Json& at, std::optional<Condition>& into) {
    if (at.find("when") != nullptr) {
      when(at, into.emplace());
    }
  }

  void exclusion(const Json& at, Exclusion& exclusion) {
    text(at, "reason", exclusion.reason);
    when(at, exclusion.when);
  }

  // [low, high]
  void span(const Json& at, Literal key, Rational& low, Rational& high) {
    const std::vector<Json>& ends = items(at, key);
    require_that(ends.size() == 2);
    if (ends.size() == 2) {
      low = number_of(ends[0]);
      high = number_of(ends[1]);
      require_that(low < high);
    }
  }

  void score(const Json& at, ScoreRule& score) {
    span(at, "scale", score.lowest, score.highest);
    const Json& rounding = object(at, "rounding");
    score.digits = whole(rounding, "digits");
    require_that(score.digits <= 6);
    score.rounding = static_cast<Rounding>(word(rounding, "mode", "half_up half_even down up"));
    provenance(rounding, score.rounding_provenance);
    optional_text(at, "stage", score.stage);
    nodes(at, score.nodes);
    list(at, "not_scored", score.not_scored, &Reader::exclusion);
    list(at, "adjustments", score.adjustments, &Reader::adjustment);
    list(at, "stages", score.stages, &Reader::stage);
    if (at.find("methods") != nullptr) {
      const Json& methods = object(at, "methods");
      for (const Json& method : items(methods, "of")) {
        score.methods.push_back(static_cast<Method>(word_of("weighted minimum", method.string)));
      }
      provenance(methods, score.method_provenance);
    }
    list(at, "derived", score.derived, &Reader::derived);
  }

  void nodes(const Json& at, std::vector<Node>& into) {
    list(at, "nodes", into, &Reader::node);
    require_that(!into.empty());
  }

  void node(const Json& at, Node& node) {
    node.index = program_.score->node_count++;
    text(at, "id", node.id);
    node.kind = static_cast<NodeKind>(word(at, "kind", "dimension indicator"));
    figure(at, "weight", node.weight);
    span(at, "range", node.lowest, node.highest);
    node.optional = flag(at, "optional");
    if (node.kind == NodeKind::dimension) {
      nodes(at, node.nodes);
      return;
    }
    node.metric = metric_at(at, "metric");
    const Json& curve = object(at, "curve");
    if (get(curve, "kind", Json::Kind::string, true).string == "benchmarks") {
      benchmarks(curve, node);
    } else {
      table(curve, node.lowest, node.highest, node.curve);
    }
    if (at.find("flat") != nullptr) {
      const Json& flat = object(at, "flat");
      FlatScore& score = node.flat.emplace();
      when(flat, score.when);
      figure(flat, "points", score.points);
    }
  }

  void table(const Json& at, const Rational& lowest, const Rational& highest, Curve& curve) {
    const CursorContext context{issues_, "", "", ""};
    std::optional<Curve> read = read_curve(Cursor(at, context), lowest, highest, kNoCodes);
    require_that(read.has_value());
    if (read) {
      curve = *std::move(read);
    }
    provenance(at, curve.provenance);
  }

  // Of an indicator's metric, whose better end must be known.
  void benchmarks(const Json& at, Node& node) {
    Curve& curve = node.curve;
    curve.kind = Curve::Kind::benchmarks;
    threshold(object(at, "excellent"), curve.excellent);
    threshold(object(at, "poor"), curve.poor);
    for (const Json& points : items(at, "points")) {
      curve.points.push_back(number_of(points));
    }
    require_that(curve.points.size() == 4);
    curve.reach = number(at, "reach");
    provenance(at, curve.provenance);
    if (node.metric < program_.metrics.size()) {
      const Metric& metric = program_.metrics[node.metric];
      const auto& best = metric.higher_is_better ? metric.highest : metric.lowest;
      require_that(best.has_value());
      curve.best = best.value_or(Rational());
    }
  }

  void adjustment(const Json& at, Adjustment& adjustment) {
    text(at, "id", adjustment.id);
    Literal points = "points";
    for (const Literal key : {"each", "at_most", "at_least"}) {
      points = at.find(key) != nullptr ? key : points;
    }
    switch (points[3]) {
      case 'h':  // each
        adjustment.kind = Adjustment::Kind::per_event;
        adjustment.metric = metric_at(at, "metric");
        if (at.find("limit") != nullptr) {
          Figure limit;
          figure(at, "limit", limit);
          adjustment.limit = limit.value;
        }
        break;
      case 'm':
        adjustment.kind = Adjustment::Kind::at_most;
        break;
      case 'l':
        adjustment.kind = Adjustment::Kind::at_least;
        break;
      default:
        when(at, adjustment.when);
        optional_text(at, "node", adjustment.node);
    }
    if (at.find("bands") != nullptr) {
      adjustment.kind = Adjustment::Kind::bands;
      list(at, "bands", adjustment.bands, &Reader::band);
      require_that(!adjustment.bands.empty());
      provenance(at, adjustment.provenance);
    } else {
      figure(at, points, adjustment.points);
      adjustment.provenance = adjustment.points.provenance;
    }
  }

  void band(const Json& at, Band& band) {
    band.at_least = number(at, "at_least");
    span(at, "shown", band.shown_from, band.shown_below);
  }

  void stage(const Json& at, Stage& stage) {
    text(at, "id", stage.id);
    when(at, stage.when);
    list(at, "not_scored", stage.not_scored, &Reader::exclusion);
    text(at, "node", stage.node);
    figure(at, "points", stage.points);
    list(at, "adjustments", stage.adjustments, &Reader::adjustment);
  }

  void derived(const Json& at, Derived& derived) {
    text(at, "id", derived.id);
    text(at, "of", derived.of);
    constexpr std::int64_t kAny = 1'000'000'000'000;
    table(object(at, "curve"), -kAny, kAny, derived.curve);
  }

  void alternative(const Json& at, Comparison& alternative) { comparison(at, alternative); }

  void standard(const Json& at, Standard& standard) {
    text(at, "id", standard.id);
    comparison(at, standard.comparison);
    standard.comparison.no_sample_met = at.find("no_sample") != nullptr;
    list(at, "or", standard.alternatives, &Reader::alternative);
    standard.advisory = flag(at, "advisory");
    standard.timeline_only = at.find("only") != nullptr;
    optional_text(at, "area", standard.area);
    optional_text(at, "source", standard.source);
  }

  void gate(const Json& at, Gate& gate) {
    text(at, "id", gate.id);
    when(at, gate.when);
    gate.exact = flag(at, "exact");
    optional_text(at, "source", gate.source);
  }

  void tier(const Json& at, Tier& tier) {
    text(at, "id", tier.id);
    tier.not_scored = flag(at, "not_scored");
    optional_when(at, tier.when);
    strings(at, "consequences", tier.consequences);
    provenance(at, tier.provenance);
  }

  void look_back(const Json& at, LookBack& look_back) {
    text(at, "id", look_back.id);
    look_back.months = count(at, "months", look_back.provenance);
    optional_when(at, look_back.when);
  }

  void row_table(const Json& at, RowTable& table) {
    strings(at, "by", table.by);
    strings(at, "any", table.any);
    strings(at, "others", table.others);
    table.same = at.find("same");
    constexpr std::string_view kWeights = "weights.";
    for (const Json& gives : items(at, "gives")) {
      const std::string_view path = gives.string;
      const bool weight = path.rfind(kWeights, 0) == 0;
      const Node* node = weight ? node_at(path.substr(kWeights.size())) : nullptr;
      table.paths.push_back(weight ? std::string_view() : path);
      table.nodes.emplace_back();
      if (node != nullptr) {
        table.nodes.back() = node->index;
      }
    }
    for (const Json& row : items(at, "rows")) {
      require_that(row.items.size() == table.by.size() + table.paths.size());
      table.rows.push_back(&row);
    }
    require_that(!table.by.empty());
    provenance(at, table.provenance);
  }

  void cycle(const Json& at, Cycle& cycle) {
    optional_text(at, "store_type", cycle.store_type);
    if (at.find("no_score_month") != nullptr) {
      provenance(object(at, "no_score_month"), cycle.no_score_month.emplace());
    }
    list(at, "phases", cycle.phases, &Reader::phase);
    list(at, "entries", cycle.entries, &Reader::entry);
    for (const std::string_view id : phases_named_) {
      require_that(find_phase(cycle, id) != nullptr);
    }
  }

  // A phase that must exist once all are read.
  void phase_at(const Json& at, std::string_view& id) {
    text(at, "phase", id);
    phases_named_.push_back(id);
  }

  void entry(const Json& at, Entry& entry) {
    strings(at, "fields", entry.fields);
    phase_at(at, entry.phase);
    const Json& from = object(at, "from");
    text(from, "field", entry.from);
    require_that(std::find(entry.fields.begin(), entry.fields.end(), entry.from) !=
                 entry.fields.end());
    if (from.find("days") != nullptr) {
      entry.days = whole(from, "days");
    }
    if (from.find("month_start") != nullptr) {
      entry.month_start = count(from, "month_start", entry.month_start_provenance);
    }
    optional_text(at, "store_type", entry.store_type);
    const Json& counts = get(at, "counts", Json::Kind::object, false);
    optional_text(counts, "failures", entry.failures_field);
    optional_text(counts, "passes_in_a_row", entry.passes_in_a_row_field);
  }

  void phase(const Json& at, Phase& phase) {
    text(at, "id", phase.id);
    text(at, at.find("phase") != nullptr ? "phase" : "id", phase.shown);
    if (phase.shown == "none") {
      phase.shown = {};
    }
    length(at, phase);
    phase.numbered = flag(at, "numbered");
    places(at, "judge", program_.standards, phase.judge);
    if (at.find("reviews") != nullptr) {
      const Json& reviews = object(at, "reviews");
      day(reviews, phase.review.emplace());
      provenance(reviews, phase.review_provenance);
    }
    list(at, "rules", phase.rules, &Reader::rule);
    list(at, "checks", phase.checks, &Reader::check);
    list(get(at, "completed", Json::Kind::object, false), "events", phase.completed,
         &Reader::event);
    list(at, "choices", phase.choices, &Reader::choice);
    list(at, "next", phase.next, &Reader::next);
  }

  void length(const Json& at, Phase& phase) {
    const Json* length = at.find("length");
    if (length == nullptr || !length->is(Json::Kind::object)) {
      require_that(length != nullptr && length->is(Json::Kind::string));
      return;
    }
    if (length->find("until") != nullptr) {
      phase.length = word(*length, "until", "month_end year_end") == 0 ? Phase::Length::month_end
                                                                       : Phase::Length::year_end;
      return;
    }
    const bool days = length->find("days") != nullptr;
    phase.length = days ? Phase::Length::days : Phase::Length::months;
    phase.count = count(*length, days ? "days" : "months", phase.length_provenance);
    require_that(phase.count > 0);
  }

  void day(const Json& at, DayRule& day) {
    if (at.find("month_after") != nullptr) {
      day.month_after = whole(at, "month_after");
      day.day = whole(at, "day");
    }
  }

  void transition(const Json& at, std::optional<Transition>& into) {
    if (at.find("then") != nullptr) {
      const Json& then = object(at, "then");
      Transition& transition = into.emplace();
      phase_at(then, transition.phase);
      day(then, transition.at);
    }
  }

  void event(const Json& at, EventRule& event) {
    text(at, "event", event.event);
    text(at, "rule", event.rule);
    day(at, event.at);
    const Json& to = get(at, "to", Json::Kind::object, false);
    event.to_entered = flag(to, "entered");
    optional_text(to, "choice", event.choice);
    optional_text(to, event.choice.empty() ? "store_type" : "default", event.to);
    strings(to, "of", event.of);
    if (at.find("amount") != nullptr) {
      const Json& amount = object(at, "amount");
      Amount& read = event.amount.emplace();
      threshold(object(amount, "of"), read.of);
      figure(amount, "share", read.share);
    }
    event.areas = flag(at, "areas");
    provenance(at, event.provenance);
  }
  void events(const Json& at, std::vector<EventRule>& into) {
    list(at, "events", into, &Reader::event);
  }

  void rule(const Json& at, PhaseRule& rule) {
    text(at, "id", rule.id);
    rule.on = static_cast<Counter>(
        word(at, "on", "failures passes_in_a_row failures_in_a_row each_failure each_pass"));
    rule.again = rule.on >= Counter::each_failure || flag(at, "again");
    rule.reaches = rule.on >= Counter::each_failure ? 1 : count(at, "reaches", rule.provenance);
    places(at, "judge", program_.standards, rule.judge);
    if (at.find("blocks") != nullptr) {
      rule.blocks = count(at, "blocks", rule.blocks_provenance);
    }
    const Json& downgrades = get(at, "downgrades", Json::Kind::object, false);
    if (downgrades.find("at_least") != nullptr) {
      rule.downgrades_at_least = whole(downgrades, "at_least");
    }
    if (downgrades.find("at_most") != nullptr) {
      rule.downgrades_at_most = whole(downgrades, "at_most");
    }
    events(at, rule.events);
    transition(at, rule.then);
  }

  void check(const Json& at, CheckRule& check) {
    text(at, "standard", check.standard);
    check.in_months = at.find("after_months") != nullptr;
    check.after = count(at, check.in_months ? "after_months" : "after_days", check.provenance);
    require_that(check.after > 0);
    places(at, "judge", program_.standards, check.judge);
    places(at, "sum", program_.metrics, check.sums);
    places(at, "mean", program_.metrics, check.means);
    outcome(at, "passed", check.passed);
    outcome(at, "failed", check.failed);
  }
  void outcome(const Json& at, Literal key, CheckOutcome& outcome) {
    const Json& found = get(at, key, Json::Kind::object, false);
    events(found, outcome.events);
    transition(found, outcome.then);
  }

  void choice(const Json& at, ChoiceRule& choice) {
    text(at, "id", choice.id);
    const Json* after = at.find("after");
    if (after != nullptr && after->is(Json::Kind::string)) {
      choice.after.push_back(after->string);
    } else {
      strings(at, "after", choice.after);
    }
    choice.after_pass = at.find("month_after") != nullptr;
    events(at, choice.events);
    transition(at, choice.then);
  }

  void next(const Json& at, NextPhase& next) {
    phase_at(at, next.phase);
    if (at.find("when") != nullptr) {
      const Json& when = object(at, "when");
      AgeCondition& age = next.when.emplace();
      age.months = count(when, "younger_than_months", age.provenance);
      text(when, "since", age.since);
      text(when, "at", age.at);
    }
  }

  Program& program_;
  const Json nothing_;
  Issues issues_;
  std::vector<std::string_view> phases_named_;
  bool faulty_ = false;
};

}  // namespace

std::unique_ptr<Program> read_program(Json document) {
  auto program = std::make_unique<Program>();
  program->document = std::make_unique<const Json>(std::move(document));
  if (!Reader(*program).read(*program->document)) {
    return nullptr;
  }
  return program;
}

Issues faulty_program(std::string path) {
  return one_issue("program.faulty", std::move(path),
                   "the document has faults: ask check what is wrong", {});
}

}  // namespace shopgauge

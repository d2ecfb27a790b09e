// Reads a document part by part into a draft, which is thrown away when it is faulty.

#include "core/rules/reader.h"

#include <utility>

#include "core/rules/draft.h"
#include "core/rules/read_condition.h"
#include "core/rules/read_cycle.h"
#include "core/rules/read_score.h"

namespace shopgauge {
namespace reader {
namespace {

void read_head(Draft& draft, const Json& document) {
  Program& program = draft.program;
  draft.text(document, "program", program.id);
  draft.text(document, "edition", program.edition);
  (void)draft.object(document, "title");
  (void)draft.object(document, "platform");
  const Json& force = draft.object(document, "in_force");
  std::optional<Date> from;
  draft.date(force, "from", from);
  draft.date(force, "until", program.until);
  draft.date(force, "last_seen", program.last_seen);
  draft.require_that(from && program.until.has_value() != program.last_seen.has_value());
  program.from = from.value_or(Date());
  program.article = draft.flag(force, "article");
  draft.provenance(force, program.in_force);
  draft.strings(document, "notices", program.notices);
  for (const JsonMember& path :
       draft.get(document, "profile_texts", Json::Kind::object, false).members) {
    program.profile_paths.push_back(path.key);
  }
}

void read_source(Draft& draft, const Json& at, Source& source) {
  draft.text(at, "id", source.id);
  draft.date(at, "date", source.date);
}

void end(const Json& at, std::optional<Rational>& into) {
  if (at.is(Json::Kind::number)) {
    into = at.number;
  }
}

void read_metric(Draft& draft, const Json& at, Metric& metric) {
  draft.text(at, "id", metric.id);
  metric.kind = static_cast<MetricKind>(draft.word(at, "kind", "count rate mean amount flag"));
  const int better = draft.word(at, "better", "higher lower neither");
  metric.higher_is_better = better == 0;
  metric.lower_is_better = better == 1;
  const std::vector<Json>& range = draft.items(at, "range");
  if (range.size() == 2) {
    end(range[0], metric.lowest);
    end(range[1], metric.highest);
  }
  if (const Json* absent = at.find("if_absent")) {
    metric.if_absent = absent->boolean ? Rational(1) : absent->number;
  }
  metric.no_score = draft.flag(at, "no_score");
}

void read_standard(Draft& draft, const Json& at, Standard& standard) {
  draft.text(at, "id", standard.id);
  read_comparison(draft, at, standard.comparison);
  standard.comparison.no_sample_met = at.find("no_sample") != nullptr;
  draft.list(at, "or", standard.alternatives, read_comparison);
  standard.advisory = draft.flag(at, "advisory");
  standard.timeline_only = at.find("only") != nullptr;
  draft.optional_text(at, "area", standard.area);
  draft.optional_text(at, "source", standard.source);
}

void read_gate(Draft& draft, const Json& at, Gate& gate) {
  draft.text(at, "id", gate.id);
  read_when(draft, at, gate.when);
  gate.exact = draft.flag(at, "exact");
  draft.optional_text(at, "source", gate.source);
}

void read_tier(Draft& draft, const Json& at, Tier& tier) {
  draft.text(at, "id", tier.id);
  tier.not_scored = draft.flag(at, "not_scored");
  read_optional_when(draft, at, tier.when);
  draft.strings(at, "consequences", tier.consequences);
  draft.provenance(at, tier.provenance);
}

void read_look_back(Draft& draft, const Json& at, LookBack& look_back) {
  draft.text(at, "id", look_back.id);
  look_back.months = draft.count(at, "months", look_back.provenance);
  read_optional_when(draft, at, look_back.when);
}

void read_row_table(Draft& draft, const Json& at, RowTable& table) {
  draft.strings(at, "by", table.by);
  draft.strings(at, "any", table.any);
  draft.strings(at, "others", table.others);
  table.same = at.find("same");
  constexpr std::string_view kWeights = "weights.";
  for (const Json& gives : draft.items(at, "gives")) {
    const std::string_view path = gives.string;
    const bool weight = path.rfind(kWeights, 0) == 0;
    const Node* node = weight ? draft.node_at(path.substr(kWeights.size())) : nullptr;
    table.paths.push_back(weight ? std::string_view() : path);
    table.nodes.emplace_back();
    if (node != nullptr) {
      table.nodes.back() = node->index;
    }
  }
  for (const Json& row : draft.items(at, "rows")) {
    draft.require_that(row.items.size() == table.by.size() + table.paths.size());
    table.rows.push_back(&row);
  }
  draft.require_that(!table.by.empty());
  draft.provenance(at, table.provenance);
}

void read_document(Draft& draft, const Json& document) {
  Program& program = draft.program;
  read_head(draft, document);
  draft.list(document, "sources", program.sources, read_source);
  draft.list(document, "metrics", program.metrics, read_metric);
  if (const Json* at = document.find("score")) {
    read_score(draft, *at, program.score.emplace());
  }
  draft.list(document, "standards", program.standards, read_standard);
  draft.list(document, "not_applicable", program.not_applicable, read_exclusion);
  draft.list(document, "gates", program.gates, read_gate);
  draft.list(document, "tiers", program.tiers, read_tier);
  draft.list(document, "lookback", program.look_back, read_look_back);
  draft.list(document, "rows", program.rows, read_row_table);
  if (const Json* at = document.find("cycle")) {
    read_cycle(draft, *at, program.cycle.emplace());
  }
}

}  // namespace
}  // namespace reader

std::unique_ptr<Program> read_program(Json document) {
  auto program = std::make_unique<Program>();
  program->document = std::make_unique<const Json>(std::move(document));
  reader::Draft draft(*program);
  reader::read_document(draft, *program->document);
  if (draft.is_faulty()) {
    return nullptr;
  }
  return program;
}

Issues faulty_program(std::string path) {
  return one_issue("program.faulty", std::move(path),
                   "the document has faults: ask check what is wrong", {});
}

}  // namespace shopgauge

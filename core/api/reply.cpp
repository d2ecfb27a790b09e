// The envelope of replies and the parts that several of them have.

#include "core/api/reply.h"

#include <array>

#include "core/base/decimal.h"

namespace shopgauge::api {
namespace {

void write_params(JsonWriter& writer, const std::vector<Param>& params) {
  writer.key("params").begin_object();
  for (const Param& param : params) {
    writer.name(param.name).string(param.value);
  }
  writer.end_object();
}

void write_issue(JsonWriter& writer, const Issue& issue, std::string_view text) {
  writer.begin_object().key("code").string(issue.code).key("path").string(issue.path);
  writer.key("message").string(issue.message);
  write_params(writer, issue.params);
  if (text.data() != nullptr && issue.offset) {
    const Position at = position_of(text, *issue.offset);
    writer.key("line").integer(at.line).key("column").integer(at.column);
  }
  writer.end_object();
}

Literal subject_text(Subject subject) {
  switch (subject) {
    case Subject::metric:
      return "metric";
    case Subject::count_of:
      return "count_of";
    case Subject::sample_of:
      return "sample_of";
    case Subject::score_value:
    case Subject::score_unrounded:
      return "score";
    case Subject::node:
      return "node";
    case Subject::enrolment:
      return "enrolment";
    case Subject::stage:
      return "stage";
  }
  broken_precondition();
}

void write_observed(JsonWriter& writer, const Finding& finding) {
  if (finding.input != nullptr && finding.input->given != nullptr) {
    writer.key("observed").json(*finding.input->given);
    if (finding.input->given->is(Json::Kind::object) && finding.input->state == InputState::value) {
      writer.key("rate").figure(finding.input->value);
    }
  } else if (finding.observed && finding.observed->exact()) {
    writer.key("observed").figure(finding.observed->low);
  } else if (finding.observed) {
    writer.key("observed").begin_object().key("low").figure(finding.observed->low);
    writer.key("high").figure(finding.observed->high).end_object();
  } else if (!finding.word.empty()) {
    writer.key("observed").string(finding.word);
  }
}

void write_target(JsonWriter& writer, const Finding& finding) {
  const Comparison& comparison = *finding.comparison;
  if (comparison.subject == Subject::enrolment || comparison.subject == Subject::stage) {
    writer.key("target").string(comparison.word);
  } else if (comparison.comparison == Operator::is) {
    writer.key("target").boolean(comparison.truth);
  } else if (finding.positive) {
    writer.key("target").word("positive");
  } else if (finding.target && !finding.not_assessed) {
    writer.key("target");
    write_number(writer, *finding.target);
  }
}

// What a compound standard says besides its first comparison, and how it moved since the month
// before.
void write_context(JsonWriter& writer, const Finding& finding) {
  constexpr std::array<Literal, 3> kTrends = {"same", "better", "worse"};
  if (!finding.alternatives.empty()) {
    write_findings(writer, "or", finding.alternatives);
  }
  if (finding.standard != nullptr && finding.standard->advisory) {
    writer.key("advisory").boolean(true);
  }
  if (finding.standard != nullptr && !finding.standard->area.empty()) {
    writer.key("area").string(finding.standard->area);
  }
  if (finding.trend) {
    writer.key("trend").word(kTrends[static_cast<std::size_t>(*finding.trend)]);
  }
  if (finding.change) {
    writer.key("change").figure(*finding.change);
  }
}

void write_met(JsonWriter& writer, const Finding& finding) {
  if (finding.not_assessed) {
    writer.key("assessed").boolean(false);
  } else {
    writer.key("met");
    write_truth(writer, finding.met);
  }
}

// Where the request could give what was assumed, or where in the document it stands.
std::string pointer_of(const Assumption& assumption, const Program& program) {
  constexpr std::array<Literal, 7> kPlaces = {
      "/metrics/", "/profile/weights/", "/profile/tables/", "/profile/calibration/",
      "/profile/", "/profile/method",   "/enrolment/"};
  if (assumption.place == Assumption::Place::program) {
    return "/program" + pointer_to(*program.document, *assumption.at);
  }
  std::string pointer = kPlaces[static_cast<std::size_t>(assumption.place)];
  const std::size_t begin = pointer.size();
  pointer += assumption.id;
  for (std::size_t i = begin; i < pointer.size(); ++i) {
    pointer[i] = pointer[i] == '.' ? '/' : pointer[i];
  }
  return pointer;
}

void write_taken(JsonWriter& writer, const Assumption& assumption) {
  if (assumption.taken == Assumption::Taken::number) {
    writer.key("taken");
    write_number(writer, assumption.number);
  } else if (assumption.taken != Assumption::Taken::unsaid) {
    writer.key("taken").boolean(assumption.taken == Assumption::Taken::yes);
  }
}

std::string text_of(const Need& need) {
  constexpr std::array<Literal, 5> kPrefixes = {"", "profile.", "profile.weights.", "given.",
                                                "enrolment."};
  std::string text(kPrefixes[static_cast<std::size_t>(need.kind)]);
  text += need.id;
  return text;
}

void write_warning_params(JsonWriter& writer, const Warning& warning) {
  writer.key("params").begin_object();
  if (!warning.node.empty()) {
    writer.key("node").string(warning.node);
  }
  if (warning.date) {
    writer
        .key(warning.code == "edition_ends" ? "until"
             : warning.code == "stale"      ? "newest"
                                            : "last_seen")
        .string(to_text(*warning.date));
  }
  if (!warning.needs.empty()) {
    std::string needs;
    for (const Need& need : warning.needs) {
      needs += needs.empty() ? "" : ", ";
      needs += text_of(need);
    }
    writer.key("needs").string(needs);
  }
  writer.end_object();
}

// Writes what may be chosen, or opens what is chosen and returns true; nothing where the program
// has no such choice.
bool begin_choice(JsonWriter& writer, Literal key, const Program& program, const Choice& choice,
                  std::string_view (*id_of)(const Program&, std::size_t)) {
  if (choice.empty()) {
    return false;
  }
  writer.key(key).begin_object();
  if (choice.index) {
    writer.key("id").string(id_of(program, *choice.index));
    return true;
  }
  writer.key("possible").begin_array();
  for (const std::size_t index : choice.possible) {
    writer.string(id_of(program, index));
  }
  writer.end_array();
  write_needs(writer, choice.needs);
  writer.end_object();
  return false;
}

Date newest_of(const Program& program) { return newest_source(program).value_or(program.from); }

// A source older than this is worth a second look.
bool is_stale(Date newest, std::optional<Date> date) {
  constexpr int kStaleDays = 180;
  return date && days_between(newest, *date) > kStaleDays;
}

}  // namespace

std::string refuse(const Issues& issues, std::string_view text) {
  JsonWriter writer;
  writer.begin_object().key("ok").boolean(false).key("issues").begin_array();
  for (const Issue& issue : issues) {
    write_issue(writer, issue, text);
  }
  writer.end_array().end_object();
  return writer.take();
}

void begin_value(JsonWriter& writer) {
  writer.begin_object().key("ok").boolean(true).key("value").begin_object();
}

std::string end_value(JsonWriter& writer) {
  writer.end_object().end_object();
  return writer.take();
}

void write_edition(JsonWriter& writer, const Program& program) {
  writer.key("program").string(program.id).key("edition").string(program.edition);
}

void write_number(JsonWriter& writer, const Rational& value) {
  if (is_decimal(value)) {
    writer.number(value);
  } else {
    writer.figure(value);
  }
}

void write_ids(JsonWriter& writer, Literal key, const std::vector<std::string_view>& ids) {
  writer.key(key).begin_array();
  for (const std::string_view id : ids) {
    writer.string(id);
  }
  writer.end_array();
}

void write_grounds(JsonWriter& writer, const Program& program, std::optional<Date> date) {
  if (!program.notices.empty()) {
    write_ids(writer, "notices", program.notices);
  }
  const Date newest = newest_of(program);
  writer.key("sources").begin_object().key("newest").string(to_text(newest));
  writer.key("stale").boolean(is_stale(newest, date)).end_object();
}

void write_truth(JsonWriter& writer, Truth truth) {
  if (truth == Truth::undetermined) {
    writer.word("undetermined");
  } else {
    writer.boolean(truth == Truth::yes);
  }
}

void write_basis(JsonWriter& writer, Basis basis) {
  writer.key("basis").string(basis == Basis::exact       ? "exact"
                             : basis == Basis::estimated ? "estimated"
                                                         : "partial");
}

void write_needs(JsonWriter& writer, const std::vector<Need>& needs) {
  writer.key("needs").begin_array();
  for (const Need& need : needs) {
    writer.string(text_of(need));
  }
  writer.end_array();
}

void write_finding(JsonWriter& writer, const Finding& finding) {
  writer.begin_object().key("id").string(finding.id);
  writer.key("of").word(subject_text(finding.comparison->subject));
  write_comparison(writer, finding, true);
  writer.end_object();
}

void write_findings(JsonWriter& writer, Literal key, const std::vector<Finding>& findings) {
  writer.key(key).begin_array();
  for (const Finding& finding : findings) {
    write_finding(writer, finding);
  }
  writer.end_array();
}

void write_comparison(JsonWriter& writer, const Finding& finding, bool says_met) {
  write_observed(writer, finding);
  writer.key("operator").word(to_text(finding.comparison->comparison));
  write_target(writer, finding);
  if (says_met) {
    write_met(writer, finding);
  }
  if (finding.margin) {
    writer.key("margin").figure(*finding.margin);
  }
  write_context(writer, finding);
  if (!finding.needs.empty()) {
    write_needs(writer, finding.needs);
  }
  if (!finding.source.empty()) {
    writer.key("source").string(finding.source);
  }
}

void write_tier(JsonWriter& writer, const Program& program, const Choice& choice) {
  const auto id_of = [](const Program& of, std::size_t index) { return of.tiers[index].id; };
  if (begin_choice(writer, "tier", program, choice, id_of)) {
    const Tier& tier = program.tiers[*choice.index];
    write_ids(writer, "consequences", tier.consequences);
    write_provenance(writer, tier.provenance);
    writer.end_object();
  }
}

void write_look_back(JsonWriter& writer, const Program& program, const Choice& choice) {
  const auto id_of = [](const Program& of, std::size_t index) { return of.look_back[index].id; };
  if (begin_choice(writer, "lookback", program, choice, id_of)) {
    writer.key("months").integer(program.look_back[*choice.index].months).end_object();
  }
}

void write_provenance(JsonWriter& writer, const Provenance& provenance) {
  writer.key("status").word(to_text(provenance.status));
  if (!provenance.source.empty()) {
    writer.key("source").string(provenance.source);
  }
}

void write_assumptions(JsonWriter& writer, const Program& program,
                       const std::vector<Assumption>& assumptions) {
  writer.key("assumptions").begin_array();
  for (const Assumption& assumption : assumptions) {
    writer.begin_object().key("path").string(pointer_of(assumption, program));
    write_taken(writer, assumption);
    writer.key("status")
        .string(assumption.status ? to_text(*assumption.status) : "not_given")
        .end_object();
  }
  writer.end_array();
}

void write_warnings(JsonWriter& writer, const std::vector<Warning>& warnings) {
  writer.key("warnings").begin_array();
  for (const Warning& warning : warnings) {
    writer.begin_object().key("code").string(warning.code);
    write_warning_params(writer, warning);
    writer.end_object();
  }
  writer.end_array();
}

bool out_of_force(const Program& program, Date first, Date last) {
  return first < program.from || (program.until && last > *program.until);
}

void warn_of_edition(const Program& program, Date last, std::vector<Warning>& warnings) {
  if (program.until && last > *program.until) {
    warnings.push_back({"edition_ends", {}, program.until, {}});
  }
  if (program.last_seen && last > *program.last_seen && !program.article) {
    warnings.push_back({"presumed_in_force", {}, program.last_seen, {}});
  }
}

void warn_of_age(const Program& program, std::optional<Date> date, std::vector<Warning>& warnings) {
  const Date newest = newest_of(program);
  if (is_stale(newest, date)) {
    warnings.push_back({"stale", {}, newest, {}});
  }
}

}  // namespace shopgauge::api

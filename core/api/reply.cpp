#include "core/api/reply.h"

namespace shopgauge::api {
namespace {

void write_params(JsonWriter& writer, const std::vector<Param>& params) {
  writer.key("params").begin_object();
  for (const Param& param : params) {
    writer.key(param.name).string(param.value);
  }
  writer.end_object();
}

void write_issue(JsonWriter& writer, const Issue& issue, std::string_view text) {
  writer.begin_object().key("code").string(issue.code).key("path").string(issue.path);
  writer.key("message").string(issue.message);
  write_params(writer, issue.params);
  if (!text.empty() && issue.offset) {
    const Position at = position_of(text, *issue.offset);
    writer.key("line").integer(at.line).key("column").integer(at.column);
  }
  writer.end_object();
}

// Exact where decimals can say it.
void write_number(JsonWriter& writer, const Rational& value) {
  if (is_decimal(value)) {
    writer.number(value);
  } else {
    writer.figure(value);
  }
}

std::string_view subject_text(Subject subject) {
  switch (subject) {
    case Subject::metric:
      return "metric";
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
  } else if (finding.target) {
    writer.key("target");
    write_number(writer, *finding.target);
  }
}

void write_finding(JsonWriter& writer, const Finding& finding) {
  writer.begin_object().key("id").string(finding.id);
  writer.key("of").string(subject_text(finding.comparison->subject));
  write_observed(writer, finding);
  writer.key("operator").string(to_text(finding.comparison->comparison));
  write_target(writer, finding);
  writer.key("met");
  write_truth(writer, finding.met);
  if (finding.margin) {
    writer.key("margin").figure(*finding.margin);
  }
  if (!finding.needs.empty()) {
    write_ids(writer, "needs", finding.needs);
  }
  if (!finding.source.empty()) {
    writer.key("source").string(finding.source);
  }
  writer.end_object();
}

void write_taken(JsonWriter& writer, const Assumption& assumption) {
  if (const auto* number = std::get_if<Rational>(&assumption.taken)) {
    writer.key("taken");
    write_number(writer, *number);
  } else if (const auto* truth = std::get_if<bool>(&assumption.taken)) {
    writer.key("taken").boolean(*truth);
  } else if (const auto* word = std::get_if<std::string>(&assumption.taken)) {
    writer.key("taken").string(*word);
  }
}

// A source older than this is worth a second look.
constexpr int kStaleDays = 180;

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

void write_sources(JsonWriter& writer, const Program& program, std::optional<Date> date) {
  const Date newest = newest_source(program).value_or(program.from);
  writer.key("sources").begin_object().key("newest").string(to_text(newest));
  writer.key("stale").boolean(date && days_between(newest, *date) > kStaleDays).end_object();
}

void write_truth(JsonWriter& writer, Truth truth) {
  if (truth == Truth::undetermined) {
    writer.string("undetermined");
  } else {
    writer.boolean(truth == Truth::yes);
  }
}

void write_basis(JsonWriter& writer, Basis basis) {
  writer.key("basis").string(basis == Basis::exact ? "exact" : basis == Basis::estimated ? "estimated" : "partial");
}

void write_ids(JsonWriter& writer, std::string_view key, const std::vector<std::string>& ids) {
  writer.key(key).begin_array();
  for (const std::string& id : ids) {
    writer.string(id);
  }
  writer.end_array();
}

void write_findings(JsonWriter& writer, std::string_view key, const std::vector<Finding>& findings) {
  writer.key(key).begin_array();
  for (const Finding& finding : findings) {
    write_finding(writer, finding);
  }
  writer.end_array();
}

void write_assumptions(JsonWriter& writer, const std::vector<Assumption>& assumptions) {
  writer.key("assumptions").begin_array();
  for (const Assumption& assumption : assumptions) {
    writer.begin_object().key("path").string(assumption.path);
    write_taken(writer, assumption);
    writer.key("status").string(assumption.status ? to_text(*assumption.status) : "not_given").end_object();
  }
  writer.end_array();
}

void write_warnings(JsonWriter& writer, const std::vector<Warning>& warnings) {
  writer.key("warnings").begin_array();
  for (const Warning& warning : warnings) {
    writer.begin_object().key("code").string(warning.code);
    write_params(writer, warning.params);
    writer.end_object();
  }
  writer.end_array();
}

bool out_of_force(const Program& program, Date first, Date last) {
  return first < program.from || (program.until && last > *program.until);
}

void warn_of_edition(const Program& program, Date last, std::vector<Warning>& warnings) {
  if (program.until && last > *program.until) {
    warnings.push_back({"edition_ends", {{"until", to_text(*program.until)}}});
  }
  if (program.last_seen && last > *program.last_seen && !program.article) {
    warnings.push_back({"presumed_in_force", {{"last_seen", to_text(*program.last_seen)}}});
  }
}

}  // namespace shopgauge::api

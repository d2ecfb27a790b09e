// From the text of a request to the text of a reply, one function each.

#include "core/api/shopgauge.h"

#include <utility>

#include "core/api/answer.h"
#include "core/api/course.h"
#include "core/cycle/timeline.h"
#include "core/rules/reader.h"

namespace shopgauge {
namespace {

using namespace api;  // NOLINT: the parts exist for this file

// The metrics that the what-if changes, by metric index; nothing without a what-if.
std::vector<Input> read_what_if(const Cursor& request, const Program& program) {
  std::vector<Input> changes;
  const Cursor what_if = request.find("what_if");
  if (what_if && what_if.need_object("metrics")) {
    changes.resize(program.metrics.size());
    if (const Cursor metrics = what_if.need("metrics")) {
      read_metrics(metrics, program, changes);
    }
  }
  return changes;
}

// The reading of the request, with those changes.
Reading read_changed(const Cursor& request, const Program& program,
                     const std::vector<Input>& changes) {
  Reading reading = read_reading(request, program);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (changes[i].given != nullptr) {
      reading.metrics[i] = changes[i];
    }
  }
  return reading;
}

void write_edition_summary(JsonWriter& writer, const Program& edition) {
  writer.begin_object()
      .key("edition")
      .string(edition.edition)
      .key("from")
      .string(to_text(edition.from));
  writer.key("until");
  if (edition.until) {
    writer.string(to_text(*edition.until));
  } else {
    writer.null();
  }
  if (edition.last_seen) {
    writer.key("last_seen").string(to_text(*edition.last_seen));
  }
  writer.key("article").boolean(edition.article);
  if (const auto newest = newest_source(edition)) {
    writer.key("newest_source").string(to_text(*newest));
  }
  writer.key("functions").begin_array().word("assess");
  if (edition.cycle) {
    writer.word("timeline");
  }
  writer.end_array().end_object();
}

// All programs, or `only` one, each with its editions.
void write_programs(JsonWriter& writer, const Editions& editions, std::string_view only) {
  writer.key("programs").begin_array();
  std::string_view open;
  for (const auto& edition : editions.all()) {
    if (!only.empty() && edition->id != only) {
      continue;
    }
    if (edition->id != open) {
      if (!open.empty()) {
        writer.end_array().end_object();
      }
      open = edition->id;
      writer.begin_object().key("program").string(open);
      writer.key("title").json(*edition->document->find("title"));
      writer.key("platform").json(*edition->document->find("platform"));
      writer.key("editions").begin_array();
    }
    write_edition_summary(writer, *edition);
  }
  if (!open.empty()) {
    writer.end_array().end_object();
  }
  writer.end_array();
}

std::string loaded(const Program& program) {
  JsonWriter writer;
  begin_value(writer);
  write_edition(writer, program);
  return end_value(writer);
}

void write_not_applicable(JsonWriter& writer, const Program& program, std::string_view reason,
                          std::optional<Date> date) {
  writer.key("status").word("not_applicable").key("reason").string(reason);
  write_basis(writer, Basis::exact);
  for (const Literal list : {"phases", "months", "checks", "events", "assumptions"}) {
    writer.key(list).begin_array().end_array();
  }
  std::vector<Warning> warnings;
  warn_of_age(program, date, warnings);
  write_warnings(writer, warnings);
}

void write_course(const Cursor& request, const Program& program, const Course& course,
                  JsonWriter& writer) {
  Result<Timeline> traced = trace_timeline(program, course);
  if (!traced.ok()) {
    request.add(traced.take_issues());
    return;
  }
  const Timeline& timeline = traced.value();
  if (out_of_force(program, *timeline.first_day, course.until)) {
    writer.key("out_of_force").boolean(true);
  }
  write_timeline(writer, program, timeline);
  std::vector<Warning> warnings;
  warn_of_edition(program, course.until, warnings);
  warn_of_age(program, course.date, warnings);
  write_warnings(writer, warnings);
}

void reply_programs(const Cursor& request, const Editions& editions, JsonWriter& writer,
                    const Progress&) {
  const Cursor edition = request.find("edition");
  const Cursor program = edition ? request.need("program") : request.find("program");
  const std::string* id = program ? program.string() : nullptr;
  const std::string* name = edition ? edition.string() : nullptr;
  const Program* asked = nullptr;
  if (id != nullptr && !editions.has(*id)) {
    program.issue("program.unknown", "there is no such program", {{"id", *id}});
  } else if (id != nullptr && name != nullptr) {
    asked = named_edition({program, edition, {}}, editions, *id, *name);
  }
  writer.key("version").string(version());
  write_programs(writer, editions, id == nullptr ? std::string_view() : *id);
  if (asked != nullptr) {
    writer.key("document").json(*asked->document);
  }
}

void reply_assess(const Cursor& request, const Editions& editions, JsonWriter& writer,
                  const Progress&) {
  const Selection selection = select_program(request, editions);
  if (selection.program == nullptr) {
    return;
  }
  const Program& program = *selection.program;
  const Reading reading = read_reading(request, program);
  const std::vector<Input> changes = read_what_if(request, program);
  if (request.has_issues()) {
    return;
  }
  const Assessment today = assess_on(program, reading, selection.date);
  write_assessed(writer, program, today, selection.date);
  if (!changes.empty()) {
    const Reading changed = read_changed(request, program, changes);
    write_what_if(writer, program, today, assess(program, changed, &reading));
  }
  write_grounds(writer, program, selection.date);
}

void reply_timeline(const Cursor& request, const Editions& editions, JsonWriter& writer,
                    const Progress&) {
  const Selection selection = select_program(request, editions);
  if (selection.program == nullptr) {
    return;
  }
  const Program& program = *selection.program;
  const Course course = read_course(request, program, selection.date);
  if (!program.cycle) {
    request.issue("program.no_cycle", "the program has no assessment cycle", {{"id", program.id}});
  }
  if (request.has_issues()) {
    return;
  }
  write_edition(writer, program);
  if (const auto reason = not_applicable(program, course.base.enrolment)) {
    write_not_applicable(writer, program, *reason, selection.date);
  } else {
    write_course(request, program, course, writer);
  }
  write_grounds(writer, program, selection.date);
}

constexpr Function kPrograms = {"programs", "program edition", &reply_programs};

}  // namespace

namespace api {

const Function kAssess = {"assess", "program edition date enrolment profile metrics given what_if",
                          &reply_assess};
const Function kTimeline = {"timeline",
                            "program edition date enrolment profile months checks choices until",
                            &reply_timeline};

std::string answer(const Catalog& catalog, std::string_view text, const Function* function,
                   const Progress& progress) {
  const RationalScope scope;
  const Result<Json> json = parse_json(text);
  if (!json.ok()) {
    return refuse(json.issues(), text);
  }
  Issues issues;
  const CursorContext context = request_context(issues);
  return answer(catalog, Cursor(json.value(), context), issues, *function, function->keys,
                progress);
}

std::string answer(const Catalog& catalog, const Cursor& request, const Issues& issues,
                   const Function& function, Literal keys, const Progress& progress) {
  JsonWriter writer;
  begin_value(writer);
  if (issues.empty() && request.need_object(keys)) {
    function.reply(request, catalog.editions(), writer, progress);
  }
  return issues.empty() ? end_value(writer) : refuse(issues);
}

}  // namespace api

Catalog::Catalog(DocumentCheck check) : editions_(std::make_unique<Editions>(check)) {}
Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

std::string_view version() { return SHOPGAUGE_VERSION; }

std::string load(Catalog& catalog, std::string_view document) {
  Result<Json> json = parse_json(document);
  if (!json.ok()) {
    return refuse(json.issues(), document);
  }
  Editions& editions = catalog.editions();
  if (editions.checker() != nullptr) {
    const Issues issues = editions.checker()(json.value(), "");
    if (!issues.empty()) {
      return refuse(issues, document);
    }
  }
  std::unique_ptr<Program> program = read_program(json.take());
  if (program == nullptr) {
    return refuse(faulty_program(""), document);
  }
  const Result<const Program*> added = editions.add(std::move(program), document);
  return added.ok() ? loaded(*added.value()) : refuse(added.issues());
}

std::string programs(const Catalog& catalog, std::string_view text) {
  return answer(catalog, text, &kPrograms);
}

std::string assess(const Catalog& catalog, std::string_view text) {
  return answer(catalog, text, &kAssess);
}

std::string timeline(const Catalog& catalog, std::string_view text) {
  return answer(catalog, text, &kTimeline);
}

}  // namespace shopgauge

// `compare`: one reading under two editions, programs or scenarios. What both sides share stands in
// the request, what each has of its own in `sides`. A file of its own, with write_difference.cpp,
// so that an engine that only assesses does not link it.

#include <algorithm>
#include <array>
#include <utility>

#include "core/api/answer.h"

namespace shopgauge {
namespace {

using namespace api;  // NOLINT: the parts exist for this module

struct Side {
  Issues issues;
  Selection selection;
  Reading common;  // without the side's own numbers
  Reading reading;
  Assessment assessment;  // points into the above
  std::vector<std::string> ignored;
};

// A side's own program does not take the edition that is meant for the common one; a date of its
// own asks for the edition in force then.
Asked asked_by(const Cursor& request, const Cursor& side) {
  Asked asked{side.find("program"), side.find("edition"), side.find("date")};
  if (!asked.edition && !asked.program && !asked.date) {
    asked.edition = request.find("edition");
  }
  asked.program = asked.program ? asked.program : request.need("program");
  asked.date = asked.date ? asked.date : request.find("date");
  return asked;
}

Selection select_side(const Cursor& request, const Cursor& side, const Editions& editions,
                      Issues& issues) {
  const Asked asked = asked_by(request, side);
  Selection selection = select_program(side, asked, editions);
  // The catalog knows the members of a request, not whose they are.
  const std::array<std::pair<Literal, const Cursor*>, 3> places = {
      {{"/program", &asked.program}, {"/edition", &asked.edition}, {"/date", &asked.date}}};
  for (Issue& issue : issues) {
    for (const auto& [path, asker] : places) {
      if (issue.path == path && *asker) {
        issue.path = asker->path();
      }
    }
  }
  return selection;
}

// Something common that perhaps only the other side's program can use: it has no such metric or
// node, or one of another kind or scale.
bool is_unusable(const Issue& issue) {
  constexpr Literal kCodes =
      "metric.unknown metric.type metric.out_of_range given.unknown given.out_of_range "
      "profile.unknown";
  return issue.path.rfind("/sides/", 0) != 0 && index_in(kCodes, issue.code) >= 0;
}

template <typename T>
void add_common(std::vector<Named<T>>& own, const std::vector<Named<T>>& common) {
  for (const Named<T>& known : common) {
    if (find_in(own, known.name) == nullptr) {
      own.push_back(known);
    }
  }
}

// A score that the side gives itself was not there before.
void forget_given(const Cursor& side, const Program& program, Reading& common) {
  Reading own = empty_reading(program);
  if (const Cursor given = side.find("given")) {
    read_given(given, program, own);
  }
  for (std::size_t i = 0; i < own.nodes.size(); ++i) {
    if (own.nodes[i].given) {
      common.nodes[i].given.reset();
    }
  }
}

// What is common, and over it what the side has of its own; its metrics only with `moved`.
Reading read_side(const Cursor& request, const Cursor& side, const Program& program, bool moved) {
  Reading reading = empty_reading(program);
  read_own(request, program, reading);
  const Enrolment common = std::exchange(reading.enrolment, {});
  read_own(side, program, reading);
  add_common(reading.enrolment.words, common.words);
  add_common(reading.enrolment.dates, common.dates);
  add_common(reading.enrolment.counts, common.counts);
  apply_platform(request, program, reading);
  read_values(request, program, reading);
  if (moved) {
    read_values(side, program, reading);
  }
  for (Input& input : reading.metrics) {
    if (input.state == InputState::absent) {
      input = {};  // it could not be used
    }
  }
  return reading;
}

// A score that is given for both sides moves with the side's own metrics by anchoring; one that the
// side gives itself settles its node.
void assess_side(const Cursor& request, std::size_t index, const Editions& editions, Side& side) {
  const CursorContext context = request_context(side.issues);
  const Cursor root(request.json(), context);
  const Cursor sides = root.find("sides");
  const Cursor own = sides[index];
  if (!own.need_object("program edition date enrolment profile metrics given")) {
    return;
  }
  side.selection = select_side(root, own, editions, side.issues);
  if (side.selection.program == nullptr) {
    return;
  }
  const Program& program = *side.selection.program;
  side.reading = read_side(root, own, program, true);
  if (std::all_of(side.issues.begin(), side.issues.end(), is_unusable)) {
    Issues again;  // the same ones
    const CursorContext rest = request_context(again);
    const Cursor request_again(request.json(), rest);
    const Cursor sides_again = request_again.find("sides");
    const Cursor own_again = sides_again[index];
    side.common = read_side(request_again, own_again, program, false);
    forget_given(own_again, program, side.common);
    side.assessment = assess_on(program, side.reading, side.selection.date, &side.common);
  }
}

bool has(const Issues& issues, const Issue& wanted) {
  return std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) {
    return issue.code == wanted.code && issue.path == wanted.path;
  });
}

// What one side alone cannot use, it ignores; all else is wrong with the request.
Issues judge_issues(std::array<Side, 2>& sides) {
  Issues found;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const Side& other = sides[1 - i];
    for (const Issue& issue : sides[i].issues) {
      const bool ignored =
          is_unusable(issue) && (other.selection.program == nullptr || !has(other.issues, issue));
      if (ignored) {
        sides[i].ignored.push_back(issue.path);
      } else if (!has(found, issue)) {
        found.push_back(issue);
      }
    }
  }
  return found;
}

void write_side(JsonWriter& writer, const Side& side) {
  const Program& program = *side.selection.program;
  writer.begin_object();
  write_assessed(writer, program, side.assessment, side.selection.date);
  writer.key("ignored").begin_array();
  for (const std::string& path : side.ignored) {
    writer.string(path);
  }
  writer.end_array();
  write_grounds(writer, program, side.selection.date);
  writer.end_object();
}

void reply_compare(const Cursor& request, const Editions& editions, JsonWriter& writer) {
  const Cursor list = request.need("sides");
  if (!list || !list.need_array()) {
    return;
  }
  if (list.size() != 2) {
    list.issue("request.sides", "must be two");
    return;
  }
  std::array<Side, 2> sides;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    assess_side(request, i, editions, sides[i]);
  }
  Issues issues = judge_issues(sides);
  if (!issues.empty()) {
    request.add(std::move(issues));
    return;
  }
  writer.key("sides").begin_array();
  for (const Side& side : sides) {
    write_side(writer, side);
  }
  writer.end_array().key("difference").begin_object();
  write_difference(writer, {*sides[0].selection.program, sides[0].assessment},
                   {*sides[1].selection.program, sides[1].assessment});
  writer.end_object();
}

}  // namespace

namespace api {
const Function kCompare = {"compare", "program edition date enrolment profile metrics given sides",
                           &reply_compare};
}  // namespace api

std::string compare(const Catalog& catalog, std::string_view request) {
  return answer(catalog, request, &kCompare);
}

}  // namespace shopgauge

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

// Something common that perhaps only the other side's program can use: it has no such metric or
// node, or one of another kind or scale.
bool is_unusable(const Issue& issue) {
  constexpr Literal kCodes =
      "metric.unknown metric.type metric.out_of_range given.unknown given.out_of_range "
      "profile.unknown";
  return issue.path.rfind("/sides/", 0) != 0 && index_in(kCodes, issue.code) >= 0;
}

// Whether nothing else is wrong so far.
bool only_unusable(const Issues& issues) {
  return std::all_of(issues.begin(), issues.end(), is_unusable);
}

template <typename T>
void add_common(std::vector<Named<T>>& own, const std::vector<Named<T>>& common) {
  for (const Named<T>& known : common) {
    if (find_in(own, known.name) == nullptr) {
      own.push_back(known);
    }
  }
}

// What could not be used is as good as not given.
void drop_unusable(Reading& reading) {
  for (Input& input : reading.metrics) {
    if (input.state == InputState::absent) {
      input = {};
    }
  }
}

// What is common, with the side's own enrolment and profile over it. As in read_store, a store that
// was not understood is not looked up in the platform's rows.
Reading read_common(const Cursor& request, const Cursor& own, const Program& program,
                    const Issues& issues) {
  Reading reading = empty_reading(program);
  read_own(request, program, reading);
  const Enrolment common = std::exchange(reading.enrolment, {});
  read_own(own, program, reading);
  add_common(reading.enrolment.words, common.words);
  add_common(reading.enrolment.dates, common.dates);
  add_common(reading.enrolment.counts, common.counts);
  if (only_unusable(issues)) {
    apply_platform(request, program, reading);
  }
  read_values(request, program, reading);
  return reading;
}

// A score that is given for both sides moves with the side's own metrics by anchoring; one that the
// side gives itself was not there before, and settles its node.
void read_side(const Cursor& request, const Cursor& own, const Program& program, Side& side) {
  side.common = read_common(request, own, program, side.issues);
  side.reading = side.common;
  for (NodeReading& node : side.reading.nodes) {
    node.given.reset();
  }
  read_values(own, program, side.reading);
  for (std::size_t i = 0; i < side.reading.nodes.size(); ++i) {
    if (side.reading.nodes[i].given) {
      side.common.nodes[i].given.reset();
    } else {
      side.reading.nodes[i].given = side.common.nodes[i].given;
    }
  }
  drop_unusable(side.common);
  drop_unusable(side.reading);
}

void assess_side(const Cursor& request, std::size_t index, const Editions& editions, Side& side) {
  const CursorContext context = request_context(side.issues);
  const Cursor root(request.json(), context);
  const Cursor sides = root.find("sides");
  const Cursor own = sides[index];
  if (!own.need_object("program edition date enrolment profile metrics given")) {
    return;
  }
  side.selection = select_program(own, asked_by(root, own), editions);
  if (side.selection.program == nullptr) {
    return;
  }
  const Program& program = *side.selection.program;
  read_side(root, own, program, side);
  if (only_unusable(side.issues)) {
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

void reply_compare(const Cursor& request, const Editions& editions, JsonWriter& writer,
                   const Progress&) {
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

// Loads changed documents without their text, and replies to the cases until one differs.

#include "tests/mutate/trial.h"

#include <algorithm>
#include <utility>

#include "core/rules/catalog.h"
#include "core/rules/checker.h"
#include "core/rules/reader.h"
#include "tests/api/difference.h"

namespace shopgauge::tests {
namespace {

// Whether the document could be read and stands beside the others without overlap.
bool add(Catalog& catalog, const Json& document) {
  std::unique_ptr<Program> program = read_program(document);
  return program != nullptr && catalog.editions().add(std::move(program), "").ok();
}

// Why the case does not hold; empty when it does.
std::string difference_of(const Case& one, Catalog& catalog) {
  const RationalScope scope;
  Result<Json> reply = parse_json(reply_to(catalog, one.function, one.request), &parse_any_decimal);
  return reply.ok() ? outcome_difference(one, reply.value()) : "no JSON";
}

// Whether all cases hold. The one at `hint` is asked first, then those behind it; it becomes the
// one that does not hold.
bool all_hold(const std::vector<Case>& cases, Catalog& catalog, std::size_t& hint) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::size_t at = (hint + i) % cases.size();
    if (!difference_of(cases[at], catalog).empty()) {
      hint = at;
      return false;
    }
  }
  return true;
}

void add_broken(const std::vector<Case>& cases, Catalog& catalog,
                std::vector<std::string>& broken) {
  for (const Case& one : cases) {
    const std::string differs = difference_of(one, catalog);
    if (!differs.empty()) {
      broken.push_back(one.file + ", " + one.name + ": " + differs);
    }
  }
}

}  // namespace

Subject::Subject(std::string document)
    : text_(read_file(document)),
      document_(parse(text_, document)),
      program_(member(document_, "program").string),
      edition_(member(document_, "edition").string) {
  const std::string folder = document.substr(0, document.rfind('/') + 1);
  for (const std::string& other : shipped_documents()) {
    if (other.rfind(folder, 0) != 0) {
      continue;
    }
    if (other != document) {
      siblings_.push_back(parse(read_file(other), other));
    }
    for (Case& one : cases_of(other.substr(0, other.size() - 4) + "cases.json")) {
      const std::string named = string_or_nothing(member(one.json, "request"), "edition");
      const bool asks = one.function == "assess" || one.function == "timeline";
      if (is_function(one.function) && asks && named == edition_) {
        own_.push_back(std::move(one));
      } else if (is_function(one.function) && (!asks || named.empty())) {
        shared_.push_back(std::move(one));
      }
    }
  }
}

bool Subject::add_all(const Json& document, Catalog& catalog) const {
  return add(catalog, document) &&
         std::all_of(siblings_.begin(), siblings_.end(),
                     [&](const Json& sibling) { return add(catalog, sibling); });
}

// Most cases name the edition, so that it can be asked alone.
bool Subject::notices(const Json& document, std::size_t& hint) const {
  Catalog alone(nullptr);
  if (!add(alone, document) || !all_hold(own_, alone, hint)) {
    return true;
  }
  Catalog all(nullptr);
  std::size_t first = 0;
  return !shared_.empty() && (!add_all(document, all) || !all_hold(shared_, all, first));
}

Outcome Subject::try_out(const Mutant& mutant, std::size_t& hint) const {
  for (const Edits& edits : mutant.ways) {
    Json document = document_;
    change(edits, document);
    if (check_program(document).empty()) {
      return notices(document, hint) ? Outcome::noticed : Outcome::survived;
    }
  }
  return Outcome::refused;
}

std::vector<std::string> Subject::broken_cases() const {
  Catalog all(nullptr);
  if (!add_all(document_, all)) {
    return {program_ + "/" + edition_ + " cannot be loaded"};
  }
  std::vector<std::string> broken;
  add_broken(own_, all, broken);
  add_broken(shared_, all, broken);
  return broken;
}

}  // namespace shopgauge::tests

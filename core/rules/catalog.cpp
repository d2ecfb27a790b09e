// Finds editions by name and by date.

#include "core/rules/catalog.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace shopgauge {
namespace {

Issues unknown_program(std::string_view program) {
  return one_issue("program.unknown", "/program", "there is no such program", {{"id", program}});
}

// Whether a date could select both.
bool overlap(const Program& one, const Program& other) {
  const Date later = std::max(one.from, other.from);
  return !one.article && !other.article && covers(one, later) && covers(other, later);
}

}  // namespace

bool covers(const Program& program, Date date) {
  return date >= program.from && (!program.until || date <= *program.until);
}

Result<const Program*> Editions::add(std::unique_ptr<const Program> program,
                                     std::string_view text) {
  std::size_t index = 0;  // where it belongs
  for (const auto& known : programs_) {
    if (known->id == program->id && known->edition == program->edition) {
      if (texts_[index] != text) {
        return one_issue("program.edition_differs", "",
                         "this edition is already loaded with other content",
                         {{"id", program->id}, {"edition", program->edition}});
      }
      return known.get();
    }
    if (std::tie(known->id, known->edition) < std::tie(program->id, program->edition)) {
      ++index;
    }
  }
  for (const auto& known : programs_) {
    if (known->id == program->id && overlap(*known, *program)) {
      return one_issue(
          "program.overlap", "", "another edition is in force on the same day",
          {{"id", program->id}, {"edition", program->edition}, {"other", known->edition}});
    }
  }
  const auto place = static_cast<std::ptrdiff_t>(index);
  texts_.insert(texts_.begin() + place, std::string(text));
  return programs_.insert(programs_.begin() + place, std::move(program))->get();
}

std::vector<const Program*> Editions::editions_of(std::string_view program) const {
  std::vector<const Program*> editions;
  for (const auto& known : programs_) {
    if (known->id == program) {
      editions.push_back(known.get());
    }
  }
  return editions;
}

Result<const Program*> Editions::named(std::string_view program, std::string_view edition) const {
  const std::vector<const Program*> editions = editions_of(program);
  if (editions.empty()) {
    return unknown_program(program);
  }
  for (const Program* known : editions) {
    if (known->edition == edition) {
      return known;
    }
  }
  return one_issue("edition.unknown", "/edition", "the program has no such edition",
                   {{"id", program}, {"edition", edition}});
}

Result<const Program*> Editions::in_force(std::string_view program, Date date) const {
  const std::vector<const Program*> editions = editions_of(program);
  if (editions.empty()) {
    return unknown_program(program);
  }
  const Program* before = nullptr;
  const Program* after = nullptr;
  for (const Program* known : editions) {
    if (known->article) {
      continue;
    }
    if (covers(*known, date)) {
      return known;
    }
    if (known->from > date) {
      after = after == nullptr || known->from < after->from ? known : after;
    } else {
      before = before == nullptr || *known->until > *before->until ? known : before;
    }
  }
  const std::string from = before == nullptr ? "" : to_text(add_days(*before->until, 1));
  const std::string until = after == nullptr ? "" : to_text(add_days(after->from, -1));
  return one_issue("edition.none_in_force", "/date",
                   "no captured edition was in force on that date",
                   {{"id", program},
                    {"date", to_text(date)},
                    {"from", from},
                    {"until", until},
                    {"before", before == nullptr ? std::string_view() : before->edition},
                    {"after", after == nullptr ? std::string_view() : after->edition}});
}

}  // namespace shopgauge

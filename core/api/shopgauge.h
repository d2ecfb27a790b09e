// ShopGauge's engine: JSON text in, JSON text out. The only header that an embedder needs; shapes
// of requests and replies stand in core/api/schema/shopgauge.schema.json.

#ifndef SHOPGAUGE_CORE_API_SHOPGAUGE_H_
#define SHOPGAUGE_CORE_API_SHOPGAUGE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"

namespace shopgauge {

class Editions;
struct Issue;
struct Json;

// Finds the faults of a program document; pointers begin with `prefix`.
using DocumentCheck = std::vector<Issue> (*)(const Json& document, const char* prefix);

// The program documents that the functions below know. Each edition is held once.
class Catalog {
 public:
  // With the checker: every document must pass it, loaded or inline.
  Catalog();
  // With another check, or with null: documents are loaded as they are (issue `program.faulty` when
  // they cannot be read), and none is taken inline (`program.unchecked`).
  explicit Catalog(DocumentCheck check);
  ~Catalog();
  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;

  [[nodiscard]] Editions& editions() { return *editions_; }
  [[nodiscard]] const Editions& editions() const { return *editions_; }

 private:
  std::unique_ptr<Editions> editions_;
};

// Every function replies {"ok":true,"value":{…}} or {"ok":false,"issues":[{"code","path","message",
// "params"},…]} with all problems found, and never throws.

// Adds a program document. The same edition again with the same text changes nothing.
[[nodiscard]] std::string load(Catalog& catalog, std::string_view document);

// Which programs and editions are loaded; with `program` and `edition` also the document with all
// its texts.
[[nodiscard]] std::string programs(const Catalog& catalog, std::string_view request);

// One reading: score, itemisation, standards, verdict, gates; with `what_if` a second one and the
// difference.
[[nodiscard]] std::string assess(const Catalog& catalog, std::string_view request);

// A store's phases, months, checks, events and standing.
[[nodiscard]] std::string timeline(const Catalog& catalog, std::string_view request);

// One reading under two editions, programs or scenarios: both results, what each side ignored
// because only the other can use it, and what causes the difference. Issue besides those of
// `assess`: `request.sides`.
[[nodiscard]] std::string compare(const Catalog& catalog, std::string_view request);

// What must change so that a goal is reached: by one metric alone, by further orders, by the
// cheapest combinations; how much may go wrong; why not, where it is out of reach; and with
// `period` what the days left must bring. Issues besides those of `assess`: `goal.unknown`,
// `effort.out_of_range`, `period.order`, `period.both`, `period.out_of_range`.
[[nodiscard]] std::string plan(const Catalog& catalog, std::string_view request);

// The days to come: metrics through their windows and the score day by day, when bad events leave,
// which gates open or close, the timeline that follows. Issues besides those of `assess` and
// `timeline`: `forecast.out_of_range`, `history.*`, `known.*`, `scenario.*`, `feeds.*`.
// `progress`: told of the paths that are drawn.
[[nodiscard]] std::string forecast(const Catalog& catalog, std::string_view request);
[[nodiscard]] std::string forecast(const Catalog& catalog, std::string_view request,
                                   const Progress& progress);

// One line of a batch: a request of the function that it names ("function":"assess"), else of
// `function`, else of `forecast` where it has `as_of`, else of `timeline` where it says `until`,
// else of `compare` where it has `sides`, else of `plan` where it has `goal`, else of `assess`.
// What it calls its store ("store":"A17", a text of 1 to 256 bytes or a whole number) stands first
// in the reply. Issues besides those of the function: `request.function`, `request.store`. Always
// one reply, in one line; a blank line is refused like any other text.
[[nodiscard]] std::string answer_line(const Catalog& catalog, std::string_view line,
                                      std::string_view function = {});

// All faults of a program document, with line and column.
[[nodiscard]] std::string check(std::string_view document);

// Of the engine, as "1.2.3"; the same as the project's in CMakeLists.txt.
[[nodiscard]] std::string_view version();

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_API_SHOPGAUGE_H_

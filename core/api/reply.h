// Replies: the envelope, and the parts that several functions write. Private to this module.

#ifndef SHOPGAUGE_CORE_API_REPLY_H_
#define SHOPGAUGE_CORE_API_REPLY_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/base/writer.h"
#include "core/cycle/timeline.h"

namespace shopgauge::api {

// {"ok":false,"issues":[…]}; with the text that was read, each has its line and column.
[[nodiscard]] std::string refuse(const Issues& issues, std::string_view text = {});

// Opens {"ok":true,"value":{ and closes it.
void begin_value(JsonWriter& writer);
[[nodiscard]] std::string end_value(JsonWriter& writer);

// `program` and `edition`.
void write_edition(JsonWriter& writer, const Program& program);
// `notices` and `sources`.
void write_grounds(JsonWriter& writer, const Program& program, std::optional<Date> date);
// Exact where decimals can say it, else 6 digits.
void write_number(JsonWriter& writer, const Rational& value);
void write_ids(JsonWriter& writer, Literal key, const std::vector<std::string_view>& ids);
// `status` and `source`.
void write_provenance(JsonWriter& writer, const Provenance& provenance);
void write_truth(JsonWriter& writer, Truth truth);
void write_basis(JsonWriter& writer, Basis basis);
void write_needs(JsonWriter& writer, const std::vector<Need>& needs);
void write_finding(JsonWriter& writer, const Finding& finding);
void write_findings(JsonWriter& writer, Literal key, const std::vector<Finding>& findings);
// The members of one finding without `id` and `of`.
void write_comparison(JsonWriter& writer, const Finding& finding, bool says_met);
// `tier` and `lookback`: what it is, or what is possible; nothing where the program has none.
void write_tier(JsonWriter& writer, const Program& program, const Choice& choice);
void write_look_back(JsonWriter& writer, const Program& program, const Choice& choice);
void write_assumptions(JsonWriter& writer, const Program& program,
                       const std::vector<Assumption>& assumptions);
void write_warnings(JsonWriter& writer, const std::vector<Warning>& warnings);

// Whether a request about these days leaves what is known of the edition.
[[nodiscard]] Literal verdict_text(Truth verdict);
[[nodiscard]] Literal status_text(AssessmentStatus status);
[[nodiscard]] Literal basis_text(NodeBasis basis);
// The two knots or the row of a curve that were used; empty for other curves.
void write_row(JsonWriter& writer, const Curve& curve, std::size_t row);
// Both ends as they are printed.
[[nodiscard]] Span printed(const Span& exact);
// `name`; where the ends differ `name_low` and `name_high`, or `low` and `high` with `bare_ends`.
void write_span(JsonWriter& writer, std::string_view name, const Span& span,
                bool bare_ends = false);
// What the second has more, at each end; nothing where both ends stay: an interval less another one
// is not what lies between them.
void write_change(JsonWriter& writer, Literal name, const Span& from, const Span& to);

[[nodiscard]] bool out_of_force(const Program& program, Date first, Date last);
void warn_of_edition(const Program& program, Date last, std::vector<Warning>& warnings);
// Where the newest source lies more than 180 days before the date.
void warn_of_age(const Program& program, std::optional<Date> date, std::vector<Warning>& warnings);

// The members of an assessment.
void write_assessment(JsonWriter& writer, const Program& program, const Assessment& assessment);
// The assessment on a day, with what is to be said of the edition then; and its members with the
// edition's. `today`: see assess.
[[nodiscard]] Assessment assess_on(const Program& program, const Reading& reading,
                                   std::optional<Date> date, const Reading* today = nullptr);
void write_assessed(JsonWriter& writer, const Program& program, const Assessment& assessment,
                    std::optional<Date> date);
// {"what_if":…,"difference":…} without the braces.
void write_what_if(JsonWriter& writer, const Program& program, const Assessment& today,
                   const Assessment& changed);

// An assessment with the program that it follows.
struct Assessed {
  const Program& program;
  const Assessment& assessment;
};
// What differs between two assessments and the numbers that cause it: the members of `difference`
// of a comparison. The contributions of the nodes and the points of the adjustments sum to
// `unrounded`.
void write_difference(JsonWriter& writer, const Assessed& first, const Assessed& second);

void write_timeline(JsonWriter& writer, const Program& program, const Timeline& timeline);

}  // namespace shopgauge::api

#endif  // SHOPGAUGE_CORE_API_REPLY_H_

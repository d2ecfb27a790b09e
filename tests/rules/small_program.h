// Program documents for tests: a minimal one with replaceable parts, written in a few lines where
// it is used. Nothing here knows a platform.

#ifndef SHOPGAUGE_TESTS_RULES_SMALL_PROGRAM_H_
#define SHOPGAUGE_TESTS_RULES_SMALL_PROGRAM_H_

#include <gtest/gtest.h>

#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/decimal.h"
#include "core/rules/checker.h"
#include "core/rules/reader.h"

namespace shopgauge::small {

inline constexpr std::string_view kText = R"({"zh-CN": "文字", "en": "text"})";

// The exact number that is meant: "0.05".
inline Rational decimal(std::string_view text) {
  const std::optional<Rational> value = parse_decimal(text);
  EXPECT_TRUE(value.has_value()) << text;
  return value.value_or(Rational());
}

// `pattern` with each '$' replaced by the next of the parts.
inline std::string fill(std::string_view pattern, std::initializer_list<std::string_view> parts) {
  std::string filled;
  auto part = parts.begin();
  for (const char c : pattern) {
    if (c == '$' && part != parts.end()) {
      filled += *part++;
    } else {
      filled += c;
    }
  }
  return filled;
}

inline std::string figure(std::string_view value, std::string_view status) {
  return fill(R"({"value": $, "status": "$", "source": "rulebook"})", {value, status});
}
inline std::string official(std::string_view value) { return figure(value, "official"); }
inline std::string assumed(std::string_view value) { return figure(value, "assumed"); }

// `more` are further members, each with a comma before.
inline std::string ranged(std::string_view id, std::string_view kind, std::string_view better,
                          std::string_view range, std::string_view more = "") {
  return fill(
      R"({"id": "$", "kind": "$", "unit": "none", "better": "$", "range": $, "step": 1, "title": $, "what": $$})",
      {id, kind, better, range, kText, kText, more});
}
// An amount, a count or the like of any size, or a rate; the higher the better.
inline std::string metric(std::string_view id, std::string_view kind = "amount",
                          std::string_view more = "") {
  return ranged(id, kind, "higher", kind == "rate" ? "[0, 1]" : "[null, null]", more);
}
inline std::string flag(std::string_view id, std::string_view more = "") {
  return fill(
      R"({"id": "$", "kind": "flag", "unit": "none", "better": "higher", "title": $, "what": $$})",
      {id, kText, kText, more});
}

// Its metric has the same id; `weight` is a figure, `more` as in metric().
inline std::string indicator(std::string_view id, std::string_view weight, std::string_view curve,
                             std::string_view range = "[0, 100]", std::string_view more = "") {
  return fill(
      R"({"id": "$", "kind": "indicator", "metric": "$", "weight": $, "range": $, "curve": $$})",
      {id, id, weight, range, curve, more});
}
inline std::string dimension(std::string_view id, std::string_view weight, std::string_view nodes,
                             std::string_view range = "[0, 100]") {
  return fill(
      R"({"id": "$", "kind": "dimension", "title": $, "weight": $, "range": $, "nodes": [$]})",
      {id, kText, weight, range, nodes});
}
inline std::string straight(std::string_view knots, std::string_view status = "official") {
  return fill(R"({"kind": "linear", "knots": $, "status": "$", "source": "rulebook"})",
              {knots, status});
}
inline const std::string kIdentity =
    R"({"kind": "identity", "status": "official", "source": "rulebook"})";

// The parts of a document. `texts` and `profile` are ids separated by spaces; the others are JSON:
// the items of a list, or the whole value. A part that is empty is left out, or is an empty list.
struct Document {
  std::string program = "small-program";
  std::string edition = "2026-01-01";
  std::string in_force = R"("from": "2026-01-01", "until": null, "last_seen": "2026-02-01")";
  std::string metrics;
  std::string rows;
  std::string look_back;
  std::string not_applicable;
  std::string score;
  std::string standards;
  std::string gates;
  std::string tiers;
  std::string cycle;
  std::string texts;
  std::string profile;
};

inline std::string list_texts(const std::string& ids, std::string_view text) {
  std::istringstream in(ids);
  std::string list;
  for (std::string id; in >> id;) {
    list += fill(R"($"$": $)", {list.empty() ? "" : ", ", id, text});
  }
  return list;
}

inline std::string to_json(const Document& document) {
  const std::string source =
      fill(R"({"id": "rulebook", "title": $, "publisher": $, "date": null, "url": null})",
           {kText, kText});
  const std::string where = fill(R"({"title": $, "where": $})", {kText, kText});
  std::string json = fill(
      R"({"format": 1, "program": "$", "edition": "$", "in_force": {$, "status": "official", "source": "rulebook"},
          "title": $, "summary": $, "platform": $, "time_zone": "Asia/Shanghai", "sources": [$], "questions": [$],
          "metrics": [$], "not_applicable": [$], "standards": [$], "gates": [$], "texts": {$}, "profile_texts": {$})",
      {document.program, document.edition, document.in_force, kText, kText, kText, source, kText,
       document.metrics, document.not_applicable, document.standards, document.gates,
       list_texts(document.texts, kText), list_texts(document.profile, where)});
  const auto add = [&](std::string_view pattern, const std::string& value) {
    json += value.empty() ? "" : fill(pattern, {value});
  };
  add(R"(, "rows": [$])", document.rows);
  add(R"(, "lookback": [$])", document.look_back);
  add(R"(, "tiers": [$])", document.tiers);
  add(R"(, "score": $)", document.score);
  add(R"(, "cycle": $)", document.cycle);
  return json + "}";
}

// The document as a program; a fault in it is a fault of the test, which then stops.
inline Program read(const Document& document) {
  Result<Json> json = parse_json(to_json(document));
  if (!json.ok()) {
    ADD_FAILURE() << json.issues().front().code << " " << json.issues().front().message << "\n"
                  << to_json(document);
  }
  for (const Issue& issue : check_program(json.value())) {
    ADD_FAILURE() << issue.code << " " << issue.path << " " << issue.message << "\n"
                  << to_json(document);
  }
  std::unique_ptr<Program> program = read_program(json.take());
  EXPECT_NE(program, nullptr);
  require(program != nullptr);
  return std::move(*program);
}

}  // namespace shopgauge::small

#endif  // SHOPGAUGE_TESTS_RULES_SMALL_PROGRAM_H_

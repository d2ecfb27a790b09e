// The report of an assessment: score, sum of its parts, gates, standards.

#include "core/base/cursor.h"
#include "core/base/decimal.h"
#include "core/cli/report.h"
#include "core/rules/program.h"

namespace shopgauge::cli {
namespace {

std::string figure(const Json& at, const std::string& name) {
  const Json* exact = at.find(name);
  if (exact != nullptr) {
    return to_decimal(exact->number);
  }
  const Json* low = at.find(name == "score" ? "low" : name + "_low");
  const Json* high = at.find(name == "score" ? "high" : name + "_high");
  return low == nullptr || high == nullptr
             ? "—"
             : to_decimal(low->number) + "–" + to_decimal(high->number);
}

std::string row(const std::string& name, const std::string& score, const std::string& weight,
                const std::string& points) {
  return pad(name, 34) + pad(score, 12, true) + pad(weight, 12, true) + pad(points, 22, true) +
         "\n";
}

std::string report_nodes(const Json& nodes, const Texts& texts, const std::string& indent) {
  std::string text;
  for (const Json& node : nodes.items) {
    const std::string& basis = node.find("basis")->string;
    const Json* why = node.find("why");
    std::string name = indent + texts.title(node.find("id")->string);
    if (basis == "flat") {
      name += " (" + texts.get("node_basis.flat") + ")";
    } else if ((basis == "missing" || basis == "partial") && why != nullptr) {
      name += " (" + texts.get("why." + why->string) + ")";
    }
    if (basis == "not_assessed" || basis == "missing") {
      text += row(name, texts.get("node_basis." + basis), figure(node, "weight"),
                  figure(node, "contribution"));
    } else {
      text +=
          row(name, figure(node, "score"), figure(node, "weight"), figure(node, "contribution"));
    }
    if (const Json* children = node.find("nodes")) {
      text += report_nodes(*children, texts, indent + "  ");
    }
  }
  return text;
}

std::string report_items(const Json& value, const Texts& texts) {
  std::string text = "\n" + texts.get("cli.items") + "\n";
  text += row("", texts.get("cli.score_column"), texts.get("cli.weight_column"),
              texts.get("cli.points_column"));
  text += report_nodes(*value.find("nodes"), texts, "  ");
  for (const Json& adjustment : value.find("adjustments")->items) {
    const Json& applied = *adjustment.find("applied");
    if (applied.boolean || applied.is(Json::Kind::string)) {
      text += row("  " + texts.title(adjustment.find("id")->string), "", "",
                  figure(adjustment, "points"));
    }
  }
  const Json& score = *value.find("score");
  text += row("  " + texts.get("cli.total"), "", "", figure(score, "unrounded"));
  if (const Json* worst = value.find("worst")) {
    text += "\n" + texts.get("cli.worst") + "\n";
    for (const Json& cost : worst->items) {
      text += row("  " + texts.title(cost.find("id")->string), "", "", "-" + figure(cost, "cost"));
    }
  }
  return text;
}

// The tier with what it brings; nothing where the reply has none.
std::string report_tier(const Json& value, const Texts& texts) {
  const Json* tier = value.find("tier");
  if (tier == nullptr) {
    return "";
  }
  std::string text = texts.get("cli.tier") + ": " + tier_name(*tier, texts);
  const Json* consequences = tier->find("consequences");
  if (consequences == nullptr) {
    return text + "\n";
  }
  text += "  (" + texts.get("provenance." + tier->find("status")->string) + ")\n";
  for (const Json& consequence : consequences->items) {
    text += "  " + texts.text_of("consequence." + consequence.string) + "\n";
  }
  return text;
}

std::string report_look_back(const Json& value, const Texts& texts) {
  const Json* look_back = value.find("lookback");
  if (look_back == nullptr) {
    return "";
  }
  if (const Json* id = look_back->find("id")) {
    return texts.get("cli.lookback", {{"months", figure(*look_back, "months")},
                                      {"title", texts.title_in("lookback", id->string)}}) +
           "\n";
  }
  std::string titles;
  for (const Json& id : look_back->find("possible")->items) {
    titles += (titles.empty() ? "" : " / ") + texts.title_in("lookback", id.string);
  }
  return texts.get("cli.lookback_open", {{"titles", titles}}) + needs(*look_back, texts) + "\n";
}

std::string report_score(const Json& value, const Texts& texts) {
  const Json& score = *value.find("score");
  const std::string scale = to_decimal(score.find("scale")->items[1].number);
  std::string text;
  if (const Json* exact = score.find("value")) {
    text = texts.get("cli.score", {{"value", to_decimal(exact->number)}, {"high", scale}});
  } else {
    text = texts.get("cli.score_between", {{"low", to_decimal(score.find("low")->number)},
                                           {"high_end", to_decimal(score.find("high")->number)},
                                           {"high", scale}});
  }
  for (const JsonMember& derived : score.members) {
    const std::string id = derived.key.substr(0, derived.key.rfind("_low"));
    const bool upper_end =
        derived.key.size() > 5 && derived.key.rfind("_high") == derived.key.size() - 5;
    if (index_in(kScoreKeys, derived.key) < 0 && !upper_end) {
      text += "  " + texts.title(id) + " " + figure(score, id);
    }
  }
  if (const Json* method = score.find("method")) {
    text += "  · " + texts.get("method." + method->string);
  }
  return text + "\n";
}

std::string report_certainty(const Json& value, const Texts& texts) {
  const std::string& basis = value.find("basis")->string;
  const Json& missing = *value.find("missing");
  if (basis != "partial") {
    return texts.get("cli.certainty." + basis) + "\n";
  }
  if (missing.items.empty()) {
    return texts.get("cli.certainty.partial_open") + "\n";
  }
  return texts.get("cli.certainty.partial", {{"needs", texts.titles(missing)}}) + "\n";
}

std::string report_gates(const Json& gates, const Texts& texts) {
  std::string text = "\n" + texts.get("cli.gates") + "\n";
  for (const Json& gate : gates.items) {
    text += "  " + pad(texts.title_in("gates", gate.find("id")->string), 32) + " " +
            met(*gate.find("met"), texts) + needs(gate, texts) + "\n";
  }
  return text;
}

std::string report_one(const Json& value, const Texts& texts) {
  std::string text;
  const Json* reason = value.find("reason");
  if (reason != nullptr) {
    const std::string& status = value.find("status")->string;
    text = texts.get("status." + status) + ": " + texts.text_of("reason." + reason->string) + "\n";
    text += status == "not_scored" ? texts.get("cli.no_score") + "\n" : "";
  }
  if (value.find("score") != nullptr) {
    text += report_score(value, texts);
  }
  if (const Json* verdict = value.find("verdict")) {
    text += texts.get("cli.verdict") + ": " + texts.get("verdict." + verdict->string) + "\n";
  }
  text += report_tier(value, texts) + report_look_back(value, texts);
  text += reason == nullptr ? report_certainty(value, texts) : "";
  if (value.find("score") != nullptr) {
    text += report_items(value, texts);
  }
  if (const Json* standards = value.find("standards")) {
    text += "\n" + texts.get("cli.standards") + "\n" + report_findings(*standards, texts, "  ");
  }
  if (const Json* gates = value.find("gates")) {
    text += report_gates(*gates, texts);
  }
  return text;
}

}  // namespace

std::string report_assessment(const Json& value, const Texts& texts) {
  std::string text = heading(value, texts) + report_one(value, texts);
  if (const Json* what_if = value.find("what_if")) {
    text += "\n" + texts.get("cli.what_if") + "\n" + report_one(*what_if, texts);
  }
  return text + report_footing(value, texts);
}

}  // namespace shopgauge::cli

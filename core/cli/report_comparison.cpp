// The report of a comparison: both results side by side, then item by item what differs and why.

#include "core/base/decimal.h"
#include "core/cli/report.h"

namespace shopgauge::cli {
namespace {

// The titles of both sides; what only one of them has is titled by it.
class Titles {
 public:
  Titles(const Texts& first, const Texts& second) : first_(first), second_(second) {}

  [[nodiscard]] std::string of(const std::string& id) const {
    const std::string title = second_.title(id);
    return title == id ? first_.title(id) : title;
  }
  [[nodiscard]] std::string of_gate(const std::string& id) const {
    const std::string title = second_.title_in("gates", id);
    return title == id ? first_.title_in("gates", id) : title;
  }
  [[nodiscard]] const Texts& first() const { return first_; }
  [[nodiscard]] const Texts& second() const { return second_; }

 private:
  const Texts& first_;
  const Texts& second_;
};

std::string row(const std::string& name, const std::string& from, const std::string& to,
                const std::string& difference) {
  std::string text = pad(name, 38) + pad(from, 14, true) + pad(to, 14, true);
  text += difference.empty() ? "" : pad(difference, 14, true);
  return line(text.substr(0, text.find_last_not_of(' ') + 1));
}

std::string arrow(const std::string& from, const std::string& to) { return from + " → " + to; }

std::string end_text(const Json& end, const std::string& metric, const Texts& texts) {
  if (end.is(Json::Kind::array)) {
    std::string text;
    for (const Json& part : end.items) {
      text += (text.empty() ? "" : ", ") + end_text(part, metric, texts);
    }
    return "[" + text + "]";
  }
  return metric.empty() ? plain(end, texts) : measure(end, metric, texts);
}

std::string report_causes(const Json& node, const Texts& texts, const std::string& indent) {
  std::string text;
  const Json* causes = node.find("causes");
  for (std::size_t i = 0; causes != nullptr && i < causes->items.size(); ++i) {
    const Json& cause = causes->items[i];
    const std::string& of = cause.find("of")->string;
    const auto end = [&](const char* key) {
      const Json* value = cause.find(key);
      return value == nullptr ? "—"
             : of == "basis"
                 ? texts.get("node_basis." + value->string)
                 : end_text(*value, of == "input" ? node.find("id")->string : "", texts);
    };
    text += indent + texts.get("cause." + of) + ": " + arrow(end("from"), end("to"));
    if (const Json* points = cause.find("points")) {
      text += "  (" + texts.get("cli.points", {{"points", signed_number(*points)}}) + ")";
    }
    text += "\n";
  }
  return text;
}

// "only 1" or "only 2", or nothing.
std::string only(const Json& item, const Texts& texts) {
  const Json* in = item.find("in");
  return in == nullptr ? "" : "  · " + texts.get("cli.only_" + in->string);
}

// "+3", or at both ends "+1 … +3".
std::string change_of(const Json& item, const std::string& key) {
  if (const Json* change = item.find(key)) {
    return signed_number(*change);
  }
  const Json* low = item.find(key + "_low");
  return low == nullptr ? ""
                        : signed_number(*low) + " … " + signed_number(*item.find(key + "_high"));
}

// What an item brings more or less, and where only one side has it.
std::string item(const Json& of, const std::string& name, const std::string& points,
                 const Texts& texts) {
  std::string text = row(name, "", "", points);
  text.pop_back();
  return line(text + only(of, texts));
}

std::string report_nodes(const Json& nodes, const Titles& titles, const std::string& indent) {
  std::string text;
  for (const Json& node : nodes.items) {
    text += item(node, indent + titles.of(node.find("id")->string), change_of(node, "contribution"),
                 titles.second());
    text += report_causes(node, titles.second(), indent + "  ");
    if (const Json* children = node.find("nodes")) {
      text += report_nodes(*children, titles, indent + "  ");
    }
  }
  return text;
}

std::string report_points(const Json& difference, const Titles& titles) {
  const Texts& texts = titles.second();
  std::string text = "\n" + line(texts.get("cli.compare.items"));
  text += report_nodes(*difference.find("nodes"), titles, "  ");
  for (const Json& adjustment : difference.find("adjustments")->items) {
    const std::string points = change_of(adjustment, "points");
    if (!points.empty()) {
      text += item(adjustment, "  " + titles.of(adjustment.find("id")->string), points, texts);
    }
  }
  return text + row("  " + texts.get("cli.total"), "", "", change_of(difference, "unrounded"));
}

std::string finding_end(const Json& finding, const std::string& id, const Texts& texts) {
  const Json* target = finding.find("target");
  const Json* answer = finding.find("met");
  std::string text = texts.get("operator." + finding.find("operator")->string) + " " +
                     (target == nullptr ? "—" : measure(*target, id, texts));
  return text + (answer == nullptr ? "" : ", " + met(*answer, texts));
}

std::string report_standards(const Json& standards, const Titles& titles) {
  const Texts& texts = titles.second();
  std::string text;
  for (const Json& standard : standards.items) {
    const Json* from = standard.find("from");
    const Json* to = standard.find("to");
    const std::string& id = standard.find("id")->string;
    text += "  " + titles.of(id) + ": ";
    text += from != nullptr && to != nullptr
                ? arrow(finding_end(*from, id, titles.first()), finding_end(*to, id, texts))
                : finding_end(from == nullptr ? *to : *from, id, texts) + only(standard, texts);
    text += "\n";
  }
  return text.empty() ? text : "\n" + line(texts.get("cli.standards")) + text;
}

std::string report_gates(const Json& gates, const Titles& titles) {
  const Texts& texts = titles.second();
  std::string text;
  for (const Json& gate : gates.items) {
    const Json* from = gate.find("from");
    const Json* to = gate.find("to");
    text += "  " + titles.of_gate(gate.find("id")->string) + ": ";
    text += from != nullptr && to != nullptr
                ? arrow(met(*from, texts), met(*to, texts))
                : met(from == nullptr ? *to : *from, texts) + only(gate, texts);
    text += "\n";
  }
  return text.empty() ? text : "\n" + line(texts.get("cli.gates")) + text;
}

// The score as shown, or the status of a side without one.
std::string result(const Json& side, const Texts& texts) {
  const Json* score = side.find("score");
  if (score == nullptr) {
    return texts.get("status." + side.find("status")->string);
  }
  const Json* value = score->find("value");
  return value != nullptr ? to_decimal(value->number)
                          : to_decimal(score->find("low")->number) + "–" +
                                to_decimal(score->find("high")->number);
}

std::string report_results(const Json& first, const Json& second, const Json& difference,
                           const Titles& titles) {
  const Texts& texts = titles.second();
  std::string text = row("", "1", "2", texts.get("cli.compare.difference"));
  text += row(texts.get("cli.compare.score"), result(first, titles.first()), result(second, texts),
              change_of(difference, "value"));
  const Json* derived = difference.find("derived");
  for (std::size_t i = 0; derived != nullptr && i < derived->items.size(); ++i) {
    const Json& one = derived->items[i];
    text += row(titles.of(one.find("id")->string), plain(*one.find("from"), texts),
                plain(*one.find("to"), texts), "");
  }
  if (first.find("verdict") != nullptr && second.find("verdict") != nullptr) {
    text += row(texts.get("cli.verdict"), texts.get("verdict." + first.find("verdict")->string),
                texts.get("verdict." + second.find("verdict")->string), "");
  }
  const Json* from = first.find("tier");
  const Json* to = second.find("tier");
  if (from != nullptr || to != nullptr) {
    text += line(texts.get("cli.tier") + ": " +
                 arrow(from == nullptr ? "—" : tier_name(*from, titles.first()),
                       to == nullptr ? "—" : tier_name(*to, texts)));
  }
  const std::string basis = texts.get("cli.compare.certainty");
  return text + row(basis, titles.first().get("basis." + first.find("basis")->string),
                    texts.get("basis." + second.find("basis")->string), "");
}

std::string report_ignored(const Json& side, const std::string& number, const Titles& titles) {
  const Json& ignored = *side.find("ignored");
  std::string names;
  for (const Json& path : ignored.items) {
    names +=
        (names.empty() ? "" : ", ") + titles.of(path.string.substr(path.string.rfind('/') + 1));
  }
  return names.empty() ? ""
                       : line(titles.second().get("cli.compare.ignored",
                                                  {{"side", number}, {"names", names}}));
}

}  // namespace

std::string report_comparison(const Json& value, const Texts& first_texts,
                              const Texts& second_texts) {
  const Titles titles(first_texts, second_texts);
  const Json& first = value.find("sides")->items[0];
  const Json& second = value.find("sides")->items[1];
  const Json& difference = *value.find("difference");
  std::string text = "1  " + heading(first, first_texts) + "2  " + heading(second, second_texts) +
                     "\n" + report_results(first, second, difference, titles);
  if (difference.find("nodes") != nullptr) {
    text += report_points(difference, titles);
  }
  if (const Json* standards = difference.find("standards")) {
    text += report_standards(*standards, titles);
  }
  if (const Json* gates = difference.find("gates")) {
    text += report_gates(*gates, titles);
  }
  text += "\n" + report_ignored(first, "1", titles) + report_ignored(second, "2", titles);
  const std::string& before = first.find("sources")->find("newest")->string;
  const std::string& newest = second.find("sources")->find("newest")->string;
  if (before != newest) {
    text += line(second_texts.get("cli.sources", {{"newest", before}}));
  }
  text += line(second_texts.get("cli.sources", {{"newest", newest}}));
  return text + line(second_texts.get("cli.disclaimer"));
}

}  // namespace shopgauge::cli

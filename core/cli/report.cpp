// What several reports have, and the short ones.

#include "core/cli/report.h"

#include <algorithm>

#include "core/base/decimal.h"

namespace shopgauge::cli {
namespace {

// "/profile/weights/goods" -> "Goods · weight", "/program/…" -> what stands there in the document.
std::string about(const std::string& path, const Texts& texts) {
  const std::string profile = "/profile/";
  if (path.rfind("/program/", 0) == 0) {
    return texts.place(path.substr(std::string("/program").size()));
  }
  if (path.rfind(profile + "targets/", 0) == 0 || path.rfind(profile + "thresholds/", 0) == 0) {
    std::string dotted = path.substr(profile.size());
    for (char& c : dotted) {
      c = c == '/' ? '.' : c;
    }
    return texts.title(dotted);
  }
  if (path == profile + "method") {
    return texts.get("part.method");
  }
  const std::string name = texts.title(path.substr(path.rfind('/') + 1));
  if (path.rfind(profile + "weights/", 0) == 0) {
    return name + " · " + texts.get("part.weight");
  }
  if (path.rfind(profile + "calibration/", 0) == 0) {
    return name + " · " + texts.get("part.calibration");
  }
  return path.rfind(profile + "tables/", 0) == 0 ? name + " · " + texts.get("part.curve") : name;
}

enum class Group { estimate, not_given, defaults };

Group group_of(const std::string& status) {
  if (status == "not_given") {
    return Group::not_given;
  }
  return status == "assumed" || status == "example" ? Group::estimate : Group::defaults;
}

std::string report_assumptions(const Json& list, const Texts& texts, Group group,
                               const std::string& title) {
  std::string lines;
  for (const Json& assumption : list.items) {
    const std::string& status = assumption.find("status")->string;
    if (group_of(status) != group) {
      continue;
    }
    lines += "  " + about(assumption.find("path")->string, texts);
    const Json* taken = assumption.find("taken");
    if (taken != nullptr && group != Group::not_given) {
      lines += ": " + plain(*taken, texts);
    }
    lines += group == Group::not_given ? "\n" : "  (" + texts.get("provenance." + status) + ")\n";
  }
  return lines.empty() ? "" : "\n" + line(title) + lines;
}

// Each id among other signs replaced by its title: "opened, first_assessed".
std::string with_titles(const std::string& ids, const Texts& texts) {
  std::string text;
  std::string id;
  for (const char c : ids + " ") {
    if ((c >= 'a' && c <= 'z') || c == '_') {
      id += c;
      continue;
    }
    text += id.empty() ? "" : texts.title(id);
    text += c;
    id.clear();
  }
  text.pop_back();
  return text;
}

// "A / B | A / C": words of the enrolment, by rows of a table.
std::string with_words(const std::string& rows, const Texts& texts) {
  std::string text;
  for (std::size_t begin = 0; begin < rows.size();) {
    const std::size_t end =
        std::min({rows.find(" / ", begin), rows.find(" | ", begin), rows.size()});
    text += texts.word(rows.substr(begin, end - begin)) + rows.substr(end, 3);
    begin = end + 3;
  }
  return text;
}

// "at least 0.95"; of a target that is "more than 0" these words.
std::string wanted(const Json& finding, const Texts& texts) {
  const Json* target = finding.find("target");
  if (target != nullptr && target->string == "positive") {
    return texts.get("operator.above") + " 0";
  }
  const std::string number = target == nullptr ? "—" : plain(*target, texts);
  return texts.get("operator." + finding.find("operator")->string) + " " + number;
}

// What is to be said of a finding behind its figures.
std::string remarks(const Json& finding, const Texts& texts) {
  std::string text;
  if (const Json* answer = finding.find("met")) {
    text += " " + met(*answer, texts);
  }
  if (finding.find("assessed") != nullptr) {
    text += " " + texts.get("node_basis.not_assessed");
  }
  if (finding.find("so_far") != nullptr) {
    text += " " + texts.get("cli.so_far");
  }
  if (const Json* trend = finding.find("trend")) {
    text += "  " + texts.get("trend." + trend->string);
    text += trend->string == "same" ? "" : " (" + signed_number(*finding.find("change")) + ")";
  }
  if (const Json* area = finding.find("area")) {
    text += "  · " + texts.text_of("area." + area->string);
  }
  if (finding.find("advisory") != nullptr) {
    text += "  · " + texts.get("cli.advisory");
  }
  return text + needs(finding, texts);
}

// What the authors' message is about: " (id: hourz, kind: metric)".
std::string written(const Json& params) {
  std::string text;
  for (const JsonMember& param : params.members) {
    text += (text.empty() ? " (" : ", ") + param.key + ": " + param.value.string;
  }
  return text.empty() ? text : text + ")";
}

std::string params_text(const Json& issue, const Texts& texts, std::vector<Param>& params) {
  for (const JsonMember& param : issue.find("params")->members) {
    const std::string& value = param.value.string;
    std::string shown = value;
    if (param.key == "kind") {
      shown = texts.get("kind." + value);
    } else if (param.key == "field" || param.key == "id") {
      shown = texts.title(value);
    } else if (param.key == "fields") {
      shown = with_titles(value, texts);
    } else if (param.key == "rows") {
      shown = with_words(value, texts);
    }
    params.push_back({param.key, shown.empty() ? "—" : shown});
  }
  // An issue has one of these.
  params.push_back({"fields", ""});
  params.push_back({"rows", ""});
  const std::string code = issue.find("code")->string;
  const bool of_document = code.rfind("program.", 0) == 0;
  const Json* message = issue.find("message");
  params.push_back({"code", code});
  params.push_back(
      {"message", (message == nullptr ? "" : message->string) + written(*issue.find("params"))});
  return texts.has("issue." + code) ? "issue." + code
         : of_document              ? "issue.program"
                                    : "issue.other";
}

}  // namespace

std::string line(const std::string& text) { return text + "\n"; }

std::string signed_number(const Json& value) {
  return (value.number.sign() > 0 ? "+" : "") + to_decimal(value.number);
}

std::string plain(const Json& value, const Texts& texts) {
  switch (value.kind) {
    case Json::Kind::boolean:
      return texts.get(value.boolean ? "cli.yes" : "cli.no");
    case Json::Kind::number:
      return to_decimal(value.number);
    case Json::Kind::string:
      return value.string;
    case Json::Kind::object:
      if (const Json* percent = value.find("percent")) {
        return plain(*percent, texts) + "%";
      }
      if (value.members.size() == 2) {
        return plain(value.members[0].value, texts) + (value.find("low") != nullptr ? " – " : "/") +
               plain(value.members[1].value, texts);
      }
      return texts.get("why.no_score");
    case Json::Kind::null:
    case Json::Kind::array:
      return "—";
  }
  return {};
}

std::string measure(const Json& value, const std::string& of, const Texts& texts) {
  if (!texts.is_rate(of)) {
    return plain(value, texts);
  }
  constexpr int kDigits = 4;
  if (value.is(Json::Kind::number)) {
    return display(value.number * 100, kDigits) + "%";
  }
  const Json* num = value.find("num");
  const Json* den = value.find("den");
  const bool counted = num != nullptr && den != nullptr && !den->number.is_zero();
  return plain(value, texts) +
         (counted ? " = " + display(num->number / den->number * 100, 2) + "%" : "");
}

std::string met(const Json& value, const Texts& texts) {
  return texts.get("met." + (value.is(Json::Kind::boolean)
                                 ? std::string(value.boolean ? "true" : "false")
                                 : value.string));
}

std::string heading(const Json& value, const Texts& texts) {
  std::string text = line(texts.program() + " · " + value.find("edition")->string);
  if (value.find("out_of_force") != nullptr) {
    text += line(texts.get("cli.out_of_force"));
  }
  return text;
}

std::string needs(const Json& value, const Texts& texts) {
  const Json* needed = value.find("needs");
  return needed == nullptr || needed->items.empty()
             ? ""
             : "  (" + texts.get("cli.needs", {{"needs", texts.titles(*needed)}}) + ")";
}

std::string report_finding(const Json& finding, const std::string& name, const Texts& texts,
                           const std::string& indent) {
  const Json* so_far = finding.find("so_far");
  const Json* observed = so_far == nullptr ? finding.find("observed") : so_far;
  std::string text = indent + (name.empty() ? "" : pad(name, 38) + " ");
  text += pad(observed == nullptr ? "—" : plain(*observed, texts), 10, true) + "  ";
  const std::string remark = remarks(finding, texts);
  text += remark.empty() ? wanted(finding, texts) : pad(wanted(finding, texts), 16) + remark;
  text += "\n";
  if (const Json* alternatives = finding.find("or")) {
    for (const Json& one : alternatives->items) {
      const std::string other = texts.title(one.find("id")->string);
      text += report_finding(one, texts.get("cli.or") + " " + other, texts, indent + "  ");
    }
  }
  return text;
}

std::string report_findings(const Json& findings, const Texts& texts, const std::string& indent) {
  std::string text;
  for (const Json& finding : findings.items) {
    text += report_finding(finding, texts.title(finding.find("id")->string), texts, indent);
  }
  return text;
}

std::string tier_name(const Json& tier, const Texts& texts) {
  if (const Json* id = tier.find("id")) {
    return texts.title_in("tiers", id->string);
  }
  std::string names;
  for (const Json& id : tier.find("possible")->items) {
    names +=
        (names.empty() ? "" : " " + texts.get("cli.or") + " ") + texts.title_in("tiers", id.string);
  }
  return names + needs(tier, texts);
}

std::string report_notes(const Json& value, const Texts& texts) {
  std::string text;
  const Json& warnings = *value.find("warnings");
  const Json* notices = value.find("notices");
  if (!warnings.items.empty() || notices != nullptr) {
    text += "\n" + line(texts.get("cli.warnings"));
  }
  for (std::size_t i = 0; notices != nullptr && i < notices->items.size(); ++i) {
    text += line("  " + texts.text_of("notice." + notices->items[i].string));
  }
  for (const Json& warning : warnings.items) {
    std::vector<Param> params;
    (void)params_text(warning, texts, params);
    text += line("  " + texts.get("warning." + warning.find("code")->string, params));
  }
  const Json* sources = value.find("sources");
  text += "\n" + line(texts.get("cli.sources", {{"newest", sources->find("newest")->string}}));
  return text + line(texts.get("cli.disclaimer"));
}

std::string report_footing(const Json& value, const Texts& texts) {
  const Json& assumptions = *value.find("assumptions");
  std::string text =
      report_assumptions(assumptions, texts, Group::estimate, texts.get("cli.estimated_on"));
  text += report_assumptions(assumptions, texts, Group::defaults, texts.get("cli.defaults"));
  text += report_assumptions(assumptions, texts, Group::not_given, texts.get("cli.not_given"));
  return text + report_notes(value, texts);
}

std::string report_issues(const Json& issues, const Texts& texts) {
  std::string text;
  for (const Json& issue : issues.items) {
    std::vector<Param> params;
    const std::string key = params_text(issue, texts, params);
    std::string where = issue.find("path")->string;
    if (const Json* at = issue.find("line")) {
      const Json* column = issue.find("column");
      where += where.empty() ? "" : " ";
      where += column == nullptr ? texts.get("cli.at_line", {{"line", plain(*at, texts)}})
                                 : texts.get("cli.at", {{"line", plain(*at, texts)},
                                                        {"column", plain(*column, texts)}});
    }
    text += line((where.empty() ? "" : where + ": ") + texts.get(key, params));
  }
  return text;
}

std::string report_check(const Json& value, const Texts& texts) {
  return line(texts.get("cli.no_faults", {{"id", value.find("program")->string},
                                          {"edition", value.find("edition")->string}}));
}

std::string report_programs(const Json& value, const Texts& texts) {
  std::string text;
  for (const Json& program : value.find("programs")->items) {
    text += line(texts.pick(*program.find("title")) + "  " + program.find("program")->string);
    for (const Json& edition : program.find("editions")->items) {
      const std::string& from = edition.find("from")->string;
      const Json& until = *edition.find("until");
      const Json* seen = edition.find("last_seen");
      text += "  " + pad(edition.find("edition")->string, 12);
      if (edition.find("article")->boolean) {
        text += line(texts.get("cli.article"));
      } else if (until.is(Json::Kind::string)) {
        text += line(texts.get("cli.in_force_until", {{"from", from}, {"until", until.string}}));
      } else {
        text += texts.get("cli.in_force", {{"from", from}});
        text += line(seen == nullptr ? ""
                                     : "  " + texts.get("cli.last_seen", {{"date", seen->string}}));
      }
    }
  }
  return text;
}

}  // namespace shopgauge::cli

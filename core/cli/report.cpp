// What several reports have, and the short ones.

#include "core/cli/report.h"

#include "core/base/decimal.h"

namespace shopgauge::cli {
namespace {

std::string line(const std::string& text) { return text + "\n"; }

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
  const std::string name = texts.title(path.substr(path.rfind('/') + 1));
  if (path.rfind(profile + "weights/", 0) == 0) {
    return name + " · " + texts.get("part.weight");
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

std::string params_text(const Json& issue, const Texts& texts, std::vector<Param>& params) {
  for (const JsonMember& param : issue.find("params")->members) {
    const std::string& value = param.value.string;
    std::string shown = value;
    if (param.key == "kind") {
      shown = texts.get("kind." + value);
    } else if (param.key == "field" || param.key == "id") {
      shown = texts.title(value);
    }
    params.push_back({param.key, shown.empty() ? "—" : shown});
  }
  const std::string code = issue.find("code")->string;
  const bool of_document = code.rfind("program.", 0) == 0;
  params.push_back({"code", code});
  params.push_back(
      {"message", issue.find("message") == nullptr ? "" : issue.find("message")->string});
  return texts.has("issue." + code) ? "issue." + code
         : of_document              ? "issue.program"
                                    : "issue.other";
}

}  // namespace

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

std::string report_findings(const Json& findings, const Texts& texts, const std::string& indent) {
  std::string text;
  for (const Json& finding : findings.items) {
    const Json* observed = finding.find("observed");
    const Json* target = finding.find("target");
    const Json* needs = finding.find("needs");
    text += indent + pad(texts.title(finding.find("id")->string), 38) + " ";
    text += pad(observed == nullptr ? "—" : plain(*observed, texts), 10, true) + "  ";
    text += pad(texts.get("operator." + finding.find("operator")->string) + " " +
                    (target == nullptr ? "—" : plain(*target, texts)),
                16);
    text += " " + met(*finding.find("met"), texts);
    text += line(needs == nullptr
                     ? ""
                     : "  (" + texts.get("cli.needs", {{"needs", texts.titles(*needs)}}) + ")");
  }
  return text;
}

std::string report_footing(const Json& value, const Texts& texts) {
  const Json& assumptions = *value.find("assumptions");
  std::string text =
      report_assumptions(assumptions, texts, Group::estimate, texts.get("cli.estimated_on"));
  text += report_assumptions(assumptions, texts, Group::defaults, texts.get("cli.defaults"));
  text += report_assumptions(assumptions, texts, Group::not_given, texts.get("cli.not_given"));
  const Json& warnings = *value.find("warnings");
  if (!warnings.items.empty()) {
    text += "\n" + line(texts.get("cli.warnings"));
  }
  for (const Json& warning : warnings.items) {
    std::vector<Param> params;
    (void)params_text(warning, texts, params);
    text += line("  " + texts.get("warning." + warning.find("code")->string, params));
  }
  const Json* sources = value.find("sources");
  const std::string& newest = sources->find("newest")->string;
  text += "\n" + line(texts.get("cli.sources", {{"newest", newest}}));
  if (sources->find("stale")->boolean) {
    text += line(texts.get("warning.stale", {{"newest", newest}}));
  }
  return text + line(texts.get("cli.disclaimer"));
}

std::string report_issues(const Json& issues, const Texts& texts) {
  std::string text;
  for (const Json& issue : issues.items) {
    std::vector<Param> params;
    const std::string key = params_text(issue, texts, params);
    std::string where = issue.find("path")->string;
    if (const Json* at = issue.find("line")) {
      where += (where.empty() ? "" : " ") +
               texts.get("cli.at", {{"line", plain(*at, texts)},
                                    {"column", plain(*issue.find("column"), texts)}});
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

// The report of a timeline: standing, phases, months, events.

#include "core/base/decimal.h"
#include "core/cli/report.h"

namespace shopgauge::cli {
namespace {

std::string integer(const Json& value) { return to_decimal(value.number); }

std::string phase_name(const Json& at, const Texts& texts) {
  const Json* id = at.find("id");
  const Json& phase = id != nullptr ? *id : *at.find("phase");
  std::string name =
      phase.is(Json::Kind::string) ? texts.phase(phase.string) : texts.get("cli.no_phase");
  if (const Json* cycle = at.find("cycle")) {
    name += " · " + texts.get("cli.cycle", {{"n", integer(*cycle)}});
  }
  return name;
}

std::string event_text(const Json& event, const Texts& texts) {
  std::string text = texts.get("event." + event.find("event")->string);
  if (const Json* to = event.find("to")) {
    text += " → " + texts.word(to->string);
  }
  if (const Json* amount = event.find("amount")) {
    text += " " + to_decimal(amount->number);
  }
  const Json* areas = event.find("areas");
  if (areas != nullptr && !areas->items.empty()) {
    std::string names;
    for (const Json& area : areas->items) {
      names += (names.empty() ? "" : " / ") + texts.text_of("area." + area.string);
    }
    text += "  (" + texts.get("cli.areas", {{"areas", names}}) + ")";
  }
  return text;
}

std::string report_phases(const Json& phases, const Texts& texts) {
  std::string text = "\n" + texts.get("cli.phases") + "\n";
  for (const Json& phase : phases.items) {
    const Json& to = *phase.find("to");
    text += "  " + phase.find("from")->string + " – " +
            pad(to.is(Json::Kind::string) ? to.string : texts.get("cli.open_end"), 12);
    text += phase_name(phase, texts) + "\n";
  }
  return text;
}

std::string report_months(const Json& months, const Texts& texts) {
  std::string text = months.items.empty() ? "" : "\n" + texts.get("cli.months") + "\n";
  for (const Json& month : months.items) {
    text += "  " + month.find("month")->string + "  " + pad(phase_name(month, texts), 32);
    text += " " + pad(texts.get("verdict." + month.find("verdict")->string), 14);
    if (const Json* failures = month.find("failures")) {
      text += " " + texts.get("cli.failures", {{"n", integer(*failures)}});
    }
    if (const Json* reviewed = month.find("reviewed")) {
      text += "  " + texts.get("cli.reviewed", {{"date", reviewed->string}});
    }
    if (const Json* tier = month.find("tier")) {
      text += "  " + tier_name(*tier, texts);
    }
    text += "\n";
    if (const Json* standards = month.find("standards")) {
      text += report_findings(*standards, texts, "      ");
    }
  }
  return text;
}

std::string report_checks(const Json& checks, const Texts& texts) {
  std::string text = checks.items.empty() ? "" : "\n" + texts.get("cli.checks") + "\n";
  for (const Json& check : checks.items) {
    const std::string name = texts.check(check.find("standard")->string);
    text += "  " + check.find("date")->string + "  " + name + ": " +
            texts.get("verdict." + check.find("verdict")->string) + "\n";
    if (const Json* standards = check.find("standards")) {
      text += report_findings(*standards, texts, "      ");
    } else if (check.find("operator") != nullptr) {
      text += report_finding(check, "", texts, "      ");
    }
  }
  return text;
}

std::string report_events(const Json& events, const Texts& texts) {
  std::string text = events.items.empty() ? "" : "\n" + texts.get("cli.events") + "\n";
  for (const Json& event : events.items) {
    text += "  " + event.find("date")->string + "  " + event_text(event, texts) + "\n";
    text += "              " + texts.text_of("rule." + event.find("rule")->string) + "\n";
  }
  return text;
}

std::string report_standing(const Json& standing, const Texts& texts) {
  const std::string& date = standing.find("date")->string;
  std::string text = texts.get("cli.standing", {{"date", date}}) + ": ";
  text += phase_name(standing, texts);
  const Json* store_type = standing.find("store_type");
  text += (store_type == nullptr ? "" : " · " + texts.word(store_type->string)) + "\n";
  if (const Json* left = standing.find("failures_left")) {
    text += texts.get("cli.failures", {{"n", integer(*standing.find("failures"))}}) + " · " +
            texts.get("cli.failures_left", {{"n", integer(*left)}}) + "\n";
  }
  if (const Json* needed = standing.find("passes_needed")) {
    text += texts.get("cli.passes_needed", {{"n", integer(*needed)}}) + "\n";
  }
  const Json& deadline = *standing.find("deadline");
  if (deadline.is(Json::Kind::object)) {
    text += texts.get("cli.deadline",
                      {{"date", deadline.find("date")->string},
                       {"decides", texts.get("deadline." + deadline.find("decides")->string)},
                       {"days", integer(*deadline.find("in_days"))}}) +
            "\n";
  }
  const Json& next = *standing.find("next");
  if (next.is(Json::Kind::object)) {
    text += texts.get("cli.next",
                      {{"date", next.find("date")->string}, {"event", event_text(next, texts)}}) +
            "\n";
  }
  return text;
}

}  // namespace

std::string report_course(const Json& timeline, const Texts& texts) {
  return report_standing(*timeline.find("standing"), texts) +
         report_phases(*timeline.find("phases"), texts) +
         report_months(*timeline.find("months"), texts) +
         report_checks(*timeline.find("checks"), texts) +
         report_events(*timeline.find("events"), texts);
}

std::string report_timeline(const Json& value, const Texts& texts) {
  std::string text = heading(value, texts);
  if (const Json* reason = value.find("reason")) {
    return text + texts.get("status.not_applicable") + ": " +
           texts.text_of("reason." + reason->string) + "\n" + report_footing(value, texts);
  }
  return text + report_course(value, texts) + report_footing(value, texts);
}

}  // namespace shopgauge::cli

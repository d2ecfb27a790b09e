// The report of a plan: each lever alone, what they do together, how much may go wrong.

#include "core/base/decimal.h"
#include "core/cli/report.h"

namespace shopgauge::cli {
namespace {

std::string line(const std::string& text) { return text + "\n"; }

std::string now_of(const Json& item, const Texts& texts) {
  const Json* now = item.find("now");
  return now == nullptr ? "—" : plain(*now, texts);
}

std::string row(const std::string& name, const std::string& from, const std::string& to,
                const std::string& remark) {
  const std::string text =
      "  " + pad(name, 38) + pad(from, 12, true) + " → " + pad(to, 12) + remark;
  return line(text.substr(0, text.find_last_not_of(' ') + 1));
}

std::string orders(const Json& item, const char* key, const std::string& text, const Texts& texts) {
  const Json* count = item.find(key);
  return count == nullptr ? "" : texts.get(text, {{"n", plain(*count, texts)}});
}

std::string report_levers(const Json& levers, const Texts& texts) {
  std::string text;
  for (const Json& lever : levers.items) {
    const Json* needed = lever.find("needed");
    const bool reachable = lever.find("reachable")->boolean;
    text += row(texts.title(lever.find("metric")->string), now_of(lever, texts),
                needed == nullptr ? "—" : plain(*needed, texts),
                reachable ? orders(lever, "organic_orders", "cli.plan.organic", texts)
                          : texts.get("cli.plan.not_alone"));
  }
  return text.empty() ? text : "\n" + line(texts.get("cli.plan.levers")) + text;
}

std::string report_headroom(const Json& headroom, const Texts& texts) {
  std::string text;
  for (const Json& room : headroom.items) {
    text += row(texts.title(room.find("metric")->string), now_of(room, texts),
                plain(*room.find("limit"), texts),
                orders(room, "more_bad_orders", "cli.plan.bad", texts));
  }
  return text.empty() ? text : "\n" + line(texts.get("cli.plan.headroom")) + text;
}

std::string report_combinations(const Json& combinations, const Texts& texts) {
  std::string text;
  for (const Json& one : combinations.items) {
    std::string changes;
    for (const Json& change : one.find("changes")->items) {
      changes += (changes.empty() ? "" : ", ") + texts.title(change.find("metric")->string) +
                 " → " + plain(*change.find("to"), texts);
    }
    const Json& result = *one.find("result");
    const Json* score = result.find("score");
    const Json* verdict = result.find("verdict");
    text += line("  " + texts.get("cli.plan.effort", {{"n", plain(*one.find("effort"), texts)}}) +
                 ": " + changes);
    text += line("      = " + (score != nullptr     ? to_decimal(score->number)
                               : verdict != nullptr ? texts.get("verdict." + verdict->string)
                                                    : "—"));
  }
  return text.empty() ? text : "\n" + line(texts.get("cli.plan.together")) + text;
}

}  // namespace

std::string report_plan(const Json& value, const Texts& texts) {
  const bool met = value.find("goal_met")->boolean;
  const bool reachable = value.find("reachable")->boolean;
  return heading(value, texts) +
         line(texts.get(met         ? "cli.plan.met"
                        : reachable ? "cli.plan.reachable"
                                    : "cli.plan.out_of_reach")) +
         report_levers(*value.find("levers"), texts) +
         report_combinations(*value.find("combinations"), texts) +
         report_headroom(*value.find("headroom"), texts) + report_notes(value, texts);
}

}  // namespace shopgauge::cli

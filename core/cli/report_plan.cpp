// The report of a plan: each lever alone, what they do together, what the rest of the period must
// bring, how much may go wrong, and what helps.

#include "core/base/decimal.h"
#include "core/cli/report.h"

namespace shopgauge::cli {
namespace {

std::string metric_of(const Json& item) { return item.find("metric")->string; }

std::string now_of(const Json& item, const Texts& texts) {
  const Json* now = item.find("now");
  return now == nullptr ? "—" : measure(*now, metric_of(item), texts);
}

std::string row(const std::string& name, const std::string& from, const std::string& to,
                const std::string& remark) {
  const std::string text =
      "  " + pad(name, 34) + pad(from, 18, true) + " → " + pad(to, 14) + remark;
  return line(text.substr(0, text.find_last_not_of(' ') + 1));
}

std::string orders(const Json& item, const char* key, const std::string& text, const Texts& texts) {
  const Json* count = item.find(key);
  return count == nullptr ? "" : texts.get(text, {{"n", plain(*count, texts)}});
}

// "84", or "80 – 84" where it is open.
std::string score_in(const Json& best, const Texts& texts) {
  const Json* score = best.find("score");
  const Json* low = best.find("score_low");
  return score != nullptr ? plain(*score, texts)
         : low != nullptr ? plain(*low, texts) + " – " + plain(*best.find("score_high"), texts)
                          : "";
}

std::string best_of(const Json& reason, const Texts& texts) {
  const Json* best = reason.find("best");
  const Json* unmet = best == nullptr ? nullptr : best->find("unmet");
  const Json* value = best == nullptr ? nullptr : best->find("value");
  if (unmet != nullptr) {
    return texts.get("cli.plan.best.unmet", {{"names", texts.titles(*unmet)}});
  }
  if (value != nullptr) {
    return texts.get("cli.plan.best.value", {{"value", plain(*value, texts)}});
  }
  return best == nullptr ? ""
                         : texts.get("cli.plan.best.score", {{"score", score_in(*best, texts)}});
}

std::string report_reason(const Json& value, const Texts& texts, const std::string& indent = "") {
  const Json* reason = value.find("reason");
  if (reason == nullptr) {
    return "";
  }
  const Json* why = reason->find("reason");
  const Json* needed = reason->find("needs");
  const Json* fixed = reason->find("fixed");
  const std::string best = best_of(*reason, texts);
  std::string text =
      indent +
      line(texts.get("cli.plan.reason." + reason->find("code")->string,
                     {{"best", best},
                      {"reason", why == nullptr ? "" : texts.text_of("reason." + why->string)},
                      {"needs", needed == nullptr ? "" : texts.titles(*needed)},
                      {"fixed", fixed == nullptr ? "" : texts.titles(*fixed)}}));
  if (fixed != nullptr && !best.empty()) {
    text += indent + line(texts.get("cli.plan.fixed.best", {{"best", best}}));
  }
  return text;
}

// Why a lever alone does not do.
std::string not_alone(const Json& lever, const Texts& texts) {
  const Json& reason = *lever.find("reason");
  const std::string& code = reason.find("code")->string;
  if (code != "best_is_short") {
    std::string text = report_reason(lever, texts);
    text.pop_back();
    return text;
  }
  const Json* best = reason.find("best");
  const Json* unmet = best == nullptr ? nullptr : best->find("unmet");
  if (unmet != nullptr) {
    return texts.get("cli.plan.alone.unmet", {{"names", texts.titles(*unmet)}});
  }
  const std::string score = best == nullptr ? "" : score_in(*best, texts);
  return score.empty() ? texts.get("cli.plan.alone.best")
                       : texts.get("cli.plan.alone.score", {{"score", score}});
}

std::string report_levers(const Json& levers, const Texts& texts) {
  std::string text;
  for (const Json& lever : levers.items) {
    const Json* needed = lever.find("needed");
    const bool reachable = lever.find("reachable")->boolean;
    text += row(texts.title(metric_of(lever)), now_of(lever, texts),
                needed == nullptr ? "—" : measure(*needed, metric_of(lever), texts),
                reachable ? orders(lever, "organic_orders", "cli.plan.organic", texts)
                          : not_alone(lever, texts));
  }
  return text.empty() ? text : "\n" + line(texts.get("cli.plan.levers")) + text;
}

std::string report_headroom(const Json& headroom, const Texts& texts) {
  std::string text;
  for (const Json& room : headroom.items) {
    text += row(texts.title(metric_of(room)), now_of(room, texts),
                measure(*room.find("limit"), metric_of(room), texts),
                orders(room, "more_bad_orders", "cli.plan.bad", texts));
  }
  return text.empty() ? text : "\n" + line(texts.get("cli.plan.headroom")) + text;
}

std::string report_combinations(const Json& combinations, const Texts& texts) {
  std::string text;
  for (const Json& one : combinations.items) {
    const Json& result = *one.find("result");
    const Json* score = result.find("score");
    const Json* verdict = result.find("verdict");
    std::string head = score == nullptr ? "" : to_decimal(score->number);
    if (verdict != nullptr) {
      head += (head.empty() ? "" : " · ") + texts.get("verdict." + verdict->string);
    }
    head = "  = " + (head.empty() ? "—" : head) + "  (" +
           texts.get("cli.plan.effort", {{"n", display(one.find("effort")->number, 2)}}) + ")";
    text += line(head);
    for (const Json& change : one.find("changes")->items) {
      text += line("      " + pad(texts.title(metric_of(change)), 33) + " → " +
                   measure(*change.find("to"), metric_of(change), texts));
    }
  }
  return text.empty() ? text : "\n" + line(texts.get("cli.plan.together")) + text;
}

// What the days left must bring: "at most 9 of 160 further ones (5.63%)".
std::string rest_text(const Json& item, const Json& rest, const Texts& texts) {
  const std::string& comparison = item.find("operator")->string;
  const std::string side = comparison == "at_most" || comparison == "below" ? "_most" : "_least";
  const auto figure = [&](const char* key) {
    const Json* found = rest.find(key);
    return found == nullptr ? "" : measure(*found, metric_of(item), texts);
  };
  if (const Json* events = rest.find("events")) {
    return texts.get("cli.plan.rest.events" + side,
                     {{"n", plain(*events, texts)},
                      {"orders", plain(*rest.find("orders"), texts)},
                      {"rate", rest.find("rate") == nullptr ? "—" : figure("rate")}});
  }
  if (rest.find("total") != nullptr) {
    return texts.get("cli.plan.rest.total" + side,
                     {{"n", figure("total")}, {"each", figure("each")}});
  }
  return texts.get("cli.plan.rest.mean" + side, {{"n", figure("each")}});
}

std::string report_rest(const Json& item, const Texts& texts) {
  const std::string& status = item.find("status")->string;
  const Json* rest = item.find("rest");
  if (status == "secure") {
    return texts.get("cli.plan.rest.secure");
  }
  if (status == "open") {
    return rest == nullptr ? texts.get("cli.plan.rest.end") : rest_text(item, *rest, texts);
  }
  const Json* ends = item.find("ends_at");
  const std::string lost =
      ends == nullptr
          ? texts.get("cli.plan.rest.lost")
          : texts.get("cli.plan.rest.ends", {{"value", measure(*ends, metric_of(item), texts)}});
  const std::string& comparison = item.find("operator")->string;
  const bool least = comparison == "at_least" || comparison == "above";
  return rest == nullptr || !least ? lost : lost + " (" + rest_text(item, *rest, texts) + ")";
}

std::string report_period(const Json& period, const Texts& texts) {
  const auto figure = [&](const char* key) { return plain(*period.find(key), texts); };
  std::string text = "\n" + line(texts.get("cli.plan.period", {{"from", figure("from")},
                                                               {"to", figure("to")},
                                                               {"as_of", figure("as_of")},
                                                               {"n", figure("days_left")}}));
  const bool reachable = period.find("reachable")->boolean;
  text += line("  " + texts.get(reachable ? "cli.plan.period.reachable" : "cli.plan.period.lost"));
  for (const Json& item : period.find("metrics")->items) {
    const std::string target = texts.get("operator." + item.find("operator")->string) + " " +
                               measure(*item.find("target"), metric_of(item), texts);
    text += row(texts.title(metric_of(item)), now_of(item, texts), target,
                "  " + report_rest(item, texts));
  }
  return reachable ? text : text + report_reason(period, texts, "  ");
}

// For each lever what it serves, and the first things that the document advises.
std::string report_advice(const Json& levers, const Texts& texts) {
  constexpr std::size_t kMost = 2;
  std::string text;
  for (const Json& lever : levers.items) {
    const Json* metric = texts.metric(metric_of(lever));
    const Json* advice = metric == nullptr ? nullptr : metric->find("advice");
    if (advice == nullptr) {
      continue;
    }
    std::string areas;
    const Json* ids = lever.find("areas");
    for (std::size_t i = 0; ids != nullptr && i < ids->items.size(); ++i) {
      areas += (areas.empty() ? "" : " / ") + texts.text_of("area." + ids->items[i].string);
    }
    text += line("  " + texts.title(metric_of(lever)) + (areas.empty() ? "" : "  · " + areas));
    for (std::size_t i = 0; i < advice->items.size() && i < kMost; ++i) {
      text += line("    - " + texts.pick(advice->items[i]));
    }
  }
  return text.empty() ? text : "\n" + line(texts.get("cli.plan.advice")) + text;
}

}  // namespace

std::string report_plan(const Json& value, const Texts& texts) {
  const bool met = value.find("goal_met")->boolean;
  const bool reachable = value.find("reachable")->boolean;
  const Json* period = value.find("period");
  return heading(value, texts) +
         line(texts.get(met         ? "cli.plan.met"
                        : reachable ? "cli.plan.reachable"
                                    : "cli.plan.out_of_reach")) +
         report_reason(value, texts) + report_levers(*value.find("levers"), texts) +
         report_combinations(*value.find("combinations"), texts) +
         (period == nullptr ? "" : report_period(*period, texts)) +
         report_headroom(*value.find("headroom"), texts) +
         report_advice(*value.find("levers"), texts) + report_notes(value, texts);
}

}  // namespace shopgauge::cli

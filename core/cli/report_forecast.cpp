// The report of a forecast: a small chart, what changes when, the assessment that follows. And its
// days as a table.

#include <algorithm>
#include <vector>

#include "core/base/decimal.h"
#include "core/cli/report.h"

namespace shopgauge::cli {
namespace {

constexpr std::size_t kMostRows = 15;

const Json* score_of(const Json& day) {
  const Json* score = day.find("score");
  return score != nullptr ? score : day.find("score_low");
}

std::string score_text(const Json& day, const Texts& texts) {
  if (const Json* low = day.find("score_low")) {
    return to_decimal(low->number) + "–" + to_decimal(day.find("score_high")->number);
  }
  const Json* score = day.find("score");
  const Json* status = day.find("status");
  const Json* verdict = day.find("verdict");
  return score != nullptr     ? to_decimal(score->number)
         : status != nullptr  ? texts.get("status." + status->string)
         : verdict != nullptr ? texts.get("verdict." + verdict->string)
                              : "—";
}

// A list that ends with how many more there are.
std::string rows(const std::string& title, const std::vector<std::string>& lines,
                 const Texts& texts) {
  std::string text = lines.empty() ? "" : "\n" + line(title);
  for (std::size_t i = 0; i < std::min(lines.size(), kMostRows); ++i) {
    text += "  " + lines[i] + "\n";
  }
  if (lines.size() > kMostRows) {
    text += line("  " +
                 texts.get("cli.forecast.more", {{"n", std::to_string(lines.size() - kMostRows)}}));
  }
  return text;
}

// One column for each few days, its height the lowest score of them.
std::string chart(const Json& days, const Texts& texts) {
  constexpr std::size_t kWidth = 60;
  const std::vector<std::string> blocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const std::size_t each = (days.items.size() + kWidth - 1) / kWidth;
  std::optional<Rational> low;
  std::optional<Rational> high;
  for (const Json& day : days.items) {
    if (const Json* score = score_of(day)) {
      low = low ? min(*low, score->number) : score->number;
      high = high ? max(*high, score->number) : score->number;
    }
  }
  if (!low) {
    return "";
  }
  std::string bars;
  for (std::size_t i = 0; i < days.items.size(); i += each) {
    std::optional<Rational> lowest;
    for (std::size_t j = i; j < std::min(i + each, days.items.size()); ++j) {
      const Json* score = score_of(days.items[j]);
      lowest = score == nullptr ? lowest : lowest ? min(*lowest, score->number) : score->number;
    }
    if (!lowest) {
      bars += "·";
      continue;
    }
    const Rational share = *low == *high ? Rational(1) : (*lowest - *low) / (*high - *low) * 7;
    bars += blocks[static_cast<std::size_t>(*to_int64(truncate(share)))];
  }
  const std::string& from = days.items.front().find("date")->string;
  const std::string& to = days.items.back().find("date")->string;
  return "\n" + line("  " + bars) +
         line("  " + texts.get("cli.forecast.axis", {{"from", from},
                                                     {"to", to},
                                                     {"low", to_decimal(*low)},
                                                     {"high", to_decimal(*high)}}));
}

std::string report_days(const Json& days, const Texts& texts) {
  std::vector<std::string> lines;
  std::string before;
  for (const Json& day : days.items) {
    const std::string now = score_text(day, texts);
    if (now != before) {
      lines.push_back(day.find("date")->string + "  " + now);
    }
    before = now;
  }
  return chart(days, texts) + rows(texts.get("cli.forecast.days"), lines, texts);
}

std::string report_leaves(const Json& leaves, const Texts& texts) {
  std::vector<std::string> lines;
  for (const Json& one : leaves.items) {
    lines.push_back(
        one.find("date")->string + "  " +
        texts.get("cli.forecast.leaves_row", {{"title", texts.title(one.find("metric")->string)},
                                              {"n", plain(*one.find("bad"), texts)},
                                              {"date", one.find("event")->string}}));
  }
  return rows(texts.get("cli.forecast.leaves"), lines, texts);
}

// Each gate or standard: what it is today, and when that changes.
std::string report_changes(const Json& value, const char* key, const std::string& title,
                           const Texts& texts) {
  std::vector<std::string> lines;
  const Json* list = value.find(key);
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    const Json& one = list->items[i];
    std::string text = pad(texts.title(one.find("id")->string), 40) + met(*one.find("met"), texts);
    for (const Json& change : one.find("changes")->items) {
      text += " → " + change.find("date")->string + " " + met(*change.find("met"), texts);
    }
    lines.push_back(text);
  }
  return rows(title, lines, texts);
}

std::string report_program(const Json& value, const Texts& texts) {
  return report_days(*value.find("days"), texts) + report_leaves(*value.find("leaves"), texts) +
         report_changes(value, "gates", texts.get("cli.gates"), texts) +
         report_changes(value, "standards", texts.get("cli.standards"), texts);
}

// A chance in percent, to the half.
std::string percent(const Json* share) {
  const Rational value = share == nullptr ? Rational() : share->number * 100;
  const Rational shown = round_to(value, value < 1 || value > 99 ? 1 : 0, Rounding::half_up);
  return to_decimal(shown) + "%";
}

// The spread of the score on the last day of each month and of the forecast.
std::vector<std::string> spread_rows(const Json& days, const Texts& texts) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < days.items.size(); ++i) {
    const std::string& date = days.items[i].find("date")->string;
    const bool last = i + 1 == days.items.size() ||
                      days.items[i + 1].find("date")->string.substr(0, 7) != date.substr(0, 7);
    const Json* score = days.items[i].find("score");
    if (last && score != nullptr) {
      lines.push_back(date + "  " +
                      texts.get("cli.forecast.percentiles",
                                {{"low", to_decimal(score->items.front().number)},
                                 {"middle", to_decimal(score->items[2].number)},
                                 {"high", to_decimal(score->items.back().number)}}));
    }
  }
  return lines;
}

std::vector<std::string> course_rows(const Json& chances, const Texts& texts) {
  std::vector<std::string> lines;
  for (const char* list : {"months", "checks"}) {
    const Json* found = chances.find(list);
    for (std::size_t i = 0; found != nullptr && i < found->items.size(); ++i) {
      const Json& one = found->items[i];
      const Json* month = one.find("month");
      const std::string name = month != nullptr ? month->string
                                                : one.find("date")->string + "  " +
                                                      texts.check(one.find("standard")->string);
      lines.push_back(name + "  " +
                      texts.get("cli.forecast.verdicts", {{"pass", percent(one.find("pass"))},
                                                          {"fail", percent(one.find("fail"))}}));
    }
  }
  const Json* events = chances.find("events");
  for (std::size_t i = 0; events != nullptr && i < events->items.size(); ++i) {
    const Json& event = events->items[i];
    std::string text = texts.get("event." + event.find("event")->string);
    if (const Json* to = event.find("to")) {
      text += " → " + texts.word(to->string);
    }
    for (const Json& day : event.find("by")->items) {
      text += "  " + texts.get("cli.forecast.by", {{"date", day.find("date")->string},
                                                   {"chance", percent(day.find("chance"))}});
    }
    lines.push_back(text);
  }
  return lines;
}

std::string report_chances(const Json& chances, const Texts& texts) {
  std::vector<std::string> lines = spread_rows(*chances.find("days"), texts);
  const Json* gates = chances.find("gates");
  for (std::size_t i = 0; gates != nullptr && i < gates->items.size(); ++i) {
    const Json& gate = gates->items[i];
    lines.push_back(pad(texts.title(gate.find("id")->string), 40) +
                    texts.get("cli.forecast.met_at_end") + " " + percent(gate.find("met")));
  }
  const std::vector<std::string> course = course_rows(chances, texts);
  lines.insert(lines.end(), course.begin(), course.end());
  std::string text = "\n" + line(texts.get("cli.forecast.chances",
                                           {{"n", plain(*chances.find("paths"), texts)},
                                            {"seed", plain(*chances.find("seed"), texts)}}));
  for (const std::string& one : lines) {
    text += line("  " + one);
  }
  text += "\n" + line(texts.get("cli.forecast.model"));
  for (const Json& note : chances.find("model")->items) {
    text += line("  " + texts.get("model." + note.string));
  }
  return text;
}

void add_column(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    names.push_back(name);
  }
}

std::string cell(const Json& value) {
  switch (value.kind) {
    case Json::Kind::number:
      return to_decimal(value.number);
    case Json::Kind::string:
      return value.string;
    case Json::Kind::boolean:
      return value.boolean ? "true" : "false";
    case Json::Kind::null:
    case Json::Kind::array:
    case Json::Kind::object:
      return "";
  }
  return "";
}

}  // namespace

std::string report_forecast(const Json& value, const Texts& texts) {
  std::string text = heading(value, texts) +
                     line(texts.get("cli.forecast.span", {{"from", value.find("as_of")->string},
                                                          {"to", value.find("until")->string}})) +
                     report_program(value, texts);
  if (const Json* timeline = value.find("timeline")) {
    text += "\n" + report_course(*timeline, texts);
  }
  const Json* feeds = value.find("feeds");
  for (std::size_t i = 0; feeds != nullptr && i < feeds->items.size(); ++i) {
    const Json& feed = feeds->items[i];
    text += "\n" + line(feed.find("program")->string + " " + feed.find("edition")->string) +
            report_days(*feed.find("days"), texts);
  }
  if (const Json* chances = value.find("chances")) {
    text += report_chances(*chances, texts);
  }
  return text + report_footing(value, texts);
}

std::string forecast_csv(const Json& value) {
  const std::vector<Json>& days = value.find("days")->items;
  std::vector<std::string> names;
  std::vector<std::string> metrics;
  for (const Json& day : days) {
    for (const JsonMember& member : day.members) {
      if (member.key != "metrics") {
        add_column(names, member.key);
        continue;
      }
      for (const JsonMember& metric : member.value.members) {
        add_column(metrics, metric.key);
      }
    }
  }
  std::string text;
  for (const auto* list : {&names, &metrics}) {
    for (const std::string& name : *list) {
      text += (text.empty() ? "" : ",") + name;
    }
  }
  std::vector<std::string> now(metrics.size());
  for (const Json& day : days) {
    text += "\n";
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Json* found = day.find(names[i]);
      text += (i == 0 ? "" : ",") + (found == nullptr ? "" : cell(*found));
    }
    const Json* changed = day.find("metrics");
    for (std::size_t i = 0; i < metrics.size(); ++i) {
      const Json* found = changed == nullptr ? nullptr : changed->find(metrics[i]);
      now[i] = found == nullptr ? now[i] : cell(*found);
      text += "," + now[i];
    }
  }
  return text + "\n";
}

}  // namespace shopgauge::cli

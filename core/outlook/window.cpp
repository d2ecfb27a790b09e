// Reads `rolls` and `fed_by` of the metrics of a document.

#include "core/outlook/window.h"

#include <algorithm>
#include <array>

#include "core/calendar/month.h"

namespace shopgauge {
namespace {

int whole_or(const Json& json, std::string_view key, int otherwise) {
  const Json* found = json.find(key);
  const auto number = found == nullptr ? std::nullopt : to_int64(found->number);
  return number ? static_cast<int>(*number) : otherwise;
}

std::string_view word_or_nothing(const Json& json, std::string_view key) {
  const Json* found = json.find(key);
  return found == nullptr ? std::string_view() : std::string_view(found->string);
}

Roll read_roll(const Json& rolls) {
  return {whole_or(rolls, "days", 0), whole_or(rolls, "lag", 0), word_or_nothing(rolls, "by")};
}

Feed read_feed(const Json& fed) {
  const std::string_view statistic = word_or_nothing(fed, "statistic");
  const Json* below = fed.find("below");
  return {word_or_nothing(fed, "program"),
          statistic == "mean"   ? FeedStatistic::mean
          : statistic == "last" ? FeedStatistic::last
                                : FeedStatistic::days_below,
          below == nullptr ? Rational() : below->number};
}

// Daily states, violations and days do not grow with the orders.
bool grows(const Metric& metric, const Roll& roll, std::string_view unit) {
  constexpr std::array<std::string_view, 5> kUnits = {"orders", "buyers", "visitors", "CNY", "USD"};
  const bool counted = metric.kind == MetricKind::rate || metric.kind == MetricKind::mean;
  const bool follows = std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end();
  return roll.by != "day" && metric.kind != MetricKind::flag && (counted || follows);
}

MetricWindow read_window(const Metric& metric, const Json& json) {
  MetricWindow window;
  if (const Json* fed = json.find("fed_by")) {
    window.feed = read_feed(*fed);
    if (window.feed->statistic != FeedStatistic::days_below) {
      window.roll = read_roll(*fed);
      window.roll->days = std::max(window.roll->days, 1);
    }
  } else if (const Json* rolls = json.find("rolls")) {
    window.roll = read_roll(*rolls);
    window.follows_orders = grows(metric, *window.roll, word_or_nothing(json, "unit"));
  }
  return window;
}

}  // namespace

std::vector<MetricWindow> read_windows(const Program& program) {
  std::vector<MetricWindow> windows;
  const Json& metrics = *program.document->find("metrics");
  for (std::size_t i = 0; i < program.metrics.size(); ++i) {
    windows.push_back(read_window(program.metrics[i], metrics.items[i]));
  }
  return windows;
}

std::vector<Metric> daily_metrics(const Program& program,
                                  const std::vector<MetricWindow>& windows) {
  std::vector<Metric> metrics = program.metrics;
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    if (windows[i].feed && windows[i].roll) {
      metrics[i].kind = MetricKind::mean;
    }
  }
  return metrics;
}

Period window_on(const Roll& roll, Date day) {
  const Date last = add_days(day, -roll.lag);
  return {roll.days > 0 ? add_days(last, 1 - roll.days) : first_day(month_of(last)), last};
}

Date leaves_on(const Roll& roll, Date event) {
  const Date past =
      roll.days > 0 ? add_days(event, roll.days) : first_day(add_months(month_of(event), 1));
  return add_days(past, roll.lag);
}

}  // namespace shopgauge

#include "sim/cli/price_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "sim/cli/interval_words.hpp"
#include "sim/cli/summary_tables.hpp"
#include "sim/cli/text_table.hpp"
#include "sim/cli/words.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

constexpr double closed = std::numeric_limits<double>::quiet_NaN();

/// Mean cost at a point; NaN where no lane was ever open.
double cost_at(const PricePoint& point) {
  return point.total_s.empty() ? closed : estimate(point.total_s).mean;
}

/// Five shades, each from half the price of the next.
class Shades {
 public:
  Shades(double dearest, const Look& look) : dearest_(dearest), look_(look) {}

  std::string of(double cost) const {
    if (std::isnan(cost)) return " ";
    return marks()[level_of(cost)];
  }

  std::string legend() const {
    if (dearest_ <= 0) return "nobody would have waited longer";
    std::string text;
    for (std::size_t level = shades - 1; level > 0; --level)
      text += fmt::format("{} from {}  ", marks()[level], short_seconds(least_of(level)));
    return text + fmt::format("{} less  (blank: no lane open)", marks()[0]);
  }

 private:
  static constexpr std::size_t shades = 5;

  double least_of(std::size_t level) const {
    return dearest_ / static_cast<double>(std::size_t{1} << (shades - level));
  }
  std::size_t level_of(double cost) const {
    std::size_t level = 0;
    while (level + 1 < shades && cost >= least_of(level + 1) && cost > 0) ++level;
    return level;
  }
  std::array<const char*, shades> marks() const {
    if (look_.unicode) return {"·", "░", "▒", "▓", "█"};
    return {".", "-", "+", "*", "#"};
  }

  double dearest_;
  const Look& look_;
};

double dearest_of(const Prices& prices) {
  double most = 0;
  for (const StationPrices& station : prices.stations)
    for (const PricePoint& point : station.points)
      if (const double cost = cost_at(point); cost > most) most = cost;
  return most;
}

/// The dearest of each few points, so that the map fits.
std::vector<double> columns_of(const StationPrices& station, std::size_t per_column) {
  std::vector<double> columns;
  for (std::size_t k = 0; k < station.points.size(); ++k) {
    const double cost = cost_at(station.points[k]);
    if (k % per_column == 0) {
      columns.push_back(cost);
    } else if (std::isnan(columns.back()) || cost > columns.back()) {
      columns.back() = cost;
    }
  }
  return columns;
}

/// Times of day below the map, where they fit.
std::string times_below(const std::vector<PricePoint>& points, std::size_t per_column) {
  std::string line;
  for (std::size_t column = 0; column * per_column < points.size(); ++column) {
    if (line.size() > column) continue;
    line.append(column - line.size(), ' ');
    if (column % 12 == 0) line += clock(points[column * per_column].at) + ' ';
  }
  return line;
}

std::string price_map(const Scenario& scenario, const Prices& prices, const Look& look) {
  std::size_t name_width = 0;
  for (const StationPrices& station : prices.stations)
    name_width =
        std::max(name_width, characters(short_name(scenario.stations[station.station].name)));
  const std::size_t points = prices.stations.front().points.size();
  const std::size_t room = std::max<std::size_t>(look.width - name_width - 1, 20);
  const std::size_t per_column = (points + room - 1) / room;

  const Shades shades(dearest_of(prices), look);
  std::string text = look.bold(fmt::format("What {} cost all others, by place and time",
                                           span_in_words(prices.asked.hold))) +
                     '\n';
  for (const StationPrices& station : prices.stations) {
    const std::string name = short_name(scenario.stations[station.station].name);
    text += name + std::string(name_width - characters(name) + 1, ' ');
    for (const double cost : columns_of(station, per_column)) text += shades.of(cost);
    text += '\n';
  }
  text += std::string(name_width + 1, ' ') +
          times_below(prices.stations.front().points, per_column) + '\n';
  return text + shades.legend() + '\n';
}

bool any_open(const Prices& prices) {
  return std::ranges::any_of(prices.stations, [](const StationPrices& station) {
    return std::ranges::any_of(station.points,
                               [](const PricePoint& point) { return !point.total_s.empty(); });
  });
}

std::string dearest_table(const Scenario& scenario, const Prices& prices, const Look& look) {
  std::vector<std::string> names, when, cost, delayed, multiple, average;
  for (const StationPrices& station : prices.stations) {
    const PricePoint* dearest = nullptr;
    std::vector<double> all;
    for (const PricePoint& point : station.points) {
      if (point.total_s.empty()) continue;
      all.push_back(cost_at(point));
      if (dearest == nullptr || cost_at(point) > cost_at(*dearest)) dearest = &point;
    }
    if (dearest == nullptr) continue;
    const Estimate total = estimate(dearest->total_s);
    names.push_back(short_name(scenario.stations[station.station].name));
    when.push_back(clock(dearest->at));
    cost.push_back(with_interval(total, look, short_seconds));
    delayed.push_back(grouped(static_cast<std::uint64_t>(estimate(dearest->delayed).mean + 0.5)));
    multiple.push_back(fmt::format("{:.0f} s", total.mean / in_seconds(prices.asked.hold)));
    average.push_back(short_seconds(estimate(all).mean));
  }
  TextTable table("Where it is dearest");
  table.add("", Align::Left, 0, std::move(names));
  table.add("at", Align::Right, 0, std::move(when));
  table.add("it costs", Align::Right, 0, std::move(cost));
  table.add("each second", Align::Right, 2, std::move(multiple));
  table.add("delayed", Align::Right, 1, std::move(delayed));
  table.add("on average", Align::Right, 3, std::move(average));
  return '\n' + table.text(look);
}

}  // namespace

std::string price_text(const Scenario& scenario, const Prices& prices, const std::string& call,
                       const Look& look) {
  std::string text = look.bold(scenario.name);
  const char* dot = look.unicode ? " · " : " - ";
  text += fmt::format("{0}seed {1}{0}a hold-up of {2}, every {3}{0}{4}\n\n", dot,
                      prices.asked.luck.seed, span_in_words(prices.asked.hold),
                      span_in_words(prices.asked.every), several(prices.finished, "evening"));
  if (prices.stations.empty() || prices.stations.front().points.empty())
    return text + "Nobody came, so nobody could be held up.\n";
  if (!any_open(prices)) return text + "No lane was open at any of these times.\n";
  text += price_map(scenario, prices, look) + dearest_table(scenario, prices, look);
  if (prices.finished == 1)
    text += '\n' +
            wrapped(
                "One evening: with several lanes, much of each figure is the luck of who "
                "then went to which lane. More evenings show the means:",
                look.width) +
            fmt::format("  gateflow price {} --replications 20\n", call);
  return text;
}

}  // namespace gateflow

#include "tests/oracles/pooled.hpp"

#include <cmath>
#include <string>

namespace gateflow::oracles {

namespace {

using Values = std::vector<double>;  ///< one a replication

Values column(const std::vector<Replication>& all, const std::string& figure) {
  Values out;
  for (const Replication& r : all) out.push_back(r.figures.at(figure));
  return out;
}

double mean_of(const Values& values) {
  double sum = 0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

Values ratio(const std::vector<Replication>& all, const char* sum, const char* count) {
  const Values top = column(all, sum), bottom = column(all, count);
  const double mean = mean_of(bottom), whole = mean > 0 ? mean_of(top) / mean : 0;
  Values out;
  for (std::size_t r = 0; r < all.size(); ++r)
    out.push_back(mean > 0 ? whole + (top[r] - whole * bottom[r]) / mean : 0);
  return out;
}

Values variance(const std::vector<Replication>& all, const char* sum, const char* squares,
                const char* count) {
  const Values first = ratio(all, sum, count), second = ratio(all, squares, count);
  const double mean = mean_of(first);
  Values out;
  for (std::size_t r = 0; r < all.size(); ++r)
    out.push_back(second[r] - mean * mean - 2 * mean * (first[r] - mean));
  return out;
}

Values root(const Values& values) {
  const double whole = std::sqrt(mean_of(values));
  Values out;
  for (const double v : values)
    out.push_back(whole > 0 ? whole + (v - whole * whole) / (2 * whole) : 0);
  return out;
}

void put(std::vector<Replication>& all, const char* figure, const Values& values,
         double scale = 1) {
  for (std::size_t r = 0; r < all.size(); ++r) all[r].figures[figure] = scale * values[r];
}

}  // namespace

void pool(std::vector<Replication>& all) {
  if (!all.front().figures.contains("waits")) return;
  constexpr double minute = 1.0 / 60;
  const Values wait = ratio(all, "wait_sum", "waits"), stay = ratio(all, "stay_sum", "people");
  put(all, "Wq", wait);
  put(all, "Wq_all", wait);
  put(all, "mean_wait_min", wait, minute);
  put(all, "total_wait_min", column(all, "wait_sum"), minute);
  put(all, "Wq_sd", root(variance(all, "wait_sum", "wait_squares", "waits")));
  put(all, "W", stay);
  put(all, "W_total", stay);
  put(all, "frac_delayed", ratio(all, "delayed", "arrivals"));
  put(all, "busy_count_mean", ratio(all, "busy_counts", "busy_periods"));
  put(all, "busy_count_var", variance(all, "busy_counts", "busy_counts_squared", "busy_periods"));
  put(all, "busy_period_mean", ratio(all, "busy_seconds", "busy_periods"));
  put(all, "busy_period_var",
      variance(all, "busy_seconds", "busy_seconds_squared", "busy_periods"));
}

}  // namespace gateflow::oracles

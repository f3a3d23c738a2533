#include "tests/oracles/watch.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace gateflow::oracles {

namespace {

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double v : values) sum += v;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

double square(double x) {
  return x * x;
}

}  // namespace

Watch::Watch(const Scenario& scenario, const Crowd& crowd, std::size_t warm_up,
             std::vector<double> at_minutes)
    : crowd_(crowd),
      lanes_of_first_(static_cast<int>(scenario.stations[StationId{0}].lanes)),
      blocked_lane_(Lanes(scenario).size()),
      warm_up_(warm_up),
      at_minutes_(std::move(at_minutes)),
      measuring_(warm_up == 0),
      arrived_(crowd.size()),
      came_(crowd.size(), never),
      place_(crowd.size()),
      class_time_(scenario.classes.size()),
      class_left_(scenario.classes.size()) {
  levels_.at_station.resize(scenario.stations.size());
  waits_.reserve(crowd.size());
}

void Watch::operator()(const Happening& h) {
  look_at_clock(h.at);
  switch (h.what) {
    case What::Arrived:
      arrived_[h.person] = h.at;
      if (!measuring_ && h.person.index() >= warm_up_) begin_measuring(h.at);
      came_in_ += measuring_;
      enters_system(h.person, h.at);
      if (h.person.index() + 1 == crowd_.size()) {
        at_last_arrival_ = levels_;
        last_arrival_ = h.at;
      }
      return;
    case What::StoodOutside:
    case What::Joined:
      if (came_[h.person] != never) return;
      came_[h.person] = h.at;
      if (first(h.station)) levels_.line.change(h.at, 1);
      return levels_.at_station[h.station].change(h.at, 1);
    case What::Called:
      if (!first(h.station)) return;
      waited(h.person, h.at, true);
      levels_.line.change(h.at, -1);
      levels_.busy.change(h.at, 1);
      if (levels_.busy.count() == lanes_of_first_) levels_.all_busy.change(h.at, 1);
      return;
    case What::Blocked:
      blocked_lane_[h.lane] = 1;
      return levels_.blocked.change(h.at, 1);
    case What::SteppedAside:
      stepped_aside_ += measuring_;
      return;
    case What::Left:
      came_[h.person] = never;
      levels_.at_station[h.station].change(h.at, -1);
      if (blocked_lane_[h.lane]) levels_.blocked.change(h.at, -1);
      blocked_lane_[h.lane] = 0;
      if (!first(h.station)) return;
      if (levels_.busy.count() == lanes_of_first_) levels_.all_busy.change(h.at, -1);
      return levels_.busy.change(h.at, -1);
    case What::Baulked:
      lost_ += measuring_;
      return leaves_system(h.at);
    case What::GaveUp:
      gave_up_ += measuring_;
      waited(h.person, h.at, false);
      levels_.line.change(h.at, -1);
      levels_.at_station[h.station].change(h.at, -1);
      return leaves_system(h.at);
    case What::TurnedAway:
    case What::Admitted: {
      if (measuring_ && arrived_[h.person] >= from_) {
        const double stay = in_seconds(h.at - arrived_[h.person]);
        time_in_system_ += stay;
        ++left_;
        class_time_[crowd_.class_of(h.person)] += stay;
        ++class_left_[crowd_.class_of(h.person)];
      }
      return leaves_system(h.at);
    }
    case What::NeverCame:
    case What::Moved:
    case What::CaseArose:
    case What::CaseSolved:
    case What::Served:
    case What::LaneOpened:
    case What::LaneClosed:
    case What::LaneBroke:
    case What::LaneRepaired:
    case What::SupervisorCame:
    case What::Granted:
    case What::CaseFound:
      return;
  }
}

void Watch::look_at_clock(Time now) {
  while (next_minute_ < at_minutes_.size() && in_minutes(now) > at_minutes_[next_minute_]) {
    const double minute = at_minutes_[next_minute_++];
    noted_[fmt::format("EN_t{}", minute)] = levels_.system.count();
    noted_[fmt::format("EQ_t{}", minute)] = levels_.line.count();
  }
}

void Watch::begin_measuring(Time now) {
  measuring_ = true;
  from_ = now;
  for (Level* level :
       {&levels_.system, &levels_.line, &levels_.busy, &levels_.blocked, &levels_.all_busy})
    level->restart(now);
  for (Level& level : levels_.at_station) level.restart(now);
}

void Watch::waited(PersonId person, Time now, bool called) {
  if (!measuring_ || arrived_[person] < from_) return;
  const double seconds = in_seconds(now - came_[person]);
  waits_.push_back({seconds, person, called});
  total_wait_ += seconds;
  delayed_ += seconds > 0 || !called;
}

void Watch::enters_system(PersonId person, Time now) {
  if (levels_.system.count() == 0) {
    busy_since_ = now;
    busy_people_ = 0;
    // One that begins late would be cut short by the end of the arrivals, the long ones most of
    // all.
    busy_counts_in_ = measuring_ && person.index() < crowd_.size() / 20 * 19;
  }
  place_[person] = static_cast<double>(++busy_people_);
  levels_.system.change(now, 1);
}

void Watch::leaves_system(Time now) {
  levels_.system.change(now, -1);
  if (levels_.system.count() > 0 || !busy_counts_in_) return;
  const double seconds = in_seconds(now - busy_since_);
  const auto people = static_cast<double>(busy_people_);
  ++busy_periods_;
  busy_seconds_ += seconds;
  busy_seconds_squared_ += square(seconds);
  busy_counts_ += people;
  busy_counts_squared_ += square(people);
}

Figures Watch::figures(Time end) const {
  Figures f = noted_;
  const auto share = [&](std::size_t of) {
    return static_cast<double>(of) / static_cast<double>(came_in_);
  };
  const auto average = [&](Level level) {
    level.advance(last_arrival_);
    return level.area() / in_seconds(last_arrival_ - from_);
  };
  f["L"] = average(at_last_arrival_.system);
  f["Lq"] = average(at_last_arrival_.line);
  f["utilisation"] = average(at_last_arrival_.busy) / lanes_of_first_;
  f["P_all_busy"] = average(at_last_arrival_.all_busy);
  f["P_blocked"] = average(at_last_arrival_.blocked);
  f["throughput"] = static_cast<double>(left_) / in_seconds(end - from_);
  f["P_loss"] = share(lost_);
  f["P_abandon"] = share(gave_up_);
  f["P_wait"] = share(delayed_);
  f["delayed"] = static_cast<double>(delayed_);
  f["frac_diverted"] = share(stepped_aside_);
  f["divert_rate"] = static_cast<double>(stepped_aside_) / in_seconds(last_arrival_ - from_);
  f["arrivals"] = static_cast<double>(came_in_);
  f["people"] = static_cast<double>(left_);
  f["stay_sum"] = time_in_system_;
  f["waits"] = static_cast<double>(waits_.size());
  f["wait_sum"] = total_wait_;
  double squares = 0;
  for (const Wait& wait : waits_) squares += square(wait.seconds);
  f["wait_squares"] = squares;
  f["busy_periods"] = static_cast<double>(busy_periods_);
  f["busy_seconds"] = busy_seconds_;
  f["busy_seconds_squared"] = busy_seconds_squared_;
  f["busy_counts"] = busy_counts_;
  f["busy_counts_squared"] = busy_counts_squared_;
  for (const StationId s : keys_of(at_last_arrival_.at_station))
    f[fmt::format("L{}", s.index() + 1)] = average(at_last_arrival_.at_station[s]);

  std::vector<double> waits, of_called;
  std::vector<std::vector<double>> of_class(class_time_.size());
  for (const Wait& wait : waits_) {
    waits.push_back(wait.seconds);
    if (wait.called) of_called.push_back(wait.seconds);
    of_class[crowd_.class_of(wait.person).index()].push_back(wait.seconds);
  }
  f["Wq_accepted"] = mean_of(of_called);
  for (const int x : {1, 2, 3, 5, 10, 15, 20, 30, 50, 100})
    f[fmt::format("P_Wq_gt_{}", x)] =
        static_cast<double>(std::ranges::count_if(waits, [&](double w) { return w > x; })) /
        static_cast<double>(waits.size());
  for (std::size_t k = 0; k < of_class.size(); ++k) {
    f[fmt::format("Wq_class{}", k + 1)] = mean_of(of_class[k]);
    f[fmt::format("W_class{}", k + 1)] =
        class_time_[ClassId{k}] / static_cast<double>(class_left_[ClassId{k}]);
  }
  for (const int percent : {50, 90, 95, 99}) {
    if (waits.empty()) break;
    const std::size_t rank = waits.size() * static_cast<std::size_t>(percent) / 100;
    const auto at = waits.begin() + static_cast<std::ptrdiff_t>(std::min(rank, waits.size() - 1));
    std::nth_element(waits.begin(), at, waits.end());
    f[fmt::format("Wq_p{}", percent)] = *at;
  }
  return f;
}

}  // namespace gateflow::oracles

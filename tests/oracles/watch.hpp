#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/crowd/crowd.hpp"
#include "sim/scenario/lanes.hpp"
#include "sim/trace/happening.hpp"

namespace gateflow::oracles {

/// What one replication says about each quantity, by the names of the oracle file, and the sums
/// from which others are worked out over all replications (pooled.cpp).
using Figures = std::map<std::string, double>;

/// Area under a count that changes at instants.
class Level {
 public:
  void change(Time at, int by) {
    advance(at);
    count_ += by;
  }
  void advance(Time at) {
    area_ += static_cast<double>(count_) * in_seconds(at - last_);
    last_ = at;
  }
  void restart(Time at) {
    advance(at);
    area_ = 0;
  }
  int count() const { return count_; }
  double area() const { return area_; }

 private:
  int count_ = 0;
  Time last_{};
  double area_ = 0;
};

/// Sink: measures a queue in the way of the textbooks, after a warm-up of so many people. Lines,
/// waits and lanes are those of the first station; what is behind it counts as part of the system.
class Watch {
 public:
  /// Instants at which to note how many are in the system and in line (EN_t.., EQ_t..), in minutes.
  Watch(const Scenario& scenario, const Crowd& crowd, std::size_t warm_up,
        std::vector<double> at_minutes = {});

  void operator()(const Happening& happening);

  /// After the evening.
  Figures figures(Time end) const;

  /// One wait for the first station, of somebody who came after the warm-up.
  struct Wait {
    double seconds;
    PersonId person;
    bool called;  ///< else gave up
  };
  const std::vector<Wait>& waits() const { return waits_; }

  /// Which this person was to come since the system had last been empty, from 1.
  double place(PersonId person) const { return place_[person]; }

 private:
  static bool first(StationId station) { return station == StationId{0}; }
  void look_at_clock(Time now);
  void begin_measuring(Time now);
  void waited(PersonId person, Time now, bool called);
  void enters_system(PersonId person, Time now);
  void leaves_system(Time now);

  const Crowd& crowd_;
  int lanes_of_first_;
  Table<LaneId, std::uint8_t> blocked_lane_;
  std::size_t warm_up_;
  std::vector<double> at_minutes_;
  std::size_t next_minute_ = 0;
  Figures noted_;

  bool measuring_;
  Time from_{};
  Table<PersonId, Time> arrived_, came_;
  Table<PersonId, double> place_;
  struct Levels {
    Level system, line, busy, blocked, all_busy;
    Table<StationId, Level> at_station;
  };
  Levels levels_;
  Levels at_last_arrival_;  ///< what comes after is the queue running empty
  Time last_arrival_{};
  std::vector<Wait> waits_;
  double time_in_system_ = 0;
  std::size_t came_in_ = 0, left_ = 0, lost_ = 0, gave_up_ = 0, delayed_ = 0, stepped_aside_ = 0;
  double total_wait_ = 0;
  Table<ClassId, double> class_time_;
  Table<ClassId, std::size_t> class_left_;

  Time busy_since_{};
  std::size_t busy_people_ = 0;
  bool busy_counts_in_ = false;  ///< whether it is one of those measured
  std::size_t busy_periods_ = 0;
  double busy_seconds_ = 0, busy_seconds_squared_ = 0;
  double busy_counts_ = 0, busy_counts_squared_ = 0;
};

}  // namespace gateflow::oracles

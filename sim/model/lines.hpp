#pragma once

#include "sim/model/evening.hpp"
#include "sim/model/examples.hpp"

namespace gateflow {

template <class Sink>
Line& Evening<Sink>::line_of(GuestId guest) {
  const GuestState& g = state(guest);
  const std::size_t first =
      g.lane ? g.lane.index() * floor_.levels() : floor_.facts(g.station).common_line;
  return world_.lines[first + floor_.level(g.ticket_class)];
}

template <class Sink>
std::span<const Line> Evening<Sink>::lines_of(LaneId lane) const {
  return {world_.lines.data() + lane.index() * floor_.levels(), floor_.levels()};
}

template <class Sink>
std::span<const Line> Evening<Sink>::common_lines_of(StationId station) const {
  return {world_.lines.data() + floor_.facts(station).common_line, floor_.levels()};
}

template <class Sink>
void Evening<Sink>::append(Line& line, GuestId guest) {
  state(guest).ahead = line.last;
  state(guest).behind = {};
  (line.last ? state(line.last).behind : line.first) = guest;
  line.last = guest;
  ++line.size;
}

template <class Sink>
void Evening<Sink>::remove(Line& line, GuestId guest) {
  const GuestState& g = state(guest);
  (g.ahead ? state(g.ahead).behind : line.first) = g.behind;
  (g.behind ? state(g.behind).ahead : line.last) = g.ahead;
  --line.size;
}

/// Stands last in the line of that lane, or, without a lane, in the common line of the station.
template <class Sink>
void Evening<Sink>::enter_line(GuestId guest, LaneId lane) {
  GuestState& g = state(guest);
  g.doing = Doing::InLine;
  g.lane = lane;
  append(line_of(guest), guest);
  ++world_.stations[g.station].waiting;
  if (floor_.facts(g.station).has_examples) g.examples_before = examples_before(world_, g);
  if (!lane) return;
  ++world_.load[lane];
  world_.lanes[lane].work += effort_of(guest);
}

template <class Sink>
void Evening<Sink>::leave_line(GuestId guest) {
  GuestState& g = state(guest);
  remove(line_of(guest), guest);
  --world_.stations[g.station].waiting;
  if (floor_.facts(g.station).has_examples) g.seen = examples_seen(world_, g);
  if (!g.lane) return;
  --world_.load[g.lane];
  world_.lanes[g.lane].work -= effort_of(guest);
}

template <class Sink>
GuestId Evening<Sink>::first_of(std::span<const Line> lines) const {
  std::size_t level = 0;
  while (!lines[level].first && level + 1 < lines.size()) ++level;
  return lines[level].first;
}

/// The first of the common line who may use that lane.
template <class Sink>
GuestId Evening<Sink>::first_for(LaneId lane) const {
  const StationId id = station_of(lane);
  if (!floor_.facts(id).has_lanes_apart) return first_of(common_lines_of(id));
  const unsigned number = floor_.lanes().number(lane);
  for (const Line& line : common_lines_of(id))
    for (GuestId guest = line.first; guest; guest = state(guest).behind) {
      const LaneRange range = floor_.lanes_for(id, state(guest).ticket_class);
      if (number >= range.first && number < range.first + range.count) return guest;
    }
  return {};
}

template <class Sink>
std::vector<GuestId> Evening<Sink>::everyone_in(std::span<const Line> lines) const {
  std::vector<GuestId> people;
  for (const Line& line : lines)
    for (GuestId guest = line.first; guest; guest = state(guest).behind) people.push_back(guest);
  return people;
}

}  // namespace gateflow

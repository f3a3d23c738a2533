#include "sim/crowd/columns.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include "sim/crowd/mix.hpp"
#include "sim/crowd/purpose.hpp"
#include "sim/crowd/unit_float.hpp"

namespace gateflow {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// A column for everybody, if it is not there yet.
template <class Value>
void provide(Table<PersonId, Value>& column, const Crowd& crowd, Value value) {
  if (column.empty()) column = Table<PersonId, Value>(crowd.size(), value);
}

/// Draws a column for one cohort: the quantiles of their mix, each turned into a value.
template <class Value, class As>
void draw(const Mix& mix, const Stream& stream, const Cohort& cohort, const Crowd& crowd,
          Table<PersonId, Value>& column, As as) {
  for_each_block(stream, 0, cohort.people, [&](std::size_t offset, std::span<double> block) {
    const std::size_t row = cohort.first + offset;
    mix.to_values({crowd.ticket_class.data() + row, block.size()},
                  {crowd.gate.data() + row, block.size()}, block);
    std::ranges::transform(block, column.data() + row, as);
  });
}

/// A place in [0, 1) for each person of the crowd.
void draw_places(Luck luck, std::span<const Cohort> cohorts, std::string_view purpose,
                 std::string_view object, Table<PersonId, float>& column) {
  for (const Cohort& cohort : cohorts) {
    const Stream stream = stream_of(luck, cohort.source->name, purpose, object);
    for_each_block(stream, 0, cohort.people, [&](std::size_t offset, auto uniforms) {
      std::ranges::transform(uniforms, column.data() + cohort.first + offset,
                             [](double place) { return unit_float(place); });
    });
  }
}

bool some_station(const Scenario& scenario, auto asks) {
  return std::ranges::any_of(scenario.stations, asks);
}

}  // namespace

void draw_efforts(const Scenario& scenario, const Routes& routes, std::span<const Cohort> cohorts,
                  Crowd& crowd) {
  crowd.effort.resize(scenario.touchpoints.size());
  for (const TouchpointId id : keys_of(scenario.touchpoints)) {
    const Touchpoint& touchpoint = scenario.touchpoints[id];
    for (const Cohort& cohort : cohorts) {
      const Mix services(scenario, *cohort.source, 0, [&](ClassId ticket_class, GateId gate) {
        return routes.pass(ticket_class, gate, id) ? &touchpoint.service_s[ticket_class] : nullptr;
      });
      if (services.empty()) continue;
      provide(crowd.effort[id], crowd, Time::zero());
      draw(services, stream_of(crowd.luck, cohort.source->name, "service", touchpoint.name), cohort,
           crowd, crowd.effort[id], [](double s) { return from_seconds(s); });
    }
  }
}

void draw_patience(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd) {
  for (const Cohort& cohort : cohorts) {
    const Mix patience(scenario, *cohort.source, infinite, [&](ClassId ticket_class, GateId) {
      const auto& drawn = scenario.classes[ticket_class].patience_s;
      return drawn ? &*drawn : nullptr;
    });
    if (patience.empty()) continue;
    provide(crowd.patience, crowd, never);
    draw(patience, stream_of(crowd.luck, cohort.source->name, "patience"), cohort, crowd,
         crowd.patience, [](double s) { return s == infinite ? never : from_seconds(s); });
  }
}

void draw_baulking(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd) {
  for (const Cohort& cohort : cohorts) {
    const Mix lengths(scenario, *cohort.source, infinite, [&](ClassId ticket_class, GateId) {
      const auto& drawn = scenario.classes[ticket_class].baulk_at;
      return drawn ? &*drawn : nullptr;
    });
    if (lengths.empty()) continue;
    provide(crowd.baulk_at, crowd, std::numeric_limits<float>::infinity());
    draw(lengths, stream_of(crowd.luck, cohort.source->name, "baulk"), cohort, crowd,
         crowd.baulk_at, [](double length) { return static_cast<float>(length); });
  }
}

void draw_absence(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd) {
  for (const Cohort& cohort : cohorts) {
    const auto stays_away = [&](ClassId id) { return scenario.classes[id].no_show > 0; };
    if (std::ranges::none_of(cohort.source->classes, stays_away)) continue;
    provide(crowd.absent, crowd, std::uint8_t{0});
    const Stream stream = stream_of(crowd.luck, cohort.source->name, "no-show");
    for_each_block(stream, 0, cohort.people, [&](std::size_t offset, auto uniforms) {
      for (std::size_t i = 0; i < uniforms.size(); ++i) {
        const PersonId person{cohort.first + offset + i};
        crowd.absent[person] = uniforms[i] < scenario.classes[crowd.class_of(person)].no_show;
      }
    });
  }
}

void draw_approaches(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd) {
  crowd.approach.resize(scenario.touchpoints.size());
  for (const TouchpointId id : keys_of(scenario.touchpoints)) {
    const bool asked = some_station(scenario, [&](const Station& station) {
      return station.touchpoint == id &&
             (station.choice == LaneChoice::Nearest || station.choice == LaneChoice::Random);
    });
    if (!asked) continue;
    provide(crowd.approach[id], crowd, 0.0f);
    draw_places(crowd.luck, cohorts, "approach", scenario.touchpoints[id].name, crowd.approach[id]);
  }
}

void draw_tickets(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd) {
  const bool asked = some_station(
      scenario, [](const Station& station) { return station.choice == LaneChoice::ByTicket; });
  if (!asked) return;
  provide(crowd.ticket, crowd, 0.0f);
  draw_places(crowd.luck, cohorts, "ticket", {}, crowd.ticket);
}

void number_by_source(const Scenario& scenario, std::span<const Cohort> cohorts, Crowd& crowd) {
  if (!scenario.feelings) return;
  provide(crowd.of_source, crowd, OfSource{});
  for (std::uint32_t source = 0; source < cohorts.size(); ++source)
    for (std::uint32_t number = 0; number < cohorts[source].people; ++number)
      crowd.of_source[PersonId{cohorts[source].first + number}] = {source, number};
}

}  // namespace gateflow

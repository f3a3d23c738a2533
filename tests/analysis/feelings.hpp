#pragma once

#include <vector>

#include "sim/analysis/felt_wait.hpp"
#include "sim/analysis/how_it_felt.hpp"
#include "tests/analysis/evenings.hpp"

namespace gateflow {

/// Feelings in which no effect is turned on.
inline Feelings no_feelings() {
  return {.overestimate = 0,
          .idle = 0,
          .occupied = 0,
          .uninformed = 0,
          .unexplained = 0,
          .unfair = 0,
          .anxious = 0,
          .loss_per_minute = 0,
          .offence = 0,
          .late = 0,
          .shut_out = 0,
          .recovery = 0};
}

/// What everyone makes of a small evening, by person.
inline std::vector<Opinion> opinions_of(const tiny::World& world) {
  const Floor floor(world.scenario);
  Tally tally(floor, world.crowd);
  Experience experience(floor, world.crowd);
  Several both(tally, experience);
  run_evening(floor, world.crowd, both);
  const Time end = summarize(floor, world.crowd, std::move(tally)).end;
  experience.close(end);
  const Opinions opinions(world.scenario, world.crowd, experience, end);
  std::vector<Opinion> all;
  for (const PersonId person : keys_of(world.crowd.arrival))
    all.push_back(opinions.came(person) ? opinions.of(person) : Opinion{});
  return all;
}

inline std::vector<Time> felt_waits(const tiny::World& world) {
  std::vector<Time> felt;
  for (const Opinion& opinion : opinions_of(world)) felt.push_back(opinion.felt);
  return felt;
}

inline std::vector<double> satisfactions(const tiny::World& world) {
  std::vector<double> all;
  for (const Opinion& opinion : opinions_of(world)) all.push_back(opinion.satisfaction);
  return all;
}

/// The figures of a small evening, with how it felt.
inline Summary felt_summary_of(const tiny::World& world) {
  const Floor floor(world.scenario);
  Tally tally(floor, world.crowd);
  Experience experience(floor, world.crowd);
  Several both(tally, experience);
  run_evening(floor, world.crowd, both);
  Summary summary = summarize(floor, world.crowd, std::move(tally));
  tell_how_it_felt(world.scenario, world.crowd, experience, summary);
  return summary;
}

}  // namespace gateflow

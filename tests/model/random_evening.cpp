#include "tests/model/random_evening.hpp"

#include <algorithm>
#include <random>

namespace gateflow {

namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  int from(int low, int high) { return std::uniform_int_distribution{low, high}(engine_); }
  bool chance(double p) { return std::bernoulli_distribution{p}(engine_); }
  Time seconds(int low, int high) { return std::chrono::seconds{from(low, high)}; }

 private:
  std::mt19937_64 engine_;
};

void furnish(Station& station, Dice& dice, bool first) {
  constexpr LaneChoice choices[] = {LaneChoice::Shortest, LaneChoice::LeastWork,
                                    LaneChoice::Nearest,  LaneChoice::ByTicket,
                                    LaneChoice::Random,   LaneChoice::SameLane};
  station.choice = choices[dice.from(0, first ? 4 : 5)];
  station.ties = dice.chance(0.5) ? TieBreak::LeastWork : TieBreak::LowestNumber;
  if (dice.chance(0.4)) station.pen = static_cast<unsigned>(dice.from(0, 4));
  if (dice.chance(0.3)) station.when_full = WhenFull::Leave;
  if (dice.chance(0.3)) station.on_close = OnClose::Rejoin;
  if (dice.chance(0.3))
    station.breakdowns = Breakdowns{Exponential{60}, Exponential{20}, dice.chance(0.5)};
  if (dice.chance(0.4)) {
    Time at = dice.seconds(0, 60);
    for (int k = 0; k < 3; ++k, at += dice.seconds(10, 100))
      station.staffing.push_back(
          {at, static_cast<unsigned>(dice.from(0, static_cast<int>(station.lanes)))});
    station.staffing.push_back({at, station.lanes});
  }
}

void add_people(tiny::World& world, Dice& dice, std::size_t stations) {
  Time at{};
  const int people = dice.from(5, 120);
  for (int k = 0; k < people; ++k) {
    if (!dice.chance(0.3)) at += dice.seconds(0, 8);
    std::vector<Time> services;
    for (std::size_t s = 0; s < stations; ++s) services.push_back(dice.seconds(0, 12));
    const PersonId person = world.add_person(at, services);
    world.crowd.ticket_class[person] = static_cast<std::uint8_t>(dice.from(0, 1));
  }
}

void add_columns(tiny::World& world, Dice& dice) {
  Crowd& crowd = world.crowd;
  crowd.approach.resize(world.scenario.touchpoints.size());
  for (auto& column : crowd.approach)
    for (std::size_t k = 0; k < crowd.size(); ++k)
      column.push_back(static_cast<float>(dice.from(0, 99)) / 100.0f);
  for (std::size_t k = 0; k < crowd.size(); ++k)
    crowd.ticket.push_back(static_cast<float>(dice.from(0, 99)) / 100.0f);
  if (dice.chance(0.4))
    for (std::size_t k = 0; k < crowd.size(); ++k) crowd.patience.push_back(dice.seconds(5, 400));
  if (dice.chance(0.3))
    for (std::size_t k = 0; k < crowd.size(); ++k)
      crowd.baulk_at.push_back(static_cast<float>(dice.from(0, 30)));
  if (dice.chance(0.3))
    for (std::size_t k = 0; k < crowd.size(); ++k) crowd.absent.push_back(dice.chance(0.1));
  if (dice.chance(0.3))
    for (std::size_t k = 0; k < crowd.size(); ++k) {
      const bool joins =
          k > 0 && dice.chance(0.5) && crowd.arrival[PersonId{k}] == crowd.arrival[PersonId{k - 1}];
      crowd.group.push_back(joins ? crowd.group[PersonId{k - 1}] : PersonId{k});
    }
}

void add_cases(tiny::World& world, Dice& dice) {
  const TouchpointId desk = world.scenario.stations.back().touchpoint;
  const std::vector<std::vector<RuleStep>> ladders = {
      {Resolve{}},  {Resolve{10s}, StepAside{desk}}, {StepAside{desk}}, {Resolve{5s}, TurnAway{3s}},
      {TurnAway{}},
  };
  for (const auto& ladder : ladders) {
    const CaseId kind = world.add_case(ladder);
    world.scenario.cases[kind].name = "case " + std::to_string(kind.value);
  }
  for (const PersonId person : keys<PersonId>(world.crowd.size())) {
    if (!dice.chance(0.08)) continue;
    const CaseId kind{static_cast<std::size_t>(dice.from(0, 4))};
    world.give_case(person, kind, dice.seconds(1, 60), dice.seconds(1, 60));
    world.crowd.cases.back().admitted = dice.chance(0.8);
  }
  if (dice.chance(0.5))
    world.scenario.scripted.push_back({.kind = CaseId{1},
                                       .gate = {},
                                       .who = ByTurn{static_cast<unsigned>(dice.from(1, 9))},
                                       .in_lane = dice.seconds(1, 90),
                                       .at_desk = dice.seconds(1, 90)});
}

/// Rules for everything that a house can do, on top of the plain ones.
void add_house(tiny::World& world, Dice& dice) {
  Scenario& s = world.scenario;
  const TouchpointId desk = s.stations.back().touchpoint;
  s.house.supervisors =
      Supervisors{static_cast<unsigned>(dice.from(1, 2)), dice.seconds(0, 9), dice.chance(0.5)};
  s.house.triage_notice = dice.seconds(0, 20);
  s.tempers = {Temper{"calm", 1, 1, 1, 1}, Temper{"demanding", 1, 1, 1.5, 2.5}};
  const auto few = static_cast<unsigned>(dice.from(1, 4));
  const std::vector<std::vector<RuleStep>> ladders = {
      {Resolve{dice.seconds(0, 20)}, CallSupervisor{}},
      {CallSupervisor{dice.seconds(0, 30)}, StepAside{desk}},
      {Resolve{never, UntilWaiting{few}}, TurnAway{dice.seconds(0, 9)}},
      {Resolve{dice.seconds(5, 60), UntilDearer{dice.seconds(20, 200), 0.5}}, Pause{4s},
       GiveIn{3s}},
      {Pause{dice.seconds(0, 9)}, Resolve{never, UntilWaiting{few}}, CallSupervisor{}}};
  for (const auto& ladder : ladders) {
    const CaseId kind = world.add_case(ladder);
    s.cases[kind].name = "case " + std::to_string(kind.value);
    s.cases[kind].in_lane_s = Exponential{static_cast<double>(dice.from(5, 60))};
  }
  const auto kinds = static_cast<int>(s.cases.size());
  for (CaseRow& row : world.crowd.cases) {
    row.kind = CaseId{static_cast<std::size_t>(dice.from(0, kinds - 1))};
    row.by_supervisor = dice.seconds(0, 30);
    row.admitted_by_supervisor = dice.chance(0.8);
    row.told = dice.chance(0.5);
    row.temper = TemperId{static_cast<std::size_t>(dice.from(0, 1))};
    if (dice.chance(0.2)) row.taken_for = CaseId{static_cast<std::size_t>(dice.from(0, kinds - 1))};
  }
}

/// Floaters, staff with moods, and people who copy what they see.
void add_witnesses(tiny::World& world, Dice& dice) {
  Scenario& s = world.scenario;
  for (const StationId id : keys_of(s.stations)) {
    if (id.index() + 1 == s.stations.size() || dice.chance(0.5)) continue;  // the last is a desk
    s.stations[id].floaters = static_cast<unsigned>(dice.from(1, 3));
    s.stations[id].floater_check = dice.seconds(0, 9);
  }
  if (dice.chance(0.5)) s.house.scene_slows = 0.3;
  s.house.scene_lasts = dice.seconds(0, 200);
  const CaseId asked = world.add_case({GiveIn{dice.seconds(0, 5)}});
  s.cases[asked].name = "asked for";
  s.cases[asked].copied = 0.1;
  for (const PersonId person : keys<PersonId>(world.crowd.size())) {
    const bool has_own = std::ranges::any_of(
        world.crowd.cases, [&](const CaseRow& row) { return row.person == person; });
    if (has_own || !dice.chance(0.4)) continue;
    world.give_case(person, asked, dice.seconds(1, 60));
    for (CaseRow& row : world.crowd.cases)
      if (row.person == person)
        row.after_examples = static_cast<std::uint8_t>(dice.chance(0.2) ? 0 : dice.from(1, 5));
  }
}

}  // namespace

tiny::World random_evening(std::uint64_t seed) {
  Dice dice(seed);
  tiny::World world;
  const auto stations = static_cast<std::size_t>(dice.from(1, 3));
  for (std::size_t s = 0; s < stations; ++s) {
    const auto layout = dice.chance(0.5) ? QueueLayout::Lanes : QueueLayout::Serpentine;
    const Time walk = dice.chance(0.5) ? dice.seconds(0, 20) : Time{};
    furnish(world.add_station(static_cast<unsigned>(dice.from(1, 4)), layout, walk), dice, s == 0);
  }
  TicketClass other = world.general();
  other.priority = static_cast<unsigned>(dice.from(0, 1));
  world.scenario.classes.push_back(other);

  Station& desk = world.add_desk(static_cast<unsigned>(dice.from(1, 2)));
  if (dice.chance(0.5)) desk.pen = static_cast<unsigned>(dice.from(0, 2));

  add_people(world, dice, stations);
  add_columns(world, dice);
  add_cases(world, dice);
  if (dice.chance(0.2)) world.scenario.until = dice.seconds(100, 400);
  if (dice.chance(0.5)) add_house(world, dice);
  if (dice.chance(0.5)) add_witnesses(world, dice);
  return world;
}

}  // namespace gateflow

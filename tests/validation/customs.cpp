#include "tests/validation/customs.hpp"

#include <algorithm>
#include <stdexcept>

#include "sim/crowd/crowd.hpp"
#include "sim/io/scenario_file.hpp"
#include "sim/io/text_file.hpp"
#include "sim/model/evening.hpp"

namespace gateflow::validation {
namespace {

constexpr unsigned servers_of_the_hall = 16;

std::string text_of(const std::string& file) {
  TextFile content = read_text_file(file, 1'000'000);
  if (!content.fault.empty()) throw std::runtime_error(file + ": " + content.fault);
  return std::move(content.text);
}

/// The date that `where = { date = "2019-05-11" }` names first.
std::string date_in(const std::string& text) {
  const std::string before = "date = \"";
  const std::size_t at = text.find(before);
  if (at == std::string::npos) throw std::runtime_error("the scenario names no date");
  return text.substr(at + before.size(), std::string("2019-05-11").size());
}

std::string with_date(std::string text, const std::string& from, const std::string& to) {
  const std::string quoted = '"' + from + '"';
  for (std::size_t at = 0; (at = text.find(quoted, at)) != std::string::npos; at += quoted.size())
    text.replace(at + 1, from.size(), to);
  return text;
}

Scenario read(const std::string& text, const std::string& folder) {
  ReadScenario found = parse_scenario(text, "ohare-customs.toml", folder);
  if (!found.scenario) throw std::runtime_error(in_words(found.faults.front()));
  return std::move(*found.scenario);
}

ArrivalCounts& counts_of(Source& source) {
  return std::get<ArrivalCounts>(source.arrivals);
}

const Distribution& law_at_booths(const Scenario& scenario) {
  return scenario.touchpoints[TouchpointId{0}].service_s[ClassId{0}];
}

/// Each flight a source and a class of its own.
Day by_flight(ObservedDay observed, Scenario scenario) {
  const ArrivalCounts counts = counts_of(scenario.sources.front());
  const TicketClass passenger = scenario.classes[ClassId{0}];
  const Distribution service = law_at_booths(scenario);
  auto& services = scenario.touchpoints[TouchpointId{0}].service_s;
  scenario.sources.clear();
  scenario.classes = {};
  services = {};
  std::vector<std::size_t> hours;
  for (std::size_t h = 0; h < counts.intervals.size(); ++h) {
    const CountedInterval& all = counts.intervals[h];
    for (unsigned k = 0; k < all.batches; ++k) {
      CountedInterval one = all;
      one.people = all.people / all.batches + (k < all.people % all.batches ? 1 : 0);
      one.batches = 1;
      const std::string name = "flight " + std::to_string(hours.size() + 1);
      TicketClass with_name = passenger;
      with_name.name = name;
      const ClassId id = scenario.classes.push_back(with_name);
      services.push_back(service);
      scenario.sources.push_back({name, ArrivalCounts{{one}, counts.batch_spread_s}, {id}});
      hours.push_back(h);
    }
  }
  return {std::move(observed), std::move(scenario), std::move(hours)};
}

void set(Scenario& scenario, Reading reading, const Terms& terms) {
  for (Source& source : scenario.sources)
    std::get<Gamma>(counts_of(source).batch_spread_s).mean = terms.to_line_s;
  for (Distribution& law : scenario.touchpoints[TouchpointId{0}].service_s)
    std::get<Lognormal>(law).mean = terms.service_s;
  if (reading == Reading::Booths) return;
  scenario.stations[StationId{0}].staffing.clear();
  scenario.stations[StationId{0}].lanes = servers_of_the_hall;
}

/// When each flight lands: a crowd of one passenger a flight who is at the line at once. A flight's
/// instant hangs on its name alone, so it is the same as in the full crowd.
std::vector<Time> landings(Scenario scenario, Luck luck) {
  for (Source& source : scenario.sources) {
    counts_of(source).batch_spread_s = Constant{0};
    counts_of(source).intervals.front().people = 1;
  }
  const Crowd first_ones = draw_crowd(scenario, luck);
  std::vector<Time> out(scenario.sources.size());
  for (const PersonId person : keys_of(first_ones.arrival))
    out[first_ones.class_of(person).index()] = first_ones.arrival[person];
  return out;
}

/// Sink: when each person is through.
struct Through {
  Table<PersonId, Time> at;

  void operator()(const Happening& happening) {
    if (happening.what == What::Admitted) at[happening.person] = happening.at;
  }
};

}  // namespace

Customs::Customs(const std::string& root) {
  const std::string folder = root + "/scenarios";
  const std::string text = text_of(folder + "/ohare-customs.toml");
  date_ = date_in(text);
  for (ObservedDay& observed : observed_days(folder + "/data/ORD-2019-H1.csv")) {
    Scenario scenario = read(with_date(text, date_, observed.date), folder);
    terms_ = {mean(law_at_booths(scenario)),
              mean(counts_of(scenario.sources.front()).batch_spread_s)};
    days_.push_back(by_flight(std::move(observed), std::move(scenario)));
  }
}

std::vector<HourFigures> simulate(const Day& day, Reading reading, const Terms& terms,
                                  std::uint32_t replication) {
  Scenario scenario = day.scenario;
  set(scenario, reading, terms);
  const Luck luck{scenario.seed, replication};
  const Crowd crowd = draw_crowd(scenario, luck);
  const std::vector<Time> landed = landings(scenario, luck);
  const Floor floor(scenario);
  Through through{Table<PersonId, Time>(crowd.size(), never)};
  run_evening(floor, crowd, through);

  std::vector<HourFigures> out(day.observed.hours.size());
  std::vector<double> people(out.size());
  for (const PersonId person : keys_of(through.at)) {
    if (through.at[person] == never) throw std::logic_error("somebody has not come through");
    const std::size_t flight = crowd.class_of(person).index();
    const std::size_t hour = day.hour_of_flight[flight];
    const double waited = in_minutes(through.at[person] - landed[flight]);
    out[hour].mean_min += waited;
    out[hour].longest_min = std::max(out[hour].longest_min, waited);
    ++people[hour];
  }
  for (std::size_t h = 0; h < out.size(); ++h) out[h].mean_min /= people[h];
  return out;
}

}  // namespace gateflow::validation

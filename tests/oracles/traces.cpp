#include "tests/oracles/traces.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/ledger/ledger.hpp"
#include "sim/model/evening.hpp"
#include "sim/trace/visits.hpp"

namespace gateflow::oracles {

namespace {

/// One line for all lanes; ticks are microseconds, so whole and decimal seconds are exact.
std::pair<Scenario, Crowd> one_line(const std::vector<double>& arrivals,
                                    const std::vector<double>& services, unsigned lanes) {
  Scenario scenario;
  scenario.gates.push_back({"main", 1});
  Station station;
  station.name = "gate";
  station.touchpoint = scenario.touchpoints.push_back({"gate", {}});
  station.lanes = lanes;
  station.layout = QueueLayout::Serpentine;
  TicketClass general;
  general.route.push_back({{scenario.stations.push_back(station), Time{}}});
  scenario.classes.push_back(general);

  Crowd crowd;
  crowd.effort.resize(1);
  for (std::size_t k = 0; k < arrivals.size(); ++k) {
    crowd.arrival.push_back(from_seconds(arrivals[k]));
    crowd.effort[TouchpointId{0}].push_back(from_seconds(services[k]));
    crowd.ticket_class.push_back(0);
    crowd.gate.push_back(0);
  }
  return {scenario, crowd};
}

std::vector<double> waits(const std::vector<double>& arrivals, const std::vector<double>& services,
                          unsigned lanes) {
  const auto [scenario, crowd] = one_line(arrivals, services, lanes);
  const Floor floor(scenario);
  Visits visits(crowd.size());
  run_evening(floor, crowd, visits);
  std::vector<double> result(arrivals.size());
  for (const Visit& visit : visits.all())
    result[visit.person.index()] = in_seconds(visit.called - visit.came);
  return result;
}

/// What the ledger charges to each one's service.
std::vector<double> tangible(const std::vector<double>& arrivals,
                             const std::vector<double>& services) {
  const auto [scenario, crowd] = one_line(arrivals, services, 1);
  const Floor floor(scenario);
  Ledger ledger(floor, crowd);
  const World end = run_evening(floor, crowd, ledger);
  ledger.close(end.now);
  std::vector<double> result;
  for (const PersonId person : keys_of(crowd.arrival))
    result.push_back(in_seconds(ledger.charged_to_service_of(person)));
  return result;
}

double total(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

Exact hand_trace(const Entry& e) {
  const auto arrivals = e.parameters["arrivals"].get<std::vector<double>>();
  const auto services = e.parameters["services"].get<std::vector<double>>();
  const unsigned lanes = e.has("c") ? e.parameters["c"].get<unsigned>() : 1;
  if (e.metric == "waits") return [=] { return nlohmann::json(waits(arrivals, services, lanes)); };
  if (e.metric == "total_wait")
    return [=] { return nlohmann::json(total(waits(arrivals, services, lanes))); };
  if (e.metric == "tangible") return [=] { return nlohmann::json(tangible(arrivals, services)); };
  if (e.metric != "removal_externality") return {};
  return [=] {
    std::vector<double> saved;
    for (std::size_t k = 0; k < arrivals.size(); ++k) {
      const auto with = waits(arrivals, services, lanes);
      auto without_service = services;
      without_service[k] = 0;
      const auto without = waits(arrivals, without_service, lanes);
      saved.push_back(total(with) - with[k] - (total(without) - without[k]));
    }
    return nlohmann::json(saved);
  };
}

/// Arrivals at even gaps, one of them takes longer; long enough for the line to be gone again.
Exact block(const Entry& e) {
  const double gap = 1 / e.number("lam"), service = e.number("service"), hold = e.number("B");
  const auto people = static_cast<std::size_t>(4 + 2 * hold / (gap - service));
  std::vector<double> arrivals, services(people, service);
  for (std::size_t k = 0; k < people; ++k) arrivals.push_back(gap * static_cast<double>(k));
  auto held = services;
  held[0] += hold;
  return [=, metric = e.metric] {
    const auto before = waits(arrivals, services, 1), after = waits(arrivals, held, 1);
    std::vector<double> delays;
    for (std::size_t k = 1; k < people; ++k) delays.push_back(after[k] - before[k]);
    if (metric == "total_delay") return nlohmann::json(total(delays));
    if (metric == "max_delay") return nlohmann::json(std::ranges::max(delays));
    return nlohmann::json(std::ranges::count_if(delays, [](double d) { return d > 1e-9; }));
  };
}

}  // namespace

Exact exact_answer(const Entry& entry) {
  if (entry.model.find("hand trace") != std::string::npos) return hand_trace(entry);
  if (entry.model.find("D/D/1") != std::string::npos) return block(entry);
  return {};
}

}  // namespace gateflow::oracles

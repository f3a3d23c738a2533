#include <algorithm>
#include <cmath>
#include <limits>
#include <regex>

#include "tests/oracles/diverting.hpp"
#include "tests/oracles/question.hpp"
#include "tests/oracles/traces.hpp"

namespace gateflow::oracles {

namespace {

constexpr std::size_t people_a_run = 200'000;

bool speaks_of(const Entry& entry, std::string_view words) {
  return entry.model.find(words) != std::string::npos;
}

/// One gate, one class, so many stations in a row with that service each.
Scenario stations_in_a_row(std::size_t stations, unsigned lanes, const Distribution& service) {
  Scenario scenario;
  scenario.name = "oracle";
  scenario.gates.push_back({"main", 1});
  TicketClass general;
  general.name = "general";
  general.route.push_back({});
  for (std::size_t k = 0; k < stations; ++k) {
    Touchpoint touchpoint{"station " + std::to_string(k), {}};
    touchpoint.service_s.push_back(service);
    Station station;
    station.name = touchpoint.name;
    station.touchpoint = scenario.touchpoints.push_back(touchpoint);
    station.lanes = lanes;
    station.layout = QueueLayout::Serpentine;
    general.route[GateId{0}].push_back({scenario.stations.push_back(station), Time{}});
  }
  scenario.classes.push_back(general);
  return scenario;
}

void arrive_at_rate(Scenario& scenario, double rate, double seconds) {
  const Time end = from_seconds(seconds);
  scenario.sources.push_back(
      {"street", ArrivalCurve{{{Time{}, rate}, {end, rate}}, {}}, {ClassId{0}}});
}

Experiment steady(Scenario scenario, double rate, std::size_t people = people_a_run) {
  arrive_at_rate(scenario, rate, static_cast<double>(people) / rate);
  Experiment experiment;
  experiment.scenario = std::move(scenario);
  experiment.warm_up = people / 10;
  return experiment;
}

Station& first_station(Scenario& scenario) {
  return scenario.stations[StationId{0}];
}

/// The service law of an M/G/1 entry, from its parameters.
Distribution service_of(const Entry& e) {
  if (e.has("D")) return Constant{e.number("D")};
  if (!e.has("service")) return Exponential{e.has("ES") ? e.number("ES") : 1 / e.number("mu")};
  const std::string kind = e.parameters["service"];
  const double mean = e.has("mean") ? e.number("mean") : 1;
  const double cv = e.has("cv2") ? std::sqrt(e.number("cv2")) : 1;
  if (kind == "exp") return Exponential{mean};
  if (kind == "det") return Constant{mean};
  if (kind == "lognormal") return Lognormal{mean, cv};
  if (kind == "gamma" || kind == "erlang") return Gamma{mean, cv};
  if (kind == "uniform") return Uniform{e.number("a"), e.number("b")};
  if (kind == "lomax") return Lomax{mean, e.number("alpha")};
  if (kind == "hyperexp")
    return Hyperexponential{e.number("p_fast"), e.number("mean_fast"), e.number("mean_slow")};
  if (kind == "h2") {  // balanced means: p1 m1 = p2 m2
    const double p = (1 + std::sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
    return Hyperexponential{p, mean / (2 * p), mean / (2 * (1 - p))};
  }
  return law_of(kind, mean);
}

unsigned lanes_of(const Entry& e) {
  return e.has("c") ? e.parameters["c"].get<unsigned>() : 1;
}

Experiment pooled(const Entry& e) {
  return steady(stations_in_a_row(1, lanes_of(e), service_of(e)), e.number("lam"));
}

Experiment with_limited_room(const Entry& e) {
  Experiment x = pooled(e);
  Station& station = first_station(x.scenario);
  const unsigned in_all = e.has("K") ? e.parameters["K"].get<unsigned>() : station.lanes;
  station.pen = in_all - station.lanes;
  station.when_full = WhenFull::Leave;
  return x;
}

Experiment with_patience(const Entry& e) {
  Experiment x = pooled(e);
  x.scenario.classes[ClassId{0}].patience_s = Exponential{1 / e.number("theta")};
  return x;
}

Experiment with_priorities(const Entry& e) {
  const auto rates = e.parameters["lams"].get<std::vector<double>>();
  const auto means = e.parameters["ES"].get<std::vector<double>>();
  const auto squares = e.parameters["ES2"].get<std::vector<double>>();
  Scenario scenario = stations_in_a_row(1, 1, Constant{0});
  const TicketClass general = scenario.classes[ClassId{0}];
  auto& service = scenario.touchpoints[TouchpointId{0}].service_s;
  scenario.classes = {};
  service = {};
  double total = 0;
  for (std::size_t k = 0; k < rates.size(); ++k) {
    TicketClass c = general;
    c.name = "class " + std::to_string(k + 1);
    c.share = rates[k];
    c.priority = static_cast<unsigned>(k);
    scenario.classes.push_back(c);
    const double cv = std::sqrt(std::max(0.0, squares[k] / (means[k] * means[k]) - 1));
    cv < 1e-9 ? service.push_back(Constant{means[k]}) : service.push_back(Gamma{means[k], cv});
    total += rates[k];
  }
  Experiment x = steady(std::move(scenario), total);
  for (std::size_t k = 1; k < rates.size(); ++k)
    x.scenario.sources[0].classes.push_back(ClassId{k});
  return x;
}

Experiment tandem_without_room(const Entry& e) {
  Scenario scenario = stations_in_a_row(2, 1, Exponential{1 / e.number("mu1")});
  scenario.touchpoints[TouchpointId{1}].service_s[ClassId{0}] = Exponential{1 / e.number("mu2")};
  scenario.stations[StationId{1}].pen = e.parameters["buffer"].get<unsigned>();
  return steady(std::move(scenario), e.number("lam"));
}

/// Everybody is there from the start: the first station is never short of people.
Experiment saturated_line(const Entry& e, std::size_t stations) {
  Scenario scenario = stations_in_a_row(stations, 1, Exponential{1 / e.number("mu")});
  for (std::size_t k = 1; k < stations; ++k)
    scenario.stations[StationId{k}].pen = e.parameters["buffer"].get<unsigned>();
  Experiment x;
  x.scenario = std::move(scenario);
  x.people = people_a_run;
  x.gaps = Constant{0};
  return x;
}

Experiment shortest_line(const Entry& e) {
  Experiment x = pooled(e);
  first_station(x.scenario).layout = QueueLayout::Lanes;
  first_station(x.scenario).ties = TieBreak::LowestNumber;
  return x;
}

Experiment in_batches(const Entry& e) {
  const double mean_size = 1 / e.number("p");
  Scenario scenario = stations_in_a_row(1, 1, Exponential{1 / e.number("mu")});
  scenario.classes[ClassId{0}].group_size = Geometric{mean_size};
  return steady(std::move(scenario), e.number("batch_rate") * mean_size);
}

/// Rates per minute, triangular; runs until empty.
Experiment triangle(const Entry& e, unsigned lanes, double service_min) {
  Scenario scenario = stations_in_a_row(1, lanes, Exponential{60 * service_min});
  const auto minute = [](double m) { return from_seconds(60 * m); };
  scenario.sources.push_back({"street",
                              ArrivalCurve{{{Time{}, 0},
                                            {minute(e.number("t_peak")), e.number("peak") / 60},
                                            {minute(e.number("t_end")), 0}},
                                           {}},
                              {ClassId{0}}});
  Experiment x;
  x.scenario = std::move(scenario);
  return x;
}

Experiment with_breakdowns(const Entry& e) {
  Experiment x = pooled(e);
  const bool always = e.has("fail");
  const double every = 1 / e.number(always ? "fail" : "xi");
  const Distribution repair =
      always ? Exponential{1 / e.number("repair")} : law_of(e.parameters["repair"]);
  first_station(x.scenario).breakdowns = Breakdowns{Exponential{every}, repair, !always};
  return x;
}

/// A service that is cut at `limit` and goes on at a desk that never has a line.
Experiment with_cut(const Entry& e, double limit) {
  const bool mixed = e.parameters["service"] == "det+blocker";
  const double base = mixed ? e.number("base") : 0;
  Experiment x = steady(stations_in_a_row(1, 1, Constant{base}), e.number("lam"));
  Scenario& s = x.scenario;
  const TouchpointId desk = add_endless_desk(s);
  const Time up_to = std::isinf(limit) ? never : from_seconds(limit - base);
  const HouseRule rule{"cut", up_to == never
                                  ? std::vector<RuleStep>{Resolve{}}
                                  : std::vector<RuleStep>{Resolve{up_to}, StepAside{desk}}};
  Case blocker;
  blocker.name = "blocker";
  blocker.touchpoint = TouchpointId{0};
  blocker.share.push_back(mixed ? e.number("q") : 1);
  blocker.in_lane_s = mixed ? Distribution{Exponential{e.number("mean_block")}} : service_of(e);
  blocker.rule = s.rules.push_back(rule);
  s.cases.push_back(blocker);
  return x;
}

std::optional<double> sibling(const Entry& entry, const std::vector<Entry>& all,
                              const std::string& metric) {
  for (const Entry& other : all)
    if (other.metric == metric && other.model == entry.model &&
        other.parameters == entry.parameters)
      return other.value.get<double>();
  return std::nullopt;
}

Expressed cut(const Entry& e, const std::vector<Entry>& all) {
  std::smatch match;
  if (auto best = best_cut(e, service_of(e))) return {Question{std::move(*best), e.metric}, {}};
  if (e.metric == "Wq_nocut")
    return {Question{with_cut(e, std::numeric_limits<double>::infinity()), "Wq"}, {}};
  if (std::regex_match(e.metric, match, std::regex("Wq_T([0-9.]+)")))
    return {Question{with_cut(e, std::stod(match[1])), "Wq"}, {}};
  const auto best = sibling(e, all, "T_opt");
  if (!best) return {{}, "the file gives no T_opt for these parameters"};
  const std::string figure = e.metric == "Wq_at_Topt" ? "Wq" : e.metric;
  return {Question{with_cut(e, *best), figure}, {}};
}

Expressed known_blockers(const Entry& e) {
  if (e.metric == "n_star")
    return {Question{Exact([=]() -> nlohmann::json { return people_enough(e); }), e.metric}, {}};
  if (e.metric.find("never") != std::string::npos) {
    const double q = e.number("q");
    const Hyperexponential s{1 - q, e.number("mean_fast"), e.number("mean_blocker")};
    return {Question{steady(stations_in_a_row(1, 1, s), e.number("lam")), "Lq"}, {}};
  }
  const bool later = e.metric == "cost_nstar_plus3";
  Scenario s = with_known_blockers(e, people_enough(e) + (later ? 3 : 0));
  arrive_at_rate(s, e.number("lam"), people_a_run / e.number("lam"));
  s.sources[0].classes = {ClassId{0}, ClassId{1}};
  Experiment x;
  x.scenario = std::move(s);
  x.warm_up = people_a_run / 10;
  x.aside_cost_s = e.number("c");
  return {Question{std::move(x), later ? "cost" : e.metric}, {}};
}

std::vector<double> minutes_looked_at(const Entry& entry, const std::vector<Entry>& all) {
  std::vector<double> minutes;
  for (const Entry& other : all) {
    std::smatch match;
    if (other.model == entry.model && other.parameters == entry.parameters &&
        std::regex_match(other.metric, match, std::regex("E[NQ]_t([0-9.]+)")))
      minutes.push_back(std::stod(match[1]));
  }
  std::ranges::sort(minutes);
  minutes.erase(std::unique(minutes.begin(), minutes.end()), minutes.end());
  return minutes;
}

Expressed transient(const Entry& e, const std::vector<Entry>& all) {
  Experiment x = triangle(e, e.parameters["s"].get<unsigned>(), 1 / e.number("mu"));
  x.at_minutes = minutes_looked_at(e, all);
  const bool in_minutes = e.metric == "total_wait" || e.metric == "mean_wait";
  return {Question{std::move(x), in_minutes ? e.metric + "_min" : e.metric}, {}};
}

Expressed renewal(const Entry& e) {
  Experiment x;
  x.scenario = stations_in_a_row(1, 1, law_of(e.parameters["service"]));
  x.gaps = law_of(e.parameters["arrival"], 1 / e.number("lam"));
  x.people = people_a_run;
  x.warm_up = people_a_run / 10;
  return {Question{std::move(x), "Wq"}, {}};
}

Expressed asked(Experiment experiment, const Entry& entry) {
  return {Question{std::move(experiment), entry.metric}, {}};
}

}  // namespace

Distribution law_of(const std::string& words, double mean) {
  const auto number_after = [&](const std::string& key) -> std::optional<double> {
    std::smatch match;
    if (!std::regex_search(words, match, std::regex(key + " ?-?([0-9.]+)"))) return std::nullopt;
    return std::stod(match[1]);
  };
  const double m = number_after("mean").value_or(number_after("(?:exp|det)").value_or(mean));
  if (words.starts_with("exp")) return Exponential{m};
  if (words.starts_with("det")) return Constant{m};
  if (words.starts_with("Erlang")) return Gamma{m, 1 / std::sqrt(number_after("Erlang").value())};
  if (words.starts_with("lognormal")) return Lognormal{m, std::sqrt(number_after("cv2").value())};
  throw std::runtime_error("unknown law '" + words + "'");
}

Expressed express(const Entry& e, const std::vector<Entry>& all) {
  if (const auto reason = not_yet(e)) return {{}, *reason};
  if (auto exact = exact_answer(e)) return {Question{std::move(exact), e.metric}, {}};

  if (auto without = absence(e)) return {Question{std::move(*without), e.metric}, {}};

  if (speaks_of(e, "service cut")) return cut(e, all);
  if (speaks_of(e, "blocker sent to desk")) return known_blockers(e);
  if (speaks_of(e, "breakdowns") || speaks_of(e, "up/down")) return asked(with_breakdowns(e), e);
  if (speaks_of(e, "NHPP")) {
    Experiment x = triangle(e, 1, 0.001);
    x.arrivals_only = true;
    return asked(std::move(x), e);
  }
  if (speaks_of(e, "M(t)/M/")) return transient(e, all);
  if (speaks_of(e, "JSQ")) return asked(shortest_line(e), e);
  if (speaks_of(e, "M^[X]/M/1")) return asked(in_batches(e), e);
  if (speaks_of(e, "non-preemptive priority")) return asked(with_priorities(e), e);
  if (speaks_of(e, "blocking after service")) return asked(tandem_without_room(e), e);
  if (speaks_of(e, "saturated")) {
    std::smatch match;
    if (!std::regex_search(e.model, match, std::regex("([0-9]+)-station")))
      return {{}, "unknown line"};
    return asked(saturated_line(e, std::stoul(match[1])), e);
  }
  if (speaks_of(e, "M/M/c+M")) return asked(with_patience(e), e);
  if (speaks_of(e, "M/M/c/K") || speaks_of(e, "M/G/c/c")) return asked(with_limited_room(e), e);
  if (e.has("arrival")) return renewal(e);
  for (const char* model : {"M/M/1 FIFO", "M/M/c FIFO", "M/D/c FIFO", "M/G/1 FIFO", "M/D/1 FIFO"})
    if (speaks_of(e, model)) return asked(pooled(e), e);
  return {{}, "unknown model"};
}

}  // namespace gateflow::oracles

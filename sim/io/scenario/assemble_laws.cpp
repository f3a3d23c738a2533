#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/io/scenario/assembly.hpp"
#include "sim/io/scenario/csv_selection.hpp"
#include "sim/io/wording.hpp"

namespace gateflow {
namespace {

std::vector<double> plain(const std::vector<Said<double>>& numbers) {
  std::vector<double> out;
  for (const Said<double>& number : numbers)
    if (number) out.push_back(*number);
  return out;
}

/// Turns each law of the file into one of the scenario's; Constant where it has a fault.
struct ToDistribution {
  Place at;
  const std::string& path;
  Assembly& assembly;

  template <class Kernel>
  Distribution operator()(const Kernel& law) const {
    return law;
  }

  Distribution operator()(const ErlangEntry& law) const {
    return Gamma{law.mean, 1 / std::sqrt(static_cast<double>(law.k))};
  }

  Distribution operator()(const ValuesEntry& law) const {
    if (!law.values) return Constant{1};
    Discrete out{plain(*law.values), plain(law.weights.value_or({}))};
    if (!law.weights.said()) out.weights.assign(out.values.size(), 1.0);
    if (out.weights.size() != out.values.size()) {
      assembly.fault(path, law.weights.at,
                     fmt::format("expected a weight for each of the {}, found {}",
                                 counted(out.values.size(), "value"), out.weights.size()));
      return Constant{1};
    }
    return out;
  }

  Distribution operator()(const CsvValuesEntry& law) const {
    FaultList& faults = assembly.reading.faults;
    auto rows = CsvSelection::open(law.csv, law.where, {&law.column}, {}, assembly.csv, faults);
    Empirical out;
    while (rows && rows->next() && assembly.keep(1, path, at)) {
      const auto value = rows->number(0);
      if (value && *value >= 0)
        out.sorted.push_back(*value);
      else if (value)
        faults.add(rows->cell(0).at, "expected a number from 0 up, found a negative one");
    }
    std::ranges::sort(out.sorted);
    if (!out.sorted.empty()) return out;
    assembly.mark_faulty(path);
    return Constant{1};
  }
};

/// Laws of seconds from laws of minutes; a geometric one, which counts whole things, has none.
struct Scaled {
  double factor;
  using Result = std::optional<Distribution>;

  Result operator()(Constant law) const { return law.value *= factor, law; }
  Result operator()(Exponential law) const { return law.mean *= factor, law; }
  Result operator()(Uniform law) const { return law.low *= factor, law.high *= factor, law; }
  Result operator()(Triangular law) const {
    return law.low *= factor, law.mode *= factor, law.high *= factor, law;
  }
  Result operator()(Lognormal law) const { return law.mean *= factor, law; }
  Result operator()(Gamma law) const { return law.mean *= factor, law; }
  Result operator()(Weibull law) const { return law.mean *= factor, law; }
  Result operator()(Hyperexponential law) const {
    return law.mean_first *= factor, law.mean_second *= factor, law;
  }
  Result operator()(Lomax law) const { return law.mean *= factor, law; }
  Result operator()(const Geometric&) const { return std::nullopt; }
  Result operator()(Discrete law) const {
    for (double& value : law.values) value *= factor;
    return law;
  }
  Result operator()(Empirical law) const {
    for (double& value : law.sorted) value *= factor;
    return law;
  }
};

}  // namespace

Distribution distribution(const Said<Law>& law, Unit unit, const std::string& path,
                          Assembly& assembly) {
  if (!law) return Constant{1};
  const double factor = static_cast<double>(unit);
  if (const double* always = std::get_if<double>(&*law)) return Constant{*always * factor};

  const Distribution as_said =
      std::visit(ToDistribution{law.at, path, assembly}, std::get<LawTable>(*law));
  if (unit == Unit::AsIs) return as_said;
  const auto scaled = std::visit(Scaled{factor}, as_said);
  if (!scaled) assembly.fault(path, law.at, "a geometric law counts whole things: it fits no time");
  return scaled.value_or(Constant{1});
}

}  // namespace gateflow

#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/kernel/distribution.hpp"

namespace gateflow::tests {

using NamedDistribution = std::pair<std::string, Distribution>;

/// Some of each kind, from tame to wild.
inline const std::vector<NamedDistribution>& some_of_each_kind() {
  static const std::vector<NamedDistribution> kinds{
      {"constant", Constant{4.5}},
      {"exponential", Exponential{6.0}},
      {"uniform", Uniform{2.0, 9.0}},
      {"triangular", Triangular{2.0, 3.0, 9.0}},
      {"triangular, rising only", Triangular{0.0, 5.0, 5.0}},
      {"lognormal", Lognormal{6.0, 0.6}},
      {"lognormal, wild", Lognormal{6.0, 2.0}},
      {"gamma, Erlang-4", Gamma{6.0, 0.5}},
      {"gamma, wild", Gamma{6.0, 3.0}},
      {"gamma, tame", Gamma{6.0, 0.1}},
      {"weibull", Weibull{6.0, 1.5}},
      {"weibull, wild", Weibull{6.0, 0.6}},
      {"hyperexponential", Hyperexponential{0.98, 4.0, 100.0}},
      {"hyperexponential of one", Hyperexponential{1.0, 4.0, 100.0}},
      {"lomax", Lomax{6.0, 6.0}},
      {"geometric", Geometric{4.0}},
      {"geometric, sure", Geometric{1.0}},
      {"discrete", Discrete{{7.0, 1.0, 2.5, 100.0}, {3.0, 5.0, 0.0, 2.0}}},
      {"empirical", Empirical{{0.5, 2.0, 2.0, 3.5, 11.0}}},
  };
  return kinds;
}

/// A million draws, or a tenth of that where each is found by iteration.
inline std::size_t many_draws(const Distribution& distribution) {
  const bool slow = std::holds_alternative<Gamma>(distribution) ||
                    std::holds_alternative<Hyperexponential>(distribution);
  return slow ? 100'000 : 1'000'000;
}

}  // namespace gateflow::tests

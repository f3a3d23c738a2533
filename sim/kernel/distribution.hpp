#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace gateflow {

/// Distributions of quantities of 0 or more, as values. The unit is the owner's, usually seconds.
/// A `cv` is the coefficient of variation: standard deviation / mean.

struct Constant {
  double value = 0.0;
  bool operator==(const Constant&) const = default;
};

struct Exponential {
  double mean = 1.0;
  bool operator==(const Exponential&) const = default;
};

struct Uniform {
  double low = 0.0;
  double high = 1.0;
  bool operator==(const Uniform&) const = default;
};

struct Triangular {
  double low = 0.0;
  double mode = 0.5;
  double high = 1.0;
  bool operator==(const Triangular&) const = default;
};

struct Lognormal {
  double mean = 1.0;
  double cv = 1.0;
  bool operator==(const Lognormal&) const = default;
};

/// Erlang-k is cv = 1 / sqrt(k).
struct Gamma {
  double mean = 1.0;
  double cv = 1.0;
  bool operator==(const Gamma&) const = default;
};

struct Weibull {
  double mean = 1.0;
  double shape = 1.0;
  bool operator==(const Weibull&) const = default;
};

/// An exponential of one mean for a share of all, of another mean for the rest.
struct Hyperexponential {
  double share_first = 0.5;
  double mean_first = 1.0;
  double mean_second = 1.0;
  bool operator==(const Hyperexponential&) const = default;
};

/// Pareto II, P(X > x) = (1 + x / ((shape - 1) mean))^-shape; a shape up to 2 has infinite
/// variance.
struct Lomax {
  double mean = 1.0;
  double shape = 3.0;
  bool operator==(const Lomax&) const = default;
};

/// On 1, 2, 3, ...: tries up to and with the first success.
struct Geometric {
  double mean = 1.0;
  bool operator==(const Geometric&) const = default;
};

/// Each value with probability weight / sum of weights; values in any order.
struct Discrete {
  std::vector<double> values;
  std::vector<double> weights;
  bool operator==(const Discrete&) const = default;
};

/// A measured sample, ascending, each value as likely as any other: a draw is always a value that
/// was measured. So draws have exactly the sample's mean and variance; interpolating between the
/// values would give the extremes half weight and narrow a small sample.
struct Empirical {
  std::vector<double> sorted;
  bool operator==(const Empirical&) const = default;
};

using Distribution = std::variant<Constant, Exponential, Uniform, Triangular, Lognormal, Gamma,
                                  Weibull, Hyperexponential, Lomax, Geometric, Discrete, Empirical>;

/// What is wrong with the parameters, in words, or nothing. All that follows requires no fault.
std::optional<std::string> fault(const Distribution& distribution);

double mean(const Distribution& distribution);
double variance(const Distribution& distribution);

/// Probability of at most x.
double cdf(const Distribution& distribution, double x);

/// The least x with cdf(x) >= u, for u in (0, 1).
double quantile(const Distribution& distribution, double u);

/// Turns a column of u into quantiles, each with the same bits as quantile(distribution, u) but
/// with the distribution's constants worked out once, and vectorised where there is a formula.
void quantiles(const Distribution& distribution, std::span<double> u_to_x);

}  // namespace gateflow

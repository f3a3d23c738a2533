#pragma once

#include <span>

/// Special functions from our own elementary functions alone: the same bits on every machine.
namespace gateflow {

/// The z below which a standard normal quantity lies with probability u, for a normal u in (0, 1);
/// relative error at most 1e-15.
double normal_quantile(double u);

/// normal_quantile of each, in place: the same bits, several times faster.
void normal_quantiles(std::span<double> u_to_z);

/// Probability that a standard normal quantity is at most z; relative error at most 2e-15 (1 +
/// z^2).
double normal_cdf(double z);

/// Logarithm of the gamma function for x > 0; error about 1e-15 (1 + |result|).
double log_gamma(double x);

/// A gamma quantity of scale 1, the constants of its shape worked out once. The work of each
/// question grows with the square root of the shape.
class GammaShape {
 public:
  /// Requires shape > 0.
  explicit GammaShape(double shape);

  /// Probability of at most x, and of more (the regularised incomplete gamma functions P and Q):
  /// each with a small relative error of its own, also where the other is nearly 1.
  double cdf(double x) const;
  double survival(double x) const;

  /// The x with cdf(x) = u, for a normal u in (0, 1); relative error at most 1e-14 for shapes
  /// from 1, 2e-13 down to a shape of 0.01.
  double quantile(double u) const;

 private:
  struct Sides;
  Sides sides(double x) const;
  double first_guess(double u, double least_log_x) const;

  double shape_;
  double log_gamma_of_next_;
  double density_at_shape_;
};

}  // namespace gateflow

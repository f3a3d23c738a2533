#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

/// Elementary functions of our own. The C library's take other code on processors with FMA and
/// differ there in the last bit; these are plain IEEE double arithmetic, so that with
/// -ffp-contract=off every machine computes the same bits. No tables and no branches: loops over
/// them vectorise.
///
/// The polynomials are minimax fits made for gateflow (Remez exchange in 60 digits).
/// Errors are given in units in the last place (ulp), as the tests measure them.
namespace gateflow::elementary {

namespace detail {

inline constexpr double ln2_high = 0x1.62e42fee00000p-1;  // ends in zeros: k * ln2_high is exact
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;
inline constexpr double log2_e = 0x1.71547652b82fep0;

inline constexpr int fraction_bits = 52;
inline constexpr std::uint64_t exponent_bias = 1023;
inline constexpr std::uint64_t bits_of_one = exponent_bias << fraction_bits;

// Adding this to a double below 2^51 in size rounds it to an integer, kept in the lowest bits.
inline constexpr double rounder = 0x1.8p52;

// 2^k for an integer k of -1022 to 1023.
[[gnu::always_inline]] inline double power_of_two(double k) {
  const auto integer = std::bit_cast<std::uint64_t>(k + rounder);
  return std::bit_cast<double>((integer + exponent_bias) << fraction_bits);
}

// exp(x) = 2^exponent (1 + high + rest), |high| <= ln(2) / 2 and exact, |rest| < high^2.
struct Reduced {
  double exponent;
  double high;
  double rest;
};

[[gnu::always_inline]] inline Reduced reduced_exponential(double x) {
  const double k = (x * log2_e + rounder) - rounder;
  const double high = x - k * ln2_high;
  const double low = -(k * ln2_low);
  const double r = high + low;
  const double r2 = r * r;
  const double even =
      0x1p-1 + r2 * (0x1.555555555555dp-5 +
                     r2 * (0x1.6c16c16c136aap-10 +
                           r2 * (0x1.a01a01b4161e5p-16 +
                                 r2 * (0x1.27e4bf989e689p-22 + r2 * 0x1.1f9d6dbe5d1dcp-29))));
  const double odd = 0x1.555555555555bp-3 +
                     r2 * (0x1.111111110ec68p-7 +
                           r2 * (0x1.a01a01b3831a7p-13 +
                                 r2 * (0x1.71ddf00734b09p-19 + r2 * 0x1.af6c236464442p-26)));
  return {k, high, r2 * (even + r * odd) + low};
}

// 2^k in two factors, since 2^k itself may lie outside the doubles where the product does not.
struct Scale {
  double first;
  double second;
};

[[gnu::always_inline]] inline Scale scale(double k) {
  const double half = (0.5 * k + rounder) - rounder;
  return {power_of_two(half), power_of_two(k - half)};
}

}  // namespace detail

/// Natural logarithm of a normal x > 0, to 0.9 ulp. Zero, subnormals, infinity and NaN are the
/// caller's to keep out.
[[gnu::always_inline]] inline double log(double x) {
  using namespace detail;
  // x = 2^k (1 + f), both exact, 1 + f from sqrt(1/2) to sqrt(2).
  constexpr std::uint64_t root_of_half = 0x3fe6a09e667f3bcd;
  constexpr std::uint64_t two_to_52 = 0x4330000000000000;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t biased_k = (bits + (bits_of_one - root_of_half)) >> fraction_bits;
  const double k = std::bit_cast<double>(biased_k | two_to_52) - (0x1p52 + 1023.0);
  const double f = std::bit_cast<double>(bits - (biased_k << fraction_bits) + bits_of_one) - 1.0;

  // log(1 + f) = 2 artanh(s) = f - f^2/2 + s (f^2/2 + R(s^2)).
  const double s = f / (2.0 + f);
  const double s2 = s * s;
  const double s4 = s2 * s2;
  const double r =
      s2 * (0x1.555555555558fp-1 +
            s4 * (0x1.249249413b15ep-2 + s4 * (0x1.746627479919bp-3 + s4 * 0x1.2ef139b9442e5p-3))) +
      s4 * (0x1.9999999980d20p-2 + s4 * (0x1.c71c528a2b1c3p-3 + s4 * 0x1.39a3e5e40fa44p-3));
  const double half_square = 0.5 * f * f;
  return k * ln2_high - ((half_square - (s * (half_square + r) + k * ln2_low)) - f);
}

/// e^x, to 0.8 ulp; infinity above 709.78, subnormal below -708.4 and 0 below -745.13.
[[gnu::always_inline]] inline double exp(double x) {
  using namespace detail;
  const double bounded = std::fabs(x) > 746.0 ? std::copysign(746.0, x) : x;
  const auto [k, high, rest] = reduced_exponential(bounded);
  const double sum = 1.0 + high;
  const double lost = high - (sum - 1.0);
  const auto [first, second] = scale(k);
  return (sum + (lost + rest)) * first * second;
}

/// log(1 + x) for x > -1, to 1.5 ulp; as exact for the smallest x as for others.
[[gnu::always_inline]] inline double log1p(double x) {
  const double sum = 1.0 + x;
  const double of_x = sum - 1.0;
  const double lost = (1.0 - (sum - of_x)) + (x - of_x);
  return elementary::log(sum) + lost / sum;
}

/// e^x - 1 for x up to 709, to 1.7 ulp; as exact for the smallest x as for others.
[[gnu::always_inline]] inline double expm1(double x) {
  using namespace detail;
  const double bounded = std::fabs(x) > 746.0 ? std::copysign(746.0, x) : x;
  const auto [k, high, rest] = reduced_exponential(bounded);
  const auto [first, second] = scale(k);
  return (high + rest) * first * second + (first * second - 1.0);
}

/// x^y for a normal x > 0, as exp(y log x), to a relative error of 1.3 (2 + |y log x|) / 2^53.
[[gnu::always_inline]] inline double pow(double x, double y) {
  return elementary::exp(y * elementary::log(x));
}

}  // namespace gateflow::elementary

#pragma once

#include <algorithm>
#include <cmath>

namespace gateflow::tests {

/// How far `found` is from the exact value, in units in the last place of a double there.
inline double ulps_off(double found, long double exact) {
  int exponent = 0;
  std::frexp(static_cast<double>(exact), &exponent);
  const long double ulp = std::ldexp(1.0L, std::max(exponent - 53, -1074));
  return static_cast<double>(std::fabs(static_cast<long double>(found) - exact) / ulp);
}

}  // namespace gateflow::tests

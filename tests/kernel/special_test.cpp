#include "sim/kernel/special.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

#include "sim/kernel/draws.hpp"

namespace gateflow::tests {
namespace {

// Expected values are from mpmath 1.3 with 40 digits, for the double nearest to the argument shown.

double relative_error(double found, double exact) {
  return std::fabs(found / exact - 1.0);
}

TEST_CASE("normal quantiles are exact to 1e-15, in the middle, at the seams and in the tails") {
  CHECK(normal_quantile(0.5) == 0.0);
  CHECK(relative_error(normal_quantile(0.75), 0.6744897501960817432) < 1e-15);
  CHECK(relative_error(normal_quantile(0.9), 1.2815515655446005935) < 1e-15);
  CHECK(relative_error(normal_quantile(0.001), -3.0902323061678135354) < 1e-15);
  CHECK(relative_error(normal_quantile(0.0005), -3.2905267314918947874) < 1e-15);
  CHECK(relative_error(normal_quantile(0.00049), -3.2962063650923080042) < 1e-15);
  CHECK(relative_error(normal_quantile(0.9995), 3.2905267314919257787) < 1e-15);
  CHECK(relative_error(normal_quantile(1e-10), -6.3613409024040561991) < 1e-15);
  CHECK(relative_error(normal_quantile(0x1p-53), -8.2095361516013868556) < 1e-15);
  CHECK(relative_error(normal_quantile(1.0 - 0x1p-53), 8.2095361516013868556) < 1e-15);
  CHECK(relative_error(normal_quantile(1e-300), -37.047096299361199237) < 1e-15);
}

TEST_CASE("normal quantiles agree with the C library's error function to 1e-15") {
  std::vector<double> draws(200'000);
  Stream({1, 0}, 0).fill(0, draws);
  const long double root_2 = std::sqrt(2.0L);
  double most = 0.0;
  for (const double draw : draws)
    for (const double u : {draw, draw * 0.001, 1.0 - draw * 0.001}) {
      const long double z = normal_quantile(u);
      const long double beyond_middle = u < 0.25 || u > 0.75
                                            ? std::erfc(std::fabs(z) / root_2) / 2.0L
                                            : 0.5L - std::erf(std::fabs(z) / root_2) / 2.0L;
      const long double tail = u < 0.5 ? static_cast<long double>(u) : 1.0L - u;
      const long double density = std::exp(-z * z / 2.0L) / std::sqrt(2.0L * std::acos(-1.0L));
      most = std::max(most, std::fabs(static_cast<double>((beyond_middle - tail) / density / z)));
    }
  CHECK(most < 1e-15);
}

TEST_CASE("a column of normal quantiles holds the single ones") {
  std::vector<double> draws(1'000'000);
  Stream({2, 0}, 0).fill(0, draws);
  draws[0] = 0x1p-53;
  draws[1] = 1e-300;
  draws[2] = 1.0 - 0x1p-53;
  auto quantiles = draws;
  normal_quantiles(quantiles);
  std::size_t different = 0;
  for (std::size_t i = 0; i < draws.size(); ++i)
    different += quantiles[i] != normal_quantile(draws[i]);
  CHECK(different == 0);
}

TEST_CASE("the normal cdf keeps the digits of small probabilities") {
  CHECK(normal_cdf(0.0) == 0.5);
  CHECK(relative_error(normal_cdf(1.0), 0.84134474606854294859) < 4e-15);
  CHECK(relative_error(normal_cdf(-1.0), 0.15865525393145705141) < 4e-15);
  CHECK(relative_error(normal_cdf(2.5), 0.99379033467422386483) < 1e-15);
  CHECK(relative_error(normal_cdf(-2.5), 0.006209665325776135167) < 2e-15 * 7.25);
  CHECK(relative_error(normal_cdf(-8.0), 6.2209605742717841235e-16) < 2e-15 * 65.0);
  CHECK(relative_error(normal_cdf(-20.0), 2.7536241186062336951e-89) < 2e-15 * 401.0);
  CHECK(relative_error(normal_cdf(-37.0), 5.7255712225245768227e-300) < 2e-15 * 1370.0);
}

TEST_CASE("the logarithm of the gamma function is exact from small shapes to large") {
  const auto error = [](double x, double exact) {
    return std::fabs(log_gamma(x) - exact) / (1.0 + std::fabs(exact));
  };
  CHECK(error(0.01, 4.5994798780420217016) < 1e-15);
  CHECK(error(0.5, 0.57236494292470008707) < 1e-15);
  CHECK(error(1.0, 0.0) < 1e-15);
  CHECK(error(1.5, -0.12078223763524522235) < 1e-15);
  CHECK(error(2.0, 0.0) < 1e-15);
  CHECK(error(3.7, 1.4280723266653881292) < 1e-15);
  CHECK(error(8.0, 8.5251613610654143002) < 1e-15);
  CHECK(error(25.0, 54.78472939811231919) < 1e-15);
  CHECK(error(1000.0, 5905.2204232091812118) < 1e-15);
}

TEST_CASE("both sides of a gamma quantity keep their digits") {
  CHECK(relative_error(GammaShape(0.5).cdf(0.1), 0.34527915398142297956) < 1e-14);
  CHECK(relative_error(GammaShape(0.5).survival(0.1), 0.65472084601857702044) < 1e-14);
  CHECK(relative_error(GammaShape(4.0).cdf(1.0), 0.018988156876153809079) < 1e-14);
  CHECK(relative_error(GammaShape(4.0).survival(1.0), 0.98101184312384619092) < 1e-14);
  CHECK(relative_error(GammaShape(4.0).survival(20.0), 3.2037197804769983839e-6) < 1e-14);
  CHECK(relative_error(GammaShape(100.0).cdf(80.0), 0.017108313035133114166) < 3e-14);
  CHECK(relative_error(GammaShape(100.0).survival(200.0), 1.8438936497115741514e-15) < 3e-14);
  CHECK(GammaShape(2.0).cdf(0.0) == 0.0);
  CHECK(GammaShape(2.0).survival(0.0) == 1.0);
  CHECK(GammaShape(2.0).cdf(HUGE_VAL) == 1.0);
  CHECK(GammaShape(2.0).survival(HUGE_VAL) == 0.0);
}

TEST_CASE("gamma quantiles are exact for shapes from 0.01 to 10,000") {
  CHECK(relative_error(GammaShape(0.01).quantile(0.99), 0.26505255025158183792) < 2e-13);
  CHECK(relative_error(GammaShape(0.25).quantile(0.001), 6.7496978931153753569e-13) < 3e-14);
  CHECK(relative_error(GammaShape(0.25).quantile(0.5), 0.043673802352873410367) < 3e-14);
  CHECK(relative_error(GammaShape(0.25).quantile(1.0 - 0x1p-53), 32.808783835930815538) < 1e-14);
  CHECK(relative_error(GammaShape(1.0).quantile(0.75), 1.3862943611198906188) < 1e-14);
  CHECK(relative_error(GammaShape(4.0).quantile(0.001), 0.42855241362842297481) < 1e-14);
  CHECK(relative_error(GammaShape(4.0).quantile(0.5), 3.6720607488508961039) < 1e-14);
  CHECK(relative_error(GammaShape(4.0).quantile(0.999), 13.062240779188069611) < 1e-14);
  CHECK(relative_error(GammaShape(4.0).quantile(1.0 - 0x1p-53), 46.530501691766460269) < 1e-14);
  CHECK(relative_error(GammaShape(100.0).quantile(1e-12), 44.886022030017614214) < 1e-14);
  CHECK(relative_error(GammaShape(100.0).quantile(0.5), 99.666864919315488744) < 1e-14);
  CHECK(relative_error(GammaShape(1e4).quantile(0.25), 9932.3705649041879496) < 1e-14);
}

}  // namespace
}  // namespace gateflow::tests

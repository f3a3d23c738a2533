#include "sim/cli/time_chart.hpp"

#include <catch2/catch.hpp>

using namespace gateflow;

namespace {

Curves curves_of(Time from, std::vector<std::uint32_t> series) {
  Curves curves;
  curves.from = from;
  curves.arrived = curves.admitted = curves.waiting = std::move(series);
  return curves;
}

}  // namespace

TEST_CASE("a short evening is stretched over the width, a long one is gathered") {
  const TimeAxis stretched(curves_of(10h, {1, 2, 3}), 80);
  CHECK(stretched.columns() == 72);
  CHECK(stretched.column_of(10h + 1min) == 24u);
  CHECK(stretched.column_of(10h + 90s) == 36u);
  CHECK_FALSE(stretched.column_of(9h + 59min));
  CHECK_FALSE(stretched.column_of(10h + 3min));

  const TimeAxis gathered(curves_of(10h, std::vector<std::uint32_t>(144, 5)), 80);
  CHECK(gathered.columns() == 72);
  CHECK(gathered.column_of(10h + 3min) == 1u);
}

TEST_CASE("a column shows the mean rate and the highest count of its minutes") {
  std::vector<std::uint32_t> series(144, 0);
  series[2] = 6;
  series[3] = 2;
  const TimeAxis axis(curves_of(10h, series), 80);
  CHECK(axis.rates(series)[0] == 0);
  CHECK(axis.rates(series)[1] == 4);
  CHECK(axis.peaks(series)[1] == 6);
}

TEST_CASE("a chart in ASCII shows area, points, start and times") {
  const std::vector<std::uint32_t> in{0, 2, 4, 4}, coming{4, 4, 2, 0};
  const Curves curves = curves_of(19h + 58min, in);
  Look look;
  look.width = 60;
  const TimeAxis axis(curves, look.width);
  const TimeChart chart{.title = "Flow",
                        .area = axis.rates(in),
                        .points = axis.rates(coming),
                        .start = 20h,
                        .rows = 4};
  CHECK(chart.text(look, axis) ==
        "Flow\n"
        "     4 |oooooooooooooooooooooooooo##########################\n"
        "       |                          ##########################\n"
        "     2 |             #############ooooooooooooo#############\n"
        "       |             #######################################\n"
        "       ++------------+------------+------------+------------\n"
        "        19:58      19:59        20:00        20:01\n");
}

TEST_CASE("a chart in Unicode has eighths of rows") {
  const std::vector<std::uint32_t> series{0, 1, 8, 5};
  const Curves curves = curves_of(20h, series);
  Look look;
  look.width = 12;
  look.unicode = true;
  const TimeAxis axis(curves, look.width);
  const TimeChart chart{.title = "Waiting", .area = axis.peaks(series), .rows = 1};
  CHECK_THAT(chart.text(look, axis), Catch::Contains("     8 ┤ ▁█▅\n"));
}

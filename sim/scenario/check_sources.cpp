#include <cmath>

#include "sim/scenario/findings.hpp"

namespace gateflow {
namespace {

constexpr double most_people = static_cast<double>(Limits::people);
constexpr double most_pulses = 1e6;

/// Checks one kind of arrivals and tells how many people come by it, on average.
struct CheckArrivals {
  const std::string& where;
  Findings& findings;

  double operator()(const ArrivalCurve& curve) const {
    findings.unless(curve.knots.size() >= 2, where, "a curve needs two corners or more");
    double area = 0;
    bool sound = curve.knots.size() >= 2;
    for (std::size_t i = 0; i < curve.knots.size(); ++i) {
      const Knot& knot = curve.knots[i];
      const std::string corner = item(where + ".curve", i);
      findings.unless(is_instant(knot.at), corner,
                      "this time is not within the forty days an evening can span");
      findings.unless(is_weight(knot.rate), corner, "a rate is 0 or more");
      sound = sound && is_weight(knot.rate);
      if (i == 0) continue;
      const Knot& before = curve.knots[i - 1];
      findings.unless(knot.at >= before.at, corner, "this time is earlier than the one before it");
      sound = sound && knot.at >= before.at;
      area += in_seconds(knot.at - before.at) * (knot.rate + before.rate) / 2;
    }
    findings.unless(area > 0 || !sound, where,
                    "nobody comes this way: no time passes, or all rates are 0");
    findings.unless(!curve.people || *curve.people > 0, where, "nobody comes this way");
    return curve.people ? *curve.people : area;
  }

  double operator()(const ArrivalCounts& counts) const {
    findings.law(where + ".batch_spread_s", counts.batch_spread_s);
    double people = 0;
    for (const CountedInterval& interval : counts.intervals) {
      findings.unless(
          is_instant(interval.from) && is_instant(interval.to) && interval.from < interval.to,
          where, "an interval ends before it begins, or after forty days");
      people += interval.people;
    }
    findings.unless(people > 0, where, "nobody comes this way: all counts are 0");
    return people;
  }

  double operator()(const ArrivalStamps& stamps) const {
    findings.unless(!stamps.at.empty(), where, "nobody comes this way: there are no times");
    findings.unless(std::ranges::all_of(stamps.at, is_instant), where,
                    "a time is not within the forty days an evening can span");
    return static_cast<double>(stamps.at.size());
  }

  double operator()(const ArrivalPulses& pulses) const {
    findings.law(where + ".size", pulses.size);
    findings.law(where + ".delay_s", pulses.delay_s);
    findings.law(where + ".spread_s", pulses.spread_s);
    const bool in_time = is_instant(pulses.first) && is_instant(pulses.last);
    findings.unless(in_time, where, "the pulses are not within the forty days of an evening");
    findings.unless(pulses.last >= pulses.first, where + ".last",
                    "the last pulse comes before the first");
    findings.unless(pulses.every > 0s, where + ".every_min", "pulses need time between them");
    if (!in_time || pulses.every <= 0s || pulses.last < pulses.first || fault(pulses.size))
      return 0;
    const double count =
        1 + std::floor(in_seconds(pulses.last - pulses.first) / in_seconds(pulses.every));
    findings.unless(count <= most_pulses, where + ".every_min", "more than a million pulses");
    findings.unless(mean(pulses.size) > 0, where + ".size", "nobody comes this way");
    return count * mean(pulses.size);
  }
};

void check_classes_of(const Scenario& scenario, const Source& source, const std::string& where,
                      Findings& findings) {
  findings.unless(!source.classes.empty(), where, "nobody of any class comes this way");
  bool any_share = false;
  for (const ClassId id : source.classes) {
    if (!scenario.classes.has(id))
      return findings.add(where, "it brings people of a class that is not there");
    any_share = any_share || scenario.classes[id].share != 0;
  }
  findings.unless(source.classes.empty() || any_share, where,
                  "the shares of all classes that come this way are 0");
}

}  // namespace

void check_sources(const Scenario& scenario, Findings& findings) {
  check_names(scenario.sources, "source", findings);
  findings.unless(!scenario.sources.empty(), "crowd", "nobody comes");
  double people = 0;
  for (const Source& source : scenario.sources) {
    const std::string where = "source." + source.name;
    check_classes_of(scenario, source, where, findings);
    people += std::visit(CheckArrivals{where, findings}, source.arrivals);
  }
  findings.unless(people <= most_people, "crowd",
                  "more than " + std::to_string(Limits::people) +
                      " people would come: the drawn crowd would not fit into memory");
}

}  // namespace gateflow

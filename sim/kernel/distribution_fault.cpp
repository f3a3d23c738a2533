#include <array>
#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "sim/kernel/distribution.hpp"

namespace gateflow {

namespace {

using Fault = std::optional<std::string>;

// Within these, no square, sum or tail of a quantity leaves the normal doubles.
constexpr double least = 1e-15;
constexpr double most = 1e15;

std::string text(double x) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.begin(), digits.end(), x).ptr;
  return {digits.begin(), end};
}

std::string text(std::size_t n) {
  return std::to_string(n);
}

Fault first_of(std::initializer_list<Fault> faults) {
  for (const Fault& each : faults)
    if (each) return each;
  return {};
}

Fault must_be(const std::string& rule, double found, const std::string& name) {
  return "the " + name + " must be " + rule + ", found " + text(found);
}

Fault not_between(double low, double high, double found, const std::string& name) {
  if (low <= found && found <= high) return {};
  return must_be("between " + text(low) + " and " + text(high), found, name);
}

Fault not_positive(double found, const std::string& name) {
  if (!(found > 0.0)) return must_be("above 0", found, name);
  return not_between(least, most, found, name);
}

Fault not_a_quantity(double found, const std::string& name) {
  if (!(found >= 0.0)) return must_be("0 or more", found, name);
  if (found > most) return must_be("at most " + text(most), found, name);
  return {};
}

Fault below(double other, const std::string& other_name, double found, const std::string& name) {
  if (found >= other) return {};
  return must_be("at least the " + other_name + " (" + text(other) + ")", found, name);
}

Fault fault_of(const Constant& of) {
  return not_a_quantity(of.value, "value");
}

Fault fault_of(const Exponential& of) {
  return not_positive(of.mean, "mean");
}

Fault fault_of(const Uniform& of) {
  return first_of({not_a_quantity(of.low, "low end"), not_a_quantity(of.high, "high end"),
                   below(of.low, "low end", of.high, "high end")});
}

Fault fault_of(const Triangular& of) {
  return first_of({not_a_quantity(of.low, "low end"), not_a_quantity(of.mode, "mode"),
                   not_a_quantity(of.high, "high end"), below(of.low, "low end", of.mode, "mode"),
                   below(of.mode, "mode", of.high, "high end")});
}

Fault fault_of(const Lognormal& of) {
  return first_of({not_positive(of.mean, "mean"), not_between(1e-6, 1e3, of.cv, "cv")});
}

// The work of a gamma draw grows with 1 / cv; below 0.01 a normal shape is all that is left of it.
Fault fault_of(const Gamma& of) {
  return first_of({not_positive(of.mean, "mean"), not_between(0.01, 10.0, of.cv, "cv")});
}

Fault fault_of(const Weibull& of) {
  return first_of({not_positive(of.mean, "mean"), not_between(0.1, 1e3, of.shape, "shape")});
}

Fault fault_of(const Hyperexponential& of) {
  return first_of({not_between(0.0, 1.0, of.share_first, "share of the first"),
                   not_positive(of.mean_first, "first mean"),
                   not_positive(of.mean_second, "second mean")});
}

Fault fault_of(const Lomax& of) {
  if (!(of.shape > 1.0)) return must_be("above 1", of.shape, "shape");
  return first_of({not_positive(of.mean, "mean"), not_between(1.0, most, of.shape, "shape")});
}

Fault fault_of(const Geometric& of) {
  return not_between(1.0, most, of.mean, "mean");
}

Fault fault_of(const Discrete& of) {
  if (of.values.empty()) return "there must be at least one value";
  if (of.values.size() != of.weights.size())
    return "there must be as many weights as values (" + text(of.values.size()) + "), found " +
           text(of.weights.size());
  double total = 0.0;
  for (std::size_t i = 0; i < of.values.size(); ++i) {
    const std::string number = " number " + text(i + 1);
    if (const Fault wrong = first_of({not_a_quantity(of.values[i], "value" + number),
                                      not_a_quantity(of.weights[i], "weight" + number)}))
      return wrong;
    total += of.weights[i];
  }
  return not_positive(total, "sum of the weights");
}

Fault fault_of(const Empirical& of) {
  if (of.sorted.empty()) return "there must be at least one value";
  double last = 0.0;
  for (const double value : of.sorted) {
    if (const Fault wrong = not_a_quantity(value, "value")) return wrong;
    if (value < last)
      return "the values must ascend, found " + text(value) + " after " + text(last);
    last = value;
  }
  return {};
}

}  // namespace

std::optional<std::string> fault(const Distribution& distribution) {
  return std::visit([](const auto& each) { return fault_of(each); }, distribution);
}

}  // namespace gateflow

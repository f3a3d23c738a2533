#pragma once

#include "sim/io/scenario/entries.hpp"
#include "sim/io/scenario/keys/ranges.hpp"

namespace gateflow {

inline auto where_form() {
  return ByName<CellText>{"column", {}, 20};
}

template <class Keys>
void describe(Keys& keys, Constant& law) {
  keys.needs("value", law.value, Number{}, "always this");
}
template <class Keys>
void describe(Keys& keys, Exponential& law) {
  keys.needs("mean", law.mean, positive, "its mean");
}
template <class Keys>
void describe(Keys& keys, Uniform& law) {
  keys.needs("low", law.low, Number{}, "the least there is");
  keys.needs("high", law.high, Number{}, "the most there is");
}
template <class Keys>
void describe(Keys& keys, Triangular& law) {
  keys.needs("low", law.low, Number{}, "the least there is");
  keys.needs("mode", law.mode, Number{}, "the likeliest");
  keys.needs("high", law.high, Number{}, "the most there is");
}
template <class Keys>
void describe(Keys& keys, Lognormal& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("cv", law.cv, Number{.most = 100}, "standard deviation over mean");
}
template <class Keys>
void describe(Keys& keys, Gamma& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("cv", law.cv, Number{.most = 100, .open = true}, "standard deviation over mean");
}
template <class Keys>
void describe(Keys& keys, ErlangEntry& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("k", law.k, Whole{1, 10'000}, "how many exponential stages it is the sum of");
}
template <class Keys>
void describe(Keys& keys, Weibull& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("shape", law.shape, Number{.most = 1000, .open = true},
             "below 1: the longer it lasts, the longer it will last");
}
template <class Keys>
void describe(Keys& keys, Hyperexponential& law) {
  keys.needs("share_first", law.share_first, chance, "share of the first kind");
  keys.needs("mean_first", law.mean_first, positive, "mean of the first kind");
  keys.needs("mean_second", law.mean_second, positive, "mean of the second kind");
}
template <class Keys>
void describe(Keys& keys, Lomax& law) {
  keys.needs("mean", law.mean, positive, "its mean");
  keys.needs("shape", law.shape, Number{.least = 1, .most = 1000, .open = true},
             "weight of the tail: the nearer to 1, the heavier");
}
template <class Keys>
void describe(Keys& keys, Geometric& law) {
  keys.needs("mean", law.mean, Number{.least = 1}, "its mean; the least value is 1");
}
template <class Keys>
void describe(Keys& keys, ValuesEntry& law) {
  const List<Number> numbers{};
  keys.needs("values", law.values, numbers, "what can come out");
  keys.may("weights", law.weights, numbers, "how likely each value is; default: all alike");
}
template <class Keys>
void describe(Keys& keys, CsvValuesEntry& law) {
  keys.needs("csv", law.csv, Text{}, "a CSV file of measured values, from the scenario's folder");
  keys.needs("column", law.column, Text{}, "the column that holds them");
  keys.may("where", law.where, where_form(), "only rows with these values in these columns");
}

inline auto law_form() {
  using Tables = OneOf<Constant, Exponential, Uniform, Triangular, Lognormal, Gamma, ErlangEntry,
                       Weibull, Hyperexponential, Lomax, Geometric, ValuesEntry, CsvValuesEntry>;
  const Tables tables{"{ law = \"exponential\", mean = 6 }",
                      {{{"law", "constant"},
                        {"law", "exponential"},
                        {"law", "uniform"},
                        {"law", "triangular"},
                        {"law", "lognormal"},
                        {"law", "gamma"},
                        {"law", "erlang"},
                        {"law", "weibull"},
                        {"law", "hyperexponential"},
                        {"law", "lomax"},
                        {"law", "geometric"},
                        {"values"},
                        {"csv"}}}};
  return Defined<Either<Number, Tables>>{"law", {Number{}, tables}};
}

}  // namespace gateflow

#include <fmt/format.h>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>
#include <thread>

#include "tests/oracles/estimate.hpp"
#include "tests/oracles/question.hpp"

using namespace gateflow::oracles;

namespace {

constexpr double largest_error = 0.005;         // of the value
constexpr double seconds_per_experiment = 120;  // the longest takes an eighth of it on two cores

enum class Verdict { Holds, Fails, CannotBeExpressed };

struct Line {
  Verdict verdict;
  std::string words;
};

bool starts_with(const Entry& entry, const char* words) {
  return entry.tolerance.rfind(words, 0) == 0;
}

Line judge(const Entry& entry, const Estimated& found) {
  const double value = entry.value.get<double>();
  const double off = found.value - value;
  std::string words = fmt::format(
      "{:.6g}, estimate {:.6g}, standard error {:.2g} ({:+.1f} SE, {} runs)", value, found.value,
      found.error, found.error > 0 ? off / found.error : 0.0, found.replications);
  if (starts_with(entry, "heavy tail"))
    return {std::abs(off) <= 0.1 * std::abs(value) ? Verdict::Holds : Verdict::Fails,
            words + ", within 10 % asked"};
  if (starts_with(entry, "one-sided"))
    return {off <= 4 * found.error ? Verdict::Holds : Verdict::Fails, words + ", upper bound"};
  if (found.error > largest_error * std::abs(value))
    return {Verdict::Fails, words + ": the standard error is above 0.5 %"};
  return {std::abs(off) <= 4 * found.error ? Verdict::Holds : Verdict::Fails, words};
}

/// Numbers or lists of numbers, equal to a nanosecond.
bool same(const nlohmann::json& a, const nlohmann::json& b) {
  if (a.is_number() && b.is_number()) return std::abs(a.get<double>() - b.get<double>()) <= 1e-9;
  if (!a.is_array() || !b.is_array() || a.size() != b.size()) return false;
  for (std::size_t k = 0; k < a.size(); ++k)
    if (!same(a[k], b[k])) return false;
  return true;
}

Line judge(const Entry& entry, const Exact& answer) {
  const nlohmann::json found = answer();
  if (starts_with(entry, "deterministic: rel<=1e-4") && entry.value.is_number_float()) {
    const double value = entry.value.get<double>(), off = found.get<double>() / value - 1;
    return {std::abs(off) <= 1e-4 ? Verdict::Holds : Verdict::Fails,
            fmt::format("{:.9g}, found {:.9g} ({:+.1g} of it)", value, found.get<double>(), off)};
  }
  if (same(entry.value, found)) return {Verdict::Holds, "exactly " + found.dump()};
  return {Verdict::Fails, entry.value.dump() + ", found " + found.dump()};
}

unsigned waiting_in(const gateflow::Resolve& step) {
  const auto* limit = std::get_if<gateflow::UntilWaiting>(&step.by_line);
  return limit == nullptr ? 0 : limit->people;
}

/// Entries of one model and one set of parameters are answered by the same runs.
std::string experiment_key(const Entry& entry, const Experiment& x) {
  std::string key = entry.model + entry.parameters.dump();
  for (const auto& rule : x.scenario.rules)
    for (const auto& step : rule.ladder)
      if (const auto* resolve = std::get_if<gateflow::Resolve>(&step))
        key += fmt::format(" cut {} {}", resolve->up_to.count(), waiting_in(*resolve));
  return key;
}

/// Luck of its own for each experiment (FNV-1a), whatever else is in the file: under common luck
/// one unlucky draw would show in all of them.
std::uint64_t seed_of(const std::string& key) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

struct Group {
  Experiment experiment;
  std::uint64_t seed;
  Asked asked;
  std::vector<std::pair<std::size_t, std::string>> entries;  // index, figure
};

void print(const Entry& entry, const Line& line) {
  const char* verdict = line.verdict == Verdict::Holds   ? "holds"
                        : line.verdict == Verdict::Fails ? "fails"
                                                         : "cannot be expressed";
  fmt::print("{:<20} {}: {}\n", verdict, entry.name, line.words);
  std::fflush(stdout);
}

int run(const std::string& path) {
  const std::vector<Entry> entries = read_entries(path);
  std::map<Verdict, int> count;
  std::vector<Group> groups;
  std::map<std::string, std::size_t> group_of;
  std::map<std::string, std::vector<AbsenceFigures>> absences;

  const auto say = [&](const Entry& entry, const Line& line) {
    ++count[line.verdict];
    print(entry, line);
  };
  for (std::size_t k = 0; k < entries.size(); ++k) {
    const Entry& entry = entries[k];
    try {
      Expressed expressed = express(entry, entries);
      if (!expressed.question) {
        say(entry, {Verdict::CannotBeExpressed, expressed.reason});
      } else if (auto* exact = std::get_if<Exact>(&expressed.question->how)) {
        say(entry, judge(entry, *exact));
      } else if (auto* without = std::get_if<Absence>(&expressed.question->how)) {
        const double error = 0.9 * largest_error * std::abs(entry.value.get<double>());
        auto& drawn = absences[entry.model + entry.parameters.dump()];
        say(entry, judge(entry, estimate(*without, drawn, error, seconds_per_experiment,
                                         std::max(1u, std::thread::hardware_concurrency()))));
      } else {
        auto& experiment = std::get<Experiment>(expressed.question->how);
        const std::string key = experiment_key(entry, experiment);
        const auto [at, fresh] = group_of.emplace(key, groups.size());
        if (fresh) groups.push_back({std::move(experiment), seed_of(key), {}, {}});
        Group& group = groups[at->second];
        const bool loose = starts_with(entry, "heavy") || starts_with(entry, "one-sided");
        group.asked[expressed.question->figure] =
            loose ? std::numeric_limits<double>::infinity()
                  : 0.9 * largest_error * std::abs(entry.value.get<double>());
        group.entries.emplace_back(k, expressed.question->figure);
      }
    } catch (const std::exception& error) {
      say(entry, {Verdict::CannotBeExpressed, error.what()});
    }
  }

  const unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  for (const Group& group : groups) {
    try {
      const auto found =
          estimate(group.experiment, group.asked, group.seed, seconds_per_experiment, threads);
      for (const auto& [k, figure] : group.entries)
        say(entries[k], judge(entries[k], found.at(figure)));
    } catch (const std::exception& error) {
      for (const auto& [k, figure] : group.entries)
        say(entries[k], {Verdict::CannotBeExpressed, error.what()});
    }
  }
  fmt::print("\n{} hold, {} fail, {} cannot be expressed\n", count[Verdict::Holds],
             count[Verdict::Fails], count[Verdict::CannotBeExpressed]);
  return count[Verdict::Fails] > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: gateflow-oracles FILE.json\n");
    return 2;
  }
  try {
    return run(argv[1]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "gateflow-oracles: {}\n", error.what());
    return 2;
  }
}

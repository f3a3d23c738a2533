#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "sim/io/scenario_file.hpp"
#include "sim/io/wording.hpp"

// Valid files, broken in thousands of ways: the reader never crashes, never takes much memory, and
// either gives a scenario that can be run or tells faults that can be printed.
namespace gateflow {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// What wrong files are full of.
constexpr std::array pieces{"[",
                            "]",
                            "{",
                            "}",
                            "\"",
                            "'",
                            "\"\"\"",
                            "=",
                            ",",
                            ".",
                            "#",
                            "\n",
                            "\r",
                            "\xEF\xBB\xBF",
                            "nan",
                            "-inf",
                            "1e308",
                            "-1",
                            "0",
                            "1e-300",
                            "true",
                            "\xFF",
                            "\xC3",
                            "\0x",
                            "[[[[[[",
                            "{a={a={",
                            "a.a.a.",
                            "[station]",
                            "staff",
                            "law",
                            "values",
                            "csv",
                            "curve",
                            "share",
                            "people",
                            "people = 1000",
                            "lanes = 1000",
                            "[gate.x]",
                            "[class.y]",
                            "desk = true",
                            "9223372036854775807",
                            "20000000",
                            "24:00:00",
                            "23:59:59",
                            "00:00:00",
                            "1979-05-27",
                            "1979-05-27T07:32:00Z",
                            "every_min = 0.001",
                            "\\u0000"};

/// Breaks texts, the same way every time.
class Vandal {
 public:
  explicit Vandal(std::uint64_t seed) : random_(seed) {}

  std::string mutation_of(const std::string& text, const std::string& other) {
    std::string out = text;
    const std::size_t changes = 1 + below(4);
    for (std::size_t i = 0; i < changes; ++i) change(out, other);
    return out;
  }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  void change(std::string& text, const std::string& other) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(std::min<std::size_t>(text.size() - at, 60) + 1);
    switch (below(8)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(random_());
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, pieces[below(pieces.size())]);
        break;
      case 3:
        text.insert(at, text.substr(at, length));
        break;
      case 4:
        text.insert(at, line_of(other));
        break;
      case 5:
        text.replace(at, length, pieces[below(pieces.size())]);
        break;
      case 6:
        replace_number(text, at);
        break;
      case 7:
        if (below(10) == 0)
          text.resize(at);
        else
          text.insert(at, std::string(1 + below(400), "[{.\"a\n"[below(6)]));
        break;
      default:
        break;
    }
  }

  std::string line_of(const std::string& other) {
    const std::size_t at = below(other.size());
    const std::size_t begin = other.rfind('\n', at) + 1;
    return other.substr(begin, other.find('\n', at) - begin) + '\n';
  }

  void replace_number(std::string& text, std::size_t from) {
    constexpr std::array numbers{"0",   "-1",      "1",   "1e9",
                                 "nan", "1000000", "0.5", "9223372036854775807"};
    const std::size_t begin = text.find_first_of("0123456789", from);
    if (begin == std::string::npos) return;
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", begin), text.size());
    text.replace(begin, end - begin, numbers[below(numbers.size())]);
  }

  std::mt19937_64 random_;
};

/// A promise of the reader about whatever it is given.
void check_answer(const ReadScenario& answer) {
  REQUIRE(answer.scenario.has_value() == answer.faults.empty());
  if (answer.scenario) {
    REQUIRE(faults_of(*answer.scenario).empty());
    return;
  }
  for (const Diagnostic& fault : answer.faults) {
    const std::string told = in_words(fault);
    REQUIRE(!fault.file.empty());
    REQUIRE(!fault.message.empty());
    REQUIRE(printable(fault.message) == fault.message);
    REQUIRE(printable(fault.source_line) == fault.source_line);
    const bool shown = !fault.source_line.empty();
    REQUIRE((!shown || fault.column <= characters(fault.source_line) + 1));
    REQUIRE(told.size() < 20'000);
  }
  REQUIRE(std::ranges::is_sorted(answer.faults, [](const Diagnostic& a, const Diagnostic& b) {
    return a.file == b.file && a.line != 0 && b.line != 0 &&
           std::pair{a.line, a.column} < std::pair{b.line, b.column};
  }));
}

long megabytes_at_most() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

const std::vector<std::string>& scenarios() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::filesystem::path> files;
    for (const char* folder : {"/scenarios", "/tests/io/scenario/scenarios"})
      for (const auto& entry :
           std::filesystem::directory_iterator(GATEFLOW_ROOT + std::string(folder)))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> out;
    for (const auto& file : files) out.push_back(text_of(file));
    return out;
  }();
  return texts;
}

void break_scenarios(std::uint64_t first_seed, std::size_t mutations) {
  const std::vector<std::string>& texts = scenarios();
  REQUIRE(texts.size() > 1);
  const long before = megabytes_at_most();
  for (std::size_t i = 0; i < mutations; ++i) {
    const std::string& text = texts[i % texts.size()];
    const std::string& other = texts[(i / texts.size()) % texts.size()];
    const std::string broken = Vandal(first_seed + i).mutation_of(text, other);
    INFO("mutation " << first_seed + i << ":\n" << broken);
    check_answer(parse_scenario(broken, "broken.toml", GATEFLOW_ROOT "/scenarios"));
  }
  CHECK(megabytes_at_most() - before < 700);
}

/// A folder that is gone when the test is.
struct Scratch {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("gateflow-mutations-" + std::to_string(getpid()));
  Scratch() { std::filesystem::create_directories(path); }
  ~Scratch() { std::filesystem::remove_all(path); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
};

void break_tables(std::uint64_t first_seed, std::size_t mutations) {
  const Scratch scratch;
  const std::string table =
      text_of(GATEFLOW_ROOT "/scenarios/data/ORD-2019-H1.csv").substr(0, 4000);
  const std::string scenario =
      "[evening]\nstart = 12:00:00\n[crowd]\narrivals = { csv = \"broken.csv\", where = { date = "
      "\"2019-01-01\" }, time = \"hour\", count = \"all_total\", batches = \"all_flights\" }\n"
      "[station.booths]\nservice_s = { csv = \"broken.csv\", column = \"all_avg_wait\" }\n"
      "staff = { csv = \"broken.csv\", time = \"hour\", lanes = \"all_booths\", where = { date = "
      "\"2019-01-01\" } }\n";
  for (std::size_t i = 0; i < mutations; ++i) {
    const std::string broken = Vandal(first_seed + i).mutation_of(table, table);
    std::ofstream(scratch.path / "broken.csv", std::ios::binary) << broken;
    INFO("mutation " << first_seed + i << ":\n" << broken);
    check_answer(parse_scenario(scenario, "test.toml", scratch.path));
  }
}

TEST_CASE("broken scenario files are refused with printable faults, or can be run") {
  break_scenarios(1, 3'000);
}

TEST_CASE("broken tables are refused with printable faults, or can be run") {
  break_tables(1, 1'000);
}

TEST_CASE("a hundred thousand broken files do no harm", "[slow]") {
  break_scenarios(1'000'000, 100'000);
  break_tables(1'000'000, 20'000);
}

}  // namespace
}  // namespace gateflow

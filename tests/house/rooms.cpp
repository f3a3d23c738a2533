#include "tests/house/rooms.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "tests/house/source_text.hpp"

namespace gateflow::house {
namespace {

using Words = std::span<const std::string_view>;

/// Headers of the standard library with files, streams or the wall clock in them, and <random>,
/// whose distributions differ between libraries.
constexpr std::array<std::string_view, 11> impure_headers{
    "cstdio",  "filesystem", "fstream", "iomanip", "iostream",  "istream",
    "ostream", "sstream",    "ctime",   "random",  "syncstream"};

/// What an identifier gives away: the wall clock, and tables whose order is an accident of hashing.
constexpr std::array<std::string_view, 8> impure_words{
    "steady_clock",  "system_clock",       "high_resolution_clock", "unordered_map",
    "unordered_set", "unordered_multimap", "unordered_multiset",    "random_device"};

/// Functions of libm that give other bits on processors with and without FMA.
constexpr std::array<std::string_view, 23> libm_functions{
    "exp",   "exp2",  "expm1", "log",  "log2",   "log10",  "log1p", "pow",
    "cbrt",  "hypot", "sin",   "cos",  "tan",    "asin",   "acos",  "atan",
    "atan2", "sinh",  "cosh",  "tanh", "lgamma", "tgamma", "erf"};

constexpr std::array<std::string_view, 7> pure_rooms{"sim/kernel",  "sim/scenario", "sim/crowd",
                                                     "sim/model",   "sim/trace",    "sim/ledger",
                                                     "sim/analysis"};

bool among(Words words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_pure(const Room& room) {
  return among(pure_rooms, room.folder);
}

/// What comes out of a simulation is computed here; analysis looks at it afterwards.
bool computes_results(const Room& room) {
  return is_pure(room) && room.folder != "sim/analysis";
}

using Fault = std::optional<std::string>;

Fault quoted_include_fault(const Room& room, std::string_view header) {
  const Room* target = room_of(header);
  if (target == nullptr) {
    return "\"" + std::string(header) + "\" is not a path from the root into a known folder";
  }
  if (target->folder == room.folder || among(room.knows, target->folder)) return {};
  return std::string(room.folder) + " may not know " + std::string(target->folder);
}

Fault angled_include_fault(const Room& room, std::string_view header) {
  const bool standard = header.find_first_of("/.") == std::string_view::npos;
  const bool allowed = standard ? !(is_pure(room) && among(impure_headers, header))
                                : std::ranges::any_of(room.packages, [&](std::string_view package) {
                                    return header.starts_with(package);
                                  });
  if (allowed) return {};
  return std::string(room.folder) + " may not use <" + std::string(header) + ">";
}

Fault include_fault(const Room& room, std::string_view included) {
  if (included.starts_with('"')) return quoted_include_fault(room, included.substr(1));
  if (included.starts_with('<')) return angled_include_fault(room, included.substr(1));
  return {};
}

Fault word_fault(const Room& room, std::string_view word, std::string_view before) {
  if (word == "virtual" && room.folder.starts_with("sim/")) return "no virtual functions in sim/";
  if (is_pure(room) && among(impure_words, word))
    return std::string(room.folder) + " may not use " + std::string(word);
  const bool of_library =
      before.ends_with("std::") || before.ends_with('.') || before.ends_with("->");
  if (computes_results(room) && of_library && among(libm_functions, word))
    return std::string(word) + " of the C library differs between processors; " +
           "sim/kernel/elementary.hpp has ours";
  return {};
}

}  // namespace

const std::vector<Room>& rooms() {
  static const std::vector<Room> table{
      {"sim/kernel", {}, {"Random123/", "Eigen/", "immintrin.h"}},
      {"sim/scenario", {"sim/kernel"}, {}},
      {"sim/crowd", {"sim/kernel", "sim/scenario"}, {"Eigen/"}},
      {"sim/trace", {"sim/kernel", "sim/scenario", "sim/crowd"}, {}},
      {"sim/model", {"sim/kernel", "sim/scenario", "sim/crowd", "sim/trace"}, {}},
      {"sim/ledger", {"sim/kernel", "sim/scenario", "sim/crowd", "sim/model", "sim/trace"}, {}},
      {"sim/analysis",
       {"sim/kernel", "sim/scenario", "sim/crowd", "sim/model", "sim/trace", "sim/ledger"},
       {"Eigen/", "boost/math/"}},
      {"sim/io",
       {"sim/kernel", "sim/scenario", "sim/crowd", "sim/model", "sim/trace", "sim/ledger",
        "sim/analysis"},
       {"toml++/", "nlohmann/", "fmt/", "sqlite3.h", "sys/", "unistd.h", "fcntl.h"}},
      {"sim/cli",
       {"sim/kernel", "sim/scenario", "sim/crowd", "sim/model", "sim/trace", "sim/ledger",
        "sim/analysis", "sim/io"},
       {"boost/program_options", "fmt/", "nlohmann/", "sys/", "unistd.h", "fcntl.h", "signal.h"}},
      {"viz/scene", {"sim/kernel", "sim/scenario", "sim/crowd", "sim/trace", "sim/ledger"}, {}},
      {"viz/window",
       {"viz/scene", "sim/io", "sim/model", "sim/kernel", "sim/scenario", "sim/crowd", "sim/trace",
        "sim/ledger"},
       {"SFML/", "imgui", "fmt/"}},
  };
  return table;
}

const Room* room_of(std::string_view path) {
  const auto here = std::ranges::find_if(rooms(), [&](const Room& room) {
    return path.starts_with(room.folder) && path.substr(room.folder.size()).starts_with('/');
  });
  return here == rooms().end() ? nullptr : &*here;
}

std::vector<std::string> faults_of(std::string_view path, std::string_view text) {
  const Room* room = room_of(path);
  if (room == nullptr) return {std::string(path) + ": in no folder of the table"};

  std::vector<std::string> faults;
  std::size_t number = 0;
  const auto note = [&](const Fault& fault) {
    if (!fault) return;
    faults.push_back(std::string(path) + ":" + std::to_string(number) + ": " + *fault);
  };

  const std::string code = without_comments_and_literals(text);
  const std::vector<std::string_view> written = lines_of(text);
  for (const std::string_view line : lines_of(code)) {
    // The name of an included header is a literal, too: it is read from the line as written, but
    // only where the line is not inside a comment.
    const std::string_view as_written = written[number++];
    if (is_directive(line)) note(include_fault(*room, included_by(as_written)));
    for (const std::string_view word : words_of(line)) {
      const auto before = static_cast<std::size_t>(word.data() - line.data());
      note(word_fault(*room, word, line.substr(0, before)));
    }
  }
  return faults;
}

}  // namespace gateflow::house

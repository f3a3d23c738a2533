#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/house/rooms.hpp"

using gateflow::house::faults_of;
namespace fs = std::filesystem;

namespace {

using Faults = std::vector<std::string>;

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> sources_under(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".hpp") files.push_back(entry.path());
  }
  return files;
}

}  // namespace

TEST_CASE("every source file keeps to what its folder may know") {
  const fs::path root = GATEFLOW_ROOT;
  std::size_t read = 0;
  for (const char* part : {"sim", "viz"}) {
    for (const fs::path& file : sources_under(root / part)) {
      const std::string path = fs::relative(file, root).generic_string();
      CHECK(faults_of(path, content_of(file)) == Faults{});
      ++read;
    }
  }
  CHECK(read > 0);
}

TEST_CASE("a folder may include itself, those it knows, and its own packages") {
  CHECK(faults_of("sim/model/lane.cpp",
                  "#include \"sim/model/lane.hpp\"\n"
                  "#include \"sim/kernel/time.hpp\"\n"
                  "#include <vector>\n") == Faults{});
  CHECK(faults_of("sim/kernel/draw.hpp", "#include <Random123/philox.h>\n") == Faults{});
  CHECK(faults_of("viz/window/window.cpp", "#include <SFML/Graphics.hpp>\n") == Faults{});
  CHECK(faults_of("sim/cli/run.cpp", "#include <iostream>\nstd::unordered_map<int, int> m;\n") ==
        Faults{});
}

TEST_CASE("an include against the arrows is a fault, with its line") {
  CHECK(faults_of("sim/kernel/time.hpp", "#pragma once\n#include \"sim/model/world.hpp\"\n") ==
        Faults{"sim/kernel/time.hpp:2: sim/kernel may not know sim/model"});
  CHECK(faults_of("sim/model/world.hpp", "  #  include \"sim/ledger/ledger.hpp\"\n") ==
        Faults{"sim/model/world.hpp:1: sim/model may not know sim/ledger"});
  CHECK(faults_of("sim/io/view.cpp", "#include \"viz/scene/frame.hpp\"\n") ==
        Faults{"sim/io/view.cpp:1: sim/io may not know viz/scene"});
}

TEST_CASE("an include that does not start at the root is a fault") {
  CHECK(faults_of("sim/kernel/a.cpp", "#include \"time.hpp\"\n") ==
        Faults{"sim/kernel/a.cpp:1: \"time.hpp\" is not a path from the root into a known folder"});
  CHECK(faults_of("sim/kernel/a.cpp", "#include \"tests/support/a.hpp\"\n").size() == 1);
}

TEST_CASE("packages stay in their folders") {
  for (const char* header : {"SFML/Graphics.hpp", "toml++/toml.h", "fmt/format.h", "sqlite3.h",
                             "nlohmann/json.hpp", "boost/math/distributions.hpp", "unistd.h"}) {
    CHECK(faults_of("sim/model/lane.cpp", "#include <" + std::string(header) + ">\n") ==
          Faults{"sim/model/lane.cpp:1: sim/model may not use <" + std::string(header) + ">"});
  }
  CHECK(faults_of("viz/scene/frame.cpp", "#include <SFML/Graphics.hpp>\n").size() == 1);
}

TEST_CASE("the pure folders use no files, streams, clocks or hashed tables") {
  for (const char* header : {"iostream", "fstream", "filesystem", "cstdio", "random"})
    CHECK(faults_of("sim/analysis/a.cpp", "#include <" + std::string(header) + ">\n").size() == 1);
  CHECK(faults_of("sim/trace/a.cpp", "auto now = std::chrono::steady_clock::now();\n") ==
        Faults{"sim/trace/a.cpp:1: sim/trace may not use steady_clock"});
  CHECK(faults_of("sim/crowd/a.cpp", "\n#include <unordered_map>\nstd::unordered_set<int> s;\n") ==
        Faults{"sim/crowd/a.cpp:2: sim/crowd may not use unordered_map",
               "sim/crowd/a.cpp:3: sim/crowd may not use unordered_set"});
}

TEST_CASE("sim has no virtual functions") {
  CHECK(faults_of("sim/cli/a.hpp", "struct A { virtual void f(); };\n") ==
        Faults{"sim/cli/a.hpp:1: no virtual functions in sim/"});
  CHECK(faults_of("viz/window/a.hpp", "struct A { virtual void f(); };\n") == Faults{});
}

TEST_CASE("what computes results does not call the C library's transcendental functions") {
  CHECK(faults_of("sim/kernel/a.cpp", "double y = std::log(x);\n").size() == 1);
  CHECK(faults_of("sim/crowd/a.cpp", "column = (rate * column).exp();\n").size() == 1);
  CHECK(faults_of("sim/kernel/a.cpp", "double y = gateflow::log(x) + std::sqrt(x);\n") == Faults{});
  CHECK(faults_of("sim/analysis/a.cpp", "double y = std::log(x);\n") == Faults{});
}

TEST_CASE("comments and literals are not code") {
  CHECK(faults_of("sim/model/a.cpp",
                  "// a virtual queue\n/* virtual\n virtual */ int a = 1'000;\n"
                  "auto b = \"a virtual \\\" queue\"; auto c = R\"(virtual)\";\n"
                  "auto d = '\"'; // \"\n") == Faults{});
  CHECK(faults_of("sim/model/a.cpp", "auto d = '\"'; virtual auto e = '\"';\n").size() == 1);
  CHECK(faults_of("sim/model/a.cpp", "int a = 1'000; virtual int b = 2'000;\n").size() == 1);
}

TEST_CASE("a folder that the table does not name is a fault") {
  CHECK(faults_of("sim/luck/a.cpp", "") == Faults{"sim/luck/a.cpp: in no folder of the table"});
}

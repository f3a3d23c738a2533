#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <poll.h>
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <iterator>

namespace gateflow::program {
namespace fs = std::filesystem;
namespace {

struct Pipe {
  Pipe() { REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0); }
  ~Pipe() {
    close(0);
    close(1);
  }
  void close(std::size_t end) {
    if (ends[end] >= 0) ::close(ends[end]);
    ends[end] = -1;
  }
  std::array<int, 2> ends{};
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

/// Reads both pipes until the process has closed them.
void read_all(Pipe& out, Pipe& err, Finished& finished, const Start& start, pid_t process) {
  bool interrupt = start.interrupt;
  std::array<pollfd, 2> open{{{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}}};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    REQUIRE(::poll(open.data(), open.size(), 60'000) > 0);
    for (pollfd& pipe : open) {
      if (pipe.fd < 0 || pipe.revents == 0) continue;
      std::array<char, 65536> buffer;
      const ssize_t count = ::read(pipe.fd, buffer.data(), buffer.size());
      if (count <= 0) {
        pipe.fd = -1;
        continue;
      }
      const bool on_err = pipe.fd == err.ends[0];
      (on_err ? finished.err : finished.out).append(buffer.data(), static_cast<std::size_t>(count));
      if (on_err && interrupt) ::kill(process, SIGINT);
      if (on_err) interrupt = false;
    }
  }
}

}  // namespace

Finished run_as(const Start& start) {
  Pipe out, err;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (!start.folder.empty()) posix_spawn_file_actions_addchdir_np(&actions, start.folder.c_str());
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  if (start.stdout_to == "closed")
    posix_spawn_file_actions_addclose(&actions, 1);
  else if (start.stdout_to.empty() || start.stdout_to == "closed pipe")
    posix_spawn_file_actions_adddup2(&actions, out.ends[1], 1);
  else
    posix_spawn_file_actions_addopen(&actions, 1, start.stdout_to.c_str(), O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, err.ends[1], 2);
  if (start.stdout_to == "closed pipe") out.close(0);

  std::vector<std::string> arguments = start.arguments, environment = start.environment;
  arguments.insert(arguments.begin(), GATEFLOW_PROGRAM);
  pid_t process = 0;
  const int failed = ::posix_spawn(&process, GATEFLOW_PROGRAM, &actions, nullptr,
                                   pointers(arguments).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  REQUIRE(failed == 0);
  out.close(1);
  err.close(1);

  Finished finished;
  read_all(out, err, finished, start, process);
  int status = 0;
  REQUIRE(::waitpid(process, &status, 0) == process);
  finished.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return finished;
}

Finished run(std::vector<std::string> arguments) {
  return run_as(Start{.arguments = std::move(arguments)});
}

TempFolder::TempFolder() {
  std::string name = (fs::temp_directory_path() / "gateflow-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TempFolder::file(const std::string& name, const std::string& text) const {
  std::ofstream(path_ / name, std::ios::binary) << text;
  return (path_ / name).string();
}

std::vector<std::string> TempFolder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

const char* const tiny_scenario = R"(format = 1
name = "Tiny"
[evening]
start = 20:00:00
[crowd]
arrivals = { csv = "tiny.csv", time = "time" }
[station.scan]
lanes = 1
service_s = 30
[goals]
p95_wait_min = 1
)";

const char* const tiny_arrivals = "time\n19:58:00\n19:58:10\n19:58:20\n19:59:00\n20:01:00\n";

std::string tiny_in(const TempFolder& folder) {
  folder.file("tiny.csv", tiny_arrivals);
  return folder.file("tiny.toml", tiny_scenario);
}

}  // namespace gateflow::program

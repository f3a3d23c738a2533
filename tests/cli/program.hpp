#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gateflow::program {

/// What a finished process left.
struct Finished {
  int exit_code = -1;  ///< or minus the signal that ended it
  std::string out, err;
};

struct Start {
  std::vector<std::string> arguments;
  /// Where stdout goes instead of into `Finished::out`; "closed pipe": one that nobody reads.
  std::string stdout_to = {};
  std::vector<std::string> environment = {"LANG=C.UTF-8", "TERM=dumb"};
  std::filesystem::path folder = {};
  /// Send SIGINT once something is on stderr.
  bool interrupt = false;
};

/// Runs gateflow itself to its end.
Finished run_as(const Start& start);
Finished run(std::vector<std::string> arguments);

/// An empty folder that is gone with this value.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }
  /// Writes a file and returns its path.
  std::string file(const std::string& name, const std::string& text) const;
  std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

std::string content_of(const std::filesystem::path& path);

/// Five people at one scanner that takes half a minute each.
extern const char* const tiny_scenario;
extern const char* const tiny_arrivals;  ///< tiny.csv beside it

/// Writes tiny.toml and tiny.csv there; returns the path of the scenario.
std::string tiny_in(const TempFolder& folder);

}  // namespace gateflow::program

#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

/// The folder of tests/ that a test stands in: "kernel" for ".../tests/kernel/time_test.cpp".
std::string folder_of(std::string_view file) {
  const std::string_view root = GATEFLOW_ROOT "/tests/";
  if (!file.starts_with(root)) return "outside";
  file.remove_prefix(root.size());
  return std::string(file.substr(0, file.find('/')));
}

/// Tags every test with its folder, as Catch's own --filenames-as-tags does with its file.
void tag_by_folder(const Catch::IConfig& config) {
  for (const Catch::TestCase& known : Catch::getAllTestCasesSorted(config)) {
    auto& test = const_cast<Catch::TestCase&>(known);
    std::vector<std::string> tags = test.tags;
    tags.push_back(folder_of(test.lineInfo.file));
    Catch::setTags(test, tags);
  }
}

}  // namespace

int main(int argc, char** argv) {
  Catch::Session session;
  if (const int wrong = session.applyCommandLine(argc, argv); wrong != 0) return wrong;
  tag_by_folder(session.config());
  return session.run();
}

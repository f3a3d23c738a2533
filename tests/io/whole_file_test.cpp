#include "sim/io/whole_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/cli/program.hpp"

using namespace gateflow;
using Catch::Contains;
using program::content_of;
using program::TempFolder;
using Names = std::vector<std::string>;

TEST_CASE("a file is there once it is put in place, not before") {
  const TempFolder folder;
  WholeFile file(folder / "out.csv");
  file.write("one\n");
  CHECK_FALSE(std::filesystem::exists(folder / "out.csv"));
  file.write("two\n");
  file.put_in_place();
  CHECK(content_of(folder / "out.csv") == "one\ntwo\n");
  CHECK(folder.names() == Names{"out.csv"});
}

TEST_CASE("a file that is not put in place leaves nothing, and the old one as it was") {
  const TempFolder folder;
  folder.file("out.csv", "old");
  { WholeFile(folder / "out.csv").write("new"); }
  CHECK(content_of(folder / "out.csv") == "old");
  CHECK(folder.names() == Names{"out.csv"});
}

TEST_CASE("a file takes the place of an old one and is as open to others") {
  const TempFolder folder;
  const std::string path = folder.file("out.csv", "old");
  ::chmod(path.c_str(), 0640);
  WholeFile file(path);
  file.write("new");
  file.put_in_place();
  CHECK(content_of(path) == "new");
  struct stat now {};
  REQUIRE(::stat(path.c_str(), &now) == 0);
  CHECK((now.st_mode & 0777) == 0640);
}

TEST_CASE("a link stays a link, and the file it leads to is the one that changes") {
  const TempFolder folder;
  folder.file("real.csv", "old");
  std::filesystem::create_symlink("real.csv", folder / "link.csv");
  WholeFile file(folder / "link.csv");
  file.write("new");
  file.put_in_place();
  CHECK(std::filesystem::is_symlink(folder / "link.csv"));
  CHECK(content_of(folder / "real.csv") == "new");
}

TEST_CASE("what is no regular file is written to and stays what it is") {
  WholeFile file("/dev/null");
  file.write("lost");
  file.put_in_place();
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("text larger than any buffer is written whole") {
  const TempFolder folder;
  const std::string piece(700'000, 'x'), large(3'000'000, 'y');
  WholeFile file(folder / "out");
  file.write(piece);
  file.write(piece);
  file.write(large);
  file.write("end");
  file.put_in_place();
  CHECK(content_of(folder / "out") == piece + piece + large + "end");
}

TEST_CASE("what cannot be written is told with its name and the reason") {
  const TempFolder folder;
  CHECK_THROWS_WITH(WholeFile(folder / "no/out.csv"),
                    Contains("no/out.csv") && Contains("No such file or directory"));
  CHECK_THROWS_WITH(WholeFile(folder.path()), Contains("Is a directory"));
  WholeFile full("/dev/full");
  full.write("text");
  CHECK_THROWS_WITH(full.put_in_place(), Contains("/dev/full") && Contains("No space left"));
}

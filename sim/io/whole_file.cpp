#include "sim/io/whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>

namespace gateflow {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20;

/// Where the path leads to, through links; the path itself where that cannot be told.
fs::path target_of(const fs::path& path) {
  std::error_code error;
  const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
  return error ? path : target;
}

/// A name in the same folder that no other process or file of this one uses.
fs::path name_beside(const fs::path& target) {
  static std::atomic<unsigned> count{0};
  return target.parent_path() /
         (".gateflow-" + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".part");
}

/// The new file is as open to others as the one whose place it takes.
void keep_mode(int descriptor, const fs::path& target) {
  struct stat old {};
  if (::stat(target.c_str(), &old) == 0) ::fchmod(descriptor, old.st_mode & 07777);
}

/// The change of names in a folder is on the disk, too.
void sync_folder_of(const fs::path& target) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

CannotWrite::CannotWrite(const fs::path& path, int error)
    : std::runtime_error("cannot write " + path.string() + ": " + std::strerror(error)) {}

WholeFile::WholeFile(fs::path path) : path_(std::move(path)), target_(target_of(path_)) {
  std::error_code ignored;
  const fs::file_type type = fs::status(target_, ignored).type();
  if (type == fs::file_type::directory) fail(EISDIR);
  if (type == fs::file_type::not_found || type == fs::file_type::regular) {
    if (type == fs::file_type::regular && ::access(target_.c_str(), W_OK) != 0) fail(errno);
    beside_ = name_beside(target_);
    descriptor_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  } else {
    descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
  }
  if (descriptor_ < 0) fail(errno);
  if (type == fs::file_type::regular) keep_mode(descriptor_, target_);
}

WholeFile::~WholeFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!beside_.empty()) ::unlink(beside_.c_str());
}

void WholeFile::fail(int error) const {
  throw CannotWrite(path_, error);
}

void WholeFile::write(std::string_view text) {
  if (buffer_.size() + text.size() > buffer_size) flush();
  if (text.size() > buffer_size) return write_all(text);
  buffer_ += text;
}

void WholeFile::flush() {
  write_all(buffer_);
  buffer_.clear();
}

void WholeFile::write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void WholeFile::close() {
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (::close(descriptor) != 0) fail(errno);
}

void WholeFile::put_in_place() {
  flush();
  if (beside_.empty()) return close();
  if (::fsync(descriptor_) != 0) fail(errno);
  close();
  if (::rename(beside_.c_str(), target_.c_str()) != 0) fail(errno);
  beside_.clear();
  sync_folder_of(target_);
}

}  // namespace gateflow

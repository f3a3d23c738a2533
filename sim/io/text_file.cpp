#include "sim/io/text_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

namespace gateflow {
namespace {

std::string in_words(const std::error_code& error) {
  return "it cannot be read: " + error.message();
}

}  // namespace

TextFile read_text_file(const std::filesystem::path& path, std::uintmax_t most_bytes) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (error) return {"", in_words(error)};
  if (!std::filesystem::is_regular_file(status)) return {"", "it is not a regular file"};
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return {"", in_words(error)};
  if (size > most_bytes) return {"", fmt::format("it is larger than {} MiB", most_bytes >> 20)};

  std::ifstream file(path, std::ios::binary);
  if (!file) return {"", in_words(std::error_code(errno, std::generic_category()))};
  std::string text(static_cast<std::size_t>(size), '\0');
  file.read(text.data(), static_cast<std::streamsize>(size));
  text.resize(static_cast<std::size_t>(file.gcount()));  // it may have shrunk meanwhile
  if (file.bad()) return {"", "it cannot be read to its end"};
  return {std::move(text), ""};
}

}  // namespace gateflow

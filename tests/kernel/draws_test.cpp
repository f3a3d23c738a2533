#include "sim/kernel/draws.hpp"

#include <Random123/philox.h>
#include <Random123/u01fixedpt.h>

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

#include "sim/kernel/philox.hpp"

namespace gateflow::tests {
namespace {

double reference_draw(std::uint32_t low, std::uint32_t high) {
  return u01fixedpt_open_open_64_double(std::uint64_t{high} << 32 | low);
}

std::array<double, 2> reference_draws(Luck luck, std::uint32_t stream, std::uint64_t block) {
  const r123::Philox4x32::key_type key{
      {static_cast<std::uint32_t>(luck.seed), static_cast<std::uint32_t>(luck.seed >> 32)}};
  const r123::Philox4x32::ctr_type counter{{static_cast<std::uint32_t>(block),
                                            static_cast<std::uint32_t>(block >> 32), stream,
                                            luck.replication}};
  const auto word = r123::Philox4x32{}(counter, key);
  return {reference_draw(word[0], word[1]), reference_draw(word[2], word[3])};
}

struct KnownAnswer {
  Luck luck;
  std::uint32_t stream;
  std::uint64_t block;
  std::array<std::uint32_t, 4> words;
};

// From Random123's kat_vectors, philox4x32 with 10 rounds.
const std::array known_answers{
    KnownAnswer{{0, 0}, 0, 0, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
    KnownAnswer{{0xffffffffffffffff, 0xffffffff},
                0xffffffff,
                0xffffffffffffffff,
                {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
    KnownAnswer{{0x299f31d0a4093822, 0x03707344},
                0x13198a2e,
                0x85a308d3243f6a88,
                {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
};

std::vector<double> column(const Stream& stream, std::uint64_t first, std::size_t size) {
  std::vector<double> draws(size);
  stream.fill(first, draws);
  return draws;
}

TEST_CASE("a block of draws holds the published answers of Philox") {
  for (const auto& [luck, stream, block, words] : known_answers) {
    const std::array expected{reference_draw(words[0], words[1]),
                              reference_draw(words[2], words[3])};
    CHECK(draws_of_block(luck, stream, block) == expected);
  }
}

TEST_CASE("draws of blocks side by side hold the published answers of Philox") {
  // Eight draws are computed at once: the answer stands in each place of them.
  for (const auto& [luck, stream, block, words] : known_answers)
    for (std::uint64_t place = 0; place < 4; ++place) {
      std::array<double, 8> draws;
      draws_of_blocks(luck, stream, block - place, draws);
      CHECK(draws[2 * place] == reference_draw(words[0], words[1]));
      CHECK(draws[2 * place + 1] == reference_draw(words[2], words[3]));
    }
}

TEST_CASE("a filled column holds Random123's draws") {
  const Luck luck{0x0123456789abcdef, 17};
  const auto draws = column(Stream(luck, 5), 0, 1'000'000);
  std::size_t different = 0;
  for (std::size_t i = 0; i < draws.size(); ++i)
    different += draws[i] != reference_draws(luck, 5, i / 2)[i % 2];
  CHECK(different == 0);
}

TEST_CASE("a column holds the single draws, wherever it begins and ends") {
  const Stream stream({9, 2}, 3);
  const std::uint64_t carry = std::uint64_t{1} << 33;  // the block's lower word runs over
  for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{6}, carry - 9,
                                    carry - 8, ~std::uint64_t{0} - 40})
    for (std::size_t size = 0; size <= 35; ++size) {
      const auto draws = column(stream, first, size);
      std::size_t different = 0;
      for (std::size_t i = 0; i < size; ++i) different += draws[i] != stream(first + i);
      CAPTURE(first, size);
      CHECK(different == 0);
    }
}

TEST_CASE("a column touches nothing beyond its end") {
  std::vector<double> draws(40, -1.0);
  Stream({1, 0}, 0).fill(3, std::span(draws).first(21));
  CHECK(draws[20] > 0.0);
  CHECK(draws[21] == -1.0);
}

TEST_CASE("draws are odd multiples of 2^-53, strictly between 0 and 1") {
  std::size_t strange = 0;
  for (const double u : column(Stream({1, 0}, 0), 0, 1'000'000)) {
    const double multiple = u * 0x1p53;
    const auto whole = static_cast<std::uint64_t>(multiple);
    strange += !(u > 0.0 && u < 1.0 && static_cast<double>(whole) == multiple && whole % 2 == 1);
  }
  CHECK(strange == 0);
}

TEST_CASE("draws are spread evenly and do not follow each other") {
  const auto draws = column(Stream({2024, 1}, 7), 0, 1'000'000);
  const double n = static_cast<double>(draws.size());

  std::array<double, 100> cells{};
  double pairs = 0.0;
  for (std::size_t i = 0; i < draws.size(); ++i) {
    cells[static_cast<std::size_t>(draws[i] * 100.0)] += 1.0;
    if (i > 0) pairs += (draws[i] - 0.5) * (draws[i - 1] - 0.5);
  }
  double chi_square = 0.0;
  for (const double count : cells)
    chi_square += (count - n / 100.0) * (count - n / 100.0) / (n / 100.0);

  CHECK(std::fabs(chi_square - 99.0) < 4.0 * std::sqrt(2.0 * 99.0));
  CHECK(std::fabs(12.0 * pairs / n) < 4.0 / std::sqrt(n));
}

TEST_CASE("another seed, replication, stream or place gives other draws, unrelated to the first") {
  const auto draws = column(Stream({1, 0}, 0), 0, 100'000);
  const std::array others{
      column(Stream({2, 0}, 0), 0, draws.size()),
      column(Stream({1 + (std::uint64_t{1} << 32), 0}, 0), 0, draws.size()),
      column(Stream({1, 1}, 0), 0, draws.size()),
      column(Stream({1, 0}, 1), 0, draws.size()),
      column(Stream({1, 0}, 0), draws.size(), draws.size()),
  };
  for (const auto& other : others) {
    double together = 0.0;
    for (std::size_t i = 0; i < draws.size(); ++i) together += (draws[i] - 0.5) * (other[i] - 0.5);
    const double n = static_cast<double>(draws.size());
    CHECK(std::fabs(12.0 * together / n) < 4.0 / std::sqrt(n));
  }
}

}  // namespace
}  // namespace gateflow::tests

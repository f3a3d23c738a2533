#include "sim/kernel/philox.hpp"

#include <Random123/philox.h>

#include <bit>
#include <cstddef>

#include "sim/kernel/avx2.hpp"

#ifdef GATEFLOW_AVX2
#include <immintrin.h>
#endif

namespace gateflow {

namespace {

// The upper 52 bits as a fraction in [1, 2), taken to the middle of their cell of (0, 1).
constexpr int surplus_bits = 12;
constexpr std::uint64_t bits_of_one = 0x3ff0000000000000;
constexpr double to_open_unit = 1.0 - 0x1p-53;

double open_unit(std::uint32_t low, std::uint32_t high) {
  const std::uint64_t bits = std::uint64_t{high} << 32 | low;
  return std::bit_cast<double>(bits >> surplus_bits | bits_of_one) - to_open_unit;
}

constexpr std::uint32_t low_word(std::uint64_t x) {
  return static_cast<std::uint32_t>(x);
}
constexpr std::uint32_t high_word(std::uint64_t x) {
  return static_cast<std::uint32_t>(x >> 32);
}

#ifdef GATEFLOW_AVX2

// Four blocks side by side, a 32-bit word of each in the lower half of its lane. What is in the
// upper half does not matter until the words are joined.
using Lanes = std::uint64_t __attribute__((vector_size(32)));
constexpr std::size_t draws_at_once = 8;

GATEFLOW_AVX2 inline Lanes product(Lanes words, std::uint64_t multiplier) {
  return reinterpret_cast<Lanes>(_mm256_mul_epu32(reinterpret_cast<__m256i>(words),
                                                  reinterpret_cast<__m256i>(Lanes{} + multiplier)));
}

GATEFLOW_AVX2 inline __m256d open_unit(Lanes low, Lanes high) {
  const Lanes bits = (low & 0xffffffff) | high << 32;
  return reinterpret_cast<__m256d>(bits >> surplus_bits | bits_of_one) - to_open_unit;
}

GATEFLOW_AVX2 inline void eight_draws(const Luck& luck, std::uint32_t stream, std::uint64_t block,
                                      double* out) {
  const Lanes blocks = Lanes{0, 1, 2, 3} + block;
  Lanes word0 = blocks, word1 = blocks >> 32, word2 = Lanes{} + stream;
  Lanes word3 = Lanes{} + luck.replication;
  std::uint32_t key0 = low_word(luck.seed), key1 = high_word(luck.seed);
  for (int round = 0; round < 10; ++round) {
    const Lanes product0 = product(word0, PHILOX_M4x32_0);
    const Lanes product1 = product(word2, PHILOX_M4x32_1);
    word0 = product1 >> 32 ^ word1 ^ key0;
    word1 = product1;
    word2 = product0 >> 32 ^ word3 ^ key1;
    word3 = product0;
    key0 += PHILOX_W32_0;
    key1 += PHILOX_W32_1;
  }
  const __m256d first = open_unit(word0, word1), second = open_unit(word2, word3);
  const __m256d blocks_0_and_2 = _mm256_unpacklo_pd(first, second);
  const __m256d blocks_1_and_3 = _mm256_unpackhi_pd(first, second);
  _mm256_storeu_pd(out, _mm256_permute2f128_pd(blocks_0_and_2, blocks_1_and_3, 0x20));
  _mm256_storeu_pd(out + 4, _mm256_permute2f128_pd(blocks_0_and_2, blocks_1_and_3, 0x31));
}

GATEFLOW_AVX2 void draws_of_blocks_by_avx2(const Luck& luck, std::uint32_t stream,
                                           std::uint64_t first_block, std::span<double> out) {
  for (std::size_t i = 0; i + draws_at_once <= out.size(); i += draws_at_once)
    eight_draws(luck, stream, first_block + i / 2, &out[i]);
}

#endif

}  // namespace

std::array<double, 2> draws_of_block(const Luck& luck, std::uint32_t stream, std::uint64_t block) {
  const philox4x32_key_t key{{low_word(luck.seed), high_word(luck.seed)}};
  const philox4x32_ctr_t counter{{low_word(block), high_word(block), stream, luck.replication}};
  const auto [word] = philox4x32_R(10, counter, key);
  return {open_unit(word[0], word[1]), open_unit(word[2], word[3])};
}

void draws_of_blocks(const Luck& luck, std::uint32_t stream, std::uint64_t first_block,
                     std::span<double> out) {
  std::size_t filled = 0;
#ifdef GATEFLOW_AVX2
  if (has_avx2()) {
    draws_of_blocks_by_avx2(luck, stream, first_block, out);
    filled = out.size() / draws_at_once * draws_at_once;
  }
#endif
  for (; filled + 2 <= out.size(); filled += 2) {
    const auto [first, second] = draws_of_block(luck, stream, first_block + filled / 2);
    out[filled] = first;
    out[filled + 1] = second;
  }
}

}  // namespace gateflow

#pragma once

/// Loops over columns are compiled twice, for any processor and for those with AVX2, and the choice
/// is made as the program runs. Both do the same IEEE operations (AVX2 alone has no fused
/// multiply-add), so both give the same bits. -DGATEFLOW_NO_AVX2 leaves the second out.
#if defined(__x86_64__) && !defined(GATEFLOW_NO_AVX2)
#define GATEFLOW_AVX2 __attribute__((target("avx2")))

namespace gateflow {

inline bool has_avx2() {
  return __builtin_cpu_supports("avx2") != 0;
}

}  // namespace gateflow
#endif

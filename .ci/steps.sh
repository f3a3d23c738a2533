# The steps of ./check. Sourced after house.sh. What a step prints is kept in build/logs/check-STEP.log and
# shown if it fails; a last line that begins with "= " is shown beside its name.

# run_steps STEP...: all of them, even after a failure, so that one run tells everything.
run_steps() {
  local step passed=0 failed=()
  mkdir -p "$logs"
  for step in "$@"; do
    if run_step "$step"; then
      passed=$((passed + 1))
    else
      failed+=("$step")
      # The steps after it would fail for the same reason.
      if [ "$step" = build ]; then break; fi
    fi
  done
  for step in "${failed[@]}"; do printf 'failed: %s (build/logs/check-%s.log)\n' "$step" "$step"; done
  printf '%d passed, %d failed\n' "$passed" "${#failed[@]}"
  [ ${#failed[@]} -eq 0 ]
}

run_step() {
  local step=$1 log=$logs/check-$1.log word=ok note began=${EPOCHREALTIME/./}
  if [ -t 1 ]; then printf '      %s ...' "$step"; fi
  (cd "$root" && "step_$step") >"$log" 2>&1 || word=FAILED
  local tenths=$(((${EPOCHREALTIME/./} - began) / 100000))
  note=$(tail -n 1 "$log" | sed -n 's/^= //p')
  if [ -t 1 ]; then printf '\r'; fi
  printf '%-6s %-11s %6d.%d s  %s\n' "$word" "$step" $((tenths / 10)) $((tenths % 10)) "$note"
  [ "$word" = ok ] || { tail -n 80 "$log" && return 1; }
}

# ---- Quick ----

step_format() {
  find sim viz tests bench \( -name '*.cpp' -o -name '*.hpp' \) -print0 2>/dev/null |
    xargs -0 -r clang-format --dry-run -Werror
}

step_build() { build release; }

step_tests() { run_tests release "fast|validation"; }

# No result of a simulation passes through a function of the C library that gives other bits on other
# processors: the test of the source looks at names, this one at what the libraries really call.
step_libm() {
  local folder library calls status=0
  for folder in kernel scenario crowd trace model ledger; do
    library=build/release/libgateflow-$folder.a
    [ -e "$library" ] || continue
    calls=$(nm -u "$library" | grep -wE \
      'a?(sin|cos|tan)h?f?|atan2f?|sincosf?|exp(2|10|m1)?f?|log(2|10|1p)?f?|powf?|cbrtf?|hypotf?|[lt]gammaf?|erfc?f?')
    [ -z "$calls" ] || { printf '%s calls\n%s\n' "$library" "$calls"; status=1; }
  done
  return $status
}

# run_tests PRESET LABELS: the ctest entries of these labels, and how many tests that were.
run_tests() {
  ctest --test-dir "build/$1" --label-regex "^($2)\$" --no-tests=error --output-on-failure \
    --parallel "$(nproc)" || return 1
  echo "= $(count_tests <"build/$1/Testing/Temporary/LastTest.log")"
}

# Catch says "All tests passed (65 assertions in 10 test cases)" an entry.
count_tests() {
  sed -nE 's/.*All tests passed \(([0-9]+) assertions? in ([0-9]+) test cases?\).*/\1 \2/p' |
    awk '{ assertions += $1; tests += $2 } END { print tests " tests, " assertions " assertions" }'
}

# run_tagged PRESET TAG: the tests of that tag, at least one.
run_tagged() {
  local said=$logs/tagged-$1.log
  "build/$1/tests/gateflow-tests" --warn NoTests "$2" >"$said" || { cat "$said" && return 1; }
  echo "= $(count_tests <"$said")"
}

# ---- Slow, on the same release build ----

step_slow-tests() { build release && run_tests release slow; }

# Golden values on a processor without fused multiply-add, as far as the C library can be told it is one.
step_no-fma() {
  build release && GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-AVX2 run_tagged release '[digest],[golden]'
}

step_oracles() {
  local said=$logs/oracles.log
  build release gateflow-oracles &&
    build/release/tests/gateflow-oracles tests/oracles/oracles.json >"$said" ||
    { cat "$said" && return 1; }
  echo "= $(tail -n 1 "$said")"
}

# Each benchmark starts and ends; the figures are for bench/README.md, on a quiet machine.
step_bench() {
  local program count=0
  build release || return 1
  for program in build/release/bench/bench-*; do
    "$program" --benchmark_min_time=0.01 || return 1
    count=$((count + 1))
  done
  echo "= $count programs"
}

# The engine from outside: installed, found as a package, built against, run.
step_consumer() {
  local room=$root/build/consumer
  build release && rm -rf "$room" &&
    cmake --install build/release --prefix "$room/prefix" &&
    cmake -S tests/consumer -B "$room/build" -G Ninja -DCMAKE_PREFIX_PATH="$room/prefix" &&
    cmake --build "$room/build" &&
    "$room/build/consumer" "$room/prefix/share/gateflow/scenarios/one-for-a-thousand.toml"
}

# The shipped scenarios against the shipped schema, as an editor with taplo would check them. npm brings a
# list of certificate authorities of its own; the machine's may hold one more, of the proxy it sits behind.
step_schema() {
  export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
  local taplo=$root/build/taplo/node_modules/.bin/taplo
  [ -x "$taplo" ] ||
    npm install --prefix build/taplo --cache build/taplo/cache --no-audit --no-fund \
      @taplo/cli@0.7.0 || return 1
  "$taplo" lint --schema "file://${root// /%20}/assets/scenario.schema.json" scenarios/*.toml
}

step_tidy() { build release && .ci/tidy build/release; }

# ---- Slow, with builds of their own ----

step_dev() { build dev gateflow-tests && run_tests dev fast; }

export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1
export TSAN_OPTIONS=halt_on_error=1

# The quick tests, broken files and random evenings by the hundred among them, where a stray byte is
# seen. It stands in for a debug build as well: the digests and signatures that release must give are
# those it must give without optimisation for AVX2 and with the library's range checks.
step_asan() { build asan gateflow-tests && run_tests asan fast; }

# A data race needs two threads: the program itself, with replications on four of them.
step_tsan() {
  local verb one four
  build tsan gateflow || return 1
  for verb in "run --replications 24" holdups price; do
    # shellcheck disable=SC2086  # a verb and its options
    four=$(build/tsan/gateflow $verb scenarios/club-night.toml --json --threads 4) ||
      [ $? -eq 99 ] || return 1
    # shellcheck disable=SC2086
    one=$(build/tsan/gateflow $verb scenarios/club-night.toml --json --threads 1) ||
      [ $? -eq 99 ] || return 1
    [ "$one" = "$four" ] || return 1
  done
}

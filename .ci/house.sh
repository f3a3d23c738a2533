# What ./run and ./check share: packages, configuring, building. Sourced; expects $root.
# Everything it says goes to stderr.

logs=$root/build/logs
# Nothing is written outside the clone, unless its owner says where.
export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache}

say() { printf '%s\n' "$*" >&2; }

# packages GROUP...: the names listed for these groups in .ci/packages.
packages() {
  local group
  for group in "$@"; do
    sed -n "s/^$group://p" "$root/.ci/packages"
  done
}

# missing_packages GROUP...: those of them that are neither installed nor there as a command of that name.
missing_packages() {
  local installed name
  # dpkg-query fails if a name is unknown to it, but still prints the others.
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(packages "$@") 2>/dev/null)
  for name in $(packages "$@"); do
    [[ $'\n'$installed$'\n' == *$'\n'"installed $name"$'\n'* ]] || command -v "$name" >/dev/null ||
      printf '%s ' "$name"
  done
}

# install_packages GROUP...: installs what is missing, or says what to ask an administrator for.
install_packages() {
  local missing as_root=(env)
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  [ "$(id -u)" -eq 0 ] || as_root=(sudo env)
  if ! command -v apt-get >/dev/null || ! command -v "${as_root[0]}" >/dev/null; then
    say "gateflow needs these Debian packages, and only root may install them: ${missing% }"
    say "Run as root: apt-get install ${missing% }"
    return 1
  fi
  say "installing ${missing% }"
  mkdir -p "$logs"
  local apt=("${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends $missing; } \
    >"$logs/install.log" 2>&1; then
    tail -n 20 "$logs/install.log" >&2
    say "installing failed; the whole log is in $logs/install.log"
    return 1
  fi
}

# configure PRESET: once; from then on ninja itself configures again where a CMake file has changed.
configure() {
  [ -e "$root/build/$1/build.ninja" ] && return 0
  say "configuring $1"
  mkdir -p "$logs"
  if ! (cd "$root" && cmake --preset "$1") >"$logs/configure-$1.log" 2>&1; then
    cat "$logs/configure-$1.log" >&2
    return 1
  fi
}

# show_progress NAME: reads ninja's lines, says once that something is being built, and counts on a terminal.
show_progress() {
  local line said=
  while IFS= read -r line; do
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\ [BL] ]] || continue
    if [ -t 2 ]; then
      printf '\rbuilding %s: %s of %s' "$1" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
    elif [ -z "$said" ]; then
      say "building $1"
    fi
    said=1
  done
  if [ -n "$said" ] && [ -t 2 ]; then printf '\n' >&2; fi
}

# build PRESET TARGET...: quiet unless it fails.
build() {
  local preset=$1
  shift
  configure "$preset" || return 1
  mkdir -p "$logs"
  ninja -C "$root/build/$preset" -j "$(nproc)" "$@" 2>&1 |
    tee "$logs/build-$preset.log" | show_progress "$preset"
  if [ "${PIPESTATUS[0]}" -ne 0 ]; then
    grep -v '^\[[0-9]*/[0-9]*\] [BL]' "$logs/build-$preset.log" | head -n 60 >&2
    say "building $preset failed; the whole log is in $logs/build-$preset.log"
    return 1
  fi
}

#!/bin/sh
# Prints the line coverage of Sources/IngressNGINX, lowest first, and fails below 95 %.
set -eu
cd "$(dirname "$0")/.."
least=95
scratch=.build/coverage
filter='IngressNGINXTests|GatewrightTests|AcceptanceTests.RecordedInspectionTests'

# Counters that threads share are exact only when they are atomic.
swift test --quiet --disable-xctest --enable-code-coverage --scratch-path "$scratch" \
  -Xswiftc -Xllvm -Xswiftc -instrprof-atomic-counter-update-all --filter "$filter" >&2

tools=$(dirname "$(readlink -f "$(command -v swift)")")
cover=$(command -v "$tools/llvm-cov" || command -v llvm-cov || echo "xcrun llvm-cov")
bundle=$(find "$scratch/debug/" -maxdepth 1 -name '*PackageTests.xctest')
binary=$bundle
[ -f "$binary" ] || binary=$(find "$bundle/Contents/MacOS" -type f)
$cover report "$binary" -instr-profile="$scratch/debug/codecov/default.profdata" \
  Sources/IngressNGINX | awk -v least="$least" '
    $1 ~ /\.swift$/ && $10 + 0 < least { printf "%7s  %s\n", $10, $1 | "sort -n" }
    $1 == "TOTAL" { lines = $8; missed = $9 }
    END {
      close("sort -n")
      if (!lines) { print "no coverage was measured"; exit 1 }
      share = 100 * (lines - missed) / lines
      printf "%6.2f%%  of the lines of Sources/IngressNGINX (at least %d%%)\n", share, least
      exit (share < least)
    }'

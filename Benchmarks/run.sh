#!/bin/sh
# Builds gatewright for release and measures it; leaves with 1 where a limit is broken.
set -eu
cd "$(dirname "$0")/.."

swift build -c release --product gatewright
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The flags of pkg-config are words of their own.
# shellcheck disable=SC2046
"${CC:-cc}" -O2 -Wall -Wextra -Werror Benchmarks/events.c -o "$folder/events" \
  $(pkg-config --cflags --libs yaml-0.1)
python3 Benchmarks/bench.py \
  "$(swift build -c release --show-bin-path)/gatewright" "$folder/events" "$folder"

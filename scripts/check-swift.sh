#!/bin/sh
# Stops with a clear message unless Swift 6.2 or later is there.
set -eu

advice="install Swift 6.2 or later from https://www.swift.org/install"
if ! command -v swift >/dev/null 2>&1; then
  echo "gatewright: found no swift; $advice" >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
set -- $version
if [ "${1:-0}" -lt 6 ] || { [ "${1:-0}" -eq 6 ] && [ "${2:-0}" -lt 2 ]; }; then
  echo "gatewright: Swift ${1:-?}.${2:-?} is too old; $advice" >&2
  exit 1
fi

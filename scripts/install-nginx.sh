#!/bin/sh
# Gets a real nginx, which the integration tests ask.
#
# Debian's packages are unpacked below .build: nothing is installed in the system, and no service
# starts. Tests that need nginx are skipped, visibly, where it cannot be had.
set -u
cd "$(dirname "$0")/.."

PACKAGES="nginx libnginx-mod-http-headers-more-filter"
folder=.build/nginx

works() {
  [ -f "$folder/.complete" ] && "$folder/usr/sbin/nginx" -v >/dev/null 2>&1
}

download() {
  (cd "$folder" && apt-get download -q -q -o APT::Sandbox::User= $PACKAGES </dev/null >&2)
}

unpack() {
  for package in "$folder"/*.deb; do dpkg-deb -x "$package" "$folder" || return 1; done
  touch "$folder/.complete"
}

if works; then exit 0; fi
rm -rf "$folder"
mkdir -p "$folder"
if command -v apt-get >/dev/null 2>&1; then
  # The list of packages may be absent or old, so it is fetched when the first attempt fails.
  download 2>/dev/null || { apt-get update -q </dev/null >&2 && download; } && unpack
fi
works || echo "gatewright: WARNING: no nginx: the tests that ask it are skipped" >&2
exit 0

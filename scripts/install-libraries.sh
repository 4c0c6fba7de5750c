#!/bin/sh
# Installs the C libraries that the build needs and the machine lacks; quiet when all are there.
set -eu

libraries_are_here() {
  command -v pkg-config >/dev/null 2>&1 && pkg-config --exists yaml-0.1 libpcre2-8
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    echo "gatewright: run as root, or install sudo: $*" >&2
    exit 1
  fi
}

install_with_apt() {
  export DEBIAN_FRONTEND=noninteractive
  packages="libyaml-dev libpcre2-dev pkg-config"
  # The list of packages may be absent or old, so it is fetched when the first attempt fails.
  as_root apt-get install -y -q --no-install-recommends $packages </dev/null || {
    as_root apt-get update -q </dev/null
    as_root apt-get install -y -q --no-install-recommends $packages </dev/null
  }
}

if libraries_are_here; then exit 0; fi
if command -v apt-get >/dev/null 2>&1; then
  install_with_apt >&2
elif command -v brew >/dev/null 2>&1; then
  brew install --quiet libyaml pcre2 pkgconf >&2
else
  cat >&2 <<'MESSAGE'
gatewright: found neither apt-get nor brew.
Install these with the package manager of this system, then run again:
  libyaml with its headers, PCRE2 (8 bit) with its headers, pkg-config
MESSAGE
  exit 1
fi
libraries_are_here || {
  echo "gatewright: pkg-config still does not find yaml-0.1 and libpcre2-8" >&2
  exit 1
}

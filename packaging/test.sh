#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and passes every test, in random order. Words given are handed to ctest:
#   packaging/test.sh -R layering
set -eu
cd "$(dirname "$0")/.."
. packaging/prepare.sh

install_packages build run test
build
say "Testing"
exec ctest --preset release --parallel 2 --label-exclude '^benchmark$' "$@"

# SPDX-License-Identifier: GPL-3.0-or-later
# Read by run.sh and test.sh, not run by itself: what both need before they differ.
# Works in the repository's root folder.

say() {
    printf '\n== %s\n' "$*" >&2
}

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# The packages of debian-packages.txt whose purpose is among the words given, "!" before those that are optional.
packages_for() {
    purposes=" $* "
    while read -r package purpose optional; do
        case "$package" in '' | '#'*) continue ;; esac
        case "$purposes" in *" $purpose "*) printf '%s%s\n' "${optional:+!}" "$package" ;; esac
    done < packaging/debian-packages.txt
}

is_installed() {
    case "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" in installed) return 0 ;; *) return 1 ;; esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo > /dev/null; then
        sudo "$@"
    else
        fail "packages are missing and there is neither root nor sudo to install them:$missing"
    fi
}

# install_packages PURPOSE...: installs what is missing; asks the network only then.
install_packages() {
    command -v dpkg-query > /dev/null ||
        fail "this is neither Debian nor Ubuntu; install what packaging/debian-packages.txt names, then build by hand (README.md)"
    missing= wished=
    for package in $(packages_for "$@"); do
        name=${package#!}
        is_installed "$name" && continue
        if [ "$name" = "$package" ]; then missing="$missing $name"; else wished="$wished $name"; fi
    done
    [ -n "$missing" ] || return 0

    say "Installing:$missing"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update
    for name in $wished; do
        if [ -n "$(apt-cache madison "$name" 2> /dev/null)" ]; then missing="$missing $name"; fi
    done
    # shellcheck disable=SC2086 # a list of names
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing
}

# build TARGET...: the release preset; no target builds all. Configures once, afterwards ninja sees to it.
build() {
    say "Building ($(nproc) at a time; later builds take what has not changed from the cache)"
    if [ ! -f build/release/build.ninja ]; then cmake --preset release; fi
    if [ $# -gt 0 ]; then set -- --target "$@"; fi
    cmake --build --preset release --parallel "$(nproc)" "$@"
}

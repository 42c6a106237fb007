#!/usr/bin/env bash
# A bare Debian in a folder: Node, npm and git of this machine and nothing else, what a stranger's fresh machine holds.
# Needs root, mmdebstrap and unshare.
#   bare-machine.sh make ROOT            makes it, in about half a minute
#   bare-machine.sh run ROOT COMMAND…    runs a line of the shell in it, in ~/duibiao where that exists; AS=clerk: not as root
#   bare-machine.sh drop ROOT            removes it
# SUITE names another Debian than 12 (bookworm). A stranger's machine downloads the engine; here the one that this machine
# keeps is lent to the root or, where there is none yet, the Go toolchain that builds it (WITH_ENGINE=no: neither).
#
# All mounts are made in a mount namespace of their own, which goes with its last process. So none can be left behind,
# and removing the root cannot reach through one into a folder of this machine.
set -euo pipefail
SELF=$(readlink -f "${BASH_SOURCE[0]}")
PROJECT=$(dirname "$(dirname "$SELF")")
VERB=$1 ROOT=$(readlink -m "$2")
shift 2
SUITE=${SUITE:-bookworm}
USER_NAME=${AS:-root}
[ "$USER_NAME" = root ] && HOME_THERE=/root || HOME_THERE=/home/$USER_NAME

make_root() {
  local sources=()
  # this machine's own package sources, where it is of the same suite
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources; do
    if [ -e "$file" ] && grep -q "\b$SUITE\b" "$file"; then sources+=("$file"); fi
  done
  mkdir -p "$ROOT"
  mmdebstrap --quiet --variant=apt --include=ca-certificates,git "$SUITE" "$ROOT" "${sources[@]}" </dev/null
  copy_node
  copy_reach "${sources[@]}"
  chroot "$ROOT" useradd --create-home --shell /bin/bash clerk
  for home in root home/clerk; do
    # `nodedir` is a path of this machine
    if [ -f ~/.npmrc ]; then grep -v '^nodedir' ~/.npmrc | install -m 600 /dev/stdin "$ROOT/$home/.npmrc"; fi
  done
  chroot "$ROOT" chown -R clerk: /home/clerk
  chroot "$ROOT" node --version >/dev/null
}

copy_node() {
  local modules
  modules=$(npm root --global)
  install -m 755 "$(readlink -f "$(command -v node)")" "$ROOT/usr/bin/node"
  mkdir -p "$ROOT/usr/lib/node_modules"
  cp -aL "$modules/npm" "$ROOT/usr/lib/node_modules/"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$ROOT/usr/bin/npm"
  ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$ROOT/usr/bin/npx"
}

# How this machine reaches its package registries: names, certificates, and the settings of apt's transport.
copy_reach() {
  cp -L /etc/resolv.conf /etc/hosts "$ROOT/etc/" 2>/dev/null || true
  cp -a /etc/ssl/certs/. "$ROOT/etc/ssl/certs/"
  mkdir -p "$ROOT/usr/local/share/ca-certificates"
  cp -aL /usr/local/share/ca-certificates/. "$ROOT/usr/local/share/ca-certificates/" 2>/dev/null || true
  grep -ls 'Acquire::' /etc/apt/apt.conf.d/* | xargs -r cp -t "$ROOT/etc/apt/apt.conf.d/"
  [ $# -gt 0 ] || return 0
  rm -f "$ROOT"/etc/apt/sources.list "$ROOT"/etc/apt/sources.list.d/*
  for file in "$@"; do cp -L "$file" "$ROOT$file"; done
}

# Inside the namespaces: this shell is their first process, and stays to see the others out.
run_inside() {
  mount -t proc proc "$ROOT/proc"
  mount --rbind /sys "$ROOT/sys"
  mount --rbind /dev "$ROOT/dev"
  mkdir -p "$ROOT/mnt/small"
  mount -t tmpfs -o size=640m tmpfs "$ROOT/mnt/small" # a disk that can be filled; there is no `mount` in the root
  local path=/usr/sbin:/usr/bin:/sbin:/bin
  if [ "${WITH_ENGINE:-yes}" = yes ]; then lend_engine; fi
  if [ -d "$ROOT/usr/local/go/bin" ]; then path=$path:/usr/local/go/bin; fi
  local reach=()
  while IFS= read -r -d '' setting; do reach+=("$setting"); done < <(env -0 | grep -zE \
    '^(CI|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|CURL_CA_BUNDLE|GO(PROXY|SUMDB|NOSUMDB|FLAGS|TOOLCHAIN)|(https?|no)_proxy|HTTPS?_PROXY|NO_PROXY|npm_config_registry)=')
  chroot --userspec="$USER_NAME" "$ROOT" /usr/bin/env -i HOME="$HOME_THERE" PATH="$path" LANG=C.UTF-8 \
    SMALL_DISK=/mnt/small "${reach[@]}" \
    /bin/bash -c "cd ~; if [ -d duibiao ]; then cd duibiao; fi; $*"
}

lend_engine() {
  local engine go
  engine=$(node -e 'import(process.argv[1]).then((m) => console.log(m.cacheFolder()))' "$PROJECT/scripts/setup/engine.mjs")
  local there=$ROOT$HOME_THERE/.cache/duibiao/$(basename "$engine")
  mkdir -p "$there"
  chroot "$ROOT" chown -R "$USER_NAME:" "$HOME_THERE/.cache"
  if [ -x "$engine/temporal" ]; then
    mount --bind "$engine" "$there"
    mount -o remount,bind,ro "$there"
  elif [ "$USER_NAME" = root ] && command -v go >/dev/null; then
    mkdir -p "$engine" "$ROOT/usr/local/go"
    mount --bind "$engine" "$there" # what is built there serves this machine from then on
    go=$(go env GOROOT)
    mount --bind "$go" "$ROOT/usr/local/go"
    mount -o remount,bind,ro "$ROOT/usr/local/go"
  fi
}

drop_root() {
  if grep -q " $ROOT/" /proc/self/mounts; then
    echo "something is mounted below $ROOT: not removed" >&2
    return 1
  fi
  rm -rf --one-file-system "$ROOT"
}

case $VERB in
  make) make_root ;;
  run) exec unshare --mount --propagation private --pid --fork --kill-child "$SELF" inside "$ROOT" "$@" ;;
  inside) run_inside "$@" ;;
  drop) drop_root ;;
  *) echo 'bare-machine.sh make|run|drop ROOT' >&2 && exit 2 ;;
esac

# shellcheck shell=bash
# Tokens of people in a real key store: GNOME Keyring on a D-Bus of its own, with a home of its own.
# Sourced by .ci/run, whose function check and variable work it uses; by itself: bash .ci/keystore.sh
# prints "ok: …" or "FAILED: …" and ends with 0 or 1.

keystore_tools() {
  local missing=() name root=()
  for name in gnome-keyring libsecret-1-0 dbus; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ "${#missing[@]}" -eq 0 ] && return 0
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  "${root[@]}" apt-get update -qq &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

tokens_are_kept() { # signs in, again in a second process, out: KeyStoreTest
  local home=$work/keystore
  mkdir -p -m 700 "$home/run"
  XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data WRAPKEY_MAVEN="${WRAPKEY_MAVEN:-mvn -q -B}" dbus-run-session -- bash -c '
    printf practice | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null || exit 1
    $WRAPKEY_MAVEN test -Dtest=KeyStoreTest -Dwrapkey.keystore=yes' || return 1
  grep -q 'tests="1".* skipped="0"' target/surefire-reports/TEST-dev.wrapkey.azure.KeyStoreTest.xml
}

keystore() { check "tokens are kept in the key store, and taken out of it" tokens_are_kept; }

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  cd "$(dirname "$0")/.." || exit 1
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  check() {
    local name=$1
    shift
    if "$@" >"$work/check" 2>&1; then echo "ok: $name"; else
      echo "FAILED: $name"
      tail -n 60 "$work/check"
      return 1
    fi
  }
  keystore_tools && keystore
fi

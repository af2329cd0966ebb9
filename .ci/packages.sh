# shellcheck shell=bash
# The Linux packages, as .ci/run tries them: made, installed, walked through, pictured, and removed without a trace.
# Sourced by .ci/run, whose functions and variables it uses.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

package_tools() { # what the packages are made with, and what a window needs to be looked at
  local missing=() name
  for name in binutils rpm xvfb imagemagick x11-apps libgtk-3-0 libx11-6 libxext6 libxi6 libxrender1 libxtst6 libxxf86vm1 \
    shared-mime-info libglib2.0-bin desktop-file-utils appstream; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ "${#missing[@]}" -eq 0 ] && return 0
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

packages_are_made() { # out of target/app, which is there already
  mvn -q -B -Pinstaller initialize cyclonedx:makeBom@bill exec:exec@installer || return 1
  deb=$(find "$PWD/target/installer" -name '*.deb')
  rpm=$(find "$PWD/target/installer" -name '*.rpm')
  archive=$(find "$PWD/target/installer" -name '*.tar.xz')
  [ -n "$deb" ] && [ -n "$rpm" ] && [ -n "$archive" ] && size_below "$deb" 65000000
}

size_below() { # size_below FILE BYTES
  local size
  size=$(stat -c %s "$1")
  echo "$(basename "$1"): $size bytes" | tee -a "$work/sizes"
  [ "$size" -lt "$2" ]
}

rpm_has_the_same_files() {
  rpm -qp --scripts "$rpm" | grep -q warm-up || return 1
  rpm -qlp "$rpm" | grep -v '/wrapkey.aot$' | sort -u >"$work/rpm.files"
  dpkg-deb -c "$deb" | sed -n '/^[-l]/s/^.* \.\(\/[^ ]*\).*/\1/p' | sort >"$work/deb.files"
  [ "$(wc -l <"$work/deb.files")" -gt 100 ] && ! comm -23 "$work/deb.files" "$work/rpm.files" | grep .
}

descriptions_are_valid() {
  desktop-file-validate packaging/linux/dev.wrapkey.Wrapkey.desktop &&
    appstreamcli validate --no-net packaging/linux/dev.wrapkey.Wrapkey.metainfo.xml
}

everything() { # the names of all files where a package may put some, but those that come and go by themselves
  local folders=() name
  for name in /bin /boot /etc /lib /lib64 /opt /sbin /srv /usr /var; do
    [ -e "$name" ] && folders+=("$name")
  done
  as_root find "${folders[@]}" -xdev \( -path /var/cache -o -path /var/log -o -path /var/tmp -o -path "$PWD" \) -prune \
    -o -print | sort
}

# A database of its own: where dpkg rules, rpm knows of no package, and whatever it notes is thrown away with it.
rpm_alone() {
  as_root rpm --dbpath "$work/rpm" --force-debian "$@"
}

is_installed() { # is_installed COMMAND...: the command installs a package, whose script makes the start-up cache
  everything >"$work/before"
  "$@" || return 1
  [ -f /opt/wrapkey/lib/app/wrapkey.aot ] || { echo "no start-up cache"; return 1; }
  local size
  size=$(du -sb /opt/wrapkey | cut -f1)
  echo "installed with the start-up cache ($(stat -c %s /opt/wrapkey/lib/app/wrapkey.aot)): $size bytes" | tee -a "$work/sizes"
  [ "$size" -lt 220000000 ]
}

installed_says_version() {
  (cd / && wrapkey --version) | grep -Eq '^wrapkey [0-9]+\.[0-9]+'
}

plan_has_a_type() {
  printf '{}\n' >"$work/orders.wrapkey.json"
  gio info -a standard::content-type "$work/orders.wrapkey.json" | grep 'content-type: application/vnd.wrapkey.plan+json$'
}

# Every jar that is installed stands in the bill of materials with version, hash and licence, and nothing else does.
bill_is_true() {
  python3 - /opt/wrapkey/lib/app <<'PY'
import hashlib, json, pathlib, sys
app = pathlib.Path(sys.argv[1])
bill = json.loads((app / "bom.json").read_text())
assert bill["bomFormat"] == "CycloneDX", bill["bomFormat"]
jars = {hashlib.sha256(p.read_bytes()).hexdigest(): p.name for p in app.rglob("*.jar")}
assert len(jars) > 30, jars
parts = [c for c in bill["components"] if c["type"] != "platform"]
for part in [bill["metadata"]["component"], *parts]:
    assert part["version"], part
    name = jars.pop(part["hashes"][0]["content"], None)
    assert name and name.startswith(f"{part['name']}-{part['version']}"), (part["name"], name)
for part in bill["components"]:
    assert part["licenses"], part["name"]
assert not jars, jars
texts = {p.stem for p in (app / "licences").iterdir()}
for part in parts:
    licence = part["licenses"][0]
    words = licence.get("expression") or licence["license"]["name"]
    found = any(w.split(" WITH ")[0].split("-only")[0].replace(" Licence", "").replace(" ", "-") in " ".join(texts)
                for w in words.split(" OR "))
    assert found, words
print(len(parts) + 1, "jars,", len(texts), "texts of licences")
PY
}

# A window on a display of its own, of many colours and of a person's size; where no font is, it would be of few.
window_is_pictured() {
  local server program colours display=":$((20000 + RANDOM))"
  Xvfb "$display" -screen 0 1400x900x24 -nolisten tcp >"$work/xvfb" 2>&1 &
  server=$!
  sleep 1
  (cd / && DISPLAY=$display HOME="$work/home" exec wrapkey --state "$work/window state") >"$work/window" 2>&1 &
  program=$!
  for _ in $(seq 90); do
    sleep 1
    xwd -display "$display" -root -silent 2>/dev/null | convert xwd:- "target/installed-window.png" 2>/dev/null
    colours=$(identify -format %k target/installed-window.png 2>/dev/null || echo 0)
    [ "$colours" -gt 1000 ] && break
  done
  kill "$program"
  wait "$program" 2>/dev/null
  kill "$server"
  wait "$server" 2>/dev/null
  cat "$work/window"
  echo "$colours colours"
  [ "$colours" -gt 1000 ]
}

is_removed() { # is_removed COMMAND...: the command removes it, with nothing of it left but what the person has
  "$@" || return 1
  everything >"$work/after"
  ! comm -13 "$work/before" "$work/after" | grep . && [ ! -e /opt/wrapkey ]
}

unpacked_says_version() { # anywhere, and by whoever may read it
  mkdir -p "$work/an unpacked place" && tar -C "$work/an unpacked place" -xJf "$archive" &&
    (cd / && "$work/an unpacked place/wrapkey/bin/wrapkey" --version) | grep -Eq '^wrapkey [0-9]+\.[0-9]+'
}

unpacked_is_warmed_up() { # the start-up cache that no package has made: another folder, the same program
  local app="$work/an unpacked place/wrapkey/lib/app"
  "$app/warm-up" && [ "$(stat -c %s "$app/wrapkey.aot")" -gt 10000000 ] && unpacked_loads_from_its_cache
}

unpacked_loads_from_its_cache() {
  (cd / && JDK_JAVA_OPTIONS= JAVA_TOOL_OPTIONS="-Xlog:class+load:file=$work/unpacked-loaded" \
    "$work/an unpacked place/wrapkey/bin/wrapkey" --version) || return 1
  [ "$(grep -c 'dev\.wrapkey.* source: shared objects file' "$work/unpacked-loaded")" -gt 50 ]
}

packages() {
  command -v dpkg >/dev/null || { echo "skipped: the Debian package (no dpkg)"; return; }
  if dpkg-query -W -f '${Status}' wrapkey 2>/dev/null | grep -q 'ok installed'; then
    echo "skipped: the Debian package (another one is installed here)"
    return
  fi
  check "tools for packages" package_tools
  check "the .deb, the .rpm and the archive are made, the .deb below 65 MB" packages_are_made
  check "the .rpm has the files of the .deb" rpm_has_the_same_files
  check "menu entry and AppStream description are valid" descriptions_are_valid
  check "the .deb is installed, below 220 MB with its start-up cache" is_installed as_root dpkg -i "$deb"
  check "the installed program says its version" installed_says_version
  check "plan files have their type" plan_has_a_type
  check "the bill of materials is true" bill_is_true
  check "the installed program walks the tour" tour_is_good "$work/installed tour" wrapkey tour --out "$work/installed tour"
  check "the installed program shows its window with GTK" window_is_pictured
  check "the .deb is removed without a trace" is_removed as_root dpkg -P wrapkey
  check "the .rpm is installed, below 220 MB with its start-up cache" is_installed rpm_alone -i --nodeps "$rpm"
  check "the program of the .rpm says its version" installed_says_version
  check "the program of the .rpm walks the tour" tour_is_good "$work/rpm tour" wrapkey tour --out "$work/rpm tour"
  check "the .rpm is removed without a trace" is_removed rpm_alone -e --nodeps wrapkey
  check "the archive is unpacked, and says its version" unpacked_says_version
  check "the unpacked program walks the tour" tour_is_good "$work/unpacked tour" \
    "$work/an unpacked place/wrapkey/bin/wrapkey" tour --out "$work/unpacked tour"
  check "the unpacked program makes its start-up cache and uses it" unpacked_is_warmed_up
  cat "$work/sizes"
}

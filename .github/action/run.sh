#!/usr/bin/env bash
# What the action of ../../action.yml does: installs iatilint, fetches what to
# compare with, checks. Inputs come through the environment only and are never
# part of a command's text.
set -euo pipefail

releases=${IATILINT_RELEASES:-https://github.com/iatilint/iatilint/releases/download}
work=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/iatilint.XXXXXX")

trouble() {
  echo "::error title=iatilint::$1"
  exit 2
}

sha256() { if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1; }

build() {
  (cd "$GITHUB_ACTION_PATH" && go build -o "$work/" ./cmd/iatilint) || trouble "could not build iatilint with Go"
}

download() {
  local os arch kind=tar.gz archive wanted version=${INPUT_VERSION#v}
  [[ $version =~ ^[0-9A-Za-z.+-]+$ ]] || trouble "the input version is no version"
  case ${RUNNER_OS:-$(uname -s)} in
    Linux) os=linux ;;
    macOS | Darwin) os=darwin ;;
    Windows | MINGW* | MSYS*) os=windows kind=zip ;;
    *) trouble "there is no release for this operating system; use version: source" ;;
  esac
  case ${RUNNER_ARCH:-$(uname -m)} in
    X64 | x86_64) arch=amd64 ;;
    ARM64 | arm64 | aarch64) arch=arm64 ;;
    *) trouble "there is no release for this processor; use version: source" ;;
  esac
  archive=iatilint_${version}_${os}_$arch.$kind
  for file in "$archive" checksums.txt; do
    curl --fail --silent --show-error --location --retry 3 --output "$work/$file" "$releases/v$version/$file" ||
      trouble "could not download $file of release $version"
  done
  wanted=${INPUT_CHECKSUM:-$(awk -v name="$archive" '$2 == name { print $1 }' "$work/checksums.txt")}
  [ -n "$wanted" ] || trouble "checksums.txt of release $version does not list $archive"
  [ "$(sha256 "$work/$archive")" = "$wanted" ] || trouble "the checksum of $archive is not the expected one"
  if [ "$kind" = zip ]; then unzip -q "$work/$archive" -d "$work"; else tar -xzf "$work/$archive" -C "$work"; fi
}

# base is what to compare with: as given, or the commit that a pull request
# goes to, of which a shallow checkout has nothing yet.
base() {
  local commit
  case ${INPUT_AGAINST:-} in
    none) return ;;
    ?*)
      echo "$INPUT_AGAINST"
      return
      ;;
  esac
  case ${GITHUB_EVENT_NAME:-} in pull_request | pull_request_target) ;; *) return ;; esac
  commit=$(jq -r '.pull_request.base.sha // empty' "$GITHUB_EVENT_PATH")
  [[ $commit =~ ^[0-9a-f]{40,64}$ ]] || return 1
  git cat-file -e "$commit^{commit}" 2>/dev/null ||
    git fetch --quiet --no-tags --depth=1 origin "$commit" || return 1
  echo "git:$commit"
}

if [ "${INPUT_VERSION:-}" = source ]; then build; else download; fi
against=$(base) || trouble "could not fetch the commit that the pull request goes to; set the input against to none to compare with nothing"

sarif=$work/iatilint.sarif
args=(check --format github --format "json=$work/iatilint.json" --fail-on "${INPUT_FAIL_ON:-error}")
while IFS= read -r format; do
  case $format in
    '') continue ;;
    *=?*) ;;
    *) trouble "the input formats takes lines such as html=report.html" ;;
  esac
  args+=(--format "$format")
  if [[ $format = sarif=* ]]; then sarif=${format#sarif=} given=yes; fi
done <<<"${INPUT_FORMATS:-}"
[ -n "${given:-}" ] || args+=(--format "sarif=$sarif")
[ -z "$against" ] || args+=(--against "$against")
[ -z "${INPUT_PROFILE:-}" ] || args+=(--profile "$INPUT_PROFILE")
[ -z "${INPUT_CONFIG:-}" ] || args+=(--config "$INPUT_CONFIG")
args+=(--)
while IFS= read -r path; do
  [ -z "$path" ] || args+=("$path")
done <<<"${INPUT_PATHS:-.}"

code=0
"$work/iatilint" "${args[@]}" || code=$?
if [ -s "$work/iatilint.json" ]; then
  jq -r '.summary | "errors=\(.errors)", "warnings=\(.warnings)", "infos=\(.infos)"' "$work/iatilint.json" >>"$GITHUB_OUTPUT"
  echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
fi
exit "$code"

#!/bin/sh
# Runs iatilint and tools of the same trade side by side as whole processes, and
# prints medians of wall time, CPU time and peak memory, and their ratios.
#
#	internal/bench/sidebyside.sh [folder of the official XSD] [megabytes] [runs]
#
# A tool that is not there is passed over. Nothing fails on a timing.
set -eu
cd "$(dirname "$0")/../.."
xsd=${1:-../shared/data/standard/xsd/2.03} mb=${2:-20} runs=${3:-5}
test -x /usr/bin/time || { echo "sidebyside: /usr/bin/time is needed" >&2; exit 1; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM

go build -o "$dir/iatilint" ./cmd/iatilint
go build -o "$dir/generate" ./internal/bench/generate
"$dir/generate" -format xml -mb "$mb" >"$dir/big.xml"
"$dir/generate" -format text -mb "$mb" >"$dir/portal.txt"
misspell=
GOBIN=$dir go install github.com/golangci/misspell/cmd/misspell@v0.8.0 2>/dev/null && misspell=yes

# once NAME COMMAND... appends "wall cpu kilobytes" to the measurements of NAME.
# Exit status 1 says that something was found; misspellings are 65 to codespell.
once() {
	name=$1
	shift
	/usr/bin/time -q -o "$dir/time" -f '%e %U %S %M' "$@" >/dev/null 2>"$dir/errors" || {
		status=$?
		case $status in 1 | 2 | 65) ;; *)
			echo "sidebyside: $name ended with status $status" >&2
			cat "$dir/errors" >&2
			return 0
			;;
		esac
	}
	awk '{ print $1, $2 + $3, $4 }' "$dir/time" >>"$dir/$name.times"
}

median() { # NAME COLUMN
	sort -g -k "$2,$2" "$dir/$1.times" | awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'
}

row() { # NAME AGAINST
	test -s "$dir/$1.times" && test -s "$dir/$2.times" || return 0
	echo "$1 $(median "$1" 1) $(median "$1" 2) $(median "$1" 3) $(median "$2" 1) $(median "$2" 2) $(median "$2" 3)" |
		awk 'function of(a, b) { return b > 0 ? sprintf("%.2f", a / b) : "-" }
			{ printf "%-22s %8.2f %8.2f %8.1f   %6s %6s %6s\n", $1, $2, $3, $4 / 1024, of($2, $5), of($3, $6), of($4, $7) }'
}

cd "$dir" # no settings of the folder we came from
schema=
case $xsd in /*) ;; *) xsd=$OLDPWD/$xsd ;; esac
if command -v xmllint >/dev/null && test -f "$xsd/iati-activities-schema.xsd"; then
	schema=$xsd/iati-activities-schema.xsd
else
	echo "sidebyside: no xmllint or no XSD in $xsd: passed over" >&2
fi
i=0
while [ "$i" -lt "$runs" ]; do
	once check-all ./iatilint check big.xml
	once check-structure ./iatilint check --select file,schema,identifier,evidence,value,period big.xml
	test -z "$schema" || once xmllint xmllint --nonet --stream --noout --schema "$schema" big.xml
	once spelling ./iatilint check --select spelling portal.txt
	! command -v codespell >/dev/null || once codespell codespell portal.txt
	test -z "$misspell" || once misspell ./misspell portal.txt
	i=$((i + 1))
done

echo "medians of $runs interleaved runs, $mb MB each; the ratios are to the first of each group"
printf '%-22s %8s %8s %8s   %6s %6s %6s\n' tool 'wall s' 'CPU s' 'peak MB' wall CPU memory
for name in check-all check-structure xmllint; do row "$name" check-all; done
for name in spelling codespell misspell; do row "$name" spelling; done

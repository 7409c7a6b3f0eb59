#!/bin/sh
# bench.sh -- how fast the program is: whole builds (hyperfine), each stage's share, memory,
# and instructions (callgrind), which do not depend on what else the machine does.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
gwasg=$root/build/gwasg
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for example in "$root"/examples/*/; do
    name=$(basename "$example")
    echo "== $name"
    hyperfine -N --warmup 3 --runs 25 --export-csv "$work/times.csv" \
        "$gwasg build --stage final --out $work/out $example" >/dev/null 2>&1
    awk -F, 'NR == 2 { printf "build     %.1f ms mean, %.1f least, %.1f most of 25\n", $2 * 1000, $7 * 1000, $8 * 1000 }' \
        "$work/times.csv"
    printf 'stages    '
    "$gwasg" build --stage final --times --out "$work/out" "$example" 2>&1 >/dev/null | sed 's/^[^:]*: //'
    printf 'memory    '
    python3 - "$gwasg" build --stage final --out "$work/out" "$example" <<'P'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.1f} MB")
P
    printf 'file      %s kB\n' "$(du -k --apparent-size "$work/out/$name.en.pdf" | cut -f1)"
    printf 'callgrind '
    valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" "$gwasg" build --stage final \
        --out "$work/out" "$example" 2>&1 >/dev/null | sed -n 's/.*Collected : \([0-9]*\).*/\1 instructions/p'
done

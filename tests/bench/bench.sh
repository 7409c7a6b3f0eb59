#!/bin/sh
# bench.sh -- how fast the program is: whole builds (hyperfine), each stage's share, memory,
# and instructions (callgrind), which do not depend on what else the machine does; the same
# words by Typst; and how well it fills pages and lines.  Usage: bench.sh [PART...], of the
# functions bench_PART below; all without one.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
gwasg=$root/build/gwasg
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# timed WHAT COMMAND...: the mean of 15 runs
timed() {
    what=$1
    shift
    hyperfine -N --warmup 2 --runs 15 --export-csv "$work/times.csv" "$*" >/dev/null 2>&1
    awk -F, -v what="$what" 'NR == 2 { printf "%-22s %.1f ms mean, %.1f least\n", what, $2 * 1000, $7 * 1000 }' \
        "$work/times.csv"
}

# instructions COMMAND...: how many the program takes
instructions() {
    valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" "$@" 2>&1 >/dev/null |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p' | tail -n 1 # of the readers of pictures before
}

# functions REPORT: each that takes 2 % or more by itself, and the stages with what they call.
functions() {
    valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" "$gwasg" build --always --lang en \
        --document report --out "$work/out" "$1" >/dev/null 2>&1
    callgrind_annotate --inclusive=yes --threshold=100 "$work/callgrind" 2>/dev/null | awk '
        match($0, /:(dl_main|inspection_load|stylesheets_read|compose_tree|layout|check_document|pdf_write|run_bare) /) {
            split($0, part, ":"); sub(/ .*/, "", part[2])
            gsub(",", "", $1); printf "stage     %s %.1f million\n", part[2], $1 / 1e6 }'
    callgrind_annotate "$work/callgrind" 2>/dev/null |
        sed -n 's/^ *\([0-9,]*\) ( *\([0-9.]*\)%) *[^:]*:\([^ ]*\) .*\/\([^/]*\)\]$/\2 % \3 of \4, \1/p' |
        awk '$1 >= 2 { print "function  " $0 }'
}

# memory COMMAND...: the most that was held, and how many pages were touched first.
memory() {
    python3 - "$@" <<'P'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{used.ru_maxrss / 1024:.1f} MB, {used.ru_minflt} page faults")
P
}

# Each example: time, stages, memory, instructions.
bench_examples() {
    for example in "$root"/examples/*/; do
        name=$(basename "$example")
        echo "== $name"
        hyperfine -N --warmup 3 --runs 25 --export-csv "$work/times.csv" \
            "$gwasg build --always --stage final --out $work/out $example" >/dev/null 2>&1
        awk -F, 'NR == 2 { printf "build     %.1f ms mean, %.1f least, %.1f most of 25\n", $2 * 1000, $7 * 1000, $8 * 1000 }' \
            "$work/times.csv"
        printf 'stages    '
        "$gwasg" build --always --stage final --times --out "$work/out" "$example" 2>&1 >/dev/null |
            sed -n 's/.*: \(model .* ms\)$/\1/p; s/.*: \(model .* most\)$/touched   \1/p'
        printf 'memory    '
        memory "$gwasg" build --always --stage final --out "$work/out" "$example"
        printf 'file      %s kB\n' "$(du -k --apparent-size "$work/out/$name.en.pdf" | cut -f1)"
        printf 'callgrind %s instructions\n' "$(instructions "$gwasg" build --always --stage final --out "$work/out" "$example")"
    done
}

# What is loaded before main.
bench_libraries() {
    echo "== libraries"
    printf '%s shared libraries, %s instructions until main and back\n' "$(ldd "$gwasg" | wc -l)" \
        "$(instructions "$gwasg" completions none)"
}

# A text of 15,000 words, and the same by Typst where there is one: the program, or the
# module for node, which NODE_PATH leads to.
bench_text() {
    echo "== the comparison text"
    text=$work/text
    python3 "$here/text.py" "$root/examples/kestrel-bay-2013" "$text" 8000
    ours="$gwasg build --always --lang en --document report --out $work $text"
    printf 'memory    '
    # shellcheck disable=SC2086
    memory $ours
    functions "$text"
    "$gwasg" build --always --lang en --document report --dump xml "$text" | python3 "$here/typst.py" >"$work/main.typ"
    theirs=
    if command -v typst >/dev/null; then
        theirs="typst compile --pdf-standard ua-1 --font-path $root/fonts $work/main.typ $work/main.pdf"
    elif [ -d "${NODE_PATH:-}/@myriaddreamin/typst-ts-node-compiler" ] && command -v node >/dev/null; then
        theirs="node $here/typst.mjs $work/main.typ $root/fonts 1"
        alone=$(node "$here/typst.mjs" "$work/main.typ" "$root/fonts" 5)
    else
        echo "without Typst: neither the program typst nor a module below NODE_PATH is here"
    fi
    if [ -n "$theirs" ]; then
        hyperfine -N --warmup 1 --runs 9 --export-csv "$work/times.csv" "$ours" "$theirs" >/dev/null 2>&1
        awk -F, -v alone="${alone:-0}" 'NR == 2 { ours = $7 } NR == 3 {
            printf "least     %.1f ms, Typst %.1f: %.2f of it", ours * 1000, $7 * 1000, ours / $7
            if (alone > 0) printf "; %.2f without its host, %.1f ms", ours * 1000 / alone, alone
            print "" }' "$work/times.csv"
    fi
    printf 'files     %s kB, Typst %s\n' "$(du -k --apparent-size "$work/text.proof.en.pdf" | cut -f1)" \
        "$({ du -k --apparent-size "$work/main.pdf" 2>/dev/null || echo none; } | cut -f1)"
}

# How its pages are filled, and how long its lines are.
bench_pages() {
    echo "== pages"
    python3 "$root/tests/page_figures.py" "$gwasg" "$root"
}

# A report whose paragraphs come again and again: each word beyond costs what the others do.
bench_longer() {
    echo "== longer"
    before=0 words_before=0
    for times in 1 4 16; do
        long=$work/longer-$times
        cp -r "$root/examples/kestrel-bay-2013" "$long"
        python3 - "$long/inspection.yaml" $times <<'P'
import re, sys
path, times = sys.argv[1], int(sys.argv[2])
block = re.compile(r"(?m)^( +)- paragraph: \|\n(?:\1  +\S.*\n|\n)+")
text = open(path, encoding="utf-8").read()
text = block.sub(lambda m: m[0] + (times - 1) * re.sub(r"\[\^[\w-]+\]", "", m[0]), text)
open(path, "w", encoding="utf-8").write(text)
P
        count=$(instructions "$gwasg" build --always --document report --lang en --out "$work/out" "$long")
        words=$(pdftotext "$work/out/longer-$times.proof.en.pdf" - | wc -w)
        printf '%s times: %s words, %s instructions, %s for a word more; ' $times "$words" "$count" \
            $(((count - before) / (words - words_before)))
        memory "$gwasg" build --always --document report --lang en --out "$work/out" "$long"
        before=$count words_before=$words
    done
}

# The Welsh edition beside the English: time for the words that each prints.
bench_languages() {
    echo "== two languages"
    for example in "$root"/examples/*/; do
        [ -f "$example/cy.xlf" ] || continue
        name=$(basename "$example")
        for lang in en cy; do
            count=$(instructions "$gwasg" build --always --stage final --document report --lang $lang --out "$work/out" "$example")
            words=$(pdftotext "$work/out/$name.$lang.pdf" - | wc -w)
            printf '%s %s: %s instructions, %s words, %s a word\n' "$name" $lang "$count" "$words" $((count / words))
        done
    done
}

# Both editions of 158 areas by two jobs: processor time of each, and of so many runs of their own.
bench_nation() {
    echo "== nation"
    mkdir "$work/nation"
    for i in $(seq 158); do
        cp -r "$root/examples/caerfedwen-2012" "$work/nation/area-$i"
    done
    python3 - "$gwasg" "$work" <<'P'
import glob, resource, subprocess, sys
gwasg, work = sys.argv[1:]
def seconds(*arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([gwasg, "build", "--always", "--out", work + "/out", *arguments], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
areas = sorted(glob.glob(work + "/nation/*"))
single = sum(seconds("--lang", lang, area) for area in areas[:10] for lang in ("en", "cy")) / 20
whole = seconds("--lang", "all", "--jobs", "2", *areas)
print(f"158 areas in two languages: {whole / 2:.1f} s of each of two cores, "
      f"{whole / (316 * single):.2f} of 316 runs of {single * 1000:.0f} ms")
P
}

# From a save to the page on the screen; needs what tests/program/watch.sh needs.
bench_watch() {
    echo "== watch"
    python3 "$here/text.py" "$root/examples/kestrel-bay-2013" "$work/watched" 10600 # 49 pages
    node "$root/tests/web/watch.js" "$gwasg" "$work/watched" 50 "police held information" 2>/dev/null ||
        echo "no chromium with puppeteer-core and axe-core: not timed"
    mkdir "$work/flat"
    (cd "$work/flat" && VERBOSE=yes python3 -B "$root/tests/program/watch.py" "$gwasg" "$root" 1000) 2>&1
}

# A report of two languages through its rounds.
bench_rounds() {
    example=caerfedwen-2012
    cp -r "$root/examples/$example" "$work"
    cd "$work"
    echo "== rounds of $example"
    timed "both editions" "$gwasg" build --always --stage final $example
    timed "side by side" "$gwasg" build --always --lang en+cy $example
    timed "translate export" "$gwasg" translate export $example
    timed "translate status" "$gwasg" translate status $example
    timed "translate import" "$gwasg" translate import $example $example/cy.xlf
    timed "a draft, its forms" "$gwasg" build --always --stage draft --date 2012-05-14 $example
    printf 'name,body,role,stage,language,embargo\nJoan Hale,Caerfedwen Youth Offending Team,,draft,both,\n' \
        >$example/recipients.csv
    "$gwasg" build --always --stage draft --date 2012-05-14 --send $example >/dev/null 2>&1
    mkdir replies
    for i in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
        echo "{\"who\": \"Reader $i\", \"c01.ref\": \"1.1 S(1)\", \"c01.kind\": \"B\", \"c01.correction\": \"Number $i\"}" >values
        /usr/bin/python3 "$root/tests/program/fill_pikepdf.py" out/$example.draft1.joan-hale.en.pdf replies/$i.pdf values
    done
    timed "import of 20 replies" "$gwasg" comments import --date 2012-05-30 $example replies/*.pdf
}

[ $# -gt 0 ] || set -- examples libraries text pages longer languages nation watch rounds
for part in "$@"; do
    command -v "bench_$part" >/dev/null || { echo "no part $part" >&2; exit 2; }
    (cd "$work" && "bench_$part")
done

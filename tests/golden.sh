#!/bin/sh
# golden.sh [--accept] [--pdf DIR] [NAME] -- every tests/cases/*/WHAT/ is a small report;
# beside its inspection.yaml stand the dumps that matter to it (want.scores, want.xml,
# want.pages, want.tags, want.html, want.diag) and, where a final in English is not what it shows, a
# line of `options`; where few lines of the XML matter, a pattern for them in `only`; where
# diagnostics are not those of a build, the commands in `run`, with gwasg for the program.
# --accept rewrites the dumps; the reviewer reads the difference.
# --pdf builds the reports too, as DIR/ELEMENT-WHAT.pdf, to be looked at.
# shellcheck disable=SC2046 # options are words
set -u
: "${GWASG:?the program to test}" "${ROOT:?the project}"
accept=0 pdf=
[ "${1-}" = --accept ] && accept=1 && shift
[ "${1-}" = --pdf ] && pdf=$2 && shift 2
name=${1-}
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
# Programmes of the tests build on the real ones and their houses: all stand side by side.
mkdir "$WORK/templates"
cp -r "$ROOT/templates/." "$ROOT/tests/templates/." "$WORK/templates"
# A case that is not about scores brings none: it gets the counts of cases/results.csv.
cp -r "$ROOT/tests/cases" "$WORK/cases"
cd "$WORK/cases" || exit 1
for case in */*/; do
    [ -f "$case/answers.csv" ] || [ -f "$case/results.csv" ] || grep -q '^scores:' "$case/inspection.yaml" ||
        cp results.csv "$case"
done

options() { cat "$1/options" 2>/dev/null || echo --stage final; }

# run COMMAND [OPTION]... CASE: its exit status, and no path of this machine in its words
run() {
    "$GWASG" "$@" --diagnostics short --templates "$WORK/templates" >"$WORK/said" 2>&1
    set -- $?
    sed "s|[^ ]*$WORK/||g; s|[^ ]*$ROOT/||g" "$WORK/said"
    return "$1"
}

# steps CASE: what its commands say, in its folder
steps() {
    (
        cd "$1" || exit 1
        gwasg() { "$GWASG" "$@" --diagnostics short --templates "$WORK/templates"; }
        . ./run
    ) >"$WORK/said" 2>&1
    sed "s|[^ ]*$WORK/||g; s|[^ ]*$ROOT/||g" "$WORK/said"
}

dump() {
    [ "$1" = diag ] && [ -f "$2/run" ] && steps "$2" && return
    case $1 in
    diag) run build $(options "$2") --out "$WORK/out" "$2" ;;
    *) run build $(options "$2") --dump "$1" "$2" ;;
    esac
}

status=0 count=0
for want in */*/want.*; do
    case=${want%/*}
    case $case in *"$name"*) ;; *) continue ;; esac
    count=$((count + 1))
    # Only a dump of diagnostics may come from a run that failed.
    dump "${want##*.}" "$case" >"$WORK/got" || [ "${want##*.}" = diag ] || {
        echo "$want: the program failed" && status=1 && cat "$WORK/got" && continue
    }
    [ "${want##*.}" != xml ] || [ ! -f "$case/only" ] || {
        grep -E -f "$case/only" "$WORK/got" >"$WORK/few"
        mv "$WORK/few" "$WORK/got"
    }
    # The stylesheet is tried by itself, and its digest changes with it.
    [ "${want##*.}" != html ] || {
        sed -e '/^<style>/,/<\/style>$/d' -e "s/sha256-[^']*/sha256-…/" "$WORK/got" >"$WORK/few"
        mv "$WORK/few" "$WORK/got"
    }
    [ $accept = 1 ] && cp "$WORK/got" "$want" && cp "$WORK/got" "$ROOT/tests/cases/$want"
    diff -u "$want" "$WORK/got" || status=1
done
if [ -n "$pdf" ]; then
    mkdir -p "$pdf"
    for case in */*/; do
        case=${case%/}
        case $case in *"$name"*) ;; *) continue ;; esac
        rm -rf "$WORK/out"
        run build $(options "$case") --out "$WORK/out" "$case"
        for made in "$WORK"/out/*.pdf "$WORK"/out/*/*.pdf; do
            [ -f "$made" ] && cp "$made" "$pdf/$(echo "$case" | tr / -).pdf"
        done
    done
fi
[ $count -gt 0 ] || status=1
echo "$count dumps compared"
exit $status

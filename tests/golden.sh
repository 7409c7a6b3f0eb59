#!/bin/sh
# golden.sh [--accept] [NAME] -- every tests/cases/*/WHAT/ is a small report; beside its
# inspection.yaml stand the dumps that matter to it (want.scores, want.xml, want.pages,
# want.tags, want.diag).  --accept rewrites them; the reviewer reads the difference.
set -u
: "${GWASG:?the program to test}" "${ROOT:?the project}"
cd "$ROOT/tests/cases" || exit 1
accept=0
[ "${1-}" = --accept ] && accept=1 && shift
got=$(mktemp)
trap 'rm -f "$got"' EXIT
status=0 count=0
for want in */*/want.*; do
    case=${want%/*} dump=${want##*.}
    case $case in *"${1-}"*) ;; *) continue ;; esac
    count=$((count + 1))
    if [ "$dump" = diag ]; then
        "$GWASG" check --diagnostics short --templates ../templates "$case" >/dev/null 2>"$got"
    else
        "$GWASG" build --diagnostics short --templates ../templates --dump "$dump" "$case" >"$got" 2>&1
    fi
    [ $accept = 1 ] && cp "$got" "$want"
    diff -u "$want" "$got" || status=1
done
[ $count -gt 0 ] || status=1
echo "$count dumps compared"
exit $status

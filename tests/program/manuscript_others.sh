#!/bin/sh
# manuscript_others.sh -- manuscripts that other programs have written (manuscript/others/, each
# by the program of its name; from/make.sh says which versions): what becomes of each, the words
# of it that are in no file of the report, and that nothing is said of the report for them which
# was not said before.  ACCEPT=1 writes the files beside them again.
. "$ROOT/tests/program/lib.sh"
others="$ROOT/tests/program/manuscript/others"
# What is said of the report as it stands: places apart, for they have moved, and what is asked or
# is the author's own to answer for.
faults() { "$GWASG" check --diagnostics short "$1" 2>&1 | grep ' error: ' | grep -v 'QUERY_OPEN\|FIGURE_BARE\|DETAIL_PERSONAL' | sed 's/^[^ ]* //' | sort -u; }

"$GWASG" init cci-2012 base --area Calderholt --from-answers "$ROOT/examples/severnside-2012/answers.csv" >out 2>err
faults base >before
for paper in "$others"/*.docx; do
    name=$(basename "$paper" .docx)
    cp "$paper" paper.docx
    cp -r base report
    status 0 "$name" "$GWASG" manuscript import report paper.docx
    awk '/^words:/ { ok = $2 == $6 + $10 + $13 + $16 } END { exit !ok }' out || fail "$name: words do not add up"
    {
        cat err out
        python3 "$ROOT/tests/program/manuscript_others.py" paper.docx base report
        diff -N base report
    } >became
    [ "${ACCEPT-}" = 1 ] && cp became "$others/$name.want"
    diff -u "$others/$name.want" became || fail "$name: another report"
    cp -r report once
    status 0 "$name, again" "$GWASG" manuscript import report paper.docx
    diff -r once report || fail "$name: imported twice, changed twice"
    faults report | comm -13 before - >new
    [ -s new ] && { fail "$name: faults that the report had not"; head -n 3 new; }
    status 0 "$name: pages" "$GWASG" build --dump pages report
    rm -r report once
done
finish

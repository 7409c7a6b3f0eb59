#!/bin/sh
# Each example as a screen reader says it, held as text in tests/heard: read it, before
# ACCEPT=1 writes it anew.
. "$ROOT/tests/program/lib.sh"

heard() { # NAME OPTION... REPORT
    name=$1
    shift
    "$GWASG" build --dump heard "$@" >"$name.txt" 2>err || fail "$name: nothing to be heard: $(head -n 1 err)"
    [ -z "${ACCEPT-}" ] || cp "$name.txt" "$ROOT/tests/heard/$name.txt"
    diff "$ROOT/tests/heard/$name.txt" "$name.txt" >differs || { fail "$name is heard otherwise"; head -n 12 differs >&2; }
}

for report in "$ROOT"/examples/*/; do
    example=$(basename "$report")
    heard "$example.en" --stage final --lang en "$report"
    [ ! -f "$report/cy.xlf" ] || heard "$example.cy" --stage final --lang cy "$report"
done
heard draft --stage draft --date 2012-05-14 --lang en "$ROOT/examples/westmere-2013"
heard press --stage final --document press --lang en "$ROOT/examples/severnside-2012"
heard sides --stage proof --lang en+cy "$ROOT/examples/porthelyrch-2013"
finish

#!/bin/sh
# Slips of authors: what they paste and mistype has one message, at its place, and no other.
# A row of slips.rows: a file and what sed does to it; slips.rows.want: what is said of each.
. "$ROOT/tests/program/lib.sh"
rows="$ROOT/tests/program/slips.rows"
while read -r file slip; do
    rm -rf report && cp -r "$ROOT/examples/severnside-2012" report
    echo "One paragraph." >report/foreword.md
    sed -i "$slip" "report/$file"
    status 1 "$slip" "$GWASG" check --lang en --diagnostics short --templates "$ROOT/templates" report
    grep -v '\[ACCEPTED\]' err >said
    [ "$(wc -l <said)" = 1 ] || { fail "not one message: $slip" && cat said >&2; }
    cat said >>all
done <"$rows"
[ -n "${ACCEPT-}" ] && cp all "$rows.want"
diff -u "$rows.want" all || fail "other messages"
finish

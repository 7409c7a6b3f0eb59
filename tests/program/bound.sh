#!/bin/sh
# Examples whose marks were typed off as words: --write brings marks back, none that asks for
# anything else, and the report prints the same.
. "$ROOT/tests/program/lib.sh"

# Shares stand in a column beside findings, once they are marks.
words() {
    "$GWASG" build --dump xml "$1" |
        sed '/<evidence.*<.evidence>/d; /<evidence/,/<.evidence>/d; s/<aside>.*<.aside>//; s/<[^>]*>//g; s/ *([0-9]*%)//g; s/^ *//' | grep -v '^$'
}

for name in severnside-2012 kestrel-bay-2013; do
    copy_example $name
    "$GWASG" figures --format json $name >signed.json
    python3 "$ROOT/tests/program/flatten.py" "$GWASG" $name >flattened || fail "$name: not flattened"
    words $name >before
    "$GWASG" figures --format json $name >bare.json
    status 0 "$name" "$GWASG" figures --suggest --write $name
    words $name >after
    cmp -s before after || fail "$name prints other words"
    "$GWASG" figures --format json $name >bound.json
    python3 - "$(cat flattened)" <<'PY' || fail "$name: not the same marks"
import json, sys
signed, bare, bound = (json.load(open(f"{what}.json")) for what in ("signed", "bare", "bound"))
had = {(row["place"], row["name"]) for row in signed}
wrong = [row for row in bound if row["name"] and (row["place"], row["name"]) not in had]
typed, left = (sum(row["bare"] for row in rows) for rows in (bare, bound))
for row in wrong:
    print(row["place"], row["name"], row["printed"], file=sys.stderr)
print(sys.argv[1], "marks,", typed, "numbers, of which", left, "are left", file=sys.stderr)
sys.exit(bool(wrong) or int(sys.argv[1]) < 60 or 2 * left > typed)
PY
done
finish

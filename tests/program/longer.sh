#!/bin/sh
# Welsh is longer than English.  Every example is made again with its words a fifth
# longer, headings, labels and charts too: nothing is cut, and no text lies over another.
. "$ROOT/tests/program/lib.sh"
LONGER="$ROOT/tests/program/longer.py"
words() { "$GWASG" build --stage proof --dump xml "$@" 2>/dev/null | sed 's/<[^>]*>//g' | wc -c; }
for example in "$ROOT"/examples/*/; do
    name=$(basename "$example")
    mkdir "$name" && python3 "$LONGER" "$ROOT/templates" "$example" "$name" || fail "$name: not copied"
    set -- --lang en --templates "$name/templates" "$name/report"
    status 0 "$name, longer" "$GWASG" build --stage proof --dump pages "$@"
    grep -E 'TEXT_OUTSIDE|TOO_TALL' "$WORK/err" && fail "$name: something does not fit"
    python3 "$LONGER" --overlaps <"$WORK/out" || fail "$name: see above"
    [ "$(words "$@")" -gt $(($(words --lang en "$example") * 115 / 100)) ] || fail "$name is hardly longer"
    [ -f "$example/cy.xlf" ] || continue
    status 0 "$name in Welsh" "$GWASG" build --stage proof --lang cy --dump pages "$example"
    python3 "$LONGER" --whole <"$WORK/out" || fail "$name in Welsh: see above"
done
printf 'page 1 "1" 595.3 x 841.9\n    text 70 100 width 50 regular 12 #000000 "one"\n' >two.pages
printf '    text 90 105 width 50 regular 12 #000000 "other"\n' >>two.pages
printf 'page 1 "1" 595.3 x 841.9\n    text 70 100 width 50 regular 12 #000000 "Sylfae"\n' >cut.pages
printf '    text 70 114 width 50 regular 12 #000000 "n"\n' >>cut.pages
python3 "$LONGER" --whole <cut.pages >/dev/null && fail "a word that is cut is not seen"
python3 "$LONGER" --overlaps <two.pages >/dev/null && fail "texts over each other are not seen"
finish

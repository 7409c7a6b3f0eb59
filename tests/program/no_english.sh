#!/bin/sh
# A Welsh edition holds no English but what is marked as English: fixed wording, charts,
# tables and what is read aloud in place of pictures.  Translated examples as they are; the
# others with nothing translated, so that an author's words are all marked.
. "$ROOT/tests/program/lib.sh"
PAIR="$ROOT/tests/program/no_english.py" ALIKE="$ROOT/tests/program/both_languages.txt"
AREA='{en: Severnside, cy: {name: Glannau Hafren, in: yng Nglannau Hafren, of: o Lannau Hafren, to: i Lannau Hafren, and: a Glannau Hafren}}'
for example in "$ROOT"/examples/*/; do
    name=$(basename "$example")
    copy_example "$name"
    [ -f "$name/cy.xlf" ] || status 0 "units of $name" "$GWASG" translate export "$name"
    sed -i "s/^area: [^{].*/area: $AREA/" "$name/inspection.yaml"
    for lang in cy en; do
        "$GWASG" build --lang $lang --dump tags "$name" >$lang 2>said || { fail "$name in $lang"; head -n 5 said >&2; }
    done
    python3 "$PAIR" cy en "$ALIKE" || fail "$name: English that is not marked"
    [ -f "$example/cy.xlf" ] || continue
    "$GWASG" build --stage draft --date 2012-05-14 --lang cy --dump tags "$name" >cy 2>said || fail "draft of $name"
    python3 "$PAIR" cy en "$ALIKE" || fail "$name: English in the Welsh draft and its form"
done
printf '  P "%s"\n' "Mae'r gwaith yn dda the wrong" "P" | python3 "$PAIR" /dev/stdin en "$ALIKE" | grep -q '^the:' ||
    fail "English in Welsh is not seen"
finish

#!/bin/sh
# check sets the editions against each other: what a hand has changed in the translation
# is said at the English line, with what either edition has.
. "$ROOT/tests/program/lib.sh"
example=$ROOT/examples/caerfedwen-2012
status 0 "the example's editions agree" "$GWASG" check "$example"
grep -q EDITION_DIFFERS err && fail "the example differs"

# differs WHAT FILE SCRIPT SAID: the example with one change
differs() {
    rm -rf report && cp -r "$example" report
    sed "$3" "$example/$2" >"report/$2"
    cmp -s "$example/$2" "report/$2" && fail "$1: nothing was changed"
    status 6 "$1" "$GWASG" check report
    contains err "$4"
    [ "$(grep -c EDITION_DIFFERS err)" = 1 ] || fail "$1: not said once"
    status 6 "$1: a final of both" "$GWASG" build --stage final --out o report
    contains err "$4"
    [ -e o ] && fail "$1: a final was written"
}
differs "a typed figure" cy.xlf '10s|</bpt>17<|</bpt>71<|' "English has 17, Welsh has 71"
contains err "report/foreword.md:1:"
differs "a number more" cy.xlf '10s|Darllenasom|Darllenasom 45 o|' \
    "English has none of them, Welsh has 45"
differs "no number for the Welsh" inspection.yaml '/^isbn:/s/{en: \([-0-9]*\).*/\1/' \
    "only the English edition has an ISBN"
contains err "report/inspection.yaml:13:"
status 0 "a final of both" "$GWASG" build --stage final --out o "$example"
cp -r "$example" story
sed '/<target/s/Macsen/Iwan/g' "$example/cy.xlf" >story/cy.xlf
status 0 "another name in a story is a warning" "$GWASG" check story
contains err '"Macsen" of the English case story is not in the Welsh one'
contains err "story/inspection.yaml:"
finish

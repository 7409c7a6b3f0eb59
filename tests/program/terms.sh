#!/bin/sh
# terms.sh -- the house's term list: a delivery with a form that is not used is refused by
# name, and `check` finds one in what is there.
. "$ROOT/tests/program/lib.sh"

copy_example caerfedwen-2012
unit=$(grep -B6 'state="final">.*Bwrdd Rheoli' caerfedwen-2012/cy.xlf |
    sed -n 's/.*<trans-unit id="\([^"]*\)".*/\1/p' | tail -n 1)
[ -n "$unit" ] || fail "no unit with the term"
sed 's/\(state="\)final\(">.*\)Bwrdd Rheoli/\1translated\2Bwrdd Rheolwyr/' \
    caerfedwen-2012/cy.xlf >back.xlf
cp caerfedwen-2012/cy.xlf before.xlf
status 1 "a form that is not used" "$GWASG" translate import caerfedwen-2012 back.xlf
contains err TERM_FORBIDDEN
contains err "$unit"
contains err 'this house says "Bwrdd Rheoli"'
diff -q before.xlf caerfedwen-2012/cy.xlf >/dev/null || fail "it was taken all the same"

cp caerfedwen-2012/cy.xlf keep.xlf
sed 's/Bwrdd Rheoli\b/Bwrdd Rheolwyr/' keep.xlf >caerfedwen-2012/cy.xlf
status 1 "check" "$GWASG" check caerfedwen-2012
contains err TERM_FORBIDDEN
contains err "$unit"

# The fixed wording too, and both in one run.
cp -r "$ROOT/templates" templates
sed -i 's/^Management Board,.*/&\nforeword,cyflwyniad,rhagair,yes,own,/; /^foreword,rhagair/d' \
    templates/house-plain/termbase.csv templates/house-2012/termbase.csv
status 1 "check of both" "$GWASG" check --templates templates caerfedwen-2012
contains err 'this house says "cyflwyniad"'
contains err "$unit"

# And what the inspection has in Welsh itself.
sed -i 's/cy: Gwasanaeth Troseddau Ieuenctid Caerfedwen/cy: Gwasanaeth Troseddwyr Ifanc i pobl Caerfedwen/' caerfedwen-2012/inspection.yaml
cp keep.xlf caerfedwen-2012/cy.xlf
status 1 "check of what was typed" "$GWASG" check caerfedwen-2012
contains err 'caerfedwen-2012/inspection.yaml:8:9: error: term'
contains err 'name: "i pobl"; write "i bobl"'
finish

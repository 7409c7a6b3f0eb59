#!/bin/sh
# memory.sh -- what was signed off in one report stands in for the same English in another.
. "$ROOT/tests/program/lib.sh"

copy_example porthelyrch-2013
cp -r porthelyrch-2013 again
rm -f porthelyrch-2013/cy.xlf again/cy.xlf

status 0 "export" "$GWASG" translate export --out sent porthelyrch-2013
python3 "$ROOT/tests/program/translate_fill.py" sent/porthelyrch-2013.cy.xlf back.xlf final
status 0 "import" "$GWASG" translate import porthelyrch-2013 back.xlf

status 0 "memory" "$GWASG" translate memory porthelyrch-2013 porthelyrch-2013
cp out porthelyrch.tmx
units=$(grep -c '<trans-unit' sent/porthelyrch-2013.cy.xlf)
pairs=$(grep -c '<tu>' porthelyrch.tmx)
[ "$pairs" -gt 5 ] && [ "$pairs" -le "$units" ] || fail "$pairs pairs of $units units"
python3 - porthelyrch.tmx <<'EOF' || fail "the memory is not TMX"
import sys, xml.etree.ElementTree as ET
lang = "{http://www.w3.org/XML/1998/namespace}lang"
for tu in ET.parse(sys.argv[1]).getroot().iter("tu"):
    assert [v.get(lang) for v in tu.iter("tuv")] == ["en", "cy"]
    codes = [sorted(c.text for c in v.iter() if c.tag in ("ph", "bpt", "ept"))
             for v in tu.iter("tuv")]
    assert codes[0] == codes[1], codes
EOF

# The memory comes back as it went out, and fills the same English with Welsh to review.
status 0 "with the memory" "$GWASG" translate export --memory porthelyrch.tmx again
filled=$(grep -c 'state="needs-review-translation"' again/cy.xlf)
[ "$filled" = "$(grep -c '<target' porthelyrch-2013/cy.xlf)" ] || fail "$filled units filled"
sed 's/ state="[^"]*"//; s/ approved="yes"//' porthelyrch-2013/cy.xlf >want
sed 's/ state="[^"]*"//; s/ approved="yes"//; s/again.yaml/porthelyrch-2013.yaml/' again/cy.xlf | diff -u want - || fail "not the same Welsh"

# A word more, and there is no exact match; other memories are asked in turn.
rm -f again/cy.xlf
sed 's/<tuv xml:lang="en"><seg>/&Not /' porthelyrch.tmx >other.tmx
status 0 "no match" "$GWASG" translate export --memory other.tmx again
grep -q '<target' again/cy.xlf && fail "filled without a match"
status 0 "two memories" "$GWASG" translate export -m other.tmx -m porthelyrch.tmx again
[ "$(grep -c '<target' again/cy.xlf)" = "$filled" ] || fail "the second memory was not read"

# Of a third language nothing is taken.
rm -f again/cy.xlf
sed 's/<tuv xml:lang="cy">/<tuv xml:lang="fr"><seg>Rien<\/seg><\/tuv>&/' porthelyrch.tmx >french.tmx
status 0 "a third language" "$GWASG" translate export -m french.tmx again
[ "$(grep -c '<target' again/cy.xlf)" = "$filled" ] || fail "a third language stands for one of ours"

# Files of other tools: a DTD named, languages with a region; and what is no memory.
rm -f again/cy.xlf
sed -e '2i<!DOCTYPE tmx SYSTEM "tmx14.dtd">' -e 's/xml:lang="en"/xml:lang="EN-GB"/' \
    porthelyrch.tmx >dtd.tmx
status 0 "with a DTD" "$GWASG" translate export -m dtd.tmx again
[ "$(grep -c '<target' again/cy.xlf)" = "$filled" ] || fail "a memory with a DTD was not read"
sed '2i<!DOCTYPE tmx [<!ENTITY a "b">]>' porthelyrch.tmx >entity.tmx
for wrong in entity.tmx porthelyrch-2013/cy.xlf porthelyrch-2013/answers.csv none.tmx; do
    rm -f again/cy.xlf
    status 1 "$wrong" "$GWASG" translate export -m "$wrong" again
    [ ! -e again/cy.xlf ] || fail "$wrong: something was written"
    contains err "$wrong"
done
finish

#!/bin/sh
# --to data: what every example counts and prints, as CSV with its description and as JSON, against
# its answers and its list of figures; which small numbers are left out.
. "$ROOT/tests/program/lib.sh"

for report in "$ROOT"/examples/*/; do
    status 0 "the data of $report" "$GWASG" build --to data --stage final --document report --out data "$report"
    for lang in en cy; do
        [ ! -f "data/$(basename "$report").$lang.data.csv" ] ||
            python3 -B "$ROOT/tests/program/data.py" "$GWASG" "$report" "$lang" data >said || {
            fail "the data is another"
            head -n 20 said >&2
        }
    done
done
# 18 of 22 is printed without the 22; nobody may learn that it was four who were not.
grep -q '^vmp-used,.*,,,,18,,,,18,1.3 S(2),,true' data/severnside-2012.en.data.csv || fail "four are given away"
contains data/severnside-2012.en.data.csv-metadata.json '"dc:license": "Open Government Licence"'
contains data/severnside-2012.en.data.csv-metadata.json '"dc:temporal": "2012-02-20/2012-03-02"'
contains data/caerfedwen-2012.cy.data.csv "enw,cwestiwn,rhan"
# Each wording is held to be read, as on a page, and one that is not there is said.
copy_example porthelyrch-2013
unread() {
    "$GWASG" build --to "$1" --stage final --document report --out read porthelyrch-2013 2>&1 |
        sed -n 's/.*WORD_UNREVIEWED in language cy, \([0-9]*\) times.*/\1/p'
}
[ $(($(unread data) - $(unread text))) = 27 ] || fail "of the wordings of data some are not held to be read: $(unread data)"
cp -r "$ROOT/templates" templates
sed -i '/^  data-part:/d' templates/house-plain/words.yaml
status 1 "no head" "$GWASG" build --to data --templates templates --lang en --out no porthelyrch-2013
contains err '"data-part" in language en; add it to words.yaml'
status 2 "the data of a draft" "$GWASG" build --to data --stage draft --date 2012-05-14 "$ROOT/examples/severnside-2012"
finish

#!/bin/sh
# interchange.sh -- our XLIFF files as other tools see them, and theirs as we do.
. "$ROOT/tests/program/lib.sh"
given=$ROOT/tests/translate

# ---- what we write is XLIFF 1.2 ----

for example in "$ROOT"/examples/*/; do
    cp -r "$example" .
    name=$(basename "$example")
    status 0 "export of $name" "$GWASG" translate export --out sent "$name"
    rm -f "$name/cy.xlf"
    status 0 "export of $name, empty" "$GWASG" translate export --out empty "$name"
    status 0 "with English" "$GWASG" translate export --english --out english "$name"
done
python3 "$ROOT/tests/program/xliff_check.py" sent/*.xlf empty/*.xlf english/*.xlf >said ||
    fail "not XLIFF 1.2: $(head -n 5 said)"

# The check finds what it is there for.
first=sent/porthelyrch-2013.cy.xlf
spoil() { # WHAT SED
    sed "$2" "$first" >spoilt.xlf
    python3 "$ROOT/tests/program/xliff_check.py" spoilt.xlf >said && fail "not found: $1"
}
spoil "a state that is none" 's/state="final"/state="done"/'
spoil "an id twice" 's/<trans-unit id="[^"]*"/<trans-unit id="one"/'
spoil "a note before the source" 's/<source>/<note>x<\/note><source>/'
spoil "an attribute of no element" 's/<note from=/<note by=/'
spoil "no source language" 's/ source-language="en"//'
spoil "a code dropped at its end" 's/<ept [^>]*>[^<]*<\/ept>//'
spoil "another code in the target" 's/\(<target.*<ph id="\)1"/\19"/'

# ---- with the English in empty targets: untouched, it is no translation ----

cp -r "$ROOT/examples/porthelyrch-2013" untouched
rm -f untouched/cy.xlf
sed 's/porthelyrch-2013.yaml/untouched.yaml/' english/porthelyrch-2013.cy.xlf >back.xlf
status 0 "untouched" "$GWASG" translate import untouched back.xlf
[ ! -e untouched/cy.xlf ] || fail "English was taken for Welsh"

status 2 "English beside the inspection" "$GWASG" translate export --english untouched
contains err "--out DIR"

# ---- files of other tools come back whole ----

mkdir templates
cp -r "$ROOT/templates/." "$ROOT/tests/templates/." templates
for tool in omegat toolkit; do
    rm -rf report
    cp -r "$given/report" report
    status 0 "import from $tool" "$GWASG" translate import --templates templates report "$given/$tool.xlf"
    "$GWASG" translate status --templates templates --format json report >counts
    grep -q '"missing": 0' counts || fail "$tool: not whole: $(cat counts)"
    grep -o '<target.*</target>' report/cy.xlf | sed 's/<[^>]*>//g' >"$tool.words"
done
cmp -s omegat.words toolkit.words || fail "two tools, two texts"
contains omegat.words "tŷ a dŵr"
contains omegat.words 'a &quot;na &lt; oes &amp; na&quot;.'

rm -f report/cy.xlf
status 0 "memory of OmegaT" "$GWASG" translate export --templates templates \
    --memory "$given/omegat.tmx" report
[ "$(grep -c 'needs-review-translation' report/cy.xlf)" = 4 ] || fail "units without codes"

# ---- pofilter speaks of the wording alone ----

if command -v pofilter >/dev/null; then
    mkdir translated
    for file in sent/*.xlf; do grep -q '<target' "$file" && cp "$file" translated; done
    pofilter --progress=none --language=cy translated found >said 2>&1
    find found -name '*.xlf' -exec cat {} + | grep -o 'from="pofilter">[a-z]*' |
        sed 's/.*>//' | sort -u >kinds
    grep -v '^#' "$given/pofilter.explained" | cut -d' ' -f1 | sort >explained
    comm -23 kinds explained >unexplained
    [ -s unexplained ] && fail "pofilter: $(tr '\n' ' ' <unexplained)"
    [ -s kinds ] || fail "pofilter did not run: $(head -n 3 said)"
else
    skipped "pofilter (translate-toolkit) is missing; it looked at nothing"
fi
finish

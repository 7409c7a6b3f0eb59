#!/bin/sh
# wording.sh -- the round of the fixed wording: out to a translator, and the Welsh back into
# the YAML files with all else of them as it was.
. "$(dirname "$0")/lib.sh"
here=$ROOT/tests/program
edit() { python3 "$here/wording_edit.py" "$@"; }
# golden FILE TEXT: a text that is that of tests/program/wording; ACCEPT=1 makes it so.
golden() {
    [ "${ACCEPT:-0}" = 1 ] && cp "$2" "$here/wording/$1"
    diff -u "$here/wording/$1" "$2" >&2 || fail "$1: other than it was"
}

# ---- every programme: out and in, nothing changed; twenty units changed, and only those ----

for file in "$ROOT"/templates/*/programme.yaml; do
    p=$(basename "$(dirname "$file")")
    rm -rf templates
    cp -r "$ROOT/templates" templates
    status 0 "export of $p" "$GWASG" translate export -t templates --programme "$p" --out sent
    status 0 "import of $p" "$GWASG" translate import -t templates --programme "$p" "sent/$p.cy.xlf"
    contains out "units taken: 0, "
    contains out "refused: 0"
    diff -r "$ROOT/templates" templates >&2 || fail "$p: another folder, and nothing was changed"
    for state in translated final; do
        edit "sent/$p.cy.xlf" back.xlf 20 $state >chosen
        status 0 "twenty of $p" "$GWASG" translate import -t templates --programme "$p" back.xlf
        contains out "units taken: 20, "
        status 0 "again" "$GWASG" translate export -t templates --programme "$p" --out again
        edit "sent/$p.cy.xlf" "again/$p.cy.xlf" >changed
        diff chosen changed >&2 || fail "$p: other units are changed"
        status 0 "once more" "$GWASG" translate import -t templates --programme "$p" "again/$p.cy.xlf"
        contains out "units taken: 0, "
        rm -rf templates
        cp -r "$ROOT/templates" templates
    done
done

# ---- a house of few words ----

fresh() {
    rm -rf t
    cp -r "$here/wording/templates" t
}
take() { # WANT WHAT: what came back, in back.xlf
    status "$1" "$2" "$GWASG" translate import -t t --programme little-2 back.xlf
}
fresh
status 0 "export" "$GWASG" translate export -t t --programme little-2 --out sent
sent=sent/little-2.cy.xlf
golden little-2.xlf $sent
status 0 "status" "$GWASG" translate status -t t --programme little-2
golden status.txt out

# Each kind of text, in each way in which YAML writes one; signed off, and not.
edit $sent back.xlf "words.intro.2=Nid oedd neb yn gwybod." words.new="Nid yw'n Gymraeg: eto" words.foot=Dalen \
    "words.title=Yr adroddiad ar <ph id=\"1\">((field area in))</ph>" "words.strengths.two=Dau gryfder" \
    "nouns.cases.plural=yr achosion" "comparisons.1.above=yn uwch o lawer" vague.1=rhywfaint \
    "words.long=Y paragraff cyntaf." "words.long.2=Eitem." words.empty=Gwag \
    'words.address=Swyddfa<ph id="1">\</ph>[The Street](lang:en)' \
    "terms.CAF.meaning=Fframwaith Asesu Cyffredin: modd o ganfod" "title=Arolygiad, bychan"
take 0 "not signed off"
diff -r "$here/wording/templates" t | grep -v "^diff -r " >changes
golden translated.diff changes
fresh
edit $sent back.xlf words.intro=@ words.intro.2=@ words.intro.3=@ words.foot=Dalen words.strengths.one=@ \
    words.strengths.other=@ vague.1=@ terms.CAF.term=@ terms.CAF.meaning=@ title=@ words.new=Newydd nouns.cases.one=@ final
take 0 "signed off"
contains out "units that are final, while others of their text are not: 1"
diff -r "$here/wording/templates" t | grep -v "^diff -r " >changes
golden final.diff changes
status 0 "status" "$GWASG" translate status -t t --programme little-2
golden status-final.txt out

# With the line ends of another system, and its mark at the beginning, they stay so.
cp -r t unix
fresh
python3 - t unix <<'PY'
import glob, sys
for folder in sys.argv[1:]:
    for path in glob.glob(folder + "/*/*.yaml"):
        text = open(path, "rb").read()
        open(path, "wb").write(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
PY
take 0 "signed off, with CR LF"
diff -r unix t >&2 || fail "other with CR LF"
fresh
take 0 "signed off once more"

# The English changes: what was read with it is stale, for a final as well, until it is read again.
sed -i 's/en: A little inspection/en: A small inspection/; s/en: some,/en: a few,/; s/Everybody was asked/&, twice/' t/*/*.yaml
"$GWASG" translate status -t t --programme little-2 | grep '^stale' >out
golden stale.txt out
status 0 "export of stale ones" "$GWASG" translate export -t t --programme little-2 --out stale
edit stale/little-2.cy.xlf back.xlf vague.1=@ final
take 0 "read again"
"$GWASG" translate status -t t --programme little-2 | grep '^stale' >out
grep -q vague out && fail "what was read again is stale"

# ---- what is refused, and where; what is whole is taken ----

fresh
edit $sent back.xlf "words.intro.2=Ni *ddywedwyd* wrth neb." "words.intro.3=- Gofynnwyd i bawb." "nouns.cases.one=achos" \
    "words.new=Not in Welsh yet" "words.long.2=Eitem." words.foot=Dalen
take 1 "faults"
sed 's/^ .*//; /^$/d' err >faults
golden faults.txt faults
contains out "refused: 4"
diff -r "$here/wording/templates" t | grep -c '^>' >count
[ "$(cat count)" = 2 ] || fail "not only the foots are changed"
sed 's/target-language="cy"/target-language="fr"/' $sent >back.xlf
cp -r t before
take 1 "French"
sed 's/original="little-2/original="other/; s/id="[a-z0-9]\{7\}" resname/id="zz&/; s/zzid="/zz/' $sent >back.xlf
take 1 "of another programme"
contains err "XLIFF_KIND"
edit $sent back.xlf words.foot=Taflen title=Teitl
chmod -w t/little-2/words.yaml
take 4 "a file that nobody may write"
chmod +w t/little-2/words.yaml
diff -r before t >&2 || fail "written in spite of faults"
sed 's|</trans-unit>|<note>Is it so?</note></trans-unit>|;' $sent | sed '0,/<note>Is/!s|<note>Is it so?</note>||' >back.xlf
take 0 "a remark"
contains out "(words.title): Is it so?"

# ---- narrow places, marks without a word, terms.csv ----

rm -rf templates
cp -r "$ROOT/templates" templates
status 0 "export of cci-2009" "$GWASG" translate export -t templates --programme cci-2009 --out sent
contains sent/cci-2009.cy.xlf 'in the head of a table: room for about '
contains sent/cci-2009.cy.xlf 'maxwidth="12" size-unit="char"'
status 0 "as it stands" "$GWASG" translate import -t templates --programme cci-2009 sent/cci-2009.cy.xlf
! grep -q XLIFF_LONG err || fail "what stands there is too long"
set --
while IFS= read -r line; do set -- "$@" "$line"; done <"$here/wording/narrow.edits"
edit sent/cci-2009.cy.xlf back.xlf "$@" final
status 0 "narrow" "$GWASG" translate import -t templates --programme cci-2009 -D short back.xlf
contains out "units taken: 7, "
contains out "refused: 0"
grep -v 'XLIFF_GONE\|TERM_' err | sed 's|^back.xlf:[0-9:]*:|back.xlf:|' >narrow
golden narrow.edits.want narrow
diff -r "$ROOT/templates" templates | grep "^[<>]" >changes
golden narrow.diff changes

# ---- one at a time ----

fresh
edit $sent back.xlf words.foot=Dalen
python3 -c "
import fcntl, time
f = open('t/.gwasg.lock', 'w')
fcntl.flock(f, fcntl.LOCK_EX)
open('held', 'w'); time.sleep(20)" &
holder=$!
while [ ! -e held ]; do sleep 0.02; done
GWASG_WAIT=0 take 4 "templates that another works on"
contains err "[REPORT_LOCKED]"
kill $holder
diff -r "$here/wording/templates" t | grep -v '^Only in t: .gwasg.lock' >&2 && fail "written under a lock"
rm -f t/.gwasg.lock

# ---- usage ----

status 2 "no file" "$GWASG" translate import -t t --programme little
status 2 "a report too" "$GWASG" translate export -t t --programme little somewhere
status 2 "a memory" "$GWASG" translate export -t t --programme little -m some.tmx
status 1 "no such programme" "$GWASG" translate status -t t --programme litle
contains err "little"
sed -i '/Nobody was told/d' t/house-little/words.yaml
status 1 "other paragraphs" "$GWASG" translate status -t t --programme little
contains err "house-little/words.yaml:13:"
finish

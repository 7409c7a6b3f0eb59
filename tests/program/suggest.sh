#!/bin/sh
# For a number that is no mark the marks that print the same, the likeliest first.
. "$ROOT/tests/program/lib.sh"
copy_example westmere-2013
report=westmere-2013
printed=$("$GWASG" figures --format csv $report | sed -n 's/^[^,]*,\([^,]*\),psr-oversight,.*/\1/p')
sed -i "s/((psr-oversight n of))/$printed/" $report/inspection.yaml
line=$(grep -n "had tested $printed before" $report/inspection.yaml | cut -d: -f1)
[ -n "$line" ] || fail "the mark was not replaced"
# golden FILE: the output is that of tests/program/suggest/FILE; ACCEPT=1 makes it so.
golden() {
    [ "${ACCEPT:-0}" = 1 ] && cp out "$ROOT/tests/program/suggest/$1"
    diff -u "$ROOT/tests/program/suggest/$1" out >&2 || fail "$1: other suggestions"
}
status 0 "suggestions" "$GWASG" figures --suggest $report
golden suggestions.txt
grep -A 1 "inspection.yaml:$line:.*: \"${printed%% *}\"" out >found
contains found '((psr-oversight n of))  2 of 2 numbers'
grep -A 1 "inspection.yaml:$line:.*: \"${printed##* }\"" out >found
contains found '((psr-oversight of))  2 of 2 numbers'
contains out '"34.1%": no mark prints it'
status 0 "suggestions in JSON" "$GWASG" figures --suggest --format json $report
golden suggestions.json
python3 - "$line" <<'PY' || fail "not the same in JSON"
import json, sys
numbers = [n for n in json.load(open("out")) if n["line"] == int(sys.argv[1])]
sys.exit([n["marks"][0]["mark"] for n in numbers[-2:]]
         != ["((psr-oversight n of))", "((psr-oversight of))"])
PY

# Written: everything else of the file stays as it was, to the byte; again, nothing does.
python3 - "$report/inspection.yaml" <<'PY'
import sys
text = open(sys.argv[1], "rb").read()
open(sys.argv[1], "wb").write(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
PY
cp $report/inspection.yaml before.yaml
"$GWASG" build --dump xml $report | sed 's/<[^>]*>//g' >before.words
status 0 "written" "$GWASG" figures --suggest --write $report
contains out ": \"$printed\" is now ((psr-oversight n of))"
contains out '"34.1%" stays: no mark prints it'
"$GWASG" build --dump xml $report | sed 's/<[^>]*>//g' >after.words
cmp -s before.words after.words || fail "the report prints other words"
sed "s/((psr-oversight n of))/$printed/" $report/inspection.yaml >undone.yaml
cmp undone.yaml before.yaml || fail "more was changed than the numbers"
cp $report/inspection.yaml after.yaml
status 0 "written again" "$GWASG" figures --suggest --write $report
cmp -s $report/inspection.yaml after.yaml || fail "written again, it is another"

# One by its place; a mark in quotation marks; and what is refused.
cp before.yaml $report/inspection.yaml
status 0 "one by its place" "$GWASG" figures --suggest --write \
    --at "$(sed -n "s|^.*/\(inspection.yaml:$line:[0-9]*\): \"${printed##* }\".*|\1|p" found)" $report
contains $report/inspection.yaml "tested ${printed%% *} of the ((psr-oversight of)) before"
status 1 "no number there" "$GWASG" figures --suggest --write --at inspection.yaml:1:1 $report
contains err "no number that is no mark stands at inspection.yaml:1:1"
cp before.yaml $report/inspection.yaml
chmod a-w $report/inspection.yaml
status 4 "kept from being written" "$GWASG" figures --suggest --write $report
contains err "nobody may write it"
cmp -s before.yaml $report/inspection.yaml || fail "written nevertheless"
chmod u+w $report/inspection.yaml

# In every kind of text: what closes it, and what the rest of it is, stays.
cp before.yaml $report/inspection.yaml
python3 - $report "$printed" <<'PY'
import sys
path = sys.argv[1] + "/inspection.yaml"
text = open(path, "rb").read().decode("utf-8-sig").replace("\r\n", "\n")
said = f"A manager had tested {sys.argv[2]} pre-sentence reports before they went to court"
texts = [f"\"{said}: \\u2018so\\u2019 \\\"it\\\" went.\" # as typed",
         f"'{said}: it''s so.'   # as typed",
         "|\n        " + said + ".",
         ">-\n        " + said.replace(" reports", "\n        reports") + ".",
         said]
at = text.index('  "2":\n')
text = text[:at] + "".join(f"    - {one}\n" for one in texts) + text[at:]
open(path, "w").write(text)
PY
cp $report/inspection.yaml kinds.yaml
status 0 "kinds of text" "$GWASG" figures --suggest --write $report
[ "$(grep -c ' is now ((psr-oversight n of))$' out)" = 6 ] || fail "not in each kind of text"
sed "s/((psr-oversight n of))/$printed/" $report/inspection.yaml >undone.yaml
cmp undone.yaml kinds.yaml || fail "more was changed than the numbers"

# What is typed with a source stays, unless it is named; so does what takes no mark.
cp before.yaml $report/inspection.yaml
sed -i "s/$printed/((typed ${printed%% *} | files read)) of the ${printed##* }/" $report/inspection.yaml
status 0 "typed" "$GWASG" figures --suggest --write $report
contains out "\"${printed%% *}\" stays: it has a source"
place=$(sed -n "s|^.*/\(inspection.yaml:$line:[0-9]*\): \"${printed%% *}\" stays: it has a source|\1|p" out)
status 0 "typed and named" "$GWASG" figures --suggest --write --at "$place" $report
contains $report/inspection.yaml "tested ((psr-oversight)) of the "
cp before.yaml $report/inspection.yaml
place=inspection.yaml:$(sed -n "s|^.*/inspection.yaml:\($line:[0-9]*\): \"${printed##* }\".*|\1|p" found)
status 0 "another than the first" "$GWASG" figures --suggest --write --at "$place:2" $report
grep -q ' is now ((.* of' out || fail "not the second mark"
grep -q "((psr-oversight" $report/inspection.yaml && fail "the first mark"
cp before.yaml $report/inspection.yaml
status 0 "none such" "$GWASG" figures --suggest --write --at "$place:9" $report
contains out "stays: there is no such mark"

# The Welsh stays as it is, and it is said what fits no more.
copy_example caerfedwen-2012
said=$("$GWASG" figures --format csv caerfedwen-2012 |
    sed -n 's/^[^,]*,\([^,]*\),rosh-screening-done,.*/\1/p' | head -n 1)
sed -i "s/((rosh-screening-done n of cases %))/$said/" caerfedwen-2012/inspection.yaml
sed -i "s|<ph[^>]*>((rosh-screening-done n of cases %))</ph>|$said|g" caerfedwen-2012/cy.xlf
cp caerfedwen-2012/cy.xlf before.xlf
status 0 "with Welsh" "$GWASG" figures --suggest --write caerfedwen-2012
contains err "cy.xlf: warning: translation of an older text: 1 more, in whose English a mark stands"
cmp -s caerfedwen-2012/cy.xlf before.xlf || fail "the Welsh was touched"

status 2 "without --suggest" "$GWASG" figures --write $report
status 2 "Welsh" "$GWASG" figures --suggest --write --lang cy $report
finish

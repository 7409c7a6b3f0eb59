#!/bin/sh
# For a number that is no mark the marks that print the same, the likeliest first.
. "$ROOT/tests/program/lib.sh"
copy_example westmere-2013
report=westmere-2013
printed=$("$GWASG" figures --format csv $report | sed -n 's/^[^,]*,\([^,]*\),psr-oversight,.*/\1/p')
sed -i "s/((psr-oversight n of))/$printed/" $report/inspection.yaml
line=$(grep -n "had tested $printed before" $report/inspection.yaml | cut -d: -f1)
[ -n "$line" ] || fail "the mark was not replaced"
status 0 "suggestions" "$GWASG" figures --suggest $report
grep -A 1 "inspection.yaml:$line:.*: \"${printed%% *}\"" out >found
contains found '((psr-oversight n of))  2 of 2 numbers'
grep -A 1 "inspection.yaml:$line:.*: \"${printed##* }\"" out >found
contains found '((psr-oversight of))  2 of 2 numbers'
contains out '"34.1%": no mark prints it'
status 0 "suggestions in JSON" "$GWASG" figures --suggest --format json $report
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
status 2 "without --suggest" "$GWASG" figures --write $report
status 2 "Welsh" "$GWASG" figures --suggest --write --lang cy $report
finish

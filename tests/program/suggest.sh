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
contains found '((psr-oversight))  2 of 2 numbers'
grep -A 1 "inspection.yaml:$line:.*: \"${printed##* }\"" out >found
contains found '((psr-oversight of))  2 of 2 numbers'
contains out '"34.1%": no mark prints it'
status 0 "suggestions in JSON" "$GWASG" figures --suggest --format json $report
python3 - "$line" <<'PY' || fail "not the same in JSON"
import json, sys
numbers = [n for n in json.load(open("out")) if n["line"] == int(sys.argv[1])]
sys.exit([n["marks"][0]["mark"] for n in numbers[-2:]] != ["((psr-oversight))", "((psr-oversight of))"])
PY
finish

#!/bin/sh
# A custodial sentence that had a plan in the community as well: its answers count there too,
# and all of that phase has to be answered.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/examples/severnside-2012" report
counts() { "$GWASG" scores --templates "$ROOT/templates" --format json report | python3 -c '
import json, sys
print(json.load(sys.stdin)["questions"]["plan-done"]["applicable"])'; }
before=$(counts)
answer() { python3 - "$@" <<'PY'
import csv, sys
names = "plan-done plan-on-time plan-factors plan-priorities plan-contact plan-young-person plan-parents".split()
rows = list(csv.reader(open("report/answers.csv", encoding="utf-8-sig")))
head = rows[0]
row = next(r for r in rows[1:] if r[head.index("sentence")] == "custody")
for name in names[: int(sys.argv[1])]:
    row[head.index(name)] = "yes"
csv.writer(open("report/answers.csv", "w"), lineterminator="\n").writerows(rows)
PY
}
answer 6
status 1 "a phase that is answered in part" "$GWASG" check --templates "$ROOT/templates" --diagnostics short report
contains err '"" for plan-parents; use yes, no or na: other questions of community were answered'
answer 7
status 0 "both phases" "$GWASG" check --templates "$ROOT/templates" --diagnostics short report
[ "$(counts)" = $((before + 1)) ] || fail "the plan in the community was not counted: $before, $(counts)"
finish

#!/bin/sh
# The improvement plan: its form in three shapes and both languages, for each family, due four
# weeks after publication; what is filled in comes back into plan.csv, each action once.
. "$ROOT/tests/program/lib.sh"
here=$ROOT/tests/program
for name in severnside-2012 tregelynnen-2009 elystan-morfaen-2013 porthelyrch-2013; do
    status 0 "$name" "$GWASG" plan form --out o "$ROOT/examples/$name"
done
[ "$(ls o | wc -l)" = 21 ] || fail "$(ls o | wc -l) forms"
claims o/severnside-2012.plan.en.pdf o/tregelynnen-2009.plan.cy.pdf o/elystan-morfaen-2013.plan.en.pdf o/porthelyrch-2013.plan.cy.pdf
pdftotext o/severnside-2012.plan.en.pdf - | tr '\n' ' ' >text
contains text "by 18 July 2012, four weeks after publication"
contains o/porthelyrch-2013.plan.cy.csv "Rhif,Argymhelliad,Cam i"
contains o/porthelyrch-2013.plan.en.csv "No.,Recommendation,Action,Who,By when,Evidence that it was done,Plan"

copy_example porthelyrch-2013
report=porthelyrch-2013
cat >values <<'TEXT'
{"who": "Siân Llŷr, Rheolwr", "date": "12 July 2013", "c01.action": "Tŵr — “reviews” every month", "c01.who": "Team manager",
 "c01.when": "September 2013"}
TEXT
/usr/bin/python3 "$here/fill_pikepdf.py" o/$report.plan.cy.pdf one.pdf values || fail "pikepdf cannot fill in the form"
status 0 "a PDF" "$GWASG" plan import $report one.pdf
contains out "plan.csv: 1 new, 0 changed, 0 known already; 1 actions in all"
contains $report/plan.csv "Tŵr — “reviews” every month,Team manager,September 2013,,\"Siân Llŷr, Rheolwr\",12 July 2013"
cp $report/plan.csv before.csv
status 0 "the same again" "$GWASG" plan import $report one.pdf
contains out "0 new, 0 changed, 1 known already"
cmp -s before.csv $report/plan.csv || fail "a plan that was read again changed plan.csv"
status 0 "an empty one" "$GWASG" plan import $report o/$report.plan.en.pdf o/$report.plan.cy.docx
[ "$(grep -c REPLY_EMPTY err)" = 2 ] || fail "an empty plan is not said"

# The editor has a column; a table brings evidence, another day, a second action.
python3 - o/$report.plan.en.csv <<'TEXT'
import csv, sys
with open("porthelyrch-2013/plan.csv", encoding="utf-8-sig", newline="") as f:
    rows = list(csv.reader(f))
for i, row in enumerate(rows):
    row.insert(2, "agreed" if i == 0 else "=yes")
with open("porthelyrch-2013/plan.csv", "w", encoding="utf-8", newline="") as f:
    csv.writer(f, delimiter=";").writerows(rows)
with open(sys.argv[1], encoding="utf-8-sig", newline="") as f:
    rows = list(csv.reader(f))
rows[1][2:6] = ["Tŵr — “reviews”  every month", "Team manager", "October 2013", "Minutes"]
second = rows[1][:2] + ["A second action; with a sign", "", "", ""] + rows[1][6:]
last = ["99", "", "For nothing", "", "", "", rows[1][6]]
with open("two.csv", "w", encoding="utf-8", newline="") as f:
    csv.writer(f).writerows([rows[0], rows[1], second] + rows[2:] + [last])
TEXT
status 0 "a table" "$GWASG" plan import --by "Ann" --date 2013-08-01 $report two.csv
contains out "2 new, 1 changed, 0 known already; 3 actions in all"
contains err '"October 2013" in place of "September 2013" [PLAN_CHANGED]'
contains err '"For nothing" for "99"; the report has 2'
contains $report/plan.csv 'October 2013;Minutes;"Siân Llŷr, Rheolwr";12 July 2013;=yes'
contains $report/plan.csv "\"A second action; with a sign\";;;;Ann;2013-08-01;"

# What the editor writes beside the table stays, with or without a head; a stray byte of a
# record of ours is said, and guessed to be nothing.
cp $report/plan.csv kept.csv
python3 - $report/plan.csv <<'TEXT'
import sys
with open(sys.argv[1], "rb") as f:
    lines = f.read().split(b"\r\n")
lines[1] += b";rang her"
with open(sys.argv[1], "wb") as f:
    f.write(b"\r\n".join(lines))
TEXT
sed 's/October 2013/November 2013/' two.csv >three.csv
status 0 "beside the table" "$GWASG" plan import --by "Ann" --date 2013-08-02 $report three.csv
contains $report/plan.csv ";rang her"
python3 - $report/plan.csv <<'TEXT'
import sys
with open(sys.argv[1], "rb") as f:
    text = f.read()
with open(sys.argv[1], "wb") as f:
    f.write(text.replace(b"Team", b"Te\xe2m", 1))
TEXT
cp $report/plan.csv stray.csv
status 1 "a stray byte" "$GWASG" plan import --by "Ann" --date 2013-08-03 $report two.csv
contains err "plan.csv:"
cmp -s stray.csv $report/plan.csv || fail "a record with a stray byte was written over"
cp kept.csv $report/plan.csv
status 0 "status" "$GWASG" plan status $report
tr -s ' ' <out >squeezed
for line in "the plan is due by 2013-07-31" "1 2 1 1 1" "2 0 0 0 0" "all 3 2 2 2"; do
    contains squeezed "$line"
done
status 0 "status for programs" "$GWASG" plan status --format json $report
python3 -m json.tool out >/dev/null || fail "the status is no JSON"

status 1 "another report's" "$GWASG" plan import $report o/severnside-2012.plan.en.csv
contains err 'it is "severnside-2012 plan"'
status 1 "another report's PDF" "$GWASG" plan import $report o/severnside-2012.plan.en.pdf
contains err 'it is the plan of "severnside-2012"'
status 0 "a draft" "$GWASG" build --stage draft --date 2013-06-20 --lang en --out o $report
status 1 "a response form" "$GWASG" plan import $report o/$report.draft1.en.pdf
contains err "not those of an improvement plan"
status 1 "a plan as a reply" "$GWASG" comments import $report two.csv
sed -i '/^improvements:/,/^[a-z]/{/^improvements:/d;/^  /d}' $report/inspection.yaml
sed -i 's/^published: .*/published: ((? when ?))/' $report/inspection.yaml
status 1 "no day of publication" "$GWASG" plan form $report
finish

#!/bin/sh
# The signed figures: a final of each example goes through with them; one answer that changes
# names the figures that it moves and no other; each figure of a report is held, one by one;
# what moves, comes or goes is one difference; the Welsh has the same numbers.
. "$ROOT/tests/program/lib.sh"
moved=$ROOT/tests/program/lock_moved.py
sign() { status 0 "sign $1" "$GWASG" lock --by "Joan Hale" --date 2012-06-12 "$1"; }
named() { grep -c "FIGURE_CHANGED\|FIGURE_UNSIGNED\|FIGURE_GONE" err; }

for name in "$ROOT"/examples/*; do
    name=$(basename "$name")
    copy_example "$name"
    sign "$name"
    status 0 "check $name" "$GWASG" check "$name"
    [ "$(named)" = 0 ] || fail "$name: $(named) differ at once"
    cp "$name/figures.lock" before
    sign "$name"
    contains out "other than signed: 0, new: 0, gone: 0"
    cmp -s before "$name/figures.lock" || fail "$name: signed again it is another"
done

# An answer: as many figures as another count finds.
report=severnside-2012
cp $report/answers.csv answers.csv
"$GWASG" figures --format csv $report >before.csv 2>err
for change in "2 rosh-screening-done yes no" "5 parents-involved yes no" "9 vulnerability-screening-done yes no"; do
    # shellcheck disable=SC2086 # words
    set -- $change
    python3 - "$@" <<'TEXT' || fail "no such answer: $change"
import csv, sys
row, question, old, new = sys.argv[1:]
with open("answers.csv", encoding="utf-8", newline="") as f:
    rows = list(csv.reader(f))
at = rows[0].index(question)
here = next(r for r in rows[int(row):] if r[at] == old)
here[at] = new
with open("severnside-2012/answers.csv", "w", encoding="utf-8", newline="") as f:
    csv.writer(f, lineterminator="\n").writerows(rows)
TEXT
    status 6 "$change" "$GWASG" check $report
    cp err said
    "$GWASG" figures --format csv $report >after.csv 2>err
    python3 "$moved" before.csv after.csv said >count || fail "$change: $(cat count)"
done
cp answers.csv $report/answers.csv
status 0 "as it was" "$GWASG" check $report

# Each figure by itself, in a report of few.
report=porthelyrch-2013
sed '2,$!d' $report/figures.lock | cut -d, -f1 >uids
cp $report/figures.lock good
while read -r uid; do
    python3 - "$uid" <<'TEXT'
import csv, sys
with open("good", encoding="utf-8", newline="") as f:
    rows = list(csv.reader(f))
for row in rows:
    if row[0] == sys.argv[1]:
        row[4] = "1" + row[4]
with open("porthelyrch-2013/figures.lock", "w", encoding="utf-8", newline="") as f:
    csv.writer(f).writerows(rows)
TEXT
    status 6 "$uid" "$GWASG" check --lang en $report
    [ "$(named)" = 1 ] || fail "$uid: $(named) are named"
    contains err "FIGURE_CHANGED"
done <uids
cp good $report/figures.lock

# The Welsh by itself; and as it comes later.
status 0 "Welsh" "$GWASG" check --lang cy $report
python3 - <<'TEXT'
import csv
with open("good", encoding="utf-8", newline="") as f:
    rows = list(csv.reader(f))
for row in rows[1:]:
    if row[6]:
        row[6] = str(int(row[6]) + 1)
with open("porthelyrch-2013/figures.lock", "w", encoding="utf-8", newline="") as f:
    csv.writer(f).writerows(rows)
with open("counted", "w", encoding="utf-8") as f:
    print(sum(bool(row[6]) for row in rows[1:]), file=f)
TEXT
counted=$(cat counted)
status 6 "Welsh with other counts" "$GWASG" check --lang cy $report
[ "$(named)" = "$counted" ] || fail "Welsh: $(named) of $counted are named"
cp good $report/figures.lock
mv $report/cy.xlf cy.xlf
rm $report/figures.lock
sign $report
cp cy.xlf $report/cy.xlf
status 0 "Welsh that came later" "$GWASG" check $report
status 0 "Welsh that came later, alone" "$GWASG" build --stage final --lang cy --out o $report

# A sentence before all others is one figure more; two that change places are none.
cp -r "$ROOT/examples/westmere-2013" few
sign few
python3 - <<'TEXT'
import re
path = "few/inspection.yaml"
text = open(path, encoding="utf-8").read()
text = text.replace("\nstrengths:\n", "\nstrengths:\n  - All ((cases)) were read by two of us.\n", 1)
open(path, "w", encoding="utf-8").write(text)
TEXT
status 6 "a sentence more" "$GWASG" check few
[ "$(named)" = 1 ] || fail "a sentence more: $(named) are named"
contains err "figure that nobody signed"
cp -r "$ROOT/examples/westmere-2013/inspection.yaml" few
python3 - <<'TEXT'
import re
path = "few/inspection.yaml"
text = open(path, encoding="utf-8").read()
block = re.search(r"\nstrengths:\n((?:  - .*\n)+)", text)
items = block.group(1).splitlines(True)
assert len(items) > 2, items
text = text.replace(block.group(1), "".join(items[1:] + items[:1]), 1)
open(path, "w", encoding="utf-8").write(text)
TEXT
status 0 "moved" "$GWASG" check few
[ "$(named)" = 0 ] || fail "moved: $(named) are named"

# What stands on the page of figures, and the state of it.
status 0 "the page" "$GWASG" figures --out o few
contains out "other than signed: 0, new: 0, gone: 0"
pdftotext o/few.figures.en.pdf - | tr '\n' ' ' >text
contains text "Signed: Joan Hale, 12 June 2012."
finish

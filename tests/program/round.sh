#!/bin/sh
# The round from draft to final, as docs/drafts.md tells it: comments on the first draft find
# their blocks in the second, what the editor decides stays, and a final waits for it.
. "$ROOT/tests/program/lib.sh"
here=$ROOT/tests/program
report=severnside-2012
copy_example $report
printf 'name,body,role,stage,language,embargo\nJoan Hale,Severnside YOS,manager,draft,en,\n' >$report/recipients.csv

# cell COLUMN AUTHOR: of the comment by that author.
cell() {
    python3 - "$@" <<'TEXT'
import csv, sys
with open("severnside-2012/comments.csv", encoding="utf-8-sig", newline="") as f:
    rows = [r for r in csv.DictReader(f, delimiter=";" if ";" in open(f.name).readline() else ",") if r["author"] == sys.argv[2]]
print(rows[0][sys.argv[1]] if len(rows) == 1 else f"{len(rows)} rows")
TEXT
}
is() { [ "$2" = "$3" ] || fail "$1: \"$2\", not \"$3\""; }
# line TEXT: where it stands in the inspection now.
line() { grep -n -- "$1" $report/inspection.yaml | head -n 1 | sed 's/:.*//;s/^/inspection.yaml:/'; }

# ---- the first draft, and what comes back ----

status 0 "the first draft" "$GWASG" build --stage draft --send --date 2012-05-14 --out o $report
python3 "$here/fill_tables.py" o/$report.draft1.form.en.csv one.csv "1.1 S(2)" B "Thirty-two of the 33; “see” our file" "File, p. 3" || fail "no form"
python3 "$here/fill_tables.py" o/$report.draft1.form.en.csv late.csv "1.1 S(3)" A "Came after the second draft" "" || fail "no form"
status 0 "import" "$GWASG" comments import --by "J. Hale" --date 2012-05-22 $report one.csv
status 0 "a telephone call" "$GWASG" comments add --ref "1.1 a 1" --kind C --text "The rota is not mentioned, nor is Siân Ŵyn" --by "S. Ŵyn" --date 2012-05-23 $report
is "kind" "$(cell kind "J. Hale")" B
is "comment" "$(cell comment "J. Hale")" "Thirty-two of the 33; “see” our file"
is "reference" "$(cell reference "S. Ŵyn")" "1.1 A(1)"
is "source" "$(cell source "J. Hale")" "$(line 'A fuller analysis was there' | awk -F: '{print $1 ":" $2}')"
status 0 "unknown reference" "$GWASG" comments add --ref "9.9 Z(1)" --text "Thanks" --by "B" --date 2012-05-24 $report
contains err "\"9.9 Z(1)\" is no reference of draft 1"
is "unplaced" "$(cell source B)" unplaced
mv $report/sent/draft1.en.csv kept
cp $report/comments.csv before.csv
status 1 "a map that is lost" "$GWASG" comments import $report one.csv
contains err "put sent/draft1.en.csv"
cmp -s before.csv $report/comments.csv || fail "comments lost their places with the map"
mv kept $report/sent/draft1.en.csv
status 2 "what is missing" "$GWASG" comments add $report
for option in ref text by; do
    contains err "--$option is missing"
done
status 2 "a kind that there is not" "$GWASG" comments add --kind D $report
status 2 "a letter of no day" "$GWASG" comments letter $report
contains err "--date is missing"
status 2 "accepted by nobody" "$GWASG" translate accept $report all
contains err "--by is missing"

# ---- nothing is final before each is decided ----

for command in "check" "build --stage final --out f" "build --stage embargo --date 2012-06-01 --out f" "comments letter --date 2012-06-01 --out f"; do
    status 1 "$command with open comments" "$GWASG" $command $report
    [ "$(grep -c COMMENT_OPEN err)" = 3 ] || fail "$command: not every open comment is named"
done
[ -e f ] && fail "something was written"
contains err "$report/comments.csv:2:"

# decide: as the editor does in a spreadsheet that saves Windows-1252 and semicolons, and
# has a column of the editor's own.
python3 - <<'TEXT'
import csv
path = "severnside-2012/comments.csv"
with open(path, encoding="utf-8-sig", newline="") as f:
    rows = list(csv.reader(f))
for i, row in enumerate(rows):
    row.insert(3, "who looks" if i == 0 else "Ed")
    if i > 0:
        row[-2:] = [["accepted", "Accepted in part.", "Not accepted"][i - 1], ["", "  We count cases; “not” files\n- line two", "Said <elsewhere> & noted"][i - 1]]
with open(path, "w", encoding="cp1252", errors="replace", newline="") as f:
    csv.writer(f, delimiter=";").writerows(rows)
TEXT
status 1 "a decision without a reason" "$GWASG" check $report
contains err "COMMENT_REASON"
grep -q COMMENT_OPEN err && fail "a decided comment is called open"
sed -i 's/;accepted;/;accepted;We were wrong/' $report/comments.csv
status 0 "everything decided" "$GWASG" check $report
contains err "COMMENT_UNCHANGED"
sed 's/;Accepted in part.;/;perhaps;/' $report/comments.csv >x && cp $report/comments.csv kept.csv && cp x $report/comments.csv
status 1 "a decision that is none" "$GWASG" check $report
contains err "write accepted, part or not accepted"
cp kept.csv $report/comments.csv

# ---- the second draft: another text, other references ----

python3 - <<'TEXT'
path = "severnside-2012/inspection.yaml"
text = open(path, encoding="utf-8").read()
new = text.replace("A fuller analysis was there in", "A fuller analysis could be found in")
new = new.replace("    strengths:\n", "    strengths:\n      - A new strength stands before it.\n", 1)
assert len(new) > len(text) + 30
open(path, "w", encoding="utf-8").write(new)
TEXT
status 0 "the second draft" "$GWASG" build --stage draft --send --date 2012-06-01 --out o $report
status 0 "a late comment on the first" "$GWASG" comments import --by "Late" --date 2012-06-02 $report late.csv
status 0 "the first once more" "$GWASG" comments import --by "J. Hale" --date 2012-06-02 $report one.csv
contains out "0 new, 1 known already"
is "place of the first" "$(cell source "J. Hale")" "$(line 'A fuller analysis could be found')"
is "place of the late one" "$(cell source Late)" "$(line 'The level of risk was right')"
is "draft of the late one" "$(cell draft Late)" 1
is "letters that the spreadsheet lost" "$(cell comment "J. Hale")" "Thirty-two of the 33; “see” our file"
is "decision" "$(cell decision "J. Hale")" accepted
is "reason" "$(cell reason "S. ?yn")" "  We count cases; “not” files
- line two"
is "the editor's own column" "$(cell "who looks" "J. Hale")" Ed
status 1 "the late one is open" "$GWASG" check $report
sed -i '/;Late;/s/;;;\r$/;accepted;Yes;\r/' $report/comments.csv

# ---- the reply, and the final ----

echo '<xliff' >$report/cy.xlf
status 1 "a reply whose Welsh cannot be read" "$GWASG" comments letter --date 2012-06-05 --out l $report
[ -e l ] && fail "one language was written without the other"
rm $report/cy.xlf
status 0 "the reply" "$GWASG" comments letter --date 2012-06-05 --out o $report
contains err "COMMENT_UNCHANGED"
contains err "$report/comments.csv:"
[ "$(grep -c COMMENT_UNCHANGED err)" = 1 ] || fail "what has changed is called unchanged"
pdftotext -layout o/$report.reply.en.pdf letter.txt
for text in "Reply to comments" "5 June 2012" "1.1 S(2)" "We were wrong" "Before: A fuller" "Now: A fuller" "Not about one" "<elsewhere> &" "Yours sincerely" "Helen Tregarth" "HM Chief Inspector"; do
    contains letter.txt "$text"
done
claims o/$report.reply.en.pdf
status 2 "one and all" "$GWASG" comments letter --each --by Late --date 2012-06-05 $report
status 1 "who has not commented" "$GWASG" comments letter --by "J. Hail" --date 2012-06-05 $report
contains err "did you mean J. Hale?"
status 0 "a letter each" "$GWASG" comments letter --each --unasked --date 2012-06-05 --out each $report
[ "$(ls each | tr '\n' ' ')" = "$report.reply.b.en.pdf $report.reply.j-hale.en.pdf $report.reply.late.en.pdf $report.reply.s-yn.en.pdf " ] || fail "letters: $(ls each)"
pdftotext -layout each/$report.reply.j-hale.en.pdf letter.txt
for text in "Dear J. Hale" "1.1 S(2)" "We were wrong" "Other changes" "New: A new strength stands before it."; do
    contains letter.txt "$text"
done
grep -q "Not about one" letter.txt && fail "a letter answers another's comment"
[ "$(grep -c "Before: A fuller" letter.txt)" = 1 ] || fail "what was asked for is among the other changes"
claims each/$report.reply.j-hale.en.pdf
status 0 "her letter" "$GWASG" comments letter --by "j. hale" --unasked --date 2012-06-05 --out one $report
cmp -s one/$report.reply.j-hale.en.pdf each/$report.reply.j-hale.en.pdf || fail "her letter alone is another"
status 0 "the final" "$GWASG" build --stage final --out f $report
pdftotext f/$report.en.pdf - | grep -qi "draft 2" && fail "the final says it is a draft"

# ---- the form of another report ----

sed "s/$report draft/westmere-2013 draft/" late.csv >other.csv
cp $report/comments.csv kept.csv
for time in first second; do
    status 0 "the form of another report" "$GWASG" comments import --by "Other" --date 2012-06-06 $report other.csv
    [ "$(grep -c REPLY_OTHER err)" = 1 ] || fail "another report is not said once for the file"
    contains err 'it is about "westmere-2013"'
    is "the $time time, a comment on another report" "$(cell source Other)" unplaced
done
cp kept.csv $report/comments.csv
finish

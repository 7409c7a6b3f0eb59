#!/bin/sh
# records.sh -- what gets into comments.csv, sent/ and cy.xlf: text that has passed one
# gate.  What has not is refused where it was given, and the record stays as it is.
. "$ROOT/tests/program/lib.sh"
report=severnside-2012
copy_example $report
printf 'name,body,role,stage,language,embargo\nJoan Hale,Severnside YOS,manager,draft,en,\n' >$report/recipients.csv
status 0 "a draft" "$GWASG" build --stage draft --send --date 2012-05-14 --out o $report
status 0 "a comment" "$GWASG" comments add --ref "1.1 S(1)" --text "Mae'r tŷ a'r dŵr yn iawn" --by "Siân Ŵyn" --date 2012-05-23 $report
cp $report/comments.csv good.csv

# ---- options ----

latin=$(printf 'Si\342n') bell=$(printf 'a\007b') turned=$(printf 'a\342\200\256b') unseen=$(printf 'a\342\201\240b')
lines=$(printf 'a\nb') long=$(printf '%0301d' 1)
for text in "$latin" "$bell" "$turned" "$unseen" "$lines" "$long" " "; do
    status 2 "--by" "$GWASG" comments add --ref "1.1 S(1)" --text "x" --by "$text" --date 2012-05-23 $report
    contains err "gwasg: comments add: --by has "
done
for option in text evidence; do
    for text in "$latin" "$bell" "$turned" "$unseen"; do
        status 2 "--$option" "$GWASG" comments add --ref "1.1 S(1)" --text "x" --by "A" --$option "$text" --date 2012-05-23 $report
        contains err "gwasg: comments add: --$option has "
    done
done
status 2 "--area" "$GWASG" init sqs-2013 new --area "$latin"
contains err "init: --area has byte E2, which is not UTF-8"
status 2 "--area" "$GWASG" init sqs-2013 new --area " "
contains err "init: --area has nothing but blanks"
[ -e new ] && fail "a folder was made"
copy_example caerfedwen-2012
cp caerfedwen-2012/cy.xlf good.xlf
status 2 "accepted by" "$GWASG" translate accept --by "$latin" --date 2012-05-23 caerfedwen-2012 all
cmp -s good.csv $report/comments.csv && cmp -s good.xlf caerfedwen-2012/cy.xlf || fail "a record has changed"

# ---- names of files ----

printf 'Reference,Kind,Comment\n' >"$latin.csv"
status 1 "a reply's name" "$GWASG" comments import --date 2012-05-23 $report "$latin.csv"
contains err "its name has byte E2, which is not UTF-8; rename the file"
cp -r $report "$latin"
status 1 "a report's name" "$GWASG" build --stage draft --send --date 2012-05-14 --out o2 "$latin"
contains err "the name of this report has byte E2"
[ -e o2 ] && fail "copies of a report that cannot be recorded"

# ---- fields of a reply: what cannot be kept is said, and the rest is taken ----

python3 "$ROOT/tests/program/fill_tables.py" o/$report.draft1.form.en.csv soft.csv "1.1 S(2)" B "$(printf 'Thir\302\255ty-two')" "" || fail "no form"
python3 "$ROOT/tests/program/fill_tables.py" o/$report.draft1.form.en.docx soft.docx "1.1 S(3)" B "$(printf 'Four\302\255teen\356\200\200 \357\202\267 of them')" "" || fail "no form"
status 0 "a reply with soft hyphens" "$GWASG" comments import --by "A" --date 2012-05-23 $report soft.csv soft.docx
contains err "soft.csv:1:1: note: passed over in a reply: 1 character that cannot be kept, the first of them U+00AD SOFT HYPHEN"
contains err "soft.docx: note: passed over in a reply: 2 characters that cannot be kept, the first of them U+00AD SOFT HYPHEN"
contains $report/comments.csv "Thirty-two"
contains $report/comments.csv "Fourteen • of them"
cp good.csv $report/comments.csv

# ---- cells, and notes of a delivery ----

printf 'name,body,role,stage,language,embargo\nJo\302\255an,B,C,draft,en,\n' >$report/recipients.csv
status 1 "a name that is not seen whole" "$GWASG" build --stage draft --send --date 2012-05-14 --out o2 $report
contains err "recipients.csv:2:1"
contains err "U+00AD SOFT HYPHEN"
python3 - <<'P'
import re
s = open("good.xlf", encoding="utf-8").read()
s = re.sub(r"</target>", "</target>\n        <note from=\"translator\">x&#xAD;y</note>", s, count=1)
open("delivered.xlf", "w", encoding="utf-8").write(s)
P
status 1 "a note that is not seen whole" "$GWASG" translate import caerfedwen-2012 delivered.xlf
contains err "delivered.xlf:"
contains err "a note has U+00AD SOFT HYPHEN; take it out"
grep -q 'x.*y</note>' caerfedwen-2012/cy.xlf && fail "the note was kept"

# ---- what is no formula, and does nothing to a terminal ----

status 0 "words that look like a formula" "$GWASG" comments add --ref "1.1 S(1)" --text "=HYPERLINK(1)" --by "-A" --date 2012-05-23 $report
contains $report/comments.csv "'=HYPERLINK(1),,'-A,"
status 0 "the same again" "$GWASG" comments add --ref "1.1 S(1)" --text "=HYPERLINK(1)" --by "-A" --date 2012-05-23 $report
contains out "0 new, 1 known already"
printf 'name,body,role,stage,language,embargo\n@Joan,=B,C,draft,en,\n' >$report/recipients.csv
status 0 "names that look like one" "$GWASG" build --stage draft --send --date 2012-05-24 --out o4 $report
contains $report/sent/drafts.csv ",'@Joan,'=B,"
status 4 "they are known again" "$GWASG" build --stage draft --send --date 2012-05-24 --out o4 $report
status 2 "no folder" "$GWASG" build --out "" $report
escape=$(printf 'x\033[2Jy')
"$GWASG" build "$escape" 2>err
"$GWASG" build --"$escape" $report 2>>err
"$GWASG" "$escape" 2>>err
"$GWASG" build --stage "$escape" $report 2>>err
grep -q "$(printf '\033')" err && fail "what was typed reaches the terminal as it is"
mkdir "$latin.d"
"$GWASG" build --diagnostics json "$latin.d" 2>err
python3 -c 'import json; json.loads(open("err", encoding="utf-8").read())' || fail "JSON is not UTF-8"

# ---- one at a time ----

hold() { # SECONDS: as a process that works on the report
    python3 -c "
import fcntl, sys, time
f = open('$report/.gwasg.lock', 'w')
fcntl.flock(f, fcntl.LOCK_EX)
f.write('translate import by ann\033[2J'); f.flush()
open('held', 'w'); time.sleep($1)" &
    while [ ! -e held ]; do sleep 0.02; done
    rm held
}
cp good.csv $report/comments.csv
hold 20
holder=$!
for command in "comments add --ref 1.1 --text x --by A --date 2012-05-24 $report" "comments import $report good.csv" \
    "translate accept --by A --date 2012-05-24 $report all" "translate import $report good.xlf" "translate export $report" \
    "build --stage draft --send --date 2012-05-24 --out o2 $report"; do
    GWASG_WAIT=0 status 4 "$command, of one that is locked" "$GWASG" $command
    contains err "[REPORT_LOCKED]"
    grep -q "$(printf '\033')" err && fail "$command: what another wrote reaches the terminal"
done
cmp -s good.csv $report/comments.csv || fail "a record was changed under a lock"
status 0 "who only reads" "$GWASG" scores $report
kill $holder
hold 0.5
status 0 "one that waits" "$GWASG" comments add --ref "1.1 S(1)" --text "late" --by "B" --date 2012-05-24 $report
contains err "waiting for another process"
contains $report/comments.csv late
[ -e $report/.gwasg.lock ] && fail "the lock stays"

# ---- what is there and cannot be looked at ----

cp $report/comments.csv kept.csv
mv $report/comments.csv elsewhere.csv
ln -s ../elsewhere.csv $report/comments.csv
status 1 "comments.csv is a link" "$GWASG" comments add --ref "1.1 S(1)" --text "y" --by "B" --date 2012-05-24 $report
contains err "it is a link to another place"
rm $report/comments.csv
ln -s nowhere $report/comments.csv
status 1 "comments.csv is a link to nothing" "$GWASG" comments add --ref "1.1 S(1)" --text "y" --by "B" --date 2012-05-24 $report
contains err "it is a link to nothing"
rm $report/comments.csv
mkdir $report/comments.csv
status 1 "comments.csv is a folder" "$GWASG" comments add --ref "1.1 S(1)" --text "y" --by "B" --date 2012-05-24 $report
rmdir $report/comments.csv
mkfifo $report/comments.csv
status 1 "comments.csv is a pipe" timeout 5 "$GWASG" comments add --ref "1.1 S(1)" --text "y" --by "B" --date 2012-05-24 $report
contains err "no plain file but a device or a pipe"
rm $report/comments.csv
mv $report/sent sent.kept
echo "no folder" >$report/sent
status 1 "sent is a file" "$GWASG" build --stage draft --send --date 2012-05-24 --out o3 $report
contains err "Not a directory"
[ -e o3 ] && fail "copies that nothing records"
rm $report/sent
mkdir away && ln -s ../away $report/sent
status 1 "sent is a link to another place" "$GWASG" build --stage draft --send --date 2012-05-24 --out o3 $report
contains err "it is a link to another place; make it a folder of the report"
[ -n "$(ls away)" ] && fail "something was written where a link leads"
rm $report/sent && mv sent.kept $report/sent && cp kept.csv $report/comments.csv
mkdir o3 && ln -s nowhere o3/$report.proof.en.pdf
status 4 "a link to nothing in the place of a file" "$GWASG" build --out o3 $report
contains err "it is a link that leads to nothing"
[ -L o3/$report.proof.en.pdf ] || fail "the link was replaced"
status 1 "a pipe for a reply" timeout 5 sh -c "\"$GWASG\" comments import $report /dev/stdin </dev/null"

# ---- a text is no table ----

cp $report/inspection.yaml kept.yaml
sed -i 's/^foreword:.*/foreword: {file: answers.csv}/' $report/inspection.yaml
status 1 "rows about children for a foreword" "$GWASG" check $report
contains err "\"answers.csv\"; a text stands in a file .md or .txt"
cp kept.yaml $report/inspection.yaml

# ---- what is read back is never guessed ----

printf 'x\351' >>$report/comments.csv
cp $report/comments.csv stray.csv
status 1 "a stray byte in comments.csv" "$GWASG" comments add --ref "1.1 S(1)" --text "x" --by "A" --date 2012-05-24 $report
contains err "not UTF-8 text: byte E9"
cmp -s stray.csv $report/comments.csv || fail "guessed, and written again"
finish

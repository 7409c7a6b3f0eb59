#!/bin/sh
# A Welsh draft quotes its blocks in Welsh, its forms have the English beside it, and a
# comment finds its block by either, by both, and however they are punctuated; so it does
# by the map of a draft that was sent before maps had labels.  The pages that a text names
# have their numbers in the forms, and a number that moves is no change of the text.
. "$ROOT/tests/program/lib.sh"
copy_example caerfedwen-2012
cat >caerfedwen-2012/recipients.csv <<'TEXT'
name,body,role,stage,language,embargo
Joan Hale,Caerfedwen Youth Offending Team,head of service,draft,both,
TEXT
status 0 "a draft is sent" "$GWASG" build --stage draft --send --date 2012-05-14 --out o caerfedwen-2012
form=o/caerfedwen-2012.draft1.form
map=caerfedwen-2012/sent/draft1
contains $form.cy.csv "1.1 C(1) [1.1 S(1)],"
contains $form.cy.csv "Atod 5 p1 [App 5 p1],"
contains $form.en.csv "1.1 S(1),"
for form in $form.cy $form.en; do
    unzip -p "$form.docx" word/document.xml >document.xml
    ! grep -E '(tudalen|page) *[ )]\)' "$form.csv" document.xml || fail "$form: a page without its number"
done
pdftotext -layout o/caerfedwen-2012.draft1.joan-hale.cy.pdf all.txt
grep -q '^ *1\.1 C(1) ' all.txt || fail "no Welsh reference in the margin"
n=$(grep -o 'Mae Atodiad 5 (tudalen [0-9]*)' all.txt)
contains o/caerfedwen-2012.draft1.form.cy.csv "$n"
"$GWASG" comments form --date 2012-05-14 --out again caerfedwen-2012 >/dev/null 2>&1
for ending in cy.csv cy.docx en.csv en.docx; do
    cmp -s "o/caerfedwen-2012.draft1.form.$ending" "again/caerfedwen-2012.draft1.form.$ending" ||
        fail "the form $ending is not the same again"
done

# found REFERENCE...: each by itself leads to the block that is 1.1 A(1) in English.
found() {
    for ref in "$@"; do
        rm -f caerfedwen-2012/comments.csv
        status 0 "$ref" "$GWASG" comments add --ref "$ref" --kind A --text "Na" --by E --date 2012-05-20 caerfedwen-2012
        contains caerfedwen-2012/comments.csv "1.1 A(1)"
    done
}
found "1.1 A(1)" "1.1 G(1)" "1.1 G(1) [1.1 A(1)]" "1.1g1" "1.1 a 1"
rm caerfedwen-2012/comments.csv

# The table as it came, a word behind one row; its text, with the page's number, is ours.
/usr/bin/python3 - o/caerfedwen-2012.draft1.form.cy.csv back.csv <<'PYTHON'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig")))
for row in rows:
    if row[0].startswith("Darllen p1 "):
        row[1], row[3] = "A", "Geiriad"
csv.writer(open(sys.argv[2], "w", encoding="utf-8-sig", newline="")).writerows(rows)
PYTHON
status 0 "the table comes back" "$GWASG" comments import --by E --date 2012-05-30 caerfedwen-2012 back.csv
contains out "1 new, 0 known already, 0 without a place"
contains caerfedwen-2012/comments.csv "Read p1"
contains caerfedwen-2012/comments.csv "$n"

# Accepted, and nothing came of it: that the page is known by its number is no change.
/usr/bin/python3 - caerfedwen-2012/comments.csv <<'PYTHON'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig")))
rows[1][rows[0].index("decision")] = "accepted"
rows[1][rows[0].index("reason")] = "Right."
csv.writer(open(sys.argv[1], "w", encoding="utf-8-sig", newline="")).writerows(rows)
PYTHON
"$GWASG" check caerfedwen-2012 >out 2>&1
contains out "[COMMENT_UNCHANGED]"

# The reply in Welsh quotes it as the form did.
status 0 "the reply" "$GWASG" comments letter --date 2012-06-01 --lang cy --out o caerfedwen-2012
pdftotext -layout o/caerfedwen-2012.reply.cy.pdf all.txt
contains all.txt "Darllen p1"
contains all.txt "[Read p1]"

# Maps of before: without two columns, and with nothing where a page is named.
rm caerfedwen-2012/comments.csv
/usr/bin/python3 - $map.cy.csv $map.en.csv <<'PYTHON'
import csv, sys
for path in sys.argv[1:]:
    rows = [row[:6] + row[8:] for row in csv.reader(open(path, encoding="utf-8"))]
    text = rows[0].index("text")
    for row in rows:
        row[text] = row[text].replace("\u2007", "")
    csv.writer(open(path, "w", encoding="utf-8", newline="")).writerows(rows)
PYTHON
found "1.1 A(1)" "1.1a1"
finish

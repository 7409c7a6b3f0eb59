#!/bin/sh
# A draft goes out in both languages; its form comes back filled in by two programs, as Excel
# saves the table and as Word does.  Every comment is at its block, with every character.
# The copies are PDF/UA-2 (those of round.sh PDF/UA-1) and hold their table.
. "$ROOT/tests/program/lib.sh"
here=$ROOT/tests/program
copy_example caerfedwen-2012
cat >caerfedwen-2012/recipients.csv <<'TEXT'
name,body,role,stage,language,embargo
Joan Hale,Caerfedwen Youth Offending Team,head of service,draft,both,
TEXT
status 0 "a draft is sent" "$GWASG" build --stage draft --pdf ua2 --send --date 2012-05-14 --out o caerfedwen-2012
draft=o/caerfedwen-2012.draft1
form=$draft.form

pdfdetach -list $draft.joan-hale.cy.pdf >out
contains out "caerfedwen-2012.draft1.form.cy.csv"

# expect REFERENCE KIND CORRECTION: a comment that must come back.
: >wanted
expect() { printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>wanted; }
reply() { # FILE
    status 0 "import of $1" "$GWASG" comments import --by "Ed Itor" --date 2012-05-30 caerfedwen-2012 "$1"
}

echo '{"who": "Siân Llŷr", "c03.ref": "1.1 S(1)", "c03.kind": "B", "c03.correction": "Tŵr Llŷn ŵ ŷ é — “quotes”",
 "c05.ref": "1.1 A(2)", "c05.ours": "Typed where our text was asked for"}' >values
/usr/bin/python3 "$here/fill_pikepdf.py" $draft.joan-hale.en.pdf one.pdf values || fail "pikepdf cannot fill in the form"
expect "1.1 S(1)" B "Tŵr Llŷn ŵ ŷ é — “quotes”"
expect "1.1 A(2)" "" "Typed where our text was asked for"
reply one.pdf
if command -v mutool >/dev/null; then
    cat >values <<'TEXT'
{"Sylw 1: Cyfeirnod": "1.1 A(1)", "Sylw 1: Math o sylw: A: geiriad neu rif": true,
 "Sylw 1: Eich cywiriad": "Mae’r ffigur yn anghywir: ŵ, Ŷ a 50%"}
TEXT
    mutool run "$here/fill_mutool.js" $draft.joan-hale.cy.pdf two.pdf values || fail "mutool cannot fill in the form"
    expect "1.1 A(1)" A "Mae’r ffigur yn anghywir: ŵ, Ŷ a 50%"
    reply two.pdf
else
    skipped "mutool (mupdf-tools) is missing; no form was filled in with it"
fi
said='They said "£5" – Siân; not 50%'
python3 "$here/fill_tables.py" $form.en.csv excel.csv "1.2 S(1)" a "$said" "page 2; line 3" || fail "the CSV cannot be filled in"
expect "1.2 S(1)" A "$said"
reply excel.csv
python3 "$here/fill_tables.py" $form.cy.docx word.docx "1.2 G(1) [1.2 A(1)]" C 'Tŵr “Llŷn” — <ŷ> & co' Cofnodion || fail "the Word table cannot be filled in"
expect "1.2 A(1)" C 'Tŵr “Llŷn” — <ŷ> & co'
reply word.docx

python3 - <<'TEXT' || fail "not every comment came back"
import csv

read = lambda path: list(csv.DictReader(open(path, encoding="utf-8-sig", newline="")))
uids = {row["reference"]: row["uid"] for row in read("caerfedwen-2012/sent/draft1.en.csv")}
found = sorted((row["reference"], row["kind"], row["comment"]) for row in read("caerfedwen-2012/comments.csv"))
wanted = sorted(tuple(line.rstrip("\n").split("\t")) for line in open("wanted", encoding="utf-8"))
assert found == wanted, f"{found}, not {wanted}"
for row in read("caerfedwen-2012/comments.csv"):
    assert row["uid"] == uids[row["reference"]], row
TEXT

# Made again when the report has changed, the tables are those of the draft that was sent.
sed -i 's/ young people / young persons /' caerfedwen-2012/inspection.yaml
status 0 "the form again" "$GWASG" comments form --out again caerfedwen-2012
for language in en cy; do
    for ending in csv docx; do
        cmp -s $form.$language.$ending again/${form#o/}.$language.$ending || fail "the form $language.$ending is another"
    done
done

# The form as it was sent holds no comment; a reply that is read again holds none that is new.
cp caerfedwen-2012/comments.csv before.csv
for file in $form.en.csv $form.cy.docx excel.csv word.docx; do
    "$GWASG" comments import --by "Ed Itor" --date 2012-05-31 caerfedwen-2012 "$file" >out 2>&1
    cmp -s before.csv caerfedwen-2012/comments.csv || fail "$file changed comments.csv"
done
finish

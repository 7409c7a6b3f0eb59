#!/bin/sh
# The inspected team marks the draft that it got: its notes come back as comments, each at
# the block and with the words that it lies on, whichever program has written them.
. "$ROOT/tests/program/lib.sh"
here=$ROOT/tests/program
report=caerfedwen-2012
copy_example $report
printf 'name,body,role,stage,language,embargo\nJoan Hale,Caerfedwen,head,draft,both,\n' >$report/recipients.csv
status 0 "a draft is sent" "$GWASG" build --stage draft --send --date 2012-05-14 --out o $report
draft=o/$report.draft1.joan-hale
[ -f $report/sent/draft1.cy.pages.csv ] || fail "the places of the Welsh draft are not kept"

# annotated OUT LANGUAGE STYLE: with the notes of the standard input.
annotated() {
    cat >notes.json
    /usr/bin/python3 -B "$here/annotate.py" "$draft.$2.pdf" "$1" notes.json "$3" || fail "$1 cannot be annotated"
}
import() { # FILE...
    status 0 "import of $*" "$GWASG" comments import --diagnostics short --date 2012-06-01 $report "$@"
}
# comments: what stands in comments.csv, a line each.
comments() {
    python3 - <<'TEXT'
import csv
with open("caerfedwen-2012/comments.csv", encoding="utf-8-sig", newline="") as f:
    rows = list(csv.DictReader(f))
refs = {r["id"]: r["reference"] for r in rows}
for r in rows:
    assert r["uid"] or r["source"] == "unplaced", r
    print(" | ".join([r["reference"] or "-", r.get("near", "") or "on", r["comment"].replace("\n", " / "), r["author"], r["date"]]
                     + ([r["evidence"].replace("\n", " / ")] if r["evidence"] else [])
                     + (["answers " + refs[r["answers"]]] if r.get("answers") else [])))
TEXT
}
# is NAME: the comments are those of the standard input.
is() {
    cat >want
    comments >got
    diff -u want got >difference || { fail "$1"; cat difference; }
}
again() { # FILE: a second time nothing is new
    cp $report/comments.csv before.csv
    import "$1"
    cmp -s before.csv $report/comments.csv || fail "$1 is taken twice"
    contains out "0 new"
}

# ---- one word, a note and its answers, by the ways of four programs ----

for style in acrobat okular preview pdfjs; do
    rm -f $report/comments.csv
    annotated $style.pdf en $style <<'TEXT'
[{"page": "called for.", "kind": "Highlight", "on": "called", "text": "asked", "by": "Siân Llŷr", "id": "a"},
 {"page": "called for.", "kind": "Text", "on": "called", "to": "a", "text": "No, it stays", "by": "Tom Hill", "date": "20120524090000Z"},
 {"page": "called for.", "kind": "Text", "on": "called", "to": "a", "text": "Why?", "by": "Ann Rees", "date": "20120523090000Z"},
 {"page": "called for.", "kind": "Text", "on": "called", "to": "a", "state": "Accepted", "by": "Ann Rees", "date": "20120523100000Z"},
 {"page": "called for.", "kind": "Text", "on": "called", "to": "a", "state": "Rejected", "by": "Ann Rees", "date": "20120524100000Z"}]
TEXT
    import $style.pdf
    is "the notes of $style" <<'TEXT'
Read p1 | on | *called* → asked | Siân Llŷr | 2012-05-22 | Rejected: Ann Rees, 2012-05-24
Read p1 | on | Why? | Ann Rees | 2012-05-23 | answers Read p1
Read p1 | on | No, it stays | Tom Hill | 2012-05-24 | answers Read p1
TEXT
    again $style.pdf
done
# ---- of all kinds, at blocks of all kinds, in both languages ----

rm -f $report/comments.csv
annotated all.pdf en acrobat <<'TEXT'
[{"kind": "Highlight", "on": "effectively in 14 of the 34 relevant", "text": "it was 15", "by": "A"},
 {"kind": "Underline", "on": "tested it and followed", "text": "by whom?", "by": "B"},
 {"kind": "Squiggly", "page": "reasons for the offending", "on": "look for.", "by": "B"},
 {"kind": "Caret", "on": "the police,", "text": "and the court", "by": "C"},
 {"kind": "StrikeOut", "on": "stopped there.", "text": "unfair", "by": "C"},
 {"kind": "StrikeOut", "page": "stopped there.", "on": "four did", "by": "D"},
 {"kind": "Caret", "page": "stopped there.", "on": "four did", "text": "five did", "by": "D"},
 {"kind": "Caret", "on": "school or college,", "text": "college", "by": "E", "id": "e"},
 {"kind": "StrikeOut", "on": "school or college,", "by": "E", "to": "e", "how": "Group"},
 {"kind": "Text", "page": "Areas inspected so", "on": "Safeguarding", "text": "which year?", "by": "F"},
 {"kind": "FreeText", "page": "Areas inspected so", "on": "Safeguarding", "rect": [200, 30, 320, 70], "tip": [60, 8], "text": "Typed", "by": "F"},
 {"kind": "FreeText", "on": "patient and humane", "rect": [480, 0, 510, 12], "text": "In the margin", "by": "F"},
 {"kind": "Square", "on": "hold both of those facts", "text": "Boxed", "by": "G"},
 {"kind": "Ink", "on": "patient and humane", "by": "G"},
 {"kind": "Stamp", "page": "patient and humane", "on": "before.", "rect": [-5, -3, 50, 20], "by": "G", "raw": "/Name/Approved"},
 {"kind": "Text", "page": "patient and humane", "rect": [300, 822, 318, 838], "text": "Under all", "by": "H"},
 {"kind": "Highlight", "page": "Areas inspected so", "on": "92%", "rich": "<body><p>It was <b>90&#37;</b></p><p>now</p></body>", "by": "H"},
 {"kind": "Highlight", "page": "patient and humane", "on": "the", "nth": 1, "text": "twice", "by": "I"},
 {"kind": "Highlight", "page": "patient and humane", "on": "the", "nth": 2, "text": "twice", "by": "I"},
 {"kind": "StrikeOut", "page": "patient and humane", "rect": [1, 1, 2, 2], "by": "I"},
 {"kind": "Popup", "page": "patient and humane", "rect": [0, 0, 9, 9], "text": "none", "by": "I"},
 {"kind": "Text", "page": -1, "rect": [300, 300, 318, 318], "text": "On the form", "by": "J"}]
TEXT
import all.pdf
last=$(pdfinfo all.pdf | sed -n 's/^Pages: *//p')
contains err "page $last: \"On the form\" stands beside no block"
sed "s/LAST/$last/" >all.want <<'TEXT'
Fwd | near | to be taken out | I | 2012-05-22
Fwd p1 | on | *hold both of those facts* → Boxed | G | 2012-05-22
Fwd p1 | on | *the* → twice | I | 2012-05-22
Fwd p1 | on | *the* → twice | I | 2012-05-22
Fwd p2 | near | In the margin | F | 2012-05-22
Fwd p2 | on | *patient and humane* → something is drawn here, without a note | G | 2012-05-22
Fwd p2 | on | *before.* → stamped "Approved" | G | 2012-05-22
Table 1 r1 | on | at *Safeguarding* → which year? | F | 2012-05-22
Table 1 r1 | on | at *Safeguarding* → Typed | F | 2012-05-22
Table 1 r1 | on | *92%* → It was 90% / now | H | 2012-05-22
Table 1 r3 | near | Under all | H | 2012-05-22
1.1 A(2) | on | *stopped there.* → to be taken out: unfair | C | 2012-05-22
1.1 A(3) | on | *four did* → five did | D | 2012-05-22
1.1 A(5) | on | *effectively in 14 of the 34 relevant* → it was 15 | A | 2012-05-22
1.1 n1 | on | *tested it and followed* → by whom? | B | 2012-05-22
1.2 box1 | on | *look for.* → marked, without a note | B | 2012-05-22
1.2 S(2) p2 | on | behind *police,* → to be put in: and the court | C | 2012-05-22
1.2 S(2) p3 | on | *school or college,* → college | E | 2012-05-22
- | on | On the form | J | 2012-05-22 | page LAST
TEXT
is "the notes of all kinds" <all.want
again all.pdf

# ---- what is done to pages ----

rm -f $report/comments.csv
annotated few.pdf cy okular <<'TEXT'
[{"kind": "Highlight", "on": "Rhoddodd pawb", "text": "ŵ", "by": "Siân"},
 {"kind": "Underline", "on": "yr heddlu,", "text": "pwy?", "by": "Siân"}]
TEXT
import few.pdf
comments >few
wanted() { is "$1" <few; }
# spoilt OUT CODE: few.pdf changed, `p` being its pages.
spoilt() {
    /usr/bin/python3 -c "import sys, pikepdf
pdf = pikepdf.open('few.pdf')
p = pdf.pages
$2
pdf.save('$1')" || fail "$1 cannot be made"
}
spoilt turned.pdf 'for k, page in enumerate(p): page.Rotate = 90 * (k % 4); page.CropBox = [30, 40, 560, 800]; page.UserUnit = 2'
again turned.pdf
qpdf --flatten-rotation turned.pdf flat.pdf || fail "qpdf cannot turn pages"
again flat.pdf
spoilt other.pdf 'p.reverse(); pdf.add_blank_page(); p.insert(2, p[-1])'
again other.pdf
contains err "they stand in another order, or others are among them"
spoilt alone.pdf 'del pdf.Root.AcroForm, pdf.Root.StructTreeRoot
for page in p: del page.StructParents'
again alone.pdf
rm $report/comments.csv
import alone.pdf
wanted "a file without form and structure"
spoilt printed.pdf 'for page in p:
    page.Contents = pdf.make_stream(b"q 1 0 0 1 0 0 cm 0 0 9 9 re f Q")
    del page.StructParents'
rm $report/comments.csv
import printed.pdf
contains err "they were made anew, as by printing to PDF"
sed 's/ | on | / | near | /' few >near
is "a file that was printed" <near
spoilt drawn.pdf 'del pdf.Root.AcroForm
for k in (4, 12): p[k].contents_add(b"q 9 9 9 9 re f Q")
for page in p:
    if "/Annots" in page: del page.Annots'
status 1 "a file that was flattened" "$GWASG" comments import --diagnostics short $report drawn.pdf
contains err "its form and notes were flattened"
contains err "look at page 5 and 13"

# ---- with the form, and once more with more ----

rm -f $report/comments.csv
echo '{"who": "Joan Hale", "c01.ref": "1.1 S(1)", "c01.kind": "B", "c01.correction": "In the form"}' >values
/usr/bin/python3 "$here/fill_pikepdf.py" $draft.en.pdf form.pdf values || fail "the form cannot be filled in"
cp $draft.en.pdf clean.pdf
cp form.pdf $draft.en.pdf
annotated both.pdf en acrobat <<'TEXT'
[{"kind": "Highlight", "on": "the police,", "text": "which?", "by": "A", "id": "a"}]
TEXT
annotated more.pdf en acrobat <<'TEXT'
[{"kind": "Highlight", "on": "the police,", "text": "which?", "by": "A", "id": "a"},
 {"kind": "Text", "on": "the police,", "text": "Dyfed-Powys", "by": "B", "to": "a", "date": "20120602"},
 {"page": "the police,", "kind": "Highlight", "on": "victims", "text": "whose?", "by": "A"}]
TEXT
cp clean.pdf $draft.en.pdf
import both.pdf
contains out "2 new"
import more.pdf
contains out "2 new, 2 known already"
is "a form and notes" <<'TEXT'
1.1 S(1) | on | In the form | Joan Hale | 2012-06-01
1.1 A(4) | on | *victims* → whose? | A | 2012-05-22
1.2 S(2) p2 | on | *the police,* → which? | A | 2012-05-22
1.2 S(2) p2 | on | Dyfed-Powys | B | 2012-06-02 | answers 1.2 S(2) p2
TEXT
again both.pdf
again more.pdf

# ---- by another program ----

if command -v mutool >/dev/null; then
    cat >mark.js <<'TEXT'
var pdf = new PDFDocument(scriptArgs[0]), page, quads = [];
for (var i = 0; quads.length == 0; i++) {
    page = pdf.loadPage(i);
    quads = page.search("school or college").map(function (q) { return q[0][0] !== undefined ? q[0] : q; });
}
var note = page.createAnnotation("Highlight");
note.setQuadPoints(quads);
note.setContents("which?");
note.setAuthor("Mu");
note.update();
pdf.save(scriptArgs[1], "");
TEXT
    rm $report/comments.csv
    mutool run mark.js $draft.en.pdf mu.pdf || fail "mutool cannot mark a page"
    import mu.pdf
    is "the note of mutool" <<'TEXT'
1.2 S(2) p3 | on | *school or college,* → which? | Mu | 2012-06-01
TEXT
else
    skipped "mutool (mupdf-tools) is missing; no page was marked with it"
fi

# ---- a draft that was sent before places were kept; and one whose places are another's ----

rm -f $report/comments.csv
cp -r $report/sent kept
rm $report/sent/*.pages.csv
import few.pdf
contains err "was not kept when it was sent"
[ "$(comments | grep -c '^- ')" = 2 ] || fail "notes on an old draft are lost"
cp kept/* $report/sent
sed -i '2,$s/,[^,]*$/,bbbbbbb\r/' $report/sent/draft1.cy.pages.csv
rm -f $report/comments.csv
status 4 "the places of another text" "$GWASG" comments import --diagnostics short $report few.pdf
contains err "it has the places of a text with the hash bbbbbbb"
grep -q REPLY_PAGES err && fail "something is said of pages whose places are not known"
[ -e $report/comments.csv ] && fail "comments were taken with wrong places"
cp kept/* $report/sent

# ---- beside the Word form's table; an e-mail; rows that stop early ----

python3 "$here/remark_docx.py" o/$report.draft1.form.en.docx remarks.docx "Fwd p2" patient || fail "the Word form cannot be written on"
rm -f $report/comments.csv
status 0 "remarks in Word" "$GWASG" comments import --by Joan --date 2012-06-01 $report remarks.docx
is "the remarks in Word" <<'TEXT'
Fwd p2 | on | *patient* → should be eight | Ann Rees | 2012-05-23
Fwd p2 | on | was ≥ 8, not ≤ 9 | Joan | 2012-06-01
- | on | My own / table | Joan | 2012-06-01
- | on | Thank you for this. / The team has moved since. | Joan | 2012-06-01
- | on | A footnote of ours | Joan | 2012-06-01
- | on | A comment on nothing | Tom Hill | 2012-06-01
TEXT
cat >quoted.eml <<'TEXT'
From: =?utf-8?Q?Si=C3=A2n_Ll=C5=B7r?= <sian@example.org>
Date: Tue, 22 May 2012 10:15:00 +0100
Subject: =?windows-1252?Q?The_draft_=96_ours?=
Content-Type: multipart/mixed; boundary=xyz

--xyz
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

It was =E2=80=9Ceight=E2=80=9D, in T=C5=B7 Gw=
yn.
> What do you say?
--xyz
Content-Type: application/pdf; name="list.pdf"
Content-Disposition: attachment; filename*=utf-8''rhestr%20%C5%B5.pdf

x
--xyz--
TEXT
printf 'From: tom@example.org\nDate: 3 Jun 2012 09:00:00 GMT\nSubject: x\nContent-Type: text/plain; charset=windows-1252\n\nCaf\351 \226 \223nine\224\n' >windows.eml
printf 'MIME-Version: 1.0\nFrom: "Rees, Ann" <ann@example.org>\nDate: Mon, 4 Jun 2012 09:00:00 GMT\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n%s\n' "$(printf '<style>p {}</style><p>It&nbsp;was <b>t\305\267</b></p><p>Yes &ndash; yes</p>' | base64)" >html.eml
rm $report/comments.csv
import quoted.eml windows.eml html.eml
contains err '1 line quoted from a mail before'
contains err 'what is attached, "rhestr ŵ.pdf"'
is "the e-mails" <<'TEXT'
- | on | It was tŷ / Yes – yes | Rees, Ann | 2012-06-04 | e-mail
- | on | It was “eight”, in Tŷ Gwyn. | Siân Llŷr | 2012-05-22 | e-mail "The draft – ours"
- | on | Café – “nine” | tom@example.org | 2012-06-03 | e-mail "x"
TEXT
again quoted.eml
printf 'Reference,Kind of comment,Our text,Your correction,Evidence,Draft\r\nFwd p2,B,,Eight\r\nFwd p3,B,,Nine\r\n' >short.csv
rm $report/comments.csv
import short.csv
contains err "short.csv:2:1: note: passed over: the missing end of 2 rows, as if its cells were empty"
contains out "2 new"
printf 'name,body,role,stage,language,embargo\nJoan Hale,Caerfedwen,head,draft,both\nTom Hill,,,draft,en\n' >$report/recipients.csv
status 0 "recipients whose rows stop early" "$GWASG" build --stage draft --send --date 2012-05-14 --out o $report
contains err "the missing end of 2 rows"
[ -f o/$report.draft1.tom-hill.en.pdf ] || fail "nothing was sent to whom the row stops early"
finish

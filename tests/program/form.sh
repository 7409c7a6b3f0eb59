#!/bin/sh
# The response form at the end of a draft: its fields are there for everybody, and what two
# programs write into them is read back letter by letter.  The second one (mutool) may be
# missing; that is said.
. "$ROOT/tests/program/lib.sh"
here=$ROOT/tests/program
status 0 "a draft" "$GWASG" build --stage draft --date 2012-05-14 --lang en --out o "$ROOT/examples/severnside-2012"
pdf=o/severnside-2012.draft1.en.pdf
[ -f "$pdf" ] || { fail "no draft"; finish; }
# The same form as two tables: beside the draft, and by a command of their own, alike.
form=severnside-2012.draft1.form.en
python3 "$here/form_tables.py" o/$form.csv o/$form.docx >tables.out 2>&1 || { fail "the tables differ"; tail -n 1 tables.out >&2; }
contains tables.out " rows of severnside-2012 draft 1 "
status 0 "a form alone" env TZ=Asia/Tokyo "$GWASG" comments form --date 2012-05-14 --lang en --out again "$ROOT/examples/severnside-2012"
for ending in csv docx; do
    cmp -s o/$form.$ending again/$form.$ending || fail "$form.$ending is not the same again"
done
status 1 "a report without a form" "$GWASG" comments form --out none "$ROOT/examples/none"
[ ! -e none ] || fail "a form of nothing"

read_form() { /usr/bin/python3 "$here/form_values.py" "$@" >read.out 2>read.err || { fail "$1 cannot be read"; tail -n 1 read.err >&2; }; }

read_form "$pdf"
contains read.out "gwasg.report=severnside-2012"
contains read.out "gwasg.draft=1"
contains read.out "gwasg.hash="
[ "$(wc -l <read.out)" = 3 ] || fail "an empty form holds more than which draft it is of"

# What the inspectorate answers is not the reader's to fill in; all else is.
read_form "$pdf" fixed
{ printf 'gwasg.%s\n' draft hash report; seq -f 'c%02.0f.decision' 11; seq -f 'c%02.0f.reason' 11; } | sort >fixed
sort read.out | cmp -s - fixed || fail "other fields are fixed than our own: $(tr '\n' ' ' <read.out)"

cat >values <<'TEXT'
{"who": "Siân Llŷr, Rheolwr", "c01.ref": "1.1 S(3)", "c01.kind": "A",
 "c01.ours": "Tŵr Llŷn ŵ ŷ é — “quotes” (\\)", "c11.correction": "Ŵ Ŷ ẁ €", "c11.decision": "not-accepted"}
TEXT
/usr/bin/python3 "$here/fill_pikepdf.py" "$pdf" one.pdf values || fail "pikepdf cannot fill in the form"
read_form one.pdf
for line in "who=Siân Llŷr, Rheolwr" "c01.ref=1.1 S(3)" "c01.kind=/A" 'c01.ours=Tŵr Llŷn ŵ ŷ é — “quotes” (\)' \
    "c11.correction=Ŵ Ŷ ẁ €" "c11.decision=/not-accepted"; do
    contains read.out "$line"
done

if command -v mutool >/dev/null; then
    cat >values <<'TEXT'
{"Name and post": "Siân Llŷr", "Comment 2: Reference": "T1 p2", "Comment 2: Kind of comment: B: wrong fact": true,
 "Comment 2: Our text": "Tŵr Llŷn ŵ ŷ é — “quotes”", "Comment 2: Inspectorate’s decision: Accepted in part": true}
TEXT
    mutool run "$here/fill_mutool.js" "$pdf" two.pdf values || fail "mutool cannot fill in the form"
    read_form two.pdf
    for line in "who=Siân Llŷr" "c02.ref=T1 p2" "c02.kind=/B" "c02.ours=Tŵr Llŷn ŵ ŷ é — “quotes”" "c02.decision=/part"; do
        contains read.out "$line"
    done
else
    skipped "mutool (mupdf-tools) is missing; one program filled in the form"
fi

# A Welsh form is called so in Welsh.
status 0 "a Welsh draft" "$GWASG" build --stage draft --date 2012-05-14 --lang cy --out o "$ROOT/examples/caerfedwen-2012"
welsh=o/caerfedwen-2012.draft1.cy.pdf
read_form "$welsh"
contains read.out "gwasg.draft=1"
if command -v mutool >/dev/null; then
    echo '{"Sylw 1: Cyfeirnod": "1.1 S(3)", "Sylw 1: Ein testun": "ŵ"}' >values
    mutool run "$here/fill_mutool.js" "$welsh" three.pdf values || fail "mutool cannot fill in the Welsh form"
    read_form three.pdf
    contains read.out "c01.ours=ŵ"
fi

claims "$pdf" "$welsh"
read_back "$welsh" --stage draft --date 2012-05-14 --lang cy "$ROOT/examples/caerfedwen-2012"
finish

#!/bin/sh
# --to text: every example in both languages says as text what its PDF says, line by line, in
# lines of 72 columns; which copies stay PDFs.
. "$ROOT/tests/program/lib.sh"

says() { python3 -B "$ROOT/tests/program/text.py" "$GWASG" "$@" || fail "$*: the text says something else"; }

for report in "$ROOT"/examples/*/; do
    says "$report" en report
    [ ! -f "$report/cy.xlf" ] || says "$report" cy report
done
says "$ROOT/examples/severnside-2012" en press

example="$ROOT/examples/porthelyrch-2013"
status 0 "both formats" "$GWASG" build --to text,pdf --stage final --lang en --out both "$example"
status 0 "the PDF alone" "$GWASG" build --stage final --lang en --out one "$example"
status 0 "text alone" "$GWASG" build --to text --stage final --document report --out plain "$example"
cmp both/porthelyrch-2013.en.pdf one/porthelyrch-2013.en.pdf || fail "another PDF beside text"
cmp both/porthelyrch-2013.en.txt plain/porthelyrch-2013.en.txt || fail "another text beside a PDF"
[ "$(ls plain | tr '\n' ' ')" = "porthelyrch-2013.cy.txt porthelyrch-2013.en.txt " ] || fail "not two texts: $(ls plain)"
status 0 "a proof" "$GWASG" build --to text --lang en --out plain "$example"
contains plain/porthelyrch-2013.proof.en.txt "Internal proof for the editor. Not to leave the inspectorate."
contains plain/porthelyrch-2013.proof.en.txt "[Letter p1] This letter"
status 2 "a draft as text" "$GWASG" build --to text --stage draft --date 2013-06-20 "$example"
contains err "drafts, embargoed copies and both editions side by side are PDFs"
status 2 "an embargoed text" "$GWASG" build --to pdf,text --stage embargo --date 2013-06-20 "$example"
status 2 "both editions in one text" "$GWASG" build --to text --lang en+cy "$example"
status 2 "a format of another name" "$GWASG" build --to txt "$example"
contains err "use pdf"
finish

#!/bin/sh
# The proof of two editions side by side: landscape, accessible, each cell in its
# language, what is not translated marked; no final of that kind, none without Welsh.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/examples/westmere-2013" report
rm -f report/cy.xlf
status 1 "no Welsh" "$GWASG" build --lang en+cy --out o report
contains err "this report has no Welsh edition"
status 0 "a translation to be made" "$GWASG" translate export report
status 2 "no final" "$GWASG" build --lang en+cy --stage final --out o report
status 2 "for build alone" "$GWASG" check --lang en+cy report
contains err "use en, cy or all"
status 0 "both editions" "$GWASG" build --lang en+cy --out o report
"$GWASG" build --lang en+cy --out again report >/dev/null || fail "not again"
cmp o/report.proof.en+cy.pdf again/report.proof.en+cy.pdf || fail "the same report, other bytes"
for document in report report.press; do
    pdf=o/$document.proof.en+cy.pdf
    [ -s "$pdf" ] || fail "$pdf: not written"
    [ -e "o/$document.proof.en.pdf" ] && fail "$document: an edition was written too"
    pdfinfo "$pdf" | grep -q 'Page size:.*841.89 x 595.28' || fail "$pdf: not landscape"
    claims "$pdf"
done
read_back o/report.proof.en+cy.pdf --lang en+cy report
"$GWASG" build --lang en+cy --dump tags report >tags || fail "no tags"
for lang in en cy; do
    grep -q "TD.*$lang" tags || fail "no cell in $lang"
    grep -q "TH.*$lang" tags || fail "no head in $lang"
done
pdftotext o/report.proof.en+cy.pdf text
contains text "English and Welsh"
contains text "Cymraeg"
contains text "Heb ei gyfieithu"
finish

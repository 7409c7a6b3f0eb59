#!/bin/sh
# Every PDF the program makes is sound, accessible and archival, and its structure holds the
# words of the report in order.
. "$ROOT/tests/program/lib.sh"
for example in "$ROOT"/examples/*/; do
    for stage in proof final; do
        status 0 "$stage of $example" "$GWASG" build --stage $stage --out o "$example"
    done
    status 0 "figures of $example" "$GWASG" figures --out o "$example"
    grep -q WORD_BROKEN err && fail "a word is cut in two on the figures page of $example"
    name=$(basename "$example")
    # Whoever signs reads questions, not their names.
    pdftotext "o/$name.figures.en.pdf" - | grep -E '^(score [0-9a-z]|national [a-z-]+ |counted [0-9])|^[a-z]+(-[a-z]+)+(=[a-z-]+)?:' &&
        fail "$name: names of questions on the figures page"
    [ "$(qpdf --show-npages "o/$name.press.en.pdf")" = 1 ] || fail "$name: the press notice is not one page"
    "$GWASG" build --stage final --dump tags "$example" >tags || fail "$name: no tags"
    python3 "$ROOT/tests/program/struct_text.py" "o/$name.en.pdf" tags || fail "$name: structure text"
done
read_back o/kestrel-bay-2013.en.pdf --stage final "$ROOT/examples/kestrel-bay-2013"
# A proof has the pages of its final, with marks round them: one shows how.
mkdir proofs && mv o/*.proof.en.pdf proofs
claims o/*.pdf proofs/severnside-2012.proof.en.pdf
finish

#!/bin/sh
# Every PDF the program makes is sound, accessible and archival, says what its pages said,
# and its structure holds the words of the report in order.
. "$ROOT/tests/program/lib.sh"
for example in "$ROOT"/examples/*/; do
    for stage in proof final; do
        status 0 "$stage of $example" "$GWASG" build --stage $stage --out o "$example"
    done
    status 0 "figures of $example" "$GWASG" figures --out o "$example"
    name=$(basename "$example")
    [ "$(qpdf --show-npages "o/$name.press.en.pdf")" = 1 ] || fail "$name: the press notice is not one page"
    read_back "o/$name.en.pdf" --stage final "$example"
    python3 "$ROOT/tests/program/struct_text.py" "o/$name.en.pdf" back.tags || fail "$name: structure text"
done
claims o/*.pdf
finish

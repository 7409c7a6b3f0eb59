#!/bin/sh
# Every PDF the program makes is sound (qpdf), accessible and archival (PDF_CHECK names the
# checker, where there is one), and its structure holds the words of the report in order.
. "$ROOT/tests/program/lib.sh"
for example in "$ROOT"/examples/*/; do
    for stage in proof final; do
        status 0 "$stage of $example" "$GWASG" build --stage $stage --out o "$example"
    done
    status 0 "figures of $example" "$GWASG" figures --out o "$example"
    name=$(basename "$example")
    [ "$(qpdf --show-npages "o/$name.press.en.pdf")" = 1 ] || fail "$name: the press notice is not one page"
    "$GWASG" build --stage final --dump tags "$example" >tags || fail "$name: no tags"
    python3 "$ROOT/tests/program/struct_text.py" "o/$name.en.pdf" tags || fail "$name: structure text"
done
for pdf in o/*.pdf; do
    qpdf --check "$pdf" >qpdf.out 2>&1 || { fail "$pdf: qpdf"; head -n 5 qpdf.out >&2; }
    grep -qi warning qpdf.out && { fail "$pdf: qpdf warns"; head -n 5 qpdf.out >&2; }
    if [ -n "${PDF_CHECK-}" ]; then
        /usr/bin/python3 "$PDF_CHECK" --profile ua1,2a "$pdf" >check.out 2>&1 ||
            { fail "$pdf: not accessible"; head -n 10 check.out >&2; }
        grep warning check.out | grep -vFf "$ROOT/tests/program/warnings.txt" >warned &&
            { fail "$pdf: warnings without an explanation"; head -n 10 warned >&2; }
    fi
done
finish

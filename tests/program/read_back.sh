#!/bin/sh
# A file says what its pages said and keeps what it claims; and when anything of that is
# taken out of one, it is missed.
. "$ROOT/tests/program/lib.sh"
mkdir templates
cp -r "$ROOT/templates/." "$ROOT/tests/templates/." templates
for case in file/whole neighbours/form neighbours/pairs; do
    name=$(basename $case)
    cp -r "$ROOT/tests/cases/$case" "$name"
    cp "$ROOT/tests/cases/results.csv" "$name"
    status 0 "$case" "$GWASG" build --stage final --templates templates --out o "$name"
    read_back "o/$name.en.pdf" --stage final --templates templates "$name"
done
of_pdf spoilt o/whole.en.pdf o/form.en.pdf
draft="--stage draft --date 2012-05-14 --lang en $ROOT/examples/porthelyrch-2013"
# shellcheck disable=SC2086 # options
status 0 "a draft" "$GWASG" build --out o $draft
# shellcheck disable=SC2086
read_back o/porthelyrch-2013.draft1.en.pdf $draft
claims o/*.pdf

# The same by PDF/UA-2 and PDF/A-4; the draft holds its form as a table too.
status 0 "PDF/UA-2" "$GWASG" build --stage final --templates templates --pdf ua2 --out two whole
# shellcheck disable=SC2086
status 0 "a draft of PDF/UA-2" "$GWASG" build --pdf ua2 --out two $draft
claims two/*.pdf
of_pdf spoilt two/whole.en.pdf two/porthelyrch-2013.draft1.en.pdf
finish

#!/bin/sh
# Large print: every example at 18 points or more, in its margins, nothing over anything
# else, the words of the normal edition in their order; and what it does not go with.
. "$ROOT/tests/program/lib.sh"

# The large edition says what it is, and its pages have other numbers.
words() { sed -e 's/[0-9][0-9]*/N/g' -e 's/ (large print)$//' -e 's/ (print bras)$//' "$1" |
    grep -v -x -e 'Large print' -e 'Print bras'; }

edition() { # EXAMPLE LANG
    options="--stage final --lang $2"
    for dump in heard pages; do
        # shellcheck disable=SC2086
        "$GWASG" build --large-print --dump $dump $options "$ROOT/examples/$1" >"$1.$2.$dump" 2>err ||
            fail "$1 $2: $(head -n 1 err)"
    done
    words "$ROOT/tests/heard/$1.$2.txt" >normal
    words "$1.$2.heard" >large
    diff normal large >differs || { fail "$1 $2: other words than in the normal edition"; head -n 8 differs >&2; }
    python3 -B "$ROOT/tests/program/large_print.py" "$1.$2.pages" >faults ||
        { fail "$1 $2: pages"; cat faults >&2; }
}

for report in "$ROOT"/examples/*/; do
    example=$(basename "$report")
    edition "$example" en
    [ ! -f "$report/cy.xlf" ] || edition "$example" cy
done

# No word of a letterhead is cut; a rating stands over its text; a chart begins under its heading.
! sed '/^page 2/,$d' porthelyrch-2013.en.pages | grep "$(printf '\302\255')" || fail "an address or a name that is cut"
at() { sed -n "s/^ *text \([0-9]*\)\.[0-9]* \([0-9]*\)\..*\"$2.*/\1/p" "$1" | head -n 1; }
[ "$(at dyffryn-arian-2021.en.pages 'The standards come')" -lt 100 ] || fail "text beside a rating"
sed -n '/text .* 30.0 .*"Scores at a glance"/,/^page /p' severnside-2012.en.pages | grep -q '"Chart "' ||
    fail "a heading without its chart"

report=$ROOT/examples/porthelyrch-2013
status 0 "a build" "$GWASG" build --large-print --stage final --out made "$report"
for made in made/porthelyrch-2013.large-print.en.pdf made/porthelyrch-2013.press.large-print.cy.pdf; do
    [ -f "$made" ] || fail "no $made"
done
claims made/*.pdf
status 0 "both kinds" "$GWASG" build --to pdf,large-print --stage final --out both "$report"
for made in made/*.pdf; do
    cmp "$made" "both/${made#made/}" || fail "another ${made#made/} beside the normal edition"
done
[ -f both/porthelyrch-2013.en.pdf ] || fail "no normal edition"

status 2 "a draft" "$GWASG" build --large-print --stage draft --date 2013-05-14 "$report"
contains err "for a proof, an embargoed copy that is not sent or a final"
status 2 "two languages" "$GWASG" build --large-print --lang en+cy "$report"
contains err "one of them at a time"

status 2 "another format" "$GWASG" build --large-print --to html "$report"
contains err "--to pdf,large-print makes both"
status 2 "a draft" "$GWASG" build --to large-print --stage draft --date 2013-05-14 "$report"

# A house without it, and a type that is too small.
cp -r "$ROOT/templates" templates
sed '/^large-print:/,$d' "$ROOT/templates/house-plain/style.yaml" >templates/house-plain/style.yaml
status 1 "a house without" "$GWASG" build -L --templates templates --out none "$report"
contains err "this house has no large print"
sed 's/^    body: {size: 18,/    body: {size: 16,/' "$ROOT/templates/house-plain/style.yaml" >templates/house-plain/style.yaml
status 1 "too small" "$GWASG" build -L --templates templates --out none "$report"
contains err 'the type "body" is smaller than `least` allows, 18 points'
finish

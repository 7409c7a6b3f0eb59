#!/bin/sh
# The examples in Welsh: every unit is final, both editions have the same figures, the
# forms of place and number stand where Welsh wants them, and what is English is marked.
. "$ROOT/tests/program/lib.sh"
area=$ROOT/examples/caerfedwen-2012
letter=$ROOT/examples/porthelyrch-2013
status 0 "the editions" "$GWASG" build --stage final --lang all --out o "$area" "$letter"
for pdf in caerfedwen-2012 caerfedwen-2012.press porthelyrch-2013 porthelyrch-2013.press; do
    for lang in en cy; do
        pdftotext -layout "o/$pdf.$lang.pdf" "$pdf.$lang.txt" || fail "no $pdf.$lang.pdf"
    done
done
for press in o/*.press.cy.pdf; do
    [ "$(qpdf --show-npages "$press")" = 1 ] || fail "$press is not one page"
done

# Where the place is, and all six plural forms.
contains caerfedwen-2012.cy.txt "yng Nghaerfedwen"
contains porthelyrch-2013.cy.txt "ym Mhorthelyrch"
tr -s ' \n' '  ' <caerfedwen-2012.cy.txt >flowing.txt
for form in "0 person ifanc" "1 person ifanc" "2 ddioddefwr" "3 pherson ifanc" "6 pherson ifanc" \
    "34 o blant a phobl ifanc" "3 achos" "10 o achosion"; do
    contains flowing.txt "$form"
done

# The glossary in the order of the Welsh alphabet: n and g of Dangos are two letters.
sed -n 's/^ *\(Dadansoddiad\|Dalfa\|Dangos y Ffordd\|Digonol\)  *[A-Z].*/\1/p' caerfedwen-2012.cy.txt >order
printf '%s\n' Dadansoddiad Dalfa "Dangos y Ffordd" Digonol | cmp -s - order ||
    fail "glossary order: $(tr '\n' ',' <order)"

# The same scores and counts in both, whatever stands around them.
for lang in en cy; do
    "$GWASG" build --stage final --lang $lang --dump xml "$area" >"dump.$lang" 2>err || fail "dump $lang"
    grep -o '[0-9]\{1,\}%' "dump.$lang" | sort | uniq -c >"percents.$lang"
done
[ -s percents.en ] || fail "no percentages"
cmp -s percents.en percents.cy || { fail "figures differ"; diff percents.en percents.cy | head -n 5 >&2; }

# A quotation left in English says so, and so does one left in Welsh.
grep -q '<span lang="en">They don' dump.cy || fail "the English quotation is not marked"
grep -q '<span lang="cy">Ges i siarad' dump.en || fail "the Welsh quotation is not marked"
finish

#!/bin/sh
# The examples in Welsh: every unit is final, both editions have the same figures, the
# forms of place and number stand where Welsh wants them, and what is English is marked.
. "$ROOT/tests/program/lib.sh"
area=$ROOT/examples/caerfedwen-2012
letter=$ROOT/examples/porthelyrch-2013
joint=$ROOT/examples/elystan-morfaen-2013
old=$ROOT/examples/tregelynnen-2009
status 0 "the editions" "$GWASG" build --stage final --lang all --out o "$area" "$letter" "$joint" "$old"
for pdf in caerfedwen-2012 caerfedwen-2012.press porthelyrch-2013 porthelyrch-2013.press elystan-morfaen-2013 \
    tregelynnen-2009 tregelynnen-2009.press; do
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
contains elystan-morfaen-2013.cy.txt "ym Mro Elystan ac yng Nglannau Morfaen"
contains tregelynnen-2009.cy.txt "yn Nhregelynnen ac yng Nghwmhelygen"
contains tregelynnen-2009.press.cy.txt "Tregelynnen a Chwmhelygen"

# Nothing is said of them, and on the back cover each edition begins with its own language.
for example in "$joint" "$old"; do
    status 0 "check" "$GWASG" check "$example"
    grep -E 'warning|error' out err && fail "$example: see above"
done
for lang in en cy; do
    grep -E 'leads this programme|arwain y rhaglen' elystan-morfaen-2013.$lang.txt >straps
    first="arwain y rhaglen"
    [ $lang = cy ] || first="leads this programme"
    sed 1q straps | grep -q "$first" || fail "the back cover in $lang: $(cat straps)"
done
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

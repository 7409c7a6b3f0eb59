#!/bin/sh
# translate.sh -- the round of a translation: out, filled in, in again, and what stays and
# what is refused when the English or the delivery is not what it was.
. "$(dirname "$0")/lib.sh"
here=$ROOT/tests/program

fill() { python3 "$here/translate_fill.py" "$@"; }
edit() { python3 "$here/translate_edit.py" "$@"; }

# counts FOLDER: "final review stale missing" of the whole report.
counts() {
    "$GWASG" translate status --format json "$1" | sed -n \
        '1s/.*"final": \([0-9]*\), "review": \([0-9]*\), "stale": \([0-9]*\), "missing": \([0-9]*\).*/\1 \2 \3 \4/p'
}

expect() { # WHAT FOLDER COUNTS
    got=$(counts "$2")
    [ "$got" = "$3" ] || fail "$1: $got, not $3 (final, review, stale, missing)"
}

# ---- nothing changed: nothing written ----

for example in "$ROOT"/examples/*/; do
    name=$(basename "$example")
    copy_example "$name"
    cp -r "$name" "$name.before"
    status 0 "export of $name" "$GWASG" translate export --out sent "$name"
    status 0 "import of $name unchanged" "$GWASG" translate import "$name" "sent/$name.cy.xlf"
    diff -r "$name" "$name.before" >/dev/null || fail "$name: the folder is another now"
    status 0 "export into $name" "$GWASG" translate export "$name"
    rm -rf "$name.before"
    cp -r "$name" "$name.before"
    status 0 "second export" "$GWASG" translate export "$name"
    status 0 "import of its own cy.xlf" "$GWASG" translate import "$name" "$name/cy.xlf"
    diff -r "$name" "$name.before" >/dev/null || fail "$name: the second time differs"
    rm -rf "$name" "$name.before"
done

# ---- the round ----

report=severnside-2012
copy_example $report
rm -f $report/cy.xlf
"$GWASG" translate export $report >/dev/null
units=$(grep -c '<trans-unit ' $report/cy.xlf)
expect "nothing translated" $report "0 0 0 $units"
fill $report/cy.xlf delivered.xlf
status 0 "import" "$GWASG" translate import $report delivered.xlf
expect "all delivered" $report "0 $units 0 0"
status 0 "accept" "$GWASG" translate accept --by "A. Editor" --date 2012-05-14 $report all
expect "all accepted" $report "$units 0 0 0"
contains $report/cy.xlf 'final: A. Editor, 2012-05-14'
cp $report/cy.xlf whole.xlf
status 0 "proof in Welsh" "$GWASG" build --lang cy --dump xml $report
contains out 'WHardly a wyoung wperson'
grep -q '<untranslated' out && fail "a whole translation has untranslated text"
status 2 "accept without a name" "$GWASG" translate accept $report all

# ---- the English changes ----

sed -i 's/Thinking and behaviour was the commonest/Thinking and behaviour was the usual/' \
    $report/inspection.yaml
expect "one word changed" $report "$((units - 1)) 0 1 0"
"$GWASG" build --lang cy --dump xml $report >out 2>&1
[ "$(grep -c '<untranslated' out)" = 1 ] || fail "one stale unit is not marked once"
status 6 "final with a stale unit" "$GWASG" build --lang cy --stage final $report
contains err "findings.1.2.strengths"
status 6 "check with a stale unit" "$GWASG" check $report
contains err "findings.1.2.strengths"
"$GWASG" translate export $report >/dev/null
contains $report/cy.xlf 'was &quot;commonest&quot;, is &quot;usual&quot;'
expect "after the export" $report "$((units - 1)) 0 1 0"
uid=$("$GWASG" translate status $report | sed -n 's/^stale \([a-z0-9]*\):.*/\1/p')
status 0 "all is what is under review" "$GWASG" translate accept --by E --date 2012-05-15 $report all
contains err "$uid: its English changed"
expect "a stale unit is named" $report "$((units - 1)) 0 1 0"
status 0 "accept no change" "$GWASG" translate accept --by E --date 2012-05-15 $report "$uid"
expect "no change in Welsh" $report "$units 0 0 0"
contains $report/cy.xlf 'no change in Welsh: E, 2012-05-15'
sed -i 's/Thinking and behaviour was the usual/Thinking and behaviour was the commonest/' \
    $report/inspection.yaml
"$GWASG" translate accept --by E --date 2012-05-15 $report "$uid" >/dev/null

# An item is moved up, and one is put in.
python3 - $report/inspection.yaml <<'P'
import sys
path = sys.argv[1]
text = open(path, encoding="utf-8").read()
a = text.index("  - text: the first assessment")
b = text.index("  - text: every young person")
c = text.index("  - text: assessments and plans")
text = (text[:a] + text[b:c] + text[a:b] + "  - text: nothing of the kind was ever said\n"
        "    for: [Operations Managers]\n" + text[c:])
open(path, "w", encoding="utf-8").write(text)
P
expect "one moved, one put in" $report "$units 0 0 2"

# A paragraph that is taken out and put back has its Welsh again.
rm -rf $report
copy_example $report
cp whole.xlf $report/cy.xlf
sed -i '/^Managers knew this before/d' $report/foreword.md
"$GWASG" translate export $report >/dev/null
expect "one taken out" $report "$((units - 1)) 0 0 0"
cp $report/cy.xlf without.xlf
status 0 "import with one taken out" "$GWASG" translate import $report $report/cy.xlf
cmp -s $report/cy.xlf without.xlf || fail "what was taken out is written anew"
"$GWASG" translate export --out sent $report >/dev/null
grep -q 'translate="no"' sent/$report.cy.xlf && fail "a translator gets what was taken out"
cp "$ROOT/examples/$report/foreword.md" $report/foreword.md
expect "put back" $report "$units 0 0 0"

# A figure that changes makes stale what it stands in bare, and nothing else.
rm -rf $report
copy_example $report
cp whole.xlf $report/cy.xlf
sed -i '2,6s/,yes/,no/g' $report/answers.csv
"$GWASG" translate export $report >/dev/null
python3 "$here/translate_figures.py" $report/cy.xlf || fail "stale by their figures"

# ---- what is delivered ----

fresh() {
    rm -rf $report
    copy_example $report
    "$GWASG" translate export $report >/dev/null
    fill $report/cy.xlf delivered.xlf
}

fresh
edit delivered.xlf drop 2 >/dev/null
status 0 "a part of the report" "$GWASG" translate import $report delivered.xlf
contains err "units delivered: $((units - 1)), left out: 1"
expect "a part of the report" $report "0 $((units - 1)) 0 1"

for what in number code; do
    fresh
    uid=$(edit delivered.xlf $what 2)
    status 1 "$what" "$GWASG" translate import $report delivered.xlf
    contains err "$uid"
    [ "$(grep -c ': error: ' err)" = 1 ] || fail "$what: more than one unit refused"
    expect "$what: the rest is taken" $report "0 $((units - 1)) 0 1"
done

fresh
uid=$(sed -n 's/.*id="\([a-z0-9]*\)" resname="foreword".*/\1/p' delivered.xlf | tail -n 1)
english=$(grep -A1 "id=\"$uid\"" $report/cy.xlf | sed -n 's/.*<source>\(.*\)<\/source>.*/\1/p')
edit delivered.xlf target "$uid" "$english" >/dev/null
status 1 "not translated" "$GWASG" translate import $report delivered.xlf
contains err "XLIFF_SAME"
edit delivered.xlf target "$uid" "[$english](lang:en)" >/dev/null
status 0 "a quotation in English" "$GWASG" translate import $report delivered.xlf
"$GWASG" build --lang cy --dump xml $report >out 2>&1
contains out '<span lang="en">'

# The last good Welsh stays where a delivery has none or is faulty.
edit delivered.xlf target "$uid" "" >/dev/null
status 0 "an empty target" "$GWASG" translate import $report delivered.xlf
edit delivered.xlf target "$uid" "12 13" >/dev/null
status 1 "other numbers" "$GWASG" translate import $report delivered.xlf
expect "the last good Welsh" $report "0 $units 0 0"

# A paragraph that was written after the file was sent out.
fresh
echo >>$report/foreword.md
echo "One more thing must be said." >>$report/foreword.md
status 0 "a later paragraph" "$GWASG" translate import $report delivered.xlf
contains err "XLIFF_LATER"
expect "a later paragraph" $report "0 $units 0 1"

# A line with room for so many characters.
fresh
uid=$(sed -n 's/.*id="\([a-z0-9]*\)" resname="press.title" maxwidth="120" size-unit="char".*/\1/p' delivered.xlf)
long='gair hir iawn iawn iawn iawn iawn iawn iawn'
edit delivered.xlf target "$uid" "$long $long $long" >/dev/null
status 1 "too long" "$GWASG" translate import $report delivered.xlf
contains err "XLIFF_LENGTH"
sed -i "s/^  title: .*/  title: $long $long $long/" $report/inspection.yaml
status 1 "too long in English" "$GWASG" translate status $report
contains err "131 characters; there is room for 120"

# English that has changed since the file was sent out.
fresh
sed -i 's/Managers knew this before we arrived/Managers knew that before we arrived/' \
    $report/foreword.md
status 0 "an older text" "$GWASG" translate import $report delivered.xlf
contains err "XLIFF_STALE"
expect "an older text is stale" $report "0 $((units - 1)) 1 0"
"$GWASG" translate export --out sent $report >/dev/null
sed 's/<target state="needs-adaptation">/&Newydd: /' sent/$report.cy.xlf >newer.xlf
status 0 "the stale unit again" "$GWASG" translate import $report newer.xlf
expect "nothing is stale" $report "0 $units 0 0"
status 0 "the older delivery once more" "$GWASG" translate import $report delivered.xlf
contains err "there is newer Welsh, which stays"
expect "the newer Welsh stays" $report "0 $units 0 0"
contains $report/cy.xlf "Newydd: "

# ---- files that are none ----

fresh
cp $report/cy.xlf before.xlf
for case in "$ROOT"/tests/hostile/xliff/*.xlf; do
    status 1 "$(basename "$case")" "$GWASG" translate import $report "$case"
    grep -q ': error: ' err || fail "$(basename "$case"): nothing is said"
    cmp -s $report/cy.xlf before.xlf || fail "$(basename "$case"): cy.xlf was changed"
done
sed '0,/<.target>/s||&<note>a \&#x202E; b</note>|' delivered.xlf >turned.xlf
status 1 "a remark turned around by a reference" "$GWASG" translate import $report turned.xlf
contains err "U+202E"
head -c 20000 delivered.xlf >cut.xlf
status 1 "a file cut off" "$GWASG" translate import $report cut.xlf
iconv -f UTF-8 -t UTF-16 delivered.xlf >utf16.xlf
status 1 "UTF-16" "$GWASG" translate import $report utf16.xlf
cmp -s $report/cy.xlf before.xlf || fail "a file that is none was taken"

finish

#!/bin/sh
# template_slips.sh [OUT] -- one slip in a line of a template, a wording or a style, of the
# kinds that people make (template_slips.rows: programme, kind, file, slip of sed): none of
# them comes to a final without a word.  With OUT, `check --programme` too is asked about
# each, and a table is written of who sees what: it takes minutes.
. "$ROOT/tests/program/lib.sh"
table=${1-}
cp -r "$ROOT/templates" sound
cp -r "$ROOT/templates" templates
grep -c . "$ROOT/tests/program/template_slips.rows" >count
[ "$(cat count)" -ge 65 ] || fail "rows are missing"

report_of() {
    case $1 in
    cci-2009) echo aldermoor-thornby-2009 ;;
    cci-2012) echo severnside-2012 ;;
    fji-2013) echo kestrel-bay-2013 ;;
    sqs-2013) echo westmere-2013 ;;
    esac
}

# The sound ones first: what says nothing of them says it of a slip for a reason.
for programme in cci-2009 cci-2012 fji-2013 sqs-2013; do
    status 0 "$programme" "$GWASG" build --stage final --lang en --templates templates --out o \
        "$ROOT/examples/$(report_of $programme)"
    [ -e "templates/$programme/outline.txt" ] || fail "nobody has accepted $programme"
done

# seen: who says it of the slip at hand: a rule, the outline at some line, only the text.
seen() {
    "$GWASG" check --programme "$1" --diagnostics short --templates templates >out 2>err
    grep -E '(error|warning): ' err >said
    if grep -qv '\[OUTLINE_CHANGED\]$' said; then
        echo rule
    elif grep -q 'no made-up report shows' said; then
        echo text
    elif [ -s said ]; then
        echo outline
    else
        echo nobody
    fi
}

while read -r programme kind file slip; do
    sed "$slip" "sound/$file" >"templates/$file"
    cmp -s "sound/$file" "templates/$file" && fail "no slip made: $slip" && continue
    "$GWASG" build --stage final --lang en --diagnostics short --templates templates --out o \
        "$ROOT/examples/$(report_of "$programme")" >out 2>err &&
        fail "a final in spite of $file: $slip"
    if [ -n "$table" ]; then
        who=$(seen "$programme")
        [ "$who" = nobody ] && fail "check --programme is silent: $file: $slip"
        echo "$kind $who"
    fi
    cp "sound/$file" "templates/$file"
done <"$ROOT/tests/program/template_slips.rows" >said_by
[ -z "$table" ] || sort said_by | uniq -c >"$table"
finish

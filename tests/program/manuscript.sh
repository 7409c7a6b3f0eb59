#!/bin/sh
# manuscript.sh -- reports go to Word and come back: as they were where nothing was changed;
# with what was changed there, and nothing else; not at all where both sides were changed.
# ACCEPT=1 writes the files in manuscript/ again.
. "$ROOT/tests/program/lib.sh"
golden="$ROOT/tests/program/manuscript"
word() { python3 "$ROOT/tests/program/manuscript.py" "$@" || fail "manuscript.py $1"; }
import() { status "$1" "$2" "$GWASG" manuscript import "$3" "$4"; }
same() { diff -r "$1" "$2" >differs || { fail "$3"; head -n 20 differs; }; }

for folder in "$ROOT"/examples/*/; do
    name=$(basename "$folder")
    copy_example "$name"
    status 0 "$name: export" "$GWASG" manuscript export --out papers "$name"
    import 0 "$name: nothing changed" "$name" "papers/$name.docx"
    contains out ", 0 without a place"
    grep -v '^words:' out && fail "$name: changes of nothing"
    same "$folder" "$name" "$name: another folder"
done
for programme in cci-2009 cci-2012 fji-2013 sqs-2013; do
    status 0 "$programme" "$GWASG" manuscript export --out papers --lang cy "$programme"
done

# As LibreOffice saves it: fields without tags, which their bookmarks bring back.
word untagged papers/severnside-2012.docx untagged.docx
import 0 "untagged" severnside-2012 untagged.docx
same "$ROOT/examples/severnside-2012" severnside-2012 "untagged: another folder"

# A table between paragraphs comes back into its file, parted as that was: a cell, a row more
# whose first cell has two paragraphs and whose last has none, a row less; and what is said of it.
row() { printf '<w:tr>(?:(?!</w:tr>).)*%s.*?</w:tr>' "$1"; }
bus='<w:tr><w:tc><w:p><w:r><w:t>A bus,</w:t></w:r></w:p><w:p><w:r><w:t>minutes</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>25</w:t></w:r></w:p></w:tc></w:tr>'
for separator in ',' ';'; do
    rm -r dyffryn-arian-2021 && copy_example dyffryn-arian-2021
    sed -i "s/,\([0-9TUC]\)/$separator\1/g" dyffryn-arian-2021/waits.csv
    status 0 "a table: export" "$GWASG" manuscript export --out papers dyffryn-arian-2021
    word edit papers/dyffryn-arian-2021.docx table.docx '>49<' '>51, "or so"<' ', by place' ', place by place' \
        "($(row 'Speech and language'))" "\\1$bus" "$(row 'A place at the college')" '' 'a long valley' 'a longer valley'
    cp -r dyffryn-arian-2021 before
    import 0 "a table" dyffryn-arian-2021 table.docx
    diff before dyffryn-arian-2021
    cp -r dyffryn-arian-2021 once
    import 0 "a table, again" dyffryn-arian-2021 table.docx
    same once dyffryn-arian-2021 "a table: imported twice, changed twice"
    rm -r before once
done >table.diff
[ "${ACCEPT-}" = 1 ] && cp table.diff "$golden/table.diff"
diff -u "$golden/table.diff" table.diff || fail "a table: other changes"
# Another table beside it, of other columns, is none of its rows.
rm -r dyffryn-arian-2021 && copy_example dyffryn-arian-2021
word edit papers/dyffryn-arian-2021.docx second.docx '</w:tbl>' '</w:tbl><w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>odd one out</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>out</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>'
import 0 "a second table" dyffryn-arian-2021 second.docx
contains err "in a second table, which has other columns than the first"
same "$ROOT/examples/dyffryn-arian-2021" dyffryn-arian-2021 "a second table: rows of it"
# The same row changed in its file since; and a text that has become one without a table.
rm -r dyffryn-arian-2021 && copy_example dyffryn-arian-2021
sed -i 's/,49,/,48,/' dyffryn-arian-2021/waits.csv
import 1 "a table: a conflict" dyffryn-arian-2021 table.docx
contains err 'waits.csv:2:1: error'
sed -i '/table: waits.csv/d; s/\[table of waits\](#waits)/table of waits/; s/^background:/background: |/; /^background/,/^$/{/^  - |/d}' dyffryn-arian-2021/inspection.yaml
import 1 "a table: no list any more" dyffryn-arian-2021 table.docx
contains err 'background: the report has "one text'
rm -r dyffryn-arian-2021 && copy_example dyffryn-arian-2021

# A document that was not exported brings tables for a text that takes them: each a file of its own.
# What cannot be one is said; the same again changes nothing; a cell of a later one is taken.
"$GWASG" init yj-2021 tables --area Calderholt --from-answers "$ROOT/examples/dyffryn-arian-2021/answers.csv" >out 2>err
word tables first.docx 49
word tables second.docx 51
cp -r tables before
import 0 "tables" tables first.docx
cp err tables.err
diff -N before tables >tables.diff
cp -r tables once
import 0 "tables, again" tables first.docx
same once tables "tables: imported twice, changed twice"
import 1 "tables, of another" tables second.docx
same once tables "tables: a conflict, and something was written"
status 0 "tables, a later one" "$GWASG" manuscript import --before first.docx tables second.docx
diff once tables >>tables.diff
for file in tables.err tables.diff; do
    [ "${ACCEPT-}" = 1 ] && cp $file "$golden/$file"
    diff -u "$golden/$file" $file || fail "$file: others"
done
rm -r tables before once

# In another order: a passage is moved, and nothing else is changed.
word edit papers/severnside-2012.docx order.docx \
    '(<w:p>(?:(?!</w:p>).)*GwItem(?:(?!</w:p>).)*</w:p>)(<w:p>(?:(?!</w:p>).)*GwItem(?:(?!</w:p>).)*</w:p>)' '\2\1'
import 0 "another order" severnside-2012 order.docx
contains out ", moved 1"
words() { tr -s ' ,[]{}' '\n' <"$1" | sort; }
words "$ROOT/examples/severnside-2012/inspection.yaml" >sorted
words severnside-2012/inspection.yaml | diff sorted - >differs || { fail "another order: other words"; head differs; }
import 0 "another order, again" severnside-2012 order.docx
grep -q moved out && fail "moved twice"
rm -r severnside-2012 && copy_example severnside-2012

# Welsh under its English: back as it was; a mark that is missing is refused.
status 0 "Welsh" "$GWASG" manuscript export --out papers --lang cy caerfedwen-2012
import 0 "Welsh: nothing changed" caerfedwen-2012 papers/caerfedwen-2012.cy.docx
contains out "units taken: 0, unchanged: 138, without Welsh: 0, refused: 0"
word edit papers/caerfedwen-2012.cy.docx welsh.docx 'Nid oedd y sampl yn fawr' 'Sampl bychan oedd hwn' \
    '<w:sdt>(?:(?!</w:sdt>).)*plan-diversity n of where language=Welsh.*?</w:sdt>' '' \
    '<w:sdt>(?:(?!</w:sdt>).)*plan-diversity n of where language=Welsh.*?</w:sdt>' ''
import 1 "Welsh: a mark is missing" caerfedwen-2012 welsh.docx
contains err "is missing in unit"
same "$ROOT/examples/caerfedwen-2012" caerfedwen-2012 "Welsh: something was written"

# Changed in Word: a word, a new item, one taken out, a person, a comment that was answered.
new='<w:p><w:pPr><w:pStyle w:val="GwItem"/></w:pPr><w:r><w:t>A new strength: it has a #1.</w:t></w:r></w:p>'
item='<w:p><w:pPr><w:pStyle w:val="GwItem"/></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space="preserve">'
word edit papers/severnside-2012.docx word.docx 'most of them in time' 'nearly all in time' \
    'Simon Hartwell' 'Simon Hartwell-Jones' "(${item}The level of risk)" "$new\\1" \
    "$item"'A fuller analysis.*?</w:p>' '' 'The letter took four weeks\.' 'The letter took five weeks.'
import 0 "changed in Word" severnside-2012 word.docx
diff "$ROOT/examples/severnside-2012/inspection.yaml" severnside-2012/inspection.yaml >changed.diff
[ "${ACCEPT-}" = 1 ] && cp changed.diff "$golden/changed.diff"
diff -u "$golden/changed.diff" changed.diff || fail "changed in Word: other changes"
cp -r severnside-2012 once
import 0 "the same again" severnside-2012 word.docx
same once severnside-2012 "imported twice: changed twice"

# Changed in YAML elsewhere: both stay.  The same passage: a conflict, and nothing is written.
rm -r severnside-2012 && copy_example severnside-2012
sed -i 's/Home visits were usually made/Home visits were often made/' severnside-2012/inspection.yaml
import 0 "changed in both, elsewhere" severnside-2012 word.docx
contains severnside-2012/inspection.yaml "Home visits were often made"
contains severnside-2012/inspection.yaml "nearly all in time"
rm -r severnside-2012 && copy_example severnside-2012
sed -i 's/most of them in time/half of them in time/; s/took four weeks/took six weeks/' severnside-2012/inspection.yaml
cp -r severnside-2012 before
import 1 "a conflict" severnside-2012 word.docx
same before severnside-2012 "a conflict: something was written"
cp err conflict.err
[ "${ACCEPT-}" = 1 ] && cp conflict.err "$golden/conflict.want" && cp conflict.err "$golden/conflict"
diff -u "$golden/conflict.want" conflict.err || fail "a conflict: other words"

# Forty as people make them: each word of theirs arrives, or is said to have no place.
"$GWASG" init cci-2012 base --area Calderholt --from-answers "$ROOT/examples/severnside-2012/answers.csv" >out 2>err
# An empty place is filled in: its question goes, and the other places go on asking.
status 0 "a new report" "$GWASG" manuscript export --out papers base
cp -r base filled
word edit papers/base.docx filled.docx '<w:showingPlcHdr/>(</w:sdtPr><w:sdtContent><w:r>(?:(?!</w:r>).)*>) What was seen[^<]*' \
    '\1We saw much that was good.' '>( recommendations text )<' '>Plans are read<'
import 0 "a place that waited" filled filled.docx
[ "$(cat filled/foreword.md)" = "We saw much that was good." ] || fail "the foreword is $(cat filled/foreword.md)"
contains filled/inspection.yaml "    text: Plans are read"
contains filled/inspection.yaml "      - ((? recommendations for ?))"
cmp base/context-area.md filled/context-area.md || fail "what nobody wrote is another"
# Links to where no report leads stay as words; what no address has is encoded.
word links links.docx
cp -r base linked
import 0 "links" linked links.docx
contains err "links to files and to places of the document, whose words are kept: 4"
echo "[a page](<https://e.example/a_(b)>) and [an odd one](https://e.example/%20%29%28a%7Cb) and our file and one beside and a script and this place and [Joan](mailto:joan@e.example) and more." |
    diff - linked/foreword.md || fail "links: others"
# What cannot stand where it was written in an export leaves the report's own text there.
rm -r severnside-2012 && copy_example severnside-2012
word edit papers/severnside-2012.docx long.docx 'Risk is noticed quickly' "$(printf 'far too long %.0s' 1 2 3 4 5 6 7 8 9 10 11 12)" \
    'most of them in time' 'most of them</w:t></w:r><w:r><w:rPr><w:rStyle w:val="GwMark"/></w:rPr><w:t>((nope n))</w:t></w:r><w:r><w:t> in time'
import 0 "no room" severnside-2012 long.docx
contains err "there is room for 130"
contains err '"nope"'
same "$ROOT/examples/severnside-2012" severnside-2012 "no room: something was written"
# What the words are can stop nothing: they are written so that they are read as words, or said.
word hard hard.docx
cp -r base hard
import 0 "hard" hard hard.docx
{ cat err out; diff -N base hard | cut -c 1-200; } >hard.got
[ "${ACCEPT-}" = 1 ] && cp hard.got "$golden/hard"
diff -u "$golden/hard" hard.got || fail "hard: others"
cp -r hard hard-once
import 0 "hard, again" hard hard.docx
same hard-once hard "hard: imported twice, changed twice"
mkdir made && word make made
for paper in made/*.docx; do
    name=$(basename "$paper" .docx)
    cp -r base "made/$name"
    import 0 "$paper" "made/$name" "$paper"
    cat "made/$name"/*.md "made/$name/inspection.yaml" | grep -o 'q[a-z]*z' | sort -u >arrived
    sort -u "made/$name.words" | comm -23 - arrived >lost
    [ -s lost ] && { fail "$paper: words are lost"; head -n 3 lost; }
    awk '/^words:/ { ok = $2 == $6 + $10 + $13 + $16 } END { exit !ok }' out ||
        fail "$paper: words do not add up: $(tail -n 1 out)"
done
echo "Dear all, the findings follow." >letter.docx
{
    "$GWASG" manuscript import base made/07.docx
    "$GWASG" manuscript import base letter.docx
} >out 2>07.err
[ "${ACCEPT-}" = 1 ] && cp 07.err "$golden/unplaced.want" && cp 07.err "$golden/unplaced"
diff -u "$golden/unplaced.want" 07.err || fail "without a place: other words"
finish

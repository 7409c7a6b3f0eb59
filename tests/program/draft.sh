#!/bin/sh
# draft.sh -- drafts and embargoed copies: marks on every page, the final's pages under
# them, a reference beside every block, named copies that are made once, and what is
# refused.
. "$ROOT/tests/program/lib.sh"
here=$ROOT/tests/program

# every_page PDF TEXT: each page of it says that.
every_page() {
    pages=$(pdfinfo "$1" | sed -n 's/^Pages: *//p')
    [ "${pages:-0}" -gt 0 ] || fail "$1: no pages"
    page=1
    while [ "$page" -le "${pages:-0}" ]; do
        pdftotext -f $page -l $page -layout "$1" - | tr -s ' \n' ' ' | grep -qF -- "$2" ||
            fail "$1: page $page does not say \"$2\""
        page=$((page + 1))
    done
}

# ---- references, and the final's pages ----

for example in "$ROOT"/examples/*/; do
    name=$(basename "$example")
    languages=en
    [ -f "$example/cy.xlf" ] && languages="en cy"
    set --
    for l in $languages; do
        "$GWASG" build -o o --stage draft --lang $l --dump xml "$example" >"$name.$l.xml" || fail "$name $l: no dump"
        set -- "$@" "$name.$l.xml"
    done
    python3 "$here/references.py" "$@" || fail "$name: references"
    "$GWASG" build -o o --stage draft --lang en --dump pages "$example" >draft.pages
    "$GWASG" build -o o --stage final --lang en --dump pages "$example" >final.pages
    python3 "$here/same_pages.py" draft.pages final.pages || fail "$name: a draft has other pages than its final"
done
"$GWASG" build -o o --stage draft --document press --dump xml "$ROOT/examples/severnside-2012" >press.xml
python3 "$here/references.py" press.xml || fail "press notice: references"

# ---- previews ----

copy_example severnside-2012
report=severnside-2012
status 2 "a draft without a date" "$GWASG" build -o o --stage draft $report
contains err "--date 2012-05-14"
status 2 "a proof is not sent" "$GWASG" build -o o --send --date 2012-05-14 $report
status 0 "a preview" "$GWASG" build -o o --stage draft --date 2012-05-14 $report
cp o/$report.draft1.en.pdf first.pdf
status 0 "a preview again" "$GWASG" build -o o --stage draft --date 2012-05-14 $report
cmp -s o/$report.draft1.en.pdf first.pdf || fail "the same preview has other bytes"
[ -e $report/sent ] && fail "a preview was recorded"
every_page first.pdf "Draft 1, not sent to anyone yet. Comments by 28 May 2012."
status 1 "nobody to send it to" "$GWASG" build -o o --stage draft --date 2012-05-14 --send $report
contains err "recipients.csv"

# ---- the hash is of the files, wherever they are named from ----

hash_of() { "$GWASG" build --dump pages --stage draft "$1" | grep -o "Text [0-9b-z]*" | sort -u; }
named=$(hash_of $report)
[ -n "$named" ] || fail "no hash in the report"
for way in . ./ "../$report" "$PWD/$report/" inspection.yaml; do
    [ "$(cd $report && hash_of "$way")" = "$named" ] || fail "another hash as $way"
done

# ---- named copies ----

cat >$report/recipients.csv <<'END'
name,body,role,stage,language,embargo
Joan Hale,Severnside Youth Offending Service,Head of service,draft,en,
Siân Ŵyll,Severnside Council,Director,draft,en,
News desk,Severnside Gazette,,embargo,en,2012-06-19 00.01
END
status 0 "a draft" "$GWASG" build -o o --stage draft --date 2012-05-14 --send $report
joan=o/$report.draft1.joan-hale.en.pdf
hash=$(sed -n '2s/.*,\([0-9b-z]*\),[^,]*,[^,]*$/\1/p' $report/sent/drafts.csv)
[ -n "$hash" ] || fail "no hash in drafts.csv"
contains $report/sent/drafts.csv "1,draft,en,Joan Hale,Severnside Youth Offending Service,2012-05-14,2012-05-28,$hash,$report.draft1.joan-hale.en.pdf,"
[ "$(wc -l <$report/sent/drafts.csv)" = 3 ] || fail "drafts.csv has not two rows"
for mark in "OFFICIAL-SENSITIVE" "Draft 1 for Joan Hale, Severnside Youth Offending Service. Comments by 28 May 2012. Not to be passed on." \
    "Draft 1, 14 May 2012" "Text $hash" "DRAFT"; do
    every_page "$joan" "$mark"
done
[ "$(pdftotext "$joan" - | grep -c OFFICIAL-SENSITIVE)" = $((2 * $(pdfinfo "$joan" | sed -n 's/^Pages: *//p'))) ] ||
    fail "the marking is not at top and bottom of every page"
pdfinfo "$joan" | grep -q '^Title: .*Draft 1 for comment' || fail "the title does not say that it is a draft"
contains $report/sent/draft1.en.csv "1.1 S(1),"
claims "$joan"

# Said once to a screen reader: the marks of all other pages are artifacts.
"$GWASG" build -o o --stage draft --date 2012-05-14 --dump tags $report >tags
[ "$(grep -c 'Comments by' tags)" -ge 1 ] || fail "a reader does not hear that it is a draft"
[ "$(grep -c 'Not to be passed on' tags)" = 1 ] || fail "a reader hears it more than once"
[ "$(grep -ci 'official-sensitive' tags)" = 1 ] || fail "a reader does not hear the marking once"
grep -q '"1.1 S(1) "' tags || fail "a reference is not read out"

# ---- sent once ----

cp "$joan" joan.pdf
status 4 "the same draft again" "$GWASG" build -o o --stage draft --date 2012-05-15 --send $report
contains err "draft 1 of this very text"
contains err "Joan Hale (en)"
contains err "on 2012-05-14"
echo 'Late Comer,Severnside Council,,draft,en,' >>$report/recipients.csv
status 0 "one who is named later" "$GWASG" build -o o --stage draft --date 2012-05-15 --send $report
[ -f o/$report.draft1.late-comer.en.pdf ] || fail "no copy of draft 1 for one who came late"
cmp -s "$joan" joan.pdf || fail "a copy that was sent has changed"
[ "$(wc -l <$report/sent/drafts.csv)" = 4 ] || fail "drafts.csv has not three rows"

# ---- the next draft: blocks keep their uids ----

uid() { sed -n "s/^$2,\([a-z0-9]*\),.*/\1/p" "$report/sent/draft$1.en.csv"; }
sed -i '/^  "1.1":/,/strengths:/s/strengths:/strengths:\n      - A strength that nobody had seen before./' $report/inspection.yaml
status 0 "the second draft" "$GWASG" build -o o --stage draft --date 2012-06-01 --send $report
[ -f o/$report.draft2.joan-hale.en.pdf ] || fail "no second draft"
cmp -s "$joan" joan.pdf || fail "the first draft was overwritten by the second"
[ -n "$(uid 1 '1.1 S(1)')" ] && [ "$(uid 1 '1.1 S(1)')" = "$(uid 2 '1.1 S(2)')" ] || fail "a block that moved has another uid"
[ "$(uid 2 '1.1 S(1)')" != "$(uid 1 '1.1 S(1)')" ] || fail "a new block has an old one's uid"
cut -d, -f2 $report/sent/draft2.en.csv | sort | uniq -d | grep . && fail "a uid twice"
contains $report/sent/drafts.csv "2,draft,en,Joan Hale,Severnside Youth Offending Service,2012-06-01,2012-06-19"

# ---- embargoed copies ----

status 0 "embargoed copies" "$GWASG" build -o o --stage embargo --date 2012-06-12 --send $report
contains err "News desk until 2012-06-19, and the report is published on 2012-06-20"
news=o/$report.embargo.news-desk.en.pdf
every_page "$news" "EMBARGOED UNTIL 00.01 ON 19 JUNE 2012"
every_page "$news" "Copy for News desk, Severnside Gazette. Not for publication before 00.01 on 19 June 2012."
every_page o/$report.press.embargo.news-desk.en.pdf "EMBARGOED UNTIL 00.01 ON 19 JUNE 2012"
pdfinfo "$news" | grep -q '^Title: .*Embargoed until' || fail "the title does not say that it is embargoed"
pdftotext "$news" - | grep -q '1.1 S(1)' && fail "references in an embargoed copy"
claims "$news" o/$report.press.embargo.news-desk.en.pdf
status 4 "embargoed copies again" "$GWASG" build -o o --stage embargo --date 2012-06-12 --send $report

# ---- one document first, the other later ----

echo 'Late Desk,Severnside Echo,,embargo,en,2012-06-19 00.01' >>$report/recipients.csv
status 0 "the notice alone" "$GWASG" build -o o --stage embargo --date 2012-06-12 --document press --send $report
[ -e o/$report.press.embargo.late-desk.en.pdf ] || fail "no notice for one who came late"
[ -e o/$report.embargo.late-desk.en.pdf ] && fail "a report that was not asked for"
status 4 "the notice again" "$GWASG" build -o o --stage embargo --date 2012-06-12 --document press --send $report
status 0 "then the report" "$GWASG" build -o o --stage embargo --date 2012-06-12 --send $report
[ -e o/$report.embargo.late-desk.en.pdf ] || fail "who got the notice never gets the report"
status 4 "both again" "$GWASG" build -o o --stage embargo --date 2012-06-12 --send $report
contains err "to News desk (en), Late Desk (en); "
sed -i '/^Late Desk/d' $report/recipients.csv

# ---- a final has none of it ----

status 0 "a final" "$GWASG" build -o o --stage final $report
for pdf in o/$report.en.pdf o/$report.press.en.pdf; do
    { pdftotext "$pdf" -; pdfinfo "$pdf"; } >final.txt
    grep -iE "official-sensitive|embargo|comments by|not to be passed on|draft [0-9]|text $hash|not for publication|1\.1 S\(1\)" final.txt &&
        fail "$pdf: marks in a final"
done

# ---- working days ----

rm -rf $report/sent o
due() { # DATE DUE
    rm -rf $report/sent o
    status 0 "sent on $1" "$GWASG" build -o o --stage draft --date "$1" --send $report
    contains $report/sent/drafts.csv ",$1,$2,"
}
due 2012-12-20 2013-01-08 # Christmas, Boxing Day, New Year's Day
due 2015-12-24 2016-01-12 # Boxing Day is a Saturday: the 28th instead
rm -rf $report/sent o
status 1 "a year without data" "$GWASG" build -o o --stage draft --date 2017-12-28 --send $report
contains err "bank-holidays.csv"
contains err "no bank holidays of 2018"
[ -e o ] || [ -e $report/sent ] && fail "something was written after a fault"

# ---- all or none ----

cp $report/recipients.csv good.csv
echo 'Nia Rees,Severnside Council,,draft,cy,' >>$report/recipients.csv
status 1 "a Welsh copy of a report without Welsh" "$GWASG" build -o o --stage draft --date 2012-05-14 --send $report
contains err "recipients.csv:6:36"
[ -e o ] || [ -e $report/sent ] && fail "some copies were written, and one was not"
cp good.csv $report/recipients.csv
mkdir -p o/$report.draft1.late-comer.en.pdf
status 4 "a copy that cannot be written" "$GWASG" build -o o --stage draft --date 2012-05-14 --send $report
[ "$(find o -type f | wc -l)" = 0 ] || fail "some copies were written, and one could not be"
[ -e $report/sent/drafts.csv ] && fail "copies were recorded that were not made"
rm -rf o $report/sent

# wrong PLACE WORDS ROW...: what a row of recipients.csv is told.
wrong() {
    place=$1 words=$2
    shift 2
    { echo 'name,body,role,stage,language,embargo'; printf '%s\n' "$@"; } >$report/recipients.csv
    status 1 "recipients: $words" "$GWASG" build -o o --stage draft --date 2012-05-14 --send $report
    contains err "recipients.csv:$place"
    contains err "$words"
}
wrong 2:9 'stage "final"' 'Ann,B,C,final,en,'
wrong 2:15 'use en, cy or both' 'Ann,B,C,draft,fr,'
wrong 2:20 'write 2012-06-19 00.01' 'Ann,B,C,embargo,en,tomorrow' 'Bob,B,C,draft,en,'
wrong 2:19 'for a draft' 'Anna,B,C,draft,en,2012-06-19 00.01'
wrong 3:1 'gets this copy already' 'Ann,B,C,draft,en,' 'Ann,B,C,draft,both,'
wrong 2:1 'the name of who gets' ',,C,draft,en,' 'Bob,B,C,draft,en,'
long=$(printf 'Council%.0s ' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
wrong 2:1 'shorten them to 120' "Ann,$long and more,C,draft,en,"
echo 'name,body,who,stage,language,embargo' >$report/recipients.csv
status 1 "recipients: columns" "$GWASG" build -o o --stage draft --date 2012-05-14 --send $report
contains err 'recipients.csv:1:11: error: unknown column'
contains err 'column missing: role;'
[ -e o ] && fail "something was written after a fault"
printf 'Name;Body;Role;Stage;Language;Embargo\r\nAnn O\342\200\231Shea;B;C;Draft;EN;\r\n;;;;;\r\n' >$report/recipients.csv
status 0 "recipients as a spreadsheet saves them" "$GWASG" build -o o --stage draft --date 2012-05-14 --send $report
[ -s o/$report.draft1.ann-o-shea.en.pdf ] || fail "a printer's apostrophe stands in the name of a file"
rm -rf o $report/sent

# ---- an open query stops a draft ----

cp good.csv $report/recipients.csv
sed -i 's/A strength that nobody had seen before\./A strength ((? is it new ?))./' $report/inspection.yaml
status 1 "an open query" "$GWASG" build -o o --stage draft --date 2012-05-14 $report
contains err "QUERY_OPEN"
finish

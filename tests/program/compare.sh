#!/bin/sh
# A report with its changes marked: the list, how many there are, what is heard, held as
# text in tests/compare: read it, before ACCEPT=1 writes it anew.  Two that are the same
# have none.
. "$ROOT/tests/program/lib.sh"

same() { # WANTED FOUND
    [ -z "${ACCEPT-}" ] || cp "$2" "$ROOT/tests/compare/$1"
    diff "$ROOT/tests/compare/$1" "$2" >differs || { fail "$1 is otherwise"; head -n 20 differs >&2; }
}

copy_example severnside-2012
cp -r severnside-2012 next
python3 -B "$ROOT/tests/compare/example.py" next || fail "no next version"
status 0 "changes" "$GWASG" compare --out o severnside-2012 next
grep -v "^o/" out >summary
same summary.txt summary
same changes.csv o/next.changes.en.csv
claims o/next.changes.en.pdf
"$GWASG" compare --dump heard severnside-2012 next >heard 2>err || fail "nothing to be heard"
grep -E "(inserted|deleted): |Moved" heard >marks
same heard.txt marks
status 0 "the newer standard" "$GWASG" compare --pdf ua2 --out ua2 severnside-2012 next
claims ua2/next.changes.en.pdf

# What is the same in both has no changes, and nothing is written.
cp -r severnside-2012 same
status 0 "the same" "$GWASG" compare --out none severnside-2012 same
contains out "nothing has changed since severnside-2012"
[ ! -e none ] || fail "something was written for nothing"

# A draft that was sent, with the comment that asked for a change.
copy_example severnside-2012 # as it was
mv severnside-2012 report
cp -r "$ROOT/examples/severnside-2012" .
printf 'name,body,role,stage,language,embargo\nJoan Hale,Council,Head,draft,en,\n' >report/recipients.csv
status 0 "a draft" "$GWASG" build --stage draft --send --date 2012-05-14 --out d report
status 0 "nothing since" "$GWASG" compare --draft 1 --out none report
contains out "nothing has changed since draft 1"
python3 -B "$ROOT/tests/compare/example.py" report || fail "no next version"
"$GWASG" comments add --by Joan --ref "1.1 A(5)" --text "Put it first" --date 2012-05-20 report >out 2>&1 || fail "no comment"
sed -i '$s|,,\r*$|,accepted,It weighs most.|' report/comments.csv
status 0 "since the draft" "$GWASG" compare --draft 1 --out d report
grep -q '^moved,.*,1\.1 A(5),1\.1 A(1),[a-z0-9]*,.* accepted: It weighs most\.' d/report.changes.en.csv ||
    fail "a comment that nobody finds"
cut -d, -f1-4 d/report.changes.en.csv >with_uid
cut -d, -f1-4 o/next.changes.en.csv | diff - with_uid >differs || fail "other changes since the draft: $(head -n 5 differs)"
# One that was sent before the whole text was kept, and one that somebody has changed.
mv report/sent/draft1.en.tree.csv tree
status 0 "since its map" "$GWASG" compare --draft 1 --out m report
contains out "as plain paragraphs"
contains m/report.changes.en.csv "1.1 A(5),1.1 A(1)"
claims m/report.changes.en.pdf
sed '9s/^./9/' tree >report/sent/draft1.en.tree.csv
status 1 "a tree that is none" "$GWASG" compare --draft 1 --out m report
contains err "draft1.en.tree.csv:9:1"
sed '2s/,[a-z0-9]*\(.\)$/,bbbbbbb\1/' tree >report/sent/draft1.en.tree.csv
status 4 "another tree" "$GWASG" compare --draft 1 --out m report
contains err "put the file back that was sent"
status 1 "no such draft" "$GWASG" compare --draft 2 report
contains err "no such draft was sent"

status 2 "one report" "$GWASG" compare next
contains err "--draft 1"
status 2 "two reports and a draft" "$GWASG" compare --draft 1 severnside-2012 next
status 1 "an older report that is wrong" "$GWASG" compare --out o none next
finish

#!/bin/sh
# A hundred marks on the pages of a draft in each language find their blocks and words.
. "$ROOT/tests/program/lib.sh"
report=caerfedwen-2012
copy_example $report
printf 'name,body,role,stage,language,embargo\nJoan Hale,Caerfedwen,head,draft,both,\n' >$report/recipients.csv
status 0 "a draft is sent" "$GWASG" build --stage draft --send --date 2012-05-14 --out o $report
for language in en cy; do
    /usr/bin/python3 -B "$ROOT/tests/comments/marks.py" "$GWASG" $report $language \
        o/$report.draft1.joan-hale.$language.pdf $report/sent/draft1.$language.csv ||
        fail "$language: too few marks are where they belong"
done
finish

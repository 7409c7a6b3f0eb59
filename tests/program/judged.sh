#!/bin/sh
# What a validator of PDF/UA and PDF/A says of each kind of file: PDF_CHECK names one that
# takes files, prints its warnings and exits with 0 when they pass.
. "$ROOT/tests/program/lib.sh"
[ -n "${PDF_CHECK-}" ] || { skipped "PDF_CHECK names no validator"; exit 77; }
for example in "$ROOT"/examples/*/; do
    for stage in proof final "draft --date 2012-05-14"; do
        # shellcheck disable=SC2086 # a stage may have a date
        status 0 "$stage of $example" "$GWASG" build --stage $stage --out o "$example"
    done
    status 0 "figures of $example" "$GWASG" figures --out o "$example"
done
status 0 "embargo" "$GWASG" build --stage embargo --date 2012-06-12 --out o "$ROOT/examples/severnside-2012"
cp -r "$ROOT/examples/westmere-2013" report
printf 'name,body,role,stage,language,embargo\nJoan Hale,Westmere YOS,manager,draft,en,\n' >report/recipients.csv
status 0 "a draft that is sent" "$GWASG" build --stage draft --send --date 2012-05-14 --out o report
status 0 "a comment" "$GWASG" comments add --ref "Head" --text "Thanks" --by B --date 2012-05-24 report
sed -i '2s/,,\r*$/,accepted,Yes/' report/comments.csv
status 0 "a reply" "$GWASG" comments letter --date 2012-06-05 --out o report
status 0 "a translation to be made" "$GWASG" translate export report
status 0 "both editions" "$GWASG" build --lang en+cy --out both report
for pdf in o/*.pdf both/*.pdf; do
    "$PDF_CHECK" "$pdf" >check.out 2>&1 || { fail "$pdf"; head -n 10 check.out >&2; }
    # The headings of the second edition of two are in no outline; those of a proof or draft
    # begin with their reference, which no bookmark has.
    case $pdf in
    both/*) continue ;;
    *.proof.*|*.draft*) grep -v "outline and headings differ" check.out >kept; mv kept check.out ;;
    esac
    grep warning check.out | grep -vFf "$ROOT/tests/program/warnings.txt" >warned &&
        { fail "$pdf: warnings without an explanation"; head -n 10 warned >&2; }
done
finish

#!/bin/sh
# The table of an office, as .csv, .xlsx and .ods: at most three messages ask for an operation
# each before the first score, and then the scores are those of the clean table.
. "$ROOT/tests/program/lib.sh"
copy_example severnside-2012
report=severnside-2012
"$GWASG" scores --format json $report >clean || fail "no scores"
mv $report/answers.csv clean.csv
cp $report/inspection.yaml plain.yaml
for end in csv xlsx ods; do
    python3 "$ROOT/tests/office/officer.py" clean.csv "$ROOT/templates/cci-2012/programme.yaml" \
        $report/answers.$end || fail "$end: not made"
    status 1 "$end as it is" "$GWASG" scores --diagnostics short $report
    grep ": error: " err >errors
    [ "$(wc -l <errors)" -le 3 ] || { fail "$end: $(wc -l <errors) messages" && head -n 5 errors >&2; }
    # What the message says is pasted.
    line=$(grep -o 'answers: {ignore: .*}' errors | head -n 1)
    echo "$line" >>$report/inspection.yaml
    status 0 "$end with \"$line\"" "$GWASG" scores --format json $report
    cmp clean out || fail "$end: other scores"
    contains err '"YRO" as rehabilitation in'
    contains err 'row without a case'
    cp plain.yaml $report/inspection.yaml
    rm $report/answers.$end
done
finish

#!/bin/sh
# The tables of four offices, as .csv, .xlsx and .ods: at most three messages ask for an
# operation each before the first score, and what the first of them gives to be pasted is
# enough; then the scores are those of the clean table.
. "$ROOT/tests/program/lib.sh"

# office REPORT PROGRAMME TAKEN MAKE...: TAKEN is what a note says of the table.
office() {
    report=$1 programme=$ROOT/templates/$2/programme.yaml taken=$3
    shift 3
    copy_example "$report"
    "$GWASG" scores --format json "$report" >clean || fail "no scores"
    mv "$report/answers.csv" clean.csv
    cp "$report/inspection.yaml" plain.yaml
    for end in csv xlsx ods; do
        python3 "$@" clean.csv "$programme" "$report/answers.$end" || fail "$* $end: not made"
        status 1 "$end as it is" "$GWASG" scores --diagnostics short "$report"
        grep ": error: " err >errors
        [ "$(wc -l <errors)" -le 3 ] || { fail "$* $end: $(wc -l <errors) messages" && head -n 5 errors >&2; }
        # What the message says is pasted.
        line=$(grep -o 'answers: {.*}' errors | head -n 1)
        echo "$line" >>"$report/inspection.yaml"
        status 0 "$* $end with \"$line\"" "$GWASG" scores --format json "$report"
        cmp clean out || fail "$* $end: other scores"
        contains err "$taken"
        contains err '[TABLE_PASSED]'
        cp plain.yaml "$report/inspection.yaml"
        rm "$report/answers.$end"
    done
}

office severnside-2012 cci-2012 '"YRO" as rehabilitation in' "$ROOT/tests/office/officer.py"
office westmere-2013 sqs-2013 '"17 yrs" as 17 in' "$ROOT/tests/office/offices.py" texts
office kestrel-bay-2013 fji-2013 '"DTO" as custody in' "$ROOT/tests/office/offices.py" codes
office aldermoor-thornby-2009 cci-2009 '"Ydy" as yes in' "$ROOT/tests/office/offices.py" names
finish

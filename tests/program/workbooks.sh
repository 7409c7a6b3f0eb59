#!/bin/sh
# Workbooks: those that are broken or mean harm are said in a sentence; a good one gives
# the very bytes that the same rows give as CSV.
. "$ROOT/tests/program/lib.sh"
status 0 "hostile workbooks" python3 "$ROOT/tests/office/hostile.py" "$GWASG" "$ROOT"
cat out

copy_example westmere-2013
cd westmere-2013 || exit 1
"$GWASG" scores --format json . >"$WORK/csv" || fail "no scores"
mv answers.csv "$WORK/table.csv"
for end in xlsx ods; do
    python3 "$ROOT/tests/office/make.py" answers.$end Cases="$WORK/table.csv"
    "$GWASG" scores --format json . >"$WORK/got" 2>"$WORK/said" || fail "$end: no scores"
    cmp "$WORK/csv" "$WORK/got" || fail "$end: other scores"
    [ -s "$WORK/said" ] && fail "$end: $(head -n 1 "$WORK/said")"
    # An old copy that is hidden is not asked about; two that are shown are.
    python3 "$ROOT/tests/office/make.py" answers.$end -Old="$WORK/table.csv" May="$WORK/table.csv"
    "$GWASG" scores --format json . >"$WORK/got" 2>"$WORK/said" || fail "$end: hidden: no scores"
    cmp "$WORK/csv" "$WORK/got" || fail "$end: hidden: other scores"
    contains "$WORK/said" 'sheet "Old"; "May" is read'
    python3 "$ROOT/tests/office/make.py" answers.$end Old="$WORK/table.csv" May="$WORK/table.csv"
    status 1 "two sheets" "$GWASG" scores .
    contains "$WORK/err" '"Old", "May" have the heads of this table'
    rm answers.$end
done
finish

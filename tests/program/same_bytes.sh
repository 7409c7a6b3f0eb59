#!/bin/sh
# The same input gives the same bytes, whatever the folder, user, clock, locale or jobs;
# and results.csv made from a table gives the same report.
. "$ROOT/tests/program/lib.sh"
example=$ROOT/examples/severnside-2012
final=severnside-2012.en.pdf

status 0 "one" "$GWASG" build --stage final --out one "$example"
mkdir -p else/where home
cp -r "$example" else/where/severnside-2012
(cd else/where && env -i PATH="$PATH" HOME="$WORK/home" TZ=Pacific/Auckland LANG=de_DE.UTF-8 \
    LC_ALL=de_DE.UTF-8 "$GWASG" build --stage final --out "$WORK/two" severnside-2012) >out 2>err ||
    fail "elsewhere: $(head -n 3 err)"
cmp one/$final two/$final || fail "another folder, TZ, LANG and HOME: other bytes"
if command -v faketime >/dev/null; then
    faketime '2031-02-03 04:05:06' "$GWASG" build --stage final --out three "$example" >out 2>err
    cmp one/$final three/$final || fail "another date: other bytes"
else
    skipped "faketime is missing; every build was of today"
fi
cp -r "$example" other-name
status 0 "jobs" "$GWASG" build --stage final --jobs 2 --out four "$example" other-name
cmp one/$final four/$final || fail "two jobs: other bytes"

# results.csv in the place of answers.csv
copy_example severnside-2012
"$GWASG" scores --format results severnside-2012 >results.csv 2>err || fail "results: $(head -n 3 err)"
rm severnside-2012/answers.csv
cp results.csv severnside-2012/results.csv
status 0 "results" "$GWASG" build --stage final --out five severnside-2012
cmp one/$final five/$final || fail "results.csv: another report"

# A drawing that says other things to other readers
copy_example kestrel-bay-2013
cat >kestrel-bay-2013/images/health.svg <<'P'
<svg xmlns="http://www.w3.org/2000/svg" width="220" height="140">
<switch><rect systemLanguage="cy" width="220" height="140"/><circle cx="110" cy="70" r="60"/></switch>
</svg>
P
sed -i 's|images/health.png|images/health.svg|' kestrel-bay-2013/inspection.yaml
for language in cy en; do
    status 0 "a drawing for $language" env LANG=$language LC_ALL=$language LANGUAGE=$language "$GWASG" build --lang en --document report --out $language kestrel-bay-2013
done
cmp cy/kestrel-bay-2013.proof.en.pdf en/kestrel-bay-2013.proof.en.pdf || fail "a drawing in the language of who builds: other bytes"
finish

#!/bin/sh
# A number that nothing vouches for is said at its place, listed, and stops a final until
# it is bound or somebody answers for it by name.
. "$ROOT/tests/program/lib.sh"
copy_example westmere-2013
report=westmere-2013
sed -i 's/^summary: |$/summary: |\n  In 84% of the work, of 99 custody cases, it was done; 93% attended.\n/' $report/inspection.yaml
line=$(grep -n 'In 84% of the work' $report/inspection.yaml | cut -d: -f1)
status 0 "a proof" "$GWASG" build --diagnostics short --out o $report
for place in "$line:6: warning: number that nothing vouches for: \"84%\"" \
    "$line:26: warning: number that nothing vouches for: \"99\"" \
    "$line:57: warning: number that nothing vouches for: \"93%\""; do
    contains err "inspection.yaml:$place"
done
[ "$(grep -c FIGURE_BARE err)" = 3 ] || fail "not one message for each number"
status 6 "a check" "$GWASG" check --diagnostics short $report
contains err "inspection.yaml:$line:6: error: number that nothing vouches for"
status 6 "a final" "$GWASG" build --stage final --out o $report
[ ! -e o/$report.en.pdf ] || fail "a final was written"
status 6 "an embargoed copy" "$GWASG" build --stage embargo --out o $report

# The list of figures begins with them.
status 0 "the list" "$GWASG" figures --format csv $report
[ "$(sed -n 2p out)" = 'p3,84%,,,,,,,,' ] || [ "$(sed -n 2p out | cut -d, -f2-)" = '84%,,,,,,,,' ] ||
    fail "not first: $(sed -n 2p out)"
status 0 "the list for programs" "$GWASG" figures --format json $report
[ "$(grep -c '"bare": true' out)" = 3 ] || fail "not three of them in JSON"
status 0 "the page to sign" "$GWASG" figures --out o $report
pdftotext o/$report.figures.en.pdf - | tr '\n' ' ' | grep -q 'Bare. No answer counts it' || fail "not on the page"

# Numbers that do not agree are one matter, said once and at their place.
sed -i 's/In 84% of the work, of 99 custody cases, it was done; 93% attended/It was done in 16 of the 17 cases (93%)/' \
    $report/inspection.yaml
status 6 "wrong arithmetic" "$GWASG" check --diagnostics short $report
contains err "inspection.yaml:$line:18: error: numbers that do not agree: \"16 of the 17 cases (93%)\": 16 of 17 is 94%"
[ "$(grep -c 'FIGURE_' err)" = 1 ] || fail "one number in two messages"

# Bound by a source, or taken by somebody.
cp $report/inspection.yaml wrong.yaml
sed -i 's/16 of the 17 cases (93%)/((typed 16 of the 17 cases | reading of files))/' $report/inspection.yaml
status 0 "a source" "$GWASG" check $report
sed 's/(93%)/(94%)/' wrong.yaml >$report/inspection.yaml
echo '  - {check: FIGURE_BARE, by: Helen Tregarth, reason: counted on paper}' >>$report/inspection.yaml
status 0 "somebody takes it" "$GWASG" build --stage final --out o $report
contains err "FIGURE_BARE, 3 times, by Helen Tregarth: counted on paper"

# A house above ours takes a rule away, changes one and adds one; a programme chooses what waits.
cp -r "$ROOT/templates" templates
mkdir templates/house-own
printf 'base: house-2012\n' >templates/house-own/style.yaml
printf 'words: {}\n' >templates/house-own/words.yaml
cat >templates/house-own/figures.yaml <<'YAML'
rules:
  years:
  clock: {en: ["# bells"]}
  boats: {en: ["# <vessels>"]}
lists:
  vessels: {en: [boat, boats]}
  things: {en: {gadgets: yes, towns: }} # one word more, one less
YAML
rm templates/sqs-2013/outline.txt # nobody has accepted it for this house
sed -i 's/^house: .*/house: house-own/; s/^bare-figures: .*/bare-figures: [management]/' templates/sqs-2013/programme.yaml
cp "$ROOT/examples/westmere-2013/inspection.yaml" $report/inspection.yaml
sed -i 's/^summary: |$/summary: |\n  The 1985 boats, 14 boats, 8 bells, 8 am, two gadgets, two streets, three towns and 31 cases.\n/' $report/inspection.yaml
status 0 "another house" "$GWASG" check --lang en --diagnostics short --templates templates $report
grep "inspection.yaml:$line:" err | sed 's/.*vouches for: \("[^"]*"\).*/\1/' | tr '\n' ' ' >found
[ "$(cat found)" = '"8" "three" "31" ' ] || fail "found $(cat found)"
finish

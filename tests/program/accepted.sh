#!/bin/sh
# A final with wording that nobody has reviewed is refused, in one line for each file,
# until somebody answers for it by name.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/examples/severnside-2012" report
cp -r "$ROOT/templates" templates
sed -i 's/reviewed: \[en\]/reviewed: []/; s/reviewed: \[en, cy\]/reviewed: [cy]/' templates/house-*/words.yaml
status 6 "unreviewed wording" "$GWASG" check --lang en --templates templates report
[ "$(grep -c WORD_UNREVIEWED err)" = 2 ] || fail "not one line for each file"
status 6 "unreviewed wording, each" "$GWASG" check --lang en --verbose --templates templates report
[ "$(grep -c 'words.yaml:.*WORD_UNREVIEWED' err)" -gt 20 ] || fail "--verbose does not name each"
cat >>report/inspection.yaml <<'YAML'
  - {check: WORD_UNREVIEWED, language: en, by: Helen Tregarth, reason: read on paper}
YAML
status 0 "accepted wording" "$GWASG" build --lang en --stage final --templates templates --out o report
contains err "by Helen Tregarth: read on paper"
[ "$(grep -c '\[' err)" = 1 ] || fail "more than a line about what was accepted"
sed -i 's/WORD_UNREVIEWED, language: en/QUERY_OPEN/' report/inspection.yaml
status 1 "an error is not accepted" "$GWASG" check --lang en --templates templates report
contains err "WORD_UNREVIEWED"
finish

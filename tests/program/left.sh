#!/bin/sh
# What authors or programs have left in a text stops what others read, at its place; a
# proof warns of it, and somebody may answer for it.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/examples/severnside-2012" report
printf '\nIn XX of the cases it was late.\n' >>report/foreword.md
line=$(wc -l <report/foreword.md)
status 0 "a proof" "$GWASG" build --templates "$ROOT/templates" --diagnostics short --out o report
contains err "foreword.md:$line:4: warning: left over in a text: \"XX\""
for stage in draft final; do
    status 1 "a $stage" "$GWASG" build --stage $stage --date 2014-05-14 --templates "$ROOT/templates" --diagnostics short --out o report
    contains err "foreword.md:$line:4: error: left over in a text: \"XX\""
done
status 1 "check" "$GWASG" check --templates "$ROOT/templates" report
cat >>report/inspection.yaml <<'YAML'
  - {check: TEXT_LEFT, by: Helen Tregarth, reason: the twentieth}
YAML
status 0 "accepted" "$GWASG" build --stage final --templates "$ROOT/templates" --out o report

# A draft may go out while a criterion is still to be written: only a final waits for that.
cp -r "$ROOT/examples/severnside-2012" draft
sed -i '/^  "3\.2":/,/^[a-z]/{/^[a-z]/!d}' draft/inspection.yaml
status 0 "a draft with an empty criterion" "$GWASG" build --stage draft --date 2014-05-14 --templates "$ROOT/templates" --diagnostics short --out o draft
contains err 'draft/inspection.yaml:73:1: warning: nothing where a report has something: "findings.3.2" (Sustaining outcomes)'
status 1 "its final" "$GWASG" build --stage final --templates "$ROOT/templates" --diagnostics short --out o draft
contains err 'draft/inspection.yaml:73:1: error: nothing where a report has something: "findings.3.2" (Sustaining outcomes)'
cat >>draft/inspection.yaml <<'YAML'
  - {check: FIELD_EXPECTED, about: findings.3.1, by: Helen Tregarth, reason: it is not that one}
YAML
status 1 "somebody answers for another" "$GWASG" build --stage final --templates "$ROOT/templates" --out o draft
sed -i 's/findings\.3\.1/findings.3.2/' draft/inspection.yaml
status 0 "somebody answers for it" "$GWASG" build --stage final --templates "$ROOT/templates" --out o draft
"$GWASG" build --stage final --templates "$ROOT/templates" --dump xml draft >xml 2>/dev/null
contains xml '>No findings are reported here.</p>'
sed -i 's/about: findings\.3\.2, //' draft/inspection.yaml
status 1 "somebody answers for all at once" "$GWASG" build --stage final --templates "$ROOT/templates" --diagnostics short --out o draft
contains err 'missing: "about"'
finish

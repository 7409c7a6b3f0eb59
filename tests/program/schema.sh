#!/bin/sh
# schema.sh -- what an editor marks with the schema and what gwasg refuses are the same.
. "$ROOT/tests/program/lib.sh"
/usr/bin/python3 -c 'import jsonschema, yaml' 2>/dev/null || {
    skipped "no python3-jsonschema and python3-yaml: the schema is not compared with what gwasg reads"
    exit 77
}
mkdir templates begun
cp -r "$ROOT/templates/." "$ROOT/tests/templates/." templates
cp -r "$ROOT/tests/cases" cases
cp -r "$ROOT/examples" examples
for case in cases/*/*/; do
    [ -f "$case/answers.csv" ] || grep -q '^scores:' "$case/inspection.yaml" || cp cases/results.csv "$case"
done
for folder in "$ROOT"/examples/*/; do
    programme=$(sed -n 's/^programme: //p' "$folder/inspection.yaml")
    "$GWASG" init "$programme" "begun/$(basename "$folder")" --from-answers "$folder/answers.csv" >/dev/null 2>&1 ||
        fail "$programme: not begun"
    "$GWASG" schema "$programme" | cmp - "begun/$(basename "$folder")/$programme.schema.json" || fail "$programme: two schemas"
done
# An editor that completes a criterion's key puts its colon too, if it sees what follows.
"$GWASG" schema cci-2012 | /usr/bin/python3 -c '
import json, sys
keys = json.load(sys.stdin)["properties"]["findings"]["properties"]
sys.exit(not all("object" in key["type"] for key in keys.values()))' || fail "a key without its type"
copy_example severnside-2012
/usr/bin/python3 -W ignore -B "$ROOT/tests/program/schema.py" "$GWASG" severnside-2012 templates \
    examples/*/ begun/*/ cases/*/*/ >said 2>&1 || { fail "the schema"; tail -n 20 said >&2; }
finish

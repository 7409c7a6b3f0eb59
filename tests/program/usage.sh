#!/bin/sh
# The command line: exit statuses, help, "did you mean".
. "$ROOT/tests/program/lib.sh"
example=$ROOT/examples/severnside-2012

status 2 "no command" "$GWASG"
status 0 "help" "$GWASG" --help
contains out "gwasg COMMAND"
for command in build check scores figures schema programmes; do
    status 0 "help of $command" "$GWASG" "$command" --help
    contains out "Usage: gwasg $command"
    contains "$ROOT/docs/gwasg.1" ".B gwasg $command"
done
status 0 "version" "$GWASG" --version
status 2 "unknown command" "$GWASG" biuld
contains err "did you mean build?"
status 2 "unknown option" "$GWASG" build --stgae final "$example"
status 2 "unknown stage" "$GWASG" build --stage finale "$example"
contains err "use proof or final"
status 2 "no report" "$GWASG" build
contains err "gwasg build REPORT"
status 2 "jobs" "$GWASG" build --jobs many "$example"
status 1 "missing report" "$GWASG" build nowhere
contains err "nowhere"
status 1 "no Welsh edition" "$GWASG" build --lang cy "$example"
contains err "cy.xlf"
[ -e out/severnside-2012.cy.pdf ] && fail "a file was written"
status 0 "programmes" "$GWASG" programmes
contains out "cci-2012"
status 0 "schema" "$GWASG" schema cci-2012
python3 -m json.tool out >/dev/null || fail "the schema is no JSON"
status 1 "unknown programme" "$GWASG" schema cci-2021
contains err "did you mean"
status 0 "scores as JSON" "$GWASG" scores --format json "$example"
python3 -m json.tool out >/dev/null || fail "the scores are no JSON"
status 0 "figures as JSON" "$GWASG" figures --format json "$example"
python3 -m json.tool out >/dev/null || fail "the figures are no JSON"
status 0 "diagnostics as JSON" "$GWASG" check --diagnostics json "$example"
python3 -m json.tool err >/dev/null || fail "the diagnostics are no JSON"
finish

#!/bin/sh
# The command line: exit statuses, help, "did you mean".
. "$ROOT/tests/program/lib.sh"
example=$ROOT/examples/severnside-2012

status 2 "no command" "$GWASG"
status 0 "help" "$GWASG" --help
contains out "gwasg COMMAND"
sed -n '/^Commands/,/^$/s/^  \([a-z]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p' out >commands
for command in build "translate export" programmes; do
    grep -qx "$command" commands || fail "no $command in the help"
done
while read -r command; do
    # shellcheck disable=SC2086 # a command may have two words
    status 0 "help of $command" "$GWASG" $command --help
    contains out "Usage: gwasg $command"
    contains "$ROOT/docs/gwasg.1" ".B gwasg $command"
    [ -z "$(sed -n 's/^  \(-.\), --.*/\1/p' out | sort | uniq -d)" ] ||
        fail "two options of $command have one letter"
    for option in $(sed -n 's/^  -., --\([a-z]*\) .*/\1/p' out | grep -vxE 'help|version'); do
        grep -q "^\.BR .*\\\\-\\\\-${option}[ \"]" "$ROOT/docs/gwasg.1" ||
            grep -q "^\.BR .*\\\\-\\\\-$option\$" "$ROOT/docs/gwasg.1" ||
            fail "the manual has no entry for --$option of $command"
    done
done <commands
status 0 "version" "$GWASG" --version
status 2 "unknown command" "$GWASG" biuld
contains err "did you mean build?"
status 2 "unknown option" "$GWASG" build --stgae final "$example"
contains err "unknown option: --stgae; did you mean --stage?"
status 2 "unknown letter" "$GWASG" build --strict -9v "$example"
contains err "unknown option: -9; gwasg help build lists them"
status 2 "a value too much" "$GWASG" build --strict=yes "$example"
contains err "--strict=yes; it takes nothing behind ="
status 2 "another command's" "$GWASG" check -o x "$example"
contains err "check takes no --out; it goes with build, watch, figures"
status 2 "no value" "$GWASG" build "$example" --out
contains err "--out is missing; write --out DIR"
status 2 "unknown second word" "$GWASG" translate exprot
contains err "did you mean translate export?"
(cd "$ROOT/examples" && status 2 "which report" "$GWASG" build)
contains err "here: gwasg build aldermoor-thornby-2009"
status 2 "unknown stage" "$GWASG" build --stage finale "$example"
contains err "use proof, provisional, draft, embargo or final"
status 2 "no report" "$GWASG" build
contains err "gwasg build REPORT"
status 2 "jobs" "$GWASG" build --jobs many "$example"
status 1 "missing report" "$GWASG" build nowhere
contains err "nowhere"
status 1 "no Welsh edition" "$GWASG" build --lang cy --out made "$example"
contains err "cy.xlf"
[ -e made ] && fail "a file was written"
status 0 "one document" "$GWASG" build --out one --document press "$example"
[ -s one/severnside-2012.press.proof.en.pdf ] || fail "no press notice"
[ -e one/severnside-2012.proof.en.pdf ] && fail "another document was written"
status 0 "every document" "$GWASG" build --out all --stage final --verbose "$example"
contains out "all/severnside-2012.en.pdf: "
contains out "all/severnside-2012.press.en.pdf: 1 pages"
status 1 "unknown document" "$GWASG" build --document pres "$example"
contains err "did you mean press"
copy_example severnside-2012
sed '/^press:/,$d' "$example/inspection.yaml" >severnside-2012/inspection.yaml
status 1 "a document without data" "$GWASG" build --document press severnside-2012
contains err '"press"'
status 0 "no press notice" "$GWASG" build --out plain severnside-2012
[ -e plain/severnside-2012.press.proof.en.pdf ] && fail "a press notice of nothing"
sed 's/^  title: Young/  title: ((no-such n)) Young/' "$example/inspection.yaml" >severnside-2012/inspection.yaml
status 1 "a fault in the press notice" "$GWASG" build --out none severnside-2012
ls none/*.pdf >/dev/null 2>&1 && fail "one of two documents was written"
status 0 "times" "$GWASG" build --out timed --stage final --document report --times "$example"
stages=$(sed -n 's/^.*severnside-2012: //p' err | tr -d '0-9.')
names="model , score , compose , fonts , layout , check , pdf , numbers , write "
[ "$stages" = "$names ms
$names MB touched,  at most" ] || fail "times of: $stages"
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

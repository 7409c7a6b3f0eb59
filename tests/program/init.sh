#!/bin/sh
# init.sh -- a report begun for each programme is what stands in init/PROGRAMME.txt, comes
# whole or not at all, makes a proof as soon as there are answers, and no final.
# ACCEPT=1 writes those files again.
. "$ROOT/tests/program/lib.sh"
golden="$ROOT/tests/program/init"
answers() {
    case $1 in
    cci-2009) echo aldermoor-thornby-2009 ;;
    cci-2012) echo severnside-2012 ;;
    fji-2013) echo kestrel-bay-2013 ;;
    sqs-2013) echo westmere-2013 ;;
    yj-2021) echo dyffryn-arian-2021 ;;
    sqs-2016) echo harrowmoor-2016 ;;
    fji-2016) echo glan-hebog-2016 ;;
    esac
}
for folder in "$ROOT"/templates/*/programme.yaml; do
    programme=$(basename "$(dirname "$folder")")
    area='Ty "Mawr": #1 \n'
    status 0 "$programme" "$GWASG" init "$programme" "new-$programme" --area "$area"
    cp out listed
    while read -r name; do
        case $name in *.json | *.png) echo "==== ${name#*/}" ;; *) echo "==== ${name#*/}" && cat "$name" ;; esac
    done <listed >"$programme.txt"
    [ "${ACCEPT-}" = 1 ] && cp "$programme.txt" "$golden"
    diff -u "$golden/$programme.txt" "$programme.txt" || fail "$programme: another beginning"
    contains "$programme.txt" "area: \"Ty \\\"Mawr\\\": #1 \\\\n\""
    for other in Severnside Caerfedwen "Kestrel Bay" Westmere Porthelyrch Aldermoor; do
        grep -r "$other" "new-$programme" && fail "$programme: words of another area"
    done
    # An empty table is named; with answers a proof is made at once, and no final.
    status 1 "$programme: no answers" "$GWASG" build "new-$programme"
    contains err "a header and no case"
    status 0 "$programme: answers" "$GWASG" init "$programme" "full-$programme" --area "$area" \
        --from-answers "$ROOT/examples/$(answers "$programme")/answers.csv"
    cmp "$ROOT/examples/$(answers "$programme")/answers.csv" "full-$programme/answers.csv" ||
        fail "$programme: other answers"
    status 0 "$programme: a proof" "$GWASG" build "full-$programme" --out made --strict
    status 1 "$programme: a final" "$GWASG" build --stage final --out made "full-$programme"
    contains err QUERY_OPEN
    ! grep 'error:' err | grep -v 'QUERY_OPEN\|FIELD_EXPECTED' ||
        fail "$programme: more than what is asked for stops a final"
done
# Nothing is left of what could not be made, and nothing is written over.
mkdir empty full && touch full/note
status 0 "an empty folder" "$GWASG" init sqs-2013 empty
status 4 "a folder with something in it" "$GWASG" init sqs-2013 full
status 4 "a file in its place" "$GWASG" init sqs-2013 full/note
status 4 "a place that cannot be written" "$GWASG" init sqs-2013 /proc/new
status 1 "no such programme" "$GWASG" init sqs-1999 never
status 2 "no folder" "$GWASG" init sqs-2013
[ "$(ls -A full)" = note ] && [ ! -e never ] || fail "something was left"
[ -z "$(find . -name '.[!.]*' ! -name '*.built')" ] || fail "a hidden folder was left"
finish

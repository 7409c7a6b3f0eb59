#!/bin/sh
# standards.sh -- every kind of document, in both standards, keeps what it claims: report and
# press notice at each stage, both editions side by side, the figures to be signed, the form,
# named copies, the reply.  Of one report; with EVERY of all examples and all cases, which
# takes minutes (./run torture does it).
. "$(dirname "$0")/lib.sh"
mkdir templates
cp -r "$ROOT/templates/." "$ROOT/tests/templates/." templates

# say STANDARD: every house says so, and with it the commands that are not asked.
say() {
    for style in templates/*/style.yaml; do
        sed -i '/^pdf:/d' "$style"
        echo "pdf: $1" >>"$style"
    done
}

make_all() { # STANDARD EXAMPLE
    out=$1/$2
    rm -rf "$2"
    copy_example "$2"
    set -- "$1" "$2" --templates templates --date 2014-05-14 --out "$out"
    made=$2
    shift 2
    for stage in proof draft; do
        status 0 "$made: $stage" "$GWASG" build "$@" --stage $stage "$made"
    done
    [ -f "$made/cy.xlf" ] || status 0 "$made: a translation" "$GWASG" translate export --templates templates "$made"
    status 0 "$made: side by side" "$GWASG" build --templates templates --out "$out" --lang en+cy "$made"
    [ -f "$ROOT/examples/$made/cy.xlf" ] || rm "$made/cy.xlf"
    status 0 "$made: figures" "$GWASG" figures --templates templates --out "$out" "$made"
    status 0 "$made: final" "$GWASG" build --templates templates --out "$out" --stage final "$made"
    cat >"$made/recipients.csv" <<'TEXT'
name,body,role,stage,language,embargo
Joan Hale,Council,Head,draft,en,
News desk,Gazette,,embargo,en,2014-06-19 00.01
TEXT
    status 0 "$made: sent" "$GWASG" build "$@" --stage draft --send "$made"
    status 0 "$made: a comment" "$GWASG" comments add --templates templates --by "Joan Hale" \
        --ref "$(sed -n '9s/,.*//p' "$made/sent/draft1.en.csv")" --text Wrong --date 2014-05-20 "$made"
    sed -i '2s/,,\r*$/,accepted,Yes/' "$made/comments.csv"
    status 0 "$made: a reply" "$GWASG" comments letter --templates templates --date 2014-06-01 --out "$out" "$made"
    status 0 "$made: embargo" "$GWASG" build --templates templates --out "$out" --stage embargo --send \
        --date 2014-06-12 "$made"
}

make_case() { # STANDARD CASE
    name=$(echo "$2" | tr / -)
    cp -r "$ROOT/tests/cases/$2" "$name"
    [ -f "$name/answers.csv" ] || [ -f "$name/results.csv" ] || grep -q '^scores:' "$name/inspection.yaml" ||
        cp "$ROOT/tests/cases/results.csv" "$name"
    # What cannot be built is another test's.
    for stage in proof final draft; do
        "$GWASG" build --templates templates --date 2014-05-14 --out "$1/$name" --stage $stage "$name" >/dev/null 2>&1
    done
    rm -rf "$name"
}

for standard in ua1 ua2; do
    say $standard
    for example in "$ROOT"/examples/*/; do
        example=$(basename "$example")
        [ "$example" = porthelyrch-2013 ] || [ -n "${EVERY-}" ] || continue
        make_all $standard "$example"
    done
    [ -z "${EVERY-}" ] || (cd "$ROOT/tests/cases" && ls -d -- */*/) | while read -r case; do
        make_case $standard "${case%/}"
    done
    find $standard -name '*.pdf' | sort >files
    [ "$(wc -l <files)" -ge 18 ] || fail "$standard: documents are missing"
    # shellcheck disable=SC2046 # no name has a blank
    of_pdf claims $(cat files)
    # shellcheck disable=SC2046
    grep -L "^%PDF-$([ $standard = ua1 ] && echo 1.7 || echo 2.0)" $(cat files) >others
    [ ! -s others ] || fail "another standard than $standard: $(head -n 3 others | tr '\n' ' ')"
done
finish

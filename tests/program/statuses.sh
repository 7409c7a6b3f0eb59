#!/bin/sh
# Exit statuses: each command with each kind of fault.  A row is the status without and with
# --strict, what is wrong, and the command; R stands for the report of that fault.
. "$ROOT/tests/program/lib.sh"
copy_example porthelyrch-2013
mv porthelyrch-2013 fine
printf 'name,body,role,stage,language,embargo\nJoan Hale,Porthelyrch Team,,draft,en,\n' >fine/recipients.csv
"$GWASG" build --stage draft --date 2013-06-14 --lang en --out o --send fine >made 2>&1 || fail "no draft: $(cat made)"
cp o/fine.draft1.form.en.csv form.csv
cp -r fine open
"$GWASG" comments add open --ref 1 --by Joan --text Late >made 2>&1 || fail "no comment: $(cat made)"
cp -r open decided
cp open/comments.csv other.csv
"$GWASG" plan form --lang en --out o fine >made 2>&1 || fail "no plan: $(cat made)"
sed 's/fine plan/R plan/' o/fine.plan.en.csv >plan.csv
sed -i '$s|,,\r*$|,not accepted,It was in time.|' decided/comments.csv

for fault in wrong warns stale bare; do cp -r fine $fault; done
echo 'nonsense: 1' >>wrong/inspection.yaml
sed -i 's/^summary: |$/summary: |\n  The rest is TBC.\n/' warns/inspection.yaml
sed -i 's/^  Young people in Porthelyrch get/  Young people here get/' stale/inspection.yaml
sed -i 's/^summary: |$/summary: |\n  It was so in 17 cases.\n/' bare/inspection.yaml
# A document of a programme that leaves out what a picture shows.
cp -r "$ROOT/templates" templates
cp -r "$ROOT"/tests/templates/* templates
cp -r "$ROOT/tests/cases/check/faults" mute
cp "$ROOT/tests/cases/results.csv" mute
sed -i 's/^show: .*/show: [no-alt]/' mute/inspection.yaml

# try WANT WHAT COMMAND...: with the report in the place of R
try() {
    want=$1 what=$2
    shift 2
    "$GWASG" "$@" >out 2>err
    got=$?
    [ "$got" = "$want" ] || { fail "$what: gwasg $*: $got, not $want"; head -n 3 err >&2; }
}

# rows FAULT: the table that follows, each command on a copy of that report.  A status with
# --strict that is not 3 holds without it too.
rows() {
    while read -r plain strict command; do
        for status in $plain $strict; do
            [ "$status" != "$strict" ] && option= || option=--strict
            rm -rf R out.d
            cp -r "$1" R
            # shellcheck disable=SC2086 # words
            try "$status" "$1" $command $option
            [ "$status" = 0 ] || ! ls out.d/*.pdf >/dev/null 2>&1 || [ -z "$option" ] ||
                fail "$1: $command: a document in spite of $status"
            [ "$status" = 0 ] || [ -z "$option" ] || diff -r "$1" R >changed ||
                fail "$1: $command --strict: changed in spite of $status: $(cat changed)"
            [ "$plain" != "$strict" ] || break
        done
    done
}

reads='build --out out.d R
check R
scores R
scores --format results R
figures --out out.d R
figures --format csv R
figures --suggest R
lock R --by Ann --date 2013-06-01
compare --out out.d fine R
translate export R
translate import R fine/cy.xlf
translate status R
translate accept R all --by Ann --date 2013-06-01
translate memory R
comments import R form.csv
comments add R --ref 1 --by Ann --text Late
comments form --out out.d R
comments status R
comments merge R other.csv
plan form --out out.d R
plan import R plan.csv
plan status R'
stages='build --out out.d --stage draft --date 2013-06-01 R
build --out out.d --stage embargo --date 2013-06-01 R
build --out out.d --stage final R'
each() { echo "$2" | sed "s/^/$1 /"; }

each "0 0" "$reads" | rows fine
for command in programmes "schema sqs-2013" schema "questions sqs-2013" "init sqs-2013 begun"; do
    # shellcheck disable=SC2086
    try 0 "nothing wrong" $command --strict
done
try 0 "an editor that leaves at once" lsp </dev/null
each "1 1" "$reads
$stages" | rows wrong
each "0 3" "$reads" | sed '/check R/d' | rows warns
each "1 1" "check R
$stages" | sed 's/--stage final R/--stage final --lang en R/; s/check R/check --lang en R/' | rows warns
rows stale <<'TABLE'
0 0 build --out out.d R
6 6 check R
0 0 check --lang en R
0 0 build --out out.d --stage final --lang en R
6 6 build --out out.d --stage final R
6 6 build --out out.d --stage final --lang cy R
6 6 build --out out.d --stage embargo --date 2013-06-01 R
0 0 translate status R
TABLE
rows bare <<'TABLE'
0 3 build --out out.d --lang en R
6 6 check --lang en R
6 6 build --out out.d --stage final --lang en R
6 6 build --out out.d --stage embargo --lang en --date 2013-06-01 R
TABLE
rows mute <<'TABLE'
5 5 build --out out.d --templates templates R
5 5 build --out out.d --templates templates --stage final R
5 5 check --templates templates R
TABLE
# The reply, when all is decided and when not.
echo "0 0 comments letter --out out.d --date 2013-06-20 R" | rows decided
rows open <<'TABLE'
1 1 comments letter --out out.d --date 2013-06-20 R
1 1 check R
1 1 build --out out.d --stage final R
0 0 build --out out.d --lang en R
TABLE

# The register, whatever the report is like.
echo "0 0 sent status R" | rows fine
echo "0 0 sent status --date 2013-06-01 R" | rows wrong

# Manuscripts, whatever the report is like.
"$GWASG" manuscript export --out o fine >made 2>&1 || fail "no manuscript: $(cat made)"
for fault in fine wrong warns; do
    rows $fault <<'TABLE'
0 0 manuscript export --out out.d R
0 0 manuscript import R o/fine.docx
1 1 manuscript import R form.csv
TABLE
done

# Signed figures, of which one is another.
cp -r fine locked
"$GWASG" lock --by Ann --date 2013-06-01 locked >made 2>&1 || fail "no lock: $(cat made)"
echo "0 0 check R" | rows locked
sed -i 's/^summary: |$/summary: |\n  There were ((cases)).\n/' locked/inspection.yaml
rows locked <<'TABLE'
0 3 build --lang en --out out.d R
6 6 check --lang en R
6 6 build --lang en --stage final --out out.d R
6 6 build --lang en --stage embargo --date 2013-06-01 --out out.d R
0 0 lock --accept Ann --reason New --date 2013-06-02 R
TABLE

# What cannot be written: the folder is a file, the disk is full, a file is too large.
: >file
for command in "build" "build --stage draft --date 2013-06-01" "build --stage final" figures "translate export" \
    "translate memory" "comments form" "manuscript export"; do
    # shellcheck disable=SC2086
    try 4 "no folder" $command --out file/o fine
done
try 4 "sent already" build --stage draft --date 2013-06-14 --lang en --out o --send fine
try 4 "no file of rules" build --out o --deps nowhere/x.d fine
for command in "translate export R" "comments add R --ref 1 --by Ann --text Late" \
    "lock R --by Ann --date 2013-06-01"; do
    rm -rf R
    cp -r stale R
    # shellcheck disable=SC2086
    (ulimit -f 0; "$GWASG" $command >/dev/null 2>&1)
    [ $? = 4 ] || fail "a file that is too large: $command"
done
if [ -w /dev/full ]; then
    for command in "build --out o fine" "build --dump xml fine" "scores fine" "check --jobs 2 fine fine" "figures --format csv fine" \
        "translate status fine" "translate memory fine" programmes "schema sqs-2013" help --version "completions fish"; do
        # shellcheck disable=SC2086
        "$GWASG" $command >/dev/full 2>/dev/null
        [ $? = 4 ] || fail "a full disk: $command"
    done
fi

"$GWASG" help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\( [a-z][a-z]*\)\{0,1\}\)  .*/\1/p' | while read -r command; do
    grep -q "\(^\|try [0-9] .*\|[\"' ]\)$command\([\" ]\|\$\)" "$ROOT/tests/program/statuses.sh" || echo "$command"
done >without
[ ! -s without ] || fail "no row for $(cat without)"

# Usage, of each command alike.
for command in build check watch release verify scores figures lock compare questions init "translate export" "translate import" "translate status" \
    "translate accept" "translate memory" "sent status" "manuscript export" "manuscript import" "comments import" "comments add" "comments status" "comments merge" "comments form" "comments letter" "plan form" "plan import" "plan status" completions; do
    # shellcheck disable=SC2086
    {
        try 2 "nothing to do" $command
        try 2 "an unknown option" $command --nonsense fine fine
        try 2 "a word that is none" $command --colour green fine fine
        try 0 "help" $command --help
    }
    contains out "Usage: gwasg $command "
done
try 2 "an unknown option" schema --nonsense
try 0 "help" schema --help
for usage in "" nonsense translate "translate nonsense" "help nonsense" "completions nonsense" "build --out" \
    "build --stage draft fine" "build --jobs 0 fine" "scores --lang all fine" "check --programme sqs-2013 fine" \
    "translate accept fine nothing --by Ann --date 2013-06-01" "programmes more" "schema sqs-2013 more" "build --deps x --dump xml fine"; do
    # shellcheck disable=SC2086
    try 2 "usage" $usage
    [ -s err ] && [ ! -s out ] || fail "usage said elsewhere than in a message: gwasg $usage"
done
try 1 "an unknown programme" schema nonsense
try 1 "an unknown programme" check --programme nonsense
try 1 "an unknown programme" questions nonsense
try 1 "an unknown programme" init nonsense begun2
try 4 "a folder that holds something" init sqs-2013 begun
try 1 "no templates" build --templates nowhere --out o fine
try 1 "no report" check nowhere
try 1 "no report" watch nowhere

# Several: an error is worse than warnings that may not be, however many.
for jobs in 1 3; do
    try 3 "two" build --jobs $jobs --strict --out o fine warns
    try 1 "three" build --jobs $jobs --strict --out o warns wrong fine
    try 1 "other order" build --jobs $jobs --strict --out o wrong warns
done

# Out of memory, which sanitizers cannot be short of.
# shellcheck disable=SC3045 # Debian's sh has ulimit -v
if [ -z "${SANITIZED-}" ]; then
    # More than is needed to begin, by less than the table wants.
    room=40000
    while [ $room -lt 400000 ] && ! (ulimit -v $room; "$GWASG" --version) >/dev/null 2>&1; do
        room=$((room + 4000))
    done
    rm -rf R
    cp -r fine R
    head -c 60000000 /dev/zero | tr '\0' x >R/answers.csv
    (ulimit -v $((room + 10000)); "$GWASG" scores R >/dev/null 2>err)
    got=$?
    [ $got = 71 ] && grep -q 'out of memory' err || fail "out of memory: $got: $(head -n 1 err)"
fi
finish

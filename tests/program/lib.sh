# lib.sh -- what the tests of the whole program share.  GWASG: the program; ROOT: the
# project.  Each test works in a folder of its own, which goes when it ends.
# shellcheck shell=sh
set -u
: "${GWASG:?the program to test}" "${ROOT:?the project}"
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
trap 'exit 1' INT TERM
cd "$WORK" || exit 1
failed=0

fail() {
    echo "FAILED: $*" >&2
    failed=1
}

# status WANT WHAT COMMAND...: the exit status, output in $WORK/out and $WORK/err.
status() {
    want=$1 what=$2
    shift 2
    "$@" >"$WORK/out" 2>"$WORK/err"
    got=$?
    [ "$got" = "$want" ] || {
        fail "$what: exit status $got, not $want"
        head -n 5 "$WORK/err" >&2
    }
}

# contains FILE TEXT
contains() { grep -qF -- "$2" "$1" || { fail "no \"$2\" in:"; head -n 5 "$1" >&2; }; }

# What this machine cannot show, and why; ./run gathers these lines.
skipped() { echo "SKIPPED: $(basename "$0"): $*"; }

# of_pdf SCRIPT PDF...: a script of tests/pdf, by the system's Python, which has pikepdf.
of_pdf() {
    script=$1
    shift
    /usr/bin/python3 -B "$ROOT/tests/pdf/$script.py" "$@" >of_pdf.out 2>&1 ||
        { fail "$*: $script"; head -n 10 of_pdf.out >&2; }
}

# claims PDF...: sound, accessible and, without fields, archival.
claims() {
    of_pdf claims "$@"
    for made in "$@"; do
        qpdf --check "$made" >qpdf.out 2>&1 && ! grep -qi warning qpdf.out ||
            { fail "$made: qpdf"; head -n 5 qpdf.out >&2; }
    done
}

# read_back PDF OPTION... REPORT: the file says what the pages said that it was made from.
read_back() {
    made=$1
    shift
    "$GWASG" build --dump tags "$@" >back.tags && "$GWASG" build --dump pages "$@" >back.pages ||
        fail "$made: no dumps"
    of_pdf read_back "$made" back.tags back.pages
}

# copy_example NAME: a copy to spoil, in $WORK/NAME.
copy_example() { cp -r "$ROOT/examples/$1" "$WORK/$1"; }

finish() { exit $failed; }

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

# copy_example NAME: a copy to spoil, in $WORK/NAME.
copy_example() { cp -r "$ROOT/examples/$1" "$WORK/$1"; }

finish() { exit $failed; }

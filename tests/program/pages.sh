#!/bin/sh
# The pages of the examples are well filled and their lines no longer than one can read.
. "$ROOT/tests/program/lib.sh"
python3 "$ROOT/tests/page_figures.py" "$GWASG" "$ROOT" --check >"$WORK/figures" 2>"$WORK/wrong" || {
    cat "$WORK/figures"
    fail "$(cat "$WORK/wrong")"
}
finish

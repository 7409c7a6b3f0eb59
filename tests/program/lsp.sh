#!/bin/sh
# lsp.sh -- what the language server says to an editor, from its first message to its last.
. "$ROOT/tests/program/lib.sh"
cp -r "$ROOT/examples/severnside-2012" report
sed -i 's/^foreword:/# A line.\nforeword:/' report/inspection.yaml
python3 -B "$ROOT/tests/program/lsp.py" "$GWASG" report >said 2>wrong || { fail "the session"; head -n 20 wrong >&2; }
want=$ROOT/tests/program/lsp.said
[ -n "${ACCEPT-}" ] && cp said "$want"
diff -u "$want" said >&2 || fail "another answer than $want"
exit $failed

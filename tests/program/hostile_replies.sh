#!/bin/sh
# Replies that are broken or mean harm: none ends the program, none is passed over in
# silence, all in little time and memory.
. "$ROOT/tests/program/lib.sh"
status 0 "hostile replies" python3 "$ROOT/tests/comments/hostile.py" "$GWASG" "$ROOT/examples/westmere-2013"
cat out

# One that is encrypted, as people do who think of privacy.
cp "$ROOT/examples/westmere-2013" report -r
"$GWASG" build --out . "$ROOT/examples/westmere-2013" >paths || fail "no proof"
pdf=$(head -n 1 paths)
for password in "" secret; do
    qpdf --encrypt "$password" owner 256 -- "$pdf" locked.pdf
    status 1 "encrypted with \"$password\"" "$GWASG" comments import report locked.pdf
    contains err "locked.pdf: error: reply cannot be read: it is encrypted"
done
status 1 "a final as a reply" "$GWASG" comments import report "$pdf"
contains err "it has no form fields"
[ -e report/comments.csv ] && fail "a comments.csv of nothing"
finish
